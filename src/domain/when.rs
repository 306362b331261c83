//! Reads dates, times and lengths the way people type them.
//!
//! The words of all languages are accepted always: a Finn in a Swedish firm writes `ke 25.11.` without looking at a
//! setting. Day stands before month everywhere. Errors are data; pages put them into words.

mod clock;
mod date;
mod names;

pub use clock::{DurationError, TimeError, minutes, time};
pub use date::{DateError, date};

/// Longest text that is looked at, in characters.
pub const MAX_TYPED: usize = 100;

/// Lower case without marks, so that `Lördag`, `lørdag` and `lordag` are one word; `None` for a text that is too long.
fn folded(text: &str) -> Option<String> {
    if text.chars().take(MAX_TYPED + 1).count() > MAX_TYPED {
        return None;
    }
    let plain = |c: char| match c {
        'å' | 'ä' | 'á' | 'à' => 'a',
        'ö' | 'ø' => 'o',
        'é' => 'e',
        '–' | '\u{2010}' | '\u{2011}' => '-',
        _ if c.is_whitespace() => ' ',
        other => other,
    };
    // Some keyboards send a letter and its mark as two characters.
    let marks = '\u{300}'..='\u{36f}';
    Some(text.chars().filter(|c| !marks.contains(c)).flat_map(char::to_lowercase).map(plain).collect())
}

#[cfg(test)]
mod tests;
