//! Numbers and names out of bytes; `None` where the bytes end before.

pub(crate) fn four(bytes: &[u8], at: usize) -> Option<&[u8; 4]> {
    bytes.get(at..)?.first_chunk()
}

pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|pair| u16::from_be_bytes(*pair))
}

pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    four(bytes, at).map(|four| u32::from_be_bytes(*four))
}

pub(crate) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|eight| u64::from_be_bytes(*eight))
}
