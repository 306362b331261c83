//! The first account.

use askama::Template;
use axum::{extract::State, response::Response};
use axum_extra::extract::CookieJar;

use super::{Task, Visit, company::required, tasks, to, visit};
use crate::{
    app::{
        error::{AppError, Refusal},
        setup::{
            Opener,
            account::{self, Account},
        },
    },
    domain::email::EmailAddress,
    identity::password::check_new,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        new_password,
        page::{self, Nav, Page},
        session,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "setup/account.html")]
struct AccountPage<'a> {
    page: Page<'a>,
    tasks: Vec<Task>,
    errors: Errors,
    form: Form,
    rule: String,
    has_admin: bool,
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller, jar: CookieJar) -> Result<Response, Failure> {
    let Some(visit) = visit(&reads, &caller, &jar).await? else { return Ok(to("/setup")) };
    if visit.progress.organization.is_none() {
        return Ok(to("/setup/company"));
    }
    page::ok(&account_page(&reads, &caller, &visit, (Form::default(), Errors::default())))
}

fn account_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    visit: &Visit,
    (form, errors): (Form, Errors),
) -> AccountPage<'a> {
    AccountPage {
        page: Page::new(reads, caller, Nav::None),
        tasks: tasks(reads, caller.texts(), &visit.progress, "/setup/account"),
        errors,
        form,
        rule: new_password::rule(caller.texts()),
        has_admin: visit.progress.has_admin,
    }
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let Some(visit) = visit(&reads, &caller, &jar).await? else { return Ok(to("/setup")) };
    if matches!(visit.opener, Opener::Admin(_)) {
        return Ok(to("/setup/mail"));
    }
    let refused = match parse(&form, &caller) {
        Err(errors) => errors,
        Ok(account) => match account::create(&writes.app, &writes.passwords, &visit.opener, account).await {
            Ok(token) => return Ok(session::enter(&writes, jar, &token, "/setup/mail")),
            Err(AppError::Refused(refusal)) => refusal_words(&caller, refusal)?,
            Err(other) => return Err(other.into()),
        },
    };
    page::invalid(&account_page(&reads, &caller, &visit, (form, refused)))
}

fn parse(form: &Form, caller: &Caller) -> Result<Account, Errors> {
    let t = caller.texts();
    let mut errors = Errors::default();
    let name = required(form, t, "name", &mut errors);
    let email = form.get("email").parse::<EmailAddress>();
    if email.is_err() {
        errors.add("email", t.field_not_an_address());
    }
    let password = form.get("password");
    if let Err(why) = check_new(password, form.get("email").trim(), &name) {
        errors.add("password", new_password::problem(t, why));
    }
    match email {
        Ok(email) if errors.is_empty() => Ok(Account {
            name,
            email,
            password: password.to_owned(),
            language: caller.language(),
            device: caller.device().to_owned(),
        }),
        _ => Err(errors),
    }
}

fn refusal_words(caller: &Caller, refusal: Refusal) -> Result<Errors, Failure> {
    let t = caller.texts();
    let mut errors = Errors::default();
    match refusal {
        Refusal::AddressTaken => errors.add("email", t.setup_account_taken()),
        Refusal::Password(why) => errors.add("password", new_password::problem(t, why)),
        other => return Err(AppError::Refused(other).into()),
    }
    Ok(errors)
}
