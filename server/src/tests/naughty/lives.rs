//! What people write in the life of a case: each text through the form of its act, and then on every page that shows
//! it. Where that is, is printed in `docs/matrices/text-shown.md` and compared.

mod read;
mod told;

use std::{collections::BTreeMap, env, fs, path::Path};

use domain::deed::Act;
use tokio::task::JoinSet;

use self::{
    read::{PAGES, Place},
    told::tell,
};
use super::is_one_line;

/// Who acts, and who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// The reporter.
    Reporter,
    /// The liaison officer of the agency that holds the case.
    Front,
    /// A handler there.
    Second,
    /// Another agency.
    Partner,
    /// The province desk.
    Province,
    /// The Inspektorat.
    Inspectorate,
}

/// One act: what is written in its form is a naughty text, but for what is `fixed`.
#[derive(Clone, Copy)]
pub(super) struct Step {
    by: By,
    act: Act,
    fixed: &'static [(&'static str, &'static str)],
}

impl Step {
    /// The fields into which it writes, with their limits.
    fn written(self) -> impl Iterator<Item = (&'static str, domain::limits::Chars)> {
        let is_fixed = move |field: &str| self.fixed.iter().any(|(fixed, _)| *fixed == field);
        let fields = portal::written(self.act).iter().copied();
        fields.filter(move |(field, _)| !is_fixed(field))
    }
}

/// A case, what happens to it, and who looks at it in the end.
pub(super) struct Life {
    name: &'static str,
    filed: &'static [(&'static str, &'static str)],
    /// Whether the report itself is written so.
    is_filed_so: bool,
    steps: &'static [Step],
    looks: &'static [Place],
}

impl Life {
    /// Whether a naughty text goes through this field of this act.
    pub(super) fn writes(&self, act: Act, field: &str) -> bool {
        let steps = self.steps.iter().filter(|step| step.act == act);
        steps
            .copied()
            .any(|step| step.written().any(|(written, _)| written == field))
    }
}

const fn step(by: By, act: Act, fixed: &'static [(&'static str, &'static str)]) -> Step {
    Step { by, act, fixed }
}

const SENTENCE: (&str, &str) = ("sentence", "Kewenangan ada di instansi lain.");
const PROMISED: (&str, &str) = ("promise_on", "2026-11-06");
const DONE: (&str, &str) = ("done_on", "2026-11-03");
const ANSWERED: Step = step(
    By::Front,
    Act::Answer,
    &[
        ("text", "Izin Anda terbit hari ini, nomor 070/118."),
        ("done", "Izin diterbitkan"),
        ("unit", "Bidang Pelayanan"),
        DONE,
    ],
);
const VERIFIED: Step = step(By::Front, Act::Verify, &[]);
const PUBLISHED: Step = step(
    By::Front,
    Act::Publish,
    &[
        ("title", "Izin galian belum terbit"),
        ("body", "Permohonan izin galian sudah empat bulan tanpa kabar."),
        ("response", ""),
        ("masking", "yes"),
    ],
);

