//! Words to the reporter: a reply, a start with a dated promise, a request for data, and the final answer.

use domain::{deed::Act, view::CaseView};
use leptos::prelude::*;

use super::{
    Shown,
    fields::{DayField, LineField, MessageField},
    files::FilesField,
    form::{ActForm, Form},
    menu::Menu,
};
use crate::{
    parts::{Button, ButtonKind, Dialog, DialogActs, DialogLink, Glyph},
    text::use_text,
};

/// The dialog of the final answer.
const ANSWER: &str = "jawaban";

/// The form for words to the reporter, with the other acts beside its buttons.
#[component]
pub(super) fn Answer(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = &shown.case;
    let form = shown.acting.form(case, &[Act::Reply, Act::Start, Act::AskData]);
    let may_write = case.may(Act::Reply) || case.may(Act::Start) || case.may(Act::AskData);
    let may_promise = case.may(Act::Reply) || case.may(Act::Start);
    let text = may_write.then(|| {
        view! {
            <MessageField form label=words.case_desk.text_for_reporter hint=words.case_desk.text_hint rows=5/>
        }
    });
    let promise = may_promise.then(|| view! { <PromiseFields form/> });
    let acts = view! { <WordActs case=CaseView::clone(case) form/> };
    let has_acts = may_write || case.may(Act::Answer) || shown.has_more_acts();
    let body = if may_write {
        leptos::either::Either::Left(view! {
            <ActForm form class="card stack" takes_files=true>
                {text}
                {promise}
                <FilesField form/>
                <div class="acts">{acts}<Menu shown=shown.clone()/></div>
            </ActForm>
        })
    } else {
        leptos::either::Either::Right(view! { <div class="card acts">{acts}<Menu shown=shown.clone()/></div> })
    };
    has_acts.then(|| {
        view! {
            <section class="stack no-print" aria-labelledby="tindakan">
                <h2 id="tindakan">{words.case_desk.acts}</h2>
                {body}
            </section>
        }
    })
}

/// What is promised, and by when. A start needs both; a reply may carry both.
#[component]
fn PromiseFields(
    /// The form they stand in.
    form: Form,
) -> impl IntoView {
    let words = &use_text().case_desk;
    view! {
        <div class="pair">
            <LineField name="promise" form label=words.promise_act hint=words.promise_hint optional=true/>
            <DayField name="promise_on" form label=words.act_date hint=words.act_date_hint optional=true/>
        </div>
    }
}

/// The buttons: one is filled, the one that brings the case on.
#[component]
fn WordActs(
    /// The case.
    case: CaseView,
    /// The form they send.
    form: Form,
) -> impl IntoView {
    let words = &use_text().acts;
    let button = move |act: Act, glyph: Glyph, is_main: bool| {
        let kind = if is_main { ButtonKind::Main } else { ButtonKind::Usual };
        view! { <Button word=words.of(act) glyph kind name="act" value=act.as_str() busy=form.is_busy()/> }
    };
    let (may_start, may_answer) = (case.may(Act::Start), case.may(Act::Answer));
    let answers = may_answer.then(|| {
        let kind = if may_start { ButtonKind::Usual } else { ButtonKind::Main };
        view! { <DialogLink dialog=ANSWER word=use_text().case_desk.answer_text glyph=Glyph::Done kind/> }
    });
    let is_reply_main = !may_start && !may_answer && !case.may(Act::Dispatch) && !case.may(Act::Verify);
    view! {
        {may_start.then(|| button(Act::Start, Glyph::Joint, true))}
        {answers}
        {case.may(Act::Reply).then(|| button(Act::Reply, Glyph::Send, is_reply_main))}
        {case.may(Act::AskData).then(|| button(Act::AskData, Glyph::Question, false))}
    }
}

/// The final answer: what was done, when, and by which unit.
#[component]
pub(super) fn AnswerDialog(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let desk = &words.case_desk;
    let case = shown.case;
    case.may(Act::Answer).then(|| {
        let form = shown.acting.form(&case, &[Act::Answer]);
        let unit = form.typed_or("unit", shown.reader.unit.clone().unwrap_or_default());
        let today = form.typed_or("done_on", shown.choices.today.clone());
        view! {
            <Dialog id=ANSWER title=desk.answer_text lead=desk.answer_approval>
                <ActForm form dialog=ANSWER class="" takes_files=true>
                    <div class="body stack">
                        <MessageField form label=desk.text_for_reporter hint=desk.answer_hint rows=6/>
                        <LineField name="done" form label=desk.act_named/>
                        <div class="pair">
                            <DayField name="done_on" form label=desk.act_date ready=today/>
                            <LineField name="unit" form label=desk.act_unit ready=unit/>
                        </div>
                        <FilesField form/>
                    </div>
                    <DialogActs word=words.acts.answer glyph=Glyph::Send/>
                </ActForm>
            </Dialog>
        }
    })
}
