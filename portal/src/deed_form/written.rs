//! Into which fields of each form somebody writes words of their own.

use domain::{
    deed::Act,
    limits::{BODY, Chars, LINE, MESSAGE, REASON, SENTENCE, TITLE},
};

/// Name and limit of a field of words.
type Words = (&'static str, Chars);

const TEXT: Words = ("text", MESSAGE);
const WHY: Words = ("sentence", SENTENCE);
const FOR_THE_RECORD: Words = ("reason", REASON);
const PROMISE: Words = ("promise", LINE);
const PUBLIC: [Words; 3] = [("title", TITLE), ("body", BODY), ("response", MESSAGE)];

/// The fields into which somebody writes words of their own, of the form of this act; in its other fields they choose.
/// The form reads words from these fields alone, so the list is whole.
#[must_use]
pub const fn written(act: Act) -> &'static [Words] {
    match act {
        // Filing has a form of its own.
        Act::File
        | Act::Verify
        | Act::Assign
        | Act::ApproveAnswer
        | Act::ApproveProlong
        | Act::SendToPpid
        | Act::ApproveArchive
        | Act::TakeBack
        | Act::Accept
        | Act::AgreeTogether
        | Act::AcceptTask
        | Act::Confirm
        | Act::Withdraw
        | Act::AskErasure
        | Act::EraseIdentity
        | Act::ExpireOffer
        | Act::ExpireTogether
        | Act::ArchiveSilent
        | Act::CloseSilent
        | Act::Recount => &[],
        Act::Note
        | Act::AskData
        | Act::ReturnAnswer
        | Act::FinishTask
        | Act::Supply
        | Act::Reopen
        | Act::Object
        | Act::Rate => &[TEXT],
        Act::Reply | Act::Start => &[TEXT, PROMISE],
        Act::Answer => &[TEXT, ("done", LINE), ("unit", LINE)],
        Act::Dispatch
        | Act::Refer
        | Act::Offer
        | Act::ProposeOutside
        | Act::Decline
        | Act::DeclineTask
        | Act::RefuseTogether
        | Act::RuleTask
        | Act::RefuseErasure
        | Act::ProposeArchive
        | Act::Prolong
        | Act::ExtendPpid => &[WHY],
        Act::Together => &[("what", LINE), WHY],
        Act::Rule => &[
            ("what", LINE),
            ("what_2", LINE),
            ("what_3", LINE),
            WHY,
            ("decision", LINE),
        ],
        Act::Classify => &[("title", TITLE)],
        Act::Flag | Act::LiftFlag | Act::OpenIdentity | Act::NewReceipt | Act::Unpublish => &[FOR_THE_RECORD],
        Act::Publish | Act::Revise => &PUBLIC,
    }
}
