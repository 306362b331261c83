//! The planner: one form for planning, keeping, copying and changing a meeting.
//!
//! Every button of the form posts the whole form. Those that change nothing outside the page (add a person, move a
//! point, preview) draw it again with what was typed; with script the same happens without leaving the page.

mod act;
mod agenda;
mod choices;
mod customer;
mod desk;
mod edit;
mod hold;
mod impact;
mod kept;
mod mails;
mod outline;
mod parse;
mod pasted;
mod people;
mod series;
mod show;
mod times;
mod typed;
mod view;
mod written;

use super::{access::Access, form::Form, routes::Routes};
use crate::domain::ids::DraftId;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/meetings/new", Access::Planner, show::new)
        .command("/meetings/new", Access::Planner, show::submit)
        .question("/meetings/preview", Access::Planner, show::preview)
        .page("/meetings/{id}/edit", Access::Planner, edit::show)
        .command("/meetings/{id}/edit", Access::Planner, edit::submit)
        .question("/updates/preview", Access::Planner, written::preview)
        .command("/updates", Access::Planner, written::create)
}

/// A form as a draft keeps it, and which draft that is.
pub(super) fn as_draft(form: &Form) -> (Option<DraftId>, Vec<(String, String)>) {
    let typed = typed::Typed::read(form);
    (typed.draft.parse().ok(), typed.fields())
}
