//! Mails to be sent: written with the change they tell of, sent afterwards, in order within each lane.

mod recall;

pub use self::recall::{
    about_to_leave, series_left, take_back, take_back_lane, take_back_lanes, take_back_series, taken_back_in,
};

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{AttendeeId, MeetingId, PersonId, SeriesId};

/// A mail to be queued.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// Calendar UID and recipient: mails of one lane never overtake each other.
    pub lane: String,
    /// Which mail it is.
    pub kind: &'static str,
    /// The meeting it tells of.
    pub meeting_id: Option<MeetingId>,
    /// The series it tells of instead.
    pub series_id: Option<SeriesId>,
    /// Whom in that meeting, or in a date of that series.
    pub attendee_id: Option<AttendeeId>,
    /// The user it goes to.
    pub person_id: Option<PersonId>,
    /// Address.
    pub recipient: String,
    /// iCalendar SEQUENCE it carries.
    pub sequence: Option<i64>,
    /// Frozen inputs of the prose, with the calendar object.
    pub payload: serde_json::Value,
    /// Message-ID, the same at every try.
    pub message_id: String,
    /// Not sent before; until then it can be taken back.
    pub not_before: DateTime<Utc>,
}

/// A queued, sent or failed mail.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Mail {
    /// Order of writing.
    pub id: i64,
    /// See [`NewMail::lane`].
    pub lane: String,
    /// Which mail it is.
    pub kind: String,
    /// The meeting it tells of.
    pub meeting_id: Option<MeetingId>,
    /// The series it tells of instead.
    pub series_id: Option<SeriesId>,
    /// Whom in that meeting, or in a date of that series.
    pub attendee_id: Option<AttendeeId>,
    /// The user it goes to.
    pub person_id: Option<PersonId>,
    /// Address.
    pub recipient: String,
    /// iCalendar SEQUENCE it carries.
    pub sequence: Option<i64>,
    /// Frozen inputs.
    pub payload: Json<serde_json::Value>,
    /// Message-ID.
    pub message_id: String,
    /// `queued`, `accepted`, `refused`, `given_up` or `superseded`.
    pub state: String,
    /// Tries so far.
    pub attempts: i64,
    /// From when on it is tried.
    pub created_at: DateTime<Utc>,
    /// Not sent before.
    pub not_before: DateTime<Utc>,
    /// The server's last answer.
    pub reply: Option<String>,
    /// When it reached its final state.
    pub done_at: Option<DateTime<Utc>>,
}

const COLUMNS: &str =
    "id, lane, kind, meeting_id, series_id, attendee_id, person_id, recipient, sequence, payload, message_id,
    state, attempts, created_at, not_before, reply, done_at";

/// Kinds of mails that leave after all others.
const LAST: [&str; 6] = ["reminder", "digest", "answers", "series_review", "series_ended", "series_prolonged"];
/// Of the mails that leave first.
const FIRST_RANK: i64 = 0;
/// Of the mails that can wait.
const LAST_RANK: i64 = 1;

fn rank(kind: &str) -> i64 {
    if LAST.contains(&kind) { LAST_RANK } else { FIRST_RANK }
}

