//! What people have said about their own time, and what their outside calendars say.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    app::error::Result,
    domain::{
        hours::WeekSpan,
        ids::PersonId,
        limits::facts::{DayRule, HolidayKind, Outside},
        time::Interval,
    },
    store::{Tx, people::Person},
};

/// One person's.
#[derive(Debug, Default)]
pub(super) struct OwnTime {
    pub(super) days: HashMap<NaiveDate, DayRule>,
    pub(super) holidays: HashMap<NaiveDate, HolidayKind>,
    pub(super) selling: Vec<WeekSpan>,
    pub(super) busy: Vec<Interval>,
    pub(super) outside: Outside,
}

/// Of these people, around a span.
pub(super) async fn of_people(
    _tx: &mut Tx,
    _people: &[Person],
    _span: Interval,
    _now: DateTime<Utc>,
) -> Result<HashMap<PersonId, OwnTime>> {
    Ok(HashMap::new())
}
