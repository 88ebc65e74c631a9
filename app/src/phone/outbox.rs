//! The outbox: every report whose writer pressed "send" goes by itself, once, as soon as the line allows.
//!
//! One tab sends at a time. What has been sent is written down after each piece, and the server takes a report once by
//! its key, so a tab may close at any moment: the next page that opens goes on.

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use domain::{file::FileProblem, text::FieldError};
use gloo_net::http::Request;
use leptos::{
    leptos_dom::helpers::TimeoutHandle,
    prelude::{ArcRwSignal, Set as _, set_timeout_with_handle, window, window_event_listener_untyped},
    task::spawn_local,
};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Blob, FormData};

use super::{
    db::{Db, Lost, Shelf, alone},
    fields,
    kept::{Filing, KeptFile, Receipt, State, Turn},
    net::{ask, is_online},
    now_ms, receipts,
    settings::{self, Setting},
    upload::{self, Sent},
};
use crate::{
    citizen::paper::Handed,
    error::AppError,
    form::{Outcome, POSTCARD},
};

thread_local! {
    static REPORTS: ArcRwSignal<Vec<Filing>> = ArcRwSignal::new(Vec::new());
    static DONE: ArcRwSignal<Option<(String, Receipt)>> = ArcRwSignal::new(None);
    static IS_LISTENING: Cell<bool> = const { Cell::new(false) };
    static IS_SENDING: Cell<bool> = const { Cell::new(false) };
    static NEXT: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

/// How long a tab waits while another one sends, before it looks again.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Every report on this phone, drafts and those on their way.
pub(crate) fn reports() -> ArcRwSignal<Vec<Filing>> {
    REPORTS.with(Clone::clone)
}

/// The report that was received last while this page was open: its key and its receipt.
pub(crate) fn done() -> ArcRwSignal<Option<(String, Receipt)>> {
    DONE.with(Clone::clone)
}

/// Reads every report again, and tells the pages.
pub(crate) async fn look(db: &Db) -> Result<Vec<Filing>, Lost> {
    let all: Vec<Filing> = db.all(Shelf::Filings).await?;
    let waiting = all.iter().filter(|filing| filing.turn().is_some()).count();
    let count = if waiting == 0 {
        String::new()
    } else {
        waiting.to_string()
    };
    settings::set(Setting::Waiting, &count);
    reports().set(all.clone());
    settings::tell();
    Ok(all)
}

/// Keeps a report and tells the pages.
pub(crate) async fn keep(db: &Db, filing: &Filing) -> Result<(), Lost> {
    db.put(Shelf::Filings, &filing.key, filing).await?;
    look(db).await.map(drop)
}

/// Puts a report into the outbox and sends it, if the line allows.
pub(crate) async fn queue(db: &Db, mut filing: Filing) -> Result<(), Lost> {
    filing.state = State::Queued(Turn::now(now_ms()));
    keep(db, &filing).await?;
    ask_for_sync();
    wake();
    Ok(())
}

/// Takes a report and its files away from this phone.
pub(crate) async fn forget(db: &Db, filing: &Filing) -> Result<(), Lost> {
    for file in &filing.files {
        db.delete(Shelf::Blobs, &file.id).await?;
    }
    db.delete(Shelf::Filings, &filing.key).await?;
    look(db).await.map(drop)
}

/// Takes away everything but what is on its way: drafts with their files, receipts and their lock.
pub(crate) async fn forget_all(db: &Db) -> Result<(), Lost> {
    for filing in db.all::<Filing>(Shelf::Filings).await? {
        if filing.turn().is_none() {
            forget(db, &filing).await?;
        }
    }
    settings::open_next(None);
    db.clear(Shelf::Receipts).await?;
    db.clear(Shelf::Lock).await?;
    look(db).await.map(drop)
}

/// Changes a report that is still there, and tells the pages.
async fn change(db: &Db, key: &str, change: impl FnOnce(&mut Filing)) -> Result<(), Lost> {
    if let Some(mut filing) = db.find::<Filing>(Shelf::Filings, key).await? {
        change(&mut filing);
        keep(db, &filing).await?;
    }
    Ok(())
}

/// Sends what waits, now, and from now on whenever the line comes back or somebody looks at the page.
pub(crate) fn wake() {
    listen();
    if IS_SENDING.replace(true) {
        return;
    }
    spawn_local(async {
        let ran = alone("kirim", || async {
            // Without its archive a phone has nothing to send.
            if let Ok(db) = Db::open().await {
                let _ = send_all(&db).await;
            }
        })
        .await;
        IS_SENDING.set(false);
        if let Ok(db) = Db::open().await {
            plan(&db, ran).await;
        }
    });
}

/// The line came back.
fn line_is_back() {
    spawn_local(async {
        if let Ok(db) = Db::open().await {
            hurry(&db).await;
        }
    });
}

/// Every report that waits is due now.
pub(crate) async fn hurry(db: &Db) {
    for filing in db.all::<Filing>(Shelf::Filings).await.unwrap_or_default() {
        let now = |kept: &mut Filing| {
            if let State::Queued(turn) = &kept.state {
                kept.state = State::Queued(Turn {
                    at_ms: turn.at_ms,
                    tries: 0,
                    next_ms: now_ms(),
                });
            }
        };
        if filing.turn().is_some() {
            let _ = change(db, &filing.key, now).await;
        }
    }
    wake();
}

fn listen() {
    if IS_LISTENING.replace(true) {
        return;
    }
    let _ = window_event_listener_untyped("online", |_| line_is_back());
    let _ = window_event_listener_untyped("pageshow", |_| wake());
    let _ = window_event_listener_untyped("visibilitychange", |_| wake());
    // The service worker wakes pages when the system has found a line.
    let woken = Closure::<dyn Fn(JsValue)>::new(|_| line_is_back()).into_js_value();
    let worker = js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).unwrap_or_default();
    if let Ok(worker) = worker.dyn_into::<web_sys::EventTarget>() {
        let _ = worker.add_event_listener_with_callback("message", woken.unchecked_ref());
    }
}

