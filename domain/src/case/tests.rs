//! The rules of a case, line by line, as tables, matrices and one property over whole lives.
//! `docs/rules.md` names these tests beside the rules they hold.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "a test names the acts and statuses it is about; the matrices hold all of them"
)]
#![allow(clippy::needless_pass_by_value, reason = "a deed reads best where it is done")]

mod clocks;
mod conflict;
mod deeds;
mod ends;
mod erasure;
mod files;
mod fixture;
mod grounds;
mod handoff;
mod joint;
mod life;
mod matrix;
mod moves;
mod notices;
mod oracle;
mod publish;
mod readers;
mod routing;
mod rule_page;
mod seats;
