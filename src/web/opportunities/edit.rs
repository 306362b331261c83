//! The form of an opportunity.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::stages;
use crate::{
    app::{
        customers::{
            MAX_LINE, MAX_NAME,
            opportunities::{self, Details, NextStep},
        },
        error::{AppError, Refusal},
    },
    domain::{
        ids::{AccountId, OpportunityId},
        money::{CURRENCIES, is_currency},
        pipeline::{LeadSource, OpportunityStage},
    },
    i18n::{Texts, format::Format, pipeline},
    store::{self, Tx, customers::Customer, opportunities::Opportunity},
    web::{
        caller::Caller,
        customers::{
            Options,
            fields::{Fields, overtaken},
            sellers,
        },
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// Most customers that are suggested while typing; everybody else is found by typing the name.
const SUGGESTED: i64 = 200;
/// Most people of a customer to choose from.
const PEOPLE: i64 = 200;

#[derive(Template)]
#[template(path = "opportunities/edit.html")]
struct EditPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    /// The opportunity; `None` for a new one.
    id: Option<OpportunityId>,
    /// The customer, once it is known.
    customer: Option<Customer>,
    /// Names of customers to choose from, until then.
    names: Vec<String>,
    people: Options,
    owners: Options,
    sources: Options,
    stages: Options,
}

impl EditPage<'_> {
    fn title(&self) -> String {
        if self.id.is_some() { self.page.t.pipeline_edit() } else { self.page.t.pipeline_new() }
    }

    fn currencies() -> Options {
        CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned())).collect()
    }
}

pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let mut form = Form::default();
    form.set("customer", query.get("customer"));
    form.set("owner", caller.actor()?.id().to_string());
    form.set("stage", OpportunityStage::FirstContact.as_str());
    form.set("once", reads.once_key());
    let mut tx = reads.begin().await?;
    let set = store::policy::read(&mut tx).await?.settings.currency;
    form.set("currency", if set.is_empty() { currency(caller.actor()?.person.country.as_str()) } else { &set });
    draw(&reads, &caller, (&mut tx, None), (form, Errors::default())).await
}

/// What is paid with in a country of the North.
fn currency(country: &str) -> &'static str {
    match country {
        "SE" => "SEK",
        "NO" => "NOK",
        "DK" => "DKK",
        _ => "EUR",
    }
}

pub(super) async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let (actor, reads) = (caller.actor()?, writes.reads());
    let mut tx = reads.begin().await?;
    let account = named(&mut tx, &form).await?;
    let read = read(&caller, &form).and_then(|read| {
        let mut errors = Errors::default();
        match (account, form.get("stage").parse::<OpportunityStage>()) {
            (Some(account), Ok(stage)) if stage != OpportunityStage::Lost => return Ok((account, stage, read)),
            (None, _) => errors.add("account", caller.texts().pipeline_no_such_customer()),
            _ => errors.add("stage", caller.texts().field_choose_one()),
        }
        Err(errors)
    });
    let errors = match read {
        Err(errors) => errors,
        Ok((account, stage, details)) => {
            drop(tx);
            let once = form.once(actor.id());
            let command = (account, stage, details, &once);
            match opportunities::create(&writes.app, actor, &actor.may_plan()?, command).await {
                Ok(location) => return Ok(Redirect::to(&location).into_response()),
                Err(error) => refused(caller.texts(), error)?,
            }
        }
    };
    let mut tx = reads.begin().await?;
    draw(&reads, &caller, (&mut tx, None), (form, errors)).await
}

/// The customer that a form names: by id, or by what it is called.
async fn named(tx: &mut Tx, form: &Form) -> Result<Option<AccountId>, Failure> {
    if let Ok(id) = form.get("customer").parse::<AccountId>() {
        return Ok(Some(id));
    }
    let key = form.get("account").trim().to_lowercase();
    Ok(store::accounts::account_by_name(tx, &key).await?.map(|account| account.id))
}

