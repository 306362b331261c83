//! VTIMEZONE (RFC 5545 §3.6.5) in the one shape that Outlook, Google and Apple all read right.
//!
//! Outlook takes only the rule in force: one STANDARD and one DAYLIGHT, each yearly by month and n-th weekday
//! (MS-OXCICAL 2.1.3.1.1.19.2.2); history makes it an hour wrong. Zones whose changes follow no such rule get the
//! single changes around the meetings instead.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};

use super::wire::Writer;
use crate::domain::time::{Transition, Zone};

/// How far behind the last meeting a yearly rule must hold, so that a later move needs no other rule.
const HORIZON: Months = Months::new(120);
/// A zone with yearly changes has one within this many days.
const YEAR: Days = Days::new(400);
/// More changes than any zone has in a century; a bound, not a rule.
const MOST: usize = 400;
/// Year in which rules begin.
const EPOCH: i32 = 1970;

/// Writes the rule in force in `zone` for meetings between `from` and `until`. At least these instants convert exactly;
/// with a yearly or fixed rule also those of the ten years after.
pub fn write(out: &mut Writer, zone: &Zone, from: DateTime<Utc>, until: DateTime<Utc>) {
    let onsets = onsets(zone, from, until);
    let largest = onsets.iter().map(|o| o.to).max();
    let alike = onsets.iter().all(|o| Some(o.to) == largest);
    out.begin("VTIMEZONE");
    out.text("TZID", zone.name());
    for onset in &onsets {
        // The larger offset is daylight time. Dublin's law has it the other way round, which readers don't expect.
        let kind = if Some(onset.to) == largest && !alike { "DAYLIGHT" } else { "STANDARD" };
        onset.write(out, kind);
    }
    out.end("VTIMEZONE");
}

/// One STANDARD or DAYLIGHT.
struct Onset {
    /// Wall time of the change by the clock ahead of it.
    local: NaiveDateTime,
    from: i32,
    to: i32,
    name: String,
    rule: Option<Rule>,
}

impl Onset {
    fn single(change: &Transition) -> Self {
        Self { local: local(change), from: change.from, to: change.to, name: change.abbreviation.clone(), rule: None }
    }

    /// The change that a rule repeats, moved to the rule's first year.
    fn yearly(change: &Transition, rule: Rule) -> Option<Self> {
        let local = rule.day(EPOCH)?.and_time(rule.time);
        Some(Self { local, rule: Some(rule), ..Self::single(change) })
    }

    /// A zone that keeps one offset.
    fn fixed(zone: &Zone, at: DateTime<Utc>) -> Self {
        let offset = zone.offset_seconds(at);
        let local = NaiveDate::from_ymd_opt(EPOCH, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN);
        Self { local, from: offset, to: offset, name: zone.abbreviation(at), rule: None }
    }

    fn write(&self, out: &mut Writer, kind: &str) {
        out.begin(kind);
        out.structured("DTSTART", &self.local.format("%Y%m%dT%H%M%S").to_string());
        out.structured("TZOFFSETFROM", &offset(self.from));
        out.structured("TZOFFSETTO", &offset(self.to));
        out.text("TZNAME", if self.name.is_empty() { "UTC" } else { &self.name });
        if let Some(rule) = self.rule {
            out.structured("RRULE", &rule.text());
        }
        out.end(kind);
    }
}

/// A change on the n-th weekday of a month.
#[derive(Clone, Copy)]
struct Rule {
    month: u32,
    weekday: Weekday,
    /// 1 to 4, or -1 for the last.
    week: i8,
    time: NaiveTime,
}

impl Rule {
    /// The rules that could have made this change.
    fn candidates(change: &Transition) -> Vec<Self> {
        let local = local(change);
        let week = i8::try_from((local.day() - 1) / 7 + 1).unwrap_or(5);
        let last = (local.date() + Days::new(7)).month() != local.month();
        let rule = |week| Self { month: local.month(), weekday: local.weekday(), week, time: local.time() };
        [(last, -1), (week <= 4, week)].into_iter().filter(|(fits, _)| *fits).map(|(_, week)| rule(week)).collect()
    }

    fn day(&self, year: i32) -> Option<NaiveDate> {
        let nth = |n| NaiveDate::from_weekday_of_month_opt(year, self.month, self.weekday, n);
        if self.week < 0 { nth(5).or_else(|| nth(4)) } else { nth(self.week.unsigned_abs()) }
    }

    fn text(&self) -> String {
        let day = self.weekday.to_string().get(..2).unwrap_or("SU").to_uppercase();
        format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", self.month, self.week)
    }
}

fn onsets(zone: &Zone, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Onset> {
    let horizon = until.checked_add_months(HORIZON).unwrap_or(until);
    let changes: Vec<_> =
        zone.transitions(from).take(MOST).take_while(|t| t.at <= horizon).filter(|t| t.from != t.to).collect();
    if changes.is_empty() {
        return vec![Onset::fixed(zone, from)];
    }
    yearly(&changes, from, horizon).unwrap_or_else(|| singles(zone, &changes, from, until))
}

/// The two yearly rules that make exactly these changes, if there are any.
fn yearly(changes: &[Transition], from: DateTime<Utc>, horizon: DateTime<Utc>) -> Option<Vec<Onset>> {
    let [first, second, ..] = changes else { return None };
    for a in Rule::candidates(first) {
        for b in Rule::candidates(second) {
            if explains([(first, a), (second, b)], changes, from, horizon) {
                return Some(vec![Onset::yearly(first, a)?, Onset::yearly(second, b)?]);
            }
        }
    }
    None
}

fn explains(
    rules: [(&Transition, Rule); 2],
    changes: &[Transition],
    from: DateTime<Utc>,
    horizon: DateTime<Utc>,
) -> bool {
    let mut made: Vec<(DateTime<Utc>, i32)> = (from.year() - 2..=horizon.year() + 1)
        .flat_map(|year| {
            rules.map(|(change, rule)| Some((instant(rule.day(year)?.and_time(rule.time), change.from), change.to)))
        })
        .flatten()
        .collect();
    made.sort_unstable();
    let before = made.iter().rev().find(|(at, _)| *at <= from).map(|(_, to)| *to);
    let inside = made.iter().filter(|(at, _)| *at > from && *at <= horizon).copied();
    before == changes.first().map(|c| c.from) && inside.eq(changes.iter().map(|c| (c.at, c.to)))
}

/// The change in force at `from` and every one up to the first behind `until`.
fn singles(zone: &Zone, changes: &[Transition], from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Onset> {
    let year_ago = from.checked_sub_days(YEAR).unwrap_or(from);
    let before = zone.transitions(year_ago).take_while(|t| t.at <= from).filter(|t| t.from != t.to).last();
    let during = changes.iter().take_while(|t| t.at <= until).count() + 1;
    let start = before.map_or_else(|| Onset::fixed(zone, from), |change| Onset::single(&change));
    std::iter::once(start).chain(changes.iter().take(during).map(Onset::single)).collect()
}

fn local(change: &Transition) -> NaiveDateTime {
    change.at.naive_utc() + TimeDelta::seconds(i64::from(change.from))
}

fn instant(local: NaiveDateTime, offset: i32) -> DateTime<Utc> {
    (local - TimeDelta::seconds(i64::from(offset))).and_utc()
}

/// `+0100`, or `+010203` where a historic offset has seconds (RFC 5545 §3.3.14).
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}
