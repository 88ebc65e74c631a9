//! The names of all acts, and whose business each is.

use crate::{codes::codes, permit::Side};

codes! {
    /// The name of an act. The table status × act in `docs/matrices/` is printed from it.
    pub enum Act {
        /// The reporter files a case.
        File = "file",
        /// The holder verifies a case that began at its own desk.
        Verify = "verify",
        /// The province desk verifies and sends a case to an agency.
        Dispatch = "dispatch",
        /// Corrects kind, subject, service, title or urgency.
        Classify = "classify",
        /// An officer takes a case, or is given it.
        Assign = "assign",
        /// Writes an internal note.
        Note = "note",
        /// Asks the reporter for missing information.
        AskData = "ask_data",
        /// Writes to the reporter.
        Reply = "reply",
        /// Says what is done and by when, and starts.
        Start = "start",
        /// The final answer.
        Answer = "answer",
        /// The liaison officer lets a waiting answer go out.
        ApproveAnswer = "approve_answer",
        /// The liaison officer sends a waiting answer back.
        ReturnAnswer = "return_answer",
        /// Asks for the longer resolution limit, with a reason the reporter sees.
        Prolong = "prolong",
        /// The liaison officer approves the longer limit.
        ApproveProlong = "approve_prolong",
        /// Treats an information request by the public-information law (PPID).
        SendToPpid = "send_to_ppid",
        /// Takes the one extension the public-information law has.
        ExtendPpid = "extend_ppid",
        /// Proposes to archive.
        ProposeArchive = "propose_archive",
        /// A second person archives.
        ApproveArchive = "approve_archive",
        /// The province passes a case to a body outside.
        Refer = "refer",
        /// Offers the case to another agency.
        Offer = "offer",
        /// Proposes a body outside the province to the province desk.
        ProposeOutside = "propose_outside",
        /// Takes an open offer back.
        TakeBack = "take_back",
        /// Accepts an offer and becomes holder.
        Accept = "accept",
        /// Declines an offer, naming better.
        Decline = "decline",
        /// Answers an offer with: together, and you lead.
        Together = "together",
        /// The holder agrees to a joint case.
        AgreeTogether = "agree_together",
        /// The holder refuses a joint case.
        RefuseTogether = "refuse_together",
        /// The province desk rules on authority.
        Rule = "rule",
        /// A partner accepts its task.
        AcceptTask = "accept_task",
        /// A partner reports its task done.
        FinishTask = "finish_task",
        /// A partner declines its task.
        DeclineTask = "decline_task",
        /// The province desk rules on a declined task.
        RuleTask = "rule_task",
        /// Marks agencies as accused.
        Flag = "flag",
        /// Lifts that mark.
        LiftFlag = "lift_flag",
        /// Opens the reporter's identity, for a reason, logged.
        OpenIdentity = "open_identity",
        /// A new receipt takes the place of a lost one, for who showed at a counter that the report is theirs.
        NewReceipt = "new_receipt",
        /// Publishes an edited title and text.
        Publish = "publish",
        /// Words the published title and text anew.
        Revise = "revise",
        /// Takes the published text back.
        Unpublish = "unpublish",
        /// The reporter supplies what was asked, or adds to the case.
        Supply = "supply",
        /// The reporter confirms that it is solved.
        Confirm = "confirm",
        /// The reporter opens the case again.
        Reopen = "reopen",
        /// The reporter withdraws the case.
        Withdraw = "withdraw",
        /// The reporter rates the handling.
        Rate = "rate",
        /// The reporter objects to an archiving or a referral.
        Object = "object",
        /// The reporter asks that their name and contact be erased.
        AskErasure = "ask_erasure",
        /// Name and contact are erased, as the reporter asked.
        EraseIdentity = "erase_identity",
        /// The request to erase is refused, with the reason.
        RefuseErasure = "refuse_erasure",
        /// An offer's window passed.
        ExpireOffer = "expire_offer",
        /// A proposal to work together got no answer.
        ExpireTogether = "expire_together",
        /// The reporter did not supply the data in time.
        ArchiveSilent = "archive_silent",
        /// The reporter did not say whether it is solved.
        CloseSilent = "close_silent",
        /// A new calendar version moves the limits.
        Recount = "recount",
    }
}

impl Act {
    /// Whose business the act is.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::File
            | Self::Supply
            | Self::Confirm
            | Self::Reopen
            | Self::Withdraw
            | Self::Rate
            | Self::Object
            | Self::AskErasure => Side::Citizen,
            Self::Verify
            | Self::Classify
            | Self::Assign
            | Self::Note
            | Self::AskData
            | Self::Reply
            | Self::Start
            | Self::Answer
            | Self::Prolong
            | Self::SendToPpid
            | Self::ExtendPpid
            | Self::ProposeArchive
            | Self::Offer
            | Self::ProposeOutside
            | Self::TakeBack
            | Self::Accept
            | Self::Decline
            | Self::Together
            | Self::AgreeTogether
            | Self::RefuseTogether
            | Self::AcceptTask
            | Self::FinishTask
            | Self::DeclineTask
            | Self::Publish
            | Self::Revise
            | Self::Unpublish => Side::Desk,
            Self::ApproveAnswer
            | Self::ReturnAnswer
            | Self::ApproveProlong
            | Self::ApproveArchive
            | Self::Flag
            | Self::LiftFlag
            | Self::OpenIdentity
            | Self::NewReceipt
            | Self::EraseIdentity
            | Self::RefuseErasure => Side::Head,
            Self::Dispatch | Self::Refer | Self::Rule | Self::RuleTask => Side::Province,
            Self::ExpireOffer | Self::ExpireTogether | Self::ArchiveSilent | Self::CloseSilent | Self::Recount => {
                Side::Clock
            }
        }
    }
}
