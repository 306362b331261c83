//! Limits per period as the search reads them: what is used of each, told by the judgement itself, one question a day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, TimeDelta};

use crate::domain::{
    availability::{Period, Quota, Unit},
    ids::{RuleId, SubjectId},
    limits::{
        evaluate::evaluate,
        facts::{Facts, Proposal, Shape},
        rule::{Level, Measure},
        verdict::{self, About, Reading},
    },
    time::Interval,
};

/// Most days that are asked about.
const MOST_DAYS: usize = 200;

/// One limit of one it is about.
type Key = (RuleId, About);

struct Seen {
    unit: Unit,
    hard: bool,
    days: usize,
    periods: BTreeMap<NaiveDate, (NaiveDate, u32, u32)>,
}

/// The limits per day, week, month and quarter over a horizon. Those that do not hold on every day of it are left to
/// the judge.
pub(super) fn quotas(facts: &Facts, (proposal, minutes): (&Proposal, u32), horizon: Interval) -> Vec<Quota> {
    let mut seen: BTreeMap<Key, Seen> = BTreeMap::new();
    let (first, last) = (facts.zone.local(horizon.start()).date(), facts.zone.local(horizon.end()).date());
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).take(MOST_DAYS).collect();
    for day in &days {
        let noon = facts.zone.start_of(*day) + TimeDelta::hours(12);
        let Some(span) = Interval::new(noon, noon + TimeDelta::minutes(i64::from(minutes.max(1)))) else { continue };
        // Without its old version: what it takes now is free again once it has moved.
        let new = Shape { span, ..proposal.new.clone() };
        let asked = Proposal { meeting: proposal.meeting, draft: proposal.draft, old: None, new };
        evaluate(facts, &asked).readings.iter().for_each(|reading| note(reading, &mut seen));
    }
    let whole = seen.into_iter().filter(|(_, seen)| seen.days == days.len());
    whole.filter_map(|((_, about), seen)| quota(facts, about, &seen)).collect()
}

fn note(reading: &Reading, seen: &mut BTreeMap<Key, Seen>) {
    let (Some(rule), Some(id), Some((first, last))) = (&reading.rule, reading.id, reading.period) else { return };
    let unit = match (&rule.measure, reading.unit) {
        (Measure::Minutes { .. }, verdict::Unit::Minutes) => Unit::Minutes,
        (Measure::Meetings { .. }, verdict::Unit::Meetings) => Unit::Meetings,
        _ => return,
    };
    let hard = rule.level >= Level::Reason;
    let entry = seen.entry((id, reading.about)).or_insert(Seen { unit, hard, days: 0, periods: BTreeMap::new() });
    entry.days += 1;
    entry.periods.insert(first, (last, reading.before, reading.limit));
}

fn quota(facts: &Facts, about: About, seen: &Seen) -> Option<Quota> {
    let who: Option<SubjectId> = match about {
        About::Person(id) => Some(id.uuid().into()),
        // Where many share a limit the meeting counts once for each, which only the judge can tell.
        _ => return None,
    };
    let period = |(first, (last, used, most)): (&NaiveDate, &(NaiveDate, u32, u32))| {
        let next = last.checked_add_days(Days::new(1))?;
        let span = Interval::new(facts.zone.start_of(*first), facts.zone.start_of(next))?;
        Some(Period { span, used: *used, most: *most })
    };
    Quota::new(who, seen.unit, seen.hard, seen.periods.iter().filter_map(period).collect())
}
