//! Users.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    hours::WorkingHours,
    ids::PersonId,
    language::Language,
    person::{Clock, PersonState, Role, Theme},
};

/// A user.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Person {
    /// Also the id of their claims.
    pub id: PersonId,
    /// Address as typed.
    pub email: String,
    /// Address in lower case; unique.
    pub email_key: String,
    /// Display name.
    pub name: String,
    /// Language of their pages and mails.
    pub language: Language,
    /// IANA zone.
    pub zone: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Colon or full stop.
    pub clock: Clock,
    /// Light or dark.
    pub theme: Theme,
    /// Smaller rows.
    pub compact: bool,
    /// Whether single-key shortcuts work.
    pub shortcuts: bool,
    /// What they may do.
    pub role: Role,
    /// Where the account stands.
    pub state: PersonState,
    /// Argon2id, PHC string.
    pub password_hash: Option<String>,
    /// Fixed video room.
    pub video_room: Option<String>,
    /// When they work.
    pub hours: Json<WorkingHours>,
    /// When they were added.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

impl Person {
    /// Whether meetings can be theirs: they are here, and do more than look on.
    #[must_use]
    pub fn leads_meetings(&self) -> bool {
        self.state == PersonState::Active && self.role != Role::Viewer
    }
}

/// Adds a person with the subject of their claims.
pub async fn insert(tx: &mut Tx, p: &Person) -> Result<()> {
    super::claims::insert_subject(tx, p.id.uuid().into(), "person").await?;
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO person (id, email, email_key, name, language, zone, country, clock, theme, compact, shortcuts,
            role, state, password_hash, video_room, hours, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
    )
    .bind(p.id)
    .bind(&p.email)
    .bind(&p.email_key)
    .bind(&p.name)
    .bind(p.language)
    .bind(&p.zone)
    .bind(&p.country)
    .bind(p.clock)
    .bind(p.theme)
    .bind(p.compact)
    .bind(p.shortcuts)
    .bind(p.role)
    .bind(p.state)
    .bind(&p.password_hash)
    .bind(&p.video_room)
    .bind(&p.hours)
    .bind(p.created_at)
    .bind(p.updated_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Writes everything but id and creation.
pub async fn update(tx: &mut Tx, p: &Person) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE person SET email = $2, email_key = $3, name = $4, language = $5, zone = $6, country = $7, clock = $8,
            theme = $9, compact = $10, shortcuts = $11, role = $12, state = $13, password_hash = $14, video_room = $15,
            hours = $16, updated_at = $17
         WHERE id = $1"
    )
    .bind(p.id)
    .bind(&p.email)
    .bind(&p.email_key)
    .bind(&p.name)
    .bind(p.language)
    .bind(&p.zone)
    .bind(&p.country)
    .bind(p.clock)
    .bind(p.theme)
    .bind(p.compact)
    .bind(p.shortcuts)
    .bind(p.role)
    .bind(p.state)
    .bind(&p.password_hash)
    .bind(&p.video_room)
    .bind(&p.hours)
    .bind(p.updated_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Sets a password and makes the account active, if it still stands as expected; tells whether it did. Nothing else of
/// the row is written, so that a change made at the same moment stays.
pub async fn set_password(
    tx: &mut Tx,
    id: PersonId,
    hash: &str,
    expected: PersonState,
    now: DateTime<Utc>,
) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE person SET password_hash = $2, state = $4, updated_at = $5 WHERE id = $1 AND state = $3"
    )
    .bind(id)
    .bind(hash)
    .bind(expected)
    .bind(PersonState::Active)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// One person.
pub async fn by_id(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM person WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// One person, locked until the transaction ends, so that writing the row back loses nothing that others wrote to it.
/// SQLite has one writer already.
pub async fn locked(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    if let Tx::Postgres(tx) = tx {
        let row = sqlx::query_as("SELECT * FROM person WHERE id = $1 FOR NO KEY UPDATE").bind(id);
        return Ok(row.fetch_optional(&mut **tx).await?);
    }
    by_id(tx, id).await
}

/// Puts those who change roles and accounts in order until the transaction ends, so that two administrators cannot
/// demote each other at once and leave nobody. SQLite has one writer already.
pub async fn lock_administration(tx: &mut Tx) -> Result<()> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("SELECT id FROM organization FOR NO KEY UPDATE").fetch_optional(&mut **tx).await?;
    }
    Ok(())
}

/// One person by lower-case address.
pub async fn by_email(tx: &mut Tx, key: &str) -> Result<Option<Person>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM person WHERE email_key = $1").bind(key).fetch_optional(c).await)?)
}

/// Everybody, by name; at most `limit`.
pub async fn list(tx: &mut Tx, limit: i64) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM person ORDER BY name, id LIMIT $1").bind(limit).fetch_all(c).await
    })?)
}

/// Everybody there ever was, by id; at most `limit`.
pub async fn ids(tx: &mut Tx, limit: i64) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar("SELECT id FROM person ORDER BY id LIMIT $1").bind(limit).fetch_all(c).await
    })?)
}

/// The people with these address keys, in no order.
pub async fn by_emails(tx: &mut Tx, keys: &[String]) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM person WHERE email_key");
        push_in(&mut query, keys.iter().cloned());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The people with these ids, in no order.
pub async fn by_ids(tx: &mut Tx, ids: &[PersonId]) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM person WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The administrators who can sign in, by name; at most 100.
pub async fn administrators(tx: &mut Tx) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM person WHERE role = 'admin' AND state = 'active' ORDER BY name, id LIMIT 100"
    )
    .fetch_all(c)
    .await)?)
}

/// How many administrators can sign in.
pub async fn active_admins(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar("SELECT COUNT(*) FROM person WHERE role = 'admin' AND state = 'active'").fetch_one(c).await
    })?)
}
