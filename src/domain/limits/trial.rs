//! What a rule would have asked, had it held: past meetings are judged again, in the order in which they took place.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    evaluate::{Ledger, under},
    facts::{Facts, Load, Proposal, Shape},
    rule::{Measure, Rule},
    verdict::Reading,
};
use crate::domain::ids::{MeetingId, PersonId};

/// Most meetings that are judged again; the caller takes the latest.
pub const MOST_PAST: usize = 20_000;

/// A meeting that took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Which.
    pub id: MeetingId,
    /// When it was first sent.
    pub sent: DateTime<Utc>,
    /// As it was in the end.
    pub shape: Shape,
}

/// A meeting that the rule would have asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub id: MeetingId,
    /// A customer took part.
    pub with_customer: bool,
    /// Why, strictest first; never empty.
    pub readings: Vec<Reading>,
}

/// "Would have asked 14 times in 212 meetings, 3 of them with customers."
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trial {
    /// Meetings judged.
    pub meetings: usize,
    /// Those it would have asked about, in order.
    pub asked: Vec<Asked>,
    /// How many of those were with customers.
    pub with_customers: usize,
}

/// Judges past meetings, ordered by start, under one rule alone, from whatever day the rule is to hold. Each is judged
/// as a new one with those that started ahead of it as load, so a limit asks from the first meeting that passes it.
/// Days, zones, teams and classes are the ones in `facts`; its load is not looked at. Only the first [`MOST_PAST`] are
/// judged. The work is in proportion to the meetings and the people in them.
#[must_use]
pub fn trial(mut facts: Facts, rule: &Rule, past: &[Past]) -> Trial {
    let past = past.get(..MOST_PAST).unwrap_or(past);
    let rule = Rule { from: NaiveDate::MIN, ..rule.clone() };
    empty(&mut facts);
    let mut ledger = Ledger::new(&rule);
    let ahead = if matches!(rule.measure, Measure::Ahead { .. }) { ahead(past) } else { Vec::new() };
    let near = matches!(rule.measure, Measure::BackToBack { .. } | Measure::Overlap);
    let mut trial = Trial::default();
    for (at, one) in past.iter().enumerate() {
        facts.now = one.sent;
        if let Some(organizer) = facts.people.get_mut(&one.shape.organizer) {
            organizer.ahead = ahead.get(at).copied().unwrap_or(0);
        }
        if near {
            forget(&mut facts, &one.shape);
        }
        let proposal = Proposal { meeting: None, draft: None, old: None, new: one.shape.clone() };
        let readings: Vec<Reading> =
            under(&rule, &facts, &proposal, &ledger).into_iter().filter(|r| r.asks().is_some()).collect();
        if !readings.is_empty() {
            let with_customer = one.shape.with_customer();
            trial.with_customers += usize::from(with_customer);
            trial.asked.push(Asked { id: one.id, with_customer, readings });
        }
        trial.meetings += 1;
        ledger.note(&facts, &one.shape);
        if near {
            remember(&mut facts, one);
        }
    }
    trial
}

fn empty(facts: &mut Facts) {
    facts.people.values_mut().for_each(|p| p.load.clear());
    facts.contacts.values_mut().for_each(|c| c.load.clear());
    facts.accounts.values_mut().for_each(|a| a.load.clear());
    facts.teams.values_mut().chain(&mut facts.organization).for_each(|s| s.load.clear());
}

/// Drops load of those in a meeting that lies too far back for it. Chains and overlaps reach across midnight; meetings
/// last at most a day.
fn forget(facts: &mut Facts, shape: &Shape) {
    let begin = shape.span.start() - TimeDelta::days(3);
    let trim = |load: &mut Vec<Load>| {
        let gone = load.partition_point(|l| l.span.start() < begin);
        load.drain(..gone);
    };
    for attending in &shape.people {
        if let Some(person) = facts.people.get_mut(&attending.person) {
            trim(&mut person.load);
        }
    }
    if let Some(account) = shape.account.and_then(|id| facts.accounts.get_mut(&id)) {
        trim(&mut account.load);
    }
}

fn remember(facts: &mut Facts, one: &Past) {
    let shape = &one.shape;
    let load = |span, required, counts| Load {
        meeting: one.id,
        span,
        purpose: shape.purpose,
        customer: shape.with_customer(),
        required,
        counts,
        held: false,
    };
    for attending in &shape.people {
        if let Some(person) = facts.people.get_mut(&attending.person) {
            person.load.push(load(attending.time(shape.span), attending.required, attending.counts));
        }
    }
    if let Some(account) = shape.account.and_then(|id| facts.accounts.get_mut(&id)) {
        account.load.push(load(shape.span, true, true));
    }
}

/// For each meeting, how many others its organizer had ahead when it was sent.
fn ahead(past: &[Past]) -> Vec<u32> {
    let mut moments: Vec<(DateTime<Utc>, bool, usize)> = Vec::with_capacity(past.len() * 2);
    for (at, one) in past.iter().enumerate() {
        // What was written down after the fact was never ahead.
        moments.push((one.sent, true, at));
        if one.sent < one.shape.span.end() {
            moments.push((one.shape.span.end(), false, at));
        }
    }
    moments.sort_unstable();
    let mut upcoming: HashMap<PersonId, u32> = HashMap::new();
    let mut ahead = vec![0; past.len()];
    for (_, sent, at) in moments {
        let Some(one) = past.get(at) else { continue };
        let count = upcoming.entry(one.shape.organizer).or_default();
        if !sent {
            *count = count.saturating_sub(1);
            continue;
        }
        if let Some(slot) = ahead.get_mut(at) {
            *slot = *count;
        }
        *count += u32::from(one.sent < one.shape.span.end());
    }
    ahead
}

#[cfg(test)]
mod tests;
