//! Erase a contact: what it means, and the button.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::known;
use crate::{
    app::customers::erasure,
    domain::{ids::ContactId, meeting::AttendeeRole},
    i18n,
    store::{self, customers::Person},
    web::{
        caller::Caller,
        failure::Failure,
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// Most meetings that are listed.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "contacts/erasure.html")]
struct ErasurePage<'a> {
    page: Page<'a>,
    person: Person,
    /// What becomes of each meeting to come.
    meetings: Vec<String>,
}

pub(super) async fn confirm(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<ContactId>,
) -> Result<Response, Failure> {
    let (t, f, actor) = (caller.texts(), caller.format(), caller.actor()?);
    let mut tx = reads.begin().await?;
    let (person, customer) = known(&mut tx, id).await?;
    actor.may_erase(customer.owner_id)?;
    if person.erased_at.is_some() {
        return Err(Failure::NotFound);
    }
    let ids = store::erasure::upcoming(&mut tx, id, caller.now(), MOST).await?;
    let meetings = if ids.is_empty() { Vec::new() } else { store::meetings::by_ids(&mut tx, &ids).await? };
    let words = |full: &store::meetings::FullMeeting| {
        let others = full.attendees.iter().any(|a| {
            a.removed_at.is_none() && a.role != AttendeeRole::Chair && a.contact_id.is_some_and(|other| other != id)
        });
        let when = f.subject_when(full.meeting.starts_at);
        if others { t.contacts_goes_on(when) } else { t.contacts_called_off(when) }
    };
    let meetings = meetings.iter().map(words).collect();
    page::ok(&ErasurePage { page: Page::new(&reads, &caller, Nav::Customers), person, meetings })
}

pub(super) async fn erase(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ContactId>,
) -> Result<Response, Failure> {
    let mut tx = writes.reads().begin().await?;
    let organization = store::organization::load(&mut tx).await?.ok_or(Failure::NotFound)?;
    drop(tx);
    // All read it, so it stands in the language of the firm.
    let name = i18n::texts(organization.language).contacts_erased_name();
    erasure::erase(&writes.app, caller.actor()?, (id, name)).await?;
    Ok(Redirect::to(&format!("/contacts/{id}?done=erased")).into_response())
}
