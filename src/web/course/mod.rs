//! How a meeting goes and what it leaves: the shared screen, the minutes, what comes back, and whether it was worth the time.

pub(super) mod after;
mod carry;
mod choices;
mod edition;
mod fields;
mod minutes;
mod notes;
mod read_form;
mod run;
mod sheet;
pub(super) mod worth;

use super::{access::Access, caller::Caller, failure::Failure, routes::Routes};
use crate::{
    app::course::{self, Opened},
    domain::{ids::MeetingId, meeting::Status},
    store::{self, Tx},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/meetings/{id}/run", Access::SignedIn, run::show)
        .command("/meetings/{id}/run", Access::Planner, run::press)
        .command("/meetings/{id}/decisions", Access::Planner, run::decide)
        .command("/meetings/{id}/actions", Access::Planner, run::agree)
        .page("/meetings/{id}/minutes", Access::SignedIn, minutes::show)
        .command("/meetings/{id}/minutes", Access::Planner, minutes::save)
        .command("/meetings/{id}/minutes/reopening", Access::Planner, minutes::reopen)
        .page("/meetings/{id}/minutes/editions/{edition}", Access::SignedIn, edition::show)
        .page("/meetings/{id}/notes", Access::SignedIn, notes::show)
        .command("/meetings/{id}/notes", Access::SignedIn, notes::save)
        .command("/meetings/{id}/returning/{returning}", Access::Planner, carry::choose)
        .command("/meetings/{id}/worth", Access::SignedIn, worth::create)
}

/// How a meeting goes, if this person sees it. Nothing is written about one that is called off or waits for approval.
async fn seen(tx: &mut Tx, caller: &Caller, id: MeetingId) -> Result<Opened, Failure> {
    let actor = caller.actor()?;
    let full = store::meetings::by_id(tx, id).await?.filter(|full| actor.sees(full)).ok_or(Failure::NotFound)?;
    if full.meeting.status != Status::Confirmed {
        return Err(Failure::NotFound);
    }
    Ok(course::read(tx, full, caller.now()).await?)
}
