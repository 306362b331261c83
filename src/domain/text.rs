//! Text that came from somebody and goes into mails, calendars and pages.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Text without control characters, invisible direction marks or stray line breaks. Everything a person typed passes
/// through here before it reaches a mail header or a calendar object, so that no input can add a header, a line, a
/// property or a parameter (trust goals T19 and T20).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SafeText(String);

impl SafeText {
    /// One line: line breaks and tabs become blanks, runs of blanks become one, ends are trimmed, at most `max` characters.
    #[must_use]
    pub fn line(raw: &str, max: usize) -> Self {
        let mut out = String::with_capacity(raw.len().min(max * 4));
        let mut taken = 0;
        let mut blank = false;
        for c in raw.chars() {
            if c.is_whitespace() && c != '\u{a0}' {
                blank = taken > 0;
            } else if !is_hidden(c) {
                let need = 1 + usize::from(blank);
                if taken + need > max {
                    break;
                }
                if blank {
                    out.push(' ');
                }
                out.push(c);
                taken += need;
                blank = false;
            }
        }
        Self(out)
    }

    /// Several lines: every kind of line break becomes `\n`, other control characters go, ends are trimmed, at most
    /// `max` characters.
    #[must_use]
    pub fn block(raw: &str, max: usize) -> Self {
        let mut out = String::with_capacity(raw.len().min(max * 4));
        let mut chars = raw.trim().chars().peekable();
        let mut taken = 0;
        while let Some(c) = chars.next() {
            let c = match c {
                '\r' => {
                    if chars.peek() == Some(&'\n') {
                        continue;
                    }
                    '\n'
                }
                '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
                '\t' => ' ',
                '\n' => c,
                c if is_hidden(c) => continue,
                c => c,
            };
            if taken == max {
                break;
            }
            out.push(c);
            taken += 1;
        }
        Self(out.trim_end().to_owned())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<SafeText> for String {
    fn from(text: SafeText) -> Self {
        text.0
    }
}

/// Control characters, direction marks and overrides, and other characters that draw nothing and mislead readers.
/// The joiner U+200D stays: emoji are made with it.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(SafeText::line(" a\r\nBcc: x@y\t\u{0}b ", 50).as_str(), "a Bcc: x@y b");
        assert_eq!(SafeText::line("\u{202e}evil\u{2028}x", 50).as_str(), "evil x");
        assert_eq!(SafeText::line("👩‍💻 Åsa", 50).as_str(), "👩‍💻 Åsa");
        assert_eq!(SafeText::line("abcdef", 3).as_str(), "abc");
    }

    #[test]
    fn blocks_have_one_kind_of_line_break() {
        assert_eq!(SafeText::block("a\r\nb\rc\u{2028}d\u{0}\n", 50).as_str(), "a\nb\nc\nd");
    }

    proptest! {
        #[test]
        fn nothing_hidden_survives(raw in any::<String>()) {
            let line = SafeText::line(&raw, 100);
            prop_assert!(line.as_str().chars().count() <= 100);
            let broken = line.as_str().chars().any(|c| c.is_control() || c == '\u{2028}');
            prop_assert!(!broken);
            prop_assert_eq!(SafeText::line(line.as_str(), 100), line.clone());
            let block = SafeText::block(&raw, 100);
            let broken = block.as_str().chars().any(|c| c.is_control() && c != '\n');
            prop_assert!(!broken);
            prop_assert_eq!(SafeText::block(block.as_str(), 100), block.clone());
        }
    }
}
