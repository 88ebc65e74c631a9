//! How often the clerk is right, measured on texts that another hand invented and committed before the clerk existed.
//!
//! `UPDATE=1 cargo test -p portal routing` prints the figures anew into `docs/routing.md`; what was reached is held.

use crate::{
    pack::{AgencyLevel, Pack},
    suggest,
};
use clerk::{Clerk, REGENCY, Suggestion};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// Right first, of all texts. Unit: texts. Only ever raised.
const FIRST_MIN: usize = 342;
/// Right among three. Unit: texts. Only ever raised.
const THREE_MIN: usize = 385;
/// Where the measured part of the document begins and ends.
const MARKS: (&str, &str) = ("<!-- measured -->", "<!-- /measured -->");

#[derive(Deserialize)]
struct Document {
    places: BTreeMap<String, String>,
    texts: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
    place: String,
    agency: String,
    also: Vec<String>,
    traits: Vec<String>,
}

/// How many of how many.
#[derive(Default, Clone, Copy)]
struct Rate {
    right: usize,
    all: usize,
}

impl Rate {
    fn count(&mut self, is_right: bool) {
        self.all += 1;
        self.right += usize::from(is_right);
    }

    fn words(self) -> String {
        let tenths = (self.right * 1_000 + self.all / 2) / self.all.max(1);
        format!("{} of {} ({}.{} %)", self.right, self.all, tenths / 10, tenths % 10)
    }
}

/// What was measured.
#[derive(Default)]
struct Measured {
    first: Rate,
    three: Rate,
    first_also: Rate,
    three_also: Rate,
    sure: Rate,
    unsure: Rate,
    traits: BTreeMap<String, (Rate, Rate)>,
    confused: BTreeMap<(String, String), usize>,
}

fn texts() -> Document {
    serde_json::from_str(include_str!("../../tests/routing/texts.json")).unwrap()
}

/// The code of the regency in the pack. The texts number the regencies in another way, and name them.
fn place(document: &Document, pack: &Pack, text: &Text) -> Option<String> {
    let name = document.places.get(&text.place)?;
    let regency = pack.regions.iter().find(|regency| regency.short_name == *name);
    Some(regency.unwrap_or_else(|| panic!("no regency {name}")).code.clone())
}

/// Regencies are one class, as the clerk has them.
fn class<'a>(pack: &Pack, code: &'a str) -> &'a str {
    let is_regency = pack
        .find_agency(code)
        .is_some_and(|agency| agency.level == AgencyLevel::Regency);
    if is_regency { REGENCY } else { code }
}

fn measure(pack: &Pack, document: &Document, suggest: impl Fn(&str, Option<&str>) -> Suggestion) -> Measured {
    let mut found = Measured::default();
    for text in &document.texts {
        let suggestion = suggest(&text.text, place(document, pack, text).as_deref());
        let agencies: Vec<&str> = suggestion.agencies.iter().map(|it| it.agency.as_str()).collect();
        let is_also = |code: &&str| *code == text.agency || text.also.iter().any(|also| also == code);
        let first = agencies.first().copied();
        let is_first = first == Some(text.agency.as_str());
        let is_among = agencies.contains(&text.agency.as_str());
        found.first.count(is_first);
        found.three.count(is_among);
        found.first_also.count(first.as_ref().is_some_and(is_also));
        found.three_also.count(agencies.iter().any(is_also));
        let sureness = if suggestion.is_sure() {
            &mut found.sure
        } else {
            &mut found.unsure
        };
        sureness.count(is_first);
        for name in &text.traits {
            let (of_first, of_three) = found.traits.entry(name.clone()).or_default();
            of_first.count(is_first);
            of_three.count(is_among);
        }
        if !is_first {
            let pair = (
                class(pack, &text.agency).to_owned(),
                first.map_or("none", |code| class(pack, code)).to_owned(),
            );
            *found.confused.entry(pair).or_default() += 1;
        }
    }
    found
}

/// Always the class that occurs most.
fn majority(pack: &Pack, document: &Document) -> (String, Rate) {
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &document.texts {
        *classes.entry(class(pack, &text.agency)).or_default() += 1;
    }
    let (most, right) = classes.into_iter().max_by_key(|(_, count)| *count).unwrap();
    (
        most.to_owned(),
        Rate {
            right,
            all: document.texts.len(),
        },
    )
}

