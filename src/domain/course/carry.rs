//! What comes back in the next meeting.

use super::Fate;
use crate::domain::{agenda::ItemKind, terms::terms};

terms! {
    /// What is said about a point that comes back.
    Choice {
        /// It is on the agenda of this meeting.
        Keep = "keep",
        /// Not this time; it comes back in the meeting after.
        Skip = "skip",
        /// Never again.
        Drop = "drop",
    }
}

/// Why a point comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It stands on every agenda.
    Standing,
    /// It was put off.
    Parked,
    /// Nobody got to it.
    NotReached,
    /// Something that came of it is still to be done.
    OpenAction,
    /// It was skipped last time.
    Skipped,
}

/// Whether a point comes back, and why: unless it was discussed, has no open action and is not standing.
#[must_use]
pub const fn returns(fate: Fate, standing: bool, has_open_action: bool) -> Option<Why> {
    match (fate, standing, has_open_action) {
        (_, true, _) => Some(Why::Standing),
        (Fate::Parked, ..) => Some(Why::Parked),
        (Fate::Ahead | Fate::Now, ..) => Some(Why::NotReached),
        (Fate::Discussed, _, true) => Some(Why::OpenAction),
        (Fate::Discussed, _, false) => None,
    }
}

/// Whether two points are the same to their readers; points of an agenda get new ids whenever it is saved.
#[must_use]
pub fn same_point(one: (ItemKind, &str), other: (ItemKind, &str)) -> bool {
    one.0 == other.0 && one.1.trim().to_lowercase() == other.1.trim().to_lowercase()
}
