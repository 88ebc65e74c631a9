//! The lock of the receipts: a PIN of choice, stretched by PBKDF2 into a key of AES-GCM. Nobody but its owner has the
//! PIN; who forgets it uses the receipt on paper.

use std::cell::RefCell;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::random;

/// Rounds of PBKDF2. Source: OWASP, "Password Storage Cheat Sheet", for HMAC-SHA-256.
const ROUNDS: u32 = 600_000;
/// What a right PIN opens.
const PROOF: &[u8] = b"sinergi";

/// The lock as it is kept: a right PIN opens its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lock {
    salt: Vec<u8>,
    rounds: u32,
    proof: Sealed,
}

/// Bytes that only the key opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sealed {
    nonce: Vec<u8>,
    bytes: Vec<u8>,
}

/// The key that a PIN gave; gone with the page.
#[derive(Debug, Clone)]
pub(crate) struct Key(CryptoKey);

thread_local! {
    static HELD: RefCell<Option<Key>> = const { RefCell::new(None) };
}

/// The key that opens the receipts on this page, if the PIN was given.
pub(crate) fn key() -> Option<Key> {
    HELD.with_borrow(Clone::clone)
}

/// Holds the key, or lets go of it.
pub(crate) fn hold(key: Option<Key>) {
    HELD.set(key);
}

impl Lock {
    /// A lock for this PIN, and its key; `None` where the browser has no cryptography (a page without https).
    pub(crate) async fn new(pin: &str) -> Option<(Self, Key)> {
        let salt: [u8; 16] = random();
        let key = key_of(pin, &salt, ROUNDS).await?;
        let lock = Self {
            salt: salt.to_vec(),
            rounds: ROUNDS,
            proof: key.seal(PROOF).await?,
        };
        Some((lock, key))
    }

    /// The key, if the PIN is right.
    pub(crate) async fn open(&self, pin: &str) -> Option<Key> {
        let key = key_of(pin, &self.salt, self.rounds).await?;
        (key.open(&self.proof).await?.as_slice() == PROOF).then_some(key)
    }
}

impl Key {
    /// Seals bytes.
    pub(crate) async fn seal(&self, bytes: &[u8]) -> Option<Sealed> {
        let nonce: [u8; 12] = random();
        let work = subtle()?.encrypt_with_object_and_js_u8_array(&aes(&nonce), &self.0, &Uint8Array::from(bytes));
        Some(Sealed {
            nonce: nonce.to_vec(),
            bytes: bytes_of(work).await?,
        })
    }

    /// Opens what this key sealed.
    pub(crate) async fn open(&self, sealed: &Sealed) -> Option<Vec<u8>> {
        let bytes = Uint8Array::from(sealed.bytes.as_slice());
        let work = subtle()?.decrypt_with_object_and_js_u8_array(&aes(&sealed.nonce), &self.0, &bytes);
        bytes_of(work).await
    }
}

async fn key_of(pin: &str, salt: &[u8], rounds: u32) -> Option<Key> {
    let pin = Uint8Array::from(pin.as_bytes());
    let uses = Array::of1(&"deriveKey".into());
    let pin = subtle()?
        .import_key_with_str("raw", &pin, "PBKDF2", false, &uses)
        .ok()?;
    let pin: CryptoKey = JsFuture::from(pin).await.ok()?.unchecked_into();
    let stretch = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", rounds.into()),
    ]);
    let made = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle()?.derive_key_with_object_and_object(&stretch, &pin, &made, false, &uses);
    Some(Key(JsFuture::from(key.ok()?).await.ok()?.unchecked_into()))
}

/// The browser's cryptography; only pages over https, or on the machine itself, have it.
fn subtle() -> Option<SubtleCrypto> {
    let subtle = Reflect::get(&window().crypto().ok()?.into(), &"subtle".into()).ok()?;
    (!subtle.is_undefined()).then(|| subtle.unchecked_into())
}

fn aes(nonce: &[u8]) -> Object {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(nonce).into())])
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a plain object never fails.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

async fn bytes_of(work: Result<Promise, JsValue>) -> Option<Vec<u8>> {
    let done = JsFuture::from(work.ok()?).await.ok()?;
    Some(Uint8Array::new(&done).to_vec())
}
