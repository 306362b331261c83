//! Signed-in browsers, and secrets that work once. Only hashes are stored.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, people::Person, teams::Membership};
use crate::domain::ids::{PersonId, SessionId, TeamId};

/// Sessions noted at once.
const AT_ONCE: usize = 1_000;

/// A signed-in browser.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Session {
    /// Id.
    pub id: SessionId,
    /// Who.
    pub person_id: PersonId,
    /// SHA-256 of the cookie.
    pub token_hash: Vec<u8>,
    /// Browser and system in words, for the list of sessions.
    pub device: String,
    /// Sign-in.
    pub created_at: DateTime<Utc>,
    /// Last request, to the minute.
    pub last_seen_at: DateTime<Utc>,
    /// Sign-out.
    pub ended_at: Option<DateTime<Utc>>,
}

/// Adds a session.
pub async fn insert(tx: &mut Tx, s: &Session) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO session (id, person_id, token_hash, device, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $5, $6)"
    )
    .bind(s.id)
    .bind(s.person_id)
    .bind(&s.token_hash)
    .bind(&s.device)
    .bind(s.created_at)
    .bind(s.last_seen_at)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// A running session with whose it is and which teams they are in.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// The session.
    pub session: Session,
    /// Whose it is.
    pub person: Person,
    /// Their places in teams.
    pub memberships: Vec<Membership>,
    /// For whom they may plan.
    pub acts_for: Vec<PersonId>,
}

/// One row for each pair of a team and somebody they plan for; few are in several teams and plan for several people.
#[derive(sqlx::FromRow)]
struct Row {
    session_id: SessionId,
    device: String,
    opened_at: DateTime<Utc>,
    last_seen_at: DateTime<Utc>,
    team_id: Option<TeamId>,
    manages: Option<bool>,
    principal_id: Option<PersonId>,
    #[sqlx(flatten)]
    person: Person,
}

/// The running session with this hash. Every page asks, so it is one statement.
pub async fn by_hash(tx: &mut Tx, hash: &[u8]) -> Result<Option<Recognised>> {
    let rows: Vec<Row> = on_conn!(tx, |c| sqlx::query_as(
        "SELECT session.id AS session_id, session.device, session.created_at AS opened_at, session.last_seen_at,
            team_member.team_id, team_member.manages, delegate.principal_id, person.*
         FROM session JOIN person ON person.id = session.person_id
         LEFT JOIN team_member ON team_member.person_id = person.id
         LEFT JOIN delegate ON delegate.delegate_id = person.id
         WHERE session.token_hash = $1 AND session.ended_at IS NULL LIMIT 10000"
    )
    .bind(hash)
    .fetch_all(c)
    .await)?;
    let member =
        |row: &Row| Some(Membership { team_id: row.team_id?, person_id: row.person.id, manages: row.manages? });
    let mut memberships: Vec<Membership> = rows.iter().filter_map(member).collect();
    memberships.sort_unstable_by_key(|m| m.team_id);
    memberships.dedup_by_key(|m| m.team_id);
    let mut acts_for: Vec<PersonId> = rows.iter().filter_map(|row| row.principal_id).collect();
    acts_for.sort_unstable();
    acts_for.dedup();
    Ok(rows.into_iter().next().map(|row| Recognised {
        session: Session {
            id: row.session_id,
            person_id: row.person.id,
            token_hash: hash.to_vec(),
            device: row.device,
            created_at: row.opened_at,
            last_seen_at: row.last_seen_at,
            ended_at: None,
        },
        person: row.person,
        memberships,
        acts_for,
    }))
}

