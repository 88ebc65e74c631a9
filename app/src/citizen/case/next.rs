//! Who has the case, since when, and what happens next.

use domain::view::{CaseView, HeldAs};
use leptos::prelude::*;

use crate::{
    parts::Card,
    text::{fill, use_text},
};

/// Two sentences: where the case is now, and what comes after that.
#[component]
pub(super) fn Next(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let follow = words.follow;
    let agency = case.holder.short.as_str();
    let held = case.held.iter().find(|held| held.is_now);
    let since = held.map(|held| {
        let sentence = match held.held_as {
            HeldAs::Own => follow.since_own,
            HeldAs::Province => follow.since_province,
            HeldAs::Citizen => follow.since_citizen,
            HeldAs::Partner => follow.since_partner,
            HeldAs::Offered => follow.since_offered,
        };
        let named = held.agency.as_ref().map_or(agency, |agency| agency.short.as_str());
        fill(sentence, &[("agency", named), ("date", &held.since.long)])
    });
    let next = fill(words.next_steps.of(case.status.code), &[("agency", agency)]);
    view! {
        <Card id="next" title=follow.next>
            {since.map(|line| view! { <p>{line}</p> })}
            <p>{next}</p>
        </Card>
    }
}
