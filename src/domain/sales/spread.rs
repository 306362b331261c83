//! How long many things took: numbers by whole days.

use std::collections::BTreeMap;

/// How many took how many days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spread(BTreeMap<u64, u64>);

impl Spread {
    /// Adds `number` that took so many days.
    pub fn add(&mut self, days: u64, number: u64) {
        if number > 0 {
            let count = self.0.entry(days).or_default();
            *count = count.saturating_add(number);
        }
    }

    /// Adds another one.
    pub fn join(&mut self, other: &Self) {
        for (days, number) in &other.0 {
            self.add(*days, *number);
        }
    }

    /// How many there are.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.0.values().fold(0, |sum, number| sum.saturating_add(*number))
    }

    /// As many took less as took more: tenths of a day, between the two in the middle of an even number.
    #[must_use]
    pub fn median(&self) -> Option<u64> {
        let number = self.number();
        let low = self.at(number.checked_sub(1)? / 2)?;
        let high = self.at(number / 2)?;
        Some(low.saturating_add(high).saturating_mul(5))
    }

    /// The average in tenths of a day, to the nearest.
    #[must_use]
    pub fn mean(&self) -> Option<u64> {
        let sum = self.0.iter().fold(0_u64, |sum, (days, number)| sum.saturating_add(days.saturating_mul(*number)));
        super::per(sum, self.number())
    }

    /// The days of the one at this place when all stand in a row, shortest first, counted from 0.
    fn at(&self, place: u64) -> Option<u64> {
        let mut passed = 0_u64;
        let reached = self.0.iter().find(|(_, number)| {
            passed = passed.saturating_add(**number);
            passed > place
        });
        reached.map(|(days, _)| *days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spread(days: &[u64]) -> Spread {
        let mut spread = Spread::default();
        for days in days {
            spread.add(*days, 1);
        }
        spread
    }

    #[test]
    fn the_middle_and_the_average_are_told_apart() {
        for (days, median, mean) in [
            (&[][..], None, None),
            (&[7], Some(70), Some(70)),
            (&[1, 2], Some(15), Some(15)),
            (&[1, 2, 90], Some(20), Some(310)),
            (&[0, 0, 0, 4], Some(0), Some(10)),
            (&[3, 3, 4], Some(30), Some(33)),
        ] {
            let spread = spread(days);
            assert_eq!((spread.median(), spread.mean()), (median, mean), "{days:?}");
        }
        let mut huge = Spread::default();
        huge.add(u64::MAX, u64::MAX);
        huge.add(1, u64::MAX);
        assert!(huge.median().is_some() && huge.mean().is_some(), "no overflow");
    }

    proptest! {
        #[test]
        fn the_median_is_that_of_the_row(mut days in proptest::collection::vec(0_u64..500, 1..60), cut in 0_usize..60) {
            let whole = spread(&days);
            let (one, other) = days.split_at(cut.min(days.len()));
            let mut joined = spread(one);
            joined.join(&spread(other));
            prop_assert_eq!(&joined, &whole, "in whatever parts they come");
            days.sort_unstable();
            let middle = (days[(days.len() - 1) / 2] + days[days.len() / 2]) * 5;
            prop_assert_eq!(whole.median(), Some(middle));
            let (first, last) = (days[0] * 10, days[days.len() - 1] * 10);
            prop_assert!((first..=last).contains(&whole.mean().unwrap()));
        }
    }
}
