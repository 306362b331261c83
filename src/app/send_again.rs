//! Another try for a mail that failed, as it was written.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::{
        ids::MeetingId,
        itip::{plan::MessageKind, series::plan::SeriesKind},
        meeting::Status,
    },
    store::{
        self, Tx,
        audit::Deed,
        meetings::{Attendee, FullMeeting},
        outbox::Mail,
    },
};

/// What a mail is about.
pub(super) enum About {
    /// Nothing that may have changed since.
    Nothing,
    /// A meeting.
    Meeting(Box<FullMeeting>),
    /// A series, with all its dates.
    Series(Vec<FullMeeting>),
}

impl About {
    /// What this mail is about, locked, so that it does not change meanwhile.
    async fn locked(tx: &mut Tx, mail: &Mail) -> Result<Self> {
        if let Some(series) = mail.series_id {
            let dates = store::series::dates(tx, series).await?;
            store::meetings::lock_all(tx, &dates).await?;
            return Ok(Self::Series(store::series::meetings(tx, series).await?));
        }
        let Some(meeting) = mail.meeting_id else { return Ok(Self::Nothing) };
        store::meetings::lock(tx, meeting).await?;
        let full = store::meetings::by_id(tx, meeting).await?;
        Ok(full.map_or(Self::Nothing, |full| Self::Meeting(Box::new(full))))
    }

    /// Whether what the mail says is still so.
    fn still_true(&self, mail: &Mail, now: DateTime<Utc>) -> bool {
        let said = (mail.kind.as_str(), mail.recipient.as_str());
        match self {
            Self::Nothing => true,
            Self::Meeting(full) => {
                still_true(said, full, full.attendees.iter().find(|a| Some(a.id) == mail.attendee_id), now)
            }
            // Its dates have all gone on as another series; that it is over stays true.
            Self::Series(dates) if dates.is_empty() => OVER.contains(&mail.kind.as_str()),
            Self::Series(dates) => dates.iter().any(|full| {
                let mut theirs = full.attendees.iter().filter(|a| a.email == mail.recipient);
                still_true(said, full, theirs.next(), now)
            }),
        }
    }
}

/// Tries a failed mail of a meeting, or of the series that it is a date of, once more.
///
/// # Errors
/// [`AppError::NotFound`] when the mail is not of this meeting or has not failed; [`Refusal::MailForgotten`] when its
/// content is forgotten; [`Refusal::MailOutdated`] when it is not true any more.
pub async fn of_meeting(app: &App, actor: &Actor, meeting: MeetingId, mail: i64) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let found = store::outbox::by_id(&mut tx, mail).await?.ok_or(AppError::NotFound)?;
    let about = About::locked(&mut tx, &found).await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    let of_series = found.series_id.is_some() && found.series_id == full.meeting.series_id;
    if found.meeting_id != Some(meeting) && !of_series {
        return Err(AppError::NotFound);
    }
    again(&mut tx, app, actor, (&found, &about), ("meeting", Some(meeting.uuid()))).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Tries any failed mail once more.
///
/// # Errors
/// As [`of_meeting`].
pub async fn any(app: &App, actor: &Actor, _permit: &MayAdminister, mail: i64) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let found = store::outbox::by_id(&mut tx, mail).await?.ok_or(AppError::NotFound)?;
    let about = About::locked(&mut tx, &found).await?;
    let object = found.meeting_id.map_or(("mail", None), |meeting| ("meeting", Some(meeting.uuid())));
    again(&mut tx, app, actor, (&found, &about), object).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Puts a failed mail about this thing back into the queue, if what it says is still so.
pub(super) async fn again(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (mail, about): (&Mail, &About),
    object: (&'static str, Option<Uuid>),
) -> Result<()> {
    let now = app.now();
    if mail.state == "queued" {
        // The button was pressed twice.
        return Ok(());
    }
    if !matches!(mail.state.as_str(), "refused" | "given_up") {
        return Err(AppError::NotFound);
    }
    if !about.still_true(mail, now) || store::outbox::is_outdone(tx, mail).await? {
        return Err(Refusal::MailOutdated.into());
    }
    if !store::outbox::requeue(tx, mail.id, now).await? {
        return Err(Refusal::MailForgotten.into());
    }
    let after = Some(serde_json::json!({ "recipient": mail.recipient }));
    Ok(store::audit::record(tx, &Deed { after, ..actor.deed("mail.sent_again", object) }, now).await?)
}

/// Kinds of mail that say that something is over.
const OVER: [&str; 5] = [
    MessageKind::Cancelled.as_str(),
    MessageKind::Removed.as_str(),
    SeriesKind::DateOff.as_str(),
    SeriesKind::Cancelled.as_str(),
    SeriesKind::Removed.as_str(),
];

/// Whether what a mail of this kind to this address says of a meeting is still so. That it is over for somebody stays
/// true; an invitation must not reach those who were taken out, nor speak of a meeting that does not take place.
#[must_use]
pub fn still_true(
    (kind, recipient): (&str, &str),
    full: &FullMeeting,
    attendee: Option<&Attendee>,
    now: DateTime<Utc>,
) -> bool {
    if OVER.contains(&kind) {
        return true;
    }
    let takes_place = full.meeting.status == Status::Confirmed && full.meeting.ends_at > now;
    takes_place && attendee.is_some_and(|a| a.removed_at.is_none() && a.email == recipient)
}
