//! Who gets a summary by mail, who has it already, and what it looks ahead to.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, people::Person};
use crate::domain::{
    ids::PersonId,
    load::digest::{Ahead, Issue},
    meeting::MAX_MINUTES,
    time::Interval,
};

/// Most meetings of one person that are read for a summary.
const MOST_EACH: i64 = 60;

/// The zones in which people live who may sign in; at most 600, more than there are.
pub async fn zones(tx: &mut Tx) -> Result<Vec<String>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT DISTINCT zone FROM person WHERE state = 'active' ORDER BY zone LIMIT 600"
    )
    .fetch_all(c)
    .await)?)
}

/// Whom a summary may go to.
#[derive(Debug, Clone)]
pub struct Due<'a> {
    /// Which.
    pub issue: Issue,
    /// Zones in which it is time.
    pub zones: &'a [String],
    /// Whoever joined later has no week to look at yet.
    pub joined_before: DateTime<Utc>,
}

/// Some of those who want the summary and have not got it yet, in the order of their ids.
pub async fn due(tx: &mut Tx, due: &Due<'_>, limit: i64) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT person.* FROM person LEFT JOIN person_time ON person_time.person_id = person.id
             WHERE person.state = 'active' AND COALESCE(person_time.digest, ",
        );
        query.push_bind(true).push(") = ").push_bind(true);
        match due.issue {
            Issue::Week(week) => {
                query.push(" AND COALESCE(person_time.digest_week, '') <> ").push_bind(week.to_string())
            }
            Issue::Day(day) => query
                .push(" AND person_time.daily = ")
                .push_bind(true)
                .push(" AND person_time.digest_day IS DISTINCT FROM ")
                .push_bind(day),
        };
        query.push(" AND person.created_at < ").push_bind(due.joined_before).push(" AND person.zone");
        push_in(&mut query, due.zones.iter().map(String::as_str));
        query.push(" ORDER BY person.id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Notes that a summary goes out to these people, and tells to whom it had not gone out before: of two workers at once,
/// each person is told to one of them. The people stand in the order of their ids, so that neither waits for the other in
/// a circle.
pub async fn mark(tx: &mut Tx, people: &[PersonId], issue: Issue, now: DateTime<Utc>) -> Result<Vec<PersonId>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let (week, day) = match issue {
        Issue::Week(week) => (Some(week.to_string()), None),
        Issue::Day(day) => (None, Some(day)),
    };
    let column = if week.is_some() { "digest_week" } else { "digest_day" };
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO person_time (person_id, selling, digest, digest_week, digest_day, updated_at) ",
        );
        query.push_values(people, |mut row, person| {
            row.push_bind(*person)
                .push_bind("[]")
                .push_bind(true)
                .push_bind(week.clone())
                .push_bind(day)
                .push_bind(now);
        });
        query.push(format!(
            " ON CONFLICT (person_id) DO UPDATE SET {column} = excluded.{column} WHERE person_time.digest = "
        ));
        query.push_bind(true);
        query.push(format!(" AND person_time.{column} IS DISTINCT FROM excluded.{column} RETURNING person_id"));
        query.build_query_scalar().fetch_all(c).await
    })?)
}

#[derive(sqlx::FromRow)]
struct AheadRow {
    person_id: PersonId,
    title: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    stay_after: Option<i64>,
    stay_minutes: Option<i64>,
    unanswered: bool,
}

/// The first meetings of each of these people that start in a span and that they have not declined, by start.
pub async fn ahead(tx: &mut Tx, people: &[PersonId], span: Interval) -> Result<Vec<(PersonId, Ahead)>> {
    let rows: Vec<AheadRow> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT * FROM (SELECT attendee.person_id, meeting.title, meeting.starts_at, meeting.ends_at,
                attendee.stay_after, attendee.stay_minutes,
                attendee.answer = 'open' AND attendee.role NOT IN ('chair', 'informed') AS unanswered,
                ROW_NUMBER() OVER (PARTITION BY attendee.person_id ORDER BY meeting.starts_at, meeting.id) AS place
             FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
             WHERE attendee.removed_at IS NULL AND attendee.answer <> 'no' AND meeting.status = 'confirmed'
                AND attendee.starts_at >= ",
        );
        query.push_bind(span.start()).push(" AND attendee.starts_at < ").push_bind(span.end());
        query.push(" AND attendee.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(") AS ahead WHERE place <= ").push_bind(MOST_EACH).push(" ORDER BY person_id, place");
        query.build_query_as().fetch_all(c).await
    })?;
    let ahead = |row: AheadRow| {
        let AheadRow { person_id, title, starts_at, ends_at, stay_after, stay_minutes, unanswered } = row;
        let stay = super::meetings::stay(stay_after, stay_minutes);
        let own = stay.zip(Interval::new(starts_at, ends_at)).map(|(stay, whole)| stay.of(whole));
        let (starts_at, ends_at) = own.map_or((starts_at, ends_at), |own| (own.start(), own.end()));
        (person_id, Ahead { title, starts_at, ends_at, unanswered })
    };
    Ok(rows.into_iter().map(ahead).collect())
}

/// How many invitations of each of these people wait for an answer; those with none are left out.
pub async fn unanswered(tx: &mut Tx, people: &[PersonId], now: DateTime<Utc>) -> Result<HashMap<PersonId, i64>> {
    let earliest = now - TimeDelta::minutes(i64::from(MAX_MINUTES));
    let rows: Vec<(PersonId, i64)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT attendee.person_id, COUNT(*) FROM attendee JOIN meeting ON meeting.id = attendee.meeting_id
             WHERE attendee.removed_at IS NULL AND attendee.answer = 'open' AND attendee.role <> 'informed'
                AND meeting.status = 'confirmed' AND meeting.ends_at > ",
        );
        query.push_bind(now).push(" AND attendee.starts_at >= ").push_bind(earliest).push(" AND attendee.person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" GROUP BY attendee.person_id").build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().collect())
}

/// How many questions whether a limit may be passed, or a series never end, wait for each of these people; those with none are left out.
pub async fn approvals(tx: &mut Tx, people: &[PersonId], now: DateTime<Utc>) -> Result<HashMap<PersonId, i64>> {
    let rows: Vec<(PersonId, i64)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT approver_id, COUNT(*) FROM (SELECT approver_id, expires_at FROM approval WHERE state = 'open'
                UNION ALL SELECT approver_id, expires_at FROM series_approval WHERE state = 'open') AS asked
             WHERE expires_at > ",
        );
        query.push_bind(now).push(" AND approver_id");
        push_in(&mut query, people.iter().copied());
        query.push(" GROUP BY approver_id").build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().collect())
}

/// How many suggested times for meetings to come wait for each of these people, who lead them; those with none are left out.
pub async fn proposals(tx: &mut Tx, people: &[PersonId], now: DateTime<Utc>) -> Result<HashMap<PersonId, i64>> {
    let rows: Vec<(PersonId, i64)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT meeting.organizer_id, COUNT(*) FROM meeting JOIN proposal ON proposal.meeting_id = meeting.id
             WHERE proposal.state = 'open' AND meeting.status = 'confirmed' AND meeting.starts_at > ",
        );
        query.push_bind(now).push(" AND meeting.organizer_id");
        push_in(&mut query, people.iter().copied());
        query.push(" GROUP BY meeting.organizer_id").build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().collect())
}
