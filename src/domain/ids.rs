//! One type per id, so that a meeting's id can never be passed where a person's is meant.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID; new ones are made in `app::context` only.
            #[must_use]
            pub const fn from_uuid(id: Uuid) -> Self {
                Self(id)
            }

            /// The UUID itself.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A customer company.
    AccountId,
    /// Something that somebody is to do, as a meeting agreed.
    ActionId,
    /// One point of an agenda.
    AgendaItemId,
    /// A question to somebody who may allow what passes a limit.
    ApprovalId,
    /// One person or contact in one meeting.
    AttendeeId,
    /// One recorded change of a meeting, which may be undone while nothing has left the house.
    ChangeId,
    /// A person at a customer.
    ContactId,
    /// A day off, or days with other hours.
    DayOffId,
    /// Something that a meeting decided.
    DecisionId,
    /// An unsent plan.
    DraftId,
    /// One calendar subscription.
    FeedId,
    /// A point that somebody suggests.
    IdeaId,
    /// An outside calendar that is read for busy time.
    OutsideCalendarId,
    /// A file of customers, contacts, opportunities or colleagues.
    ImportId,
    /// A mail that came in.
    InboundMailId,
    /// A mail in the built-in mailbox.
    MailId,
    /// A meeting.
    MeetingId,
    /// What a customer may buy.
    OpportunityId,
    /// A passed limit that somebody answers for.
    OverrideId,
    /// A user of Sparsam.
    PersonId,
    /// A point as a meeting went through it.
    PointId,
    /// Another time that somebody suggests for a meeting.
    ProposalId,
    /// Thanks to somebody.
    RecognitionId,
    /// A limit.
    RuleId,
    /// A question whether a series may go on without an end.
    SeriesApprovalId,
    /// A series of meetings.
    SeriesId,
    /// A signed-in browser.
    SessionId,
    /// Whatever has claims on time: a person, a contact or an account, under the same UUID.
    SubjectId,
    /// A team.
    TeamId,
    /// An agenda to begin with.
    TemplateId,
    /// A written update that took the place of a meeting.
    UpdateId,
}
