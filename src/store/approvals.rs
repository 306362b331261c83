//! Questions to somebody who may allow what passes a limit.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::ids::{ApprovalId, MeetingId, PersonId};

/// A question.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Approval {
    /// Id; also the row of its link.
    pub id: ApprovalId,
    /// About which meeting.
    pub meeting_id: MeetingId,
    /// What would happen: `planned`, `edited` or `moved`.
    pub kind: String,
    /// The meeting's version when it was asked.
    pub version: i64,
    /// The meeting as it would be, with what the change says to those it concerns; JSON.
    pub proposal: String,
    /// The readings that ask for approval; JSON.
    pub findings: String,
    /// Why, in the words of whoever asks.
    pub reason: String,
    /// Who asks.
    pub asked_by: PersonId,
    /// Who is asked first.
    pub approver_id: PersonId,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Until when the time is held.
    pub expires_at: DateTime<Utc>,
    /// `open`, `approved`, `declined`, `expired` or `withdrawn`.
    pub state: String,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// What they said; may be empty.
    pub note: String,
    /// Version of the link in the mail.
    pub link_version: i64,
}

impl Approval {
    /// Whether it waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// How a question ends.
#[derive(Debug, Clone)]
pub struct Decision<'a> {
    /// `approved`, `declined`, `expired` or `withdrawn`.
    pub state: &'static str,
    /// Who decided; nobody when it expired.
    pub by: Option<PersonId>,
    /// What they said; may be empty.
    pub note: &'a str,
    /// When.
    pub at: DateTime<Utc>,
}

/// Asks.
pub async fn insert(tx: &mut Tx, a: &Approval) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO approval (id, meeting_id, kind, version, proposal, findings, reason, asked_by, approver_id, asked_at,
            expires_at, state, note, link_version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
    )
    .bind(a.id)
    .bind(a.meeting_id)
    .bind(&a.kind)
    .bind(a.version)
    .bind(&a.proposal)
    .bind(&a.findings)
    .bind(&a.reason)
    .bind(a.asked_by)
    .bind(a.approver_id)
    .bind(a.asked_at)
    .bind(a.expires_at)
    .bind(&a.state)
    .bind(&a.note)
    .bind(a.link_version)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// One question. The caller of a decision holds the meeting's lock.
pub async fn by_id(tx: &mut Tx, id: ApprovalId) -> Result<Option<Approval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM approval WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// The open question about a meeting; there is at most one.
pub async fn open_of(tx: &mut Tx, meeting: MeetingId) -> Result<Option<Approval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM approval WHERE meeting_id = $1 AND state = 'open'")
        .bind(meeting)
        .fetch_optional(c)
        .await)?)
}

/// Which of these meetings an open question is about. Callers bound the list.
pub async fn open_about(tx: &mut Tx, meetings: &[MeetingId]) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT meeting_id FROM approval WHERE state = 'open' AND meeting_id");
        super::in_list::push_in(&mut query, meetings.iter().copied());
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// All questions about a meeting, oldest first; at most 50.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Approval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM approval WHERE meeting_id = $1 ORDER BY asked_at, id LIMIT 50")
        .bind(meeting)
        .fetch_all(c)
        .await)?)
}

/// Which questions are open to $1, or to those who are away from $2 to $3 and named $1 as stand-in.
pub(super) const OPEN_TO: &str = "state = 'open' AND (approver_id = $1 OR approver_id IN
    (SELECT person_id FROM day_off WHERE stand_in_id = $1 AND from_minute IS NULL AND last_day >= $2 AND first_day <= $3))";

/// Days off are compared by UTC days, one more on both sides.
pub(super) fn around(now: DateTime<Utc>) -> (NaiveDate, NaiveDate) {
    ((now - TimeDelta::days(1)).date_naive(), (now + TimeDelta::days(1)).date_naive())
}

/// The open questions to a person or to those who are away around now and named them as stand-in, soonest to expire
/// first; at most 50.
pub async fn open_to(tx: &mut Tx, approver: PersonId, now: DateTime<Utc>) -> Result<Vec<Approval>> {
    let (yesterday, tomorrow) = around(now);
    let statement = format!("SELECT * FROM approval WHERE {OPEN_TO} ORDER BY expires_at, id LIMIT 50");
    Ok(on_conn!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(approver)
        .bind(yesterday)
        .bind(tomorrow)
        .fetch_all(c)
        .await)?)
}

/// What a person asked, newest first; at most 50.
pub async fn asked_by(tx: &mut Tx, person: PersonId) -> Result<Vec<Approval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM approval WHERE asked_by = $1 ORDER BY asked_at DESC, id DESC LIMIT 50"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// Asks an open question about other readings.
pub async fn refresh(tx: &mut Tx, id: ApprovalId, findings: &str) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE approval SET findings = $2 WHERE id = $1 AND state = 'open'")
        .bind(id)
        .bind(findings)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Questions that nobody answered in time, oldest first; at most 100.
pub async fn overdue(tx: &mut Tx, now: DateTime<Utc>) -> Result<Vec<Approval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM approval WHERE state = 'open' AND expires_at <= $1 ORDER BY expires_at, id LIMIT 100"
    )
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// Open questions of people who left: asked of them, by them, or about a meeting of theirs; oldest first, at most 100.
pub async fn of_leavers(tx: &mut Tx) -> Result<Vec<Approval>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT a.* FROM approval a JOIN meeting m ON m.id = a.meeting_id
         WHERE a.state = 'open' AND EXISTS (SELECT 1 FROM person p WHERE p.state = 'deactivated'
            AND p.id IN (a.approver_id, a.asked_by, m.organizer_id))
         ORDER BY a.asked_at, a.id LIMIT 100"
    )
    .fetch_all(c)
    .await)?)
}

/// Asks somebody else; the link sent before is void from now on.
pub async fn pass_on(tx: &mut Tx, a: &Approval) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE approval SET approver_id = $2, link_version = $3 WHERE id = $1 AND state = 'open'"
    )
    .bind(a.id)
    .bind(a.approver_id)
    .bind(a.link_version)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Ends a question if it is still open; whether it was.
pub async fn end(tx: &mut Tx, id: ApprovalId, decision: &Decision<'_>) -> Result<bool> {
    let ended = on_conn!(tx, |c| {
        sqlx::query(
        "UPDATE approval SET state = $2, decided_by = $3, note = $4, decided_at = $5, link_version = link_version + 1
         WHERE id = $1 AND state = 'open'"
    )
    .bind(id)
    .bind(decision.state)
    .bind(decision.by)
    .bind(decision.note)
    .bind(decision.at)
    .execute(c)
    .await
    .map(|done| done.rows_affected())
    })?;
    Ok(ended == 1)
}
