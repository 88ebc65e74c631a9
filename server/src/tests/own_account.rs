//! `/saya` without scripts: signing in by a link, the reports of an account, and that they are nobody else's.

use app::form::POSTCARD;
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{
    notice::NoticeChannel,
    permit::Role,
    view::{CaseView, account::AccountView, choices::FilingChoices},
};
use portal::{Receipt, What};

use super::{
    House, at,
    browser::{form, read, report},
    header, text,
};

const MAIL: &str = "kanari@contoh.id";
const PAGE: &str = "/saya";
const REPORTS: &str = "/saya/laporan";

async fn post(house: &House, cookie: &str, path: &str, body: String) -> Response<Body> {
    let request = at("POST", path)
        .header("cookie", cookie)
        .header("content-type", "application/x-www-form-urlencoded");
    house.ask(request.body(Body::from(body)).unwrap()).await
}

/// The path that the letter to this address leads to.
pub(super) async fn letter(house: &House, address: &str) -> String {
    post(house, "", PAGE, form(&[("email", address)])).await;
    let post = house.office.portal.post();
    let letters = post.take(NoticeChannel::Mail).await.unwrap();
    letters
        .into_iter()
        .find(|letter| letter.what == What::SignIn)
        .unwrap()
        .path
}

/// The cookies that an answer sets, by their names and values; those that it takes away are left out.
fn set(answer: &Response<Body>) -> Vec<String> {
    let lines = answer.headers().get_all("set-cookie").into_iter();
    lines
        .map(|line| line.to_str().unwrap().to_owned())
        .filter(|line| !line.contains("Max-Age=0"))
        .map(|line| line.split(';').next().unwrap().to_owned())
        .collect()
}

/// The cookie of a browser that has signed in with this address.
pub(super) async fn signed_in(house: &House, address: &str) -> String {
    let path = letter(house, address).await;
    set(&post(house, "", &path, String::new()).await).remove(0)
}

/// Puts a report into the account of this cookie.
pub(super) async fn keep(house: &House, cookie: &str, case: &Receipt) {
    let add = form(&[("act", "add"), ("code", &case.code), ("secret", &case.secret)]);
    let answer = post(house, cookie, REPORTS, add).await;
    assert_eq!(header(&answer, "location"), "/saya?hasil=add");
}

async fn view(house: &House, cookie: &str) -> AccountView {
    let request = at("GET", PAGE).header("cookie", cookie).header("accept", POSTCARD);
    read(house.ask(request.body(Body::empty()).unwrap()).await).await
}

async fn codes(house: &House, cookie: &str) -> Vec<String> {
    let AccountView::Open(page) = view(house, cookie).await else {
        panic!("nobody is signed in");
    };
    page.rows.into_iter().map(|row| row.code).collect()
}

async fn page(house: &House, cookie: &str, path: &str) -> String {
    text(house.get_as(cookie, path).await).await
}

#[tokio::test]
async fn who_is_not_signed_in_finds_one_field_and_gets_the_same_answer_for_every_address() {
    let house = House::open().await;
    let shown = page(&house, "", PAGE).await;
    assert!(
        shown.contains("name=\"email\"") && shown.contains("tanpa kata sandi") && shown.contains("Akun tidak wajib.")
    );
    let cookie = signed_in(&house, MAIL).await;
    keep(&house, &cookie, &house.office.file(&[]).await).await;
    let mut answers = Vec::new();
    for address in [MAIL, "tidak.ada@contoh.id"] {
        let answer = post(&house, "", PAGE, form(&[("email", address)])).await;
        let headers: Vec<_> = answer
            .headers()
            .iter()
            .filter(|(name, _)| *name != "x-request-id")
            .collect();
        answers.push((answer.status(), format!("{headers:?}")));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0].0, StatusCode::SEE_OTHER);
    let told = page(&house, "", "/saya?terkirim=ya").await;
    assert!(told.contains("Periksa surel Anda") && told.contains("name=\"email\""));
}

#[tokio::test]
async fn what_is_no_address_comes_back_as_it_was_typed() {
    let house = House::open().await;
    let answer = post(&house, "", PAGE, form(&[("email", "kanari di rumah")])).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    assert!(page.contains("value=\"kanari di rumah\"") && page.contains("href=\"#email\""));
}

