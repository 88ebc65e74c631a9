//! The canary: what a reporter entrusts to us is planted, driven through everything that is public, and looked for.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use axum::body::to_bytes;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{lang::Lang, notice::NoticeChannel, permit::Role};
use p256::{SecretKey, elliptic_curve::sec1::ToSec1Point as _};
use portal::{Receipt, fixture::typed};
use tracing_subscriber::fmt::MakeWriter;

use super::House;
use super::{header, own_account, text};
use crate::post::{gateway::Logged, mail::Mail, push::payload, round};

/// A photo with a place and a serial number in it.
const PHOTO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/photo.jpg");
/// Where messages lead.
const SITE: &str = "https://lapor.contoh.id";

/// A name, an address, a telephone number and a mail address that stand nowhere else.
const NAME: &str = "Kanarina Zwaluwsari";
const PHONE: &str = "081277665544";
const MAIL: &str = "kanarina.zwaluwsari@kanari.example";
/// The address that their account belongs to; no report holds it.
const ACCOUNT: &str = "akun.zwaluwsari@sarang.example";
const STREET: &str = "Gang Kanari Nomor 77";
/// Where they live, exactly.
const LATITUDE: &str = "2.84417";
const LONGITUDE: &str = "117.36393";

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A report whose words hold what must not get out, beside what was given apart from them: with a photo that is named
/// after its reporter, and told to their browser. Gives the photo too.
async fn planted(house: &House, no: u128, visibility: &str, contact: &str) -> (Receipt, String) {
    let photo = house.office.upload(no, PHOTO).await;
    let body = format!(
        "Saya {NAME}, tinggal di {STREET}. Hubungi {PHONE} atau {MAIL}. Permohonan izin galian batu kami sudah empat \
         bulan tanpa kabar dari loket."
    );
    let with = [
        ("body", body.as_str()),
        ("visibility", visibility),
        ("name", NAME),
        ("contact", contact),
        ("masking", "keep"),
        ("latitude", LATITUDE),
        ("longitude", LONGITUDE),
        ("upload", photo.as_str()),
        ("upload_name", "Kanarina Zwaluwsari di Gang Kanari Nomor 77.jpg"),
    ];
    let receipt = house.office.file(&with).await;
    let own = SecretKey::from_slice(&[7; 32]).unwrap().public_key();
    let key = URL_SAFE_NO_PAD.encode(own.to_sec1_point(false).as_bytes());
    let browser = [
        ("endpoint", "https://fcm.googleapis.com/fcm/send/abc"),
        ("p256dh", &*key),
        ("auth", "BTBZMqHH6r4Tts7J_aSIgg"),
    ];
    let citizen = house.office.portal.citizen();
    citizen
        .follow_by_push(&receipt.code, &receipt.secret, &typed(&browser), Lang::Id)
        .await
        .unwrap();
    (receipt, photo)
}

/// Puts a report into its reporter's account.
async fn in_account(house: &House, receipt: &Receipt) {
    let cookie = own_account::signed_in(house, ACCOUNT).await;
    own_account::keep(house, &cookie, receipt).await;
    // A link that waits in the outbox, or is carried by a server that is away.
    let ask = typed(&[("email", ACCOUNT)]);
    house.office.portal.own_account().ask(&ask, Lang::Id).await.unwrap();
}

/// The officer edits what the masking offered, as officers do: the street is not a number, and they strike it.
async fn published(house: &House, (receipt, photo): &(Receipt, String)) {
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    house.office.act(&front, &receipt.code, &[("act", "verify")]).await;
    let proposal = house
        .office
        .seen_by(&front, &receipt.code)
        .await
        .unwrap()
        .proposal
        .unwrap();
    for word in [NAME, PHONE, MAIL] {
        assert!(
            !proposal.text.contains(word),
            "the proposal holds {word}: {}",
            proposal.text
        );
    }
    let text = proposal.text.replace(STREET, "sekitar pasar");
    let form = [
        ("act", "publish"),
        ("title", "Izin galian belum terbit"),
        ("body", text.as_str()),
        (&*format!("photo_{photo}"), "yes"),
    ];
    house.office.act(&front, &receipt.code, &form).await;
}

async fn answered(house: &House, receipt: &Receipt) {
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    let said = format!("Kepada {NAME}: izin terbit, kami kirim ke {STREET}.");
    let answer = [
        ("act", "answer"),
        ("text", said.as_str()),
        ("done", "Izin terbit"),
        ("done_on", "2026-11-03"),
        ("unit", "Bidang Pelayanan"),
    ];
    house.office.act(&front, &receipt.code, &answer).await;
    house.office.act_as_reporter(receipt, &[("act", "confirm")]).await;
}

