//! The archive of the phone: IndexedDB, as far as we use it.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::kept;

/// Name and version of the archive. A new shelf is a new version.
const NAME: (&str, u32) = ("sinergi", 1);

/// What is kept together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// Reports being written or on their way, by key.
    Filings,
    /// Bytes of their files, by id.
    Blobs,
    /// Receipts, open or sealed.
    Receipts,
    /// How the receipts are locked: one record, or none.
    Lock,
}

impl Shelf {
    const ALL: [Self; 4] = [Self::Filings, Self::Blobs, Self::Receipts, Self::Lock];

    const fn name(self) -> &'static str {
        match self {
            Self::Filings => "filings",
            Self::Blobs => "blobs",
            Self::Receipts => "receipts",
            Self::Lock => "lock",
        }
    }
}

/// The phone keeps nothing: it has no archive, or no room in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lost;

impl From<JsValue> for Lost {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The open archive.
#[derive(Debug, Clone)]
pub(crate) struct Db(IdbDatabase);

thread_local! {
    static OPENED: RefCell<Option<Db>> = const { RefCell::new(None) };
}

impl Db {
    /// The archive, if this page has opened it.
    pub(crate) fn opened() -> Option<Self> {
        OPENED.with_borrow(Clone::clone)
    }

    /// Opens the archive once for the page, and makes its shelves where there are none.
    pub(crate) async fn open() -> Result<Self, Lost> {
        if let Some(opened) = Self::opened() {
            return Ok(opened);
        }
        let opened = Self::open_anew().await?;
        OPENED.set(Some(opened.clone()));
        Ok(opened)
    }

    async fn open_anew() -> Result<Self, Lost> {
        let (name, version) = NAME;
        let factory = window().indexed_db()?.ok_or(Lost)?;
        let request = factory.open_with_u32(name, version)?;
        let opening = request.clone();
        let upgrade = Closure::once_into_js(move || make_shelves(&opening));
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        Ok(Self(answer(&request).await?.unchecked_into()))
    }

    /// What lies on the shelf under this key.
    pub(crate) async fn find<T: DeserializeOwned>(&self, shelf: Shelf, key: &str) -> Result<Option<T>, Lost> {
        let found = self.find_value(shelf, key).await?;
        Ok(found.and_then(|value| read(&value)))
    }

    /// As it was put there: a blob.
    pub(crate) async fn find_value(&self, shelf: Shelf, key: &str) -> Result<Option<JsValue>, Lost> {
        let (_, store) = self.begin(shelf, IdbTransactionMode::Readonly)?;
        let found = answer(&store.get(&JsValue::from_str(key))?).await?;
        Ok((!found.is_undefined()).then_some(found))
    }

    /// Everything on the shelf, oldest key first. What a newer release wrote is left out.
    pub(crate) async fn all<T: DeserializeOwned>(&self, shelf: Shelf) -> Result<Vec<T>, Lost> {
        let (_, store) = self.begin(shelf, IdbTransactionMode::Readonly)?;
        let all: Array = answer(&store.get_all()?).await?.unchecked_into();
        Ok(all.iter().filter_map(|value| read(&value)).collect())
    }

    /// Puts a value there. Done when it is kept.
    pub(crate) async fn put<T: Serialize + Clone>(&self, shelf: Shelf, key: &str, value: &T) -> Result<(), Lost> {
        let bytes = Uint8Array::from(kept::to_bytes(value).as_slice());
        self.put_value(shelf, key, &bytes).await
    }

    /// Puts a blob there.
    pub(crate) async fn put_value(&self, shelf: Shelf, key: &str, value: &JsValue) -> Result<(), Lost> {
        let (work, store) = self.begin(shelf, IdbTransactionMode::Readwrite)?;
        store.put_with_key(value, &JsValue::from_str(key))?;
        end(&work).await
    }

    /// Takes what lies there away.
    pub(crate) async fn delete(&self, shelf: Shelf, key: &str) -> Result<(), Lost> {
        let (work, store) = self.begin(shelf, IdbTransactionMode::Readwrite)?;
        store.delete(&JsValue::from_str(key))?;
        end(&work).await
    }

    /// Empties a shelf.
    pub(crate) async fn clear(&self, shelf: Shelf) -> Result<(), Lost> {
        let (work, store) = self.begin(shelf, IdbTransactionMode::Readwrite)?;
        store.clear()?;
        end(&work).await
    }

    fn begin(&self, shelf: Shelf, mode: IdbTransactionMode) -> Result<(IdbTransaction, IdbObjectStore), Lost> {
        let work = self.0.transaction_with_str_and_mode(shelf.name(), mode)?;
        let store = work.object_store(shelf.name())?;
        Ok((work, store))
    }
}

fn make_shelves(opening: &IdbOpenDbRequest) {
    let Ok(db) = opening.result() else { return };
    let db: IdbDatabase = db.unchecked_into();
    for shelf in Shelf::ALL {
        // A shelf that cannot be made is found missing by the first who looks.
        let _ = db.create_object_store(shelf.name());
    }
}

fn read<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    kept::from_bytes(&value.dyn_ref::<Uint8Array>()?.to_vec())
}

/// Waits for a request. The promise's own functions are its handlers.
async fn answer(request: &IdbRequest) -> Result<JsValue, Lost> {
    let mut wait = |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    };
    JsFuture::from(Promise::new(&mut wait)).await?;
    Ok(request.result()?)
}

/// Waits until what was written is kept.
async fn end(work: &IdbTransaction) -> Result<(), Lost> {
    let mut wait = |resolve: Function, reject: Function| {
        work.set_oncomplete(Some(&resolve));
        work.set_onerror(Some(&reject));
        work.set_onabort(Some(&reject));
    };
    JsFuture::from(Promise::new(&mut wait)).await?;
    Ok(())
}

/// Runs `work` while no other tab of this site does the same; whether it ran. A browser without locks runs it anyway:
/// the server takes each report once.
pub(crate) async fn alone<F>(name: &str, work: impl FnOnce() -> F + 'static) -> bool
where
    F: Future<Output = ()> + 'static,
{
    let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
    let request = Reflect::get(&locks, &"request".into()).unwrap_or_default();
    let Ok(request) = request.dyn_into::<Function>() else {
        work().await;
        return true;
    };
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let held = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            return JsValue::FALSE;
        }
        let done = async move {
            work().await;
            Ok(JsValue::TRUE)
        };
        future_to_promise(done).into()
    });
    let asked = request.call3(&locks, &name.into(), &options, &held);
    match asked.map(JsCast::unchecked_into::<Promise>) {
        Ok(asked) => JsFuture::from(asked).await.is_ok_and(|ran| ran.is_truthy()),
        Err(_) => false,
    }
}
