//! The organizer decides on a suggestion.

use super::letters;
use crate::{
    app::{
        actor::Actor,
        change::{self, Made, Proposal},
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
        move_meeting,
    },
    domain::{
        ids::{MeetingId, ProposalId},
        limits::consent::Consent,
        meeting::Status,
        planning::Start,
        proposal::ProposalState,
        text::SafeText,
        time::Zone,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::Before,
        meetings::FullMeeting,
        proposals::{Ending, TimeProposal},
    },
};

/// Moves the meeting to a suggested time, as its move page would; everybody is asked again. The other suggestions are
/// overtaken.
///
/// # Errors
/// [`AppError::NotFound`] and [`AppError::Denied`] as for every change; [`Refusal::LinkUsed`] when it is decided
/// already; [`Refusal::InThePast`]; [`AppError::Stopped`] when limits ask for something, which the move page can give.
pub async fn accept(app: &App, actor: &Actor, (meeting, id): (MeetingId, ProposalId)) -> Result<Made> {
    let mut tx = app.db.begin().await?;
    let (before, proposal) = open(&mut tx, app, actor, (meeting, id)).await?;
    if proposal.starts_at <= app.now() {
        return Err(Refusal::InThePast.into());
    }
    let minutes = proposal.span().and_then(|span| u32::try_from(span.minutes()).ok()).ok_or(Refusal::LinkUsed)?;
    let after = move_meeting::moved(&before, &start(&before, &proposal), minutes);
    let change = Proposal {
        kind: "moved",
        before: Before::Was(Box::new(before)),
        after,
        note: String::new(),
        leave: Leave::Said(Consent::default()),
    };
    let made = change::change_meeting(&mut tx, app, actor, change).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(made)
}

/// The suggested start on the meeting's own wall clock.
fn start(full: &FullMeeting, proposal: &TimeProposal) -> Start {
    let zone = Zone::named(&full.meeting.zone).unwrap_or_else(|_| Zone::utc());
    Start { local: zone.local(proposal.starts_at), zone: zone.name().to_owned(), at: proposal.starts_at }
}

/// Declines a suggestion: its author is told, and gets the meeting as it stands once more, because their own program may
/// show the suggested time by now (RFC 5546 §3.2.7, §3.2.8).
///
/// # Errors
/// As [`accept`], without limits.
pub async fn decline(app: &App, actor: &Actor, (meeting, id): (MeetingId, ProposalId), note: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let (full, proposal) = open(&mut tx, app, actor, (meeting, id)).await?;
    let note = String::from(SafeText::block(note, super::MAX_NOTE));
    let ending = Ending { state: ProposalState::Declined, by: Some(actor.id()), at: app.now() };
    store::proposals::end(&mut tx, id, ending).await?;
    letters::take_back(&mut tx, app, &proposal).await?;
    letters::decline(&mut tx, app, actor, (&full, &proposal, &note)).await?;
    let name = full.attendees.iter().find(|a| a.id == proposal.attendee_id).map(|a| a.name.clone());
    let said = serde_json::json!({ "name": name, "start": proposal.starts_at, "comment": note });
    let deed = actor.deed("meeting.proposal_declined", ("meeting", meeting.uuid()));
    store::audit::record(&mut tx, &Deed { after: Some(said), ..deed }, app.now()).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Locks and reads. An open suggestion is one for the time that the meeting has now, so no version is asked for.
async fn open(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (meeting, id): (MeetingId, ProposalId),
) -> Result<(FullMeeting, TimeProposal)> {
    store::meetings::lock(tx, meeting).await?;
    let full = store::meetings::by_id(tx, meeting).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    let proposal = store::proposals::by_id(tx, meeting, id).await?.ok_or(AppError::NotFound)?;
    if !proposal.is_open() || full.meeting.status != Status::Confirmed {
        return Err(Refusal::LinkUsed.into());
    }
    if full.meeting.ends_at <= app.now() {
        return Err(Refusal::Over.into());
    }
    Ok((full, proposal))
}
