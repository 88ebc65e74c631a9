//! A village or district by a few letters of its name, in place of three lists. Only where scripts run.

use std::time::Duration;

use domain::view::choices::FoundPlace;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use web_sys::{HtmlElement, KeyboardEvent};

use super::super::view::fetch;
use crate::{
    phone::fields,
    text::{Words, fill, use_text},
};

/// Id of the field. It has no name: what is looked for is not sent with the form.
const SEARCH: &str = "find-place";
/// How long nothing is typed before the server is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// What came of the last letters.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    Nothing,
    Found(Vec<FoundPlace>),
    Unread,
    Filled(String),
}

/// The field with what was found.
#[derive(Clone, Copy)]
struct Search {
    told: RwSignal<Told>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl Search {
    /// Asks for what stands in the field, once nothing more is typed. An answer that comes after the next letters is
    /// dropped.
    fn ask(self) {
        if let Some(before) = self.pause.try_update_value(Option::take).flatten() {
            before.clear();
        }
        let later = move || {
            let typed = fields::typed(SEARCH);
            if typed.trim().chars().count() < 2 {
                self.told.set(Told::Nothing);
                return;
            }
            spawn_local(async move {
                let query = String::from(js_sys::encode_uri_component(&typed));
                let found: Option<Vec<FoundPlace>> = fetch(format!("/wilayah?q={query}")).await;
                if fields::typed(SEARCH) == typed {
                    self.told.set(found.map_or(Told::Unread, Told::Found));
                }
            });
        };
        self.pause.set_value(set_timeout_with_handle(later, PAUSE).ok());
    }

    /// Fills in the three fields below.
    fn choose(self, place: FoundPlace) {
        spawn_local(async move {
            fill_in(&place).await;
            fields::put(SEARCH, "");
            self.told.set(Told::Filled(place.name));
            if let Some(field) = fields::element::<HtmlElement>(SEARCH) {
                let _ = field.focus();
            }
        });
    }

    /// "Enter" chooses the first place; it neither sends the form nor goes on.
    fn press(self, event: &KeyboardEvent) {
        if event.key() != "Enter" {
            return;
        }
        event.prevent_default();
        let first = self.told.with_untracked(|told| match told {
            Told::Found(places) => places.first().cloned(),
            Told::Nothing | Told::Unread | Told::Filled(_) => None,
        });
        if let Some(place) = first {
            self.choose(place);
        }
    }
}

/// Fills in regency, district and village. A list that depends on another is drawn a moment later.
pub(super) async fn fill_in(place: &FoundPlace) {
    fields::put("regency", &place.regency);
    leptos::task::tick().await;
    fields::put("district", &place.district);
    leptos::task::tick().await;
    fields::put("village", &place.village);
}

/// The field, and the places below it.
#[component]
pub(super) fn PlaceSearch() -> impl IntoView {
    let words = use_text();
    let said = words.spot;
    let search = Search {
        told: RwSignal::new(Told::Nothing),
        pause: StoredValue::new(None),
    };
    let is_awake = RwSignal::new(false);
    Effect::new(move |_| is_awake.set(true));
    let sentence = move || search.told.with(|told| sentence(told, words));
    let places = move || {
        let Told::Found(places) = search.told.get() else {
            return Vec::new();
        };
        places
            .into_iter()
            .map(|place| {
                let label = label(&place, words);
                let choose = move |_| search.choose(place.clone());
                view! { <li><button class="btn btn-wide" type="button" on:click=choose>{label}</button></li> }
            })
            .collect()
    };
    view! {
        <div class="field" hidden=move || !is_awake.get()>
            <label for=SEARCH>{said.find}</label>
            <p class="hint" id="find-place-h">{said.find_hint}</p>
            <input
                type="search"
                class="input"
                id=SEARCH
                autocomplete="off"
                maxlength="60"
                aria-describedby="find-place-h"
                on:input=move |_| search.ask()
                on:keydown=move |event| search.press(&event)
            />
            <p class="fine" role="status" id="find-place-told">{sentence}</p>
            <ul class="stack stack-s">{places}</ul>
        </div>
    }
    .into_any()
}

/// What came of the last letters, for who cannot see the list.
fn sentence(told: &Told, words: &Words) -> String {
    let said = words.spot;
    match told {
        Told::Nothing => String::new(),
        Told::Found(places) if places.is_empty() => said.none.to_owned(),
        Told::Found(places) => fill(said.found, &[("n", &places.len().to_string())]),
        Told::Unread => said.unread.to_owned(),
        Told::Filled(place) => fill(said.filled, &[("place", place)]),
    }
}

/// A place as it is offered; a district says that it is one.
fn label(place: &FoundPlace, words: &Words) -> String {
    if place.village.is_empty() {
        fill(words.spot.district_of, &[("place", &place.name)])
    } else {
        place.name.clone()
    }
}