#[tokio::test]
async fn a_link_signs_in_by_the_button_and_not_by_opening_it_and_once() {
    let house = House::open().await;
    let path = letter(&house, MAIL).await;
    for _ in 0..2 {
        let answer = house.get(&path).await;
        assert_eq!(header(&answer, "set-cookie"), "");
        assert_eq!(header(&answer, "cache-control"), "no-store");
        let shown = text(answer).await;
        assert!(shown.contains("akun k•••@contoh.id") && !shown.contains(MAIL) && shown.contains(">Masuk</button>"));
    }
    let answer = post(&house, "", &path, String::new()).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, PAGE)
    );
    let cookie = header(&answer, "set-cookie").to_owned();
    assert!(
        cookie.starts_with("__Host-saya=") && !cookie.contains("contoh.id"),
        "{cookie}"
    );
    for flag in [
        "; HttpOnly",
        "; SameSite=Lax",
        "; Secure",
        "; Path=/",
        "; Max-Age=2592000",
    ] {
        assert!(cookie.contains(flag), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    for answer in [post(&house, "", &path, String::new()).await, house.get(&path).await] {
        assert_eq!(header(&answer, "set-cookie"), "");
        assert!(text(answer).await.contains("Tautan masuk ini tidak berlaku lagi"));
    }
}

#[tokio::test]
async fn the_account_lists_its_reports_and_opens_each_without_its_secret() {
    let house = House::open().await;
    let cookie = signed_in(&house, MAIL).await;
    let empty = page(&house, &cookie, PAGE).await;
    assert!(empty.contains("Masuk sebagai k•••@contoh.id") && empty.contains("Belum ada laporan di akun ini"));
    let case = house.office.file(&[]).await;
    keep(&house, &cookie, &case).await;
    let answer = house.get_as(&cookie, PAGE).await;
    assert_eq!(header(&answer, "cache-control"), "no-store");
    let listed = text(answer).await;
    assert!(
        listed.contains(&format!("href=\"/lacak/{}\"", case.code))
            && listed.contains("Permohonan izin galian batu kami")
    );
    assert!(!listed.contains(&case.secret) && !listed.contains(MAIL));
    let path = format!("/lacak/{}", case.code);
    let opened = page(&house, &cookie, &path).await;
    assert!(opened.contains("Permohonan izin galian batu kami") && opened.contains("Laporan ini ada di akun Anda"));
    assert!(!opened.contains("hanya dapat membaca") && !opened.contains("Keluar dari laporan ini"));
    let act = post(&house, &cookie, &path, form(&[("act", "withdraw"), ("version", "1")])).await;
    assert_eq!(act.status(), StatusCode::SEE_OTHER);
    for part in ["berkas-eskalasi", "data-saya", "data-saya.json"] {
        assert_eq!(
            house.get_as(&cookie, &format!("{path}/{part}")).await.status(),
            StatusCode::OK,
            "{part}"
        );
    }
    let receipt = page(&house, &cookie, "/lapor/bukti").await;
    assert!(
        receipt.contains("Tidak ada bukti yang terbuka"),
        "the receipt needs the secret"
    );
}

#[tokio::test]
async fn a_report_of_another_account_answers_as_none_does() {
    let house = House::open().await;
    let (mine, other) = (
        house.office.file(&[]).await,
        house.office.file(&[("key", "lain")]).await,
    );
    let (cookie, stranger) = (signed_in(&house, MAIL).await, signed_in(&house, "lain@contoh.id").await);
    keep(&house, &cookie, &mine).await;
    keep(&house, &stranger, &other).await;
    let missing = "KTR-26-0000-0000";
    for part in ["", "/berkas-eskalasi", "/data-saya", "/data-saya.json", "/kabar"] {
        let mut answers = Vec::new();
        for code in [other.code.as_str(), missing] {
            let answer = house.get_as(&cookie, &format!("/lacak/{code}{part}")).await;
            let status = answer.status();
            let nonce = header(&answer, "content-security-policy").to_owned();
            let nonce = nonce
                .split_once("'nonce-")
                .map_or("-", |(_, rest)| rest.split('\'').next().unwrap());
            let page = text(answer).await.replace(code, "{code}").replace(nonce, "{nonce}");
            assert!(!page.contains("galian batu"));
            answers.push((status, page));
        }
        assert_eq!(answers[0], answers[1], "{part}");
    }
    let path = format!("/lacak/{}", other.code);
    let act = post(&house, &cookie, &path, form(&[("act", "withdraw"), ("version", "1")])).await;
    assert_eq!(act.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let remove = form(&[("act", "remove"), ("code", &other.code)]);
    post(&house, &cookie, REPORTS, remove).await;
    assert_eq!(codes(&house, &stranger).await, [other.code]);
    assert_eq!(codes(&house, &cookie).await, [mine.code]);
}

#[tokio::test]
async fn a_report_filed_while_signed_in_is_in_the_account_unless_its_writer_says_no() {
    let house = House::open().await;
    let cookie = signed_in(&house, MAIL).await;
    let ask = async |cookie: &str, copy: bool| -> (bool, FilingChoices) {
        let mut request = at("GET", "/lapor").header("cookie", cookie).header("accept", POSTCARD);
        if copy {
            request = request.header("sinergi-copy", "ya");
        }
        let answer = house.ask(request.body(Body::empty()).unwrap()).await;
        (answer.headers().contains_key("sinergi-own"), read(answer).await)
    };
    assert_eq!(ask("", false).await.1.account, None);
    let (is_own, copy) = ask(&cookie, true).await;
    assert!(
        !is_own && copy.account.is_none(),
        "nothing of a person is in the copy that a phone keeps"
    );
    let (is_own, choices) = ask(&cookie, false).await;
    let account = choices.account.unwrap();
    assert!(is_own && account.address == "k•••@contoh.id");
    let shown = page(&house, &cookie, "/lapor").await;
    let tick = shown
        .split("name=\"account\"")
        .nth(1)
        .unwrap()
        .split('>')
        .next()
        .unwrap();
    assert!(tick.contains("checked") && tick.contains(&account.mark), "{tick}");
    assert!(!page(&house, "", "/lapor").await.contains("name=\"account\""));
    for (key, mark) in [("satu", account.mark.as_str()), ("dua", ""), ("tiga", "000000000000")] {
        let answer = post(&house, &cookie, "/lapor", report(&[("key", key), ("account", mark)])).await;
        assert_eq!(header(&answer, "location"), "/lapor/bukti");
    }
    assert_eq!(codes(&house, &cookie).await.len(), 1, "one said yes to this account");
    let stranger = signed_in(&house, "lain@contoh.id").await;
    post(
        &house,
        &stranger,
        "/lapor",
        report(&[("key", "empat"), ("account", &account.mark)]),
    )
    .await;
    assert_eq!(
        codes(&house, &stranger).await.len(),
        0,
        "a draft of one account goes into no other"
    );
}

#[tokio::test]
async fn a_form_that_comes_back_keeps_the_choice() {
    let house = House::open().await;
    let cookie = signed_in(&house, MAIL).await;
    let answer = post(&house, &cookie, "/lapor", report(&[("regency", "")])).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(answer).await;
    let tick = page
        .split("name=\"account\"")
        .nth(1)
        .unwrap()
        .split('>')
        .next()
        .unwrap();
    assert!(!tick.contains("checked"), "{tick}");
}

#[tokio::test]
async fn the_page_of_an_open_report_puts_it_into_the_account_by_one_button() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let path = format!("/lacak/{}", case.code);
    let by_secret = format!("__Host-lacak={}.{}", case.code, case.secret);
    assert!(!page(&house, &by_secret, &path).await.contains("Simpan ke akun saya"));
    let account = signed_in(&house, MAIL).await;
    let both = format!("{by_secret}; {account}");
    assert!(page(&house, &both, &path).await.contains("Simpan ke akun saya"));
    let add = form(&[("act", "add"), ("code", &case.code)]);
    let nothing = post(&house, &account, REPORTS, add.clone()).await;
    assert_eq!(
        nothing.status(),
        StatusCode::UNPROCESSABLE_ENTITY,
        "it is not open in this browser"
    );
    let answer = post(&house, &both, REPORTS, add).await;
    assert_eq!(header(&answer, "location"), "/saya?hasil=add");
    let after = page(&house, &both, &path).await;
    assert!(!after.contains("Simpan ke akun saya") && after.contains("Laporan ini ada di akun Anda"));
}

#[tokio::test]
async fn a_report_opened_by_a_link_that_only_reads_cannot_be_put_into_an_account() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let post_office = house.office.portal.post();
    let notice = post_office.take(NoticeChannel::Mail).await.unwrap().remove(0);
    let by_link = set(&house.get(&notice.path).await).remove(0);
    let both = format!("{by_link}; {}", signed_in(&house, MAIL).await);
    let path = format!("/lacak/{}", case.code);
    let shown = page(&house, &both, &path).await;
    assert!(shown.contains("hanya dapat membaca") && !shown.contains("Simpan ke akun saya"));
    let answer = post(&house, &both, REPORTS, form(&[("act", "add"), ("code", &case.code)])).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(codes(&house, &both).await.len(), 0);
}

