//! Protected selling time: how much of it a stretch of days has, and how much of that internal meetings take.

use chrono::NaiveDate;

use crate::domain::{
    busy::merge::{joined, without},
    country::Country,
    holidays::{self, HALF_DAY_ENDS},
    hours::{DaySpan, WeekSpan},
    limits::facts::DayRule,
    time::{Interval, Zone},
};

/// What somebody keeps for selling, and where they live.
#[derive(Debug, Clone, Copy)]
pub struct Keeper<'a> {
    /// The hours kept in an ordinary week.
    pub kept: &'a [WeekSpan],
    /// Whose holidays; one that is not known has none.
    pub country: Option<Country>,
    /// Where these hours are meant.
    pub zone: &'a Zone,
}

impl Keeper<'_> {
    /// The protected time of these days, in rising order. There is none on public holidays, on days customarily off and on
    /// days off; on half days it ends at 14:00, and on days with other hours it lies within those. What the person has said
    /// about a day counts before holidays.
    #[must_use]
    pub fn protected(
        &self,
        days: impl Iterator<Item = NaiveDate>,
        said: impl Fn(NaiveDate) -> Option<DayRule>,
    ) -> Vec<Interval> {
        let mut spans = Vec::new();
        for day in days {
            let Some(open) = self.open(day, said(day)) else { continue };
            let kept = self.kept.iter().filter(|span| span.is_on(day));
            let within = kept.filter_map(|s| DaySpan::new(s.span.from.max(open.from), s.span.to.min(open.to)));
            spans.extend(within.filter_map(|span| span.on(day, self.zone)));
        }
        joined(spans)
    }

    /// The part of a day in which anything can be kept.
    fn open(&self, day: NaiveDate, said: Option<DayRule>) -> Option<DaySpan> {
        let holiday = |country| holidays::on(country, day).or_else(|| holidays::customary(country, day)).is_some();
        match said {
            Some(DayRule::Off) => None,
            Some(DayRule::Hours(span)) => Some(span),
            None if self.country.is_some_and(holiday) => None,
            None if self.country.and_then(|country| holidays::half_day(country, day)).is_some() => {
                DaySpan::new(0, HALF_DAY_ENDS)
            }
            None => DaySpan::new(0, 1_440),
        }
    }
}

/// Protected selling time of one or more people, in minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Protected {
    /// All of it.
    pub kept: u64,
    /// What meetings take of it.
    pub cut: u64,
}

impl Protected {
    /// `kept` against the meetings that cut; two meetings at once cut once. `kept` is joined, as [`Keeper::protected`] gives it.
    #[must_use]
    pub fn of(kept: &[Interval], meetings: Vec<Interval>) -> Self {
        let all = minutes(kept);
        Self { kept: all, cut: all - minutes(&without(kept, &joined(meetings))).min(all) }
    }

    /// What is left of it.
    #[must_use]
    pub const fn left(self) -> u64 {
        self.kept.saturating_sub(self.cut)
    }
}

impl std::ops::AddAssign for Protected {
    fn add_assign(&mut self, other: Self) {
        self.kept += other.kept;
        self.cut += other.cut;
    }
}

