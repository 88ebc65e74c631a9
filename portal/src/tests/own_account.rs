//! Citizens' own accounts: a link once, a session for a month, and reports that are theirs alone.

use super::notices::{mails, token};
use crate::{
    Error, Letter, SignInLink, SignedIn, To, What,
    fixture::{Office, typed},
};
use domain::{case::status::StatusCode, lang::Lang, permit::Role, text::FieldError};

const MAIL: &str = "kanari@contoh.id";

/// The link that this address is sent; none if it is sent none. Other letters are carried along.
async fn link(office: &Office, address: &str) -> Option<SignInLink> {
    asked(office, address).await.map(|letter| read(&letter))
}

async fn asked(office: &Office, address: &str) -> Option<Letter> {
    let form = typed(&[("email", address)]);
    office.portal.own_account().ask(&form, Lang::En).await.unwrap();
    let sent = mails(office).await;
    sent.into_iter().find(|letter| letter.what == What::SignIn)
}

fn read(letter: &Letter) -> SignInLink {
    SignInLink::read(&token(letter)).unwrap()
}

/// Signs in by a link; gives the token of the session, and the account.
async fn signed_in(office: &Office, address: &str) -> (String, SignedIn) {
    let accounts = office.portal.own_account();
    let link = link(office, address).await.unwrap();
    let (token, _) = accounts.sign_in(link).await.unwrap().unwrap();
    let own = accounts.who(&token).await.unwrap().unwrap();
    (token, own)
}

async fn codes(office: &Office, own: SignedIn) -> Vec<String> {
    let page = office.portal.own_account().list(own, MAIL, "", Lang::Id).await.unwrap();
    page.rows.into_iter().map(|row| row.code).collect()
}

#[tokio::test]
async fn a_link_signs_in_once_and_looking_at_it_does_not_use_it() {
    let office = Office::open().await;
    let accounts = office.portal.own_account();
    let letter = asked(&office, " Kanari@Contoh.id ").await.unwrap();
    assert!(letter.to == To::Mail("Kanari@Contoh.id".to_owned()) && letter.lang == Some(Lang::En));
    let link = read(&letter);
    for _ in 0..3 {
        assert_eq!(accounts.waiting(link).await.unwrap().as_deref(), Some("K•••@Contoh.id"));
    }
    let (session, address) = accounts.sign_in(link).await.unwrap().unwrap();
    assert_eq!((session.len(), address.as_str()), (64, "K•••@Contoh.id"));
    assert!(accounts.sign_in(link).await.unwrap().is_none(), "once");
    assert!(accounts.waiting(link).await.unwrap().is_none());
    let own = accounts.who(&session).await.unwrap().unwrap();
    assert_eq!(
        signed_in(&office, MAIL).await.1,
        own,
        "an address is one, however it is written"
    );
    assert_ne!(signed_in(&office, "lain@contoh.id").await.1, own);
}

#[tokio::test]
async fn a_link_ends_after_half_an_hour() {
    let office = Office::open().await;
    let accounts = office.portal.own_account();
    let (first, second) = (link(&office, MAIL).await.unwrap(), link(&office, MAIL).await.unwrap());
    office.set("2026-11-03 09:29 WITA");
    assert!(accounts.sign_in(first).await.unwrap().is_some());
    office.set("2026-11-03 09:30 WITA");
    assert!(accounts.waiting(second).await.unwrap().is_none());
    assert!(accounts.sign_in(second).await.unwrap().is_none());
}

#[tokio::test]
async fn a_link_that_ended_before_it_was_sent_is_not_sent() {
    let office = Office::open().await;
    let form = typed(&[("email", MAIL)]);
    office.portal.own_account().ask(&form, Lang::Id).await.unwrap();
    office.set("2026-11-03 09:31 WITA");
    assert_eq!(mails(&office).await.len(), 0);
}

