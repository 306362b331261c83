//! Limits in words: what a rule says, how a meeting stands with it, and the words of its parts.

mod reading;
mod sentence;

use std::collections::HashMap;

use super::{Texts, format::Format};
use crate::domain::{
    ids::{AccountId, PersonId, TeamId},
    limits::{
        rule::{LeadClass, Level, Period, Rule, Scope, Which},
        sound::of_customers,
        verdict::Unit,
    },
};

pub(crate) use self::{reading::reading, sentence::sentence};

/// Display names of those whom rules are about. Whoever is missing is no longer there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) teams: HashMap<TeamId, String>,
    pub(crate) people: HashMap<PersonId, String>,
    pub(crate) accounts: HashMap<AccountId, String>,
}

impl Names {
    /// The one name that a rule of this scope needs; an empty name is none.
    pub(crate) fn one(scope: Scope, name: &str) -> Self {
        let mut names = Self::default();
        if !name.is_empty() {
            match scope {
                Scope::Team(id) => drop(names.teams.insert(id, name.to_owned())),
                Scope::Person(id) => drop(names.people.insert(id, name.to_owned())),
                Scope::Account(id) => drop(names.accounts.insert(id, name.to_owned())),
                Scope::Organization | Scope::LeadClass(_) => {}
            }
        }
        names
    }
}

/// What happens when a limit is passed, as a choice in a list.
pub(crate) fn level(t: &Texts, level: Level) -> String {
    match level {
        Level::Inform => t.limit_level_inform(),
        Level::Warn => t.limit_level_warn(),
        Level::Reason => t.limit_level_reason(),
        Level::Approve => t.limit_level_approve(),
        Level::Block => t.limit_level_block(),
    }
}

/// How near a customer is to buying.
pub(crate) fn class(t: &Texts, class: LeadClass) -> String {
    match class {
        LeadClass::Suspect => t.limit_class_suspect(),
        LeadClass::Cold => t.limit_class_cold(),
        LeadClass::Warm => t.limit_class_warm(),
        LeadClass::Hot => t.limit_class_hot(),
        LeadClass::MarketingQualified => t.limit_class_mql(),
        LeadClass::SalesQualified => t.limit_class_sql(),
        LeadClass::Customer => t.limit_class_customer(),
    }
}

/// Which meetings, at the beginning of a sentence or alone.
pub(crate) fn which(t: &Texts, which: Which) -> String {
    match which {
        Which::All => t.limit_which_all(),
        Which::Internal => t.limit_which_internal(),
        Which::Customer => t.limit_which_customer(),
        Which::Purpose(purpose) => t.limit_which_purpose(super::labels::purpose(t, purpose)),
    }
}

/// `per week`
pub(crate) fn per(t: &Texts, period: Period) -> String {
    match period {
        Period::Day => t.limit_per_day(),
        Period::Week => t.limit_per_week(),
        Period::Month => t.limit_per_month(),
        Period::Quarter => t.limit_per_quarter(),
    }
}

/// A number with what it counts: `8 h 30 min`, `3 meetings`, `7 people`; for faults yes or no.
pub(crate) fn amount(t: &Texts, f: &Format, unit: Unit, number: u32) -> String {
    match unit {
        Unit::Minutes => f.duration(number),
        Unit::Meetings => t.limit_count_all(number),
        Unit::People => t.limit_count_people(number),
        Unit::Fault if number == 0 => t.word_no(),
        Unit::Fault => t.word_yes(),
    }
}

/// Time in such meetings: `8 h of internal meetings`.
fn time(t: &Texts, f: &Format, which: Which, minutes: u32) -> String {
    let length = f.duration(minutes);
    match which {
        Which::All => t.limit_time_all(length),
        Which::Internal => t.limit_time_internal(length),
        Which::Customer => t.limit_time_customer(length),
        Which::Purpose(purpose) => t.limit_time_purpose(length, super::labels::purpose(t, purpose)),
    }
}

/// Number of such meetings: `3 internal meetings`.
fn count(t: &Texts, which: Which, count: u32) -> String {
    match which {
        Which::All => t.limit_count_all(count),
        Which::Internal => t.limit_count_internal(count),
        Which::Customer => t.limit_count_customer(count),
        Which::Purpose(purpose) => t.limit_count_purpose(count, super::labels::purpose(t, purpose)),
    }
}

/// Meetings with customers are counted where a rule about customers names no other kind.
const fn with_customers(which: Which) -> Which {
    match which {
        Which::All => Which::Customer,
        other => other,
    }
}

/// The meetings that a rule counts: those of a customer are customer meetings, also where the rule says all.
const fn counted(rule: &Rule) -> Which {
    if of_customers(rule.scope) { with_customers(rule.which) } else { rule.which }
}

#[cfg(test)]
mod tests;
