//! What was decided: by seller, by source, and why opportunities were lost.

use std::collections::BTreeMap;

use super::{
    Teller,
    table::{Cell, Row, Table, number, percent, tenths},
};
use crate::{
    domain::sales::{
        Seller,
        deals::{self, Outcome},
        share,
        spread::Spread,
    },
    i18n::pipeline,
};

/// Most currencies with columns of their own.
const CURRENCIES: usize = 8;

impl Teller<'_> {
    pub(super) fn sellers(&self) -> Table {
        let t = self.t;
        let mut cycles: BTreeMap<Seller, Spread> = BTreeMap::new();
        for cycle in &self.counts.cycles {
            cycles.entry(cycle.seller).or_default().add(cycle.days.unsigned_abs(), cycle.number.unsigned_abs());
        }
        let currencies = self.currencies();
        let row = |(seller, outcome): (Seller, Outcome)| {
            let mut cells = decided(&outcome);
            cells.push(tenths(cycles.get(&seller).and_then(Spread::median)));
            cells.extend(worth(&outcome, &currencies));
            Row { name: self.name(seller), cells }
        };
        let mut rows: Vec<Row> = deals::by(&self.counts.closed, |one| one.seller).into_iter().map(row).collect();
        rows.sort_by_key(|row| row.name.to_lowercase());
        let mut header = self.decided_header(t.customers_owner());
        header.push(t.numbers_cycle_median());
        header.extend(self.worth_header(&currencies));
        Table {
            key: "sellers".to_owned(),
            title: t.numbers_sellers(),
            how: t.numbers_sellers_how(),
            header,
            rows,
            ..Table::default()
        }
    }

    pub(super) fn sources(&self) -> Table {
        let t = self.t;
        let currencies = self.currencies();
        let found = deals::by(&self.counts.closed, |one| one.source);
        let name = |source| Option::map_or_else(source, || t.numbers_unsaid(), |source| pipeline::source(t, source));
        let row = |(source, outcome): (&_, &Outcome)| {
            let mut cells = decided(outcome);
            cells.extend(worth(outcome, &currencies));
            Row { name: name(*source), cells }
        };
        let bar = |(source, outcome): (&_, &Outcome)| {
            let share = outcome.rate()?;
            Some((name(*source), u64::from(share), self.f.percent(share)))
        };
        let mut header = self.decided_header(t.pipeline_source());
        header.extend(self.worth_header(&currencies));
        let table = Table {
            key: "sources".to_owned(),
            title: t.numbers_sources(),
            how: t.numbers_sources_how(),
            header,
            rows: found.iter().map(row).collect(),
            ..Table::default()
        };
        table.with_plot(t.numbers_rate(), found.iter().filter_map(bar).collect())
    }

    pub(super) fn reasons(&self) -> Table {
        let t = self.t;
        let reasons = deals::reasons(&self.counts.closed);
        let all = reasons.iter().map(|(_, number)| *number).sum();
        let rows = reasons.iter().map(|(reason, number)| Row {
            name: pipeline::reason(t, *reason),
            cells: vec![Cell::Number(*number), percent(share(*number, all))],
        });
        let bar =
            |(reason, number): &(_, u64)| (pipeline::reason(t, *reason), *number, Cell::Number(*number).shown(&self.f));
        let table = Table {
            key: "reasons".to_owned(),
            title: t.numbers_reasons(),
            how: t.numbers_reasons_how(),
            header: vec![t.pipeline_reason(), t.numbers_lost(), t.numbers_share()],
            rows: rows.collect(),
            ..Table::default()
        };
        table.with_plot(t.numbers_lost(), reasons.iter().map(bar).collect())
    }

    /// The currencies of what was won, most frequent first.
    fn currencies(&self) -> Vec<String> {
        let mut currencies: Vec<_> = deals::outcome(&self.counts.closed).worth.into_iter().collect();
        currencies.sort_by_key(|(_, worth)| std::cmp::Reverse(worth.number));
        currencies.into_iter().map(|(currency, _)| currency).take(CURRENCIES).collect()
    }

    fn decided_header(&self, first: String) -> Vec<String> {
        vec![first, self.t.numbers_won(), self.t.numbers_lost(), self.t.numbers_rate()]
    }

    fn worth_header(&self, currencies: &[String]) -> Vec<String> {
        let names = |code: &String| [self.t.numbers_sum_in(code.as_str()), self.t.numbers_average_in(code.as_str())];
        currencies.iter().flat_map(names).collect()
    }
}

fn decided(outcome: &Outcome) -> Vec<Cell> {
    vec![Cell::Number(outcome.won), Cell::Number(outcome.lost), percent(outcome.rate())]
}

/// Sum and average in each currency.
fn worth(outcome: &Outcome, currencies: &[String]) -> Vec<Cell> {
    let of = |code: &String| {
        let worth = outcome.worth.get(code);
        [number(worth.map(|worth| worth.amount)), number(worth.and_then(deals::Sum::average))]
    };
    currencies.iter().flat_map(of).collect()
}
