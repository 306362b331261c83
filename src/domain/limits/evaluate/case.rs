//! Whom a rule is about in one meeting.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{
    count::{Count, reading},
    ledger::Ledger,
};
use crate::domain::{
    ids::{AccountId, PersonId},
    limits::{
        facts::{AccountFacts, Attending, Facts, Load, PersonFacts, Proposal, Shape},
        rule::{Rule, Scope, Which},
        sound::of_customers,
        verdict::{About, Reading, Unjudged},
    },
    meeting::Purpose,
    time::Interval,
};

/// Most claims on time that are counted for one subject; more cannot be judged.
const COUNTABLE: usize = 1_000_000;
/// Years in which zones and dates can be reckoned with.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2300;

/// A meeting under judgement.
pub(super) struct Case<'a> {
    pub(super) facts: &'a Facts,
    pub(super) proposal: &'a Proposal,
    pub(super) new: &'a Shape,
    /// Day of the start in the zone of the firm.
    pub(super) day: NaiveDate,
    /// What others come to, where it is kept as a sum.
    pub(super) ledger: Option<&'a Ledger<'a>>,
    /// Colleagues in the new version, each once, by id.
    people: Vec<Attending>,
}

/// A colleague a rule is about.
pub(super) struct Subject<'a> {
    pub(super) about: About,
    pub(super) facts: &'a PersonFacts,
    /// Their time in the new version.
    pub(super) span: Interval,
    /// Their time in the old version, where the rule was about them then too.
    pub(super) was: Option<Interval>,
}

/// Which part in a meeting makes a rule apply to somebody.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Their time counts as load.
    Counts,
    /// They must come.
    Required,
}

impl Part {
    const fn of(self, attending: Attending) -> bool {
        match self {
            Self::Counts => attending.counts,
            Self::Required => attending.required,
        }
    }
}

impl<'a> Case<'a> {
    /// `None` when an instant lies outside the calendar.
    pub(super) fn new(facts: &'a Facts, proposal: &'a Proposal) -> Option<Self> {
        let new = &proposal.new;
        let spans = proposal.old.iter().map(|old| old.span).chain([new.span]);
        let known = spans.flat_map(|span| [span.start(), span.end()]).chain([facts.now]).all(reckonable);
        known.then(|| {
            let day = facts.zone.local(new.span.start()).date();
            Self { facts, proposal, new, day, ledger: None, people: once(&new.people) }
        })
    }

    /// With what others come to looked up, and not summed.
    pub(super) fn counted_in(self, ledger: &'a Ledger<'a>) -> Self {
        Self { ledger: Some(ledger), ..self }
    }

    /// Whether a rule is about the new version at all; why and about whom, when that cannot be told.
    pub(super) fn concerns(&self, rule: &Rule) -> Result<bool, (About, String, Unjudged)> {
        if rule.from > self.day || !includes(rule.which, self.new.purpose, self.new.with_customer()) {
            return Ok(false);
        }
        let Some(account) = self.new.account else { return Ok(!of_customers(rule.scope)) };
        self.customer(rule.scope, account).map_err(|why| (About::Account(account), String::new(), why))
    }

