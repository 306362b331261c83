//! Time that unsent plans keep.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{DraftId, PersonId},
    meeting::MAX_MINUTES,
    time::Interval,
};

/// Rows of one insert: five values each, and SQLite takes 32,766.
const ROWS: usize = 5_000;
/// Most holds of one question.
const MOST: i64 = 50_000;

/// Time of one person that a draft keeps.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Hold {
    /// Which draft.
    pub draft_id: DraftId,
    /// Whose time.
    pub person_id: PersonId,
    /// From.
    pub starts_at: DateTime<Utc>,
    /// To.
    pub ends_at: DateTime<Utc>,
    /// It is free again from then on.
    pub until: DateTime<Utc>,
}

impl Hold {
    /// When.
    #[must_use]
    pub fn span(&self) -> Option<Interval> {
        Interval::new(self.starts_at, self.ends_at)
    }
}

/// The same with what calendars say of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Held {
    /// The time.
    #[sqlx(flatten)]
    pub hold: Hold,
    /// Who writes the draft, and alone sees it.
    pub owner_id: PersonId,
    /// Their name.
    pub owner: String,
    /// Title of the draft; may be empty.
    pub title: String,
}

/// Replaces what a draft keeps. The caller holds the locks of everybody in it.
pub async fn replace(tx: &mut Tx, draft: DraftId, holds: &[Hold]) -> Result<()> {
    release(tx, draft).await?;
    for some in holds.chunks(ROWS) {
        on_conn!(tx, |c| {
            let mut query =
                sqlx::QueryBuilder::new("INSERT INTO hold (draft_id, person_id, starts_at, ends_at, until) ");
            query.push_values(some, |mut row, hold| {
                row.push_bind(hold.draft_id)
                    .push_bind(hold.person_id)
                    .push_bind(hold.starts_at)
                    .push_bind(hold.ends_at)
                    .push_bind(hold.until);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Lets go of what a draft keeps.
pub async fn release(tx: &mut Tx, draft: DraftId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM hold WHERE draft_id = $1").bind(draft).execute(c).await.map(drop))?;
    Ok(())
}

/// Lets go of everything that the drafts of somebody keep.
pub async fn release_all(tx: &mut Tx, owner: PersonId) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("DELETE FROM hold WHERE draft_id IN (SELECT id FROM draft WHERE owner_id = $1)")
            .bind(owner)
            .execute(c)
            .await
            .map(drop)
    })?;
    Ok(())
}

/// What a draft keeps, by time; of several dates those of all.
pub async fn of_draft(tx: &mut Tx, draft: DraftId, now: DateTime<Utc>) -> Result<Vec<Hold>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as(
            "SELECT * FROM hold WHERE draft_id = $1 AND until > $2 ORDER BY starts_at, person_id LIMIT 50000",
        )
        .bind(draft)
        .bind(now)
        .fetch_all(c)
        .await
    })?)
}

/// Until when each of these drafts keeps time, the latest of its dates; those that keep none are left out.
pub async fn until(tx: &mut Tx, drafts: &[DraftId], now: DateTime<Utc>) -> Result<Vec<(DraftId, DateTime<Utc>)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT draft_id, MAX(until) FROM hold WHERE until > ");
        query.push_bind(now).push(" AND draft_id");
        push_in(&mut query, drafts.iter().copied());
        query.push(" GROUP BY draft_id").build_query_as().fetch_all(c).await
    })?)
}

/// How many drafts of somebody keep time, this one not counted.
pub async fn count(tx: &mut Tx, owner: PersonId, but: DraftId, now: DateTime<Utc>) -> Result<i64> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar(
            "SELECT COUNT(*) FROM draft WHERE owner_id = $1 AND id <> $2
                AND EXISTS (SELECT 1 FROM hold WHERE hold.draft_id = draft.id AND hold.until > $3)",
        )
        .bind(owner)
        .bind(but)
        .bind(now)
        .fetch_one(c)
        .await
    })?)
}

/// Time of these people that drafts keep and that touches `span`, but that of one draft; by start.
pub async fn in_span(
    tx: &mut Tx,
    people: &[PersonId],
    (span, now): (Interval, DateTime<Utc>),
    except: Option<DraftId>,
) -> Result<Vec<Held>> {
    // Meetings last at most a day, which bounds the search.
    let earliest = span.start() - TimeDelta::minutes(i64::from(MAX_MINUTES));
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT hold.draft_id, hold.person_id, hold.starts_at, hold.ends_at, hold.until, draft.owner_id,
                person.name AS owner, draft.title
             FROM hold JOIN draft ON draft.id = hold.draft_id JOIN person ON person.id = draft.owner_id
             WHERE hold.person_id",
        );
        push_in(&mut query, people.iter().copied());
        query.push(" AND hold.starts_at >= ").push_bind(earliest);
        query.push(" AND hold.starts_at < ").push_bind(span.end());
        query.push(" AND hold.ends_at > ").push_bind(span.start());
        query.push(" AND hold.until > ").push_bind(now);
        if let Some(draft) = except {
            query.push(" AND hold.draft_id <> ").push_bind(draft);
        }
        query.push(" ORDER BY hold.starts_at, hold.draft_id, hold.person_id LIMIT ").push_bind(MOST);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Forgets what is free again.
pub async fn forget(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM hold WHERE until <= $1").bind(now).execute(c).await.map(drop))?;
    Ok(())
}
