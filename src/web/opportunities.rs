//! Opportunities: list, board and funnel, and one opportunity with its way.

mod board;
mod edit;
mod funnel;
mod list;
mod show;

use super::{access::Access, customers::Options, form::Form, page::Notice, routes::Routes};
use crate::{
    domain::pipeline::{LostReason, OpportunityStage},
    i18n::{Texts, pipeline},
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

fn notice(t: &Texts, query: &Form) -> Option<Notice> {
    let words = match query.get("done") {
        "created" => t.pipeline_created(),
        "saved" => t.pipeline_saved(),
        "moved" => t.pipeline_done_moved(),
        _ => return None,
    };
    Some(Notice::new(words))
}
