//! Tells one case: each method lets one thing happen and moves the case's clock on.
//!
//! When that clock passes the moment of the demonstration, the case stands still: what is told after that is dropped,
//! and the case stays open where it was.

use std::{collections::BTreeMap, ops::RangeInclusive};

use domain::{
    kind::Kind,
    lang::Lang,
    permit::Role,
    time::{MINUTE_MS, Timestamp, format::plain_date},
};
use fastrand::Rng;
use jiff::civil::Date;

use super::{
    act::{DemoAct, DemoBy, DemoPledge, DemoStep},
    office::Office,
    scene::{DemoCase, Scene},
    story::Cast,
    telling::{any, fill},
    texts::{BaseText, Phrases, Texts},
};
use crate::pack::Pack;

/// One case in the telling.
pub(super) struct Teller<'a> {
    pub(super) pack: &'a Pack,
    pub(super) texts: &'a Texts,
    pub(super) office: &'a Office<'a>,
    pub(super) rng: &'a mut Rng,
    pub(super) base: &'a BaseText,
    pub(super) scene: Scene<'a>,
    pub(super) now: Timestamp,
    /// Code of the desk that owns the case.
    pub(super) holder: String,
    /// When the last thing happened.
    pub(super) last: Timestamp,
    case: Option<DemoCase>,
    last_promise: Option<Date>,
    is_over: bool,
}

impl<'a> Teller<'a> {
    pub(super) fn new(cast: &Cast<'a>, rng: &'a mut Rng, base: &'a BaseText, scene: Scene<'a>) -> Self {
        Self {
            pack: cast.pack,
            texts: cast.texts,
            office: cast.office,
            rng,
            base,
            scene,
            now: cast.now,
            holder: String::new(),
            last: Timestamp::from_ms(0),
            case: None,
            last_promise: None,
            is_over: false,
        }
    }

    /// The case as told so far.
    pub(super) fn finish(self) -> Option<DemoCase> {
        self.case
    }

    /// The reporter files, naming `agency` and `service` or not; the case begins at `home`.
    pub(super) fn file(&mut self, agency: Option<String>, service: Option<String>, home: &str) {
        self.case = Some(self.scene.file(self.rng, self.texts, self.base, agency, service));
        self.holder = home.to_owned();
        let at = Office::citizen_on(self.rng, self.scene.filed_on).min(self.minutes_before_now());
        self.push(at, DemoBy::Reporter, DemoAct::File);
    }

    /// The holder, or the province desk, checks the case; a proposed one is sent to `to`.
    pub(super) fn verify(&mut self, to: Option<&str>) {
        let days = match self.rng.u8(0..10) {
            _ if self.base.urgent => 0..=0,
            0 => 3..=5,
            _ => 0..=2,
        };
        let officer = self.admin(&self.holder.clone());
        let title = self.scene.tell(self.rng, &self.base.title);
        self.in_office(
            days,
            &officer,
            DemoAct::Classify {
                title,
                is_urgent: self.base.urgent,
            },
        );
        match to {
            None => self.right_after(&officer, DemoAct::Verify),
            Some(to) => {
                let sentence = self.about(to, |phrases| &phrases.dispatches);
                self.right_after(
                    &officer,
                    DemoAct::Dispatch {
                        to: to.to_owned(),
                        sentence,
                    },
                );
                self.holder = to.to_owned();
            }
        }
    }

    /// The holder asks for data.
    pub(super) fn ask(&mut self, days: RangeInclusive<u16>) -> usize {
        let place = self.rng.usize(0..self.texts.phrases.asks.len());
        let text = self
            .base
            .ask
            .clone()
            .unwrap_or_else(|| self.texts.phrases.asks[place].clone());
        let officer = self.worker();
        self.in_office(days, &officer, DemoAct::AskData { text });
        place
    }

    /// The reporter gives what `ask` asked for.
    pub(super) fn supply(&mut self, place: usize) {
        let text = self
            .base
            .data
            .clone()
            .unwrap_or_else(|| self.texts.phrases.data[place].clone());
        let text = self.scene.tell(self.rng, &text);
        self.by_reporter(1..=6, DemoAct::Supply { text });
    }

