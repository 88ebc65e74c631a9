//! Text of people, line by line.

use leptos::prelude::*;

/// Text with its line breaks, as paragraphs. Empty lines are left out.
#[component]
pub fn Paragraphs(
    /// The text as it was written.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view()
}

/// The words of the reporter.
#[component]
pub fn Quote(
    /// The text as it was written.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <blockquote class="quote"><Paragraphs text/></blockquote> }
}
