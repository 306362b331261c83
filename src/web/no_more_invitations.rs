//! "No more invitations": a customer's contact says so by the link in a mail, and may take it back.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    answer::{spoken_to, unlisted},
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::answer,
    domain::{letter::Reader, meeting::Party, person::Clock, time::Zone},
    store::{self, accounts::Contact},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/p/{token}", Access::Link, show).command("/p/{token}", Access::Link, create)
}

#[derive(Template)]
#[template(path = "answer/stop.html")]
struct StopPage<'a> {
    page: Page<'a>,
    contact: &'a Contact,
    token: &'a str,
    company: String,
}

async fn show(State(reads): State<Reads>, caller: Caller, One(token): One<String>) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let contact = answer::open_stop_link(&mut tx, reads.links(), &token).await?;
    let company = store::organization::load(&mut tx).await?.ok_or(Failure::NotFound)?.name;
    let zone = Zone::named(&contact.zone).unwrap_or_else(|_| Zone::utc());
    let caller = caller.speaking(contact.language, zone);
    let reader = Reader {
        party: Party { name: contact.name.clone(), email: contact.email.clone() },
        language: contact.language,
        zone: contact.zone.clone(),
        clock: Clock::Language,
    };
    let page = spoken_to(&reads, &caller, &reader);
    page::ok(&StopPage { page, contact: &contact, token: &token, company }).map(unlisted)
}

async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let stop = form.get("again") != "yes";
    answer::stop_invitations(&writes.app, &token, stop, caller.address()).await?;
    Ok(Redirect::to(&format!("/p/{token}")).into_response())
}
