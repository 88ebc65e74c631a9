//! Notices from the change to the letter: who is told, when, and that nothing of the case leaves with it.

use crate::{
    Error, Failure, Letter, LinkKind, Receipt, To, What,
    fixture::{Office, complaint, typed},
};
use domain::{lang::Lang, notice::NoticeChannel, permit::Role, text::FieldError};
use store::{Tx, outbox};

const MAIL: NoticeChannel = NoticeChannel::Mail;
/// Every switch of e-mail, as the form sends it with all of them off.
const NOTHING: [(&str, &str); 2] = [("act", "follow"), ("way", "mail")];

pub(super) async fn letters(office: &Office, channel: NoticeChannel) -> Vec<Letter> {
    let post = office.portal.post();
    if !post.is_due(channel).await.unwrap() {
        return Vec::new();
    }
    let letters = post.take(channel).await.unwrap();
    for letter in &letters {
        post.sent(letter).await.unwrap();
    }
    letters
}

pub(super) async fn mails(office: &Office) -> Vec<Letter> {
    letters(office, MAIL).await
}

pub(super) fn token(letter: &Letter) -> String {
    letter.path.strip_prefix("/k/").unwrap().to_owned()
}

async fn verify(office: &Office, case: &Receipt) {
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, &case.code, &[("act", "verify")]).await;
}

async fn reply(office: &Office, case: &Receipt) {
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let words = [("act", "reply"), ("text", "Berkas Anda sedang kami periksa.")];
    office.act(&front, &case.code, &words).await;
}

async fn follow(office: &Office, case: &Receipt, fields: &[(&str, &str)]) -> Result<(), Error> {
    let citizen = office.portal.citizen();
    citizen.follow(&case.code, &case.secret, &typed(fields)).await
}

#[tokio::test]
async fn a_reporter_is_told_by_the_contact_given_and_the_link_opens_the_case_to_be_read() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let sent = mails(&office).await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].to == To::Mail("budi@contoh.id".to_owned()) && sent[0].what == What::News);
    let citizen = office.portal.citizen();
    let link = citizen.link(&token(&sent[0])).await.unwrap().unwrap();
    assert_eq!((link.kind, link.code.as_str()), (LinkKind::Open, case.code.as_str()));
    let view = citizen
        .open(&case.code, &token(&sent[0]), Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert!(view.follow.unwrap().is_by_link && view.allowed.is_empty());
    let act = typed(&[("act", "withdraw"), ("version", "1")]);
    let done = citizen.act(&case.code, &token(&sent[0]), &act).await;
    assert!(matches!(done, Err(Error::Missing)), "a link reads and does nothing");
    assert!(
        citizen
            .receipt(&case.code, &token(&sent[0]), Lang::Id)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_telephone_number_is_told_by_telephone() {
    let office = Office::open().await;
    office.file(&[("contact", "0812 3456 7890")]).await;
    assert_eq!(mails(&office).await.len(), 0);
    let sent = letters(&office, NoticeChannel::Phone).await;
    assert!(sent.len() == 1 && sent[0].to == To::Phone("081234567890".to_owned()));
}

#[tokio::test]
async fn a_link_ends_after_seven_days_and_opens_no_other_case() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let sent = token(&mails(&office).await[0]);
    let other = office.file(&[("key", "lain")]).await;
    let citizen = office.portal.citizen();
    assert!(citizen.open(&other.code, &sent, Lang::Id).await.unwrap().is_none());
    office.set("2026-11-10 08:58 WITA");
    assert!(citizen.open(&case.code, &sent, Lang::Id).await.unwrap().is_some());
    office.set("2026-11-10 09:00 WITA");
    assert!(citizen.open(&case.code, &sent, Lang::Id).await.unwrap().is_none());
}

#[tokio::test]
async fn a_link_that_was_touched_opens_nothing() {
    let office = Office::open().await;
    office.file(&[]).await;
    let sent = token(&mails(&office).await[0]);
    let citizen = office.portal.citizen();
    for place in 0..sent.len() {
        let mut touched = sent.clone().into_bytes();
        touched[place] = if touched[place] == b'A' { b'B' } else { b'A' };
        let touched = String::from_utf8(touched).unwrap();
        // The last sign carries unused bits; with another one the text is no token at all.
        assert!(citizen.link(&touched).await.unwrap().is_none(), "{place}");
    }
}

#[tokio::test]
async fn a_whistleblower_is_told_nothing_until_they_ask_for_it_in_that_case() {
    let office = Office::open().await;
    let secret = [("kind", "whistleblowing"), ("service", ""), ("agency", "")];
    let case = office.file(&secret).await;
    let other = office.file(&[secret[0], secret[1], secret[2], ("key", "lain")]).await;
    assert_eq!(mails(&office).await.len(), 0);
    let asked = [("act", "follow"), ("way", "mail"), ("tell", "mail.answers")];
    follow(&office, &case, &asked).await.unwrap();
    let inspector = office.officer("INSPEKTORAT", Role::Inspectorate);
    for case in [&case, &other] {
        let words = [("act", "reply"), ("text", "Laporan Anda sedang kami periksa.")];
        office.act(&inspector, &case.code, &words).await;
    }
    let sent = mails(&office).await;
    assert_eq!(sent.len(), 1);
    let link = office.portal.citizen().link(&token(&sent[0])).await.unwrap().unwrap();
    assert_eq!(link.code, case.code);
}

#[tokio::test]
async fn what_is_switched_off_is_not_sent_and_neither_is_what_waits() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    follow(&office, &case, &NOTHING).await.unwrap();
    assert_eq!(
        mails(&office).await.len(),
        0,
        "the receipt's notice waited, and is not wanted any more"
    );
    verify(&office, &case).await;
    assert_eq!(mails(&office).await.len(), 0);
    let answers = [("act", "follow"), ("way", "mail"), ("tell", "mail.answers")];
    follow(&office, &case, &answers).await.unwrap();
    reply(&office, &case).await;
    assert_eq!(mails(&office).await.len(), 1);
}

