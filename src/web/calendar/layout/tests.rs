use proptest::prelude::*;

use super::*;

fn zone() -> Zone {
    Zone::named("Europe/Stockholm").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A span in Stockholm's winter time.
fn span(date: &str, from: &str, to: &str) -> Interval {
    Interval::new(utc(&format!("{date}T{from}:00+01:00")), utc(&format!("{date}T{to}:00+01:00"))).unwrap()
}

const WED: &str = "2026-11-25";

#[test]
fn eight_to_seven_in_quarter_hours() {
    let grid = Grid::around(&zone(), &[day(WED)], &[span(WED, "09:00", "09:30")]);
    assert_eq!(grid.rows(), 44);
    assert_eq!(grid.hours().len(), 11);
    let place = |from, to| grid.place(day(WED), &span(WED, from, to)).unwrap();
    assert_eq!(place("09:00", "09:30"), Rows { start: 4, end: 6 });
    assert_eq!(place("08:00", "19:00"), Rows { start: 0, end: 44 });
    assert_eq!(place("10:05", "10:10"), Rows { start: 8, end: 9 }, "a short meeting still has a row");
    assert_eq!(grid.place(day("2026-11-26"), &span(WED, "09:00", "09:30")), None);
}

#[test]
fn meetings_outside_widen_the_grid() {
    let spans = [span(WED, "06:30", "07:00"), span(WED, "21:10", "22:10")];
    let grid = Grid::around(&zone(), &[day(WED)], &spans);
    assert_eq!(grid.rows(), (23 - 6) * 4);
    assert_eq!(grid.place(day(WED), &spans[0]), Some(Rows { start: 2, end: 4 }));
    let night = Interval::new(utc("2026-11-25T22:00:00Z"), utc("2026-11-26T00:00:00Z")).unwrap();
    let grid = Grid::around(&zone(), &[day(WED), day("2026-11-26")], &[night]);
    assert_eq!(grid.rows(), 96, "past midnight both ends of the day are shown");
    assert_eq!(grid.place(day(WED), &night), Some(Rows { start: 92, end: 96 }));
    assert_eq!(grid.place(day("2026-11-26"), &night), Some(Rows { start: 0, end: 4 }));
}

#[test]
fn the_day_of_twenty_five_hours() {
    let days: Vec<NaiveDate> = day("2026-10-19").iter_days().take(7).collect();
    let (saturday, sunday) = (days[5], days[6]);
    // 02:30 the first time to 02:30 the second time, and a meeting ahead so that the night is shown.
    let twice = Interval::new(utc("2026-10-25T00:30:00Z"), utc("2026-10-25T01:30:00Z")).unwrap();
    let grid = Grid::around(&zone(), &days, &[twice]);
    assert_eq!(grid.rows(), (19 - 2 + 1) * 4, "two o'clock has two rows of hours");
    let hours: Vec<u32> = grid.hours().iter().map(|(hour, _)| *hour).collect();
    assert_eq!(hours[..3], [2, 2, 3]);
    assert_eq!(
        grid.place(sunday, &twice),
        Some(Rows { start: 2, end: 6 }),
        "an hour long, though the clock says 02:30 twice"
    );
    let noon = Interval::new(utc("2026-10-25T11:00:00Z"), utc("2026-10-25T12:00:00Z")).unwrap();
    let noon_before = Interval::new(utc("2026-10-24T10:00:00Z"), utc("2026-10-24T11:00:00Z")).unwrap();
    assert_eq!(grid.place(sunday, &noon), grid.place(saturday, &noon_before), "noon is at one height on all days");
    let until_three = Interval::new(utc("2026-10-24T00:00:00Z"), utc("2026-10-24T01:00:00Z")).unwrap();
    assert_eq!(grid.place(saturday, &until_three), Some(Rows { start: 0, end: 4 }), "an ordinary hour stays one");
    let by_day = Grid::around(&zone(), &days, &[]);
    assert_eq!(by_day.rows(), 44, "an hour of the night that is not shown changes nothing");
    assert_eq!(by_day.place(sunday, &noon), Some(Rows { start: 16, end: 20 }));
}

#[test]
fn the_day_of_twenty_three_hours() {
    let sunday = day("2026-03-29");
    let early = Interval::new(utc("2026-03-29T00:30:00Z"), utc("2026-03-29T01:30:00Z")).unwrap();
    let grid = Grid::around(&zone(), &[sunday], &[early]);
    assert_eq!(grid.rows(), (19 - 1) * 4);
    assert_eq!(grid.place(sunday, &early), Some(Rows { start: 2, end: 10 }), "01:30 to 03:30 on the clock");
}

fn rows(all: &[(u32, u32)]) -> Vec<Rows> {
    all.iter().map(|(start, end)| Rows { start: *start, end: *end }).collect()
}

#[test]
fn lanes_are_shared_by_what_overlaps() {
    let beside = |at, of| Lane::Beside { at, of };
    assert_eq!(lanes(&rows(&[(0, 4), (4, 8)])), [beside(0, 1), beside(0, 1)], "touching is not overlapping");
    assert_eq!(
        lanes(&rows(&[(0, 8), (2, 4), (4, 6), (8, 9)])),
        [beside(0, 2), beside(1, 2), beside(1, 2), beside(0, 1)]
    );
    assert_eq!(lanes(&rows(&[(0, 4); 5])), [beside(0, 3), beside(1, 3), beside(2, 3), Lane::Over, Lane::Over]);
}

#[test]
fn free_times_lie_in_working_hours() {
    let hours = WorkingHours::default();
    let early = utc("2026-11-20T08:00:00Z");
    let free = |taken: &[Interval], now| gaps(&zone(), day(WED), &hours, taken, now);
    assert_eq!(free(&[], early), [span(WED, "08:00", "17:00")]);
    assert_eq!(
        free(&[span(WED, "09:00", "11:05"), span(WED, "13:00", "16:40")], early),
        [span(WED, "08:00", "09:00"), span(WED, "11:15", "13:00")],
        "fifteen minutes at the end are too short"
    );
    assert_eq!(free(&[span(WED, "08:00", "12:00"), span(WED, "13:00", "17:00")], early), [], "lunch is lunch");
    assert_eq!(free(&[span(WED, "07:00", "18:00")], early), []);
    assert_eq!(free(&[], utc("2026-11-25T12:02:00Z")), [span(WED, "13:15", "17:00")], "the past is not offered");
    assert_eq!(free(&[], utc("2026-11-25T18:00:00Z")), []);
    assert_eq!(gaps(&zone(), day("2026-11-28"), &hours, &[], early), [], "Saturday is off");
}

#[test]
fn overlapping_minutes_count_once() {
    let spans = [span(WED, "10:00", "11:00"), span(WED, "09:00", "10:30"), span(WED, "14:00", "14:30")];
    assert_eq!(covered(&spans), 150);
    assert_eq!(covered(&[]), 0);
}

proptest! {
    #[test]
    fn nothing_overlaps(mut spans in prop::collection::vec((0_u32..96, 1_u32..20), 0..40)) {
        spans.sort_unstable();
        let all: Vec<Rows> = spans.iter().map(|(start, length)| Rows { start: *start, end: start + length }).collect();
        let placed = lanes(&all);
        for (i, a) in all.iter().enumerate() {
            for (j, b) in all.iter().enumerate().skip(i + 1) {
                if a.start >= b.end || b.start >= a.end {
                    continue;
                }
                if let (Lane::Beside { at: x, of: w }, Lane::Beside { at: y, of: v }) = (placed[i], placed[j]) {
                    prop_assert!(x != y && w == v, "{i} and {j}");
                }
            }
        }
    }

    #[test]
    fn gaps_never_touch_what_is_taken(mut starts in prop::collection::vec((0_u32..1400, 5_u32..120), 0..12), now in 0_u32..1440) {
        starts.sort_unstable();
        let midnight = zone().start_of(day(WED));
        let at = |minute: u32| midnight + TimeDelta::minutes(i64::from(minute));
        let taken: Vec<Interval> = starts.iter().filter_map(|(s, l)| Interval::new(at(*s), at(s + l))).collect();
        for gap in gaps(&zone(), day(WED), &WorkingHours::default(), &taken, at(now)) {
            prop_assert!(taken.iter().all(|span| !span.overlaps(&gap)));
            prop_assert!(gap.start() >= at(now) && gap.minutes() >= SHORTEST_GAP);
        }
    }
}
