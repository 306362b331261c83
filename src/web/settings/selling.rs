//! Protected selling time: a table of hours by weekday.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use chrono::Days;

use super::hours::{monday, range};
use crate::{
    app::settings,
    domain::hours::{DaySpan, WeekSpan, WorkingHours},
    i18n::{Texts, format::Format},
    web::{access::Access, caller::Caller, failure::Failure, form::Form, routes::Routes, state::Writes},
};

/// The hours that the table has at least.
const USUAL: (u16, u16) = (7, 18);

pub(super) fn routes(routes: Routes) -> Routes {
    routes.command("/settings/selling", Access::SignedIn, save)
}

/// The table, ready to be drawn.
pub(super) struct SellingTable {
    /// Names of the weekdays over the columns: short, and in full for listeners.
    pub(super) days: Vec<(String, String)>,
    pub(super) rows: Vec<Row>,
    /// How much that is, in words.
    pub(super) total: String,
}

pub(super) struct Row {
    pub(super) label: String,
    pub(super) cells: Vec<Cell>,
}

pub(super) struct Cell {
    /// `0-9`: Monday, from nine.
    pub(super) value: String,
    pub(super) label: String,
    pub(super) kept: bool,
}

impl SellingTable {
    /// Shows the working days and hours, and whatever is kept outside them.
    pub(super) fn new(t: &Texts, f: &Format, hours: &WorkingHours, kept: &[WeekSpan]) -> Self {
        let works = |day: u8| hours.days.get(usize::from(day)).is_some_and(Option::is_some);
        let shown = |day: &u8| *day < 5 || works(*day) || kept.iter().any(|s| s.weekday == *day);
        let days: Vec<u8> = (0..7).filter(shown).collect();
        let spans = || hours.days.iter().flatten().copied().chain(kept.iter().map(|s| s.span));
        let first = spans().map(|s| s.from / 60).min().unwrap_or(USUAL.0).min(USUAL.0);
        let last = spans().map(|s| s.to.div_ceil(60)).max().unwrap_or(USUAL.1).max(USUAL.1);
        let name = |day: u8| monday() + Days::new(day.into());
        let row = |hour: u16| {
            let span = DaySpan { from: hour * 60, to: hour * 60 + 60 };
            let cell = |day: &u8| Cell {
                value: format!("{day}-{hour}"),
                label: t.time_selling_cell(f.weekday(name(*day)), range(f, span)),
                kept: kept.iter().any(|s| s.weekday == *day && s.span.from < span.to && span.from < s.span.to),
            };
            Row { label: range(f, span), cells: days.iter().map(cell).collect() }
        };
        Self {
            rows: (first..last.min(24)).map(row).collect(),
            days: days.iter().map(|day| (f.weekday_short(name(*day)), f.weekday(name(*day)))).collect(),
            total: total(t, f, kept),
        }
    }
}

/// `10 h a week`, or that there is none.
pub(super) fn total(t: &Texts, f: &Format, kept: &[WeekSpan]) -> String {
    let minutes: u32 = kept.iter().map(|s| u32::from(s.span.minutes())).sum();
    if minutes == 0 { t.time_selling_none() } else { t.time_selling_total(f.duration(minutes)) }
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    settings::save_selling(&writes.app, caller.actor()?, &read(&form)).await?;
    Ok(Redirect::to("/settings/hours?done=saved").into_response())
}

/// The ticked hours as stretches of the week, in order. What is no box of the table is left out.
fn read(form: &Form) -> Vec<WeekSpan> {
    let mut ticked = [[false; 24]; 7];
    for value in form.all("selling") {
        let Some((day, hour)) = value.split_once('-') else { continue };
        let (Ok(day), Ok(hour)) = (day.parse::<usize>(), hour.parse::<usize>()) else { continue };
        if let Some(cell) = ticked.get_mut(day).and_then(|day| day.get_mut(hour)) {
            *cell = true;
        }
    }
    (0..7)
        .zip(ticked)
        .flat_map(|(weekday, hours)| stretches(hours).map(move |span| WeekSpan { weekday, span }))
        .collect()
}

/// Hours on end made one.
fn stretches(hours: [bool; 24]) -> impl Iterator<Item = DaySpan> {
    let mut spans: Vec<DaySpan> = Vec::new();
    for (from, _) in (0_u16..).step_by(60).zip(hours).filter(|(_, ticked)| *ticked) {
        match spans.last_mut().filter(|last| last.to == from) {
            Some(last) => last.to = from + 60,
            None => spans.push(DaySpan { from, to: from + 60 }),
        }
    }
    spans.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticked_hours_become_stretches() {
        let form =
            |values: &[&str]| Form::new(values.iter().map(|v| ("selling".to_owned(), (*v).to_owned())).collect());
        let spans = |values: &[&str]| -> Vec<(u8, u16, u16)> {
            read(&form(values)).into_iter().map(|s| (s.weekday, s.span.from / 60, s.span.to / 60)).collect()
        };
        assert_eq!(spans(&["0-9", "0-8", "0-11", "6-23", "6-23"]), [(0, 8, 10), (0, 11, 12), (6, 23, 24)]);
        assert_eq!(spans(&["7-9", "0-24", "x-1", "1-", "-1", "9", "0--1", ""]), []);
    }
}
