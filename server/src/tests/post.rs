//! The post: e-mail against a small server of the test's own, push from end to end, and that neither says anything of
//! the case.

use std::sync::{Arc, Mutex};

use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce, aead::Aead as _};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{lang::Lang, notice::NoticeChannel, time::Timestamp};
use hkdf::Hkdf;
use p256::{
    PublicKey, SecretKey,
    ecdh::diffie_hellman,
    ecdsa::{Signature, VerifyingKey, signature::Verifier as _},
};
use portal::{
    Browser, Failure, Receipt,
    fixture::{Office, complaint, typed},
};
use sha2::Sha256;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
};

use crate::post::{
    gateway::Logged,
    mail::Mail,
    push::{Signer, answered, payload, sealed},
    round,
};

const SITE: &str = "https://lapor.contoh.id";
const FROM: &str = "Sinergi <kabar@contoh.id>";

/// What a person typed that must never leave the house.
const CANARIES: [(&str, &str); 4] = [
    ("name", "Kanari Nama"),
    ("contact", "kanari@warga.id"),
    ("body", "Kanari isi laporan yang cukup panjang untuk diterima."),
    ("landmark", "Kanari Tempat"),
];

/// A mail server that takes, or refuses, and remembers what it was told.
struct MailServer {
    url: String,
    told: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    /// Answers each recipient with `answer`.
    async fn open(answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let told = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&told);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (read, mut write) = socket.into_split();
                let mut lines = BufReader::new(read).lines();
                write.write_all(b"220 uji\r\n").await.unwrap();
                let mut is_text = false;
                while let Ok(Some(line)) = lines.next_line().await {
                    kept.lock().unwrap().push(line.clone());
                    let said = match line.split(' ').next().unwrap_or_default() {
                        "." => {
                            is_text = false;
                            "250 taken"
                        }
                        _ if is_text => continue,
                        "EHLO" => "250-uji\r\n250 8BITMIME",
                        "RCPT" => answer,
                        "DATA" => {
                            is_text = true;
                            "354 go on"
                        }
                        "QUIT" => "221 bye",
                        _ => "250 ok",
                    };
                    if write.write_all(format!("{said}\r\n").as_bytes()).await.is_err() {
                        break;
                    }
                }
            }
        });
        Self { url, told }
    }

    fn told(&self) -> String {
        self.told.lock().unwrap().join("\n")
    }
}

/// Quoted-printable, as far as our own letters need it.
fn unquoted(text: &str) -> String {
    text.replace("=\n", "").replace("=3D", "=")
}

async fn filed(office: &Office) -> Receipt {
    office.portal.citizen().file(&complaint(&CANARIES)).await.unwrap()
}

fn says_nothing(said: &str, case: &Receipt, but: &[&str]) {
    let said = said.to_lowercase();
    for canary in [
        "kanari nama",
        "kanari isi",
        "kanari tempat",
        "galian",
        "dpmptsp",
        &case.secret,
        &case.code,
    ] {
        let canary = canary.to_lowercase();
        assert!(
            but.contains(&canary.as_str()) || !said.contains(&canary),
            "{canary} in {said}"
        );
    }
}

#[tokio::test]
async fn an_e_mail_says_that_there_is_news_and_leads_to_the_page_and_is_sent_once() {
    let office = Office::open().await;
    let case = filed(&office).await;
    let server = MailServer::open("250 ok").await;
    let mail = Mail::new(&server.url, FROM, SITE).unwrap();
    assert_eq!(round(&office.portal, &mail).await.unwrap(), 1);
    assert_eq!(round(&office.portal, &mail).await.unwrap(), 0);
    let told = unquoted(&server.told());
    assert!(told.contains("RCPT TO:<kanari@warga.id>") && told.contains("Auto-Submitted: auto-generated"));
    assert!(told.contains("Ada perkembangan pada laporan Anda.") && told.contains(&format!("{SITE}/k/")));
    let token = told
        .split_once(&format!("{SITE}/k/"))
        .unwrap()
        .1
        .split_whitespace()
        .next()
        .unwrap();
    assert!(office.portal.citizen().link(token).await.unwrap().is_some());
    says_nothing(&told, &case, &[]);
}

