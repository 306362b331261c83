//! The clocks of a calendar: the owner's, known zones under any of their names, and zones the calendar defines itself.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::{
    Property, Unreadable,
    calendar::{Calendar, Definition, Event, Observance},
    event::Sum,
    value::{Added, SpanEnd, Time},
    windows::WINDOWS,
};
use crate::domain::{
    recurrence::{Offsets, Series},
    time::{Interval, Zone},
};

/// Longest name of a zone that is looked up.
const LONGEST_NAME: usize = 255;

pub(super) struct Clocks {
    owner: Offsets,
    utc: Offsets,
    /// By the calendar's list of zones; `None` for those that no busy entry uses.
    zones: Vec<Option<Offsets>>,
}

impl Clocks {
    pub(super) fn resolve(
        calendar: &Calendar,
        window: Interval,
        owner: &Zone,
        sum: &mut Sum,
    ) -> Result<Self, Unreadable> {
        let mut used = vec![false; calendar.zones.len()];
        for zone in calendar.events.iter().filter(|event| event.matters()).flat_map(zones_of) {
            if let Some(used) = used.get_mut(zone) {
                *used = true;
            }
        }
        let zones = calendar
            .zones
            .iter()
            .zip(used)
            .map(|(name, used)| if used { offsets(name, calendar, window, sum).map(Some) } else { Ok(None) });
        let zones = zones.collect::<Result<_, _>>()?;
        Ok(Self { owner: Offsets::of(owner, window), utc: Offsets::fixed(0), zones })
    }

    /// The clock by which a time is written.
    pub(super) fn of(&self, time: Time) -> &Offsets {
        match time {
            Time::Day(_) | Time::Floating(_) => &self.owner,
            Time::Zoned(_, zone) => self.zones.get(zone).and_then(Option::as_ref).unwrap_or(&self.owner),
            Time::Instant(_) => &self.utc,
        }
    }

    pub(super) fn instant(&self, time: Time) -> DateTime<Utc> {
        match time {
            Time::Day(day) => self.owner.instant(day.and_time(NaiveTime::MIN)),
            Time::Floating(local) | Time::Zoned(local, _) => self.of(time).instant(local),
            Time::Instant(at) => at,
        }
    }
}

fn zones_of(event: &Event) -> impl Iterator<Item = usize> {
    let added = event.added.iter().flat_map(|added| match *added {
        Added::Start(time) | Added::Span(time, SpanEnd::After(_)) => [Some(time), None],
        Added::Span(start, SpanEnd::At(end)) => [Some(start), Some(end)],
    });
    let single = [event.start, event.end, event.replaces].into_iter();
    let times = single.chain(added).flatten().chain(event.excluded.iter().copied());
    times.filter_map(|time| if let Time::Zoned(_, zone) = time { Some(zone) } else { None })
}

fn offsets(name: &str, calendar: &Calendar, window: Interval, sum: &mut Sum) -> Result<Offsets, Unreadable> {
    if let Some(zone) = known(name) {
        return Ok(Offsets::of(&zone, window));
    }
    let unknown = || Unreadable::UnknownZone(name.chars().take(64).collect());
    let definition = calendar.definitions.iter().find(|definition| definition.name == name).ok_or_else(unknown)?;
    defined(definition, window, sum)?.ok_or_else(unknown)
}

/// A zone by its IANA name, its Windows name, or an IANA name at the end of a path (`/mozilla.org/…/Europe/Oslo`).
pub(in crate::domain) fn known(name: &str) -> Option<Zone> {
    let name = name.trim();
    if name.len() > LONGEST_NAME {
        return None;
    }
    let windows = || WINDOWS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name));
    let path = name
        .strip_prefix('/')
        .into_iter()
        .flat_map(|path| std::iter::successors(Some(path), |rest| rest.split_once('/').map(|(_, rest)| rest)));
    let by_name = Zone::named(name).ok().or_else(|| Zone::named(windows()?.1).ok());
    by_name.or_else(|| path.take(8).find_map(|rest| Zone::named(rest).ok()))
}

/// What a VTIMEZONE says (RFC 5545 §3.6.5); `None` if it says nothing.
fn defined(definition: &Definition, window: Interval, sum: &mut Sum) -> Result<Option<Offsets>, Unreadable> {
    let mut changes = Vec::new();
    let mut earliest = None;
    for observance in &definition.observances {
        let (start, from, to) = observance.complete()?;
        if earliest.is_none_or(|(known, _)| start < known) {
            earliest = Some((start, from));
        }
        let until = window.end() + TimeDelta::days(2);
        let Some(span) = Interval::new(start.and_utc() - TimeDelta::days(2), until) else { continue };
        let clock = Offsets::fixed(from);
        let onsets = Series::new(start, observance.rule.clone())
            .adding(observance.added.iter().map(|local| clock.instant(*local)));
        changes.extend(sum.starts(&onsets, &clock, span)?.into_iter().map(|at| (at, to)));
    }
    changes.sort_unstable();
    Ok(earliest.map(|(_, first)| Offsets::changing(first, changes)))
}

impl Observance {
    fn complete(&self) -> Result<(chrono::NaiveDateTime, i32, i32), Unreadable> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        let missing = |property| Unreadable::BadValue(property);
        Ok((
            self.start.ok_or(missing(Property::DtStart))?,
            self.from.ok_or(missing(Property::TzOffsetFrom))?,
            self.to.ok_or(missing(Property::TzOffsetTo))?,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_under_strange_names() {
        let cases = [
            ("Europe/Stockholm", Some("Europe/Stockholm")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("fle standard time", Some("Europe/Kiev")),
            ("Romance Standard Time", Some("Europe/Paris")),
            ("/mozilla.org/20070129_1/Europe/Oslo", Some("Europe/Oslo")),
            ("/freeassociation.sourceforge.net/America/Argentina/Salta", Some("America/Argentina/Salta")),
            ("Customized Time Zone", None),
            ("/", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(known(name).as_ref().map(Zone::name), expected, "{name}");
        }
    }

    #[test]
    fn every_windows_name_leads_to_a_zone() {
        assert!(WINDOWS.len() > 130);
        for (windows, iana) in WINDOWS {
            assert!(Zone::named(iana).is_ok(), "{windows}: {iana}");
        }
    }
}
