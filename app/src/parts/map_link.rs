//! A point that one can look at on a map elsewhere.

use domain::view::PointView;
use leptos::prelude::*;

use crate::text::use_text;

/// How near the map is drawn: a street fills the screen.
const ZOOM: u8 = 17;

/// A link to the point on OpenStreetMap; nothing without a point. Only a press tells the map the point, and it is not
/// told where from.
#[component]
pub fn MapLink(
    /// The point.
    point: Option<PointView>,
) -> impl IntoView {
    let word = use_text().spot.open;
    point.map(|point| {
        let PointView { latitude, longitude } = point;
        let href = format!(
            "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map={ZOOM}/{latitude}/{longitude}"
        );
        view! { <p class="fine"><a href=href rel="external noopener noreferrer">{word}</a></p> }
    })
}
