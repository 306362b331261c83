//! The Monday letter: one's own week in numbers.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::weekly::Used;
use crate::domain::time::{Week, Zone};

/// Hour of the day, in the reader's zone, from which on the letter is due.
const HOUR: u32 = 7;

/// What the letter of one week was frozen with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// First day of the week.
    pub monday: NaiveDate,
    /// Number of meetings.
    pub meetings: u32,
    /// Minutes in meetings.
    pub minutes: u32,
    /// Working minutes that internal meetings leave.
    pub selling: u32,
    /// The reader's weekly limits, and how far they are used.
    pub limits: Vec<Used>,
    /// Invitations without an answer.
    pub unanswered: u32,
    /// Questions whether a limit may be passed.
    pub approvals: u32,
}

/// The week for which a letter is due in a zone, and since when: on Mondays from seven o'clock to midnight. Later in the
/// week it would tell nothing new.
#[must_use]
pub fn due(now: DateTime<Utc>, zone: &Zone) -> Option<(Week, DateTime<Utc>)> {
    let today = zone.local(now).date();
    let since = zone.instant(today.and_time(NaiveTime::from_hms_opt(HOUR, 0, 0)?));
    (today.weekday() == Weekday::Mon && since <= now).then(|| (Week::of(today), since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_on_mondays_from_seven() {
        let cases = [
            ("Europe/Stockholm", "2026-11-23T05:59:59Z", None),
            ("Europe/Stockholm", "2026-11-23T06:00:00Z", Some("2026-W48")),
            ("Europe/Stockholm", "2026-11-23T22:59:59Z", Some("2026-W48")),
            ("Europe/Stockholm", "2026-11-23T23:00:00Z", None),
            ("Europe/Helsinki", "2026-11-23T05:00:00Z", Some("2026-W48")),
            ("Europe/Helsinki", "2026-11-22T22:00:00Z", None),
            // The Mondays after the clocks have changed.
            ("Europe/Stockholm", "2026-03-30T04:59:59Z", None),
            ("Europe/Stockholm", "2026-03-30T05:00:00Z", Some("2026-W14")),
            ("Europe/Stockholm", "2026-10-26T05:59:59Z", None),
            ("Europe/Stockholm", "2026-10-26T06:00:00Z", Some("2026-W44")),
            // The far ends of the day.
            ("Pacific/Kiritimati", "2026-11-22T17:00:00Z", Some("2026-W48")),
            ("Pacific/Pago_Pago", "2026-11-24T10:59:59Z", Some("2026-W48")),
        ];
        for (zone, now, expected) in cases {
            let week = due(now.parse().unwrap(), &Zone::named(zone).unwrap()).map(|(week, _)| week.to_string());
            assert_eq!(week.as_deref(), expected, "{zone} {now}");
        }
    }
}
