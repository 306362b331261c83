//! Contacts for address books (vCard).

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use super::known;
use crate::{
    domain::{
        ids::{AccountId, ContactId},
        transfer::vcard::{self, Card},
    },
    store::{self, customers::Person},
    web::{caller::Caller, failure::Failure, path::One, state::Reads},
};

/// Most cards of one file.
const MOST: i64 = 2_000;

/// One contact.
pub(super) async fn one(
    State(reads): State<Reads>,
    _caller: Caller,
    One(id): One<ContactId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let (person, customer) = known(&mut tx, id).await?;
    if person.erased_at.is_some() {
        return Err(Failure::NotFound);
    }
    Ok(file("contact.vcf", &[person], &customer.name))
}

/// Everybody at a customer.
pub(super) async fn all(
    State(reads): State<Reads>,
    _caller: Caller,
    One(id): One<AccountId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let customer = store::customers::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let mut people = store::customers::people(&mut tx, id, MOST).await?;
    people.retain(|person| person.erased_at.is_none());
    Ok(file("contacts.vcf", &people, &customer.name))
}

fn file(name: &str, people: &[Person], company: &str) -> Response {
    let card = |person: &Person| {
        let card = Card {
            name: person.name.clone(),
            email: person.email.clone(),
            phone: person.phone.clone(),
            title: person.title.clone(),
            company: company.to_owned(),
            zone: person.zone.clone(),
            language: String::new(),
            // What colleagues know of somebody stays in the house.
            notes: String::new(),
        };
        (card, person.language)
    };
    let cards: Vec<_> = people.iter().map(card).collect();
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers =
        [(header::CONTENT_TYPE, "text/vcard; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, vcard::write(&cards)).into_response()
}
