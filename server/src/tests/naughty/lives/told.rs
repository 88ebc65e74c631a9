//! A life, told as often as it takes for every string to have gone through every field; first with harmless words, while
//! each form is also sent so that it comes back.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU32, Ordering},
};

use axum::{body::Body, http::StatusCode};
use domain::{
    limits::{BODY, Chars, LINE},
    permit::{Officer, Role},
};
use portal::{Receipt, fixture::typed};

use super::{
    super::{
        super::{CLIENT, House, at, browser::form, text},
        assert_known, kept,
        page::Page,
        texts,
    },
    By, Life, Place, Row, Step,
    read::{ask, own_cookie},
    row,
};

/// Words that do no harm, long enough for every field.
const HARMLESS: &str = "Keterangan biasa untuk laporan ini";
/// Fields of a report in which a text of its own stands.
const FACTS: [(&str, Chars); 6] = [
    ("body", BODY),
    ("landmark", LINE),
    ("application_no", LINE),
    ("q_last_status", STATUS),
    ("unlike_why", LINE),
    ("name", LINE),
];
/// What the data pack lets people write into this question.
const STATUS: Chars = Chars { min: 1, max: 120 };
/// Where a report names its files.
const FILE_NAME: &str = "upload_name";

/// A house, and everybody who acts in it.
struct Stage {
    house: House,
    officers: BTreeMap<By, (String, Officer)>,
}

impl Stage {
    async fn set() -> Self {
        let house = House::open().await;
        let mut officers = BTreeMap::new();
        for (by, agency, role) in [
            (By::Front, "DPMPTSP", Role::LiaisonOfficer),
            (By::Second, "DPMPTSP", Role::Handler),
            (By::Partner, "DESDM", Role::AgencyAdmin),
            (By::Province, "PROVINSI", Role::ProvinceAdmin),
            (By::Inspectorate, "INSPEKTORAT", Role::Inspectorate),
        ] {
            let cookie = house.signed_in(agency, role).await;
            let token = cookie.split_once('=').unwrap().1;
            let officer = house.office.portal.account().who(token).await.unwrap().unwrap();
            officers.insert(by, (cookie, officer));
        }
        Self { house, officers }
    }

    fn cookie(&self, by: Option<By>, receipt: &Receipt) -> String {
        match by {
            None => String::new(),
            Some(By::Reporter) => own_cookie(receipt),
            Some(by) => self.officers[&by].0.clone(),
        }
    }

    async fn act(&self, step: Step, receipt: &Receipt, words: &[(&str, &str)]) {
        let fields = [&[("act", step.act.as_str())], step.fixed, words].concat();
        let office = &self.house.office;
        let done = match self.officers.get(&step.by) {
            Some((_, officer)) => office.try_act(officer, &receipt.code, &fields).await,
            None => {
                let citizen = office.portal.citizen();
                citizen.act(&receipt.code, &receipt.secret, &typed(&fields)).await
            }
        };
        assert!(done.is_ok(), "{:?} {done:?} of {words:?}", step.act);
    }

    /// Sends the form of an act so that it comes back: with an old version, or too long. Nothing typed may be lost.
    async fn refuse(&self, step: Step, receipt: &Receipt) {
        let side = if step.by == By::Reporter { "lacak" } else { "meja" };
        let path = format!("/{side}/{}", receipt.code);
        for (place, words) in texts(BODY.max).iter().enumerate() {
            let (lang, own) = [("id", ""), ("en", "; bahasa=en")][place % 2];
            let written: Vec<_> = step.written().map(|(field, _)| (field, words.as_str())).collect();
            let fixed = [
                ("act", step.act.as_str()),
                ("version", "0"),
                ("code", receipt.code.as_str()),
            ];
            let sent = [&fixed, step.fixed, &written].concat();
            let request = at("POST", &path)
                .header(CLIENT, client())
                .header("cookie", self.cookie(Some(step.by), receipt) + own)
                .header("content-type", "application/x-www-form-urlencoded");
            let answer = self.house.ask(request.body(Body::from(form(&sent))).unwrap()).await;
            let what = format!("{:?}", step.act);
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{what}");
            let page = Page::of(&text(answer).await);
            let typed: Vec<_> = written
                .iter()
                .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
                .collect();
            page.assert_came_back(&typed, lang, &what);
            assert_known(&page, &what);
        }
    }
}

/// Another network each time: limits have tests of their own.
pub(super) fn client() -> String {
    static CLIENTS: AtomicU32 = AtomicU32::new(1);
    let [_, b, c, d] = CLIENTS.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    format!("10.{b}.{c}.{d}")
}

/// The texts of a life: for each length that it needs, all of them.
struct Texts(BTreeMap<u16, Vec<String>>);

impl Texts {
    fn of(life: &Life) -> Self {
        let written = life.steps.iter().flat_map(|step| step.written());
        let filed = FACTS.into_iter().filter(|_| life.is_filed_so);
        let lengths = written.chain(filed).map(|(_, limit)| limit.max);
        Self(lengths.map(|max| (max, texts(max))).collect())
    }

    /// How often the life is told.
    fn rounds(&self) -> usize {
        self.0.values().map(Vec::len).max().unwrap_or(1)
    }

