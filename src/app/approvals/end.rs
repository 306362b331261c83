//! How a question ends without an answer: too late, or asked no more.

use super::{ask::Asked, letters};
use crate::{
    app::{
        actor::Actor,
        change,
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        ids::{DraftId, MeetingId},
        letter::ApprovalTurn,
        meeting::{AttendeeRole, Status},
    },
    store::{
        self, Tx,
        approvals::{Approval, Decision},
        audit::Deed,
        drafts::Draft,
        meetings::FullMeeting,
    },
};

/// What is there once a question is called back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// The plan that was never sent, as a draft of whoever asked.
    Draft(DraftId),
    /// The meeting as it stands.
    Meeting,
}

impl Back {
    /// The page that shows it.
    #[must_use]
    pub fn location(&self, meeting: MeetingId) -> String {
        match self {
            Self::Draft(id) => format!("/meetings/new?draft={id}&done=withdrawn"),
            Self::Meeting => format!("/meetings/{meeting}?done=withdrawn"),
        }
    }
}

/// Ends the open question about a meeting, because the meeting is changed otherwise; returns it. Whoever asked is told
/// if it was somebody else who changed it.
pub(in crate::app) async fn withdraw(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    meeting: MeetingId,
) -> Result<Option<Approval>> {
    let Some(open) = store::approvals::open_of(tx, meeting).await? else { return Ok(None) };
    let decision = Decision { state: "withdrawn", by: Some(actor.id()), note: "", at: app.now() };
    store::approvals::end(tx, open.id, &decision).await?;
    if open.asked_by == actor.id() {
        letters::take_back(tx, app, &open).await?;
    } else {
        let full = store::meetings::by_id(tx, meeting).await?.ok_or(AppError::NotFound)?;
        letters::answer(tx, app, &open, (&full, ApprovalTurn::Withdrawn, Some(actor.id()))).await?;
    }
    store::claims::release_held(tx, meeting).await?;
    Ok(Some(open))
}

/// Calls a question back: a plan that was never sent becomes a draft again, a meeting that stands stays as it is.
///
/// # Errors
/// [`AppError::NotFound`] and [`AppError::Denied`] as for every change; [`Refusal::LinkUsed`] when nothing waits.
pub async fn call_back(app: &App, actor: &Actor, meeting: MeetingId) -> Result<Back> {
    let mut tx = app.db.begin().await?;
    store::meetings::lock(&mut tx, meeting).await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    let back = call_off(&mut tx, app, actor, &full).await?;
    tx.commit().await?;
    Ok(back)
}

/// As [`call_back`], within a command that holds the meeting's lock and has asked whether this person may.
pub(in crate::app) async fn call_off(tx: &mut Tx, app: &App, actor: &Actor, full: &FullMeeting) -> Result<Back> {
    let id = full.meeting.id;
    let open = withdraw(tx, app, actor, id).await?.ok_or(Refusal::LinkUsed)?;
    let deed = actor.deed("meeting.approval_withdrawn", ("meeting", id.uuid()));
    store::audit::record(tx, &deed, app.now()).await?;
    let draft = let_go(tx, app, &open).await?;
    // The draft is of whoever asked; nobody else opens it.
    Ok(draft.filter(|_| open.asked_by == actor.id()).map_or(Back::Meeting, Back::Draft))
}

/// Lets the time go that was held. A meeting that never stood is called off without a mail, and its plan is a draft of
/// whoever asked; one that stands stays.
pub(super) async fn let_go(tx: &mut Tx, app: &App, approval: &Approval) -> Result<Option<DraftId>> {
    let Some(full) = store::meetings::by_id(tx, approval.meeting_id).await? else { return Ok(None) };
    change::lock_everybody(tx, None, &full).await?;
    if full.meeting.status != Status::Pending {
        store::claims::release_held(tx, approval.meeting_id).await?;
        return Ok(None);
    }
    let now = app.now();
    store::claims::replace(tx, approval.meeting_id, &[]).await?;
    let mut after = full.clone();
    after.meeting.status = Status::Cancelled;
    after.meeting.updated_at = now;
    // Nobody was invited, so nobody but the organizer was ever in it.
    for attendee in after.attendees.iter_mut().filter(|a| a.role != AttendeeRole::Chair && a.removed_at.is_none()) {
        attendee.removed_at = Some(now);
    }
    change::write(tx, Some(&full), &mut after).await?;
    let form = serde_json::from_str::<Asked>(&approval.proposal)?.form;
    if form.is_empty() {
        return Ok(None);
    }
    let draft = Draft {
        id: app.new_id(),
        owner_id: approval.asked_by,
        title: full.meeting.title,
        form: form.into(),
        created_at: now,
        updated_at: now,
    };
    store::drafts::save(tx, &draft).await?;
    Ok(Some(draft.id))
}

/// Ends questions that nobody answered in time, and tells whoever asked. Safe to run anywhere and twice at once.
///
/// # Errors
/// When the database fails, or a question cannot be read; the others are ended all the same.
pub async fn expire(app: &App) -> Result<usize> {
    let mut tx = app.db.begin_read().await?;
    let overdue = store::approvals::overdue(&mut tx, app.now()).await?;
    drop(tx);
    let (mut ended, mut failed) = (0, None);
    for found in overdue {
        match expire_one(app, &found).await {
            Ok(did) => ended += usize::from(did),
            Err(error) => failed = Some(error),
        }
    }
    if ended > 0 {
        app.wake_worker();
    }
    failed.map_or(Ok(ended), Err)
}

async fn expire_one(app: &App, found: &Approval) -> Result<bool> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::meetings::lock(&mut tx, found.meeting_id).await?;
    let decision = Decision { state: "expired", by: None, note: "", at: now };
    if !store::approvals::end(&mut tx, found.id, &decision).await? {
        return Ok(false);
    }
    let full = store::meetings::by_id(&mut tx, found.meeting_id).await?.ok_or(AppError::NotFound)?;
    let_go(&mut tx, app, found).await?;
    letters::answer(&mut tx, app, found, (&full, ApprovalTurn::Expired, None)).await?;
    let deed = Deed {
        action: "meeting.approval_expired",
        object_kind: "meeting",
        object_id: Some(found.meeting_id.uuid()),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, now).await?;
    tx.commit().await?;
    Ok(true)
}
