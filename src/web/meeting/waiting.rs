//! What waits for approval, and which limits were passed, on the page of a meeting.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::when::{When, moment};
use crate::{
    app::{
        approvals,
        error::{AppError, Refusal},
    },
    domain::{
        ids::{ApprovalId, MeetingId, PersonId},
        limits::verdict::Reading,
        meeting::Status,
    },
    i18n::limits,
    store::{self, Tx, meetings::FullMeeting, overrides::Override},
    web::{caller::Caller, failure::Failure, path::One, state::Writes},
};

/// The open question about a meeting, for those who may know of it.
pub(super) struct Waiting {
    pub(super) id: ApprovalId,
    pub(super) approver: String,
    pub(super) until: String,
    pub(super) asked_by: String,
    pub(super) reason: String,
    pub(super) passed: Vec<String>,
    /// The time it would get, where that is another.
    pub(super) proposed: Option<When>,
    pub(super) changes: bool,
    pub(super) decides: bool,
}

impl Waiting {
    pub(super) async fn of(tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<Option<Self>, Failure> {
        let (actor, now) = (caller.actor()?, caller.now());
        let (t, f) = (caller.texts(), caller.format());
        let Some(question) = approvals::about(tx, actor, full.meeting.id, now).await? else { return Ok(None) };
        let a = &question.approval;
        let people = store::people::by_ids(tx, &[a.asked_by, a.approver_id]).await?;
        let name = |id| people.iter().find(|p| p.id == id).map_or_else(String::new, |p| p.name.clone());
        let (m, old) = (&question.after.meeting, &full.meeting);
        let moved = old.status == Status::Confirmed && (m.starts_at, m.ends_at) != (old.starts_at, old.ends_at);
        Ok(Some(Self {
            id: a.id,
            approver: name(a.approver_id),
            until: moment(&f, now, a.expires_at),
            asked_by: t.approval_asked_by(name(a.asked_by), moment(&f, now, a.asked_at)),
            reason: a.reason.clone(),
            passed: question.asked.iter().map(|r| limits::reading(t, &f, r)).collect(),
            proposed: moved.then(|| When::of(&f, (m.starts_at, m.ends_at), &m.zone)),
            changes: actor.may_change(full).is_ok(),
            decides: approvals::may_decide(tx, actor, &question, now).await?,
        }))
    }
}

/// A limit that the meeting passes with somebody's word.
pub(super) struct Passed {
    pub(super) what: String,
    pub(super) who: String,
    pub(super) reason: String,
}

/// The limits that were passed, for the organizer and those who lead them.
pub(super) async fn passed(tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<Vec<Passed>, Failure> {
    let (actor, now) = (caller.actor()?, caller.now());
    let organizer = full.meeting.organizer_id;
    if actor.id() != organizer && !actor.leads(organizer) {
        return Ok(Vec::new());
    }
    let rows = store::overrides::of_meeting(tx, full.meeting.id).await?;
    let ids: Vec<PersonId> = rows.iter().flat_map(|o| [Some(o.person_id), o.approver_id]).flatten().collect();
    let people = if ids.is_empty() { Vec::new() } else { store::people::by_ids(tx, &ids).await? };
    let name = |id| people.iter().find(|p| p.id == id).map_or_else(String::new, |p| p.name.clone());
    let (t, f) = (caller.texts(), caller.format());
    let words = |o: Override| -> Result<Passed, Failure> {
        let when = moment(&f, now, o.at);
        let reading: Reading = serde_json::from_str(&o.reading).map_err(AppError::from)?;
        Ok(Passed {
            what: limits::reading(t, &f, &reading),
            who: match o.approver_id {
                Some(approver) => t.approval_override_allowed(name(o.person_id), name(approver), when),
                None => t.approval_override_own(name(o.person_id), when),
            },
            reason: o.reason,
        })
    };
    rows.into_iter().map(words).collect()
}

/// Calls the question back.
pub(super) async fn withdraw(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
) -> Result<Response, Failure> {
    let location = match approvals::call_back(&writes.app, caller.actor()?, id).await {
        Ok(back) => back.location(id),
        // Decided or called back meanwhile: the page of the meeting says which.
        Err(AppError::Refused(Refusal::LinkUsed)) => format!("/meetings/{id}"),
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&location).into_response())
}
