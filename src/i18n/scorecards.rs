//! Scorecards in words: gaps, and what is wrong with figures.

use chrono::NaiveDate;

use super::{Texts, field_errors, format::Format, texts};
use crate::domain::agenda::{
    amount::{Amount, AmountError},
    scorecard::{Gap, Row, TimeLeft},
    sheet::{Column, LineError, Problem},
};

/// How far a target is, and how much time there is: `3 of 10 left, 5 weeks`.
pub(crate) fn gap(f: &Format, row: &Row, today: NaiveDate) -> String {
    let t = texts(f.language());
    let gap = match row.gap() {
        Gap::NoTarget => t.score_gap_no_target(),
        Gap::NotKnown => t.score_gap_not_known(),
        Gap::Left { left, target } => t.score_gap_left(f.amount(left), f.amount(target)),
        Gap::Reached => t.score_gap_reached(),
        Gap::Beyond(more) => t.score_gap_beyond(f.amount(more)),
        Gap::Above(more) => t.score_gap_above(f.amount(more)),
        Gap::Under(less) => t.score_gap_under(f.amount(less)),
    };
    let time = row.time_left(today).map(|time| match time {
        TimeLeft::Days(0) => t.score_time_today(),
        TimeLeft::Days(days) => t.score_time_days(days),
        TimeLeft::Weeks(weeks) => t.score_time_weeks(weeks),
        TimeLeft::DaysLate(days) => t.score_time_days_late(days),
        TimeLeft::WeeksLate(weeks) => t.score_time_weeks_late(weeks),
    });
    time.map_or_else(|| gap.clone(), |time| format!("{gap}, {time}"))
}

/// A figure with its unit.
pub(crate) fn figure(f: &Format, amount: Amount, unit: &str) -> String {
    if unit.is_empty() { f.amount(amount) } else { format!("{}\u{a0}{unit}", f.amount(amount)) }
}

/// Why a figure was not taken, with an example in the reader's form.
pub(crate) fn not_a_figure(f: &Format, error: AmountError) -> String {
    let t = texts(f.language());
    let example = |hundredths| f.amount(Amount::from_hundredths(hundredths).unwrap_or_default());
    match error {
        AmountError::NotANumber => t.score_not_a_number(example(1_250)),
        AmountError::Unclear => t.score_unclear("1\u{a0}234", example(123)),
        AmountError::TooFine => t.score_too_fine(),
        AmountError::TooLarge => t.score_too_large(),
    }
}

/// What a column is called.
pub(crate) fn column(t: &Texts, column: Column) -> String {
    match column {
        Column::Metric => t.score_metric(),
        Column::Target => t.score_target(),
        Column::Actual => t.score_actual(),
        Column::Unit => t.score_unit(),
        Column::Due => t.score_due(),
        Column::Less => t.score_less(),
    }
}

/// What is wrong with a line of a file.
pub(crate) fn line(f: &Format, error: &LineError, today: NaiveDate) -> String {
    let t = texts(f.language());
    let problem = match &error.problem {
        Problem::NoMetric => t.score_no_metric(),
        Problem::TooLong(of, most) => format!("{}: {}", column(t, *of), t.field_too_long(*most)),
        Problem::Figure(of, typed, error) => {
            format!("{} “{typed}”: {}", column(t, *of), not_a_figure(f, *error))
        }
        Problem::Date(typed, error) => {
            format!("{} “{typed}”: {}", column(t, Column::Due), field_errors::date(f, *error, today))
        }
        Problem::YesOrNo(of, typed) => format!("{} “{typed}”: {}", column(t, *of), t.score_yes_or_no()),
        Problem::Twice(metric) => t.score_twice(metric),
        Problem::OpenQuote => t.score_open_quote(),
        Problem::TooMany => t.score_too_many(crate::domain::agenda::scorecard::MAX_ROWS),
    };
    format!("{} {problem}", t.score_line(error.line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{language::Language, person::Clock, time::Zone};

    fn row(target: &str, actual: &str, due: &str) -> Row {
        Row {
            metric: "Orders".to_owned(),
            unit: String::new(),
            target: Amount::parse(target).unwrap(),
            actual: Amount::parse(actual).unwrap(),
            due: due.parse().ok(),
            less: false,
        }
    }

    #[test]
    fn gaps_are_said_as_people_would() {
        let today = "2026-11-23".parse().unwrap();
        let formats = Language::ALL.map(|language| Format::new(language, Clock::Language, Zone::utc()));
        for (row, expected) in [
            (
                row("10", "7", "2026-12-28"),
                [
                    "3 of 10 left, 5 weeks",
                    "3 av 10 kvar, 5 veckor",
                    "Jäljellä 3/10, 5 viikkoa",
                    "3 av 10 gjenstår, 5 uker",
                ],
            ),
            (
                row("1500", "250,5", "2026-11-24"),
                [
                    "1,249.5 of 1,500 left, 1 day",
                    "1\u{a0}249,5 av 1\u{a0}500 kvar, 1 dag",
                    "Jäljellä 1\u{a0}249,5/1\u{a0}500, 1 päivä",
                    "1\u{a0}249,5 av 1\u{a0}500 gjenstår, 1 dag",
                ],
            ),
            (
                row("10", "7", "2026-11-01"),
                [
                    "3 of 10 left, 3 weeks late",
                    "3 av 10 kvar, 3 veckor försenat",
                    "Jäljellä 3/10, 3 viikkoa myöhässä",
                    "3 av 10 gjenstår, 3 uker på overtid",
                ],
            ),
            (row("10", "12", "2026-12-28"), ["Reached, 2 above", "Nått, 2 över", "Saavutettu, 2 yli", "Nådd, 2 over"]),
            (
                Row { less: true, ..row("5", "7", "2026-12-28") },
                [
                    "2 above the target, 5 weeks",
                    "2 över målet, 5 veckor",
                    "2 yli tavoitteen, 5 viikkoa",
                    "2 over målet, 5 uker",
                ],
            ),
            (
                Row { less: true, ..row("5", "2", "2026-12-28") },
                ["Reached, 3 below", "Nått, 3 under", "Saavutettu, 3 alle", "Nådd, 3 under"],
            ),
        ] {
            assert_eq!(formats.each_ref().map(|f| gap(f, &row, today)), expected);
        }
    }

    #[test]
    fn what_is_wrong_names_line_column_and_text() {
        let f = Format::new(Language::Sv, Clock::Language, Zone::utc());
        let today = "2026-11-23".parse().unwrap();
        let error =
            LineError { line: 3, problem: Problem::Figure(Column::Target, "tio".to_owned(), AmountError::NotANumber) };
        assert_eq!(line(&f, &error, today), "Rad 3: Mål “tio”: Skriv ett tal, till exempel 12,5.");
    }
}
