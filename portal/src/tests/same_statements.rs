//! A missing case, another agency's, and one that accuses the reader's own agency are told apart by nothing, not by the
//! statements that run either.

use crate::{Error, fixture::typed};
use domain::{
    lang::Lang,
    permit::{Officer, Role},
    tracking_code::{CodePrefix, TrackingCode},
    view::queue::QueueFilter,
};
use recorder::Recorded;

mod recorder;

const BY_EACH_ACT: [&str; 6] = ["verify", "note", "take_back", "accept", "open_identity", "flag"];

/// A code that could have been drawn, and never was.
fn unknown_code() -> String {
    let prefix = CodePrefix::try_from("KTR".to_owned()).unwrap();
    TrackingCode::new(&prefix, 2026, [1; 7]).to_string()
}

/// A desk, and the codes of cases that do not exist for it, each with why.
struct Blind {
    office: Recorded,
    officer: Officer,
    codes: Vec<(&'static str, String)>,
}

impl Blind {
    /// DPMPTSP: accused by the filing, flagged after it had the case, never asked, and no case at all.
    async fn open() -> Self {
        let office = Recorded::open().await;
        let officer = office.officer("DPMPTSP", Role::AgencyAdmin);
        let accused = office.file(&[("fee", "yes")]).await.code;
        let flagged = office.file(&[]).await.code;
        office.act(&officer, &flagged, &[("act", "verify")]).await;
        let province = office.officer("PROVINSI", Role::ProvinceAdmin);
        let flag = [
            ("act", "flag"),
            ("accused", "DPMPTSP"),
            ("reason", "Petugas meminta uang."),
        ];
        office.act(&province, &flagged, &flag).await;
        let others = office.file(&[("service", ""), ("agency", "DLH")]).await.code;
        let codes = vec![
            ("missing", unknown_code()),
            ("accused", accused),
            ("flagged", flagged),
            ("another's", others),
        ];
        Self { office, officer, codes }
    }

