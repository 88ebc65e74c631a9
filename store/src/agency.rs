//! Public bodies: the tenants, each with a desk, and those a case can only be referred to.

use domain::id::AgencyId;
use uuid::Uuid;

use crate::{Conn, Error, Tx};

/// Agencies on one page. The province has some sixty.
pub const PAGE_ROWS_MAX: i64 = 100;

statements! {
    /// Keeps an agency; one with this code keeps its id. $1 id, $2 code, $3 name, $4 short name, $5 English name,
    /// $6 kind, $7 level, $8 parent, $9 region, $10 whether a tenant.
    KEEP = "insert into agency (id, code, name, short_name, name_en, kind, level, parent_id, region_code, is_tenant)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
                name_en = excluded.name_en, kind = excluded.kind, level = excluded.level,
                parent_id = excluded.parent_id, region_code = excluded.region_code, is_tenant = excluded.is_tenant
            returning id";
    /// One agency. $1 id.
    FIND = "select id, code, name, short_name, name_en, kind, level, parent_id, region_code, is_tenant
            from agency where id = $1";
    /// The agency with exactly this code. $1 code.
    FIND_BY_CODE = "select id, code, name, short_name, name_en, kind, level, parent_id, region_code, is_tenant
                    from agency where code = $1";
    /// Agencies in order of code, after one. $1 the last code seen, $2 most rows.
    PAGE = "select id, code, name, short_name, name_en, kind, level, parent_id, region_code, is_tenant
            from agency where code > $1 order by code limit $2";
}

/// One agency. Source: the province pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Names it everywhere.
    pub id: AgencyId,
    /// Short code in capitals, compared whole: `DPMPTSP`.
    pub code: String,
    /// Full official name in Indonesian.
    pub name: String,
    /// Name used after the first mention.
    pub short_name: String,
    /// English name, where one is known.
    pub name_en: Option<String>,
    /// Sort of body, as the province pack names it: `dinas`.
    pub kind: String,
    /// Level of government, as the province pack names it: `province`.
    pub level: String,
    /// The agency it is part of.
    pub parent: Option<AgencyId>,
    /// The regency or city it governs or stands in.
    pub region_code: Option<String>,
    /// Whether it has a desk here.
    pub is_tenant: bool,
}

#[derive(sqlx::FromRow)]
struct AgencyRow {
    id: Uuid,
    code: String,
    name: String,
    short_name: String,
    name_en: Option<String>,
    kind: String,
    level: String,
    parent_id: Option<Uuid>,
    region_code: Option<String>,
    is_tenant: bool,
}

impl From<AgencyRow> for Agency {
    fn from(row: AgencyRow) -> Self {
        Self {
            id: AgencyId(row.id),
            code: row.code,
            name: row.name,
            short_name: row.short_name,
            name_en: row.name_en,
            kind: row.kind,
            level: row.level,
            parent: row.parent_id.map(AgencyId),
            region_code: row.region_code,
            is_tenant: row.is_tenant,
        }
    }
}

/// Keeps an agency as it is now. Returns its id, which is the first one ever kept for its code.
///
/// # Errors
/// [`Error::Database`] if its parent, region, kind or level is unknown.
pub async fn keep(tx: &mut Tx, agency: &Agency) -> Result<AgencyId, Error> {
    let id = on!(tx, c => sqlx::query_scalar(KEEP)
        .bind(agency.id.uuid())
        .bind(&agency.code)
        .bind(&agency.name)
        .bind(&agency.short_name)
        .bind(&agency.name_en)
        .bind(&agency.kind)
        .bind(&agency.level)
        .bind(agency.parent.map(AgencyId::uuid))
        .bind(&agency.region_code)
        .bind(agency.is_tenant)
        .fetch_one(c)
        .await)?;
    Ok(AgencyId(id))
}

/// The agency with this id.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find(conn: &mut Conn, id: AgencyId) -> Result<Option<Agency>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, AgencyRow>(FIND)
        .bind(id.uuid())
        .fetch_optional(c)
        .await)?;
    Ok(row.map(Agency::from))
}

/// The agency with exactly this code.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find_by_code(conn: &mut Conn, code: &str) -> Result<Option<Agency>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, AgencyRow>(FIND_BY_CODE)
        .bind(code)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(Agency::from))
}

/// Shape: at most [`PAGE_ROWS_MAX`] agencies in order of code, those after `after_code` (empty: from the first).
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn page(conn: &mut Conn, after_code: &str) -> Result<Vec<Agency>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, AgencyRow>(PAGE)
        .bind(after_code)
        .bind(PAGE_ROWS_MAX)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(Agency::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{agency, both};

    #[test]
    fn an_agency_comes_back_as_it_was_kept() {
        both!(store => {
            let parent = agency(1, "SETDA");
            let kept = Agency {
                name_en: None,
                parent: Some(parent.id),
                is_tenant: false,
                ..agency(2, "BIRO-HUKUM")
            };
            let (first, second) = (parent.clone(), kept.clone());
            store.keep(async move |tx: &mut Tx| { keep(tx, &first).await?; keep(tx, &second).await }).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find(&mut conn, kept.id).await.unwrap(), Some(kept.clone()));
            assert_eq!(find_by_code(&mut conn, "BIRO-HUKUM").await.unwrap(), Some(kept.clone()));
            assert_eq!(page(&mut conn, "").await.unwrap(), [kept, parent]);
        });
    }

    #[test]
    fn an_agency_kept_again_keeps_its_first_id_and_takes_its_new_name() {
        both!(store => {
            let first = agency(1, "DKISP");
            let renamed = Agency { name: "Dinas Kominfo".to_owned(), ..agency(2, "DKISP") };
            let id = first.id;
            let again = store
                .keep(async move |tx: &mut Tx| { keep(tx, &first).await?; keep(tx, &renamed).await })
                .await;
            assert_eq!(again, id);
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find(&mut conn, id).await.unwrap().unwrap().name, "Dinas Kominfo");
        });
    }

    #[test]
    fn a_code_is_compared_whole() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| keep(tx, &agency(1, "DKISP-A")).await).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find_by_code(&mut conn, "DKISP").await.unwrap(), None);
            assert_eq!(find_by_code(&mut conn, "dkisp-a").await.unwrap(), None);
        });
    }
}
