//! The receipt on paper: a QR code of the tracking address, all of it as one text message, and the buttons that only a
//! browser with scripts has.

use domain::view::receipt::ReceiptView;
use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsValue, web_sys};
use serde::{Deserialize, Serialize};

use crate::{
    parts::{ButtonKind, Glyph, Icon},
    text::{Words, fill, use_text},
};

/// Name of the query by which the QR code is asked to hold the secret.
pub const WITH_SECRET: &str = "kunci";
/// Longest text message that is sent as one. Unit: characters of the GSM alphabet.
pub const SMS_CHARS_MAX: usize = 160;

/// A QR code as one path of unit squares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qr {
    /// Modules along one side, with the quiet zone.
    pub side: i32,
    /// The dark modules, as an SVG path.
    pub path: String,
}

/// What a receipt needs on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Where cases are tracked: `https://…/lacak`.
    pub address: String,
    /// The code of the case's own address. Scanned, it asks for the secret, unless that stands in the fragment, which
    /// no browser sends.
    pub qr: Qr,
    /// Whether the secret is in it.
    pub is_secret_inside: bool,
}

/// A receipt with its paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// What it says.
    pub receipt: ReceiptView,
    /// What it looks like on paper.
    pub paper: Paper,
}

/// Code, secret and address in one text message.
#[must_use]
pub fn sms_text(handed: &Handed, words: &Words) -> String {
    let Handed { receipt, paper } = handed;
    let address = paper.address.trim_start_matches("https://");
    let values = [
        ("code", receipt.code.as_str()),
        ("secret", receipt.secret.as_str()),
        ("address", address),
    ];
    let text = fill(words.paper.sms_text, &values);
    // An address of unusual length goes first: code and secret are what cannot be found again.
    if text.chars().count() <= SMS_CHARS_MAX {
        text
    } else {
        format!("{} {}", receipt.code, receipt.secret)
    }
}

/// The QR code of the case's own address.
#[component]
pub(crate) fn QrCode(
    /// The receipt.
    handed: Handed,
) -> impl IntoView {
    let Handed { receipt, paper } = handed;
    let label = fill(use_text().paper.qr, &[("code", &receipt.code)]);
    let sides = format!("0 0 {0} {0}", paper.qr.side);
    view! {
        <svg class="qr" viewBox=sides role="img" aria-label=label shape-rendering="crispEdges">
            <path d=paper.qr.path></path>
        </svg>
    }
}

/// What the QR code holds, and how to change that.
#[component]
pub(crate) fn QrNote(
    /// The receipt's paper.
    paper: Paper,
    /// Whether the reader may ask for the secret in it.
    may_choose: bool,
) -> impl IntoView {
    let words = use_text().paper;
    let note = if paper.is_secret_inside {
        words.qr_secret
    } else {
        words.qr_plain
    };
    let choice = may_choose.then(|| {
        view! {
            <form class="row no-print" method="get" action="/lapor/bukti">
                <label class="row row-tight fine">
                    <input type="checkbox" name=WITH_SECRET value="ya" checked=paper.is_secret_inside/>
                    {words.with_secret}
                </label>
                <button class="btn">{words.draw}</button>
            </form>
        }
    });
    view! {
        <div class="stack stack-s">
            <p class="fine soft">{note}</p>
            {choice}
        </div>
    }
}

