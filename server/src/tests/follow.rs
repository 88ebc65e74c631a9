//! Following a case without scripts: switches, links from messages, a lost receipt; and the stream of news.

use axum::{
    body::{Body, BodyDataStream},
    http::{Response, StatusCode},
};
use domain::{notice::NoticeChannel, permit::Role};
use futures::StreamExt as _;
use portal::{Letter, Receipt};

use super::{House, at, header, text};

fn cookie(case: &Receipt) -> String {
    format!("__Host-lacak={}.{}", case.code, case.secret)
}

fn page(case: &Receipt) -> String {
    format!("/lacak/{}", case.code)
}

async fn post(house: &House, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Response<Body> {
    let form = serde_urlencoded::to_string(fields).unwrap();
    let request = at("POST", path)
        .header("cookie", cookie)
        .header("content-type", "application/x-www-form-urlencoded");
    house.ask(request.body(Body::from(form)).unwrap()).await
}

async fn mails(house: &House) -> Vec<Letter> {
    let post = house.office.portal.post();
    let letters = post.take(NoticeChannel::Mail).await.unwrap();
    for letter in &letters {
        post.sent(letter).await.unwrap();
    }
    letters
}

async fn verify(house: &House, case: &Receipt) {
    let officer = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    house.office.act(&officer, &case.code, &[("act", "verify")]).await;
}

/// The boxes that are ticked on the page.
fn ticked(page: &str) -> Vec<String> {
    page.split("<input type=\"checkbox\" name=\"tell\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(tag, _)| tag.contains("checked"))
        .filter_map(|(tag, _)| Some(tag.split_once("value=\"")?.1.split_once('"')?.0.to_owned()))
        .collect()
}

#[tokio::test]
async fn the_switches_stand_in_the_page_and_stay_as_they_were_set_without_scripts() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let before = text(house.get_as(&cookie(&case), &page(&case)).await).await;
    assert_eq!(ticked(&before).len(), 5, "an ordinary report is told of everything");
    assert!(before.contains("b•••@contoh.id") && !before.contains("budi@contoh.id"));
    let set = [
        ("act", "follow"),
        ("way", "mail"),
        ("tell", "mail.answers"),
        ("follow_mail", ""),
    ];
    let answer = post(&house, &cookie(&case), &page(&case), &set).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let next = header(&answer, "location").to_owned();
    let after = text(house.get_as(&cookie(&case), &next).await).await;
    assert_eq!(ticked(&after), ["mail.answers"]);
    assert!(after.contains("Pilihan kabar tersimpan."));
}

#[tokio::test]
async fn a_wrong_address_comes_back_as_it_was_typed_and_so_do_the_boxes() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let set = [
        ("act", "follow"),
        ("way", "mail"),
        ("tell", "mail.ends"),
        ("follow_mail", "budi di rumah"),
    ];
    let answer = post(&house, &cookie(&case), &page(&case), &set).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("value=\"budi di rumah\"") && page.contains("href=\"#follow_mail\""));
    assert_eq!(ticked(&page), ["mail.ends"]);
}

#[tokio::test]
async fn a_stranger_switches_nothing() {
    let house = House::open().await;
    let (case, other) = (
        house.office.file(&[]).await,
        house.office.file(&[("key", "lain")]).await,
    );
    let set = [("act", "follow"), ("way", "mail")];
    for cookie in ["", &cookie(&other)] {
        let answer = post(&house, cookie, &page(&case), &set).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let seen = text(house.get_as(&cookie(&case), &page(&case)).await).await;
    assert_eq!(ticked(&seen).len(), 5);
}

#[tokio::test]
async fn a_link_from_a_message_opens_the_case_to_be_read_and_nothing_can_be_done_with_it() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let letter = mails(&house).await.remove(0);
    let answer = house.get(&letter.path).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, page(&case).as_str())
    );
    let given = header(&answer, "set-cookie").split_once(';').unwrap().0.to_owned();
    assert!(!given.contains(&case.secret));
    let read = text(house.get_as(&given, &page(&case)).await).await;
    assert!(read.contains("Permohonan izin galian batu kami") && read.contains("hanya dapat membaca"));
    assert!(!read.contains("name=\"act\" value=\"supply\"") && !read.contains("name=\"act\" value=\"withdraw\""));
    let done = post(&house, &given, &page(&case), &[("act", "withdraw"), ("version", "1")]).await;
    assert_eq!(done.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let receipt = text(house.get_as(&given, "/lapor/bukti").await).await;
    assert!(receipt.contains("Tidak ada bukti yang terbuka"));
    let owner = house.get_as(&cookie(&case), &letter.path).await;
    assert_eq!(header(&owner, "set-cookie"), "", "who has the secret keeps it");
    house.office.set("2026-11-10 09:01 WITA");
    let over = text(house.get(&letter.path).await).await;
    assert!(over.contains("Tautan ini tidak berlaku lagi"));
    let never = text(house.get("/k/bukan-tautan").await).await;
    let plain = |page: &str| {
        page.split_once("<main")
            .unwrap()
            .1
            .split_once("</main")
            .unwrap()
            .0
            .to_owned()
    };
    assert_eq!(plain(&over), plain(&never));
}

#[tokio::test]
async fn an_address_is_confirmed_by_the_button_and_not_by_opening_the_link() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    mails(&house).await;
    let set = [("act", "follow"), ("follow_mail", "baru@contoh.id")];
    post(&house, &cookie(&case), &page(&case), &set).await;
    let letter = mails(&house).await.remove(0);
    let shown = text(house.get(&letter.path).await).await;
    assert!(shown.contains("Ya, kabari alamat ini"));
    let waiting = text(house.get_as(&cookie(&case), &page(&case)).await).await;
    assert!(waiting.contains("Menunggu konfirmasi dari b•••@contoh.id"));
    let pressed = text(post(&house, "", &letter.path, &[]).await).await;
    assert!(pressed.contains("Alamat terkonfirmasi"));
    let done = text(house.get_as(&cookie(&case), &page(&case)).await).await;
    assert!(!done.contains("Menunggu konfirmasi"));
}

