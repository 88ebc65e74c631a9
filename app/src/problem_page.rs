//! The page that stands where one could not be read.

use leptos::{
    either::{Either, EitherOf3},
    prelude::*,
};
use leptos_meta::Title;

use crate::{error::AppError, missing::MissingPage, text::use_text};

/// Says what is wrong and where to go on. What is not there, and what is another's, look alike.
#[component]
pub fn ProblemPage(
    /// What went wrong.
    error: AppError,
) -> impl IntoView {
    let words = &use_text().fault;
    let phone = use_text().phone;
    let (title, text) = match error {
        AppError::Missing => return EitherOf3::A(view! { <MissingPage/> }),
        AppError::Forbidden => (words.denied_title, words.denied_text),
        AppError::TooMany => (words.too_many_title, words.too_many_text),
        AppError::Offline => (phone.offline_page, phone.offline_page_text),
        AppError::SignIn => return EitherOf3::B(sign_in()),
        AppError::Refused(_)
        | AppError::Fields(_)
        | AppError::Stale { .. }
        | AppError::Malformed
        | AppError::Internal => (words.broken_title, words.broken_text),
    };
    let way = if error == AppError::Forbidden {
        Either::Left(view! { <a class="btn btn-main" href="/meja">{words.to_desk}</a> })
    } else {
        Either::Right(view! { <a class="btn btn-main" href="" rel="external">{words.broken_again}</a> })
    };
    // Without a line, what opens all the same.
    let kept = (error == AppError::Offline).then(|| {
        view! {
            <ul class="links">
                <li><a href="/lapor" rel="external">{use_text().filing.title}</a></li>
                <li><a href="/laporan-saya" rel="external">{phone.mine}</a></li>
                <li><a href="/bantuan" rel="external">{use_text().help.title}</a></li>
            </ul>
        }
    });
    EitherOf3::C(view! {
        <Title text=title/>
        <main id="isi" class="page" tabindex="-1">
            <div class="lost">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                {way}
                {kept}
            </div>
        </main>
    })
}

/// The session ended while the page was open.
fn sign_in() -> impl IntoView {
    let words = use_text();
    view! {
        <Title text=words.sign_in.title/>
        <main id="isi" class="page" tabindex="-1">
            <div class="lost">
                <h1>{words.sign_in.title}</h1>
                <p class="lead">{words.sign_in.ended}</p>
                <a class="btn btn-main" href="/masuk" rel="external">{words.common.staff}</a>
            </div>
        </main>
    }
}
