//! The rule book: what a case is, what may happen to it, and who may see it.
//!
//! Pure: no clock, no randomness, no input or output. `now`, ids and salts are arguments, so every rule can
//! be tested by a table. The rules themselves, each with its source, are in `docs/rules.md`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod codes;
mod crockford;

pub mod calendar;
pub mod case;
pub mod chain;
pub mod deadline;
pub mod deed;
pub mod facts;
pub mod file;
pub mod id;
pub mod interval;
pub mod kind;
pub mod lang;
pub mod limits;
pub mod masking;
pub mod notice;
pub mod office_hours;
pub mod permit;
pub mod point;
pub mod refusal;
pub mod routing;
pub mod rule_book;
pub mod secret;
pub mod tally;
pub mod text;
pub mod time;
pub mod tracking_code;
pub mod view;
