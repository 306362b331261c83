//! What was measured, against limits and goals.

use std::fmt::Write as _;

/// How figures are written.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    Milliseconds,
    PerSecond,
    Megabytes,
    /// A ratio alone.
    Times,
}

/// What a figure must hold.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// At most so many times the limit.
    Ratio(f64),
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
    /// Nothing; it is told to make another figure plain.
    None,
}

/// One measured figure.
pub(crate) struct Figure {
    /// For example `P9`.
    pub(crate) id: &'static str,
    pub(crate) what: String,
    pub(crate) unit: Unit,
    pub(crate) measured: f64,
    /// The same work by the simplest correct code, measured in this run.
    pub(crate) limit: Option<f64>,
    pub(crate) goal: Goal,
}

impl Figure {
    pub(crate) fn new(id: &'static str, what: impl Into<String>, unit: Unit, measured: f64) -> Self {
        Self { id, what: what.into(), unit, measured, limit: None, goal: Goal::None }
    }

    pub(crate) fn limit(self, limit: f64) -> Self {
        Self { limit: Some(limit), ..self }
    }

    pub(crate) fn goal(self, goal: Goal) -> Self {
        Self { goal, ..self }
    }

    fn ratio(&self) -> Option<f64> {
        self.limit.filter(|limit| *limit > 0.0).map(|limit| self.measured / limit)
    }

    /// `None` where there is no goal.
    fn holds(&self) -> Option<bool> {
        match self.goal {
            Goal::Ratio(most) => self.ratio().map(|ratio| ratio <= most),
            Goal::AtMost(most) => Some(self.measured <= most),
            Goal::AtLeast(least) => Some(self.measured >= least),
            Goal::None => None,
        }
    }

    fn cells(&self) -> [String; 7] {
        let goal = match self.goal {
            Goal::Ratio(most) => format!("≤ {most} × limit"),
            Goal::AtMost(most) => format!("≤ {}", write(most, self.unit)),
            Goal::AtLeast(least) => format!("≥ {}", write(least, self.unit)),
            Goal::None => String::new(),
        };
        let verdict = match self.holds() {
            Some(true) => "ok",
            Some(false) => "NOT OK",
            None => "",
        };
        [
            self.id.to_owned(),
            self.what.clone(),
            write(self.measured, self.unit),
            self.limit.map_or_else(String::new, |limit| write(limit, self.unit)),
            self.ratio().map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            goal,
            verdict.to_owned(),
        ]
    }
}

fn write(number: f64, unit: Unit) -> String {
    match unit {
        Unit::Milliseconds if number < 1.0 => format!("{number:.3} ms"),
        Unit::Milliseconds => format!("{number:.1} ms"),
        Unit::PerSecond => format!("{number:.0}/s"),
        Unit::Megabytes => format!("{:.1} MB", number / 1e6),
        Unit::Times => format!("{number:.2}"),
    }
}

/// All figures of a run.
#[derive(Default)]
pub(crate) struct Report(Vec<Figure>);

impl Report {
    pub(crate) fn add(&mut self, figure: Figure) {
        super::say(&figure.cells().join(" | "));
        self.0.push(figure);
    }

    pub(crate) fn all_hold(&self) -> bool {
        self.0.iter().all(|figure| figure.holds() != Some(false))
    }

    /// As a Markdown table, padded so that it is a table in a terminal, too.
    pub(crate) fn table(&self) -> String {
        let head = ["", "Work", "Measured", "Limit", "Ratio", "Goal", ""].map(str::to_owned);
        let rows: Vec<_> = std::iter::once(head).chain(self.0.iter().map(Figure::cells)).collect();
        let mut widths = [0; 7];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        let mut table = String::new();
        for (number, row) in rows.iter().enumerate() {
            for (cell, width) in row.iter().zip(widths) {
                // Writing to a String cannot fail.
                let _ = write!(table, "| {cell:width$} ");
            }
            table.push_str("|\n");
            if number == 0 {
                for width in widths {
                    table.push('|');
                    table.push_str(&"-".repeat(width + 2));
                }
                table.push_str("|\n");
            }
        }
        table
    }
}
