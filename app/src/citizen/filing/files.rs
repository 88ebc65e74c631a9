//! Photos and papers: chosen or taken, made smaller, shown, put in order. They stay on the phone until "send".

use domain::limits;
use leptos::{html, prelude::*, task::spawn_local, wasm_bindgen::JsCast as _};
use web_sys::{Blob, Event, HtmlInputElement};

use super::{
    Sending,
    drafting::Drafting,
    steps::{Step, Steps},
};
use crate::{
    citizen::{files::FilesField, problems},
    parts::{Glyph, Icon},
    phone::{
        db::{Db, Shelf},
        fields,
        kept::KeptFile,
        shrink::{draw_into, shrunk},
        upload,
    },
    text::{Words, fill, use_text},
};

/// Side of a preview. Unit: pixels; twice what it takes on the screen.
const THUMB: &str = "96";

/// The part of the form about files.
#[component]
pub(super) fn FilesPart(
    /// The form.
    form: Sending,
    /// The steps.
    steps: Steps,
    /// The draft.
    drafting: Drafting,
) -> impl IntoView {
    let words = use_text();
    view! {
        <section
            class="part"
            data-step=Step::Files.id()
            aria-labelledby=Step::Files.id()
            hidden=steps.hides(Step::Files)
            on:change=move |event| take(&event, drafting, words)
        >
            <h2 id=Step::Files.id() tabindex="-1">{words.files.part}</h2>
            <FilesField form may_be_anonymous=true/>
            <Kept drafting/>
        </section>
    }
    .into_any()
}

/// What is kept on the phone already, and the camera. Nothing before the page wakes.
#[component]
fn Kept(
    /// The draft.
    drafting: Drafting,
) -> impl IntoView {
    let words = use_text();
    let busy = drafting.busy;
    let camera = move || {
        drafting.is_kept_here.get().then(|| {
            view! {
                <label class="btn" for="camera"><Icon glyph=Glyph::Eye/>{words.phone.camera}</label>
                <input
                    class="hide"
                    type="file"
                    id="camera"
                    accept="image/*"
                    capture="environment"
                />
            }
        })
    };
    let said = move || match (busy.get(), drafting.files.with(Vec::len)) {
        (true, _) => words.phone.shrinking.to_owned(),
        (false, 0) => String::new(),
        (false, count) => fill(
            words.phone.files_count,
            &[("n", &count.to_string()), ("of", &limits::FILES_MAX.to_string())],
        ),
    };
    let too_many = move || {
        drafting
            .files_told
            .get()
            .map(|told| view! { <p class="error"><Icon glyph=Glyph::Warn/>{told}</p> })
    };
    view! {
        <div class="row">{camera}</div>
        <p class="fine" role="status">{said}</p>
        {too_many}
        <ul class="kept-files">
            <For
                each=move || drafting.files.get()
                key=|file| (file.id.clone(), file.refused.is_some())
                children=move |file| view! { <KeptLine file drafting/> }
            />
        </ul>
    }
}

/// One file.
#[component]
fn KeptLine(
    /// The file.
    file: KeptFile,
    /// The draft.
    drafting: Drafting,
) -> impl IntoView {
    let words = use_text();
    let canvas = NodeRef::<html::Canvas>::new();
    let (id, is_photo) = (file.id.clone(), file.kind.starts_with("image/"));
    Effect::new(move |_| {
        let (Some(canvas), Some(db), true) = (canvas.get(), Db::opened(), is_photo) else {
            return;
        };
        let id = id.clone();
        spawn_local(async move {
            // A photo that cannot be drawn keeps its empty square; its name tells it.
            if let Ok(Some(blob)) = db.find_value(Shelf::Blobs, &id).await {
                let _ = draw_into(&canvas, blob.unchecked_ref()).await;
            }
        });
    });
    let refused = file.refused.as_ref().map(|problem| {
        view! { <p class="error"><Icon glyph=Glyph::Warn/>{problems::sentence(words, "files", problem)}</p> }
    });
    let thumb = if is_photo {
        view! { <canvas class="thumb" width=THUMB height=THUMB aria-hidden="true" node_ref=canvas></canvas> }.into_any()
    } else {
        view! { <span class="thumb"><Icon glyph=Glyph::Attachment/></span> }.into_any()
    };
    let act = |word: &'static str, glyph: Glyph, act: fn(Drafting, &str)| {
        let (id, label) = (file.id.clone(), fill(word, &[("name", &file.name)]));
        view! {
            <button class="btn btn-quiet" type="button" aria-label=label on:click=move |_| act(drafting, &id)>
                <Icon glyph/>
            </button>
        }
    };
    view! {
        <li>
            {thumb}
            <div>
                <p class="name">{file.name.clone()}</p>
                <p class="fine soft">{size(file.bytes, words)}</p>
                {refused}
            </div>
            <div class="row row-tight">
                {act(words.phone.file_up, Glyph::Up, up)}
                {act(words.phone.file_remove, Glyph::Cross, remove)}
            </div>
        </li>
    }
}

