//! Limits. A rule is ended, never deleted, so that what it once asked can be explained.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, StoreError, Tx, on_conn};
use crate::domain::{
    ids::{PersonId, RuleId},
    limits::{facts::StoredRule, rule::Rule},
};

/// Most rules in force at one time.
pub const MAX_RULES: i64 = 200;

/// A rule with what is known about it.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// Id.
    pub id: RuleId,
    /// What it says; `None` when its words are not understood, and it blocks.
    pub rule: Option<Rule>,
    /// Who wrote what it says now; `None` for those of the set-up.
    pub written_by: Option<PersonId>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// Rises with every change.
    pub version: i64,
    /// When it was ended.
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: RuleId,
    scope: String,
    which: String,
    measure: String,
    level: String,
    starts_on: NaiveDate,
    written_by: Option<PersonId>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    version: i64,
    ended_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> RuleRow {
        let rule = || {
            Some(Rule {
                id: Some(self.id),
                scope: serde_json::from_str(&self.scope).ok()?,
                which: serde_json::from_str(&self.which).ok()?,
                measure: serde_json::from_str(&self.measure).ok()?,
                level: self.level.parse().ok()?,
                from: self.starts_on,
            })
        };
        RuleRow {
            id: self.id,
            rule: rule(),
            written_by: self.written_by,
            created_at: self.created_at,
            updated_at: self.updated_at,
            version: self.version,
            ended_at: self.ended_at,
        }
    }
}

/// The rules in force and those that will be, oldest first; at most [`MAX_RULES`].
pub async fn list(tx: &mut Tx) -> Result<Vec<RuleRow>> {
    let rows: Vec<Row> =
        on_conn!(tx, |c| sqlx::query_as("SELECT * FROM rule WHERE ended_at IS NULL ORDER BY created_at, id LIMIT $1")
            .bind(MAX_RULES + 1)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// The same as judging wants them.
pub async fn in_force(tx: &mut Tx) -> Result<Vec<StoredRule>> {
    let rule = |row: RuleRow| row.rule.map_or(StoredRule::Unreadable(row.id), StoredRule::Rule);
    Ok(list(tx).await?.into_iter().map(rule).collect())
}

/// One rule, also an ended one.
pub async fn by_id(tx: &mut Tx, id: RuleId) -> Result<Option<RuleRow>> {
    let row: Option<Row> =
        on_conn!(tx, |c| sqlx::query_as("SELECT * FROM rule WHERE id = $1").bind(id).fetch_optional(c).await)?;
    Ok(row.map(Row::read))
}

/// Adds a rule under this id. The caller has begun a change of policy.
pub async fn insert(tx: &mut Tx, id: RuleId, rule: &Rule, (by, now): (Option<PersonId>, DateTime<Utc>)) -> Result<()> {
    let [scope, which, measure] = words(rule)?;
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO rule (id, scope, which, measure, level, starts_on, written_by, created_at, updated_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 1)"
    )
    .bind(id)
    .bind(scope)
    .bind(which)
    .bind(measure)
    .bind(rule.level.as_str())
    .bind(rule.from)
    .bind(by)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Changes a rule if it still has this version and is in force; whether it did.
pub async fn update(
    tx: &mut Tx,
    (id, version): (RuleId, i64),
    rule: &Rule,
    (by, now): (PersonId, DateTime<Utc>),
) -> Result<bool> {
    let [scope, which, measure] = words(rule)?;
    let changed = on_conn!(tx, |c| sqlx::query(
        "UPDATE rule SET scope = $3, which = $4, measure = $5, level = $6, starts_on = $7, updated_at = $8,
            written_by = $9, version = version + 1 WHERE id = $1 AND version = $2 AND ended_at IS NULL"
    )
    .bind(id)
    .bind(version)
    .bind(scope)
    .bind(which)
    .bind(measure)
    .bind(rule.level.as_str())
    .bind(rule.from)
    .bind(now)
    .bind(by)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Ends a rule if it still has this version; whether it did. Also for one whose words are not understood.
pub async fn end(tx: &mut Tx, (id, version): (RuleId, i64), now: DateTime<Utc>) -> Result<bool> {
    let changed = on_conn!(tx, |c| sqlx::query(
        "UPDATE rule SET ended_at = $3, updated_at = $3, version = version + 1
         WHERE id = $1 AND version = $2 AND ended_at IS NULL"
    )
    .bind(id)
    .bind(version)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

fn words(rule: &Rule) -> Result<[String; 3]> {
    let scope = serde_json::to_string(&rule.scope).map_err(StoreError::unreadable)?;
    let which = serde_json::to_string(&rule.which).map_err(StoreError::unreadable)?;
    let measure = serde_json::to_string(&rule.measure).map_err(StoreError::unreadable)?;
    Ok([scope, which, measure])
}
