//! The few statements that differ between the two databases.

use crate::Conn;

/// One statement, as each database wants it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sql {
    /// For SQLite.
    pub(crate) sqlite: &'static str,
    /// For PostgreSQL.
    pub(crate) postgres: &'static str,
}

impl Sql {
    /// The text for the database behind `conn`.
    pub(crate) const fn on(self, conn: &Conn) -> &'static str {
        match conn {
            Conn::Sqlite(_) => self.sqlite,
            Conn::Postgres(_) => self.postgres,
        }
    }
}

impl From<&'static str> for Sql {
    fn from(both: &'static str) -> Self {
        Self {
            sqlite: both,
            postgres: both,
        }
    }
}

/// Begins a write. SQLite takes its write lock at once; PostgreSQL lays down the reader's role for the writer's.
pub(crate) const BEGIN: Sql = Sql {
    sqlite: "begin immediate",
    postgres: "begin; set local role sinergi_writer",
};

/// Keeps a write. PostgreSQL answers a bare `commit` of a failed transaction with a silent rollback;
/// the `select 1` before it fails instead.
pub(crate) const COMMIT: Sql = Sql {
    sqlite: "commit",
    postgres: "select 1; commit",
};

/// Begins a scoped read; [`SEE_AS`] follows. PostgreSQL only.
pub(crate) const BEGIN_READ: &str = "begin read only";

/// Until the transaction ends, rows are seen as this agency may see them. PostgreSQL only. $1 agency, as text.
pub(crate) const SEE_AS: &str = "select set_config('role', 'sinergi_reader', true), set_config('app.scope', $1, true)";

/// Until the transaction ends, rows of this case may be read and written, and of no other. PostgreSQL only.
/// $1 home, $2 case, as text.
pub(crate) const NAME_CASE: &str = "select set_config('role', 'sinergi_writer', true),
    set_config('app.home_id', $1, true), set_config('app.case_id', $2, true)";

/// Until the transaction ends, the reports of this account are seen, whatever the role. PostgreSQL only.
/// $1 account, as hexadecimal digits.
pub(crate) const SEE_ACCOUNT: &str = "select set_config('app.account', $1, true)";

/// Takes messages that are due on a channel, and hides them from others until the lease ends: the sender may die.
/// $1 now, $2 end of the lease, $3 most rows, $4 channel.
pub(crate) const OUTBOX_CLAIM: Sql = Sql {
    sqlite: "update outbox set due_at_ms = $2, tries = tries + 1 where id in (
                 select id from outbox where channel = $4 and sent_at_ms is null and dead_at_ms is null
                     and due_at_ms <= $1 order by due_at_ms, id limit $3)
             returning id, topic, home_id, case_id, account_id, facts, tries, due_at_ms, channel, target_id",
    postgres: "update outbox set due_at_ms = $2, tries = tries + 1 where id in (
                   select id from outbox where channel = $4 and sent_at_ms is null and dead_at_ms is null
                       and due_at_ms <= $1 order by due_at_ms, id limit $3 for update skip locked)
               returning id, topic, home_id, case_id, account_id, facts, tries, due_at_ms, channel, target_id",
};

/// Tells every node that a case changed, once this transaction is kept. PostgreSQL only. $1 node, home and case.
pub(crate) const TELL_NODES: &str = "select pg_notify('sinergi_case', $1)";
/// Where nodes are told.
pub(crate) const NODES: &str = "sinergi_case";

#[cfg(test)]
#[test]
fn statements_prepare_and_seek_on_both() {
    crate::tests::prove::prove(&[("OUTBOX_CLAIM", OUTBOX_CLAIM, &[])]);
}

/// What a PostgreSQL connection is told before it goes back to the pool, so that no scope outlives its reader.
pub(crate) const FORGET: &str = "rollback";

/// The end of a home's chain, locked until the transaction ends; SQLite has one writer anyway. $1 home.
pub(crate) const CHAIN_LOCK: Sql = Sql {
    sqlite: "select seq, hash from chain_head where home_id = $1",
    postgres: "select seq, hash from chain_head where home_id = $1 for update of chain_head",
};
