//! What stands around the form where scripts run: the way on, what is kept, what is on its way, and other drafts.

use leptos::{prelude::*, task::spawn_local};

use super::{
    drafting::Drafting,
    steps::{Step, Steps},
};
use crate::{
    citizen::{
        lines::{DraftLine, turn_line, use_online},
        send::Sending,
        when::local,
    },
    parts::{Button, ButtonKind, Glyph, Icon, Notice, Tone},
    phone::{
        db::Db,
        kept::{Filing, State},
        outbox,
    },
    text::{fill, use_text},
};

/// Back, on, and at the end "send". Without scripts: "send" and "check first".
#[component]
pub(super) fn Ways(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
    /// Goes to the step after, if this one is right.
    next: Callback<()>,
) -> impl IntoView {
    let words = use_text();
    let not_at = move |step: Step| move || steps.at().is_none_or(|at| at == step);
    let in_steps = move || steps.at().is_some();
    let before_the_last = move || in_steps() && !steps.is_last();
    view! {
        <div class="row ways">
            <button class="btn" type="button" hidden=not_at(Step::Story) on:click=move |_| steps.back()>
                <Icon glyph=Glyph::Back/>
                {words.phone.back}
            </button>
            <button class="btn btn-main" type="button" hidden=not_at(Step::Review) on:click=move |_| next.run(())>
                {words.phone.next}
                <Icon glyph=Glyph::On/>
            </button>
            <Button
                word=words.filing.send
                glyph=Glyph::Send
                kind=ButtonKind::Main
                busy=form.busy()
                attr:hidden=before_the_last
            />
            <Button word=words.filing.check name=crate::citizen::send::ACT value=super::CHECK attr:hidden=in_steps/>
        </div>
    }
    .into_any()
}

/// That the draft is kept, and that the line is gone.
#[component]
pub(super) fn KeptHere(
    /// The draft.
    drafting: Drafting,
) -> impl IntoView {
    let words = use_text();
    let online = use_online();
    let gone = move || {
        (!online.get()).then(|| {
            view! {
                <Notice tone=Tone::Plain glyph=Glyph::Pause title=words.phone.offline live=true>
                    <p>{words.phone.offline_text}</p>
                </Notice>
            }
        })
    };
    let kept = move || {
        drafting.kept_at_ms.get().map(|at| {
            let said = fill(words.phone.kept, &[("time", &local(at, words.common.lang).1)]);
            view! {
                <p class="row row-tight fine soft">
                    <span>{said}</span>
                    <button class="btn btn-quiet" type="button" on:click=move |_| drafting.discard()>
                        {words.phone.discard}
                    </button>
                </p>
            }
        })
    };
    view! {
        {gone}
        {kept}
    }
    .into_any()
}

/// The report of this page on its way; in place of the form.
#[component]
pub(super) fn OnItsWay(
    /// The draft.
    drafting: Drafting,
    /// Whether it is.
    is_sent: RwSignal<bool>,
    /// The form, which shows what the server did not take.
    form: Sending,
    /// The steps.
    steps: Steps,
) -> impl IntoView {
    let words = use_text();
    let mine = RwSignal::new(None::<Filing>);
    Effect::new(move |_| {
        let key = drafting.key();
        let found = outbox::reports().get().into_iter().find(|filing| filing.key == key);
        let was_sent = is_sent.get_untracked();
        match found.as_ref().map(|filing| &filing.state) {
            Some(State::Queued(_)) => is_sent.set(true),
            Some(State::Refused { problems, error }) if was_sent => {
                is_sent.set(false);
                if let Some((name, _)) = problems.first() {
                    steps.show(Step::of_field(name), false);
                }
                drafting
                    .files
                    .set(found.as_ref().map(|filing| filing.files.clone()).unwrap_or_default());
                form.refuse(problems.clone(), error.clone());
            }
            Some(State::Draft | State::Refused { .. }) | None => {}
        }
        mine.set(found);
    });
    Effect::new(move |_| {
        let done = outbox::done().get();
        if done.is_some_and(|(key, _)| key == drafting.key()) {
            // The receipt comes from the server, so that no part of this page can be in its way.
            let _ = window().location().assign("/lapor/bukti");
        }
    });
    let online = use_online();
    move || {
        let filing = mine.get().filter(|_| is_sent.get())?;
        let turn = filing.turn()?;
        let is_waiting = turn.tries > 0 || !online.get();
        let said = if is_waiting && turn.tries == 0 {
            words.phone.waiting.to_owned()
        } else {
            turn_line(&filing, turn, words)
        };
        let note = is_waiting.then(|| view! { <p>{words.phone.waiting_text}</p> });
        Some(view! {
            <section class="card stack" role="status" aria-label=words.phone.sending>
                <h2>{said}</h2>
                <progress class="progress" max="100" value=filing.percent().to_string() aria-label=words.phone.sending></progress>
                {note}
                <div class="row">
                    <a class="btn" href="/laporan-saya">{words.phone.mine}</a>
                    <button class="btn btn-quiet" type="button" on:click=move |_| {
                        is_sent.set(false);
                        drafting.renew();
                    }>{words.phone.another}</button>
                </div>
            </section>
        })
    }
}

/// Other reports on this phone that are being written.
#[component]
pub(super) fn Drafts(
    /// The draft that is in the form.
    drafting: Drafting,
    /// The steps.
    steps: Steps,
) -> impl IntoView {
    let words = use_text();
    let others = Memo::new(move |_| {
        let (key, all) = (drafting.key(), outbox::reports().get());
        let is_other = |filing: &Filing| filing.key != key && filing.turn().is_none();
        let mut others: Vec<Filing> = all.into_iter().filter(is_other).collect();
        others.reverse();
        others
    });
    move || {
        let others = others.get();
        if others.is_empty() {
            return None;
        }
        let lines = others.into_iter().map(|filing| {
            let (open, gone) = (filing.clone(), filing.clone());
            let go_on = move |_| {
                let filing = open.clone();
                drafting.hurry();
                spawn_local(async move {
                    let step = Step::find(&filing.step).unwrap_or(Step::Story);
                    steps.show(step, true);
                    drafting.open(filing).await;
                });
            };
            let delete = move |_| {
                let filing = gone.clone();
                spawn_local(async move {
                    if let Some(db) = Db::opened() {
                        let _ = outbox::forget(&db, &filing).await;
                    }
                });
            };
            view! {
                <DraftLine filing>
                    <button class="btn" type="button" on:click=go_on>{words.phone.go_on}</button>
                    <button class="btn btn-quiet" type="button" on:click=delete>{words.phone.delete}</button>
                </DraftLine>
            }
        });
        Some(view! {
            <section class="section stack" aria-labelledby="drafts">
                <h2 id="drafts">{words.phone.drafts}</h2>
                <ul class="stack stack-s">{lines.collect_view()}</ul>
            </section>
        })
    }
}
