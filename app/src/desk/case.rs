//! `/meja/{code}`: a case with its timeline, and the acts that are open to the reader.

mod answer;
mod archive;
mod classify;
mod clocks;
mod conflict;
mod erasure;
mod facts;
mod fields;
mod files;
mod form;
mod handoff;
mod head;
mod history;
mod identity;
mod lost;
mod menu;
mod offered;
mod publish;
mod ruling;
mod talk;
mod tasks;
mod triage;
mod waiting;

use std::sync::Arc;

use codee::binary::PostcardCodec;
use domain::view::{CaseView, choices::DeskChoices};
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{read_case, read_choices};
use crate::{
    parts::{Glyph, Notice, Skeleton, Tone},
    problem_page::ProblemPage,
    staff::{Reader, Room, StaffPage, read_reader},
    text::use_text,
};
use form::Acting;

/// What the parts of a case are drawn from.
#[derive(Clone)]
struct Shown {
    case: Arc<CaseView>,
    choices: Arc<DeskChoices>,
    reader: Arc<Reader>,
    acting: Acting,
}

/// The case whose code stands in the address. Reads the case and draws it; again after each act.
#[component]
pub fn DeskCasePage() -> impl IntoView {
    let params = use_params_map();
    let acting = Acting::new();
    let code = move || params.read().get("code").unwrap_or_default();
    let reader = Resource::<_, PostcardCodec>::new_with_options(|| (), |()| read_reader(), false);
    let choices = Resource::<_, PostcardCodec>::new_with_options(|| (), |()| read_choices(), false);
    let case = Resource::<_, PostcardCodec>::new_with_options(
        move || (code(), acting.round.get()),
        |(code, _)| read_case(code),
        false,
    );
    let drawn = move || {
        Suspend::new(async move {
            match (case.await, reader.await, choices.await) {
                (Ok(case), Ok(reader), Ok(choices)) => {
                    let shown = Shown {
                        case: Arc::new(case),
                        choices: Arc::new(choices),
                        reader: Arc::new(reader),
                        acting,
                    };
                    Either::Left(view! { <Page shown/> })
                }
                (Err(error), ..) | (_, Err(error), _) | (.., Err(error)) => {
                    Either::Right(view! { <ProblemPage error/> })
                }
            }
        })
    };
    view! { <Transition fallback=Skeleton>{drawn}</Transition> }
}

/// The page: head, what needs a decision, the words, the acts; beside them dates, holders, facts and history.
#[component]
fn Page(
    /// What was read.
    shown: Shown,
) -> impl IntoView {
    let words = use_text();
    let case = Arc::clone(&shown.case);
    let title = format!("{}: {}", case.code, case.heading());
    let reader = Reader::clone(&shown.reader);
    let all = || shown.clone();
    // Each section is a view of its own, so that the type of the whole page stays small.
    let main = [
        view! { <waiting::Waiting shown=all()/> }.into_any(),
        view! { <erasure::Request shown=all()/> }.into_any(),
        view! { <offered::Offered shown=all()/> }.into_any(),
        view! { <ruling::RulingForm shown=all()/> }.into_any(),
        view! { <triage::Triage shown=all()/> }.into_any(),
        view! { <facts::ReporterWords case=Arc::clone(&case)/> }.into_any(),
        view! { <head::PartTabs case=Arc::clone(&case)/> }.into_any(),
        view! { <talk::Conversation shown=all()/> }.into_any(),
        view! { <answer::Answer shown=all()/> }.into_any(),
        view! { <talk::Notes shown=all()/> }.into_any(),
    ];
    let beside = [
        view! { <clocks::Deadlines case=Arc::clone(&case)/> }.into_any(),
        view! { <offered::BeforeDeclining shown=all()/> }.into_any(),
        view! { <clocks::Holders case=Arc::clone(&case)/> }.into_any(),
        view! { <tasks::Tasks shown=all()/> }.into_any(),
        view! { <clocks::Promises case=Arc::clone(&case)/> }.into_any(),
        view! { <publish::PublicCard case=Arc::clone(&case)/> }.into_any(),
        view! { <facts::FactsCard shown=all()/> }.into_any(),
        view! { <identity::IdentityCard shown=all()/> }.into_any(),
        view! { <history::HistoryCard case=Arc::clone(&case)/> }.into_any(),
    ];
    let head = view! { <head::Head case=Arc::clone(&case)/> <Done acting=all().acting/> }.into_any();
    let dialogs = menu::dialogs(&shown);
    view! {
        <Title text=title/>
        <StaffPage reader here=Room::Desk>
            {head}
            <div class="split">
                <div class="stack stack-l">{main}</div>
                <aside class="stack stack-l" aria-label=words.case_desk.facts_label>{beside}</aside>
            </div>
            {dialogs}
        </StaffPage>
    }
}

/// Word of the act that was just done: on this page, or by the form that led here.
#[component]
fn Done(
    /// What the forms of the page share.
    acting: Acting,
) -> impl IntoView {
    let words = use_text();
    let query = use_query_map();
    let told = move || {
        let before = query.read().get("tersimpan");
        acting
            .done
            .get()
            .or_else(|| before.as_deref().and_then(domain::deed::Act::find))
    };
    move || {
        told().map(|act| {
            view! { <Notice tone=Tone::Good glyph=Glyph::Done live=true><p>{words.acts_done.of(act)}</p></Notice> }
        })
    }
}
