//! What the forms let people choose from, in the reader's language.

use crate::{
    Portal,
    pack::{Pack, QuestionEntry, QuestionGroupEntry, QuestionKind, RegionEntry, ServiceEntry},
    suggest,
};
use domain::{
    kind::ServiceKind,
    lang::Lang,
    permit::Officer,
    view::choices::{AnswerKind, Capital, Choice, ChoiceGroup, DeskChoices, FilingChoices, Question, QuestionGroup},
};
use store::account::Account;

fn choice(value: &str, label: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    }
}

fn services(portal: &Portal, lang: Lang) -> Vec<(ServiceKind, Vec<Choice>)> {
    let name = |service: &ServiceEntry| match lang {
        Lang::Id => choice(&service.code, &service.name),
        Lang::En => choice(&service.code, &service.name_en),
    };
    let of = |kind| {
        portal
            .0
            .pack
            .services
            .iter()
            .filter(move |service| service.kind == kind)
            .map(name)
            .collect()
    };
    ServiceKind::ALL.iter().map(|kind| (*kind, of(*kind))).collect()
}

/// Every agency that works here, but the province desk and those in `but`.
fn agencies(portal: &Portal, but: &[&str]) -> Vec<Choice> {
    let desk = portal.0.pack.settings.province_desk.code.as_str();
    let is_listed = |code: &str| code != desk && !but.contains(&code);
    portal
        .0
        .pack
        .tenants()
        .filter(|agency| is_listed(&agency.code))
        .map(|agency| choice(&agency.code, &labelled(&agency.short_name, &agency.name)))
        .collect()
}

/// "DLH (Dinas Lingkungan Hidup)", or the name alone where both are the same.
fn labelled(short: &str, name: &str) -> String {
    if short == name {
        name.to_owned()
    } else {
        format!("{short} ({name})")
    }
}

/// The choices of the filing form.
pub(crate) fn filing(portal: &Portal, lang: Lang) -> FilingChoices {
    let pack = &portal.0.pack;
    let districts = pack.regions.iter().map(|regency| ChoiceGroup {
        label: regency.short_name.clone(),
        choices: regency
            .districts
            .iter()
            .map(|district| choice(&district.code, &district.name))
            .collect(),
    });
    FilingChoices {
        regencies: pack
            .regions
            .iter()
            .map(|regency| choice(&regency.code, &regency.short_name))
            .collect(),
        districts: districts.collect(),
        capitals: pack.regions.iter().filter_map(capital).collect(),
        has_boundaries: portal.has_boundaries(),
        agencies: agencies(portal, &[]),
        services: services(portal, lang),
        key: portal.new_id().to_string(),
        questions: pack
            .questions
            .iter()
            .map(|group| questions(pack, group, lang))
            .collect(),
        suggestion: None,
        account: None,
        today: portal.now().wita_date().to_string(),
    }
}

/// The capital of a regency, if the pack knows where it lies.
fn capital(regency: &RegionEntry) -> Option<Capital> {
    let point = regency.capital_point()?;
    Some(Capital {
        regency: regency.code.clone(),
        regency_name: regency.short_name.clone(),
        name: regency.capital.clone(),
        latitude_e5: point.latitude_e5(),
        longitude_e5: point.longitude_e5(),
    })
}

/// A group of questions, in the reader's language.
fn questions(pack: &Pack, group: &QuestionGroupEntry, lang: Lang) -> QuestionGroup {
    let in_lang = |id: &str, en: &str| match lang {
        Lang::Id => id.to_owned(),
        Lang::En => en.to_owned(),
    };
    let of_kind = pack
        .services
        .iter()
        .filter(|service| group.service_kinds.iter().any(|kind| kind == service.kind.as_str()))
        .map(|service| service.code.clone());
    let question = |entry: &QuestionEntry| Question {
        field: entry.field(),
        label: in_lang(&entry.label, &entry.label_en),
        hint: in_lang(&entry.hint, &entry.hint_en),
        kind: match entry.kind {
            QuestionKind::Text => AnswerKind::Text,
            QuestionKind::Number => AnswerKind::Number,
            QuestionKind::Date => AnswerKind::Date,
            QuestionKind::Choice => AnswerKind::Choice,
        },
        chars_max: entry.chars_max,
        is_telling: entry.is_telling,
        choices: entry
            .choices
            .iter()
            .map(|it| choice(&it.code, &in_lang(&it.label, &it.label_en)))
            .collect(),
    };
    QuestionGroup {
        label: in_lang(&group.label, &group.label_en),
        services: group.services.iter().cloned().chain(of_kind).collect(),
        categories: group.categories.clone(),
        questions: group.questions.iter().map(question).collect(),
    }
}

/// The categories that occur here, by main category; one that has none under it stands under its own name. Their names are
/// those of SP4N-LAPOR!, in Indonesian.
fn categories(pack: &Pack) -> Vec<ChoiceGroup> {
    let mut groups: Vec<ChoiceGroup> = Vec::new();
    for path in pack.categories_used() {
        let main = path.split_once(" > ").map_or(path, |(main, _)| main);
        let heading = suggest::category(main);
        if groups.last().is_none_or(|group| group.label != heading) {
            groups.push(ChoiceGroup {
                label: heading,
                choices: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.choices.push(choice(path, &suggest::category(path)));
        }
    }
    groups
}

/// The choices of the staff's forms.
pub(crate) fn desk(portal: &Portal, officer: &Officer, people: &[Account], lang: Lang) -> DeskChoices {
    let own = portal.0.directory.agency(officer.agency).code;
    DeskChoices {
        agencies: agencies(portal, &[&own]),
        outside: portal
            .0
            .pack
            .outside_bodies()
            .map(|body| choice(&body.code, &labelled(&body.short_name, &body.name)))
            .collect(),
        services: services(portal, lang),
        categories: categories(&portal.0.pack),
        officers: people
            .iter()
            .filter(|account| account.is_active)
            .map(|account| choice(&account.id.uuid().to_string(), &account.name))
            .collect(),
        today: portal.now().wita_date().to_string(),
    }
}
