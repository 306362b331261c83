//! Claims on people's time, and the locks that put their writers in order.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{MeetingId, SubjectId, TeamId},
    meeting::{MAX_MINUTES, Purpose},
    time::Interval,
};

/// Time that a meeting takes from a subject.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "each is one column that limits ask for")]
pub struct Claim {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Who gives the time.
    pub subject_id: SubjectId,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Whole minutes.
    pub minutes: i64,
    /// What the meeting is for.
    pub purpose: Purpose,
    /// Whether a customer takes part.
    pub customer: bool,
    /// Whether the subject must come.
    pub required: bool,
    /// Whether it counts as load; what only may be attended and is not accepted does not.
    pub counts: bool,
    /// Whether no other exclusive claim of the subject may overlap it.
    pub exclusive: bool,
    /// Whether it belongs to a change that waits for approval.
    pub held: bool,
}

pub(super) async fn insert_subject(tx: &mut Tx, id: SubjectId, kind: &str) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("INSERT INTO subject (id, kind) VALUES ($1, $2)")
        .bind(id)
        .bind(kind)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Takes a subject back that nothing refers to.
pub(super) async fn delete_subject(tx: &mut Tx, id: SubjectId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM subject WHERE id = $1").bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// Locks subjects until the transaction ends, in the order of their ids, so that two writers can never wait for each
/// other. `NO KEY`, because foreign-key checks of others must not block. SQLite has one writer already.
pub async fn lock_subjects(tx: &mut Tx, subjects: &[SubjectId]) -> Result<()> {
    if let Tx::Postgres(tx) = tx {
        // One value however many there are: those in thousands of meetings are more than can be bound singly.
        let ids: Vec<Uuid> = subjects.iter().map(|id| id.uuid()).collect();
        let query = sqlx::query("SELECT id FROM subject WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE");
        query.bind(ids).fetch_all(&mut **tx).await?;
    }
    Ok(())
}

/// Replaces the claims of a meeting, held ones included. The caller holds the locks of the old and the new subjects.
pub async fn replace(tx: &mut Tx, meeting: MeetingId, claims: &[Claim]) -> Result<()> {
    replace_all(tx, &[meeting], claims).await
}

/// As [`replace`] for several meetings.
pub async fn replace_all(tx: &mut Tx, meetings: &[MeetingId], claims: &[Claim]) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM claim WHERE meeting_id");
        push_in(&mut query, meetings.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    add(tx, claims).await
}

/// Replaces the claims of a meeting but those held for a change that waits for approval.
pub async fn replace_standing(tx: &mut Tx, meeting: MeetingId, claims: &[Claim]) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM claim WHERE meeting_id = $1 AND held = $2")
        .bind(meeting)
        .bind(false)
        .execute(c)
        .await
        .map(drop))?;
    add(tx, claims).await
}

/// Gives back the time that was held for a change of a meeting.
pub async fn release_held(tx: &mut Tx, meeting: MeetingId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM claim WHERE meeting_id = $1 AND held = $2")
        .bind(meeting)
        .bind(true)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Adds claims. The caller holds the locks of the subjects.
pub async fn add(tx: &mut Tx, claims: &[Claim]) -> Result<()> {
    // 200 rows of 11 values stay below the limits on bound values of both databases.
    for chunk in claims.chunks(200) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO claim (meeting_id, subject_id, starts_at, ends_at, minutes, purpose, customer,
                    required, counts, exclusive, held) ",
            );
            query.push_values(chunk, |mut row, claim| {
                row.push_bind(claim.meeting_id)
                    .push_bind(claim.subject_id)
                    .push_bind(claim.starts_at)
                    .push_bind(claim.ends_at)
                    .push_bind(claim.minutes)
                    .push_bind(claim.purpose)
                    .push_bind(claim.customer)
                    .push_bind(claim.required)
                    .push_bind(claim.counts)
                    .push_bind(claim.exclusive)
                    .push_bind(claim.held);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// The claims of these subjects that overlap `span`, except those of one meeting; at most 2,000, earliest first.
/// Meetings last at most a day, which bounds the search.
pub async fn overlapping(
    tx: &mut Tx,
    subjects: &[SubjectId],
    span: Interval,
    except: Option<MeetingId>,
) -> Result<Vec<Claim>> {
    let earliest = span.start() - TimeDelta::minutes(i64::from(MAX_MINUTES));
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM claim WHERE subject_id");
        push_in(&mut query, subjects.iter().copied());
        query.push(" AND starts_at >= ").push_bind(earliest);
        query.push(" AND starts_at < ").push_bind(span.end());
        query.push(" AND ends_at > ").push_bind(span.start());
        if let Some(meeting) = except {
            query.push(" AND meeting_id <> ").push_bind(meeting);
        }
        query.push(" ORDER BY starts_at, meeting_id LIMIT 2000");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Locks what people share limits by: the rows of teams, then the firm, which is a lock of its own and no row; before any
/// subject, so that two writers can never wait for each other.
pub async fn lock_shared(tx: &mut Tx, teams: &[TeamId], organization: bool) -> Result<()> {
    let Tx::Postgres(tx) = tx else { return Ok(()) };
    if !teams.is_empty() {
        let mut query = sqlx::QueryBuilder::new("SELECT id FROM team WHERE id");
        push_in(&mut query, teams.iter().copied());
        query.push(" ORDER BY id FOR NO KEY UPDATE").build().fetch_all(&mut **tx).await?;
    }
    if organization {
        // Not the organization's row: those who change people lock it before meetings.
        sqlx::query("SELECT pg_advisory_xact_lock(7301, hashtext(current_schema()))").execute(&mut **tx).await?;
    }
    Ok(())
}

/// The claims of these subjects that start in `span`, or run into it, by start; at most `limit`.
pub async fn of_subjects(tx: &mut Tx, subjects: &[SubjectId], span: Interval, limit: i64) -> Result<Vec<Claim>> {
    let earliest = span.start() - TimeDelta::minutes(i64::from(MAX_MINUTES));
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM claim WHERE subject_id");
        push_in(&mut query, subjects.iter().copied());
        query.push(" AND starts_at >= ").push_bind(earliest);
        query.push(" AND starts_at < ").push_bind(span.end());
        query.push(" ORDER BY starts_at, meeting_id, subject_id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Pairs of exclusive claims of one subject that overlap: must be 0.
pub async fn double_bookings(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT COUNT(*) FROM claim AS a JOIN claim AS b ON a.subject_id = b.subject_id AND a.meeting_id < b.meeting_id
            AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
         WHERE a.exclusive = $1 AND b.exclusive = $1"
    )
    .bind(true)
    .fetch_one(c)
    .await)?)
}

/// Claims without a confirmed meeting, and confirmed meetings whose organizer has no claim: both must be 0.
pub async fn inconsistencies(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM claim JOIN meeting ON meeting.id = claim.meeting_id
                 WHERE meeting.status = 'cancelled' OR claim.held = $1 AND NOT EXISTS
                    (SELECT 1 FROM approval WHERE approval.meeting_id = claim.meeting_id AND state = 'open')
                    OR claim.held = $2 AND (meeting.status <> 'confirmed' OR claim.starts_at < meeting.starts_at
                    OR claim.ends_at > meeting.ends_at))
              + (SELECT COUNT(*) FROM meeting WHERE status = 'confirmed' AND NOT EXISTS
                 (SELECT 1 FROM claim WHERE claim.meeting_id = meeting.id AND claim.subject_id = meeting.organizer_id))"
    )
    .bind(true)
    .bind(false)
    .fetch_one(c)
    .await
    })?)
}
