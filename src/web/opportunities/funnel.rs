//! The funnel: how many opportunities stand at each stage, and what they are worth.

use std::collections::BTreeMap;

use crate::{
    domain::pipeline::OpportunityStage,
    i18n::{Texts, format::Format, pipeline},
    store::opportunities::StageSum,
};

pub(super) struct Step {
    pub(super) name: String,
    pub(super) number: String,
    /// Sums by currency.
    pub(super) worth: String,
    /// Of the longest bar, in percent.
    pub(super) width: i64,
}

pub(super) fn steps(t: &Texts, f: &Format, sums: &[StageSum]) -> Vec<Step> {
    let at = |stage: OpportunityStage| sums.iter().filter(move |sum| sum.stage == stage);
    let number = |stage: OpportunityStage| at(stage).map(|sum| sum.number).sum::<i64>();
    let longest = OpportunityStage::ALL.iter().map(|stage| number(*stage)).max().unwrap_or(0).max(1);
    let step = |stage: &OpportunityStage| {
        let count = number(*stage);
        let worth = at(*stage).filter(|sum| sum.amount > 0).map(|sum| money(f, sum.amount, &sum.currency));
        Step {
            name: pipeline::stage(t, *stage),
            number: f.number(count),
            worth: worth.collect::<Vec<_>>().join(", "),
            width: count * 100 / longest,
        }
    };
    OpportunityStage::ALL.iter().map(step).collect()
}

/// What is open is worth by its likelihood, one sum for each currency.
pub(super) fn totals(f: &Format, sums: &[StageSum]) -> Vec<String> {
    let mut totals: BTreeMap<&str, u64> = BTreeMap::new();
    for sum in sums.iter().filter(|sum| sum.stage.is_open() && sum.amount > 0) {
        let total = totals.entry(&sum.currency).or_default();
        *total = total.saturating_add(u64::try_from(sum.expected).unwrap_or(0));
    }
    totals.into_iter().map(|(currency, amount)| f.money(amount, currency)).collect()
}

fn money(f: &Format, amount: i64, currency: &str) -> String {
    f.money(u64::try_from(amount).unwrap_or(0), currency)
}
