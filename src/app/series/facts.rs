//! From the rows of a series to what is told of it.

use std::collections::HashMap;

use crate::{
    app::{
        book::Book,
        error::{AppError, Result},
        facts,
    },
    domain::{
        ids::{AttendeeId, ContactId, PersonId, SeriesId},
        itip::series::facts::{DateFacts, SeriesFacts},
        meeting::MeetingFacts,
    },
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        series::Series,
    },
};

/// A series and what is told of it.
///
/// # Errors
/// [`AppError::NotFound`] when there is none.
pub async fn told(tx: &mut Tx, id: SeriesId) -> Result<(Series, SeriesFacts)> {
    let series = store::series::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let meetings = store::series::meetings(tx, id).await?;
    let rows: Vec<Attendee> = meetings.iter().flat_map(|full| full.attendees.iter().cloned()).collect();
    let organizer = meetings.last().ok_or(AppError::NotFound)?.meeting.organizer_id;
    let book = Book::of(tx, &rows, organizer).await?;
    let facts = of(&series, &meetings, &book)?;
    Ok((series, facts))
}

/// Everything that is told of a series. `meetings` are its dates by the order of the rule.
pub(in crate::app) fn of(series: &Series, meetings: &[FullMeeting], book: &Book) -> Result<SeriesFacts> {
    let dates = meetings.iter().map(|full| date(&series.uid, full, book)).collect::<Result<_>>()?;
    let (uid, zone, continues) = (series.uid.clone(), series.zone.clone(), series.continues.clone());
    Ok(SeriesFacts { uid, zone, rule: series.rule.0, continues, dates })
}

/// One date under the UID of the series, with people who are the same in all dates.
pub(in crate::app) fn date(uid: &str, full: &FullMeeting, book: &Book) -> Result<DateFacts> {
    let organizer = book.person(full.meeting.organizer_id)?;
    let mut told = facts::of(full, organizer, &book.organization);
    uid.clone_into(&mut told.uid);
    rename(&mut told, &full.attendees, book);
    let original = full.meeting.original_start.ok_or(AppError::NotFound)?;
    Ok(DateFacts { id: full.meeting.id, original, facts: told })
}

/// Rows are another for each date; people are the same, and so is their address.
fn rename(told: &mut MeetingFacts, rows: &[Attendee], book: &Book) {
    let rows: HashMap<AttendeeId, &Attendee> = rows.iter().map(|row| (row.id, row)).collect();
    for attendee in &mut told.attendees {
        let Some(row) = rows.get(&attendee.id) else { continue };
        attendee.id = person(row);
        attendee.email = address(row, book);
    }
    let parts = told.attendees.iter_mut().filter_map(|a| a.part.as_mut()).flat_map(|part| &mut part.points);
    for point in told.agenda.iter_mut().chain(parts) {
        point.owner = point.owner.and_then(|owner| rows.get(&owner)).map(|row| person(row));
    }
}

/// Who somebody is in all dates of a series.
#[must_use]
pub fn person(row: &Attendee) -> AttendeeId {
    let behind = row.person_id.map(PersonId::uuid).or_else(|| row.contact_id.map(ContactId::uuid));
    behind.map_or(row.id, AttendeeId::from_uuid)
}

/// Their present address, which stands for all dates.
fn address(row: &Attendee, book: &Book) -> String {
    let person = row.person_id.and_then(|id| book.people.get(&id)).map(|person| &person.email);
    let contact = row.contact_id.and_then(|id| book.contacts.get(&id)).map(|contact| &contact.email);
    person.or(contact).unwrap_or(&row.email).clone()
}
