//! A table of figures, as pages show it and as spreadsheets read it.

use crate::{domain::language::Language, i18n::format::Format, web::csv::Csv};

/// Most rows on the page; spreadsheets get all.
const MOST_ROWS: usize = 100;

/// What stands in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing can be said.
    Empty,
    Text(String),
    Number(u64),
    Percent(u8),
    /// Tenths of a day or of a meeting.
    Tenths(u64),
}

impl Cell {
    pub(super) fn shown(&self, f: &Format) -> String {
        match self {
            Self::Empty => "–".to_owned(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => f.number(i64::try_from(*number).unwrap_or(i64::MAX)),
            Self::Percent(percent) => f.percent(*percent),
            Self::Tenths(tenths) => f.tenths(*tenths),
        }
    }

    /// Without grouping and signs, so that spreadsheets take it for a number.
    fn plain(&self, f: &Format) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Percent(percent) => percent.to_string(),
            Self::Tenths(tenths) => f.tenths(*tenths),
        }
    }

    pub(super) const fn is_number(&self) -> bool {
        !matches!(self, Self::Text(_))
    }
}

/// A figure, or nothing.
pub(super) fn number(figure: Option<u64>) -> Cell {
    figure.map_or(Cell::Empty, Cell::Number)
}

/// A share, or nothing.
pub(super) fn percent(share: Option<u8>) -> Cell {
    share.map_or(Cell::Empty, Cell::Percent)
}

/// Tenths, or nothing.
pub(super) fn tenths(figure: Option<u64>) -> Cell {
    figure.map_or(Cell::Empty, Cell::Tenths)
}

/// One row: what it is about, and the cells behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
}

/// One bar of a plot. What it says stands in the table, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) name: String,
    /// Of the longest bar, in percent.
    pub(super) width: u64,
    pub(super) value: String,
}

/// Figures with their definition.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// As addresses have it.
    pub(super) key: String,
    pub(super) title: String,
    /// What is counted, and how.
    pub(super) how: String,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Row>,
    /// The same figures as bars, and what they are.
    pub(super) plot: (String, Vec<Bar>),
    /// Only for spreadsheets.
    pub(super) is_long: bool,
}

impl Table {
    /// The rows of the page.
    pub(super) fn shown(&self) -> &[Row] {
        self.rows.get(..MOST_ROWS).unwrap_or(&self.rows)
    }

    pub(super) fn has_more(&self) -> bool {
        self.rows.len() > MOST_ROWS
    }

    /// The columns behind the first one, and whether they hold numbers.
    pub(super) fn columns(&self) -> Vec<(&str, bool)> {
        let is_number = |place: usize| self.rows.iter().all(|row| row.cells.get(place).is_none_or(Cell::is_number));
        self.header.iter().skip(1).enumerate().map(|(place, name)| (name.as_str(), is_number(place))).collect()
    }

    /// The cells of a row with the names of their columns.
    pub(super) fn named<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        self.header.iter().skip(1).map(String::as_str).zip(&row.cells)
    }

    /// With bars of these figures, each with its value in words.
    pub(super) fn with_plot(self, title: String, bars: Vec<(String, u64, String)>) -> Self {
        let longest = bars.iter().map(|(_, figure, _)| *figure).max().unwrap_or(0).max(1);
        let width = |figure: u64| u64::try_from(u128::from(figure) * 100 / u128::from(longest)).unwrap_or(100);
        let bar = |(name, figure, value)| Bar { name, width: width(figure), value };
        Self { plot: (title, bars.into_iter().map(bar).collect()), ..self }
    }

    /// For spreadsheets in this language.
    pub(super) fn csv(&self, language: Language, f: &Format) -> String {
        let percents =
            |place: usize| self.rows.iter().any(|row| matches!(row.cells.get(place), Some(Cell::Percent(_))));
        let name = |(place, name): (usize, &String)| {
            let is_share = place.checked_sub(1).is_some_and(percents);
            if is_share { format!("{name} (%)") } else { name.clone() }
        };
        let header: Vec<String> = self.header.iter().enumerate().map(name).collect();
        let mut csv = Csv::in_language(language, &header);
        for row in &self.rows {
            let cells = row.cells.iter().map(|cell| cell.plain(f));
            csv.row(&[row.name.clone()].into_iter().chain(cells).collect::<Vec<_>>());
        }
        csv.into_text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{person::Clock, time::Zone};

    #[test]
    fn spreadsheets_get_plain_numbers_all_rows_and_no_formulas() {
        let f = Format::new(Language::Sv, Clock::Language, Zone::utc());
        let row = |name: &str| Row {
            name: name.to_owned(),
            cells: vec![Cell::Number(12_500), Cell::Percent(57), Cell::Tenths(15), Cell::Empty],
        };
        let mut table = Table {
            header: ["Vem", "Summa", "Andel", "Dagar", "Tomt"].map(str::to_owned).to_vec(),
            rows: vec![row("=1+1")],
            ..Table::default()
        };
        assert_eq!(
            table.csv(Language::Sv, &f),
            "\u{feff}\"Vem\";\"Summa\";\"Andel (%)\";\"Dagar\";\"Tomt\"\r\n\"'=1+1\";\"12500\";\"57\";\"1,5\";\"\"\r\n"
        );
        let shown: Vec<String> = table.rows[0].cells.iter().map(|cell| cell.shown(&f)).collect();
        assert_eq!(shown, ["12\u{a0}500", "57\u{a0}%", "1,5", "–"]);
        table.rows = (0..150).map(|n| row(&n.to_string())).collect();
        assert!(table.has_more() && table.shown().len() == 100);
        assert_eq!(table.csv(Language::En, &f).lines().count(), 151);
    }

    #[test]
    fn bars_are_as_long_as_their_figures() {
        let bars = [("a", u64::MAX), ("b", u64::MAX / 2), ("c", 0)].map(|(n, v)| (n.to_owned(), v, String::new()));
        let table = Table::default().with_plot(String::new(), bars.to_vec());
        assert_eq!(table.plot.1.iter().map(|bar| bar.width).collect::<Vec<_>>(), [100, 49, 0]);
        let none = Table::default().with_plot(String::new(), vec![("a".to_owned(), 0, String::new())]);
        assert_eq!(none.plot.1[0].width, 0);
    }
}
