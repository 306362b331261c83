//! Limits on meeting load: read by everybody whom they concern, written by managers and administrators, and by everybody
//! who plans for themselves.

mod choices;
mod customers;
mod edit;
mod inputs;
#[expect(unreachable_pub, reason = "terms! makes public enums")]
mod kind;
mod list;
mod parse;
mod planning;
mod purposes;
mod ready;
mod reminders;
mod rule_page;
mod trial;

use super::{access::Access, routes::Routes};

pub(super) use choices::names;
pub(super) use kind::scope_value;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/limits", Access::SignedIn, list::show)
        .command("/limits/ready", Access::Admin, ready::adopt)
        .page("/limits/new", Access::Planner, edit::new)
        .command("/limits/new", Access::Planner, edit::create)
        .page("/limits/planning", Access::Admin, planning::show)
        .command("/limits/planning", Access::Admin, planning::save)
        .page("/limits/purposes", Access::Admin, purposes::show)
        .command("/limits/purposes", Access::Admin, purposes::save)
        .page("/limits/reminders", Access::Admin, reminders::show)
        .command("/limits/reminders", Access::Admin, reminders::save)
        .page("/limits/customers", Access::Planner, customers::list)
        .command("/limits/customers/{account}", Access::Planner, customers::classify)
        .question("/limits/trial", Access::Planner, trial::typed)
        .page("/limits/{id}", Access::SignedIn, rule_page::show)
        .command("/limits/{id}", Access::SignedIn, edit::change)
        .command("/limits/{id}/end", Access::SignedIn, edit::end)
        .page("/limits/{id}/trial", Access::SignedIn, trial::stored)
}
