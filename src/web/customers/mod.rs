//! Customers: the list, one customer with everything about it, and its forms.

mod edit;
pub(super) mod fields;
pub(super) mod list;
pub(super) mod pace;
pub(super) mod show;
mod targets;
pub(super) mod timeline;

use super::{access::Access, routes::Routes};
use crate::{
    domain::{
        ids::PersonId,
        person::{PersonState, Role},
        rhythm::TARGETS,
    },
    i18n::Texts,
    store::{self, Tx},
};

/// Most sellers to choose from.
const SELLERS: i64 = 1_000;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/customers", Access::SignedIn, list::list)
        .command("/customers", Access::Planner, edit::create)
        .page("/customers/new", Access::Planner, edit::new)
        .page("/customers/rhythm", Access::Admin, targets::show)
        .command("/customers/rhythm", Access::Admin, targets::save)
        .page("/customers/{id}", Access::SignedIn, show::show)
        .page("/customers/{id}/edit", Access::Planner, edit::edit)
        .command("/customers/{id}/edit", Access::Planner, edit::save)
}

/// Value and label of what can be chosen.
pub(super) type Options = Vec<(String, String)>;

/// Who may be responsible: everybody who plans meetings, and whoever is now.
pub(super) async fn sellers(tx: &mut Tx, t: &Texts, now: Option<PersonId>) -> store::Result<Options> {
    let all = store::people::list(tx, SELLERS).await?;
    let sells = |p: &store::people::Person| {
        Some(p.id) == now || (p.state != PersonState::Deactivated && p.role != Role::Viewer)
    };
    let nobody = (String::new(), t.customers_nobody());
    Ok([nobody].into_iter().chain(all.into_iter().filter(sells).map(|p| (p.id.to_string(), p.name))).collect())
}

/// The targets to choose from, behind the words for none of one's own.
pub(super) fn rhythms(t: &Texts, none: String) -> Options {
    let every = |days: &u32| (days.to_string(), t.customers_every(*days));
    [(String::new(), none)].into_iter().chain(TARGETS.iter().map(every)).collect()
}
