//! What becomes of each date that a rule gives.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDateTime, TimeDelta, Utc, Weekday};

use super::rule::{NoSeries, OnHoliday, Rule};
use crate::domain::{
    country::Country,
    holidays::{self, Holiday},
    time::{WallTime, Zone},
};

/// Days that are looked at for a working day after a holiday.
const LATER: u64 = 10;

/// What becomes of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It takes place then.
    Fits(DateTime<Utc>),
    /// A holiday; it takes place at this wall time instead.
    Moved(NaiveDateTime, DateTime<Utc>, Holiday),
    /// A holiday; there is no meeting.
    Holiday(Holiday),
    /// The clocks skip this time, or show it twice: there can be no meeting.
    Impossible,
}

/// A date of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesDate {
    /// What the rule says, on the wall clock of the series (RECURRENCE-ID, RFC 5545 §3.8.4.4).
    pub original: NaiveDateTime,
    /// What becomes of it.
    pub outcome: Outcome,
}

impl SeriesDate {
    /// When it takes place, on the wall clock and as an instant; `None` when it does not.
    #[must_use]
    pub const fn start(&self) -> Option<(NaiveDateTime, DateTime<Utc>)> {
        match self.outcome {
            Outcome::Fits(at) => Some((self.original, at)),
            Outcome::Moved(to, at, _) => Some((to, at)),
            Outcome::Holiday(_) | Outcome::Impossible => None,
        }
    }
}

/// All dates of a series of meetings of `minutes`.
///
/// # Errors
/// [`NoSeries`] for a rule out of bounds.
pub fn dates(
    rule: &Rule,
    start: NaiveDateTime,
    (zone, country): (&Zone, Country),
    minutes: u32,
) -> Result<Vec<SeriesDate>, NoSeries> {
    Ok(outcomes(rule, &rule.starts(start)?, (zone, country), minutes))
}

/// What becomes of the dates that a rule gives.
#[must_use]
pub fn outcomes(
    rule: &Rule,
    starts: &[NaiveDateTime],
    (zone, country): (&Zone, Country),
    minutes: u32,
) -> Vec<SeriesDate> {
    // The times that are taken: all of the rule's, and where a holiday's date went.
    let mut taken: BTreeSet<NaiveDateTime> = starts.iter().copied().collect();
    let mut outcome = |original: NaiveDateTime| {
        let holiday = holidays::on(country, original.date()).filter(|_| rule.holidays != OnHoliday::Keep);
        match (holiday, rule.holidays) {
            (None, _) => exact(zone, original, minutes).map_or(Outcome::Impossible, Outcome::Fits),
            (Some(holiday), OnHoliday::Move) => working_day(&taken, original, country)
                .and_then(|to| Some((to, exact(zone, to, minutes)?)))
                .map_or(Outcome::Holiday(holiday), |(to, at)| {
                    taken.insert(to);
                    Outcome::Moved(to, at, holiday)
                }),
            (Some(holiday), _) => Outcome::Holiday(holiday),
        }
    };
    starts.iter().map(|original| SeriesDate { original: *original, outcome: outcome(*original) }).collect()
}

/// The instant of a wall time that happens once, and whose end is on the clock where the length says. Calendars write a
/// series by its wall time, so anything else would be another time to some reader.
#[must_use]
pub fn exact(zone: &Zone, local: NaiveDateTime, minutes: u32) -> Option<DateTime<Utc>> {
    let WallTime::Once(at) = zone.resolve(local) else { return None };
    let length = TimeDelta::minutes(i64::from(minutes));
    (zone.local(at + length) == local + length).then_some(at)
}

/// The next working day on which the series has no other meeting at that time.
fn working_day(taken: &BTreeSet<NaiveDateTime>, original: NaiveDateTime, country: Country) -> Option<NaiveDateTime> {
    let later = (1..=LATER).filter_map(|days| original.checked_add_days(Days::new(days)));
    later.into_iter().find(|to| {
        let weekend = matches!(to.weekday(), Weekday::Sat | Weekday::Sun);
        !weekend && holidays::on(country, to.date()).is_none() && !taken.contains(to)
    })
}
