//! What a change of the meeting means for open suggestions.

use chrono::{DateTime, Utc};

use crate::{
    app::{actor::Actor, error::Result},
    domain::{ids::MeetingId, meeting::Status, proposal::ProposalState, time::Interval},
    store::{
        self, Tx,
        changes::{Before, Change},
        meetings::FullMeeting,
        proposals::{Ending, end_all, end_of_removed},
    },
};

/// Ends the open suggestions that a change answers: those for the time that the meeting now has are accepted, whichever
/// way it was moved there; the others are overtaken once it has another time, is called off, or goes on without their
/// author. The caller has written the meeting.
pub(in crate::app) async fn close(tx: &mut Tx, actor: &Actor, change: &Change, after: &FullMeeting) -> Result<()> {
    let Some(Before::Was(before)) = change.before.as_deref() else { return Ok(()) };
    let (was, is, id) = (&before.meeting, &after.meeting, after.meeting.id);
    // The moment of the change itself, by which undoing it finds them again.
    let ending = |state| Ending { state, by: Some(actor.id()), at: change.at };
    let moved = (was.starts_at, was.ends_at) != (is.starts_at, is.ends_at);
    if !moved && is.status != Status::Cancelled {
        return Ok(end_of_removed(tx, id, ending(ProposalState::Overtaken)).await?);
    }
    let now_at = Interval::new(is.starts_at, is.ends_at).filter(|_| is.status == Status::Confirmed);
    if let Some(span) = now_at
        && end_all(tx, id, Some(span), ending(ProposalState::Accepted)).await? > 0
    {
        let deed = actor.deed("meeting.proposal_accepted", ("meeting", id.uuid()));
        store::audit::record(tx, &deed, change.at).await?;
    }
    end_all(tx, id, None, ending(ProposalState::Overtaken)).await?;
    Ok(())
}

/// Opens the suggestions again that a change ended which is taken back.
pub(in crate::app) async fn reopen(tx: &mut Tx, meeting: MeetingId, changed_at: DateTime<Utc>) -> Result<()> {
    Ok(store::proposals::reopen(tx, meeting, changed_at).await?)
}