#[tokio::test]
async fn a_wrong_secret_comes_back_with_the_code_and_adds_nothing() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let cookie = signed_in(&house, MAIL).await;
    let add = form(&[("act", "add"), ("code", &case.code), ("secret", "0000-0000-0000-0000")]);
    let answer = post(&house, &cookie, REPORTS, add.clone()).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let shown = text(answer).await;
    assert!(shown.contains(&format!("value=\"{}\"", case.code)) && shown.contains("href=\"#secret\""));
    assert_eq!(codes(&house, &cookie).await.len(), 0);
    let nobody = post(&house, "", REPORTS, add).await;
    assert_eq!(header(&nobody, "location"), PAGE);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_closes_what_was_open() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let cookie = signed_in(&house, MAIL).await;
    keep(&house, &cookie, &case).await;
    let open = format!("{cookie}; __Host-lacak={}.{}", case.code, case.secret);
    let answer = post(&house, &open, "/saya/keluar", form(&[("act", "sign_out")])).await;
    assert_eq!(header(&answer, "location"), "/saya?hasil=sign_out");
    let gone: Vec<_> = answer.headers().get_all("set-cookie").iter().collect();
    assert!(gone.len() == 2 && set(&answer).is_empty(), "{gone:?}");
    assert_eq!(view(&house, &cookie).await, AccountView::SignedOut);
    assert!(
        !page(&house, &cookie, &format!("/lacak/{}", case.code))
            .await
            .contains("galian batu")
    );
    let again = signed_in(&house, MAIL).await;
    assert_eq!(codes(&house, &again).await, [case.code]);
}