/// Takes the chosen files out of their control: from here on they are the draft's, and the control is empty again.
fn take(event: &Event, drafting: Drafting, words: &'static Words) {
    let control = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .filter(|control| control.type_() == "file");
    let (Some(control), true) = (control, drafting.is_kept_here.get_untracked()) else {
        return;
    };
    let chosen: Vec<web_sys::File> = control
        .files()
        .into_iter()
        .flat_map(|list| (0..list.length()).filter_map(move |at| list.item(at)))
        .collect();
    control.set_value("");
    drafting.busy.set(true);
    spawn_local(async move {
        let mut told = None;
        for file in chosen {
            told = add(drafting, &file, words).await.err().or(told);
        }
        drafting.files_told.set(told);
        drafting.busy.set(false);
    });
}

/// Adds one file to the draft; else the sentence that says why not.
async fn add(drafting: Drafting, file: &web_sys::File, words: &Words) -> Result<(), String> {
    if drafting.files_count() >= limits::FILES_MAX {
        return Err(fill(words.phone.files_full, &[("n", &limits::FILES_MAX.to_string())]));
    }
    let is_photo = file.type_().starts_with("image/");
    let blob: Blob = if is_photo {
        shrunk(file).await
    } else {
        file.clone().into()
    };
    let (bytes, most) = (bytes_of(&blob), most_bytes(&file.type_()));
    if bytes > most {
        let values = [
            ("name", file.name()),
            ("size", size(bytes, words)),
            ("most", size(most, words)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        return Err(fill(words.phone.file_large, &values));
    }
    if drafting.add_file(file.name(), blob).await {
        Ok(())
    } else {
        Err(words.phone.no_room.to_owned())
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number of bytes"
)]
fn bytes_of(blob: &Blob) -> u64 {
    blob.size() as u64
}

/// The longest file of this media type that the server takes. Unit: bytes.
fn most_bytes(kind: &str) -> u64 {
    match kind.split('/').next() {
        Some("image") => limits::PHOTO_BYTES_MAX,
        Some("video") => limits::VIDEO_BYTES_MAX,
        _ => limits::PDF_BYTES_MAX,
    }
}

/// A size as people read it.
fn size(bytes: u64, words: &Words) -> String {
    use domain::time::format;
    let kilobytes = bytes.div_ceil(1_000);
    if kilobytes < 1_000 {
        format!("{kilobytes} kB")
    } else {
        let tenths = i64::try_from(kilobytes / 100).unwrap_or(i64::MAX);
        format!("{} MB", format::decimal(tenths, 1, words.language()))
    }
}

/// Moves a file one place up; the first one goes to the end.
fn up(drafting: Drafting, id: &str) {
    drafting.files.update(|files| {
        if let Some(at) = files.iter().position(|file| file.id == id) {
            if at == 0 {
                files.rotate_left(1);
            } else {
                files.swap(at, at - 1);
            }
        }
    });
    drafting.keep_now();
}

fn remove(drafting: Drafting, id: &str) {
    let gone = drafting.files.try_update(|files| {
        let at = files.iter().position(|file| file.id == id)?;
        Some(files.remove(at))
    });
    drafting.keep_now();
    let Some(file) = gone.flatten() else { return };
    // The removed line had the focus.
    if let Some(control) = fields::element::<HtmlInputElement>("files") {
        let _ = control.focus();
    }
    spawn_local(async move {
        if let Some(db) = Db::opened() {
            let _ = db.delete(Shelf::Blobs, &file.id).await;
        }
        if file.sent > 0 {
            upload::take_back(&file.id).await;
        }
    });
}
