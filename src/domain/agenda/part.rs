//! Inviting somebody to some points of a meeting only: points that follow each other, and the time they take.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::AgendaPoint;
use crate::domain::{
    ids::AttendeeId,
    meeting::{AttendeeRole, MeetingFacts},
    time::{Interval, Zone},
};

/// When somebody is in a meeting who need not be there all the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stay {
    /// Minutes from the start of the meeting until they come.
    pub after: u32,
    /// Minutes they stay; at least one.
    pub minutes: u32,
}

impl Stay {
    /// The time of points by their places, both included. `lengths` are the minutes of all points in order. `None` for
    /// places that are none, and for points that take no time.
    #[must_use]
    pub fn at(lengths: &[u32], (first, last): (usize, usize)) -> Option<Self> {
        let sum = |part: &[u32]| part.iter().fold(0, |sum: u32, minutes| sum.saturating_add(*minutes));
        let (after, minutes) = (sum(lengths.get(..first)?), sum(lengths.get(first..=last)?));
        (minutes > 0).then_some(Self { after, minutes })
    }

    /// Whether it ends with a meeting of this length at the latest.
    #[must_use]
    pub const fn fits(self, length: u32) -> bool {
        self.after.saturating_add(self.minutes) <= length
    }

    /// The same as instants of a meeting.
    #[must_use]
    pub fn of(self, meeting: Interval) -> Interval {
        let at = |minutes: u32| meeting.start().checked_add_signed(TimeDelta::minutes(minutes.into()));
        let end = self.after.saturating_add(self.minutes);
        at(self.after).zip(at(end)).and_then(|(from, to)| Interval::new(from, to)).unwrap_or(meeting)
    }

    /// Both stretches, and what lies between them.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let end = |stay: Self| stay.after.saturating_add(stay.minutes);
        let after = self.after.min(other.after);
        Self { after, minutes: end(self).max(end(other)) - after }
    }
}

/// The points that somebody is invited to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// When.
    pub stay: Stay,
    /// The points themselves, without those that stay inside.
    pub points: Vec<AgendaPoint>,
}

/// The UID of the calendar entry of somebody who is invited to a part only. The meeting's own UID stands for the
/// meeting's time, and one UID carries one time for everybody; this one is as permanent (RFC 5545 §3.8.4.7).
#[must_use]
pub fn own_uid(uid: &str, who: AttendeeId) -> String {
    format!("{}.{uid}", who.uuid().simple())
}

/// The UID of the meeting or series that such a UID is about; others mean themselves.
#[must_use]
pub fn whole_uid(uid: &str) -> &str {
    match uid.split_at_checked(32) {
        Some((who, rest)) if who.bytes().all(|b| b.is_ascii_hexdigit()) => rest.strip_prefix('.').unwrap_or(uid),
        _ => uid,
    }
}

impl MeetingFacts {
    /// The meeting as one of its people has it in their calendar. Of somebody who is invited to some points only that is an
    /// entry of its own: those points, their time, and the people who lead them.
    #[must_use]
    pub fn seen_by(&self, who: AttendeeId) -> Self {
        let Some(part) = self.attendee(who).and_then(|a| a.part.clone()) else { return self.clone() };
        let mut seen = self.part(&part);
        seen.uid = own_uid(&self.uid, who);
        let leads = |id| part.points.iter().any(|point| point.owner == Some(id));
        seen.attendees.retain(|a| a.id == who || a.role == AttendeeRole::Chair || leads(a.id));
        seen
    }

    /// The same as a meeting of its own.
    fn part(&self, part: &Part) -> Self {
        let meeting = Interval::new(self.starts_at, self.ends_at);
        let span = meeting.map(|meeting| part.stay.of(meeting));
        let (starts_at, ends_at) = span.map_or((self.starts_at, self.ends_at), |span| (span.start(), span.end()));
        let later = || self.start.checked_add_signed(TimeDelta::minutes(part.stay.after.into())).unwrap_or(self.start);
        Self {
            title: title(&part.points, &self.title),
            start: Zone::named(&self.zone).map_or_else(|_| later(), |zone| zone.local(starts_at)),
            minutes: part.stay.minutes,
            starts_at,
            ends_at,
            agenda: part.points.clone(),
            ..self.clone()
        }
    }
}

/// The points ahead of the meeting: "Product news (Weekly sales)".
fn title(points: &[AgendaPoint], meeting: &str) -> String {
    let names: Vec<&str> = points.iter().map(|point| point.title.trim()).filter(|title| !title.is_empty()).collect();
    if names.is_empty() { meeting.to_owned() } else { format!("{} ({meeting})", names.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_follow_each_other_have_a_time() {
        let stay = |after, minutes| Some(Stay { after, minutes });
        let cases = [
            ((0, 0), stay(0, 10)),
            ((1, 1), None),
            ((1, 2), stay(10, 15)),
            ((2, 3), stay(10, 20)),
            ((3, 2), None),
            ((4, 4), None),
            ((0, 4), None),
        ];
        for (places, expected) in cases {
            assert_eq!(Stay::at(&[10, 0, 15, 5], places), expected, "{places:?}");
        }
        assert_eq!(Stay::at(&[u32::MAX, 9], (1, 1)), stay(u32::MAX, 9));
        assert!(!Stay { after: u32::MAX, minutes: 9 }.fits(1_440));
        assert!(Stay { after: 50, minutes: 10 }.fits(60));
        assert!(!Stay { after: 51, minutes: 10 }.fits(60));
    }

    #[test]
    fn the_meeting_is_known_by_the_uid_of_a_part() {
        let who = AttendeeId::from_uuid(uuid::Uuid::from_u128(0xabc));
        let uid = "0190aa00bb00cc00dd00ee00ff001122@sparsam.example";
        assert_eq!(whole_uid(&own_uid(uid, who)), uid);
        for other in [uid, "", "short@x", "äöäöäöäöäöäöäöäöäöäöäöäöäöäöäö.x", "0190aa00bb00cc00dd00ee00ff001122"]
        {
            assert_eq!(whole_uid(other), other);
        }
    }
}
