//! Minutes and meetings per calendar period, and time without a break.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    case::{Case, Part, includes},
    count::{Count, reading},
    versions,
};
use crate::domain::{
    ids::PersonId,
    limits::{
        facts::{Load, SharedFacts},
        rule::{Measure, Period, Rule, Scope, Share},
        sound::of_customers,
        verdict::{About, Reading, Unit, Unjudged},
    },
    time::Interval,
};

/// Minutes or number of meetings per period: of each colleague, of all together, or of a customer.
pub(super) fn per_period(case: &Case<'_>, rule: &Rule, out: &mut Vec<Reading>) {
    let Some(tally) = Tally::new(case, rule) else {
        return out.push(reading(rule, About::Meeting, "", Err(Unjudged::MissingFacts)));
    };
    match (rule.scope, tally.share) {
        (Scope::LeadClass(_) | Scope::Account(_), _) => with_customer(&tally, out),
        (Scope::Team(team), Share::Together) => {
            shared(&tally, About::Team(team), case.facts.teams.get(&team), out);
        }
        (Scope::Organization, Share::Together) => {
            shared(&tally, About::Organization, case.facts.organization.as_ref(), out);
        }
        _ => case.each(rule, Part::Counts, out, |s| {
            let day = case.facts.zone.local(s.span.start()).date();
            let own = if day == case.day { None } else { Some(tally.on(day).ok_or(Unjudged::MissingFacts)?) };
            let was: Vec<Interval> = s.was.into_iter().collect();
            own.as_ref().unwrap_or(&tally).count((s.about, &s.facts.load), (&was, &[s.span]))
        }),
    }
}

fn with_customer(tally: &Tally<'_>, out: &mut Vec<Reading>) {
    let Some(id) = tally.case.new.account else { return };
    let facts = tally.case.account(id);
    let old = tally.case.old(tally.rule).filter(|old| old.account == Some(id));
    let was: Vec<Interval> = old.map(|old| old.span).into_iter().collect();
    let counted = facts.and_then(|f| tally.count((About::Account(id), &f.load), (&was, &[tally.case.new.span])));
    out.push(reading(tally.rule, About::Account(id), facts.map_or("", |f| &f.name), counted));
}

/// One limit for many: the meeting counts once for each member whose time counts.
fn shared(tally: &Tally<'_>, about: About, facts: Option<&SharedFacts>, out: &mut Vec<Reading>) {
    let case = tally.case;
    let Some(facts) = facts else {
        // Whether anybody of them is in the meeting can still be told; then the load of the others is missing.
        return match case.covers_any(tally.rule.scope) {
            Ok(false) => {}
            Ok(true) | Err(_) => out.push(reading(tally.rule, about, "", Err(Unjudged::MissingFacts))),
        };
    };
    let members: &HashSet<PersonId> = &facts.members;
    let spans = case.counting(case.new, |p| members.contains(&p));
    if spans.is_empty() {
        return;
    }
    let was = case.old(tally.rule).map_or_else(Vec::new, |old| case.counting(old, |p| members.contains(&p)));
    out.push(reading(tally.rule, about, &facts.name, tally.count((about, &facts.load), (&was, &spans))));
}

/// How a rule counts in the period of the new meeting's start.
#[derive(Clone, Copy)]
struct Tally<'a> {
    case: &'a Case<'a>,
    rule: &'a Rule,
    most: u32,
    per: Period,
    unit: Unit,
    share: Share,
    days: Days,
    /// The same in real time, half-open.
    period: (DateTime<Utc>, DateTime<Utc>),
}

impl<'a> Tally<'a> {
    fn new(case: &'a Case<'a>, rule: &'a Rule) -> Option<Self> {
        let (most, per, share, unit) = match &rule.measure {
            Measure::Minutes { most, per, share } => (*most, *per, *share, Unit::Minutes),
            Measure::Meetings { most, per, share } => (*most, *per, *share, Unit::Meetings),
            _ => return None,
        };
        let (days, period) = period(case, per, case.day)?;
        Some(Self { case, rule, most, per, unit, share, days, period })
    }

    /// The same in the period of another day: somebody may come to a meeting after midnight.
    fn on(&self, day: NaiveDate) -> Option<Self> {
        let (days, period) = period(self.case, self.per, day)?;
        Some(Self { days, period, ..*self })
    }

