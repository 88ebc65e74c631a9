//! The building: configuration, the door, the routes, and the pages as answers to requests.
//!
//! A request comes in through the layers of [`router`], is read by a handler, and goes to the office (`portal`)
//! once. Pages are drawn by `app`; rules are kept by `domain`; nothing of either is here.

// The future that draws a page has the whole page for a type.
#![recursion_limit = "512"]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")
)]

pub mod account;
pub mod admin;
pub mod assets;
pub mod assist;
pub mod citizen;
pub mod config;
pub mod data_dir;
pub mod demo;
pub mod door;
pub mod feeds;
pub mod file;
pub mod forms;
pub mod functions;
mod guard;
pub mod health;
pub mod jobs;
pub mod layers;
pub mod limits;
pub mod live;
pub mod logs;
pub mod maps;
pub mod office;
pub mod pages;
pub mod paper;
pub mod post;
pub mod public;
pub mod router;
pub mod serve;
pub mod session;
pub mod state;
pub mod uploads;
pub mod words;

#[cfg(test)]
mod tests;
