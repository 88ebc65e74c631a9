//! News while the page is open: the page says that there is some, and loads it when it is asked to. What was typed and
//! not sent stays.

use domain::view::CaseView;
use leptos::{prelude::*, wasm_bindgen::JsCast as _};
use web_sys::{EventSource, HtmlTextAreaElement, MessageEvent};

use crate::{
    citizen::view::Viewed,
    parts::{Glyph, Notice, Tone},
    text::use_text,
};

/// What was typed into which field when the page was loaded anew.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Unsent(RwSignal<Vec<(String, String)>>);

/// Listens for news of the case, as long as this view of it is shown.
#[component]
pub(super) fn Live(
    /// The code of the case.
    code: String,
    /// The version that is shown.
    version: i64,
    /// What reads the case again.
    view: Viewed<Option<CaseView>>,
) -> impl IntoView {
    let words = use_text().follow;
    let (news, set_news) = signal(false);
    let left = RwSignal::new(Vec::<String>::new());
    let unsent = expect_context::<Unsent>();
    Effect::new(move |_| listen(&format!("/lacak/{code}/kabar"), version, set_news));
    // The fields of the new view are there once it is drawn.
    Effect::new(move |_| {
        let typed = unsent.0.try_update(std::mem::take).unwrap_or_default();
        if !typed.is_empty() {
            request_animation_frame(move || left.set(put_back(typed)));
        }
    });
    let load = move |_| {
        unsent.0.set(typed());
        view.refetch();
    };
    let told = move || {
        news.get().then(|| {
            view! {
                <Notice tone=Tone::Wait glyph=Glyph::Message>
                    <p>{words.news}</p>
                    <button type="button" class="btn" on:click=load>{words.reload}</button>
                </Notice>
            }
        })
    };
    let kept = move || {
        let left = left.get();
        (!left.is_empty()).then(|| {
            let texts = left.into_iter().map(|text| view! { <p>{text}</p> });
            view! {
                <Notice tone=Tone::Wait glyph=Glyph::Message title=words.unsent>{texts.collect_view()}</Notice>
            }
        })
    };
    view! {
        <div role="status">{told}</div>
        {kept}
    }
    .into_any()
}

/// Opens the stream, and closes it when this view goes. A stream that is refused ends by itself.
fn listen(url: &str, version: i64, set_news: WriteSignal<bool>) {
    let Ok(source) = EventSource::new(url) else { return };
    let on_message = wasm_bindgen::closure::Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let told = event.data().as_string().and_then(|data| data.parse::<i64>().ok());
        if told.is_some_and(|told| told > version) {
            set_news.set(true);
        }
    });
    source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let held = StoredValue::new_local((source, on_message));
    on_cleanup(move || {
        held.try_with_value(|(source, _)| source.close());
    });
}

/// Id and text of every field of the page with words that were not sent.
fn typed() -> Vec<(String, String)> {
    let Ok(found) = document().query_selector_all("textarea[id]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlTextAreaElement>().ok())
        .map(|field| (field.id(), field.value()))
        .filter(|(_, text)| !text.trim().is_empty())
        .collect()
}

/// Puts the words back into their fields; gives those whose field is gone.
fn put_back(typed: Vec<(String, String)>) -> Vec<String> {
    typed
        .into_iter()
        .filter_map(|(id, text)| {
            let field = document()
                .get_element_by_id(&id)
                .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
            match field {
                Some(field) => {
                    field.set_value(&text);
                    None
                }
                None => Some(text),
            }
        })
        .collect()
}
