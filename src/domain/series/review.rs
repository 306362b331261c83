//! What becomes of a series that is about to end, and what may be said about it from its record.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::rule::{MAX_INTERVAL, Pattern, Rule};
use crate::domain::{ids::PersonId, terms::terms};

/// How long ahead of its last date an organizer is asked whether a series goes on. Half of its dates must be over by then:
/// of one that has hardly begun there is nothing to say.
pub const NOTICE: TimeDelta = TimeDelta::days(14);
/// Dates that a series is given when it goes on.
pub const MORE: u32 = 13;
/// Fewest people whose ratings are told, so that nobody's own can be guessed (F70).
pub const FEWEST_SCORES: u32 = 4;
/// Who has had no point for so many dates is perhaps not needed.
pub const QUIET_DATES: usize = 5;
/// Shorter than this is no meeting.
const LEAST_MINUTES: u32 = 15;

terms! {
    /// What the organizer answers.
    Answer {
        /// It goes on as it is.
        Keep = "keep",
        /// It goes on without an end, if somebody else allows it.
        Endless = "endless",
        /// It goes on with shorter meetings.
        Shorten = "shorten",
        /// It goes on without some people.
        FewerPeople = "fewer_people",
        /// It goes on with half of the meetings.
        LessOften = "less_often",
        /// The dates that are left are called off.
        Stop = "stop",
    }
}

/// About half of the length, in steps of five minutes: 50 become 25, 60 become 30. `None` where that is no meeting.
#[must_use]
pub fn shorter(minutes: u32) -> Option<u32> {
    let half = (minutes / 2 / 5 * 5).max(LEAST_MINUTES);
    (half < minutes).then_some(half)
}

/// The rule with about half of the dates, on the weekday of its last one where there were several. `None` where it would
/// be too seldom for a series.
#[must_use]
pub fn less_often(rule: Rule, last: NaiveDate) -> Option<Rule> {
    let weekday = u8::try_from(last.weekday().num_days_from_monday()).unwrap_or(0);
    let once = Pattern::Week { days: 1 << weekday };
    let (pattern, interval) = match rule.pattern {
        Pattern::Day | Pattern::WorkingDay => (once, 1),
        Pattern::Week { days } if days.count_ones() > 1 => (once, rule.interval),
        Pattern::Year => return None,
        pattern => (pattern, rule.interval.saturating_mul(2)),
    };
    (interval <= MAX_INTERVAL).then_some(Rule { pattern, interval, ..rule })
}

/// What is known of one date that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateRecord {
    /// Whether it took place; `None` when nobody recorded it.
    pub held: Option<bool>,
    /// Planned minutes.
    pub planned: u32,
    /// Minutes it really took.
    pub used: Option<u32>,
    /// Who was there, and of how many that is known.
    pub attendance: Option<(u32, u32)>,
    /// Yes, and all who were asked.
    pub answers: (u32, u32),
    /// Decisions and actions that came of it; `None` when nothing was recorded.
    pub outcome: Option<(u32, u32)>,
}

/// What some dates were rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ratings {
    /// How many people rated any of them.
    pub people: u32,
    /// How many ratings they gave.
    pub number: u32,
    /// Their sum.
    pub sum: u32,
}

impl Ratings {
    /// Tenths of the average; `None` of fewer people than are told: four ratings of one person are that person's own.
    #[must_use]
    pub fn tenths(self) -> Option<u32> {
        let told = self.people >= FEWEST_SCORES && self.number > 0;
        told.then(|| (self.sum.saturating_mul(20) + self.number) / (self.number * 2))
    }
}

/// Which mail about a series that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// It ends soon: shall it go on?
    Asked,
    /// Nobody answered, and it has ended.
    Ended,
    /// It never ends, and further dates were planned.
    Prolonged,
}

impl Turn {
    /// The word in the outbox.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "series_review",
            Self::Ended => "series_ended",
            Self::Prolonged => "series_prolonged",
        }
    }
}