#[tokio::test]
async fn a_link_that_was_touched_opens_nothing() {
    let office = Office::open().await;
    let sent = token(&asked(&office, MAIL).await.unwrap());
    let accounts = office.portal.own_account();
    for place in 0..sent.len() {
        let mut touched = sent.clone().into_bytes();
        touched[place] = if touched[place] == b'A' { b'B' } else { b'A' };
        let Some(link) = SignInLink::read(&String::from_utf8(touched).unwrap()) else {
            continue;
        };
        assert!(accounts.sign_in(link).await.unwrap().is_none(), "{place}");
    }
    assert!(
        accounts
            .sign_in(SignInLink::read(&sent).unwrap())
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn an_address_is_sent_eight_links_a_day_and_the_answer_stays_the_same() {
    let office = Office::open().await;
    for _ in 0..8 {
        assert!(link(&office, MAIL).await.is_some());
    }
    assert!(link(&office, MAIL).await.is_none());
    assert!(link(&office, "lain@contoh.id").await.is_some());
    office.set("2026-11-04 09:01 WITA");
    assert!(link(&office, MAIL).await.is_some());
}

#[tokio::test]
async fn what_is_no_e_mail_address_is_said_at_its_field() {
    let office = Office::open().await;
    for (typed_in, problem) in [
        ("", FieldError::Missing),
        ("kanari", FieldError::NotAContact),
        ("0812 3456 7890", FieldError::NotAContact),
    ] {
        let asked = office
            .portal
            .own_account()
            .ask(&typed(&[("email", typed_in)]), Lang::Id)
            .await;
        let Err(Error::Fields(fields)) = asked else {
            panic!("{typed_in} is no address")
        };
        assert_eq!(fields, [("email".to_owned(), problem)]);
    }
    assert_eq!(mails(&office).await.len(), 0);
}

#[tokio::test]
async fn an_account_opens_its_own_reports_as_their_receipts_do_and_no_others() {
    let office = Office::open().await;
    let (case, other) = (office.file(&[]).await, office.file(&[("key", "lain")]).await);
    let (session, own) = signed_in(&office, MAIL).await;
    let (stranger, strange) = signed_in(&office, "lain@contoh.id").await;
    let accounts = office.portal.own_account();
    assert!(accounts.add_proved(own, &case).await.unwrap());
    assert!(accounts.add_proved(strange, &other).await.unwrap());
    let citizen = office.portal.citizen();
    let view = citizen.open(&case.code, &session, Lang::Id).await.unwrap().unwrap();
    let follow = view.follow.unwrap();
    assert!(follow.is_by_account && !follow.is_by_link && view.allowed.contains(&domain::deed::Act::Withdraw));
    for (code, proof) in [
        (&case.code, &stranger),
        (&other.code, &session),
        (&case.code, &"a".repeat(64)),
    ] {
        assert!(citizen.open(code, proof, Lang::Id).await.unwrap().is_none());
        assert!(citizen.data(code, proof, Lang::Id).await.unwrap().is_none());
        assert!(citizen.watch(code, proof).await.unwrap().is_none());
        let act = typed(&[("act", "withdraw"), ("version", "1")]);
        assert!(matches!(citizen.act(code, proof, &act).await, Err(Error::Missing)));
    }
    assert_eq!(
        (codes(&office, own).await, codes(&office, strange).await),
        (vec![case.code.clone()], vec![other.code])
    );
    assert!(
        citizen.receipt(&case.code, &session, Lang::Id).await.unwrap().is_none(),
        "the secret is on the receipt alone"
    );
    let act = typed(&[("act", "withdraw"), ("version", "1")]);
    citizen.act(&case.code, &session, &act).await.unwrap();
    assert_eq!(office.seen_by_reporter(&case).await.status.code, StatusCode::Withdrawn);
}

#[tokio::test]
async fn a_report_comes_into_an_account_by_code_and_secret_alone_and_leaves_it_alone() {
    let office = Office::open().await;
    let (case, other) = (office.file(&[]).await, office.file(&[("key", "lain")]).await);
    let notice = token(&mails(&office).await[0]);
    let (session, own) = signed_in(&office, MAIL).await;
    let accounts = office.portal.own_account();
    let add = async |code: &str, secret: &str| accounts.add(own, &typed(&[("code", code), ("secret", secret)])).await;
    for (code, secret, field) in [
        (case.code.as_str(), other.secret.as_str(), "secret"),
        (&case.code, &notice, "secret"),
        (&case.code, &session, "secret"),
        (&case.code, "", "secret"),
        ("bukan kode", &case.secret, "code"),
    ] {
        let Err(Error::Fields(fields)) = add(code, secret).await else {
            panic!("{code} {secret}")
        };
        assert_eq!(fields[0].0, field);
    }
    assert_eq!(codes(&office, own).await, Vec::<String>::new());
    for _ in 0..2 {
        add(&case.code.to_lowercase(), &case.secret).await.unwrap();
    }
    assert_eq!(codes(&office, own).await, vec![case.code.clone()]);
    assert!(accounts.has(own, &case.code).await.unwrap() && !accounts.has(own, &other.code).await.unwrap());
    accounts.remove(own, &other.code).await.unwrap();
    accounts.remove(own, &case.code).await.unwrap();
    assert_eq!(codes(&office, own).await, Vec::<String>::new());
    assert_eq!(office.seen_by_reporter(&case).await.code, case.code);
}

#[tokio::test]
async fn the_list_says_where_each_report_stands_latest_first_and_page_by_page() {
    let office = Office::open().await;
    let (_, own) = signed_in(&office, MAIL).await;
    let accounts = office.portal.own_account();
    let mut filed = Vec::new();
    for number in 0..23 {
        office.set(&format!("2026-11-03 09:{:02} WITA", 10 + number));
        let key = format!("kunci {number}");
        let case = office
            .file(&[("key", &key), ("body", "Izin galian batu kami belum terbit juga.")])
            .await;
        accounts.add_proved(own, &case).await.unwrap();
        filed.push(case);
    }
    let front = office.officer("DPMPTSP", Role::LiaisonOfficer);
    let latest = filed.last().unwrap();
    office.act(&front, &latest.code, &[("act", "verify")]).await;
    office
        .act(
            &front,
            &latest.code,
            &[("act", "ask_data"), ("text", "Kapan Anda mengajukan?")],
        )
        .await;
    let first = accounts.list(own, "k•••@contoh.id", "", Lang::Id).await.unwrap();
    let second = accounts
        .list(own, "k•••@contoh.id", &first.next, Lang::Id)
        .await
        .unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), second.next.as_str()), (20, 3, ""));
    let listed: Vec<&String> = first.rows.iter().chain(&second.rows).map(|row| &row.code).collect();
    let expected: Vec<&String> = filed.iter().rev().map(|case| &case.code).collect();
    assert_eq!(listed, expected);
    let row = &first.rows[0];
    assert_eq!(
        (row.status, row.heading.as_str()),
        (StatusCode::NeedInfo, "Izin galian batu kami belum terbit juga.")
    );
    assert!(
        row.due.as_ref().is_some_and(|(clock, _)| clock.is_none()),
        "it is the reporter's turn"
    );
    assert!(first.rows[1].due.as_ref().is_some_and(|(clock, _)| clock.is_some()));
}

