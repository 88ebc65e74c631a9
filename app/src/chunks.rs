//! Pages that are a chunk of their own: a phone that looks a case up does not carry the form.
//!
//! A chunk that does not come leaves pages plain, and `boot.js` follows the link as a browser without scripts would.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::{
    account::SignInPage,
    citizen::{
        case::CasePage,
        filing::FilingPage,
        help::HelpPage,
        home::HomePage,
        public::{agencies::AgenciesPage, agency::AgencyPage, case::PublicCasePage, list::ListPage, map::MapPage},
        receipt::ReceiptPage,
        tracking::TrackingPage,
    },
};

/// `/`.
pub struct Home;

#[lazy_route]
impl LazyRoute for Home {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <HomePage/> }.into_any()
    }
}

/// `/lapor`.
pub struct Filing;

#[lazy_route]
impl LazyRoute for Filing {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <FilingPage/> }.into_any()
    }
}

/// `/lapor/bukti`.
pub struct Receipt;

#[lazy_route]
impl LazyRoute for Receipt {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <ReceiptPage/> }.into_any()
    }
}

/// `/lacak`.
pub struct Tracking;

#[lazy_route]
impl LazyRoute for Tracking {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <TrackingPage/> }.into_any()
    }
}

/// `/lacak/{code}`.
pub struct Case;

#[lazy_route]
impl LazyRoute for Case {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <CasePage/> }.into_any()
    }
}

/// `/bantuan`.
pub struct Help;

#[lazy_route]
impl LazyRoute for Help {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <HelpPage/> }.into_any()
    }
}

/// `/masuk`.
pub struct SignIn;

#[lazy_route]
impl LazyRoute for SignIn {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <SignInPage/> }.into_any()
    }
}

/// `/laporan`.
pub struct PublicList;

#[lazy_route]
impl LazyRoute for PublicList {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <ListPage/> }.into_any()
    }
}

/// `/laporan/peta`.
pub struct PublicMap;

#[lazy_route]
impl LazyRoute for PublicMap {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <MapPage/> }.into_any()
    }
}

/// `/laporan/{code}`.
pub struct PublicCase;

#[lazy_route]
impl LazyRoute for PublicCase {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <PublicCasePage/> }.into_any()
    }
}

/// `/instansi`.
pub struct Agencies;

#[lazy_route]
impl LazyRoute for Agencies {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <AgenciesPage/> }.into_any()
    }
}

/// `/instansi/{agency}`.
pub struct Agency;

#[lazy_route]
impl LazyRoute for Agency {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <AgencyPage/> }.into_any()
    }
}
