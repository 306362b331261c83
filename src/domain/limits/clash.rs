//! Rules that can never be met together, and rules that say nothing beside another.

mod free;
mod pointless;

#[cfg(test)]
mod tests;

use super::{
    policy::Policy,
    rule::{Measure, Rule, Scope, Which},
};
use crate::domain::hours::WorkingHours;
use free::Free;

/// Most rules that are held against each other.
pub const MOST_RULES: usize = 500;

/// What is wrong between rules; numbers are places in the list that was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clash {
    /// This rule alone leaves no working hour for meetings.
    Closed(usize),
    /// This rule asks for more notice than times are proposed ahead.
    BeyondHorizon(usize),
    /// No working hour is left that both allow.
    Never(usize, usize),
    /// The first rule never decides anything, because the second one is passed whenever it is.
    Pointless(usize, usize),
}

/// All clashes of the first [`MOST_RULES`] rules, for the working hours and the settings of the firm.
#[must_use]
pub fn clashes(rules: &[Rule], hours: &WorkingHours, policy: &Policy) -> Vec<Clash> {
    let rules = rules.get(..MOST_RULES).unwrap_or(rules);
    let work = Free::work(hours);
    let free: Vec<Option<Free>> = rules.iter().map(|rule| Free::under(&rule.measure, hours)).collect();
    let closed = |at: usize| free.get(at).and_then(Option::as_ref).is_some_and(|f| !f.meets(&work, None));
    let mut found = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        if closed(at) {
            found.push(Clash::Closed(at));
        }
        if matches!(rule.measure, Measure::Notice { least } if least > policy.horizon_days.saturating_mul(1440)) {
            found.push(Clash::BeyondHorizon(at));
        }
    }
    for (a, one) in rules.iter().enumerate() {
        for (b, other) in rules.iter().enumerate().skip(a + 1).filter(|(_, other)| may_both(one, other)) {
            let never = match (free.get(a), free.get(b)) {
                (Some(Some(x)), Some(Some(y))) => !closed(a) && !closed(b) && !work.meets(x, Some(y)),
                _ => false,
            };
            if never {
                found.push(Clash::Never(a, b));
            } else if pointless::beside(other, one) {
                found.push(Clash::Pointless(b, a));
            } else if pointless::beside(one, other) {
                found.push(Clash::Pointless(a, b));
            }
        }
    }
    found
}

/// Whether one meeting can be under both.
fn may_both(a: &Rule, b: &Rule) -> bool {
    let scopes = match (a.scope, b.scope) {
        (Scope::Person(x), Scope::Person(y)) => x == y,
        (Scope::LeadClass(x), Scope::LeadClass(y)) => x == y,
        (Scope::Account(x), Scope::Account(y)) => x == y,
        _ => true,
    };
    let which = match (a.which, b.which) {
        (Which::Internal, Which::Customer) | (Which::Customer, Which::Internal) => false,
        (Which::Purpose(x), Which::Purpose(y)) => x == y,
        _ => true,
    };
    scopes && which
}
