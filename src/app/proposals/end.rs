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
    close_one(tx, actor, (before, after), change.at).await
}

/// As [`close`], for dates of a series: each as it was, if it was, and as it is.
pub(in crate::app) async fn close_dates(
    tx: &mut Tx,
    actor: &Actor,
    (dates, at): (&[(Option<FullMeeting>, FullMeeting)], DateTime<Utc>),
) -> Result<()> {
    let ids: Vec<MeetingId> = dates.iter().map(|(_, after)| after.meeting.id).collect();
    let open = store::proposals::open_about(tx, &ids).await?;
    // As many rounds as dates with open suggestions; usually none.
    for (was, is) in dates.iter().filter(|(_, after)| open.contains(&after.meeting.id)) {
        if let Some(was) = was {
            close_one(tx, actor, (was, is), at).await?;
        }
    }
    Ok(())
}

async fn close_one(
    tx: &mut Tx,
    actor: &Actor,
    (before, after): (&FullMeeting, &FullMeeting),
    at: DateTime<Utc>,
) -> Result<()> {
    let (was, is, id) = (&before.meeting, &after.meeting, after.meeting.id);
    // The moment of the change itself, by which undoing it finds them again.
    let ending = |state| Ending { state, by: Some(actor.id()), at };
    let moved = (was.starts_at, was.ends_at) != (is.starts_at, is.ends_at);
    if !moved && is.status != Status::Cancelled {
        return Ok(end_of_removed(tx, id, ending(ProposalState::Overtaken)).await?);
    }
    let now_at = Interval::new(is.starts_at, is.ends_at).filter(|_| is.status == Status::Confirmed);
    if let Some(span) = now_at
        && end_all(tx, id, Some(span), ending(ProposalState::Accepted)).await? > 0
    {
        let deed = actor.deed("meeting.proposal_accepted", ("meeting", id.uuid()));
        store::audit::record(tx, &deed, at).await?;
    }
    end_all(tx, id, None, ending(ProposalState::Overtaken)).await?;
    Ok(())
}

/// Opens the suggestions again that a change ended which is taken back.
pub(in crate::app) async fn reopen(tx: &mut Tx, meeting: MeetingId, changed_at: DateTime<Utc>) -> Result<()> {
    Ok(store::proposals::reopen(tx, &[meeting], changed_at).await?)
}
