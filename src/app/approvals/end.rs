//! How a question ends without an answer: too late, or asked no more.

use crate::{
    app::{actor::Actor, change, context::App, error::Result},
    domain::{ids::MeetingId, meeting::Status},
    store::{
        self, Tx,
        approvals::{Approval, Decision},
        audit::Deed,
    },
};

/// Ends the open question about a meeting, because the meeting is changed otherwise.
pub(in crate::app) async fn withdraw(tx: &mut Tx, app: &App, actor: &Actor, meeting: MeetingId) -> Result<()> {
    let Some(open) = store::approvals::open_of(tx, meeting).await? else { return Ok(()) };
    let decision = Decision { state: "withdrawn", by: Some(actor.id()), note: "", at: app.now() };
    store::approvals::end(tx, open.id, &decision).await?;
    Ok(store::claims::release_held(tx, meeting).await?)
}

/// Lets the time go that was held: a meeting that never stood is called off, without a mail; one that stands stays.
pub(super) async fn let_go(tx: &mut Tx, app: &App, approval: &Approval) -> Result<()> {
    let Some(full) = store::meetings::by_id(tx, approval.meeting_id).await? else { return Ok(()) };
    change::lock_everybody(tx, None, &full).await?;
    if full.meeting.status != Status::Pending {
        return Ok(store::claims::release_held(tx, approval.meeting_id).await?);
    }
    store::claims::replace(tx, approval.meeting_id, &[]).await?;
    let mut after = full.clone();
    after.meeting.status = Status::Cancelled;
    after.meeting.updated_at = app.now();
    change::write(tx, Some(&full), &mut after).await
}

/// Ends questions that nobody answered in time. Safe to run anywhere and twice at once.
pub async fn expire(app: &App) -> Result<usize> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let overdue = store::approvals::overdue(&mut tx, now).await?;
    drop(tx);
    let mut ended = 0;
    for found in overdue {
        let mut tx = app.db.begin().await?;
        store::meetings::lock(&mut tx, found.meeting_id).await?;
        let decision = Decision { state: "expired", by: None, note: "", at: now };
        if store::approvals::end(&mut tx, found.id, &decision).await? {
            let_go(&mut tx, app, &found).await?;
            let deed = Deed {
                action: "meeting.approval_expired",
                object_kind: "meeting",
                object_id: Some(found.meeting_id.uuid()),
                ..Deed::default()
            };
            store::audit::record(&mut tx, &deed, now).await?;
            tx.commit().await?;
            ended += 1;
        }
    }
    Ok(ended)
}
