//! The document around every page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};

use leptos_router::components::Router;

use crate::{
    App,
    error::AppError,
    problem_page::ProblemPage,
    text::{Lang, Words},
};

/// Addresses of the built files, with the hash of their content in them.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// `/pkg/….css`
    pub css: Arc<str>,
    /// `/pkg/….js`, the glue of the wasm.
    pub js: Arc<str>,
    /// `/pkg/….wasm`
    pub wasm: Arc<str>,
    /// `/boot.js?v=…`, which wakes the page.
    pub boot: Arc<str>,
    /// Version of the words, for `/teks/{code}?v=…`.
    pub words: Arc<str>,
    /// `/sw.js?…`, the service worker, with the names of this build.
    pub worker: Arc<str>,
    /// `/map/map.js?v=…`, which draws a map where somebody asks for one.
    pub map: Arc<str>,
    /// Version of what lies beneath every map, for `/peta/wilayah.json?v=…`.
    pub ground: Arc<str>,
    /// The servers that have the pictures of maps; `None` where there are none.
    pub tiles: Option<Arc<str>>,
}

/// `<html>` with its head; the body is the [`App`].
pub fn shell(assets: Assets, words: &'static Words) -> impl IntoView {
    let Assets {
        css,
        js,
        wasm,
        boot,
        words: version,
        worker,
        map,
        ground,
        tiles,
    } = assets;
    let words_file = format!("/teks/{}?v={version}", words.common.lang);
    let map = format!("{map}&w={ground}");
    let boot = view! {
        <script
            src=boot
            defer
            data-js=js
            data-wasm=wasm
            data-words=words_file
            data-worker=worker
            data-map=map
            data-tiles=tiles
        ></script>
    };
    document(css, words, boot, App)
}

/// `<html>` around the sentence that says why there is no page. Nothing wakes it.
pub fn fault_shell(assets: Assets, words: &'static Words, error: AppError) -> impl IntoView {
    document(assets.css, words, (), move || {
        provide_meta_context();
        view! { <Router><ProblemPage error/></Router> }
    })
}

fn document<V: IntoView>(
    css: Arc<str>,
    words: &'static Words,
    boot: impl IntoView,
    body: impl FnOnce() -> V,
) -> impl IntoView {
    let manifest = match words.language() {
        Lang::Id => "/manifest.webmanifest",
        Lang::En => "/manifest.en.webmanifest",
    };
    view! {
        <!DOCTYPE html>
        <html lang=words.common.lang>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" href="/logo.svg" type="image/svg+xml"/>
                <link rel="manifest" href=manifest/>
                <meta name="theme-color" content="#0a3a42"/>
                <link rel="stylesheet" href=css/>
                {boot}
                <MetaTags/>
            </head>
            <body>
                {body()}
            </body>
        </html>
    }
}
