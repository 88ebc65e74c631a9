//! How often one network may file, look up a case, or sign in: enough for people, too little for machines that guess.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, HeaderName},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited {
    /// Filing a report.
    Filing,
    /// Asking for a suggestion while filing.
    Suggesting,
    /// Opening a case with code and secret, and acting on it.
    Tracking,
    /// Opening a stream of news. Pages open theirs again by themselves, all at once after a restart.
    Watching,
    /// Asking for a new secret in place of a lost one, or for a link into an account. A code and an address have limits
    /// of their own, in the archive.
    Lost,
    /// What everybody may ask of public cases by a form: support one, look for a similar one.
    Public,
    /// Signing in. An account has a limit of its own: see [`crate::account`].
    SignIn,
    /// Sending files in pieces, and opening them.
    Files,
}

/// How often, for one network: at once, and then per minute. Unit: requests. Source: our own. A village counter files
/// about one a minute, and a mobile carrier puts a whole district behind one IPv4 address.
const FILING: (NonZeroU32, NonZeroU32) = rate(60, 20);
/// As above. Somebody who writes asks anew with each change of words or place; an answer costs well below a millisecond.
const SUGGESTING: (NonZeroU32, NonZeroU32) = rate(240, 120);
/// As above. A secret has 80 bits: no rate finds it; this keeps one network from taking the archive's time.
const TRACKING: (NonZeroU32, NonZeroU32) = rate(120, 60);
/// As above. Twice the streams that one network may have open: see [`crate::live`].
const WATCHING: (NonZeroU32, NonZeroU32) = rate(400, 200);
/// As above. Nobody loses more than a few receipts, and a counter helps with some a minute.
const LOST: (NonZeroU32, NonZeroU32) = rate(20, 6);
/// As above. A phone asks for similar cases each time the place or the story changes.
const PUBLIC: (NonZeroU32, NonZeroU32) = rate(240, 120);
/// As above. An agency shares one address, and its people come at eight o'clock together; each password costs a core
/// tens of milliseconds.
const SIGN_IN: (NonZeroU32, NonZeroU32) = rate(60, 30);

/// As above. A piece is a quarter of a megabyte: twenty a second are more than a line of a village carries.
const FILES: (NonZeroU32, NonZeroU32) = rate(1_200, 1_200);
/// Bytes of files, for one network: at once, and then per minute. Unit: kibibytes. Ten reports with five photos each at
/// once, and then one a minute; a district behind one address, as above, does not send more than its line carries.
const FILE_KIB: (NonZeroU32, NonZeroU32) = rate(1_024 * 1_024, 60 * 1_024);

const fn rate(at_once: u32, per_minute: u32) -> (NonZeroU32, NonZeroU32) {
    match (NonZeroU32::new(at_once), NonZeroU32::new(per_minute)) {
        (Some(at_once), Some(per_minute)) => (at_once, per_minute),
        _ => (NonZeroU32::MIN, NonZeroU32::MIN),
    }
}

/// Where a request comes from, as far as it is counted: an IPv4 address, or the /64 that one customer of IPv6 has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl From<IpAddr> for Network {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
            address @ IpAddr::V4(_) => address,
        })
    }
}

/// The counters. They hold networks only, in memory only, and only as long as they count.
pub struct Limits {
    client_header: Option<HeaderName>,
    filing: DefaultKeyedRateLimiter<Network>,
    suggesting: DefaultKeyedRateLimiter<Network>,
    tracking: DefaultKeyedRateLimiter<Network>,
    watching: DefaultKeyedRateLimiter<Network>,
    lost: DefaultKeyedRateLimiter<Network>,
    public: DefaultKeyedRateLimiter<Network>,
    sign_in: DefaultKeyedRateLimiter<Network>,
    files: DefaultKeyedRateLimiter<Network>,
    file_kib: DefaultKeyedRateLimiter<Network>,
}

