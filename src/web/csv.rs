//! Comma-separated values that spreadsheets open without running anything.

use std::fmt::Write as _;

use crate::domain::language::Language;

/// A table as text (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8.
pub(super) struct Csv {
    text: String,
    separator: char,
}

impl Csv {
    pub(super) fn new(header: &[String]) -> Self {
        Self::separated_by(',', header)
    }

    /// As spreadsheets in this language expect it: with semicolons where the comma stands in decimal numbers.
    pub(super) fn in_language(language: Language, header: &[String]) -> Self {
        Self::separated_by(if language == Language::En { ',' } else { ';' }, header)
    }

    fn separated_by(separator: char, header: &[String]) -> Self {
        let mut csv = Self { text: "\u{feff}".to_owned(), separator };
        csv.row(header);
        csv
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.text.push(self.separator);
            }
            // Writing to a string cannot fail.
            let _ = write!(self.text, "\"{}\"", harmless(cell).replace('"', "\"\""));
        }
        self.text.push_str("\r\n");
    }

    /// What has been written since this was called last.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front (ASVS 1.2.10).
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_quotes_stay_inside() {
        let mut csv = Csv::new(&["a".to_owned(), "b".to_owned()]);
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "plain, \"quoted\"\r\nline"] {
            csv.row(&[cell.to_owned(), "x".to_owned()]);
        }
        let expected = "\u{feff}\"a\",\"b\"\r\n\"'=1+1\",\"x\"\r\n\"'+1\",\"x\"\r\n\"'-1\",\"x\"\r\n\"'@SUM(A1)\",\"x\"\r\n\
            \"'\t=1\",\"x\"\r\n\"'\r=1\",\"x\"\r\n\"plain, \"\"quoted\"\"\r\nline\",\"x\"\r\n";
        assert_eq!(csv.into_text(), expected);
    }

    #[test]
    fn numbers_with_a_comma_stay_in_one_cell() {
        for (language, expected) in
            [(Language::Fi, "\u{feff}\"a\";\"9,5\"\r\n"), (Language::En, "\u{feff}\"a\",\"9,5\"\r\n")]
        {
            assert_eq!(Csv::in_language(language, &["a".to_owned(), "9,5".to_owned()]).into_text(), expected);
        }
    }
}
