//! The licences and services that a case may be about.

use domain::id::AgencyId;
use domain::kind::ServiceKind;
use uuid::Uuid;

use crate::error::known;
use crate::{Conn, Error, Tx};

/// Services on one page. The province has some fifty.
pub const PAGE_ROWS_MAX: i64 = 100;

statements! {
    /// Keeps a service as it is now. $1 code, $2 name, $3 English name, $4 kind, $5 agency, $6 technical agency,
    /// $7 level, $8 channel, $9 risk level, $10 standard working days.
    KEEP = "insert into service (code, name, name_en, kind, agency_id, technical_agency_id, level, channel,
                risk_level, standard_working_days)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
                agency_id = excluded.agency_id, technical_agency_id = excluded.technical_agency_id,
                level = excluded.level, channel = excluded.channel, risk_level = excluded.risk_level,
                standard_working_days = excluded.standard_working_days";
    /// One service. $1 code.
    FIND = "select code, name, name_en, kind, agency_id, technical_agency_id, level, channel, risk_level,
                standard_working_days
            from service where code = $1";
    /// Services in order of code, after one. $1 the last code seen, $2 most rows.
    PAGE = "select code, name, name_en, kind, agency_id, technical_agency_id, level, channel, risk_level,
                standard_working_days
            from service where code > $1 order by code limit $2";
}

/// One service. Source: the province pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Short code in capitals: `SIPB`.
    pub code: String,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Which of the three kinds.
    pub kind: ServiceKind,
    /// The agency that gives it; `None`: the regency or city of the place does.
    pub agency: Option<AgencyId>,
    /// The agency whose technical recommendation it needs.
    pub technical_agency: Option<AgencyId>,
    /// Level of government that gives it, as the province pack names it: `province`.
    pub level: String,
    /// System or counter where it is applied for.
    pub channel: String,
    /// Risk of the business, `R` to `T`, for business licences.
    pub risk_level: Option<String>,
    /// Working days it takes by its standard, where that is known.
    pub standard_working_days: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct ServiceRow {
    code: String,
    name: String,
    name_en: String,
    kind: String,
    agency_id: Option<Uuid>,
    technical_agency_id: Option<Uuid>,
    level: String,
    channel: String,
    risk_level: Option<String>,
    standard_working_days: Option<i64>,
}

impl TryFrom<ServiceRow> for Service {
    type Error = Error;

    fn try_from(row: ServiceRow) -> Result<Self, Error> {
        Ok(Self {
            code: row.code,
            name: row.name,
            name_en: row.name_en,
            kind: known("service.kind", &row.kind, ServiceKind::find)?,
            agency: row.agency_id.map(AgencyId),
            technical_agency: row.technical_agency_id.map(AgencyId),
            level: row.level,
            channel: row.channel,
            risk_level: row.risk_level,
            standard_working_days: row.standard_working_days,
        })
    }
}

/// Keeps a service as it is now.
///
/// # Errors
/// [`Error::Database`] if an agency, the level or the risk level is unknown.
pub async fn keep(tx: &mut Tx, service: &Service) -> Result<(), Error> {
    on!(tx, c => sqlx::query(KEEP)
        .bind(&service.code)
        .bind(&service.name)
        .bind(&service.name_en)
        .bind(service.kind.as_str())
        .bind(service.agency.map(AgencyId::uuid))
        .bind(service.technical_agency.map(AgencyId::uuid))
        .bind(&service.level)
        .bind(&service.channel)
        .bind(&service.risk_level)
        .bind(service.standard_working_days)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The service with exactly this code.
///
/// # Errors
/// [`Error::UnknownCode`] if its kind is not known.
pub async fn find(conn: &mut Conn, code: &str) -> Result<Option<Service>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, ServiceRow>(FIND)
        .bind(code)
        .fetch_optional(c)
        .await)?;
    row.map(Service::try_from).transpose()
}

/// Shape: at most [`PAGE_ROWS_MAX`] services in order of code, those after `after_code` (empty: from the first).
///
/// # Errors
/// [`Error::UnknownCode`] if a kind is not known.
pub async fn page(conn: &mut Conn, after_code: &str) -> Result<Vec<Service>, Error> {
    let rows = on!(conn, c => sqlx::query_as::<_, ServiceRow>(PAGE)
        .bind(after_code)
        .bind(PAGE_ROWS_MAX)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Service::try_from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{agency, both};

    fn service(code: &str, kind: ServiceKind) -> Service {
        Service {
            code: code.to_owned(),
            name: "Izin".to_owned(),
            name_en: "Licence".to_owned(),
            kind,
            agency: None,
            technical_agency: None,
            level: "regency".to_owned(),
            channel: "OSS".to_owned(),
            risk_level: None,
            standard_working_days: None,
        }
    }

    #[test]
    fn a_service_comes_back_as_it_was_kept_last() {
        both!(store => {
            let (giver, adviser) = (agency(1, "DPMPTSP"), agency(2, "DLH"));
            let kept = Service {
                agency: Some(giver.id),
                technical_agency: Some(adviser.id),
                risk_level: Some("MT".to_owned()),
                standard_working_days: Some(10),
                level: "province".to_owned(),
                ..service("SIPB", ServiceKind::BusinessLicence)
            };
            let last = kept.clone();
            store.keep(async move |tx: &mut Tx| {
                crate::agency::keep(tx, &giver).await?;
                crate::agency::keep(tx, &adviser).await?;
                keep(tx, &service("SIPB", ServiceKind::Licence)).await?;
                keep(tx, &last).await
            }).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(find(&mut conn, "SIPB").await.unwrap(), Some(kept));
        });
    }

    #[test]
    fn services_of_every_kind_are_listed_in_order_of_code() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                for (code, &kind) in ["C", "A", "B"].iter().zip(ServiceKind::ALL) {
                    keep(tx, &service(code, kind)).await?;
                }
                Ok(())
            }).await;
            let mut conn = store.look_up().await.unwrap();
            let codes = |page: Vec<Service>| page.into_iter().map(|service| service.code).collect::<Vec<_>>();
            assert_eq!(codes(page(&mut conn, "").await.unwrap()), ["A", "B", "C"]);
            assert_eq!(codes(page(&mut conn, "A").await.unwrap()), ["B", "C"]);
        });
    }
}
