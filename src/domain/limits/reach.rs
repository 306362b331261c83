//! How far the rules look: which stretch of people's and customers' meetings has to be known to judge one.

use chrono::{Days, NaiveDate, TimeDelta};

use super::{
    facts::{Proposal, Shape, StoredRule},
    rule::{Measure, Period, Rule, Scope, Share},
};
use crate::domain::{
    ids::TeamId,
    time::{Interval, Zone},
};

/// What has to be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Meetings of colleagues that start in here.
    pub people: Interval,
    /// Meetings of the customer and its contacts that start in here.
    pub customer: Interval,
    /// Whether upcoming meetings of the organizer are counted.
    pub ahead: bool,
    /// Teams that share a limit.
    pub teams: Vec<TeamId>,
    /// Whether the whole firm shares a limit.
    pub organization: bool,
}

/// Which facts the rules ask for. `zone` is the firm's.
#[must_use]
pub fn reach(rules: &[StoredRule], proposal: &Proposal, zone: &Zone) -> Reach {
    let rules = readable(rules);
    let shapes = || proposal.old.iter().chain([&proposal.new]);
    // Every judgement looks at the days around, for overlaps and breaks.
    let mut periods = vec![Period::Week];
    periods.extend(rules.iter().filter_map(|rule| period_of(&rule.measure)));
    let days = |shape: &Shape| {
        // Somebody who is invited to a part may come after midnight.
        let ends = [shape.span.start(), shape.span.end()].map(|at| zone.local(at).date());
        ends.into_iter().flat_map(|day| periods.iter().filter_map(move |period| period.around(day))).collect::<Vec<_>>()
    };
    let all: Vec<(NaiveDate, NaiveDate)> = shapes().flat_map(days).collect();
    let (first, last) =
        all.iter().fold((NaiveDate::MAX, NaiveDate::MIN), |(a, b), (from, to)| (a.min(*from), b.max(*to)));
    let span = |wider| span(zone, (first, last), wider).unwrap_or(proposal.new.span);
    let rolling = rules
        .iter()
        .filter_map(|rule| match rule.measure {
            Measure::Contacts { days, .. } => Some(u64::from(days.min(400))),
            _ => None,
        })
        .max()
        .unwrap_or(0);
    let (teams, organization) = sharers(&rules);
    Reach {
        people: span(1),
        customer: span(rolling + 1),
        ahead: rules.iter().any(|rule| matches!(rule.measure, Measure::Ahead { .. })),
        teams,
        organization,
    }
}

/// Which facts the rules ask for when the meeting may lie anywhere in a stretch. `zone` is the firm's.
#[must_use]
pub fn reach_over(rules: &[StoredRule], proposal: &Proposal, zone: &Zone, stretch: Interval) -> Reach {
    let at = |span| Proposal { new: Shape { span, ..proposal.new.clone() }, ..proposal.clone() };
    let ends = [stretch.start(), stretch.end()].map(|at| Interval::new(at, at + TimeDelta::minutes(1)));
    let wider = ends.into_iter().flatten().map(|span| reach(rules, &at(span), zone));
    wider.fold(reach(rules, proposal, zone), |a, b| Reach {
        people: both(a.people, b.people),
        customer: both(a.customer, b.customer),
        ..a
    })
}

/// Which facts the rules ask for when several proposals are judged over the same ones; `None` for none. `zone` is the firm's.
#[must_use]
pub fn reach_of_all(rules: &[StoredRule], proposals: &[Proposal], zone: &Zone) -> Option<Reach> {
    let all = proposals.iter().map(|proposal| reach(rules, proposal, zone));
    all.reduce(|a, b| Reach { people: both(a.people, b.people), customer: both(a.customer, b.customer), ..a })
}

fn both(a: Interval, b: Interval) -> Interval {
    Interval::new(a.start().min(b.start()), a.end().max(b.end())).unwrap_or(a)
}

const fn period_of(measure: &Measure) -> Option<Period> {
    match measure {
        Measure::Minutes { per, .. } | Measure::Meetings { per, .. } => Some(*per),
        _ => None,
    }
}

/// Teams that share a limit, and whether the whole firm does.
#[must_use]
pub fn shared_by(rules: &[StoredRule]) -> (Vec<TeamId>, bool) {
    sharers(&readable(rules))
}

fn sharers(rules: &[&Rule]) -> (Vec<TeamId>, bool) {
    let together = |rule: &&&Rule| {
        matches!(
            rule.measure,
            Measure::Minutes { share: Share::Together, .. } | Measure::Meetings { share: Share::Together, .. }
        )
    };
    let scopes: Vec<Scope> = rules.iter().filter(together).map(|rule| rule.scope).collect();
    let team = |scope: &Scope| match scope {
        Scope::Team(id) => Some(*id),
        _ => None,
    };
    (scopes.iter().filter_map(team).collect(), scopes.contains(&Scope::Organization))
}

fn readable(rules: &[StoredRule]) -> Vec<&Rule> {
    let mut readable = Vec::with_capacity(rules.len());
    for stored in rules {
        if let StoredRule::Rule(rule) = stored {
            readable.push(rule);
        }
    }
    readable
}

/// From the start of the first day to the end of the last, both widened by so many days.
fn span(zone: &Zone, (first, last): (NaiveDate, NaiveDate), wider: u64) -> Option<Interval> {
    let from = zone.start_of(first.checked_sub_days(Days::new(wider)).unwrap_or(first));
    let to = zone.start_of(last.checked_add_days(Days::new(wider + 1)).unwrap_or(last));
    Interval::new(from, to)
}
