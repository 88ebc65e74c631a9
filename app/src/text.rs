//! The words of the pages, in Indonesian and English.
//!
//! A sentence that is missing in one language does not compile. Each section stands in a file of its own, both
//! languages side by side. The browser does not carry the words in its program: it fetches one language as postcard
//! and borrows every sentence from those bytes ([`read`]).

mod account;
mod acts;
mod assist;
mod common;
mod desk;
mod files;
mod filing;
mod follow;
mod help;
mod history;
mod home;
mod letters;
mod lists;
mod map;
mod my_data;
mod offers;
mod phone;
mod privacy;
mod problems;
mod province;
mod public;
mod receipt;
mod refusals;
mod sign_in;
mod sinergi;
mod spot;
mod status;
mod suggesting;
mod tracking;

pub use account::Account;
pub use acts::{Acts, ActsDone};
pub use assist::Assist;
pub use common::{Common, Fault};
pub use desk::{Capacities, CaseDesk, Limits, Queue, QueueFilters};
pub use files::{FileKinds, FileProblems, Files};
pub use filing::Filing;
pub use follow::{Follow, NextSteps, NoticeChannels, NoticeGroups};
pub use help::Help;
pub use history::{Doers, History};
pub use home::Home;
pub use letters::Letters;
pub use lists::{Channels, KindNotes, Kinds, Roles, ServiceKinds, Subjects, Visibilities, VisibilityNotes};
pub use map::Maps;
pub use my_data::MyData;
pub use offers::{HandoffReasons, Offers, RulingCauses};
pub use phone::Phone;
pub use privacy::{Erasure, Escalation, Grounds, Openings, Paper};
pub use problems::Problems;
pub use province::{Rulings, Triage};
pub use public::{Masking, Public, PublicStates, PublicStatus, PublicSteps, Publishing};
pub use receipt::{Receipt, Whys};
pub use refusals::{ArchiveReasons, Refusals};
pub use sign_in::SignIn;
pub use sinergi::Sinergi;
pub use spot::Spot;
pub use status::{Status, StatusForDesk, StatusLines};
pub use suggesting::Suggesting;
pub use tracking::{LimitLines, MessageKinds, TaskStates, Tracking};

pub use domain::lang::Lang;

use leptos::prelude::expect_context;
use serde::Serialize;

