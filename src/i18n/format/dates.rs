//! Dates as CLDR has them, one set of formatters for each language.

use std::thread::LocalKey;

use chrono::{Datelike, NaiveDate};
use icu_calendar::{Date, Gregorian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{
        E, MD, MDE, YM, YMD,
        enums::{CalendarPeriodFieldSet, DateFieldSet},
    },
    options::YearStyle,
};
use icu_locale_core::{Locale, locale};

use crate::domain::language::Language;

type Formatter<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;

/// The forms of dates we use, named after what they print for 25 November 2026 in Swedish.
pub(super) struct Dates {
    /// `25 november 2026`
    pub(super) long: Form,
    /// `2026-11-25`
    pub(super) short: Form,
    /// `ons 25 nov.`
    pub(super) day_month_with_weekday: Form,
    /// `25 november`
    pub(super) day_month_long: Form,
    /// `25 nov.`
    pub(super) day_month: Form,
    /// `onsdag`
    pub(super) weekday: Form,
    /// `ons`
    pub(super) weekday_short: Form,
    /// `november 2026`
    pub(super) month_year: Form,
}

/// One way to write a date. `None` would mean that the compiled data lack the language; dates then come out as ISO 8601.
pub(super) enum Form {
    Day(Option<Formatter<DateFieldSet>>),
    Month(Option<Formatter<CalendarPeriodFieldSet>>),
}

impl Form {
    pub(super) fn write(&self, day: NaiveDate) -> String {
        let text = gregorian(day).and_then(|date| match self {
            Self::Day(formatter) => formatter.as_ref().map(|f| f.format(&date).to_string()),
            Self::Month(formatter) => formatter.as_ref().map(|f| f.format(&date).to_string()),
        });
        text.unwrap_or_else(|| day.to_string())
    }
}

fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

impl Dates {
    fn load(locale: &Locale) -> Self {
        macro_rules! form {
            ($kind:ident, $fields:expr) => {
                Form::$kind(
                    Formatter::try_new(locale.into(), $fields).map(FixedCalendarDateTimeFormatter::cast_into_fset).ok(),
                )
            };
        }
        Self {
            long: form!(Day, YMD::long()),
            short: form!(Day, YMD::short().with_year_style(YearStyle::Full)),
            day_month_with_weekday: form!(Day, MDE::medium()),
            day_month_long: form!(Day, MD::long()),
            day_month: form!(Day, MD::medium()),
            weekday: form!(Day, E::long()),
            weekday_short: form!(Day, E::medium()),
            month_year: form!(Month, YM::long()),
        }
    }
}

/// Runs `use_them` with the forms of a language. They are read once a thread, because they are not `Sync`.
pub(super) fn with<T>(language: Language, use_them: impl FnOnce(&Dates) -> T) -> T {
    thread_local! {
        static EN: Dates = Dates::load(&locale!("en-GB"));
        static SV: Dates = Dates::load(&locale!("sv-SE"));
        static FI: Dates = Dates::load(&locale!("fi-FI"));
        static NB: Dates = Dates::load(&locale!("nb-NO"));
    }
    let forms: &'static LocalKey<Dates> = match language {
        Language::En => &EN,
        Language::Sv => &SV,
        Language::Fi => &FI,
        Language::Nb => &NB,
    };
    forms.with(use_them)
}
