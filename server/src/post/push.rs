//! Notices of a browser: encrypted for it (RFC 8291, RFC 8188), signed by this installation (RFC 8292), and handed to
//! the push service that the browser named.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce, aead::Aead as _};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::notice::NoticeChannel;
use hkdf::Hkdf;
use p256::{
    PublicKey, SecretKey,
    ecdh::diffie_hellman,
    ecdsa::{Signature, SigningKey, signature::Signer as _},
    elliptic_curve::sec1::ToSec1Point as _,
};
use portal::{Browser, Failure, Letter, To};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Carried, Carrier, words};

/// How long a push service may take. Unit: seconds.
const ANSWER_SECONDS: u64 = 15;
/// How long a push service keeps a notice for a phone that is off. Unit: seconds; three days, as news is kept here.
const KEPT_SECONDS: u32 = 3 * 24 * 60 * 60;
/// How long a signature holds. Unit: seconds; RFC 8292 allows a day.
const SIGNED_SECONDS: u64 = 12 * 60 * 60;
/// Length to which every notice is filled up, so that its size says nothing. Unit: bytes.
const PADDED_BYTES: usize = 512;
/// Length of a record. Unit: bytes. Source: RFC 8188; one record holds the whole.
const RECORD_BYTES: u32 = 4096;

/// Signs for push services.
#[derive(Clone)]
pub struct Signer {
    key: SigningKey,
    /// Who is asked where something is wrong: the address of the site.
    subject: String,
}

impl Signer {
    /// The key that follows from `seed`: the same on each start, as browsers remember it.
    pub fn new(seed: [u8; 32], site: &str) -> Self {
        let mut seed = seed;
        loop {
            // All but one of 2³² seeds are keys.
            if let Ok(key) = SigningKey::from_slice(&seed) {
                return Self {
                    key,
                    subject: site.to_owned(),
                };
            }
            seed = Sha256::digest(seed).into();
        }
    }

    /// The public key, as a browser takes it: an uncompressed point, base64url.
    pub fn public_key(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.verifying_key().to_sec1_point(false))
    }

    /// The `authorization` of a message to this push service. `now` in seconds of Unix time.
    pub fn authorization(&self, endpoint: &str, now: u64) -> String {
        let origin: Vec<&str> = endpoint.splitn(4, '/').take(3).collect();
        let claims = json!({ "aud": origin.join("/"), "exp": now + SIGNED_SECONDS, "sub": self.subject });
        let head = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
        let signed = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
        let signature: Signature = self.key.sign(signed.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={signed}.{signature}, k={}", self.public_key())
    }
}

/// Encrypts `text` for a browser: the body of the message to its push service. `None` if the browser's key is none.
/// `once` and `salt` are random and used for this message alone.
pub fn sealed(browser: &Browser, text: &[u8], once: &SecretKey, salt: [u8; 16], padded: usize) -> Option<Vec<u8>> {
    let theirs = PublicKey::from_sec1_bytes(&browser.p256dh).ok()?;
    let ours = once.public_key().to_sec1_point(false);
    let shared = diffie_hellman(once.to_nonzero_scalar(), theirs.as_affine());
    let mut info = b"WebPush: info\0".to_vec();
    info.extend_from_slice(&browser.p256dh);
    info.extend_from_slice(ours.as_bytes());
    let mut secret = [0; 32];
    Hkdf::<Sha256>::new(Some(&browser.auth), shared.raw_secret_bytes())
        .expand(&info, &mut secret)
        .ok()?;
    let keys = Hkdf::<Sha256>::new(Some(&salt), &secret);
    let (mut key, mut nonce) = ([0; 16], [0; 12]);
    keys.expand(b"Content-Encoding: aes128gcm\0", &mut key).ok()?;
    keys.expand(b"Content-Encoding: nonce\0", &mut nonce).ok()?;
    let mut record = text.to_vec();
    // The end of the last record; zeros after it are filling.
    record.push(2);
    record.resize(record.len().max(padded), 0);
    let cipher = Aes128Gcm::new_from_slice(&key).ok()?;
    let hidden = cipher.encrypt(&Nonce::from(nonce), record.as_slice()).ok()?;
    let mut body = salt.to_vec();
    body.extend_from_slice(&RECORD_BYTES.to_be_bytes());
    body.push(u8::try_from(ours.as_bytes().len()).ok()?);
    body.extend_from_slice(ours.as_bytes());
    body.extend_from_slice(&hidden);
    Some(body)
}

/// Hands notices to push services.
pub struct Push {
    signer: Signer,
    agent: ureq::Agent,
}

impl Push {
    /// Signed by `signer`.
    pub fn new(signer: Signer) -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(ANSWER_SECONDS)))
            .http_status_as_error(false)
            .https_only(true)
            // A push service answers itself; whoever sends us elsewhere is none.
            .max_redirects(0)
            .build()
            .into();
        Self { signer, agent }
    }
}

/// What the service worker reads: a title, a sentence, and the page it leads to. `public/push.js` shows it.
pub fn payload(letter: &Letter) -> Vec<u8> {
    let said = words::notice(letter);
    let lang = letter.lang.unwrap_or_default().code();
    json!({ "title": said.title, "body": said.text, "path": letter.path, "lang": lang })
        .to_string()
        .into_bytes()
}

impl Carrier for Push {
    fn channel(&self) -> NoticeChannel {
        NoticeChannel::Push
    }

    fn carry<'a>(&'a self, letter: &'a Letter) -> Carried<'a> {
        Box::pin(async move {
            let never = |why: &str| Failure::Never { why: why.to_owned() };
            let To::Push(browser) = &letter.to else {
                return Err(never("not a browser"));
            };
            let (once, salt) = drawn();
            let Some(body) = sealed(browser, &payload(letter), &once, salt, PADDED_BYTES) else {
                return Err(never("the browser's key is none"));
            };
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let authorization = self.signer.authorization(&browser.endpoint, now.as_secs());
            let (agent, endpoint) = (self.agent.clone(), browser.endpoint.clone());
            let handed = tokio::task::spawn_blocking(move || {
                agent
                    .post(&endpoint)
                    .header("authorization", authorization)
                    .header("content-encoding", "aes128gcm")
                    .header("content-type", "application/octet-stream")
                    .header("ttl", KEPT_SECONDS.to_string())
                    .header("urgency", "normal")
                    .send(&body[..])
                    .map(|answer| answer.status().as_u16())
            });
            match handed.await {
                Ok(Ok(status)) => answered(status),
                Ok(Err(_)) | Err(_) => Err(Failure::Later {
                    why: "the push service did not answer".to_owned(),
                }),
            }
        })
    }
}

/// A key and a salt for one message.
fn drawn() -> (SecretKey, [u8; 16]) {
    let world = portal::SystemWorld;
    let (mut seed, mut salt) = ([0; 32], [0; 16]);
    portal::World::fill(&world, &mut salt);
    loop {
        portal::World::fill(&world, &mut seed);
        if let Ok(key) = SecretKey::from_slice(&seed) {
            return (key, salt);
        }
    }
}

/// What a push service means by its status. Source: RFC 8030.
pub fn answered(status: u16) -> Result<(), Failure> {
    match status {
        200..=299 => Ok(()),
        404 | 410 => Err(Failure::Gone),
        429 | 500..=599 => Err(Failure::Later {
            why: format!("push {status}"),
        }),
        _ => Err(Failure::Never {
            why: format!("push {status}"),
        }),
    }
}