    /// The text of the field at this place in this round, which no other field has; harmless in none.
    fn text(&self, (at, limit): (usize, Chars), round: Option<usize>) -> String {
        let all = &self.0[&limit.max];
        let text = round.map_or(HARMLESS, |round| &all[(round + at) % all.len()]);
        text.replacen("Papan 00", &format!("Papan {at:02}"), 1)
    }
}

/// Tells a life, and gives its rows.
pub(super) async fn tell(life: &'static Life) -> Vec<Row> {
    let stage = Stage::set().await;
    let texts = Texts::of(life);
    let mut rows = rows(life);
    let mut quiet = BTreeMap::new();
    for round in std::iter::once(None).chain((0..texts.rounds()).map(Some)) {
        let receipt = filed(&stage, life, &texts, round).await;
        let mut at = if life.is_filed_so { FACTS.len() + 1 } else { 0 };
        let mut said: Vec<(usize, String)> = Vec::new();
        if life.is_filed_so {
            let names = FACTS.iter().map(|(_, limit)| *limit).chain([LINE]);
            said.extend(names.enumerate().map(|place| (place.0, text_of(&texts, place, round))));
        }
        for step in life.steps {
            if round.is_none() && step.written().next().is_some() {
                stage.refuse(*step, &receipt).await;
            }
            let written: Vec<_> = (at..).zip(step.written()).collect();
            let texts_of_step: Vec<_> = written
                .iter()
                .map(|(at, (field, limit))| (*field, texts.text((*at, *limit), round)))
                .collect();
            let words: Vec<_> = texts_of_step
                .iter()
                .map(|(field, text)| (*field, text.as_str()))
                .collect();
            stage.act(*step, &receipt, &words).await;
            said.extend(
                written
                    .iter()
                    .map(|(at, (_, limit))| (*at, text_of(&texts, (*at, *limit), round))),
            );
            at += written.len();
        }
        look(&stage, (life, round), &receipt, &said, (&mut rows, &mut quiet)).await;
    }
    rows
}

/// What is kept of the text of a field.
fn text_of(texts: &Texts, (at, limit): (usize, Chars), round: Option<usize>) -> String {
    kept(&texts.text((at, limit), round), super::is_one_line(limit))
}

fn rows(life: &Life) -> Vec<Row> {
    let filed = FACTS.into_iter().chain([(FILE_NAME, LINE)]);
    let filed = filed
        .filter(|_| life.is_filed_so)
        .map(|(field, limit)| row("file", field, limit));
    let steps = life.steps.iter();
    let written = steps.flat_map(|step| {
        step.written()
            .map(|(field, limit)| row(step.act.as_str(), field, limit))
    });
    filed.chain(written).collect()
}

/// The pages, and what stands on them.
async fn look(
    stage: &Stage,
    (life, round): (&Life, Option<usize>),
    receipt: &Receipt,
    said: &[(usize, String)],
    (rows, quiet): (&mut [Row], &mut BTreeMap<Place, BTreeMap<String, usize>>),
) {
    for place in life.looks {
        let cookie = stage.cookie(place.reader(), receipt);
        let document = ask(&stage.house, &cookie, &place.path(&receipt.code)).await;
        let read = place.read(&document);
        if let Some(page) = &read.page {
            assert_known(page, life.name);
            let counts = page.counts();
            let quiet = quiet.entry(*place).or_insert_with(|| counts.clone());
            let titles: Vec<&str> = document
                .match_indices("<title")
                .map(|(at, _)| &document[at..])
                .collect();
            let titles: Vec<String> = titles.iter().map(|rest| rest.chars().take(300).collect()).collect();
            assert_eq!(
                &counts, quiet,
                "{} at {place:?} in round {round:?}: {titles:?}",
                life.name
            );
        }
        if round.is_none() {
            continue;
        }
        for (at, text) in said {
            // XML has no such signs.
            let text = if *place == Place::Feed {
                text.replace(['\u{fffe}', '\u{ffff}'], "")
            } else {
                text.clone()
            };
            *rows[*at].found.entry(*place).or_default() += usize::from(read.has(&text));
        }
    }
    for row in rows.iter_mut().filter(|_| round.is_some()) {
        row.looked += 1;
    }
}

async fn filed(stage: &Stage, life: &Life, texts: &Texts, round: Option<usize>) -> Receipt {
    let office = &stage.house.office;
    let mut fields = life.filed.to_vec();
    let photo = if life.is_filed_so {
        const PHOTO: &[u8] = include_bytes!("../../../../../files/src/tests/fixtures/photo.jpg");
        let id = office.portal.uploads().whole(PHOTO.to_vec()).await.unwrap().unwrap();
        id.uuid().to_string()
    } else {
        String::new()
    };
    if life.is_filed_so {
        fields.extend([
            ("unlike_code", "KTR-26-0000-0000"),
            ("masking", "keep"),
            ("upload", photo.as_str()),
        ]);
    }
    let written = FACTS
        .into_iter()
        .chain([(FILE_NAME, LINE)])
        .filter(|_| life.is_filed_so);
    let written: Vec<_> = written
        .enumerate()
        .map(|(at, (field, limit))| (field, texts.text((at, limit), round)))
        .collect();
    fields.extend(written.iter().map(|(field, text)| (*field, text.as_str())));
    office.file(&fields).await
}
