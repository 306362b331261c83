//! Scorecards from spreadsheets: comma-separated values as programs really write them.

use chrono::NaiveDate;

use super::{
    amount::{Amount, AmountError},
    scorecard::{MAX_METRIC, MAX_ROWS, MAX_UNIT, Row, metric_key},
};
use crate::domain::{
    text::SafeText,
    transfer::words::yes,
    when::{self, DateError},
};

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// Most lines that are complained of.
const MAX_ERRORS: usize = 20;

/// A column of a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What is measured.
    Metric,
    /// What is to be reached.
    Target,
    /// What is reached.
    Actual,
    /// What it is counted in.
    Unit,
    /// The last day.
    Due,
    /// Whether less is better: yes or no.
    Less,
}

/// The columns of a file without headings, in order.
const USUAL: [Column; 5] = [Column::Metric, Column::Target, Column::Actual, Column::Unit, Column::Due];

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// Number of the line in the file, from 1.
    pub line: usize,
    /// Why.
    pub problem: Problem,
}

/// Why a line was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Figures without a metric.
    NoMetric,
    /// The text in this column is longer than it may be.
    TooLong(Column, usize),
    /// No figure.
    Figure(Column, String, AmountError),
    /// No date.
    Date(String, DateError),
    /// Neither yes nor no.
    YesOrNo(Column, String),
    /// The metric stood in an earlier line.
    Twice(String),
    /// A quote that is never closed.
    OpenQuote,
    /// There are more than [`MAX_ROWS`] lines.
    TooMany,
}

/// Why a file is no table at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More than [`MAX_BYTES`].
    #[error("too large")]
    TooLarge,
    /// Not text: a workbook, a picture.
    #[error("not text")]
    NotText,
    /// No line with anything in it.
    #[error("empty")]
    Empty,
}

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The lines that are fine.
    pub rows: Vec<Row>,
    /// Of each of them, whether less is better, where the file says so.
    pub less: Vec<Option<bool>>,
    /// The others, at most 20.
    pub errors: Vec<LineError>,
}

/// Reads a file: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252; parted by semicolons, tabs
/// or commas; quotes as in RFC 4180. A first line of known headings, in any of our languages, says which column is which.
///
/// # Errors
/// [`SheetError`] when it is no table; what is wrong with single lines stands in [`Sheet::errors`].
pub fn read(bytes: &[u8], today: NaiveDate) -> Result<Sheet, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge);
    }
    let text = decode(bytes).ok_or(SheetError::NotText)?;
    let (lines, open) = cells(&text, separator(&text));
    let mut lines = lines.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())).peekable();
    let columns = lines.peek().and_then(|(_, cells)| headings(cells));
    if columns.is_some() {
        lines.next();
    }
    let columns = columns.unwrap_or_else(|| USUAL.iter().copied().map(Some).collect());
    let mut sheet = Sheet::default();
    for (line, cells) in lines {
        if Some(line) == open {
            sheet.refuse(line, vec![Problem::OpenQuote]);
        } else if sheet.rows.len() == MAX_ROWS {
            sheet.refuse(line, vec![Problem::TooMany]);
            break;
        } else {
            sheet.take(line, &columns, &cells, today);
        }
    }
    if sheet.rows.is_empty() && sheet.errors.is_empty() { Err(SheetError::Empty) } else { Ok(sheet) }
}

impl Sheet {
    fn take(&mut self, line: usize, columns: &[Option<Column>], cells: &[String], today: NaiveDate) {
        let of = |column| {
            let place = columns.iter().position(|c| *c == Some(column));
            place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
        };
        let mut problems = Vec::new();
        let mut figure = |column| {
            Amount::parse(of(column)).unwrap_or_else(|error| {
                problems.push(Problem::Figure(column, shortened(of(column)), error));
                None
            })
        };
        let (target, actual) = (figure(Column::Target), figure(Column::Actual));
        let due = match when::date(of(Column::Due), today) {
            Ok(day) => Some(day),
            Err(DateError::Empty) => None,
            Err(error) => {
                problems.push(Problem::Date(shortened(of(Column::Due)), error));
                None
            }
        };
        let less = match of(Column::Less) {
            "" => None,
            text => {
                let less = yes(text);
                if less.is_none() {
                    problems.push(Problem::YesOrNo(Column::Less, shortened(text)));
                }
                less
            }
        };
        for (column, most) in [(Column::Metric, MAX_METRIC), (Column::Unit, MAX_UNIT)] {
            if of(column).chars().count() > most {
                problems.push(Problem::TooLong(column, most));
            }
        }
        let metric = String::from(SafeText::line(of(Column::Metric), MAX_METRIC));
        if metric.is_empty() {
            problems.push(Problem::NoMetric);
        } else if self.rows.iter().any(|row| row.key() == metric_key(&metric)) {
            problems.push(Problem::Twice(metric.clone()));
        }
        let unit = String::from(SafeText::line(of(Column::Unit), MAX_UNIT));
        if problems.is_empty() {
            self.rows.push(Row { metric, unit, target, actual, due, less: less == Some(true) });
            self.less.push(less);
        }
        self.refuse(line, problems);
    }

