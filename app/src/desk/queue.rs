//! `/meja`: the queue of the reader's desk, by deadline.

mod keys;
mod rows;
mod views;

use codee::binary::PostcardCodec;
use domain::view::queue::{QueueFilter, QueuePage as Page};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::read_queue;
use crate::{
    parts::{Empty, Glyph, Notice, Pages, Skeleton, Tone},
    problem_page::ProblemPage,
    staff::{Reader, Room, StaffPage, read_reader},
    text::{Words, fill, use_text},
};

/// The queue. Which view and which page of it stand in the address: `?antrean=…&sesudah=…`. Reads the page the address names and draws it.
#[component]
pub fn QueuePage() -> impl IntoView {
    let query = use_query_map();
    let here = move || {
        let query = query.read();
        let filter = query.get("antrean").and_then(|code| QueueFilter::find(&code));
        (
            filter.unwrap_or(QueueFilter::Work),
            query.get("sesudah").unwrap_or_default(),
        )
    };
    let reader = Resource::<_, PostcardCodec>::new_with_options(|| (), |()| read_reader(), false);
    let page = Resource::<_, PostcardCodec>::new_with_options(here, |(filter, after)| read_queue(filter, after), false);
    let drawn = move || {
        let after = query.read().get("sesudah");
        let done = query.read().get("tersimpan");
        Suspend::new(async move {
            match (reader.await, page.await) {
                (Ok(reader), Ok(page)) => Either::Left(view! { <Desk reader page is_first=after.is_none() done/> }),
                (Err(error), _) | (_, Err(error)) => Either::Right(view! { <ProblemPage error/> }),
            }
        })
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }
}

/// The queue as it was read.
#[component]
fn Desk(
    /// Who reads it.
    reader: Reader,
    /// What was read.
    page: Page,
    /// Whether this is the first page of its view.
    is_first: bool,
    /// Code of the act that brought the reader here.
    done: Option<String>,
) -> impl IntoView {
    let words = use_text();
    let name = words.queue_filters.of(page.filter);
    let title = fill(words.queue.title, &[("agency", &page.desk.short)]);
    let caption = fill(words.queue.caption, &[("agency", &page.desk.short)]);
    let count = page.rows.len().to_string();
    let shown = fill(words.queue.shown, &[("n", &count)]);
    let address = views::address(page.filter);
    let back = (!is_first).then(|| address.clone());
    let on = page.next.as_ref().map(|key| format!("{address}&sesudah={key}"));
    let has_pages = back.is_some() || on.is_some();
    let list = if page.rows.is_empty() {
        Either::Left(empty(page.filter, words))
    } else {
        Either::Right(view! {
            <rows::Rows rows=page.rows caption/>
            {has_pages.then(|| view! { <Pages said=shown back on/> })}
        })
    };
    let done = done.as_deref().and_then(domain::deed::Act::find);
    view! {
        <Title text=format!("{name}, {title}")/>
        <StaffPage reader here=Room::Desk class="desk">
            <views::Views filter=page.filter counts=page.counts/>
            <div class="queue">
                {done.map(|act| view! {
                    <Notice tone=Tone::Good glyph=Glyph::Done live=true><p>{words.acts_done.of(act)}</p></Notice>
                })}
                <div class="headline">
                    <div>
                        <h1>{name}</h1>
                        <p class="soft fine">{views::summary(page.filter, page.counts, words)}</p>
                    </div>
                </div>
                {list}
                <keys::Keys/>
            </div>
        </StaffPage>
    }
}

fn empty(filter: QueueFilter, words: &'static Words) -> impl IntoView {
    let (title, text) = match filter {
        QueueFilter::Work => (words.queue.empty, words.queue.empty_text),
        QueueFilter::Mine => (words.queue.empty_mine, words.queue.empty_mine_text),
        QueueFilter::Late => (words.queue.empty_late, words.queue.empty_late_text),
        QueueFilter::Waiting => (words.queue.empty_waiting, words.queue.empty_waiting_text),
        QueueFilter::AwaitingUs => (words.queue.empty_awaiting_us, words.queue.empty_awaiting_us_text),
        QueueFilter::Ended => (words.queue.empty_ended, words.queue.empty_ended_text),
    };
    view! { <Empty glyph=Glyph::List title text/> }
}
