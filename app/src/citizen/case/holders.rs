//! Who held the case, how long.

use domain::{
    time::format,
    view::{CaseView, HeldAs, HeldView},
};
use leptos::prelude::*;

use crate::{
    parts::{Card, Held, HolderBar, HolderLine},
    text::{Words, fill, use_text},
};

/// The bar from the first minute to now, and all the time of each holder in words.
#[component]
pub(super) fn Holders(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let hours = |hours: i64| {
        fill(
            words.common.hours_held,
            &[("n", &format::number(hours, words.language()))],
        )
    };
    // In its first half hour a case has no share of anything yet: the bar is its present holder's.
    let is_new = case.held.iter().all(|held| held.permille == 0);
    let share = |held: &HeldView| if is_new && held.is_now { 1000 } else { held.permille };
    let spans = case
        .held
        .iter()
        .map(|held| Held {
            held_as: held.held_as,
            permille: share(held),
        })
        .collect();
    let sums = summed(&case.held, words);
    let said: Vec<String> = sums
        .iter()
        .map(|sum| format!("{} {}", sum.name, hours(sum.hours)))
        .collect();
    let summary = fill(words.tracking.holder_summary, &[("spans", &said.join(", "))]);
    let lines = sums
        .into_iter()
        .map(|sum| HolderLine {
            held_as: sum.held_as,
            said: hours(sum.hours),
            name: if sum.is_now {
                fill(words.tracking.holder_now, &[("name", &sum.name)])
            } else {
                sum.name
            },
            is_now: sum.is_now,
        })
        .collect();
    let all = fill(
        words.tracking.holder_sum,
        &[("n", &format::number(case.held_hours, words.language()))],
    );
    view! {
        <Card id="holders" title=words.tracking.holders>
            <HolderBar spans lines summary/>
            <p class="fine soft">{all}</p>
        </Card>
    }
}

/// All the time of one holder.
struct Sum {
    held_as: HeldAs,
    name: String,
    hours: i64,
    is_now: bool,
}

/// One line per holder, in the order in which they first held it.
fn summed(held: &[HeldView], words: &Words) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for stretch in held {
        let name = name(stretch, words);
        if let Some(sum) = sums.iter_mut().find(|sum| sum.name == name) {
            sum.hours += stretch.hours;
            sum.is_now |= stretch.is_now;
        } else {
            sums.push(Sum {
                held_as: stretch.held_as,
                name,
                hours: stretch.hours,
                is_now: stretch.is_now,
            });
        }
    }
    sums
}

fn name(held: &HeldView, words: &Words) -> String {
    let words = words.tracking;
    let agency = held.agency.as_ref().map_or("", |agency| agency.short.as_str());
    let sentence = match held.held_as {
        HeldAs::Province => words.holder_province,
        HeldAs::Own => words.holder_own,
        HeldAs::Citizen => words.holder_citizen,
        HeldAs::Partner => words.holder_partner,
        HeldAs::Offered => words.holder_offered,
    };
    fill(sentence, &[("agency", agency)])
}
