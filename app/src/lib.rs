//! The front rooms: pages, their parts, server functions and words.
//!
//! Built twice: with `ssr` into the server, with `hydrate` into the wasm. What only the server has is in
//! [`ssr`]; everything else is the same on both sides.

// A page is one type, as deep as its elements.
#![recursion_limit = "512"]
#![allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")
)]

pub mod account;
pub mod chunks;
pub mod citizen;
pub mod desk;
pub mod error;
pub mod form;
pub mod missing;
pub mod parts;
mod phone;
pub mod problem_page;
pub mod province;
pub mod shell;
pub mod ssr;
pub mod staff;
pub mod text;

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    Lazy,
    components::{Route, Router, Routes},
    path,
};

/// The title of a page as it is written. One that has no title of its own is called as the site is.
fn titled(title: String, site: &str) -> String {
    let title = if title == site {
        title
    } else {
        format!("{title} · {site}")
    };
    // leptos_meta writes the element as it is given, and a title may hold what somebody typed. Whether this is a server
    // is asked of the program and not of leptos, which may be asked on a thread that draws no page and then says no.
    if cfg!(target_arch = "wasm32") {
        title
    } else {
        form::in_element(&title)
    }
}

/// Every page of the house, by its path.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let site = text::use_text().common.site;
    let titled = move |title: String| titled(title, site);
    view! {
        <Title text=site formatter=titled/>
        <Router>
            <Routes fallback=missing::MissingPage>
                <Route path=path!("/") view={Lazy::<chunks::Home>::new()}/>
                <Route path=path!("/lapor") view={Lazy::<chunks::Filing>::new()}/>
                <Route path=path!("/laporan") view={Lazy::<chunks::PublicList>::new()}/>
                <Route path=path!("/laporan/peta") view={Lazy::<chunks::PublicMap>::new()}/>
                <Route path=path!("/laporan/:code") view={Lazy::<chunks::PublicCase>::new()}/>
                <Route path=path!("/instansi") view={Lazy::<chunks::Agencies>::new()}/>
                <Route path=path!("/instansi/:agency") view={Lazy::<chunks::Agency>::new()}/>
                <Route path=path!("/lapor/bukti") view={Lazy::<chunks::Receipt>::new()}/>
                <Route path=path!("/lacak") view={Lazy::<chunks::Tracking>::new()}/>
                <Route path=path!("/lacak/hilang") view={Lazy::<chunks::Lost>::new()}/>
                <Route path=path!("/k/:token") view={Lazy::<chunks::Link>::new()}/>
                <Route path=path!("/lacak/:code") view={Lazy::<chunks::Case>::new()}/>
                <Route path=path!("/lacak/:code/berkas-eskalasi") view={Lazy::<chunks::Escalation>::new()}/>
                <Route path=path!("/lacak/:code/data-saya") view={Lazy::<chunks::MyData>::new()}/>
                <Route path=path!("/saya") view={Lazy::<chunks::OwnAccount>::new()}/>
                <Route path=path!("/laporan-saya") view={Lazy::<chunks::Mine>::new()}/>
                <Route path=path!("/bantuan") view={Lazy::<chunks::Help>::new()}/>
                <Route path=path!("/masuk") view={Lazy::<chunks::SignIn>::new()}/>
                <Route path=path!("/meja") view={Lazy::<chunks::Queue>::new()}/>
                <Route path=path!("/meja/bantu") view={Lazy::<chunks::Assist>::new()}/>
                <Route path=path!("/meja/:code") view={Lazy::<chunks::DeskCase>::new()}/>
                <Route path=path!("/meja/:code/bukti") view={Lazy::<chunks::NewReceipt>::new()}/>
                <Route path=path!("/sinergi") view={Lazy::<chunks::Province>::new()}/>
            </Routes>
        </Router>
    }
}

#[cfg(test)]
mod tests {
    use super::titled;

    #[test]
    fn a_title_is_text_wherever_it_is_written() {
        assert_eq!(
            titled("</title><script>&".to_owned(), "Sinergi"),
            "&lt;/title>&lt;script>&amp; · Sinergi"
        );
        assert_eq!(titled("Sinergi".to_owned(), "Sinergi"), "Sinergi");
    }
}
