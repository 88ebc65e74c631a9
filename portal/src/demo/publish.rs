//! What everybody reads of the demonstration: some cases are published after they were verified, with an edited title
//! and a masked text, and worded anew with the answer. No chance is drawn, so that the stories stay as they are told.

use std::collections::BTreeSet;

use domain::{
    kind::{Kind, Subject},
    masking::masked,
    time::{MINUTE_MS, Timestamp},
};

use super::{
    act::{DemoAct, DemoStep},
    scene::DemoCase,
};
use crate::pack::{Pack, ServiceAgency};

/// Of so many cases that may be published …
const OF: usize = 5;
/// … so many are.
const SOME: usize = 3;
/// How long an officer takes to edit and publish. Unit: minutes.
const EDITING_MINUTES: i64 = 4;

/// Adds the steps that publish, where there is time for them.
pub(super) fn add(cases: &mut [DemoCase], pack: &Pack, now: Timestamp) {
    let public = public_words(pack);
    for case in cases {
        let is_open = !case.visibility.is_secret() && case.kind != Kind::Whistleblowing;
        let is_fee = case.subject == Some(Subject::IllegalFee);
        let is_ended_otherwise = case
            .script
            .iter()
            .any(|step| matches!(step.act, DemoAct::Withdraw | DemoAct::ProposeArchive { .. }));
        let giver = case.service.as_deref().and_then(|code| giver_of(pack, code));
        let agency = case.agency.as_deref().or(giver);
        let is_sensitive = pack.settings.starts_secret(case.service.as_deref(), agency);
        if is_open && !is_sensitive && !is_fee && !is_ended_otherwise && case.body.len() % OF < SOME {
            publish(case, &public, now);
        }
    }
}

/// Code of the agency that gives a service, wherever the case is.
fn giver_of<'a>(pack: &'a Pack, service: &str) -> Option<&'a str> {
    match &pack.find_service(service)?.agency {
        ServiceAgency::Agency(code) => Some(code),
        ServiceAgency::RegencyOfPlace => None,
    }
}

fn publish(case: &mut DemoCase, public: &BTreeSet<String>, now: Timestamp) {
    let title = case.script.iter().find_map(|step| {
        let DemoAct::Classify { title, .. } = &step.act else {
            return None;
        };
        Some(masked(title, public))
    });
    let Some(title) = title else { return };
    let text = masked(&case.body, public);
    let is_verified = |step: &DemoStep| matches!(step.act, DemoAct::Verify | DemoAct::Dispatch { .. });
    let act = DemoAct::Publish {
        title: title.clone(),
        text: text.clone(),
    };
    let Some(place) = case.script.iter().position(is_verified) else {
        return;
    };
    if !insert(&mut case.script, place, act, now) {
        return;
    }
    let answered = case.script.iter().enumerate().find_map(|(place, step)| {
        let DemoAct::Answer { text, .. } = &step.act else {
            return None;
        };
        Some((place, masked(text, public)))
    });
    if let Some((place, response)) = answered {
        insert(&mut case.script, place, DemoAct::Revise { title, text, response }, now);
    }
}

/// Adds an act of the same officer a little after the step at `place`, if nothing else happened by then.
fn insert(script: &mut Vec<DemoStep>, place: usize, act: DemoAct, now: Timestamp) -> bool {
    let Some(step) = script.get(place) else { return false };
    let at = step.at.plus_ms(EDITING_MINUTES * MINUTE_MS);
    let is_free = at < script.get(place + 1).map_or(now, |next| next.at);
    if is_free {
        let by = step.by.clone();
        script.insert(place + 1, DemoStep { at, by, act });
    }
    is_free
}

/// As `Directory::public_words`, from the pack alone.
fn public_words(pack: &Pack) -> BTreeSet<String> {
    let agencies = pack.tenants().flat_map(|agency| [&agency.short_name, &agency.name]);
    let districts = pack.regions.iter().flat_map(|regency| &regency.districts);
    agencies
        .chain(pack.regions.iter().map(|regency| &regency.short_name))
        .chain(districts.map(|district| &district.name))
        .chain(pack.villages.iter().map(|village| &village.name))
        .flat_map(|name| name.split(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| word.chars().count() > 1)
        .map(str::to_lowercase)
        .collect()
}
