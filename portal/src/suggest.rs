//! What the clerk is taught, and what it suggests: in words, for the filing page and the triage.

use crate::{
    Portal,
    pack::{AgencyLevel, Pack, ServiceAgency},
};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use clerk::{Clerk, Lesson, OfficeName, PlaceName, REGENCY, Reason, Suggested, Suggestion, Teaching};
use domain::{
    lang::Lang,
    time::Timestamp,
    view::choices::{Choice, SuggestedAgency, SuggestionView},
};

/// How much a key word of the pack counts against a whole sentence.
const KEY_WORD_WEIGHT: f32 = 0.6;
/// How much the name of a category counts.
const CATEGORY_WEIGHT: f32 = 0.4;

/// The clerk as the pack and the officers' corrections teach it. Deterministic; well below a second (`docs/performance.md`).
pub(crate) fn clerk(pack: &Pack, corrections: Vec<Lesson>) -> Clerk {
    let mut lessons = sentences(pack);
    lessons.extend(key_words(pack));
    lessons.extend(services(pack));
    lessons.extend(corrections);
    Clerk::taught(Teaching {
        lessons,
        rules: pack.levels.rules.clone(),
        places: places(pack),
        offices: offices(pack),
        regencies: pack
            .regions
            .iter()
            .map(|it| (it.code.clone(), it.tenant_code.clone()))
            .collect(),
    })
}

/// The clerk as the pack alone teaches it: learned once, however many offices of the same pack this program opens.
fn of_pack(pack: &Pack) -> Arc<Clerk> {
    static LEARNED: Mutex<Option<(Pack, Arc<Clerk>)>> = Mutex::new(None);
    let mut learned = LEARNED.lock().unwrap_or_else(PoisonError::into_inner);
    match &*learned {
        Some((known, clerk)) if known == pack => Arc::clone(clerk),
        _ => {
            let clerk = Arc::new(clerk(pack, Vec::new()));
            *learned = Some((pack.clone(), Arc::clone(&clerk)));
            clerk
        }
    }
}

fn lesson(text: &str, agency: &str, weight: f32) -> Lesson {
    Lesson {
        stems: clerk::stems(text),
        is_ordered: true,
        agency: Some(agency.to_owned()),
        regency: None,
        service: None,
        category: None,
        weight,
    }
}

/// The invented sentences.
fn sentences(pack: &Pack) -> Vec<Lesson> {
    let all = pack
        .topics
        .iter()
        .flat_map(|topic| topic.texts.iter().map(move |text| (topic, text)));
    all.map(|(topic, text)| Lesson {
        // A sentence about no service teaches that most reports are about none.
        service: Some(topic.service.clone().unwrap_or_default()),
        category: topic.category.clone(),
        regency: topic.regency.clone(),
        ..lesson(text, &topic.agency, 1.0)
    })
    .collect()
}

/// Names, responsibilities and categories of the agencies. All regencies have the same: the first stands for them.
fn key_words(pack: &Pack) -> Vec<Lesson> {
    let first_regency = pack.agencies.iter().find(|agency| agency.level == AgencyLevel::Regency);
    let mut lessons = Vec::new();
    for agency in &pack.agencies {
        let is_regency = agency.level == AgencyLevel::Regency;
        if agency.code == pack.settings.province_desk.code
            || is_regency && first_regency.is_none_or(|first| first.code != agency.code)
        {
            continue;
        }
        let label = if is_regency { REGENCY } else { &agency.code };
        lessons.extend(
            agency
                .responsibilities
                .iter()
                .map(|words| lesson(words, label, KEY_WORD_WEIGHT)),
        );
        lessons.push(lesson(&agency.name, label, KEY_WORD_WEIGHT));
        for path in &agency.lapor_categories {
            if let Some((_, sub)) = path.split_once(" > ") {
                let category = Some(path.clone());
                lessons.push(Lesson {
                    category,
                    ..lesson(sub, label, CATEGORY_WEIGHT)
                });
            }
        }
    }
    lessons
}

fn services(pack: &Pack) -> Vec<Lesson> {
    pack.services
        .iter()
        .map(|service| {
            let label = match &service.agency {
                ServiceAgency::Agency(code) => code.as_str(),
                ServiceAgency::RegencyOfPlace => REGENCY,
            };
            Lesson {
                service: Some(service.code.clone()),
                ..lesson(&service.name, label, KEY_WORD_WEIGHT)
            }
        })
        .collect()
}