    /// The old version, if the rule was about it.
    pub(super) fn old(&self, rule: &Rule) -> Option<&'a Shape> {
        self.proposal.old.as_ref().filter(|old| {
            let customer = match old.account {
                Some(account) => self.customer(rule.scope, account) == Ok(true),
                None => !of_customers(rule.scope),
            };
            customer && includes(rule.which, old.purpose, old.with_customer())
        })
    }

    fn customer(&self, scope: Scope, account: AccountId) -> Result<bool, Unjudged> {
        match scope {
            Scope::Account(one) => Ok(one == account),
            Scope::LeadClass(class) => self.account(account).map(|facts| facts.class == Some(class)),
            Scope::Organization | Scope::Team(_) | Scope::Person(_) => Ok(true),
        }
    }

    pub(super) fn account(&self, account: AccountId) -> Result<&'a AccountFacts, Unjudged> {
        self.facts.accounts.get(&account).ok_or(Unjudged::MissingFacts)
    }

    /// Whether somebody is in the scope; a scope of customers takes in every colleague in their meetings.
    fn covers(&self, scope: Scope, person: PersonId) -> Result<bool, Unjudged> {
        match scope {
            Scope::Organization | Scope::LeadClass(_) | Scope::Account(_) => Ok(true),
            Scope::Person(one) => Ok(one == person),
            Scope::Team(team) => {
                self.facts.people.get(&person).map(|p| p.teams.contains(&team)).ok_or(Unjudged::MissingFacts)
            }
        }
    }

    /// Whether anybody whose time counts is in the scope, in the new version.
    pub(super) fn covers_any(&self, scope: Scope) -> Result<bool, Unjudged> {
        if matches!(scope, Scope::Organization | Scope::LeadClass(_) | Scope::Account(_)) {
            return Ok(true);
        }
        let counted = self.people.iter().filter(|a| a.counts || a.person == self.new.organizer);
        let mut covers = counted.map(|a| self.covers(scope, a.person));
        covers.try_fold(false, |any, one| one.map(|one| any || one))
    }

    /// The same of an old version.
    pub(super) fn covered_any(&self, scope: Scope, old: &Shape) -> bool {
        matches!(scope, Scope::Organization | Scope::LeadClass(_) | Scope::Account(_))
            || old
                .people
                .iter()
                .any(|a| (a.counts || a.person == old.organizer) && self.covers(scope, a.person) == Ok(true))
    }

    /// The time of each colleague whose time counts and of whom something holds.
    pub(super) fn counting(&self, shape: &Shape, within: impl Fn(PersonId) -> bool) -> Vec<Interval> {
        let people = if std::ptr::eq(shape, self.new) { &self.people } else { &once(&shape.people) };
        people.iter().filter(|a| a.counts && within(a.person)).map(|a| a.time(shape.span)).collect()
    }

    /// Adds one reading for every colleague a rule is about.
    pub(super) fn each(
        &self,
        rule: &Rule,
        part: Part,
        out: &mut Vec<Reading>,
        count: impl Fn(&Subject<'a>) -> Result<Count, Unjudged>,
    ) {
        let old = self.old(rule);
        for attending in self.people.iter().filter(|a| part.of(**a)) {
            let (person, about) = (attending.person, About::Person(attending.person));
            match (self.covers(rule.scope, person), self.facts.people.get(&person)) {
                (Ok(false), _) => {}
                (Ok(true), Some(facts)) => {
                    let was = old.and_then(|old| time_in(old, person, part));
                    let span = attending.time(self.new.span);
                    out.push(reading(rule, about, &facts.name, count(&Subject { about, facts, span, was })));
                }
                (Ok(true), None) | (Err(_), _) => out.push(reading(rule, about, "", Err(Unjudged::MissingFacts))),
            }
        }
    }

    /// The claims of others than the meeting itself that a rule counts; refuses what is too much to count.
    pub(super) fn others<'b>(
        &self,
        load: &'b [Load],
        keep: impl Fn(&Load) -> bool + Clone,
    ) -> Result<impl Iterator<Item = &'b Load> + Clone, Unjudged> {
        let own = self.proposal.meeting;
        let few = load.len() <= COUNTABLE;
        few.then(|| load.iter().filter(move |l| own != Some(l.meeting) && keep(l))).ok_or(Unjudged::TooMany)
    }
}

/// The time of somebody who had such a part in a version of the meeting.
fn time_in(shape: &Shape, person: PersonId, part: Part) -> Option<Interval> {
    let theirs: Vec<Attending> = shape.people.iter().filter(|a| a.person == person).copied().collect();
    once(&theirs).first().filter(|a| part.of(**a)).map(|a| a.time(shape.span))
}

/// Whether a meeting for this purpose is among them.
pub(super) fn includes(which: Which, purpose: Purpose, customer: bool) -> bool {
    match which {
        Which::All => true,
        Which::Internal => !customer,
        Which::Customer => customer,
        Which::Purpose(one) => one == purpose,
    }
}

/// Whether a stretch lies within another.
pub(super) fn inside(inner: Interval, outer: Interval) -> bool {
    outer.start() <= inner.start() && inner.end() <= outer.end()
}

fn reckonable(at: DateTime<Utc>) -> bool {
    YEARS.contains(&at.year())
}

/// People who must come, each once, customers included.
pub(super) fn needed(shape: &Shape) -> u32 {
    let colleagues = once(&shape.people).iter().filter(|a| a.required).count();
    let contacts: std::collections::HashSet<_> = shape.contacts.iter().collect();
    u32::try_from(colleagues.saturating_add(contacts.len())).unwrap_or(u32::MAX)
}

/// Everybody once, with the strictest part they have.
pub(super) fn once(people: &[Attending]) -> Vec<Attending> {
    let mut people = people.to_vec();
    people.sort_by_key(|a| a.person);
    people.dedup_by(|next, kept| {
        let same = next.person == kept.person;
        if same {
            kept.required |= next.required;
            kept.counts |= next.counts;
            kept.stay = kept.stay.zip(next.stay).map(|(a, b)| a.hull(b));
        }
        same
    });
    people
}
