//! Every route, every role, and every way in which a case can be somebody's or nobody's.
//!
//! The outcome is printed in `docs/matrices/route-role.md` and compared; what is hidden is hidden alike, whatever hides
//! it. `portal` shows that the same statements run.

mod asked;
mod stage;

use app::form::POSTCARD;
use domain::permit::Role;

use self::{
    asked::{Answer, request},
    stage::{PREFIX, REGENCY, Seen, Stage},
};
use super::PASSWORD;
use crate::{
    router::{Kind, ROUTES, Route},
    session,
};

pub(super) use asked::opened as opened_page;

const HEADING: &str = "# Route × role

What every route answers to every role: the status, and where it leads. Routes about a case stand once for each seat \
of the reader's desk; a dash is a seat that this desk never has. *Hidden* is a case that accuses the desk, another's, \
and none: they are answered alike, to the byte. As a page reads it: `accept: application/x-postcard`.
Agency roles work for a regency, whose code begins with the whole code of another agency that has cases too.
Printed and compared by `tests::rights`; `UPDATE=1` writes it anew.
";

/// Nobody, then every role.
fn readers() -> impl Iterator<Item = Option<Role>> {
    std::iter::once(None).chain(Role::ALL.iter().copied().map(Some))
}

/// Whether the route is about one case: by its path, or by what is posted to it.
fn is_about_a_case(route: &Route) -> bool {
    let named = [
        "/lacak",
        "/lacak/hilang",
        "/api/desk/case",
        "/api/desk/identity",
        "/api/desk/act",
    ];
    route.path.contains("{code}") || (route.method == "POST" && named.contains(&route.path))
}

/// What the reader's side takes: the browser, and the page in it where a route answers both.
fn accepts(route: &Route) -> &'static [(&'static str, &'static str)] {
    match route.kind {
        Kind::Page | Kind::Form => &[("", "text/html"), (", as a page reads it", POSTCARD)],
        Kind::Function | Kind::Stream | Kind::File => &[("", "*/*")],
    }
}

async fn answer(stage: &Stage, route: &Route, reader: Option<Role>, code: &str, accept: &str) -> Answer {
    let cookie = stage.cookie(reader);
    Answer::of(
        stage
            .house
            .ask(request(route, (code, stage.file(code)), accept, cookie))
            .await,
        code,
    )
    .await
}

/// One answer for all hidden cases: they do not differ. For nobody, and where only a receipt opens a case, every case
/// is hidden.
async fn hidden(stage: &Stage, route: &Route, reader: Option<Role>, accept: &str) -> String {
    let is_blind = reader.is_none() || route.path.starts_with("/lacak");
    let shown = Seen::SHOWN.into_iter().filter(|_| is_blind);
    let mut first: Option<Answer> = None;
    for seen in shown.chain(Seen::HIDDEN) {
        let Some(code) = stage.code(reader, seen) else {
            continue;
        };
        let answer = answer(stage, route, reader, code, accept).await;
        if let Some(difference) = first.as_ref().and_then(|first| first.difference(&answer)) {
            let (method, path, why) = (&route.method, route.path, seen.name());
            panic!("{method} {path} ({accept}) tells {reader:?} that a case is {why}: {difference}");
        }
        first.get_or_insert(answer);
    }
    first.unwrap().cell()
}

