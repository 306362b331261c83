//! The fixtures of the Nordic conventions, and that what is shown can be typed back.

use chrono::{Days, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::when;

const MINUS: char = '\u{2212}';

fn at(text: &str) -> DateTime<Utc> {
    text.parse::<NaiveDateTime>().unwrap().and_utc()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn in_zone(language: Language, zone: &str) -> Format {
    Format::new(language, Clock::Language, Zone::named(zone).unwrap())
}

/// In the zone of the language's largest country.
fn format(language: Language) -> Format {
    let zone = match language {
        Language::En => "Europe/London",
        Language::Sv => "Europe/Stockholm",
        Language::Fi => "Europe/Helsinki",
        Language::Nb => "Europe/Oslo",
    };
    in_zone(language, zone)
}

/// Checks one form in English, Swedish, Finnish and Norwegian.
fn check(write: impl Fn(&Format) -> String, expected: [&str; 4]) {
    for (language, expected) in Language::ALL.into_iter().zip(expected) {
        assert_eq!(write(&format(language)), expected, "{language:?}");
    }
}

#[test]
fn dates() {
    let monday = day("2026-11-23");
    check(
        |f| f.long_date(monday),
        [
            "Monday 23 November 2026",
            "måndag 23 november 2026",
            "maanantai 23. marraskuuta 2026",
            "mandag 23. november 2026",
        ],
    );
    check(|f| f.short_date(monday), ["23/11/2026", "2026-11-23", "23.11.2026", "23.11.2026"]);
    check(|f| f.day_month(monday), ["Mon 23 Nov", "mån 23 nov.", "ma 23.11.", "man. 23. nov."]);
    check(|f| f.day_month_plain(monday), ["23 Nov", "23 nov.", "23.11.", "23. nov."]);
    check(|f| f.day_month_long(monday), ["23 November", "23 november", "23. marraskuuta", "23. november"]);
    check(|f| f.weekday(monday), ["Monday", "måndag", "maanantai", "mandag"]);
    check(|f| f.weekday_short(monday), ["Mon", "mån", "ma", "ma."]);
    check(|f| f.month_year(monday), ["November 2026", "november 2026", "marraskuu 2026", "november 2026"]);
    // Single digits are not padded where the language does not.
    check(|f| f.short_date(day("2026-01-05")), ["05/01/2026", "2026-01-05", "5.1.2026", "05.01.2026"]);
}

#[test]
fn spans_of_days() {
    let range = |first, last| move |f: &Format| f.day_range(day(first), day(last));
    check(
        range("2026-11-23", "2026-11-27"),
        ["23–27 November", "23–27 november", "23.–27. marraskuuta", "23.–27. november"],
    );
    check(
        range("2026-11-28", "2026-12-02"),
        [
            "28 November – 2 December",
            "28 november – 2 december",
            "28. marraskuuta – 2. joulukuuta",
            "28. november – 2. desember",
        ],
    );
    check(
        range("2026-12-28", "2027-01-03"),
        [
            "28 December 2026 – 3 January 2027",
            "28 december 2026 – 3 januari 2027",
            "28. joulukuuta 2026 – 3. tammikuuta 2027",
            "28. desember 2026 – 3. januar 2027",
        ],
    );
    check(range("2026-11-23", "2026-11-23"), ["23 November", "23 november", "23. marraskuuta", "23. november"]);
}

#[test]
fn weeks() {
    let week = Week::new(2026, 48).unwrap();
    check(|f| f.week_label(week), ["Week 48", "vecka 48", "viikko 48", "uke 48"]);
    check(|f| f.week_short(week), ["w. 48", "v. 48", "vk 48", "uke 48"]);
}

#[test]
fn times() {
    let local = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    check(|f| f.clock(local(14, 5)), ["14:05", "14:05", "14.05", "14:05"]);
    check(|f| f.clock(local(9, 5)), ["09:05", "09:05", "9.05", "09:05"]);
    let stockholm = |language, clock| Format::new(language, clock, Zone::named("Europe/Stockholm").unwrap());
    let afternoon = at("2026-11-25T13:05:00");
    for (language, clock, expected) in [
        (Language::Sv, Clock::Dot, "kl. 14.05"),
        (Language::Sv, Clock::Colon, "kl. 14:05"),
        (Language::Nb, Clock::Language, "kl. 14:05"),
        (Language::Fi, Clock::Language, "klo 14.05"),
        (Language::Fi, Clock::Colon, "klo 14:05"),
        (Language::En, Clock::Dot, "14.05"),
    ] {
        assert_eq!(stockholm(language, clock).time_words(afternoon), expected);
    }
}

#[test]
fn dates_with_times_as_in_mails() {
    let (start, end) = (at("2026-11-25T13:00:00"), at("2026-11-25T13:30:00"));
    check(
        |f| f.long_date_time_range(start, end),
        [
            "Wednesday 25 November 2026, 13:00–13:30",
            "onsdag 25 november 2026 kl. 14:00–14:30",
            "keskiviikkona 25. marraskuuta 2026 klo 15.00–15.30",
            "onsdag 25. november 2026 kl. 14:00–14:30",
        ],
    );
    check(|f| f.time_range(start, end), ["13:00–13:30", "14:00–14:30", "15.00–15.30", "14:00–14:30"]);
    check(
        |f| f.subject_when(start),
        ["Wed 25 Nov 13:00", "ons 25 nov. kl. 14:00", "ke 25.11. klo 15.00", "ons. 25. nov. kl. 14:00"],
    );
    check(
        |f| f.moved_when(start, Case::From),
        [
            "Wednesday 25 November 13:00",
            "onsdag 25 november kl. 14:00",
            "keskiviikolta 25.11. klo 15.00",
            "onsdag 25. november kl. 14:00",
        ],
    );
    check(
        |f| f.wall("2026-03-29T02:30:00".parse().unwrap()),
        [
            "Sunday 29 March 2026, 02:30",
            "söndag 29 mars 2026 kl. 02:30",
            "sunnuntai 29. maaliskuuta 2026 klo 2.30",
            "søndag 29. mars 2026 kl. 02:30",
        ],
    );
}

#[test]
fn a_span_past_midnight_shows_both_dates() {
    let f = format(Language::Sv);
    let (evening, midnight, night) = (at("2026-11-25T22:00:00"), at("2026-11-25T23:00:00"), at("2026-11-26T00:30:00"));
    assert_eq!(f.time_range(evening, midnight), "23:00–00:00");
    assert_eq!(f.time_range(evening, night), "ons 25 nov. kl. 23:00 – tors 26 nov. kl. 01:30");
    assert_eq!(
        f.long_date_time_range(evening, night),
        "onsdag 25 november 2026 kl. 23:00 – torsdag 26 november 2026 kl. 01:30"
    );
    assert_eq!(
        format(Language::Fi).long_date_time_range(evening - TimeDelta::hours(1), night),
        "keskiviikkona 25. marraskuuta 2026 klo 23.00 – torstaina 26. marraskuuta 2026 klo 2.30"
    );
    // A day later it is midnight again, but not the end of the same day.
    assert_eq!(f.time_range(evening, midnight + TimeDelta::days(1)), "ons 25 nov. kl. 23:00 – fre 27 nov. kl. 00:00");
}

#[test]
fn a_repeated_hour_shows_the_offset() {
    let f = format(Language::Sv);
    assert_eq!(f.time(at("2026-10-25T00:30:00")), "02:30 (UTC+2)");
    assert_eq!(f.time(at("2026-10-25T01:30:00")), "02:30 (UTC+1)");
    assert_eq!(f.time(at("2026-10-25T02:00:00")), "03:00");
    assert_eq!(f.time_range(at("2026-10-25T00:30:00"), at("2026-10-25T02:00:00")), "02:30 (UTC+2)–03:00");
}

#[test]
fn finnish_weekdays_in_every_case() {
    let f = format(Language::Fi);
    let cases = [
        ("2026-11-23", ["maanantaina", "maanantailta", "maanantaille"]),
        ("2026-11-25", ["keskiviikkona", "keskiviikolta", "keskiviikolle"]),
        ("2026-11-29", ["sunnuntaina", "sunnuntailta", "sunnuntaille"]),
    ];
    for (date, expected) in cases {
        for (case, expected) in [Case::On, Case::From, Case::To].into_iter().zip(expected) {
            assert_eq!(f.weekday_in(day(date), case), expected);
        }
    }
    for date in Week::new(2026, 48).unwrap().days() {
        assert_eq!(f.weekday_in(date, Case::On), format!("{}na", f.weekday(date)), "on the stem that CLDR has");
    }
    assert_eq!(format(Language::Sv).weekday_in(day("2026-11-25"), Case::To), "onsdag");
}

#[test]
fn lengths() {
    check(|f| f.duration(390), ["6 h 30 min", "6 tim 30 min", "6 t 30 min", "6 t 30 min"]);
    check(|f| f.duration(120), ["2 h", "2 tim", "2 t", "2 t"]);
    check(|f| f.duration(0), ["0 min", "0 min", "0 min", "0 min"]);
    check(|f| f.duration(1_500 * 60), ["1500 h", "1500 tim", "1500 t", "1500 t"]);
}

#[test]
fn numbers_have_no_break_spaces_and_a_true_minus() {
    let nordic = "1\u{a0}234\u{a0}567";
    check(|f| f.number(1_234_567), ["1,234,567", nordic, nordic, nordic]);
    let minus = format!("{MINUS}35");
    check(|f| f.number(-35), ["-35", &minus, &minus, &minus]);
}

#[test]
fn money_stands_where_the_language_puts_it() {
    let with = |amount: &str, sign: &str| format!("{amount}\u{a0}{sign}");
    let (kr, sek, nok) = (with("14\u{a0}850", "kr"), with("14\u{a0}850", "SEK"), with("14\u{a0}850", "NOK"));
    let (euro, dkk) = (with("14\u{a0}850", "€"), with("14\u{a0}850", "DKK"));
    check(|f| f.money(14_850, "SEK"), ["SEK\u{a0}14,850", &kr, &sek, &sek]);
    check(|f| f.money(14_850, "NOK"), ["NOK\u{a0}14,850", &nok, &nok, &kr]);
    check(|f| f.money(14_850, "DKK"), ["DKK\u{a0}14,850", &dkk, &dkk, &dkk]);
    check(|f| f.money(14_850, "EUR"), ["€14,850", &euro, &euro, &euro]);
    check(|f| f.money(0, "GBP"), ["£0", "0\u{a0}GBP", "0\u{a0}GBP", "0\u{a0}GBP"]);
    assert!(format(Language::Sv).money(u64::MAX, "SEK").ends_with("kr"));
}

#[test]
fn whose_time() {
    let words = |zone| move |f: &Format| in_zone(f.language(), zone).zone_words();
    check(words("Europe/Stockholm"), ["Stockholm time", "svensk tid", "Ruotsin aikaa", "svensk tid"]);
    check(words("Europe/Helsinki"), ["Helsinki time", "finsk tid", "Suomen aikaa", "finsk tid"]);
    check(words("Europe/Oslo"), ["Oslo time", "norsk tid", "Norjan aikaa", "norsk tid"]);
    check(words("America/New_York"), ["New York time", "tid i New York", "aikavyöhyke New York", "tid i New York"]);
    check(words("Europe/Vienna"), ["Vienna time", "tid i Wien", "aikavyöhyke Wien", "tid i Wien"]);
    check(words("Etc/GMT+5"), ["Etc/GMT+5"; 4]);
    check(words("UTC"), ["UTC"; 4]);
    let copenhagen = Zone::named("Europe/Copenhagen").unwrap();
    check(|f| f.zone_city(&copenhagen).unwrap_or_default(), ["Copenhagen", "Köpenhamn", "Kööpenhamina", "København"]);
}

#[test]
fn offsets() {
    let winter = at("2026-11-25T12:00:00");
    for (zone, expected) in [
        ("Europe/Stockholm", "UTC+1"),
        ("UTC", "UTC"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/New_York", "UTC\u{2212}5"),
        ("America/St_Johns", "UTC\u{2212}3:30"),
    ] {
        assert_eq!(in_zone(Language::Sv, zone).utc_offset(winter), expected);
    }
}

#[test]
fn every_zone_has_words() {
    for name in jiff::tz::db().available() {
        let zone = Zone::named(name.as_str()).unwrap();
        for language in Language::ALL {
            let words = Format::new(language, Clock::Language, zone.clone()).zone_words();
            assert!(!words.is_empty(), "{name}");
            assert!(!words.contains('_') || zone.name() == words, "{name}: {words}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_shown_can_be_typed(days in 0_u64..73_000, back in 0_u64..360, minute in 0_u32..1440) {
        let date = day("1971-01-01") + Days::new(days);
        let today = date - Days::new(back);
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        for language in Language::ALL {
            let f = format(language);
            for shown in [
                f.long_date(date),
                f.long_date_on(date),
                f.date(date),
                f.short_date(date),
                f.day_month(date),
                f.day_month_plain(date),
                f.day_month_long(date),
                format!("{} {}", f.week_label(Week::of(date)), f.weekday(date)),
                format!("{} {}", f.week_short(Week::of(date)), f.weekday_short(date)),
            ] {
                prop_assert_eq!(when::date(&shown, today), Ok(date), "{}", shown);
            }
            for shown in [f.clock(time), f.t().when_clock(f.clock(time))] {
                prop_assert_eq!(when::time(&shown), Ok(time), "{}", shown);
            }
            prop_assert_eq!(when::minutes(&f.duration(minute)), Ok(minute));
        }
    }
}
