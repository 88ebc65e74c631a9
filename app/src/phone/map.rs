//! The map's own script: fetched when somebody asks for a map, and not before. `public/map/map.js` says what it reads.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, Event};

/// The boot file's element, which names what belongs to this build.
fn boot() -> Option<Element> {
    document().query_selector("script[data-map]").ok().flatten()
}

/// The server that has the pictures of maps, by its name; `None` where there are none.
pub(crate) fn tile_host() -> Option<String> {
    let address = boot()?.get_attribute("data-tiles")?;
    let host = address.rsplit_once("//").map_or(&*address, |(_, host)| host);
    Some(host.trim_start_matches("*.").to_owned())
}

/// Lets the script draw what is not drawn yet; `failed` runs if it does not come.
pub(crate) fn draw(failed: impl FnOnce() + 'static) {
    let address = boot().and_then(|boot| boot.get_attribute("data-map"));
    let (Some(address), Some(head), Ok(script)) = (address, document().head(), document().create_element("script"))
    else {
        return failed();
    };
    let failed = Closure::once_into_js(failed);
    let _ = script.add_event_listener_with_callback("error", failed.unchecked_ref());
    let _ = script.set_attribute("src", &address);
    let _ = head.append_child(&script);
}

/// The point that an event of the script tells. Unit: degrees.
pub(crate) fn picked(event: &Event) -> Option<(f64, f64)> {
    let detail = Reflect::get(event, &"detail".into()).ok()?.as_string()?;
    let (latitude, longitude) = detail.split_once(' ')?;
    Some((latitude.parse().ok()?, longitude.parse().ok()?))
}
