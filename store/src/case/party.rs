//! The agencies in a case beside its holder: those before it, and those it accuses.

use domain::case::{Case, Former};
use domain::id::{AgencyId, CaseKey};
use domain::time::Timestamp;
use uuid::Uuid;

use crate::{Conn, Error, Tx};

statements! {
    /// The earlier holders of a case, in order. $1 home, $2 case.
    FORMERS = "select agency_id, until_ms from former where home_id = $1 and case_id = $2 order by no";
    /// The accused agencies of a case, in order. $1 home, $2 case.
    ACCUSED = "select agency_id from accused where home_id = $1 and case_id = $2 order by no";
    /// Forgets the earlier holders. $1 home, $2 case.
    CLEAR_FORMERS = "delete from former where home_id = $1 and case_id = $2";
    /// Forgets the accused. $1 home, $2 case.
    CLEAR_ACCUSED = "delete from accused where home_id = $1 and case_id = $2";
    /// Adds an earlier holder. $1 home, $2 case, $3 number, $4 agency, $5 until when it held the case.
    ADD_FORMER = "insert into former (home_id, case_id, no, agency_id, until_ms) values ($1, $2, $3, $4, $5)";
    /// Adds an accused agency. $1 home, $2 case, $3 number, $4 agency.
    ADD_ACCUSED = "insert into accused (home_id, case_id, no, agency_id) values ($1, $2, $3, $4)";
}

/// The earlier holders of the case at `key`.
pub(super) async fn formers(conn: &mut Conn, key: CaseKey) -> Result<Vec<Former>, Error> {
    let rows: Vec<(Uuid, i64)> = on!(conn, c => sqlx::query_as(FORMERS)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(agency, until)| Former {
            agency: AgencyId(agency),
            until: Timestamp::from_ms(until),
        })
        .collect())
}

/// The agencies that the case at `key` accuses.
pub(super) async fn accused(conn: &mut Conn, key: CaseKey) -> Result<Vec<AgencyId>, Error> {
    let ids: Vec<Uuid> = on!(conn, c => sqlx::query_scalar(ACCUSED)
        .bind(key.home.uuid())
        .bind(key.id.uuid())
        .fetch_all(c)
        .await)?;
    Ok(ids.into_iter().map(AgencyId).collect())
}

/// Writes earlier holders and accused, each list whole if it changed.
pub(super) async fn write(tx: &mut Tx, before: Option<&Case>, after: &Case) -> Result<(), Error> {
    let (home, id) = (after.key.home.uuid(), after.key.id.uuid());
    if before.is_none_or(|case| case.formers != after.formers) {
        on!(tx, c => sqlx::query(CLEAR_FORMERS).bind(home).bind(id).execute(c).await.map(drop))?;
        for (no, former) in (1_i64..).zip(&after.formers) {
            on!(tx, c => sqlx::query(ADD_FORMER)
                .bind(home)
                .bind(id)
                .bind(no)
                .bind(former.agency.uuid())
                .bind(former.until.as_ms())
                .execute(c)
                .await
                .map(drop))?;
        }
    }
    let accused = |case: &Case| case.flag.as_ref().map_or(Vec::new(), |flag| flag.accused.clone());
    if before.is_none_or(|case| accused(case) != accused(after)) {
        on!(tx, c => sqlx::query(CLEAR_ACCUSED).bind(home).bind(id).execute(c).await.map(drop))?;
        for (no, agency) in (1_i64..).zip(accused(after)) {
            on!(tx, c => sqlx::query(ADD_ACCUSED)
                .bind(home)
                .bind(id)
                .bind(no)
                .bind(agency.uuid())
                .execute(c)
                .await
                .map(drop))?;
        }
    }
    Ok(())
}
