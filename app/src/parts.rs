//! The parts that every page is made of: plain data in, markup out.
//!
//! A part knows no case and no clock: names, dates and spans of time arrive as finished text. Every part works without
//! scripts. Its look stands in `style/parts/`, under the same name.

pub mod badge;
pub mod button;
pub mod card;
pub mod choice;
pub mod deadline;
pub mod dialog;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod figure;
pub mod files;
pub mod glyph;
pub mod holder;
pub mod lists;
pub mod map;
pub mod map_link;
pub mod nav;
pub mod notice;
pub mod partners;
pub mod promise;
pub mod public_frame;
pub mod staff_frame;
pub mod table;
pub mod talk;
pub mod timeline;
pub mod tone;

pub use badge::{Badge, Pill, StatusBadge};
pub use button::{Button, ButtonKind, LinkButton};
pub use card::{Card, Facts};
pub use choice::{Check, ChoiceCard, Choices};
pub use deadline::{Deadline, Tick, ticks};
pub use dialog::{Dialog, DialogActs, DialogLink};
pub use empty::{Empty, Skeleton};
pub use error_summary::ErrorSummary;
pub use field::{Field, Select, TextArea, TextInput, described_by, ungrouped};
pub use figure::{Define, Figure};
pub use files::FileList;
pub(crate) use files::{FILE_KINDS, file_problem, files_hint};
pub use glyph::{Glyph, Icon};
pub use holder::{Held, HolderBar, HolderLine};
pub use lists::{Paragraphs, Quote};
pub use map::{MapOnDemand, MapUse};
pub use map_link::MapLink;
pub use nav::{Crumbs, Pages, Tab, Tabs};
pub use notice::Notice;
pub use partners::{Partner, Partners};
pub use promise::Promise;
pub use public_frame::{Place, PublicFrame, Width};
pub use staff_frame::{StaffFrame, StaffLink};
pub use table::TableRegion;
pub use talk::{Said, Talk, Voice};
pub use timeline::{Moment, Timeline};
pub use tone::Tone;

#[cfg(test)]
mod tests;
