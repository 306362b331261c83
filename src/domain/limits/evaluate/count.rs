//! From numbers to a reading.

use chrono::NaiveDate;

use crate::domain::limits::{
    rule::{Measure, Rule},
    verdict::{About, Reading, Standing, Unit, Unjudged},
};

/// What was counted for one rule and one it is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Count {
    pub(super) unit: Unit,
    pub(super) before: u32,
    pub(super) after: u32,
    pub(super) limit: u32,
    /// Worse than the old version in the same period.
    pub(super) grown: bool,
    pub(super) period: Option<(NaiveDate, NaiveDate)>,
}

impl Count {
    /// Numbers that are worse when they are larger.
    pub(super) const fn new(unit: Unit, before: u32, after: u32, limit: u32) -> Self {
        Self { unit, before, after, limit, grown: after > before, period: None }
    }

    /// A yes or no that should be no.
    pub(super) fn fault(before: bool, after: bool) -> Self {
        Self::new(Unit::Fault, u32::from(before), u32::from(after), 0)
    }

    /// With the period counted.
    pub(super) const fn within(mut self, period: (NaiveDate, NaiveDate)) -> Self {
        self.period = Some(period);
        self
    }
}

/// The reading of what was counted, or of why it could not be.
pub(super) fn reading(rule: &Rule, about: About, name: &str, counted: Result<Count, Unjudged>) -> Reading {
    let count = match counted {
        Ok(count) => count,
        Err(why) => return unjudged(rule, about, name.to_owned(), why),
    };
    let mut reading = Reading {
        rule: Some(rule.clone()),
        id: rule.id,
        about,
        name: name.to_owned(),
        period: count.period,
        unit: count.unit,
        before: count.before,
        after: count.after,
        limit: count.limit,
        standing: Standing::Kept,
    };
    let least = matches!(rule.measure, Measure::Notice { .. });
    let over = if least { count.after < count.limit } else { count.after > count.limit };
    reading.standing = match (over, count.grown) {
        (true, true) => Standing::Passed,
        (true, false) => Standing::Flagged,
        (false, _) if reading.used() >= 900 => Standing::Near,
        (false, _) => Standing::Kept,
    };
    reading
}

/// A reading that blocks, because the rule could not be judged.
pub(super) fn unjudged(rule: &Rule, about: About, name: String, why: Unjudged) -> Reading {
    Reading {
        rule: Some(rule.clone()),
        id: rule.id,
        about,
        name,
        period: None,
        unit: Unit::Fault,
        before: 0,
        after: 0,
        limit: 0,
        standing: Standing::Unjudged(why),
    }
}
