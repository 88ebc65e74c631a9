//! What a page shows: given by its handler when the server draws it, fetched from the page's own address after that.

use codee::binary::PostcardCodec;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    form::POSTCARD,
    parts::{Empty, Glyph, Skeleton},
    text::use_text,
};

/// A view as a page reads it; `None` if it could not be read.
pub(crate) type Viewed<T> = Resource<Option<T>, PostcardCodec>;

/// What the page at `url` shows. On the server the handler has put it into the context; the browser takes it from the
/// page, and asks that same address for it where the page was reached without the server.
pub(crate) fn use_view<T>(url: impl Fn() -> String + Send + Sync + 'static) -> Viewed<T>
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let given = use_context::<T>();
    let read = move |url: String| {
        let given = given.clone();
        async move {
            match given {
                Some(view) => Some(view),
                None if is_server() => None,
                None => SendWrapper::new(fetch(url)).await,
            }
        }
    };
    Resource::new_with_options(url, read, false)
}

/// Asks an address of this site for postcard; `None` if there is no answer, or not the one expected.
pub(crate) async fn fetch<T: DeserializeOwned>(url: String) -> Option<T> {
    let request = gloo_net::http::Request::get(&url).header("accept", POSTCARD);
    let answer = request.send().await.ok().filter(gloo_net::http::Response::ok)?;
    postcard::from_bytes(&answer.binary().await.ok()?).ok()
}

/// Draws what was read; while it is being read again, what was there stays. Its type is erased: a page's whole type
/// would be longer than the compiler reads.
#[component]
pub(crate) fn Shown<T, D, V>(
    /// What is read.
    view: Viewed<T>,
    /// Draws it.
    draw: D,
) -> impl IntoView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    D: Fn(T) -> V + Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let drawn = move || {
        let draw = draw.clone();
        Suspend::new(async move {
            match view.await {
                Some(view) => draw(view).into_any(),
                None => unread().into_any(),
            }
        })
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }.into_any()
}

/// Says that the line is gone; the browser itself loads the page again.
fn unread() -> impl IntoView {
    let words = use_text();
    view! { <Empty glyph=Glyph::Warn title=words.fault.broken_title text=words.fault.broken_text/> }
}
