//! Rows of one case as far as a reader may see them: an agency by its seat, a reporter their own.

use domain::id::CaseKey;
use domain::permit::Scope;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

use crate::{Conn, Error};

/// The statements that read the same columns for each reader.
pub(crate) struct Seen {
    /// For an agency. $1 agency, $2 home, $3 case, $4 most rows.
    pub(crate) by_seat: &'static str,
    /// For the reporter of the case. $1 home, $2 case, $3 most rows.
    pub(crate) own: &'static str,
    /// Most rows read.
    pub(crate) rows_max: i64,
}

impl Seen {
    /// Rows of the case at `key`, in the order of the statements; none through any other eyes.
    pub(crate) async fn rows<R>(&self, conn: &mut Conn, scope: Scope, key: CaseKey) -> Result<Vec<R>, Error>
    where
        R: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        let (home, id) = (key.home.uuid(), key.id.uuid());
        Ok(match scope {
            Scope::Agency(agency) => on!(conn, c => sqlx::query_as::<_, R>(self.by_seat)
                .bind(agency.uuid())
                .bind(home)
                .bind(id)
                .bind(self.rows_max)
                .fetch_all(c)
                .await)?,
            Scope::Reporter(own) if own == key => on!(conn, c => sqlx::query_as::<_, R>(self.own)
                .bind(home)
                .bind(id)
                .bind(self.rows_max)
                .fetch_all(c)
                .await)?,
            Scope::Reporter(_) | Scope::Figures => Vec::new(),
        })
    }
}
