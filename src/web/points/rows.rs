//! The rows of a scorecard in a form.

use chrono::NaiveDate;

use crate::{
    domain::{
        agenda::{
            amount::Amount,
            scorecard::{MAX_METRIC, MAX_ROWS, MAX_UNIT, Row, metric_key},
            sheet::Sheet,
        },
        language::Language,
        text::SafeText,
        when::{self, DateError},
    },
    i18n::{Texts, field_errors, format::Format, scorecards},
    web::form::{Errors, Form},
};

/// Empty rows at the end of a form, and how many more are added at once.
pub(super) const SPARE: usize = 2;

/// A row as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TypedRow {
    pub(super) metric: String,
    pub(super) target: String,
    pub(super) actual: String,
    pub(super) unit: String,
    pub(super) due: String,
    /// Less is better.
    pub(super) less: bool,
}

impl TypedRow {
    /// As a form shows what is stored.
    pub(super) fn of(f: &Format, row: &Row) -> Self {
        // Without groups: an English 1,200 could not be read again.
        let point = if f.language() == Language::En { "." } else { "," };
        let figure = |amount: Option<Amount>| amount.map_or_else(String::new, |a| a.to_string().replace('.', point));
        Self {
            metric: row.metric.clone(),
            target: figure(row.target),
            actual: figure(row.actual),
            unit: row.unit.clone(),
            due: row.due.map_or_else(String::new, |day| f.short_date(day)),
            less: row.less,
        }
    }

    fn is_empty(&self) -> bool {
        [&self.metric, &self.target, &self.actual, &self.unit, &self.due].iter().all(|text| text.trim().is_empty())
    }
}

/// The rows of a form in order; empty ones at the end are left out.
pub(super) fn typed(form: &Form) -> Vec<TypedRow> {
    let row = |n: usize| {
        let of = |what: &str| form.get(&format!("{what}-{n}")).to_owned();
        TypedRow {
            metric: of("metric"),
            target: of("target"),
            actual: of("actual"),
            unit: of("unit"),
            due: of("due"),
            less: of("less") == "yes",
        }
    };
    let mut rows: Vec<TypedRow> = (0..MAX_ROWS).map(row).collect();
    let filled = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
    rows.truncate(filled);
    rows
}

/// What the rows say; empty ones say nothing. Problems stand beside their fields.
pub(super) fn read(t: &Texts, f: &Format, rows: &[TypedRow], today: NaiveDate) -> Result<Vec<Row>, Errors> {
    let mut errors = Errors::default();
    let mut found: Vec<Row> = Vec::new();
    for (n, typed) in rows.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
        let row = one(t, f, (n, typed, today), &mut errors);
        if row.metric.is_empty() {
            errors.add(format!("metric-{n}"), t.score_no_metric());
        } else if found.iter().any(|other| other.key() == row.key()) {
            errors.add(format!("metric-{n}"), t.score_twice(&row.metric));
        }
        found.push(row);
    }
    if errors.is_empty() { Ok(found) } else { Err(errors) }
}

fn one(t: &Texts, f: &Format, (n, typed, today): (usize, &TypedRow, NaiveDate), errors: &mut Errors) -> Row {
    let mut line = |name: &str, text: &str, most: usize| {
        if text.trim().chars().count() > most {
            errors.add(format!("{name}-{n}"), t.field_too_long(most));
        }
        String::from(SafeText::line(text, most))
    };
    let (metric, unit) = (line("metric", &typed.metric, MAX_METRIC), line("unit", &typed.unit, MAX_UNIT));
    let mut figure = |name: &str, text: &str| {
        Amount::parse(text).unwrap_or_else(|error| {
            errors.add(format!("{name}-{n}"), scorecards::not_a_figure(f, error));
            None
        })
    };
    let (target, actual) = (figure("target", &typed.target), figure("actual", &typed.actual));
    let due = match when::date(&typed.due, today) {
        Ok(day) => Some(day),
        Err(DateError::Empty) => None,
        Err(error) => {
            errors.add(format!("due-{n}"), field_errors::date(f, error, today));
            None
        }
    };
    Row { metric, unit, target, actual, due, less: typed.less }
}

