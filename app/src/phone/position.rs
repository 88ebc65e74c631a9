//! Where the phone is: asked once, at a press, and told to nobody but the form.

use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::PositionOptions;

/// How long the phone may look. Unit: milliseconds. A cold start of a satellite receiver takes about half a minute.
const WAIT_MS: u32 = 30_000;
/// How old a place the phone remembers may be. Unit: milliseconds.
const AGE_MS_MAX: u32 = 60_000;

/// Why the phone does not say where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// Its owner, or a rule of the phone, does not allow it.
    Refused,
    /// It does not know.
    Unavailable,
    /// It looked for too long.
    TimedOut,
}

/// Latitude, longitude, and how exact they are. Unit: degrees, and metres.
pub(crate) type Fix = (f64, f64, f64);

/// Asks the phone where it is; it may ask its owner first.
pub(crate) async fn locate() -> Result<Fix, Unknown> {
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_timeout(WAIT_MS);
    options.set_maximum_age(AGE_MS_MAX);
    let asked = Promise::new(&mut |done, fail| {
        let asked = window().navigator().geolocation().and_then(|places| {
            places.get_current_position_with_error_callback_and_options(&done, Some(&fail), &options)
        });
        if let Err(why) = asked {
            let _ = fail.call1(&JsValue::NULL, &why);
        }
    });
    match JsFuture::from(asked).await {
        Ok(found) => fix(&found).ok_or(Unknown::Unavailable),
        Err(why) => Err(reason(number(&why, "code"))),
    }
}

/// What the phone found. The classes of the browser for it are not in our bindings yet: read by name.
fn fix(found: &JsValue) -> Option<Fix> {
    let coords = Reflect::get(found, &"coords".into()).ok()?;
    let part = |name| number(&coords, name);
    Some((part("latitude")?, part("longitude")?, part("accuracy")?))
}

fn number(of: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(of, &name.into()).ok()?.as_f64()
}

/// Source: W3C Geolocation, `GeolocationPositionError`.
fn reason(code: Option<f64>) -> Unknown {
    match code {
        Some(1.0) => Unknown::Refused,
        Some(3.0) => Unknown::TimedOut,
        Some(_) | None => Unknown::Unavailable,
    }
}