    fn refuse(&mut self, line: usize, problems: Vec<Problem>) {
        let room = MAX_ERRORS.saturating_sub(self.errors.len());
        self.errors.extend(problems.into_iter().take(room).map(|problem| LineError { line, problem }));
    }
}

fn shortened(text: &str) -> String {
    String::from(SafeText::line(text, 30))
}

/// The text, whatever wrote it; `None` for what is no text.
fn decode(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok()?,
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => {
            std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|b| windows_1252(*b)).collect(), str::to_owned)
        }
    };
    let binary = |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    (!text.contains(binary)).then_some(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).ok().filter(|_| rest.is_empty())
}

/// The letters of 0x80 to 0x9F; the five that mean nothing stay the control characters that they are.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    let high = byte.checked_sub(0x80).and_then(|place| HIGH.get(usize::from(place)));
    high.copied().unwrap_or(char::from(byte))
}

/// Semicolons and tabs stand in no figure, so either of them in the first line parts it; a `sep=` line says it itself.
fn separator(text: &str) -> char {
    let text = text.trim_start_matches(['\r', '\n', ' ']);
    if let Some(said) = text.strip_prefix("sep=") {
        return said.chars().next().unwrap_or(',');
    }
    let mut quoted = false;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\r' | '\n' if !quoted => break,
            c if !quoted => outside.push(c),
            _ => {}
        }
    }
    [';', '\t'].into_iter().find(|sign| outside.contains(*sign)).unwrap_or(',')
}

/// Lines with their numbers, and the line of a quote that is never closed. A `sep=` line is left out.
fn cells(text: &str, separator: char) -> (Vec<(usize, Vec<String>)>, Option<usize>) {
    let (mut lines, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            c if c == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => {
                cells.push(std::mem::take(&mut cell));
                lines.push((begun, std::mem::take(&mut cells)));
                line += 1;
                begun = line;
            }
            c => {
                line += usize::from(c == '\n');
                cell.push(c);
            }
        }
    }
    cells.push(cell);
    lines.push((begun, cells));
    lines.retain(|(number, cells)| *number > 1 || !cells.first().is_some_and(|cell| cell.starts_with("sep=")));
    (lines, quoted.then_some(begun))
}

/// Which column is which, if the line is one of headings: it names the metric, and nothing that is unknown as a figure.
fn headings(cells: &[String]) -> Option<Vec<Option<Column>>> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| named(cell)).collect();
    (columns.contains(&Some(Column::Metric)) && columns.iter().flatten().count() > 1).then_some(columns)
}

fn named(heading: &str) -> Option<Column> {
    Some(match heading.trim().to_lowercase().as_str() {
        "metric" | "kpi" | "measure" | "mått" | "nyckeltal" | "mittari" | "tunnusluku" | "måltall" | "nøkkeltall" => {
            Column::Metric
        }
        "target" | "goal" | "mål" | "tavoite" => Column::Target,
        "actual" | "result" | "utfall" | "resultat" | "toteuma" | "tulos" | "faktisk" => Column::Actual,
        "unit" | "enhet" | "yksikkö" => Column::Unit,
        "lower is better" | "less is better" | "lägre är bättre" | "pienempi on parempi" | "lavere er bedre" => {
            Column::Less
        }
        "due" | "by" | "until" | "date" | "reach by" | "senast" | "till" | "datum" | "nås senast" | "viimeistään"
        | "päivämäärä" | "frist" | "innen" | "dato" | "nås innen" => Column::Due,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
