//! What a rule would have asked, had it held: past meetings are judged again, in the order in which they took place.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::{
    evaluate::under,
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
/// judged.
#[must_use]
pub fn trial(mut facts: Facts, rule: &Rule, past: &[Past]) -> Trial {
    let past = past.get(..MOST_PAST).unwrap_or(past);
    let rule = Rule { from: NaiveDate::MIN, ..rule.clone() };
    empty(&mut facts);
    let ahead = if matches!(rule.measure, Measure::Ahead { .. }) { ahead(past) } else { Vec::new() };
    let mut trial = Trial::default();
    let mut kept_from = None;
    for (at, one) in past.iter().enumerate() {
        forget(&mut facts, &rule.measure, one, &mut kept_from);
        facts.now = one.sent;
        if let Some(organizer) = facts.people.get_mut(&one.shape.organizer) {
            organizer.ahead = ahead.get(at).copied().unwrap_or(0);
        }
        let proposal = Proposal { meeting: None, old: None, new: one.shape.clone() };
        let readings: Vec<Reading> =
            under(&rule, &facts, &proposal).into_iter().filter(|r| r.asks().is_some()).collect();
        if !readings.is_empty() {
            let with_customer = one.shape.with_customer();
            trial.with_customers += usize::from(with_customer);
            trial.asked.push(Asked { id: one.id, with_customer, readings });
        }
        trial.meetings += 1;
        remember(&mut facts, one);
    }
    trial
}

/// Every list of load in the facts.
fn loads(facts: &mut Facts) -> impl Iterator<Item = &mut Vec<Load>> {
    let people = facts.people.values_mut().map(|p| &mut p.load);
    let contacts = facts.contacts.values_mut().map(|c| &mut c.load);
    let accounts = facts.accounts.values_mut().map(|a| &mut a.load);
    let shared = facts.teams.values_mut().chain(&mut facts.organization).map(|s| &mut s.load);
    people.chain(contacts).chain(accounts).chain(shared)
}

fn empty(facts: &mut Facts) {
    loads(facts).for_each(Vec::clear);
}

/// Drops load that no later meeting can be counted with, once for each new period: what is left to sum over stays as
/// short as the rule's period.
fn forget(facts: &mut Facts, measure: &Measure, one: &Past, kept_from: &mut Option<NaiveDate>) {
    let day = facts.zone.local(one.shape.span.start()).date();
    let from = match measure {
        Measure::Minutes { per, .. } | Measure::Meetings { per, .. } => per.around(day).map(|(first, _)| first),
        Measure::Contacts { days, .. } => day.checked_sub_days(Days::new(u64::from(*days))),
        // Chains and overlaps reach across midnight; meetings last at most a day.
        _ => day.checked_sub_days(Days::new(3)),
    };
    if from == *kept_from {
        return;
    }
    *kept_from = from;
    let Some(begin) = from.map(|from| facts.zone.start_of(from)) else { return };
    for load in loads(facts) {
        load.retain(|l| l.span.start() >= begin);
    }
}

fn remember(facts: &mut Facts, one: &Past) {
    let shape = &one.shape;
    let load = |required, counts| Load {
        meeting: one.id,
        span: shape.span,
        purpose: shape.purpose,
        customer: shape.with_customer(),
        required,
        counts,
    };
    for attending in &shape.people {
        let load = load(attending.required, attending.counts);
        if let Some(person) = facts.people.get_mut(&attending.person) {
            person.load.push(load);
        }
        for shared in facts.teams.values_mut().chain(&mut facts.organization) {
            if shared.members.contains(&attending.person) {
                shared.load.push(load);
            }
        }
    }
    for contact in &shape.contacts {
        if let Some(contact) = facts.contacts.get_mut(contact) {
            contact.load.push(load(true, true));
        }
    }
    if let Some(account) = shape.account.and_then(|id| facts.accounts.get_mut(&id)) {
        account.load.push(load(true, true));
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
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::{
        super::{
            evaluate::world::{at, rule, shape, world},
            facts::StoredRule,
        },
        *,
    };

    fn past(shapes: &[&str]) -> Vec<Past> {
        let one = |(n, text): (usize, &&str)| Past {
            id: Uuid::from_u128(n as u128).into(),
            sent: at("2026-11-20T09:00"),
            shape: shape(text),
        };
        shapes.iter().enumerate().map(one).collect()
    }

    fn tried(text: &str, past: &[Past]) -> (usize, Vec<u128>, usize) {
        let StoredRule::Rule(rule) = rule(text) else { panic!("{text}") };
        let trial = trial(world(), &rule, past);
        let asked = trial.asked.iter().map(|a| a.id.uuid().as_u128()).collect();
        (trial.meetings, asked, trial.with_customers)
    }

    #[test]
    fn asks_from_the_meeting_that_passes() {
        let past = past(&[
            "Mon09:00+60 anna ola",
            "Mon10:00+60 anna",
            "Tue09:00+60 anna kim acme",
            "Fri09:00+60 ola kim acme",
            "2026-11-30T09:00+60 anna",
        ]);
        let cases: [(&str, &[u128], usize); 11] = [
            ("firm all minutes 120 week from=2030-01-01", &[2], 1),
            ("firm internal minutes 60 week", &[1], 0),
            ("firm all minutes 60 day", &[1], 0),
            ("team all minutes 240 week together", &[3], 1),
            ("firm all meetings 2 month", &[2, 4], 1),
            ("firm all meetings 3 quarter", &[4], 0),
            ("firm all contacts 1 7 contact", &[3], 1),
            ("firm all back_to_back 60 10", &[1], 0),
            ("firm all notice 6000", &[0, 1, 2], 1),
            ("firm all ahead 2", &[2, 4], 1),
            ("firm all overlap", &[], 0),
        ];
        for (text, asked, customers) in cases {
            assert_eq!(tried(text, &past), (5, asked.to_vec(), customers), "{text}");
        }
    }

    #[test]
    fn load_of_other_times_is_forgotten() {
        let start = at("2026-01-05T09:00");
        let mut one = past(&["Mon09:00+60 anna"]).remove(0);
        let many: Vec<Past> = (0..400_i64)
            .map(|day| {
                one.shape.span = crate::domain::time::Interval::new(
                    start + TimeDelta::days(day),
                    start + TimeDelta::days(day) + TimeDelta::minutes(60),
                )
                .unwrap();
                one.clone()
            })
            .collect();
        assert_eq!(tried("firm all meetings 1 day", &many).1.len(), 0);
        assert_eq!(tried("firm all meetings 6 week", &many).1.len(), 57);
    }
}