#[tokio::test]
async fn what_happens_at_night_is_told_in_the_morning_and_once() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    mails(&office).await;
    office.set("2026-11-03 22:15 WITA");
    verify(&office, &case).await;
    reply(&office, &case).await;
    assert_eq!(mails(&office).await.len(), 0);
    office.set("2026-11-04 05:59 WITA");
    assert_eq!(mails(&office).await.len(), 0);
    office.set("2026-11-04 06:00 WITA");
    assert_eq!(mails(&office).await.len(), 1);
}

#[tokio::test]
async fn a_limit_that_passed_is_told_the_morning_after_and_one_that_was_met_is_not() {
    let office = Office::open().await;
    let (late, met) = (office.file(&[]).await, office.file(&[("key", "lain")]).await);
    for case in [&late, &met] {
        verify(&office, case).await;
    }
    mails(&office).await;
    reply(&office, &met).await;
    mails(&office).await;
    // The first response is due within five working days, on Tuesday the 10th.
    office.set("2026-11-11 05:00 WITA");
    assert_eq!(mails(&office).await.len(), 0);
    office.set("2026-11-11 06:00 WITA");
    let sent = mails(&office).await;
    assert_eq!(sent.len(), 1);
    let link = office.portal.citizen().link(&token(&sent[0])).await.unwrap().unwrap();
    assert_eq!(link.code, late.code);
}

#[tokio::test]
async fn a_new_address_is_told_only_once_its_owner_has_confirmed_it_and_links_to_the_old_one_die() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let old = token(&mails(&office).await[0]);
    let all = [
        ("act", "follow"),
        ("way", "mail"),
        ("tell", "mail.answers"),
        ("follow_mail", "baru@contoh.id"),
    ];
    follow(&office, &case, &all).await.unwrap();
    let asked = mails(&office).await;
    assert!(asked.len() == 1 && asked[0].to == To::Mail("baru@contoh.id".to_owned()) && asked[0].what == What::Confirm);
    verify(&office, &case).await;
    reply(&office, &case).await;
    let before = mails(&office).await;
    assert!(before.len() == 1 && before[0].to == To::Mail("budi@contoh.id".to_owned()));
    let citizen = office.portal.citizen();
    assert!(
        citizen.confirm_address(&old).await.unwrap().is_none(),
        "a link that opens does not confirm"
    );
    assert_eq!(
        citizen.confirm_address(&token(&asked[0])).await.unwrap(),
        Some(case.code.clone())
    );
    assert!(
        citizen.confirm_address(&token(&asked[0])).await.unwrap().is_none(),
        "once"
    );
    assert!(citizen.link(&old).await.unwrap().is_none());
    reply(&office, &case).await;
    let after = mails(&office).await;
    assert!(after.len() == 1 && after[0].to == To::Mail("baru@contoh.id".to_owned()));
}

