//! What stands behind the points of an agenda: notes and links, scorecards, thanks. Of these only links are mailed, with the
//! next mail about the meeting, so nobody is told of changes and the meeting keeps its version.

pub mod carry;
pub mod content;
pub mod recognitions;
pub mod scorecard;
pub mod written;

use chrono::{DateTime, Utc};

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::{
        ids::{AgendaItemId, MeetingId},
        meeting::Status,
        person::Role,
    },
    store::{
        self, Tx,
        audit::Deed,
        meetings::{AgendaItem, FullMeeting},
        point_contents::PointContent,
    },
};

/// A point, and the version of what stands behind it that a form was filled from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointVersion {
    /// The meeting.
    pub meeting: MeetingId,
    /// The point.
    pub item: AgendaItemId,
    /// The version; 0 while there is nothing.
    pub version: i64,
}

/// Proof that somebody may prepare one point.
#[derive(Debug)]
pub struct MayPrepare(());

impl Actor {
    /// May they prepare this point? Whoever may change the meeting, and whoever leads the point, but viewers.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for those who do not see the meeting, [`AppError::Denied`] for others.
    pub fn may_prepare(&self, full: &FullMeeting, item: &AgendaItem) -> Result<MayPrepare> {
        if !self.sees(full) {
            return Err(AppError::NotFound);
        }
        let mine = |id| full.attendees.iter().any(|a| a.id == id && self.is(a.person_id) && a.removed_at.is_none());
        let leads = item.owner_id.is_some_and(mine) && self.person.role != Role::Viewer;
        if leads || self.may_change(full).is_ok() { Ok(MayPrepare(())) } else { Err(AppError::Denied) }
    }

    fn is(&self, person: Option<crate::domain::ids::PersonId>) -> bool {
        person == Some(self.id())
    }

    /// Whether they may know who is thanked in this point. Before the meeting only those who prepare it do, because thanks
    /// are meant to be heard first where they are said.
    #[must_use]
    pub fn sees_thanks(&self, full: &FullMeeting, item: &AgendaItem, now: DateTime<Utc>) -> bool {
        full.meeting.starts_at <= now || self.may_prepare(full, item).is_ok()
    }
}

/// A meeting with one of its points.
pub(super) struct Opened {
    pub(super) full: FullMeeting,
    pub(super) item: AgendaItem,
}

/// Locks and reads; asks whether this person may prepare the point.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, (meeting, item): (MeetingId, AgendaItemId)) -> Result<Opened> {
    store::meetings::lock(tx, meeting).await?;
    let full = store::meetings::by_id(tx, meeting).await?.ok_or(AppError::NotFound)?;
    if !actor.sees(&full) {
        return Err(AppError::NotFound);
    }
    let item = full.agenda.iter().find(|i| i.id == item).cloned().ok_or(AppError::NotFound)?;
    actor.may_prepare(&full, &item)?;
    if full.meeting.status == Status::Cancelled {
        return Err(Refusal::Cancelled.into());
    }
    Ok(Opened { full, item })
}

/// As [`open`], with what stands behind the point, if it still is the version of the form.
pub(super) async fn open_version(tx: &mut Tx, actor: &Actor, point: PointVersion) -> Result<(Opened, PointContent)> {
    let opened = open(tx, actor, (point.meeting, point.item)).await?;
    let content = store::point_contents::by_item(tx, point.item).await?;
    let content =
        content.unwrap_or_else(|| PointContent::empty((point.meeting, point.item), opened.full.meeting.created_at));
    if content.version != point.version {
        return Err(AppError::Stale);
    }
    Ok((opened, content))
}

/// Writes the next version.
pub(super) async fn write(tx: &mut Tx, app: &App, actor: &Actor, content: PointContent) -> Result<()> {
    let version = content.version + 1;
    let next = PointContent { version, updated_at: app.now(), updated_by: Some(actor.id()), ..content };
    Ok(store::point_contents::save(tx, &next).await?)
}

/// A record of something done to a point; its title is what people know it by.
pub(super) fn deed(actor: &Actor, action: &'static str, opened: &Opened) -> Deed {
    let about = serde_json::json!({ "title": opened.item.title });
    Deed { after: Some(about), ..actor.deed(action, ("meeting", opened.full.meeting.id.uuid())) }
}
