//! The bounds of what people may write and send. Each with its unit and its reason.

use std::ops::RangeInclusive;

/// An inclusive range of characters, counted after trimming.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chars {
    /// Fewest characters.
    pub min: u16,
    /// Most characters.
    pub max: u16,
}

/// What happened, in the citizen's words. 95 of 100 texts in a comparable system have under 977 characters
/// (domain reference §6); 5,000 leaves room for a chronology.
pub const BODY: Chars = Chars { min: 20, max: 5_000 };
/// A message in the conversation: a question, an answer, an addition.
pub const MESSAGE: Chars = Chars { min: 3, max: 5_000 };
/// One public sentence that explains a move.
pub const SENTENCE: Chars = Chars { min: 10, max: 300 };
/// A public title, written by an officer.
pub const TITLE: Chars = Chars { min: 5, max: 120 };
/// A name, a contact, a landmark, an application number: one line.
pub const LINE: Chars = Chars { min: 1, max: 200 };
/// Why something is done, for the record.
pub const REASON: Chars = Chars { min: 5, max: 1_000 };

/// Digits of a NIB (*Nomor Induk Berusaha*). Source: OSS.
pub const NIB_DIGITS: usize = 13;
/// Oldest event date accepted. Unit: years before the filing. Source: Ombudsman practice is two; older cases are
/// still received, as some matters (land) are older.
pub const EVENT_AGE_YEARS_MAX: i16 = 20;
/// Data requests an agency may make by itself; the next needs the liaison officer. Source: `docs/rules.md`, "Clocks".
pub const DATA_REQUESTS_FREE: u8 = 2;
/// Times the reporter may reopen one answer. Source: `docs/rules.md`, "Status and moves".
pub const REOPENINGS_PER_ANSWER_MAX: u8 = 1;
/// Declines over the life of a case after which the province desk rules. Source: `docs/rules.md`, "Hand-off".
pub const DECLINES_BEFORE_RULING: u8 = 2;
/// The working day before which a longer resolution limit may be asked. Source: `docs/rules.md`, "Clocks".
pub const PROLONG_BEFORE_DAY: u16 = 5;
/// Days a partner has for its task, unless the lead sets a date. Unit: working days. As long as a first response.
pub const TASK_DAYS: u16 = 5;
/// Days in which data that came too late still brings an archived case back. Unit: calendar days after the request.
/// Source: `docs/rules.md`, "Status and moves"; UU 25/2009.
pub const LATE_DATA_DAYS: i64 = 30;
/// Age of an event up to which the Ombudsman takes a complaint. Unit: years. Source: practice under UU 37/2008
/// (domain reference §3.4).
pub const OMBUDSMAN_YEARS_MAX: i16 = 2;
/// Reopenings after which the way to the Ombudsman is offered. Source: `docs/rules.md`, "Status and moves".
pub const REOPENINGS_BEFORE_OMBUDSMAN: u8 = 2;
/// The best mark, of 1 to 4, that still says: not satisfied.
pub const UNSATISFIED_MARK_MAX: u8 = 2;
/// Time in which a request to erase a name and contact is decided. Unit: hours (3 × 24). Source: UU 27/2022.
pub const ERASURE_HOURS: i64 = 72;
/// Days in which the reporter may reopen, or object. Unit: working days after the end. Source: `docs/rules.md`.
pub const AFTER_END_DAYS: u16 = 10;

/// Latitudes of the province with its waters. Unit: 1/100,000 degree. Source: 1°21'36" to 4°24'55" N (spatial plan of the
/// province, simtaru.kaltaraprov.go.id), wider by the 12 nautical miles of sea, 0.2 degrees, that a province governs
/// (UU 23/2014, article 27).
pub const LATITUDE_E5: RangeInclusive<i32> = 116_000..=461_528;
/// Longitudes of the province with its waters. Unit: 1/100,000 degree. Source: 114°35'22" to 118°03'00" E, wider as above.
pub const LONGITUDE_E5: RangeInclusive<i32> = 11_438_944..=11_825_000;

/// Files in one message, or with one report. Three photos tell most stories; two more leave room for a document and a
/// video. Unit: files. Source: our own.
pub const FILES_MAX: usize = 5;
/// Longest photo. Unit: bytes. Twice what the camera of a phone writes at 12 megapixels and full quality.
pub const PHOTO_BYTES_MAX: u64 = 15 * MEBIBYTE;
/// Longest document. Unit: bytes. Some twenty scanned pages.
pub const PDF_BYTES_MAX: u64 = 10 * MEBIBYTE;
/// Longest video. Unit: bytes. A minute of a phone at 720 lines; at 40 kB/s it takes a quarter of an hour to send.
pub const VIDEO_BYTES_MAX: u64 = 40 * MEBIBYTE;
/// Longest file of any kind. Unit: bytes.
pub const FILE_BYTES_MAX: u64 = VIDEO_BYTES_MAX;
/// Most points of a photo that is decoded. Unit: pixels. The largest that common phones write at one press; decoded it
/// takes 150 MB.
pub const PHOTO_PIXELS_MAX: u64 = 50_000_000;
/// Longest side of a photo that is decoded. Unit: pixels. A panorama.
pub const PHOTO_SIDE_MAX: u32 = 20_000;
/// Most pages of a document. Unit: pages.
pub const PDF_PAGES_MAX: usize = 200;
/// Longest video. Unit: seconds. Enough to show a road, a queue, a talk at a counter.
pub const VIDEO_SECONDS_MAX: u64 = 90;
/// One piece of a file that is sent in pieces. Unit: bytes. Ten seconds at one bar of signal: what is lost when the line
/// breaks.
pub const UPLOAD_PIECE_BYTES_MAX: usize = 256 * 1024;
/// How long a file waits for the report that it belongs to. Unit: hours.
pub const UPLOAD_HOURS_MAX: i64 = 24;

const MEBIBYTE: u64 = 1024 * 1024;