#[tokio::test]
async fn what_is_no_address_is_said_at_its_field() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let wrong = [("act", "follow"), ("way", "mail"), ("follow_mail", "0812 3456 7890")];
    let Err(Error::Fields(fields)) = follow(&office, &case, &wrong).await else {
        panic!("a number is no e-mail address")
    };
    assert_eq!(fields, [("follow_mail".to_owned(), FieldError::NotAContact)]);
}

#[tokio::test]
async fn a_letter_that_fails_is_tried_again_later_each_time_and_given_up_in_the_end() {
    let office = Office::open().await;
    office.file(&[]).await;
    let post = office.portal.post();
    let mut tries = 0;
    let mut now = domain::time::at("2026-11-03 09:00 WITA");
    loop {
        for letter in post.take(MAIL).await.unwrap() {
            tries += 1;
            let failure = Failure::Later { why: "busy".to_owned() };
            if post.failed(&letter, failure).await.unwrap() {
                assert_eq!(tries, 8);
                return;
            }
        }
        assert!(tries < 8);
        now = now.plus_minutes(30);
        office.world.set(now);
    }
}

#[tokio::test]
async fn a_sender_that_dies_leaves_its_letter_to_the_next_one() {
    let office = Office::open().await;
    office.file(&[]).await;
    let post = office.portal.post();
    assert_eq!(post.take(MAIL).await.unwrap().len(), 1);
    assert!(!post.is_due(MAIL).await.unwrap());
    office.set("2026-11-03 09:11 WITA");
    assert_eq!(post.take(MAIL).await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_reporter_reads_that_the_house_used_the_contact() {
    let office = Office::open().await;
    let case = office.file(&[]).await;
    let last = async || office.seen_by_reporter(&case).await.follow.unwrap().last;
    assert_eq!(last().await, None);
    mails(&office).await;
    assert_eq!(last().await.unwrap().0, MAIL);
}

#[tokio::test]
async fn no_row_of_the_outbox_holds_anything_of_the_case_or_its_reporter() {
    let office = Office::open().await;
    let canaries = [
        ("name", "Kanari Nama"),
        ("contact", "kanari@contoh.id"),
        ("body", "Kanari isi laporan yang cukup panjang untuk diterima."),
        ("nib", "9120304567890"),
        ("landmark", "Kanari Tempat"),
    ];
    let case = office.portal.citizen().file(&complaint(&canaries)).await.unwrap();
    verify(&office, &case).await;
    follow(
        &office,
        &case,
        &[("act", "follow"), ("follow_mail", "kanari2@contoh.id")],
    )
    .await
    .unwrap();
    let lost = typed(&[("code", case.code.as_str()), ("contact", "kanari@contoh.id")]);
    office.portal.citizen().lost(&lost).await.unwrap();
    let later = domain::time::at("2027-11-03 09:00 WITA");
    let rows = office
        .portal
        .0
        .store
        .write(async move |tx: &mut Tx| outbox::claim(tx, MAIL, later, later, 100).await);
    let rows = rows.await.unwrap();
    assert!(
        rows.len() >= 4,
        "a notice, a limit, a confirmation and a new secret: {rows:?}"
    );
    let kept = format!("{rows:?}").to_lowercase();
    for secret in [
        "kanari",
        "9120304567890",
        &case.code.to_lowercase(),
        &case.secret.to_lowercase(),
        "/k/",
    ] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
}