    /// Asks the same of every code; each must run what the first runs, and at least one statement.
    async fn same(&self, what: &str, ask: impl AsyncFn(&str)) {
        let mut first = None;
        for (why, code) in &self.codes {
            let ran = self.office.during(ask(code)).await;
            assert!(!ran.is_empty(), "{what}: nothing was recorded");
            assert_eq!(*first.get_or_insert_with(|| ran.clone()), ran, "{what}: {why}");
        }
    }
}

#[tokio::test]
async fn opening_a_case_that_is_not_there_for_a_desk_runs_the_same_statements_whatever_the_reason() {
    let blind = Blind::open().await;
    let desk = blind.office.portal.desk(&blind.officer);
    let open = async |code: &str| assert!(desk.open(code, Lang::Id).await.unwrap().is_none());
    blind.same("open", open).await;
    let identity = async |code: &str| assert!(desk.identity(code).await.unwrap().is_none());
    blind.same("identity", identity).await;
}

#[tokio::test]
async fn acting_on_a_case_that_is_not_there_for_a_desk_runs_the_same_statements_whatever_the_reason() {
    let blind = Blind::open().await;
    for act in BY_EACH_ACT {
        let fields = [
            ("act", act),
            ("version", "1"),
            ("text", "Catatan."),
            ("reason", "Ingin tahu saja."),
            ("accused", "DLH"),
        ];
        let try_act = async |code: &str| {
            let done = blind.office.try_act(&blind.officer, code, &fields).await;
            assert!(matches!(done, Err(Error::Missing)), "{act}: {done:?}");
        };
        blind.same(act, try_act).await;
    }
}

#[tokio::test]
async fn a_queue_runs_the_same_statements_with_and_without_cases_that_are_not_there_for_the_desk() {
    let empty = Recorded::open().await;
    let blind = Blind::open().await;
    for filter in QueueFilter::ALL {
        let of_empty = empty.officer("DPMPTSP", Role::AgencyAdmin);
        let desk = empty.portal.desk(&of_empty);
        let without = empty
            .during(async { assert!(desk.queue(*filter, None, Lang::Id).await.unwrap().rows.is_empty()) })
            .await;
        let desk = blind.office.portal.desk(&blind.officer);
        let with = blind
            .office
            .during(async { assert!(desk.queue(*filter, None, Lang::Id).await.unwrap().rows.is_empty()) })
            .await;
        assert!(!with.is_empty());
        assert_eq!(with, without, "{filter:?}");
    }
}

#[tokio::test]
async fn a_wrong_code_and_a_wrong_secret_run_the_same_statements() {
    let office = Recorded::open().await;
    let (filed, other) = (office.file(&[]).await, office.file(&[]).await);
    let citizen = office.portal.citizen();
    let pairs = [
        (unknown_code(), &filed.secret),
        (filed.code.clone(), &other.secret),
        (other.code.clone(), &filed.secret),
    ];
    let confirm = typed(&[("act", "confirm")]);
    let mut first = None;
    for (code, secret) in pairs {
        let ran = office
            .during(async {
                assert!(citizen.open(&code, secret, Lang::Id).await.unwrap().is_none());
                assert!(citizen.receipt(&code, secret, Lang::Id).await.unwrap().is_none());
                let done = citizen.act(&code, secret, &confirm).await;
                assert!(matches!(done, Err(Error::Missing)), "{done:?}");
            })
            .await;
        assert_eq!(ran.len(), 3, "one look-up each: {ran:?}");
        assert_eq!(*first.get_or_insert_with(|| ran.clone()), ran);
    }
}

#[tokio::test]
async fn a_report_of_another_account_and_none_run_the_same_statements() {
    let office = Recorded::open().await;
    let accounts = office.portal.own_account();
    let (filed, other) = (office.file(&[]).await, office.file(&[("key", "lain")]).await);
    let mut sessions = Vec::new();
    for (address, case) in [("kanari@contoh.id", &filed), ("lain@contoh.id", &other)] {
        let ask = typed(&[("email", address)]);
        accounts.ask(&ask, Lang::Id).await.unwrap();
        let sent = super::notices::mails(&office).await;
        let letter = sent.iter().find(|letter| letter.what == crate::What::SignIn).unwrap();
        let link = crate::SignInLink::read(&super::notices::token(letter)).unwrap();
        let (session, _) = accounts.sign_in(link).await.unwrap().unwrap();
        let own = accounts.who(&session).await.unwrap().unwrap();
        assert!(accounts.add_proved(own, case).await.unwrap());
        sessions.push(session);
    }
    let citizen = office.portal.citizen();
    let mut first = None;
    for code in [&unknown_code(), &other.code] {
        let ran = office
            .during(async {
                assert!(citizen.open(code, &sessions[0], Lang::Id).await.unwrap().is_none());
                let done = citizen.act(code, &sessions[0], &typed(&[("act", "confirm")])).await;
                assert!(matches!(done, Err(Error::Missing)), "{done:?}");
            })
            .await;
        assert_eq!(ran.len(), 4, "session and report each: {ran:?}");
        assert_eq!(*first.get_or_insert_with(|| ran.clone()), ran);
    }
}

#[tokio::test]
async fn a_case_that_is_there_runs_more_so_the_recorder_sees_what_runs() {
    let blind = Blind::open().await;
    let seen = blind.office.file(&[]).await;
    let desk = blind.office.portal.desk(&blind.officer);
    let open = async |code: &str| drop(desk.open(code, Lang::Id).await.unwrap());
    let there = blind.office.during(open(&seen.code)).await;
    let missing = blind.office.during(open(&unknown_code())).await;
    assert!(there.len() > missing.len() && there.starts_with(&missing));
    let writing = async {
        let note = [("act", "note"), ("text", "Catatan.")];
        blind.office.act(&blind.officer, &seen.code, &note).await;
    };
    let written = blind.office.during(writing).await;
    assert!(
        written.iter().any(|sql| sql.starts_with("insert into event")),
        "{written:?}"
    );
}