/// All of it as one text message, to be copied, sent or shared.
#[component]
pub(crate) fn OneText(
    /// The receipt.
    handed: Handed,
) -> impl IntoView {
    let words = use_text();
    let said = words.paper;
    let text = sms_text(&handed, words);
    let href = format!("sms:?body={}", text.replace(' ', "%20"));
    let is_copied = RwSignal::new(false);
    let (copied, shared) = (text.clone(), text.clone());
    let (may_copy, may_share) = (RwSignal::new(false), RwSignal::new(false));
    // Known in the browser only, and after the page stands: buttons that would do nothing are not drawn.
    Effect::new(move |_| {
        may_copy.set(has("clipboard"));
        may_share.set(has("share"));
    });
    let copy = move || {
        let text = copied.clone();
        let press = move |_| {
            let text = text.clone();
            spawn_local(async move {
                let done = window().navigator().clipboard().write_text(&text);
                let done = wasm_bindgen_futures::JsFuture::from(done).await;
                is_copied.set(done.is_ok());
            });
        };
        may_copy.get().then(|| {
            view! { <button type="button" class="btn" on:click=press>{said.copy}</button> }
        })
    };
    let share = move || {
        let text = shared.clone();
        let press = move |_| {
            let data = web_sys::ShareData::new();
            data.set_text(&text);
            // Who closes the sheet has shared nothing, and nothing is to be said about it.
            let _ = window().navigator().share_with_data(&data);
        };
        may_share.get().then(|| {
            view! { <button type="button" class="btn" on:click=press>{said.share}</button> }
        })
    };
    view! {
        <section class="stack stack-s no-print" aria-labelledby="one-text">
            <h2 id="one-text">{said.sms}</h2>
            <p class="fine soft">{said.sms_note}</p>
            <p class="code code-long one-text">{text}</p>
            <div class="row">
                {copy}
                {share}
                <a class="btn" href=href><Icon glyph=Glyph::Message/>{words.receipt.sms}</a>
                <PrintButton/>
            </div>
            <p role="status">{move || is_copied.get().then_some(said.copied)}</p>
        </section>
    }
}

/// Whether this browser has it.
fn has(name: &str) -> bool {
    JsValue::from_str(name).js_in(&window().navigator())
}

/// Prints the page; drawn where a script can do it.
#[component]
pub(crate) fn PrintButton() -> impl IntoView {
    let word = use_text().paper.print;
    let may_print = RwSignal::new(false);
    Effect::new(move |_| may_print.set(true));
    let press = move |_| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    move || {
        may_print.get().then(|| {
            view! {
                <button type="button" class=ButtonKind::Usual.class() on:click=press>
                    <Icon glyph=Glyph::Print/>{word}
                </button>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, words_for};
    use domain::{
        kind::{Kind, Visibility},
        routing::Why,
        view::When,
    };

    fn handed(address: &str) -> Handed {
        let when = || When {
            iso: String::new(),
            long: String::new(),
            short: String::new(),
        };
        Handed {
            receipt: ReceiptView {
                code: "KTR-26-7F3K-9QX6".to_owned(),
                secret: "7F3K-9QX6-0H2M-W8RT".to_owned(),
                is_certain: true,
                to: None,
                why: Why::NoRule,
                kind: Kind::Complaint,
                service: None,
                place: String::new(),
                visibility: Visibility::Open,
                received: when(),
                filed: None,
                verified_by: None,
                first_response_days: 5,
                answered_by: when(),
                answer_days: 14,
                calendar: 1,
                proof: String::new(),
            },
            paper: Paper {
                address: address.to_owned(),
                qr: Qr {
                    side: 1,
                    path: String::new(),
                },
                is_secret_inside: false,
            },
        }
    }

    /// Of the GSM alphabet, what these sentences use.
    fn is_gsm(sign: char) -> bool {
        sign.is_ascii_alphanumeric() || " -:/.,'?!()&@_".contains(sign)
    }

    #[test]
    fn code_secret_and_address_fit_one_text_message_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            for address in ["https://sinergi.kaltaraprov.go.id/lacak", "http://localhost:3000/lacak"] {
                let text = sms_text(&handed(address), words_for(lang));
                assert!(
                    text.chars().count() <= SMS_CHARS_MAX && text.chars().all(is_gsm),
                    "{text}"
                );
                for part in ["KTR-26-7F3K-9QX6", "7F3K-9QX6-0H2M-W8RT", "/lacak"] {
                    assert!(text.contains(part), "{text}");
                }
            }
        }
    }

    #[test]
    fn an_address_that_is_too_long_leaves_code_and_secret_whole() {
        let long = format!("https://{}.id/lacak", "a".repeat(140));
        let text = sms_text(&handed(&long), words_for(Lang::Id));
        assert_eq!(text, "KTR-26-7F3K-9QX6 7F3K-9QX6-0H2M-W8RT");
    }
}
