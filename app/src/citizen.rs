//! Pages for citizens: no account, no lazy chunk, complete without scripts.

pub mod home;
