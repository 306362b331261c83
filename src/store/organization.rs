//! The firm and its settings.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, on_conn};
use crate::domain::{hours::WorkingHours, language::Language, relay::Relay};

/// The firm.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Organization {
    /// Name as customers read it.
    pub name: String,
    /// ISO 3166-1 alpha-2, upper case.
    pub country: String,
    /// IANA zone.
    pub zone: String,
    /// Language of new people.
    pub language: Language,
    /// Working hours of new people.
    pub hours: Json<WorkingHours>,
    /// Relay settings as the set-up page saved them; `None` is the built-in mailbox.
    pub relay: Option<Json<Relay>>,
    /// Whether this is the demo company.
    pub demo: bool,
    /// When the first-run set-up was finished.
    pub set_up_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// The firm, if set-up has begun.
pub async fn load(tx: &mut Tx) -> Result<Option<Organization>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM organization").fetch_optional(c).await)?)
}

/// The firm, locked until the transaction ends, so that writing the row back loses nothing that others wrote to it.
/// SQLite has one writer already.
pub async fn locked(tx: &mut Tx) -> Result<Option<Organization>> {
    if let Tx::Postgres(tx) = tx {
        let row = sqlx::query_as("SELECT * FROM organization FOR NO KEY UPDATE");
        return Ok(row.fetch_optional(&mut **tx).await?);
    }
    load(tx).await
}

/// Writes the firm; there is one row. The caller has it from [`locked`], or there was none.
pub async fn save(tx: &mut Tx, org: &Organization) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO organization (id, name, country, zone, language, hours, relay, demo, set_up_at, created_at, updated_at)
         VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country, zone = excluded.zone,
            language = excluded.language, hours = excluded.hours, relay = excluded.relay, demo = excluded.demo,
            set_up_at = excluded.set_up_at, updated_at = excluded.updated_at"
    )
    .bind(&org.name)
    .bind(&org.country)
    .bind(&org.zone)
    .bind(org.language)
    .bind(&org.hours)
    .bind(&org.relay)
    .bind(org.demo)
    .bind(org.set_up_at)
    .bind(org.created_at)
    .bind(org.updated_at)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}
