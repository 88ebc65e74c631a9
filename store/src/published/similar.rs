//! Published cases of a regency that share stems with a text.

use std::collections::BTreeMap;

use domain::tracking_code::TrackingCode;

use crate::column::held;
use crate::{Conn, Error};

/// Stems of a text that are looked up.
const STEMS_MAX: usize = 24;
/// Cases read for one stem. Unit: rows.
const ROWS_MAX: i64 = 60;

statements! {
    /// The latest published cases of a regency that hold a stem. $1 stem, $2 regency, $3 most rows.
    NEARBY = "select code from published_stem where stem = $1 and regency_code = $2
              order by first_at_ms desc, code desc limit $3";
}

/// A published case, and which of the stems asked for it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its code.
    pub code: TrackingCode,
    /// The stems it holds, by their place in the question.
    pub stems: Vec<usize>,
}

/// The published cases of a regency that hold any of `stems` (the first 24), in no order; and how many each stem has
/// there, at most 60: a word that stands everywhere says little.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn nearby(conn: &mut Conn, regency: &str, stems: &[String]) -> Result<(Vec<Match>, Vec<usize>), Error> {
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut spread = Vec::new();
    for (place, stem) in stems.iter().take(STEMS_MAX).enumerate() {
        let codes: Vec<String> = on!(conn, c => sqlx::query_scalar(NEARBY)
            .bind(stem)
            .bind(regency)
            .bind(ROWS_MAX)
            .fetch_all(c)
            .await)?;
        spread.push(codes.len());
        for code in codes {
            found.entry(code).or_default().push(place);
        }
    }
    let matches = found.into_iter().map(|(code, stems)| {
        Ok(Match {
            code: held("published_stem.code", code)?,
            stems,
        })
    });
    Ok((matches.collect::<Result<_, Error>>()?, spread))
}
