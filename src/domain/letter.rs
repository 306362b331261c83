//! What a queued mail was frozen with. Prose is rendered from this later, always the same way, so neither wording nor
//! links need to be stored.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    ids::{ActionId, ApprovalId, AttendeeId, MeetingId, SeriesApprovalId, SeriesId},
    itip::{
        plan::MessageKind,
        series::{facts::SeriesFacts, plan::SeriesKind},
    },
    language::Language,
    limits::verdict::Reading,
    load::digest::{Answers, Digest},
    meeting::{MeetingFacts, Party},
    minutes::MinutesBody,
    outside::Trouble,
    person::Clock,
    reminders::Reason,
    series::review::{Record, Turn},
    written::WrittenBody,
};

/// How the reader wants to be written to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// Whom.
    pub party: Party,
    /// In which language.
    pub language: Language,
    /// In which IANA zone times are given.
    pub zone: String,
    /// How hours and minutes are separated.
    pub clock: Clock,
}

/// A queued mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The reader.
    pub to: Reader,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Name of the firm.
    pub company: String,
    /// What it says.
    pub body: Body,
}

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mail", rename_all = "snake_case")]
pub enum Body {
    /// Something about a meeting.
    Meeting(Box<MeetingBody>),
    /// Something about a series of meetings.
    Series(Box<SeriesBody>),
    /// To the organizer of a series: it ends, has ended, or goes on.
    SeriesReview(Box<SeriesReviewBody>),
    /// May a series go on without an end.
    Endless(Box<EndlessBody>),
    /// You may join the firm's Sparsam; opens a page to set a password.
    Welcome {
        /// Who invites.
        inviter: String,
        /// The one-time secret's id; the link is derived from it.
        link: Uuid,
        /// When the link stops working.
        expires_at: DateTime<Utc>,
    },
    /// Set a new password.
    Reset {
        /// The one-time secret's id; the link is derived from it.
        link: Uuid,
        /// When the link stops working.
        expires_at: DateTime<Utc>,
    },
    /// A calendar that you connected cannot be read.
    Calendar {
        /// What its owner calls it.
        name: String,
        /// Host of its address.
        host: String,
        /// Why.
        trouble: Trouble,
        /// Since when.
        since: DateTime<Utc>,
    },
    /// Your week in numbers, on its Monday, or your day.
    Digest(Box<Digest>),
    /// How others have answered your meetings.
    Answers(Box<Answers>),
    /// Does mail from here arrive, and does it land in the calendar?
    Test(Box<MeetingBody>),
    /// A limit is passed: may it be, and what was said to that.
    Approval(Box<ApprovalBody>),
    /// A meeting is ahead.
    Reminder(Box<ReminderBody>),
    /// What a meeting would have been about, in its place.
    Written(Box<WrittenBody>),
    /// What came of a meeting.
    Minutes(Box<MinutesBody>),
    /// To the organizer: somebody suggests another time.
    TimeProposed(Box<TimeProposed>),
    /// To whoever suggested another time: the meeting stays.
    TimeDeclined(Box<TimeDeclined>),
}

impl Body {
    /// The meeting whose calendar object the mail carries, if it carries one.
    #[must_use]
    pub fn meeting(&self) -> Option<&MeetingBody> {
        match self {
            Self::Meeting(body) | Self::Test(body) => Some(body),
            Self::TimeDeclined(body) => Some(&body.meeting),
            _ => None,
        }
    }
}

/// A meeting is ahead. It is no calendar message: nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderBody {
    /// The meeting.
    pub meeting: MeetingId,
    /// Why its reader is reminded.
    pub reason: Reason,
    /// The meeting as it stands, without a calendar object.
    pub about: MeetingBody,
}

/// Somebody suggests another time for a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeProposed {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its title.
    pub title: String,
    /// Who suggests it.
    pub by: String,
    /// Suggested start and end, in UTC.
    pub span: (DateTime<Utc>, DateTime<Utc>),
    /// Start and end of the meeting as it stands.
    pub stands: (DateTime<Utc>, DateTime<Utc>),
    /// A word to the organizer; may be empty.
    pub note: String,
}

/// A suggested time is declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeDeclined {
    /// Who declined it.
    pub by: String,
    /// The suggested start and end, in UTC.
    pub span: (DateTime<Utc>, DateTime<Utc>),
    /// The meeting as it stands, with its calendar object; the note is what is said to the suggestion.
    pub meeting: MeetingBody,
}

/// Which mail about an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalTurn {
    /// To the approver: please decide.
    Asked,
    /// To whoever asked: yes.
    Approved,
    /// To whoever asked: no.
    Declined,
    /// To whoever asked: nobody decided in time.
    Expired,
    /// To whoever asked: somebody else changed the meeting, so that the question stands no more.
    Withdrawn,
}

impl ApprovalTurn {
    /// The word in the outbox.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "approval_asked",
            Self::Approved => "approval_approved",
            Self::Declined => "approval_declined",
            Self::Expired => "approval_expired",
            Self::Withdrawn => "approval_withdrawn",
        }
    }
}