#[tokio::test]
async fn a_mailbox_that_does_not_exist_is_given_up_and_one_that_is_busy_is_asked_again() {
    for (answer, is_tried_again) in [("550 no kanari@warga.id here", false), ("451 later", true)] {
        let office = Office::open().await;
        filed(&office).await;
        let server = MailServer::open(answer).await;
        let mail = Mail::new(&server.url, FROM, SITE).unwrap();
        assert_eq!(round(&office.portal, &mail).await.unwrap(), 0);
        let post = office.portal.post();
        assert!(!post.is_due(NoticeChannel::Mail).await.unwrap());
        office.set("2026-11-03 09:01 WITA");
        assert_eq!(
            post.is_due(NoticeChannel::Mail).await.unwrap(),
            is_tried_again,
            "{answer}"
        );
    }
}

#[tokio::test]
async fn a_mail_server_that_is_away_loses_nothing() {
    let office = Office::open().await;
    filed(&office).await;
    let mail = Mail::new("smtp://127.0.0.1:9", FROM, SITE).unwrap();
    assert_eq!(round(&office.portal, &mail).await.unwrap(), 0);
    office.set("2026-11-03 09:01 WITA");
    let server = MailServer::open("250 ok").await;
    let mail = Mail::new(&server.url, FROM, SITE).unwrap();
    assert_eq!(round(&office.portal, &mail).await.unwrap(), 1);
}

#[test]
fn a_setting_that_cannot_be_used_is_named_and_its_password_is_not() {
    let wrong = Mail::new("mail:rahasia@contoh", FROM, SITE).err().unwrap();
    assert!(wrong.contains("smtp_url") && !wrong.contains("rahasia"));
    assert!(
        Mail::new("smtp://127.0.0.1:9", "bukan alamat", SITE)
            .err()
            .unwrap()
            .contains("mail_from")
    );
}

/// A place where a test's log is written.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_gateway_that_only_logs_writes_no_number_and_nothing_of_the_case() {
    let log = Log::default();
    let kept = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || kept.clone()).finish();
    let _logging = tracing::subscriber::set_default(subscriber);
    let office = Office::open().await;
    let with: Vec<_> = CANARIES
        .iter()
        .map(|&(name, text)| (name, if name == "contact" { "081234567890" } else { text }))
        .collect();
    let case = office.portal.citizen().file(&complaint(&with)).await.unwrap();
    let gateway = Logged::new(office.portal.clone(), SITE);
    assert_eq!(round(&office.portal, &gateway).await.unwrap(), 1);
    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        said.contains("a text message") && !said.contains("81234567890") && !said.contains("/k/"),
        "{said}"
    );
    says_nothing(&said, &case, &[]);
}

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

fn browser(public: &PublicKey, auth: Vec<u8>) -> Browser {
    use p256::elliptic_curve::sec1::ToSec1Point as _;
    Browser {
        id: uuid::Uuid::from_u128(1),
        endpoint: "https://fcm.googleapis.com/fcm/send/abc".to_owned(),
        p256dh: public.to_sec1_point(false).as_bytes().to_vec(),
        auth,
        lang: Lang::Id,
        is_named: false,
        at: Timestamp::from_ms(0),
    }
}

