//! Numbers and addresses: recognised by their shape.

use super::{DOT, Finding, Found, byte, signs};

/// Digits of a NIK.
const NIK_DIGITS: usize = 16;
/// Digits of a NIB.
const NIB_DIGITS: usize = 13;
/// Digits of a telephone number that begins with 08. Source: the national numbering plan.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 10..=13;
/// Digits of an account that is not named as one.
const ACCOUNT_DIGITS: std::ops::RangeInclusive<usize> = 10..=19;
/// Digits of one that is: "rekening 1234567".
const NAMED_ACCOUNT_DIGITS_MIN: usize = 6;
/// Words before a number that name an account.
const ACCOUNT_WORDS: [&str; 6] = ["rek", "rekening", "norek", "va", "bri", "bankaltimtara"];
/// Digits that stay, at either end of a telephone number.
const PHONE_SHOWN: usize = 2;
/// Letters with which plates begin. Source: Perpol 7/2021 on registration numbers.
const PLATE_REGIONS: [&str; 58] = [
    "A", "B", "D", "E", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "W", "Z", "AA", "AB", "AD", "AE", "AG",
    "BA", "BB", "BD", "BE", "BG", "BH", "BK", "BL", "BM", "BN", "BP", "DA", "DB", "DC", "DD", "DE", "DG", "DH", "DK",
    "DL", "DM", "DN", "DP", "DR", "DS", "DT", "EA", "EB", "ED", "KB", "KH", "KT", "KU", "PA", "PB", "KF",
];
/// Letters that end no plate, but follow a number in addresses.
const NO_PLATE_ENDS: [&str; 4] = ["RT", "RW", "KM", "M"];

fn dots(many: usize) -> String {
    std::iter::repeat_n(DOT, many).collect()
}

/// E-mail addresses.
pub(super) fn emails(text: &str) -> Vec<Finding> {
    let signs = signs(text);
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '%' | '+' | '-');
    let is_host = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    let mut found = Vec::new();
    for (at, _) in signs.iter().enumerate().filter(|(_, (_, sign))| *sign == '@') {
        let before = signs
            .iter()
            .take(at)
            .rev()
            .take_while(|(_, sign)| is_name(*sign))
            .count();
        let mut after = signs.iter().skip(at + 1).take_while(|(_, sign)| is_host(*sign)).count();
        // A full stop ends the sentence, not the address.
        while after > 0 && signs.get(at + after).is_some_and(|(_, sign)| matches!(sign, '.' | '-')) {
            after -= 1;
        }
        let host = signs.iter().skip(at + 1).take(after).map(|(_, sign)| *sign);
        if before == 0 || !host.clone().skip(1).any(|sign| sign == '.') {
            continue;
        }
        found.push(Finding {
            kind: Found::Email,
            span: byte(&signs, at - before, text)..byte(&signs, at + 1 + after, text),
            mask: format!("{}@{}", dots(3), dots(3)),
        });
    }
    found
}

/// A run of digits with single separators between them.
struct Run {
    from: usize,
    to: usize,
    has_plus: bool,
    /// Digits of each group, in order.
    groups: Vec<usize>,
    digits: String,
}

impl Run {
    const fn is_whole(&self) -> bool {
        self.groups.len() == 1
    }
}

/// NIK, telephone numbers, NIB and accounts.
pub(super) fn numbers(text: &str) -> Vec<Finding> {
    let signs = signs(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let Some(run) = run_at(&signs, at) else {
            at += 1;
            continue;
        };
        at = run.to;
        if is_part_of_a_code(&signs, &run) || word_before(&signs, run.from) == "rp" {
            continue;
        }
        if let Some((kind, mask)) = kind_of(&run, &word_before(&signs, run.from)) {
            found.push(Finding {
                kind,
                span: byte(&signs, run.from, text)..byte(&signs, run.to, text),
                mask,
            });
        }
    }
    found
}

fn run_at(signs: &[(usize, char)], from: usize) -> Option<Run> {
    let sign = |at: usize| signs.get(at).map(|(_, sign)| *sign);
    let is_digit = |at: usize| sign(at).is_some_and(|sign| sign.is_ascii_digit());
    let has_plus = sign(from) == Some('+');
    let mut at = if has_plus { from + 1 } else { from };
    if !is_digit(at) {
        return None;
    }
    let (mut digits, mut groups) = (String::new(), vec![0]);
    loop {
        if is_digit(at) {
            digits.extend(sign(at));
            if let Some(last) = groups.last_mut() {
                *last += 1;
            }
            at += 1;
        } else if matches!(sign(at), Some(' ' | '-' | '.' | '\u{a0}')) && is_digit(at + 1) {
            groups.push(0);
            at += 1;
        } else {
            break;
        }
    }
    Some(Run {
        from,
        to: at,
        has_plus,
        groups,
        digits,
    })
}

/// Whether letters touch the number: "I-202607-0048812", "MEI2026" are no numbers of a person.
fn is_part_of_a_code(signs: &[(usize, char)], run: &Run) -> bool {
    let sign = |at: usize| signs.get(at).map(|(_, sign)| *sign);
    let before = |many| run.from.checked_sub(many).and_then(sign);
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let is_joined = matches!(before(1), Some('-' | '/' | '_')) && is_letter(before(2));
    is_letter(before(1)) || is_joined || is_letter(sign(run.to))
}