#[tokio::test]
async fn a_deleted_account_is_gone_and_its_reports_stay() {
    let house = House::open().await;
    let case = house.office.file(&[]).await;
    let (one, two) = (signed_in(&house, MAIL).await, signed_in(&house, MAIL).await);
    keep(&house, &one, &case).await;
    let answer = post(&house, &one, "/saya/keluar", form(&[("act", "delete")])).await;
    assert_eq!(header(&answer, "location"), "/saya?hasil=delete");
    assert!(
        page(&house, "", header(&answer, "location"))
            .await
            .contains("Akun dihapus.")
    );
    for cookie in [&one, &two] {
        assert_eq!(view(&house, cookie).await, AccountView::SignedOut);
    }
    let request = at("GET", &format!("/lacak/{}", case.code))
        .header("cookie", format!("__Host-lacak={}.{}", case.code, case.secret))
        .header("accept", POSTCARD);
    let still: Option<CaseView> = read(house.ask(request.body(Body::empty()).unwrap()).await).await;
    assert_eq!(still.unwrap().code, case.code);
    assert_eq!(codes(&house, &signed_in(&house, MAIL).await).await.len(), 0);
}

#[tokio::test]
async fn a_session_of_an_officer_is_none_of_a_citizen_and_the_other_way_round() {
    let house = House::open().await;
    let officer = house.signed_in("DPMPTSP", Role::LiaisonOfficer).await;
    let token = officer.split_once('=').unwrap().1.to_owned();
    assert_eq!(view(&house, &officer).await, AccountView::SignedOut);
    assert_eq!(
        view(&house, &format!("__Host-saya={token}.eA")).await,
        AccountView::SignedOut
    );
    let citizen = signed_in(&house, MAIL).await;
    let token = citizen.split_once('=').unwrap().1.split_once('.').unwrap().0.to_owned();
    let desk = house.get_as(&format!("__Host-sinergi={token}"), "/meja").await;
    assert_eq!(desk.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn where_no_mail_leaves_the_page_says_so_and_nothing_is_kept() {
    let house = House::without_mail().await;
    let shown = page(&house, "", PAGE).await;
    assert!(shown.contains("Akun belum tersedia di sini") && !shown.contains("name=\"email\""));
    let answer = post(&house, "", PAGE, form(&[("email", MAIL)])).await;
    assert_eq!(
        (answer.status(), header(&answer, "location")),
        (StatusCode::SEE_OTHER, PAGE)
    );
    assert!(!house.office.outbox().await.contains("sign_in"));
}

#[tokio::test]
async fn both_languages_have_the_page_and_others_lead_to_it() {
    let house = House::open().await;
    assert!(page(&house, "bahasa=en", PAGE).await.contains("Send the sign-in link"));
    for path in ["/lacak", "/laporan-saya"] {
        assert!(page(&house, "", path).await.contains("href=\"/saya\""), "{path}");
    }
}
