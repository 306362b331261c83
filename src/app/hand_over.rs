//! What becomes of the meetings of somebody who leaves.

use super::{
    actor::Actor,
    cancel_meeting::called_off,
    change::{self, Proposal},
    context::App,
    error::{AppError, Refusal, Result},
    leave::Leave,
};
use crate::{
    domain::{
        ids::{MeetingId, PersonId},
        limits::rule::Level,
        meeting::{Answer, AttendeeRole, Status, VideoSource},
    },
    store::{
        self, Tx,
        changes::Before,
        meetings::{Attendee, FullMeeting},
        people::Person,
    },
};

/// What to do with all upcoming meetings of a leaver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upcoming {
    /// There are none, as far as the form knew.
    None,
    /// A colleague leads them from now on.
    HandOver(PersonId),
    /// They are called off, for this reason; mailed, may be empty.
    CallOff(String),
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settled {
    /// Meetings that a colleague leads now.
    pub handed_over: usize,
    /// Meetings that were called off.
    pub called_off: usize,
}

/// Most meetings dealt with at once; they are locked and changed in one transaction.
pub const MOST_AT_ONCE: usize = 5_000;

/// Deals with everything a leaver still plans.
///
/// # Errors
/// [`AppError::Stale`] when there are meetings the form did not know of; [`Refusal::Gone`] when the colleague cannot
/// plan meetings; [`Refusal::TooManyMeetings`] beyond [`MOST_AT_ONCE`].
pub(super) async fn settle(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (leaver, upcoming): (&Person, &Upcoming),
) -> Result<Settled> {
    let heir = match upcoming {
        Upcoming::HandOver(id) => Some(heir(tx, leaver, *id).await?),
        Upcoming::None | Upcoming::CallOff(_) => None,
    };
    let ids = theirs(tx, app, leaver.id).await?;
    if ids.len() > MOST_AT_ONCE {
        return Err(Refusal::TooManyMeetings.into());
    }
    if *upcoming == Upcoming::None && !ids.is_empty() {
        return Err(AppError::Stale);
    }
    let mut settled = Settled::default();
    // All locks at once: what is locked later could wait for somebody who waits for us.
    for full in still_theirs(tx, app, (leaver.id, heir.as_ref()), &ids).await? {
        let proposal = match (&heir, upcoming) {
            (Some(heir), _) => handed_over(app, full, heir),
            (None, Upcoming::CallOff(reason)) => called_off(full, reason.clone()),
            (None, _) => return Err(AppError::Stale),
        };
        match proposal.kind {
            "cancelled" => settled.called_off += 1,
            _ => settled.handed_over += 1,
        }
        change::change_now(tx, app, actor, proposal).await?;
    }
    // Whoever plans a meeting asks under the organizer's lock whether they are still here. It is ours until the commit, so
    // finding nothing new makes sure that no meeting slips through between.
    if theirs(tx, app, leaver.id).await?.is_empty() { Ok(settled) } else { Err(AppError::Stale) }
}

/// What they plan that is not over; one more than can be dealt with shows that there are too many.
async fn theirs(tx: &mut Tx, app: &App, leaver: PersonId) -> Result<Vec<MeetingId>> {
    let limit = i64::try_from(MOST_AT_ONCE).unwrap_or(i64::MAX).saturating_add(1);
    Ok(store::meeting_lists::organized_by(tx, leaver, app.now(), limit).await?)
}

async fn heir(tx: &mut Tx, leaver: &Person, id: PersonId) -> Result<Person> {
    let heir = store::people::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let fits = heir.leads_meetings() && heir.id != leaver.id;
    if fits { Ok(heir) } else { Err(Refusal::Gone(vec![heir.name]).into()) }
}

/// Some may have been moved or called off before their locks were ours.
async fn still_theirs(
    tx: &mut Tx,
    app: &App,
    (leaver, heir): (PersonId, Option<&Person>),
    ids: &[MeetingId],
) -> Result<Vec<FullMeeting>> {
    let others: Vec<PersonId> = heir.map(|h| h.id).into_iter().chain([leaver]).collect();
    let mut meetings = change::open_all(tx, ids, &others).await?;
    let now = app.now();
    meetings.retain(|full| {
        let m = &full.meeting;
        m.organizer_id == leaver && m.status == Status::Confirmed && m.ends_at > now
    });
    Ok(meetings)
}

/// The meeting under its new organizer, who takes the chair; the old one leaves it. Where nobody else would be left,
/// the meeting is called off instead.
fn handed_over(app: &App, before: FullMeeting, heir: &Person) -> Proposal {
    let mut after = before.clone();
    let leaver = before.meeting.organizer_id;
    let known = after.attendees.iter().find(|a| a.person_id == Some(heir.id));
    let chair = chair(app, &before, heir, known);
    after.attendees.retain(|a| a.id != chair.id);
    // The heir may also have been a guest, from before they were a colleague.
    let goes = |a: &&mut Attendee| a.person_id == Some(leaver) || a.email_key == chair.email_key;
    for old in after.attendees.iter_mut().filter(goes).filter(|a| a.removed_at.is_none()) {
        old.removed_at = Some(app.now());
        old.position = 1_000;
        for item in after.agenda.iter_mut().filter(|item| item.owner_id == Some(old.id)) {
            item.owner_id = Some(chair.id);
        }
    }
    if after.attendees.iter().all(|a| a.removed_at.is_some()) {
        return called_off(before, String::new());
    }
    after.attendees.insert(0, chair);
    after.meeting.organizer_id = heir.id;
    if after.meeting.video_source == Some(VideoSource::Personal) {
        // Nobody may be left to open the leaver's own room.
        match &heir.video_room {
            Some(room) => after.meeting.video_url = Some(room.clone()),
            None => after.meeting.video_source = Some(VideoSource::Pasted),
        }
    }
    Proposal {
        kind: "handed_over",
        before: Before::Was(Box::new(before)),
        after,
        note: String::new(),
        leave: Leave::UpTo(Level::Approve),
    }
}

fn chair(app: &App, before: &FullMeeting, heir: &Person, known: Option<&Attendee>) -> Attendee {
    Attendee {
        id: known.map_or_else(|| app.new_id(), |a| a.id),
        meeting_id: before.meeting.id,
        position: 0,
        person_id: Some(heir.id),
        contact_id: None,
        name: heir.name.clone(),
        email: heir.email.clone(),
        email_key: heir.email_key.clone(),
        role: AttendeeRole::Chair,
        why: String::new(),
        answer: Answer::Yes,
        answered_at: None,
        answer_made_at: None,
        comment: known.map_or_else(String::new, |a| a.comment.clone()),
        link_version: known.map_or(1, |a| a.link_version),
        removed_at: None,
        first_item: None,
        last_item: None,
        stay_after: None,
        stay_minutes: None,
        wants_reminder: false,
    }
}
