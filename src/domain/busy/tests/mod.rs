mod bounds;
mod clocks;
mod entries;
mod series;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::*;

fn at(text: &str) -> DateTime<Utc> {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap().and_utc()
}

/// November 2026.
fn window() -> Interval {
    Interval::new(at("20261101T000000"), at("20261201T000000")).unwrap()
}

fn stockholm() -> Zone {
    Zone::named("Europe/Stockholm").unwrap()
}

fn calendar(inside: &str) -> String {
    let inside = inside.trim_start().replace('\n', "\r\n");
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}\r\nEND:VCALENDAR\r\n").replace("\r\n\r\n", "\r\n")
}

fn event(inside: &str) -> String {
    format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", inside.trim())
}

fn told(bytes: &[u8]) -> Result<BusyTimes, Unreadable> {
    read(bytes, window(), &stockholm(), &Limits::default())
}

/// The busy times in UTC, tentative ones with a question mark: `24T1300-24T1400 25T0800-25T0900?`.
fn spoken(times: &BusyTimes) -> String {
    let spoken = |span: &Interval, mark: &str| {
        format!("{}-{}{mark}", span.start().format("%dT%H%M"), span.end().format("%dT%H%M"))
    };
    let busy = times.busy.iter().map(|span| spoken(span, ""));
    busy.chain(times.tentative.iter().map(|span| spoken(span, "?"))).collect::<Vec<_>>().join(" ")
}

fn busy(inside: &str) -> Result<String, Unreadable> {
    told(calendar(inside).as_bytes()).map(|times| spoken(&times))
}

/// Each event's busy times.
#[track_caller]
fn check(cases: &[(&str, Result<&str, Unreadable>)]) {
    for (inside, expected) in cases {
        assert_eq!(busy(&event(inside)), expected.clone().map(str::to_owned), "{inside}");
    }
}
