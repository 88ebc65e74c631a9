//! The rules of a case, line by line, as tables, matrices and one property over whole lives.
//! `docs/rules.md` names these tests beside the rules they hold.

mod clocks;
mod conflict;
mod deeds;
mod ends;
mod fixture;
mod handoff;
mod joint;
mod life;
mod matrix;
mod moves;
mod oracle;
mod routing;
mod seats;
