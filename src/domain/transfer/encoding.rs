//! How the letters of a file are written, guessed while it comes in.

use crate::domain::terms::terms;

terms! {
    /// How letters are written.
    Encoding {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// Windows-1252, as spreadsheets in western Europe save it.
        Windows1252 = "windows-1252",
        /// UTF-16, low byte first.
        Utf16Le = "utf-16le",
        /// UTF-16, high byte first.
        Utf16Be = "utf-16be",
    }
}

/// Bytes at the beginning that are looked at for marks and for zeros.
const HEAD: usize = 4_096;

/// Looks at a file as it comes in; keeps next to nothing of it.
#[derive(Debug, Clone, Default)]
pub struct Sniffer {
    head: Vec<u8>,
    /// The end of a piece that may be the first bytes of a letter.
    rest: Vec<u8>,
    not_utf8: bool,
}

impl Sniffer {
    /// The next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(room));
        if self.not_utf8 {
            return;
        }
        self.rest.extend_from_slice(bytes);
        match std::str::from_utf8(&self.rest) {
            Ok(_) => self.rest.clear(),
            Err(error) if error.error_len().is_none() => {
                self.rest.drain(..error.valid_up_to());
            }
            Err(_) => {
                self.not_utf8 = true;
                self.rest = Vec::new();
            }
        }
    }

    /// What the whole file most likely is; `None` for what is no text: a workbook, a picture.
    #[must_use]
    pub fn guess(&self) -> Option<Encoding> {
        let zeros = |odd: usize| self.head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
        let half = self.head.len() / 2;
        match self.head.as_slice() {
            [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
            [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] | [b'%', b'P', b'D', b'F', ..] => None,
            _ if half > 0 && zeros(0) == 0 && zeros(1) * 2 > half => Some(Encoding::Utf16Le),
            _ if half > 0 && zeros(1) == 0 && zeros(0) * 2 > half => Some(Encoding::Utf16Be),
            // A zero in the middle of a table is a fault of one row; one where a table begins is no table.
            head if head.iter().take(64).any(|byte| *byte == 0) => None,
            _ if self.not_utf8 || !self.rest.is_empty() => Some(Encoding::Windows1252),
            _ => Some(Encoding::Utf8),
        }
    }

    /// Whether nothing came.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
    }
}

/// What stands at the beginning of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A letter, and how many bytes it takes.
    Letter(char, usize),
    /// So many bytes that are no letter.
    Broken(usize),
    /// The beginning of a letter, or nothing at all.
    More,
}

impl Encoding {
    /// Bytes of the mark at the beginning of a file.
    #[must_use]
    pub fn mark(self, bytes: &[u8]) -> usize {
        match (self, bytes) {
            (Self::Utf8, [0xef, 0xbb, 0xbf, ..]) => 3,
            (Self::Utf16Le, [0xff, 0xfe, ..]) | (Self::Utf16Be, [0xfe, 0xff, ..]) => 2,
            _ => 0,
        }
    }

    /// The first letter of some bytes.
    #[must_use]
    pub fn next(self, bytes: &[u8]) -> Next {
        match self {
            Self::Windows1252 => bytes.first().map_or(Next::More, |byte| Next::Letter(windows_1252(*byte), 1)),
            Self::Utf8 => utf8(bytes),
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes),
        }
    }
}

fn utf8(bytes: &[u8]) -> Next {
    let Some(first) = bytes.first() else { return Next::More };
    if first.is_ascii() {
        return Next::Letter(char::from(*first), 1);
    }
    let head = bytes.get(..bytes.len().min(4)).unwrap_or(bytes);
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(error) => return error.error_len().map_or(Next::More, Next::Broken),
    };
    valid.chars().next().map_or(Next::More, |letter| Next::Letter(letter, letter.len_utf8()))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Next {
    let (pairs, _) = bytes.as_chunks::<2>();
    let mut units = pairs.iter().take(2).map(|pair| unit(*pair));
    let Some(first) = units.next() else { return Next::More };
    if !(0xd800..=0xdbff).contains(&first) {
        return char::from_u32(u32::from(first)).map_or(Next::Broken(2), |letter| Next::Letter(letter, 2));
    }
    match units.next() {
        None => Next::More,
        Some(second) => match char::decode_utf16([first, second]).next() {
            Some(Ok(letter)) => Next::Letter(letter, 4),
            _ => Next::Broken(2),
        },
    }
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