    /// The holder starts: a reply that names an act and a date. Gives the day the answer is planned for.
    pub(super) fn start(&mut self) -> Date {
        let (start_days, answer_days) = self.pace();
        let officer = self.worker();
        let (start_in, answer_in) = (self.rng.u16(start_days), self.rng.u16(answer_days));
        let begun = self.office.moment(self.rng, self.last, start_in);
        let is_kept = self.rng.u8(0..8) > 0;
        let by = self.office.after(
            begun.wita_date(),
            if is_kept { answer_in } else { (answer_in / 2).max(1) },
        );
        let admin = self.admin(&self.holder.clone());
        if admin != officer {
            let at = Timestamp::from_ms(begun.as_ms() - self.rng.i64(2..6) * MINUTE_MS);
            self.push(at, DemoBy::Officer(admin), DemoAct::Assign { to: officer.clone() });
        }
        let text = fill(&self.base.start, &[("lakukan", &plain_date(by, Lang::Id))]);
        let text = self.scene.tell(self.rng, &text);
        let pledge = DemoPledge {
            act: self.base.pledge.clone(),
            by,
        };
        self.push(begun, DemoBy::Officer(officer), DemoAct::Start { text, pledge });
        self.last_promise = self.last_promise.max(Some(by));
        self.office.after(begun.wita_date(), answer_in)
    }

    /// Small talk while work goes on: a reply, a word from the reporter, a note.
    pub(super) fn chat(&mut self) {
        let officer = self.worker();
        if self.rng.u8(0..4) == 0 {
            let text = self.of_work(|phrases| &phrases.notes);
            self.in_office(0..=1, &officer, DemoAct::Note { text });
        }
        if self.rng.u8(0..3) == 0 {
            let text = self.of_work(|phrases| &phrases.replies);
            self.in_office(0..=1, &officer, DemoAct::Reply { text });
        }
        if self.rng.u8(0..4) == 0 {
            let text = any(self.rng, &self.texts.phrases.citizen_replies);
            self.by_reporter(0..=1, DemoAct::Supply { text });
        }
    }

    /// The final answer, on `day` or as soon after the last act as the office is open.
    pub(super) fn answer(&mut self, day: Date) {
        let text = self.base.answer.clone();
        self.answer_with(day, &text);
    }

    /// An answer told from `text`.
    pub(super) fn answer_with(&mut self, day: Date, text: &str) {
        let at = if day > self.last.wita_date() {
            self.office.on(self.rng, day)
        } else {
            self.office.moment(self.rng, self.last, 0)
        };
        let on = at.wita_date();
        let unit = self.unit();
        let done = plain_date(on, Lang::Id);
        let fills = [("dilakukan", done.as_str()), ("unit", &unit), ("done", &self.base.done)];
        let text = self.scene.tell(self.rng, &fill(text, &fills));
        let officer = self.worker();
        let act = self.base.done.clone();
        self.push(at, DemoBy::Officer(officer), DemoAct::Answer { text, act, on, unit });
    }

    /// The reporter says it is solved, and mostly rates.
    pub(super) fn confirm(&mut self) {
        self.by_reporter(0..=6, DemoAct::Confirm);
        if self.rng.u8(0..5) > 0 {
            self.rate();
        }
    }

    /// The reporter says nothing for ten working days after the answer, or after the last promise.
    pub(super) fn close_silently(&mut self) {
        let from = self
            .last
            .wita_date()
            .max(self.last_promise.unwrap_or(self.last.wita_date()));
        let at = after_midnight(self.office.after(from, 10));
        self.push(at, DemoBy::Clock, DemoAct::CloseSilent);
        if self.rng.u8(0..6) == 0 {
            self.rate();
        }
    }

    /// The reporter confirms, or says nothing.
    pub(super) fn close(&mut self) {
        if self.rng.u8(0..3) > 0 {
            self.confirm();
        } else {
            self.close_silently();
        }
    }

    /// The reporter rates: better where the case was settled soon.
    pub(super) fn rate(&mut self) {
        let days =
            (self.last.as_ms() - Timestamp::start_of_day_wita(self.scene.filed_on).as_ms()) / (24 * 60 * MINUTE_MS);
        let luck = self.rng.i64(0..12);
        let value: u8 = match luck - days / 6 {
            7.. => 4,
            2..7 => 3,
            -2..2 => 2,
            _ => 1,
        };
        let reasons = self.texts.phrases.rating_reasons.get(&value.to_string());
        let reason = reasons
            .filter(|_| self.rng.bool())
            .map(|reasons| any(self.rng, reasons));
        self.by_reporter(0..=2, DemoAct::Rate { value, reason });
    }

    /// An officer acts, so many working days later.
    pub(super) fn in_office(&mut self, days: RangeInclusive<u16>, officer: &str, act: impl Into<DemoAct>) {
        let days = self.rng.u16(days);
        let at = self.office.moment(self.rng, self.last, days);
        self.push(at, DemoBy::Officer(officer.to_owned()), act);
    }

    /// The same officer goes on at once.
    pub(super) fn right_after(&mut self, officer: &str, act: impl Into<DemoAct>) {
        let at = Timestamp::from_ms(self.last.as_ms() + self.rng.i64(1..4) * MINUTE_MS);
        self.push(at, DemoBy::Officer(officer.to_owned()), act);
    }

