use crate::fixture::Office;
use domain::{case::status::StatusCode, deed::Act, lang::Lang, permit::Role, view::queue::QueueFilter};

const SENTENCE: (&str, &str) = ("sentence", "Rekomendasi teknis ini diterbitkan DESDM.");

#[tokio::test]
async fn a_case_is_handed_on_worked_on_answered_confirmed_and_counted() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let code = filed.code.as_str();
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let mines = office.officer("DESDM", Role::Handler);
    office.act(&front, code, &[("act", "verify")]).await;
    office
        .act(
            &front,
            code,
            &[("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), SENTENCE],
        )
        .await;
    assert_eq!(
        office.seen_by_reporter(&filed).await.status.code,
        StatusCode::TransferPending
    );

    office.set("2026-11-03 14:00 WITA");
    office.act(&mines, code, &[("act", "accept")]).await;
    office
        .act(
            &mines,
            code,
            &[("act", "ask_data"), ("text", "Nomor permohonan OSS Anda berapa?")],
        )
        .await;
    office.set("2026-11-05 10:00 WITA");
    office
        .act_as_reporter(&filed, &[("act", "supply"), ("text", "Nomornya I-202607-0048812.")])
        .await;
    office
        .act(
            &mines,
            code,
            &[
                ("act", "reply"),
                ("text", "Terima kasih, berkas Anda sedang kami periksa."),
            ],
        )
        .await;
    office.set("2026-11-09 10:00 WITA");
    let answer = [
        ("act", "answer"),
        ("text", "Rekomendasi teknis terbit hari ini."),
        ("done", "Rekomendasi terbit"),
        ("done_on", "2026-11-09"),
        ("unit", "Bidang Minerba"),
    ];
    office.act(&mines, code, &answer).await;
    let view = office.seen_by_reporter(&filed).await;
    assert!(view.may(Act::Confirm) && view.may(Act::Reopen));
    assert_eq!(view.holder.code, "DESDM");
    assert!(view.history.iter().all(|event| event.act != Act::Note));

    office.act_as_reporter(&filed, &[("act", "confirm")]).await;
    office.act_as_reporter(&filed, &[("act", "rate"), ("value", "4")]).await;
    let leader = office.officer("PROVINSI", Role::ProvinceLeader);
    let figures = office.portal.province(&leader).summary(None, Lang::Id).await.unwrap();
    assert_eq!(
        (figures.confirmed, figures.auto_closed, figures.province.open),
        (1, 0, 0)
    );
    let pair = figures
        .pairs
        .iter()
        .find(|pair| pair.from.code == "DPMPTSP" && pair.to.code == "DESDM")
        .unwrap();
    assert_eq!((pair.offered, pair.accepted, pair.waiting), (1, 1, 0));
    // 09.00 to 14.00 less the break: four hours of work.
    assert_eq!(pair.accept_minutes, Some(240));
}

#[tokio::test]
async fn an_offer_that_nobody_answers_waits_for_the_province_desk_whose_ruling_binds() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let code = filed.code.as_str();
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, code, &[("act", "verify")]).await;
    office
        .act(
            &front,
            code,
            &[("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), SENTENCE],
        )
        .await;
    assert_eq!(office.portal.sweep().await.unwrap(), 0);
    office.set("2026-11-04 16:01 WITA");
    assert_eq!(office.portal.sweep().await.unwrap(), 1);

    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let waiting = office
        .portal
        .desk(&province)
        .queue(QueueFilter::AwaitingUs, None, Lang::Id)
        .await
        .unwrap();
    assert_eq!(
        waiting.rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(),
        [code]
    );
    office
        .act(
            &province,
            code,
            &[("act", "rule"), ("verdict", "holder"), ("to", "DESDM"), SENTENCE],
        )
        .await;
    let mines = office.officer("DESDM", Role::AgencyAdmin);
    assert_eq!(
        office.seen_by(&mines, code).await.unwrap().status.code,
        StatusCode::Dispatched
    );
    let again = office
        .try_act(
            &mines,
            code,
            &[("act", "offer"), ("to", "DLH"), ("reason", "other_opd"), SENTENCE],
        )
        .await;
    assert!(
        matches!(again, Err(crate::Error::Refused(domain::refusal::Refusal::Ruled))),
        "{again:?}"
    );
}

#[tokio::test]
async fn a_joint_ruling_names_up_to_three_partners_each_with_its_task() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let code = filed.code.as_str();
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, code, &[("act", "verify")]).await;
    let offer = [("act", "offer"), ("to", "DESDM"), ("reason", "other_opd"), SENTENCE];
    office.act(&front, code, &offer).await;
    office.set("2026-11-04 16:01 WITA");
    office.portal.sweep().await.unwrap();
    let province = office.officer("PROVINSI", Role::ProvinceAdmin);
    let ruling = [
        ("act", "rule"),
        ("verdict", "joint"),
        ("to", "DPMPTSP"),
        ("partner", "DESDM"),
        ("what", "Rekomendasi teknis"),
        ("partner_3", "DLH"),
        SENTENCE,
    ];
    let taskless = office.try_act(&province, code, &ruling).await;
    let Err(crate::Error::Fields(fields)) = taskless else {
        panic!("a partner without a task is refused: {taskless:?}")
    };
    assert_eq!(
        fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["what_3"]
    );
    let whole = [&ruling[..], &[("what_3", "Persetujuan lingkungan")]].concat();
    office.act(&province, code, &whole).await;
    let tasks = office.seen_by(&front, code).await.unwrap().tasks;
    let shown: Vec<_> = tasks
        .iter()
        .map(|task| (task.partner.code.as_str(), task.what.as_str()))
        .collect();
    assert_eq!(
        shown,
        [("DESDM", "Rekomendasi teknis"), ("DLH", "Persetujuan lingkungan")]
    );
}

#[tokio::test]
async fn a_case_that_changed_meanwhile_says_so_and_changes_nothing() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    let version = office.seen_by(&front, &filed.code).await.unwrap().version.to_string();
    office
        .act(&front, &filed.code, &[("act", "verify"), ("version", &version)])
        .await;
    let late = office
        .try_act(
            &front,
            &filed.code,
            &[("act", "note"), ("text", "Sudah saya lihat."), ("version", &version)],
        )
        .await;
    assert!(matches!(late, Err(crate::Error::Stale { .. })), "{late:?}");
    assert!(office.seen_by(&front, &filed.code).await.unwrap().notes.is_empty());
}

#[tokio::test]
async fn an_answer_without_a_word_from_the_reporter_closes_by_itself_and_is_never_counted_as_confirmed() {
    let office = Office::open().await;
    let filed = office.file(&[]).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, &filed.code, &[("act", "verify")]).await;
    let answer = [
        ("act", "answer"),
        ("text", "Izin Anda terbit."),
        ("done", "Izin terbit"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    office.act(&front, &filed.code, &answer).await;
    office.set("2026-11-18 00:00 WITA");
    assert_eq!(office.portal.sweep().await.unwrap(), 1);
    let leader = office.officer("PROVINSI", Role::ProvinceLeader);
    let figures = office.portal.province(&leader).summary(None, Lang::Id).await.unwrap();
    assert_eq!((figures.confirmed, figures.auto_closed), (0, 1));
}
