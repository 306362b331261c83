use chrono::TimeDelta;

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse::<NaiveDateTime>().unwrap().and_utc()
}

fn format(language: Language) -> Format {
    let zone = if language == Language::Fi { "Europe/Helsinki" } else { "Europe/Stockholm" };
    Format::new(language, Clock::Language, Zone::named(zone).unwrap())
}

#[test]
fn print() {
    let day: NaiveDate = "2026-11-25".parse().unwrap();
    for l in Language::ALL {
        let f = format(l);
        for text in [
            f.long_date(day),
            f.date(day),
            f.short_date(day),
            f.day_month(day),
            f.day_month_plain(day),
            f.day_month_long(day),
            f.weekday(day),
            f.weekday_short(day),
            f.month(day),
            f.month_year(day),
            f.long_date_time_range(at("2026-11-25T13:00:00"), at("2026-11-25T13:30:00")),
            f.subject_when(at("2026-11-25T13:00:00")),
            f.decimal(-12345675, 1),
            f.percent(82),
            f.zone_words(),
        ] {
            println!("{text:?}");
        }
    }
    let _ = TimeDelta::days(1);
}
