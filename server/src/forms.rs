//! Forms: read as they were posted, answered with the next page or with the same page and the text that was typed.

use app::{
    error::AppError,
    form::{Outcome, Posted},
    ssr::provide_door,
};
use axum::{
    body::{Body, to_bytes},
    extract::{
        Form, FromRequest as _, Multipart, Request, State as Of,
        multipart::{Field, MultipartError},
    },
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{file::FileProblem, id::FileId, limits, text::FieldError};
use leptos::{
    prelude::{Owner, provide_context},
    reactive::computed::ScopedFuture,
    server_fn::{
        ServerFn,
        codec::{FromReq, PostUrl},
    },
};
use leptos_axum::ResponseOptions;

use crate::{
    pages::{draw_with, postcard, wants_postcard},
    state::State,
    uploads::{self, Memory},
};

/// No typed form is longer. Attachments go another way.
pub const FORM_BYTES_MAX: usize = 256 * 1024;

/// Name and text of every field of a form, in its order.
pub type Typed = Vec<(String, String)>;

/// Takes the fields out of a posted form, urlencoded or multipart; what remains can draw the page again.
///
/// # Errors
/// The answer to a form that is too long (413) or is none (400).
pub async fn read(request: Request) -> Result<(Request, Typed), Response> {
    let (parts, body) = request.into_parts();
    let again = Request::from_parts(parts.clone(), Body::empty());
    let is_multipart = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let request = Request::from_parts(parts, body);
    let typed = if is_multipart {
        let form = Multipart::from_request(request, &())
            .await
            .map_err(IntoResponse::into_response)?;
        fields(form).await.map_err(IntoResponse::into_response)?
    } else {
        // Where files may come the body has no limit of its own.
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, FORM_BYTES_MAX)
            .await
            .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
        let Form(typed) = Form::<Typed>::from_request(Request::from_parts(parts, Body::from(bytes)), &())
            .await
            .map_err(IntoResponse::into_response)?;
        typed
    };
    Ok((again, typed))
}

/// The field of a button that takes a file away again: its value is the file's id.
pub const REMOVE: &str = "remove";
/// Names a file that is already here.
const UPLOAD: &str = "upload";
/// Its name, in the same order.
const UPLOAD_NAME: &str = "upload_name";
/// Names a file that an anonymous reporter wants read by the province desk only.
const UPLOAD_ONLY: &str = "upload_only";
/// Whether that holds for the files in this form.
const FILES_ONLY: &str = "files_only";

/// All of them in one field, where each field is sent once: a line for each, with its id, a space, and its name.
const UPLOADS: &str = "uploads";

/// What is wrong with files, by the field they are a problem of.
pub type FileProblems = Vec<(String, FieldError)>;

/// As [`read`], for a form with files: each is received, made clean and named by a field `upload`, so that it stays
/// with the form whatever else is wrong. What cannot be taken is a problem of the field `files`. A file that
/// [`REMOVE`] names is forgotten.
///
/// # Errors
/// As [`read`].
pub async fn read_with_files(state: &State, request: Request) -> Result<(Request, Typed, FileProblems), Response> {
    let is_multipart = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    if !is_multipart {
        let (request, typed) = read(request).await?;
        let typed = without_removed(state, typed).await;
        return Ok((request, typed, Vec::new()));
    }
    let (parts, body) = request.into_parts();
    let from = (parts.headers.clone(), parts.extensions.clone());
    let again = Request::from_parts(parts.clone(), Body::empty());
    let mut form = Multipart::from_request(Request::from_parts(parts, body), &())
        .await
        .map_err(IntoResponse::into_response)?;
    let (mut typed, mut problems) = (Typed::new(), FileProblems::new());
    let (mut received, mut typed_bytes) = (Vec::new(), 0);
    while let Some(mut field) = form.next_field().await.map_err(IntoResponse::into_response)? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        let Some(file) = field.file_name().map(str::to_owned) else {
            let mut text = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(IntoResponse::into_response)? {
                typed_bytes += chunk.len();
                if typed_bytes > FORM_BYTES_MAX {
                    return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
                }
                text.extend_from_slice(&chunk);
            }
            typed.push((name, String::from_utf8_lossy(&text).into_owned()));
            continue;
        };
        let count = uploads_in(&typed).count();
        match file_of(state, &from, &mut field, count).await? {
            None => {}
            Some(Ok(id)) => {
                typed.push((UPLOAD.to_owned(), id.uuid().to_string()));
                typed.push((UPLOAD_NAME.to_owned(), file));
                received.push(id);
            }
            Some(Err(problem)) => {
                problems.push((uploads::FIELD.to_owned(), FieldError::File { name: file, problem }));
            }
        }
    }
    if typed.iter().any(|(name, text)| name == FILES_ONLY && text == "yes") {
        typed.extend(
            received
                .iter()
                .map(|id| (UPLOAD_ONLY.to_owned(), id.uuid().to_string())),
        );
    }
    let typed = without_removed(state, typed).await;
    Ok((again, typed, problems))
}

