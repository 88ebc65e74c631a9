//! Where and when it happened: regency, district, village, landmark, date.

use domain::{
    limits,
    view::choices::{Capital, Choice, ChoiceGroup},
};
use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast as _};
use web_sys::{Event, HtmlSelectElement};

use super::{
    super::view::fetch,
    Sending,
    search::PlaceSearch,
    spot::Spot,
    steps::{Step, Steps},
};
use crate::{
    parts::{Field, Select, TextInput, ungrouped},
    text::use_text,
};

/// The place, from coarse to fine. With scripts, a chosen regency leaves only its districts, and a chosen district
/// offers its villages while one types.
#[component]
pub(super) fn PlacePart(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
    /// Regencies and cities.
    regencies: Vec<Choice>,
    /// Districts, by regency.
    districts: Vec<ChoiceGroup>,
    /// Towns that are known to lie somewhere.
    capitals: Vec<Capital>,
    /// Whether the server knows which place a point lies in.
    has_boundaries: bool,
) -> impl IntoView {
    let words = use_text();
    let names: Vec<(String, String)> = regencies
        .iter()
        .map(|it| (it.value.clone(), it.label.clone()))
        .collect();
    // Until somebody chooses, all districts are offered: what was chosen before the program arrived stays.
    let regency = RwSignal::new(None::<String>);
    let choose_regency = move |event: Event| {
        let code = chosen(&event);
        regency.set(
            names
                .iter()
                .find(|(value, _)| *value == code)
                .map(|(_, name)| name.clone()),
        );
    };
    let villages = RwSignal::new(Vec::<String>::new());
    let choose_district = move |event: Event| {
        let district = chosen(&event);
        spawn_local(async move {
            let found = if district.is_empty() {
                None
            } else {
                fetch(format!("/wilayah/{district}")).await
            };
            villages.set(found.unwrap_or_default());
        });
    };
    view! {
        <section class="part" data-step=Step::Place.id() aria-labelledby=Step::Place.id() hidden=steps.hides(Step::Place)>
            <h2 id=Step::Place.id() tabindex="-1">{words.filing.part_when}</h2>
            <PlaceSearch/>
            <div class="pair">
                <Select
                    name="regency"
                    label=words.filing.regency
                    nothing=words.common.choose
                    groups=vec![ungrouped(regencies)]
                    chosen=form.text("regency")
                    error=form.problem("regency")
                    on:change=choose_regency
                />
                {move || {
                    let regency = regency.get();
                    let groups = districts
                        .iter()
                        .filter(|group| regency.as_ref().is_none_or(|name| *name == group.label))
                        .cloned()
                        .collect();
                    view! {
                        <Select
                            name="district"
                            label=words.filing.district
                            nothing=words.filing.district_unknown
                            groups
                            chosen=form.text("district")
                            optional=true
                            error=form.problem("district")
                            on:change=choose_district
                        />
                    }
                }}
                <Village form villages/>
            </div>
            <TextInput
                name="landmark"
                label=words.filing.place
                hint=words.filing.place_hint
                value=form.text("landmark")
                maxlength=limits::LINE.max
                optional=true
                error=form.problem("landmark")
            />
            <Spot form capitals has_boundaries regency=regency.into()/>
            <div class="pair">
                <TextInput
                    name="event_date"
                    label=words.filing.event_date
                    hint=words.filing.event_date_hint
                    kind="date"
                    value=form.text("event_date")
                    optional=true
                    error=form.problem("event_date")
                />
            </div>
        </section>
    }
    .into_any()
}

/// The village, typed; the list below it only helps.
#[component]
fn Village(
    /// The form.
    form: Sending,
    /// Names of the villages of the chosen district.
    villages: RwSignal<Vec<String>>,
) -> impl IntoView {
    let error = form.problem("village");
    let known = move || {
        let villages = villages.get();
        villages
            .into_iter()
            .map(|village| view! { <option value=village></option> })
            .collect_view()
    };
    view! {
        <Field id="village" label=use_text().filing.village optional=true error>
            <input
                type="text"
                class="input"
                id="village"
                name="village"
                list="villages"
                autocomplete="off"
                value=form.text("village")
                maxlength=limits::LINE.max.to_string()
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=move || error.get().map(|_| "village-e")
            />
            <datalist id="villages">{known}</datalist>
        </Field>
    }
}

/// The value that was chosen in a list.
fn chosen(event: &Event) -> String {
    let list = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    list.map(|list| list.value()).unwrap_or_default()
}