/// Queues mails.
pub async fn insert(tx: &mut Tx, mails: &[NewMail], now: DateTime<Utc>) -> Result<()> {
    for chunk in mails.chunks(60) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO outbox (lane, kind, meeting_id, attendee_id, person_id, recipient, sequence, payload,
                    message_id, state, attempts, created_at, not_before, series_id, rank) ",
            );
            query.push_values(chunk, |mut row, m| {
                row.push_bind(&m.lane)
                    .push_bind(m.kind)
                    .push_bind(m.meeting_id)
                    .push_bind(m.attendee_id)
                    .push_bind(m.person_id)
                    .push_bind(&m.recipient)
                    .push_bind(m.sequence)
                    .push_bind(Json(&m.payload))
                    .push_bind(&m.message_id)
                    .push_bind("queued")
                    .push_bind(0_i64)
                    .push_bind(m.not_before.max(now))
                    .push_bind(m.not_before)
                    .push_bind(m.series_id)
                    .push_bind(rank(m.kind));
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// For each lane of a meeting the last mail that was at least tried and not refused: what that recipient may know.
pub async fn told(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Mail>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!(
            "SELECT {COLUMNS} FROM outbox WHERE id IN (SELECT MAX(id) FROM outbox WHERE meeting_id = "
        ));
        query.push_bind(meeting);
        query.push(" AND attempts > 0 AND state IN ('queued', 'accepted', 'given_up') GROUP BY lane) ORDER BY id");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// As [`told`] for a series.
pub async fn told_of_series(tx: &mut Tx, series: SeriesId) -> Result<Vec<Mail>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!(
            "SELECT {COLUMNS} FROM outbox WHERE id IN (SELECT MAX(id) FROM outbox WHERE series_id = "
        ));
        query.push_bind(series);
        query.push(" AND attempts > 0 AND state IN ('queued', 'accepted', 'given_up') GROUP BY lane) ORDER BY id");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Claims the first unfinished mail of up to `limit` lanes that are due, until `lease_until`; those that can wait only where
/// others leave room. A mail counts as tried from here on.
pub async fn claim(tx: &mut Tx, now: DateTime<Utc>, lease: (Uuid, DateTime<Utc>), limit: i64) -> Result<Vec<Mail>> {
    let mut mails = claim_rank(tx, now, lease, (FIRST_RANK, limit)).await?;
    let room = limit - i64::try_from(mails.len()).unwrap_or(limit);
    if room > 0 {
        mails.extend(claim_rank(tx, now, lease, (LAST_RANK, room)).await?);
    }
    Ok(mails)
}

async fn claim_rank(
    tx: &mut Tx,
    now: DateTime<Utc>,
    lease: (Uuid, DateTime<Utc>),
    (rank, limit): (i64, i64),
) -> Result<Vec<Mail>> {
    let skip_locked = if matches!(tx, Tx::Postgres(_)) { " FOR UPDATE SKIP LOCKED" } else { "" };
    let mut mails: Vec<Mail> = on_conn!(tx, |c| {
        // Materialized, because PostgreSQL may otherwise run the inner query once per row and take more than the limit.
        let mut query = sqlx::QueryBuilder::new(
            "WITH due AS MATERIALIZED (SELECT id FROM outbox AS head WHERE state = 'queued' AND rank = ",
        );
        query
            .push_bind(rank)
            .push(" AND not_before <= ")
            .push_bind(now)
            .push(" AND (lease_until IS NULL OR lease_until < ")
            .push_bind(now);
        query.push(
            ") AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.lane = head.lane AND earlier.id < head.id
                AND earlier.state = 'queued') ORDER BY not_before, id LIMIT ",
        );
        query.push_bind(limit).push(skip_locked);
        query.push(") UPDATE outbox SET attempts = attempts + 1, lease_token = ").push_bind(lease.0);
        query.push(", lease_until = ").push_bind(lease.1);
        query.push(" WHERE id IN (SELECT id FROM due) AND state = 'queued' RETURNING ").push(COLUMNS);
        query.build_query_as().fetch_all(c).await
    })?;
    mails.sort_by_key(|mail| (mail.not_before, mail.id));
    Ok(mails)
}

/// Ends claimed mails that need not be sent any more.
pub async fn supersede(tx: &mut Tx, ids: &[i64], now: DateTime<Utc>) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE outbox SET state = 'superseded', lease_token = NULL, lease_until = NULL, done_at = ",
        );
        query.push_bind(now).push(" WHERE state = 'queued' AND id");
        push_in(&mut query, ids.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// How a try ended.
#[derive(Debug, Clone)]
pub enum Ended {
    /// The server took it.
    Accepted,
    /// The server will never take it.
    Refused,
    /// Tried for too long.
    GivenUp,
    /// Again at this time.
    Again(DateTime<Utc>),
}

/// Writes how a try ended, if the lease is still ours; a worker that lost its lease changes nothing.
pub async fn finish(
    tx: &mut Tx,
    (id, token): (i64, Uuid),
    ended: &Ended,
    reply: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let (state, not_before, done) = match ended {
        Ended::Accepted => ("accepted", None, Some(now)),
        Ended::Refused => ("refused", None, Some(now)),
        Ended::GivenUp => ("given_up", None, Some(now)),
        Ended::Again(at) => ("queued", Some(*at), None),
    };
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE outbox SET state = $3, not_before = COALESCE($4, not_before), done_at = $5, reply = $6,
            lease_token = NULL, lease_until = NULL
         WHERE id = $1 AND lease_token = $2 AND state = 'queued'"
    )
    .bind(id)
    .bind(token)
    .bind(state)
    .bind(not_before)
    .bind(done)
    .bind(reply)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// After a refusal nothing later in the lane can arrive: those mails end the same way, with the same words.
pub async fn refuse_rest_of_lane(tx: &mut Tx, lane: &str, reply: &str, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query(
        "UPDATE outbox SET state = 'refused', done_at = $3, reply = $2 WHERE lane = $1 AND state = 'queued' AND attempts = 0"
    )
    .bind(lane)
    .bind(reply)
    .bind(now)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// Puts a refused or given-up mail back into the queue, unless what it says was forgotten; tells whether it did. It is
/// tried with fresh patience, and still counts as tried, so that nothing takes it back.
pub async fn requeue(tx: &mut Tx, id: i64, now: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE outbox SET state = 'queued', not_before = $2, created_at = $2, attempts = 1, done_at = NULL,
            lease_token = NULL, lease_until = NULL
         WHERE id = $1 AND state IN ('refused', 'given_up') AND payload <> $3"
    )
    .bind(id)
    .bind(now)
    .bind(forgotten())
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Whether a later mail of the same lane says something newer.
pub async fn is_outdone(tx: &mut Tx, mail: &Mail) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE lane = $1 AND id > $2 AND state <> 'superseded')"
    )
    .bind(&mail.lane)
    .bind(mail.id)
    .fetch_one(c)
    .await)?)
}

