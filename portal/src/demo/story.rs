//! The stories: what may happen to a case, how often, and when.

mod ends;
mod handoff;
mod plain;

use domain::{
    kind::{ArchiveReason, Kind},
    time::Timestamp,
};
use fastrand::Rng;
use jiff::{ToSpan, civil::Date};

use super::{
    office::Office,
    scene::{DemoCase, Scene},
    teller::Teller,
    texts::{BaseText, Texts},
};
use crate::pack::Pack;

/// One way a case can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// Answered and confirmed.
    Plain,
    /// Data asked and supplied first.
    Asked,
    /// Answered; the reporter says nothing.
    AutoClosed,
    /// Offered to the right agency, which accepts.
    Accepted,
    /// Declined once, then offered to the right agency.
    DeclinedOnce,
    /// Declined twice; the province desk rules.
    SecondDecline,
    /// The offered agency is silent; the province desk rules.
    Expired,
    /// Offered and taken back.
    TakenBack,
    /// The offered agency proposes to work together.
    Together,
    /// The province desk rules that agencies work together.
    RuledJoint,
    /// Reopened by the reporter, and answered again.
    Reopened,
    /// Archived, as the reporter did not supply data.
    SilentArchive,
    /// Archived by two persons.
    Archived,
    /// Archived, objected to, and then answered.
    Objected,
    /// Taken back by the reporter.
    Withdrawn,
    /// Passed to a body outside by the province desk.
    Referred,
    /// Passed to a body outside by a ruling.
    OutsideRuled,
    /// Whistleblowing.
    Whistle,
    /// Just filed.
    WaitsForVerification,
    /// Offered today, or on the last working day.
    WaitsForOffered,
    /// Waits for the holder to agree to work together.
    WaitsForHolder,
    /// Waits for a ruling after an expired offer or a second decline.
    WaitsForRuling,
    /// Waits for data.
    WaitsForData,
    /// Waits for the reporter's word on an answer.
    WaitsForWord,
    /// Reopened by the reporter, and not yet taken up again.
    WaitsAfterReopening,
    /// Verified, and nobody has started.
    LateUnstarted,
    /// Started, and past its limits.
    LateStarted,
    /// A partner is still at work.
    WaitsForPartner,
    /// A second person has not yet agreed to archive.
    WaitsForSecondPerson,
}

/// How many cases go which way, and how many working days ago they were filed.
const COUNTS: [(Story, usize, (u16, u16)); 29] = [
    (Story::Plain, 72, (3, 205)),
    (Story::Asked, 26, (3, 205)),
    (Story::AutoClosed, 36, (3, 205)),
    (Story::Accepted, 34, (3, 205)),
    (Story::DeclinedOnce, 15, (6, 205)),
    (Story::SecondDecline, 9, (8, 200)),
    (Story::Expired, 9, (8, 200)),
    (Story::TakenBack, 4, (8, 150)),
    (Story::Together, 13, (6, 200)),
    (Story::RuledJoint, 5, (10, 180)),
    (Story::Reopened, 15, (10, 200)),
    (Story::SilentArchive, 5, (20, 190)),
    (Story::Archived, 6, (8, 190)),
    (Story::Objected, 2, (30, 160)),
    (Story::Withdrawn, 6, (5, 190)),
    (Story::Referred, 7, (4, 190)),
    (Story::OutsideRuled, 6, (8, 190)),
    (Story::Whistle, 12, (2, 190)),
    (Story::WaitsForVerification, 12, (0, 3)),
    (Story::WaitsForOffered, 14, (3, 8)),
    (Story::WaitsForHolder, 2, (4, 7)),
    (Story::WaitsForRuling, 4, (5, 6)),
    (Story::WaitsForData, 8, (3, 7)),
    (Story::WaitsForWord, 14, (5, 11)),
    (Story::WaitsAfterReopening, 5, (14, 24)),
    (Story::LateUnstarted, 8, (8, 24)),
    (Story::LateStarted, 9, (20, 42)),
    (Story::WaitsForPartner, 11, (8, 14)),
    (Story::WaitsForSecondPerson, 2, (3, 6)),
];

/// Tellings tried until one reads like no other.
const TELLINGS_MAX: u8 = 20;

impl Story {
    /// Whether `base` can be told this way.
    fn suits(self, base: &BaseText) -> bool {
        match self {
            Self::Whistle => base.kind == Kind::Whistleblowing,
            Self::Archived | Self::WaitsForSecondPerson => base.archive.is_some(),
            Self::Objected => base.archive == Some(ArchiveReason::PrivateDispute),
            _ if base.kind == Kind::Whistleblowing || base.archive.is_some() => false,
            Self::Referred | Self::OutsideRuled => base.outside.is_some(),
            _ if base.referral => self == Self::AutoClosed,
            Self::Accepted | Self::DeclinedOnce | Self::SecondDecline | Self::Expired | Self::TakenBack => {
                base.first.is_some()
            }
            Self::WaitsForOffered | Self::WaitsForRuling => base.first.is_some(),
            Self::RuledJoint => base.first.is_some() && !base.partners.is_empty(),
            Self::Together | Self::WaitsForHolder | Self::WaitsForPartner => !base.partners.is_empty(),
            Self::LateUnstarted | Self::LateStarted => base.kind == Kind::Complaint && !base.urgent,
            Self::Reopened | Self::WaitsAfterReopening => base.kind == Kind::Complaint,
            Self::Plain
            | Self::Asked
            | Self::AutoClosed
            | Self::SilentArchive
            | Self::Withdrawn
            | Self::WaitsForVerification
            | Self::WaitsForData
            | Self::WaitsForWord => true,
        }
    }
}

