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
    filed(&post(port, number, "/lapor", &form(key))?)
}

/// The receipt that an answer hands out.
fn filed(answer: &str) -> Option<Receipt> {
    assert!(answer.starts_with("HTTP/1.1 303"), "not filed: {answer}");
    let cookie = header(answer, "set-cookie: __Host-lacak=");
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

/// Sends a photo in pieces under this id, from where the server has it; whether all of it arrived.
pub(crate) fn upload(port: u16, number: usize, id: &str, photo: &[u8], piece_bytes: usize) -> Option<()> {
    let known = ask(port, number, &format!("HEAD /unggah/{id}"), "", b"")?;
    let mut at: usize = header(&known, "upload-offset: ").parse().unwrap_or(0);
    while at < photo.len() {
        let piece = &photo[at..(at + piece_bytes).min(photo.len())];
        let headers = format!(
            "content-type: application/offset+octet-stream\r\nupload-offset: {at}\r\nupload-length: {}\r\n",
            photo.len()
        );
        let answer = ask(port, number, &format!("PATCH /unggah/{id}"), &headers, piece)?;
        let is_taken = ["HTTP/1.1 204", "HTTP/1.1 409"]
            .iter()
            .any(|status| answer.starts_with(status));
        assert!(is_taken, "not taken: {answer}");
        at = header(&answer, "upload-offset: ").parse().unwrap();
    }
    Some(())
}

/// Files the form with this key, and the photo that was sent under this id.
pub(crate) fn file_with(port: u16, number: usize, key: &str, id: &str) -> Option<Receipt> {
    filed(&post(
        port,
        number,
        "/lapor",
        &format!("{}&upload={id}&upload_name=foto.jpg", form(key)),
    )?)
}

/// The status of the answer to who opens a file of their case.
pub(crate) fn open_file(port: u16, number: usize, receipt: &Receipt, id: &str) -> String {
    let cookie = format!("cookie: __Host-lacak={}.{}\r\n", receipt.code, receipt.secret);
    let path = format!("GET /lacak/{}/berkas/{id}", receipt.code);
    let answer = ask(port, number, &path, &cookie, b"").expect("the server answers");
    answer.lines().next().unwrap_or_default().to_owned()
}

/// Posts a form from an address that only this citizen has. `None` unless the whole head of an answer came.
fn post(port: u16, number: usize, path: &str, form: &str) -> Option<String> {
    let kind = "content-type: application/x-www-form-urlencoded\r\n";
    ask(port, number, &format!("POST {path}"), kind, form.as_bytes())
}

/// Asks from an address that only this citizen has. `None` unless the whole head of an answer came.
fn ask(port: u16, number: usize, what: &str, headers: &str, body: &[u8]) -> Option<String> {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let (above, below) = (number / 250, number % 250 + 1);
    let head = format!(
        "{what} HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\n{CLIENT}: 10.1.{above}.{below}\r\n\
         {headers}content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    socket.write_all(head.as_bytes()).ok()?;
    socket.write_all(body).ok()?;
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
