//! Opportunities: list, board and funnel, and one opportunity with its way.

mod board;
mod edit;
mod funnel;
mod list;
mod show;
pub(super) mod undoing;

use super::{
    access::Access, caller::Caller, customers::Options, failure::Failure, form::Form, page::Notice, routes::Routes,
};
use crate::{
    domain::{
        ids::OpportunityId,
        pipeline::{LostReason, OpportunityStage},
    },
    i18n::{Texts, pipeline},
    store::Tx,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/opportunities", Access::SignedIn, list::show)
        .page("/opportunities/new", Access::Planner, edit::new)
        .command("/opportunities", Access::Planner, edit::create)
        .page("/opportunities/{id}", Access::SignedIn, show::show)
        .page("/opportunities/{id}/edit", Access::Planner, edit::edit)
        .command("/opportunities/{id}/edit", Access::Planner, edit::save)
        .command("/opportunities/{id}/stage", Access::Planner, show::advance)
        .command("/opportunities/{id}/moves/{version}/undoing", Access::Planner, undoing::create)
}

/// All stages by their names.
pub(super) fn stages(t: &Texts) -> Options {
    OpportunityStage::ALL.iter().map(|stage| (stage.to_string(), pipeline::stage(t, *stage))).collect()
}

/// Why something was lost, behind the words for not chosen.
pub(super) fn reasons(t: &Texts) -> Options {
    let reason = |reason: &LostReason| (reason.to_string(), pipeline::reason(t, *reason));
    [(String::new(), t.pipeline_choose())].into_iter().chain(LostReason::ALL.iter().map(reason)).collect()
}

/// What just happened. After a move the address of the board names the opportunity.
async fn notice(
    tx: &mut Tx,
    caller: &Caller,
    (query, id): (&Form, Option<OpportunityId>),
) -> Result<Option<Notice>, Failure> {
    let t = caller.texts();
    let words = match query.get("done") {
        "created" => t.pipeline_created(),
        "saved" => t.pipeline_saved(),
        "undone" => t.pipeline_done_undone(),
        "too-late" => t.pipeline_done_too_late(),
        "moved" => match id.or_else(|| query.get("moved").parse().ok()) {
            Some(id) => return undoing::moved(tx, caller, id).await,
            None => t.pipeline_done_moved(),
        },
        _ => return Ok(None),
    };
    Ok(Some(Notice::new(words)))
}