pub(super) async fn edit(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<OpportunityId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let row = store::opportunities::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let form = filled(&caller.format(), &row);
    draw(&reads, &caller, (&mut tx, Some(row)), (form, Errors::default())).await
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<OpportunityId>,
    form: Form,
) -> Result<Response, Failure> {
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let errors = match read(&caller, &form) {
        Err(errors) => errors,
        Ok(details) => match opportunities::save(&writes.app, caller.actor()?, (id, version), details).await {
            Ok(()) => return Ok(Redirect::to(&format!("/opportunities/{id}?done=saved")).into_response()),
            Err(AppError::Stale) => {
                let reads = writes.reads();
                let mut tx = reads.begin().await?;
                let now = store::opportunities::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
                let form = overtaken(caller.texts(), form, ("title", now.version));
                let page = draw(&reads, &caller, (&mut tx, Some(now)), form).await?;
                return Ok((StatusCode::CONFLICT, page).into_response());
            }
            Err(error) => refused(caller.texts(), error)?,
        },
    };
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let row = store::opportunities::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    draw(&reads, &caller, (&mut tx, Some(row)), (form, errors)).await
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    (tx, row): (&mut Tx, Option<Opportunity>),
    (form, errors): (Form, Errors),
) -> Result<Response, Failure> {
    let t = caller.texts();
    if let Some(row) = &row {
        caller.actor()?.may_keep(row.owner_id)?;
    }
    let account = row.as_ref().map(|row| row.account_id).or_else(|| form.get("customer").parse().ok());
    let customer = match account {
        Some(id) => Some(store::customers::by_id(tx, id).await?.ok_or(Failure::NotFound)?),
        None => None,
    };
    let names =
        if customer.is_some() { Vec::new() } else { store::accounts::list_accounts(tx, (SUGGESTED, 0)).await? };
    let people = match &customer {
        Some(customer) => store::customers::people(tx, customer.id, PEOPLE).await?,
        None => Vec::new(),
    };
    let nobody = (String::new(), t.pipeline_no_contact());
    let known = people.into_iter().filter(|p| p.erased_at.is_none()).map(|p| (p.id.to_string(), p.name));
    let unsaid = (String::new(), t.limits_class_none());
    let source = |source: &LeadSource| (source.to_string(), pipeline::source(t, *source));
    let view = EditPage {
        people: [nobody].into_iter().chain(known).collect(),
        owners: sellers(tx, t, form.get("owner").parse().ok()).await?,
        sources: [unsaid].into_iter().chain(LeadSource::ALL.iter().map(source)).collect(),
        stages: stages(t).into_iter().filter(|(word, _)| word != OpportunityStage::Lost.as_str()).collect(),
        names: names.into_iter().map(|account| account.name).collect(),
        page: Page::new(reads, caller, Nav::Customers),
        id: row.map(|row| row.id),
        customer,
        errors,
        form,
    };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

fn filled(f: &Format, row: &Opportunity) -> Form {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| f.short_date(day));
    let text = |value: Option<String>| value.unwrap_or_default();
    let fields = [
        ("title", row.title.clone()),
        ("contact", text(row.contact_id.map(|id| id.to_string()))),
        ("owner", text(row.owner_id.map(|id| id.to_string()))),
        ("source", text(row.lead_source.map(|source| source.to_string()))),
        ("amount", text(row.amount.map(|amount| amount.to_string()))),
        ("currency", row.currency.clone()),
        ("probability", text(row.probability.map(|percent| percent.to_string()))),
        ("expected", day(row.expected_on)),
        ("next_step", row.next_step.clone()),
        ("next_step_on", day(row.next_step_on)),
        ("version", row.version.to_string()),
    ];
    Form::new(fields.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn read(caller: &Caller, form: &Form) -> Result<Details, Errors> {
    let t = caller.texts();
    let mut fields = Fields::new(t, form);
    let title = fields.name("title", MAX_NAME);
    let (contact, owner, source) = (fields.chosen("contact"), fields.chosen("owner"), fields.chosen("source"));
    let code = form.get("currency").trim().to_uppercase();
    let amount = fields.amount("amount");
    if amount.is_some() && !is_currency(&code) {
        fields.errors.add("currency", t.field_choose_one());
    }
    let probability = match form.get("probability").trim().trim_end_matches('%').trim() {
        "" => None,
        typed => {
            let percent = typed.parse::<u8>().ok().filter(|percent| *percent <= 100);
            if percent.is_none() {
                fields.errors.add("probability", t.pipeline_not_a_percentage());
            }
            percent
        }
    };
    let expected_on = fields.date(caller, "expected");
    let next = next_step(&mut fields, caller);
    let amount = amount.map(|amount| (amount, code));
    fields.end(Details { title, contact, owner, source, amount, probability, expected_on, next })
}

/// What to do next, and by when.
pub(super) fn next_step(fields: &mut Fields<'_>, caller: &Caller) -> NextStep {
    NextStep { what: fields.line("next_step", MAX_LINE), on: fields.date(caller, "next_step_on") }
}

fn refused(t: &Texts, error: AppError) -> Result<Errors, Failure> {
    let mut errors = Errors::default();
    match error {
        AppError::Refused(Refusal::Gone(names)) => errors.add("owner", t.planner_who_gone(names.join(", "))),
        // Others' opportunities are others' to add.
        AppError::Denied => errors.add("owner", t.pipeline_not_yours()),
        other => return Err(other.into()),
    }
    Ok(errors)
}
