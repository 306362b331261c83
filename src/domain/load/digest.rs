//! Summaries: one's own week in numbers on Mondays, and for those who want it one's day on the other working days; with what
//! is ahead and what others have answered.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::weekly::Used;
use crate::domain::{
    meeting::Answer,
    time::{Interval, Week, Zone},
};

/// Hour of the day, in the reader's zone, from which on a summary is due.
const HOUR: u32 = 7;

/// What a summary was frozen with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// First day of the week.
    pub monday: NaiveDate,
    /// The day, of a daily summary. Older letters do not have it.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Number of meetings of the week, or of the day.
    pub meetings: u32,
    /// Minutes in them.
    pub minutes: u32,
    /// Working minutes that internal meetings of the week leave.
    pub selling: u32,
    /// The reader's weekly limits, and how far they are used.
    pub limits: Vec<Used>,
    /// Invitations without an answer.
    pub unanswered: u32,
    /// Questions whether a limit may be passed.
    pub approvals: u32,
    /// Suggested times for the reader's own meetings that nobody has answered. Older letters do not have them.
    #[serde(default)]
    pub proposals: u32,
    /// The first of the meetings. Older letters do not have them.
    #[serde(default)]
    pub ahead: Vec<Ahead>,
    /// How others have answered. Older letters do not have them.
    #[serde(default)]
    pub answers: Answers,
    /// What the reader is to do by then. Older letters do not have it.
    #[serde(default)]
    pub actions: Vec<DueAction>,
}

impl Digest {
    /// Whether there is something to tell. The week is told in any case, the day only then.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.day.is_none()
            || self.meetings + self.unanswered + self.approvals + self.proposals > 0
            || !self.answers.told.is_empty()
            || !self.actions.is_empty()
    }
}

/// Something that the reader is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueAction {
    /// What.
    pub body: String,
    /// By which day.
    pub due_on: NaiveDate,
    /// Title of the meeting that agreed it.
    pub title: String,
}

/// A meeting that is ahead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ahead {
    /// Its title.
    pub title: String,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Whether the reader has not answered.
    pub unanswered: bool,
}

/// How others have answered the reader's meetings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// The first of them, by meeting.
    pub told: Vec<Answered>,
    /// How many more there are.
    pub more: u32,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Title of the meeting.
    pub title: String,
    /// Its start.
    pub starts_at: DateTime<Utc>,
    /// Who.
    pub by: String,
    /// What.
    pub answer: Answer,
    /// A word with it; may be empty.
    pub comment: String,
}

/// Which summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Issue {
    /// Of a week.
    Week(Week),
    /// Of a day.
    Day(NaiveDate),
}

impl Issue {
    /// The week that it lies in.
    #[must_use]
    pub fn week(self) -> Week {
        match self {
            Self::Week(week) => week,
            Self::Day(day) => Week::of(day),
        }
    }

    /// The day, if it is one.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Week(_) => None,
            Self::Day(day) => Some(day),
        }
    }

    /// The last day that it looks ahead to.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.next().monday().pred_opt().unwrap_or_else(|| week.monday()),
            Self::Day(day) => day,
        }
    }

    /// What it looks ahead to, where its reader lives.
    #[must_use]
    pub fn span(self, zone: &Zone) -> Option<Interval> {
        let (first, next) = match self {
            Self::Week(week) => (week.monday(), week.next().monday()),
            Self::Day(day) => (day, day.succ_opt()?),
        };
        Interval::new(zone.start_of(first), zone.start_of(next))
    }
}

/// The summary that is due in a zone, and since when: from seven o'clock to midnight, on Mondays that of the week. Later it
/// would tell nothing new.
#[must_use]
pub fn due(now: DateTime<Utc>, zone: &Zone) -> Option<(Issue, DateTime<Utc>)> {
    let today = zone.local(now).date();
    let since = zone.instant(today.and_time(NaiveTime::from_hms_opt(HOUR, 0, 0)?));
    let issue = if today.weekday() == Weekday::Mon { Issue::Week(Week::of(today)) } else { Issue::Day(today) };
    (since <= now).then_some((issue, since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_due_on_mondays_and_days_on_others_from_seven() {
        let cases = [
            ("Europe/Stockholm", "2026-11-23T05:59:59Z", None),
            ("Europe/Stockholm", "2026-11-23T06:00:00Z", Some("2026-W48")),
            ("Europe/Stockholm", "2026-11-23T22:59:59Z", Some("2026-W48")),
            ("Europe/Stockholm", "2026-11-23T23:00:00Z", None),
            ("Europe/Stockholm", "2026-11-24T05:59:59Z", None),
            ("Europe/Stockholm", "2026-11-24T06:00:00Z", Some("2026-11-24")),
            ("Europe/Stockholm", "2026-11-29T12:00:00Z", Some("2026-11-29")),
            ("Europe/Helsinki", "2026-11-23T05:00:00Z", Some("2026-W48")),
            ("Europe/Helsinki", "2026-11-22T22:00:00Z", None),
            // The days after the clocks have changed, and the day on which they do.
            ("Europe/Stockholm", "2026-03-30T04:59:59Z", None),
            ("Europe/Stockholm", "2026-03-30T05:00:00Z", Some("2026-W14")),
            ("Europe/Stockholm", "2026-10-25T05:59:59Z", None),
            ("Europe/Stockholm", "2026-10-25T06:00:00Z", Some("2026-10-25")),
            ("Europe/Stockholm", "2026-10-26T06:00:00Z", Some("2026-W44")),
            // The far ends of the day.
            ("Pacific/Kiritimati", "2026-11-22T17:00:00Z", Some("2026-W48")),
            ("Pacific/Pago_Pago", "2026-11-24T10:59:59Z", Some("2026-W48")),
        ];
        for (zone, now, expected) in cases {
            let name = |issue| match issue {
                Issue::Week(week) => week.to_string(),
                Issue::Day(day) => day.to_string(),
            };
            let issue = due(now.parse().unwrap(), &Zone::named(zone).unwrap()).map(|(issue, _)| name(issue));
            assert_eq!(issue.as_deref(), expected, "{zone} {now}");
        }
    }

    #[test]
    fn a_summary_looks_ahead_to_its_end() {
        let zone = Zone::named("Europe/Stockholm").unwrap();
        let hours = |issue: Issue| issue.span(&zone).unwrap().minutes() / 60;
        assert_eq!(hours(Issue::Day("2026-11-24".parse().unwrap())), 24);
        assert_eq!(hours(Issue::Day("2026-10-25".parse().unwrap())), 25, "the clocks go back");
        assert_eq!(hours(Issue::Week("2026-W13".parse().unwrap())), 7 * 24 - 1, "the clocks go forward");
    }
}