/// Fills rows from a file: those with the same metric are completed, others follow. Tells how many were taken; what does
/// not fit any more is not.
pub(super) fn fill(f: &Format, rows: &mut Vec<TypedRow>, file: &Sheet) -> usize {
    let mut taken = 0;
    for (row, less) in file.rows.iter().zip(&file.less) {
        let fresh = TypedRow::of(f, row);
        if let Some(old) = rows.iter_mut().find(|old| metric_key(&old.metric) == row.key()) {
            for (old, fresh) in [
                (&mut old.target, fresh.target),
                (&mut old.actual, fresh.actual),
                (&mut old.unit, fresh.unit),
                (&mut old.due, fresh.due),
            ] {
                if !fresh.is_empty() {
                    *old = fresh;
                }
            }
            old.less = less.unwrap_or(old.less);
        } else if rows.len() < MAX_ROWS {
            rows.push(fresh);
        } else {
            continue;
        }
        taken += 1;
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{person::Clock, time::Zone},
        i18n::texts,
    };

    fn form(fields: &[(&str, &str)]) -> Form {
        Form::new(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn every_problem_stands_beside_its_field() {
        let today = "2026-11-23".parse().unwrap();
        let f = Format::new(Language::En, Clock::Language, Zone::utc());
        let long = "m".repeat(81);
        let rows = typed(&form(&[
            ("metric-0", "Orders"),
            ("target-0", "ten"),
            ("actual-0", "1,234"),
            ("due-0", "soon"),
            ("target-2", "5"),
            ("metric-3", " orders "),
            ("metric-4", &long),
            ("metric-25", "beyond"),
        ]));
        assert_eq!(rows.len(), 5);
        let errors = read(texts(Language::En), &f, &rows, today).unwrap_err();
        let fields: Vec<&str> = errors.0.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["target-0", "actual-0", "due-0", "metric-2", "metric-3", "metric-4"]);
    }

    #[test]
    fn what_a_form_shows_is_read_again() {
        for language in Language::ALL {
            let f = Format::new(language, Clock::Language, Zone::utc());
            for typed in ["1 200", "-1 234 567,25", "0,5", "10"] {
                let amount = Amount::parse(typed).unwrap();
                let row = Row {
                    metric: "M".to_owned(),
                    unit: String::new(),
                    target: amount,
                    actual: None,
                    due: None,
                    less: false,
                };
                let shown = TypedRow::of(&f, &row).target;
                assert_eq!(Amount::parse(&shown), Ok(amount), "{shown}");
            }
        }
    }

    #[test]
    fn a_file_completes_rows_and_adds_others() {
        let f = Format::new(Language::Sv, Clock::Language, Zone::utc());
        let mut rows = typed(&form(&[("metric-0", "Nya kunder"), ("target-0", "10"), ("unit-0", "st")]));
        let row = |metric: &str, actual: &str| Row {
            metric: metric.to_owned(),
            unit: String::new(),
            target: None,
            actual: Amount::parse(actual).unwrap(),
            due: None,
            less: false,
        };
        let said = |rows: Vec<Row>, less| Sheet { less: vec![less; rows.len()], rows, ..Sheet::default() };
        let sheet = |rows| said(rows, None);
        assert_eq!(fill(&f, &mut rows, &sheet(vec![row("NYA  KUNDER", "7,5"), row("Möten", "3")])), 2);
        assert_eq!((rows[0].target.as_str(), rows[0].actual.as_str(), rows[0].unit.as_str()), ("10", "7,5", "st"));
        assert_eq!((rows.len(), rows[1].metric.as_str()), (2, "Möten"));
        // Only a file that says so changes which way is better.
        rows[1].less = true;
        fill(&f, &mut rows, &sheet(vec![row("Möten", "4")]));
        assert!(rows[1].less);
        fill(&f, &mut rows, &said(vec![row("Möten", "4")], Some(false)));
        assert!(!rows[1].less);
        let many: Vec<Row> = (0..30).map(|n| row(&format!("M{n}"), "1")).collect();
        assert_eq!(fill(&f, &mut rows, &sheet(many)), 18);
        assert_eq!(rows.len(), MAX_ROWS);
    }
}
