//! Files with an officer's message. Complete without scripts: the form posts them whole, and what was received stays with
//! it. Where scripts run they go first, in pieces, and the form names them.

use domain::text::FieldError;
use leptos::{
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{File, HtmlFormElement, HtmlInputElement},
};

use super::form::{Acting, Form};
use crate::{
    desk::ActOnCase,
    error::AppError,
    parts::{FILE_KINDS, Field, Glyph, Icon, files_hint},
    phone::{
        kept::KeptFile,
        new_id,
        upload::{self, Sent},
    },
    text::{fill, use_text},
};

/// Names every file that was received: a line for each, with its id, a space, and its name. A server function takes
/// each field once.
pub(super) const UPLOADS: &str = "uploads";
/// The button that takes a file away: its value is the file's id.
const REMOVE: &str = "remove";

/// Id and name of each file that a field [`UPLOADS`] names.
pub(super) fn named(uploads: &str) -> Vec<(String, String)> {
    let lines = uploads.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| line.split_once(' ').unwrap_or((line, "")))
        .map(|(id, name)| (id.to_owned(), name.to_owned()))
        .collect()
}

/// The value of a field [`UPLOADS`].
pub(super) fn joined(files: &[(String, String)]) -> String {
    let line = |(id, name): &(String, String)| format!("{id} {name}");
    files.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The field, what was received already, and how far a file on its way is.
#[component]
pub(super) fn FilesField(
    /// The form it stands in; it posts `multipart/form-data`.
    form: Form,
) -> impl IntoView {
    let words = use_text();
    let (id, error) = (form.id("files"), form.error("files"));
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let described = move || match error.get() {
        Some(_) => format!("{hint_id} {error_id}"),
        None => hint_id.clone(),
    };
    let hint = format!("{} {}", files_hint(words), words.files.desk_note);
    let told = move || {
        let percent = form.percent().filter(|_| form.is_busy().get());
        percent.map(|percent| fill(words.files.on_their_way, &[("n", &percent.to_string())]))
    };
    view! {
        {move || view! { <Chosen form/> }}
        <Field id=id.clone() label=words.files.choose hint optional=true error>
            <input
                class="input file-input"
                type="file"
                id=id
                name="files"
                multiple
                accept=FILE_KINDS
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=described
            />
        </Field>
        <p class="fine" role="status">{told}</p>
    }
    .into_any()
}

/// What was received already; nothing while nothing was.
#[component]
fn Chosen(
    /// The form.
    form: Form,
) -> impl IntoView {
    let words = use_text().files;
    let chosen = form.uploads();
    if chosen.is_empty() {
        return ().into_any();
    }
    let all = joined(&chosen);
    let lines: Vec<_> = chosen
        .into_iter()
        .map(|(id, name)| {
            let word = fill(words.remove, &[("name", &name)]);
            let gone = id.clone();
            let remove = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                form.forget(&gone);
            };
            view! {
                <li class="chosen">
                    <span class="file"><Icon glyph=Glyph::Attachment/><span class="file-name">{name}</span></span>
                    <button class="btn btn-quiet" name=REMOVE value=id on:click=remove>{word}</button>
                </li>
            }
            .into_any()
        })
        .collect();
    let act = form.first_act();
    view! {
        // The first button of a form is what the Enter key presses: it must not take a file away.
        <button class="hide" name="act" value=act tabindex="-1" aria-hidden="true"></button>
        <p><b>{words.chosen}</b></p>
        <ul class="files">{lines}</ul>
        <input type="hidden" name=UPLOADS value=all/>
    }
    .into_any()
}

/// The control of a form's files, if it has one, and what was chosen in it.
pub(super) fn chosen_in(form: &HtmlFormElement) -> Option<(HtmlInputElement, Vec<File>)> {
    let control = form.query_selector("input[type=file]").ok()??;
    let control: HtmlInputElement = control.dyn_into().ok()?;
    let list = control.files();
    let files = list
        .into_iter()
        .flat_map(|list| (0..list.length()).filter_map(move |at| list.item(at)));
    let files = files.collect();
    Some((control, files))
}

impl Acting {
    /// Sends the files in pieces, then the form that names them. A file that does not go stops both; those that went
    /// stay with the form.
    pub(super) async fn send_with(self, mut input: ActOnCase, control: HtmlInputElement, files: Vec<File>) {
        let mut gone = named(input.fields.get(UPLOADS).map_or("", String::as_str));
        self.percent.set(Some(0));
        let sent = send_all(&files, &mut gone, |percent| self.percent.set(Some(percent))).await;
        self.percent.set(None);
        let uploads = joined(&gone);
        self.keep(UPLOADS, &uploads);
        input.fields.insert(UPLOADS.to_owned(), uploads);
        match sent {
            Ok(()) => {
                control.set_value("");
                self.dispatch(input);
            }
            Err(error) => self.fail(error),
        }
    }
}

/// Sends what was chosen, and adds each file that went to `gone`. `told` hears the hundredths.
async fn send_all(files: &[File], gone: &mut Vec<(String, String)>, told: impl Fn(u64)) -> Result<(), AppError> {
    let total: u64 = files.iter().map(bytes_of).sum::<u64>().max(1);
    let mut before = 0;
    for file in files {
        let one_line = file.name().replace(['\r', '\n'], " ");
        let kept = KeptFile {
            id: new_id(),
            name: one_line,
            kind: file.type_(),
            bytes: bytes_of(file),
            sent: 0,
            refused: None,
        };
        let sent = upload::send(&kept, file, async |bytes| told((before + bytes) * 100 / total)).await;
        match sent {
            Sent::Whole => gone.push((kept.id, kept.name)),
            Sent::Later => return Err(AppError::Offline),
            Sent::Refused(problem) => {
                let problem = if let FieldError::File { problem, .. } = problem {
                    let name = kept.name;
                    FieldError::File { name, problem }
                } else {
                    problem
                };
                return Err(AppError::Fields(vec![("files".to_owned(), problem)]));
            }
        }
        before += kept.bytes;
    }
    Ok(())
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number of bytes"
)]
fn bytes_of(file: &File) -> u64 {
    file.size() as u64
}

#[cfg(test)]
mod tests {
    use super::{joined, named};

    #[test]
    fn files_are_named_in_one_field_with_whatever_their_names_hold() {
        let files = [
            ("019a".to_owned(), "surat izin 2.pdf".to_owned()),
            ("019b".to_owned(), String::new()),
        ];
        assert_eq!(named(&joined(&files)), files);
        assert_eq!(
            named(&joined(&files).replace('\n', "\r\n")),
            files,
            "as a browser posts it"
        );
        assert!(named("").is_empty());
    }
}
