//! What people have said about their own time, and what their outside calendars say.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::{
    app::error::Result,
    domain::{
        country::Country,
        holidays,
        hours::WeekSpan,
        ids::{DraftId, PersonId},
        limits::facts::{DayRule, HolidayKind, Outside},
        time::Interval,
    },
    store::{self, Tx, people::Person},
};

/// One person's.
#[derive(Debug, Default)]
pub(in crate::app) struct OwnTime {
    pub(in crate::app) days: HashMap<NaiveDate, DayRule>,
    pub(in crate::app) holidays: HashMap<NaiveDate, HolidayKind>,
    pub(in crate::app) selling: Vec<WeekSpan>,
    pub(in crate::app) busy: Vec<Interval>,
    pub(in crate::app) outside: Outside,
}

/// Of these people, around a span; what drafts keep of it but this one counts as busy. Outside calendars are asked for the span alone, since they are known only so far.
pub(super) async fn of_people(
    tx: &mut Tx,
    people: &[Person],
    (span, draft): (Interval, Option<DraftId>),
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, OwnTime>> {
    // Zones differ by up to a day on both sides.
    let around = |day: NaiveDate| (day.checked_sub_days(Days::new(1)), day.checked_add_days(Days::new(1)));
    let first = span.start().date_naive();
    let last = span.end().date_naive();
    let (from, to) = (around(first).0.unwrap_or(first), around(last).1.unwrap_or(last));
    let mut times = as_set(tx, people, (from, to)).await?;
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    for (id, read) in store::outside::busy_of(tx, &ids, span, now).await? {
        let own = times.entry(id).or_default();
        (own.busy, own.outside) = (read.firm, read.outside);
    }
    for held in store::holds::in_span(tx, &ids, (span, now), draft).await? {
        times.entry(held.hold.person_id).or_default().busy.extend(held.hold.span());
    }
    Ok(times)
}

/// The same as people have set it today, both days included; nothing of outside calendars.
pub(in crate::app) async fn as_set(
    tx: &mut Tx,
    people: &[Person],
    (from, to): (NaiveDate, NaiveDate),
) -> Result<HashMap<PersonId, OwnTime>> {
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    let mut days = store::days_off::rules_of_people(tx, &ids, from, to).await?;
    let mut selling = store::person_time::selling_of_people(tx, &ids).await?;
    // Many people share few countries.
    let mut known: HashMap<&str, HashMap<NaiveDate, HolidayKind>> = HashMap::new();
    let mut times = HashMap::with_capacity(people.len());
    for p in people {
        let holidays = known
            .entry(&p.country)
            .or_insert_with(|| p.country.parse().map(|country| holidays_of(country, from, to)).unwrap_or_default());
        let own = OwnTime {
            days: days.remove(&p.id).unwrap_or_default(),
            holidays: holidays.clone(),
            selling: selling.remove(&p.id).unwrap_or_default(),
            ..OwnTime::default()
        };
        times.insert(p.id, own);
    }
    Ok(times)
}

/// Holidays, customary days off and half days of a country, both days included.
fn holidays_of(country: Country, from: NaiveDate, to: NaiveDate) -> HashMap<NaiveDate, HolidayKind> {
    let kind = |day: NaiveDate| {
        let off = holidays::on(country, day).or_else(|| holidays::customary(country, day));
        let half = holidays::half_day(country, day).map(|_| HolidayKind::From(holidays::HALF_DAY_ENDS));
        Some((day, off.map(|_| HolidayKind::Day).or(half)?))
    };
    from.iter_days().take_while(|day| *day <= to).filter_map(kind).collect()
}
