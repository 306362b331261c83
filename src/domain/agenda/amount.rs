//! Figures of scorecards: exact to the hundredth, typed as people write numbers.

use std::{cmp::Ordering, fmt};

use serde::{Deserialize, Serialize};

/// Largest figure on either side of zero, in hundredths: a million millions.
const MOST: i64 = 100_000_000_000_000;
/// Most characters of a typed figure.
const MAX_TYPED: usize = 40;

/// A figure in hundredths of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(i64);

/// Why a text is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Letters, or signs that belong to no number.
    #[error("not a number")]
    NotANumber,
    /// One sign ahead of three digits: thousands to some readers, a fraction to others.
    #[error("can be read in two ways")]
    Unclear,
    /// More than two decimals.
    #[error("too many decimals")]
    TooFine,
    /// Beyond a million millions.
    #[error("too large")]
    TooLarge,
}

impl Amount {
    /// From hundredths; `None` beyond a million millions.
    #[must_use]
    pub fn from_hundredths(value: i64) -> Option<Self> {
        (-MOST..=MOST).contains(&value).then_some(Self(value))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i32) -> Self {
        Self(i64::from(value) * 100)
    }

    /// In hundredths.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// How far `self` lies above `other`; below it is negative.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        // Both sides are far from the ends of the type.
        Self(self.0.saturating_sub(other.0))
    }

    /// Without its sign.
    #[must_use]
    pub const fn size(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Against zero.
    #[must_use]
    pub fn sign(self) -> Ordering {
        self.0.cmp(&0)
    }

    /// Reads a figure: comma or point ahead of at most two decimals; blanks, apostrophes, points or commas between
    /// groups of three digits. `None` when nothing was typed.
    ///
    /// # Errors
    /// [`AmountError`]; nothing is cut or guessed.
    pub fn parse(text: &str) -> Result<Option<Self>, AmountError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if text.chars().count() > MAX_TYPED {
            return Err(AmountError::TooLarge);
        }
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
        };
        let value = Self::positive(digits)?;
        Ok(Some(Self(if negative { -value } else { value })))
    }

    fn positive(text: &str) -> Result<i64, AmountError> {
        let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.') || is_blank(c);
        if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.ends_with(|c: char| c.is_ascii_digit()) {
            return Err(AmountError::NotANumber);
        }
        if !text.chars().all(plain) {
            return Err(AmountError::NotANumber);
        }
        let (whole, decimals) = split(text)?;
        let whole = ungrouped(whole)?;
        if decimals.len() > 2 {
            return Err(AmountError::TooFine);
        }
        let whole: i64 = whole.parse().map_err(|_| AmountError::TooLarge)?;
        let decimals: i64 = format!("{decimals:0<2}").parse().map_err(|_| AmountError::NotANumber)?;
        let value = whole.checked_mul(100).and_then(|v| v.checked_add(decimals)).ok_or(AmountError::TooLarge)?;
        if value > MOST { Err(AmountError::TooLarge) } else { Ok(value) }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}')
}

/// Whole part and decimals. The last comma or point divides them, unless the same sign stands there several times.
fn split(text: &str) -> Result<(&str, &str), AmountError> {
    let signs: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
    let Some(&(at, last)) = signs.last() else { return Ok((text, "")) };
    let (whole, decimals) = (text.get(..at).unwrap_or(text), text.get(at + 1..).unwrap_or(""));
    if decimals.chars().any(is_blank) {
        return Err(AmountError::NotANumber);
    }
    let alike = signs.iter().filter(|(_, c)| *c == last).count();
    match (alike, signs.len()) {
        // 1.234.567
        (several, all) if several > 1 && several == all => Ok((text, "")),
        (several, _) if several > 1 => Err(AmountError::NotANumber),
        // 1,234 or 0,125; but 1 234,567 has shown what its groups are parted by.
        (_, 1) if decimals.len() == 3 && whole.chars().all(|c| c.is_ascii_digit()) && whole.len() <= 3 => {
            Err(if whole == "0" { AmountError::TooFine } else { AmountError::Unclear })
        }
        _ => Ok((whole, decimals)),
    }
}

/// Digits without what parts their groups; all groups but the first have three digits.
fn ungrouped(text: &str) -> Result<String, AmountError> {
    let mut groups = text.split(|c: char| !c.is_ascii_digit());
    let first = groups.next().unwrap_or("");
    let mut parting = text.chars().filter(|c| !c.is_ascii_digit());
    let sign = parting.next();
    // One kind of sign between all groups, blanks of any width being one kind.
    let same = |c: char| sign.is_some_and(|s| s == c || (is_blank(s) && is_blank(c)));
    if first.is_empty() || !parting.all(same) {
        return Err(AmountError::NotANumber);
    }
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return Err(AmountError::NotANumber);
        }
        digits.push_str(group);
    }
    Ok(digits)
}

/// With a point, as tests and logs read it.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match (size / 100, size % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{sign}{whole}.{}", rest / 10),
            (whole, rest) => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("10", Some("10")),
            (" 7 ", Some("7")),
            ("", None),
            ("  ", None),
            ("10,5", Some("10.5")),
            ("10.5", Some("10.5")),
            ("0,25", Some("0.25")),
            ("1 234", Some("1234")),
            ("1\u{a0}234\u{202f}567,5", Some("1234567.5")),
            ("1'234.50", Some("1234.5")),
            ("1.234,5", Some("1234.5")),
            ("1,234.5", Some("1234.5")),
            ("1.234.567", Some("1234567")),
            ("1,234,567", Some("1234567")),
            ("-3", Some("-3")),
            ("\u{2212} 3,5", Some("-3.5")),
            ("+4", Some("4")),
            ("007", Some("7")),
        ] {
            let read = Amount::parse(typed).unwrap().map(|a| a.to_string());
            assert_eq!(read.as_deref(), expected, "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_figure_is_refused_and_never_guessed() {
        use AmountError::{NotANumber, TooFine, TooLarge, Unclear};
        for (typed, expected) in [
            ("ten", NotANumber),
            ("10 kr", NotANumber),
            ("12%", NotANumber),
            ("1e5", NotANumber),
            ("=1+1", NotANumber),
            ("1,234", Unclear),
            ("12.000", Unclear),
            ("0,125", TooFine),
            ("1 234,567", TooFine),
            ("1,2345", TooFine),
            ("1 23", NotANumber),
            ("1234 567", NotANumber),
            ("1.234 567", NotANumber),
            ("1,2,3", NotANumber),
            ("1.2.3,4.5", NotANumber),
            (",5", NotANumber),
            ("5,", NotANumber),
            ("--5", NotANumber),
            ("٣", NotANumber),
            ("∞", NotANumber),
            ("NaN", NotANumber),
            ("1000000000001", TooLarge),
            ("99999999999999999999999999", TooLarge),
            ("111111111111111111111111111111111111111111", TooLarge),
        ] {
            assert_eq!(Amount::parse(typed), Err(expected), "{typed:?}");
        }
        assert_eq!(Amount::parse("1000000000000").unwrap(), Amount::from_hundredths(MOST));
    }

    proptest! {
        #[test]
        fn any_text_is_a_figure_or_refused(text in any::<String>()) {
            let _ = Amount::parse(&text);
        }

        #[test]
        fn what_is_written_is_read_again(value in -MOST..=MOST) {
            let amount = Amount::from_hundredths(value).unwrap();
            // Ours have two decimals at most, so none of them is unclear.
            prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(Some(amount)));
        }
    }
}
