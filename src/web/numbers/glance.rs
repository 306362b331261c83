//! The most important figures, each with its definition beside it.

use super::{
    Teller,
    table::{Cell, Row, Table, number, percent, tenths},
};
use crate::domain::sales::{
    deals::{Outcome, outcome},
    forecast::forecasts,
    per, share,
    spread::Spread,
};

impl Teller<'_> {
    pub(super) fn glance(&self) -> Table {
        let t = self.t;
        let all = outcome(&self.counts.closed);
        let mut rows = self.decided(&all);
        rows.extend(self.durations());
        rows.push(self.retention());
        rows.push(self.meetings_each(all.won));
        for (currency, forecast) in forecasts(&self.counts.open) {
            let total = forecast.total();
            rows.push(line(
                t.numbers_forecast_in(currency),
                Cell::Number(total.weighted),
                self.count(total.number),
                t.numbers_forecast_how(),
            ));
        }
        Table {
            key: "summary".to_owned(),
            title: t.numbers_summary(),
            header: vec![t.numbers_figure(), t.numbers_value(), t.numbers_counted(), t.numbers_definition()],
            rows,
            ..Table::default()
        }
    }

    fn decided(&self, all: &Outcome) -> Vec<Row> {
        let t = self.t;
        let decided = all.won.saturating_add(all.lost);
        let mut rows = vec![
            line(t.numbers_won(), Cell::Number(all.won), Cell::Empty, t.numbers_won_how()),
            line(t.numbers_lost(), Cell::Number(all.lost), Cell::Empty, t.numbers_lost_how()),
            line(t.numbers_rate(), percent(all.rate()), self.of(all.won, decided), t.numbers_rate_how()),
        ];
        for (currency, worth) in &all.worth {
            rows.push(line(
                t.numbers_average_in(currency.as_str()),
                number(worth.average()),
                self.count(worth.number),
                t.numbers_average_how(),
            ));
        }
        rows
    }

    fn durations(&self) -> [Row; 2] {
        let t = self.t;
        let mut spread = Spread::default();
        for cycle in &self.counts.cycles {
            spread.add(cycle.days.unsigned_abs(), cycle.number.unsigned_abs());
        }
        let count = self.count(spread.number());
        [
            line(t.numbers_cycle_median(), tenths(spread.median()), count.clone(), t.numbers_cycle_median_how()),
            line(t.numbers_cycle_mean(), tenths(spread.mean()), count, t.numbers_cycle_mean_how()),
        ]
    }

    fn retention(&self) -> Row {
        let returning = self.counts.returning;
        let (again, bought) = (returning.again.unsigned_abs(), returning.bought.unsigned_abs());
        let how = self.t.numbers_retention_how(self.period.months);
        line(self.t.numbers_retention(), percent(share(again, bought)), self.of(again, bought), how)
    }

    fn meetings_each(&self, won: u64) -> Row {
        let t = self.t;
        let held = self.counts.held.iter().map(|held| held.number.unsigned_abs()).sum();
        line(t.numbers_meetings_each(), tenths(per(held, won)), self.count(held), t.numbers_meetings_each_how())
    }

    fn count(&self, number: u64) -> Cell {
        Cell::Text(Cell::Number(number).shown(&self.f))
    }

    fn of(&self, part: u64, whole: u64) -> Cell {
        let shown = |number| Cell::Number(number).shown(&self.f);
        Cell::Text(self.t.numbers_of(shown(part), shown(whole)))
    }
}

fn line(name: String, value: Cell, counted: Cell, how: String) -> Row {
    let counted = if counted == Cell::Empty { Cell::Text(String::new()) } else { counted };
    Row { name, cells: vec![value, counted, Cell::Text(how)] }
}