/// One mail.
pub async fn by_id(tx: &mut Tx, id: i64) -> Result<Option<Mail>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outbox WHERE id = "));
        query.push_bind(id).build_query_as().fetch_optional(c).await
    })?)
}

/// The mails about a meeting that somebody in it may have got, oldest first; the newest 200.
pub async fn told_to(tx: &mut Tx, (meeting, attendee): (MeetingId, AttendeeId)) -> Result<Vec<Mail>> {
    let mut mails: Vec<Mail> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outbox WHERE meeting_id = "));
        query.push_bind(meeting).push(" AND attendee_id = ").push_bind(attendee);
        query.push(" AND attempts > 0 AND state <> 'superseded' ORDER BY id DESC LIMIT 200");
        query.build_query_as().fetch_all(c).await
    })?;
    mails.reverse();
    Ok(mails)
}

/// As [`told_to`] for the mails about a series that went into one lane.
pub async fn told_in_lane(tx: &mut Tx, (series, lane): (SeriesId, &str)) -> Result<Vec<Mail>> {
    let mut mails: Vec<Mail> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outbox WHERE series_id = "));
        query.push_bind(series).push(" AND lane = ").push_bind(lane);
        query.push(" AND attempts > 0 AND state <> 'superseded' ORDER BY id DESC LIMIT 200");
        query.build_query_as().fetch_all(c).await
    })?;
    mails.reverse();
    Ok(mails)
}

/// A mail by its Message-ID.
pub async fn by_message_id(tx: &mut Tx, message_id: &str) -> Result<Option<Mail>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outbox WHERE message_id = "));
        query.push_bind(message_id).build_query_as().fetch_optional(c).await
    })?)
}

/// A mail that was accepted came back: it counts as refused, in the words of whoever sent it back. Tells whether it was
/// one that had been accepted.
pub async fn came_back(tx: &mut Tx, id: i64, said: &str, now: DateTime<Utc>) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE outbox SET state = 'refused', reply = $2, done_at = $3 WHERE id = $1 AND state = 'accepted'"
    )
    .bind(id)
    .bind(said)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// All mails of a meeting that were not taken back, oldest first; at most 2,000.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Mail>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outbox WHERE meeting_id = "));
        query.push_bind(meeting).push(" AND state <> 'superseded' ORDER BY id LIMIT 2000");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The state of the queue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Queue {
    /// Mails waiting.
    pub waiting: i64,
    /// Mails that failed for good.
    pub failed: i64,
    /// When the oldest waiting mail was due.
    pub oldest_due: Option<DateTime<Utc>>,
}

/// Counts for `/ready` and `sparsam doctor`.
pub async fn queue(tx: &mut Tx) -> Result<Queue> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT COUNT(CASE WHEN state = 'queued' THEN 1 END) AS waiting,
            COUNT(CASE WHEN state IN ('refused', 'given_up') THEN 1 END) AS failed,
            MIN(CASE WHEN state = 'queued' THEN not_before END) AS oldest_due
         FROM outbox WHERE state IN ('queued', 'refused', 'given_up')"
    )
    .fetch_one(c)
    .await)?)
}

/// When the next mail is due, if any waits.
pub async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_scalar("SELECT MIN(not_before) FROM outbox WHERE state = 'queued'").fetch_one(c).await
    })?)
}

/// The waiting and failed mails, newest first, for administrators; at most 200.
pub async fn unfinished(tx: &mut Tx) -> Result<Vec<Mail>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!(
            "SELECT {COLUMNS} FROM outbox WHERE state IN ('queued', 'refused', 'given_up') ORDER BY id DESC LIMIT 200"
        ));
        query.build_query_as().fetch_all(c).await
    })?)
}

/// What stands in place of a payload that was forgotten.
fn forgotten() -> Json<serde_json::Value> {
    Json(serde_json::json!({}))
}

/// Empties what finished mails were frozen with, 500 at a time, and tells how many. Rows stay. What was told about a
/// meeting that is not over stays whole, because the next change is compared with it.
pub async fn forget_payloads(tx: &mut Tx, before: DateTime<Utc>, now: DateTime<Utc>) -> Result<u64> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE outbox SET payload = $3 WHERE id IN (
            SELECT id FROM outbox WHERE done_at < $1 AND payload <> $3 AND NOT EXISTS (
                SELECT 1 FROM meeting WHERE meeting.id = outbox.meeting_id AND meeting.ends_at > $2)
              AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.series_id = outbox.series_id AND meeting.ends_at > $2)
            ORDER BY id LIMIT 500)"
    )
    .bind(before)
    .bind(now)
    .bind(forgotten())
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?)
}
