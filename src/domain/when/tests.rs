use chrono::{NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

use super::*;

/// A Sunday in week 47.
fn today() -> NaiveDate {
    day("2026-11-22")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_same_day_in_many_forms() {
    let forms = [
        "25.11.2026",
        "25.11.",
        "25.11",
        "25. 11. 2026",
        "25.11.26",
        "25/11",
        "25/11/2026",
        "2026-11-25",
        " ONS 25 nov ",
        "ons 25 nov.",
        "onsdag 25 november 2026",
        "onsdag den 25 november",
        "25 november",
        "ke 25.11.",
        "keskiviikkona 25.11.",
        "25. marraskuuta",
        "25. marraskuuta 2026",
        "keskiviikko 25. marraskuuta 2026",
        "ons. 25. nov.",
        "25. nov 2026",
        "Wed 25 Nov",
        "Wednesday, 25 November 2026",
        "25th of November",
        "November 25, 2026",
        "v. 48 onsdag",
        "onsdag v 48",
        "vecka 48 ons",
        "vk 48 ke",
        "ke vk 48",
        "viikko 48 keskiviikko",
        "week 48 Wednesday",
        "w48 wed",
        "w. 48 2026 wed",
        "uke 48 onsdag",
        "onsdag",
        "keskiviikko",
        "ke",
        "Wed.",
    ];
    for form in forms {
        assert_eq!(date(form, today()), Ok(day("2026-11-25")), "{form:?}");
    }
}

#[test]
fn days_near_today() {
    for form in ["idag", "i dag", "I dag", "tänään", "today", "22.11."] {
        assert_eq!(date(form, today()), Ok(today()), "{form}");
    }
    for form in ["i morgon", "imorgon", "i morgen", "huomenna", "Tomorrow", "må", "man", "mån.", "ma"] {
        assert_eq!(date(form, today()), Ok(day("2026-11-23")), "{form}");
    }
    let cases = [
        ("söndag", "2026-11-29"),
        ("so\u{308}ndag", "2026-11-29"),
        ("lørdag", "2026-11-28"),
        ("21.11.", "2027-11-21"),
        ("1 jan", "2027-01-01"),
        ("29.2.", "2028-02-29"),
        ("v. 47 fre", "2027-11-26"),
        ("v. 53 to", "2026-12-31"),
        ("v. 53 la", "2027-01-02"),
        ("w1 mon", "2027-01-04"),
    ];
    for (form, expected) in cases {
        assert_eq!(date(form, today()), Ok(day(expected)), "{form}");
    }
    // The last week of an ISO year can reach into the next calendar year.
    assert_eq!(date("v. 53 la", day("2027-01-01")), Ok(day("2027-01-02")));
}

#[test]
fn every_weekday_and_month_has_its_names() {
    let weekdays = [
        "Monday måndag mandag maanantai maanantaille mån man. ma Mon",
        "Tuesday tisdag tirsdag tiistai tiistaina tis tir. ti Tue Tues",
        "Wednesday onsdag keskiviikko keskiviikolta keskiviikkona ons. ke Wed",
        "Thursday torsdag torstai torstaille tors tor. to Thu Thurs",
        "Friday fredag perjantai perjantaina fre fre. pe Fri",
        "Saturday lördag lørdag lauantai lör lør. la Sat lordag",
        "Sunday söndag søndag sunnuntai sön søn. su Sun sondag",
    ];
    for (ahead, words) in (1..).zip(weekdays) {
        for word in words.split(' ') {
            assert_eq!(date(word, today()), Ok(today() + chrono::Days::new(ahead)), "{word}");
        }
    }
    let months = [
        "January januari januar tammikuuta tammi jan.",
        "February februari februar helmikuuta feb",
        "March mars maaliskuuta mar",
        "April huhtikuuta apr.",
        "May maj mai toukokuuta",
        "June juni kesäkuuta jun",
        "July juli heinäkuuta jul",
        "August augusti elokuuta elo aug.",
        "September syyskuuta sep sept.",
        "October oktober lokakuuta okt oct",
        "November marraskuuta marraskuu nov.",
        "December desember joulukuuta des. dec",
    ];
    for (number, words) in (1..).zip(months) {
        for word in words.split(' ') {
            assert_eq!(date(&format!("3 {word} 2027"), today()), Ok(NaiveDate::from_ymd_opt(2027, number, 3).unwrap()));
        }
    }
}

#[test]
fn wrong_dates_say_why() {
    let cases = [
        ("", DateError::Empty),
        (" \u{a0} ", DateError::Empty),
        ("soon", DateError::NotADate),
        ("25", DateError::NotADate),
        ("v. 48", DateError::NotADate),
        ("25-11", DateError::NotADate),
        ("25.11.2026.1", DateError::NotADate),
        ("25.11.226", DateError::NotADate),
        ("25 nov; drop", DateError::NotADate),
        ("25 novembers", DateError::NotADate),
        ("ons 25 nov tors", DateError::NotADate),
        ("99999999999999999999.1.", DateError::NotADate),
        ("11/25", DateError::NoSuchDay),
        ("31.11.", DateError::NoSuchDay),
        ("29.2.2027", DateError::NoSuchDay),
        ("0.1.", DateError::NoSuchDay),
        ("1.1.1969", DateError::NoSuchDay),
        ("v. 54 ons", DateError::NoSuchWeek),
        ("v. 0 ons", DateError::NoSuchWeek),
        ("v. 53 2027 ons", DateError::NoSuchWeek),
        ("tors 25 nov", DateError::WrongWeekday { date: day("2026-11-25"), weekday: Weekday::Wed }),
        ("pe 25.11.2026", DateError::WrongWeekday { date: day("2026-11-25"), weekday: Weekday::Wed }),
    ];
    for (text, expected) in cases {
        assert_eq!(date(text, today()), Err(expected), "{text:?}");
    }
    assert_eq!(date(&"1".repeat(MAX_TYPED + 1), today()), Err(DateError::NotADate));
}

#[test]
fn times() {
    let cases = [
        ("14", "14:00"),
        ("14.00", "14:00"),
        ("14:00", "14:00"),
        ("1400", "14:00"),
        ("930", "09:30"),
        ("kl 14", "14:00"),
        ("kl. 14.30", "14:30"),
        ("Klockan 14:30", "14:30"),
        ("klo 14.30", "14:30"),
        ("9", "09:00"),
        ("09:05", "09:05"),
        ("9.05", "09:05"),
        ("0", "00:00"),
        ("00:00", "00:00"),
        (" 23:59 ", "23:59"),
    ];
    for (text, expected) in cases {
        assert_eq!(time(text), Ok(expected.parse::<NaiveTime>().unwrap()), "{text}");
    }
    let wrong = [
        ("", TimeError::Empty),
        ("noon", TimeError::NotATime),
        ("kl", TimeError::NotATime),
        ("25", TimeError::NotATime),
        ("14:60", TimeError::NotATime),
        ("14:5", TimeError::NotATime),
        ("14:00:00", TimeError::NotATime),
        ("24:01", TimeError::NotATime),
        ("14000", TimeError::NotATime),
        ("-1", TimeError::NotATime),
        ("１４", TimeError::NotATime),
        ("åå", TimeError::NotATime),
        ("24", TimeError::EndOfDay),
        ("24:00", TimeError::EndOfDay),
        ("kl. 24.00", TimeError::EndOfDay),
        ("2 pm", TimeError::HalfDay),
        ("2:30p.m.", TimeError::HalfDay),
        ("10AM", TimeError::HalfDay),
    ];
    for (text, expected) in wrong {
        assert_eq!(time(text), Err(expected), "{text:?}");
    }
}

#[test]
fn lengths() {
    let cases = [
        ("30", 30),
        ("30 min", 30),
        ("30min.", 30),
        ("1 h", 60),
        ("1 tim", 60),
        ("2 timmar", 120),
        ("1 tunti", 60),
        ("1 h 30 min", 90),
        ("1 t 30 min", 90),
        ("1 tim. 30 min.", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("1.30", 90),
        ("1,5 h", 90),
        ("0.25 t", 15),
        ("90 minuter", 90),
        ("0", 0),
    ];
    for (text, expected) in cases {
        assert_eq!(minutes(text), Ok(expected), "{text}");
    }
    assert_eq!(minutes("  "), Err(DurationError::Empty));
    for text in ["long", "-5", "1:60", "1:5", "1 h 60 min", "30 min 1 h", "1 d", "99999", "1,33 h", "1.5", "h", "½ h"]
    {
        assert_eq!(minutes(text), Err(DurationError::NotADuration), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>(), days in 0_u64..80_000) {
        let today = day("1970-01-01") + chrono::Days::new(days);
        let _ = (date(&text, today), time(&text), minutes(&text));
    }

    #[test]
    fn no_likely_text_panics(text in "[0-9a-zåäö.:/, -]{0,20}") {
        let _ = (date(&text, NaiveDate::MAX), date(&text, NaiveDate::MIN), time(&text), minutes(&text));
    }

    #[test]
    fn dates_without_a_year_lie_ahead(text in "[0-3]?[0-9]\\.[01]?[0-9]\\.", days in 0_u64..80_000) {
        let today = day("1970-01-01") + chrono::Days::new(days);
        if let Ok(found) = date(&text, today) {
            prop_assert!(found >= today);
        }
    }
}
