//! Outside calendars: whose address may be asked, how often, and what can go wrong.
//!
//! They are read for busy time only. One that cannot be read makes its owner *unknown*: neither free nor full.

mod address;
mod network;
mod permitted;

use chrono::{DateTime, Months, TimeDelta, Utc};

pub use address::{AddressError, MAX_ADDRESS, SourceAddress};
pub use network::is_global;
pub use permitted::{Permitted, PermittedEntry};

use super::{limits::facts::Outside, terms::terms, time::Interval};

/// Most outside calendars of one person.
pub const MAX_CALENDARS: usize = 20;
/// Least minutes between two readings of one calendar.
pub const LEAST_MINUTES: u32 = 15;
/// Busy time older than this says nothing any more.
pub const FRESH_FOR: TimeDelta = TimeDelta::hours(24);
/// How long a calendar may fail before its owner is told; well within the hour that is promised.
pub const TELL_AFTER: TimeDelta = TimeDelta::minutes(30);
/// Busy time is worked out anew at least this often, even when the calendar says that nothing changed: the window moves
/// on, and what a server says about its own changes is only a claim.
pub const EXPAND_EVERY: TimeDelta = TimeDelta::hours(20);

/// The longest wait after failures, in minutes.
const LONGEST_WAIT: u32 = 6 * 60;
/// Failures in a row that do not lengthen the wait, so that the owner is told in time.
const SOON: u32 = 3;

terms! {
    /// Why a calendar could not be read, as far as its owner may know. Addresses inside the network look like those
    /// that do not answer: the difference would let people explore the network.
    Trouble {
        /// No such host, no answer, no valid certificate, or an address that may not be asked.
        Unreachable = "unreachable",
        /// It did not answer in full in time.
        Slow = "slow",
        /// It has moved; redirects are not followed.
        Moved = "moved",
        /// It asks for a password, or refuses.
        Refused = "refused",
        /// There is no calendar at the address.
        Missing = "missing",
        /// The server failed, or answered in a way that means nothing.
        ServerFault = "server_fault",
        /// It has more than can be read.
        TooLarge = "too_large",
        /// What came is no calendar, or one that cannot be evaluated.
        NotACalendar = "not_a_calendar",
        /// The stored address was sealed with another key, or may not be asked any more.
        Unusable = "unusable",
    }
}

/// Busy time of one calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// When.
    pub span: Interval,
    /// Not firm.
    pub tentative: bool,
}

/// How one calendar stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Last time its content was known to be right.
    pub read_at: Option<DateTime<Utc>>,
    /// When its busy time was worked out.
    pub expanded_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed.
    pub trouble: Option<Trouble>,
}

impl Standing {
    /// Whether the busy time that is kept answers for `span` at `now`. It does not when the calendar was never read,
    /// not within [`FRESH_FOR`], came back unreadable, or when `span` leaves the window.
    #[must_use]
    pub fn answers_for(&self, span: Interval, now: DateTime<Utc>) -> Outside {
        let fresh = self.read_at.is_some_and(|at| now - at <= FRESH_FOR);
        let readable = !matches!(self.trouble, Some(Trouble::NotACalendar | Trouble::TooLarge | Trouble::Missing));
        let covers = |at| window(at).is_some_and(|w| w.start() <= span.start() && span.end() <= w.end());
        if fresh && readable && self.expanded_at.is_some_and(covers) { Outside::Known } else { Outside::Unknown }
    }
}

/// The time that busy blocks are kept for: a month back, seven months ahead. `None` only at the ends of time.
#[must_use]
pub fn window(now: DateTime<Utc>) -> Option<Interval> {
    Interval::new(now.checked_sub_months(Months::new(1))?, now.checked_add_months(Months::new(7))?)
}

/// How long to wait before the next reading, after so many failures in a row (0 after a success). `every` is the usual
/// time between readings, in minutes.
#[must_use]
pub fn wait(failures: u32, every: u32) -> TimeDelta {
    let minutes = match failures {
        0 => every.max(LEAST_MINUTES),
        n if n <= SOON => LEAST_MINUTES,
        n => LEAST_MINUTES.saturating_mul(1 << (n - SOON).min(10)).min(LONGEST_WAIT),
    };
    TimeDelta::minutes(i64::from(minutes))
}

/// Spans in order, those that touch or overlap made one.
#[must_use]
pub fn merged(mut spans: Vec<Interval>) -> Vec<Interval> {
    spans.sort_unstable();
    let mut all: Vec<Interval> = Vec::with_capacity(spans.len());
    for span in spans {
        match all.last_mut().filter(|last| span.start() <= last.end()) {
            Some(last) => *last = Interval::new(last.start(), last.end().max(span.end())).unwrap_or(*last),
            None => all.push(span),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}Z").parse().unwrap()
    }

    fn span(from: &str, to: &str) -> Interval {
        Interval::new(at(from), at(to)).unwrap()
    }

    #[test]
    fn waits_grow_but_the_owner_is_told_within_the_hour() {
        let minutes: Vec<i64> = (0..10).map(|n| wait(n, 20).num_minutes()).collect();
        assert_eq!(minutes, [20, 15, 15, 15, 30, 60, 120, 240, 360, 360]);
        assert_eq!(wait(0, 1).num_minutes(), 15);
        assert_eq!(wait(u32::MAX, 15).num_minutes(), 360);
        let third = wait(1, 60) + wait(2, 60);
        assert!(third >= TELL_AFTER && third < TimeDelta::hours(1));
    }

    #[test]
    fn only_what_was_read_lately_answers() {
        let now = at("2026-11-23T08:00:00");
        let meeting = span("2026-11-25T13:00:00", "2026-11-25T14:00:00");
        let good = Standing { read_at: Some(now), expanded_at: Some(now), trouble: None };
        let old = Some(now - TimeDelta::hours(25));
        let cases = [
            (good, Outside::Known),
            (Standing { read_at: Some(now - TimeDelta::hours(24)), ..good }, Outside::Known),
            (Standing { read_at: old, ..good }, Outside::Unknown),
            (Standing { read_at: None, expanded_at: None, trouble: None }, Outside::Unknown),
            // One missed reading is no reason to doubt what was read an hour ago.
            (Standing { trouble: Some(Trouble::Unreachable), ..good }, Outside::Known),
            (Standing { trouble: Some(Trouble::NotACalendar), ..good }, Outside::Unknown),
            (Standing { trouble: Some(Trouble::Missing), ..good }, Outside::Unknown),
        ];
        for (standing, expected) in cases {
            assert_eq!(standing.answers_for(meeting, now), expected, "{standing:?}");
        }
        let far = span("2027-06-22T07:00:00", "2027-06-23T09:00:00");
        assert_eq!(good.answers_for(far, now), Outside::Unknown, "beyond the window nobody knows");
        let long_ago = span("2026-10-01T07:00:00", "2026-10-01T09:00:00");
        assert_eq!(good.answers_for(long_ago, now), Outside::Unknown);
    }

    #[test]
    fn spans_that_touch_become_one() {
        let hour =
            |from: u32, to: u32| span(&format!("2026-11-25T{from:02}:00:00"), &format!("2026-11-25T{to:02}:00:00"));
        assert_eq!(merged(vec![hour(12, 13), hour(8, 9), hour(9, 10), hour(8, 11)]), [hour(8, 11), hour(12, 13)]);
        assert_eq!(merged(vec![]), []);
    }
}
