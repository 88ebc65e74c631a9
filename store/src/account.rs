//! People who sign in. A password's hash leaves this file only for sign-in, never as part of an [`Account`].

use domain::id::{AgencyId, PersonId};
use domain::permit::Role;
use uuid::Uuid;

use crate::error::known;
use crate::{Conn, Error, Tx};

/// Accounts on one page.
pub const PAGE_ROWS_MAX: i64 = 50;

statements! {
    /// Adds an account, unless its sign-in name is taken. $1 id, $2 agency, $3 role, $4 name, $5 sign-in name,
    /// $6 password hash, $7 whether active, $8 unit.
    ADD = "insert into account (id, agency_id, role, name, sign_in_name, password_hash, is_active, unit, version)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict (sign_in_name) do nothing returning version";
    /// One account of an agency. $1 agency, $2 id.
    FIND = "select id, agency_id, role, name, sign_in_name, is_active, unit, version
            from account where id = $2 and agency_id = $1";
    /// The account that signs in by this name, and its password hash. $1 sign-in name.
    FIND_SIGN_IN = "select id, agency_id, role, name, sign_in_name, is_active, unit, version, password_hash
                    from account where sign_in_name = $1";
    /// Whether there is any account.
    IS_ANY scans "the first row ends it" = "select exists (select 1 from account) as is_any";
    /// An agency's accounts by name, after a key. $1 agency, $2 and $3 the last name and id seen, $4 most rows.
    PAGE = "select id, agency_id, role, name, sign_in_name, is_active, unit, version
            from account where agency_id = $1 and (name, id) > ($2, $3) order by name, id limit $4";
    /// Changes an account that nobody changed meanwhile. $1 agency, $2 id, $3 version read, $4 role, $5 name,
    /// $6 whether active, $7 unit.
    CHANGE = "update account set role = $4, name = $5, is_active = $6, unit = $7, version = version + 1
              where id = $2 and agency_id = $1 and version = $3 returning version";
    /// Sets a password. $1 agency, $2 id, $3 password hash.
    SET_PASSWORD = "update account set password_hash = $3, version = version + 1
                    where id = $2 and agency_id = $1 returning version";
}

/// A person with an account, without the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Names the person everywhere.
    pub id: PersonId,
    /// The desk they work for.
    pub agency: AgencyId,
    /// What they are there.
    pub role: Role,
    /// The person's name.
    pub name: String,
    /// What they type to sign in; unique over all tenants.
    pub sign_in_name: String,
    /// Whether they may sign in.
    pub is_active: bool,
    /// Their unit within the agency.
    pub unit: Option<String>,
    /// Counts the changes; a change names the version it read.
    pub version: i64,
}

/// An account and what its password is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Who signs in.
    pub account: Account,
    /// The password's hash in PHC form.
    pub password_hash: String,
}

/// The columns of an account, for this file and for sessions.
#[derive(sqlx::FromRow)]
pub(crate) struct AccountRow {
    id: Uuid,
    agency_id: Uuid,
    role: String,
    name: String,
    sign_in_name: String,
    is_active: bool,
    unit: Option<String>,
    version: i64,
}

#[derive(sqlx::FromRow)]
struct SignInRow {
    #[sqlx(flatten)]
    account: AccountRow,
    password_hash: String,
}

impl TryFrom<AccountRow> for Account {
    type Error = Error;

    fn try_from(row: AccountRow) -> Result<Self, Error> {
        Ok(Self {
            id: PersonId(row.id),
            agency: AgencyId(row.agency_id),
            role: known("account.role", &row.role, Role::find)?,
            name: row.name,
            sign_in_name: row.sign_in_name,
            is_active: row.is_active,
            unit: row.unit,
            version: row.version,
        })
    }
}

