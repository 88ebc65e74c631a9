//! Header and footer of the pages for citizens.

use leptos::children::TypedChildren;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::phone::strip::Strip;
use crate::text::use_text;

/// Which entry of the header is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `/lapor` and its receipt.
    File,
    /// `/lacak`.
    Track,
    /// `/laporan-saya`.
    Mine,
    /// `/laporan` and `/instansi`.
    Public,
    /// `/bantuan`.
    Help,
}

/// How wide a page's content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// Sections decide for themselves, from edge to edge.
    Edges,
    /// Text with a side column.
    #[default]
    Usual,
    /// Forms and text: a reading width.
    Narrow,
    /// The desks: all there is.
    Full,
}

impl Width {
    /// The classes of `main`.
    pub(super) const fn class(self) -> Option<&'static str> {
        match self {
            Self::Edges => None,
            Self::Usual => Some("page"),
            Self::Narrow => Some("page page-narrow"),
            Self::Full => Some("page page-full"),
        }
    }
}

/// Two buttons that change the language and come back to this address.
#[component]
pub(super) fn LanguageForm() -> impl IntoView {
    let words = &use_text().common;
    let location = use_location();
    let here = move || {
        let query = location.search.get();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", location.pathname.get())
    };
    let is = |code: &str| (words.lang == code).then_some("true");
    view! {
        <form method="post" action="/bahasa" class="language" aria-label=words.language>
            <input type="hidden" name="kembali" value=here/>
            <button name="bahasa" value="id" lang="id" aria-current=is("id")>
                "ID"<span class="hide">", Bahasa Indonesia"</span>
            </button>
            <button name="bahasa" value="en" lang="en" aria-current=is("en")>
                "EN"<span class="hide">", English"</span>
            </button>
        </form>
    }
}

/// Mark and name.
#[component]
pub(super) fn Brand(
    /// Where it leads.
    href: &'static str,
    /// The line below the name.
    #[prop(into)]
    line: String,
    /// Size of the mark, in pixels.
    size: &'static str,
) -> impl IntoView {
    view! {
        <a class="brand" href=href>
            <img src="/logo.svg" alt="" width=size height=size/>
            <span><b>{use_text().common.brand}</b><span>{line}</span></span>
        </a>
    }
}

/// A page for citizens.
#[component]
pub fn PublicFrame<C>(
    /// The entry of the header that is here.
    #[prop(optional)]
    here: Option<Place>,
    /// How wide the content is.
    #[prop(optional)]
    width: Width,
    /// The content.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    view! {
        <Top here/>
        <Strip/>
        <main id="isi" class=width.class() tabindex="-1">{children.into_inner()().into_any()}</main>
        <Foot/>
    }
}

/// The header. Apart from the frame, which is compiled anew for every page.
#[component]
fn Top(
    /// The entry that is here.
    here: Option<Place>,
) -> impl IntoView {
    let words = &use_text().common;
    let is = |place| (here == Some(place)).then_some("page");
    view! {
        <a class="skip" href="#isi" rel="external">{words.skip}</a>
        <header class="top">
            <div class="page">
                <Brand href="/" line=words.brand_line size="40"/>
                <nav aria-label=words.nav>
                    <ul class="menu-list">
                        <li><a href="/lapor" aria-current=is(Place::File)>{words.file}</a></li>
                        <li><a href="/lacak" aria-current=is(Place::Track)>{words.track}</a></li>
                        <li><a href="/laporan" aria-current=is(Place::Public)>{use_text().public.nav}</a></li>
                        <li><a href="/laporan-saya" aria-current=is(Place::Mine)>{use_text().phone.mine_short}</a></li>
                        <li><a href="/bantuan" aria-current=is(Place::Help)>{words.help}</a></li>
                    </ul>
                </nav>
                <LanguageForm/>
            </div>
            <div class="weave" aria-hidden="true"></div>
        </header>
    }
}

/// Who runs this, other ways to be heard, and the reader's rights.
#[component]
fn Foot() -> impl IntoView {
    let words = &use_text().common;
    view! {
        <footer class="foot">
            <div class="page">
                <div>
                    <h2>{words.foot_about}</h2>
                    <p>{words.foot_about_text}</p>
                    <ul class="links"><li><a href="/masuk">{words.staff}</a></li></ul>
                </div>
                <div>
                    <h2>{words.foot_other}</h2>
                    <ul class="links">
                        <li><a href="sms:1708">{words.foot_sms}</a></li>
                        <li><a href="tel:112">{words.foot_emergency}</a></li>
                        <li><a href="/bantuan#loket">{words.foot_counter}</a></li>
                        <li><a href="/bantuan#ombudsman">{words.foot_ombudsman}</a></li>
                    </ul>
                </div>
                <div>
                    <h2>{words.foot_rights}</h2>
                    <ul class="links">
                        <li><a href="/bantuan#identitas">{words.foot_identity}</a></li>
                        <li><a href="/bantuan#data">{words.foot_data}</a></li>
                        <li><a href="/bantuan#wbs">{words.foot_whistle}</a></li>
                        <li><a href="/bantuan#aksesibilitas">{words.foot_access}</a></li>
                    </ul>
                </div>
            </div>
        </footer>
    }
}
