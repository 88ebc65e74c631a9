//! The conversation: words of people, and notes apart from them.

use domain::view::FileView;
use leptos::either::Either;
use leptos::prelude::*;

use super::{FileList, Glyph, Icon, Paragraphs};

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The reader's own.
    Mine,
    /// The reporter's, read by an officer.
    Reporter,
    /// An agency's.
    Agency,
    /// An internal note of an officer.
    Note,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whose words they are.
    pub voice: Voice,
    /// Who.
    pub name: String,
    /// First name and unit of the officer; may be empty.
    pub unit: String,
    /// Two letters for the agency or the officer; a person is drawn where there are none.
    pub initials: String,
    /// When, as text.
    pub when: String,
    /// When, for machines: RFC 3339.
    pub at: String,
    /// What was said.
    pub text: String,
    /// What was sent along.
    pub files: Vec<FileView>,
}

/// The messages, oldest first.
#[component]
pub fn Talk(
    /// The messages.
    said: Vec<Said>,
    /// The address of the case's page, below which its files are opened.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    let lines = said.into_iter().map(|said| {
        let class = match said.voice {
            Voice::Mine => Some("mine"),
            Voice::Note => Some("note"),
            Voice::Reporter | Voice::Agency => None,
        };
        let face = if said.voice == Voice::Agency {
            "avatar avatar-org"
        } else {
            "avatar"
        };
        let inside = if said.initials.is_empty() {
            Either::Left(view! { <Icon glyph=Glyph::Person/> })
        } else {
            Either::Right(said.initials)
        };
        view! {
            <li class=class>
                <span class=face aria-hidden="true">{inside}</span>
                <div class="says">
                    <p class="by">
                        <b>{said.name}</b>
                        {(!said.unit.is_empty()).then(|| view! { <span class="soft">{said.unit}</span> })}
                        <time class="soft" datetime=said.at>{said.when}</time>
                    </p>
                    <Paragraphs text=said.text/>
                    <FileList files=said.files at=at.clone()/>
                </div>
            </li>
        }
    });
    view! { <ol class="talk">{lines.collect_view()}</ol> }
}
