//! Outside calendars that are read for busy time, and that busy time.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{OutsideCalendarId, PersonId},
    limits::facts::Outside,
    outside::{Block, Standing, Trouble, merged},
    time::Interval,
};

/// Most blocks of one question; beyond, nobody of the question is known.
const MOST_BLOCKS: usize = 200_000;
/// Rows of one insert: four values each, and SQLite takes 32,766.
const ROWS: usize = 5_000;

/// An outside calendar.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OutsideCalendar {
    /// Id.
    pub id: OutsideCalendarId,
    /// Whose.
    pub person_id: PersonId,
    /// What its owner calls it.
    pub name: String,
    /// Host of its address.
    pub host: String,
    /// The address, sealed.
    pub address: String,
    /// What the server calls this version.
    pub etag: Option<String>,
    /// When the server says it last changed.
    pub last_modified: Option<String>,
    /// Last time it was asked.
    pub checked_at: Option<DateTime<Utc>>,
    /// Last time its content was known to be right.
    pub read_at: Option<DateTime<Utc>>,
    /// Last time its busy time was worked out.
    pub expanded_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed.
    pub failure: Option<Trouble>,
    /// Since when it fails.
    pub failing_since: Option<DateTime<Utc>>,
    /// Where it says it has moved to, sealed.
    pub moved_to: Option<String>,
    /// Failures in a row.
    pub failures: i64,
    /// When the owner was told.
    pub told_at: Option<DateTime<Utc>>,
    /// When it is read next.
    pub next_check_at: DateTime<Utc>,
    /// When it was connected.
    pub created_at: DateTime<Utc>,
}

const COLUMNS: &str = "id, person_id, name, host, address, etag, last_modified, checked_at, read_at, expanded_at, failure, \
     failing_since, moved_to, failures, told_at, next_check_at, created_at";

impl OutsideCalendar {
    /// How it stands.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        Standing { read_at: self.read_at, expanded_at: self.expanded_at, trouble: self.failure }
    }
}

/// Adds a calendar that was never read.
pub async fn insert(tx: &mut Tx, o: &OutsideCalendar) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO outside_calendar (id, person_id, name, host, address, failures, next_check_at, created_at)
         VALUES ($1, $2, $3, $4, $5, 0, $6, $7)"
    )
    .bind(o.id)
    .bind(o.person_id)
    .bind(&o.name)
    .bind(&o.host)
    .bind(&o.address)
    .bind(o.next_check_at)
    .bind(o.created_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// A person's calendars, oldest first; at most 100.
pub async fn of_person(tx: &mut Tx, owner: PersonId) -> Result<Vec<OutsideCalendar>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outside_calendar WHERE person_id = "));
        query.push_bind(owner).push(" ORDER BY created_at, id LIMIT 100").build_query_as().fetch_all(c).await
    })?)
}

/// One calendar of a person.
pub async fn by_id(tx: &mut Tx, owner: PersonId, id: OutsideCalendarId) -> Result<Option<OutsideCalendar>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(format!("SELECT {COLUMNS} FROM outside_calendar WHERE person_id = "));
        query.push_bind(owner).push(" AND id = ").push_bind(id).build_query_as().fetch_optional(c).await
    })?)
}

/// Removes a calendar with its busy time; whether there was one.
pub async fn delete(tx: &mut Tx, owner: PersonId, id: OutsideCalendarId) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query("DELETE FROM outside_calendar WHERE id = $2 AND person_id = $1")
        .bind(owner)
        .bind(id)
        .execute(c)
        .await
        .map(|done| done.rows_affected() == 1))?)
}

/// Lets a calendar be read at once, unless that was tried after `since`.
pub async fn ask_now(
    tx: &mut Tx,
    (owner, id): (PersonId, OutsideCalendarId),
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE outside_calendar SET next_check_at = $4
         WHERE id = $2 AND person_id = $1 AND (checked_at IS NULL OR checked_at <= $3) AND next_check_at > $4"
    )
    .bind(owner)
    .bind(id)
    .bind(since)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// When the next calendar is due or its lease ends, if there is one.