/// Part of a whole; `None` of nothing that was recorded.
pub type Share = Option<(u32, u32)>;

/// What a series has been worth so far, over its dates that are over. What was not recorded is absent, never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Record {
    /// Dates that are over.
    pub past: u32,
    /// Held, of those of which that is known.
    pub held: Share,
    /// Attended, of those whose attendance is known.
    pub attended: Share,
    /// Ended ahead of time, of those whose end is known.
    pub early: Share,
    /// Minutes used, of those planned.
    pub minutes: Share,
    /// Said yes, of those who were asked.
    pub accepted: Share,
    /// Decisions and actions, and of how many dates.
    pub outcome: Option<(u32, u32, u32)>,
    /// Tenths of the average rating: of the later half of the dates, and of the earlier one.
    pub worth: (Option<u32>, Option<u32>),
}

impl Record {
    /// Sums up dates in their order, and the ratings of their later and earlier half.
    #[must_use]
    pub fn of(dates: &[DateRecord], (later, earlier): (Ratings, Ratings)) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let timed: Vec<(u32, u32)> = dates.iter().filter_map(|d| d.used.map(|used| (used, d.planned))).collect();
        let share = |parts: &mut dyn Iterator<Item = (u32, u32)>| {
            let sum = parts.fold((0_u32, 0_u32), |a, b| (a.0.saturating_add(b.0), a.1.saturating_add(b.1)));
            (sum.1 > 0).then_some(sum)
        };
        let outcomes: Vec<(u32, u32)> = dates.iter().filter_map(|d| d.outcome).collect();
        let sums = outcomes.iter().fold((0_u32, 0_u32), |a, b| (a.0.saturating_add(b.0), a.1.saturating_add(b.1)));
        Self {
            past: count(dates.len()),
            held: share(&mut dates.iter().filter_map(|d| d.held).map(|held| (u32::from(held), 1))),
            attended: share(&mut dates.iter().filter_map(|d| d.attendance)),
            early: share(&mut timed.iter().map(|(used, planned)| (u32::from(used < planned), 1))),
            minutes: share(&mut timed.iter().copied()),
            accepted: share(&mut dates.iter().map(|d| d.answers)),
            outcome: (!outcomes.is_empty()).then_some((sums.0, sums.1, count(outcomes.len()))),
            worth: (later.tenths(), earlier.tenths()),
        }
    }
}

