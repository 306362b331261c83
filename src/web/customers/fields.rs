//! Fields that several forms of customers share.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::{
    domain::{
        pipeline::MAX_AMOUNT,
        rhythm::TARGETS,
        text::SafeText,
        when::{self, DateError},
    },
    i18n::{Texts, field_errors},
    web::{
        caller::Caller,
        form::{Errors, Form},
    },
};

/// A form being read: what was typed, in whose words errors are told, and those so far.
pub(in crate::web) struct Fields<'a> {
    pub(in crate::web) t: &'static Texts,
    pub(in crate::web) form: &'a Form,
    pub(in crate::web) errors: Errors,
}

impl<'a> Fields<'a> {
    pub(in crate::web) fn new(t: &'static Texts, form: &'a Form) -> Self {
        Self { t, form, errors: Errors::default() }
    }

    /// What was read, if all is well.
    pub(in crate::web) fn end<T>(self, read: T) -> Result<T, Errors> {
        if self.errors.is_empty() { Ok(read) } else { Err(self.errors) }
    }

    /// A line that may be empty.
    pub(in crate::web) fn line(&mut self, field: &str, most: usize) -> String {
        self.bounded(field, most);
        SafeText::line(self.form.get(field), most).into()
    }

    /// A line that must not be empty.
    pub(in crate::web) fn name(&mut self, field: &str, most: usize) -> String {
        let text = self.line(field, most);
        if text.is_empty() {
            self.errors.add(field, self.t.field_required());
        }
        text
    }

    /// Several lines.
    pub(in crate::web) fn block(&mut self, field: &str, most: usize) -> String {
        self.bounded(field, most);
        SafeText::block(self.form.get(field), most).into()
    }

    fn bounded(&mut self, field: &str, most: usize) {
        // Browsers send two characters for the end of a line.
        if self.form.get(field).trim().chars().filter(|c| *c != '\r').count() > most {
            self.errors.add(field, self.t.field_too_long(i64::try_from(most).unwrap_or(i64::MAX)));
        }
    }

    /// What is chosen of a list, if anything is.
    pub(in crate::web) fn chosen<T: FromStr>(&mut self, field: &str) -> Option<T> {
        match self.form.get(field) {
            "" => None,
            word => word.parse().map_err(|_| self.errors.add(field, self.t.field_choose_one())).ok(),
        }
    }

    /// One of the targets.
    pub(in crate::web) fn rhythm(&mut self) -> Option<u32> {
        let days = self.chosen::<u32>("rhythm")?;
        if !TARGETS.contains(&days) {
            self.errors.add("rhythm", self.t.field_choose_one());
        }
        Some(days)
    }

    /// A date that may be left out.
    pub(in crate::web) fn date(&mut self, caller: &Caller, field: &str) -> Option<NaiveDate> {
        let f = caller.format();
        let today = f.day(caller.now());
        match when::date(self.form.get(field), today) {
            Ok(date) => Some(date),
            Err(DateError::Empty) => None,
            Err(error) => {
                self.errors.add(field, field_errors::date(&f, error, today));
                None
            }
        }
    }

    /// A whole amount of money that may be left out.
    pub(in crate::web) fn amount(&mut self, field: &str) -> Option<i64> {
        let typed = self.form.get(field);
        let Ok(amount) = amount(typed) else {
            self.errors.add(field, self.t.pipeline_not_an_amount());
            return None;
        };
        amount
    }
}

/// A form that somebody else was faster than: as it was typed, with the present version, so that saving again replaces what
/// they saved.
pub(in crate::web) fn overtaken(t: &Texts, mut form: Form, (field, version): (&str, i64)) -> (Form, Errors) {
    let mut errors = Errors::default();
    errors.add(field, t.customers_stale());
    form.set("version", version.to_string());
    (form, errors)
}

/// Reads `125000`, `125 000`, `125.000` and `125,000`; groups of three only, so that `1,5` is no 15.
fn amount(typed: &str) -> Result<Option<i64>, ()> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let groups: Vec<&str> = typed.split([' ', '\u{a0}', '\u{202f}', '.', ',', '\'', '’']).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let threes = groups.iter().skip(1).all(|group| group.len() == 3);
    if !groups.iter().all(digits) || !threes || (groups.len() > 1 && groups.first().is_none_or(|g| g.len() > 3)) {
        return Err(());
    }
    let value: u64 = groups.concat().parse().map_err(|_| ())?;
    if value > MAX_AMOUNT { Err(()) } else { i64::try_from(value).map(Some).map_err(|_| ()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("", Ok(None)),
            ("0", Ok(Some(0))),
            ("125000", Ok(Some(125_000))),
            (" 125 000 ", Ok(Some(125_000))),
            ("125\u{a0}000", Ok(Some(125_000))),
            ("1.250.000", Ok(Some(1_250_000))),
            ("1,250", Ok(Some(1_250))),
            ("1,5", Err(())),
            ("1250.000", Err(())),
            ("-5", Err(())),
            ("5 kr", Err(())),
            ("1e9", Err(())),
            ("1000000000000", Ok(Some(1_000_000_000_000))),
            ("1000000000001", Err(())),
            ("99999999999999999999999", Err(())),
        ] {
            assert_eq!(amount(typed), expected, "{typed}");
        }
    }
}
