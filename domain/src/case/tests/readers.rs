//! The matrix of readers in `docs/matrices/`: who sees what of a case.

use super::{
    fixture::*,
    matrix::{compare, table},
};
use crate::{
    deed::{Act, Deed},
    kind::Visibility,
    permit::{Actor, Officer, Role},
    view::rights::{self, HistoryRight, Reader},
};

/// Every reader of `docs/rules.md`, "Who sees what", at a case where they can be.
fn readers() -> Vec<(&'static str, Life, Option<Officer>)> {
    let joint = Life::offered(DESDM, DLH)
        .and(&handler(DLH), together())
        .and(&handler(DESDM), Deed::AgreeTogether);
    let handed = Life::offered(DESDM, DLH).and(&handler(DLH), Deed::Accept);
    let flagged = Life::dispatched(DESDM).and(&province(), flag(&[DESDM]));
    let mut secret = Life::dispatched(DESDM);
    secret.case.visibility = Visibility::Secret;
    let by = |agency, role| Some(officer(agency, role, 1));
    let plain = Life::dispatched(DESDM);
    let provincial = |role| by(PROVINSI, role);
    vec![
        ("holder", plain.clone(), by(DESDM, Role::LiaisonOfficer)),
        ("partner", joint, by(DLH, Role::LiaisonOfficer)),
        ("offered", Life::offered(DESDM, DLH), by(DLH, Role::LiaisonOfficer)),
        ("former", handed, by(DESDM, Role::LiaisonOfficer)),
        ("accused", flagged.clone(), by(DESDM, Role::LiaisonOfficer)),
        ("other", plain.clone(), by(KAB, Role::LiaisonOfficer)),
        ("`province_admin`", plain.clone(), provincial(Role::ProvinceAdmin)),
        ("`province_admin`, secret case", secret, provincial(Role::ProvinceAdmin)),
        (
            "`province_admin`, restricted case",
            flagged.clone(),
            provincial(Role::ProvinceAdmin),
        ),
        ("`province_leader`", plain.clone(), provincial(Role::ProvinceLeader)),
        ("`auditor`", plain.clone(), provincial(Role::Auditor)),
        (
            "Inspektorat, restricted case",
            flagged,
            by(INSPEKTORAT, Role::Inspectorate),
        ),
        (
            "Inspektorat, other case",
            plain.clone(),
            by(INSPEKTORAT, Role::Inspectorate),
        ),
        ("reporter", plain, None),
    ]
}

fn row_of_reader(life: &Life, reader: Option<&Officer>) -> Vec<String> {
    let as_reader = reader.map_or(Reader::Reporter, Reader::Officer);
    let Some(rights) = rights::of(&life.case, &life.book.desks, as_reader) else {
        return vec![
            "missing".to_owned(),
            "–".to_owned(),
            "–".to_owned(),
            "–".to_owned(),
            "–".to_owned(),
        ];
    };
    let history = match rights.history {
        HistoryRight::All => "all",
        HistoryRight::Public => "public",
        HistoryRight::Reporter => "public, and who opened the identity",
        HistoryRight::Until(_) => "up to its hand-off",
    };
    let opens = |visibility| {
        let mut life = life.clone();
        life.case.visibility = visibility;
        let by = reader.map_or(Actor::Reporter, |officer| Actor::Officer(officer.clone()));
        match life.case.check(life.acting(&by), Act::OpenIdentity) {
            Ok(()) => "by a logged act",
            Err(_) if reader.is_none() => "own",
            Err(_) => "never",
        }
    };
    let facts = if rights.sees_facts { "all" } else { "code and status" };
    let notes = if rights.notes_of.is_some() { "own" } else { "none" };
    [
        facts,
        history,
        notes,
        opens(Visibility::Open),
        opens(Visibility::Anonymous),
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn the_table_of_readers_is_the_committed_one() {
    let columns = [
        "text, facts, files",
        "history",
        "notes",
        "identity, `open`",
        "identity, `anonymous`",
    ];
    let rows = readers()
        .into_iter()
        .map(|(name, life, reader)| (name.to_owned(), row_of_reader(&life, reader.as_ref())));
    let text = format!(
        "# Who sees what\n\n\
        What each reader sees of a case; \"missing\" is what they see of a case that does not exist. \
        Printed and compared by `case::tests::readers`; `UPDATE=1` writes it anew.\n\n{}",
        table("reader", &columns, rows)
    );
    compare("reader-what", &text);
}