/// The agency with most of its key words in the text; the first of the pack among equals.
fn by_key_words(pack: &Pack, document: &Document) -> (Rate, Rate) {
    let phrases: Vec<(&str, Vec<Vec<String>>)> = pack
        .agencies
        .iter()
        .map(|agency| {
            (
                agency.code.as_str(),
                agency
                    .responsibilities
                    .iter()
                    .map(|words| clerk::stems(words))
                    .collect(),
            )
        })
        .collect();
    let (mut first, mut three) = (Rate::default(), Rate::default());
    for text in &document.texts {
        let stems = clerk::stems(&text.text);
        let place = place(document, pack, text);
        let tenant = place
            .and_then(|code| pack.find_regency(&code))
            .map(|regency| regency.tenant_code.as_str());
        let holds =
            |phrase: &Vec<String>| !phrase.is_empty() && stems.windows(phrase.len()).any(|it| it == phrase.as_slice());
        let mut counts: Vec<(usize, &str)> = phrases
            .iter()
            .filter(|(code, _)| class(pack, code) != REGENCY || Some(*code) == tenant)
            .map(|(code, phrases)| (phrases.iter().filter(|phrase| holds(phrase)).map(Vec::len).sum(), *code))
            .collect();
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let named: Vec<&str> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .take(3)
            .map(|(_, code)| *code)
            .collect();
        first.count(named.first() == Some(&text.agency.as_str()));
        three.count(named.contains(&text.agency.as_str()));
    }
    (first, three)
}

fn page(pack: &Pack, document: &Document, found: &Measured) -> String {
    let (most, majority) = majority(pack, document);
    let (key_first, key_three) = by_key_words(pack, document);
    let mut page = String::new();
    let mut line = |text: String| writeln!(page, "{text}").unwrap();
    line(format!("{} texts.\n", document.texts.len()));
    line("| | right agency first | among three |\n|---|---|---|".to_owned());
    line(format!(
        "| the clerk | {} | {} |",
        found.first.words(),
        found.three.words()
    ));
    line(format!(
        "| the same, other acceptable agencies counted too | {} | {} |",
        found.first_also.words(),
        found.three_also.words()
    ));
    line(format!(
        "| key words of the pack only | {} | {} |",
        key_first.words(),
        key_three.words()
    ));
    line(format!(
        "| always the class that occurs most ({most}, its tenant given) | {} | – |",
        majority.words()
    ));
    line("\n| trait of the text | first | among three |\n|---|---|---|".to_owned());
    for (name, (first, three)) in &found.traits {
        line(format!("| {name} | {} | {} |", first.words(), three.words()));
    }
    line("\n| the clerk says | right agency first |\n|---|---|".to_owned());
    line(format!("| yakin | {} |", found.sure.words()));
    line(format!("| kurang yakin | {} |", found.unsure.words()));
    line("\nWhat was taken for what, most often first; regencies and the city are one class.\n".to_owned());
    line("| right | suggested first | times |\n|---|---|---|".to_owned());
    let mut confused: Vec<_> = found.confused.iter().collect();
    confused.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
    for ((right, suggested), times) in confused {
        line(format!("| {right} | {suggested} | {times} |"));
    }
    page
}

#[test]
fn the_clerk_is_right_as_often_as_the_document_says_and_never_less_often_than_was_reached() {
    let pack = Pack::kaltara().unwrap();
    let document = texts();
    let taught: Clerk = suggest::clerk(&pack, Vec::new());
    let found = measure(&pack, &document, |text, place| taught.suggest(text, place));
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/routing.md");
    let whole = fs::read_to_string(&path).unwrap();
    let (head, rest) = whole.split_once(MARKS.0).unwrap();
    let (_, tail) = rest.split_once(MARKS.1).unwrap();
    let wanted = format!("{head}{}\n{}{}{tail}", MARKS.0, page(&pack, &document, &found), MARKS.1);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &wanted).unwrap();
    } else {
        assert_eq!(whole, wanted, "print it anew: UPDATE=1 cargo test -p portal routing");
    }
    assert!(found.first.right >= FIRST_MIN, "first: {}", found.first.words());
    assert!(found.three.right >= THREE_MIN, "among three: {}", found.three.words());
}

#[test]
fn no_measured_text_stands_in_the_teaching() {
    let pack = Pack::kaltara().unwrap();
    let plain = |text: &str| clerk::stems(text).join(" ");
    let taught: Vec<String> = pack
        .topics
        .iter()
        .flat_map(|topic| &topic.texts)
        .map(|text| plain(text))
        .collect();
    // Only how many: who mends the teaching must not read the texts.
    let found = texts()
        .texts
        .iter()
        .filter(|text| taught.contains(&plain(&text.text)))
        .count();
    assert_eq!(found, 0);
}
