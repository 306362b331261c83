//! Who gets the Monday letter, and who has it already.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, people::Person};
use crate::domain::{ids::PersonId, meeting::MAX_MINUTES};

/// The zones in which people live who may sign in; at most 600, more than there are.
pub async fn zones(tx: &mut Tx) -> Result<Vec<String>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT DISTINCT zone FROM person WHERE state = 'active' ORDER BY zone LIMIT 600"
    )
    .fetch_all(c)
    .await)?)
}

/// Whom the letter of a week may go to.
#[derive(Debug, Clone)]
pub struct Due<'a> {
    /// ISO week, for example `2026-W48`.
    pub week: &'a str,
    /// Zones in which it is time.
    pub zones: &'a [String],
    /// Whoever joined later has no week to look at yet.
    pub joined_before: DateTime<Utc>,
}

/// Some of those who want the letter and have not got it yet, in the order of their ids.
pub async fn due(tx: &mut Tx, due: &Due<'_>, limit: i64) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT person.* FROM person LEFT JOIN person_time ON person_time.person_id = person.id
             WHERE person.state = 'active' AND COALESCE(person_time.digest, ",
        );
        query.push_bind(true).push(") = ").push_bind(true);
        query.push(" AND COALESCE(person_time.digest_week, '') <> ").push_bind(due.week);
        query.push(" AND person.created_at < ").push_bind(due.joined_before).push(" AND person.zone");
        push_in(&mut query, due.zones.iter().map(String::as_str));
        query.push(" ORDER BY person.id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Notes that the letter of a week goes out to these people, and tells to whom it had not gone out before: of two workers
/// at once, each person is told to one of them. The people stand in the order of their ids, so that neither waits for the
/// other in a circle.
pub async fn mark(tx: &mut Tx, people: &[PersonId], week: &str, now: DateTime<Utc>) -> Result<Vec<PersonId>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query =
            sqlx::QueryBuilder::new("INSERT INTO person_time (person_id, selling, digest, digest_week, updated_at) ");
        query.push_values(people, |mut row, person| {
            row.push_bind(*person).push_bind("[]").push_bind(true).push_bind(week).push_bind(now);
        });
        query.push(
            " ON CONFLICT (person_id) DO UPDATE SET digest_week = excluded.digest_week WHERE person_time.digest = ",
        );
        query.push_bind(true);
        query.push(" AND COALESCE(person_time.digest_week, '') <> excluded.digest_week RETURNING person_id");
        query.build_query_scalar().fetch_all(c).await
    })?)
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

/// How many questions whether a limit may be passed wait for each of these people; those with none are left out.
pub async fn approvals(tx: &mut Tx, people: &[PersonId], now: DateTime<Utc>) -> Result<HashMap<PersonId, i64>> {
    let rows: Vec<(PersonId, i64)> = on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT approver_id, COUNT(*) FROM approval WHERE state = 'open' AND expires_at > ",
        );
        query.push_bind(now).push(" AND approver_id");
        push_in(&mut query, people.iter().copied());
        query.push(" GROUP BY approver_id").build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().collect())
}
