//! Questions that somebody who left was asked, or had asked.

use super::{approver, end::let_go, letters};
use crate::{
    app::{
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{meeting::Status, person::PersonState},
    store::{
        self, Tx,
        approvals::{Approval, Decision},
        audit::Deed,
    },
};

/// Asks somebody else what a leaver was asked, and asks no more what a leaver asked or would have led. Safe to run
/// anywhere and twice at once; at most 100 questions a time.
///
/// # Errors
/// When the database fails, or a question cannot be read; the others are dealt with all the same.
pub async fn settle(app: &App) -> Result<usize> {
    let mut tx = app.db.begin_read().await?;
    let found = store::approvals::of_leavers(&mut tx).await?;
    drop(tx);
    let (mut settled, mut failed) = (0, None);
    for approval in found {
        match settle_one(app, &approval).await {
            Ok(did) => settled += usize::from(did),
            Err(error) => failed = Some(error),
        }
    }
    if settled > 0 {
        app.wake_worker();
    }
    failed.map_or(Ok(settled), Err)
}

async fn settle_one(app: &App, found: &Approval) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    store::meetings::lock(&mut tx, found.meeting_id).await?;
    // It may have been answered, or its approver may be back, since it was found.
    let still = store::approvals::of_leavers(&mut tx).await?;
    let Some(approval) = still.into_iter().find(|a| a.id == found.id) else { return Ok(false) };
    let full = store::meetings::by_id(&mut tx, approval.meeting_id).await?.ok_or(AppError::NotFound)?;
    let people = store::people::by_ids(&mut tx, &[approval.asked_by, full.meeting.organizer_id]).await?;
    let done = if people.iter().any(|p| p.state == PersonState::Deactivated) {
        withdraw(&mut tx, app, &approval).await?
    } else {
        let stands = (full.meeting.status == Status::Confirmed).then_some(&full);
        let organizer = full.meeting.organizer_id;
        match approver::choose(&mut tx, (organizer, approval.asked_by), app.now()).await {
            Ok(next) => {
                let approval = Approval { approver_id: next.id, link_version: approval.link_version + 1, ..approval };
                store::approvals::pass_on(&mut tx, &approval).await?;
                letters::take_back(&mut tx, app, &approval).await?;
                letters::ask(&mut tx, app, &approval, stands).await?;
                record(&mut tx, app, ("meeting.approval_passed_on", &approval)).await?;
                true
            }
            // It expires if nobody is there in time.
            Err(AppError::Refused(Refusal::NoApprover)) => false,
            Err(error) => return Err(error),
        }
    };
    tx.commit().await?;
    Ok(done)
}

/// Nobody is there to lead the meeting, or to be told: the time is let go.
async fn withdraw(tx: &mut Tx, app: &App, approval: &Approval) -> Result<bool> {
    let decision = Decision { state: "withdrawn", by: None, note: "", at: app.now() };
    store::approvals::end(tx, approval.id, &decision).await?;
    letters::take_back(tx, app, approval).await?;
    let_go(tx, app, approval).await?;
    record(tx, app, ("meeting.approval_withdrawn", approval)).await?;
    Ok(true)
}

async fn record(tx: &mut Tx, app: &App, (action, approval): (&'static str, &Approval)) -> Result<()> {
    let object_id = Some(approval.meeting_id.uuid());
    let deed = Deed { action, object_kind: "meeting", object_id, ..Deed::default() };
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}
