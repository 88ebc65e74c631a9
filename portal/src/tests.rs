//! The features of the office, at its edge: SQLite, a clock that stands where it is set, and the Kaltara pack.

mod assist;
mod boundary;
mod calendar;
mod demonstration;
mod files;
mod filing;
mod heic;
mod isolation;
mod journey;
mod lost;
mod notices;
mod own_account;
mod privacy;
mod publishing;
mod quarantine;
mod routing;
mod same_statements;
mod signing_in;
mod suggesting;
