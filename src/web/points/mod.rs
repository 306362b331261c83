//! The points of an agenda, each with what stands behind it: on the page of the meeting to be read, on a page of its own to
//! be prepared.

use super::{access::Access, failure::Failure, routes::Routes};
use crate::{
    app::actor::Actor,
    domain::ids::{AgendaItemId, MeetingId},
    store::{
        self, Tx,
        meetings::{AgendaItem, FullMeeting},
    },
};

mod carry;
mod content;
mod editor;
pub(super) mod ideas;
pub(super) mod inside;
mod rows;
mod scorecard;
mod thanks;
mod written;

pub(super) use thanks::why;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/meetings/{id}/points/{point}", Access::Planner, editor::show)
        .command("/meetings/{id}/points/{point}/content", Access::Planner, content::save)
        .command("/meetings/{id}/points/{point}/scorecard", Access::Planner, scorecard::save)
        .question("/meetings/{id}/points/{point}/scorecard/file", Access::Planner, scorecard::read_file)
        .command("/meetings/{id}/points/{point}/thanks", Access::Planner, thanks::add)
        .command("/meetings/{id}/points/{point}/thanks/{thanks}/removal", Access::Planner, thanks::remove)
        .page("/meetings/{id}/points/{point}/written", Access::Planner, written::show)
        .command("/meetings/{id}/points/{point}/written", Access::Planner, written::send)
        .command("/meetings/{id}/points/{point}/next", Access::Planner, carry::to_next)
        .page("/meetings/{id}/ideas", Access::SignedIn, ideas::list)
        .command("/meetings/{id}/ideas", Access::SignedIn, ideas::create)
        .command("/meetings/{id}/ideas/{idea}/acceptance", Access::Planner, ideas::accept)
        .command("/meetings/{id}/ideas/{idea}/refusal", Access::Planner, ideas::decline)
        .command("/meetings/{id}/ideas/{idea}/later", Access::Planner, ideas::put_off)
}

/// The meeting and its point, if this person may prepare it; otherwise there is none, or it is not theirs.
async fn prepared_by(
    tx: &mut Tx,
    actor: &Actor,
    (meeting, item): (MeetingId, AgendaItemId),
) -> Result<(FullMeeting, AgendaItem), Failure> {
    let full = store::meetings::by_id(tx, meeting).await?.filter(|full| actor.sees(full)).ok_or(Failure::NotFound)?;
    let item = full.agenda.iter().find(|i| i.id == item).cloned().ok_or(Failure::NotFound)?;
    actor.may_prepare(&full, &item)?;
    Ok((full, item))
}

/// The page of a point.
fn address((meeting, item): (MeetingId, AgendaItemId)) -> String {
    format!("/meetings/{meeting}/points/{item}")
}
