//! What a receipt needs on paper: the address of this site, and QR codes.

use app::citizen::paper::{Handed, Paper, Qr};
use axum::http::{HeaderMap, header};
use domain::view::receipt::ReceiptView;
use qrcodegen::{QrCode, QrCodeEcc};

/// Empty modules around a code, so that a camera finds it. Source: ISO/IEC 18004.
const QUIET_MODULES: i32 = 4;

/// A receipt with its paper. With `is_secret_inside` the QR code carries the secret in the fragment of its address,
/// which no browser sends, so that it reaches no log.
pub fn handed(receipt: ReceiptView, headers: &HeaderMap, is_secret_inside: bool) -> Handed {
    let address = format!("{}/lacak", site(headers));
    let own = if is_secret_inside {
        format!("{address}/{}#{}", receipt.code, receipt.secret)
    } else {
        format!("{address}/{}", receipt.code)
    };
    let paper = Paper {
        address,
        qr: qr(&own),
        is_secret_inside,
    };
    Handed { receipt, paper }
}

/// Where this site is, as the browser reached it: cookies need https, or localhost.
fn site(headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or("localhost");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let scheme = if matches!(name, "localhost" | "127.0.0.1" | "[::1]") {
        "http"
    } else {
        "https"
    };
    format!("{scheme}://{host}")
}

/// The code of a text. One that is too long for any code has none.
fn qr(text: &str) -> Qr {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return Qr {
            side: 1,
            path: String::new(),
        };
    };
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{},{}h1v1h-1z", x + QUIET_MODULES, y + QUIET_MODULES));
        }
    }
    Qr {
        side: code.size() + 2 * QUIET_MODULES,
        path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_address_is_https_but_on_this_machine() {
        let at = |host: &'static str| {
            let headers = HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))]);
            site(&headers)
        };
        assert_eq!(at("sinergi.kaltaraprov.go.id"), "https://sinergi.kaltaraprov.go.id");
        assert_eq!(at("localhost:3000"), "http://localhost:3000");
    }

    #[test]
    fn a_code_has_its_quiet_zone_and_its_three_eyes() {
        let drawn = qr("https://sinergi.kaltaraprov.go.id/lacak/KTR-26-7F3K-9QX6");
        assert!(drawn.side >= 21 + 8);
        let far = drawn.side - QUIET_MODULES - 1;
        for (x, y) in [(4, 4), (far, 4), (4, far)] {
            assert!(drawn.path.contains(&format!("M{x},{y}h1v1h-1z")), "{x},{y}");
        }
        assert!(!drawn.path.contains("M3,"));
    }
}
