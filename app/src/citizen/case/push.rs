//! Notices of this browser: asked for where the browser has them, by a form that the server reads like any other.

use leptos::{
    ev::SubmitEvent,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast as _, JsValue},
};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, HtmlFormElement, PushSubscription, PushSubscriptionOptionsInit, ServiceWorkerRegistration};

use super::{DONE, Reporter};
use crate::{
    citizen::{follow::PUSH, send::ACT},
    form::{Outcome, send},
    parts::{Button, Check, Glyph},
    text::use_text,
};

/// The service worker, which shows the notices.
const WORKER: &str = "/sw.js";

/// The form; nothing where the browser has no notices, where the house sends none, and without scripts.
#[component]
pub(super) fn ThisBrowser(
    /// The key by which browsers know this installation; empty where it sends none.
    key: String,
    /// What the form needs.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().follow;
    let (can, set_can) = signal(false);
    let (busy, set_busy) = signal(false);
    let (refused, set_refused) = signal(false);
    let is_sent_here = !key.is_empty();
    Effect::new(move |_| set_can.set(is_sent_here && has_notices()));
    let navigate = use_navigate();
    let (path, view) = (format!("/lacak/{}", reporter.code), reporter.view);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(body) = form.and_then(|form| FormData::new_with_form(&form).ok()) else {
            return;
        };
        set_busy.set(true);
        let (key, path, navigate) = (key.clone(), path.clone(), navigate.clone());
        spawn_local(async move {
            let done = match asked(&key, &body).await {
                Some(()) => send(&path, body).await,
                None => None,
            };
            set_busy.set(false);
            if let Some(Outcome::Done { .. }) = done {
                navigate(&format!("{path}?{DONE}={PUSH}"), NavigateOptions::default());
                view.refetch();
            } else {
                set_refused.set(true);
            }
        });
    };
    let form = move || {
        can.get().then(|| {
            view! {
                <form class="stack stack-s" on:submit=submit.clone()>
                    <h3>{words.push_title}</h3>
                    <p class="fine soft">{words.push_note}</p>
                    <input type="hidden" name=ACT value=PUSH/>
                    <Check name="named" word=words.push_named/>
                    <Button word=words.push_on glyph=Glyph::Message busy=busy/>
                    <p class="fine" role="status">{move || refused.get().then_some(words.push_refused)}</p>
                </form>
            }
        })
    };
    form.into_any()
}

/// Whether this browser shows notices that are pushed.
fn has_notices() -> bool {
    let has = |object: &JsValue, name: &str| js_sys::Reflect::has(object, &name.into()).unwrap_or(false);
    has(&window(), "PushManager") && has(&window().navigator(), "serviceWorker")
}

/// Asks the browser for its notices, and puts where they go into the form. `None` if it, or its owner, says no.
async fn asked(key: &str, body: &FormData) -> Option<()> {
    let workers = window().navigator().service_worker();
    JsFuture::from(workers.register(WORKER)).await.ok()?;
    let ready = JsFuture::from(workers.ready().ok()?).await.ok()?;
    let worker: ServiceWorkerRegistration = ready.dyn_into().ok()?;
    let options = PushSubscriptionOptionsInit::new();
    options.set_user_visible_only(true);
    options.set_application_server_key(&JsValue::from_str(key));
    let asked = worker.push_manager().ok()?.subscribe_with_options(&options).ok()?;
    let given: PushSubscription = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let told = given.to_json().ok()?;
    let keys = told.get_keys()?;
    body.append_with_str("endpoint", &told.get_endpoint()?).ok()?;
    body.append_with_str("p256dh", &keys.get_p256dh()?).ok()?;
    body.append_with_str("auth", &keys.get_auth()?).ok()
}
