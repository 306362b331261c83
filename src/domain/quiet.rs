//! Quiet hours: mails that can wait are delivered while their reader works.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{
    country::Country,
    hours::WorkingHours,
    limits::facts::DayRule,
    load::working,
    time::{Interval, Zone},
};

/// A mail about a meeting no longer waits this long ahead of its start.
pub const URGENT: TimeDelta = TimeDelta::hours(24);
/// Days that are searched for working time. A mail that would wait for longer has nothing to wait for: its reader is
/// away, or has no working hours at all.
const LONGEST: u64 = 7;

/// When somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workdays {
    /// Where the hours are meant.
    pub zone: Zone,
    /// The ordinary week.
    pub hours: WorkingHours,
    /// Whose holidays are kept; `None` keeps none.
    pub country: Option<Country>,
    /// Days that the person has said something about.
    pub said: HashMap<NaiveDate, DayRule>,
}

impl Workdays {
    /// Of somebody whose hours nobody knows: office hours in their zone, with the holidays of its country.
    #[must_use]
    pub fn unknown(zone: Zone) -> Self {
        let country = Country::ALL.iter().copied().find(|country| country.zone() == Some(zone.name()));
        let hours = country.map_or_else(WorkingHours::default, Country::hours);
        Self { zone, hours, country, said: HashMap::new() }
    }

    /// Whether a local day is a working day.
    #[must_use]
    pub fn works_on(&self, day: NaiveDate) -> bool {
        self.on(day).is_some()
    }

    /// Working time of a local day.
    fn on(&self, day: NaiveDate) -> Option<Interval> {
        let said = self.said.get(&day).copied();
        working::span_on(&self.hours, self.country, day, said)?.on(day, &self.zone)
    }

    /// When a mail that could leave at `at` is delivered: at once while its reader works, otherwise when they next begin.
    /// A mail about a meeting never waits into the last 24 hours ahead of its `start`, and none waits for a week.
    #[must_use]
    pub fn deliver_at(&self, at: DateTime<Utc>, start: Option<DateTime<Utc>>) -> DateTime<Utc> {
        let latest = start.map(|start| start - URGENT);
        if latest.is_some_and(|latest| at >= latest) {
            return at;
        }
        let today = self.zone.local(at).date();
        let days = (0..=LONGEST).filter_map(|n| today.checked_add_days(Days::new(n)));
        let work = days.filter_map(|day| self.on(day)).find(|work| at < work.end());
        let next = work.map_or(at, |work| work.start().max(at));
        latest.map_or(next, |latest| next.min(latest))
    }
}

#[cfg(test)]
mod tests;
