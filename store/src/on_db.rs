//! The two macros every noun's file is written with.

/// Compiles one block for both databases: `on!(conn, c => sqlx::query(SQL).bind(x).execute(c).await)`.
///
/// Takes a `&mut Conn` or a `&mut Tx`. Inside, `Driver` names the driver, for `QueryBuilder::<Driver>`.
macro_rules! on {
    ($conn:expr, $c:ident => $body:expr) => {
        match $crate::Conn::of($conn) {
            $crate::Conn::Sqlite(held) => {
                #[allow(dead_code, reason = "only blocks that build their SQL name the driver")]
                type Driver = sqlx::Sqlite;
                let $c: &mut sqlx::SqliteConnection = held;
                $body
            }
            $crate::Conn::Postgres(held) => {
                #[allow(dead_code, reason = "only blocks that build their SQL name the driver")]
                type Driver = sqlx::Postgres;
                let $c: &mut sqlx::PgConnection = held;
                $body
            }
        }
    };
}

/// Declares a file's statements, and the test that each of them prepares and seeks on both databases.
///
/// A statement that has to read a whole table says why: `NAME scans "reason" = "select …";`.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident $(scans $why:literal)? = $sql:expr;)+) => {
        $($(#[$doc])* const $name: &str = $sql;)+

        #[cfg(test)]
        #[test]
        fn statements_prepare_and_seek_on_both() {
            $crate::tests::prove::prove(&[$((stringify!($name), $name.into(), &[$($why)?])),+]);
        }
    };
}
