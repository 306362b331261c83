//! Whether a meeting was worth the time, said by those who were asked to come.

use crate::{
    app::{
        actor::Actor,
        answer::{self, Opened, Standing},
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        ids::MeetingId,
        meeting::{AttendeeRole, Status},
    },
    store::{
        self,
        meetings::{Attendee, Meeting},
    },
};

/// Whether this person is asked: colleagues who were needed or welcome, once the meeting has begun.
#[must_use]
pub fn is_asked(meeting: &Meeting, a: &Attendee, now: chrono::DateTime<chrono::Utc>) -> bool {
    let came = matches!(a.role, AttendeeRole::Required | AttendeeRole::Optional);
    let stands = meeting.status == Status::Confirmed && meeting.starts_at <= now;
    stands && came && a.person_id.is_some() && a.removed_at.is_none()
}

/// Says it by the link of a mail.
///
/// # Errors
/// [`AppError::NotFound`] for a link that does not open, [`Refusal::LinkUsed`] for one that is too old or whose holder is
/// not asked; [`Refusal::TooMany`] for one that is used too often.
pub async fn by_link(app: &App, token: &str, score: i64) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let opened: Opened = answer::open_link(&mut tx, app.links(), token).await?;
    answer::take_turn(&mut tx, app, opened.attendee.id).await?;
    if opened.standing(now) == Standing::Expired || !is_asked(&opened.full.meeting, &opened.attendee, now) {
        return Err(Refusal::LinkUsed.into());
    }
    store::minutes::rate(&mut tx, (opened.attendee.id, opened.full.meeting.id), score, now).await?;
    Ok(tx.commit().await?)
}

/// Says it on the page of the meeting.
///
/// # Errors
/// [`AppError::NotFound`] for whoever does not see the meeting, [`AppError::Denied`] for whoever is not asked.
pub async fn by_person(app: &App, actor: &Actor, meeting: MeetingId, score: i64) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?.filter(|full| actor.sees(full));
    let full = full.ok_or(AppError::NotFound)?;
    let asked = |a: &&Attendee| a.person_id == Some(actor.id()) && is_asked(&full.meeting, a, now);
    let own = full.attendees.iter().find(asked).ok_or(AppError::Denied)?;
    store::minutes::rate(&mut tx, (own.id, meeting), score, now).await?;
    Ok(tx.commit().await?)
}
