//! How a meeting goes: its points one after the other, the clock, and what comes back next time.

use chrono::{DateTime, TimeDelta, Utc};

use super::{ids::PointId, terms::terms};

pub mod carry;
pub mod clock;

/// Minutes that *+5 min* adds to a point.
pub const MORE: u32 = 5;
/// Most minutes that are added to one point; a meeting lasts a day at most.
pub const MOST_ADDED: u32 = 240;
/// A meeting may be begun so many minutes ahead of its start …
pub const EARLY: i64 = 15;
/// … and so many after its planned end.
pub const LATE: i64 = 240;
/// For so many seconds its end can be taken back.
pub const UNDO_END: i64 = 60;

terms! {
    /// What became of a point.
    Fate {
        /// Not reached yet, or never.
        Ahead = "ahead",
        /// Under discussion.
        Now = "now",
        /// Done.
        Discussed = "discussed",
        /// Put off until the next meeting.
        Parked = "parked",
    }
}

terms! {
    /// Whether somebody was there.
    Presence {
        /// They were.
        Attended = "attended",
        /// They were not.
        Absent = "absent",
        /// They were not, and had said so.
        Excused = "excused",
    }
}

terms! {
    /// Whether the meeting took place.
    Outcome {
        /// It did.
        Held = "held",
        /// The customer, or whoever it was for, did not come.
        NoShow = "no_show",
        /// It did not, for another reason.
        NotHeld = "not_held",
    }
}

terms! {
    /// Whether a meeting reached what it was for.
    Achieved {
        /// All of it.
        Fully = "fully",
        /// A part.
        Partly = "partly",
        /// Nothing.
        Not = "not",
    }
}

/// A point as the clock sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Which point.
    pub id: PointId,
    /// Planned minutes; 0 for a point without a time of its own.
    pub minutes: u32,
    /// Minutes added while it lasted.
    pub added: u32,
    /// What became of it.
    pub fate: Fate,
    /// Start of its present or last stretch.
    pub began_at: Option<DateTime<Utc>>,
    /// End of its last stretch.
    pub ended_at: Option<DateTime<Utc>>,
    /// Seconds of the stretches that have ended.
    pub seconds: u32,
}

/// What somebody presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// The point is done: on to the next one.
    Next,
    /// The point is put off until the next meeting: on to the next one.
    Park,
    /// The point needs [`MORE`] minutes more.
    More,
    /// Another point is taken up, also one that is done or parked; the present one waits.
    TakeUp(PointId),
}

/// Begins with the first point that is ahead.
pub fn begin(legs: &mut [Leg], now: DateTime<Utc>) {
    if current(legs).is_none() {
        take_up_first(legs, now);
    }
}

/// Carries out what was pressed beside a point. Nothing happens when another point is under discussion by now, so that two
/// who press at once do it once; tells whether something did. `shown` is `None` where no point was under discussion.
pub fn press(legs: &mut [Leg], shown: Option<PointId>, press: Press, now: DateTime<Utc>) -> bool {
    if current(legs).map(|leg| leg.id) != shown {
        return false;
    }
    match (press, shown) {
        (Press::Next, Some(_)) => {
            leave(legs, Fate::Discussed, now);
            take_up_first(legs, now);
            true
        }
        (Press::Park, Some(_)) => {
            leave(legs, Fate::Parked, now);
            take_up_first(legs, now);
            true
        }
        (Press::More, Some(id)) => {
            let leg = legs.iter_mut().find(|leg| leg.id == id && leg.added + MORE <= MOST_ADDED);
            leg.map(|leg| leg.added += MORE).is_some()
        }
        (Press::TakeUp(id), _) if Some(id) != shown && legs.iter().any(|leg| leg.id == id) => {
            leave(legs, Fate::Ahead, now);
            take_up(legs, id, now);
            true
        }
        _ => false,
    }
}

/// Ends the meeting: the point under discussion is done, what was not reached stays ahead.
pub fn end(legs: &mut [Leg], now: DateTime<Utc>) {
    leave(legs, Fate::Discussed, now);
}

/// Takes the end back: the point that ended with the meeting is under discussion again, as if it had gone on all the time.
pub fn resume(legs: &mut [Leg], ended_at: DateTime<Utc>) {
    let ended_with_it = |leg: &&mut Leg| leg.fate == Fate::Discussed && leg.ended_at == Some(ended_at);
    let Some(leg) = legs.iter_mut().filter(ended_with_it).max_by_key(|leg| leg.began_at) else { return };
    let taken = leg.began_at.map_or(0, |began| (ended_at - began).num_seconds().max(0));
    leg.seconds = leg.seconds.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX));
    leg.fate = Fate::Now;
    leg.ended_at = None;
}

/// Whether the end of a meeting may be taken back: for [`UNDO_END`] seconds.
#[must_use]
pub fn may_resume(now: DateTime<Utc>, ended_at: DateTime<Utc>) -> bool {
    now <= ended_at + TimeDelta::seconds(UNDO_END)
}

/// The point under discussion.
#[must_use]
pub fn current(legs: &[Leg]) -> Option<&Leg> {
    legs.iter().find(|leg| leg.fate == Fate::Now)
}

/// The point that *Next* leads to.
#[must_use]
pub fn upcoming(legs: &[Leg]) -> Option<&Leg> {
    legs.iter().find(|leg| leg.fate == Fate::Ahead)
}

fn leave(legs: &mut [Leg], fate: Fate, now: DateTime<Utc>) {
    for leg in legs.iter_mut().filter(|leg| leg.fate == Fate::Now) {
        let taken = leg.began_at.map_or(0, |began| (now - began).num_seconds().max(0));
        leg.seconds = leg.seconds.saturating_add(u32::try_from(taken).unwrap_or(u32::MAX));
        leg.fate = fate;
        leg.ended_at = Some(now);
    }
}

fn take_up_first(legs: &mut [Leg], now: DateTime<Utc>) {
    if let Some(id) = upcoming(legs).map(|leg| leg.id) {
        take_up(legs, id, now);
    }
}

fn take_up(legs: &mut [Leg], id: PointId, now: DateTime<Utc>) {
    for leg in legs.iter_mut().filter(|leg| leg.id == id) {
        leg.fate = Fate::Now;
        leg.began_at = Some(now);
        leg.ended_at = None;
    }
}

/// When a meeting may be begun: from [`EARLY`] minutes ahead of its start to [`LATE`] minutes after its planned end.
#[must_use]
pub fn may_begin(now: DateTime<Utc>, (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>)) -> bool {
    starts_at - TimeDelta::minutes(EARLY) <= now && now <= ends_at + TimeDelta::minutes(LATE)
}

/// Whether a meeting that runs was forgotten: nobody ended it, and nothing is begun so long after its planned end.
#[must_use]
pub fn is_forgotten(now: DateTime<Utc>, planned_end: DateTime<Utc>) -> bool {
    now > planned_end + TimeDelta::minutes(LATE)
}

/// When a meeting that runs ends, if it is ended now: one that was forgotten ended when it was planned to, or with the
/// beginning of its last point where that was later.
#[must_use]
pub fn ends_now(
    legs: &[Leg],
    (began_at, planned_end): (Option<DateTime<Utc>>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    if !is_forgotten(now, planned_end) {
        return now;
    }
    legs.iter().filter_map(|leg| leg.began_at).chain(began_at).fold(planned_end, DateTime::max)
}

#[cfg(test)]
mod tests;
