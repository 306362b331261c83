//! Limits that were passed, and who answers for it; and minutes given back. Rows are only ever added.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::{
    ids::{ChangeId, MeetingId, OverrideId, PersonId, RuleId},
    limits::rule::Level,
};

/// A limit that was passed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Override {
    /// Id.
    pub id: OverrideId,
    /// By which meeting.
    pub meeting_id: MeetingId,
    /// Which rule; `None` for what holds without one.
    pub rule_id: Option<RuleId>,
    /// The reading as it was; JSON.
    pub reading: String,
    /// What the rule asked for.
    pub level: Level,
    /// Whose time it was, when a colleague's.
    pub about_id: Option<PersonId>,
    /// Who passed it.
    pub person_id: PersonId,
    /// Who allowed it, when it was not them.
    pub approver_id: Option<PersonId>,
    /// Why; empty where a tick was enough.
    pub reason: String,
    /// Calendar quarter in the zone of the firm, for example `2026-Q4`.
    pub quarter: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Puts overrides on the record.
pub async fn insert(tx: &mut Tx, rows: &[Override]) -> Result<()> {
    for chunk in rows.chunks(100) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO limit_override (id, meeting_id, rule_id, reading, level, about_id, person_id, approver_id,
                    reason, quarter, at) ",
            );
            query.push_values(chunk, |mut row, o| {
                row.push_bind(o.id)
                    .push_bind(o.meeting_id)
                    .push_bind(o.rule_id)
                    .push_bind(&o.reading)
                    .push_bind(o.level)
                    .push_bind(o.about_id)
                    .push_bind(o.person_id)
                    .push_bind(o.approver_id)
                    .push_bind(&o.reason)
                    .push_bind(&o.quarter)
                    .push_bind(o.at);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// How many limits a person passed for a reason of their own in a quarter: each rule once a meeting, however many
/// people it was about.
pub async fn used(tx: &mut Tx, person: PersonId, quarter: &str) -> Result<i64> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM (SELECT DISTINCT meeting_id, rule_id FROM limit_override
            WHERE person_id = $1 AND quarter = $2 AND level = 'reason' AND approver_id IS NULL) AS used"
    )
    .bind(person)
    .bind(quarter)
    .fetch_one(c)
    .await)?)
}

/// The overrides of a meeting, oldest first; at most 200.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Override>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM limit_override WHERE meeting_id = $1 ORDER BY at, id LIMIT 200"
    )
    .bind(meeting)
    .fetch_all(c)
    .await)?)
}

/// Minutes a person got back.
#[derive(Debug, Clone)]
pub struct TimeBack {
    /// Id.
    pub id: OverrideId,
    /// Who.
    pub person_id: PersonId,
    /// From which meeting; `None` when there was none, only the plan of one.
    pub meeting_id: Option<MeetingId>,
    /// By which change, so that undoing it takes the minutes back.
    pub change_id: Option<ChangeId>,
    /// `cancelled`, `shortened` or `written`.
    pub cause: &'static str,
    /// How many.
    pub minutes: i64,
    /// When.
    pub at: DateTime<Utc>,
}

/// Puts minutes given back on the record.
pub async fn insert_time_back(tx: &mut Tx, rows: &[TimeBack]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO time_back (id, person_id, meeting_id, change_id, cause, minutes, at) ",
        );
        query.push_values(rows, |mut row, b| {
            row.push_bind(b.id)
                .push_bind(b.person_id)
                .push_bind(b.meeting_id)
                .push_bind(b.change_id)
                .push_bind(b.cause)
                .push_bind(b.minutes)
                .push_bind(b.at);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Takes the minutes of a change off the record, because it was undone.
pub async fn forget_time_back(tx: &mut Tx, change: ChangeId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM time_back WHERE change_id = $1")
        .bind(change)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes the minutes off the record that ending a meeting at this moment gave back, because it goes on.
pub async fn forget_early_end(tx: &mut Tx, meeting: MeetingId, ended_at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "DELETE FROM time_back WHERE meeting_id = $1 AND change_id IS NULL AND cause = 'shortened' AND at = $2"
    )
    .bind(meeting)
    .bind(ended_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
