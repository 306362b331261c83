//! Change anything about a meeting but its time.

use super::{
    actor::{Actor, MayChange},
    attendees::{Place, Seated, Seating},
    change::{self, Made, Proposal},
    context::App,
    error::{AppError, Refusal, Result},
    leave::Leave,
    once::{self, Once, Turn},
    parts,
    schedule_meeting::{agenda, video},
};
use crate::{
    domain::{
        ids::{AgendaItemId, MeetingId, PersonId},
        limits::consent::Consent,
        meeting::Status,
        planning::Details,
    },
    store::{
        self, Tx,
        changes::Before,
        meetings::{AgendaItem, FullMeeting, Meeting},
        people::Person,
    },
};

/// What to change.
pub struct EditMeeting {
    /// Which meeting.
    pub id: MeetingId,
    /// The version the form was filled from.
    pub version: i64,
    /// How it shall be.
    pub details: Details,
    /// Which points of the meeting those in `details` were, in the same order; `None` for new ones.
    pub points: Vec<Option<AgendaItemId>>,
    /// Whether what may wait for the next mail does: all but who takes part, and when.
    pub quiet: bool,
    /// What is said to the limits it passes.
    pub consent: Consent,
    /// The form's key.
    pub once: Once,
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done(Made),
    /// The same form was sent before and led here.
    Again(String),
}

/// Edits a meeting; who must hear of it is told.
///
/// # Errors
/// [`AppError::Stale`] when somebody else changed the meeting since the form was filled.
pub async fn run(app: &App, actor: &Actor, command: EditMeeting) -> Result<Outcome> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Outcome::Again(location));
    }
    let (before, _permit) = open(&mut tx, app, actor, (command.id, command.version)).await?;
    let after = edited(&mut tx, app, (&before, command.details, command.points)).await?;
    let proposal = Proposal {
        kind: if command.quiet { change::QUIETLY } else { "edited" },
        before: Before::Was(Box::new(before)),
        after,
        note: String::new(),
        leave: Leave::Said(command.consent),
    };
    let made = change::change_meeting(&mut tx, app, actor, proposal).await?;
    once::finish(&mut tx, &command.once, &made.location(command.id)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Outcome::Done(made))
}

/// Locks and reads a meeting for a change, and asks whether this person may change this version of it now.
pub(super) async fn open(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (id, version): (MeetingId, i64),
) -> Result<(FullMeeting, MayChange)> {
    store::meetings::lock(tx, id).await?;
    let full = store::meetings::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let permit = actor.may_change(&full)?;
    if full.meeting.version != version {
        return Err(AppError::Stale);
    }
    if full.meeting.status == Status::Cancelled {
        return Err(Refusal::Cancelled.into());
    }
    if full.meeting.ends_at <= app.now() {
        return Err(Refusal::Over.into());
    }
    Ok((full, permit))
}

/// A meeting, how its form has it, and which points of it those of the form were; see [`EditMeeting::points`].
pub(super) type Edit<'a> = (&'a FullMeeting, Details, Vec<Option<AgendaItemId>>);

pub(super) async fn edited(tx: &mut Tx, app: &App, edit: Edit<'_>) -> Result<FullMeeting> {
    edited_all(tx, app, &[edit]).await?.pop().ok_or(AppError::NotFound)
}

/// These meetings as their forms have them, in their order. As many statements for all as for one.
pub(super) async fn edited_all(tx: &mut Tx, app: &App, edits: &[Edit<'_>]) -> Result<Vec<FullMeeting>> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let mut organizers: Vec<PersonId> = edits.iter().map(|(before, ..)| before.meeting.organizer_id).collect();
    organizers.sort_unstable();
    organizers.dedup();
    let organizers = store::people::by_ids(tx, &organizers).await?;
    let mut places = Vec::with_capacity(edits.len());
    for (before, details, _) in edits {
        let m = &before.meeting;
        let organizer = organizers.iter().find(|person| person.id == m.organizer_id).ok_or(AppError::NotFound)?;
        places.push(Place { organizer, meeting: m.id, invitees: &details.invitees, before: &before.attendees });
    }
    let Some(first) = places.first() else { return Ok(Vec::new()) };
    let seating = Seating {
        app,
        organization: &organization,
        organizer: first.organizer,
        meeting: first.meeting,
        now: app.now(),
    };
    let seated = seating.seat_all(tx, &places).await?;
    let organizers = places.iter().map(|place| place.organizer);
    let all = edits.iter().zip(organizers).zip(seated);
    all.map(|((edit, organizer), seated)| as_edited(app, organizer, edit, seated)).collect()
}

fn as_edited(
    app: &App,
    organizer: &Person,
    (before, details, points): &Edit<'_>,
    mut seated: Seated,
) -> Result<FullMeeting> {
    let (video_source, video_url) = video(app, organizer, details, Some(&before.meeting))?;
    let mut agenda = agenda(&|| app.new_id(), before.meeting.id, &details.agenda, &seated);
    keep_ids(&before.agenda, &mut agenda, points);
    parts::assign(&mut seated, &details.invitees, &agenda);
    let meeting = Meeting {
        account_id: seated.account,
        purpose: details.purpose,
        stage: details.stage,
        title: details.title.clone(),
        format: details.format,
        place: details.place.clone(),
        video_source,
        video_url,
        open_guest_list: details.open_guest_list,
        // One that waited for leave stands once nothing asks for it any more.
        status: Status::Confirmed,
        ..before.meeting.clone()
    };
    let mut after = FullMeeting { meeting, attendees: seated.rows, agenda };
    parts::settle(&mut after)?;
    parts::ask_anew(&before.attendees, &mut after.attendees);
    Ok(after)
}

/// Points that stay keep their ids, by which what stands behind them is found. Where nobody says which they were, as on
/// the other dates of a series, they are known by kind and title.
pub(super) fn keep_ids(before: &[AgendaItem], agenda: &mut [AgendaItem], named: &[Option<AgendaItemId>]) {
    let mut left: Vec<&AgendaItem> = before.iter().collect();
    for (place, item) in agenda.iter_mut().enumerate() {
        let same = |old: &&AgendaItem| match named.get(place) {
            Some(id) => *id == Some(old.id),
            None => named.is_empty() && (old.kind, &old.title) == (item.kind, &item.title),
        };
        if let Some(at) = left.iter().position(same) {
            let old = left.remove(at);
            item.id = old.id;
            item.links.clone_from(&old.links);
        }
    }
}
