use super::*;

/// Start, rule, window and days (`tests/judges/recurrence_fixture.py`).
const FIXTURE: &str = include_str!("../../../../tests/fixtures/recurrence.tsv");

struct Line<'a> {
    text: &'a str,
    start: &'a str,
    rule: &'a str,
    window: Interval,
    days: Vec<String>,
}

fn lines() -> impl Iterator<Item = Line<'static>> {
    FIXTURE.lines().filter(|text| !text.starts_with('#')).map(|text| {
        let [start, rule, from, to, days] = text.split('\t').collect::<Vec<_>>()[..] else { panic!("{text}") };
        let days = days.split_whitespace().map(str::to_owned).collect();
        Line { text, start, rule, window: window(from, to), days }
    })
}

#[test]
fn six_hundred_rules_equal_dateutil() {
    let mut differing = Vec::new();
    for line in lines() {
        let found = days(&series(line.start, line.rule), line.window);
        if found.as_ref() != Ok(&line.days) {
            differing.push(format!("{}\n  ours {found:?}", line.text));
        }
    }
    assert_eq!(lines().count(), 600);
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing[..differing.len().min(8)].join("\n"));
}

#[test]
fn the_text_of_a_rule_reads_as_the_same_rule() {
    for line in lines() {
        let rule: Rule = line.rule.parse().unwrap();
        assert_eq!(rule.to_string().parse::<Rule>().as_ref(), Ok(&rule), "{}", line.rule);
    }
}

/// Where the window lies must not matter: skipping to it finds what walking to it finds.
#[test]
fn a_late_window_sees_the_end_of_a_long_one() {
    for line in lines() {
        let series = series(line.start, line.rule);
        let from = Interval::new(series_start(&line), line.window.end()).unwrap_or(line.window);
        let Ok(all) = days(&series, from) else { continue };
        let first = line.window.start().format("%Y%m%d").to_string();
        let tail: Vec<_> = all.into_iter().filter(|day| *day >= first).collect();
        assert_eq!(tail, line.days, "{}", line.text);
    }
}

fn series_start(line: &Line) -> DateTime<Utc> {
    at(line.start)
}
