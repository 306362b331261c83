//! What a calendar says, before it is told in instants.

use chrono::NaiveDateTime;

use super::{
    Limits,
    Property::{self, DtEnd, DtStart, Duration, ExRule, RRule, RecurrenceId},
    Unreadable,
    value::{self, Added, Length, Time},
};
use crate::domain::recurrence::Rule;

/// The entries of a calendar and the zones they are written in.
#[derive(Default)]
pub(super) struct Calendar {
    pub(super) events: Vec<Event>,
    /// Spans of free/busy lists, with whether they are tentative.
    pub(super) spans: Vec<(Added, bool)>,
    pub(super) definitions: Vec<Definition>,
    /// The names of the zones in use.
    pub(super) zones: Vec<String>,
    /// Single dates read so far.
    dates: usize,
}

/// One VEVENT.
#[derive(Default)]
pub(super) struct Event {
    pub(super) uid: Vec<u8>,
    pub(super) start: Option<Time>,
    pub(super) end: Option<Time>,
    pub(super) length: Option<Length>,
    pub(super) rule: Option<Rule>,
    pub(super) added: Vec<Added>,
    pub(super) excluded: Vec<Time>,
    pub(super) replaces: Option<Time>,
    /// Whether it says that it replaces an occurrence, even where it cannot be read which.
    pub(super) replacement: bool,
    /// Transparent or cancelled.
    pub(super) free: bool,
    pub(super) tentative: bool,
    /// What cannot be read; matters only if the event does.
    pub(super) fault: Option<Unreadable>,
}

/// One VTIMEZONE.
#[derive(Default)]
pub(super) struct Definition {
    pub(super) name: String,
    pub(super) observances: Vec<Observance>,
}

/// STANDARD or DAYLIGHT of a VTIMEZONE.
#[derive(Default)]
pub(super) struct Observance {
    pub(super) start: Option<NaiveDateTime>,
    pub(super) from: Option<i32>,
    pub(super) to: Option<i32>,
    pub(super) rule: Option<Rule>,
    pub(super) added: Vec<NaiveDateTime>,
    pub(super) fault: Option<Unreadable>,
}

impl Calendar {
    /// The place of a zone's name in the list, which may grow to `most`.
    pub(super) fn zone(&mut self, name: &[u8], most: usize) -> Result<usize, Unreadable> {
        let name = String::from_utf8_lossy(name);
        if let Some(at) = self.zones.iter().position(|known| *known == name) {
            return Ok(at);
        }
        if self.zones.len() == most {
            return Err(Unreadable::TooMany);
        }
        self.zones.push(name.into_owned());
        Ok(self.zones.len() - 1)
    }

    /// Counts single dates, of which there may be only so many.
    pub(super) fn count_dates(&mut self, more: usize, limits: &Limits) -> Result<(), Unreadable> {
        self.dates += more;
        if self.dates > limits.dates { Err(Unreadable::TooMany) } else { Ok(()) }
    }
}

impl Event {
    /// Takes a property that tells one thing about the event.
    pub(super) fn set(&mut self, property: Property, value: &[u8], zone: Option<usize>) -> Result<(), Unreadable> {
        let time = || value::time(value, zone).ok_or(Unreadable::BadValue(property));
        match property {
            DtStart => self.start = Some(time()?),
            DtEnd => self.end = Some(time()?),
            RecurrenceId => self.replaces = Some(time()?),
            Duration => self.length = Some(value::length(value).ok_or(Unreadable::BadValue(property))?),
            RRule if self.rule.is_none() => self.rule = Some(rule(value)?),
            RRule | ExRule => return Err(Unreadable::NotSupported(property)),
            _ => {}
        }
        Ok(())
    }
}

/// Reads the value of an `RRULE`.
pub(super) fn rule(value: &[u8]) -> Result<Rule, Unreadable> {
    Ok(str::from_utf8(value).map_err(|_| Unreadable::BadValue(RRule))?.parse()?)
}
