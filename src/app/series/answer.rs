//! One answer for all dates of a series that are to come, or for those that a reply was about.

use chrono::{DateTime, Utc};

use super::{dates::to_come, facts::person};
use crate::{
    app::{
        actor::Actor,
        answer::{self, Came, GiveAnswer},
        change,
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        ids::{AttendeeId, SeriesId},
        meeting::AttendeeRole,
    },
    store::{
        self, Tx,
        audit::Deed,
        inbound_mail::{AboutDate, InboundMail},
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
    write_all(&mut tx, app, (dates, &opened.attendee), &given, &deed).await?;
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
    write_all(&mut tx, app, (dates, &opened.attendee), &given, &deed).await?;
    Ok(tx.commit().await?)
}

/// Answers the dates that a reply was about when it came in, in the caller's transaction; but none that has moved or was
/// answered since.
///
/// # Errors
/// [`AppError::Stale`] when all of them were answered since, [`Refusal::MovedSince`] when none has its time any more;
/// [`AppError::Stopped`] when one of them passes a limit that refuses it. None is answered then.
pub(in crate::app) async fn by_mail(
    tx: &mut Tx,
    app: &App,
    (series, about): (SeriesId, &[AboutDate]),
    (row, deed): (&InboundMail, &Deed),
) -> Result<()> {
    let (mut answered, mut late) = (false, false);
    for full in locked(tx, series).await?.into_iter().filter(|full| to_come(full, app.now())) {
        let Some(about) = about.iter().find(|about| about.is_of(&full.meeting)) else { continue };
        let row_of = |a: &&Attendee| a.id == about.attendee && a.removed_at.is_none();
        let Some(who) = full.attendees.iter().find(row_of).cloned() else { continue };
        if who.answer_made() >= Some(row.stamped_at) {
            late = true;
            continue;
        }
        let given = GiveAnswer { answer: about.answer, comment: row.note.clone() };
        let deed = Deed { object_id: Some(full.meeting.id.uuid()), ..deed.clone() };
        answer::write_locked(tx, app, (full, who), (given, Came::ByMail(row.stamped_at)), deed).await?;
        answered = true;
    }
    match (answered, late) {
        (true, _) => Ok(()),
        (false, true) => Err(AppError::Stale),
        (false, false) => Err(Refusal::MovedSince.into()),
    }
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
    given: &GiveAnswer,
    deed: &Deed,
) -> Result<()> {
    let mut answered = false;
    for full in dates.into_iter().filter(|full| to_come(full, app.now())) {
        let Some(row) = row(&full, who).cloned() else { continue };
        answered = true;
        let deed = Deed { object_id: Some(full.meeting.id.uuid()), ..deed.clone() };
        answer::write_locked(tx, app, (full, row), (given.clone(), Came::OnPage), deed).await?;
    }
    if answered { Ok(()) } else { Err(Refusal::LinkUsed.into()) }
}
