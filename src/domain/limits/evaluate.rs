//! The one judgement: may this meeting be so?

mod case;
mod contacts;
mod count;
mod hours;
mod ledger;
mod load;
mod meeting;
mod overlap;
mod touched;
mod versions;

#[cfg(test)]
mod tests;
#[cfg(test)]
#[path = "evaluate/tests/world.rs"]
pub(crate) mod world;

use std::{cmp::Reverse, collections::HashSet};

use chrono::NaiveDate;

use super::{
    facts::{Facts, Proposal, StoredRule},
    rule::{Measure, Rule},
    verdict::{About, Reading, Unit, Unjudged, Verdict},
};
use case::Case;
use count::unjudged;
pub(super) use ledger::Ledger;

/// Judges a meeting as it shall be. Every rule that concerns it gives a reading for each one it is about, kept ones
/// too; a rule that cannot be judged blocks. The order of rules, people and load does not matter, and no number in
/// them can make this panic.
///
/// What a rule forbids is asked of the new version only as far as it is worse than the old one in the same period:
/// what already was over the limit and does not grow is flagged and allowed.
#[must_use]
pub fn evaluate(facts: &Facts, proposal: &Proposal) -> Verdict {
    let mut readings = Vec::new();
    let defaults = Rule::defaults(NaiveDate::default());
    if let Some(case) = Case::new(facts, proposal) {
        for rule in &facts.rules {
            match rule {
                StoredRule::Rule(rule) => judge(&case, rule, &mut readings),
                StoredRule::Unreadable(id) => readings.push(unreadable(*id)),
            }
        }
        judge_defaults(&case, &defaults, &mut readings);
    } else {
        readings.extend(facts.rules.iter().map(|rule| match rule {
            StoredRule::Rule(rule) => unjudged(rule, About::Meeting, String::new(), Unjudged::MissingFacts),
            StoredRule::Unreadable(id) => unreadable(*id),
        }));
        readings.extend(defaults.iter().map(|r| unjudged(r, About::Meeting, String::new(), Unjudged::MissingFacts)));
    }
    readings.sort_by_key(order);
    Verdict { readings }
}

/// The readings of one rule alone, as if the firm had no other. What others take per period or within days on end is
/// looked up in the ledger and not in the facts.
pub(super) fn under(rule: &Rule, facts: &Facts, proposal: &Proposal, ledger: &Ledger<'_>) -> Vec<Reading> {
    let mut readings = Vec::new();
    match Case::new(facts, proposal) {
        Some(case) => judge(&case.counted_in(ledger), rule, &mut readings),
        None => readings.push(unjudged(rule, About::Meeting, String::new(), Unjudged::MissingFacts)),
    }
    readings.sort_by_key(order);
    readings
}

/// Strictest first, then most used, then by what never changes.
fn order(reading: &Reading) -> impl Ord + use<> {
    let kind = reading.rule.as_ref().map(|rule| rule.measure.kind());
    (Reverse(reading.asks()), Reverse(reading.used()), kind, reading.id, reading.about)
}

fn unreadable(id: crate::domain::ids::RuleId) -> Reading {
    Reading {
        rule: None,
        id: Some(id),
        about: About::Meeting,
        name: String::new(),
        period: None,
        unit: Unit::Fault,
        before: 0,
        after: 0,
        limit: 0,
        standing: super::verdict::Standing::Unjudged(Unjudged::UnreadableRule),
    }
}

/// The built-in rules hold for everybody for whom no rule of the firm of the same kind has given a reading.
fn judge_defaults(case: &Case<'_>, defaults: &[Rule], readings: &mut Vec<Reading>) {
    let said: HashSet<(&'static str, About)> =
        readings.iter().filter_map(|r| r.rule.as_ref().map(|rule| (rule.measure.kind(), r.about))).collect();
    for rule in defaults {
        let mut more = Vec::new();
        judge(case, rule, &mut more);
        readings.extend(more.into_iter().filter(|r| !said.contains(&(rule.measure.kind(), r.about))));
    }
}

/// Adds the readings of one rule; none when it does not concern the meeting.
fn judge(case: &Case<'_>, rule: &Rule, out: &mut Vec<Reading>) {
    match case.concerns(rule) {
        Ok(true) => {}
        Ok(false) => return,
        Err((about, name, why)) => return out.push(unjudged(rule, about, name, why)),
    }
    match &rule.measure {
        Measure::Minutes { .. } | Measure::Meetings { .. } => load::per_period(case, rule, out),
        Measure::BackToBack { most, rest } => load::back_to_back(case, rule, (*most, *rest), out),
        Measure::Contacts { most, days, side } => contacts::contacts(case, rule, (*most, *days, *side), out),
        Measure::Length { .. } | Measure::People { .. } | Measure::Notice { .. } | Measure::Agenda { .. } => {
            meeting::itself(case, rule, out);
        }
        Measure::Ahead { most } => meeting::ahead(case, rule, *most, out),
        Measure::Overlap => overlap::overlap(case, rule, out),
        Measure::Unknown => overlap::unknown(case, rule, out),
        Measure::Clock { .. }
        | Measure::Windows { .. }
        | Measure::Dates { .. }
        | Measure::OffHours
        | Measure::Holidays
        | Measure::Selling => hours::hours(case, rule, out),
    }
}
