//! The point of a report: from the phone, or written. Never needed; shown where scripts run, and where one was sent.

use domain::{
    point::{Point, degrees_e5},
    view::choices::Capital,
};
use leptos::{prelude::*, task::spawn_local};
use web_sys::HtmlElement;

use super::{Sending, nearest::Nearest};
use crate::{
    parts::{Glyph, Icon, MapOnDemand, MapUse, TextInput},
    phone::{
        fields,
        position::{Unknown, locate},
    },
    text::{fill, use_text},
};

/// Ids and names of both fields.
const LATITUDE: &str = "latitude";
const LONGITUDE: &str = "longitude";
/// Id of the button that asks the phone.
const LOCATE: &str = "locate";

/// What came of the last press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Asking,
    /// How exact it is. Unit: metres.
    Got(u32),
    Unknown(Unknown),
    Outside,
    Removed,
    /// From the map.
    Picked,
    /// Pressed on the map, but not in the province.
    PickedOutside,
}

/// The point in the fields of the page, and what was told about it.
#[derive(Clone, Copy)]
struct Spotted {
    /// Whether anything stands in the fields.
    is_typed: RwSignal<bool>,
    /// The point, if it is one.
    point: RwSignal<Option<Point>>,
    told: RwSignal<Option<Told>>,
}

impl Spotted {
    /// Reads what stands in the fields.
    fn look(self) {
        let [latitude, longitude] = [LATITUDE, LONGITUDE].map(fields::typed);
        self.is_typed
            .set(!(latitude.trim().is_empty() && longitude.trim().is_empty()));
        let point = degrees_e5(&latitude).and_then(|latitude| Point::new(latitude, degrees_e5(&longitude)?));
        self.point.set(point.ok());
    }

    fn put(self, point: Point) {
        let (latitude, longitude) = point.texts();
        fields::put(LATITUDE, &latitude);
        fields::put(LONGITUDE, &longitude);
        self.look();
    }

    /// Asks the phone.
    fn ask(self) {
        if self.told.get_untracked() == Some(Told::Asking) {
            return;
        }
        self.told.set(Some(Told::Asking));
        spawn_local(async move {
            let told = match locate().await {
                Err(why) => Told::Unknown(why),
                Ok((latitude, longitude, metres)) => match Point::at(latitude, longitude) {
                    Ok(point) => {
                        self.put(point);
                        Told::Got(whole(metres))
                    }
                    Err(_) => Told::Outside,
                },
            };
            self.told.set(Some(told));
        });
    }

    /// Takes what was picked on the map.
    fn pick(self, (latitude, longitude): (f64, f64)) {
        let told = match Point::at(latitude, longitude) {
            Ok(point) => {
                self.put(point);
                Told::Picked
            }
            Err(_) => Told::PickedOutside,
        };
        self.told.set(Some(told));
    }

    /// Takes the point out. Its button goes with it, so the focus goes to the one before.
    fn remove(self) {
        for id in [LATITUDE, LONGITUDE] {
            fields::put(id, "");
        }
        self.look();
        self.told.set(Some(Told::Removed));
        if let Some(button) = fields::element::<HtmlElement>(LOCATE) {
            let _ = button.focus();
        }
    }
}

/// How exact a point is, rounded up. Unit: metres.
fn whole(metres: f64) -> u32 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and a hundred thousand"
    )]
    let whole = metres.ceil().clamp(1.0, 100_000.0) as u32;
    whole
}

