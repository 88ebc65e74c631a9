//! The alphabet of codes that people read to each other: Crockford's base 32.

/// Digits and capital letters without I, L, O and U; a symbol's place is its value.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbol of the lowest five bits of `bits`.
pub(crate) fn symbol(bits: u8) -> char {
    char::from(ALPHABET[usize::from(bits & 31)])
}

/// The value of a symbol as people type it: any case, I and L for 1, O for 0.
pub(crate) fn value(typed: char) -> Option<u8> {
    let symbol = match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == symbol)?;
    u8::try_from(place).ok()
}

/// What was typed without spaces and hyphens.
pub(crate) fn symbols(typed: &str) -> impl Iterator<Item = char> {
    typed
        .chars()
        .filter(|typed| !typed.is_whitespace() && !matches!(typed, '-' | '\u{2010}'..='\u{2015}'))
}