/// A mail about a meeting that waits, or waited, for approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalBody {
    /// Which mail.
    pub turn: ApprovalTurn,
    /// The question; also the row of its link.
    pub approval: ApprovalId,
    /// Version of the link.
    pub link_version: u32,
    /// The meeting.
    pub meeting: MeetingId,
    /// Who asks.
    pub asker: String,
    /// Whose meeting it is, where they ask on somebody's behalf. Older letters do not have it.
    #[serde(default)]
    pub organizer: Option<String>,
    /// Who is asked, or who decided.
    pub approver: String,
    /// Title of the meeting as it would be.
    pub title: String,
    /// Start and end as they would be, in UTC.
    pub span: (DateTime<Utc>, DateTime<Utc>),
    /// Start and end of the meeting that stands meanwhile; `None` for a plan that was never sent.
    pub stands: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// The limits that are passed, as they were judged.
    pub passed: Vec<Reading>,
    /// Why, in the words of whoever asks.
    pub reason: String,
    /// What the approver said; may be empty.
    pub note: String,
    /// Until when the time is held.
    pub expires_at: DateTime<Utc>,
}

/// A mail about a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingBody {
    /// Which mail.
    pub kind: MessageKind,
    /// The meeting as the mail tells it.
    pub facts: MeetingFacts,
    /// The meeting as this reader last knew it.
    pub told: Option<MeetingFacts>,
    /// The reader in the meeting.
    pub attendee: AttendeeId,
    /// Version of the answer link.
    pub link_version: u32,
    /// The contact to whom the link "no more invitations" belongs; colleagues get none.
    pub stop: Option<Uuid>,
    /// The calendar object, whole.
    pub calendar: String,
    /// Reason given for the change; may be empty.
    pub note: String,
    /// Name of whoever made the change, if it was not the organizer. Older letters do not have it.
    #[serde(default)]
    pub by: Option<String>,
    /// Whether they acted on the organizer's behalf, as a delegate.
    #[serde(default)]
    pub on_behalf: bool,
    /// The address that it is sent from and that calendars answer to, where answers by mail arrive; `None` where they do
    /// not. Older letters do not have it.
    #[serde(default)]
    pub service: Option<String>,
}

/// A mail about a series: one, whatever the number of its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesBody {
    /// Which mail.
    pub kind: SeriesKind,
    /// The series; also its page.
    pub series: SeriesId,
    /// The series as the mail tells it.
    pub facts: SeriesFacts,
    /// The series as this reader last knew it.
    pub told: Option<SeriesFacts>,
    /// The reader in the facts.
    pub person: AttendeeId,
    /// The row of the answer link: the reader in the next date.
    pub attendee: AttendeeId,
    /// Version of the answer link.
    pub link_version: u32,
    /// The contact to whom the link "no more invitations" belongs; colleagues get none.
    pub stop: Option<Uuid>,
    /// The calendar object, whole.
    pub calendar: String,
    /// Reason given for the change; may be empty.
    pub note: String,
    /// Whether the reader comes to dates that went on as another series, to which another mail invites them.
    #[serde(default)]
    pub moved_on: bool,
    /// Name of whoever made the change, if it was not the organizer.
    pub by: Option<String>,
    /// Whether they acted on the organizer's behalf, as a delegate.
    #[serde(default)]
    pub on_behalf: bool,
    /// The address that calendars answer to, where answers by mail arrive.
    #[serde(default)]
    pub service: Option<String>,
}

/// A series ends unless its organizer says why it should go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesReviewBody {
    /// Which mail.
    pub turn: Turn,
    /// The series; also its page.
    pub series: SeriesId,
    /// Title of its last date.
    pub title: String,
    /// Start and end of the last date, in UTC.
    pub last: (DateTime<Utc>, DateTime<Utc>),
    /// What it has been worth so far.
    pub record: Record,
    /// Minutes that everybody of the firm has spent in it.
    #[serde(default)]
    pub minutes: u64,
}

/// A mail about a question whether a series may go on without an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndlessBody {
    /// Which mail.
    pub turn: ApprovalTurn,
    /// The question; also the row of its link.
    pub approval: SeriesApprovalId,
    /// Version of the link.
    pub link_version: u32,
    /// The series; also its page.
    pub series: SeriesId,
    /// Who asks.
    pub asker: String,
    /// Who is asked, or who decided.
    pub approver: String,
    /// Title of its last date.
    pub title: String,
    /// Start and end of the last date, in UTC.
    pub last: (DateTime<Utc>, DateTime<Utc>),
    /// What it has been worth so far.
    pub record: Record,
    /// Why it should never end.
    pub reason: String,
    /// What the approver said; may be empty.
    pub note: String,
    /// Until when an answer counts.
    pub expires_at: DateTime<Utc>,
}

/// The addresses of pages that a mail leads to. They are made when it is sent, because they hold secrets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailLinks {
    /// Answer the invitation; `?a=` with `y`, `m`, `n` or `c` preselects.
    pub answer: Option<String>,
    /// No more invitations, or no more such mails.
    pub stop: Option<String>,
    /// The page that the mail is about, for those who can sign in.
    pub page: Option<String>,
    /// Say whether the meeting was worth the time.
    pub worth: Option<String>,
    /// Say that what the reader is to do is done.
    pub actions: Vec<(ActionId, String)>,
    /// Where a password is set.
    pub password: Option<String>,
    /// Decide on a meeting that waits for approval.
    pub approval: Option<String>,
}
