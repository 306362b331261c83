//! Customers: accounts and the contacts there.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, titles::title_key};
use crate::domain::{
    ids::{AccountId, ContactId, PersonId},
    language::Language,
    limits::rule::LeadClass,
};

/// A customer company.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Account {
    /// Also the id of its claims.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// Name in lower case, for finding; unique.
    pub name_key: String,
    /// The seller responsible.
    pub owner_id: Option<PersonId>,
    /// How near to buying, if anybody has said.
    pub lead_class: Option<LeadClass>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// A person at a customer.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Contact {
    /// Also the id of their claims.
    pub id: ContactId,
    /// The company.
    pub account_id: AccountId,
    /// Display name.
    pub name: String,
    /// Address as typed.
    pub email: String,
    /// Address in lower case; unique.
    pub email_key: String,
    /// Language of their mails.
    pub language: Language,
    /// IANA zone.
    pub zone: String,
    /// When they asked for no more invitations.
    pub do_not_contact_at: Option<DateTime<Utc>>,
    /// How they asked: `link` or a person's name.
    pub do_not_contact_source: Option<String>,
    /// When they were added.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// Adds an account with the subject of its claims, unless one of this name is there already or being added at this moment;
/// tells whether it did.
pub async fn insert_account(tx: &mut Tx, a: &Account) -> Result<bool> {
    super::claims::insert_subject(tx, a.id.uuid().into(), "account").await?;
    let added = on_conn!(tx, |c| sqlx::query(
        "INSERT INTO account (id, name, name_key, owner_id, lead_class, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (name_key) DO NOTHING"
    )
    .bind(a.id)
    .bind(&a.name)
    .bind(&a.name_key)
    .bind(a.owner_id)
    .bind(a.lead_class)
    .bind(a.created_at)
    .bind(a.updated_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?;
    if !added {
        super::claims::delete_subject(tx, a.id.uuid().into()).await?;
    }
    Ok(added)
}

/// Holds names of accounts and addresses of contacts, in lower case, until the transaction ends: those that it will give to
/// somebody. All at once, in one order, and before any subject is locked, because two who make the same ones wait for each
/// other at the unique index, in whatever order they come to it. SQLite has one writer already.
pub async fn hold_keys(tx: &mut Tx, keys: &[String]) -> Result<()> {
    if let Tx::Postgres(tx) = tx
        && !keys.is_empty()
    {
        sqlx::query(
            "SELECT pg_advisory_xact_lock(7302, hash) FROM (SELECT DISTINCT
                hashtext(current_schema()::text || ' ' || key) AS hash FROM unnest($1::text[]) AS key ORDER BY hash) AS held",
        )
        .bind(keys)
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}

/// The account with this lower-case name.
pub async fn account_by_name(tx: &mut Tx, key: &str) -> Result<Option<Account>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM account WHERE name_key = $1").bind(key).fetch_optional(c).await
    })?)
}

/// One account.
pub async fn account_by_id(tx: &mut Tx, id: AccountId) -> Result<Option<Account>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM account WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// The accounts with these ids, in no order.
pub async fn accounts_by_ids(tx: &mut Tx, ids: &[AccountId]) -> Result<Vec<Account>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM account WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Accounts by name, at most `limit`, leaving out the first `skip`.
pub async fn list_accounts(tx: &mut Tx, (limit, skip): (i64, i64)) -> Result<Vec<Account>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM account ORDER BY name_key, id LIMIT $1 OFFSET $2")
        .bind(limit)
        .bind(skip)
        .fetch_all(c)
        .await)?)
}

/// Says how near a customer is to buying. Forms that were filled before are older from here on.
pub async fn set_lead_class(tx: &mut Tx, id: AccountId, class: Option<LeadClass>, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE account SET lead_class = $2, version = version + 1, updated_at = $3 WHERE id = $1"
    )
    .bind(id)
    .bind(class)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Adds a contact with the subject of their claims, unless somebody has the address already or is getting it at this
/// moment; tells whether it did.
pub async fn insert_contact(tx: &mut Tx, p: &Contact) -> Result<bool> {
    super::claims::insert_subject(tx, p.id.uuid().into(), "contact").await?;
    let added = on_conn!(tx, |c| sqlx::query(
        "INSERT INTO contact (id, account_id, name, email, email_key, language, zone, do_not_contact_at,
            do_not_contact_source, created_at, updated_at, name_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (email_key) DO NOTHING"
    )
    .bind(p.id)
    .bind(p.account_id)
    .bind(&p.name)
    .bind(&p.email)
    .bind(&p.email_key)
    .bind(p.language)
    .bind(&p.zone)
    .bind(p.do_not_contact_at)
    .bind(&p.do_not_contact_source)
    .bind(p.created_at)
    .bind(p.updated_at)
    .bind(title_key(&p.name))
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?;
    if !added {
        super::claims::delete_subject(tx, p.id.uuid().into()).await?;
    }
    Ok(added)
}

/// Writes everything but id, account and creation. Forms that were filled before are older from here on.
pub async fn update_contact(tx: &mut Tx, p: &Contact) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE contact SET name = $2, email = $3, email_key = $4, language = $5, zone = $6, do_not_contact_at = $7,
            do_not_contact_source = $8, updated_at = $9, name_key = $10, version = version + 1 WHERE id = $1"
    )
    .bind(p.id)
    .bind(&p.name)
    .bind(&p.email)
    .bind(&p.email_key)
    .bind(p.language)
    .bind(&p.zone)
    .bind(p.do_not_contact_at)
    .bind(&p.do_not_contact_source)
    .bind(p.updated_at)
    .bind(title_key(&p.name))
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// One contact.
pub async fn contact_by_id(tx: &mut Tx, id: ContactId) -> Result<Option<Contact>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM contact WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// One contact, locked until the transaction ends, so that writing the row back loses nothing that others wrote to it,
/// such as a wish for no more invitations. SQLite has one writer already.
pub async fn locked_contact(tx: &mut Tx, id: ContactId) -> Result<Option<Contact>> {
    if let Tx::Postgres(tx) = tx {
        let row = sqlx::query_as("SELECT * FROM contact WHERE id = $1 FOR NO KEY UPDATE").bind(id);
        return Ok(row.fetch_optional(&mut **tx).await?);
    }
    contact_by_id(tx, id).await
}

/// One contact by lower-case address.
pub async fn contact_by_email(tx: &mut Tx, key: &str) -> Result<Option<Contact>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM contact WHERE email_key = $1")
        .bind(key)
        .fetch_optional(c)
        .await)?)
}

/// The contacts with these address keys, in no order.
pub async fn contacts_by_emails(tx: &mut Tx, keys: &[String]) -> Result<Vec<Contact>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM contact WHERE email_key");
        push_in(&mut query, keys.iter().cloned());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The contacts with these ids, in no order.
pub async fn contacts_by_ids(tx: &mut Tx, ids: &[ContactId]) -> Result<Vec<Contact>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM contact WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// A contact with the name of the company, as suggestions show it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ContactEntry {
    /// The contact.
    pub id: ContactId,
    /// Display name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Name of the company.
    pub account: String,
}

/// Contacts by name, at most `limit`, leaving out those who asked for no more invitations or are erased.
pub async fn list_contacts(tx: &mut Tx, limit: i64) -> Result<Vec<ContactEntry>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT contact.id, contact.name, contact.email, account.name AS account
         FROM contact JOIN account ON account.id = contact.account_id
         WHERE do_not_contact_at IS NULL AND erased_at IS NULL ORDER BY contact.name, contact.id LIMIT $1"
    )
    .bind(limit)
    .fetch_all(c)
    .await)?)
}
