//! What is open, by stage and month: one table for each currency.

use super::{
    Teller,
    table::{Cell, Row, Table},
};
use crate::{
    domain::{
        pipeline::OpportunityStage,
        sales::{
            forecast::{Due, Forecast, Worth, forecasts},
            period::{AHEAD, ahead},
        },
    },
    i18n::{format::Format, pipeline},
};

/// Most currencies on the page.
const CURRENCIES: usize = 8;

impl Teller<'_> {
    pub(super) fn forecast(&self) -> Vec<Table> {
        let mut all: Vec<(String, Forecast)> = forecasts(&self.counts.open).into_iter().collect();
        all.sort_by_key(|(_, forecast)| std::cmp::Reverse(forecast.total().number));
        all.iter().take(CURRENCIES).map(|(currency, forecast)| self.forecast_in(currency, forecast)).collect()
    }

    fn forecast_in(&self, currency: &str, forecast: &Forecast) -> Table {
        let t = self.t;
        let dues = dues();
        let cell = |worth: Worth| if worth.number == 0 { Cell::Empty } else { Cell::Number(worth.weighted) };
        let row = |stage: &OpportunityStage| {
            let total = forecast.of_stage(*stage);
            let months = dues.iter().map(|due| forecast.cells.get(&(*stage, *due)).copied().unwrap_or_default());
            let cells = months.map(cell).chain([cell(total), Cell::Number(total.amount)]).collect();
            (total.number > 0).then(|| Row { name: pipeline::stage(t, *stage), cells })
        };
        let mut rows: Vec<Row> = OpportunityStage::ALL.iter().filter_map(row).collect();
        let total = forecast.total();
        let months = dues.iter().map(|due| cell(forecast.of_month(*due)));
        let cells = months.chain([cell(total), Cell::Number(total.amount)]).collect();
        rows.push(Row { name: t.numbers_total(), cells });
        let names: Vec<String> = dues.iter().map(|due| self.due(*due)).collect();
        let bars = dues.iter().zip(&names).map(|(due, name)| {
            let worth = forecast.of_month(*due).weighted;
            (name.clone(), worth, Cell::Number(worth).shown(&self.f))
        });
        let bars = bars.collect();
        let header = [t.pipeline_stage()].into_iter().chain(names).chain([t.numbers_total(), t.pipeline_value()]);
        let table = Table {
            key: format!("forecast-{currency}"),
            title: t.numbers_forecast_in(currency),
            how: t.numbers_forecast_months_how(),
            header: header.collect(),
            rows,
            ..Table::default()
        };
        table.with_plot(t.pipeline_weighted(), bars)
    }

    fn due(&self, due: Due) -> String {
        match due {
            Due::Past => self.t.numbers_due_past(),
            Due::Later => self.t.numbers_due_later(),
            Due::Unsaid => self.t.numbers_due_unsaid(),
            Due::Month(place) => {
                let months = ahead(self.period.last);
                let month = usize::try_from(place).ok().and_then(|place| months.get(place));
                month.map_or_else(String::new, |month| Format::opening(&self.f.month_year(*month)))
            }
        }
    }
}

/// The columns in order.
fn dues() -> Vec<Due> {
    [Due::Past].into_iter().chain((0..AHEAD).map(Due::Month)).chain([Due::Later, Due::Unsaid]).collect()
}