/// All lives. Together they have every act with words of its own.
pub(super) const LIVES: [Life; 9] = [
    Life {
        name: "joint",
        filed: &[],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            step(By::Front, Act::Note, &[]),
            step(By::Front, Act::OpenIdentity, &[]),
            step(By::Front, Act::AskData, &[]),
            step(By::Reporter, Act::Supply, &[]),
            step(By::Front, Act::Reply, &[PROMISED]),
            step(By::Front, Act::Start, &[PROMISED]),
            step(By::Front, Act::Prolong, &[]),
            step(By::Front, Act::Offer, &[("to", "DESDM"), ("reason", "other_opd")]),
            step(By::Partner, Act::Together, &[]),
            step(By::Front, Act::AgreeTogether, &[]),
            step(By::Partner, Act::DeclineTask, &[("task", "1"), ("reason", "other_opd")]),
            step(By::Province, Act::RuleTask, &[("task", "1"), ("verdict", "back")]),
            step(By::Partner, Act::FinishTask, &[("task", "1")]),
            step(By::Second, Act::Answer, &[DONE]),
            step(By::Reporter, Act::Reopen, &[]),
            ANSWERED,
            step(By::Reporter, Act::Confirm, &[]),
            step(By::Reporter, Act::Rate, &[("value", "2")]),
            step(By::Reporter, Act::AskErasure, &[]),
            step(By::Front, Act::RefuseErasure, &[]),
        ],
        looks: &[Place::Own, Place::Data, Place::Ombudsman, Place::Desk],
    },
    Life {
        name: "ruled",
        filed: &[],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            step(
                By::Front,
                Act::Offer,
                &[("to", "DESDM"), ("reason", "other_opd"), SENTENCE],
            ),
            step(By::Partner, Act::Together, &[("what", "Rekomendasi"), SENTENCE]),
            step(By::Front, Act::RefuseTogether, &[]),
            step(
                By::Front,
                Act::Offer,
                &[("to", "DESDM"), ("reason", "other_opd"), SENTENCE],
            ),
            step(By::Partner, Act::Decline, &[("better", "DLH"), ("reason", "other_opd")]),
            step(
                By::Province,
                Act::Rule,
                &[
                    ("verdict", "joint"),
                    ("to", "DPMPTSP"),
                    ("partner", "DESDM"),
                    ("partner_2", "DLH"),
                    ("partner_3", "DKP"),
                    ("decision", ""),
                ],
            ),
            step(
                By::Province,
                Act::Rule,
                &[
                    ("verdict", "back"),
                    SENTENCE,
                    ("what", ""),
                    ("what_2", ""),
                    ("what_3", ""),
                ],
            ),
        ],
        looks: &[Place::Own, Place::Data, Place::Desk, Place::Province],
    },
    Life {
        name: "accused",
        filed: &[],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            step(By::Province, Act::Flag, &[("accused", "DESDM")]),
            step(By::Inspectorate, Act::LiftFlag, &[]),
        ],
        looks: &[Place::Own, Place::Data, Place::Inspectorate],
    },
    Life {
        name: "archived",
        filed: &[],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            step(By::Second, Act::ProposeArchive, &[("reason", "too_general")]),
            step(By::Front, Act::ApproveArchive, &[]),
            step(By::Reporter, Act::Object, &[]),
            step(By::Province, Act::Refer, &[("outside", "X-BPJN")]),
        ],
        looks: &[Place::Own, Place::Data, Place::Ombudsman, Place::Province],
    },
    Life {
        name: "dispatched",
        filed: &[("service", "")],
        is_filed_so: true,
        steps: &[step(By::Province, Act::Dispatch, &[("to", "DPMPTSP")])],
        looks: &[Place::Own, Place::Data, Place::Desk],
    },
    Life {
        name: "asked for information",
        filed: &[("kind", "information_request")],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            step(By::Front, Act::SendToPpid, &[]),
            step(By::Front, Act::ExtendPpid, &[]),
            step(By::Front, Act::Classify, &[("kind", "information_request")]),
            step(
                By::Front,
                Act::ProposeOutside,
                &[("outside", "X-BPJN"), ("reason", "central_authority")],
            ),
        ],
        looks: &[Place::Own, Place::Data, Place::Desk],
    },
    Life {
        name: "with a new receipt",
        filed: &[],
        is_filed_so: false,
        steps: &[VERIFIED, step(By::Front, Act::NewReceipt, &[])],
        looks: &[Place::Desk, Place::Province],
    },
    Life {
        name: "published",
        filed: &[],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            ANSWERED,
            step(By::Front, Act::Publish, &[("respond", "yes"), ("masking", "yes")]),
        ],
        looks: &[Place::Public, Place::Feed, Place::Desk],
    },
    Life {
        name: "worded anew",
        filed: &[],
        is_filed_so: false,
        steps: &[
            VERIFIED,
            ANSWERED,
            PUBLISHED,
            step(By::Front, Act::Unpublish, &[]),
            PUBLISHED,
            step(By::Front, Act::Revise, &[("respond", "yes"), ("masking", "yes")]),
        ],
        looks: &[Place::Public, Place::Feed],
    },
];

