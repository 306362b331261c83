//! Figures over the whole window: selling time, purposes, cost.

use std::{collections::HashMap, hash::BuildHasher};

use chrono::NaiveDate;

use super::{
    cost,
    table::{Row, Sum},
    window::Window,
};
use crate::domain::{ids::PersonId, meeting::Purpose};

/// Minutes over all people and weeks of some rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// In meetings without a customer.
    pub internal: u64,
    /// In meetings with a customer.
    pub customer: u64,
    /// Working time, without holidays and days off.
    pub working: u64,
    /// Working time that internal meetings leave, week by week.
    pub selling: u64,
}

impl Totals {
    /// Selling time in percent of working time, rounded down; `None` without working time.
    #[must_use]
    pub fn share(&self) -> Option<u64> {
        (self.selling * 100).checked_div(self.working)
    }
}

/// The totals of these rows.
#[must_use]
pub fn totals(rows: &[Row]) -> Totals {
    let mut totals = Totals::default();
    for cell in rows.iter().flat_map(|row| &row.cells) {
        totals.internal += u64::from(cell.internal);
        totals.customer += u64::from(cell.minutes - cell.internal.min(cell.minutes));
        totals.working += u64::from(cell.working);
        totals.selling += u64::from(cell.selling());
    }
    totals
}

/// Minutes by purpose, most first; purposes without meetings are left out. Counts everybody's in the sums.
#[must_use]
pub fn by_purpose(sums: &[Sum]) -> Vec<(Purpose, u64)> {
    let minutes = |purpose: Purpose| {
        let own = sums.iter().filter(|sum| sum.part.purpose == purpose);
        (purpose, own.map(|sum| u64::from(sum.part.minutes)).sum())
    };
    let mut all: Vec<(Purpose, u64)> = Purpose::ALL.iter().copied().map(minutes).filter(|(_, sum)| *sum > 0).collect();
    all.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
    all
}

/// What the meetings of a month cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCost {
    /// First day of the month.
    pub month: NaiveDate,
    /// Whole units of the firm's currency, rounded.
    pub cost: u64,
    /// Minutes of people without a rate, which are not in the cost.
    pub unpriced: u64,
}

/// Cost of each month of the window, from rates per hour. Months at its ends count as far as they lie inside.
#[must_use]
pub fn by_month<S: BuildHasher>(window: &Window, sums: &[Sum], rates: &HashMap<PersonId, u32, S>) -> Vec<MonthCost> {
    let cost = |(i, month): (usize, &NaiveDate)| {
        let inside = |sum: &&Sum| window.slots().get(sum.slot).is_some_and(|slot| slot.month == i);
        let (cost, unpriced) = priced(sums.iter().filter(inside), rates);
        MonthCost { month: *month, cost, unpriced }
    };
    window.months().iter().enumerate().map(cost).collect()
}

/// Cost of each week of the window in whole units, rounded; from rates per hour.
#[must_use]
pub fn by_week<S: BuildHasher>(window: &Window, sums: &[Sum], rates: &HashMap<PersonId, u32, S>) -> Vec<u64> {
    let cost = |week: usize| {
        let inside = |sum: &&Sum| window.slots().get(sum.slot).is_some_and(|slot| slot.week == week);
        priced(sums.iter().filter(inside), rates).0
    };
    (0..window.weeks().len()).map(cost).collect()
}

/// The cost in whole units, and the minutes that have no rate.
fn priced<'a, S: BuildHasher>(sums: impl Iterator<Item = &'a Sum>, rates: &HashMap<PersonId, u32, S>) -> (u64, u64) {
    let (mut cost, mut unpriced) = (cost::Sum::default(), 0_u64);
    for sum in sums {
        let minutes = u64::from(sum.part.minutes);
        match rates.get(&sum.person) {
            Some(rate) => cost.add(minutes, *rate),
            None => unpriced += minutes,
        }
    }
    (cost.whole(), unpriced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        load::{table::Cell, weekly::Part},
        time::Zone,
    };

    fn person(n: u128) -> PersonId {
        PersonId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn sum(n: u128, slot: usize, purpose: Purpose, minutes: u32) -> Sum {
        let customer = purpose == Purpose::Customer;
        Sum { person: person(n), slot, part: Part { purpose, customer, minutes, meetings: 1 } }
    }

    #[test]
    fn selling_time_is_counted_week_by_week() {
        let cell = |minutes, internal, working| Cell { minutes, internal, working, ..Cell::default() };
        // A week with more meetings than work does not eat into the next one.
        let rows = [Row { person: person(1), cells: vec![cell(700, 600, 480), cell(100, 60, 480)] }];
        let totals = totals(&rows);
        assert_eq!(totals, Totals { internal: 660, customer: 140, working: 960, selling: 420 });
        assert_eq!(totals.share(), Some(43));
        assert_eq!(Totals::default().share(), None);
    }

    #[test]
    fn purposes_come_with_most_first() {
        let sums = [sum(1, 0, Purpose::Targets, 60), sum(2, 1, Purpose::Customer, 90), sum(1, 1, Purpose::Targets, 60)];
        assert_eq!(by_purpose(&sums), [(Purpose::Targets, 120), (Purpose::Customer, 90)]);
        assert_eq!(by_purpose(&[]), []);
    }

    #[test]
    fn months_cost_what_their_meetings_cost() {
        let window = Window::ending_with("2026-W49".parse().unwrap(), 2, &Zone::utc());
        let sums = [
            sum(1, 0, Purpose::Targets, 90),
            sum(1, 1, Purpose::Targets, 1),
            sum(2, 2, Purpose::Targets, 60),
            sum(3, 2, Purpose::Targets, 45),
        ];
        let rates = HashMap::from([(person(1), 900), (person(2), 1200)]);
        let months: Vec<_> = by_month(&window, &sums, &rates).iter().map(|m| (m.cost, m.unpriced)).collect();
        assert_eq!(months, [(1365, 0), (1200, 45)]);
        assert_eq!(by_week(&window, &sums, &rates), [1350, 1215]);
        let dear = HashMap::from([(person(1), u32::MAX)]);
        let most = [sum(1, 0, Purpose::Targets, u32::MAX), sum(1, 0, Purpose::Targets, u32::MAX)];
        assert!(by_month(&window, &most, &dear)[0].cost > 0, "no overflow");
    }
}
