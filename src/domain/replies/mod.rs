//! Answers that come back by mail (iTIP REPLY, COUNTER and REFRESH; RFC 5546, RFC 6047).
//!
//! [`read`] takes a stranger's calendar part apart within fixed bounds, [`trust`] says whether the sender is who they
//! claim to be, and [`decide`] says what becomes of it. Nothing here changes a meeting: only an answer of the right person
//! to the right version is applied; everything else waits for somebody's click or is kept as history.

pub mod decide;
mod mail;
mod message;
mod reader;
pub mod trust;

pub use mail::{Bounce, IncomingMail, MAX_MAIL, SetAside, Undelivered};
pub use message::{CalendarMessage, Entry, MAX_NOTE, Method, Moment, Partstat, Replier};
pub use reader::read;

use super::terms::terms;

terms! {
    /// What became of a mail.
    Outcome {
        /// The answer counts.
        Answered = "answered",
        /// Another time is proposed.
        Proposed = "proposed",
        /// The invitation goes out once more, as asked for.
        SentAgain = "sent_again",
        /// An address cannot be reached.
        Undeliverable = "undeliverable",
        /// The sender is not proven; waits for a click.
        Unverified = "unverified",
        /// Somebody who was not invited; waits for a click.
        Uninvited = "uninvited",
        /// Somebody sends another in their place; waits for a click.
        Delegated = "delegated",
        /// A limit keeps the answer from being counted; waits for a click.
        Stopped = "stopped",
        /// Answers an earlier time of the meeting.
        Outdated = "outdated",
        /// A later answer was there before it.
        Overtaken = "overtaken",
        /// The meeting is over, was called off, or goes on without this person.
        Closed = "closed",
        /// Speaks of a date that the meeting does not have.
        OtherDate = "other_date",
        /// Says neither yes, maybe nor no.
        NoAnswer = "no_answer",
        /// The organizer does not answer to themselves.
        Organizer = "organizer",
        /// Asks for something that only an organizer may ask for.
        NotOurs = "not_ours",
        /// Proposes a time that cannot be: unreadable, past, or longer than a day.
        BadProposal = "bad_proposal",
        /// The address it was sent to belongs to another meeting.
        WrongAddress = "wrong_address",
        /// There is no meeting with this UID.
        NoMeeting = "no_meeting",
        /// An answer to a test invitation, which shows that answers arrive.
        TestCame = "test_came",
        /// The same, by the invitation's own address with something behind a plus.
        TestCameTagged = "test_came_tagged",
        /// An automatic mail, or one of our own.
        Automatic = "automatic",
        /// A calendar part that cannot be read.
        Unreadable = "unreadable",
        /// No calendar part at all; people who write should have written to the organizer.
        NoCalendar = "no_calendar",
        /// Larger than is read.
        TooLarge = "too_large",
        /// Could not be fetched or dealt with, however often it was tried; it lies in its folder.
        PassedOver = "passed_over",
    }
}

impl Outcome {
    /// Whether somebody has to decide.
    #[must_use]
    pub const fn waits(self) -> bool {
        matches!(self, Self::Unverified | Self::Uninvited | Self::Delegated | Self::Stopped)
    }
}

#[cfg(test)]
mod tests;
