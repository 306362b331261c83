use chrono::{NaiveTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::time::{Transition, WallTime, Zone};

const ZONES: [&str; 6] = [
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Oslo",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
];

fn five_years() -> Interval {
    window("20260101", "20310101")
}

fn changes(zone: &Zone) -> Vec<Transition> {
    let all = five_years();
    zone.transitions(all.start()).take_while(|change| change.at < all.end()).filter(|t| t.from != t.to).collect()
}

/// What RFC 5545 §3.3.5 says about a wall time, told from what the zone says about it.
fn meant(zone: &Zone, local: NaiveDateTime, change: &Transition) -> DateTime<Utc> {
    match zone.resolve(local) {
        WallTime::Once(at) => at,
        WallTime::Repeated { first, .. } => first,
        WallTime::Skipped { .. } => (local - TimeDelta::seconds(change.from.into())).and_utc(),
    }
}

#[test]
fn daily_series_keep_their_wall_time_over_each_change() {
    let (mut skipped, mut repeated) = (0, 0);
    for name in ZONES {
        let zone = Zone::named(name).unwrap();
        let changes = changes(&zone);
        assert_eq!(changes.len(), 10, "{name}");
        for change in &changes {
            let wall = zone.local(change.at - TimeDelta::seconds(1)) + TimeDelta::seconds(1);
            for quarter in -8..=8 {
                let local = wall + TimeDelta::minutes(15 * quarter);
                match zone.resolve(local) {
                    WallTime::Skipped { .. } => skipped += 1,
                    WallTime::Repeated { .. } => repeated += 1,
                    WallTime::Once(_) => {}
                }
                let daily = Series::new(local - TimeDelta::days(3), Some("FREQ=DAILY;COUNT=7".parse().unwrap()));
                let starts = daily.starts(&Offsets::of(&zone, five_years()), five_years(), &mut Work::default());
                let days = (-3..=3).map(|days| local + TimeDelta::days(days));
                assert_eq!(
                    starts.unwrap(),
                    days.map(|day| meant(&zone, day, change)).collect::<Vec<_>>(),
                    "{name} {local}"
                );
            }
        }
    }
    // An hour has four quarters, Lord Howe's half hour two; each zone has five changes of either kind.
    assert_eq!((skipped, repeated), (5 * (5 * 4 + 2), 5 * (5 * 4 + 2)));
}

#[test]
fn offsets_agree_with_their_zone() {
    for name in ZONES {
        let zone = Zone::named(name).unwrap();
        let offsets = Offsets::of(&zone, five_years());
        for hours in 0..24 * 365 * 2 {
            let at = five_years().start() + TimeDelta::hours(hours) + TimeDelta::minutes(30);
            assert_eq!(offsets.local(at), zone.local(at), "{name} {at}");
            assert_eq!(offsets.instant(at.naive_utc()), zone.instant(at.naive_utc()), "{name} {at}");
        }
    }
}

#[test]
fn ends_mean_the_clock_of_the_series() {
    let stockholm = Zone::named("Europe/Stockholm").unwrap();
    let count = |rule: &str, start: &str| {
        let all = five_years();
        series(start, rule).starts(&Offsets::of(&stockholm, all), all, &mut Work::default()).unwrap().len()
    };
    // 23:30 in Stockholm is 22:30 UTC; the whole last day belongs to the series.
    assert_eq!(count("FREQ=DAILY;UNTIL=20260203", "20260201T233000"), 3);
    assert_eq!(count("FREQ=DAILY;UNTIL=20260203T223000Z", "20260201T233000"), 3);
    assert_eq!(count("FREQ=DAILY;UNTIL=20260203T222959Z", "20260201T233000"), 2);
    assert_eq!(count("FREQ=DAILY;UNTIL=20260203T233000", "20260201T233000"), 3);
    assert_eq!(count("FREQ=DAILY;UNTIL=20260203T232959", "20260201T233000"), 2);
}

proptest! {
    #[test]
    fn any_weekly_series_keeps_its_wall_time(zone in 0_usize..6, day in 0_i64..1500, minute in 0_i64..1440, every in 1_u16..5) {
        let zone = Zone::named(ZONES[zone]).unwrap();
        let start = (five_years().start() + TimeDelta::days(day) + TimeDelta::minutes(minute)).naive_utc();
        let rule = Rule::every(crate::domain::recurrence::Frequency::Weekly).interval(every).build().unwrap();
        let series = Series::new(start, Some(rule));
        let all = five_years();
        let starts = series.starts(&Offsets::of(&zone, all), all, &mut Work::default()).unwrap();
        let weeks = (0..).map(|n| start + TimeDelta::weeks(n * i64::from(every)));
        let expected: Vec<_> = weeks.map(|local| zone.instant(local)).take_while(|at| *at < all.end()).collect();
        let shown: Vec<NaiveTime> = starts.iter().map(|at| zone.local(*at).time()).collect();
        prop_assert!(shown.iter().filter(|time| **time != start.time()).count() <= 5, "at most one gap a year");
        prop_assert_eq!(starts, expected.into_iter().filter(|at| *at >= all.start()).collect::<Vec<_>>());
    }

    #[test]
    fn any_text_is_a_rule_or_an_error(text in "[A-Z0-9=;,+-]{0,60}|FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);(BY(DAY|MONTH|MONTHDAY|SETPOS|WEEKNO|YEARDAY)=[-0-9MOTUWEHFRSA,]{1,6};?){0,3}") {
        if let Ok(rule) = text.parse::<Rule>() {
            prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule.clone()));
            let found = Series::new(wall("20260101T100000"), Some(rule)).starts(&Offsets::fixed(0), five_years(), &mut Work::default());
            prop_assert!(found.is_ok_and(|found| found.is_sorted() && found.len() <= 1827), "{}", text);
        }
    }
}
