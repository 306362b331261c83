//! What earlier meetings come to, when many are judged one after the other: kept by day, so that judging the next one
//! costs as much as judging the first.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    case::{includes, once},
    load::length,
};
use crate::domain::{
    limits::{
        facts::{Facts, Shape},
        rule::{Measure, Rule},
        verdict::About,
    },
    time::Interval,
};

/// Sums for one rule, by whom it is about and day in the zone of the firm.
pub(in crate::domain::limits) struct Ledger<'r> {
    rule: &'r Rule,
    days: HashMap<About, BTreeMap<NaiveDate, u64>>,
}

impl<'r> Ledger<'r> {
    pub(in crate::domain::limits) fn new(rule: &'r Rule) -> Self {
        Self { rule, days: HashMap::new() }
    }

    /// Days, both included, with what there is on them.
    pub(super) fn days(
        &self,
        about: About,
        (first, last): (NaiveDate, NaiveDate),
    ) -> impl Iterator<Item = (NaiveDate, u64)> {
        let days = self.days.get(&about).filter(|_| first <= last);
        days.into_iter().flat_map(move |days| days.range(first..=last).map(|(day, amount)| (*day, *amount)))
    }

    pub(super) fn within(&self, about: About, period: (NaiveDate, NaiveDate)) -> u64 {
        self.days(about, period).map(|(_, amount)| amount).sum()
    }

    /// Adds a meeting, for everybody it counts for.
    pub(in crate::domain::limits) fn note(&mut self, facts: &Facts, shape: &Shape) {
        if !includes(self.rule.which, shape.purpose, shape.with_customer()) {
            return;
        }
        let day = facts.zone.local(shape.span.start()).date();
        match self.rule.measure {
            Measure::Minutes { .. } => self.note_people(facts, shape, (day, |span| u64::from(length(span)))),
            Measure::Meetings { .. } => self.note_people(facts, shape, (day, |_| 1)),
            Measure::Contacts { .. } => {
                let contacts: HashSet<_> = shape.contacts.iter().copied().collect();
                for id in contacts {
                    self.add(About::Contact(id), (day, 1));
                }
                self.note_account(shape, (day, 1));
            }
            _ => {}
        }
    }

    fn note_people(&mut self, facts: &Facts, shape: &Shape, (day, of): (NaiveDate, fn(Interval) -> u64)) {
        for attending in once(&shape.people).iter().filter(|a| a.counts) {
            let amount = (day, of(attending.time(shape.span)));
            self.add(About::Person(attending.person), amount);
            let within = |members: &HashSet<_>| members.contains(&attending.person);
            let teams = facts.teams.iter().filter(|(_, team)| within(&team.members));
            teams.for_each(|(id, _)| self.add(About::Team(*id), amount));
            if facts.organization.as_ref().is_some_and(|firm| within(&firm.members)) {
                self.add(About::Organization, amount);
            }
        }
        self.note_account(shape, (day, of(shape.span)));
    }

    fn note_account(&mut self, shape: &Shape, amount: (NaiveDate, u64)) {
        if let Some(id) = shape.account {
            self.add(About::Account(id), amount);
        }
    }

    fn add(&mut self, about: About, (day, amount): (NaiveDate, u64)) {
        *self.days.entry(about).or_default().entry(day).or_default() += amount;
    }
}