impl Limits {
    /// Counters at zero. `client_header` is the header in which a proxy of ours names the client; without one, the
    /// other end of the socket is the client, and no header is believed.
    pub fn new(client_header: Option<HeaderName>) -> Self {
        let limiter = |(at_once, per_minute)| RateLimiter::keyed(Quota::per_minute(per_minute).allow_burst(at_once));
        Self {
            client_header,
            filing: limiter(FILING),
            suggesting: limiter(SUGGESTING),
            tracking: limiter(TRACKING),
            watching: limiter(WATCHING),
            lost: limiter(LOST),
            public: limiter(PUBLIC),
            sign_in: limiter(SIGN_IN),
            files: limiter(FILES),
            file_kib: limiter(FILE_KIB),
        }
    }

    /// Counts one request; whether it may go on.
    pub fn admits(&self, what: Limited, headers: &HeaderMap, extensions: &Extensions) -> bool {
        let limiter = match what {
            Limited::Filing => &self.filing,
            Limited::Suggesting => &self.suggesting,
            Limited::Tracking => &self.tracking,
            Limited::Watching => &self.watching,
            Limited::Lost => &self.lost,
            Limited::Public => &self.public,
            Limited::SignIn => &self.sign_in,
            Limited::Files => &self.files,
        };
        limiter.check_key(&self.network(headers, extensions)).is_ok()
    }

    /// Counts bytes of files; whether they may be kept.
    pub fn admits_bytes(&self, bytes: usize, headers: &HeaderMap, extensions: &Extensions) -> bool {
        let kib = u32::try_from(bytes.div_ceil(1_024)).ok().and_then(NonZeroU32::new);
        let network = self.network(headers, extensions);
        kib.is_none_or(|kib| matches!(self.file_kib.check_key_n(&network, kib), Ok(Ok(()))))
    }

    /// Forgets networks that have not come for a while.
    pub fn forget(&self) {
        let all = [
            &self.filing,
            &self.suggesting,
            &self.tracking,
            &self.watching,
            &self.lost,
            &self.public,
            &self.sign_in,
            &self.files,
            &self.file_kib,
        ];
        for limiter in all {
            limiter.retain_recent();
        }
    }

    /// Where a request comes from. One from nowhere known shares one counter with all others of its kind.
    pub fn network(&self, headers: &HeaderMap, extensions: &Extensions) -> Network {
        let named = self.client_header.as_ref().and_then(|name| named_last(headers, name));
        let socket = || {
            extensions
                .get::<ConnectInfo<SocketAddr>>()
                .map(|ConnectInfo(address)| address.ip())
        };
        named
            .or_else(socket)
            .unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED))
            .into()
    }
}

/// The last address of a list: the one that our own proxy added. What stands before it, the client may have written.
fn named_last(headers: &HeaderMap, name: &HeaderName) -> Option<IpAddr> {
    let line = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(header: Option<&str>, line: &str, socket: &str) -> Network {
        let limits = Limits::new(header.map(|name| name.parse().unwrap()));
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", line.parse().unwrap());
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo::<SocketAddr>(socket.parse().unwrap()));
        limits.network(&headers, &extensions)
    }

    fn network(address: &str) -> Network {
        address.parse::<IpAddr>().unwrap().into()
    }

    #[test]
    fn a_customer_of_ipv6_is_one_network_however_many_addresses_they_use() {
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:10.0.0.1"), network("10.0.0.1"));
        assert_ne!(network("10.0.0.2"), network("10.0.0.1"));
    }

    #[test]
    fn a_header_is_believed_only_where_a_proxy_of_ours_writes_it_and_then_its_last_address() {
        assert_eq!(from(None, "10.9.9.9", "10.0.0.1:4000"), network("10.0.0.1"));
        let proxied = |line| from(Some("x-forwarded-for"), line, "10.0.0.1:4000");
        assert_eq!(proxied("10.9.9.9, 10.8.8.8"), network("10.8.8.8"));
        assert_eq!(proxied("not an address"), network("10.0.0.1"));
    }

    #[test]
    fn a_network_is_stopped_after_its_burst_and_another_is_not() {
        let limits = Limits::new(Some(HeaderName::from_static("x-client")));
        let admits = |address: &str| {
            let headers = HeaderMap::from_iter([(HeaderName::from_static("x-client"), address.parse().unwrap())]);
            limits.admits(Limited::SignIn, &headers, &Extensions::new())
        };
        assert!((0..SIGN_IN.0.get()).all(|_| admits("10.0.0.1")));
        assert!(!admits("10.0.0.1"));
        assert!(admits("10.0.0.2"));
    }
}
