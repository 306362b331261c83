//! Another time that somebody suggests for a meeting.

use super::terms::terms;

terms! {
    /// How a suggestion reached us.
    CameBy {
        /// Chosen on the answer page.
        Page = "page",
        /// As a COUNTER by mail (RFC 5546 §3.2.7).
        Mail = "mail",
    }
}

terms! {
    /// What became of a suggestion.
    ProposalState {
        /// Nobody has decided.
        Open = "open",
        /// The meeting was moved to it.
        Accepted = "accepted",
        /// The meeting stays.
        Declined = "declined",
        /// The meeting was changed otherwise, or goes on without its author.
        Overtaken = "overtaken",
        /// Its author took it back, or suggested another time since.
        Withdrawn = "withdrawn",
    }
}
