//! Send a file.

use askama::Template;
use axum::{
    extract::{RawQuery, Request, State},
    response::{IntoResponse, Redirect, Response},
};

use super::multipart::Incoming;
use crate::{
    app::{
        error::{AppError, NoTable, Refusal},
        imports::{MOST_OPEN, receive},
    },
    domain::{
        ids::AccountId,
        transfer::{Kind, MAX_BYTES, MAX_COLUMNS},
    },
    i18n::{Texts, transfer},
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "imports/new.html")]
struct NewPage<'a> {
    page: Page<'a>,
    errors: Errors,
    kind: Kind,
    /// Kinds that this person may import: word, name.
    kinds: Vec<(&'static str, String)>,
    /// The customer that all rows are about.
    customer: Option<(AccountId, String)>,
    about: String,
    doubles: String,
    /// Largest file, in MB.
    most: u64,
}

impl NewPage<'_> {
    fn action(&self) -> String {
        let customer = self.customer.as_ref().map_or_else(String::new, |(id, _)| format!("&customer={id}"));
        format!("/imports?kind={}{customer}", self.kind)
    }

    fn is_chosen(&self, word: &str) -> bool {
        word == self.kind.as_str()
    }

    fn rows(&self) -> i64 {
        self.kind.most_rows()
    }

    fn takes_cards(&self) -> bool {
        self.kind == Kind::Contacts
    }
}

/// What a file is about, as the address says.
struct Asked {
    kind: Kind,
    customer: Option<AccountId>,
}

fn asked(query: Option<&str>) -> Asked {
    let query = Form::from_query(query);
    let kind = query.get("kind").parse().unwrap_or(Kind::Accounts);
    let fits = matches!(kind, Kind::Contacts | Kind::Opportunities);
    Asked { kind, customer: query.get("customer").parse().ok().filter(|_| fits) }
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    draw(&reads, &caller, asked(query.as_deref()), Errors::default()).await
}

async fn draw(reads: &Reads, caller: &Caller, asked: Asked, errors: Errors) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    actor.may_import(asked.kind)?;
    let mut tx = reads.begin().await?;
    let customer = match asked.customer {
        Some(id) => {
            let customer = store::customers::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
            actor.may_keep(customer.owner_id)?;
            Some((id, customer.name))
        }
        None => None,
    };
    let kinds = Kind::ALL.iter().filter(|kind| actor.may_import(**kind).is_ok());
    let view = NewPage {
        page: Page::new(reads, caller, Nav::Customers),
        kinds: kinds.map(|kind| (kind.as_str(), transfer::kind(t, *kind))).collect(),
        about: transfer::about(t, asked.kind),
        doubles: transfer::doubles(t, asked.kind),
        kind: asked.kind,
        most: MAX_BYTES / 1024 / 1024,
        customer,
        errors,
    };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

/// Takes the file in as it comes.
pub(super) async fn receive(
    State(writes): State<Writes>,
    caller: Caller,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Failure> {
    let asked = asked(query.as_deref());
    let mut errors = Errors::default();
    match take(&writes, &caller, &asked, request).await {
        Ok(Some(location)) => return Ok(Redirect::to(&location).into_response()),
        Ok(None) => errors.add("file", caller.texts().imports_file_missing()),
        Err(Taken::Failure(failure)) => return Err(failure),
        Err(Taken::Refused(refusal)) => errors.add("file", refused(caller.texts(), refusal)?),
    }
    draw(&writes.reads(), &caller, asked, errors).await
}

enum Taken {
    Failure(Failure),
    Refused(Refusal),
}

impl From<Failure> for Taken {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<AppError> for Taken {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Refused(refusal) => Self::Refused(refusal),
            other => Self::Failure(other.into()),
        }
    }
}

/// The page of the file; `None` when none was chosen.
async fn take(writes: &Writes, caller: &Caller, asked: &Asked, request: Request) -> Result<Option<String>, Taken> {
    let actor = caller.actor()?;
    let permit = actor.may_import(asked.kind)?;
    let (parts, body) = request.into_parts();
    let Some(mut form) = Incoming::new(&parts.headers, body) else { return Ok(None) };
    let Some(name) = form.file().await? else { return Ok(None) };
    let mut receiving = receive::begin(&writes.app, actor, &permit, (asked.customer, &name)).await?;
    loop {
        match form.next().await {
            Ok(Some(bytes)) => receiving.put(&writes.app, &bytes).await?,
            Ok(None) => break,
            Err(failure) => {
                receiving.forget(&writes.app).await?;
                return Err(failure.into());
            }
        }
    }
    let id = receiving.finish(&writes.app, actor).await?;
    Ok(Some(format!("/imports/{id}")))
}

fn refused(t: &Texts, refusal: Refusal) -> Result<String, Failure> {
    Ok(match refusal {
        Refusal::NoTable(NoTable::Empty) => t.imports_file_empty(),
        Refusal::NoTable(NoTable::NotText) => t.imports_file_not_text(),
        Refusal::NoTable(NoTable::TooLarge) => t.imports_file_too_large(MAX_BYTES / 1024 / 1024),
        Refusal::NoTable(NoTable::TooWide) => t.imports_file_too_wide(MAX_COLUMNS),
        Refusal::NoTable(NoTable::NoCards) => t.imports_file_no_cards(),
        Refusal::TooManyImports => t.imports_too_many(MOST_OPEN),
        other => return Err(AppError::Refused(other).into()),
    })
}
