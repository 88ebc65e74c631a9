//! The desk: the queue of an agency, and a case with its acts.

#![allow(
    unreachable_pub,
    reason = "a component's properties are made as public as it asks for, and more"
)]

pub mod case;
mod marks;
pub mod queue;
pub mod receipt;

use std::collections::BTreeMap;

use domain::view::{
    CaseView,
    choices::DeskChoices,
    queue::{QueueFilter, QueuePage},
};
use leptos::{
    prelude::*,
    server_fn::codec::{PostUrl, Postcard},
};
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// One page of the reader's queue. `after` is the key the page before ended with; empty: the first page.
#[server(prefix = "/api", endpoint = "desk/queue", input = Postcard, output = Postcard)]
pub async fn read_queue(
    /// Which view.
    filter: QueueFilter,
    /// The key after which the page begins.
    after: String,
) -> Result<QueuePage, AppError> {
    let (door, officer) = (crate::ssr::door()?, crate::ssr::officer()?);
    let after = (!after.is_empty()).then_some(after.as_str());
    let read = door.portal.desk(&officer).queue(filter, after, door.lang()).await;
    read.map_err(|error| crate::ssr::with_status(error.into()))
}

/// The case with this code, if the reader's desk has a seat at it: another's case and no case answer alike.
#[server(prefix = "/api", endpoint = "desk/case", input = Postcard, output = Postcard)]
pub async fn read_case(
    /// The tracking code.
    code: String,
) -> Result<CaseView, AppError> {
    let (door, officer) = (crate::ssr::door()?, crate::ssr::officer()?);
    let read = door.portal.desk(&officer).open(&code, door.lang()).await;
    let found = read
        .map_err(AppError::from)
        .and_then(|found| found.ok_or(AppError::Missing));
    found.map_err(crate::ssr::with_status)
}

/// What the forms of a case let the reader choose from.
#[server(prefix = "/api", endpoint = "desk/choices", input = Postcard, output = Postcard)]
pub async fn read_choices() -> Result<DeskChoices, AppError> {
    let (door, officer) = (crate::ssr::door()?, crate::ssr::officer()?);
    Ok(door.portal.desk(&officer).choices(door.lang()).await?)
}

/// Who reported, once this reader has opened it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name; empty while it is not opened.
    pub name: String,
    /// Telephone or e-mail.
    pub contact: String,
}

/// The identity that this reader has opened, with a reason, in this case.
#[server(prefix = "/api", endpoint = "desk/identity", input = Postcard, output = Postcard)]
pub async fn read_identity(
    /// The tracking code.
    code: String,
) -> Result<Identity, AppError> {
    let (door, officer) = (crate::ssr::door()?, crate::ssr::officer()?);
    let opened = door.portal.desk(&officer).identity(&code).await?;
    Ok(opened
        .map(|(name, contact)| Identity { name, contact })
        .unwrap_or_default())
}

/// Does one act on a case: `fields` names the act, the version that was read, and what the act needs.
/// Gives where to go on: the case, or the queue where the desk no longer sees it. Refuses a stale `version`.
#[server(prefix = "/api", endpoint = "desk/act", input = PostUrl, output = Postcard)]
pub async fn act_on_case(
    /// The tracking code.
    code: String,
    /// The rest of the form, by name.
    #[server(flatten)]
    fields: BTreeMap<String, String>,
) -> Result<String, AppError> {
    let (door, officer) = (crate::ssr::door()?, crate::ssr::officer()?);
    let desk = door.portal.desk(&officer);
    let act = fields.get("act").cloned().unwrap_or_default();
    desk.act(&code, &portal::Typed(fields.into_iter().collect())).await?;
    let is_ours = desk.open(&code, door.lang()).await?.is_some();
    let page = if act == domain::deed::Act::NewReceipt.as_str() {
        format!("{}/bukti", case_address(&code))
    } else if is_ours {
        case_address(&code)
    } else {
        "/meja".to_owned()
    };
    // With word of the act; the fragment closes the dialog that the form stood in.
    let next = format!("{page}?tersimpan={act}#isi");
    crate::ssr::go_on(&next);
    Ok(next)
}

/// The address of a case on the desk.
fn case_address(code: &str) -> String {
    format!("/meja/{code}")
}
