//! Pages for citizens: an account only for who wants one, complete without scripts.
//!
//! Each page reads what it shows with [`view::use_view`] and posts its forms to its own address.

#![allow(
    unreachable_pub,
    reason = "a component's properties are made as public as it asks for, and more"
)]

mod about;
pub mod account;
pub mod case;
pub mod escalation;
mod files;
pub mod filing;
pub mod follow;
mod fragment;
pub mod help;
pub mod home;
mod install;
mod lines;
pub mod mine;
pub mod my_data;
pub mod paper;
mod problems;
pub mod public;
pub mod receipt;
mod send;
pub mod tracking;
pub(crate) mod view;
mod when;
