//! The time a meeting takes, as it is written down.

use std::collections::BTreeMap;

use super::judge::{coming, counts, required};
use crate::{
    domain::{
        agenda::part::Stay,
        ids::{PersonId, SubjectId},
        limits::{
            policy::Policy,
            rule::{Level, Measure},
            verdict::{About, Standing, Verdict},
        },
        meeting::Status,
        time::Interval,
    },
    store::{
        claims::Claim,
        meetings::{Attendee, FullMeeting},
    },
};

/// What the claims depend on beside the meeting itself.
pub(super) struct Terms<'a> {
    /// Settings of planning.
    pub(super) policy: &'a Policy,
    /// What the meeting was judged to be; says for whom double booking is off.
    pub(super) verdict: &'a Verdict,
    /// Whether the change waits for approval.
    pub(super) held: bool,
}

/// The time a meeting takes: from everybody who is to come and has not declined, and from the customer as a whole.
/// Informed people need not come, so nothing is taken from them.
pub(super) fn claims_of(full: &FullMeeting, terms: &Terms<'_>) -> Vec<Claim> {
    let m = &full.meeting;
    if m.status == Status::Cancelled {
        return Vec::new();
    }
    let Some(whole) = Interval::new(m.starts_at, m.ends_at) else { return Vec::new() };
    // Somebody may stand in a meeting in two roles; the stricter one counts.
    let mut takes: BTreeMap<SubjectId, Take> = BTreeMap::new();
    for a in coming(full) {
        let Some(subject) = subject_of(a) else { continue };
        let must = required(a);
        let exclusive = must && a.person_id.is_some_and(|id| is_exclusive(terms.verdict, id));
        let take = Take { stay: a.stay(), required: must, counts: counts(a, terms.policy), exclusive };
        takes.entry(subject).and_modify(|known| known.join(&take)).or_insert(take);
    }
    if let Some(account) = m.account_id {
        takes.insert(account.uuid().into(), Take { stay: None, required: true, counts: true, exclusive: false });
    }
    let customer = m.account_id.is_some() || coming(full).any(|a| a.contact_id.is_some());
    let claim = |(subject_id, take): (SubjectId, Take)| {
        let span = take.stay.map_or(whole, |stay| stay.of(whole));
        Claim {
            meeting_id: m.id,
            subject_id,
            starts_at: span.start(),
            ends_at: span.end(),
            minutes: take.stay.map_or(m.minutes, |stay| stay.minutes.into()),
            purpose: m.purpose,
            customer,
            required: take.required,
            counts: take.counts,
            exclusive: take.exclusive,
            held: terms.held,
        }
    };
    takes.into_iter().map(claim).collect()
}

/// What a meeting takes from somebody.
struct Take {
    /// The part they are invited to; `None` for all of it.
    stay: Option<Stay>,
    required: bool,
    counts: bool,
    exclusive: bool,
}

impl Take {
    fn join(&mut self, other: &Self) {
        self.stay = self.stay.zip(other.stay).map(|(a, b)| a.hull(b));
        self.required |= other.required;
        self.counts |= other.counts;
        self.exclusive |= other.exclusive;
    }
}

/// Whether the person's time is theirs alone: a rule forbids double booking, and this meeting keeps it. One that passes
/// the rule, with whatever leave, stands beside the other and claims nothing alone.
fn is_exclusive(verdict: &Verdict, person: PersonId) -> bool {
    let mut readings = verdict.readings.iter().filter(|r| {
        r.about == About::Person(person)
            && r.rule.as_ref().is_some_and(|rule| rule.measure == Measure::Overlap && rule.level >= Level::Reason)
    });
    readings.clone().next().is_some() && readings.all(|r| matches!(r.standing, Standing::Kept | Standing::Near))
}

pub(super) fn subject_of(a: &Attendee) -> Option<SubjectId> {
    a.person_id.map(|id| id.uuid().into()).or_else(|| a.contact_id.map(|id| id.uuid().into()))
}
