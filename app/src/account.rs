//! `/masuk`: officers sign in. One plain form, posted to its own address; nothing of it needs scripts.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::{
    error::AppError,
    form::use_posted,
    parts::{Button, ButtonKind, Glyph, Notice, PublicFrame, TextInput, Tone},
    text::use_text,
};

/// The form. `?kembali=` names the page to go on to; `?berakhir=` says that a session has ended.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = use_text().sign_in;
    let posted = use_posted();
    let query = use_query_map();
    let asked = |name: &str| query.with_untracked(|query| query.get(name));
    let back = match posted.text("kembali") {
        typed if typed.is_empty() => asked("kembali").unwrap_or_default(),
        typed => typed,
    };
    let refused = posted.error.clone().map(|error| match error {
        AppError::TooMany => words.resting,
        AppError::SignIn => words.wrong,
        AppError::Forbidden
        | AppError::Missing
        | AppError::Refused(_)
        | AppError::Fields(_)
        | AppError::Stale { .. }
        | AppError::Malformed
        | AppError::Offline
        | AppError::Internal => use_text().fault.broken_text,
    });
    let has_ended = refused.is_none() && asked("berakhir").is_some();
    view! {
        <Title text=words.title/>
        <PublicFrame>
            <div class="gate">
                <div>
                    <h1>{words.title}</h1>
                    <p class="soft">{words.citizens}" "<a href="/lacak">{words.citizens_track}</a></p>
                </div>
                {refused.map(|sentence| view! {
                    <div role="alert"><Notice tone=Tone::Late glyph=Glyph::Warn><p>{sentence}</p></Notice></div>
                })}
                {has_ended.then(|| view! {
                    <Notice tone=Tone::Info glyph=Glyph::Info><p>{words.ended}</p></Notice>
                })}
                <form class="card stack" method="post" action="/masuk">
                    <TextInput
                        name="name"
                        label=words.name
                        hint=words.name_hint
                        value=posted.text("name")
                        autocomplete="username"
                        maxlength=200
                    />
                    <TextInput name="password" label=words.password kind="password" autocomplete="current-password"/>
                    <Button word=words.send glyph=Glyph::Key kind=ButtonKind::MainWide/>
                    <input type="hidden" name="kembali" value=back/>
                </form>
                <p class="fine soft">{words.note}" "{words.lost}</p>
            </div>
        </PublicFrame>
    }
}
