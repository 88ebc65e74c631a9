//! What a citizen tells us: asked ([`NewCase`]) and kept ([`Facts`], and [`Identity`] apart from them).

use crate::{
    id::AgencyId,
    kind::{Channel, Kind, Subject, Visibility},
    limits,
    point::Point,
    text::{Body, FieldError, Line, Title},
    time::Timestamp,
    tracking_code::TrackingCode,
};
use jiff::civil::Date;

/// A Kemendagri code: regency `65.01`, district `65.01.07`, or village `65.01.07.2003`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegionCode(String);

impl RegionCode {
    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The regency or city it lies in: the first two parts.
    #[must_use]
    pub fn regency(&self) -> &str {
        self.0.get(..5).unwrap_or(&self.0)
    }

    /// The district it lies in, if it is that fine.
    #[must_use]
    pub fn district(&self) -> Option<&str> {
        self.0.get(..8)
    }
}

impl TryFrom<&str> for RegionCode {
    type Error = FieldError;
    fn try_from(code: &str) -> Result<Self, FieldError> {
        let is_shaped = matches!(code.len(), 5 | 8 | 13)
            && code.bytes().enumerate().all(|(at, byte)| {
                if matches!(at, 2 | 5 | 8) {
                    byte == b'.'
                } else {
                    byte.is_ascii_digit()
                }
            });
        if is_shaped {
            Ok(Self(code.to_owned()))
        } else {
            Err(FieldError::Unknown)
        }
    }
}

/// Where it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Regency, district or village: as fine as the citizen knew.
    pub region: RegionCode,
    /// A landmark.
    pub landmark: Option<Line>,
    /// The point, if the citizen gave one.
    pub point: Option<Point>,
}

/// A business identification number: 13 digits. Source: OSS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nib(String);

impl Nib {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Nib {
    type Error = FieldError;
    fn try_from(typed: &str) -> Result<Self, FieldError> {
        let kept: String = typed
            .chars()
            .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '.'))
            .collect();
        let digits = kept.chars().filter(char::is_ascii_digit).count();
        if digits == limits::NIB_DIGITS && kept.len() == digits {
            Ok(Self(kept))
        } else {
            let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
            Err(FieldError::Digits {
                needed: count(limits::NIB_DIGITS),
                typed: count(digits),
            })
        }
    }
}

/// What is asked when it is about a licence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LicenceFacts {
    /// The number of the application, from OSS, SiCantik or SIMBG.
    pub application_no: Option<Line>,
    /// The business number.
    pub nib: Option<Nib>,
    /// The day it was applied for.
    pub applied_on: Option<Date>,
    /// Whether money outside the tariff was asked for.
    pub is_fee_asked: Option<bool>,
}

/// What the case is about. Kept with the case; never who reported it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The citizen's words, never edited.
    pub body: Body,
    /// The public title, once an officer wrote it.
    pub title: Option<Title>,
    /// When it happened, or began.
    pub event_date: Option<Date>,
    /// Where.
    pub place: Place,
    /// The service, by its code in the data pack.
    pub service: Option<Line>,
    /// What is wrong.
    pub subject: Option<Subject>,
    /// The licensing fields.
    pub licence: LicenceFacts,
    /// The category of SP4N-LAPOR!, by its path in the data pack: suggested at filing, corrected by officers.
    pub category: Option<Line>,
    /// What was answered to the questions of its category or service, in the order they were asked.
    pub answers: Vec<Answer>,
    /// Whether what can tell who reported is for the province desk alone. Source: `docs/rules.md`, "Who sees what".
    pub is_telling_for_province: bool,
    /// The public case that the citizen was shown as similar, and why theirs is another.
    pub unlike: Option<Unlike>,
}

/// An answer to a question that depends on the category or service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Code of the question in the data pack.
    pub question: Line,
    /// What was typed, or the code of the choice.
    pub text: Line,
}

/// An agency that the clerk suggests. It never makes a routing certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The agency.
    pub to: AgencyId,
    /// How probable it is. Unit: hundredths.
    pub percent: u8,
}

/// Why a report is not the public case that reads like it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    /// The public case.
    pub code: TrackingCode,
    /// Why this one is another, in the citizen's words.
    pub why: Line,
}

