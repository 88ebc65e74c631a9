//! `/lapor/bukti`: the receipt, with code and secret, where the report went and why, and what happens by when.

use domain::{
    routing::Why,
    view::{When, receipt::ReceiptView},
};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;

use super::{
    install::Install,
    paper::{Handed, OneText, PrintButton, QrCode, QrNote},
    view::{Shown, use_view},
};
use crate::{
    parts::{ButtonKind, Facts, Glyph, LinkButton, Moment, Place, PublicFrame, Timeline, Tone, Width},
    text::{Words, fill, use_text},
};

/// The receipt of who has just filed, or has shown the secret; else the way to it.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    let view = use_view::<Option<Handed>>(|| "/lapor/bukti".to_owned());
    let draw = |handed: Option<Handed>| match handed {
        Some(handed) => Either::Left(view! { <Receipt handed/> }),
        None => Either::Right(view! { <Gone/> }),
    };
    view! {
        <PublicFrame here=Place::File width=Width::Narrow>
            <Shown view draw/>
        </PublicFrame>
    }
}

/// No case is open on this phone.
#[component]
fn Gone() -> impl IntoView {
    let words = use_text();
    view! {
        <Title text=words.receipt.receipt/>
        <div class="headline">
            <div>
                <h1>{words.receipt.gone}</h1>
                <p class="lead">{words.receipt.gone_text}</p>
            </div>
        </div>
        <LinkButton href="/lacak".to_owned() word=words.tracking.title glyph=Glyph::Find kind=ButtonKind::Main/>
    }
}

/// The receipt of who has just filed, with the ways on.
#[component]
fn Receipt(
    /// What it says, and its paper.
    handed: Handed,
) -> impl IntoView {
    let words = use_text().receipt;
    let code = handed.receipt.code.clone();
    view! {
        <Title text=fill(words.page, &[("code", &code)])/>
        <div class="headline">
            <div>
                <h1>{words.title}</h1>
                <p class="lead">{words.lead}</p>
            </div>
        </div>
        <div class="stack stack-l">
            <p class="row no-print">
                <LinkButton
                    href=format!("/lacak/{code}")
                    word=words.open
                    glyph=Glyph::Find
                    kind=ButtonKind::Main
                />
            </p>
            <Sheet handed=handed.clone() may_choose=true/>
            <OneText handed/>
            <Install/>
        </div>
    }
    .into_any()
}

/// The receipt of somebody else, as an officer prints it and hands it over.
#[component]
pub(crate) fn HandOver(
    /// What it says, and its paper.
    handed: Handed,
    /// What is done with it.
    title: &'static str,
    /// How long it is here.
    lead: &'static str,
    /// Where the officer goes on.
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title/>
        <div class="headline no-print">
            <div>
                <h1 tabindex="-1" autofocus>{title}</h1>
                <p class="lead">{lead}</p>
            </div>
        </div>
        <div class="row no-print section-s">
            <PrintButton/>
            {children()}
        </div>
        <Sheet handed may_choose=false/>
    }
    .into_any()
}

/// The receipt itself; it prints on one page.
#[component]
fn Sheet(
    /// What it says, and its paper.
    handed: Handed,
    /// Whether the reader may ask for the secret in the QR code.
    may_choose: bool,
) -> impl IntoView {
    let text = use_text();
    let words = text.receipt;
    let receipt = handed.receipt.clone();
    view! {
        <article class="receipt" aria-labelledby="receipt">
            <div class="weave" aria-hidden="true"></div>
            <div class="in">
                <h2 id="receipt" class="hide">{words.receipt}</h2>
                <div class="keys">
                    <dl class="stack">
                        <div>
                            <dt class="fine soft">{words.code}</dt>
                            <dd><b>{receipt.code.clone()}</b></dd>
                        </div>
                        <div>
                            <dt class="fine soft">{words.secret}</dt>
                            <dd><b class="second">{receipt.secret.clone()}</b></dd>
                        </div>
                    </dl>
                    <QrCode handed=handed.clone()/>
                </div>
                <QrNote paper=handed.paper may_choose/>
                <p class="fine soft no-print">{words.print_hint}</p>
                <Destination receipt=receipt.clone()/>
                <section class="stack" aria-labelledby="dates">
                    <h2 id="dates">{words.dates}</h2>
                    <Timeline moments=moments(&receipt, text)/>
                </section>
                <Facts facts=facts(&receipt, text)/>
            </div>
        </article>
        <p class="fine soft proof-note">{words.entry_note}" "<a href="/bantuan#rantai">{words.entry_check}</a></p>
    }
    .into_any()
}

