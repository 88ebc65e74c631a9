//! A dialog that opens by its address (`#alihkan`), so that it opens without scripts.

use leptos::children::TypedChildren;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Button, ButtonKind, Glyph, Icon};
use crate::text::use_text;

/// Where a closed dialog leaves the reader: the content of the page.
const CLOSED: &str = "#isi";

/// Keeps the dialog in step with the address where the browser itself does not: only a step of the browser moves
/// `:target`, and only onto what is drawn at that moment. So the dialog opens once it is drawn late, as when its act
/// becomes open by the act before; and it closes once the router has gone on, as after a form that left the page.
fn follow_address(id: &'static str, dialog: NodeRef<html::Dialog>) {
    let hash = use_location().hash;
    Effect::new(move |_| {
        let is_left = hash.get().strip_prefix('#') != Some(id);
        let location = window().location();
        let is_asked = location.hash().is_ok_and(|hash| hash.strip_prefix('#') == Some(id));
        let Some(dialog) = dialog.get() else { return };
        let is_shown = dialog.matches(":target").unwrap_or_default();
        // A browser that refuses leaves the dialog as it is; its own links still open and close it.
        if is_asked && !is_shown {
            let _ = location.replace(&format!("#{id}"));
        } else if is_left && is_shown {
            let _ = location.set_hash(CLOSED);
        }
    });
}

/// The dialog. Its body is usually a form that ends in [`DialogActs`].
#[component]
pub fn Dialog<C>(
    /// Its address, without the `#`. Unique on the page.
    id: &'static str,
    /// What it asks.
    #[prop(into)]
    title: String,
    /// One line below the title; may be empty.
    #[prop(optional, into)]
    lead: String,
    /// The form, its fields in a `div.body.stack`.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    let dialog = NodeRef::new();
    follow_address(id, dialog);
    let title_id = format!("{id}-title");
    let named_by = title_id.clone();
    view! {
        <dialog class="dialog" id=id aria-labelledby=named_by node_ref=dialog>
            <header>
                <div>
                    <h2 id=title_id>{title}</h2>
                    {(!lead.is_empty()).then(|| view! { <p class="fine soft">{lead}</p> })}
                </div>
                <a class="close" href=CLOSED rel="external" aria-label=use_text().common.close>
                    <Icon glyph=Glyph::Cross/>
                </a>
            </header>
            {children.into_inner()()}
        </dialog>
    }
}

/// The foot of a dialog's form: leave it, or do it.
#[component]
pub fn DialogActs(
    /// The act.
    #[prop(into)]
    word: String,
    /// A drawing before the word.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// [`ButtonKind::Risk`] for what cannot be undone.
    #[prop(default = ButtonKind::Main)]
    kind: ButtonKind,
) -> impl IntoView {
    let act = match glyph {
        Some(glyph) => view! { <Button word kind glyph/> },
        None => view! { <Button word kind/> },
    };
    view! {
        <footer>
            <a class="btn" href=CLOSED rel="external">{use_text().common.cancel}</a>
            {act}
        </footer>
    }
}

/// Opens a dialog. `rel="external"` keeps the router out: only the browser itself moves `:target`.
#[component]
pub fn DialogLink(
    /// The dialog's id.
    dialog: &'static str,
    /// What it is for.
    #[prop(into)]
    word: String,
    /// A drawing before the word.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// Its weight in the group.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    view! {
        <a class=kind.class() href=format!("#{dialog}") rel="external">
            {glyph.map(|glyph| view! { <Icon glyph/> })}
            {word}
        </a>
    }
}
