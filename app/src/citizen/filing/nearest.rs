//! Where a point lies, as a suggestion for the lists above: the place whose boundaries hold it, where the operator
//! imported any, else the regency whose capital is nearest. Never filled in by itself.

use std::time::Duration;

use domain::{
    point::Point,
    view::choices::{Capital, FoundPlace},
};
use leptos::{prelude::*, task::spawn_local};
use web_sys::{FormData, HtmlElement};

use super::search::fill_in;
use crate::{
    form::POSTCARD,
    phone::fields,
    text::{fill, use_text},
};

/// Where the place of a point is asked for.
pub const PLACE_AT_PATH: &str = "/wilayah/titik";
/// How long a point stands before it is asked for: it may be typed, or moved on.
const PAUSE: Duration = Duration::from_millis(400);

/// The place of the point, with a button that fills it in.
#[component]
pub(super) fn Nearest(
    /// The point.
    point: RwSignal<Option<Point>>,
    /// Towns that are known to lie somewhere.
    capitals: Vec<Capital>,
    /// Whether the server knows which place a point lies in.
    has_boundaries: bool,
    /// The regency that was chosen.
    regency: Signal<Option<String>>,
) -> impl IntoView {
    // Without boundaries there is nothing to wait for.
    let unasked = if has_boundaries { None } else { Some(None) };
    let (point, answer) = (Memo::new(move |_| point.get()), Answer::new(unasked.clone()));
    Effect::new(move |_| {
        answer.set(unasked.clone());
        if let Some(at) = point.get().filter(|_| has_boundaries) {
            let is_still = move || point.try_get_untracked().flatten() == Some(at);
            set_timeout(
                move || {
                    if is_still() {
                        ask(at, is_still, answer);
                    }
                },
                PAUSE,
            );
        }
    });
    move || {
        let at = point.get()?;
        let is_chosen = regency.get().is_some() || !fields::typed("regency").is_empty();
        match answer.get()? {
            Some(place) if is_filled_in(&place) => None,
            Some(place) => Some(view! { <Holding place answer/> }.into_any()),
            None if is_chosen => None,
            None => nearest(at, &capitals).map(|capital| view! { <Nearby capital=capital.clone()/> }.into_any()),
        }
    }
}

/// What the server says of a point: nothing yet, or the place that holds it, if one does.
type Answer = RwSignal<Option<Option<FoundPlace>>>;

/// Asks which place holds the point; an answer that comes after the point has moved is dropped.
fn ask(point: Point, is_still: impl Fn() -> bool + 'static, answer: Answer) {
    spawn_local(async move {
        let place = place_at(point).await;
        if is_still() {
            answer.set(Some(place));
        }
    });
}

async fn place_at(point: Point) -> Option<FoundPlace> {
    let (body, (latitude, longitude)) = (FormData::new().ok()?, point.texts());
    body.append_with_str("latitude", &latitude).ok()?;
    body.append_with_str("longitude", &longitude).ok()?;
    let request = gloo_net::http::Request::post(PLACE_AT_PATH).header("accept", POSTCARD);
    let answer = request
        .body(body)
        .ok()?
        .send()
        .await
        .ok()
        .filter(gloo_net::http::Response::ok)?;
    postcard::from_bytes::<Option<FoundPlace>>(&answer.binary().await.ok()?).ok()?
}

/// Whether the lists say already what the point says.
fn is_filled_in(place: &FoundPlace) -> bool {
    let says = |id: &str, code: &str| code.is_empty() || fields::typed(id) == code;
    says("regency", &place.regency) && says("district", &place.district)
}

/// The place that holds the point.
#[component]
fn Holding(
    /// It.
    place: FoundPlace,
    /// Where it stands until it is filled in.
    answer: Answer,
) -> impl IntoView {
    let said = use_text().spot;
    let sentence = fill(said.holds, &[("place", &place.name)]);
    let choose = move |_| {
        let mut place = place.clone();
        if place.village.is_empty() {
            place.village = fields::typed("village");
        }
        spawn_local(async move {
            fill_in(&place).await;
            answer.set(None);
            to_lists();
        });
    };
    view! {
        <p class="row row-tight fine">
            <span>{sentence}</span>
            <button class="btn btn-quiet" type="button" on:click=choose>{said.fill_in}</button>
        </p>
    }
}

/// The regency whose capital is nearest, while none is chosen: a suggestion, since a regency reaches far.
#[component]
fn Nearby(
    /// The capital.
    capital: Capital,
) -> impl IntoView {
    let said = use_text().spot;
    let names = [("capital", capital.name.as_str()), ("regency", &capital.regency_name)];
    let (sentence, word) = (fill(said.nearest, &names), fill(said.choose, &names));
    let choose = move |_| {
        fields::put("regency", &capital.regency);
        to_lists();
    };
    view! {
        <p class="row row-tight fine">
            <span>{sentence}</span>
            <button class="btn btn-quiet" type="button" on:click=choose>{word}</button>
        </p>
    }
}

/// The button goes with what it filled in, so the focus goes to the list that changed.
fn to_lists() {
    if let Some(list) = fields::element::<HtmlElement>("regency") {
        let _ = list.focus();
    }
}

/// The capital that is nearest to a point.
fn nearest(point: Point, capitals: &[Capital]) -> Option<&Capital> {
    let apart = |capital: &&Capital| {
        Point::new(capital.latitude_e5, capital.longitude_e5).map_or(i64::MAX, |there| point.apart(there))
    };
    capitals.iter().min_by_key(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capital(name: &str, latitude: f64, longitude: f64) -> Capital {
        let point = Point::at(latitude, longitude).unwrap();
        Capital {
            regency: String::new(),
            regency_name: String::new(),
            name: name.to_owned(),
            latitude_e5: point.latitude_e5(),
            longitude_e5: point.longitude_e5(),
        }
    }

    #[test]
    fn the_capital_nearest_to_a_point_is_suggested() {
        let capitals = [
            capital("Tanjung Selor", 2.844, 117.364),
            capital("Nunukan", 4.135, 117.667),
        ];
        let sebatik = Point::at(4.16, 117.80).unwrap();
        assert_eq!(nearest(sebatik, &capitals).map(|it| it.name.as_str()), Some("Nunukan"));
        assert_eq!(nearest(sebatik, &[]), None);
    }
}
