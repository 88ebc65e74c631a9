//! A citizen's browser without scripts, as far as it is needed: posts a form, reads status, address and cookie.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use crate::house::CLIENT;

/// What a citizen keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub(crate) code: String,
    secret: String,
}

/// The filing form as it is posted.
fn form(key: &str) -> String {
    format!(
        "kind=complaint&body=Permohonan+izin+galian+batu+kami+sudah+empat+bulan+tanpa+kabar.&regency=65.01&service=SIPB\
         &visibility=open&name=Budi+Santoso&contact=budi%40contoh.id&consent=yes&key={key}"
    )
}

/// Files the form with this key. `None`: the server went away before its answer was there.
pub(crate) fn file(port: u16, number: usize, key: &str) -> Option<Receipt> {
    let answer = post(port, number, "/lapor", &form(key))?;
    assert!(answer.starts_with("HTTP/1.1 303"), "not filed: {answer}");
    let cookie = header(&answer, "set-cookie: __Host-lacak=");
    let (code, secret) = cookie.split(';').next()?.split_once('.')?;
    Some(Receipt {
        code: code.to_owned(),
        secret: secret.to_owned(),
    })
}

/// Whether the receipt opens its case.
pub(crate) fn open(port: u16, number: usize, receipt: &Receipt) -> bool {
    let form = format!("code={}&secret={}", receipt.code, receipt.secret);
    let answer = post(port, number, "/lacak", &form).expect("the server answers");
    header(&answer, "location: ") == format!("/lacak/{}", receipt.code)
}

/// Posts a form from an address that only this citizen has. `None` unless the whole head of an answer came.
fn post(port: u16, number: usize, path: &str, form: &str) -> Option<String> {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let (above, below) = (number / 250, number % 250 + 1);
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\n{CLIENT}: 10.1.{above}.{below}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{form}",
        form.len()
    );
    socket.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    // A reset after the head is still an answer: the browser has read the receipt.
    let _cut_off = socket.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    answer.split_once("\r\n\r\n").map(|(head, _)| head.to_owned())
}

/// The rest of the line that begins so; empty if there is none.
fn header<'a>(answer: &'a str, start: &str) -> &'a str {
    let mut lines = answer.lines();
    lines.find_map(|line| line.strip_prefix(start)).unwrap_or_default()
}
