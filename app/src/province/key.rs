//! The figures of the whole province, each with its definition.

use domain::view::sinergi::SinergiView;
use leptos::prelude::*;

use super::numbers::{basis, count, share, tenths};
use crate::{parts::Figure, text::use_text};

/// The figures. Confirmed and closed by silence stand apart and are never added.
#[component]
pub(super) fn KeyFigures(
    /// What was read.
    view: SinergiView,
) -> impl IntoView {
    let words = use_text().sinergi;
    let all = view.province;
    view! {
        <section class="card w12 x4 kpis" aria-labelledby="pokok">
            <h2 id="pokok">{words.key}</h2>
            <p class="fine soft">{view.period}</p>
            <dl class="grid grid-s">
                <Figure name=words.received value=count(all.received) definition=words.received_how/>
                <Figure name=words.answered value=count(all.answered) definition=words.answered_how/>
                <Figure
                    name=words.first_response
                    value=tenths(all.first_response_tenths)
                    unit=words.days
                    definition=words.first_response_how
                />
                <Figure
                    name=words.resolution
                    value=tenths(all.resolution_tenths)
                    unit=words.days
                    definition=words.resolution_how
                />
                <Figure
                    name=words.on_time
                    value=share(all.on_time)
                    basis=basis(all.on_time)
                    definition=words.on_time_how
                />
                <Figure name=words.confirmed value=count(view.confirmed) definition=words.confirmed_how/>
                <Figure name=words.auto_closed value=count(view.auto_closed) definition=words.auto_closed_how/>
            </dl>
        </section>
    }
}
