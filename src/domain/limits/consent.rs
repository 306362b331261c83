//! What the organizer and an approver have given, and what is still needed before a meeting may be sent.

use std::collections::HashSet;

use super::{
    policy::Policy,
    rule::{Level, Measure},
    verdict::{Reading, Standing, Verdict},
};

/// Fewest characters of a reason, blanks at its ends not counted.
pub const LEAST_REASON: usize = 10;

/// What has been given so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Consent {
    /// The organizer has ticked that the warnings are seen.
    pub seen: bool,
    /// Why the limit is passed, in the organizer's words.
    pub reason: Option<String>,
    /// The readings an approver was asked about and has allowed.
    pub approved: Vec<Reading>,
}

impl Consent {
    /// The warnings are ticked, and nothing else is said.
    #[must_use]
    pub fn seen() -> Self {
        Self { seen: true, ..Self::default() }
    }

    /// The reason, if it is long enough to be one.
    #[must_use]
    pub fn sound_reason(&self) -> Option<&str> {
        self.reason.as_deref().map(str::trim).filter(|text| text.chars().count() >= LEAST_REASON)
    }

    /// Whether an approver has allowed this very thing: the same rule about the same one in the same period, and no
    /// worse since.
    fn covers(&self, reading: &Reading) -> bool {
        self.approved.iter().any(|approved| same(approved, reading) && !worse(reading, approved))
    }
}

/// A passed limit and how it was answered for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The limit, with the numbers as they are now.
    pub reading: Reading,
    /// How: ticked, with a reason, approved. Stricter than the rule's level where the quota made it so.
    pub level: Level,
}

/// What happens now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ruling {
    /// It may be sent; these passed limits go on the record.
    Go(Vec<Answered>),
    /// The organizer must tick that the warnings are seen.
    Tick,
    /// A reason of at least [`LEAST_REASON`] characters is missing.
    GiveReason,
    /// Somebody else must allow these.
    Ask(Vec<Reading>),
    /// These forbid it.
    Refuse(Vec<Reading>),
}

/// What is needed next: nothing helps against what blocks; then ticks, then the reason, then the approval, which is
/// asked for with the reason in hand.
///
/// `used` is how many limits the organizer has passed with a reason of their own in this quarter. Where those of this
/// meeting (each rule once, however many people it is about) would go beyond the quota, they need approval instead.
#[must_use]
pub fn ruling(verdict: &Verdict, consent: &Consent, used: u32, policy: &Policy) -> Ruling {
    let open = answered(verdict, consent, used, policy);
    let at = |level| open.iter().filter(move |a| a.level == level);
    let blocked: Vec<Reading> = at(Level::Block).map(|a| a.reading.clone()).collect();
    if !blocked.is_empty() {
        return Ruling::Refuse(blocked);
    }
    if !consent.seen && at(Level::Warn).next().is_some() {
        return Ruling::Tick;
    }
    let words_needed = open.iter().any(|a| a.level >= Level::Reason);
    if words_needed && consent.sound_reason().is_none() {
        return Ruling::GiveReason;
    }
    let to_ask: Vec<Reading> =
        at(Level::Approve).filter(|a| !consent.covers(&a.reading)).map(|a| a.reading.clone()).collect();
    if to_ask.is_empty() { Ruling::Go(open) } else { Ruling::Ask(to_ask) }
}

/// Every passed limit that must be answered for, with the level it takes.
fn answered(verdict: &Verdict, consent: &Consent, used: u32, policy: &Policy) -> Vec<Answered> {
    let own: HashSet<_> = verdict
        .passed()
        .filter(|r| r.asks() == Some(Level::Reason) && !consent.covers(r))
        .map(|r| (r.id, r.rule.as_ref().map(|rule| rule.measure.kind())))
        .collect();
    let beyond = used.saturating_add(u32::try_from(own.len()).unwrap_or(u32::MAX)) > policy.quota;
    let level = |reading: &Reading| match reading.asks()? {
        Level::Inform => None,
        Level::Reason if beyond || consent.covers(reading) => Some(Level::Approve),
        level => Some(level),
    };
    verdict.passed().filter_map(|r| level(r).map(|level| Answered { reading: r.clone(), level })).collect()
}

fn same(a: &Reading, b: &Reading) -> bool {
    let kind = |r: &Reading| r.rule.as_ref().map(|rule| rule.measure.kind());
    a.id == b.id && a.about == b.about && a.period == b.period && a.unit == b.unit && kind(a) == kind(b)
}

/// More over the limit than what was allowed then, or no longer measurable.
fn worse(now: &Reading, then: &Reading) -> bool {
    if matches!(now.standing, Standing::Unjudged(_)) {
        return true;
    }
    let least = now.rule.as_ref().is_some_and(|rule| matches!(rule.measure, Measure::Notice { .. }));
    if least {
        // Time passes while an approver thinks; that alone makes nothing worse.
        now.limit > then.limit
    } else {
        now.after > then.after || now.limit < then.limit
    }
}

#[cfg(test)]
mod tests;