fn places(pack: &Pack) -> Vec<PlaceName> {
    let mut places = Vec::new();
    for regency in &pack.regions {
        let place = |name: &str, tells| PlaceName {
            name: name.to_owned(),
            regency: regency.code.clone(),
            tells,
        };
        places.push(place(&regency.short_name, true));
        places.extend(regency.districts.iter().map(|district| place(&district.name, true)));
        let villages = pack.villages.iter().filter(|village| regency.contains(&village.code));
        places.extend(villages.map(|village| place(&village.name, false)));
    }
    places
}

/// The short names of all agencies, and how people call them.
fn offices(pack: &Pack) -> Vec<OfficeName> {
    let agencies = pack.agencies.iter().map(|agency| OfficeName {
        name: agency.short_name.clone(),
        agency: match agency.level {
            AgencyLevel::Regency => REGENCY.to_owned(),
            AgencyLevel::Province | AgencyLevel::National => agency.code.clone(),
        },
    });
    let called = pack.levels.offices.iter().map(|office| OfficeName {
        name: office.name.clone(),
        agency: office.agency.clone(),
    });
    agencies.chain(called).collect()
}

/// A suggestion in the reader's language.
pub(crate) fn in_words(pack: &Pack, suggestion: &Suggestion, lang: Lang) -> SuggestionView {
    let agency = |suggested: &Suggested| {
        let entry = pack.find_agency(&suggested.agency)?;
        Some(SuggestedAgency {
            code: entry.code.clone(),
            short: entry.short_name.clone(),
            name: entry.name.clone(),
            percent: suggested.percent,
            because: because(pack, suggestion, suggested, lang),
            is_outside: !entry.is_tenant,
            contact: entry.contact.clone(),
        })
    };
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    let service = suggestion
        .service
        .as_ref()
        .and_then(|(code, _)| pack.find_service(code));
    SuggestionView {
        agencies: suggestion.agencies.iter().filter_map(agency).collect(),
        is_sure: suggestion.is_sure(),
        service: service.map(|service| match lang {
            Lang::Id => choice(&service.code, &service.name),
            Lang::En => choice(&service.code, &service.name_en),
        }),
        category: suggestion
            .category
            .as_ref()
            .map(|(path, _)| choice(path, &category(path))),
    }
}

/// Why, as the end of a sentence that begins with "karena".
fn because(pack: &Pack, suggestion: &Suggestion, suggested: &Suggested, lang: Lang) -> String {
    let regency = suggestion.regency.as_ref().and_then(|code| pack.find_regency(code));
    let regency = regency.map_or("", |regency| regency.name.as_str());
    match (&suggested.reason, lang) {
        (Reason::Rule { code, words }, _) => {
            let Some(rule) = pack.levels.find(code) else {
                return String::new();
            };
            let sentence = if lang == Lang::Id {
                &rule.because
            } else {
                &rule.because_en
            };
            sentence.replace("{word}", words).replace("{regency}", regency)
        }
        (Reason::Words(words), Lang::Id) => format!("Anda menulis {}", quoted(words, "dan")),
        (Reason::Words(words), Lang::En) => format!("you wrote {}", quoted(words, "and")),
        (Reason::Nothing, _) => String::new(),
    }
}

/// “a” dan “b”.
fn quoted(words: &[String], and: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    quoted.join(&format!(" {and} "))
}

/// "PERHUBUNGAN > TRANSPORTASI LAUT" as people read it: "Transportasi laut".
pub(crate) fn category(path: &str) -> String {
    let name = path.rsplit(" > ").next().unwrap_or(path).to_lowercase();
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The clerk that works now, and when it learned last; shared by all clones of an office, and replaced whole.
#[derive(Clone, Default)]
pub(crate) struct Taught(Arc<RwLock<Option<Working>>>);

/// A clerk, and when it learned from all lessons.
type Working = (Arc<Clerk>, Option<Timestamp>);

impl Taught {
    /// The clerk; taught by `teach` at the first question, so that who asks nothing waits for nothing.
    fn get(&self, teach: impl FnOnce() -> Arc<Clerk>) -> Arc<Clerk> {
        if let Some((clerk, _)) = &*self.0.read().unwrap_or_else(PoisonError::into_inner) {
            return Arc::clone(clerk);
        }
        let mut place = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let (clerk, _) = place.get_or_insert_with(|| (teach(), None));
        Arc::clone(clerk)
    }

    /// Puts a clerk that has learned from all lessons in its place.
    pub(crate) fn replace(&self, clerk: Clerk, at: Timestamp) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some((Arc::new(clerk), Some(at)));
    }

    /// When it last learned from all lessons.
    pub(crate) fn learned_at(&self) -> Option<Timestamp> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .and_then(|(_, at)| *at)
    }
}

impl Portal {
    /// The clerk that works now.
    pub(crate) fn clerk(&self) -> Arc<Clerk> {
        self.0.clerk.get(|| of_pack(&self.0.pack))
    }
}
