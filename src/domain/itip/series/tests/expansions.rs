//! Series in zones all over the world with the dates that are meant, for programs that nobody here wrote to expand.

use super::*;

/// Zones on both sides of the equator and without changes, and the names of their files.
const ZONES: [(&str, &str); 8] = [
    ("stockholm", "Europe/Stockholm"),
    ("helsinki", "Europe/Helsinki"),
    ("oslo", "Europe/Oslo"),
    ("london", "Europe/London"),
    ("new-york", "America/New_York"),
    ("santiago", "America/Santiago"),
    ("sydney", "Australia/Sydney"),
    ("kolkata", "Asia/Kolkata"),
];

/// Start and end of every date that takes place, as instants, beside the object of the same name.
pub(super) fn golden_dates(name: &str, series: &SeriesFacts) {
    let confirmed = series.dates.iter().filter(|date| date.facts.status == Status::Confirmed);
    let line = |date: &DateFacts| {
        let instant = |at: DateTime<Utc>| at.format("%Y%m%dT%H%M%SZ");
        format!("{} {}\n", instant(date.facts.starts_at), instant(date.facts.ends_at))
    };
    let mut lines: Vec<String> = confirmed.map(line).collect();
    lines.sort_unstable();
    golden_file(&format!("{name}.dates"), &lines.concat());
}

/// Mondays and Thursdays at nine for 30 weeks from September, over both changes of the clocks of a year in the south and one
/// in the north, and every other week for 60 weeks, over all of them. One date is on another day, one is left out.
fn series(zone: &str, rule: Rule, first: &str) -> SeriesFacts {
    let starts = rule.starts(first.parse().unwrap()).unwrap();
    let date = |(number, original): (usize, &NaiveDateTime)| {
        let mut facts = internal();
        place_in(&mut facts, zone, &original.format("%Y-%m-%dT%H:%M:%S").to_string(), 30);
        DateFacts { id: meeting_id(number), original: *original, facts }
    };
    let mut dates: Vec<DateFacts> = starts.iter().enumerate().filter(|(number, _)| *number != 7).map(date).collect();
    let moved = (dates[10].original + TimeDelta::hours(27)).format("%Y-%m-%dT%H:%M:%S").to_string();
    place_in(&mut dates[10].facts, zone, &moved, 45);
    SeriesFacts { uid: internal().uid, zone: zone.to_owned(), rule, continues: None, dates }
}

#[test]
fn series_keep_their_wall_time_wherever_the_clocks_change() {
    let twice = Pattern::Week { days: 0b1001 };
    let rare = Pattern::Week { days: 1 };
    for (name, zone) in ZONES {
        for (kind, pattern, interval, count) in [("twice", twice, 1, 60), ("fortnight", rare, 2, 30)] {
            let rule = Rule { pattern, interval, end: End::Count(count), holidays: OnHoliday::Keep };
            let now = series(zone, rule, "2026-09-07T09:00:00");
            let walls: BTreeMap<_, usize> = now.dates.iter().fold(BTreeMap::new(), |mut seen, date| {
                let wall = Zone::named(zone).unwrap().local(date.facts.starts_at).time();
                *seen.entry(wall).or_default() += 1;
                seen
            });
            assert_eq!(walls.len(), 2, "nine, and noon on the day that was moved: {walls:?}");
            let (_, object) = told(None, &now, REQUIRED, stamp(0)).unwrap();
            golden(&format!("series-{kind}-{name}"), &object);
            golden_dates(&format!("series-{kind}-{name}"), &now);
        }
    }
}
