//! What to mend in a form, at its top.

use leptos::html;
use leptos::prelude::*;

use crate::text::{fill, use_text};

/// The summary: a focused alert with a link to each field. Nothing while nothing is wrong.
#[component]
pub fn ErrorSummary(
    /// Shape: id of the field and the sentence about it, in the order of the form.
    #[prop(into)]
    problems: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(summary) = summary.get().filter(|_| problems.with(|problems| !problems.is_empty())) {
            // A summary that cannot take the focus is still an alert.
            let _ = summary.focus();
        }
    });
    move || {
        let words = &use_text().common;
        let problems = problems.get();
        let title = match problems.len() {
            0 => return None,
            1 => words.summary_one.to_owned(),
            many => fill(words.summary_many, &[("n", &many.to_string())]),
        };
        let lines = problems.into_iter().map(|(id, sentence)| {
            view! { <li><a href=format!("#{id}") rel="external">{sentence}</a></li> }
        });
        Some(view! {
            <div class="summary" role="alert" aria-labelledby="summary-title" tabindex="-1" autofocus node_ref=summary>
                <h2 id="summary-title">{title}</h2>
                <p>{words.kept}</p>
                <ul>{lines.collect_view()}</ul>
            </div>
        })
    }
}
