//! One number, and its definition one tap away.

use leptos::prelude::*;

use super::{Glyph, Icon};
use crate::text::use_text;

/// A number with its name. Stands in a `dl`.
#[component]
pub fn Figure(
    /// What is counted.
    #[prop(into)]
    name: String,
    /// The number, as text.
    #[prop(into)]
    value: String,
    /// Its unit.
    #[prop(optional, into)]
    unit: String,
    /// How it changed, or what it rests on ("214 dari 275").
    #[prop(optional, into)]
    basis: String,
    /// Which way it changed; the word says it too.
    #[prop(optional)]
    arrow: Option<Glyph>,
    /// How it is counted; empty where the figures around it share one definition.
    #[prop(optional, into)]
    definition: String,
) -> impl IntoView {
    let words = &use_text().common;
    let basis = (!basis.is_empty()).then(|| {
        view! { <dd class="delta">{arrow.map(|glyph| view! { <Icon glyph/> })}{basis}</dd> }
    });
    let definition = (!definition.is_empty()).then(|| {
        let of = name.clone();
        view! {
            <dd>
                <details class="define">
                    <summary>
                        <Icon glyph=Glyph::Question/>
                        {words.meaning}
                        <span class="hide">": "{of}</span>
                    </summary>
                    <p>{definition}</p>
                </details>
            </dd>
        }
    });
    view! {
        <div class="figure">
            <dt>{name}</dt>
            <dd class="value">
                {value}
                {(!unit.is_empty()).then(|| view! { " "<span class="unit">{unit}</span> })}
            </dd>
            {basis}
            {definition}
        </div>
    }
}

/// A definition or reason that opens in place.
#[component]
pub fn Define(
    /// The question it answers.
    #[prop(into)]
    summary: String,
    /// The answer.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <details class="define">
            <summary><Icon glyph=Glyph::Question/>{summary}</summary>
            <p>{text}</p>
        </details>
    }
}
