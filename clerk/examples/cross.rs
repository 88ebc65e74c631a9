//! How well the clerk does on sentences it has not been taught: five-fold cross-validation over the sentences of the
//! pack. `cargo run --release -p clerk --example cross`. Parameters are chosen by it, never by the measured texts.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a tool that people run by hand"
)]

use std::{collections::BTreeMap, fs, path::Path, time::Instant};

use clerk::{Clerk, Lesson, LevelRule, OfficeName, PlaceName, REGENCY, Teaching};
use serde::Deserialize;
use serde_json::Value;

const FOLDS: usize = 5;
/// From this length on a sentence is as long as what people file.
const REPORT_WORDS_MIN: usize = 20;
/// Shorter ones are key words: they are taught in every fold and asked in none.
const SENTENCE_WORDS_MIN: usize = 4;

#[derive(Deserialize, Clone)]
struct Topic {
    agency: String,
    category: Option<String>,
    service: Option<String>,
    regency: Option<String>,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct Topics {
    topics: Vec<Topic>,
}

#[derive(Deserialize)]
struct Rules {
    rules: Vec<LevelRule>,
    offices: Vec<Office>,
}

#[derive(Deserialize, Clone)]
struct Office {
    name: String,
    agency: String,
}

struct Pack {
    agencies: Value,
    services: Value,
    rules: Vec<LevelRule>,
    offices: Vec<Office>,
    places: Vec<PlaceName>,
    regencies: BTreeMap<String, String>,
}

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/kaltara");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn value(name: &str) -> Value {
    serde_json::from_str(&read(name)).unwrap()
}

fn texts<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a str> {
    value[field].as_array().into_iter().flatten().filter_map(Value::as_str)
}

impl Pack {
    fn open() -> Self {
        let mut places = Vec::new();
        let mut regencies = BTreeMap::new();
        let regions = value("regions.json");
        for regency in regions["regencies"].as_array().unwrap() {
            let code = regency["code"].as_str().unwrap();
            regencies.insert(code.to_owned(), format!("T{code}"));
            let place = |name: &str| PlaceName {
                name: name.to_owned(),
                regency: code.to_owned(),
                tells: true,
            };
            places.push(place(regency["short_name"].as_str().unwrap()));
            for district in regency["districts"].as_array().unwrap() {
                places.push(place(district["name"].as_str().unwrap()));
            }
        }
        let villages = value("villages.json");
        for village in villages["villages"].as_array().unwrap() {
            let code = village["code"].as_str().unwrap();
            places.push(PlaceName {
                name: village["name"].as_str().unwrap().to_owned(),
                regency: code[..5].to_owned(),
                tells: false,
            });
        }
        let levels: Rules = serde_json::from_str(&read("levels.json")).unwrap();
        Self {
            offices: levels.offices,
            agencies: value("agencies.json"),
            services: value("services.json"),
            rules: levels.rules,
            places,
            regencies,
        }
    }

    /// The short names of all agencies, and how people call them.
    fn offices(&self) -> Vec<OfficeName> {
        let mut offices: Vec<OfficeName> = Vec::new();
        for agency in self.agencies["agencies"].as_array().unwrap() {
            let label = if agency["level"] == "regency" {
                REGENCY
            } else {
                agency["code"].as_str().unwrap()
            };
            offices.push(OfficeName {
                name: agency["short_name"].as_str().unwrap().to_owned(),
                agency: label.to_owned(),
            });
        }
        offices.extend(self.offices.iter().map(|office| OfficeName {
            name: office.name.clone(),
            agency: office.agency.clone(),
        }));
        offices
    }

    /// As `portal::suggest` teaches it.
    fn clerk(&self, taught: &[(&Topic, &str)]) -> Clerk {
        let lesson = |text: &str, agency: &str, weight| Lesson {
            stems: clerk::stems(text),
            is_ordered: true,
            agency: Some(agency.to_owned()),
            service: None,
            category: None,
            regency: None,
            weight,
        };
        let mut lessons: Vec<Lesson> = taught
            .iter()
            .map(|(topic, text)| Lesson {
                service: Some(topic.service.clone().unwrap_or_default()),
                category: topic.category.clone(),
                regency: topic.regency.clone(),
                ..lesson(text, &topic.agency, 1.0)
            })
            .collect();
        let mut has_regency = false;
        for agency in self.agencies["agencies"].as_array().unwrap() {
            let is_regency = agency["level"] == "regency";
            if is_regency && has_regency {
                continue;
            }
            has_regency |= is_regency;
            let label = if is_regency {
                REGENCY
            } else {
                agency["code"].as_str().unwrap()
            };
            for words in texts(agency, "responsibilities") {
                lessons.push(lesson(words, label, 0.6));
            }
            lessons.push(lesson(agency["name"].as_str().unwrap(), label, 0.6));
            for path in texts(agency, "lapor_categories") {
                if let Some((_, sub)) = path.split_once(" > ") {
                    lessons.push(lesson(sub, label, 0.4));
                }
            }
        }
        for service in self.services["services"].as_array().unwrap() {
            let code = service["code"].as_str().unwrap().to_owned();
            lessons.push(Lesson {
                service: Some(code),
                ..lesson(
                    service["name"].as_str().unwrap(),
                    service["agency_code"].as_str().unwrap(),
                    0.6,
                )
            });
        }
        Clerk::taught(Teaching {
            lessons,
            rules: self.rules.clone(),
            places: self.places.clone(),
            offices: self.offices(),
            regencies: self.regencies.clone(),
        })
    }
}

