//! Money as programs write it: with signs, codes and groups of digits.

use super::{Field, Reason, Refused};
use crate::domain::{
    agenda::amount::{Amount, AmountError},
    money::is_currency,
    pipeline::MAX_AMOUNT,
};

/// An amount in whole units, rounded, and its currency: a code or sign in the cell, else the column of currencies, else the
/// one chosen for the file.
pub(super) fn read(text: &str, column: &str, usual: &str) -> Result<Option<(i64, String)>, Refused> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let bad = || Refused::cell(Reason::BadAmount, Field::Amount, text);
    let (figure, own) = parted(text);
    if !figure.contains(|c: char| c.is_ascii_digit()) {
        return Err(bad());
    }
    let column = column.trim().to_uppercase();
    let code = match (own, column.as_str()) {
        (Some(own), _) => own,
        (None, "" | "KR") => usual.to_owned(),
        (None, "€") => "EUR".to_owned(),
        (None, code) => code.to_owned(),
    };
    if code.is_empty() {
        return Err(Refused::row(Reason::NoCurrency));
    }
    if !is_currency(&code) {
        return Err(Refused::cell(Reason::BadCurrency, Field::Currency, &code));
    }
    let hundredths = match Amount::parse(&figure) {
        Ok(Some(amount)) => amount.hundredths(),
        // No amount of money has three decimals: 12.500 and 12,500 are thousands.
        Err(AmountError::Unclear) => {
            let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<i64>().map_err(|_| bad())?.saturating_mul(100)
        }
        Ok(None) | Err(_) => return Err(bad()),
    };
    let whole = u64::try_from(hundredths).map_err(|_| bad())?.saturating_add(50) / 100;
    let amount = i64::try_from(whole).ok().filter(|_| whole <= MAX_AMOUNT).ok_or_else(bad)?;
    Ok(Some((amount, code)))
}

/// The figure, and the code that stands beside it.
fn parted(text: &str) -> (String, Option<String>) {
    let text = text.trim().trim_end_matches(":-").trim_end_matches(",-");
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    let sign = ['€', '$', '£'].into_iter().find(|sign| text.contains(*sign));
    let code = match (letters.to_uppercase().as_str(), sign) {
        ("", Some('€')) => Some("EUR".to_owned()),
        ("", Some('$')) => Some("USD".to_owned()),
        ("", Some(_)) => Some("GBP".to_owned()),
        ("" | "KR", _) => None,
        (code, _) => Some(code.to_owned()),
    };
    let figure: String = text.chars().filter(|c| !c.is_alphabetic() && !matches!(c, '€' | '$' | '£')).collect();
    let figure = figure.trim();
    // "kr. 500" and "500 kr." leave a full stop behind.
    let figure = if letters.is_empty() { figure } else { figure.trim_start_matches('.').trim_end_matches('.') };
    (figure.trim().to_owned(), code)
}
