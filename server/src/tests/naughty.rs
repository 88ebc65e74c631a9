//! The big list of naughty strings, through every field into which anybody types: each comes back as it was typed where
//! a form is refused, stands where the text is shown, and does nothing.
//!
//! Which fields there are, the code says: the acts and their forms ([`portal::written`]), the routes, and the controls of
//! the pages themselves. Where each is shown is printed in `docs/matrices/text-shown.md` and compared.

mod filing;
mod lives;
mod others;
mod page;

use std::collections::BTreeSet;

use axum::http::Method;
use domain::{
    deed::Act,
    limits::{Chars, LINE},
};
use naughty_strings::BLNS;

use self::{lives::LIVES, page::Page};
use crate::router::ROUTES;

/// Strings that no list has: our own placeholders, signs that end or turn a line, and what ends a document.
const OURS: [&str; 8] = [
    "{n} {name} {agency} {date} {unit} {act} {code} {word} {regency} {found}",
    "NONCE0SLOT0NONCE0SLOT0",
    "satu\r\ndua\rtiga\u{b}empat\u{c}lima\u{85}enam",
    "\u{202e}gpj.exe\u{202c} \u{2066}x",
    "]]></title></textarea>--><!-- &amp;lt; &#60;",
    "e\u{301} \u{e9} \u{1e9b}\u{323} \u{212b}",
    "\u{1b}[2J\u{7}\u{1b}]0;x",
    "javascript:alert(1) data:text/html,<script>",
];

/// Fields of a report, beside the questions of the data pack.
const FILING: [&str; 8] = [
    "body",
    "landmark",
    "village",
    "latitude",
    "longitude",
    "unlike_why",
    "name",
    "contact",
];
/// Fields of the forms that are no acts: opening a case, a lost receipt, being told, signing in, searching.
const OTHERS: [&str; 7] = ["code", "secret", "contact", "follow_mail", "name", "password", "q"];
/// Nobody can write here: no tenant has answers approved, so none is sent back.
const UNREACHED: [Act; 1] = [Act::ReturnAnswer];

/// All strings that show something.
fn strings() -> impl Iterator<Item = &'static str> {
    BLNS.iter().copied().chain(OURS).filter(|text| !text.is_empty())
}

/// Between two strings of one text.
const BETWEEN: &str = "\u{a6}";
/// Before all of them, so that a text is long enough; the number tells whose text it is.
const BEFORE: &str = "Papan 00: ";

/// All strings in as few texts of this length as hold them; one that is longer is refused, and in none.
fn texts(max: u16) -> Vec<String> {
    let length = |text: &str| text.chars().count();
    let mut texts = vec![BEFORE.to_owned()];
    for string in strings() {
        let more = [string, BETWEEN].concat();
        if length(BEFORE) + length(&more) > usize::from(max) {
            continue;
        }
        match texts.last_mut() {
            Some(text) if length(text) + length(&more) <= usize::from(max) => text.push_str(&more),
            _ => texts.push([BEFORE, &more].concat()),
        }
    }
    texts
}

/// What is kept of a text. Source: `docs/rules.md`, "Words as they are typed".
fn kept(typed: &str, is_one_line: bool) -> String {
    let mut text = typed.replace("\r\n", "\n");
    for end in ["\r", "\u{b}", "\u{c}", "\u{85}"] {
        text = text.replace(end, "\n");
    }
    if is_one_line {
        text = text.replace('\n', " ");
    }
    text.retain(|sign| matches!(sign, '\n' | '\t') || !sign.is_control());
    text.trim().to_owned()
}

/// Whether a text within these limits is one line.
fn is_one_line(limit: Chars) -> bool {
    limit.max <= LINE.max
}

/// Whether every line of what was kept stands in a text.
fn stands_in(text: &str, kept: &str) -> bool {
    kept.split('\n').map(str::trim).all(|line| text.contains(line))
}

/// Every field into which somebody types, by name.
fn known() -> BTreeSet<&'static str> {
    let of_acts = Act::ALL
        .iter()
        .flat_map(|act| portal::written(*act))
        .map(|(name, _)| *name);
    of_acts.chain(FILING).chain(OTHERS).collect()
}

/// Asserts that a page has no field of which the tests do not know.
fn assert_known(page: &Page, what: &str) {
    let known = known();
    for field in page.fields() {
        // A question of the data pack has a field of its own, and two are facts of a licence.
        let is_question = field.starts_with("q_") || ["application_no", "nib"].contains(&field.as_str());
        assert!(
            is_question || known.contains(field.as_str()),
            "{field} of {what} is in no test"
        );
    }
}

#[test]
fn every_act_with_words_of_its_own_is_lived_through_with_every_string() {
    for act in Act::ALL.iter().filter(|act| !UNREACHED.contains(act)) {
        for (field, _) in portal::written(*act) {
            let is_lived = LIVES.iter().any(|life| life.writes(*act, field));
            assert!(is_lived, "{field} of {act:?} is in no life");
        }
    }
}

#[test]
fn every_route_that_takes_words_is_in_a_test() {
    for route in ROUTES.iter().filter(|route| route.method == Method::POST) {
        match route.path {
            // Acts: `lives`.
            "/meja/{code}" | "/api/desk/act" | "/lacak/{code}" => {}
            // Reports, and what is asked about them: `filing`.
            "/lapor" | "/lapor/saran" | "/lapor/serupa" | "/meja/bantu" => {}
            // `others`.
            "/lacak" | "/lacak/hilang" | "/masuk" => {}
            // Buttons and choices alone.
            "/laporan/{code}" | "/k/{token}" | "/keluar" | "/bahasa" => {}
            "/api/desk/queue" | "/api/desk/case" | "/api/desk/choices" | "/api/desk/identity" => {}
            "/api/sinergi/summary" | "/api/staff/reader" => {}
            other => panic!("which words does {other} take, and where are they tested?"),
        }
    }
}

#[test]
fn the_strings_are_all_there_in_texts_of_every_length() {
    for max in [120, 200, 300, 1_000, 5_000] {
        let texts = texts(max);
        assert!(texts.iter().all(|text| text.chars().count() <= usize::from(max)));
        let fit = |text: &&str| text.chars().count() + BEFORE.chars().count() < usize::from(max);
        for string in strings().filter(fit) {
            assert!(texts.iter().any(|text| text.contains(string)), "{string:?} in {max}");
        }
    }
}