pub async fn next_due(tx: &mut Tx) -> Result<Option<DateTime<Utc>>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT MIN(CASE WHEN lease_until > next_check_at THEN lease_until ELSE next_check_at END)
         FROM outside_calendar JOIN person ON person.id = outside_calendar.person_id WHERE person.state = 'active'"
    )
    .fetch_one(c)
    .await)?)
}

/// Claims up to `limit` calendars that are due until the lease ends, at most one for each host: no host is asked twice at
/// a time. Calendars of people who left wait.
pub async fn claim(
    tx: &mut Tx,
    now: DateTime<Utc>,
    lease: (Uuid, DateTime<Utc>),
    limit: i64,
) -> Result<Vec<OutsideCalendar>> {
    if let Tx::Postgres(tx) = tx {
        // Two claims at once must not both find a host at rest.
        sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended('outside_calendar', 7))").execute(&mut **tx).await?;
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE outside_calendar SET lease_token = ");
        query.push_bind(lease.0).push(", lease_until = ").push_bind(lease.1);
        query.push(
            " WHERE id IN (SELECT id FROM (
                SELECT due.id, due.next_check_at,
                    ROW_NUMBER() OVER (PARTITION BY due.host ORDER BY due.next_check_at, due.id) AS turn
                FROM outside_calendar AS due JOIN person ON person.id = due.person_id
                WHERE person.state = 'active' AND due.next_check_at <= ",
        );
        query.push_bind(now);
        query.push(
            " AND NOT EXISTS (SELECT 1 FROM outside_calendar AS busy WHERE busy.host = due.host AND busy.lease_until > ",
        );
        query.push_bind(now).push(")) AS turns WHERE turn = 1 ORDER BY next_check_at, id LIMIT ").push_bind(limit);
        query.push(") RETURNING ").push(COLUMNS);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// A reading that went well.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What the server calls this version.
    pub etag: Option<String>,
    /// When the server says it last changed.
    pub last_modified: Option<String>,
    /// Busy time of the window, merged; `None` when nothing has changed.
    pub blocks: Option<Vec<Block>>,
    /// When it is read next.
    pub next_check_at: DateTime<Utc>,
}

/// Writes down a reading if the lease is still ours; whether it was.
pub async fn finish(
    tx: &mut Tx,
    (id, token): (OutsideCalendarId, Uuid),
    reading: &Reading,
    now: DateTime<Utc>,
) -> Result<bool> {
    let expanded_at = reading.blocks.is_some().then_some(now);
    let ours = on_conn!(tx, |c| {
        sqlx::query(
        "UPDATE outside_calendar SET etag = $3, last_modified = $4, checked_at = $5, read_at = $5,
            expanded_at = COALESCE($6, expanded_at), failure = NULL, failing_since = NULL, moved_to = NULL, failures = 0,
            told_at = NULL, next_check_at = $7, lease_until = NULL, lease_token = NULL
         WHERE id = $1 AND lease_token = $2"
    )
    .bind(id)
    .bind(token)
    .bind(&reading.etag)
    .bind(&reading.last_modified)
    .bind(now)
    .bind(expanded_at)
    .bind(reading.next_check_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1)
    })?;
    if let Some(blocks) = reading.blocks.as_ref().filter(|_| ours) {
        replace_blocks(tx, id, blocks).await?;
    }
    Ok(ours)
}

