//! Opportunities that were decided: won or lost, for how much, where they came from and why they were lost.

use std::collections::BTreeMap;

use super::{Seller, share};
use crate::domain::pipeline::{LeadSource, LostReason};

/// Decided opportunities that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// Whose.
    pub seller: Seller,
    /// Whether the customer bought.
    pub won: bool,
    /// Where they came from.
    pub source: Option<LeadSource>,
    /// Why they were lost.
    pub reason: Option<LostReason>,
    /// ISO 4217; empty where no amount was given.
    pub currency: String,
    /// How many.
    pub number: u64,
    /// How many of them have an amount.
    pub valued: u64,
    /// Their sum in whole units.
    pub amount: u64,
}

/// Amounts of one currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many opportunities.
    pub number: u64,
    /// In whole units.
    pub amount: u64,
}

impl Sum {
    /// The average in whole units, to the nearest.
    #[must_use]
    pub fn average(&self) -> Option<u64> {
        let half = self.number / 2;
        self.amount.saturating_add(half).checked_div(self.number)
    }

    pub(super) fn add(&mut self, number: u64, amount: u64) {
        self.number = self.number.saturating_add(number);
        self.amount = self.amount.saturating_add(amount);
    }
}

/// What came of decided opportunities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Bought.
    pub won: u64,
    /// Did not.
    pub lost: u64,
    /// What those that were won are worth, by currency.
    pub worth: BTreeMap<String, Sum>,
}

impl Outcome {
    /// The share that was won, in percent.
    #[must_use]
    pub fn rate(&self) -> Option<u8> {
        share(self.won, self.won.saturating_add(self.lost))
    }

    fn add(&mut self, closed: &Closed) {
        let sum = if closed.won { &mut self.won } else { &mut self.lost };
        *sum = sum.saturating_add(closed.number);
        if closed.won && closed.valued > 0 {
            self.worth.entry(closed.currency.clone()).or_default().add(closed.valued, closed.amount);
        }
    }
}

/// All together.
#[must_use]
pub fn outcome(closed: &[Closed]) -> Outcome {
    let mut all = Outcome::default();
    for one in closed {
        all.add(one);
    }
    all
}

/// For each value of something, such as the seller or the source.
#[must_use]
pub fn by<K: Ord>(closed: &[Closed], of: impl Fn(&Closed) -> K) -> BTreeMap<K, Outcome> {
    let mut all: BTreeMap<K, Outcome> = BTreeMap::new();
    for one in closed {
        all.entry(of(one)).or_default().add(one);
    }
    all
}

/// Why opportunities were lost, most frequent first.
#[must_use]
pub fn reasons(closed: &[Closed]) -> Vec<(LostReason, u64)> {
    let mut reasons: BTreeMap<LostReason, u64> = BTreeMap::new();
    for (reason, number) in closed.iter().filter(|c| !c.won).filter_map(|c| Some((c.reason?, c.number))) {
        let sum = reasons.entry(reason).or_default();
        *sum = sum.saturating_add(number);
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(reason, number)| (std::cmp::Reverse(*number), *reason));
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn won(currency: &str, number: u64, valued: u64, amount: u64) -> Closed {
        let source = Some(LeadSource::Web);
        Closed { seller: None, won: true, source, reason: None, currency: currency.to_owned(), number, valued, amount }
    }

    fn lost(reason: LostReason, number: u64) -> Closed {
        Closed { won: false, source: None, reason: Some(reason), ..won("SEK", number, number, 5_000) }
    }

    #[test]
    fn currencies_are_never_added_and_losses_are_worth_nothing() {
        let closed = [won("SEK", 2, 2, 301), won("EUR", 1, 1, 90), won("", 4, 0, 0), lost(LostReason::Price, 3)];
        let all = outcome(&closed);
        assert_eq!((all.won, all.lost, all.rate()), (7, 3, Some(70)));
        let worth: Vec<_> = all.worth.iter().map(|(code, sum)| (code.as_str(), sum.average())).collect();
        assert_eq!(worth, [("EUR", Some(90)), ("SEK", Some(151))], "what has no amount is in no average");
        assert_eq!(Outcome::default().rate(), None);
        let sources = by(&closed, |one| one.source);
        assert_eq!((sources[&Some(LeadSource::Web)].won, sources[&None].lost), (7, 3));
    }

    #[test]
    fn the_most_frequent_reason_comes_first() {
        let closed =
            [lost(LostReason::Timing, 1), lost(LostReason::Silence, 3), lost(LostReason::Price, 1), won("", 9, 0, 0)];
        assert_eq!(reasons(&closed), [(LostReason::Silence, 3), (LostReason::Price, 1), (LostReason::Timing, 1)]);
    }

    proptest! {
        #[test]
        fn parts_make_up_the_whole(
            rows in proptest::collection::vec((0_u64..3, 0_u64..50, any::<u64>(), any::<bool>()), 0..30)
        ) {
            let currencies = ["SEK", "EUR", "NOK"];
            let row = |(n, number, amount, is_won): (u64, u64, u64, bool)| {
                let currency = currencies[usize::try_from(n).unwrap()];
                Closed { won: is_won, ..won(currency, number, number, amount) }
            };
            let closed: Vec<Closed> = rows.into_iter().map(row).collect();
            let all = outcome(&closed);
            let parts = by(&closed, |one| one.currency.clone());
            prop_assert_eq!(parts.values().map(|part| part.won).sum::<u64>(), all.won);
            for (currency, part) in parts {
                prop_assert_eq!(part.worth.get(&currency), all.worth.get(&currency), "no overflow, no mixture");
            }
        }
    }
}
