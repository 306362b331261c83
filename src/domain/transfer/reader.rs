//! Rows out of bytes (RFC 4180, and what programs really write), a piece at a time and with bounded memory. Reading can stop
//! after any row and go on there later: a [`Place`] is all that is needed.

use super::{
    MAX_COLUMNS, Reason,
    encoding::{Encoding, Next},
};

/// Most characters of a row.
pub const MAX_ROW: usize = 64 * 1024;

/// Between two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Bytes that have been read.
    pub byte: u64,
    /// Rows that have been read, empty ones and the names of columns among them.
    pub row: i64,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as spreadsheets count, from 1.
    pub number: i64,
    /// Its cells.
    pub cells: Vec<String>,
    /// Why it cannot be read; its cells are cut then.
    pub fault: Option<Reason>,
}

impl Row {
    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.fault.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Makes rows of bytes.
#[derive(Debug)]
pub struct Reader {
    encoding: Encoding,
    separator: char,
    buffer: Vec<u8>,
    /// Bytes of the buffer that are part of `row`.
    read: usize,
    /// Bytes ahead of the buffer.
    dropped: u64,
    place: Place,
    row: Begun,
    ended: bool,
}

/// A row that is being read.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "where in a row the reader stands, each by itself")]
struct Begun {
    cells: Vec<String>,
    cell: String,
    length: usize,
    quoted: bool,
    /// A quote inside quotes: the end of them, or the first of two.
    closing: bool,
    /// A carriage return, whose line feed may follow.
    returned: bool,
    fault: Option<Reason>,
    any: bool,
}

impl Reader {
    /// A reader of what follows a place.
    #[must_use]
    pub fn new((encoding, separator): (Encoding, char), place: Place) -> Self {
        let (dropped, row) = (place.byte, Begun::default());
        Self { encoding, separator, buffer: Vec::new(), read: 0, dropped, place, row, ended: false }
    }

    /// Where the last row ended.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The next bytes of the file.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.buffer.drain(..self.read);
        self.dropped += self.read as u64;
        self.read = 0;
        self.buffer.extend_from_slice(bytes);
        if self.dropped == 0 && self.place.byte == 0 {
            self.read = self.encoding.mark(&self.buffer);
        }
    }

    /// There are no more bytes.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// The next row; `None` when more bytes are needed, or when all were read.
    pub fn next_row(&mut self) -> Option<Row> {
        loop {
            let rest = self.buffer.get(self.read..).unwrap_or_default();
            match self.encoding.next(rest) {
                Next::Letter(letter, bytes) => {
                    if self.row.returned && letter != '\n' {
                        return Some(self.finish());
                    }
                    self.read += bytes;
                    if self.row.take(letter, self.separator) {
                        return Some(self.finish());
                    }
                }
                Next::Broken(bytes) => {
                    self.read += bytes;
                    self.row.any = true;
                    self.row.fault.get_or_insert(Reason::NotText);
                }
                Next::More if self.ended => return self.last(),
                Next::More => return None,
            }
        }
    }

    fn last(&mut self) -> Option<Row> {
        if !self.buffer.get(self.read..).unwrap_or_default().is_empty() {
            self.read = self.buffer.len();
            self.row.any = true;
            self.row.fault.get_or_insert(Reason::NotText);
        }
        if self.row.quoted && !self.row.closing {
            self.row.fault = Some(Reason::OpenQuote);
        }
        (self.row.any || self.row.returned).then(|| self.finish())
    }

    fn finish(&mut self) -> Row {
        let mut row = std::mem::take(&mut self.row);
        row.end_cell();
        self.place.byte = self.dropped + self.read as u64;
        self.place.row += 1;
        Row { number: self.place.row, cells: row.cells, fault: row.fault }
    }
}

impl Begun {
    /// Whether the row ends here.
    fn take(&mut self, letter: char, separator: char) -> bool {
        self.any = true;
        if self.quoted && !self.closing {
            if letter == '"' {
                self.closing = true;
            } else {
                self.put(letter);
            }
            return false;
        }
        if self.closing {
            self.closing = false;
            if letter == '"' {
                self.put(letter);
                return false;
            }
            self.quoted = false;
        }
        match letter {
            '\n' => return true,
            '\r' => self.returned = true,
            '"' if self.cell.trim().is_empty() => {
                self.cell.clear();
                self.quoted = true;
            }
            letter if letter == separator => self.end_cell(),
            letter => self.put(letter),
        }
        false
    }

    fn put(&mut self, letter: char) {
        self.length += 1;
        if letter == '\0' || letter == '\u{fffe}' {
            self.fault.get_or_insert(Reason::NotText);
        } else if self.length > MAX_ROW {
            self.fault = Some(Reason::RowTooLong);
        } else {
            self.cell.push(letter);
        }
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        if self.cells.len() < MAX_COLUMNS {
            self.cells.push(cell);
        } else if !cell.trim().is_empty() {
            self.fault.get_or_insert(Reason::TooWide);
        }
    }
}

/// What stands between the columns: what is most often in the first row, outside of quotes. A `sep=` line says it itself.
#[must_use]
pub fn separator(encoding: Encoding, head: &[u8]) -> char {
    let mut at = encoding.mark(head);
    let (mut quoted, mut said, mut counts) = (false, String::new(), [(';', 0), ('\t', 0), (',', 0), ('|', 0)]);
    while let Next::Letter(letter, bytes) = encoding.next(head.get(at..).unwrap_or_default()) {
        at += bytes;
        match letter {
            '"' => quoted = !quoted,
            '\r' | '\n' if !quoted && !said.is_empty() => break,
            letter if !quoted => {
                for (sign, count) in &mut counts {
                    *count += usize::from(*sign == letter);
                }
            }
            _ => {}
        }
        if said.len() < 8 {
            said.push(letter);
        }
        if let Some(sign) = said.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
            return sign;
        }
    }
    // The first of equals: semicolons and tabs stand in no name.
    counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map_or(',', |(sign, _)| *sign)
}
