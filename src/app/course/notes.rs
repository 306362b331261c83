//! Decisions and actions in a line while the meeting runs, and notes that are nobody else's.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::open::{Opened, open, write};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        course::Fate,
        ids::{AttendeeId, MeetingId},
        minutes::{ActionState, MAX_LINE, MAX_NOTES, MAX_ROWS},
        text::SafeText,
    },
    store::{self, Tx, actions::Action, decisions::Decision},
};

/// What to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Something was decided.
    Decision,
    /// Somebody is to do something.
    Action {
        /// Who; nobody as yet.
        owner: Option<AttendeeId>,
        /// By which day.
        due_on: Option<NaiveDate>,
    },
}

/// A line about the point under discussion.
pub struct NoteDown {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is.
    pub note: Note,
    /// The words; not empty.
    pub body: String,
    /// The form's key.
    pub once: Once,
}

/// Writes a line down with the point under discussion.
///
/// # Errors
/// [`Refusal::TooManyRows`]; else as [`super::begin`].
pub async fn write_down(app: &App, actor: &Actor, command: NoteDown) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(());
    }
    let id = command.meeting;
    let (mut opened, _permit) = open(&mut tx, app, actor, id).await?;
    // First the course, because rows about its points need it there.
    write(&mut tx, app, &mut opened).await?;
    let body = String::from(SafeText::line(&command.body, MAX_LINE));
    match command.note {
        Note::Decision => decide(&mut tx, app, actor, (&opened, body)).await?,
        Note::Action { owner, due_on } => {
            let owner = opened.full.attendees.iter().find(|a| Some(a.id) == owner && a.removed_at.is_none());
            let action = Action {
                attendee_id: owner.map(|a| a.id),
                person_id: owner.and_then(|a| a.person_id),
                due_on,
                ..action(app, actor, (&opened, body))
            };
            if store::actions::of_meeting(&mut tx, id).await?.len() >= MAX_ROWS {
                return Err(Refusal::TooManyRows.into());
            }
            store::actions::save(&mut tx, &[action]).await?;
        }
    }
    once::finish(&mut tx, &command.once, &format!("/meetings/{id}/run")).await?;
    Ok(tx.commit().await?)
}

async fn decide(tx: &mut Tx, app: &App, actor: &Actor, (opened, body): (&Opened, String)) -> Result<()> {
    let id = opened.full.meeting.id;
    if store::decisions::of_meeting(tx, id).await?.len() >= MAX_ROWS {
        return Err(Refusal::TooManyRows.into());
    }
    let decision = Decision {
        id: app.new_id(),
        meeting_id: id,
        point_id: opened.points.iter().find(|p| p.fate == Fate::Now).map(|p| p.id),
        body,
        shared: false,
        written_by: actor.id(),
        decided_at: app.now(),
    };
    Ok(store::decisions::save(tx, &[decision]).await?)
}

/// An open action of nobody, about the point under discussion.
pub(super) fn action(app: &App, actor: &Actor, (opened, body): (&Opened, String)) -> Action {
    Action {
        id: app.new_id(),
        meeting_id: opened.full.meeting.id,
        point_id: opened.points.iter().find(|p| p.fate == Fate::Now).map(|p| p.id),
        body,
        attendee_id: None,
        person_id: None,
        due_on: None,
        state: ActionState::Open,
        shared: false,
        written_by: actor.id(),
        written_at: app.now(),
        ended_at: None,
        ended_by: None,
    }
}

/// Most private notes of somebody on one meeting.
pub const MAX_PRIVATE: usize = 200;

/// Writes somebody's own notes on a meeting: about points by their ids, and about the whole by that of the meeting. Empty ones
/// are removed, and those about anything else stay. Nobody else ever sees them, so closed minutes do not matter.
///
/// # Errors
/// [`AppError::NotFound`] for whoever does not see the meeting; [`Refusal::TooManyRows`] for more than [`MAX_PRIVATE`].
pub async fn save_private(app: &App, actor: &Actor, meeting: MeetingId, notes: Vec<(Uuid, String)>) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?;
    if !full.is_some_and(|full| actor.sees(&full)) {
        return Err(AppError::NotFound);
    }
    let clean = |(about, body): (Uuid, String)| (about, String::from(SafeText::block(&body, MAX_NOTES)));
    let notes: Vec<(Uuid, String)> = notes.into_iter().map(clean).collect();
    let known = store::minutes::private_notes(&mut tx, meeting, actor.id()).await?;
    let about: HashSet<Uuid> = known.iter().chain(&notes).map(|(about, _)| *about).collect();
    if about.len() > MAX_PRIVATE {
        return Err(Refusal::TooManyRows.into());
    }
    store::minutes::save_private_notes(&mut tx, (meeting, actor.id()), &notes, app.now()).await?;
    Ok(tx.commit().await?)
}
