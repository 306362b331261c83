//! People who are invited to some points of a meeting only: which points those are, and when.
//!
//! Rows name the first and the last of the points. When those are follows from the agenda and is written beside them, so
//! that whatever asks for somebody's time need not read agendas. Every change settles it anew.

use super::{
    attendees::Seated,
    error::{Refusal, Result},
};
use crate::{
    domain::{
        agenda::part::Stay,
        ids::AgendaItemId,
        meeting::{Answer, AttendeeRole},
        planning::Invitee,
    },
    store::meetings::{AgendaItem, Attendee, FullMeeting},
};

/// Writes down which points those are who are invited to some only. `seated` are the rows of `invitees`, in whose order
/// their seats stand; `agenda` are the points of the plan.
pub(super) fn assign(seated: &mut Seated, invitees: &[Invitee], agenda: &[AgendaItem]) {
    for (invitee, seat) in invitees.iter().zip(&seated.seats) {
        let item = |place: usize| agenda.get(place).map(|item| item.id);
        let items = invitee.points.and_then(|(first, last)| item(first).zip(item(last)));
        if let Some(row) = seated.rows.iter_mut().find(|row| row.id == *seat) {
            (row.first_item, row.last_item) = items.unzip();
        }
    }
}

/// Works out when everybody is in the meeting.
///
/// # Errors
/// [`Refusal::PointsOutside`] with those whose points are none of the agenda's any more, take no time, or lie beyond the
/// end of the meeting.
pub(super) fn settle(full: &mut FullMeeting) -> Result<()> {
    let lengths: Vec<u32> = full.agenda.iter().map(|item| u32::try_from(item.minutes).unwrap_or(0)).collect();
    let length = u32::try_from(full.meeting.minutes).unwrap_or(0);
    let mut outside = Vec::new();
    for row in full.attendees.iter_mut().filter(|row| row.removed_at.is_none()) {
        let Some(items) = row.first_item.zip(row.last_item).filter(|_| row.role != AttendeeRole::Chair) else {
            release(row);
            continue;
        };
        let stay = places(&full.agenda, items).and_then(|places| Stay::at(&lengths, places));
        match stay.filter(|stay| stay.fits(length)) {
            Some(stay) => (row.stay_after, row.stay_minutes) = (Some(stay.after.into()), Some(stay.minutes.into())),
            None => outside.push(row.name.clone()),
        }
    }
    if outside.is_empty() { Ok(()) } else { Err(Refusal::PointsOutside(outside).into()) }
}

/// From here on somebody is in the whole meeting.
fn release(row: &mut Attendee) {
    (row.first_item, row.last_item, row.stay_after, row.stay_minutes) = (None, None, None, None);
}

/// Asks those anew whose time in the meeting has become another one, though the meeting's own has not.
pub(super) fn ask_anew(before: &[Attendee], rows: &mut [Attendee]) {
    for row in rows.iter_mut().filter(|row| row.role != AttendeeRole::Chair) {
        let old = before.iter().find(|old| old.id == row.id);
        if old.is_some_and(|old| old.stay() != row.stay()) {
            row.answer = Answer::Open;
            (row.answered_at, row.answer_made_at) = (None, None);
        }
    }
}

/// The places of the points that somebody is invited to, as a form has them.
pub(super) fn places_of(full: &FullMeeting, row: &Attendee) -> Option<(usize, usize)> {
    places(&full.agenda, row.first_item.zip(row.last_item)?)
}

/// Where points stand on an agenda.
pub(super) fn places(agenda: &[AgendaItem], (first, last): (AgendaItemId, AgendaItemId)) -> Option<(usize, usize)> {
    let place = |id| agenda.iter().position(|item| item.id == id);
    place(first).zip(place(last)).filter(|(first, last)| first <= last)
}
