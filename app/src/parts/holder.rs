//! The holder bar: who held the case, how long, from its first minute to now.

use domain::view::HeldAs;
use leptos::prelude::*;

use super::deadline::per_cent;

/// The colour of a holder in the bar.
const fn class(held_as: HeldAs) -> &'static str {
    match held_as {
        HeldAs::Province => "h-prov",
        HeldAs::Own => "h-own",
        HeldAs::Citizen => "h-self",
        HeldAs::Partner => "h-part",
        HeldAs::Offered => "h-offer",
    }
}

/// One span of time, in the order in which it passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// What it was.
    pub held_as: HeldAs,
    /// Its share of the whole. Unit: permille.
    pub permille: u16,
}

/// One line under the bar: all the time of one holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderLine {
    /// Its colour in the bar.
    pub held_as: HeldAs,
    /// Who.
    pub name: String,
    /// How long, as text.
    pub said: String,
    /// Whether it holds the case now.
    pub is_now: bool,
}

/// The bar, and the same in words below it.
#[component]
pub fn HolderBar(
    /// The spans, oldest first. A span too short to see is left out.
    spans: Vec<Held>,
    /// The lines.
    lines: Vec<HolderLine>,
    /// The bar in one sentence, for those who cannot see it.
    #[prop(into)]
    summary: String,
) -> impl IntoView {
    let mut passed = 0_usize;
    let rects = spans
        .into_iter()
        .filter(|span| span.permille > 0)
        .map(|span| {
            let (from, share) = (passed, usize::from(span.permille));
            passed += share;
            // A third of a per cent of air, but never so much that a short span vanishes.
            let width = (share * 10).saturating_sub(35).max(15);
            view! { <rect class=class(span.held_as) x=per_cent(from * 10) width=per_cent(width) height="100%"></rect> }
        })
        .collect_view();
    let lines = lines.into_iter().map(|line| {
        view! {
            <li class:now=line.is_now>
                <svg class="key" aria-hidden="true"><rect class=class(line.held_as) width="12" height="12"></rect></svg>
                <span>{line.name}</span>
                <span class="num">{line.said}</span>
            </li>
        }
    });
    view! {
        <div class="holder">
            <svg class="strip" width="100%" height="24" role="img" aria-label=summary>{rects}</svg>
            <ol>{lines.collect_view()}</ol>
        </div>
    }
}