#[tokio::test]
async fn a_lost_receipt_is_asked_for_with_the_same_answer_and_made_anew_by_the_link() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    mails(&house).await;
    let mut answers = Vec::new();
    for (code, contact) in [
        (case.code.as_str(), "budi@contoh.id"),
        (case.code.as_str(), "orang@lain.id"),
        ("KTR-26-0000-0000", "budi@contoh.id"),
    ] {
        let answer = post(&house, "", "/lacak/hilang", &[("code", code), ("contact", contact)]).await;
        answers.push((answer.status(), header(&answer, "location").to_owned()));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(answers[0].0, StatusCode::SEE_OTHER);
    let told = text(house.get(&answers[0].1).await).await;
    assert!(told.contains("Bila kode dan kontak itu cocok"));
    let letters = mails(&house).await;
    assert_eq!(letters.len(), 1);
    let shown = text(house.get(&letters[0].path).await).await;
    assert!(shown.contains("Buat kunci baru") && !shown.contains(&case.secret));
    let made = post(&house, "", &letters[0].path, &[]).await;
    assert_eq!(header(&made, "location"), "/lapor/bukti");
    let fresh = header(&made, "set-cookie").split_once(';').unwrap().0.to_owned();
    let receipt = text(house.get_as(&fresh, "/lapor/bukti").await).await;
    assert!(receipt.contains(&case.code) && !receipt.contains(&case.secret));
    let old = text(house.get_as(&cookie(&case), &page(&case)).await).await;
    assert!(!old.contains("galian batu"), "the old secret is dead");
    let again = text(post(&house, "", &letters[0].path, &[]).await).await;
    assert!(again.contains("Tautan ini tidak berlaku lagi"));
}

#[tokio::test]
async fn a_lost_receipt_without_code_or_contact_says_what_is_missing() {
    let house = House::open().await;
    let answer = post(
        &house,
        "",
        "/lacak/hilang",
        &[("code", "KTR-26-7F3K-9QX7"), ("contact", "rumah")],
    )
    .await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("href=\"#code\"") && page.contains("href=\"#contact\"") && page.contains("value=\"rumah\""));
}

/// The next version that the stream tells.
async fn version(stream: &mut BodyDataStream) -> Option<i64> {
    loop {
        let bytes = stream.next().await?.unwrap();
        let said = String::from_utf8(bytes.to_vec()).unwrap();
        if let Some(data) = said.lines().find_map(|line| line.strip_prefix("data:")) {
            return data.trim().parse().ok();
        }
    }
}

#[tokio::test]
async fn a_page_that_is_open_hears_of_its_case_and_of_no_other() {
    let house = House::open().await;
    let (case, other) = (
        house.office.file(&[]).await,
        house.office.file(&[("key", "lain")]).await,
    );
    let path = format!("{}/kabar", page(&case));
    let answer = house.get_as(&cookie(&case), &path).await;
    assert_eq!(
        (answer.status(), header(&answer, "content-type")),
        (StatusCode::OK, "text/event-stream")
    );
    let mut stream = answer.into_body().into_data_stream();
    let first = version(&mut stream).await.unwrap();
    verify(&house, &other).await;
    verify(&house, &case).await;
    assert_eq!(
        version(&mut stream).await,
        Some(first + 1),
        "one step, and it is its own"
    );
}

#[tokio::test]
async fn a_stream_ends_when_the_server_stops() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let answer = house.get_as(&cookie(&case), &format!("{}/kabar", page(&case))).await;
    let mut stream = answer.into_body().into_data_stream();
    assert!(version(&mut stream).await.is_some());
    house.live.stop();
    assert_eq!(version(&mut stream).await, None);
}

#[tokio::test]
async fn a_stream_ends_when_its_reader_may_not_read_any_more() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let letter = mails(&house).await.remove(0);
    let given = header(&house.get(&letter.path).await, "set-cookie")
        .split_once(';')
        .unwrap()
        .0
        .to_owned();
    let answer = house.get_as(&given, &format!("{}/kabar", page(&case))).await;
    let mut stream = answer.into_body().into_data_stream();
    assert!(version(&mut stream).await.is_some());
    house.office.set("2026-11-11 09:00 WITA");
    verify(&house, &case).await;
    assert_eq!(version(&mut stream).await, None, "the link has ended");
}

#[tokio::test]
async fn a_stream_of_another_case_and_of_none_are_refused_alike() {
    let house = House::open().await;
    let (case, other) = (
        house.office.file(&[]).await,
        house.office.file(&[("key", "lain")]).await,
    );
    let mut answers = Vec::new();
    for (cookie, code) in [
        (cookie(&other), case.code.as_str()),
        (String::new(), case.code.as_str()),
        (
            format!("__Host-lacak={}.0000-0000-0000-0000", case.code),
            case.code.as_str(),
        ),
        (
            "__Host-lacak=KTR-26-0000-0000.0000-0000-0000-0000".to_owned(),
            "KTR-26-0000-0000",
        ),
    ] {
        let answer = house.get_as(&cookie, &format!("/lacak/{code}/kabar")).await;
        answers.push((answer.status(), text(answer).await));
    }
    assert!(
        answers
            .iter()
            .all(|answer| *answer == (StatusCode::NOT_FOUND, String::new())),
        "{answers:?}"
    );
}
