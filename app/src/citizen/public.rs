//! What everybody reads: the list, a case, the map, agencies. Each page can be shared, and is complete without scripts.

pub mod agencies;
pub mod agency;
pub mod case;
pub mod list;
pub mod map;
mod row;

pub(super) use row::Rows;

use domain::{
    lang::Lang,
    view::{
        public::{PublicDue, PublicFilter},
        sinergi::PublicCell,
    },
};
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use crate::text::{Words, fill, use_text};

/// What a page says of itself where it is shared, and which address and languages it has. The second language of the
/// same address is asked for in its query.
#[component]
fn Shared(
    /// Its absolute address.
    #[prop(into)]
    url: String,
    /// Its title.
    #[prop(into)]
    title: String,
    /// What it is about, in a sentence or two.
    #[prop(into)]
    description: String,
    /// Address of its feed.
    #[prop(optional, into)]
    feed: Option<String>,
    /// Whether it is one text of its own, and not a list.
    #[prop(optional)]
    article: bool,
) -> impl IntoView {
    let words = use_text();
    let site = url.find("/laporan").or_else(|| url.find("/instansi"));
    let image = format!("{}/icon-512.png", site.and_then(|at| url.get(..at)).unwrap_or_default());
    let (id, en) = (format!("{url}?bahasa=id"), format!("{url}?bahasa=en"));
    let locale = match words.language() {
        Lang::Id => "id_ID",
        Lang::En => "en_GB",
    };
    let kind = if article { "article" } else { "website" };
    view! {
        <Title text=title.clone()/>
        <Meta name="description" content=description.clone()/>
        <Link rel="canonical" href=url.clone()/>
        <Link rel="alternate" hreflang="id" href=id/>
        <Link rel="alternate" hreflang="en" href=en/>
        <Link rel="alternate" hreflang="x-default" href=url.clone()/>
        {feed.map(|feed| view! { <Link rel="alternate" type_="application/atom+xml" href=feed/> })}
        <Meta property="og:type" content=kind/>
        <Meta property="og:site_name" content=words.common.site/>
        <Meta property="og:locale" content=locale/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:url" content=url/>
        <Meta property="og:image" content=image/>
        <Meta name="twitter:card" content="summary"/>
    }
    .into_any()
}

/// The address of the list with these filters; empty ones are left out.
fn list_address(filter: &PublicFilter) -> String {
    let parts = [
        ("q", filter.words.as_str()),
        ("wilayah", &filter.regency),
        ("kecamatan", &filter.district),
        ("instansi", &filter.agency),
        ("keadaan", filter.state.map_or("", |state| state.as_str())),
        ("jenis", filter.kind.map_or("", |kind| kind.as_str())),
        ("perihal", filter.subject.map_or("", |subject| subject.as_str())),
        ("sesudah", &filter.after),
    ];
    let query: Vec<String> = parts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", in_query(value)))
        .collect();
    if query.is_empty() {
        "/laporan".to_owned()
    } else {
        format!("/laporan?{}", query.join("&"))
    }
}

/// A value as it stands in a query.
fn in_query(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// What is left of a limit, in words.
fn left(due: &PublicDue, words: &Words) -> String {
    if due.is_paused {
        words.public.stopped.to_owned()
    } else if due.is_late {
        fill(words.common.days_late, &[("n", &due.days_late.to_string())])
    } else if due.days_left == 0 {
        words.common.due_today.to_owned()
    } else {
        fill(words.common.days_left, &[("n", &due.days_left.to_string())])
    }
}

/// A cell of a public table, as everybody reads it.
fn cell(cell: PublicCell, words: &Words) -> String {
    match cell {
        PublicCell::Shown(count) => domain::time::format::number(count, words.language()),
        PublicCell::Few => words.common.few.to_owned(),
        PublicCell::Hidden => words.public.hidden.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_the_list_stands_in_its_address() {
        let filter = PublicFilter {
            words: "jalan & jembatan".to_owned(),
            regency: "65.01".to_owned(),
            after: "17.KTR-26-7F3K-9QX6".to_owned(),
            ..PublicFilter::default()
        };
        assert_eq!(
            list_address(&filter),
            "/laporan?q=jalan%20%26%20jembatan&wilayah=65.01&sesudah=17.KTR-26-7F3K-9QX6"
        );
        assert_eq!(list_address(&PublicFilter::default()), "/laporan");
    }
}