/// Who reported, and how to reach them. Kept apart from the case; read only through the logged act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// As the citizen gave it.
    pub name: Option<Line>,
    /// A telephone number or an e-mail address.
    pub contact: Option<Contact>,
}

/// A telephone number or an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact(String);

impl Contact {
    /// The contact as typed, without blanks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is an e-mail address, and not a telephone number.
    #[must_use]
    pub fn is_mail(&self) -> bool {
        self.0.contains('@')
    }

    /// The same contact however it is written: lower case, and of a telephone number the digits of the country's form.
    #[must_use]
    pub fn canonical(&self) -> String {
        if self.is_mail() {
            return self.0.to_lowercase();
        }
        let digits: String = self.0.chars().filter(char::is_ascii_digit).collect();
        digits
            .strip_prefix('0')
            .map_or_else(|| digits.clone(), |local| format!("62{local}"))
    }

    /// The contact with most of it hidden: enough for its owner to know it by.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = |text: &str, count| text.chars().take(count).collect::<String>();
        if let Some((name, host)) = self.0.split_once('@') {
            return format!("{}•••@{host}", first(name, 1));
        }
        let last: String = self
            .0
            .chars()
            .rev()
            .take(3)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        format!("{}•••{last}", first(&self.0, 4))
    }
}

impl TryFrom<&str> for Contact {
    type Error = FieldError;
    fn try_from(typed: &str) -> Result<Self, FieldError> {
        let kept: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        let digits = kept.chars().filter(char::is_ascii_digit).count();
        let is_phone = (8..=15).contains(&digits)
            && kept
                .chars()
                .all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | '-' | '(' | ')'));
        let is_mail = kept.len() <= 254
            && kept.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
                    && !host.contains('@')
            });
        let is_plain = !kept.chars().any(char::is_control);
        if is_plain && (is_phone || is_mail) {
            Ok(Self(kept))
        } else {
            Err(FieldError::NotAContact)
        }
    }
}

/// A case as it is asked for: every field parsed, nothing decided yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// The kind the citizen chose.
    pub kind: Kind,
    /// What they told.
    pub facts: Facts,
    /// The agency they chose, if they know.
    pub agency: Option<AgencyId>,
    /// The agency that was suggested from their words, if they did not choose another.
    pub suggested: Option<Proposal>,
    /// Who may see what.
    pub visibility: Visibility,
    /// Name and contact, both optional.
    pub identity: Identity,
    /// How it came.
    pub channel: Channel,
    /// When the citizen pressed "send", by their own clock, if it differs from the receipt.
    pub filed_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nib_of_eight_digits_says_how_many_are_missing() {
        assert_eq!(
            Nib::try_from("91203045"),
            Err(FieldError::Digits { needed: 13, typed: 8 })
        );
        assert_eq!(Nib::try_from("9120 3045 6789 0").unwrap().as_str(), "9120304567890");
    }

    #[test]
    fn a_region_code_knows_its_regency_and_district() {
        let village = RegionCode::try_from("65.01.07.2003").unwrap();
        assert_eq!((village.regency(), village.district()), ("65.01", Some("65.01.07")));
        assert_eq!(RegionCode::try_from("65.01").unwrap().district(), None);
        assert!(RegionCode::try_from("65-01").is_err());
    }

    #[test]
    fn a_contact_is_the_same_however_it_is_written_and_its_mask_shows_little() {
        let contact = |text| Contact::try_from(text).unwrap();
        assert_eq!(
            contact("0812-3456-7890").canonical(),
            contact("+62 812 3456 7890").canonical()
        );
        assert_eq!(contact("Budi@Contoh.id").canonical(), "budi@contoh.id");
        assert_eq!(contact("budi@contoh.id").masked(), "b•••@contoh.id");
        assert_eq!(contact("081234567890").masked(), "0812•••890");
    }

    #[test]
    fn a_contact_is_a_telephone_number_or_a_mail_address() {
        for good in ["0812 3456 7890", "+62-812-3456-7890", "warga@contoh.id"] {
            assert!(Contact::try_from(good).is_ok(), "{good}");
        }
        for bad in ["12345", "warga@", "warga@contoh", "lorong dua", "war\u{0}ga@contoh.id"] {
            assert_eq!(Contact::try_from(bad), Err(FieldError::NotAContact), "{bad}");
        }
    }
}
