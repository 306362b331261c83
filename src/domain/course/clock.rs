//! The clock of a running meeting, by the server's time.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Fate, Leg};

/// When the time of a point is used up: its planned and added minutes, less what earlier stretches took. `None` for one that
/// is not under discussion, or that has no time of its own.
#[must_use]
pub fn ends(leg: &Leg) -> Option<DateTime<Utc>> {
    let began = leg.began_at.filter(|_| leg.fate == Fate::Now)?;
    let minutes = leg.minutes + leg.added;
    (minutes > 0).then(|| began + TimeDelta::minutes(i64::from(minutes)) - TimeDelta::seconds(i64::from(leg.seconds)))
}

/// Minutes that a point took, rounded; at least one for a point that was begun.
#[must_use]
pub fn taken(leg: &Leg, now: DateTime<Utc>) -> u32 {
    let running = match (leg.fate, leg.began_at) {
        (Fate::Now, Some(began)) => u32::try_from((now - began).num_seconds()).unwrap_or(0),
        _ => 0,
    };
    match leg.seconds.saturating_add(running) {
        0 if leg.began_at.is_none() => 0,
        seconds => (seconds.saturating_add(30) / 60).max(1),
    }
}

/// Whole minutes that a meeting which ended early gives back to each of its people; all that it was planned for at most,
/// also when it was begun and ended ahead of its start.
#[must_use]
pub fn given_back((planned_start, planned_end): (DateTime<Utc>, DateTime<Utc>), ended_at: DateTime<Utc>) -> u32 {
    let left = (planned_end - ended_at).min(planned_end - planned_start);
    u32::try_from(left.num_minutes()).unwrap_or(0)
}