/// The example of RFC 8291, section 5.
#[test]
fn a_notice_is_encrypted_as_the_standards_own_example_is() {
    let theirs = SecretKey::from_slice(&bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")).unwrap();
    let ours = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
    let browser = browser(&theirs.public_key(), bytes("BTBZMqHH6r4Tts7J_aSIgg"));
    let salt: [u8; 16] = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
    let sealed = sealed(&browser, b"When I grow up, I want to be a watermelon", &ours, salt, 0).unwrap();
    assert_eq!(
        URL_SAFE_NO_PAD.encode(sealed),
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    );
}

/// What the browser makes of it.
fn opened(sealed: &[u8], own: &SecretKey, browser: &Browser) -> Vec<u8> {
    let (salt, rest) = sealed.split_at(16);
    let (ours, hidden) = rest[5..].split_at(usize::from(rest[4]));
    let shared = diffie_hellman(
        own.to_nonzero_scalar(),
        PublicKey::from_sec1_bytes(ours).unwrap().as_affine(),
    );
    let info = [b"WebPush: info\0".as_slice(), &browser.p256dh, ours].concat();
    let (mut secret, mut key, mut nonce) = ([0; 32], [0; 16], [0; 12]);
    Hkdf::<Sha256>::new(Some(&browser.auth), shared.raw_secret_bytes())
        .expand(&info, &mut secret)
        .unwrap();
    let keys = Hkdf::<Sha256>::new(Some(salt), &secret);
    keys.expand(b"Content-Encoding: aes128gcm\0", &mut key).unwrap();
    keys.expand(b"Content-Encoding: nonce\0", &mut nonce).unwrap();
    let cipher = Aes128Gcm::new_from_slice(&key).unwrap();
    let mut text = cipher.decrypt(&Nonce::from(nonce), hidden).unwrap();
    while text.pop() == Some(0) {}
    text
}

#[tokio::test]
async fn a_browser_reads_that_there_is_news_and_the_code_only_if_its_owner_chose_so() {
    for is_named in ["", "yes"] {
        let office = Office::open().await;
        let case = filed(&office).await;
        let own = SecretKey::from_slice(&[7; 32]).unwrap();
        let asked = browser(&own.public_key(), vec![3; 16]);
        let (p256dh, auth) = (
            URL_SAFE_NO_PAD.encode(&asked.p256dh),
            URL_SAFE_NO_PAD.encode(&asked.auth),
        );
        let form = [
            ("endpoint", asked.endpoint.as_str()),
            ("p256dh", &p256dh),
            ("auth", &auth),
            ("named", is_named),
        ];
        let citizen = office.portal.citizen();
        citizen
            .follow_by_push(&case.code, &case.secret, &typed(&form), Lang::Id)
            .await
            .unwrap();
        let officer = office.officer("DPMPTSP", domain::permit::Role::AgencyAdmin);
        office.act(&officer, &case.code, &[("act", "verify")]).await;
        let letter = office.portal.post().take(NoticeChannel::Push).await.unwrap().remove(0);
        let portal::To::Push(to) = &letter.to else {
            panic!("a browser")
        };
        let once = SecretKey::from_slice(&[9; 32]).unwrap();
        let sealed = sealed(to, &payload(&letter), &once, [1; 16], 512).unwrap();
        assert_eq!(sealed.len(), 16 + 5 + 65 + 512 + 16, "the size says nothing");
        let read = String::from_utf8(opened(&sealed, &own, to)).unwrap();
        let told: serde_json::Value = serde_json::from_str(&read).unwrap();
        let code = case.code.to_lowercase();
        let (but, path) = if is_named.is_empty() {
            (vec![], "/lacak".to_owned())
        } else {
            (vec![code.as_str()], format!("/lacak/{}", case.code))
        };
        assert_eq!(told["path"], path.as_str());
        says_nothing(&read, &case, &but);
    }
}

#[test]
fn a_push_service_can_tell_who_sends_and_for_how_long() {
    let signer = Signer::new([5; 32], SITE);
    let said = signer.authorization("https://fcm.googleapis.com/fcm/send/abc", 1_000);
    let (token, key) = said.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert_eq!(key, Signer::new([5; 32], SITE).public_key(), "the same on each start");
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let claims: serde_json::Value = serde_json::from_slice(&bytes(signed.split_once('.').unwrap().1)).unwrap();
    assert_eq!(claims["aud"], "https://fcm.googleapis.com");
    assert_eq!(
        (claims["exp"].as_u64(), claims["sub"].as_str()),
        (Some(44_200), Some(SITE))
    );
    let key = VerifyingKey::from_sec1_bytes(&bytes(key)).unwrap();
    let signature = Signature::from_slice(&bytes(signature)).unwrap();
    assert!(key.verify(signed.as_bytes(), &signature).is_ok());
}

#[test]
fn a_browser_that_is_gone_is_forgotten_and_a_busy_service_is_asked_again() {
    assert_eq!(answered(201), Ok(()));
    assert_eq!(answered(410), Err(Failure::Gone));
    assert!(matches!(answered(429), Err(Failure::Later { .. })));
    assert!(matches!(answered(400), Err(Failure::Never { .. })));
}
