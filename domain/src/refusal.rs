//! Why an act cannot be done. Each kind is named for what the person can do next.

use crate::codes::codes;

codes! {
    /// Why an act cannot be done.
    pub enum Refusal {
        /// This role never does that.
        NotPermitted = "not_permitted",
        /// The case belongs to another desk.
        NotYours = "not_yours",
        /// Not in this status.
        NotNow = "not_now",
        /// An offer is open: reply or take it back, nothing else.
        OfferOpen = "offer_open",
        /// A partner's task is open.
        TaskOpen = "task_open",
        /// A ruling binds this case.
        Ruled = "ruled",
        /// Declined twice, or once by a former holder: the province desk must rule.
        RulingNeeded = "ruling_needed",
        /// The window has passed.
        TooLate = "too_late",
        /// The limit has not passed yet.
        TooEarly = "too_early",
        /// Another person must approve.
        SecondPerson = "second_person",
        /// Already reopened once after this answer.
        ReopenedBefore = "reopened_before",
        /// Already rated.
        RatedBefore = "rated_before",
        /// Already objected once.
        ObjectedBefore = "objected_before",
        /// The third data request needs the liaison officer.
        LiaisonNeeded = "liaison_needed",
        /// Not to that agency.
        WrongAgency = "wrong_agency",
        /// A new ruling needs number and date of the Sekda's decision.
        DecisionNeeded = "decision_needed",
        /// An accused agency or whistleblowing: only by the flag.
        FlagNeeded = "flag_needed",
        /// The reporter's name is never opened.
        Anonymous = "anonymous",
        /// Name and contact were erased, as the reporter asked.
        Erased = "erased",
        /// Nobody writes to the reporter any more, as they asked for erasure.
        ConsentWithdrawn = "consent_withdrawn",
        /// The promised date has passed already.
        DatePassed = "date_passed",
        /// The same act, sentence for sentence, is already waiting.
        AlreadyWaiting = "already_waiting",
        /// Files go with a report or a message, and with nothing else.
        FilesNotTaken = "files_not_taken",
        /// Secret, accused, merged and withdrawn cases are not published.
        NotPublic = "not_public",
        /// Ratings go from 1 to 4.
        OutOfRange = "out_of_range",
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}

impl std::error::Error for Refusal {}