/// Whole minutes of spans that do not overlap.
fn minutes(spans: &[Interval]) -> u64 {
    spans.iter().map(|span| u64::try_from(span.minutes()).unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Week;

    /// Mondays and Wednesdays from nine to noon, six hours a week.
    const KEPT: [WeekSpan; 2] = [
        WeekSpan { weekday: 0, span: DaySpan { from: 9 * 60, to: 12 * 60 } },
        WeekSpan { weekday: 2, span: DaySpan { from: 9 * 60, to: 12 * 60 } },
    ];

    fn of_week(week: &str, country: Option<Country>, said: impl Fn(NaiveDate) -> Option<DayRule>) -> Vec<Interval> {
        let zone = Zone::named("Europe/Stockholm").unwrap();
        let keeper = Keeper { kept: &KEPT, country, zone: &zone };
        keeper.protected(week.parse::<Week>().unwrap().days(), said)
    }

    #[test]
    fn holidays_and_days_off_protect_nothing() {
        let sweden = Some(Country::Sweden);
        let on = |day: &'static str, rule| move |d: NaiveDate| (d == day.parse().unwrap()).then_some(rule);
        let hours = |from: u16, to: u16| DayRule::Hours(DaySpan { from: from * 60, to: to * 60 });
        let none = || on("2000-01-01", DayRule::Off);
        let cases = [
            ("an ordinary week", of_week("2026-W48", sweden, none()), 360),
            ("Epiphany, a Wednesday", of_week("2027-W01", sweden, none()), 180),
            ("no Epiphany in Norway", of_week("2027-W01", Some(Country::Norway), none()), 360),
            ("nobody knows the country", of_week("2027-W01", None, none()), 360),
            ("a half day ends after it", of_week("2026-W53", sweden, none()), 360),
            ("a day off", of_week("2026-W48", sweden, on("2026-11-25", DayRule::Off)), 180),
            ("another day off", of_week("2026-W48", sweden, on("2026-11-24", DayRule::Off)), 360),
            ("a short day", of_week("2026-W48", sweden, on("2026-11-25", hours(11, 15))), 240),
            ("a day worked elsewhere", of_week("2026-W48", sweden, on("2026-11-25", hours(13, 17))), 180),
            ("a holiday worked", of_week("2027-W01", sweden, on("2027-01-06", hours(8, 17))), 360),
        ];
        for (why, kept, expected) in cases {
            assert_eq!(Protected::of(&kept, Vec::new()).kept, expected, "{why}");
        }
    }

    #[test]
    fn meetings_cut_what_they_overlap_and_once() {
        let kept = of_week("2026-W48", None, |_| None);
        let at = |from: &str, to: &str| {
            let time = |text: &str| format!("2026-11-{text}:00Z").parse().unwrap();
            Interval::new(time(from), time(to)).unwrap()
        };
        // Stockholm is an hour ahead: protected are 8:00 to 11:00 of UTC.
        let cases = [
            (vec![], 0),
            (vec![at("23T08:30", "23T09:30")], 60),
            (vec![at("23T07:00", "23T08:00"), at("23T11:00", "23T12:00")], 0),
            (vec![at("23T07:00", "23T08:15")], 15),
            (vec![at("23T10:45", "23T13:00")], 15),
            (vec![at("25T09:00", "25T10:00"), at("23T09:00", "23T10:00")], 120),
            (vec![at("23T09:00", "23T10:00"), at("23T09:30", "23T10:30"), at("23T09:00", "23T10:00")], 90),
            (vec![at("22T00:00", "29T00:00")], 360),
            (vec![at("24T08:00", "24T11:00")], 0),
        ];
        for (meetings, cut) in cases {
            let told = Protected::of(&kept, meetings.clone());
            assert_eq!((told.cut, told.left()), (cut, 360 - cut), "{meetings:?}");
        }
        assert_eq!(Protected::of(&[], vec![at("23T08:00", "23T09:00")]), Protected::default());
    }

    #[test]
    fn hours_that_the_clocks_skip_are_not_kept() {
        // On Sunday of week 13 the clocks go from two to three.
        let night = [WeekSpan { weekday: 6, span: DaySpan { from: 60, to: 240 } }];
        let zone = Zone::named("Europe/Stockholm").unwrap();
        let keeper = Keeper { kept: &night, country: None, zone: &zone };
        for (week, expected) in [("2026-W12", 180), ("2026-W13", 120), ("2026-W43", 240)] {
            let kept = keeper.protected(week.parse::<Week>().unwrap().days(), |_| None);
            assert_eq!(Protected::of(&kept, Vec::new()).kept, expected, "{week}");
        }
    }
}
