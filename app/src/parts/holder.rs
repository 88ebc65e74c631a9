//! The holder bar: who held the case, how long, from its first minute to now.

use leptos::prelude::*;

use super::deadline::per_cent;

/// Who is charged for a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolderKind {
    /// The province desk.
    Province,
    /// The agency that holds the case.
    Own,
    /// The citizen, asked for data.
    Citizen,
    /// A partner with an open task.
    Partner,
    /// The holder, while another agency is awaited.
    Offered,
}

impl HolderKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Province => "h-prov",
            Self::Own => "h-own",
            Self::Citizen => "h-self",
            Self::Partner => "h-part",
            Self::Offered => "h-offer",
        }
    }
}

/// One span of time, in the order in which it passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Who is charged.
    pub kind: HolderKind,
    /// Its length. Unit: working minutes.
    pub minutes: u32,
}

/// One line under the bar: all the time of one holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderLine {
    /// Its colour in the bar.
    pub kind: HolderKind,
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
    /// The spans, oldest first. A span without minutes is left out.
    spans: Vec<Held>,
    /// The lines.
    lines: Vec<HolderLine>,
    /// The bar in one sentence, for those who cannot see it.
    #[prop(into)]
    summary: String,
) -> impl IntoView {
    let all: usize = spans.iter().map(|span| span.minutes as usize).sum::<usize>().max(1);
    let mut passed = 0_usize;
    let rects = spans
        .into_iter()
        .filter(|span| span.minutes > 0)
        .map(|span| {
            let (from, minutes) = (passed, span.minutes as usize);
            passed += minutes;
            let x = from * 10_000 / all;
            // A third of a per cent of air, but never so much that a short span vanishes.
            let width = (minutes * 10_000 / all).saturating_sub(35).max(15);
            view! { <rect class=span.kind.class() x=per_cent(x) width=per_cent(width) height="100%"></rect> }
        })
        .collect_view();
    let lines = lines.into_iter().map(|line| {
        view! {
            <li class:now=line.is_now>
                <svg class="key" aria-hidden="true"><rect class=line.kind.class() width="12" height="12"></rect></svg>
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
