//! Figures of meeting load, each summed up by the database in one query.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    ids::{MeetingId, PersonId},
    limits::rule::Level,
    load::{table::Sum, weekly::Part, window::Window},
    meeting::{MAX_MINUTES, Purpose},
    time::Interval,
};

/// Most people of one report.
pub const MAX_PEOPLE: usize = 300;
/// Most overrides of one report, newest first.
pub const MAX_OVERRIDES: i64 = 100;

#[derive(Clone, Copy, sqlx::FromRow)]
struct SumRow {
    subject_id: PersonId,
    slot: i64,
    purpose: Purpose,
    customer: bool,
    minutes: i64,
    meetings: i64,
}

/// What the meetings of these people sum up to in each part of the window, by purpose. Only what counts as load; time
/// that is merely held for a question is left out.
pub async fn sums(tx: &mut Tx, people: &[PersonId], window: &Window) -> Result<Vec<Sum>> {
    let Some(span) = window.span() else { return Ok(Vec::new()) };
    let rows: Vec<SumRow> = on_conn!(tx, |c| {
        // Weeks of the firm's zone are no columns: clocks change inside them. So their bounds go with the query.
        let mut query = sqlx::QueryBuilder::new("SELECT subject_id, slot, purpose, customer,");
        query.push(" CAST(SUM(minutes) AS BIGINT) AS minutes, COUNT(*) AS meetings FROM (SELECT subject_id, CAST(CASE");
        for (slot, end) in (0_i64..).zip(window.slots().iter().skip(1)) {
            query.push(" WHEN starts_at < ").push_bind(end.starts_at).push(format!(" THEN {slot}"));
        }
        let last = window.slots().len().saturating_sub(1);
        // A case needs a condition, also where there is one part only.
        query.push(" WHEN starts_at IS NULL THEN -1");
        query.push(format!(
            " ELSE {last} END AS BIGINT) AS slot, purpose, customer, minutes FROM claim WHERE subject_id"
        ));
        push_in(&mut query, people.iter().copied());
        query.push(" AND starts_at >= ").push_bind(span.start()).push(" AND starts_at < ").push_bind(span.end());
        query.push(" AND counts = ").push_bind(true).push(" AND held = ").push_bind(false);
        query.push(") AS part GROUP BY subject_id, slot, purpose, customer");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().filter_map(sum).collect())
}

fn sum(row: SumRow) -> Option<Sum> {
    let whole = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    let part = Part {
        purpose: row.purpose,
        customer: row.customer,
        minutes: whole(row.minutes),
        meetings: whole(row.meetings),
    };
    Some(Sum { person: row.subject_id, slot: usize::try_from(row.slot).ok()?, part })
}

/// Most meetings whose spans are read for one report.
const MOST_SPANS: i64 = 50_000;

#[derive(Clone, Copy, sqlx::FromRow)]
struct SpanRow {
    subject_id: PersonId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
}

/// When the internal meetings of these people are that run into a span and count as load; held time is left out. `None`
/// when there are more than can be read, which is never taken for some.
pub async fn internal_spans(
    tx: &mut Tx,
    people: &[PersonId],
    span: Interval,
) -> Result<Option<HashMap<PersonId, Vec<Interval>>>> {
    let earliest = span.start() - TimeDelta::minutes(i64::from(MAX_MINUTES));
    let rows: Vec<SpanRow> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT subject_id, starts_at, ends_at FROM claim WHERE subject_id");
        push_in(&mut query, people.iter().copied());
        query.push(" AND starts_at >= ").push_bind(earliest).push(" AND starts_at < ").push_bind(span.end());
        query.push(" AND customer = ").push_bind(false);
        query.push(" AND counts = ").push_bind(true).push(" AND held = ").push_bind(false);
        query.push(" LIMIT ").push_bind(MOST_SPANS + 1);
        query.build_query_as().fetch_all(c).await
    })?;
    if i64::try_from(rows.len()).unwrap_or(i64::MAX) > MOST_SPANS {
        return Ok(None);
    }
    let mut spans: HashMap<PersonId, Vec<Interval>> = HashMap::new();
    for row in rows {
        spans.entry(row.subject_id).or_default().extend(Interval::new(row.starts_at, row.ends_at));
    }
    Ok(Some(spans))
}

/// A limit that somebody passed, with the meeting.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Passed {
    /// Who passed it.
    pub person_id: PersonId,
    /// Who allowed it, when it was not them.
    pub approver: Option<String>,
    /// What the rule asked for.
    pub level: Level,
    /// Why; empty where a tick was enough.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By which meeting.
    pub meeting_id: MeetingId,
    /// Its title.
    pub title: String,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// Who plans it.
    pub organizer_id: PersonId,
}

/// The limits that these people passed since then, newest first; at most [`MAX_OVERRIDES`].
pub async fn passed(tx: &mut Tx, people: &[PersonId], since: DateTime<Utc>) -> Result<Vec<Passed>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT o.person_id, approver.name AS approver, o.level, o.reason, o.at, o.meeting_id, meeting.title,
                meeting.starts_at, meeting.organizer_id
             FROM limit_override AS o JOIN meeting ON meeting.id = o.meeting_id
             LEFT JOIN person AS approver ON approver.id = o.approver_id WHERE o.person_id",
        );
        push_in(&mut query, people.iter().copied());
        query.push(" AND o.at >= ").push_bind(since).push(" ORDER BY o.at DESC, o.id LIMIT ").push_bind(MAX_OVERRIDES);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Most customers of one report.
pub const MAX_CUSTOMERS: i64 = 20;

/// What meetings with one customer took.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OfCustomer {
    /// The customer's name.
    pub name: String,
    /// Minutes of all these people together.
    pub minutes: i64,
    /// Meetings.
    pub meetings: i64,
}

/// What meetings with customers took of these people's time, most first; at most [`MAX_CUSTOMERS`]. Only what counts as load.
pub async fn by_customer(tx: &mut Tx, people: &[PersonId], span: Interval) -> Result<Vec<OfCustomer>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT account.name, CAST(SUM(claim.minutes) AS BIGINT) AS minutes,
                COUNT(DISTINCT claim.meeting_id) AS meetings
             FROM claim JOIN meeting ON meeting.id = claim.meeting_id JOIN account ON account.id = meeting.account_id
             WHERE claim.subject_id",
        );
        push_in(&mut query, people.iter().copied());
        query.push(" AND claim.starts_at >= ").push_bind(span.start());
        query.push(" AND claim.starts_at < ").push_bind(span.end());
        query.push(" AND claim.counts = ").push_bind(true).push(" AND claim.held = ").push_bind(false);
        query.push(" GROUP BY account.id, account.name ORDER BY 2 DESC, account.name, account.id LIMIT ");
        query.push_bind(MAX_CUSTOMERS).build_query_as().fetch_all(c).await
    })?)
}

/// Minutes that these people got back since then, by cause.
pub async fn given_back(tx: &mut Tx, people: &[PersonId], since: DateTime<Utc>) -> Result<Vec<(String, i64)>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT cause, CAST(SUM(minutes) AS BIGINT) AS minutes FROM time_back WHERE person_id",
        );
        push_in(&mut query, people.iter().copied());
        query.push(" AND at >= ").push_bind(since).push(" GROUP BY cause ORDER BY cause");
        query.build_query_as().fetch_all(c).await
    })?)
}
