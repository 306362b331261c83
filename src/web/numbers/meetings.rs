//! The meetings that it took to win, by what they were for.

use std::collections::BTreeMap;

use super::{
    Teller,
    table::{Cell, Row, Table, tenths},
};
use crate::{
    domain::{
        meeting::{Purpose, Stage},
        sales::{deals, per},
    },
    i18n::labels,
};

impl Teller<'_> {
    pub(super) fn meetings(&self) -> Table {
        let t = self.t;
        let won = deals::outcome(&self.counts.closed).won;
        let mut held: BTreeMap<(Purpose, Option<Stage>), u64> = BTreeMap::new();
        for one in &self.counts.held {
            *held.entry((one.purpose, one.stage)).or_default() += one.number.unsigned_abs();
        }
        let name = |(purpose, stage): (Purpose, Option<Stage>)| {
            stage.map_or_else(|| labels::purpose(t, purpose), |stage| labels::stage(t, stage))
        };
        let row = |name: String, number: u64| Row { name, cells: vec![Cell::Number(number), tenths(per(number, won))] };
        let mut rows: Vec<Row> = held.iter().map(|(what, number)| row(name(*what), *number)).collect();
        if !rows.is_empty() {
            rows.push(row(t.numbers_total(), held.values().sum()));
        }
        let bar = |(what, number): (&_, &u64)| (name(*what), *number, Cell::Number(*number).shown(&self.f));
        let table = Table {
            key: "meetings".to_owned(),
            title: t.numbers_meetings(),
            how: t.numbers_meetings_how(),
            header: vec![t.numbers_meetings_for(), t.numbers_meetings_number(), t.numbers_meetings_each()],
            rows,
            ..Table::default()
        };
        table.with_plot(t.numbers_meetings_number(), held.iter().map(bar).collect())
    }
}
