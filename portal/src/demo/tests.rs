//! The plan is whole.
