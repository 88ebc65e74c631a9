//! A map that is drawn when somebody asks for it. Only where scripts run; what it shows or fills in is on the page
//! without it.

use leptos::prelude::*;
use web_sys::Event;

use crate::{
    parts::{Glyph, Icon},
    phone::map,
    text::{fill, use_text},
};

/// What a map is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapUse {
    /// A point is picked; these fields, by id, hold its latitude and longitude.
    Pick(&'static str, &'static str),
    /// Published cases are looked at; they come from this address.
    Look(&'static str),
}

/// Id of the list of what was pressed.
const TOLD: &str = "map-told";

/// The button, and the map once it was pressed. A page has one at most.
#[component]
pub fn MapOnDemand(
    /// What it is for.
    is_for: MapUse,
    /// Hears the point that is picked: latitude and longitude, in degrees.
    #[prop(optional)]
    picked: Option<Callback<(f64, f64)>>,
) -> impl IntoView {
    let said = use_text().maps;
    let (is_awake, is_open, has_failed) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let host = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        host.set(map::tile_host());
        is_awake.set(true);
    });
    let fail = move || {
        is_open.set(false);
        has_failed.set(true);
    };
    let press = move |_| {
        has_failed.set(false);
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            // Its place is there once the page has drawn it.
            request_animation_frame(move || map::draw(fail));
        }
    };
    let opens = match is_for {
        MapUse::Pick(..) => said.pick,
        MapUse::Look(_) => said.look,
    };
    let word = move || if is_open.get() { said.close } else { opens };
    let pictures = move || host.get().map(|host| fill(said.pictures, &[("host", &host)]));
    let failed = move || has_failed.get().then_some(said.failed);
    view! {
        <div class="stack stack-s" hidden=move || !is_awake.get()>
            <div>
                <button
                    class="btn"
                    type="button"
                    aria-expanded=move || is_open.get().to_string()
                    aria-describedby="map-pictures"
                    on:click=press
                >
                    <Icon glyph=Glyph::Place/>
                    {word}
                </button>
            </div>
            <p class="hint" id="map-pictures">{pictures}</p>
            <p class="fine" role="status" id="map-failed">{failed}</p>
            {move || is_open.get().then(|| view! { <Frame is_for picked failed=Callback::new(move |()| fail())/> })}
        </div>
    }
    .into_any()
}

/// Where the map is drawn; its script fills it.
#[component]
fn Frame(
    /// What it is for.
    is_for: MapUse,
    /// Hears the point that is picked.
    picked: Option<Callback<(f64, f64)>>,
    /// Hears that there is no map.
    failed: Callback<()>,
) -> impl IntoView {
    let words = use_text();
    let said = words.maps;
    let pick = move |event: Event| {
        if let (Some(hears), Some(point)) = (picked, map::picked(&event)) {
            hears.run(point);
        }
    };
    // Keys go to the map itself where a point is picked, also through a screen reader.
    let (kind, role, label, hint) = match is_for {
        MapUse::Pick(..) => ("pick", "application", said.pick_label, said.pick_hint),
        MapUse::Look(_) => ("look", "group", said.look_label, said.look_hint),
    };
    let is_looked_at = matches!(is_for, MapUse::Look(_));
    let (latitude, longitude, cases) = match is_for {
        MapUse::Pick(latitude, longitude) => (Some(latitude), Some(longitude), None),
        MapUse::Look(cases) => (None, None, Some(cases)),
    };
    view! {
        <p class="hint" id="map-h">{hint}</p>
        <div
            class="map"
            id="map"
            role=role
            aria-label=label
            aria-describedby="map-h"
            data-map=kind
            data-latitude=latitude
            data-longitude=longitude
            data-cases=cases
            data-told=TOLD
            data-pin=said.pin
            data-count=words.public.map_count
            data-heap=said.heap
            data-zoom-in=said.zoom_in
            data-zoom-out=said.zoom_out
            on:mappick=pick
            on:mapfail=move |_: Event| failed.run(())
        ></div>
        {is_looked_at.then(|| view! { <div class="map-told" id=TOLD role="status"></div> })}
    }
    .into_any()
}
