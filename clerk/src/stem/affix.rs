//! The affixes of Indonesian: which beginnings and endings a word may have, and what stands without them.

/// No root is shorter.
const ROOT_CHARS_MIN: usize = 3;
/// Beginnings that one word can have, one before the other: "memperkerjakan".
const BEGINNINGS_MAX: usize = 3;

/// Calls `visit` with every way to take endings off: what is left, the derivational ending taken, and how many were.
pub(super) fn endings<'a>(word: &'a str, visit: &mut impl FnMut(&'a str, &'static str, usize)) {
    let less = |word: &'a str, endings: &'static [&'static str]| {
        let mut ways = vec![(word, "", 0)];
        for ending in endings {
            if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() >= ROOT_CHARS_MIN) {
                ways.push((rest, *ending, 1));
            }
        }
        ways
    };
    for (word, _, particles) in less(word, &["lah", "kah", "tah", "pun"]) {
        for (word, _, owners) in less(word, &["nya", "ku", "mu"]) {
            for (word, ending, derived) in less(word, &["kan", "an", "i"]) {
                visit(word, ending, particles + owners + derived);
            }
        }
    }
}

/// Calls `visit` with every way to take one to three beginnings off: what may be left, how many letters of it were
/// written, the outermost beginning, and how many were taken.
pub(super) fn beginnings(word: &str, visit: &mut impl FnMut(&str, usize, &'static str, usize)) {
    without(word, "", 1, visit);
}

fn without(word: &str, first: &'static str, depth: usize, visit: &mut impl FnMut(&str, usize, &'static str, usize)) {
    if depth > BEGINNINGS_MAX {
        return;
    }
    for (beginning, spelt_back) in BEGINNINGS {
        let Some(rest) = word.strip_prefix(beginning) else {
            continue;
        };
        let outermost = if first.is_empty() { beginning } else { first };
        for letter in *spelt_back {
            let root = format!("{letter}{rest}");
            if root.len() < ROOT_CHARS_MIN {
                continue;
            }
            visit(&root, rest.len(), outermost, depth);
            without(&root, outermost, depth + 1, visit);
        }
    }
}

/// A beginning, and what may have stood in its place before its nasal: "menyapu" is "me" and "sapu".
const BEGINNINGS: &[(&str, &[&str])] = &[
    ("di", &[""]),
    ("ke", &[""]),
    ("se", &[""]),
    ("ku", &[""]),
    ("kau", &[""]),
    ("ber", &["", "r"]),
    ("be", &[""]),
    ("ter", &["", "r"]),
    ("per", &["", "r"]),
    ("pe", &[""]),
    ("meng", &["", "k"]),
    ("menge", &[""]),
    ("meny", &["s"]),
    ("men", &["", "t"]),
    ("mem", &["", "p"]),
    ("me", &[""]),
    ("peng", &["", "k"]),
    ("penge", &[""]),
    ("peny", &["s"]),
    ("pen", &["", "t"]),
    ("pem", &["", "p"]),
];

/// The nasals of everyday speech that stand for "me": "ngurus", "nyuri", "nulis", "mukul".
const NASALS: &[(&str, &[&str])] = &[("ng", &["", "k"]), ("ny", &["s", "c"]), ("n", &["t"]), ("m", &["p"])];

/// Calls `visit` with what may stand behind a nasal of everyday speech.
pub(super) fn behind_nasal(word: &str, visit: &mut impl FnMut(&str)) {
    for (nasal, spelt_back) in NASALS {
        if let Some(rest) = word.strip_prefix(nasal) {
            for letter in *spelt_back {
                visit(&format!("{letter}{rest}"));
            }
        }
    }
}

/// Pairs that no word has. Source: Nazief and Adriani (1996), disallowed confixes.
pub(super) fn goes_with(beginning: &str, ending: &str) -> bool {
    !matches!(
        (beginning, ending),
        ("be" | "ber" | "ke" | "se", "i")
            | (
                "di" | "me" | "men" | "meny" | "meng" | "mem" | "menge" | "te" | "ter",
                "an"
            )
            | ("ke" | "se", "kan")
    )
}

/// What surely stays of a word whose root is not known.
pub(super) fn lightly(word: &str) -> &str {
    const LEFT_MIN: usize = 4;
    let less_ending = |word: &'_ str, ending: &str| -> Option<usize> {
        word.strip_suffix(ending).map(str::len).filter(|left| *left >= LEFT_MIN)
    };
    let mut kept = word;
    if let Some(left) = less_ending(kept, "nya") {
        kept = &kept[..left];
    }
    let bare = ["di", "ber", "ter", "meng", "mem", "men", "peng", "pem", "pen"]
        .iter()
        .find_map(|beginning| kept.strip_prefix(beginning))
        .filter(|rest| rest.len() >= LEFT_MIN);
    match bare {
        Some(rest) => less_ending(rest, "kan").map_or(rest, |left| &rest[..left]),
        None => kept,
    }
}
