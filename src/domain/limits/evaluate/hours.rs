//! Hours and days that are kept free: the limit is 0 minutes.

use chrono::NaiveDate;

use super::{
    case::{Case, Part, Subject},
    count::{Count, reading},
    touched::{days, minutes, outside, seconds},
};
use crate::domain::{
    hours::{DaySpan, WeekSpan},
    limits::{
        facts::{DayRule, HolidayKind, PersonFacts},
        rule::{Measure, Rule},
        verdict::{About, Reading, Unit, Unjudged},
    },
    time::{Interval, Zone},
};

const MIDNIGHT: u16 = 1440;

/// Clock, windows, dates, working hours, holidays, selling time.
pub(super) fn hours(case: &Case<'_>, rule: &Rule, out: &mut Vec<Reading>) {
    match &rule.measure {
        Measure::Dates { from, to } => dates(case, rule, (*from, *to), out),
        Measure::Windows { spans } if !spans.iter().all(|s| sound(*s)) => {
            out.push(reading(rule, About::Meeting, "", Err(Unjudged::UnreadableRule)));
        }
        Measure::OffHours | Measure::Holidays | Measure::Selling => {
            case.each(rule, Part::Required, out, |subject| touched(&rule.measure, subject));
        }
        _ => case.each(rule, Part::Counts, out, |subject| touched(&rule.measure, subject)),
    }
}

fn touched(measure: &Measure, subject: &Subject<'_>) -> Result<Count, Unjudged> {
    let zone = subject.facts.zone.as_ref().ok_or(Unjudged::NoZone)?;
    let after = forbidden(measure, subject.facts, zone, subject.span)?;
    let before = subject.was.map_or(Ok(0), |was| forbidden(measure, subject.facts, zone, was))?;
    Ok(Count::new(Unit::Minutes, before, after, 0))
}

/// Minutes of a meeting where somebody shall have none.
fn forbidden(measure: &Measure, person: &PersonFacts, zone: &Zone, span: Interval) -> Result<u32, Unjudged> {
    let days = days(zone, span)?;
    Ok(match measure {
        Measure::Clock { from, to } => {
            outside(span, days.filter_map(|day| DaySpan { from: *from, to: *to }.on(day, zone)))
        }
        Measure::Windows { spans } => minutes(seconds(span, weekly(zone, days, spans))),
        Measure::Selling => minutes(seconds(span, weekly(zone, days, &person.selling))),
        Measure::Holidays => minutes(seconds(span, days.filter_map(|day| holiday(person, zone, day)))),
        Measure::OffHours => outside(span, days.flat_map(|day| working(person, zone, day).into_iter().flatten())),
        _ => return Err(Unjudged::UnreadableRule),
    })
}

fn weekly<'a>(
    zone: &'a Zone,
    days: impl Iterator<Item = NaiveDate> + 'a,
    spans: &'a [WeekSpan],
) -> impl Iterator<Item = Interval> + 'a {
    days.flat_map(move |day| spans.iter().filter(move |s| s.is_on(day)).filter_map(move |s| s.span.on(day, zone)))
}

fn holiday(person: &PersonFacts, zone: &Zone, day: NaiveDate) -> Option<Interval> {
    let from = match person.holidays.get(&day)? {
        HolidayKind::Day => 0,
        HolidayKind::From(minute) => *minute,
    };
    DaySpan { from, to: MIDNIGHT }.on(day, zone)
}

/// Working time of a day: ahead of lunch and after it.
fn working(person: &PersonFacts, zone: &Zone, day: NaiveDate) -> [Option<Interval>; 2] {
    let hours = match person.days.get(&day) {
        Some(DayRule::Off) => None,
        Some(DayRule::Hours(hours)) => Some(*hours),
        None => person.hours.on(day),
    };
    let Some(hours) = hours else { return [None, None] };
    let lunch = person.hours.lunch.filter(|l| l.from < l.to).unwrap_or(DaySpan { from: hours.to, to: hours.to });
    let early = DaySpan { from: hours.from, to: hours.to.min(lunch.from) };
    let late = DaySpan { from: hours.from.max(lunch.to), to: hours.to };
    [early.on(day, zone), late.on(day, zone)]
}

/// Days in the zone of the firm, for the meeting as a whole.
fn dates(case: &Case<'_>, rule: &Rule, (from, to): (NaiveDate, NaiveDate), out: &mut Vec<Reading>) {
    let concerned = match case.covers_any(rule.scope) {
        Ok(concerned) => concerned,
        Err(why) => return out.push(reading(rule, About::Meeting, "", Err(why))),
    };
    if !concerned {
        return;
    }
    let zone = &case.facts.zone;
    let within = |span: Interval| {
        let days = days(zone, span)?.filter(|day| from <= *day && *day <= to);
        let whole = DaySpan { from: 0, to: MIDNIGHT };
        Ok(minutes(seconds(span, days.filter_map(|day| whole.on(day, zone)))))
    };
    let old = case.old(rule).filter(|old| case.covered_any(rule.scope, old));
    let counted = within(case.new.span).and_then(|after| {
        let before = old.map_or(Ok(0), |old| within(old.span))?;
        Ok(Count::new(Unit::Minutes, before, after, 0).within((from, to)))
    });
    out.push(reading(rule, About::Meeting, "", counted));
}

/// A weekly span that says something.
const fn sound(span: WeekSpan) -> bool {
    span.weekday < 7 && span.span.from < span.span.to && span.span.to <= MIDNIGHT
}
