//! An offer to the reader's desk: accept, decline, or work together; and the hand-off as its holder sees it.

use domain::{case::seat::Capacity, deed::Act, kind::HandoffReason, view::HandoffView};
use leptos::prelude::*;

use super::{
    Shown,
    form::ActForm,
    handoff::{DECLINE, TOGETHER},
};
use crate::{
    parts::{Button, ButtonKind, Card, DialogLink, Glyph, Icon, Quote},
    text::{Words, fill, use_text},
};

impl Shown {
    /// The offer that waits for this desk.
    fn offer_to_us(&self) -> Option<&HandoffView> {
        let is_asked = self.case.capacity == Some(Capacity::Offered);
        self.case
            .handoff
            .as_ref()
            .filter(|offer| is_asked && offer.cause.is_none())
    }

    /// Whether a decline by this desk goes to the province desk: it held the case before, or it is the second one.
    pub(super) fn goes_up(&self) -> bool {
        self.was_ours() || self.case.declines > 0
    }

    fn was_ours(&self) -> bool {
        self.case
            .formers
            .iter()
            .any(|former| former.code == self.reader.agency.code)
    }
}

/// Who offers, why, and until when; then the three answers.
#[component]
pub(super) fn Offered(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let offer = shown.offer_to_us().cloned();
    offer.map(|offer| {
        let case = &shown.case;
        let (holder, us) = (case.holder.short.as_str(), shown.reader.agency.short.as_str());
        let title = fill(words.offers.title, &[("agency", holder), ("other", us)]);
        let holds = fill(words.offers.holds, &[("agency", holder), ("date", &offer.due.long)]);
        let form = shown.acting.form(case, &[Act::Accept]);
        let accept = case.may(Act::Accept).then(|| {
            view! {
                <ActForm form class="">
                    <Button word=words.offers.accept glyph=Glyph::Check kind=ButtonKind::Main busy=form.is_busy()/>
                </ActForm>
            }
        });
        let decline = case
            .may(Act::Decline)
            .then(|| view! { <DialogLink dialog=DECLINE word=words.offers.decline glyph=Glyph::Cross/> });
        let together = case
            .may(Act::Together)
            .then(|| view! { <DialogLink dialog=TOGETHER word=words.offers.together glyph=Glyph::Joint/> });
        let reason = reason_of(&offer, words);
        view! {
            <section class="notice is-joint" aria-labelledby="tawar">
                <Icon glyph=Glyph::Handoff/>
                <div class="stack stack-s">
                    <h2 id="tawar">{title}</h2>
                    <p>{reason}</p>
                    {offer.sentence.map(|text| view! { <Quote text/> })}
                    <p class="fine">{holds}" "{words.offers.accept_note}</p>
                    <div class="acts">{accept}{decline}{together}</div>
                </div>
            </section>
        }
    })
}

/// Why it was offered, as a sentence.
pub(super) fn reason_of(offer: &HandoffView, words: &Words) -> String {
    let reason = offer.reason.as_deref().and_then(HandoffReason::find);
    let reason = reason.map(|reason| words.handoff_reasons.of(reason));
    reason
        .map(|reason| fill(words.offers.reason, &[("reason", reason)]))
        .unwrap_or_default()
}

/// What a decline would bring about.
#[component]
pub(super) fn BeforeDeclining(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = &use_text().offers;
    let is_asked = shown.offer_to_us().is_some() && shown.case.may(Act::Decline);
    let text = match (is_asked, shown.was_ours(), shown.case.declines) {
        (false, ..) => None,
        (true, true, _) => Some(words.back_to_former),
        (true, false, 0) => Some(words.first_decline),
        (true, false, _) => Some(words.second_decline),
    };
    text.map(|text| view! { <Card id="ingat" title=words.before_declining><p>{text}</p></Card> })
}
