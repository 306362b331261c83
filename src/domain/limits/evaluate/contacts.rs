//! How often a customer is met, over all sellers, within any number of days on end.

use chrono::{Days, NaiveDate};

use super::{
    case::{Case, includes},
    count::{Count, reading},
    versions,
};
use crate::domain::{
    ids::ContactId,
    limits::{
        facts::{Load, Shape},
        rule::{CustomerSide, Rule},
        verdict::{About, Reading, Unit, Unjudged},
    },
};

/// Longest stretch that is counted.
const MOST_DAYS: u32 = 366;

/// Meetings with each contact, or with the customer. Every stretch of `days` days in the zone of the firm that holds
/// the new meeting is a period of its own; the worst one is told.
pub(super) fn contacts(
    case: &Case<'_>,
    rule: &Rule,
    (most, days, side): (u32, u32, CustomerSide),
    out: &mut Vec<Reading>,
) {
    match case.covers_any(rule.scope) {
        Ok(true) => {}
        Ok(false) => return,
        Err(why) => return out.push(reading(rule, About::Meeting, "", Err(why))),
    }
    match side {
        CustomerSide::Account => {
            let Some(id) = case.new.account else { return };
            let facts = case.account(id);
            let counted = facts.and_then(|f| {
                let window = Window { case, rule, most, days };
                window.worst((About::Account(id), &f.load), |old| old.account == Some(id))
            });
            out.push(reading(rule, About::Account(id), facts.map_or("", |f| &f.name), counted));
        }
        CustomerSide::Contact => {
            let mut ids: Vec<ContactId> = case.new.contacts.clone();
            ids.sort_unstable();
            ids.dedup();
            for id in ids {
                let facts = case.facts.contacts.get(&id).ok_or(Unjudged::MissingFacts);
                let counted = facts.and_then(|f| {
                    let window = Window { case, rule, most, days };
                    window.worst((About::Contact(id), &f.load), |old| old.contacts.contains(&id))
                });
                out.push(reading(rule, About::Contact(id), facts.map_or("", |f| &f.name), counted));
            }
        }
    }
}

struct Window<'a> {
    case: &'a Case<'a>,
    rule: &'a Rule,
    most: u32,
    days: u32,
}

impl Window<'_> {
    /// The stretch that decides: one that grows over the limit ahead of one that already was, then the fullest, then
    /// the earliest.
    fn worst(&self, of: (About, &[Load]), met: impl Fn(&Shape) -> bool) -> Result<Count, Unjudged> {
        if !(1..=MOST_DAYS).contains(&self.days) {
            return Err(Unjudged::UnreadableRule);
        }
        let case = self.case;
        let first = case.day - Days::new(u64::from(self.days - 1));
        let (met_on, twice) = self.met_on(first, of)?;
        let old = case.old(self.rule).filter(|old| met(old));
        let old = old.and_then(|old| offset(first, case.facts.zone.local(old.span.start()).date()));
        let length = self.days as usize;
        let mut worst: Option<(usize, Count)> = None;
        for (begin, stretch) in met_on.windows(length).enumerate() {
            let inside = |day: &usize| (begin..begin + length).contains(day);
            let others = stretch.iter().fold(0_u32, |sum, n| sum.saturating_add(*n));
            let double = twice.iter().filter(|(a, b)| inside(a) && inside(b)).count();
            let others = others.saturating_sub(u32::try_from(double).unwrap_or(u32::MAX));
            let was = u32::from(old.is_some_and(|day| inside(&day)));
            let count = Count::new(Unit::Meetings, others.saturating_add(was), others.saturating_add(1), self.most);
            let key = |c: &Count| (c.grown && c.after > c.limit, c.after);
            if worst.as_ref().is_none_or(|(_, w)| key(&count) > key(w)) {
                worst = Some((begin, count));
            }
        }
        let (begin, count) = worst.ok_or(Unjudged::MissingFacts)?;
        let begin = first + Days::new(begin as u64);
        Ok(count.within((begin, begin + Days::new(u64::from(self.days - 1)))))
    }

    /// Other meetings on each day from `first` until as many days after the new one, and the days of those that are
    /// counted on two, because somebody is asked whether they may move.
    fn met_on(&self, first: NaiveDate, (about, load): (About, &[Load])) -> Result<(Vec<u32>, Twice), Unjudged> {
        let mut met_on = vec![0_u32; 2 * self.days as usize - 1];
        let mut meet = |day: usize, times: u64| {
            if let Some(met) = met_on.get_mut(day) {
                *met = met.saturating_add(u32::try_from(times).unwrap_or(u32::MAX));
            }
        };
        let last = self.case.day + Days::new(u64::from(self.days - 1));
        if let Some(ledger) = self.case.ledger {
            let days = ledger.days(about, (first, last));
            days.for_each(|(day, times)| offset(first, day).into_iter().for_each(|day| meet(day, times)));
            return Ok((met_on, Vec::new()));
        }
        let zone = &self.case.facts.zone;
        let (from, to) = (zone.start_of(first), zone.start_of(last + Days::new(1)));
        let counted =
            |l: &Load| includes(self.rule.which, l.purpose, l.customer) && (from..to).contains(&l.span.start());
        let day = |l: &Load| offset(first, zone.local(l.span.start()).date());
        let others = self.case.others(load, counted)?;
        others.clone().filter_map(day).for_each(|day| meet(day, 1));
        Ok((met_on, versions::pairs(others, day)))
    }
}

/// Days on which either version of one meeting lies.
type Twice = Vec<(usize, usize)>;

fn offset(first: NaiveDate, day: NaiveDate) -> Option<usize> {
    usize::try_from((day - first).num_days()).ok()
}