/// What every telling shares.
#[derive(Clone, Copy)]
pub(super) struct Cast<'a> {
    pub(super) pack: &'a Pack,
    pub(super) texts: &'a Texts,
    pub(super) office: &'a Office<'a>,
    pub(super) now: Timestamp,
}

impl<'a> Cast<'a> {
    /// Every case, each base text told about as often as any other that suits.
    pub(super) fn tell_all(&self, rng: &mut Rng) -> Vec<DemoCase> {
        let mut told = vec![0_usize; self.texts.bases.len()];
        let mut stories: Vec<_> = COUNTS
            .iter()
            .flat_map(|(story, count, ago)| std::iter::repeat_n((*story, *ago), *count))
            .collect();
        rng.shuffle(&mut stories);
        let mut cases = Vec::with_capacity(stories.len());
        for (story, ago) in stories {
            let Some(place) = self.pick_base(rng, story, &told) else {
                continue;
            };
            told[place] += 1;
            let filed_on = self.filing_day(rng, ago);
            cases.extend(self.tell_anew(rng, story, &self.texts.bases[place], filed_on, &cases));
        }
        cases
    }

    /// The first telling whose body none of `cases` has; a text may have few variants.
    fn tell_anew(
        &self,
        rng: &mut Rng,
        story: Story,
        base: &'a BaseText,
        filed_on: Date,
        cases: &[DemoCase],
    ) -> Option<DemoCase> {
        let is_new = |case: &DemoCase| cases.iter().all(|other| other.body != case.body);
        (0..TELLINGS_MAX)
            .filter_map(|_| self.tell(rng, story, base, filed_on))
            .find(is_new)
    }

    /// One of the least told texts that suit.
    fn pick_base(&self, rng: &mut Rng, story: Story, told: &[usize]) -> Option<usize> {
        let suits = |place: &usize| story.suits(&self.texts.bases[*place]);
        let least = (0..told.len()).filter(suits).map(|place| told[place]).min()?;
        rng.choice(
            (0..told.len())
                .filter(suits)
                .filter(|place| told[*place] == least)
                .collect::<Vec<_>>(),
        )
    }

    /// A day so many working days before now; more cases the nearer to now.
    fn filing_day(&self, rng: &mut Rng, (from, to): (u16, u16)) -> Date {
        let (first, second) = (rng.u16(from..=to), rng.u16(from..=to));
        let ago = if rng.bool() { first } else { first.min(second) };
        let day = self.office.before(self.now.wita_date(), ago);
        // Citizens write on weekends too.
        let earlier = if rng.u8(0..4) == 0 { rng.i64(1..=2) } else { 0 };
        day.saturating_sub(earlier.days())
    }

    fn tell(&self, rng: &mut Rng, story: Story, base: &'a BaseText, filed_on: Date) -> Option<DemoCase> {
        let scene = Scene::set(rng, self.pack, base, filed_on)?;
        let mut teller = Teller::new(self, rng, base, scene);
        match story {
            Story::Plain => teller.plain(),
            Story::Asked => teller.asked(),
            Story::AutoClosed => teller.auto_closed(),
            Story::Reopened => teller.reopened(),
            Story::Whistle => teller.whistle(),
            Story::WaitsForVerification => teller.file_right(),
            Story::WaitsForData => teller.waits_for_data(),
            Story::WaitsForWord => teller.waits_for_word(),
            Story::WaitsAfterReopening => teller.waits_after_reopening(),
            Story::LateUnstarted => teller.late_unstarted(),
            Story::LateStarted => teller.late_started(),
            Story::Accepted => teller.accepted(),
            Story::DeclinedOnce => teller.declined_once(),
            Story::SecondDecline => teller.second_decline(),
            Story::Expired => teller.expired(),
            Story::TakenBack => teller.taken_back(),
            Story::Together => teller.together(),
            Story::RuledJoint => teller.ruled_joint(),
            Story::WaitsForOffered => teller.waits_for_offered(),
            Story::WaitsForHolder => teller.waits_for_holder(),
            Story::WaitsForRuling => teller.waits_for_ruling(),
            Story::WaitsForPartner => teller.waits_for_partner(),
            Story::SilentArchive => teller.silent_archive(),
            Story::Archived => teller.archived(),
            Story::Objected => teller.objected(),
            Story::Withdrawn => teller.withdrawn(),
            Story::Referred => teller.referred(),
            Story::OutsideRuled => teller.outside_ruled(),
            Story::WaitsForSecondPerson => teller.waits_for_second_person(),
        }
        teller.finish()
    }
}
