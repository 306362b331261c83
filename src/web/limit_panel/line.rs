//! One person's load: the tightest limit with a meter, the others in words.

use crate::{
    domain::{
        ids::PersonId,
        limits::{
            rule::Measure,
            verdict::{About, Reading, Standing},
        },
    },
    i18n::{
        Texts,
        format::Format,
        limits::{amount, reading},
    },
};

/// Width of the meter at the limit, in hundredths of its whole.
const AT_LIMIT: u64 = 80;

/// A person with their tightest limit.
pub(in crate::web) struct Line {
    pub(in crate::web) name: String,
    /// Now, with the meeting, limit.
    pub(in crate::web) words: String,
    pub(in crate::web) chip: String,
    pub(in crate::web) class: &'static str,
    pub(in crate::web) sign: &'static str,
    pub(in crate::web) meter: Meter,
    /// The other limits.
    pub(in crate::web) more: Vec<String>,
}

/// Widths in hundredths of a bar that ends at 125 % of the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct Meter {
    /// What is used without the meeting.
    pub(in crate::web) now: u64,
    /// What the meeting adds.
    pub(in crate::web) added: u64,
}

/// One line for everybody with a limit on load, the tightest first.
pub(super) fn lines((t, f): (&'static Texts, &Format), readings: &[Reading]) -> Vec<Line> {
    let mut lines: Vec<(PersonId, Line)> = Vec::new();
    for r in readings.iter().filter(|r| is_load(r)) {
        let About::Person(person) = r.about else { continue };
        match lines.iter_mut().find(|(known, _)| *known == person) {
            Some((_, line)) => line.more.push(reading(t, f, r)),
            None => lines.push((person, line((t, f), r))),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn is_load(r: &Reading) -> bool {
    let counted = r.rule.as_ref().is_some_and(|rule| {
        matches!(
            rule.measure,
            Measure::Minutes { .. } | Measure::Meetings { .. } | Measure::BackToBack { .. } | Measure::Ahead { .. }
        )
    });
    counted && r.limit > 0 && !matches!(r.standing, Standing::Unjudged(_))
}

fn line((t, f): (&'static Texts, &Format), r: &Reading) -> Line {
    let told = |number| amount(t, f, r.unit, number);
    let over = r.after > r.limit;
    let (class, sign) = match (over, r.standing) {
        (true, _) => ("over", "▲"),
        (false, Standing::Near) => ("near", "◔"),
        (false, _) => ("ok", "✓"),
    };
    Line {
        name: r.name.clone(),
        words: t.panel_load(told(r.before), told(r.after), told(r.limit)),
        chip: if over { t.panel_over(told(r.after - r.limit)) } else { t.panel_left(told(r.limit - r.after)) },
        class,
        sign,
        meter: meter(r),
        more: Vec::new(),
    }
}

fn meter(r: &Reading) -> Meter {
    let width = |number: u32| (u64::from(number) * AT_LIMIT / u64::from(r.limit.max(1))).min(100);
    let now = width(r.before.min(r.after));
    Meter { now, added: width(r.after) - now }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::limits::verdict::Unit;

    fn told(before: u32, after: u32, limit: u32) -> (u64, u64) {
        let reading = Reading {
            rule: None,
            id: None,
            about: About::Meeting,
            name: String::new(),
            period: None,
            unit: Unit::Minutes,
            before,
            after,
            limit,
            standing: Standing::Kept,
        };
        let Meter { now, added } = meter(&reading);
        (now, added)
    }

    #[test]
    fn the_bar_ends_at_a_quarter_over_the_limit() {
        assert_eq!(told(0, 0, 480), (0, 0));
        assert_eq!(told(240, 480, 480), (40, 40));
        assert_eq!(told(480, 600, 480), (80, 20));
        assert_eq!(told(600, 9_000, 480), (100, 0));
        assert_eq!(told(480, 240, 480), (40, 0), "a meeting that gives time back adds nothing");
        assert_eq!(told(u32::MAX, u32::MAX, 1), (100, 0));
    }
}