async fn replace_blocks(tx: &mut Tx, id: OutsideCalendarId, blocks: &[Block]) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("DELETE FROM outside_busy WHERE calendar_id = $1").bind(id).execute(c).await.map(drop)
    })?;
    for some in blocks.chunks(ROWS) {
        on_conn!(tx, |c| {
            let mut query =
                sqlx::QueryBuilder::new("INSERT INTO outside_busy (calendar_id, starts_at, ends_at, tentative) ");
            query.push_values(some, |mut row, block| {
                row.push_bind(id).push_bind(block.span.start()).push_bind(block.span.end()).push_bind(block.tentative);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// A reading that failed.
#[derive(Debug, Clone)]
pub struct Failing {
    /// Why.
    pub trouble: Trouble,
    /// Where it says it has moved to, sealed.
    pub moved_to: Option<String>,
    /// When it is tried next.
    pub next_check_at: DateTime<Utc>,
    /// When the owner was told, if they were.
    pub told_at: Option<DateTime<Utc>>,
}

/// Writes down a failure if the lease is still ours; whether it was. What was read before stays, and grows old. What came
/// last is forgotten, so that the next answer is read in full.
pub async fn finish_failing(
    tx: &mut Tx,
    (id, token): (OutsideCalendarId, Uuid),
    failing: &Failing,
    now: DateTime<Utc>,
) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE outside_calendar SET checked_at = $3, failure = $4, failing_since = COALESCE(failing_since, $3),
            moved_to = $5, failures = failures + 1, told_at = $6, next_check_at = $7, etag = NULL, last_modified = NULL,
            lease_until = NULL, lease_token = NULL
         WHERE id = $1 AND lease_token = $2"
    )
    .bind(id)
    .bind(token)
    .bind(now)
    .bind(failing.trouble)
    .bind(&failing.moved_to)
    .bind(failing.told_at)
    .bind(failing.next_check_at)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Busy time of a person from all their outside calendars.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutsideTime {
    /// Firm, merged and in order.
    pub firm: Vec<Interval>,
    /// Not firm, merged and in order; may overlap what is firm.
    pub tentative: Vec<Interval>,
    /// Whether that is all there is.
    pub outside: Outside,
}

#[derive(sqlx::FromRow)]
struct StandingRow {
    person_id: PersonId,
    read_at: Option<DateTime<Utc>>,
    expanded_at: Option<DateTime<Utc>>,
    failure: Option<Trouble>,
}

#[derive(sqlx::FromRow)]
struct BlockRow {
    person_id: PersonId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    tentative: bool,
}

/// Busy time of many people that touches `span`, in two queries. People without outside calendars are left out: they are
/// known, and have none. `span` should be no longer than what is asked about, since nobody is known beyond the window
/// that is read.
pub async fn busy_of(
    tx: &mut Tx,
    people: &[PersonId],
    span: Interval,
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, OutsideTime>> {
    let mut all: HashMap<PersonId, OutsideTime> = HashMap::new();
    for row in standings(tx, people).await? {
        let standing = Standing { read_at: row.read_at, expanded_at: row.expanded_at, trouble: row.failure };
        let time = all.entry(row.person_id).or_default();
        if standing.answers_for(span, now) == Outside::Unknown {
            time.outside = Outside::Unknown;
        }
    }
    let rows = blocks(tx, people, span).await?;
    if rows.len() > MOST_BLOCKS {
        for time in all.values_mut() {
            time.outside = Outside::Unknown;
        }
    }
    for row in rows {
        let time = all.entry(row.person_id).or_default();
        let side = if row.tentative { &mut time.tentative } else { &mut time.firm };
        side.extend(Interval::new(row.starts_at, row.ends_at));
    }
    for time in all.values_mut() {
        time.firm = merged(std::mem::take(&mut time.firm));
        time.tentative = merged(std::mem::take(&mut time.tentative));
    }
    Ok(all)
}

async fn standings(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<StandingRow>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT person_id, read_at, expanded_at, failure FROM outside_calendar WHERE person_id",
        );
        push_in(&mut query, people.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

async fn blocks(tx: &mut Tx, people: &[PersonId], span: Interval) -> Result<Vec<BlockRow>> {
    let limit = i64::try_from(MOST_BLOCKS + 1).unwrap_or(i64::MAX);
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT outside_calendar.person_id, outside_busy.starts_at, outside_busy.ends_at, outside_busy.tentative
             FROM outside_calendar JOIN outside_busy ON outside_busy.calendar_id = outside_calendar.id
             WHERE outside_calendar.person_id",
        );
        push_in(&mut query, people.iter().copied());
        query.push(" AND outside_busy.starts_at < ").push_bind(span.end());
        query.push(" AND outside_busy.ends_at > ").push_bind(span.start());
        query.push(" LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}
