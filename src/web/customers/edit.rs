//! The form of a customer.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    Options,
    fields::{Fields, overtaken},
    list, rhythms, sellers,
};
use crate::{
    app::{
        customers::{MAX_LINE, MAX_NAME, MAX_NOTES, accounts},
        error::{AppError, Refusal},
    },
    domain::{ids::AccountId, transfer::record::org_number},
    i18n::Texts,
    store::{self, customers::Customer},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// Longest postal address, in characters.
const MAX_ADDRESS: usize = 500;

#[derive(Template)]
#[template(path = "customers/edit.html")]
struct EditPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    /// The customer; `None` for a new one.
    id: Option<AccountId>,
    owners: Options,
    classes: Options,
    rhythms: Options,
}

impl EditPage<'_> {
    fn title(&self) -> String {
        if self.id.is_some() { self.page.t.customers_edit() } else { self.page.t.customers_new() }
    }
}

pub(super) async fn new(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let mut form = Form::default();
    form.set("owner", caller.actor()?.id().to_string());
    form.set("once", reads.once_key());
    draw(&reads, &caller, None, (form, Errors::default())).await
}

pub(super) async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let errors = match read(caller.texts(), &form) {
        Err(errors) => errors,
        Ok(details) => {
            let once = form.once(actor.id());
            match accounts::create(&writes.app, actor, &actor.may_plan()?, (details, &once)).await {
                Ok(location) => return Ok(Redirect::to(&location).into_response()),
                Err(error) => refused(caller.texts(), error)?,
            }
        }
    };
    draw(&writes.reads(), &caller, None, (form, errors)).await
}

pub(super) async fn edit(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<AccountId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let customer = store::customers::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    drop(tx);
    caller.actor()?.may_keep(customer.owner_id)?;
    draw(&reads, &caller, Some(id), (filled(&customer), Errors::default())).await
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<AccountId>,
    form: Form,
) -> Result<Response, Failure> {
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let errors = match read(caller.texts(), &form) {
        Err(errors) => errors,
        Ok(details) => match accounts::save(&writes.app, caller.actor()?, (id, version), details).await {
            Ok(()) => return Ok(Redirect::to(&format!("/customers/{id}?done=saved")).into_response()),
            Err(AppError::Stale) => {
                let reads = writes.reads();
                let now = store::customers::by_id(&mut reads.begin().await?, id).await?.ok_or(Failure::NotFound)?;
                let form = overtaken(caller.texts(), form, ("name", now.version));
                return Ok((StatusCode::CONFLICT, draw(&reads, &caller, Some(id), form).await?).into_response());
            }
            Err(error) => refused(caller.texts(), error)?,
        },
    };
    draw(&writes.reads(), &caller, Some(id), (form, errors)).await
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    id: Option<AccountId>,
    (form, errors): (Form, Errors),
) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut tx = reads.begin().await?;
    if let Some(id) = id {
        let customer = store::customers::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
        caller.actor()?.may_keep(customer.owner_id)?;
    }
    let view = EditPage {
        owners: sellers(&mut tx, t, form.get("owner").parse().ok()).await?,
        classes: list::classes(t, t.limits_class_none()),
        rhythms: rhythms(t, t.customers_as_class()),
        page: Page::new(reads, caller, Nav::Customers),
        errors,
        form,
        id,
    };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

fn filled(customer: &Customer) -> Form {
    let text = |value: Option<String>| value.unwrap_or_default();
    let fields = [
        ("name", customer.name.clone()),
        ("owner", text(customer.owner_id.map(|id| id.to_string()))),
        ("class", text(customer.lead_class.map(|class| class.to_string()))),
        ("rhythm", text(customer.rhythm_days.map(|days| days.to_string()))),
        ("org_number", customer.org_number.clone()),
        ("phone", customer.phone.clone()),
        ("address", customer.address.clone()),
        ("notes", customer.notes.clone()),
        ("version", customer.version.to_string()),
    ];
    Form::new(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn read(t: &'static Texts, form: &Form) -> Result<accounts::Details, Errors> {
    let mut fields = Fields::new(t, form);
    let details = accounts::Details {
        name: fields.name("name", MAX_NAME),
        org_number: org_number(&fields.line("org_number", MAX_LINE)),
        owner: fields.chosen("owner"),
        class: fields.chosen("class"),
        notes: fields.block("notes", MAX_NOTES),
        address: fields.block("address", MAX_ADDRESS),
        phone: fields.line("phone", MAX_LINE),
        rhythm: fields.rhythm(),
    };
    fields.end(details)
}

/// What a refusal says beside its field.
fn refused(t: &Texts, error: AppError) -> Result<Errors, Failure> {
    let mut errors = Errors::default();
    match error {
        AppError::Refused(Refusal::NameTaken) => errors.add("name", t.customers_name_taken()),
        AppError::Refused(Refusal::NumberTaken) => errors.add("org_number", t.imports_number_taken()),
        AppError::Refused(Refusal::Gone(names)) => errors.add("owner", t.planner_who_gone(names.join(", "))),
        other => return Err(other.into()),
    }
    Ok(errors)
}
