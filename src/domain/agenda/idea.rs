//! Points that people suggest.

use crate::domain::terms::terms;

/// Longest note, in characters.
pub const MAX_NOTE: usize = 1_000;
/// Most open suggestions of one person for one meeting.
pub const MAX_OPEN: usize = 5;
/// Longest planned time of a suggested point, in minutes.
pub const MAX_MINUTES: u32 = 240;
/// Most points in the backlog of a series.
pub const MAX_BACKLOG: usize = 100;

terms! {
    /// What became of a suggested point.
    IdeaState {
        /// Nobody has decided.
        Open = "open",
        /// It was put on an agenda.
        Accepted = "accepted",
        /// It is not taken up.
        Declined = "declined",
        /// It waits in the backlog of the series.
        Later = "later",
    }
}
