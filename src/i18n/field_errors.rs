//! What stands beside a field that could not be read: what is wrong, and an example in the reader's own form.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{format::Format, texts};
use crate::domain::{
    time::WallTime,
    when::{DateError, DurationError, TimeError},
};

/// Why a date was not taken; `example` is a date that would be.
pub(crate) fn date(f: &Format, error: DateError, example: NaiveDate) -> String {
    let t = texts(f.language());
    match error {
        DateError::Empty => t.field_required(),
        DateError::NotADate => t.field_not_a_date(f.short_date(example)),
        DateError::NoSuchDay => t.field_no_such_date(),
        DateError::NoSuchWeek => t.field_no_such_week(),
        DateError::WrongWeekday { date, .. } => t.field_weekday_mismatch(f.date(date), f.weekday(date)),
    }
}

/// Why a time was not taken.
pub(crate) fn time(f: &Format, error: TimeError) -> String {
    let t = texts(f.language());
    let example = || f.clock(NaiveTime::from_hms_opt(14, 30, 0).unwrap_or_default());
    match error {
        TimeError::Empty => t.field_required(),
        TimeError::NotATime => t.field_not_a_time(example()),
        TimeError::EndOfDay => t.field_time_midnight(f.clock(NaiveTime::MIN)),
        TimeError::HalfDay => t.field_time_half_day(example()),
    }
}

/// Why a length was not taken.
pub(crate) fn duration(f: &Format, error: DurationError) -> String {
    let t = texts(f.language());
    match error {
        DurationError::Empty => t.field_required(),
        DurationError::NotADuration => t.field_not_a_duration(f.duration(90)),
    }
}

/// Why a wall time is no moment, with the moments nearest to it; `None` when it is one.
pub(crate) fn wall_time(f: &Format, meaning: WallTime) -> Option<String> {
    let t = texts(f.language());
    let clock = |local: NaiveDateTime| f.clock(local.time());
    match meaning {
        WallTime::Once(_) => None,
        WallTime::Skipped { before, after } => Some(t.field_time_skipped(clock(before), clock(after))),
        WallTime::Repeated { first, second } => Some(t.field_time_repeated(f.time(first), f.time(second))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{language::Language, person::Clock, time::Zone, when};

    fn format(language: Language) -> Format {
        Format::new(language, Clock::Language, Zone::named("Europe/Stockholm").unwrap())
    }

    #[test]
    fn a_wrong_weekday_is_named() {
        let today = "2026-11-22".parse().unwrap();
        let error = when::date("to 25.11.", today).unwrap_err();
        let texts = Language::ALL.map(|language| date(&format(language), error, today));
        assert_eq!(
            texts,
            [
                "25 November 2026 is a Wednesday. Correct the weekday or the date.",
                "25 november 2026 är en onsdag. Rätta veckodagen eller datumet.",
                "25. marraskuuta 2026 on keskiviikko. Korjaa viikonpäivä tai päivämäärä.",
                "25. november 2026 er en onsdag. Rett ukedagen eller datoen.",
            ]
        );
    }

    #[test]
    fn examples_are_in_the_readers_form() {
        let today = "2026-11-22".parse().unwrap();
        let (sv, fi) = (format(Language::Sv), format(Language::Fi));
        assert_eq!(date(&sv, DateError::NotADate, today), "Skriv ett datum, till exempel 2026-11-22.");
        assert_eq!(date(&fi, DateError::NotADate, today), "Kirjoita päivämäärä, esimerkiksi 22.11.2026.");
        assert_eq!(time(&sv, TimeError::NotATime), "Skriv ett klockslag, till exempel 14:30.");
        assert_eq!(time(&fi, TimeError::NotATime), "Kirjoita kellonaika, esimerkiksi 14.30.");
        assert_eq!(duration(&sv, DurationError::NotADuration), "Skriv en längd, till exempel 30 eller 1 tim 30 min.");
    }

    #[test]
    fn the_nights_when_clocks_change() {
        let f = format(Language::En);
        let meaning = |local: &str| f.zone().resolve(local.parse().unwrap());
        assert_eq!(
            wall_time(&f, meaning("2026-03-29T02:30:00")).unwrap(),
            "The clocks go forward that night and skip this time. Choose 01:59 or 03:00."
        );
        assert_eq!(
            wall_time(&f, meaning("2026-10-25T02:30:00")).unwrap(),
            "The clocks go back that night, so this time occurs twice, as 02:30 (UTC+2) and 02:30 (UTC+1). Choose a time \
             outside that hour."
        );
        assert_eq!(wall_time(&f, meaning("2026-11-25T14:00:00")), None);
    }
}
