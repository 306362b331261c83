//! The mails about a question whether a series may go on without an end.

use crate::{
    app::{approvals::reader, context::App, error::Result},
    domain::{
        ids::PersonId,
        letter::{ApprovalTurn, Body, EndlessBody, Letter},
        person::PersonState,
        series::review::Record,
    },
    store::{self, Tx, meetings::FullMeeting, outbox::NewMail, series_approvals::SeriesApproval},
};

/// Asks the approver by mail. It leaves once the undo time is over, so that a question that is withdrawn at once bothers
/// nobody.
pub(super) async fn ask(
    tx: &mut Tx,
    app: &App,
    approval: &SeriesApproval,
    (end, record): (&FullMeeting, Record),
) -> Result<()> {
    queue(tx, app, approval, (end, record), (ApprovalTurn::Asked, None)).await
}

/// Takes the question back if it has not left, and tells whoever asked what came of it.
pub(super) async fn answer(
    tx: &mut Tx,
    app: &App,
    approval: &SeriesApproval,
    (end, turn, by): (&FullMeeting, ApprovalTurn, Option<PersonId>),
) -> Result<()> {
    take_back(tx, app, approval).await?;
    queue(tx, app, approval, (end, Record::default()), (turn, by)).await
}

/// Takes the question back if it has not left.
pub(super) async fn take_back(tx: &mut Tx, app: &App, approval: &SeriesApproval) -> Result<()> {
    Ok(store::outbox::take_back_lane(tx, &lane(approval, ApprovalTurn::Asked), app.now()).await?)
}

async fn queue(
    tx: &mut Tx,
    app: &App,
    approval: &SeriesApproval,
    (end, record): (&FullMeeting, Record),
    (turn, by): (ApprovalTurn, Option<PersonId>),
) -> Result<()> {
    let by = by.unwrap_or(approval.approver_id);
    let people = store::people::by_ids(tx, &[approval.asked_by, by, approval.approver_id]).await?;
    let find = |id| people.iter().find(|p| p.id == id);
    let to = if turn == ApprovalTurn::Asked { approval.approver_id } else { approval.asked_by };
    let (Some(asker), Some(approver)) = (find(approval.asked_by), find(by)) else { return Ok(()) };
    let Some(to) = find(to).filter(|p| p.state == PersonState::Active) else { return Ok(()) };
    let Some(organization) = store::organization::load(tx).await? else { return Ok(()) };
    let body = EndlessBody {
        turn,
        approval: approval.id,
        link_version: u32::try_from(approval.link_version).unwrap_or(1),
        series: approval.series_id,
        asker: asker.name.clone(),
        approver: approver.name.clone(),
        title: end.meeting.title.clone(),
        last: (end.meeting.starts_at, end.meeting.ends_at),
        record,
        reason: approval.reason.clone(),
        note: approval.note.clone(),
        expires_at: approval.expires_at,
    };
    let body = Body::Endless(Box::new(body));
    let letter = Letter { to: reader(to), at: app.now(), company: organization.name, body };
    let word = kind(turn);
    let mail = NewMail {
        lane: lane(approval, turn),
        kind: word,
        series_id: None,
        meeting_id: None,
        attendee_id: None,
        person_id: Some(to.id),
        recipient: to.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{}.{word}@{}", approval.id.uuid().simple(), app.settings().host()),
        not_before: if turn == ApprovalTurn::Asked { app.after_undo(app.now()) } else { app.now() },
    };
    Ok(store::outbox::insert(tx, &[mail], app.now()).await?)
}

/// The word in the outbox.
const fn kind(turn: ApprovalTurn) -> &'static str {
    match turn {
        ApprovalTurn::Asked => "endless_asked",
        ApprovalTurn::Approved => "endless_approved",
        ApprovalTurn::Declined => "endless_declined",
        ApprovalTurn::Expired => "endless_expired",
        ApprovalTurn::Withdrawn => "endless_withdrawn",
    }
}

fn lane(approval: &SeriesApproval, turn: ApprovalTurn) -> String {
    let part = if turn == ApprovalTurn::Asked { "asked" } else { "answered" };
    format!("endless|{}|{part}", approval.id)
}
