//! A series that ends: its organizer is asked two weeks ahead whether it goes on, and answers. Without an answer it ends.

pub mod answer;
pub mod ask;
pub(in crate::app) mod more;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{domain::meeting::Status, store::meetings::FullMeeting};

/// The last date of a series that stands; its end, as long as it is ahead.
#[must_use]
pub fn last(dates: &[FullMeeting]) -> Option<&FullMeeting> {
    dates.iter().filter(|full| full.meeting.status == Status::Confirmed).max_by_key(|full| full.meeting.starts_at)
}

/// Whether there is still something to decide.
#[must_use]
pub fn is_ahead(last: &FullMeeting, now: DateTime<Utc>) -> bool {
    last.meeting.ends_at > now
}

/// Where the rule of a series goes on: the latest place in it of a date that stands, which may have been moved since.
#[must_use]
pub fn place(dates: &[FullMeeting]) -> Option<NaiveDateTime> {
    let standing = dates.iter().filter(|full| full.meeting.status == Status::Confirmed);
    standing.filter_map(|full| full.meeting.original_start).max()
}
