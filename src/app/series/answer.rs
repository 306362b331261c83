//! One answer for all dates of a series that are to come.

use chrono::{DateTime, Utc};

use super::{dates::to_come, facts::person};
use crate::{
    app::{
        actor::Actor,
        answer::{self, GiveAnswer},
        change,
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        ids::{AttendeeId, SeriesId},
        meeting::AttendeeRole,
        proposal::CameBy,
    },
    store::{
        self, Tx,
        audit::Deed,
        meetings::{Attendee, FullMeeting},
    },
};

/// The row of the same person in their next date.
///
/// A link opens no other date than its own once the person has another address there: whoever reads the old one may be
/// somebody else.
pub(in crate::app) fn next_row(dates: &[FullMeeting], of: &Attendee, now: DateTime<Utc>) -> Option<AttendeeId> {
    let mut rows = dates.iter().filter(|full| to_come(full, now)).filter_map(|full| row(full, of));
    rows.next().filter(|row| row.email_key == of.email_key).map(|row| row.id)
}

fn row<'a>(full: &'a FullMeeting, of: &Attendee) -> Option<&'a Attendee> {
    let asked = |a: &&Attendee| person(a) == person(of) && a.removed_at.is_none() && a.role != AttendeeRole::Chair;
    full.attendees.iter().find(asked)
}

/// Answers all dates that are to come by link.
///
/// # Errors
/// As [`answer::by_link`]; [`AppError::Stopped`] when one of the dates passes a limit that refuses it. None is answered
/// then.
pub async fn by_link(app: &App, token: &str, given: GiveAnswer, address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let first = answer::open_next(&mut tx, app.links(), (token, app.now())).await?;
    let series = first.full.meeting.series_id.ok_or(AppError::NotFound)?;
    let dates = locked(&mut tx, series).await?;
    // Nobody can take the link back from here on.
    let opened = answer::open_next(&mut tx, app.links(), (token, app.now())).await?;
    answer::take_turn(&mut tx, app, opened.attendee.id).await?;
    let deed = answer::deed_by_link(&opened, address);
    write_all(&mut tx, app, (dates, &opened.attendee), (&given, CameBy::Page), &deed).await?;
    Ok(tx.commit().await?)
}

/// Answers all dates that are to come as the signed-in person.
///
/// # Errors
/// As [`by_link`]; [`AppError::NotFound`] when the row is another person's.
pub async fn by_person(app: &App, actor: &Actor, id: AttendeeId, given: GiveAnswer) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let opened = answer::load(&mut tx, id).await?;
    if opened.attendee.person_id != Some(actor.id()) {
        return Err(AppError::NotFound);
    }
    let series = opened.full.meeting.series_id.ok_or(AppError::NotFound)?;
    let dates = locked(&mut tx, series).await?;
    let deed = actor.deed("meeting.answered", ("meeting", opened.full.meeting.id.uuid()));
    write_all(&mut tx, app, (dates, &opened.attendee), (&given, CameBy::Page), &deed).await?;
    Ok(tx.commit().await?)
}

/// Answers all dates that are to come for somebody who did so by mail, in the caller's transaction.
///
/// # Errors
/// As [`by_link`].
pub(in crate::app) async fn by_mail(
    tx: &mut Tx,
    app: &App,
    (series, who): (SeriesId, &Attendee),
    (given, deed): (&GiveAnswer, &Deed),
) -> Result<()> {
    let dates = locked(tx, series).await?;
    write_all(tx, app, (dates, who), (given, CameBy::Mail), deed).await
}

/// The dates under the locks of everybody in them.
async fn locked(tx: &mut Tx, series: SeriesId) -> Result<Vec<FullMeeting>> {
    let ids = store::series::dates(tx, series).await?;
    let mut dates = change::open_all(tx, &ids, &[]).await?;
    dates.sort_by_key(|full| full.meeting.starts_at);
    Ok(dates)
}

async fn write_all(
    tx: &mut Tx,
    app: &App,
    (dates, who): (Vec<FullMeeting>, &Attendee),
    (given, came_by): (&GiveAnswer, CameBy),
    deed: &Deed,
) -> Result<()> {
    let mut answered = false;
    for full in dates.into_iter().filter(|full| to_come(full, app.now())) {
        let Some(row) = row(&full, who).cloned() else { continue };
        answered = true;
        let deed = Deed { object_id: Some(full.meeting.id.uuid()), ..deed.clone() };
        answer::write_locked(tx, app, (full, row), (given.clone(), came_by), deed).await?;
    }
    if answered { Ok(()) } else { Err(Refusal::LinkUsed.into()) }
}