/// One field of one step, and on how many pages of each kind its texts stood.
pub(super) struct Row {
    field: String,
    limit: u16,
    is_one_line: bool,
    found: BTreeMap<Place, usize>,
    looked: usize,
}

const HEADING: &str = "# Where a text is shown

Every field into which somebody writes, by the act of its form, and the pages on which its text stands. Every string of \
the big list of naughty strings went through every field: it stands there as it was typed, or in none of its pages; and \
it is text there, and nothing else. A dash: nobody looked. Reports themselves are `file`; the name is apart from its case \
and stands in the reporter's own copy.
Printed and compared by `tests::naughty`; `UPDATE=1` writes it anew.
";

fn printed(rows: &[Row]) -> String {
    let mut table = HEADING.to_owned();
    let names: Vec<&str> = PAGES.iter().map(|place| place.name()).collect();
    table.push_str(&format!("\n| field | characters | lines | {} |\n", names.join(" | ")));
    table.push_str(&format!("|---|---|---|{}\n", "---|".repeat(names.len())));
    for row in rows {
        let cell = |place: &Place| match row.found.get(place) {
            None => "–",
            Some(0) => "",
            Some(found) if *found == row.looked => "✓",
            Some(_) => SOME,
        };
        let cells: Vec<&str> = PAGES.iter().map(cell).collect();
        let lines = if row.is_one_line { "one" } else { "many" };
        table.push_str(&format!(
            "| {} | {} | {lines} | {} |\n",
            row.field,
            row.limit,
            cells.join(" | ")
        ));
    }
    table
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_text_stands_on_its_pages_as_it_was_typed_and_does_nothing() {
    let mut lives = JoinSet::new();
    for (place, life) in LIVES.iter().enumerate() {
        lives.spawn(async move { (place, tell(life).await) });
    }
    let mut told = Vec::new();
    let mut failed = 0;
    while let Some(life) = lives.join_next().await {
        // One that failed has said why; the others go on, so that all is learned at once.
        match life {
            Ok(life) => told.push(life),
            Err(_) => failed += 1,
        }
    }
    assert_eq!(failed, 0, "lives went wrong");
    told.sort_by_key(|(place, _)| *place);
    let rows: Vec<Row> = told.into_iter().flat_map(|(_, rows)| rows).collect();
    let table = printed(&rows);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/matrices/text-shown.md");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        !table.contains(SOME),
        "a text stands on some of its pages, and not on others:\n{table}"
    );
    let is_shown = |row: &&Row| row.found.values().any(|found| *found > 0);
    let nowhere = rows.iter().filter(|row| !is_shown(row));
    let nowhere: Vec<&str> = nowhere.map(|row| row.field.as_str()).collect();
    assert_eq!(nowhere, NOWHERE, "no page shows them");
    assert!(
        table == committed,
        "docs/matrices/text-shown.md is old; `UPDATE=1` writes it anew:\n{table}"
    );
}

/// A text that stands on some pages of a kind, and not on others.
const SOME: &str = "(!)";
/// What is kept for the record alone, on no page.
const NOWHERE: [&str; 4] = [
    "`rule` decision",
    "`flag` reason",
    "`lift_flag` reason",
    "`unpublish` reason",
];

fn row(act: &str, field: &str, limit: domain::limits::Chars) -> Row {
    Row {
        field: format!("`{act}` {field}"),
        limit: limit.max,
        is_one_line: is_one_line(limit),
        found: BTreeMap::new(),
        looked: 0,
    }
}
