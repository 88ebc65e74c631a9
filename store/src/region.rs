//! Places of the official list, from the province down to villages.

use crate::{Conn, Error, Tx};

/// Places within one place that a read returns. The largest district has some thirty villages.
pub const CHILDREN_ROWS_MAX: i64 = 200;

statements! {
    /// Keeps a place as it is now. $1 code, $2 code of the place it lies in, $3 name, $4 kind.
    KEEP = "insert into region (code, parent_code, name, kind) values ($1, $2, $3, $4)
            on conflict (code) do update set parent_code = excluded.parent_code, name = excluded.name,
                kind = excluded.kind";
    /// One place. $1 code.
    FIND = "select code, parent_code, name, kind from region where code = $1";
    /// The places within a place, by name. $1 its code, $2 most rows.
    CHILDREN = "select code, parent_code, name, kind from region where parent_code = $1
                order by name, code limit $2";
}

/// One place. Source: codes of the Ministry of Home Affairs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Region {
    /// Official code, compared whole: `65.01.05.1001`.
    pub code: String,
    /// The place it lies in; the province has none.
    pub parent_code: Option<String>,
    /// Its name.
    pub name: String,
    /// `province`, `kabupaten`, `kota`, `district`, `kelurahan` or `desa`.
    pub kind: String,
}

/// Keeps a place as it is now.
///
/// # Errors
/// [`Error::Database`] if the place it lies in, or its kind, is unknown.
pub async fn keep(tx: &mut Tx, region: &Region) -> Result<(), Error> {
    on!(tx, c => sqlx::query(KEEP)
        .bind(&region.code)
        .bind(&region.parent_code)
        .bind(&region.name)
        .bind(&region.kind)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// The place with exactly this code.
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn find(conn: &mut Conn, code: &str) -> Result<Option<Region>, Error> {
    Ok(on!(conn, c => sqlx::query_as(FIND).bind(code).fetch_optional(c).await)?)
}

/// Shape: the places directly within `parent_code` by name, at most [`CHILDREN_ROWS_MAX`].
///
/// # Errors
/// [`Error::Database`] if the connection fails.
pub async fn children(conn: &mut Conn, parent_code: &str) -> Result<Vec<Region>, Error> {
    Ok(on!(conn, c => sqlx::query_as(CHILDREN)
        .bind(parent_code)
        .bind(CHILDREN_ROWS_MAX)
        .fetch_all(c)
        .await)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::both;

    fn region(code: &str, parent_code: Option<&str>, name: &str, kind: &str) -> Region {
        Region {
            code: code.to_owned(),
            parent_code: parent_code.map(str::to_owned),
            name: name.to_owned(),
            kind: kind.to_owned(),
        }
    }

    #[test]
    fn a_place_lists_what_lies_directly_in_it_by_name() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                keep(tx, &region("65", None, "Kalimantan Utara", "province")).await?;
                keep(tx, &region("65.02", Some("65"), "Malinau", "kabupaten")).await?;
                keep(tx, &region("65.01", Some("65"), "Bulungan", "kabupaten")).await?;
                keep(tx, &region("65.01.01", Some("65.01"), "Tanjung Palas", "district")).await
            }).await;
            let mut conn = store.look_up().await.unwrap();
            let names: Vec<_> = children(&mut conn, "65").await.unwrap().into_iter().map(|place| place.name).collect();
            assert_eq!(names, ["Bulungan", "Malinau"]);
        });
    }

    #[test]
    fn a_place_kept_again_takes_its_new_name() {
        both!(store => {
            store.keep(async move |tx: &mut Tx| {
                keep(tx, &region("65", None, "Kaltara", "province")).await?;
                keep(tx, &region("65", None, "Kalimantan Utara", "province")).await
            }).await;
            let mut conn = store.look_up().await.unwrap();
            let found = find(&mut conn, "65").await.unwrap();
            assert_eq!(found, Some(region("65", None, "Kalimantan Utara", "province")));
            assert_eq!(find(&mut conn, "6").await.unwrap(), None);
        });
    }
}
