//! Asking the server with a limit of time: a line that is half there keeps no report waiting for ever.

use gloo_net::http::{Request, RequestBuilder, Response};
use leptos::prelude::{set_timeout_with_handle, window};
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::AbortController;

/// How long an answer may take. A quarter of a megabyte at 40 kbit/s takes 52 seconds.
const ANSWER_MAX: Duration = Duration::from_secs(90);

/// Whether the phone says that it has a line. A "yes" may be wrong, a "no" is right.
pub(crate) fn is_online() -> bool {
    window().navigator().on_line()
}

/// Sends a request and gives the answer, whatever its status; `None` if there was none in time.
pub(crate) async fn ask(request: RequestBuilder, body: Option<&JsValue>) -> Option<Response> {
    let stop = AbortController::new().ok()?;
    let signal = stop.signal();
    let request = request.abort_signal(Some(&signal));
    let request: Request = match body {
        Some(body) => request.body(body.clone()).ok()?,
        None => request.build().ok()?,
    };
    let limit = set_timeout_with_handle(move || stop.abort(), ANSWER_MAX).ok()?;
    let answer = request.send().await.ok();
    limit.clear();
    answer
}
