//! The receipts on this phone, and their lock.

use leptos::{prelude::*, task::spawn_local};
use web_sys::{HtmlInputElement, SubmitEvent};

use crate::{
    parts::{Glyph, Icon},
    phone::{
        db::Db,
        fields,
        kept::Receipt,
        outbox, receipts,
        vault::{self, Key},
    },
    text::{fill, use_text},
};

/// Shortest PIN. Unit: characters. A PIN keeps out who borrows the phone, not who takes it apart.
const PIN_CHARS_MIN: usize = 4;
/// Id of the field for the PIN.
const PIN: &str = "pin";

/// What is known of the receipts.
#[derive(Clone, Copy)]
struct Shelf {
    /// Readable ones, newest first, with the id that takes them away.
    read: RwSignal<Vec<(String, Receipt)>>,
    count: RwSignal<usize>,
    is_locked: RwSignal<bool>,
    /// Whether a PIN is set, open or not.
    has_lock: RwSignal<bool>,
    told: RwSignal<Option<&'static str>>,
    busy: RwSignal<bool>,
}

impl Shelf {
    async fn look(self) {
        let Some(db) = Db::opened() else {
            return;
        };
        let has_lock = receipts::lock(&db).await.is_ok_and(|lock| lock.is_some());
        let key = vault::key();
        self.has_lock.set(has_lock);
        self.is_locked.set(has_lock && key.is_none());
        self.count.set(receipts::count(&db).await.unwrap_or(0));
        let read = if has_lock && key.is_none() {
            Vec::new()
        } else {
            receipts::read(&db, key.as_ref()).await.unwrap_or_default()
        };
        self.read.set(read);
    }

    /// Opens the lock with the PIN that was typed, or makes a new one with it.
    fn take_pin(self) {
        let words = use_text().phone;
        let pin = fields::element::<HtmlInputElement>(PIN).map(|field| field.value());
        let pin = pin.unwrap_or_default();
        if pin.chars().count() < PIN_CHARS_MIN {
            self.told.set(Some(words.pin_short));
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            if let Some(db) = Db::opened() {
                let told = match receipts::lock(&db).await {
                    Ok(Some(lock)) => match lock.open(&pin).await {
                        Some(key) => self.keep(key),
                        None => Some(words.pin_wrong),
                    },
                    Ok(None) => match receipts::lock_with(&db, &pin).await {
                        Ok(key) => self.keep(key),
                        Err(_) => Some(words.pin_cannot),
                    },
                    Err(_) => Some(words.pin_cannot),
                };
                self.told.set(told);
            }
            self.busy.set(false);
            self.look().await;
        });
    }

    fn keep(self, key: Key) -> Option<&'static str> {
        vault::hold(Some(key));
        None
    }

    /// Takes the lock off; the receipts lie open again.
    fn take_off(self) {
        spawn_local(async move {
            if let (Some(db), Some(key)) = (Db::opened(), vault::key())
                && receipts::unlock(&db, &key).await.is_ok()
            {
                vault::hold(None);
            }
            self.look().await;
        });
    }

    fn forget_all(self) {
        spawn_local(async move {
            if let Some(db) = Db::opened() {
                let _ = receipts::forget_locked(&db).await;
            }
            self.look().await;
        });
    }

    fn forget(self, id: String) {
        spawn_local(async move {
            if let Some(db) = Db::opened() {
                let _ = receipts::forget(&db, &id).await;
            }
            self.look().await;
        });
    }
}

