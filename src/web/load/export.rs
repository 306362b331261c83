//! The table for spreadsheets.

use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};

use super::{
    asked,
    gather::{Gathered, Money},
};
use crate::{
    domain::{
        ids::TeamId,
        load::{
            figures,
            table::{Cell, together},
        },
        time::Week,
    },
    store::load_report::OfCustomer,
    web::{caller::Caller, csv::Csv, failure::Failure, form::Form, path::One, state::Reads},
};

/// One line for each person and week; for members their own lines and the average of the team. Cost stands in the lines of
/// all together only, and only for those who may know.
pub(super) async fn export(
    State(reads): State<Reads>,
    caller: Caller,
    One(team): One<TeamId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut tx = reads.begin().await?;
    let gathered = Gathered::read(&mut tx, &caller, team, asked(query.as_deref())).await?;
    if Form::from_query(query.as_deref()).get("by") == "customer" {
        let csv = by_customer(&caller, &gathered.by_customer(&mut tx).await?);
        return Ok(file(&reads, "customers", csv));
    }
    let money = Money::read(&mut tx, &caller, &gathered).await?;
    let mut header = vec![
        t.load_person(),
        t.load_csv_week(),
        t.load_csv_hours(),
        t.load_csv_meetings(),
        t.load_csv_internal(),
        t.load_csv_customer(),
        t.load_csv_working(),
        t.load_csv_selling(),
        t.load_csv_over(),
    ];
    header.extend(money.as_ref().map(|money| t.rates_csv_cost(money.currency.as_str())));
    let mut csv = Csv::in_language(caller.language(), &header);
    let weeks = gathered.window.weeks();
    for (person, row) in gathered.people.iter().zip(&gathered.rows) {
        for (week, cell) in weeks.iter().zip(&row.cells) {
            csv.row(&filled(cells(&caller, &person.name, *week, cell), header.len()));
        }
    }
    for (week, minutes) in weeks.iter().zip(gathered.averages.iter().flatten()) {
        let line = [t.load_average(), week.to_string(), caller.format().decimal_hours(*minutes)];
        csv.row(&filled(line, header.len()));
    }
    if let Some(money) = &money {
        let costs = figures::by_week(&gathered.window, &gathered.sums, &money.rates);
        for ((week, cell), cost) in weeks.iter().zip(together(&gathered.rows)).zip(costs) {
            let mut line = cells(&caller, &t.rates_together(), *week, &cell).to_vec();
            line.push(cost.to_string());
            csv.row(&line);
        }
    }
    Ok(file(&reads, "load", csv))
}

fn by_customer(caller: &Caller, customers: &[OfCustomer]) -> Csv {
    let (t, f) = (caller.texts(), caller.format());
    let header = [t.load_customer_column(), t.load_csv_hours(), t.load_csv_meetings()];
    let mut csv = Csv::in_language(caller.language(), &header);
    for of in customers {
        let hours = f.decimal_hours(u32::try_from(of.minutes).unwrap_or(u32::MAX));
        csv.row(&[of.name.clone(), hours, of.meetings.to_string()]);
    }
    csv
}

fn file(reads: &Reads, what: &str, csv: Csv) -> Response {
    let name = format!("attachment; filename=\"sparsam-{what}-{}.csv\"", reads.now().format("%Y-%m-%d"));
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    (headers, csv.into_text()).into_response()
}

fn filled(line: impl IntoIterator<Item = String>, columns: usize) -> Vec<String> {
    let mut line: Vec<String> = line.into_iter().collect();
    line.resize(columns, String::new());
    line
}

fn cells(caller: &Caller, name: &str, week: Week, cell: &Cell) -> [String; 9] {
    let (t, f) = (caller.texts(), caller.format());
    let hours = |minutes: u32| f.decimal_hours(minutes);
    [
        name.to_owned(),
        week.to_string(),
        hours(cell.minutes),
        cell.meetings.to_string(),
        hours(cell.internal),
        hours(cell.minutes.saturating_sub(cell.internal)),
        hours(cell.working),
        hours(cell.selling()),
        if cell.over.is_empty() { t.word_no() } else { t.word_yes() },
    ]
}
