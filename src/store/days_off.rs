//! Days off, and days with other hours than usual.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    hours::DaySpan,
    ids::{DayOffId, PersonId},
    limits::facts::DayRule,
};

/// Most entries of one person that are not over.
pub const MAX_DAYS_OFF: i64 = 200;
/// Most rows of one batch; more are never needed for people in one meeting.
const MOST_ROWS: i64 = 20_000;

/// One entry; the last day is included.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DayOff {
    /// Id.
    pub id: DayOffId,
    /// Whose.
    pub person_id: PersonId,
    /// First day.
    pub first_day: NaiveDate,
    /// Last day.
    pub last_day: NaiveDate,
    /// First minute after midnight that is worked; `None` on a day off.
    pub from_minute: Option<i64>,
    /// First minute no longer worked.
    pub to_minute: Option<i64>,
    /// Decides in this person's place.
    pub stand_in_id: Option<PersonId>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

impl DayOff {
    /// What it says about each of its days. Hours that make no sense are taken for a day off, which is stricter.
    #[must_use]
    pub fn rule(&self) -> DayRule {
        let minute = |m: Option<i64>| m.and_then(|m| u16::try_from(m).ok());
        let span = minute(self.from_minute).zip(minute(self.to_minute)).and_then(|(from, to)| DaySpan::new(from, to));
        span.map_or(DayRule::Off, DayRule::Hours)
    }
}

/// Adds an entry.
pub async fn insert(tx: &mut Tx, d: &DayOff) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO day_off (id, person_id, first_day, last_day, from_minute, to_minute, stand_in_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(d.id)
    .bind(d.person_id)
    .bind(d.first_day)
    .bind(d.last_day)
    .bind(d.from_minute)
    .bind(d.to_minute)
    .bind(d.stand_in_id)
    .bind(d.created_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Removes an entry of a person; whether there was one.
pub async fn delete(tx: &mut Tx, person: PersonId, id: DayOffId) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query("DELETE FROM day_off WHERE id = $2 AND person_id = $1")
        .bind(person)
        .bind(id)
        .execute(c)
        .await
        .map(|done| done.rows_affected() == 1))?)
}

/// One entry of a person.
pub async fn by_id(tx: &mut Tx, person: PersonId, id: DayOffId) -> Result<Option<DayOff>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM day_off WHERE id = $2 AND person_id = $1")
        .bind(person)
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// A person's entries that are not over on `today`, by day; at most [`MAX_DAYS_OFF`].
pub async fn upcoming(tx: &mut Tx, person: PersonId, today: NaiveDate) -> Result<Vec<DayOff>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM day_off WHERE person_id = $1 AND last_day >= $2 ORDER BY first_day, last_day, id LIMIT $3"
    )
    .bind(person)
    .bind(today)
    .bind(MAX_DAYS_OFF)
    .fetch_all(c)
    .await)?)
}

/// The entries of many people that touch the days from `from` to `to`, both included, in the order they were made.
pub async fn of_people(tx: &mut Tx, people: &[PersonId], from: NaiveDate, to: NaiveDate) -> Result<Vec<DayOff>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM day_off WHERE person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" AND last_day >= ").push_bind(from).push(" AND first_day <= ").push_bind(to);
        query.push(" ORDER BY created_at, id LIMIT ").push_bind(MOST_ROWS);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The days from `from` to `to` (both included) that differ from a person's ordinary week. A day off wins over other
/// hours; of two with hours the one that was entered later counts.
pub async fn rules_of_people(
    tx: &mut Tx,
    people: &[PersonId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<PersonId, HashMap<NaiveDate, DayRule>>> {
    let mut all: HashMap<PersonId, HashMap<NaiveDate, DayRule>> = HashMap::new();
    for entry in of_people(tx, people, from, to).await? {
        let days = all.entry(entry.person_id).or_default();
        let (first, last) = (entry.first_day.max(from), entry.last_day.min(to));
        for day in first.iter_days().take_while(|day| *day <= last) {
            let rule = days.entry(day).or_insert(entry.rule());
            if *rule != DayRule::Off {
                *rule = entry.rule();
            }
        }
    }
    Ok(all)
}
