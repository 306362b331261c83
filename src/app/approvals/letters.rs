//! The mails about a question. They belong to no attendee, so changes of the meeting never take them back.

use super::ask::Asked;
use crate::{
    app::{context::App, error::Result},
    domain::{
        ids::PersonId,
        letter::{ApprovalBody, ApprovalTurn, Body, Letter, Reader},
        limits::verdict::Reading,
        meeting::{Party, Status},
        person::PersonState,
    },
    store::{self, Tx, approvals::Approval, meetings::FullMeeting, outbox::NewMail, people::Person},
};

/// Asks the approver by mail. It leaves once the undo time is over, so that a question that is withdrawn at once
/// bothers nobody.
pub(super) async fn ask(tx: &mut Tx, app: &App, approval: &Approval, now_is: Option<&FullMeeting>) -> Result<()> {
    queue(tx, app, approval, (now_is, ApprovalTurn::Asked, None)).await
}

/// Takes the question back if it has not left, and tells whoever asked what came of it.
pub(super) async fn answer(
    tx: &mut Tx,
    app: &App,
    approval: &Approval,
    (now_is, turn, by): (&FullMeeting, ApprovalTurn, Option<PersonId>),
) -> Result<()> {
    take_back(tx, app, approval).await?;
    queue(tx, app, approval, (Some(now_is), turn, by)).await
}

/// Takes the question back if it has not left.
pub(super) async fn take_back(tx: &mut Tx, app: &App, approval: &Approval) -> Result<()> {
    store::outbox::take_back_lane(tx, &lane(approval, ApprovalTurn::Asked), app.now()).await?;
    Ok(())
}

async fn queue(
    tx: &mut Tx,
    app: &App,
    approval: &Approval,
    (now_is, turn, by): (Option<&FullMeeting>, ApprovalTurn, Option<PersonId>),
) -> Result<()> {
    let people = [approval.asked_by, by.unwrap_or(approval.approver_id), approval.approver_id];
    let people = store::people::by_ids(tx, &people).await?;
    let find = |id| people.iter().find(|p| p.id == id);
    let to = if turn == ApprovalTurn::Asked { approval.approver_id } else { approval.asked_by };
    let (Some(asker), Some(approver)) = (find(approval.asked_by), find(by.unwrap_or(approval.approver_id))) else {
        return Ok(());
    };
    let Some(to) = find(to).filter(|p| p.state == PersonState::Active) else { return Ok(()) };
    let Some(organization) = store::organization::load(tx).await? else { return Ok(()) };
    let body = body(approval, (asker, approver), (now_is, turn))?;
    let letter =
        Letter { to: reader(to), at: app.now(), company: organization.name, body: Body::Approval(Box::new(body)) };
    let mail = mail(app, approval, (to, turn), &letter)?;
    Ok(store::outbox::insert(tx, &[mail], app.now()).await?)
}

fn body(
    approval: &Approval,
    (asker, approver): (&Person, &Person),
    (now_is, turn): (Option<&FullMeeting>, ApprovalTurn),
) -> Result<ApprovalBody> {
    let wish: Asked = serde_json::from_str(&approval.proposal)?;
    let passed: Vec<Reading> = serde_json::from_str(&approval.findings)?;
    let m = &wish.after.meeting;
    let organizer = wish.after.attendees.iter().find(|a| a.person_id == Some(m.organizer_id)).map(|a| a.name.clone());
    let stands = now_is.filter(|full| full.meeting.status == Status::Confirmed);
    Ok(ApprovalBody {
        turn,
        approval: approval.id,
        link_version: u32::try_from(approval.link_version).unwrap_or(1),
        meeting: approval.meeting_id,
        asker: asker.name.clone(),
        organizer: organizer.filter(|_| m.organizer_id != approval.asked_by),
        approver: approver.name.clone(),
        title: m.title.clone(),
        span: (m.starts_at, m.ends_at),
        stands: stands.map(|full| (full.meeting.starts_at, full.meeting.ends_at)),
        passed,
        reason: approval.reason.clone(),
        note: approval.note.clone(),
        expires_at: approval.expires_at,
    })
}

fn mail(app: &App, approval: &Approval, (to, turn): (&Person, ApprovalTurn), letter: &Letter) -> Result<NewMail> {
    let now = app.now();
    let word = turn.as_str();
    Ok(NewMail {
        lane: lane(approval, turn),
        kind: word,
        series_id: None,
        meeting_id: None,
        attendee_id: None,
        person_id: Some(to.id),
        recipient: to.email.clone(),
        sequence: None,
        payload: serde_json::to_value(letter)?,
        // Somebody else may be asked later.
        message_id: format!(
            "{}.{word}.{}@{}",
            approval.id.uuid().simple(),
            approval.link_version,
            app.settings().host()
        ),
        not_before: if turn == ApprovalTurn::Asked { app.after_undo(now) } else { now },
    })
}

fn lane(approval: &Approval, turn: ApprovalTurn) -> String {
    let part = if turn == ApprovalTurn::Asked { "asked" } else { "answered" };
    format!("approval|{}|{part}", approval.id)
}

/// How to write to a colleague.
pub(in crate::app) fn reader(person: &Person) -> Reader {
    Reader {
        party: Party { name: person.name.clone(), email: person.email.clone() },
        language: person.language,
        zone: person.zone.clone(),
        clock: person.clock,
    }
}