/// Asks the system to wake the service worker once there is a line, where it can.
fn ask_for_sync() {
    spawn_local(async {
        let registered = async {
            let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into());
            let ready = get(&get(&window().navigator(), "serviceWorker")?, "ready")?;
            let ready = wasm_bindgen_futures::JsFuture::from(ready.dyn_into::<js_sys::Promise>()?).await?;
            let sync = get(&ready, "sync")?;
            let register: js_sys::Function = get(&sync, "register")?.dyn_into()?;
            register.call1(&sync, &"kirim".into())
        };
        // Without it, an open page and the next one that opens send by themselves.
        let _ = registered.await;
    });
}

/// Looks again when the next report is due, or soon if another tab is sending.
async fn plan(db: &Db, ran: bool) {
    let waiting = look(db).await.unwrap_or_default();
    let next = waiting.iter().filter_map(|filing| Some(filing.turn()?.next_ms)).min();
    let wait = match next {
        None => None,
        Some(_) if !ran => Some(LOOK_AGAIN),
        Some(next_ms) => Some(Duration::from_millis(
            u64::try_from(next_ms - now_ms()).unwrap_or(0).max(250),
        )),
    };
    let next = wait.and_then(|wait| set_timeout_with_handle(wake, wait).ok());
    if let Some(before) = NEXT.replace(next) {
        before.clear();
    }
}

/// Sends every report that is due, one after the other.
async fn send_all(db: &Db) -> Result<(), Lost> {
    let all = look(db).await?;
    for filing in all {
        let is_due = filing.turn().is_some_and(|turn| turn.next_ms <= now_ms());
        if !is_due || !is_online() {
            continue;
        }
        match send(db, filing.clone()).await? {
            Came::Received(receipt) => received(db, &filing, receipt).await?,
            Came::Refused(state) => change(db, &filing.key, |kept| kept.state = state).await?,
            Came::Nothing => {
                let wait = |kept: &mut Filing| {
                    if let State::Queued(turn) = &kept.state {
                        kept.state = State::Queued(turn.after_nothing(now_ms()));
                    }
                };
                change(db, &filing.key, wait).await?;
            }
        }
    }
    Ok(())
}

/// What came of sending a report.
enum Came {
    Received(Receipt),
    Refused(State),
    Nothing,
}