    /// The reporter acts, so many calendar days later.
    pub(super) fn by_reporter(&mut self, days: RangeInclusive<i64>, act: DemoAct) {
        let days = self.rng.i64(days);
        let at = if days == 0 {
            Timestamp::from_ms(self.last.as_ms() + self.rng.i64(5..90) * MINUTE_MS)
        } else {
            let day = self.last.wita_date().saturating_add(jiff::Span::new().days(days));
            Office::citizen_on(self.rng, day)
        };
        self.push(at, DemoBy::Reporter, act);
    }

    /// The act happens at `at`, but a minute after the last one at the earliest; after `now` nothing happens any more.
    pub(super) fn push(&mut self, at: Timestamp, by: DemoBy, act: impl Into<DemoAct>) {
        let at = at.max(Timestamp::from_ms(self.last.as_ms() + MINUTE_MS));
        self.is_over |= at >= self.now;
        if let (false, Some(case)) = (self.is_over, self.case.as_mut()) {
            self.last = at;
            case.script.push(DemoStep {
                at,
                by,
                act: act.into(),
            });
        }
    }

    /// Somebody who runs the queue of `agency`.
    pub(super) fn admin(&mut self, agency: &str) -> String {
        self.officer(
            agency,
            &[
                Role::AgencyAdmin,
                Role::RegencyAdmin,
                Role::ProvinceAdmin,
                Role::Inspectorate,
            ],
        )
    }

    /// Somebody who works on cases of the holder.
    pub(super) fn worker(&mut self) -> String {
        self.officer(
            &self.holder.clone(),
            &[Role::Handler, Role::ProvinceAdmin, Role::Inspectorate],
        )
    }

    /// An officer of `agency` with one of `roles`, told from the texts.
    pub(super) fn officer(&mut self, agency: &str, roles: &[Role]) -> String {
        let able: Vec<_> = self
            .texts
            .officers
            .iter()
            .filter(|officer| officer.agency == agency && roles.contains(&officer.role))
            .collect();
        self.rng
            .choice(able)
            .map(|officer| officer.sign_in.clone())
            .unwrap_or_default()
    }

    /// Short name of an agency or outside body.
    pub(super) fn name_of(&self, code: &str) -> String {
        self.pack
            .find_agency(code)
            .map(|agency| agency.short_name.clone())
            .unwrap_or_default()
    }

    /// One of the phrases, about `code`.
    pub(super) fn about(&mut self, code: &str, of: impl Fn(&'a Phrases) -> &'a [String]) -> String {
        let text = any(self.rng, of(&self.texts.phrases));
        fill(&text, &[("ke", &self.name_of(code))])
    }

    /// One of the phrases for the work this case asks for: with papers, or out in the field.
    pub(super) fn of_work(&mut self, of: impl Fn(&'a Phrases) -> &'a BTreeMap<String, Vec<String>>) -> String {
        let is_office = self.base.service.is_some() || self.base.kind == Kind::InformationRequest;
        let texts = of(&self.texts.phrases).get(if is_office { "office" } else { "field" });
        texts.map(|texts| any(self.rng, texts)).unwrap_or_default()
    }

    fn unit(&self) -> String {
        let of_base = self.base.unit.clone().filter(|_| self.holder == self.base.lead);
        of_base
            .or_else(|| {
                self.texts
                    .units
                    .get(&self.holder)
                    .and_then(|units| units.first().cloned())
            })
            .unwrap_or_else(|| "Sekretariat".to_owned())
    }

    /// Working days to the start, and from there to the answer. Agencies differ; a question is answered soon.
    fn pace(&self) -> (RangeInclusive<u16>, RangeInclusive<u16>) {
        if matches!(self.base.kind, Kind::InformationRequest | Kind::Aspiration) {
            return (0..=1, 1..=3);
        }
        if self.base.urgent {
            return (0..=1, 1..=4);
        }
        match self.holder.bytes().map(usize::from).sum::<usize>() % 4 {
            0 => (0..=1, 1..=4),
            1 | 2 => (0..=3, 2..=8),
            _ => (2..=7, 5..=14),
        }
    }

    fn minutes_before_now(&mut self) -> Timestamp {
        Timestamp::from_ms(self.now.as_ms() - self.rng.i64(20..200) * MINUTE_MS)
    }
}

/// The first sweep after `day` has ended.
pub(super) fn after_midnight(day: Date) -> Timestamp {
    Timestamp::from_ms(Timestamp::end_of_day_wita(day).as_ms() + 5 * MINUTE_MS)
}
