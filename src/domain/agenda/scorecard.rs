//! Targets against actuals: the rows of a scorecard, and what they say.

use std::{cmp::Ordering, fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use crate::domain::{terms::UnknownTerm, text::SafeText};

/// Most rows of one scorecard.
pub const MAX_ROWS: usize = 20;
/// Longest name of a metric, in characters.
pub const MAX_METRIC: usize = 80;
/// Longest unit, in characters.
pub const MAX_UNIT: usize = 20;

/// A line of a scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What is measured, one line.
    pub metric: String,
    /// What it is counted in; may be empty.
    pub unit: String,
    /// What is to be reached, if that is set.
    pub target: Option<Amount>,
    /// What is reached, once it is known.
    pub actual: Option<Amount>,
    /// The last day for reaching it.
    pub due: Option<NaiveDate>,
    /// Whether less is better, as of complaints or days to answer. Older records do not have it.
    #[serde(default)]
    pub less: bool,
}

/// How far a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// There is no target.
    NoTarget,
    /// There is no actual yet.
    NotKnown,
    /// So much is left of the target.
    Left {
        /// What is left.
        left: Amount,
        /// Of what.
        target: Amount,
    },
    /// Reached exactly.
    Reached,
    /// Reached, and so much more.
    Beyond(Amount),
    /// Less is better, and so much is too much.
    Above(Amount),
    /// Less is better, and it is so much less.
    Under(Amount),
}

/// Time until the last day, by days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLeft {
    /// So many days, fewer than 14; 0 is today.
    Days(u32),
    /// So many weeks; those begun count.
    Weeks(u32),
    /// The day has passed so many days ago, fewer than 14.
    DaysLate(u32),
    /// The day has passed so many full weeks ago.
    WeeksLate(u32),
}

impl Row {
    /// How far the target is; more is better, unless the row says otherwise.
    #[must_use]
    pub fn gap(&self) -> Gap {
        let (Some(target), Some(actual)) = (self.target, self.actual) else {
            return if self.target.is_none() { Gap::NoTarget } else { Gap::NotKnown };
        };
        let left = target.minus(actual);
        match (left.sign(), self.less) {
            (Ordering::Greater, true) => Gap::Under(left),
            (Ordering::Less, true) => Gap::Above(left.size()),
            (Ordering::Greater, false) => Gap::Left { left, target },
            (Ordering::Equal, _) => Gap::Reached,
            (Ordering::Less, false) => Gap::Beyond(left.size()),
        }
    }

    /// How much time there is, while the target is not reached.
    #[must_use]
    pub fn time_left(&self, today: NaiveDate) -> Option<TimeLeft> {
        let open = matches!(self.gap(), Gap::Left { .. } | Gap::Above(_) | Gap::NotKnown);
        self.due.filter(|_| open).map(|due| time_left(due, today))
    }

    /// Whether there is a figure to compare that is not enough.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        matches!(self.gap(), Gap::Left { .. } | Gap::Above(_))
    }

    /// The metric as it is found again.
    #[must_use]
    pub fn key(&self) -> String {
        metric_key(&self.metric)
    }
}

/// A metric as it is found again in other meetings: in lower case, with single blanks.
#[must_use]
pub fn metric_key(metric: &str) -> String {
    SafeText::line(metric, MAX_METRIC).as_str().to_lowercase()
}

/// The time between two days in the unit people would say.
#[must_use]
pub fn time_left(due: NaiveDate, today: NaiveDate) -> TimeLeft {
    let days = due.signed_duration_since(today).num_days();
    let size = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
    match (days < 0, size < 14) {
        (false, true) => TimeLeft::Days(size),
        (false, false) => TimeLeft::Weeks(size.div_ceil(7)),
        (true, true) => TimeLeft::DaysLate(size),
        (true, false) => TimeLeft::WeeksLate(size / 7),
    }
}

/// A quarter of a year, as `2026-Q4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    year: i32,
    /// 0 to 3.
    place: u32,
}

