//! Claims on people's time, and the locks that put their writers in order.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{MeetingId, SubjectId},
    meeting::MAX_MINUTES,
    time::Interval,
};

/// Time that a meeting takes from a subject.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
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
    /// ISO week of the local start.
    pub week: String,
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
        let mut query = sqlx::QueryBuilder::new("SELECT id FROM subject WHERE id");
        push_in(&mut query, subjects.iter().copied());
        query.push(" ORDER BY id FOR NO KEY UPDATE").build().fetch_all(&mut **tx).await?;
    }
    Ok(())
}

/// Replaces the claims of a meeting. The caller holds the locks of the old and the new subjects.
pub async fn replace(tx: &mut Tx, meeting: MeetingId, claims: &[Claim]) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM claim WHERE meeting_id = $1").bind(meeting).execute(c).await.map(drop))?;
    if claims.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("INSERT INTO claim (meeting_id, subject_id, starts_at, ends_at, minutes, week) ");
        query.push_values(claims, |mut row, claim| {
            row.push_bind(claim.meeting_id)
                .push_bind(claim.subject_id)
                .push_bind(claim.starts_at)
                .push_bind(claim.ends_at)
                .push_bind(claim.minutes)
                .push_bind(&claim.week);
        });
        query.build().execute(c).await.map(drop)
    })?;
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

/// Claims without a confirmed meeting, and confirmed meetings whose organizer has no claim: both must be 0.
pub async fn inconsistencies(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM claim JOIN meeting ON meeting.id = claim.meeting_id
                 WHERE meeting.status <> 'confirmed' OR meeting.starts_at <> claim.starts_at
                    OR meeting.ends_at <> claim.ends_at)
              + (SELECT COUNT(*) FROM meeting WHERE status = 'confirmed' AND NOT EXISTS
                 (SELECT 1 FROM claim WHERE claim.meeting_id = meeting.id AND claim.subject_id = meeting.organizer_id))"
    )
    .fetch_one(c)
    .await
    })?)
}
