//! Who is signed in, and the frame around every page for officers.

use domain::{
    permit::{Role, may_file_for_others},
    view::directory::AgencyName,
};
use leptos::{children::TypedChildren, prelude::*, server_fn::codec::Postcard};
use serde::{Deserialize, Serialize};

use crate::{
    error::AppError,
    parts::{Glyph, StaffFrame, StaffLink},
    text::use_text,
};

/// The officer who reads a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// Their desk.
    pub agency: AgencyName,
    /// First name.
    pub name: String,
    /// Unit.
    pub unit: Option<String>,
    /// What they are there. Decides which entries the bar has, and nothing else.
    pub role: Role,
}

/// Which entry of the bar is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// `/meja`
    Desk,
    /// `/meja/bantu`
    Assist,
    /// `/sinergi`
    Sinergi,
}

/// The officer who asks.
#[server(prefix = "/api", endpoint = "staff/reader", input = Postcard, output = Postcard)]
pub async fn read_reader() -> Result<Reader, AppError> {
    crate::ssr::reader()
}

/// A page for officers: their desk, their name, and the rooms they may enter.
#[component]
pub fn StaffPage<C>(
    /// Who reads it.
    reader: Reader,
    /// Where they are.
    here: Room,
    /// Classes of the content.
    #[prop(default = "page page-full")]
    class: &'static str,
    /// The content.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + 'static,
{
    let words = &use_text().common;
    let link = |room, href, glyph, word| StaffLink {
        href,
        glyph,
        word,
        count: String::new(),
        is_here: here == room,
    };
    let desk = has_desk(reader.role).then(|| link(Room::Desk, "/meja", Glyph::List, words.queue));
    let sinergi = sees_province(reader.role).then(|| link(Room::Sinergi, "/sinergi", Glyph::Figures, words.sinergi));
    let assist = may_file_for_others(reader.role)
        .then(|| link(Room::Assist, "/meja/bantu", Glyph::Write, use_text().assist.link));
    let first = if has_desk(reader.role) { "/meja" } else { "/sinergi" };
    let links: Vec<StaffLink> = desk.into_iter().chain(assist).chain(sinergi).collect();
    let initials = initials(&reader.name);
    view! {
        <StaffFrame agency=reader.agency.short person=reader.name initials first links class>
            {children.into_inner()()}
        </StaffFrame>
    }
}

/// Leaders and auditors read numbers, not cases. Source: `docs/rules.md`, "Who sees what".
const fn has_desk(role: Role) -> bool {
    !matches!(role, Role::ProvinceLeader | Role::Auditor)
}

const fn sees_province(role: Role) -> bool {
    matches!(
        role,
        Role::ProvinceAdmin | Role::ProvinceLeader | Role::Auditor | Role::Inspectorate
    )
}

/// The first letters of up to two words.
#[must_use]
pub fn initials(name: &str) -> String {
    name.split_whitespace()
        .take(2)
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_the_first_letters_of_two_words() {
        assert_eq!(initials("rina Melati Putri"), "RM");
        assert_eq!(initials("Yusuf"), "Y");
    }
}
