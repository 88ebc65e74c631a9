//! What the reporter has a right to: name and contact erased, a copy of their data, the way to the Ombudsman.

use domain::{
    deed::Act,
    view::{
        CaseView,
        privacy::{ErasureState, ErasureView},
    },
};
use leptos::prelude::*;

use super::{Reporter, acts::ActForm};
use crate::{
    parts::{Button, ButtonKind, Card, Glyph, LinkButton, Notice, Tone},
    text::{Words, fill, use_text},
};

/// The way to the Ombudsman, as soon as there is a ground for it. The file itself is always there.
#[component]
pub(super) fn Ombudsman(
    /// The case.
    case: CaseView,
) -> impl IntoView {
    let words = use_text();
    let grounds = &case.privacy.grounds;
    let lines = grounds
        .iter()
        .map(|ground| view! { <p>{words.grounds.of(*ground)}</p> })
        .collect_view();
    (!grounds.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Wait glyph=Glyph::Office title=words.escalation.offer>
                {lines}
                <p><a href=escalation_address(&case.code) rel="external">{words.escalation.open}</a></p>
            </Notice>
        }
    })
}

/// Erasure, the copy of one's data, the file for the Ombudsman.
#[component]
pub(super) fn Rights(
    /// The case.
    case: CaseView,
    /// What its forms need.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text();
    let (data, file) = (data_address(&case.code), escalation_address(&case.code));
    view! {
        <Card id="rights" title=words.my_data.rights>
            <ul class="links">
                <li><a href=data rel="external">{words.my_data.open}</a></li>
                <li><a href=file rel="external">{words.escalation.title}</a></li>
            </ul>
            <Erase case reporter/>
        </Card>
    }
}

/// Asks that name and contact be erased, and says what came of it.
#[component]
fn Erase(
    /// The case.
    case: CaseView,
    /// What the form needs.
    reporter: Reporter,
) -> impl IntoView {
    let words = use_text().erasure;
    let came = case.privacy.erasure.as_ref().map(|erasure| {
        let lines = outcome(erasure, use_text()).into_iter();
        lines.map(|line| view! { <p>{line}</p> }).collect_view()
    });
    let may = case.may(Act::AskErasure);
    let form = may.then(|| {
        let form = reporter.form(Act::AskErasure);
        view! {
            <ActForm reporter=reporter.clone() act=Act::AskErasure form id="erasure">
                <Button word=words.ask kind=ButtonKind::Risk busy=form.busy()/>
            </ActForm>
        }
    });
    let later = (!may && came.is_none()).then(|| view! { <p>{words.later}</p> });
    let is_open = reporter.is_refused(Act::AskErasure) || came.is_some();
    view! {
        <details class="more" open=is_open>
            <summary class="btn btn-quiet">{words.title}</summary>
            <div class="stack stack-s fine">
                {came}
                {later}
                <p>{words.goes}</p>
                <p>{words.stays}</p>
                <p>{words.then}</p>
                {form}
            </div>
        </details>
    }
}

/// What came of a request, in sentences.
pub(crate) fn outcome(erasure: &ErasureView, words: &Words) -> Vec<String> {
    let words = words.erasure;
    let due = erasure.due.as_ref().map_or("", |due| due.long.as_str());
    let reason = erasure.sentence.as_deref().unwrap_or_default();
    let values = [("date", erasure.at.long.as_str()), ("due", due), ("reason", reason)];
    let sentence = match erasure.state {
        ErasureState::Asked => words.asked,
        ErasureState::Refused => words.refused,
        ErasureState::Granted => words.granted,
    };
    let late = erasure.is_late.then(|| words.late.to_owned());
    std::iter::once(fill(sentence, &values)).chain(late).collect()
}

/// Where the file for the Ombudsman stands.
pub(crate) fn escalation_address(code: &str) -> String {
    format!("/lacak/{code}/berkas-eskalasi")
}

/// Where the copy of the reporter's data stands.
pub(crate) fn data_address(code: &str) -> String {
    format!("/lacak/{code}/data-saya")
}

/// A link back to the case.
#[component]
pub(crate) fn BackToCase(
    /// Its code.
    code: String,
) -> impl IntoView {
    let word = use_text().escalation.back;
    view! { <LinkButton href=format!("/lacak/{code}") word glyph=Glyph::Back/> }
}
