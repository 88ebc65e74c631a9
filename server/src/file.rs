//! Files of a case, for who may open them: alone in a box in which nothing runs, and kept by no cache.

use app::ssr::Door;
use axum::{
    body::Body,
    extract::{Path, Query, Request, State as Of},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::file::FileKind;
use portal::{Opened, Size};
use serde::Deserialize;

use crate::{citizen::proof_of, state::State, uploads::file_id};

/// What of a file is asked for: `?ukuran=kecil` for the picture in a list.
#[derive(Deserialize)]
pub struct Asked {
    ukuran: Option<String>,
}

impl Asked {
    fn size(&self) -> Size {
        match self.ukuran.as_deref() {
            Some("kecil") => Size::Thumbnail,
            _ => Size::Whole,
        }
    }
}

/// `GET /lacak/{code}/berkas/{id}`: a file of the case that is open in this browser.
pub async fn of_reporter(
    Of(state): Of<State>,
    Path((code, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let (Some((code, secret)), Some(id)) = (proof_of(&code, &headers), file_id(&id)) else {
        return missing();
    };
    let citizen = state.portal.citizen();
    let opened = citizen
        .open_file((&code, &secret), id, asked.size(), range(&headers))
        .await;
    answer(opened, &headers)
}

/// `GET /meja/{code}/berkas/{id}`: a file of a case at which the officer's desk has a seat.
pub async fn of_desk(
    Of(state): Of<State>,
    Path((code, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Response {
    let officer = request.extensions().get::<Door>().and_then(|door| door.officer.clone());
    let (Some(officer), Some(id)) = (officer, file_id(&id)) else {
        return missing();
    };
    let desk = state.portal.desk(&officer);
    let opened = desk.open_file(&code, id, asked.size(), range(request.headers())).await;
    answer(opened, request.headers())
}

/// `GET /laporan/{code}/foto/{id}`: a photo that an officer chose for everybody, as the smaller picture. Asked anew each
/// time: what was taken back must not be seen from a copy.
pub async fn of_public(Of(state): Of<State>, Path((code, id)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(id) = file_id(&id) else { return missing() };
    let public = state.portal.public(&state.site);
    // A file never changes, so its id says which one a browser has.
    let etag = format!("\"{}\"", id.uuid());
    let is_known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let picture = if is_known {
        public.has_photo(&code, id).await.map(|has| has.then(Vec::new))
    } else {
        public.photo(&code, id).await
    };
    let picture = match picture {
        Ok(Some(picture)) => picture,
        Ok(None) => return missing(),
        Err(error) => return failed(&error),
    };
    let Ok(etag) = HeaderValue::from_str(&etag) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let kept = [
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::ETAG, etag),
    ];
    if is_known {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(FileKind::Jpeg.media_type()),
        ),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(BOX)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("inline; filename=\"foto.jpg\""),
        ),
    ];
    (kept, headers, picture).into_response()
}

fn failed(error: &portal::Error) -> Response {
    tracing::error!(cause = %error, "a file was not opened");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Another's case, no case and no file are answered alike.
fn missing() -> Response {
    (
        StatusCode::NOT_FOUND,
        [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))],
    )
        .into_response()
}

/// In the box: no script, no form, no other origin; a video and a picture may show themselves.
const BOX: &str = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; \
                   frame-ancestors 'none'";

fn answer(opened: Result<Option<Opened>, portal::Error>, asked: &HeaderMap) -> Response {
    let opened = match opened {
        Ok(Some(opened)) => opened,
        Ok(None) | Err(portal::Error::Forbidden) => return missing(),
        Err(error) => return failed(&error),
    };
    let Opened {
        kind,
        length,
        range,
        bytes,
    } = opened;
    // Documents are opened by another program: in the box the browser's own reader does not run.
    let place = if kind == FileKind::Pdf { "attachment" } else { "inline" };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type())),
        (header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(BOX)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
    ];
    let mut response = (headers, Body::from_stream(bytes)).into_response();
    let extra = response.headers_mut();
    if let Ok(name) = HeaderValue::from_str(&format!("{place}; filename=\"berkas.{}\"", kind.extension())) {
        extra.insert(header::CONTENT_DISPOSITION, name);
    }
    extra.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if asked.contains_key(header::RANGE) && range.end - range.start < length {
        let of = format!("bytes {}-{}/{length}", range.start, range.end.saturating_sub(1));
        if let Ok(of) = HeaderValue::from_str(&of) {
            extra.insert(header::CONTENT_RANGE, of);
        }
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    response
}

/// One range from a place on, as players ask for it. Anything else is answered with the whole file, as HTTP has it.
fn range(headers: &HeaderMap) -> Option<(u64, Option<u64>)> {
    let asked = headers.get(header::RANGE)?.to_str().ok()?.strip_prefix("bytes=")?;
    let (from, to) = asked.split_once('-')?;
    let from: u64 = from.parse().ok()?;
    if to.is_empty() {
        return Some((from, None));
    }
    let to: u64 = to.parse().ok()?;
    (to >= from).then(|| (from, Some(to.saturating_add(1))))
}
