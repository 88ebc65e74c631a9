//! Names of private persons: capitalised words after a word of address.

use super::{DOT, Finding, Found};
use std::{collections::BTreeSet, ops::Range};

/// Words that a name follows, in small letters.
const BEFORE_A_NAME: [&str; 21] = [
    "pak",
    "bapak",
    "bpk",
    "bu",
    "ibu",
    "sdr",
    "sdri",
    "saudara",
    "saudari",
    "oknum",
    "mas",
    "mbak",
    "bang",
    "haji",
    "hajah",
    "almarhum",
    "almarhumah",
    "bernama",
    "nama",
    "a.n",
    "an",
];
/// "atas nama" ends with one of the above; after these, one capitalised word could be anything.
const BEFORE_TWO: [&str; 2] = ["saya", "kami"];
/// Titles that belong to the name after them.
const TITLES: [&str; 8] = ["h", "hj", "dr", "drs", "ir", "prof", "ust", "ustadz"];
/// Words of offices and places: what follows a word of address and is no name.
const NO_NAMES: [&str; 58] = [
    "gubernur",
    "wakil",
    "bupati",
    "walikota",
    "wali",
    "camat",
    "lurah",
    "kepala",
    "kades",
    "ketua",
    "sekda",
    "sekretaris",
    "dinas",
    "badan",
    "biro",
    "kantor",
    "rt",
    "rw",
    "desa",
    "kelurahan",
    "kecamatan",
    "kota",
    "kabupaten",
    "provinsi",
    "polisi",
    "guru",
    "petugas",
    "pegawai",
    "asn",
    "pns",
    "satpol",
    "dprd",
    "dokter",
    "menteri",
    "presiden",
    "direktur",
    "polri",
    "tni",
    "kapolsek",
    "kapolres",
    "rumah",
    "sekolah",
    "puskesmas",
    "rsud",
    "bidan",
    "perawat",
    "hamil",
    "hakim",
    "jaksa",
    "notaris",
    "operator",
    "admin",
    "staf",
    "aparat",
    "warga",
    "pemohon",
    "pelapor",
    "pertiwi",
];
/// Words of a name that are masked at most.
const WORDS_MAX: usize = 5;
/// A repeated part of a name that is shorter is found in too many words.
const AGAIN_CHARS_MIN: usize = 3;

struct Word<'t> {
    span: Range<usize>,
    text: &'t str,
}

impl Word<'_> {
    fn lower(&self) -> String {
        self.text.trim_end_matches('.').to_lowercase()
    }

    fn is_capitalised(&self) -> bool {
        let mut signs = self.text.chars();
        signs.next().is_some_and(char::is_uppercase)
            && self.text.chars().filter(|sign| sign.is_alphabetic()).count() > 1
    }

    fn is_initial(&self) -> bool {
        let mut signs = self.text.chars();
        signs.next().is_some_and(char::is_uppercase) && signs.all(|sign| sign == '.')
    }

    /// Letters without any small one: an abbreviation, more often than a name.
    fn is_all_capitals(&self) -> bool {
        !self.text.chars().any(char::is_lowercase)
    }
}

/// The words of a text: letters with marks inside them.
fn words(text: &str) -> Vec<Word<'_>> {
    let is_inside = |sign: char| sign.is_alphabetic() || matches!(sign, '\'' | '’' | '-' | '.');
    let mut words = Vec::new();
    let mut from: Option<usize> = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, sign) in ends {
        match (from, is_inside(sign)) {
            (None, true) if sign.is_alphabetic() => from = Some(at),
            (Some(start), false) => {
                words.extend(word(text, start, at));
                from = None;
            }
            (None | Some(_), _) => {}
        }
    }
    words
}

/// The word between two places, without the marks at its end. A full stop stays after a title or an initial.
fn word(text: &str, from: usize, to: usize) -> Option<Word<'_>> {
    let whole = text.get(from..to)?;
    let bare = whole.trim_end_matches(['\'', '’', '-', '.']);
    let keeps_stop = whole.starts_with(bare) && whole.get(bare.len()..)?.starts_with('.') && {
        let lower = bare.to_lowercase();
        bare.chars().count() == 1
            || lower.contains('.')
            || TITLES.contains(&lower.as_str())
            || matches!(lower.as_str(), "sdr" | "sdri" | "bpk" | "an")
    };
    let text = whole.get(..bare.len() + usize::from(keeps_stop))?;
    Some(Word {
        span: from..from + text.len(),
        text,
    })
}

/// Names after words of address.
pub(super) fn named(text: &str, public: &BTreeSet<String>) -> Vec<Finding> {
    let words = words(text);
    let mut found: Vec<Finding> = Vec::new();
    for (place, before) in words.iter().enumerate() {
        let lower = before.lower();
        let least = match lower.as_str() {
            // "an" alone is a syllable; "a.n." and "an." are words of address.
            "an" if !before.text.ends_with('.') => continue,
            other if BEFORE_A_NAME.contains(&other) => 1,
            other if BEFORE_TWO.contains(&other) => 2,
            _ => continue,
        };
        let is_oknum = lower == "oknum";
        if let Some(span) = name_after(text, &words, place, is_oknum, least, public) {
            found.push(finding(span));
        }
    }
    found
}

fn finding(span: Range<usize>) -> Finding {
    Finding {
        kind: Found::Name,
        span,
        mask: "…".to_owned(),
    }
}

/// The name after the word at `place`.
fn name_after(
    text: &str,
    words: &[Word<'_>],
    place: usize,
    is_oknum: bool,
    least: usize,
    public: &BTreeSet<String>,
) -> Option<Range<usize>> {
    let mut last = words.get(place)?.span.end;
    let (mut from, mut to, mut many) = (None, last, 0);
    for word in words.iter().skip(place + 1).take(WORDS_MAX) {
        let gap = text.get(last..word.span.start)?;
        let is_near = gap.chars().all(|sign| matches!(sign, ' ' | '\u{a0}' | ':')) && !gap.is_empty();
        let lower = word.lower();
        let is_title = TITLES.contains(&lower.as_str()) && word.text.starts_with(char::is_uppercase);
        let is_link = matches!(lower.as_str(), "bin" | "binti") && many > 0;
        let is_name = word.is_capitalised() || word.is_initial();
        let is_public =
            NO_NAMES.contains(&lower.as_str()) || public.contains(&lower) || (is_oknum && word.is_all_capitals());
        if !is_near || !(is_title || is_link || is_name) || (is_public && !is_title) {
            break;
        }
        from.get_or_insert(word.span.start);
        last = word.span.end;
        if is_name && !is_title {
            (to, many) = (word.span.end, many + 1);
        }
    }
    (many >= least).then(|| from.map(|from| from..to)).flatten()
}

/// The same names, and their parts, where they stand again without a word of address.
pub(super) fn again(text: &str, named: &[Finding]) -> Vec<Finding> {
    let parts: BTreeSet<&str> = named
        .iter()
        .filter_map(|finding| text.get(finding.span.clone()))
        .flat_map(|name| name.split(|sign: char| !sign.is_alphabetic()))
        .filter(|part| part.chars().count() >= AGAIN_CHARS_MIN && !part.contains(DOT))
        .collect();
    words(text)
        .into_iter()
        .filter(|word| {
            parts.contains(word.text.trim_end_matches('.'))
                && !named.iter().any(|finding| finding.span.contains(&word.span.start))
        })
        .map(|word| finding(word.span))
        .collect()
}
