//! One answer for all dates of a series that are to come.

use chrono::{DateTime, Utc};

use super::{dates::to_come, facts::person};
use crate::{
    app::{
        actor::Actor,
        answer::{self, GiveAnswer, Opened},
        change,
        context::App,
        error::Result,
    },
    domain::{
        ids::{AttendeeId, SeriesId},
        meeting::AttendeeRole,
    },
    store::{
        self,
        audit::Deed,
        meetings::{Attendee, FullMeeting},
    },
};

/// The row of the same person in their next date.
pub(in crate::app) fn next_row(dates: &[FullMeeting], of: &Attendee, now: DateTime<Utc>) -> Option<AttendeeId> {
    dates.iter().filter(|full| to_come(full, now)).find_map(|full| row(full, of)).map(|row| row.id)
}

fn row<'a>(full: &'a FullMeeting, of: &Attendee) -> Option<&'a Attendee> {
    let asked = |a: &&Attendee| person(a) == person(of) && a.removed_at.is_none() && a.role != AttendeeRole::Chair;
    full.attendees.iter().find(asked)
}

/// Gives the answer that was given to one date by link to all others that are to come.
///
/// # Errors
/// [`crate::app::error::AppError::Stopped`] when a limit that refuses is passed by one of them; none of them is answered then.
pub async fn rest(app: &App, (opened, (name, address)): (&Opened, (&str, &str)), given: &GiveAnswer) -> Result<()> {
    let deed = || Deed {
        actor: name.to_owned(),
        action: "meeting.answered",
        object_kind: "meeting",
        address: address.to_owned(),
        ..Deed::default()
    };
    let Some(series) = opened.full.meeting.series_id else { return Ok(()) };
    write_all(app, (series, &opened.attendee), given, &deed).await
}

/// As [`rest`] for the signed-in person.
///
/// # Errors
/// As [`rest`].
pub async fn rest_of(app: &App, actor: &Actor, id: AttendeeId, given: &GiveAnswer) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let Some(meeting) = store::meetings::of_attendee(&mut tx, id).await? else { return Ok(()) };
    let Some(full) = store::meetings::by_id(&mut tx, meeting).await? else { return Ok(()) };
    drop(tx);
    let own = full.attendees.iter().find(|a| a.id == id && a.person_id == Some(actor.id()));
    let (Some(series), Some(own)) = (full.meeting.series_id, own) else { return Ok(()) };
    write_all(app, (series, own), given, &|| actor.deed("meeting.answered", ("meeting", meeting.uuid()))).await
}

async fn write_all(
    app: &App,
    (series, who): (SeriesId, &Attendee),
    given: &GiveAnswer,
    deed: &(dyn Fn() -> Deed + Sync),
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let ids = store::series::dates(&mut tx, series).await?;
    for full in change::open_all(&mut tx, ids, &[]).await? {
        let Some(row) = row(&full, who).filter(|_| to_come(&full, app.now())).cloned() else { continue };
        let opened = answer::load(&mut tx, row.id).await?;
        let deed = Deed { object_id: Some(full.meeting.id.uuid()), ..deed() };
        answer::write(&mut tx, app, opened, given.clone(), deed).await?;
    }
    Ok(tx.commit().await?)
}