/// Receives one file of a form; `None` where none was chosen.
async fn file_of(
    state: &State,
    from: &(HeaderMap, Extensions),
    field: &mut Field<'_>,
    count: usize,
) -> Result<Option<Result<FileId, FileProblem>>, Response> {
    let mut reading = Memory::reading();
    let mut problem = (count >= limits::FILES_MAX).then_some(FileProblem::TooMany);
    let mut is_empty = true;
    while let Some(chunk) = field.chunk().await.map_err(IntoResponse::into_response)? {
        is_empty = is_empty && chunk.is_empty();
        let is_admitted = state.limits.admits_bytes(chunk.len(), &from.0, &from.1);
        // What is refused is still read to its end: a browser reads no answer before it has sent the whole form.
        problem = match problem {
            None if !is_admitted => Some(FileProblem::TooMuch),
            None => state.memory.add(&mut reading, &chunk).err(),
            found => found,
        };
    }
    if is_empty {
        return Ok(None);
    }
    if let Some(problem) = problem {
        return Ok(Some(Err(problem)));
    }
    let (bytes, _held) = reading.whole();
    match state.portal.uploads().whole(bytes).await {
        Ok(kept) => Ok(Some(kept)),
        Err(error) => {
            tracing::error!(cause = %error, "a file was not kept");
            Err(StatusCode::INTERNAL_SERVER_ERROR.into_response())
        }
    }
}

/// The fields without the file that [`REMOVE`] names, which is forgotten.
async fn without_removed(state: &State, typed: Typed) -> Typed {
    let Some((_, removed)) = typed.iter().find(|(name, _)| name == REMOVE).cloned() else {
        return typed;
    };
    if let Some(id) = uploads::file_id(&removed)
        && let Err(error) = state.portal.uploads().remove(id).await
    {
        // It stays for a day, and is named no more.
        tracing::error!(cause = %error, "a file was not forgotten");
    }
    let is_kept = |(name, text): &&(String, String)| match name.as_str() {
        UPLOAD | UPLOAD_NAME | UPLOADS => false,
        UPLOAD_ONLY => *text != removed,
        _ => true,
    };
    let mut kept: Typed = typed.iter().filter(is_kept).cloned().collect();
    for (id, own) in uploads_in(&typed).filter(|(id, _)| *id != removed) {
        kept.push((UPLOAD.to_owned(), id));
        kept.push((UPLOAD_NAME.to_owned(), own));
    }
    kept
}

/// The typed fields of a multipart form. A page in the browser sends its forms so.
async fn fields(mut form: Multipart) -> Result<Typed, MultipartError> {
    let mut typed = Typed::new();
    while let Some(field) = form.next_field().await? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        typed.push((name, field.text().await?));
    }
    Ok(typed)
}

