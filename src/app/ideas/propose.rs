//! Somebody suggests a point.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        actor::Actor,
        answer,
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        agenda::{
            ItemKind,
            idea::{IdeaState, MAX_BACKLOG, MAX_MINUTES, MAX_NOTE, MAX_OPEN},
        },
        ids::MeetingId,
        meeting::{MAX_TITLE, Status},
        text::SafeText,
    },
    store::{
        self, Tx,
        audit::Deed,
        meetings::{Attendee, FullMeeting},
        point_ideas::PointIdea,
        throttle::Rate,
    },
};

/// Suggestions by one person for one meeting: several at once, then one every ten minutes.
const PER_ATTENDEE: Rate = Rate { burst: 5, seconds: 600 };

/// A point to suggest.
#[derive(Debug, Clone)]
pub struct Idea {
    /// What it is about.
    pub kind: ItemKind,
    /// Title; not empty.
    pub title: String,
    /// Planned minutes.
    pub minutes: u32,
    /// Why; may be empty.
    pub note: String,
}

/// Whether this person may suggest points now.
///
/// # Errors
/// [`Refusal::LinkUsed`] for those who were taken out and while the meeting waits for approval; [`Refusal::Cancelled`];
/// [`Refusal::Over`].
pub fn may_suggest(full: &FullMeeting, attendee: &Attendee, now: DateTime<Utc>) -> Result<()> {
    let m = &full.meeting;
    if attendee.removed_at.is_some() || m.status == Status::Pending {
        Err(Refusal::LinkUsed.into())
    } else if m.status == Status::Cancelled {
        Err(Refusal::Cancelled.into())
    } else if m.ends_at <= now {
        Err(Refusal::Over.into())
    } else {
        Ok(())
    }
}

/// Suggests a point on the page of the meeting.
///
/// # Errors
/// [`AppError::NotFound`] for those who do not see the meeting, [`AppError::Denied`] for those who take no part; as
/// [`may_suggest`]; [`Refusal::TooMany`] and [`Refusal::TooManyRows`] for more at once than anybody reads.
pub async fn by_person(app: &App, actor: &Actor, (meeting, idea, once): (MeetingId, Idea, Once)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, &once, app.now()).await? {
        return Ok(());
    }
    let full = open(&mut tx, actor, meeting).await?;
    let mine = |a: &&Attendee| a.person_id == Some(actor.id()) && a.removed_at.is_none();
    let attendee = full.attendees.iter().find(mine).ok_or(AppError::Denied)?;
    let deed = actor.deed("meeting.idea_made", ("meeting", meeting.uuid()));
    take(&mut tx, app, (&full, attendee), idea, deed).await?;
    once::finish(&mut tx, &once, &format!("/meetings/{meeting}/ideas")).await?;
    Ok(tx.commit().await?)
}

/// Puts a point straight into the backlog of the series, for those who may change the meeting.
///
/// # Errors
/// [`AppError::Denied`] for others and for a meeting that is no date of a series; [`Refusal::TooManyRows`].
pub async fn keep(app: &App, actor: &Actor, (meeting, idea, once): (MeetingId, Idea, Once)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, &once, app.now()).await? {
        return Ok(());
    }
    let full = open(&mut tx, actor, meeting).await?;
    actor.may_change(&full)?;
    if full.meeting.series_id.is_none() {
        return Err(AppError::Denied);
    }
    if super::backlog(&mut tx, &full).await?.len() >= MAX_BACKLOG {
        return Err(Refusal::TooManyRows.into());
    }
    let mine = |a: &&Attendee| a.person_id == Some(actor.id()) && a.removed_at.is_none();
    let attendee = full.attendees.iter().find(mine);
    let row = PointIdea {
        attendee_id: attendee.map(|a| a.id),
        state: IdeaState::Later,
        decided_by: Some(actor.id()),
        decided_at: Some(app.now()),
        ..row(app, &full, (&actor.person.name, &idea))?
    };
    store::point_ideas::insert(&mut tx, &row).await?;
    let said = serde_json::json!({ "name": row.name, "title": row.title });
    let deed = Deed { after: Some(said), ..actor.deed("meeting.idea_put_off", ("meeting", meeting.uuid())) };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    once::finish(&mut tx, &once, &format!("/meetings/{meeting}/ideas")).await?;
    Ok(tx.commit().await?)
}

async fn open(tx: &mut Tx, actor: &Actor, meeting: MeetingId) -> Result<FullMeeting> {
    store::meetings::lock(tx, meeting).await?;
    let full = store::meetings::by_id(tx, meeting).await?;
    full.filter(|full| actor.sees(full)).ok_or(AppError::NotFound)
}

/// Suggests a point by the link of an invitation.
///
/// # Errors
/// As [`by_person`]; [`AppError::NotFound`] for a link that does not open.
pub async fn by_link(app: &App, token: &str, idea: Idea, address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let first = answer::open_next(&mut tx, app.links(), (token, app.now())).await?;
    store::meetings::lock(&mut tx, first.full.meeting.id).await?;
    let opened = answer::open_next(&mut tx, app.links(), (token, app.now())).await?;
    let deed = Deed {
        actor: opened.attendee.name.clone(),
        action: "meeting.idea_made",
        object_kind: "meeting",
        object_id: Some(opened.full.meeting.id.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    };
    take(&mut tx, app, (&opened.full, &opened.attendee), idea, deed).await?;
    Ok(tx.commit().await?)
}

/// The caller holds the meeting's lock. The same suggestion twice is one.
async fn take(
    tx: &mut Tx,
    app: &App,
    (full, attendee): (&FullMeeting, &Attendee),
    idea: Idea,
    deed: Deed,
) -> Result<()> {
    let now = app.now();
    may_suggest(full, attendee, now)?;
    let row = PointIdea { attendee_id: Some(attendee.id), ..row(app, full, (&attendee.name, &idea))? };
    let all = store::point_ideas::of_meeting(tx, full.meeting.id).await?;
    let is_open = |i: &&PointIdea| i.attendee_id == Some(attendee.id) && i.state == IdeaState::Open;
    let open: Vec<&PointIdea> = all.iter().filter(is_open).collect();
    if open.iter().any(|i| i.title == row.title) {
        return Ok(());
    }
    if open.len() >= MAX_OPEN {
        return Err(Refusal::TooManyRows.into());
    }
    if let Err(seconds) = store::throttle::take(tx, &format!("idea {}", attendee.id), PER_ATTENDEE, now).await? {
        return Err(Refusal::TooMany(seconds).into());
    }
    store::point_ideas::insert(tx, &row).await?;
    let said = serde_json::json!({ "name": attendee.name, "title": row.title });
    Ok(store::audit::record(tx, &Deed { after: Some(said), ..deed }, now).await?)
}

fn row(app: &App, full: &FullMeeting, (name, idea): (&str, &Idea)) -> Result<PointIdea> {
    let title = String::from(SafeText::line(&idea.title, MAX_TITLE));
    if title.is_empty() || idea.kind.stays_inside() {
        return Err(AppError::Denied);
    }
    Ok(PointIdea {
        id: app.new_id(),
        meeting_id: full.meeting.id,
        series_id: full.meeting.series_id,
        attendee_id: None,
        name: name.to_owned(),
        kind: idea.kind,
        title,
        minutes: i64::from(idea.minutes.min(MAX_MINUTES)),
        note: SafeText::block(&idea.note, MAX_NOTE).into(),
        state: IdeaState::Open,
        created_at: app.now(),
        item_id: None,
        decided_by: None,
        decided_at: None,
    })
}