/// The point: the button, what came of it, and both fields.
#[component]
pub(super) fn Spot(
    /// The form.
    form: Sending,
    /// Towns that are known to lie somewhere.
    capitals: Vec<Capital>,
    /// Whether the server knows which place a point lies in.
    has_boundaries: bool,
    /// The regency that was chosen, by name.
    regency: Signal<Option<String>>,
) -> impl IntoView {
    let words = use_text();
    let said = words.spot;
    let sent = [LATITUDE, LONGITUDE].map(|name| form.text(name));
    let was_sent = sent.iter().any(|text| !text.is_empty());
    let spotted = Spotted {
        is_typed: RwSignal::new(was_sent),
        point: RwSignal::new(None),
        told: RwSignal::new(None),
    };
    let (is_awake, by_hand) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        is_awake.set(true);
        spotted.look();
    });
    let problems = [LATITUDE, LONGITUDE].map(|name| form.problem(name));
    let is_wrong = move || problems.iter().any(|problem| problem.get().is_some());
    let has_fields = move || spotted.is_typed.get() || by_hand.get() || is_wrong();
    let write = move |_| {
        by_hand.set(true);
        // The field is there once the page has drawn it.
        request_animation_frame(|| {
            if let Some(field) = fields::element::<HtmlElement>(LATITUDE) {
                let _ = field.focus();
            }
        });
    };
    let [latitude, longitude] = sent;
    view! {
        <fieldset
            class="field stack stack-s"
            id="spot"
            aria-describedby="spot-h"
            hidden=move || !is_awake.get() && !has_fields()
            on:input=move |_| spotted.look()
            on:change=move |_| spotted.look()
        >
            <legend>{said.title}" "<span class="optional">{words.common.optional}</span></legend>
            <p class="hint" id="spot-h">{said.stored}</p>
            <div class="row row-tight" hidden=move || !is_awake.get()>
                <button class="btn" type="button" id=LOCATE aria-describedby="locate-h" on:click=move |_| spotted.ask()>
                    <Icon glyph=Glyph::Place/>
                    {said.locate}
                </button>
                <button class="btn btn-quiet" type="button" hidden=has_fields on:click=write>{said.by_hand}</button>
                <button
                    class="btn btn-quiet"
                    type="button"
                    hidden=move || !spotted.is_typed.get()
                    on:click=move |_| spotted.remove()
                >
                    {said.remove}
                </button>
            </div>
            <p class="hint" id="locate-h" hidden=move || !is_awake.get()>{said.locate_hint}</p>
            <Saying told=spotted.told/>
            <MapOnDemand is_for=MapUse::Pick(LATITUDE, LONGITUDE) picked=Callback::new(move |at| spotted.pick(at))/>
            <div class="pair" hidden=move || !has_fields()>
                <TextInput
                    name=LATITUDE
                    label=said.latitude
                    hint=said.latitude_hint
                    value=latitude
                    inputmode="decimal"
                    maxlength=DEGREES_CHARS_MAX
                    autocomplete="off"
                    optional=true
                    error=problems[0]
                />
                <TextInput
                    name=LONGITUDE
                    label=said.longitude
                    hint=said.longitude_hint
                    value=longitude
                    inputmode="decimal"
                    maxlength=DEGREES_CHARS_MAX
                    autocomplete="off"
                    optional=true
                    error=problems[1]
                />
            </div>
            <Nearest point=spotted.point capitals has_boundaries regency/>
        </fieldset>
    }
    .into_any()
}

/// Longest text of a number of degrees. Unit: characters.
const DEGREES_CHARS_MAX: u16 = 20;

/// What came of the last press, and what to do now.
#[component]
fn Saying(
    /// It.
    told: RwSignal<Option<Told>>,
) -> impl IntoView {
    let said = use_text().spot;
    let sentence = move || {
        told.get().map_or_else(String::new, |told| match told {
            Told::Asking => said.asking.to_owned(),
            Told::Got(metres) => fill(said.got, &[("n", &metres.to_string())]),
            Told::Unknown(Unknown::Refused) => said.refused.to_owned(),
            Told::Unknown(Unknown::Unavailable) => said.unavailable.to_owned(),
            Told::Unknown(Unknown::TimedOut) => said.timed_out.to_owned(),
            Told::Outside => said.outside.to_owned(),
            Told::Removed => said.removed.to_owned(),
            Told::Picked => said.picked.to_owned(),
            Told::PickedOutside => said.picked_outside.to_owned(),
        })
    };
    view! { <p class="fine" role="status" id="spot-told">{sentence}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_exact_a_point_is_is_rounded_up() {
        assert_eq!((whole(12.2), whole(0.0), whole(f64::INFINITY)), (13, 1, 100_000));
    }
}
