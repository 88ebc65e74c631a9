//! The head of a case: the way here, its state, its title.

use std::sync::Arc;

use domain::{case::seat::Capacity, deed::Act, view::CaseView};
use leptos::prelude::*;

use crate::{
    desk::marks,
    parts::{Badge, Crumbs, Glyph, Tab, Tabs, Tone},
    text::{fill, use_text},
};

/// Ways to the long parts of the page, with how much is there.
#[component]
pub(super) fn PartTabs(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = &use_text().case_desk;
    let part = |id: &str, word: &str, count: usize| Tab {
        href: format!("#{id}"),
        word: word.to_owned(),
        count: count.to_string(),
        is_here: false,
    };
    let talk = case
        .facts
        .is_some()
        .then(|| part("percakapan", words.talk, case.messages.len()));
    let notes = (case.may(Act::Note) || !case.notes.is_empty()).then(|| part("catatan", words.notes, case.notes.len()));
    let history = part("riwayat", words.history, case.history.len());
    let tabs = talk.into_iter().chain(notes).chain([history]).collect();
    view! { <Tabs label=words.parts tabs/> }
}

/// Code, badges and title.
#[component]
pub(super) fn Head(
    /// The case.
    case: Arc<CaseView>,
) -> impl IntoView {
    let words = use_text();
    let queue = ("/meja".to_owned(), words.common.queue.to_owned());
    let state = marks::status(case.status.code, case.capacity, words);
    // The first limit that needs attention, with its name: a badge alone must say what is late.
    let left = case.deadlines.iter().map(|limit| (limit, marks::left_of(limit, words)));
    let pressing = left
        .filter(|(_, left)| matches!(left.tone, Tone::Late | Tone::Wait))
        .take(1)
        .map(|(limit, left)| {
            let word = fill(
                words.case_desk.limit_left,
                &[("limit", words.limits.of(limit.clock)), ("left", &left.word)],
            );
            view! { <Badge tone=left.tone glyph=left.glyph word/> }
        });
    let joint = (case.tasks.iter().any(|task| !task.is_ours) && case.capacity == Some(Capacity::Holder))
        .then(|| view! { <Badge tone=Tone::Joint glyph=Glyph::Joint word=words.queue.joint/> });
    view! {
        <Crumbs trail=vec![queue] here=case.code.clone()/>
        <div class="headline">
            <div class="stack stack-s">
                <p class="row row-tight">
                    {case.is_urgent.then(|| view! { <Badge tone=Tone::Late glyph=Glyph::Warn word=words.queue.urgent/> })}
                    <Badge tone=state.tone glyph=state.glyph word=state.word/>
                    {joint}
                    {pressing.collect_view()}
                </p>
                <h1>{case.heading()}</h1>
            </div>
        </div>
    }
}