/// The rows of one route: name and cells.
async fn rows(stage: &Stage, route: &Route) -> Vec<(String, Vec<String>)> {
    let mut rows = Vec::new();
    for (how, accept) in accepts(route) {
        let name = format!("`{} {}`{how}", route.method, route.path);
        if !is_about_a_case(route) {
            let mut cells = Vec::new();
            for reader in readers() {
                cells.push(answer(stage, route, reader, "", accept).await.cell());
            }
            rows.push((name, cells));
            continue;
        }
        for seen in Seen::SHOWN {
            let mut cells = Vec::new();
            for reader in readers() {
                cells.push(match stage.code(reader, seen) {
                    Some(code) => answer(stage, route, reader, code, accept).await.cell(),
                    None => "–".to_owned(),
                });
            }
            rows.push((format!("{name}: {}", seen.name()), cells));
        }
        let mut cells = Vec::new();
        for reader in readers() {
            cells.push(hidden(stage, route, reader, accept).await);
        }
        rows.push((format!("{name}: hidden"), cells));
    }
    rows
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_matrix_says_and_hides_alike_what_is_hidden() {
    let stage = Stage::set(Role::ALL).await;
    let names: Vec<String> = Role::ALL.iter().map(|role| format!("`{}`", role.as_str())).collect();
    let mut text = format!("{HEADING}\n| route | nobody | {} |\n", names.join(" | "));
    text.push_str(&format!("|---|---|{}\n", "---|".repeat(names.len())));
    // The last route ends sessions.
    let (ending, others): (Vec<_>, Vec<_>) = ROUTES.iter().partition(|route| route.path == "/keluar");
    for route in others.into_iter().chain(ending) {
        for (name, cells) in rows(&stage, route).await {
            text.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
        }
    }
    let path = format!("{}/../docs/matrices/route-role.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "{path} differs from what the routes answer; UPDATE=1 writes it anew"
    );
}

#[tokio::test]
async fn an_agency_whose_code_begins_another_ones_sees_nothing_of_it() {
    let stage = Stage::set(&[]).await;
    let accounts = stage.house.office.portal.account();
    accounts
        .create(PREFIX, Role::AgencyAdmin, "Rina Melati", "kab", PASSWORD)
        .await
        .unwrap();
    let token = accounts.sign_in("kab", PASSWORD).await.unwrap().unwrap();
    let cookie = format!("{}={token}", session::COOKIE);
    let codes = [Seen::Missing, Seen::Holder, Seen::Accused].map(|seen| &stage.cases[&(REGENCY, seen)].code);
    for route in ROUTES.iter().filter(|route| is_about_a_case(route)) {
        for (_, accept) in accepts(route) {
            let mut first: Option<Answer> = None;
            for code in codes {
                let asked = stage
                    .house
                    .ask(request(route, (code, stage.file(code)), accept, &cookie))
                    .await;
                let answer = Answer::of(asked, code).await;
                let difference = first.as_ref().and_then(|first| first.difference(&answer));
                assert_eq!(difference, None, "{} {}", route.method, route.path);
                first.get_or_insert(answer);
            }
        }
    }
}

#[tokio::test]
async fn a_receipt_opens_its_own_case_and_no_other() {
    let stage = Stage::set(&[]).await;
    let own = &stage.cases[&(REGENCY, Seen::Holder)];
    let (other, missing) = (
        &stage.cases[&(REGENCY, Seen::Others)],
        &stage.cases[&(REGENCY, Seen::Missing)],
    );
    let cookie = |code: &str, secret: &str| format!("__Host-lacak={code}.{secret}");
    // A stream that opens does not end; `tests::follow` asks it the same.
    let routes = ROUTES
        .iter()
        .filter(|route| route.path.starts_with("/lacak/{code}") && route.kind != Kind::Stream);
    for (route, (_, accept)) in routes.flat_map(|route| accepts(route).iter().map(move |how| (route, how))) {
        let ask = async |code: &str, cookie: &str| {
            Answer::of(
                stage
                    .house
                    .ask(request(route, (code, stage.file(code)), accept, cookie))
                    .await,
                code,
            )
            .await
        };
        let nothing = ask(&missing.code, "").await;
        for (code, proof) in [
            (&own.code, String::new()),
            (&own.code, cookie(&own.code, &other.secret)),
            (&own.code, cookie(&other.code, &other.secret)),
            (&other.code, cookie(&own.code, &own.secret)),
            (&missing.code, cookie(&missing.code, &own.secret)),
        ] {
            let difference = nothing.difference(&ask(code, &proof).await);
            assert_eq!(difference, None, "{} {} with {proof}", route.method, route.path);
        }
        let opened = ask(&own.code, &cookie(&own.code, &own.secret)).await;
        assert!(
            nothing.difference(&opened).is_some() && opened.status < 400,
            "{opened:?}"
        );
    }
}