/// The receipts, newest first.
#[component]
pub(super) fn Receipts() -> impl IntoView {
    let words = use_text().phone;
    let shelf = Shelf {
        read: RwSignal::new(Vec::new()),
        count: RwSignal::new(0),
        is_locked: RwSignal::new(false),
        has_lock: RwSignal::new(false),
        told: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    Effect::new(move |_| {
        // A report that was received while the page was open, or taken away, is a reason to look again.
        outbox::done().track();
        outbox::reports().track();
        spawn_local(shelf.look());
    });
    // Who leaves the page has to open the lock again.
    on_cleanup(|| vault::hold(None));
    let lines = move || {
        let read = shelf.read.get();
        if shelf.is_locked.get() {
            let said = fill(words.receipts_locked, &[("n", &shelf.count.get().to_string())]);
            view! { <p>{said}</p> }.into_any()
        } else if read.is_empty() {
            view! { <p class="soft">{words.receipts_none}</p> }.into_any()
        } else {
            let lines = read.into_iter().map(|(id, receipt)| view! { <Line id receipt shelf/> });
            view! { <ul class="stack stack-s">{lines.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="stack section" aria-labelledby="receipts">
            <h2 id="receipts">{words.receipts}</h2>
            {lines}
            <PinForm shelf/>
        </section>
    }
    .into_any()
}

/// One receipt: opened with code and secret, as by hand.
#[component]
fn Line(
    /// Names it on the shelf.
    id: String,
    /// The receipt.
    receipt: Receipt,
    /// Where it lies.
    shelf: Shelf,
) -> impl IntoView {
    let words = use_text().phone;
    let said = fill(words.received, &[("code", &receipt.code)]);
    let delete = fill(words.delete_named, &[("what", &receipt.code)]);
    view! {
        <li class="card card-s row row-ends">
            <div>
                <p><b>{receipt.title.clone()}</b></p>
                <p class="fine">{said}</p>
                <p class="fine soft">{receipt.received.clone()}</p>
            </div>
            <form class="row row-tight" method="post" action="/lacak">
                <input type="hidden" name="code" value=receipt.code/>
                <input type="hidden" name="secret" value=receipt.secret/>
                <button class="btn"><Icon glyph=Glyph::Find/>{words.open}</button>
                <button
                    class="btn btn-quiet"
                    type="button"
                    aria-label=delete
                    on:click=move |_| shelf.forget(id.clone())
                >
                    {words.delete}
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// The lock: set, opened, taken off, or given up.
#[component]
fn PinForm(
    /// What is known of the receipts.
    shelf: Shelf,
) -> impl IntoView {
    let words = use_text().phone;
    let told = move || {
        shelf
            .told
            .get()
            .map(|told| view! { <p class="error" id="pin-e"><Icon glyph=Glyph::Warn/>{told}</p> })
    };
    let form = move || {
        if shelf.has_lock.get() && !shelf.is_locked.get() {
            let off = move |_| shelf.take_off();
            return view! { <button class="btn" type="button" on:click=off>{words.pin_off}</button> }.into_any();
        }
        let (word, note) = if shelf.is_locked.get() {
            (words.pin_open, "")
        } else {
            (words.pin_set, words.pin_set_note)
        };
        let lost = shelf.is_locked.get().then(|| {
            let lost = move |_| shelf.forget_all();
            view! { <button class="btn btn-quiet" type="button" on:click=lost>{words.pin_lost}</button> }
        });
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            shelf.take_pin();
        };
        view! {
            <form class="stack stack-s" novalidate on:submit=submit>
                <div class="field" class:field-bad=move || shelf.told.get().is_some()>
                    <label for=PIN>{words.pin}</label>
                    <p class="hint" id="pin-h">{words.pin_hint}</p>
                    <input
                        class="input input-short"
                        type="password"
                        id=PIN
                        maxlength="12"
                        autocomplete="off"
                        aria-describedby="pin-h"
                        aria-invalid=move || shelf.told.get().map(|_| "true")
                    />
                    {told}
                </div>
                <div class="row">
                    <button class="btn" aria-busy=move || shelf.busy.get().then_some("true")>
                        <Icon glyph=Glyph::Key/>
                        {word}
                    </button>
                    {lost}
                </div>
                <p class="fine soft">{note}</p>
            </form>
        }
        .into_any()
    };
    view! { {form} }.into_any()
}
