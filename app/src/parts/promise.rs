//! A dated word of an agency.

use leptos::prelude::*;

/// The promise, with its day on a calendar leaf.
#[component]
pub fn Promise(
    /// Short month: "Nov".
    #[prop(into)]
    month: String,
    /// Day of the month: "25".
    #[prop(into)]
    day: String,
    /// Who gave it, and when it is due: "Janji DESDM, jatuh tempo besok".
    #[prop(into)]
    by: String,
    /// What was promised.
    #[prop(into)]
    text: String,
    /// What happens when it is missed.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    view! {
        <div class="promise">
            <p class="leaf"><span>{month}</span><b>{day}</b></p>
            <div>
                <p class="fine soft">{by}</p>
                <p><b>{text}</b></p>
                {(!note.is_empty()).then(|| view! { <p class="fine">{note}</p> })}
            </div>
        </div>
    }
}