/// Declares one section: `name: "Indonesian" | "English",` for every sentence.
///
/// Gives the struct, whose fields carry their Indonesian sentence as documentation, and `ID` and `EN`. A section
/// `of` a closed list of the rule book (`name = Member: …`) also gives `of(member)`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident of $code:path { $($field:ident = $member:ident: $id:literal | $en:literal,)+ }) => {
        words! { $(#[$doc])* $name { $($field: $id | $en,)+ } }

        impl $name {
            /// The sentence for this member. A member without a sentence does not compile.
            #[must_use]
            pub const fn of(&self, code: $code) -> &'static str {
                use $code as Code;
                match code { $(Code::$member => self.$field,)+ }
            }
        }
    };
    ($(#[$doc:meta])* $name:ident { $($field:ident: $id:literal | $en:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, serde::Serialize)]
        pub struct $name { $(#[doc = $id] pub $field: &'static str,)+ }

        impl $name {
            /// The section in Indonesian.
            pub const ID: Self = Self { $($field: $id,)+ };
            /// The section in English.
            pub const EN: Self = Self { $($field: $en,)+ };

            /// No sentence yet: what the browser fills in.
            pub(super) const BLANK: Self = Self { $($field: "",)+ };

            pub(super) fn fill(&mut self, from: &mut super::Sentences) {
                $(from.put(&mut self.$field);)+
            }
        }
    };
}
use words;

/// Declares all sections together, in both languages.
macro_rules! sections {
    ($($(#[$doc:meta])* $field:ident: $section:ident,)+) => {
        /// Every sentence of the pages, in one language.
        #[derive(Debug, Clone, Copy, Serialize)]
        pub struct Words { $($(#[$doc])* pub $field: $section,)+ }

        impl Words {
            const BLANK: Self = Self { $($field: $section::BLANK,)+ };

            fn fill(&mut self, from: &mut Sentences) {
                $(self.$field.fill(from);)+
            }
        }

        static ID: Words = Words { $($field: $section::ID,)+ };
        static EN: Words = Words { $($field: $section::EN,)+ };
    };
}

sections! {
    /// Words of every page: header, footer, buttons, units.
    common: Common,
    /// Pages for what is missing or broken.
    fault: Fault,
    /// `/`.
    home: Home,
    /// `/lapor`.
    filing: Filing,
    /// The point of a report.
    spot: Spot,
    /// Maps on demand.
    maps: Maps,
    /// Choosing files, and files that are here.
    files: Files,
    /// What a file is.
    file_kinds: FileKinds,
    /// Why a file cannot be taken.
    file_problems: FileProblems,
    /// The form step by step, drafts, the outbox and `/laporan-saya`.
    phone: Phone,
    /// What is wrong with a field.
    problems: Problems,
    /// Suggestions while filing, and in the triage.
    suggesting: Suggesting,
    /// The receipt after filing.
    receipt: Receipt,
    /// Why a case went where it went.
    whys: Whys,
    /// `/bantuan`.
    help: Help,
    /// `/lacak`.
    tracking: Tracking,
    /// The statuses, as a citizen reads them.
    status: Status,
    /// The statuses, as an officer reads them.
    status_for_desk: StatusForDesk,
    /// One sentence per status: where the case is, and who acts next.
    status_lines: StatusLines,
    /// What is due by when, as a citizen reads it.
    limit_lines: LimitLines,
    /// What a message is.
    message_kinds: MessageKinds,
    /// Where a partner's task stands.
    task_states: TaskStates,
    /// What happened to a case.
    history: History,
    /// Who did it.
    doers: Doers,
    /// The receipt on paper and as a text message.
    paper: Paper,
    /// Who opened the reporter's identity.
    openings: Openings,
    /// A request that name and contact be erased.
    erasure: Erasure,
    /// `/lacak/{code}/berkas-eskalasi`.
    escalation: Escalation,
    /// Why the way to the Ombudsman is offered.
    grounds: Grounds,
    /// `/lacak/{code}/data-saya`.
    my_data: MyData,
    /// `/meja/bantu`.
    assist: Assist,
    /// `/masuk`.
    sign_in: SignIn,
    /// `/meja`: the queue.
    queue: Queue,
    /// Views of the queue.
    queue_filters: QueueFilters,
    /// In what capacity a desk looks at a case.
    capacities: Capacities,
    /// Names of the limits, as an officer reads them.
    limits: Limits,
    /// `/meja/{code}`: a case and its acts.
    case_desk: CaseDesk,
    /// The acts, as buttons.
    acts: Acts,
    /// What an act has brought about.
    acts_done: ActsDone,
    /// Offers to and from other agencies.
    offers: Offers,
    /// Why a case moves to another agency.
    handoff_reasons: HandoffReasons,
    /// Why the province desk has to rule.
    ruling_causes: RulingCauses,
    /// Why a case is archived.
    archive_reasons: ArchiveReasons,
    /// Why an act was refused.
    refusals: Refusals,
    /// The province desk: triage.
    triage: Triage,
    /// The province desk: rulings.
    rulings: Rulings,
    /// `/sinergi`: the province in figures.
    sinergi: Sinergi,
    /// `/laporan` and `/instansi`.
    public: Public,
    /// The statuses, as everybody reads them.
    public_status: PublicStatus,
    /// A move, as everybody reads it.
    public_steps: PublicSteps,
    /// How published cases stand, as the list filters them.
    public_states: PublicStates,
    /// Masking while filing, and what is similar.
    masking: Masking,
    /// The officer's publishing.
    publishing: Publishing,
    /// Kinds of report.
    kinds: Kinds,
    /// What each kind is for.
    kind_notes: KindNotes,
    /// Who may see a report.
    visibilities: Visibilities,
    /// What each visibility means.
    visibility_notes: VisibilityNotes,
    /// What is wrong with a service.
    subjects: Subjects,
    /// Kinds of service.
    service_kinds: ServiceKinds,
    /// How a case reached us.
    channels: Channels,
    /// What an officer is.
    roles: Roles,
    /// Being told of a case, links, and a lost receipt.
    follow: Follow,
    /// What comes after each status.
    next_steps: NextSteps,
    /// What a reporter can be told.
    notice_groups: NoticeGroups,
    /// The ways of being told.
    notice_channels: NoticeChannels,
    /// What is sent out of the house.
    letters: Letters,
    /// `/saya`.
    account: Account,
}

impl Words {
    /// The language they are in; for the formats of numbers and dates.
    #[must_use]
    pub fn language(&self) -> Lang {
        Lang::from_code(self.common.lang).unwrap_or_default()
    }
}

/// The words in one language.
#[must_use]
pub const fn words_for(lang: Lang) -> &'static Words {
    match lang {
        Lang::Id => &ID,
        Lang::En => &EN,
    }
}

/// The words out of the bytes of `/teks/{lang}`; `None` if they are not the words of this build.
///
/// Both the bytes and the words live as long as the page: a sentence is a slice of the bytes, never a copy.
#[must_use]
pub fn read(bytes: Vec<u8>) -> Option<&'static Words> {
    let mut from = Sentences {
        rest: bytes.leak(),
        is_whole: true,
    };
    let words = Box::leak(Box::new(Words::BLANK));
    words.fill(&mut from);
    (from.is_whole && from.rest.is_empty()).then_some(&*words)
}

/// The sentences of one language, one after the other, as postcard writes them. A derived reader of that many fields
/// would cost a phone four times the bytes.
struct Sentences {
    rest: &'static [u8],
    is_whole: bool,
}

impl Sentences {
    #[inline(never)]
    fn put(&mut self, place: &mut &'static str) {
        match postcard::take_from_bytes(self.rest) {
            Ok((sentence, rest)) => (*place, self.rest) = (sentence, rest),
            Err(_) => self.is_whole = false,
        }
    }
}

/// The words of the page that is being drawn.
///
/// # Panics
/// If nobody provided them: the door does on the server, `hydrate` does in the browser.
#[must_use]
pub fn use_text() -> &'static Words {
    expect_context::<&'static Words>()
}

/// The sentence with each `{name}` replaced by its value. Names that have no value stay as they are.
#[must_use]
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(name, tail)| Some((values.iter().find(|(known, _)| *known == name)?.1, tail)));
        if let Some((value, tail)) = known {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