/// Where it went, and why.
#[component]
fn Destination(
    /// The receipt.
    receipt: ReceiptView,
) -> impl IntoView {
    let text = use_text();
    let words = text.receipt;
    let (name, short) = receipt
        .to
        .as_ref()
        .map_or(("", ""), |to| (to.name.as_str(), to.short.as_str()));
    let is_restricted = matches!(receipt.why, Why::Whistleblowing | Why::ConflictOfInterest);
    let heading = match (&receipt.to, receipt.is_certain) {
        (None, _) => words.unknown.to_owned(),
        (Some(_), _) if is_restricted => fill(words.restricted, &[("agency", name)]),
        (Some(_), true) => fill(words.sent, &[("agency", name)]),
        (Some(_), false) => fill(words.proposed, &[("agency", name)]),
    };
    let service = receipt.service.as_ref().map_or("", |(service, _)| service.as_str());
    let why = fill(text.whys.of(receipt.why), &[("agency", short), ("service", service)]);
    let checked = receipt.verified_by.as_ref().filter(|_| !receipt.is_certain).map(|by| {
        view! { <p>{fill(words.proposed_by, &[("date", &by.long)])}</p> }
    });
    view! {
        <section class="stack" aria-labelledby="sent-to">
            <h2 id="sent-to">{heading}</h2>
            <p>{why}</p>
            {checked}
            <p class="fine soft">{words.wrong}</p>
        </section>
    }
    .into_any()
}

fn moments(receipt: &ReceiptView, text: &Words) -> Vec<Moment> {
    let words = text.receipt;
    let by = |when: &When| fill(words.by, &[("date", &when.long)]);
    let next = |title: String, when: Option<&When>, note: String| Moment {
        mark: None,
        title,
        note,
        when: when.map(by).unwrap_or_default(),
        at: when.map(|when| when.iso.clone()).unwrap_or_default(),
    };
    let received = Moment {
        mark: Some((Tone::Good, Glyph::Check)),
        title: words.received.to_owned(),
        note: String::new(),
        when: receipt.received.long.clone(),
        at: receipt.received.iso.clone(),
    };
    let checker = receipt.to.as_ref().filter(|_| receipt.is_certain);
    let verified = match checker {
        Some(agency) => fill(words.verified, &[("agency", &agency.short)]),
        None => words.verified_by_province.to_owned(),
    };
    let verified = receipt
        .verified_by
        .as_ref()
        .map(|when| next(verified, Some(when), String::new()));
    let first = fill(
        words.first_response_note,
        &[("n", &receipt.first_response_days.to_string())],
    );
    let values = [
        ("n", receipt.answer_days.to_string()),
        ("calendar", receipt.calendar.to_string()),
    ];
    let answered = fill(
        words.answered_note,
        &[(values[0].0, &values[0].1), (values[1].0, &values[1].1)],
    );
    let rest = [
        next(words.first_response.to_owned(), None, first),
        next(words.answered.to_owned(), Some(&receipt.answered_by), answered),
    ];
    std::iter::once(received).chain(verified).chain(rest).collect()
}

fn facts(receipt: &ReceiptView, text: &Words) -> Vec<(&'static str, String)> {
    let words = text.receipt;
    let kind = text.kinds.of(receipt.kind);
    let (service, kind_of_service) = match &receipt.service {
        Some((service, kind)) => (
            service.clone(),
            format!(", {}", text.service_kinds.of(*kind).to_lowercase()),
        ),
        None => Default::default(),
    };
    let visible = format!(
        "{}: {}",
        text.visibilities.of(receipt.visibility),
        text.visibility_notes.of(receipt.visibility)
    );
    vec![
        (words.kind, format!("{kind}{kind_of_service}")),
        (words.service, service),
        (words.place, receipt.place.clone()),
        (words.visible, visible),
        (
            words.filed_at,
            receipt.filed.as_ref().map(|at| at.long.clone()).unwrap_or_default(),
        ),
        (words.entry, grouped(&receipt.proof)),
    ]
}

/// A hash in groups of four, as people compare it.
fn grouped(hash: &str) -> String {
    let signs: Vec<char> = hash.chars().filter(|sign| !sign.is_whitespace()).collect();
    signs.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}
