//! Where places lie, as the operator imported it. The same for all agencies and known to everybody, so no scope is asked
//! for.

use domain::time::Timestamp;

use crate::{Conn, Error, Tx};

/// Places whose shape is kept. Kalimantan Utara has some 540 regencies, districts and villages.
pub const BOUNDARIES_MAX: i64 = 2_000;

statements! {
    /// Forgets all shapes.
    FORGET scans "an import replaces them all" = "delete from boundary";
    /// Keeps a shape. $1 code of the place, $2 the shape.
    KEEP = "insert into boundary (code, shape) values ($1, $2)";
    /// Keeps whose data they are. $1 the source, $2 now.
    KEEP_SOURCE = "insert into boundary_source (id, source, at_ms) values (1, $1, $2)
                   on conflict (id) do update set source = excluded.source, at_ms = excluded.at_ms";
    /// The shapes. $1 the code before the first, $2 most rows.
    ALL = "select code, shape from boundary where code > $1 order by code limit $2";
    /// Whose data they are.
    SOURCE = "select source from boundary_source where id = 1";
}

/// Where one place lies.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Boundary {
    /// Official code of the place: `65.01.05`.
    pub code: String,
    /// A GeoJSON geometry in degrees: a point, or areas.
    pub shape: String,
}

/// Keeps these shapes in place of all others, and whose data they are.
///
/// # Errors
/// [`Error::Database`] if a place is unknown, or named twice.
pub async fn replace(tx: &mut Tx, boundaries: &[Boundary], source: &str, now: Timestamp) -> Result<(), Error> {
    on!(tx, c => sqlx::query(FORGET).execute(c).await.map(drop))?;
    for Boundary { code, shape } in boundaries {
        on!(tx, c => sqlx::query(KEEP).bind(code).bind(shape).execute(c).await.map(drop))?;
    }
    on!(tx, c => sqlx::query(KEEP_SOURCE).bind(source).bind(now.as_ms()).execute(c).await.map(drop))?;
    Ok(())
}

/// Shape: at most [`BOUNDARIES_MAX`], by code, so that a place stands before what lies in it.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn all(conn: &mut Conn) -> Result<Vec<Boundary>, Error> {
    Ok(on!(conn, c => sqlx::query_as(ALL)
        .bind("")
        .bind(BOUNDARIES_MAX)
        .fetch_all(c)
        .await)?)
}

/// Whose data they are; `None` before the first import.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn source(conn: &mut Conn) -> Result<Option<String>, Error> {
    Ok(on!(conn, c => sqlx::query_scalar(SOURCE).fetch_optional(c).await)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::{self, Region};
    use crate::tests::{Archive, at, both};

    fn point(code: &str) -> Boundary {
        Boundary {
            code: code.to_owned(),
            shape: r#"{"type":"Point","coordinates":[117.364,2.844]}"#.to_owned(),
        }
    }

    async fn with_places(store: &Archive) {
        store
            .keep(async move |tx: &mut Tx| {
                for (code, parent, kind) in [
                    ("65", None, "province"),
                    ("65.01", Some("65"), "kabupaten"),
                    ("65.02", Some("65"), "kabupaten"),
                ] {
                    let place = Region {
                        code: code.to_owned(),
                        parent_code: parent.map(str::to_owned),
                        name: code.to_owned(),
                        kind: kind.to_owned(),
                    };
                    region::keep(tx, &place).await?;
                }
                Ok(())
            })
            .await;
    }

    #[test]
    fn an_import_replaces_the_one_before_it_and_its_source() {
        both!(store => {
            with_places(&store).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!((all(&mut conn).await.unwrap(), source(&mut conn).await.unwrap()), (vec![], None));
            drop(conn);
            store.keep(async move |tx: &mut Tx| {
                replace(tx, &[point("65.02"), point("65.01")], "BIG 2024", at(0)).await
            }).await;
            store.keep(async move |tx: &mut Tx| replace(tx, &[point("65.01")], "BIG 2025", at(1)).await).await;
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(all(&mut conn).await.unwrap(), [point("65.01")]);
            assert_eq!(source(&mut conn).await.unwrap().as_deref(), Some("BIG 2025"));
        });
    }

    #[test]
    fn an_import_with_an_unknown_place_changes_nothing() {
        both!(store => {
            with_places(&store).await;
            store.keep(async move |tx: &mut Tx| replace(tx, &[point("65.01")], "BIG 2024", at(0)).await).await;
            let wrong = store.write(async move |tx: &mut Tx| {
                replace(tx, &[point("65.02"), point("99.99")], "BIG 2025", at(1)).await
            }).await;
            assert!(matches!(wrong, Err(Error::Database(_))));
            let mut conn = store.look_up().await.unwrap();
            assert_eq!(all(&mut conn).await.unwrap(), [point("65.01")]);
        });
    }
}
