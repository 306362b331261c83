//! What is said to the limits that a meeting passes, and what is still needed.

use super::{
    policy::Policy,
    rule::Level,
    verdict::{Reading, Verdict},
};

/// What has been said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consent {
    /// The warnings are ticked.
    pub seen: bool,
    /// Why it shall be so.
    pub reason: Option<String>,
    /// What somebody else allowed.
    pub approved: Vec<Reading>,
}

impl Consent {
    /// The warnings are ticked, and nothing else is said.
    #[must_use]
    pub fn seen() -> Self {
        Self { seen: true, ..Self::default() }
    }
}

/// What follows.
#[derive(Debug, Clone, PartialEq)]
pub enum Ruling {
    /// Go on; these limits are passed and go on the record.
    Go(Vec<Reading>),
    /// The warnings must be ticked.
    Tick,
    /// A reason is needed.
    GiveReason,
    /// Somebody else must allow it.
    Ask,
    /// Not possible.
    Refuse,
}

/// What follows from a verdict and what was said to it.
#[must_use]
pub fn ruling(verdict: &Verdict, consent: &Consent, used_of_quota: u32, policy: &Policy) -> Ruling {
    let covered = |r: &&Reading| {
        !consent.approved.iter().any(|a| a.id == r.id && a.about == r.about && a.after >= r.after && a.limit == r.limit)
    };
    let asked = verdict.passed().filter(covered).filter_map(Reading::asks).max();
    let reason = consent.reason.as_ref().is_some_and(|text| text.trim().chars().count() >= 10);
    match asked {
        None | Some(Level::Inform) => Ruling::Go(verdict.passed().cloned().collect()),
        Some(Level::Warn) if consent.seen => Ruling::Go(verdict.passed().cloned().collect()),
        Some(Level::Warn) => Ruling::Tick,
        Some(Level::Reason | Level::Approve) if !reason => Ruling::GiveReason,
        Some(Level::Reason) if used_of_quota < policy.quota => Ruling::Go(verdict.passed().cloned().collect()),
        Some(Level::Reason | Level::Approve) => Ruling::Ask,
        Some(Level::Block) => Ruling::Refuse,
    }
}
