//! What open opportunities are worth, by stage and by the month in which the customer is expected to decide.

use std::collections::BTreeMap;

use super::Seller;
use crate::domain::pipeline::{OpportunityStage, weighted};

/// When a decision is expected, against today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// In a month that is over.
    Past,
    /// This month is 0.
    Month(u32),
    /// After the months that are looked at.
    Later,
    /// Nobody has said.
    Unsaid,
}

/// Open opportunities that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Whose.
    pub seller: Seller,
    /// Where they stand.
    pub stage: OpportunityStage,
    /// When the customer is expected to decide.
    pub due: Due,
    /// ISO 4217.
    pub currency: String,
    /// In percent; `None` takes that of the stage.
    pub probability: Option<u8>,
    /// How many.
    pub number: u64,
    /// Their sum in whole units.
    pub amount: u64,
}

/// What some of them are worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Worth {
    /// How many opportunities.
    pub number: u64,
    /// In whole units of the currency.
    pub amount: u64,
    /// Value by probability.
    pub weighted: u64,
}

impl Worth {
    fn add(&mut self, open: &Open) {
        let probability = open.probability.unwrap_or(open.stage.probability());
        self.join(Self { number: open.number, amount: open.amount, weighted: weighted(open.amount, probability) });
    }

    fn join(&mut self, other: Self) {
        self.number = self.number.saturating_add(other.number);
        self.amount = self.amount.saturating_add(other.amount);
        self.weighted = self.weighted.saturating_add(other.weighted);
    }
}

/// The forecast of one currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast {
    /// Only where there is something.
    pub cells: BTreeMap<(OpportunityStage, Due), Worth>,
}

impl Forecast {
    /// Of one stage.
    #[must_use]
    pub fn of_stage(&self, stage: OpportunityStage) -> Worth {
        self.sum(|(of, _)| of == stage)
    }

    /// Of one month.
    #[must_use]
    pub fn of_month(&self, due: Due) -> Worth {
        self.sum(|(_, of)| of == due)
    }

    /// Of all.
    #[must_use]
    pub fn total(&self) -> Worth {
        self.sum(|_| true)
    }

    fn sum(&self, wanted: impl Fn((OpportunityStage, Due)) -> bool) -> Worth {
        let mut sum = Worth::default();
        for (_, worth) in self.cells.iter().filter(|(cell, _)| wanted(**cell)) {
            sum.join(*worth);
        }
        sum
    }
}

/// A forecast for each currency. What has no amount is in none.
#[must_use]
pub fn forecasts(open: &[Open]) -> BTreeMap<String, Forecast> {
    let mut all: BTreeMap<String, Forecast> = BTreeMap::new();
    for one in open.iter().filter(|one| one.stage.is_open() && one.amount > 0) {
        let cells = &mut all.entry(one.currency.clone()).or_default().cells;
        cells.entry((one.stage, one.due)).or_default().add(one);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn open(stage: OpportunityStage, due: Due, currency: &str, amount: u64) -> Open {
        Open { seller: None, stage, due, currency: currency.to_owned(), probability: None, number: 1, amount }
    }

    #[test]
    fn values_are_weighed_by_what_somebody_said_or_by_the_stage() {
        let rows = [
            open(OpportunityStage::Quote, Due::Month(0), "SEK", 1_000),
            Open { probability: Some(90), ..open(OpportunityStage::Quote, Due::Month(0), "SEK", 1_000) },
            open(OpportunityStage::Needs, Due::Unsaid, "SEK", 100),
            open(OpportunityStage::Needs, Due::Past, "EUR", 10),
            open(OpportunityStage::Won, Due::Past, "EUR", 10),
            open(OpportunityStage::Needs, Due::Past, "", 0),
        ];
        let forecasts = forecasts(&rows);
        assert_eq!(forecasts.keys().collect::<Vec<_>>(), ["EUR", "SEK"]);
        let sek = &forecasts["SEK"];
        assert_eq!(sek.of_stage(OpportunityStage::Quote), Worth { number: 2, amount: 2_000, weighted: 1_500 });
        assert_eq!(sek.of_month(Due::Unsaid), Worth { number: 1, amount: 100, weighted: 30 });
        assert_eq!(sek.total(), Worth { number: 3, amount: 2_100, weighted: 1_530 });
        assert_eq!(forecasts["EUR"].total().weighted, 3);
    }

    proptest! {
        #[test]
        fn stages_and_months_make_up_the_same_total(
            rows in proptest::collection::vec((0_usize..12, 0_u32..9, 1_u64..1_000_000, 0_u8..101), 0..40)
        ) {
            let due = |n| match n { 0 => Due::Past, 7 => Due::Later, 8 => Due::Unsaid, n => Due::Month(n - 1) };
            let row = |(stage, month, amount, probability): (usize, u32, u64, u8)| Open {
                probability: Some(probability),
                ..open(OpportunityStage::ALL[stage], due(month), "SEK", amount)
            };
            let rows: Vec<Open> = rows.into_iter().map(row).collect();
            let Some(all) = forecasts(&rows).remove("SEK") else { return Ok(()) };
            let stages = OpportunityStage::ALL.iter().map(|stage| all.of_stage(*stage).weighted).sum::<u64>();
            let months = (0..9).map(|month| all.of_month(due(month)).weighted).sum::<u64>();
            prop_assert_eq!((stages, months), (all.total().weighted, all.total().weighted));
            prop_assert!(all.total().weighted <= all.total().amount);
        }
    }
}
