//! Times of the phone's own clock, as its reader reads them.

use leptos::wasm_bindgen::JsValue;

/// Day with time, and time alone. Only in the browser: the server does not know the phone's clock.
pub(super) fn local(at_ms: i64, lang: &str) -> (String, String) {
    #[allow(clippy::cast_precision_loss, reason = "a date has far fewer milliseconds than 2^53")]
    let date = js_sys::Date::new(&JsValue::from_f64(at_ms as f64));
    let locale = if lang == "en" { "en-GB" } else { "id-ID" };
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a field of a plain object never fails.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    let whole: String = date.to_locale_string(locale, &options).into();
    let time = format!("{:02}.{:02}", date.get_hours(), date.get_minutes());
    (whole, time)
}

/// The day by the phone's clock in the time of the province, as a date field has it.
pub(super) fn today() -> String {
    /// Hours of WITA before UTC. Source: `data/kaltara/regions.json`.
    const WITA_HOURS: f64 = 8.0;
    let now = js_sys::Date::now() + WITA_HOURS * 3_600_000.0;
    let iso: String = js_sys::Date::new(&JsValue::from_f64(now)).to_iso_string().into();
    iso.chars().take(10).collect()
}