async fn send(db: &Db, filing: Filing) -> Result<Came, Lost> {
    for (at, file) in filing.files.iter().enumerate() {
        let Some(blob) = db.find_value(Shelf::Blobs, &file.id).await? else {
            continue;
        };
        let blob: Blob = blob.unchecked_into();
        let in_kept = |kept: &mut Filing, set: &dyn Fn(&mut KeptFile)| {
            if let Some(file) = kept.files.get_mut(at) {
                set(file);
            }
        };
        let sent = upload::send(file, &blob, async |sent| {
            // How far it went is asked from the server anyway: this is only shown.
            let _ = change(db, &filing.key, |kept| in_kept(kept, &|file| file.sent = sent)).await;
        })
        .await;
        match sent {
            Sent::Whole => {}
            Sent::Later => return Ok(Came::Nothing),
            Sent::Refused(problem) => {
                let refuse = |file: &mut KeptFile| file.refused = Some(problem.clone());
                change(db, &filing.key, |kept| in_kept(kept, &refuse)).await?;
                let problems = vec![("files".to_owned(), problem)];
                return Ok(Came::Refused(State::Refused { problems, error: None }));
            }
        }
    }
    Ok(post(&filing).await.unwrap_or(Came::Nothing))
}

/// Posts the form as the page itself would; `None` without an answer.
async fn post(filing: &Filing) -> Option<Came> {
    let body = form_of(filing)?;
    let request = Request::post("/lapor").header("accept", POSTCARD);
    let answer = ask(request, Some(&body)).await?;
    let outcome = postcard::from_bytes(&answer.binary().await.ok()?).ok()?;
    match outcome {
        Outcome::Done { .. } => receipt(filing).await.map(Came::Received),
        Outcome::Refused {
            error: Some(AppError::TooMany | AppError::Offline | AppError::Internal),
            ..
        } => None,
        // The server has forgotten pieces that waited too long, or has had too much from this network: from the start,
        // later.
        Outcome::Refused { problems, .. } if !problems.is_empty() && problems.iter().all(is_for_later) => None,
        Outcome::Refused { problems, error } => Some(Came::Refused(State::Refused { problems, error })),
    }
}

fn is_for_later((_, problem): &(String, FieldError)) -> bool {
    matches!(
        problem,
        FieldError::File {
            problem: FileProblem::Unfinished | FileProblem::TooMuch,
            ..
        }
    )
}

fn form_of(filing: &Filing) -> Option<FormData> {
    let form = FormData::new().ok()?;
    for (name, text) in &filing.fields {
        form.append_with_str(name, text).ok()?;
    }
    // The phone asked at the story. Nobody may be there to be asked again once it goes, so the words stay as they are.
    if filing.text(fields::MASKING).is_empty() {
        form.append_with_str(fields::MASKING, "keep").ok()?;
    }
    let is_for_province = filing.text("files_only") == "yes";
    for file in &filing.files {
        form.append_with_str("upload", &file.id).ok()?;
        form.append_with_str("upload_name", &file.name).ok()?;
        if is_for_province {
            form.append_with_str("upload_only", &file.id).ok()?;
        }
    }
    form.append_with_str("key", &filing.key).ok()?;
    let pressed = filing.turn()?.at_ms.to_string();
    form.append_with_str("filed_at", &pressed).ok()?;
    Some(form)
}

/// The receipt of the report that was just received: it is the one that is open in this browser now.
async fn receipt(filing: &Filing) -> Option<Receipt> {
    let answer = ask(Request::get("/lapor/bukti").header("accept", POSTCARD), None).await?;
    let handed: Option<Handed> = postcard::from_bytes(&answer.binary().await.ok()?).ok()?;
    let view = handed?.receipt;
    Some(Receipt {
        code: view.code,
        secret: view.secret,
        title: filing.title(),
        received: view.received.long,
    })
}

/// The receipt is kept before the report goes, unless several people use this phone.
async fn received(db: &Db, filing: &Filing, receipt: Receipt) -> Result<(), Lost> {
    if settings::is_shared() {
        forget_all(db).await?;
    } else {
        receipts::keep(db, &receipt).await?;
    }
    forget(db, filing).await?;
    done().set(Some((filing.key.clone(), receipt)));
    Ok(())
}