    /// `was` and `is` are the times for which either version counts.
    fn count(&self, of: (About, &[Load]), (was, is): (&[Interval], &[Interval])) -> Result<Count, Unjudged> {
        let others = self.others(of)?;
        let add = |sum: u64, span: &Interval| sum.saturating_add(self.amount(*span));
        // A sum cut off at its largest number would hide what grows.
        let told = |sum: u64| u32::try_from(sum).map_err(|_| Unjudged::TooMany);
        let before = told(was.iter().filter(|span| self.holds(**span)).fold(others, add))?;
        let after = told(is.iter().fold(others, add))?;
        Ok(Count::new(self.unit, before, after, self.most).within(self.days))
    }

    fn others(&self, (about, load): (About, &[Load])) -> Result<u64, Unjudged> {
        if let Some(ledger) = self.case.ledger {
            return Ok(ledger.within(about, self.days));
        }
        let counted = |l: &Load| l.counts && includes(self.rule.which, l.purpose, l.customer) && self.holds(l.span);
        Ok(versions::sum(self.case.others(load, counted)?, |l| self.amount(l.span)))
    }

    fn holds(&self, span: Interval) -> bool {
        self.period.0 <= span.start() && span.start() < self.period.1
    }

    fn amount(&self, span: Interval) -> u64 {
        if self.unit == Unit::Meetings { 1 } else { u64::from(length(span)) }
    }
}

/// First and last day.
type Days = (NaiveDate, NaiveDate);
/// From when to when, half-open.
type Moments = (DateTime<Utc>, DateTime<Utc>);

/// The days of a period and the same in real time, half-open.
fn period(case: &Case<'_>, per: Period, day: NaiveDate) -> Option<(Days, Moments)> {
    let (days, zone) = (per.around(day)?, &case.facts.zone);
    Some((days, (zone.start_of(days.0), zone.start_of(days.1.succ_opt()?))))
}

pub(super) fn length(span: Interval) -> u32 {
    u32::try_from(span.minutes()).unwrap_or(u32::MAX)
}

/// The longest time on end around the new meeting, gaps shorter than `rest` included. Both times of a meeting whose
/// change waits are taken.
pub(super) fn back_to_back(case: &Case<'_>, rule: &Rule, (most, rest): (u32, u32), out: &mut Vec<Reading>) {
    let chain = |load: &[Load], (old, new): (Option<Interval>, Interval)| {
        let counted = |l: &Load| l.counts && includes(rule.which, l.purpose, l.customer);
        let others: Vec<Interval> = case.others(load, counted)?.map(|l| l.span).collect();
        Ok(chained(&others, new, old, (most, rest)))
    };
    if !of_customers(rule.scope) {
        return case.each(rule, Part::Counts, out, |s| chain(&s.facts.load, (s.was, s.span)));
    }
    let Some(id) = case.new.account else { return };
    let facts = case.account(id);
    let old = case.old(rule).filter(|old| old.account == Some(id));
    let counted = facts.and_then(|f| chain(&f.load, (old.map(|old| old.span), case.new.span)));
    out.push(reading(rule, About::Account(id), facts.map_or("", |f| &f.name), counted));
}

/// The old version is the same period only where its chain touches the new one.
fn chained(others: &[Interval], new: Interval, old: Option<Interval>, (most, rest): (u32, u32)) -> Count {
    let rest = TimeDelta::minutes(i64::from(rest));
    let now = chains(others, Some(new), rest);
    let around = |chains: &[Interval], span: Interval| chains.iter().copied().find(|c| c.overlaps(&span));
    let chain = around(&now, new).unwrap_or(new);
    let was = chains(others, old, rest);
    let before = was.iter().filter(|c| c.overlaps(&chain)).map(|c| length(*c)).max().unwrap_or(0);
    let same = old.and_then(|old| around(&was, old)).filter(|was| was.overlaps(&chain));
    let after = length(chain);
    let count = Count::new(Unit::Minutes, before, after, most);
    Count { grown: same.is_none_or(|was| after > length(was)), ..count }
}

/// Stretches without a break, in order.
fn chains(others: &[Interval], one: Option<Interval>, rest: TimeDelta) -> Vec<Interval> {
    let mut spans: Vec<Interval> = others.iter().copied().chain(one).collect();
    spans.sort_unstable();
    let mut chains: Vec<Interval> = Vec::new();
    for span in spans {
        let joined = chains
            .last()
            .filter(|last| span.start() - last.end() < rest)
            .and_then(|last| Interval::new(last.start(), last.end().max(span.end())));
        match (joined, chains.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => chains.push(span),
        }
    }
    chains
}
