//! The canary: what a reporter entrusts to us is planted, driven through everything that is public, and looked for.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use domain::permit::Role;
use portal::Receipt;
use tracing_subscriber::fmt::MakeWriter;

use super::House;
use super::{header, text};

/// A name, an address, a telephone number and a mail address that stand nowhere else.
const NAME: &str = "Kanarina Zwaluwsari";
const PHONE: &str = "081277665544";
const MAIL: &str = "kanarina.zwaluwsari@kanari.example";
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

/// A report whose words hold what must not get out, beside what was given apart from them.
async fn planted(house: &House, visibility: &str, contact: &str) -> Receipt {
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
    ];
    house.office.file(&with).await
}

/// The officer edits what the masking offered, as officers do: the street is not a number, and they strike it.
async fn published(house: &House, receipt: &Receipt) {
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
        "7766554",
    ];
    let mut words: Vec<String> = told.map(str::to_owned).into();
    for receipt in receipts {
        words.push(receipt.secret.clone());
        words.push(receipt.secret.replace('-', ""));
    }
    words
}

/// An agency's own pages for an anonymous report whose words name nobody: name, contact and receipt are not there.
async fn agency_pages(house: &House) {
    let with = [("visibility", "anonymous"), ("name", NAME), ("contact", PHONE)];
    let receipt = house.office.file(&with).await;
    let front = house.office.officer("DPMPTSP", Role::AgencyAdmin);
    house.office.act(&front, &receipt.code, &[("act", "verify")]).await;
    let words = looked_for(&[&receipt]);
    for (agency, role) in [("DPMPTSP", Role::LiaisonOfficer), ("PROVINSI", Role::ProvinceAdmin)] {
        let cookie = house.signed_in(agency, role).await;
        let case = format!("/meja/{}", receipt.code);
        for path in ["/meja", case.as_str(), "/sinergi"] {
            let page = super::rights::opened_page(&text(house.get_as(&cookie, path).await).await);
            for word in &words {
                assert!(!page.contains(word.as_str()), "{agency}: {word} in {path}: {page}");
            }
        }
    }
    let seen = house.office.seen_by(&front, &receipt.code).await.unwrap();
    assert!(!seen.may(domain::deed::Act::OpenIdentity));
    let identity = house.office.portal.desk(&front).identity(&receipt.code).await.unwrap();
    assert_eq!(identity, None);
}

#[tokio::test]
async fn what_a_reporter_entrusts_to_us_is_in_no_public_page_feed_or_log_nor_in_an_agencys_pages_when_anonymous() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_max_level(tracing::Level::TRACE);
    // Where two dispatchers are known, a place that logs asks both, whichever test met it first.
    let _other = tracing::Dispatch::new(tracing_subscriber::fmt().with_writer(std::io::sink).finish());
    let _logged = tracing::subscriber::set_default(subscriber.finish());
    tracing::callsite::rebuild_interest_cache();
    let house = House::open().await;
    let open = planted(&house, "open", MAIL).await;
    let anonymous = planted(&house, "anonymous", PHONE).await;
    for receipt in [&open, &anonymous] {
        published(&house, receipt).await;
    }
    let words = looked_for(&[&open, &anonymous]);
    let look = async |what: &str, cookie: &str| {
        for receipt in [&open, &anonymous] {
            for path in [
                "/".to_owned(),
                "/laporan".to_owned(),
                "/laporan?q=izin+galian&instansi=DPMPTSP".to_owned(),
                format!("/laporan?q={}", NAME.replace(' ', "+")),
                "/laporan/peta".to_owned(),
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
    for receipt in [&open, &anonymous] {
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

    agency_pages(&house).await;

    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("request"), "nothing was logged");
    for word in &words {
        assert!(!logged.contains(word.as_str()), "{word} was logged");
    }
}
