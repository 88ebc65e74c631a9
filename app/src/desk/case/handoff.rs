//! From one agency to another: offer, propose a body outside, decline, work together.

use domain::{
    deed::Act,
    kind::HandoffReason,
    view::choices::{ChoiceGroup, DeskChoices},
};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{HandoffReasonField, LineField, OneOf, SentenceField},
    form::ActForm,
};
use crate::{
    parts::{ButtonKind, ChoiceCard, Choices, Dialog, DialogActs, Glyph, Icon, ungrouped},
    text::{fill, use_text},
};

/// The dialog of an offer.
pub(super) const OFFER: &str = "alihkan";
/// The dialog of a proposal outside the province.
pub(super) const OUTSIDE: &str = "luar";
/// The dialog of a decline.
pub(super) const DECLINE: &str = "tolak";
/// The dialog of a proposal to work together.
pub(super) const TOGETHER: &str = "bersama";
/// The dialog of a refusal to work together.
pub(super) const REFUSE: &str = "tidak-bersama";

/// Why a case is offered to another agency. The other reasons are for those who decline.
const OFFER_REASONS: [HandoffReason; 4] = [
    HandoffReason::OtherOpd,
    HandoffReason::RegencyAuthority,
    HandoffReason::CentralAuthority,
    HandoffReason::Duplicate,
];

/// Agencies, and bodies outside under their own heading.
fn agencies_and_outside(choices: &DeskChoices, heading: &str) -> Vec<ChoiceGroup> {
    let outside = ChoiceGroup {
        label: heading.to_owned(),
        ..ungrouped(choices.outside.clone())
    };
    vec![ungrouped(choices.agencies.clone()), outside]
}

/// Offers the case to one agency.
#[component]
pub(super) fn OfferDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let (case, choices) = (shown.case, shown.choices);
    case.may(Act::Offer).then(|| {
        let form = shown.acting.form(&case, &[Act::Offer]);
        let lead = fill(words.offers.make_lead, &[("agency", &case.holder.short)]);
        let reasons = OFFER_REASONS
            .map(|reason| ChoiceCard::new(reason.as_str(), words.handoff_reasons.of(reason), ""))
            .to_vec();
        view! {
            <Dialog id=OFFER title=words.offers.make lead>
                <ActForm form dialog=OFFER class="">
                    <div class="body stack">
                        <OneOf
                            name="to"
                            form
                            label=words.offers.better
                            groups=vec![ungrouped(choices.agencies.clone())]
                        />
                        <Choices
                            name="reason"
                            legend=words.offers.why
                            choices=reasons
                            chosen=form.typed("reason")
                            error=form.error("reason")
                        />
                        <SentenceField form/>
                        <p class="fine soft line"><Icon glyph=Glyph::Clock/><span>{words.offers.window_note}</span></p>
                    </div>
                    <DialogActs word=words.offers.send glyph=Glyph::Handoff/>
                </ActForm>
            </Dialog>
        }
    })
}

/// Proposes a body outside the province; the province desk rules on it.
#[component]
pub(super) fn OutsideDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let (case, choices) = (shown.case, shown.choices);
    case.may(Act::ProposeOutside).then(|| {
        let form = shown.acting.form(&case, &[Act::ProposeOutside]);
        view! {
            <Dialog id=OUTSIDE title=words.acts.propose_outside lead=words.offers.outside_note>
                <ActForm form dialog=OUTSIDE class="">
                    <div class="body stack">
                        <OneOf
                            name="outside"
                            form
                            label=words.offers.better_outside
                            groups=vec![ungrouped(choices.outside.clone())]
                        />
                        <HandoffReasonField form/>
                        <SentenceField form/>
                    </div>
                    <DialogActs word=words.offers.outside_send glyph=Glyph::Handoff/>
                </ActForm>
            </Dialog>
        }
    })
}

/// Declines an offer: why, and where it belongs instead.
#[component]
pub(super) fn DeclineDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    case.may(Act::Decline).then(|| {
        let form = shown.acting.form(case, &[Act::Decline]);
        let better = agencies_and_outside(&shown.choices, words.offers.better_outside);
        let title = fill(words.offers.decline_title, &[("agency", &case.holder.short)]);
        let word = if shown.goes_up() {
            words.offers.decline_send_up
        } else {
            words.offers.decline_send
        };
        view! {
            <Dialog id=DECLINE title lead=words.offers.decline_lead>
                <ActForm form dialog=DECLINE class="">
                    <div class="body stack">
                        <HandoffReasonField form/>
                        <OneOf
                            name="better"
                            form
                            label=words.offers.better
                            groups=better
                        />
                        <SentenceField form/>
                    </div>
                    <DialogActs word kind=ButtonKind::Risk/>
                </ActForm>
            </Dialog>
        }
    })
}

/// Answers an offer with a task of one's own: the holder stays the lead.
#[component]
pub(super) fn TogetherDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::Together).then(|| {
        let form = shown.acting.form(&case, &[Act::Together]);
        let lead = fill(words.offers.together_lead, &[("agency", &case.holder.short)]);
        view! {
            <Dialog id=TOGETHER title=words.offers.together_title lead>
                <ActForm form dialog=TOGETHER class="">
                    <div class="body stack">
                        <LineField name="what" form label=words.offers.together_task/>
                        <SentenceField form/>
                    </div>
                    <DialogActs word=words.offers.together glyph=Glyph::Joint/>
                </ActForm>
            </Dialog>
        }
    })
}

/// Refuses to work together; it counts as a decline of the one who proposed.
#[component]
pub(super) fn RefuseTogetherDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = shown.case;
    case.may(Act::RefuseTogether).then(|| {
        let form = shown.acting.form(&case, &[Act::RefuseTogether]);
        view! {
            <Dialog id=REFUSE title=words.acts.refuse_together lead=words.offers.refuse_lead>
                <ActForm form dialog=REFUSE class="">
                    <div class="body stack"><SentenceField form/></div>
                    <DialogActs word=words.acts.refuse_together/>
                </ActForm>
            </Dialog>
        }
    })
}
