//! The form of a contact.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::known;
use crate::{
    app::{
        customers::{MAX_LINE, MAX_NAME, MAX_NOTES, contacts},
        error::{AppError, Refusal},
    },
    domain::{
        ids::{AccountId, ContactId},
        language::Language,
    },
    i18n::Texts,
    store::{
        self,
        customers::{Customer, Person},
    },
    web::{
        caller::Caller,
        customers::{
            Options,
            fields::{Fields, overtaken},
            rhythms,
        },
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        settings::Zones,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "contacts/edit.html")]
struct EditPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    customer: Customer,
    /// The contact; `None` for a new one.
    id: Option<ContactId>,
    rhythms: Options,
    zones: Zones,
}

impl EditPage<'_> {
    fn title(&self) -> String {
        if self.id.is_some() { self.page.t.contacts_edit() } else { self.page.t.contacts_new() }
    }

    fn languages() -> Options {
        Language::ALL.iter().map(|l| (l.tag().to_owned(), l.own_name().to_owned())).collect()
    }
}

pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    One(account): One<AccountId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let customer = store::customers::by_id(&mut tx, account).await?.ok_or(Failure::NotFound)?;
    let organization = store::organization::load(&mut tx).await?.ok_or(Failure::NotFound)?;
    let mut form = Form::default();
    form.set("language", organization.language.tag());
    form.set("zone", organization.zone);
    form.set("once", reads.once_key());
    draw(&reads, &caller, (customer, None), (form, Errors::default()))
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(account): One<AccountId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let errors = match read(&caller, &form) {
        Err(errors) => errors,
        Ok(details) => {
            let once = form.once(actor.id());
            match contacts::create(&writes.app, actor, account, (details, &once)).await {
                Ok(location) => return Ok(Redirect::to(&location).into_response()),
                Err(error) => refused(caller.texts(), error)?,
            }
        }
    };
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let customer = store::customers::by_id(&mut tx, account).await?.ok_or(Failure::NotFound)?;
    draw(&reads, &caller, (customer, None), (form, errors))
}

pub(super) async fn edit(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<ContactId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let (person, customer) = known(&mut tx, id).await?;
    if person.erased_at.is_some() {
        return Err(Failure::NotFound);
    }
    let form = filled(&person);
    draw(&reads, &caller, (customer, Some(id)), (form, Errors::default()))
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<ContactId>,
    form: Form,
) -> Result<Response, Failure> {
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let errors = match read(&caller, &form) {
        Err(errors) => errors,
        Ok(details) => match contacts::save(&writes.app, caller.actor()?, (id, version), details).await {
            Ok(()) => return Ok(Redirect::to(&format!("/contacts/{id}?done=saved")).into_response()),
            Err(AppError::Stale) => {
                let reads = writes.reads();
                let (now, customer) = known(&mut reads.begin().await?, id).await?;
                let form = overtaken(caller.texts(), form, ("name", now.version));
                let page = draw(&reads, &caller, (customer, Some(id)), form)?;
                return Ok((StatusCode::CONFLICT, page).into_response());
            }
            Err(error) => refused(caller.texts(), error)?,
        },
    };
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let (_, customer) = known(&mut tx, id).await?;
    draw(&reads, &caller, (customer, Some(id)), (form, errors))
}

fn draw(
    reads: &Reads,
    caller: &Caller,
    (customer, id): (Customer, Option<ContactId>),
    (form, errors): (Form, Errors),
) -> Result<Response, Failure> {
    caller.actor()?.may_keep(customer.owner_id)?;
    let t = caller.texts();
    let view = EditPage {
        page: Page::new(reads, caller, Nav::Customers),
        errors,
        form,
        customer,
        id,
        rhythms: rhythms(t, t.customers_no_target()),
        zones: Zones::new(&caller.format()),
    };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

fn filled(person: &Person) -> Form {
    let fields = [
        ("name", person.name.clone()),
        ("title", person.title.clone()),
        ("email", person.email.clone()),
        ("phone", person.phone.clone()),
        ("language", person.language.tag().to_owned()),
        ("zone", person.zone.clone()),
        ("rhythm", person.rhythm_days.map_or_else(String::new, |days| days.to_string())),
        ("notes", person.notes.clone()),
        ("version", person.version.to_string()),
    ];
    Form::new(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn read(caller: &Caller, form: &Form) -> Result<contacts::Details, Errors> {
    let t = caller.texts();
    let mut fields = Fields::new(t, form);
    let name = fields.name("name", MAX_NAME);
    let title = fields.line("title", MAX_LINE);
    let email = form.get("email").parse().map_err(|_| fields.errors.add("email", t.field_not_an_address())).ok();
    let phone = fields.line("phone", MAX_LINE);
    let language = fields.chosen::<Language>("language");
    let zone = Zones::new(&caller.format()).read(form.get("zone"));
    if zone.is_none() {
        fields.errors.add("zone", t.field_unknown_zone());
    }
    let (rhythm, notes) = (fields.rhythm(), fields.block("notes", MAX_NOTES));
    if language.is_none() && fields.errors.of("language").is_none() {
        fields.errors.add("language", t.field_choose_one());
    }
    let (Some(email), Some(language), Some(zone)) = (email, language, zone) else { return Err(fields.errors) };
    let zone = zone.name().to_owned();
    fields.end(contacts::Details { name, title, email, phone, language, zone, notes, rhythm })
}

fn refused(t: &Texts, error: AppError) -> Result<Errors, Failure> {
    let mut errors = Errors::default();
    match error {
        AppError::Refused(Refusal::AddressTaken) => errors.add("email", t.contacts_taken()),
        other => return Err(other.into()),
    }
    Ok(errors)
}
