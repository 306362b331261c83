//! The organizer decides on a suggested point.

use crate::{
    app::{
        actor::Actor,
        change::{self, Made, Proposal},
        context::App,
        edit_meeting,
        error::{AppError, Refusal, Result},
        leave::Leave,
        series,
    },
    domain::{
        agenda::{
            Wanted,
            idea::{IdeaState, MAX_BACKLOG},
        },
        ids::{AttendeeId, IdeaId, MeetingId},
        limits::consent::Consent,
        meeting::{MAX_POINTS, Status},
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::Before,
        meetings::{AgendaItem, FullMeeting},
        point_contents::PointContent,
        point_ideas::PointIdea,
    },
};

/// What came of accepting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is on the agenda.
    Taken(Made),
    /// The agenda has as many points as it can have.
    Full,
    /// Somebody decided before.
    Decided,
}

/// Puts a suggested point at the end of the agenda of this meeting; its author leads it if they take part. People are told
/// as of any change of the agenda. One that was accepted and is not on the agenda any more can be accepted again.
///
/// # Errors
/// As every change of a meeting.
pub async fn accept(app: &App, actor: &Actor, (meeting, id): (MeetingId, IdeaId)) -> Result<Verdict> {
    let mut tx = app.db.begin().await?;
    let (full, idea) = open(&mut tx, app, actor, (meeting, id)).await?;
    if idea.state == IdeaState::Accepted && full.agenda.iter().any(|i| Some(i.id) == idea.item_id) {
        return Ok(Verdict::Decided);
    }
    if full.agenda.len() >= MAX_POINTS {
        return Ok(Verdict::Full);
    }
    let author = author(&mut tx, &full, &idea).await?;
    let item = AgendaItem {
        id: app.new_id(),
        meeting_id: meeting,
        position: full.agenda.iter().map(|item| item.position + 1).max().unwrap_or(0),
        kind: idea.kind,
        title: idea.title.clone(),
        minutes: idea.minutes,
        owner_id: author,
        wanted: Wanted::Gather,
        links: None,
    };
    let mut after = full.clone();
    after.agenda.push(item.clone());
    let proposal = Proposal {
        kind: "edited",
        before: Before::Was(Box::new(full)),
        after,
        note: String::new(),
        leave: Leave::Said(Consent::default()),
    };
    let made = change::change_meeting(&mut tx, app, actor, proposal).await?;
    if !idea.note.is_empty() {
        let empty = PointContent::empty((meeting, item.id), app.now());
        let content = PointContent { notes: idea.note.clone(), version: 1, updated_by: Some(actor.id()), ..empty };
        store::point_contents::save(&mut tx, &content).await?;
    }
    let taken = PointIdea {
        meeting_id: meeting,
        attendee_id: author,
        item_id: Some(item.id),
        ..decided(idea, (app, actor), IdeaState::Accepted)
    };
    store::point_ideas::decide(&mut tx, &taken).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Verdict::Taken(made))
}

/// Leaves a suggested point out. Its author reads it on the page of the meeting; nobody is mailed.
///
/// # Errors
/// As [`accept`].
pub async fn decline(app: &App, actor: &Actor, place: (MeetingId, IdeaId)) -> Result<()> {
    settle(app, actor, place, (IdeaState::Declined, "meeting.idea_declined")).await
}

/// Puts a suggested point into the backlog of the series.
///
/// # Errors
/// As [`accept`]; [`AppError::Denied`] for a meeting that is no date of a series; [`Refusal::TooManyRows`] when the backlog
/// is full.
pub async fn put_off(app: &App, actor: &Actor, place: (MeetingId, IdeaId)) -> Result<()> {
    settle(app, actor, place, (IdeaState::Later, "meeting.idea_put_off")).await
}

async fn settle(
    app: &App,
    actor: &Actor,
    (meeting, id): (MeetingId, IdeaId),
    (state, action): (IdeaState, &'static str),
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let (full, idea) = open(&mut tx, app, actor, (meeting, id)).await?;
    if state == IdeaState::Later && full.meeting.series_id.is_none() {
        return Err(AppError::Denied);
    }
    if !matches!(idea.state, IdeaState::Open | IdeaState::Later) || idea.state == state {
        return Ok(());
    }
    if state == IdeaState::Later && super::backlog(&mut tx, &full).await?.len() >= MAX_BACKLOG {
        return Err(Refusal::TooManyRows.into());
    }
    let said = serde_json::json!({ "name": idea.name, "title": idea.title });
    store::point_ideas::decide(&mut tx, &decided(idea, (app, actor), state)).await?;
    let deed = Deed { after: Some(said), ..actor.deed(action, ("meeting", meeting.uuid())) };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

fn decided(idea: PointIdea, (app, actor): (&App, &Actor), state: IdeaState) -> PointIdea {
    PointIdea { state, decided_by: Some(actor.id()), decided_at: Some(app.now()), ..idea }
}

/// The meeting, and a point suggested for it or waiting in the backlog of its series.
async fn open(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (meeting, id): (MeetingId, IdeaId),
) -> Result<(FullMeeting, PointIdea)> {
    store::meetings::lock(tx, meeting).await?;
    let found = store::meetings::by_id(tx, meeting).await?.ok_or(AppError::NotFound)?;
    let (full, _permit) = edit_meeting::open(tx, app, actor, (meeting, found.meeting.version)).await?;
    if full.meeting.status == Status::Pending {
        return Err(Refusal::LinkUsed.into());
    }
    let idea = store::point_ideas::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    if idea.state == IdeaState::Later {
        let waits = super::backlog(tx, &full).await?.iter().any(|one| one.id == id);
        return if waits { Ok((full, idea)) } else { Err(AppError::NotFound) };
    }
    if idea.meeting_id == meeting { Ok((full, idea)) } else { Err(AppError::NotFound) }
}

/// The author's row in this meeting, which may be another date than the one it was suggested for.
async fn author(tx: &mut Tx, full: &FullMeeting, idea: &PointIdea) -> Result<Option<AttendeeId>> {
    let here = |row: &store::meetings::Attendee| row.removed_at.is_none();
    if idea.meeting_id == full.meeting.id {
        return Ok(full.attendees.iter().find(|a| here(a) && Some(a.id) == idea.attendee_id).map(|a| a.id));
    }
    let Some(first) = store::meetings::by_id(tx, idea.meeting_id).await? else { return Ok(None) };
    let Some(row) = first.attendees.iter().find(|a| Some(a.id) == idea.attendee_id) else { return Ok(None) };
    let who = series::facts::person(row);
    Ok(full.attendees.iter().find(|a| here(a) && series::facts::person(a) == who).map(|a| a.id))
}