/// Who was in all of the last dates and led no point of any; nobody where there are fewer dates, or no date names anybody
/// for a point. Each date is who was in it and who led a point, the organizer left out.
#[must_use]
pub fn quiet(dates: &[(Vec<PersonId>, Vec<PersonId>)]) -> Vec<PersonId> {
    let Some(last) = dates.len().checked_sub(QUIET_DATES).and_then(|from| dates.get(from..)) else {
        return Vec::new();
    };
    if last.iter().all(|(_, led)| led.is_empty()) {
        return Vec::new();
    }
    let Some((newest, _)) = last.last() else { return Vec::new() };
    let silent = |who: &&PersonId| last.iter().all(|(there, led)| there.contains(who) && !led.contains(who));
    newest.iter().filter(silent).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::series::rule::{End, OnHoliday};

    #[test]
    fn shorter_is_about_half() {
        let cases = [(50, Some(25)), (60, Some(30)), (90, Some(45)), (30, Some(15)), (25, Some(15)), (20, Some(15))];
        for (minutes, expected) in cases.into_iter().chain([(15, None), (10, None), (0, None)]) {
            assert_eq!(shorter(minutes), expected, "{minutes}");
        }
    }

    #[test]
    fn less_often_is_about_half_of_the_dates() {
        let rule = |pattern, interval| Rule { pattern, interval, end: End::Count(13), holidays: OnHoliday::Skip };
        let wednesday = Pattern::Week { days: 0b100 };
        let monthly = Pattern::MonthDay { day: 9 };
        let cases = [
            (rule(Pattern::Day, 1), Some((wednesday, 1))),
            (rule(Pattern::WorkingDay, 1), Some((wednesday, 1))),
            (rule(Pattern::Week { days: 0b101 }, 1), Some((wednesday, 1))),
            (rule(wednesday, 1), Some((wednesday, 2))),
            (rule(wednesday, 2), Some((wednesday, 4))),
            (rule(wednesday, 7), None),
            (rule(monthly, 1), Some((monthly, 2))),
            (rule(Pattern::Year, 1), None),
        ];
        for (rule, expected) in cases {
            let found = less_often(rule, "2026-12-09".parse().unwrap());
            assert_eq!(found.map(|rule| (rule.pattern, rule.interval)), expected, "{rule:?}");
        }
    }

    #[test]
    fn what_was_not_recorded_is_absent_and_never_zero() {
        let nothing = DateRecord { planned: 50, ..DateRecord::default() };
        let nobody = (Ratings::default(), Ratings::default());
        let record = Record::of(&[nothing; 3], nobody);
        assert_eq!(record, Record { past: 3, ..Record::default() });
        let held = DateRecord {
            held: Some(true),
            used: Some(35),
            attendance: Some((3, 4)),
            answers: (2, 4),
            outcome: Some((2, 1)),
            ..nothing
        };
        let missed = DateRecord { held: Some(false), ..nothing };
        let record = Record::of(&[held, nothing, missed, DateRecord { used: Some(50), ..held }], nobody);
        assert_eq!((record.past, record.held, record.attended), (4, Some((2, 3)), Some((6, 8))));
        assert_eq!((record.early, record.minutes), (Some((1, 2)), Some((85, 100))));
        assert_eq!((record.accepted, record.outcome), (Some((4, 8)), Some((4, 2, 2))));
        assert_eq!(record.worth, (None, None));
    }

    #[test]
    fn ratings_of_few_people_are_not_told() {
        let cases =
            [((0, 0, 0), None), ((1, 4, 20), None), ((3, 12, 60), None), ((4, 4, 9), Some(23)), ((4, 8, 40), Some(50))];
        for ((people, number, sum), expected) in cases {
            assert_eq!(Ratings { people, number, sum }.tenths(), expected, "{people} {number} {sum}");
        }
        let (four, one) = (Ratings { people: 4, number: 4, sum: 15 }, Ratings { people: 1, number: 4, sum: 15 });
        assert_eq!(Record::of(&[], (four, one)).worth, (Some(38), None));
    }

    #[test]
    fn whoever_led_no_point_of_five_dates_is_quiet() {
        let [ida, ola, per] = [1, 2, 3].map(|id| PersonId::from_uuid(uuid::Uuid::from_u128(id)));
        let date = |there: &[PersonId], led: &[PersonId]| (there.to_vec(), led.to_vec());
        let usual = date(&[ida, ola], &[ola]);
        let cases = [
            (vec![usual.clone(); 5], vec![ida]),
            (vec![usual.clone(); 4], vec![]),
            ([vec![date(&[ida, ola], &[ida])], vec![usual.clone(); 5]].concat(), vec![ida]),
            ([vec![usual.clone(); 4], vec![date(&[ida, ola], &[ida])]].concat(), vec![]),
            // Came in later, or is gone.
            ([vec![usual.clone(); 4], vec![date(&[ida, ola, per], &[ola])]].concat(), vec![ida]),
            ([vec![usual.clone(); 4], vec![date(&[ola], &[ola])]].concat(), vec![]),
            // Nobody is named for any point.
            (vec![date(&[ida, ola], &[]); 6], vec![]),
        ];
        for (dates, expected) in cases {
            assert_eq!(quiet(&dates), expected, "{dates:?}");
        }
    }
}
