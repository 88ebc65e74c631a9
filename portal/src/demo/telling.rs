//! Texts with variants `[a|b]` and placeholders `{name}`, told once.

use fastrand::Rng;

/// `text` with one variant of each bracket.
pub(super) fn vary(rng: &mut Rng, text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        told.push_str(before);
        let Some((variants, tail)) = after.split_once(']') else {
            told.push('[');
            rest = after;
            continue;
        };
        told.push_str(rng.choice(variants.split('|').collect::<Vec<_>>()).unwrap_or_default());
        rest = tail;
    }
    told.push_str(rest);
    told
}

/// `text` with each placeholder of `fills` replaced.
pub(super) fn fill(text: &str, fills: &[(&str, &str)]) -> String {
    fills.iter().fold(text.to_owned(), |told, (name, value)| {
        told.replace(&format!("{{{name}}}"), value)
    })
}

/// One of `texts`; empty if there are none.
pub(super) fn any(rng: &mut Rng, texts: &[String]) -> String {
    rng.choice(texts).cloned().unwrap_or_default()
}