/// The word before a place, in small letters; empty if a sentence begins there.
fn word_before(signs: &[(usize, char)], at: usize) -> String {
    let mut before = signs.iter().take(at).rev().map(|(_, sign)| *sign).peekable();
    while before.next_if(|sign| matches!(sign, ' ' | ':' | '.' | '(')).is_some() {}
    let word: Vec<char> = before.take_while(|sign| sign.is_alphabetic()).collect();
    word.into_iter().rev().flat_map(char::to_lowercase).collect()
}

fn kind_of(run: &Run, word: &str) -> Option<(Found, String)> {
    let digits = run.digits.len();
    let first = run.groups.first().copied().unwrap_or(0);
    if is_nik(run) {
        return Some((Found::Nik, dots(NIK_DIGITS)));
    }
    if let Some(rest) = local_phone(run, first) {
        return Some((Found::Phone, phone_mask(&rest)));
    }
    if ACCOUNT_WORDS.contains(&word) && digits >= NAMED_ACCOUNT_DIGITS_MIN {
        return Some((Found::Account, dots(digits)));
    }
    if !run.is_whole() {
        return None;
    }
    if digits == NIB_DIGITS {
        return Some((Found::Nib, dots(NIB_DIGITS)));
    }
    ACCOUNT_DIGITS.contains(&digits).then(|| (Found::Account, dots(digits)))
}

/// Sixteen digits: two for the province, and a day and month of birth that exist; a woman's day counts from 41.
fn is_nik(run: &Run) -> bool {
    let part = |from: usize| run.digits.get(from..from + 2).and_then(|two| two.parse::<u8>().ok());
    run.digits.len() == NIK_DIGITS
        && run.groups.iter().all(|group| *group >= 2)
        && part(0).is_some_and(|province| (11..=97).contains(&province))
        && part(6).is_some_and(|day| (1..=31).contains(&day) || (41..=71).contains(&day))
        && part(8).is_some_and(|month| (1..=12).contains(&month))
}

/// The number as it is dialled at home, if it is one: a date or an hour has a shorter first group.
fn local_phone(run: &Run, first: usize) -> Option<String> {
    let local = match run.digits.strip_prefix("62") {
        Some(rest) if run.has_plus || (rest.starts_with('8') && (run.is_whole() || first > 2)) => {
            format!("0{}", rest.trim_start_matches('0'))
        }
        _ if run.has_plus => return None,
        _ if first >= 3 => run.digits.clone(),
        _ => return None,
    };
    let is_mobile = local.starts_with("08") && PHONE_DIGITS.contains(&local.len());
    let is_abroad_form = run.has_plus && (9..=14).contains(&local.len());
    (is_mobile || is_abroad_form).then_some(local)
}

/// "08•• •••• ••12": the first two and the last two digits stay, in groups of four.
fn phone_mask(local: &str) -> String {
    let many = local.len();
    let mut mask = String::new();
    for (at, digit) in local.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            mask.push(' ');
        }
        let is_shown = at < PHONE_SHOWN || at + PHONE_SHOWN >= many;
        mask.push(if is_shown { digit } else { DOT });
    }
    mask
}

/// Number plates, in capitals as they are painted: "KU 1234 AB".
pub(super) fn plates(text: &str) -> Vec<Finding> {
    let signs = signs(text);
    let take = |from: usize, max: usize, is: fn(char) -> bool| {
        let many = signs.iter().skip(from).take_while(|(_, sign)| is(*sign)).count();
        (many <= max).then_some(many)
    };
    let word = |from: usize, many: usize| {
        signs
            .iter()
            .skip(from)
            .take(many)
            .map(|(_, sign)| *sign)
            .collect::<String>()
    };
    let gap = |at: usize| usize::from(signs.get(at).is_some_and(|(_, sign)| *sign == ' '));
    let is_upper = |sign: char| sign.is_ascii_uppercase();
    let is_digit = |sign: char| sign.is_ascii_digit();
    let mut found = Vec::new();
    for from in 0..signs.len() {
        let is_inside = from > 0
            && signs
                .get(from - 1)
                .is_some_and(|(_, sign)| sign.is_alphanumeric() || *sign == '-');
        if is_inside {
            continue;
        }
        let plate = (|| {
            let region = take(from, 2, is_upper).filter(|many| *many > 0)?;
            let digits_at = from + region + gap(from + region);
            let digits = take(digits_at, 4, is_digit).filter(|many| *many > 1)?;
            let end_at = digits_at + digits + gap(digits_at + digits);
            let end = take(end_at, 3, is_upper).filter(|many| *many > 0)?;
            let to = end_at + end;
            let is_ended = signs.get(to).is_none_or(|(_, sign)| !sign.is_alphanumeric());
            let is_plate = PLATE_REGIONS.contains(&word(from, region).as_str())
                && !NO_PLATE_ENDS.contains(&word(end_at, end).as_str());
            (is_ended && is_plate).then(|| (word(from, region), to))
        })();
        if let Some((region, to)) = plate {
            found.push(Finding {
                kind: Found::Plate,
                span: byte(&signs, from, text)..byte(&signs, to, text),
                mask: format!("{region} {}", dots(4)),
            });
        }
    }
    found
}
