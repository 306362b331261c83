//! Calendar subscriptions.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, people::Person, stamps::Stamp, teams::Membership};
use crate::domain::{
    feed::FeedKind,
    ids::{FeedId, PersonId, TeamId},
};

/// Feeds noted at once.
const AT_ONCE: usize = 1_000;

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

/// A working feed with its owner.
#[derive(Debug, Clone)]
pub struct Owned {
    /// The feed.
    pub feed: Feed,
    /// Whose it is.
    pub owner: Person,
    /// The owner's places in teams.
    pub memberships: Vec<Membership>,
    /// Of the owner's calendar.
    pub stamp: Stamp,
}

/// One row for each team of the owner, or one for an owner in none.
#[derive(sqlx::FromRow)]
struct Row {
    feed_id: FeedId,
    kind: FeedKind,
    feed_team: Option<TeamId>,
    made_at: DateTime<Utc>,
    last_used_at: Option<DateTime<Utc>>,
    calendar_stamp: i64,
    team_id: Option<TeamId>,
    manages: Option<bool>,
    #[sqlx(flatten)]
    owner: Person,
}

/// The working feed with this hash. Calendars ask all day long, mostly for nothing new, so it is one statement.
pub async fn by_hash(tx: &mut Tx, hash: &[u8]) -> Result<Option<Owned>> {
    let rows: Vec<Row> = on_conn!(tx, |c| sqlx::query_as(
        "SELECT feed.id AS feed_id, feed.kind, feed.team_id AS feed_team, feed.created_at AS made_at,
            feed.last_used_at, subject.calendar_stamp, team_member.team_id, team_member.manages, person.*
         FROM feed JOIN person ON person.id = feed.owner_id JOIN subject ON subject.id = person.id
         LEFT JOIN team_member ON team_member.person_id = person.id
         WHERE feed.token_hash = $1 AND feed.revoked_at IS NULL LIMIT 500"
    )
    .bind(hash)
    .fetch_all(c)
    .await)?;
    let member = |row: &Row| Some(Membership { team_id: row.team_id?, person_id: row.owner.id, manages: row.manages? });
    let memberships = rows.iter().filter_map(member).collect();
    Ok(rows.into_iter().next().map(|row| Owned {
        feed: Feed {
            id: row.feed_id,
            owner_id: row.owner.id,
            kind: row.kind,
            team_id: row.feed_team,
            token_hash: hash.to_vec(),
            created_at: row.made_at,
            last_used_at: row.last_used_at,
            revoked_at: None,
        },
        owner: row.owner,
        memberships,
        stamp: Stamp::of_one(row.calendar_stamp),
    }))
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

/// Notes when calendars fetched feeds. One that somebody else writes at this moment is being revoked, gets a new address or
/// is noted too; it is left out, so that this waits for nobody.
pub async fn used(tx: &mut Tx, used: &[(FeedId, DateTime<Utc>)]) -> Result<()> {
    let skip_locked = if matches!(tx, Tx::Postgres(_)) { " FOR NO KEY UPDATE SKIP LOCKED" } else { "" };
    for some in used.chunks(AT_ONCE) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("WITH free AS MATERIALIZED (SELECT id FROM feed WHERE id");
            push_in(&mut query, some.iter().map(|(id, _)| *id));
            query.push(skip_locked).push(") UPDATE feed SET last_used_at = used.column2 FROM (");
            query.push_values(some, |mut row, (id, at)| {
                row.push_bind(*id).push_bind(*at);
            });
            query.push(") AS used WHERE feed.id = used.column1 AND feed.id IN (SELECT id FROM free)");
            query.build().execute(c).await.map(drop)
        })?;
    }
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
