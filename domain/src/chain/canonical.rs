//! The bytes of an event: one value, one sequence of bytes, for ever.

use uuid::Uuid;

use super::{Commitment, Hash};
use crate::time::Timestamp;

/// The version of the encoding itself. It leads the bytes, so that a later one can be told apart.
const ENCODING: u8 = 1;

/// Builds the canonical bytes of an event, field by field, in the order its version fixes.
///
/// Each field is one byte for its type, then its value: numbers as eight bytes, highest first;
/// texts and byte strings after their length as eight bytes; identifiers as sixteen bytes. No
/// two sequences of fields give the same bytes.
#[derive(Debug, Clone)]
#[must_use]
pub struct Canonical(Vec<u8>);

impl Canonical {
    /// Begins the bytes of an event of `kind`, whose fields follow in the order of `version`.
    pub fn new(kind: &str, version: u16) -> Self {
        Self(vec![ENCODING]).str(kind).u64(u64::from(version))
    }

    /// Adds a text, as UTF-8.
    pub fn str(self, text: &str) -> Self {
        self.sized(b's', text.as_bytes())
    }

    /// Adds a byte string.
    pub fn bytes(self, bytes: &[u8]) -> Self {
        self.sized(b'b', bytes)
    }

    /// Adds a number that is not negative.
    pub fn u64(self, number: u64) -> Self {
        self.fixed(b'u', &number.to_be_bytes())
    }

    /// Adds a number that may be negative.
    pub fn i64(self, number: i64) -> Self {
        self.fixed(b'i', &number.to_be_bytes())
    }

    /// Adds yes or no.
    pub fn bool(self, yes: bool) -> Self {
        self.fixed(if yes { b'y' } else { b'n' }, &[])
    }

    /// Adds an instant.
    pub fn instant(self, instant: Timestamp) -> Self {
        self.fixed(b't', &instant.as_ms().to_be_bytes())
    }

    /// Adds an identifier.
    pub fn uuid(self, id: Uuid) -> Self {
        self.fixed(b'x', id.as_bytes())
    }

    /// Adds a hash, such as that of a file.
    pub fn hash(self, hash: &Hash) -> Self {
        self.fixed(b'h', hash.as_bytes())
    }

    /// Adds the commitment that stands for personal data.
    pub fn commitment(self, commitment: &Commitment) -> Self {
        self.fixed(b'c', commitment.hash().as_bytes())
    }

    /// Adds `value` with `put`, or a mark that there is none.
    pub fn option<T>(self, value: Option<T>, put: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => put(self.fixed(b'1', &[]), value),
            None => self.fixed(b'0', &[]),
        }
    }

    /// Adds the number of `values`, then each of them with `put`.
    pub fn list<T, I>(self, values: I, put: impl FnMut(Self, T) -> Self) -> Self
    where
        I: IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    {
        let values = values.into_iter();
        let started = self.fixed(b'l', &length(values.len()));
        values.fold(started, put)
    }

    /// The finished bytes.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0
    }

    fn fixed(mut self, tag: u8, value: &[u8]) -> Self {
        self.0.push(tag);
        self.0.extend_from_slice(value);
        self
    }

    fn sized(self, tag: u8, value: &[u8]) -> Self {
        let mut sized = self.fixed(tag, &length(value.len()));
        sized.0.extend_from_slice(value);
        sized
    }
}

/// A length as eight bytes, the same on the 32 bits of a browser and the 64 of a server.
fn length(length: usize) -> [u8; 8] {
    (length as u64).to_be_bytes()
}
