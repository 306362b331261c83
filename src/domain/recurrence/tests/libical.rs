use super::*;
use crate::domain::recurrence::RuleError;

/// Start, rule and starts of libical's own test (`tests/judges/libical_vectors.py`).
const FIXTURE: &str = include_str!("../../../../tests/fixtures/recurrence-libical.tsv");

/// A time of the fixture; a day alone begins at midnight.
fn time(text: &str) -> NaiveDateTime {
    let text = text.trim_end_matches('Z');
    if text.contains('T') { wall(text) } else { wall(&format!("{text}T000000")) }
}

/// Kinds that the two read in different ways, neither of them planned by anybody here: the days of a month in a yearly rule
/// without months (RFC 5545 §3.3.10 takes all months, and so does dateutil), and every so many years by weeks, where a week
/// lies in two years.
fn is_read_otherwise(text: &str) -> bool {
    let has = |part: &str| text.contains(part);
    has("FREQ=YEARLY") && (has("BYMONTHDAY") && !has("BYMONTH=") || has("BYWEEKNO") && has("INTERVAL"))
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    equal: usize,
    /// More often than daily, or by hours, is no meeting.
    not_ours: usize,
    /// The start is none of the rule's dates, and what that means is not defined.
    loose: usize,
    otherwise: usize,
}

#[test]
fn the_rules_that_are_read_have_the_dates_that_libical_gives_them() {
    let (mut tally, mut differing) = (Tally::default(), Vec::new());
    for line in FIXTURE.lines().filter(|line| !line.starts_with('#')) {
        let [start, text, starts] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let expected: Vec<NaiveDateTime> = starts.split_whitespace().map(time).collect();
        let rule: Rule = match text.parse() {
            Ok(rule) => rule,
            Err(RuleError::TooOften | RuleError::NotHere(_)) => {
                tally.not_ours += 1;
                continue;
            }
            Err(error) => panic!("{text}: {error:?}"),
        };
        let first = time(start);
        if expected.first() != Some(&first) {
            tally.loose += 1;
            continue;
        }
        // Behind the last date as well: there must be no more.
        let behind = expected.last().copied().unwrap_or(first) + chrono::TimeDelta::days(800);
        let window = Interval::new(first.and_utc(), behind.and_utc()).unwrap();
        let found = Series::new(first, Some(rule)).starts(&Offsets::fixed(0), window, &mut Work::default());
        let found: Result<Vec<NaiveDateTime>, _> = found.map(|all| all.iter().map(DateTime::naive_utc).collect());
        if found.as_ref() == Ok(&expected) {
            tally.equal += 1;
        } else if is_read_otherwise(text) {
            tally.otherwise += 1;
        } else {
            differing.push(format!("{text} from {start}\n  ours {found:?}\n  theirs {expected:?}"));
        }
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
    assert_eq!(tally, Tally { equal: 95, not_ours: 30, loose: 9, otherwise: 4 });
}
