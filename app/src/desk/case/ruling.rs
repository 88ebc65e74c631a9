//! Rulings of the province desk: who holds a case that nobody took, and who does a task that was declined.

use domain::deed::Act;
use leptos::prelude::*;

use super::{
    Shown,
    fields::{LineField, OneOf, SentenceField, listed},
    form::{ActForm, Form},
};
use crate::{
    parts::{Button, ButtonKind, Card, ChoiceCard, Choices, Dialog, DialogActs, Glyph, ungrouped},
    text::{fill, use_text},
};

/// The dialog of a new ruling on a ruled case.
pub(super) const RULE_ANEW: &str = "ketetapan";

impl Shown {
    /// Whether this case awaits a ruling, by whomever.
    pub(super) fn is_ruling_awaited(&self) -> bool {
        self.case
            .handoff
            .as_ref()
            .is_some_and(|handoff| handoff.cause.is_some())
    }
}

/// The ruling that is awaited: the first act of the page.
#[component]
pub(super) fn RulingForm(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = &use_text().rulings;
    (shown.case.may(Act::Rule) && shown.is_ruling_awaited()).then(|| {
        let form = shown.acting.form(&shown.case, &[Act::Rule]);
        view! {
            <Card id="ketetapan-judul" title=words.rule>
                <ActForm form>
                    <RulingFields shown=shown.clone() form/>
                    <div class="acts">
                        <Button word=words.send glyph=Glyph::Office kind=ButtonKind::Main busy=form.is_busy()/>
                    </div>
                </ActForm>
            </Card>
        }
    })
}

/// A new ruling: only with number and date of the Sekda's decision.
#[component]
pub(super) fn RuleAnewDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = &use_text().rulings;
    (shown.case.may(Act::Rule) && !shown.is_ruling_awaited()).then(|| {
        let form = shown.acting.form(&shown.case, &[Act::Rule]);
        view! {
            <Dialog id=RULE_ANEW title=words.rule lead=words.anew>
                <ActForm form dialog=RULE_ANEW class="">
                    <div class="body stack"><RulingFields shown=shown.clone() form/></div>
                    <DialogActs word=words.send glyph=Glyph::Office/>
                </ActForm>
            </Dialog>
        }
    })
}

/// The second and third partner of a joint ruling, and their tasks.
const MORE_PARTNERS: [(&str, &str); 2] = [("partner_2", "what_2"), ("partner_3", "what_3")];

/// What is ruled, for whom, and the sentence. Each field says which rulings it belongs to.
#[component]
fn RulingFields(
    /// What was read.
    shown: Shown,
    /// The form they stand in.
    form: Form,
) -> impl IntoView {
    let words = use_text();
    let rulings = &words.rulings;
    let (case, choices) = (&shown.case, &shown.choices);
    let back = fill(rulings.back_to, &[("agency", &case.holder.short)]);
    let verdicts = vec![
        ChoiceCard::new("holder", rulings.to_agency, rulings.to_agency_note),
        ChoiceCard::new("joint", rulings.joint, rulings.joint_note),
        ChoiceCard::new("back", back, rulings.back_note),
        ChoiceCard::new("outside", rulings.refer, rulings.refer_note),
    ];
    let asked = case
        .handoff
        .as_ref()
        .and_then(|handoff| handoff.to.clone())
        .map(|agency| agency.code);
    let agencies = vec![ungrouped(choices.agencies.clone())];
    let is_more = MORE_PARTNERS.iter().any(|(partner, _)| !form.typed(partner).is_empty());
    let decision = case.ruling.is_some().then(|| {
        view! {
            <LineField name="decision" form label=rulings.decision hint=rulings.decision_note/>
        }
    });
    view! {
        <Choices
            name="verdict"
            legend=rulings.how
            choices=verdicts
            chosen=form.typed("verdict")
            columns=2
            error=form.error("verdict")
        />
        <OneOf
            name="to"
            form
            label=rulings.agency
            groups=agencies.clone()
            ready=asked.unwrap_or_default()
            optional=true
        />
        <div class="pair">
            <OneOf name="partner" form label=rulings.partner groups=agencies.clone() optional=true/>
            <LineField name="what" form label=rulings.task optional=true/>
        </div>
        <details class="more" open=is_more>
            <summary>{rulings.more_partners}</summary>
            {MORE_PARTNERS
                .map(|(partner, what)| {
                    view! {
                        <div class="pair">
                            <OneOf name=partner form label=rulings.partner groups=agencies.clone() optional=true/>
                            <LineField name=what form label=rulings.task optional=true/>
                        </div>
                    }
                })
                .collect_view()}
        </details>
        <OneOf
            name="outside"
            form
            label=rulings.body
            groups=vec![ungrouped(choices.outside.clone())]
            optional=true
        />
        <SentenceField form/>
        {decision}
    }
}

/// Rules on a task that its partner declined.
#[component]
pub(super) fn TaskRuling(
    /// What was read.
    shown: Shown,
    /// Number of the task.
    no: u16,
) -> impl IntoView {
    let words = use_text();
    let rulings = &words.rulings;
    shown.case.may(Act::RuleTask).then(|| {
        let form = shown.acting.form(&shown.case, &[Act::RuleTask]).of_task(no);
        let verdicts = [
            ("by", rulings.task_by),
            ("cancelled", rulings.task_cancelled),
            ("back", rulings.task_back),
        ];
        view! {
            <ActForm form>
                <OneOf name="verdict" form label=rulings.how groups=vec![listed(verdicts)]/>
                <OneOf
                    name="to"
                    form
                    label=rulings.task_agency
                    groups=vec![ungrouped(shown.choices.agencies.clone())]
                    optional=true
                />
                <SentenceField form/>
                <Button word=words.acts.rule_task kind=ButtonKind::Main busy=form.is_busy()/>
            </ActForm>
        }
    })
}
