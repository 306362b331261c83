//! Calendar subscriptions.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};
use crate::domain::{
    feed::FeedKind,
    ids::{FeedId, MeetingId, PersonId, TeamId},
    time::Interval,
};

/// A subscription. Its rights are its owner's rights at the time of each request.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Feed {
    /// Id.
    pub id: FeedId,
    /// Whose it is.
    pub owner_id: PersonId,
    /// What it shows.
    pub kind: FeedKind,
    /// Which team, of a team feed.
    pub team_id: Option<TeamId>,
    /// SHA-256 of the secret in its address.
    pub token_hash: Vec<u8>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When a calendar last fetched it.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Adds a feed.
pub async fn insert(tx: &mut Tx, f: &Feed) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO feed (id, owner_id, kind, team_id, token_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(f.id)
    .bind(f.owner_id)
    .bind(f.kind)
    .bind(f.team_id)
    .bind(&f.token_hash)
    .bind(f.created_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// A person's feeds that work, oldest first; at most 100.
pub async fn of_person(tx: &mut Tx, owner: PersonId) -> Result<Vec<Feed>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM feed WHERE owner_id = $1 AND revoked_at IS NULL ORDER BY created_at, id LIMIT 100"
    )
    .bind(owner)
    .fetch_all(c)
    .await)?)
}

/// The working feed with this hash.
pub async fn by_hash(tx: &mut Tx, hash: &[u8]) -> Result<Option<Feed>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM feed WHERE token_hash = $1 AND revoked_at IS NULL")
        .bind(hash)
        .fetch_optional(c)
        .await)?)
}

/// Gives a feed a new secret; the old address stops at once.
pub async fn rotate(tx: &mut Tx, owner: PersonId, id: FeedId, hash: &[u8]) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE feed SET token_hash = $3, last_used_at = NULL WHERE id = $2 AND owner_id = $1 AND revoked_at IS NULL"
    )
    .bind(owner)
    .bind(id)
    .bind(hash)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Revokes one feed of a person.
pub async fn revoke(tx: &mut Tx, owner: PersonId, id: FeedId, now: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE feed SET revoked_at = $3 WHERE id = $2 AND owner_id = $1 AND revoked_at IS NULL"
    )
    .bind(owner)
    .bind(id)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Revokes all feeds of a person.
pub async fn revoke_all(tx: &mut Tx, owner: PersonId, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE feed SET revoked_at = $2 WHERE owner_id = $1 AND revoked_at IS NULL")
        .bind(owner)
        .bind(now)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Notes when a calendar fetched a feed.
pub async fn used(tx: &mut Tx, id: FeedId, at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("UPDATE feed SET last_used_at = $2 WHERE id = $1").bind(id).bind(at).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// One feed of a person that works.
pub async fn by_id(tx: &mut Tx, owner: PersonId, id: FeedId) -> Result<Option<Feed>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM feed WHERE id = $2 AND owner_id = $1 AND revoked_at IS NULL")
        .bind(owner)
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// Whose meetings a feed shows, and when.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// Meetings in which one of these people takes part.
    pub people: &'a [PersonId],
    /// Meetings that start inside.
    pub span: Interval,
    /// Customer meetings only.
    pub customers_only: bool,
}

/// The confirmed meetings of a selection that at least one of its people has not declined, by start; at most `limit`.
pub async fn meetings(tx: &mut Tx, of: Selection<'_>, limit: i64) -> Result<Vec<MeetingId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT id FROM meeting WHERE status = 'confirmed' AND id IN (SELECT meeting_id FROM attendee
                WHERE removed_at IS NULL AND answer <> 'no' AND attendee.starts_at >= ",
        );
        query.push_bind(of.span.start()).push(" AND attendee.starts_at < ").push_bind(of.span.end());
        query.push(" AND person_id");
        super::in_list::push_in(&mut query, of.people.iter().copied());
        query.push(")");
        if of.customers_only {
            query.push(" AND purpose = 'customer'");
        }
        query.push(" ORDER BY starts_at, id LIMIT ").push_bind(limit);
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// What decides whether a feed changed, without loading a meeting. Two states that are the same show the same bytes:
/// whatever changes a meeting raises its version and sets `changed_at`, and an answer sets `answered_at`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct State {
    /// Places of the selected people in meetings that take place and that they have not declined.
    pub places: i64,
    /// Sum of those meetings' versions.
    pub versions: i64,
    /// Newest change of any of their meetings, called off or not.
    pub changed_at: Option<DateTime<Utc>>,
    /// Their newest answer.
    pub answered_at: Option<DateTime<Utc>>,
}

/// The state of a selection, in one query.
pub async fn state(tx: &mut Tx, of: Selection<'_>) -> Result<State> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT COUNT(CASE WHEN shown THEN 1 END) AS places,
                CAST(COALESCE(SUM(CASE WHEN shown THEN version ELSE 0 END), 0) AS BIGINT) AS versions,
                MAX(updated_at) AS changed_at, MAX(answered_at) AS answered_at
             FROM (SELECT meeting.version, meeting.updated_at, attendee.answered_at,
                    meeting.status = 'confirmed' AND attendee.removed_at IS NULL AND attendee.answer <> 'no' AS shown
                FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id WHERE attendee.starts_at >= ",
        );
        query.push_bind(of.span.start()).push(" AND attendee.starts_at < ").push_bind(of.span.end());
        if of.customers_only {
            query.push(" AND meeting.purpose = 'customer'");
        }
        query.push(" AND attendee.person_id");
        super::in_list::push_in(&mut query, of.people.iter().copied());
        query.push(") AS seats").build_query_as().fetch_one(c).await
    })?)
}
