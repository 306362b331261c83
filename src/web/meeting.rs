//! One meeting once it is planned: its page and what can be done to it.

use super::{access::Access, failure::Failure, routes::Routes};
use crate::{
    app::actor::Actor,
    domain::ids::MeetingId,
    store::{self, Tx, deliveries::Delivery, meetings::FullMeeting},
};

mod about;
pub(super) mod agenda;
pub(super) mod answers;
mod cancellation;
mod deliveries;
mod effect;
mod history;
pub(super) mod invite_file;
mod move_limits;
mod move_times;
pub(super) mod moves;
pub(super) mod new_time;
mod notices;
pub(super) mod people;
mod proposals;
mod replies;
mod sale;
mod show;
mod stale;
mod undoing;
mod waiting;
pub(super) mod when;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/meetings/{id}", Access::SignedIn, show::show)
        .page("/meetings/{id}/invite.ics", Access::SignedIn, invite_file::download)
        .command("/meetings/{id}/answers", Access::SignedIn, answers::create)
        .page("/meetings/{id}/moves/new", Access::Planner, moves::new)
        .command("/meetings/{id}/moves", Access::Planner, moves::create)
        .page("/meetings/{id}/cancellation/new", Access::Planner, cancellation::new)
        .command("/meetings/{id}/cancellation", Access::Planner, cancellation::create)
        .command("/meetings/{id}/proposals/{proposal}/acceptance", Access::Planner, proposals::accept)
        .command("/meetings/{id}/proposals/{proposal}/refusal", Access::Planner, proposals::decline)
        .command("/meetings/{id}/opportunity", Access::Planner, about::save)
        .command("/meetings/{id}/withdrawal", Access::Planner, waiting::withdraw)
        .command("/meetings/{id}/attendees/{attendee}/address", Access::Planner, deliveries::correct_address)
        .command("/meetings/{id}/mails/{mail}/again", Access::Planner, deliveries::send_again)
        .command("/meetings/{id}/replies/{reply}", Access::Planner, replies::decide)
        .command("/changes/{id}/undoing", Access::Planner, undoing::create)
}

pub(super) use show::organizer;

/// How far the mails to everybody in a meeting are; those about its series, if it is a date of one.
async fn mails(tx: &mut Tx, full: &FullMeeting) -> Result<Vec<Delivery>, Failure> {
    let Some(series) = full.meeting.series_id else {
        return Ok(store::deliveries::of_meeting(tx, full.meeting.id).await?);
    };
    let mut mails = store::deliveries::of_series(tx, series).await?;
    for mail in &mut mails {
        let key = mail.recipient.to_lowercase();
        if let Some(row) = full.attendees.iter().find(|a| a.email_key == key) {
            mail.attendee_id = row.id;
        }
    }
    Ok(mails)
}

/// The meeting, if this person sees it; otherwise there is none.
async fn seen(tx: &mut Tx, actor: &Actor, id: MeetingId) -> Result<FullMeeting, Failure> {
    store::meetings::by_id(tx, id).await?.filter(|full| actor.sees(full)).ok_or(Failure::NotFound)
}

/// The meeting, if this person may change it.
async fn changeable(tx: &mut Tx, actor: &Actor, id: MeetingId) -> Result<FullMeeting, Failure> {
    let full = seen(tx, actor, id).await?;
    actor.may_change(&full)?;
    Ok(full)
}