/// A person's running sessions, newest first; at most 100.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Session>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM session WHERE person_id = $1 AND ended_at IS NULL ORDER BY last_seen_at DESC, id LIMIT 100"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// Notes when sessions were last seen. One that somebody else writes at this moment is being ended, or noted too; it is left
/// out, so that this waits for nobody.
pub async fn seen(tx: &mut Tx, seen: &[(SessionId, DateTime<Utc>)]) -> Result<()> {
    let skip_locked = if matches!(tx, Tx::Postgres(_)) { " FOR NO KEY UPDATE SKIP LOCKED" } else { "" };
    for some in seen.chunks(AT_ONCE) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("WITH free AS MATERIALIZED (SELECT id FROM session WHERE id");
            push_in(&mut query, some.iter().map(|(id, _)| *id));
            query.push(skip_locked).push(") UPDATE session SET last_seen_at = seen.column2 FROM (");
            query.push_values(some, |mut row, (id, at)| {
                row.push_bind(*id).push_bind(*at);
            });
            query.push(
                ") AS seen WHERE session.id = seen.column1 AND session.last_seen_at < seen.column2
                    AND session.id IN (SELECT id FROM free)",
            );
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Ends one session of a person; tells whether it was running.
pub async fn end(tx: &mut Tx, person: PersonId, id: SessionId, at: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE session SET ended_at = $3 WHERE id = $2 AND person_id = $1 AND ended_at IS NULL"
    )
    .bind(person)
    .bind(id)
    .bind(at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Ends all sessions of a person but one.
pub async fn end_all(tx: &mut Tx, person: PersonId, but: Option<SessionId>, at: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE session SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL AND ($3 IS NULL OR id <> $3)"
    )
    .bind(person)
    .bind(at)
    .bind(but)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Forgets sessions that ended or were last seen before `before`.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM session WHERE ended_at < $1 OR last_seen_at < $1")
        .bind(before)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A secret that works once.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OneTime {
    /// SHA-256 of the secret.
    pub token_hash: Vec<u8>,
    /// `setup`, `welcome` or `reset`.
    pub purpose: String,
    /// For whom.
    pub person_id: Option<PersonId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops working.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// Adds a secret and voids earlier ones of the same purpose and person. Adding comes first: it looks the person up, and
/// whoever changes a person holds them before their secrets.
pub async fn insert_one_time(tx: &mut Tx, t: &OneTime) -> Result<()> {
    write_one_time(tx, t).await?;
    on_conn!(tx, |c| sqlx::query(
        "UPDATE one_time SET used_at = $3 WHERE purpose = $1 AND person_id IS NOT DISTINCT FROM $2 AND used_at IS NULL
            AND token_hash <> $4"
    )
    .bind(&t.purpose)
    .bind(t.person_id)
    .bind(t.created_at)
    .bind(&t.token_hash)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// The unused, unexpired secret with this hash and purpose.
pub async fn one_time(tx: &mut Tx, hash: &[u8], purpose: &str, now: DateTime<Utc>) -> Result<Option<OneTime>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM one_time WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3"
    )
    .bind(hash)
    .bind(purpose)
    .bind(now)
    .fetch_optional(c)
    .await)?)
}

/// Adds a secret beside those of the same purpose that belong to nobody; at most `most` of them stay open, the newest ones.
pub async fn add_one_time(tx: &mut Tx, t: &OneTime, most: i64) -> Result<()> {
    write_one_time(tx, t).await?;
    on_conn!(tx, |c| sqlx::query(
        "UPDATE one_time SET used_at = $2 WHERE purpose = $1 AND person_id IS NULL AND used_at IS NULL
            AND token_hash NOT IN (SELECT token_hash FROM one_time WHERE purpose = $1 AND person_id IS NULL
                AND used_at IS NULL ORDER BY created_at DESC, token_hash LIMIT $3)"
    )
    .bind(&t.purpose)
    .bind(t.created_at)
    .bind(most)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

async fn write_one_time(tx: &mut Tx, t: &OneTime) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO one_time (token_hash, purpose, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)"
    )
    .bind(&t.token_hash)
    .bind(&t.purpose)
    .bind(t.person_id)
    .bind(t.created_at)
    .bind(t.expires_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Uses a secret up; tells whether it was still unused, so that of two uses at once one wins.
pub async fn use_one_time(tx: &mut Tx, hash: &[u8], now: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query("UPDATE one_time SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL")
        .bind(hash)
        .bind(now)
        .execute(c)
        .await
        .map(|done| done.rows_affected() == 1))?)
}

/// Forgets secrets that were used or ran out before `before`.
pub async fn forget_one_time(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM one_time WHERE used_at < $1 OR expires_at < $1")
        .bind(before)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Voids all open secrets of a person.
pub async fn void_one_time(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE one_time SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL")
        .bind(person)
        .bind(now)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