impl Quarter {
    /// The quarter of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), place: day.month0() / 3 }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// 1 to 4.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.place + 1
    }

    /// Its first day, and the first day after it.
    #[must_use]
    pub fn days(self) -> (NaiveDate, NaiveDate) {
        let first = |quarter: Self| NaiveDate::from_ymd_opt(quarter.year, quarter.place * 3 + 1, 1).unwrap_or_default();
        (first(self), first(self.next()))
    }

    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.place == 3 { Self { year: self.year + 1, place: 0 } } else { Self { place: self.place + 1, ..self } }
    }

    /// The one before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.place == 0 { Self { year: self.year - 1, place: 3 } } else { Self { place: self.place - 1, ..self } }
    }

    /// How much of it is over on a day in it, in percent; `None` on other days.
    #[must_use]
    pub fn elapsed(self, day: NaiveDate) -> Option<u32> {
        let (first, after) = self.days();
        let of = |later: NaiveDate| u32::try_from(later.signed_duration_since(first).num_days()).ok();
        (first <= day && day < after).then(|| Some((of(day)? + 1) * 100 / of(after)?)).flatten()
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number())
    }
}

impl FromStr for Quarter {
    type Err = UnknownTerm;

    fn from_str(text: &str) -> Result<Self, UnknownTerm> {
        let (year, number) = text.split_once("-Q").ok_or(UnknownTerm)?;
        let year: i32 = year.parse().ok().filter(|year| (2000..=2200).contains(year)).ok_or(UnknownTerm)?;
        let number: u32 = number.parse().ok().filter(|number| (1..=4).contains(number)).ok_or(UnknownTerm)?;
        Ok(Self { year, place: number - 1 })
    }
}

/// Points of a small plot of `width` by `height`, from the oldest figure to the newest: x from the left, y from the
/// top. `None` for fewer than two figures. The target, if there is one, is inside the picture, too.
#[must_use]
pub fn plot(figures: &[Amount], target: Option<Amount>, (width, height): (i64, i64)) -> Option<Plot> {
    let steps = i64::try_from(figures.len()).ok()?.checked_sub(1).filter(|steps| *steps > 0)?;
    let all = || figures.iter().chain(target.iter()).map(|a| i128::from(a.hundredths()));
    let (low, high) = (all().min()?, all().max()?);
    let span = (high - low).max(1);
    let y = |a: Amount| {
        let from_top = i128::from(height) * (high - i128::from(a.hundredths())) / span;
        i64::try_from(from_top).unwrap_or(0)
    };
    let points = (0..).zip(figures).map(|(place, a)| (width * place / steps, y(*a))).collect();
    Some(Plot { points, target: target.map(y) })
}

