//! Why a command was not carried out.

use chrono::{NaiveDate, NaiveDateTime};

use crate::{
    app::leave::Stopped,
    domain::{
        itip::compose::NotComposed,
        limits::sound::{Fault, Field},
        series::rule::NoSeries,
    },
    identity::password::{HashError, PasswordProblem},
    store::{self, StoreError},
};

/// A command that was not carried out. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is no such thing, or this person may not know of it.
    #[error("not found")]
    NotFound,
    /// This person may not do this.
    #[error("not allowed")]
    Denied,
    /// Somebody else changed it meanwhile.
    #[error("changed meanwhile")]
    Stale,
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Limits do not let it pass as it stands.
    #[error("stopped by limits: {0:?}")]
    Stopped(Box<Stopped>),
    /// Limits do not let these dates of a series pass as they stand.
    #[error("{} dates stopped by limits", .0.len())]
    SeriesStopped(Vec<StoppedDate>),
    /// The same once-key came with another form.
    #[error("once-key used for another form")]
    KeyReused,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A calendar object would have broken a rule; it is a fault in Sparsam.
    #[error("no valid calendar object: {0}")]
    Calendar(#[from] NotComposed),
    /// A frozen input could not be read; it is a fault in Sparsam.
    #[error("unreadable data: {0}")]
    Data(#[from] serde_json::Error),
    /// Others are ahead with work that takes long; nothing is wrong with this command.
    #[error("too much to do")]
    Busy,
    /// A secret could not be sealed or opened.
    #[error("sealed secret: {0}")]
    Secret(String),
    /// A long calculation broke off; it is a fault in Sparsam.
    #[error("calculation broke off: {0}")]
    Calculation(String),
}

/// A date of a series that limits do not let pass.
#[derive(Debug, Clone, PartialEq)]
pub struct StoppedDate {
    /// The date by its rule, on the wall clock of the series.
    pub original: NaiveDateTime,
    /// Why.
    pub stopped: Stopped,
}

/// Which rule says no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The start lies in the past.
    InThePast,
    /// The meeting is over.
    Over,
    /// The meeting was called off.
    Cancelled,
    /// The first date of a new rule is not after this day, the last one that stays under the old one.
    BeforeEarlier(chrono::NaiveDate),
    /// A series needs at least two dates, and has as many as its rule allows at most.
    NoSeries(NoSeries),
    /// [`crate::app::holds::MAX_HOLDING`] drafts keep time already.
    TooManyHolds,
    /// More than [`crate::app::holds::MAX_HELD`] people and dates to keep time for.
    HoldTooLarge,
    /// More than [`crate::app::series::MAX_SEATS`] people and dates taken together.
    TooManySeats,
    /// These people are invited to points that are not on the agenda, take no time, or lie beyond the end of the meeting.
    PointsOutside(Vec<String>),
    /// Several dates of a series can only move to another time of the same day and zone.
    OtherDay,
    /// On these days of a series the clocks do not show the time, or show it twice.
    ImpossibleDates(Vec<NaiveDate>),
    /// A series goes on only when somebody says what for.
    AimMissing,
    /// A series is to go on with fewer people, but nobody is named who is not needed.
    NobodyLeft,
    /// Nobody is invited.
    NobodyInvited,
    /// More than [`crate::domain::meeting::MAX_ATTENDEES`] people.
    TooManyPeople,
    /// These contacts asked for no more invitations.
    DoNotContact(Vec<String>),
    /// These people have left or no longer exist.
    Gone(Vec<String>),
    /// A written update without agenda and text.
    NothingToSay,
    /// Answers to a written update are asked for in the past, or more than
    /// [`crate::domain::written::MAX_ANSWER_DAYS`] ahead.
    AnswerDay,
    /// Own room is chosen, but no video server is configured.
    NoVideoServer,
    /// The organizer has no fixed room.
    NoPersonalRoom,
    /// Customers take part, and no reason is given.
    ReasonMissing,
    /// What a mail said was forgotten, so it cannot be sent once more.
    MailForgotten,
    /// What a mail said is not true any more, so it is not sent once more.
    MailOutdated,
    /// Mails have left already.
    TooLateToUndo,
    /// Nobody else is there who could allow it.
    NoApprover,
    /// The numbers changed since somebody was asked to allow it.
    AskedOtherwise,
    /// One does not allow one's own.
    OwnApproval,
    /// Somebody has this address already.
    AddressTaken,
    /// Nobody would be left to administer.
    LastAdmin,
    /// A leaver plans more than [`crate::app::hand_over::MOST_AT_ONCE`] meetings to come.
    TooManyMeetings,
    /// More than [`crate::app::feeds::MAX_FEEDS`] subscriptions.
    TooManyFeeds,
    /// More than [`crate::domain::outside::MAX_CALENDARS`] outside calendars.
    TooManyCalendars,
    /// More than [`crate::store::days_off::MAX_DAYS_OFF`] entries of days off.
    TooManyDaysOff,
    /// More than [`crate::store::delegates::MOST`] people who plan for one person, or whom one person plans for.
    TooManyDelegates,
    /// Contacts would be kept longer than the meetings that tell when they were met.
    RetentionOrder,
    /// Another team has this name already.
    NameTaken,
    /// Another customer has this organisation number.
    NumberTaken,
    /// Only people with the role of a manager or administrator manage teams.
    NotAManager,
    /// One cannot do this to oneself.
    Oneself,
    /// The present password is wrong.
    WrongPassword,
    /// The new password breaks a rule.
    Password(PasswordProblem),
    /// The link or code does not work any more.
    LinkUsed,
    /// Numbers of a limit that make no sense.
    UnsoundRule(Vec<(Field, Fault)>),
    /// More than [`crate::store::rules::MAX_RULES`] limits.
    TooManyRules,
    /// More than [`crate::app::limits::MAX_OWN`] limits that somebody sets for themselves.
    TooManyOwnRules,
    /// All limits that people may set for themselves are in use.
    NoRoomForOwn,
    /// A limit that somebody sets for themselves goes above [`crate::app::limits::OWN_LEVEL`].
    OwnLevel,
    /// A limit that somebody sets for themselves asks for less than the built-in one of its kind, which it would replace.
    OwnWeaker,
    /// A suggested time is too short, too long, past or too far ahead.
    TimeOutOfBounds,
    /// The meeting has another time than the reply is about.
    MovedSince,
    /// A suggested time no longer suits the others.
    TimeTaken,
    /// A lost opportunity without a reason.
    LostReasonMissing,
    /// The opportunity belongs to another customer than the meeting.
    OtherCustomer,
    /// A meeting is begun and written about around its time only.
    NotItsTime,
    /// The minutes are closed.
    MinutesClosed,
    /// This meeting cannot take up what another leaves, or it is not for this person to say so.
    CannotFollow,
    /// The minutes were closed so long ago that only those who lead the organizer open them again.
    MinutesLocked,
    /// The minutes of the next meeting are closed, so these stay as they are.
    NextClosed,
    /// A file that is no table.
    NoTable(NoTable),
    /// As many files as one person may have under way.
    TooManyImports,
    /// As many decisions, actions or points as a meeting may have.
    TooManyRows,
    /// Slow down: try again after this many seconds.
    TooMany(u32),
}

/// Why a file is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// Nothing is in it.
    Empty,
    /// A workbook, a picture, or anything else that is no text.
    NotText,
    /// More than [`crate::domain::transfer::MAX_BYTES`].
    TooLarge,
    /// More than [`crate::domain::transfer::MAX_COLUMNS`] columns.
    TooWide,
    /// Cards that cannot be read, or too many of them.
    NoCards,
}

impl From<HashError> for AppError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::Busy,
            other => Self::Secret(other.to_string()),
        }
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a command returns.
pub type Result<T> = std::result::Result<T, AppError>;

/// Addresses are unique in the database too, for those who take the same one at the same moment.
pub(super) fn unless_taken<T>(written: store::Result<T>) -> Result<T> {
    match written {
        Err(StoreError::Duplicate(_)) => Err(Refusal::AddressTaken.into()),
        other => Ok(other?),
    }
}