fn looked_for(receipts: &[&Receipt]) -> Vec<String> {
    // Of the point the longitude is enough: no time that is logged looks like it.
    let told = [
        NAME,
        PHONE,
        MAIL,
        STREET,
        LONGITUDE,
        "Zwaluwsari",
        "kanari.example",
        ACCOUNT,
        "sarang.example",
        "7766554",
    ];
    let mut words: Vec<String> = told.map(str::to_owned).into();
    for receipt in receipts {
        words.push(receipt.secret.clone());
        words.push(receipt.secret.replace('-', ""));
    }
    words
}

/// Messages: as they wait, as a browser reads them, and what is logged where they are carried, or not.
async fn messages(house: &House, words: &[String]) {
    let office = &house.office;
    let kept = office.outbox().await;
    let mut said = vec![kept.clone()];
    for channel in ["Mail", "Phone", "Push"] {
        assert!(kept.contains(&format!("channel: {channel}")), "no {channel} in {kept}");
    }
    for letter in office.portal.post().take(NoticeChannel::Push).await.unwrap() {
        said.push(format!(
            "{} {}",
            String::from_utf8(payload(&letter)).unwrap(),
            letter.path
        ));
    }
    assert!(said.len() > 1, "nothing was pushed");
    for said in said {
        for word in words {
            assert!(!said.contains(word.as_str()), "{word} in {said}");
        }
    }
    // One that nobody takes, and one that is only logged: the log is read at the end.
    let mail = Mail::new("smtp://127.0.0.1:9", "Sinergi <kabar@contoh.id>", SITE).unwrap();
    assert_eq!(round(&office.portal, &mail).await.unwrap(), 0);
    let gateway = Logged::new(office.portal.clone(), SITE);
    assert!(round(&office.portal, &gateway).await.unwrap() > 0);
}

/// Pages of every desk that meets an anonymous report whose words name nobody: its holder, the province, who is asked,
/// who held it before. Name, contact, file names and receipt are not there.
async fn agency_pages(house: &House) {
    let office = &house.office;
    let photo = office.upload(9, PHOTO).await;
    let with = [
        ("key", "kenari"),
        ("visibility", "anonymous"),
        ("name", NAME),
        ("contact", PHONE),
        ("upload", photo.as_str()),
        ("upload_name", "Kanarina Zwaluwsari di Gang Kanari Nomor 77.jpg"),
    ];
    let receipt = office.file(&with).await;
    let follow = typed(&[("act", "follow"), ("follow_mail", MAIL)]);
    let citizen = office.portal.citizen();
    citizen.follow(&receipt.code, &receipt.secret, &follow).await.unwrap();
    in_account(house, &receipt).await;
    let front = office.officer("DPMPTSP", Role::AgencyAdmin);
    office.act(&front, &receipt.code, &[("act", "verify")]).await;
    let cookies = [
        house.signed_in("DPMPTSP", Role::LiaisonOfficer).await,
        house.signed_in("PROVINSI", Role::ProvinceAdmin).await,
        house.signed_in("DESDM", Role::AgencyHead).await,
    ];
    seen_by(house, &cookies, &receipt).await;
    let offer = [
        ("act", "offer"),
        ("to", "DESDM"),
        ("reason", "other_opd"),
        ("sentence", "Rekomendasi teknis ini diterbitkan DESDM."),
    ];
    office.act(&front, &receipt.code, &offer).await;
    seen_by(house, &cookies, &receipt).await;
    let mines = office.officer("DESDM", Role::AgencyAdmin);
    office.act(&mines, &receipt.code, &[("act", "accept")]).await;
    seen_by(house, &cookies, &receipt).await;
    for officer in [&front, &mines] {
        let seen = office.seen_by(officer, &receipt.code).await.unwrap();
        assert!(!seen.may(domain::deed::Act::OpenIdentity));
        let identity = office.portal.desk(officer).identity(&receipt.code).await.unwrap();
        assert_eq!(identity, None);
    }
}

async fn seen_by(house: &House, cookies: &[String], receipt: &Receipt) {
    let words = looked_for(&[receipt]);
    let case = format!("/meja/{}", receipt.code);
    let again = format!("{case}/bukti");
    for cookie in cookies {
        for path in ["/meja", &case, &again, "/sinergi", "/meja/bantu"] {
            let page = super::rights::opened_page(&text(house.get_as(cookie, path).await).await);
            for word in &words {
                assert!(!page.contains(word.as_str()), "{word} in {path}: {page}");
            }
        }
    }
}

