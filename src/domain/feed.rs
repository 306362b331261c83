//! What a calendar subscription shows.

use super::terms::terms;

terms! {
    /// Kinds of feeds.
    FeedKind {
        /// The owner's meetings.
        Mine = "mine",
        /// The meetings of a team.
        Team = "team",
        /// The owner's customer meetings.
        Customers = "customers",
        /// When the owner is busy, nothing else.
        Busy = "busy",
    }
}