/// The answer to a form: on to the path that came of it, or the page of `request` again with what was typed.
/// `give` provides that page's view. Where the page in the browser sent the form, both are an [`Outcome`].
pub async fn answer(
    state: &State,
    request: Request,
    typed: Typed,
    done: Result<String, AppError>,
    give: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let by_page = wants_postcard(request.headers());
    let posted = match done {
        Ok(next) if by_page => return postcard(StatusCode::OK, &Outcome::Done { next }),
        Ok(next) => return Redirect::to(&next).into_response(),
        Err(AppError::SignIn) if !by_page => return Redirect::to("/masuk").into_response(),
        Err(error) => Posted::refused(typed, error),
    };
    if by_page {
        let refused = Outcome::Refused {
            problems: posted.problems,
            error: posted.error,
        };
        return postcard(StatusCode::UNPROCESSABLE_ENTITY, &refused);
    }
    let context = move || {
        give();
        provide_context(posted.clone());
    };
    draw_with(state, request, StatusCode::UNPROCESSABLE_ENTITY, context).await
}

/// Runs the server function `F` with a desk form that was posted to its page's own address, without scripts. It may
/// bring files.
pub async fn post<F>(Of(state): Of<State>, request: Request) -> Response
where
    F: ServerFn<Error = AppError> + FromReq<PostUrl, Request<Body>, AppError> + 'static,
{
    let (request, typed, of_files) = match read_with_files(&state, request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    if typed.iter().any(|(name, _)| name == REMOVE) {
        let posted = Posted {
            typed,
            ..Posted::default()
        };
        return draw_with(&state, request, StatusCode::OK, move || provide_context(posted.clone())).await;
    }
    if !of_files.is_empty() {
        return answer(&state, request, typed, Err(AppError::Fields(of_files)), || {}).await;
    }
    let (parts, _) = request.into_parts();
    let again = || Request::from_parts(parts.clone(), Body::empty());
    let Ok(input) = F::from_req(urlencoded(again(), &typed)).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let told = ResponseOptions::default();
    let run = Owner::new().with(|| {
        provide_context(parts.clone());
        provide_context(told.clone());
        provide_door();
        ScopedFuture::new(input.run_body())
    });
    let done = run.await.map(|_| next(&told).unwrap_or_else(|| parts.uri.to_string()));
    answer(&state, again(), typed, done, || {}).await
}

/// The request with these fields as its form. A server function takes each field once, so the files are named in one.
fn urlencoded(request: Request, typed: &Typed) -> Request {
    let apart = [UPLOAD, UPLOAD_NAME, UPLOAD_ONLY, FILES_ONLY];
    let mut form: Typed = typed
        .iter()
        .filter(|(name, _)| !apart.contains(&name.as_str()) && name != UPLOADS)
        .cloned()
        .collect();
    let lines: Vec<String> = uploads_in(typed).map(|(id, name)| format!("{id} {name}")).collect();
    if !lines.is_empty() {
        form.push((UPLOADS.to_owned(), lines.join("\n")));
    }
    let (mut parts, _) = request.into_parts();
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    parts.headers.insert(header::CONTENT_TYPE, kind);
    let form = serde_urlencoded::to_string(form).unwrap_or_default();
    Request::from_parts(parts, Body::from(form))
}

/// Id and name of every file that a form names.
fn uploads_in(typed: &Typed) -> impl Iterator<Item = (String, String)> {
    let mut names = typed.iter().filter(|(name, _)| name == UPLOAD_NAME);
    let mut found = Vec::new();
    for (name, text) in typed {
        match name.as_str() {
            UPLOAD => {
                let own = names.next().map_or("", |(_, own)| own.as_str());
                // In one line, as each is named by one.
                found.push((text.clone(), own.replace(['\r', '\n'], " ")));
            }
            UPLOADS => {
                let lines = text.lines().filter(|line| !line.is_empty());
                found.extend(lines.map(|line| {
                    let (id, own) = line.split_once(' ').unwrap_or((line, ""));
                    (id.to_owned(), own.to_owned())
                }));
            }
            _ => {}
        }
    }
    found.into_iter()
}

/// Where `leptos_axum::redirect` sends the reader.
fn next(told: &ResponseOptions) -> Option<String> {
    let parts = told.0.read().ok()?;
    parts
        .headers
        .get(header::LOCATION)
        .and_then(|to| to.to_str().ok())
        .map(str::to_owned)
}
