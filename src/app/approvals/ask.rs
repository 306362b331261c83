//! Ask for leave and hold the time meanwhile.

use chrono::{DateTime, TimeDelta, Utc};

use super::{approver, letters};
use crate::{
    app::{
        actor::Actor,
        change::{self, Proposal},
        context::App,
        error::{Refusal, Result},
        judge::Judged,
        leave::Leave,
    },
    domain::{
        ids::{ApprovalId, PersonId},
        limits::verdict::Reading,
        meeting::Status,
    },
    store::{self, Tx, approvals::Approval, changes::Before, meetings::FullMeeting},
};

/// What shall happen once it is allowed; kept as JSON.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::app) struct Asked {
    /// The meeting as it shall be.
    pub(in crate::app) after: FullMeeting,
    /// The reason of the change itself, mailed with it.
    pub(in crate::app) note: String,
    /// The form that planned it, so that it can become a draft again; empty for a meeting that stands.
    #[serde(default)]
    pub(in crate::app) form: Vec<(String, String)>,
    /// With whom its exceptions are counted, where that is not whoever asks. Older questions do not have it.
    #[serde(default)]
    pub(in crate::app) excepted: Option<PersonId>,
}

/// Time is held until an hour before it comes.
const BEFORE_START: TimeDelta = TimeDelta::hours(1);

/// Asks for leave. The caller holds the locks of everybody concerned.
pub(in crate::app) async fn ask(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (proposal, judged, to_ask): (Proposal, Judged, Vec<Reading>),
) -> Result<ApprovalId> {
    let now = app.now();
    // What was allowed is no longer enough; it would have to be asked again.
    let Leave::Said(consent) = &proposal.leave else { return Err(Refusal::AskedOtherwise.into()) };
    let Proposal { kind, before, after, note, .. } = &proposal;
    let organizer = after.meeting.organizer_id;
    let approver = approver::choose(tx, (organizer, actor.id()), now).await?;
    let earlier = super::withdraw(tx, app, actor, after.meeting.id).await?;
    let form = form(before, earlier.as_ref())?;
    let version = hold(tx, before, after, &judged).await?;
    let excepted = Some(actor.excepted_for(organizer)).filter(|person| *person != actor.id());
    let wish = Asked { after: after.clone(), note: note.clone(), form, excepted };
    let approval = Approval {
        id: app.new_id(),
        meeting_id: after.meeting.id,
        kind: (*kind).to_owned(),
        version,
        proposal: serde_json::to_string(&wish)?,
        findings: serde_json::to_string(&to_ask)?,
        reason: consent.reason.clone().unwrap_or_default(),
        asked_by: actor.id(),
        approver_id: approver.id,
        asked_at: now,
        expires_at: expiry(now, first_start(before, after), judged.policy.settings.approval_hours),
        state: "open".to_owned(),
        decided_by: None,
        decided_at: None,
        note: String::new(),
        link_version: 1,
    };
    store::approvals::insert(tx, &approval).await?;
    letters::ask(tx, app, &approval, stands(before)).await?;
    let meeting = ("meeting", after.meeting.id.uuid());
    let asked = serde_json::json!({ "approver": approver.name, "limits_passed": to_ask });
    let deed = store::audit::Deed {
        after: Some(actor.on_behalf(asked, after)),
        reason: approval.reason.clone(),
        ..actor.deed("meeting.approval_asked", meeting)
    };
    store::audit::record(tx, &deed, now).await?;
    Ok(approval.id)
}

/// The form of a plan that was never sent: this one's, or the earlier question's.
fn form(before: &Before, earlier: Option<&Approval>) -> Result<Vec<(String, String)>> {
    Ok(match (before, earlier) {
        (Before::Planned(form), _) => form.clone(),
        (Before::Was(_), Some(earlier)) => serde_json::from_str::<Asked>(&earlier.proposal)?.form,
        _ => Vec::new(),
    })
}

/// The meeting as people know it; `None` for a plan that was never sent.
fn stands(before: &Before) -> Option<&FullMeeting> {
    match before {
        Before::Was(old) => Some(old.as_ref()).filter(|old| old.meeting.status == Status::Confirmed),
        _ => None,
    }
}

/// The start of the meeting as it is or as it shall be, whichever comes first: once it has begun, nothing is left to ask.
fn first_start(before: &Before, after: &FullMeeting) -> DateTime<Utc> {
    let new = after.meeting.starts_at;
    stands(before).map_or(new, |old| old.meeting.starts_at.min(new))
}

/// Three days by default, and no longer than until an hour before the start; but never already over.
fn expiry(now: DateTime<Utc>, start: DateTime<Utc>, hours: u32) -> DateTime<Utc> {
    let patience = now + TimeDelta::hours(i64::from(hours.clamp(1, 24 * 30)));
    patience.min(start - BEFORE_START).max(now + TimeDelta::minutes(15)).min(start.max(now))
}

/// Writes the meeting if it is not there yet, and holds its time. A meeting that stands keeps its own time, too.
async fn hold(tx: &mut Tx, before: &Before, after: &FullMeeting, judged: &Judged) -> Result<i64> {
    let old = match before {
        Before::Was(old) => Some(old.as_ref()),
        _ => None,
    };
    let stands = stands(before);
    let mut pending = after.clone();
    pending.meeting.status = Status::Pending;
    if stands.is_none() {
        change::write(tx, old, &mut pending).await?;
    }
    change::write_claims(tx, &pending, (judged, true)).await?;
    Ok(stands.map_or(pending.meeting.version, |old| old.meeting.version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_waits_three_days_or_until_an_hour_before_the_start() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let now = at("2026-11-23T08:00:00Z");
        for (start, hours, expected) in [
            ("2026-12-10T09:00:00Z", 72, "2026-11-26T08:00:00Z"),
            ("2026-12-10T09:00:00Z", 24, "2026-11-24T08:00:00Z"),
            ("2026-11-24T09:00:00Z", 72, "2026-11-24T08:00:00Z"),
            // Nobody could answer a question that is over when it is asked.
            ("2026-11-23T09:10:00Z", 72, "2026-11-23T08:15:00Z"),
            ("2026-11-23T08:10:00Z", 72, "2026-11-23T08:10:00Z"),
            ("2027-11-23T08:00:00Z", 0, "2026-11-23T09:00:00Z"),
            ("2027-11-23T08:00:00Z", 10_000, "2026-12-23T08:00:00Z"),
        ] {
            assert_eq!(expiry(now, at(start), hours), at(expected), "{start} {hours}");
        }
    }
}