/// A small plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plot {
    /// x and y of each figure.
    pub points: Vec<(i64, i64)>,
    /// y of the target.
    pub target: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(target: &str, actual: &str, due: &str) -> Row {
        Row {
            metric: "Orders".to_owned(),
            unit: String::new(),
            target: Amount::parse(target).unwrap(),
            actual: Amount::parse(actual).unwrap(),
            due: due.parse().ok(),
            less: false,
        }
    }

    fn said(row: &Row) -> String {
        let gap = match row.gap() {
            Gap::NoTarget => "no target".to_owned(),
            Gap::NotKnown => "not known".to_owned(),
            Gap::Left { left, target } => format!("{left} of {target} left"),
            Gap::Reached => "reached".to_owned(),
            Gap::Beyond(more) => format!("{more} beyond"),
            Gap::Above(more) => format!("{more} too many"),
            Gap::Under(less) => format!("{less} under"),
        };
        let time = row.time_left("2026-11-23".parse().unwrap()).map(|time| match time {
            TimeLeft::Days(n) => format!("{n} days"),
            TimeLeft::Weeks(n) => format!("{n} weeks"),
            TimeLeft::DaysLate(n) => format!("{n} days late"),
            TimeLeft::WeeksLate(n) => format!("{n} weeks late"),
        });
        [Some(gap), time].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn gaps_and_time_in_words() {
        for (target, actual, due, expected) in [
            ("10", "7", "2026-12-28", "3 of 10 left, 5 weeks"),
            ("10", "7", "2026-12-29", "3 of 10 left, 6 weeks"),
            ("10", "7", "2026-12-07", "3 of 10 left, 2 weeks"),
            ("10", "7", "2026-12-06", "3 of 10 left, 13 days"),
            ("10", "7", "2026-11-23", "3 of 10 left, 0 days"),
            ("10", "7", "2026-11-22", "3 of 10 left, 1 days late"),
            ("10", "7", "2026-11-09", "3 of 10 left, 2 weeks late"),
            ("10", "7", "", "3 of 10 left"),
            ("10,5", "0", "", "10.5 of 10.5 left"),
            ("10", "-2", "", "12 of 10 left"),
            ("10", "10", "2026-12-28", "reached"),
            ("10", "12,5", "2026-12-28", "2.5 beyond"),
            ("0", "0", "", "reached"),
            ("10", "", "2026-12-28", "not known, 5 weeks"),
            ("", "7", "2026-12-28", "no target"),
            ("", "", "", "no target"),
        ] {
            assert_eq!(said(&row(target, actual, due)), expected, "{target} {actual} {due}");
        }
    }

    #[test]
    fn less_can_be_better() {
        for (target, actual, expected, behind) in [
            ("5", "7", "2 too many, 5 weeks", true),
            ("5", "5", "reached", false),
            ("5", "2,5", "2.5 under", false),
            ("0", "-1", "1 under", false),
            ("5", "", "not known, 5 weeks", false),
            ("", "7", "no target", false),
        ] {
            let row = Row { less: true, ..row(target, actual, "2026-12-28") };
            assert_eq!((said(&row).as_str(), row.is_behind()), (expected, behind), "{target} {actual}");
        }
    }

    #[test]
    fn quarters_follow_each_other() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let quarter: Quarter = "2026-Q4".parse().unwrap();
        assert_eq!((quarter, quarter.to_string().as_str()), (Quarter::of(day("2026-11-23")), "2026-Q4"));
        assert_eq!(quarter.days(), (day("2026-10-01"), day("2027-01-01")));
        assert_eq!((quarter.next().to_string(), quarter.next().previous()), ("2027-Q1".to_owned(), quarter));
        assert_eq!((quarter.elapsed(day("2026-10-01")), quarter.elapsed(day("2026-12-31"))), (Some(1), Some(100)));
        assert_eq!((quarter.elapsed(day("2026-09-30")), quarter.elapsed(day("2027-01-01"))), (None, None));
        for wrong in ["", "2026", "2026-Q0", "2026-Q5", "26-Q1", "99999-Q1", "2026-Qx", "2026-Q-1"] {
            assert!(wrong.parse::<Quarter>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn metrics_are_found_whatever_their_case_and_blanks() {
        for other in ["Nya  kunder", " nya kunder ", "NYA\tKUNDER"] {
            assert_eq!(metric_key(other), "nya kunder");
        }
        assert_eq!(metric_key("MÖTEN"), "möten");
    }

    #[test]
    fn plots_fill_their_box_and_stay_in_it() {
        let figures = |values: &[i32]| values.iter().map(|v| Amount::whole(*v)).collect::<Vec<_>>();
        let plotted = plot(&figures(&[2, 4, 6]), Some(Amount::whole(10)), (120, 32)).unwrap();
        assert_eq!(plotted, Plot { points: vec![(0, 32), (60, 24), (120, 16)], target: Some(0) });
        assert_eq!(plot(&figures(&[5, 5]), None, (100, 20)).unwrap().points, [(0, 0), (100, 0)]);
        assert_eq!(plot(&figures(&[5]), None, (100, 20)), None);
        assert_eq!(plot(&[], None, (100, 20)), None);
        let extreme = [Amount::from_hundredths(-100_000_000_000_000), Amount::from_hundredths(100_000_000_000_000)];
        let extreme: Vec<Amount> = extreme.into_iter().flatten().collect();
        assert_eq!(plot(&extreme, None, (100, 20)).unwrap().points, [(0, 20), (100, 0)]);
    }
}