/// The picture that everybody sees, as bytes: nothing of the camera or the place is in it.
async fn pictures(house: &House, planted: &[(Receipt, String)]) {
    for (receipt, photo) in planted {
        let picture = house.get(&format!("/laporan/{}/foto/{photo}", receipt.code)).await;
        assert_eq!(header(&picture, "content-type"), "image/jpeg");
        let headers = format!("{:?}", picture.headers());
        let bytes = to_bytes(picture.into_body(), usize::MAX).await.unwrap();
        for mark in [b"Exif".as_slice(), b"http://ns.adobe.com", b"GPS", NAME.as_bytes()] {
            assert!(!bytes.windows(mark.len()).any(|part| part == mark));
        }
        assert!(!headers.contains("Kanari"), "{headers}");
    }
}

#[tokio::test]
async fn what_a_reporter_entrusts_to_us_is_in_no_public_page_feed_message_or_log_nor_in_an_agencys_pages_when_anonymous()
 {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_max_level(tracing::Level::TRACE);
    // Where two dispatchers are known, a place that logs asks both, whichever test met it first.
    let _other = tracing::Dispatch::new(tracing_subscriber::fmt().with_writer(std::io::sink).finish());
    let _logged = tracing::subscriber::set_default(subscriber.finish());
    tracing::callsite::rebuild_interest_cache();
    let house = House::open().await;
    let planted = [
        planted(&house, 1, "open", MAIL).await,
        planted(&house, 2, "anonymous", PHONE).await,
    ];
    for planted in &planted {
        in_account(&house, &planted.0).await;
        published(&house, planted).await;
    }
    let [(open, _), (anonymous, _)] = &planted;
    let words = looked_for(&[open, anonymous]);
    let look = async |what: &str, cookie: &str| {
        for receipt in [open, anonymous] {
            for path in [
                "/".to_owned(),
                "/laporan".to_owned(),
                "/laporan?q=izin+galian&instansi=DPMPTSP".to_owned(),
                format!("/laporan?q={}", NAME.replace(' ', "+")),
                "/laporan/peta".to_owned(),
                "/laporan/peta.json".to_owned(),
                "/peta/wilayah.json".to_owned(),
                "/laporan/umpan.atom".to_owned(),
                format!("/laporan/{}", receipt.code),
                format!("/laporan/{}?bahasa=en", receipt.code),
                format!("/laporan/{}/umpan.atom", receipt.code),
                "/instansi".to_owned(),
                "/instansi/DPMPTSP".to_owned(),
                "/instansi/DPMPTSP/umpan.atom".to_owned(),
                "/sitemap.xml".to_owned(),
                "/robots.txt".to_owned(),
            ] {
                let answer = house.get_as(cookie, &path).await;
                let headers = format!("{:?}", answer.headers());
                let page = super::rights::opened_page(&text(answer).await);
                for word in &words {
                    // The page repeats what was searched for, to whoever searched for it.
                    let is_asked = path.contains("q=Kanarina") && (NAME.contains(word.as_str()));
                    assert!(
                        is_asked || !page.contains(word.as_str()),
                        "{what}: {word} in {path}: {page}"
                    );
                    assert!(
                        !headers.contains(word.as_str()),
                        "{what}: {word} in the headers of {path}"
                    );
                }
            }
        }
    };
    look("published", "").await;
    for receipt in [open, anonymous] {
        answered(&house, receipt).await;
    }
    look("answered", "").await;
    let path: &'static str = Box::leak(format!("/laporan/{}", open.code).into_boxed_str());
    let voice = house.post(path, "act=support").await;
    let cookie = header(&voice, "set-cookie").split(';').next().unwrap().to_owned();
    look("supported", &cookie).await;
    let similar = house.post(
        "/lapor/serupa",
        "body=Permohonan+izin+galian+batu+empat+bulan+tanpa+kabar&regency=65.01",
    );
    let similar = text(similar.await).await;
    assert!(words.iter().all(|word| !similar.contains(word.as_str())), "{similar}");

    pictures(&house, &planted).await;
    messages(&house, &words).await;
    agency_pages(&house).await;

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("request"), "nothing was logged");
    for word in &words {
        assert!(!logged.contains(word.as_str()), "{word} was logged");
    }
}