/// Adds an account with version 1. `false`: its sign-in name is taken, and nothing was added.
///
/// # Errors
/// [`Error::Database`] if its agency is unknown.
pub async fn add(tx: &mut Tx, account: &Account, password_hash: &str) -> Result<bool, Error> {
    let added: Option<i64> = on!(tx, c => sqlx::query_scalar(ADD)
        .bind(account.id.uuid())
        .bind(account.agency.uuid())
        .bind(account.role.as_str())
        .bind(&account.name)
        .bind(&account.sign_in_name)
        .bind(password_hash)
        .bind(account.is_active)
        .bind(&account.unit)
        .fetch_optional(c)
        .await)?;
    Ok(added.is_some())
}

/// The account `id`, if it belongs to `agency`.
///
/// # Errors
/// [`Error::UnknownCode`] if its role is not known.
pub async fn find(conn: &mut Conn, agency: AgencyId, id: PersonId) -> Result<Option<Account>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, AccountRow>(FIND)
        .bind(agency.uuid())
        .bind(id.uuid())
        .fetch_optional(c)
        .await)?;
    row.map(Account::try_from).transpose()
}

/// The account that signs in by exactly this name, active or not. A look-up without a tenant: there is one sign-in.
///
/// # Errors
/// [`Error::UnknownCode`] if its role is not known.
pub async fn find_sign_in(conn: &mut Conn, sign_in_name: &str) -> Result<Option<SignIn>, Error> {
    let row = on!(conn, c => sqlx::query_as::<_, SignInRow>(FIND_SIGN_IN)
        .bind(sign_in_name)
        .fetch_optional(c)
        .await)?;
    row.map(|row| {
        Ok(SignIn {
            account: row.account.try_into()?,
            password_hash: row.password_hash,
        })
    })
    .transpose()
}

/// Whether anybody has an account yet.
///
/// # Errors
/// [`Error::Database`] if the archive does not answer.
pub async fn is_any(conn: &mut Conn) -> Result<bool, Error> {
    Ok(on!(conn, c => sqlx::query_scalar(IS_ANY).fetch_one(c).await)?)
}

/// Shape: at most [`PAGE_ROWS_MAX`] accounts of `agency` by name, after the last one seen (`None`: from the first).
///
/// # Errors
/// [`Error::UnknownCode`] if a role is not known.
pub async fn page(conn: &mut Conn, agency: AgencyId, after: Option<&Account>) -> Result<Vec<Account>, Error> {
    let (name, id) = after.map_or(("", Uuid::nil()), |last| (&last.name, last.id.uuid()));
    let rows = on!(conn, c => sqlx::query_as::<_, AccountRow>(PAGE)
        .bind(agency.uuid())
        .bind(name)
        .bind(id)
        .bind(PAGE_ROWS_MAX)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Account::try_from).collect()
}

/// Changes role, name, unit and whether the account is active. Returns the new version.
///
/// # Errors
/// [`Error::Stale`] if it changed since `account.version`, or does not belong to `account.agency`.
pub async fn change(tx: &mut Tx, account: &Account) -> Result<i64, Error> {
    on!(tx, c => sqlx::query_scalar(CHANGE)
        .bind(account.agency.uuid())
        .bind(account.id.uuid())
        .bind(account.version)
        .bind(account.role.as_str())
        .bind(&account.name)
        .bind(account.is_active)
        .bind(&account.unit)
        .fetch_optional(c)
        .await)?
    .ok_or(Error::Stale)
}

/// Sets the password of an account of `agency`. Returns the new version.
///
/// # Errors
/// [`Error::Stale`] if `agency` has no such account.
pub async fn set_password(tx: &mut Tx, agency: AgencyId, id: PersonId, password_hash: &str) -> Result<i64, Error> {
    on!(tx, c => sqlx::query_scalar(SET_PASSWORD)
        .bind(agency.uuid())
        .bind(id.uuid())
        .bind(password_hash)
        .fetch_optional(c)
        .await)?
    .ok_or(Error::Stale)
}

#[cfg(test)]
mod tests;
