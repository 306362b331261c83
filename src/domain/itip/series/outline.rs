//! Which lines say which dates somebody has: the rule, what it gives too much, and what differs.

use chrono::{DateTime, NaiveDateTime, Utc};
use icalendar::{Component, Event, Property};

use super::facts::{DateFacts, SeriesFacts, usual};
use crate::domain::time::Zone;

/// The dates of one reader in the form of a calendar object.
pub(super) struct Outline<'a> {
    pub(super) zone: Zone,
    /// Start of the master.
    pub(super) first: NaiveDateTime,
    /// RRULE; `None` for a single date.
    pub(super) rrule: Option<String>,
    /// EXDATE.
    pub(super) without: Vec<NaiveDateTime>,
    /// What the master says.
    pub(super) usual: &'a DateFacts,
    /// What is said of single dates, by the order of the rule.
    pub(super) exceptions: Vec<&'a DateFacts>,
    /// From the first start to the last end, whatever it is that lies outermost.
    pub(super) span: (DateTime<Utc>, DateTime<Utc>),
}

impl<'a> Outline<'a> {
    /// `held` are the dates among which the reader's lie, `live` those that the reader has. `None` without any, or for
    /// dates that are none of the rule's.
    pub(super) fn of(series: &'a SeriesFacts, held: &[&'a DateFacts], live: &[&'a DateFacts]) -> Option<Self> {
        let zone = Zone::named(&series.zone).ok()?;
        let first = held.iter().map(|date| date.original).min()?;
        let last = live.iter().map(|date| date.original).max()?;
        let all = if first == last { vec![first] } else { series.rule.between(first, last) };
        if live.iter().any(|date| all.binary_search(&date.original).is_err()) {
            return None;
        }
        let has = |original: &NaiveDateTime| live.iter().any(|date| date.original == *original);
        let master = usual(live, &series.zone).or_else(|| live.first().copied())?;
        let content = master.content();
        let differs = |date: &&&DateFacts| !date.is_regular(&series.zone) || date.content() != content;
        let span = span(live, zone.instant(first));
        Some(Self {
            rrule: if all.len() > 1 { Some(series.rule.rrule(zone.instant(last))?) } else { None },
            without: all.iter().copied().filter(|original| !has(original)).collect(),
            exceptions: live.iter().filter(differs).copied().collect(),
            usual: master,
            first,
            span,
            zone,
        })
    }

    /// A single date needs no rule: it is an event like any other.
    pub(super) fn single(&self) -> Option<&'a DateFacts> {
        self.rrule.is_none().then_some(self.usual)
    }

    /// Enters what makes an event a series.
    pub(super) fn enter(&self, event: &mut Event) {
        if let Some(rrule) = &self.rrule {
            event.add_property("RRULE", rrule);
        }
        for original in &self.without {
            event.append_multi_property(self.time("EXDATE", *original));
        }
    }

    /// Enters which date an event speaks of (RFC 5545 §3.8.4.4).
    pub(super) fn enter_id(&self, event: &mut Event, date: &DateFacts) {
        event.append_property(self.time("RECURRENCE-ID", date.original));
    }

    /// A time of the series in the form of the master's start; one that only UTC can name has its id in UTC as well.
    fn time(&self, name: &str, local: NaiveDateTime) -> Property {
        if self.is_utc() {
            return Property::new(name, format!("{}Z", local.format(FORM)));
        }
        let mut time = Property::new(name, local.format(FORM).to_string());
        time.add_parameter("TZID", self.zone.name());
        time
    }

    pub(super) fn is_utc(&self) -> bool {
        matches!(self.zone.name(), "UTC" | "Etc/UTC")
    }
}

const FORM: &str = "%Y%m%dT%H%M%S";

fn span(live: &[&DateFacts], first: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    let starts = live.iter().map(|date| date.facts.starts_at).chain([first]);
    let ends = live.iter().map(|date| date.facts.ends_at).chain([first]);
    (starts.min().unwrap_or(first), ends.max().unwrap_or(first))
}
