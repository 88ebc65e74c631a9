//! What belongs to the reporter: the log of openings, the copy of their data, the file for the Ombudsman, erasure.

use super::notices::{mails, token};
use crate::{
    Error, Receipt, What,
    fixture::{Office, typed},
};
use domain::{
    deed::Act,
    lang::Lang,
    notice::{NoticeChannel, NoticeGroup},
    permit::Role,
    refusal::Refusal,
    view::{escalation::Ground, privacy::ErasureState},
};

const REASON: (&str, &str) = ("reason", "Perlu menelepon pelapor.");

/// A case that its agency answered, and its reporter confirmed.
async fn solved(office: &Office, with: &[(&str, &str)]) -> Receipt {
    let filed = office.file(with).await;
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    office.act(&liaison, &filed.code, &[("act", "verify")]).await;
    let answer = [
        ("act", "answer"),
        ("text", "Izin Anda terbit hari ini."),
        ("done", "Izin diterbitkan"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    office.act(&liaison, &filed.code, &answer).await;
    office.act_as_reporter(&filed, &[("act", "confirm")]).await;
    filed
}

#[tokio::test]
async fn the_reporter_reads_who_opened_their_identity_with_role_and_reason() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    assert!(office.seen_by_reporter(&filed).await.privacy.openings.is_empty());
    let accounts = office.portal.account();
    accounts
        .create(
            "DPMPTSP",
            Role::LiaisonOfficer,
            "Rina Melati",
            "rina",
            "sungai kayan 1887",
        )
        .await
        .unwrap();
    let token = accounts.sign_in("rina", "sungai kayan 1887").await.unwrap().unwrap();
    let rina = accounts.who(&token).await.unwrap().unwrap();
    office
        .act(&rina, &filed.code, &[("act", "open_identity"), REASON])
        .await;
    let own = office.seen_by_reporter(&filed).await;
    let opening = &own.privacy.openings[0];
    assert_eq!((opening.name.as_str(), opening.role), ("Rina", Role::LiaisonOfficer));
    assert_eq!(
        (opening.agency.code.as_str(), opening.reason.as_str()),
        ("DPMPTSP", REASON.1)
    );
    let desk = office.seen_by(&rina, &filed.code).await.unwrap();
    assert!(desk.privacy.openings.is_empty(), "the log is the reporter's");
}

#[tokio::test]
async fn the_copy_of_my_data_holds_what_was_told_and_nobody_elses_opens_with_my_secret() {
    let office = Office::open().await;
    let (mine, other) = (office.file(&[]).await, office.file(&[]).await);
    let citizen = office.portal.citizen();
    let data = citizen.data(&mine.code, &mine.secret, Lang::Id).await.unwrap().unwrap();
    assert_eq!(data.name.as_deref(), Some("Budi Santoso"));
    assert_eq!(data.contact.as_deref(), Some("budi@contoh.id"));
    assert_eq!(data.case.code, mine.code);
    assert_eq!(data.entry.unwrap().1.len(), 64);
    for (code, secret) in [
        (other.code.as_str(), mine.secret.as_str()),
        ("KTR-26-0000-0000", mine.secret.as_str()),
    ] {
        assert!(citizen.data(code, secret, Lang::Id).await.unwrap().is_none());
        assert!(citizen.escalation(code, secret, Lang::Id).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn the_copy_of_my_data_holds_how_i_am_told_of_news() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let citizen = office.portal.citizen();
    let set = [
        ("act", "follow"),
        ("way", "mail"),
        ("tell", "mail.answers"),
        ("follow_mail", "baru@contoh.id"),
    ];
    citizen.follow(&filed.code, &filed.secret, &typed(&set)).await.unwrap();
    mails(&office).await;
    let data = citizen
        .data(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    let told = data.told;
    assert_eq!(
        (told.confirmed, told.asked.as_deref()),
        (None, Some("baru@contoh.id")),
        "the address waits"
    );
    assert!(told.wishes.contains(&(NoticeChannel::Mail, NoticeGroup::Answers, true)));
    assert!(told.wishes.contains(&(NoticeChannel::Mail, NoticeGroup::Limits, false)));
    assert!(!told.uses.is_empty() && told.browsers.is_empty());
}

#[tokio::test]
async fn the_file_for_the_ombudsman_is_always_there_and_offered_once_a_limit_has_passed() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let citizen = office.portal.citizen();
    let early = citizen
        .escalation(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert!(early.case.privacy.grounds.is_empty() && early.limits.iter().all(|limit| !limit.is_late));
    office.set("2026-11-27 09:00 WITA");
    let late = citizen
        .escalation(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(late.case.privacy.grounds, [Ground::LimitPassed]);
    assert!(late.limits.iter().any(|limit| limit.is_late && limit.days_late > 0));
    assert_eq!(
        late.ombudsman.0,
        "Ombudsman Republik Indonesia Perwakilan Kalimantan Utara"
    );
    assert_eq!(late.home.code, "DPMPTSP");
}

#[tokio::test]
async fn a_low_mark_offers_the_way_to_the_ombudsman() {
    let office = Office::open().await;
    let filed = solved(&office, &[]).await;
    assert!(office.seen_by_reporter(&filed).await.privacy.grounds.is_empty());
    office.act_as_reporter(&filed, &[("act", "rate"), ("value", "2")]).await;
    assert_eq!(
        office.seen_by_reporter(&filed).await.privacy.grounds,
        [Ground::NotSatisfied]
    );
}

#[tokio::test]
async fn a_granted_erasure_takes_name_and_contact_and_the_numbers_and_leaves_the_case() {
    let office = Office::open().await;
    let filed = solved(
        &office,
        &[("application_no", "I-202607-0048812"), ("nib", "9120304567890")],
    )
    .await;
    office.act_as_reporter(&filed, &[("act", "ask_erasure")]).await;
    let asked = office.seen_by_reporter(&filed).await.privacy.erasure.unwrap();
    assert_eq!((asked.state, asked.is_late), (ErasureState::Asked, false));
    let handler = office.officer("DPMPTSP", Role::Handler);
    let refused = office
        .try_act(&handler, &filed.code, &[("act", "erase_identity")])
        .await;
    assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    office.act(&liaison, &filed.code, &[("act", "erase_identity")]).await;
    let data = office
        .portal
        .citizen()
        .data(&filed.code, &filed.secret, Lang::Id)
        .await
        .unwrap()
        .unwrap();
    assert!(data.name.is_none() && data.contact.is_none());
    let facts = data.case.facts.as_ref().unwrap();
    assert!(facts.application_no.is_none() && facts.nib.is_none());
    assert!(facts.body.contains("Permohonan izin galian batu"));
    assert!(data.case.history.iter().any(|event| event.act == Act::EraseIdentity));
    assert_eq!(data.case.privacy.erasure.unwrap().state, ErasureState::Granted);
}

#[tokio::test]
async fn a_refused_erasure_tells_the_reporter_why_and_another_desk_decides_nothing() {
    let office = Office::open().await;
    let filed = solved(&office, &[]).await;
    office.act_as_reporter(&filed, &[("act", "ask_erasure")]).await;
    let refuse = [
        ("act", "refuse_erasure"),
        ("sentence", "Perkara ini sedang diperiksa Ombudsman."),
    ];
    let stranger = office.officer("DLH", Role::LiaisonOfficer);
    let missing = office.try_act(&stranger, &filed.code, &refuse).await;
    assert!(matches!(missing, Err(Error::Missing)), "{missing:?}");
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    office.act(&province, &filed.code, &refuse).await;
    let erasure = office.seen_by_reporter(&filed).await.privacy.erasure.unwrap();
    assert_eq!(erasure.state, ErasureState::Refused);
    assert_eq!(
        erasure.sentence.as_deref(),
        Some("Perkara ini sedang diperiksa Ombudsman.")
    );
}

#[tokio::test]
async fn the_way_to_an_objection_has_its_last_day() {
    let office = Office::open().await;
    let filed = solved(&office, &[]).await;
    let until = office.seen_by_reporter(&filed).await.privacy.word_until.unwrap();
    assert_eq!(until.iso, "2026-11-17");
    let open = office.file(&[]).await;
    assert!(office.seen_by_reporter(&open).await.privacy.word_until.is_none());
    let done = office
        .portal
        .citizen()
        .act(&open.code, &open.secret, &typed(&[("act", "ask_erasure")]))
        .await;
    assert!(matches!(done, Err(Error::Refused(_))), "{done:?}");
}

#[tokio::test]
async fn who_asked_for_erasure_is_not_written_to_until_that_is_refused() {
    let office = Office::open().await;
    let case = solved(&office, &[]).await;
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    office.act_as_reporter(&case, &[("act", "ask_erasure")]).await;
    assert_eq!(mails(&office).await.len(), 0, "what waited is not sent either");
    let open = [("act", "open_identity"), ("reason", "Perlu menelepon pelapor.")];
    office.act(&liaison, &case.code, &open).await;
    assert_eq!(mails(&office).await.len(), 0);
    let address = [("act", "follow"), ("follow_mail", "baru@contoh.id")];
    let citizen = office.portal.citizen();
    let refused = citizen.follow(&case.code, &case.secret, &typed(&address)).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::ConsentWithdrawn))));
    let lost = typed(&[("code", case.code.as_str()), ("contact", "budi@contoh.id")]);
    citizen.lost(&lost).await.unwrap();
    let sent = mails(&office).await;
    assert!(
        sent.len() == 1 && sent[0].what == What::NewSecret,
        "who asks for a receipt gets it"
    );
    let refuse = [
        ("act", "refuse_erasure"),
        ("sentence", "Perkara ini masih di pengadilan."),
    ];
    office.act(&liaison, &case.code, &refuse).await;
    let told = mails(&office).await;
    assert!(told.len() == 1 && told[0].what == What::News);
}

#[tokio::test]
async fn who_is_erased_is_reached_on_no_way_any_more() {
    let office = Office::open().await;
    let case = solved(&office, &[]).await;
    let set = [
        ("act", "follow"),
        ("way", "mail"),
        ("tell", "mail.identity"),
        ("follow_mail", "baru@contoh.id"),
    ];
    let citizen = office.portal.citizen();
    citizen.follow(&case.code, &case.secret, &typed(&set)).await.unwrap();
    let asked = mails(&office)
        .await
        .into_iter()
        .find(|letter| letter.what == What::Confirm)
        .unwrap();
    citizen.confirm_address(&token(&asked)).await.unwrap().unwrap();
    let liaison = office.officer("DPMPTSP", Role::LiaisonOfficer);
    office.act_as_reporter(&case, &[("act", "ask_erasure")]).await;
    office.act(&liaison, &case.code, &[("act", "erase_identity")]).await;
    assert_eq!(mails(&office).await.len(), 0);
    let ways = office.seen_by_reporter(&case).await.follow.unwrap().ways;
    assert!(ways.iter().all(|way| way.address.is_empty()), "{ways:?}");
}
