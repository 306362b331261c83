//! The occurrences of 1,000 weekly and monthly series with exceptions over two years in Stockholm, about 105,000 in all
//! (the limit is 4 ms); and the same by the `rrule` crate.

use std::hint::black_box;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rrule::{RRuleSet, Tz};
use sparsam::domain::{
    recurrence::{DayOfPeriod, Frequency, Offsets, Rule, Series, Work},
    time::{Interval, Zone},
};

const SERIES: u16 = 1_000;
/// More than any of them has in two years.
const MOST: u16 = 1_000;

fn start(number: u16) -> NaiveDateTime {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default() + TimeDelta::days(i64::from(number % 365));
    first.and_time(NaiveTime::MIN) + TimeDelta::minutes(8 * 60 + i64::from(number % 32) * 15)
}

/// Three in four repeat on one or two weekdays, the rest on a day of the month or its last Friday.
fn rule(number: u16) -> Option<Rule> {
    let own = DayOfPeriod::each(start(number).weekday());
    let rule = match number % 8 {
        0 | 1 => Rule::every(Frequency::Weekly).by_day([own, DayOfPeriod::each(Weekday::Fri)]),
        2..=5 => Rule::every(Frequency::Weekly),
        6 => Rule::every(Frequency::Monthly).by_month_day([1, 15]),
        _ => Rule::every(Frequency::Monthly).by_day([DayOfPeriod::nth(-1, Weekday::Fri)]),
    };
    rule.build().ok()
}

fn series(number: u16, zone: &Zone) -> Series {
    let start = start(number);
    let exceptions = (1..=10).map(|week| zone.instant(start + TimeDelta::weeks(104 + week * 3)));
    Series::new(start, rule(number)).without(exceptions)
}

fn expand(criterion: &mut Criterion) {
    let (Ok(zone), Some(window)) = (Zone::named("Europe/Stockholm"), window()) else { return };
    let all: Vec<Series> = (0..SERIES).map(|number| series(number, &zone)).collect();
    let run = || {
        let offsets = Offsets::of(&zone, window);
        let starts =
            |series: &Series| series.starts(&offsets, window, &mut Work::default()).map_or(0, |found| found.len());
        black_box(&all).iter().map(starts).sum::<usize>()
    };
    let mut group = criterion.benchmark_group("recurrence");
    group.throughput(Throughput::Elements(run() as u64));
    group.bench_function("1,000 series over two years", |bencher| bencher.iter(run));
    let theirs: Vec<RRuleSet> = (0..SERIES).filter_map(|number| by_the_crate(number, window)).collect();
    let by_the_crate = || black_box(&theirs).iter().map(|set| set.clone().all(MOST).dates.len()).sum::<usize>();
    eprintln!("by the rrule crate: {} of {} series, {} dates of {}", theirs.len(), SERIES, by_the_crate(), run());
    group.sample_size(10);
    group.bench_function("the same by the rrule crate", |bencher| bencher.iter(by_the_crate));
    group.finish();
}

/// The same series as the `rrule` crate reads it.
fn by_the_crate(number: u16, window: Interval) -> Option<RRuleSet> {
    let wall = |at: NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
    let start = start(number);
    let exceptions: Vec<String> = (1..=10).map(|week| wall(start + TimeDelta::weeks(104 + week * 3))).collect();
    let (zone, rule) = ("TZID=Europe/Stockholm", rule(number)?);
    let text = format!("DTSTART;{zone}:{}\nRRULE:{rule}\nEXDATE;{zone}:{}", wall(start), exceptions.join(","));
    let set: RRuleSet = text.parse().ok()?;
    let (after, before) = (window.start().with_timezone(&Tz::UTC), window.end().with_timezone(&Tz::UTC));
    Some(set.after(after).before(before))
}

fn window() -> Option<Interval> {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN).and_utc());
    Interval::new(day(2026)?, day(2028)?)
}

criterion_group!(benches, expand);
criterion_main!(benches);