#[derive(Default)]
struct Found {
    all: usize,
    first: usize,
    three: usize,
    sure: (usize, usize),
    tenths: [(usize, usize); 11],
    wrong: BTreeMap<String, (usize, usize)>,
    confused: BTreeMap<(String, String), usize>,
    service: (usize, usize),
    category: usize,
}

impl Found {
    fn ask(&mut self, clerk: &Clerk, topic: &Topic, text: &str) {
        // Regencies take turns, so that no rule of one of them is the only one asked.
        const ELSEWHERE: [&str; 4] = ["65.01", "65.02", "65.03", "65.04"];
        let place = topic.regency.as_deref().unwrap_or(ELSEWHERE[text.len() % 4]);
        let suggestion = clerk.suggest(text, Some(place));
        let labels: Vec<&str> = suggestion
            .agencies
            .iter()
            .map(|it| {
                if it.agency.starts_with('T') {
                    REGENCY
                } else {
                    it.agency.as_str()
                }
            })
            .collect();
        let is_first = labels.first() == Some(&topic.agency.as_str());
        self.all += 1;
        self.first += usize::from(is_first);
        self.three += usize::from(labels.contains(&topic.agency.as_str()));
        if suggestion.is_sure() {
            self.sure.0 += usize::from(is_first);
            self.sure.1 += 1;
        }
        let percent = suggestion.agencies.first().map_or(0, |it| it.percent);
        let tenth = &mut self.tenths[usize::from(percent / 10)];
        tenth.0 += usize::from(is_first);
        tenth.1 += 1;
        let of = self.wrong.entry(topic.agency.clone()).or_default();
        of.0 += usize::from(is_first);
        of.1 += 1;
        if !is_first {
            let pair = (topic.agency.clone(), labels.first().unwrap_or(&"none").to_string());
            *self.confused.entry(pair).or_default() += 1;
        }
        let service = suggestion.service.map(|(code, _)| code).unwrap_or_default();
        self.service.0 += usize::from(service == topic.service.clone().unwrap_or_default());
        self.service.1 += 1;
        self.category += usize::from(suggestion.category.map(|(path, _)| path) == topic.category);
    }

    fn print(&self) {
        let share =
            |right: usize, all: usize| format!("{right} of {all} ({:.1} %)", right as f64 * 100.0 / all.max(1) as f64);
        println!(
            "first {}, among three {}",
            share(self.first, self.all),
            share(self.three, self.all)
        );
        println!(
            "sure {}, not sure {}",
            share(self.sure.0, self.sure.1),
            share(self.first - self.sure.0, self.all - self.sure.1)
        );
        println!(
            "service {}, category {}",
            share(self.service.0, self.service.1),
            share(self.category, self.all)
        );
        for (tenth, (right, all)) in self.tenths.iter().enumerate() {
            println!("  {}0 hundredths and more: {}", tenth, share(*right, *all));
        }
        let of: Vec<String> = self
            .wrong
            .iter()
            .map(|(code, (right, all))| format!("{code} {right}/{all}"))
            .collect();
        println!("{}", of.join(", "));
        let mut confused: Vec<_> = self.confused.iter().collect();
        confused.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
        for ((right, first), times) in confused.into_iter().take(25) {
            println!("  {right} -> {first}: {times}");
        }
    }
}

fn main() {
    let pack = Pack::open();
    let topics = serde_json::from_str::<Topics>(&read("training.json")).unwrap().topics;
    let all: Vec<(&Topic, &str)> = topics
        .iter()
        .flat_map(|topic| topic.texts.iter().map(move |text| (topic, text.as_str())))
        .collect();
    let begun = Instant::now();
    let whole = pack.clerk(&all);
    println!("{} texts, taught in {} ms", all.len(), begun.elapsed().as_millis());
    let begun = Instant::now();
    for (_, text) in &all {
        let _ = whole.suggest(text, Some("65.01"));
    }
    println!(
        "one suggestion takes {} µs",
        begun.elapsed().as_micros() / all.len() as u128
    );
    let offices = pack.offices();
    let (mut plain, mut misaddressed, mut reports) = (Found::default(), Found::default(), Found::default());
    let words = |text: &str| text.split_whitespace().count();
    let is_sentence = |text: &str| words(text) >= SENTENCE_WORDS_MIN;
    for fold in 0..FOLDS {
        let is_asked = |at: usize, text: &str| is_sentence(text) && at % FOLDS == fold;
        let taught: Vec<(&Topic, &str)> = all
            .iter()
            .enumerate()
            .filter(|(at, (_, text))| !is_asked(*at, text))
            .map(|(_, it)| *it)
            .collect();
        let clerk = pack.clerk(&taught);
        for (at, (topic, text)) in all.iter().enumerate().filter(|(at, (_, text))| is_asked(*at, text)) {
            plain.ask(&clerk, topic, text);
            if words(text) >= REPORT_WORDS_MIN {
                reports.ask(&clerk, topic, text);
            }
            let office = &offices[(at * 53 + 7) % offices.len()];
            if office.agency != topic.agency {
                misaddressed.ask(&clerk, topic, &format!("kepada {}, {text}", office.name));
            }
        }
    }
    println!("\nAs they are:");
    plain.print();
    println!("\nAs long as reports are:");
    reports.print();
    println!("\nWritten to an office that does not do it:");
    misaddressed.print();
}
