//! One person at a customer: their page, their form, and whether they may be written to.

mod cards;
mod edit;
mod erasure;
mod show;

use super::{access::Access, failure::Failure, routes::Routes};
use crate::{
    domain::ids::ContactId,
    store::{
        self, Tx,
        customers::{Customer, Person},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/customers/{id}/contacts/new", Access::Planner, edit::new)
        .command("/customers/{id}/contacts", Access::Planner, edit::create)
        .page("/contacts/{id}", Access::SignedIn, show::show)
        .page("/contacts/{id}/card.vcf", Access::SignedIn, cards::one)
        .page("/customers/{id}/contacts.vcf", Access::SignedIn, cards::all)
        .page("/contacts/{id}/edit", Access::Planner, edit::edit)
        .command("/contacts/{id}/edit", Access::Planner, edit::save)
        .page("/contacts/{id}/erasure", Access::Planner, erasure::confirm)
        .command("/contacts/{id}/erasure", Access::Planner, erasure::erase)
        .command("/contacts/{id}/permission", Access::Planner, show::permit)
}

/// A contact with their customer.
async fn known(tx: &mut Tx, id: ContactId) -> Result<(Person, Customer), Failure> {
    let person = store::customers::person(tx, id).await?.ok_or(Failure::NotFound)?;
    let customer = store::customers::by_id(tx, person.account_id).await?.ok_or(Failure::NotFound)?;
    Ok((person, customer))
}
