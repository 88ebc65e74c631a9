//! Pages that are a chunk of their own: a phone that looks a case up does not carry the form.
//!
//! A chunk that does not come leaves pages plain, and `boot.js` follows the link as a browser without scripts would.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::{
    account::SignInPage,
    citizen::{
        case::CasePage, escalation::EscalationPage, filing::FilingPage, help::HelpPage, home::HomePage,
        my_data::MyDataPage, receipt::ReceiptPage, tracking::TrackingPage,
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

/// `/lacak/{code}/berkas-eskalasi`.
pub struct Escalation;

#[lazy_route]
impl LazyRoute for Escalation {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <EscalationPage/> }.into_any()
    }
}

/// `/lacak/{code}/data-saya`.
pub struct MyData;

#[lazy_route]
impl LazyRoute for MyData {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <MyDataPage/> }.into_any()
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
