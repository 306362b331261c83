//! The page of a contact.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::known;
use crate::{
    app::customers::{
        MAX_LINE,
        contacts::{self, Permission},
        rhythm::Beat,
    },
    domain::ids::ContactId,
    i18n::{Texts, format::Format},
    store::customers::{Customer, Person},
    web::{
        caller::Caller,
        customers::{fields::Fields, pace::PaceView, show::planning},
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "contacts/show.html")]
struct ContactPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    person: Person,
    customer: Customer,
    language: &'static str,
    zone: String,
    pace: PaceView,
    keeps: bool,
    erases: bool,
    /// Since when and how they are not to be invited; `None` while they may be.
    stopped: Option<String>,
    /// Since when and how they agreed.
    agreed: Option<String>,
    plan: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<ContactId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let notice = notice(caller.texts(), query.as_deref());
    draw(&reads, &caller, id, (notice, Form::default(), Errors::default())).await
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    id: ContactId,
    (notice, form, errors): (Option<Notice>, Form, Errors),
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let (person, customer) = known(&mut tx, id).await?;
    let beat = Beat::load(&mut tx, caller.now()).await?;
    let (_, paces) = beat.of_customer(&mut tx, &customer, std::slice::from_ref(&person)).await?;
    let pace = paces.first().map(|pace| PaceView::new(t, &f, pace, beat.today())).unwrap_or_default();
    let zone = crate::domain::time::Zone::named(&person.zone).ok().and_then(|zone| f.zone_city(&zone));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = ContactPage {
        page: Page::new(reads, caller, Nav::Customers).with_notice(notice),
        language: person.language.own_name(),
        zone: zone.unwrap_or_else(|| person.zone.clone()),
        keeps: caller.actor()?.may_keep(customer.owner_id).is_ok() && person.erased_at.is_none(),
        erases: caller.actor()?.may_erase(customer.owner_id).is_ok() && person.erased_at.is_none(),
        stopped: stopped(t, &f, &person),
        agreed: person
            .consent_at
            .map(|at| t.contacts_agreed_on(f.date(f.day(at)), person.consent_source.clone().unwrap_or_default())),
        plan: planning(customer.id, Some(person.id), &pace),
        errors,
        form,
        person,
        customer,
        pace,
    };
    page::html(status, &view)
}

fn stopped(t: &Texts, f: &Format, person: &Person) -> Option<String> {
    let on = f.date(f.day(person.do_not_contact_at?));
    Some(match person.do_not_contact_source.as_deref() {
        None | Some("" | "link") => t.contacts_stopped_by_link(on),
        Some(how) => t.contacts_stopped_on(on, how),
    })
}

/// Stopped, resumed, agreed or withdrawn.
pub(super) async fn permit(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ContactId>,
    form: Form,
) -> Result<Response, Failure> {
    let mut fields = Fields::new(caller.texts(), &form);
    let (said, done) = match form.get("do") {
        "stop" => (Permission::Stopped(fields.name("stop_source", MAX_LINE)), "stopped"),
        "resume" => (Permission::Resumed, "resumed"),
        "agree" => (Permission::Agreed(fields.name("agree_source", MAX_LINE)), "agreed"),
        "withdraw" => (Permission::Withdrawn, "withdrawn"),
        _ => return Err(Failure::Unreadable),
    };
    match fields.end(said) {
        Ok(said) => {
            contacts::permit(&writes.app, caller.actor()?, (id, said)).await?;
            Ok(Redirect::to(&format!("/contacts/{id}?done={done}")).into_response())
        }
        Err(errors) => draw(&writes.reads(), &caller, id, (None, form, errors)).await,
    }
}

fn notice(t: &Texts, query: Option<&str>) -> Option<Notice> {
    let words = match Form::from_query(query).get("done") {
        "created" => t.contacts_created(),
        "saved" => t.contacts_saved(),
        "stopped" => t.contacts_done_stopped(),
        "resumed" => t.contacts_done_resumed(),
        "agreed" => t.contacts_done_agreed(),
        "withdrawn" => t.contacts_done_withdrawn(),
        "erased" => t.contacts_done_erased(),
        _ => return None,
    };
    Some(Notice::new(words))
}