#[tokio::test]
async fn a_new_secret_takes_the_report_out_of_every_account() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let (session, own) = signed_in(&office, MAIL).await;
    office.portal.own_account().add_proved(own, &case).await.unwrap();
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    let give = [("act", "new_receipt"), ("reason", "Menunjukkan KTP di loket.")];
    office.act(&liaison, &case.code, &give).await;
    let citizen = office.portal.citizen();
    assert!(citizen.open(&case.code, &session, Lang::Id).await.unwrap().is_none());
    let again = office.file(&[("key", "lain")]).await;
    mails(&office).await;
    office.portal.own_account().add_proved(own, &again).await.unwrap();
    let lost = typed(&[("code", again.code.as_str()), ("contact", "budi@contoh.id")]);
    citizen.lost(&lost).await.unwrap();
    let letter = mails(&office).await.remove(0);
    assert_eq!(codes(&office, own).await.len(), 1, "it stays until the new one is made");
    citizen.new_secret(&token(&letter)).await.unwrap().unwrap();
    assert_eq!(codes(&office, own).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_session_lasts_thirty_days_and_ends_before_when_it_is_asked_to() {
    let office = Office::open().await;
    let accounts = office.portal.own_account();
    let (one, own) = signed_in(&office, MAIL).await;
    let (two, _) = signed_in(&office, MAIL).await;
    accounts.sign_out(&two).await.unwrap();
    assert_eq!(
        (accounts.who(&one).await.unwrap(), accounts.who(&two).await.unwrap()),
        (Some(own), None)
    );
    office.set("2026-12-03 08:59 WITA");
    assert!(accounts.who(&one).await.unwrap().is_some());
    office.set("2026-12-03 09:00 WITA");
    assert!(accounts.who(&one).await.unwrap().is_none());
}

#[tokio::test]
async fn an_account_that_is_deleted_is_gone_on_every_phone_and_its_reports_stay() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let accounts = office.portal.own_account();
    let (one, own) = signed_in(&office, MAIL).await;
    let (two, _) = signed_in(&office, MAIL).await;
    let waiting = link(&office, MAIL).await.unwrap();
    accounts.add_proved(own, &case).await.unwrap();
    accounts.forget(own).await.unwrap();
    for session in [&one, &two] {
        assert!(accounts.who(session).await.unwrap().is_none());
    }
    assert!(accounts.sign_in(waiting).await.unwrap().is_none());
    assert_eq!(office.seen_by_reporter(&case).await.code, case.code);
    let (_, again) = signed_in(&office, MAIL).await;
    assert_eq!(codes(&office, again).await, Vec::<String>::new());
}

#[tokio::test]
async fn no_row_of_the_outbox_holds_the_address_or_the_link() {
    let office = Office::open().await;
    let accounts = office.portal.own_account();
    accounts.ask(&typed(&[("email", MAIL)]), Lang::Id).await.unwrap();
    let kept = office.outbox().await;
    assert!(
        kept.contains("sign_in") && !kept.contains("kanari") && !kept.contains("/k/"),
        "{kept}"
    );
}

#[tokio::test]
async fn a_sweep_ends_nothing_that_still_holds() {
    let office = Office::open().await;
    let waiting = link(&office, MAIL).await.unwrap();
    let (session, own) = signed_in(&office, MAIL).await;
    office.set("2026-11-03 09:29 WITA");
    office.portal.sweep_accounts().await.unwrap();
    let accounts = office.portal.own_account();
    assert_eq!(accounts.who(&session).await.unwrap(), Some(own));
    assert!(accounts.sign_in(waiting).await.unwrap().is_some());
}
