//! What a reporter has said about being told, and where it would go.

use super::When;
use crate::notice::{NoticeChannel, NoticeGroup};
use serde::{Deserialize, Serialize};

/// The part "tell me" of a reporter's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowView {
    /// Whether the case was opened by a link from a notice: then it can be read, and nothing can be done to it.
    pub is_by_link: bool,
    /// Whether the case was opened by its reporter's account.
    pub is_by_account: bool,
    /// Whether it is in the account of who is signed in; `None` where nobody is.
    pub in_account: Option<bool>,
    /// The ways that there are: e-mail always, by telephone where a number was given, by push where browsers asked.
    pub ways: Vec<FollowWay>,
    /// An address that waits to be confirmed, masked.
    pub asked: Option<String>,
    /// Browsers that asked for push. Unit: browsers.
    pub browsers: u32,
    /// The key by which browsers know this installation; empty where it sends no push.
    pub push_key: String,
    /// The last time that we used the contact, and on which way.
    pub last: Option<(NoticeChannel, When)>,
}

/// What is kept to tell a reporter of news, unmasked: for the reporter alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldView {
    /// The e-mail address given after the report, and confirmed.
    pub confirmed: Option<String>,
    /// An address that waits to be confirmed.
    pub asked: Option<String>,
    /// Every switch that the reporter set, and whether it is on.
    pub wishes: Vec<(NoticeChannel, NoticeGroup, bool)>,
    /// Since when each browser is told.
    pub browsers: Vec<When>,
    /// The last times that we used the contact, and on which way; latest first.
    pub uses: Vec<(NoticeChannel, When)>,
}

/// One way of being told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowWay {
    /// The way.
    pub channel: NoticeChannel,
    /// Where it goes, masked; empty where nothing is known.
    pub address: String,
    /// Every switch, and whether it is on.
    pub wants: Vec<(NoticeGroup, bool)>,
}
