//! Busy time out of calendars: an honest one of 2,000 entries, and hostile ones of up to 5 MiB (the limit is 100 ms each,
//! and 50 ms for a single series).

use std::hint::black_box;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use sparsam::domain::{
    busy::{Limits, read},
    time::{Interval, Zone},
};

fn event(inside: &str) -> String {
    format!("BEGIN:VEVENT\r\n{inside}\r\nEND:VEVENT\r\n")
}

fn calendar(inside: &str) -> String {
    format!("BEGIN:VCALENDAR\r\n{inside}\r\nEND:VCALENDAR\r\n")
}

fn honest() -> String {
    let day = |n: i64| NaiveDate::default() + TimeDelta::days(20_000 + n);
    let entry = |n: i64| {
        let rule = if n % 10 == 0 { "\r\nRRULE:FREQ=WEEKLY;BYDAY=MO" } else { "" };
        let date = day(n).format("%Y%m%d");
        event(&format!(
            "UID:{n}\r\nSUMMARY:{}\r\nDTSTART;TZID=Europe/Oslo:{date}T090000\r\nDURATION:PT1H{rule}",
            "title ".repeat(8)
        ))
    };
    (0..2_000).map(entry).collect()
}

fn cases() -> Vec<(&'static str, String)> {
    let daily = |n: u32| event(&format!("UID:{n}\r\nDTSTART:20000101T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY"));
    let weeks = "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO,TU,WE,TH,FR;COUNT=4000000000";
    let lines = format!("X-LONG:{}\r\n", "x".repeat(90)).repeat(49_000);
    vec![
        ("2,000 honest entries", honest()),
        ("100,000 parts in each other", "BEGIN:X\r\n".repeat(100_000)),
        ("a line of 4 MB", event(&format!("SUMMARY:{}", "x".repeat(4_000_000)))),
        ("parameters of 4 MB", event(&format!("DTSTART;{}:1", "X=\";".repeat(1_000_000)))),
        ("117,000 events", event("UID:1").repeat(117_000)),
        ("49,000 lines", event(&lines)),
        ("a line folded 1,700,000 times", event(&format!("X:{}", "\r\n ".repeat(1_700_000)))),
        ("300 daily series", (0..300).map(daily).collect()),
        ("series that never end", event(&format!("DTSTART:00010101T000000Z\r\nRRULE:{weeks}")).repeat(20)),
        ("one series that never ends", event(&format!("DTSTART:00010101T000000Z\r\nRRULE:{weeks}"))),
    ]
}

fn reading(criterion: &mut Criterion) {
    let start = DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap_or_default();
    let window = Interval::new(start, start + TimeDelta::days(90));
    let (Ok(zone), Some(window)) = (Zone::named("Europe/Stockholm"), window) else { return };
    let mut group = criterion.benchmark_group("busy");
    group.sample_size(20);
    for (name, inside) in cases() {
        let bytes = calendar(&inside);
        group.bench_function(name, |bencher| {
            bencher.iter(|| read(black_box(bytes.as_bytes()), window, &zone, &Limits::default()).is_ok());
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
