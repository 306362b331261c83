//! Passwords set through the link of a mail: a forgotten one anew, an invited person's first.

use askama::Template;
use axum::{extract::State, response::Response};
use axum_extra::extract::CookieJar;

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    page::{self, Nav, Page},
    path::One,
    routes::Routes,
    session,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        reset_password::{self, Door, SetPassword},
    },
    domain::time::Zone,
    i18n::Texts,
    identity::password::{ADVISED_CHARS, MAX_CHARS, MIN_CHARS, PasswordProblem},
    store::{organization, people::Person},
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/reset/{token}", Access::Link, show_reset)
        .command("/reset/{token}", Access::Link, reset)
        .page("/welcome/{token}", Access::Link, show_welcome)
        .command("/welcome/{token}", Access::Link, welcome)
}

#[derive(Template)]
#[template(path = "doors/new_password.html")]
struct NewPasswordPage<'a> {
    page: Page<'a>,
    errors: Errors,
    person: &'a Person,
    company: Option<String>,
    action: String,
    rule: String,
}

/// The rule for new passwords, shown ahead of typing.
pub(super) fn rule(t: &Texts) -> String {
    t.door_password_rule(count(MIN_CHARS), count(ADVISED_CHARS))
}

/// Why a password was refused, and what to do.
pub(super) fn problem(t: &Texts, problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::TooShort => t.door_password_too_short(count(MIN_CHARS)),
        PasswordProblem::TooLong => t.door_password_too_long(count(MAX_CHARS)),
        PasswordProblem::Common => t.door_password_common(),
        PasswordProblem::LikeAccount => t.door_password_like_account(),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

async fn show_reset(State(reads): State<Reads>, caller: Caller, One(link): One<String>) -> Result<Response, Failure> {
    show(&reads, &caller, (Door::Reset, &link), Errors::default()).await
}

async fn show_welcome(State(reads): State<Reads>, caller: Caller, One(link): One<String>) -> Result<Response, Failure> {
    show(&reads, &caller, (Door::Welcome, &link), Errors::default()).await
}

async fn reset(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    One(link): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    set(&writes, &caller, jar, (Door::Reset, link, &form)).await
}

async fn welcome(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    One(link): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    set(&writes, &caller, jar, (Door::Welcome, link, &form)).await
}

async fn show(reads: &Reads, caller: &Caller, (door, link): (Door, &str), errors: Errors) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let person = reset_password::find(&mut tx, reads.links(), (door, link), caller.now()).await?;
    let firm = organization::load(&mut tx).await?;
    let zone = Zone::named(&person.zone).unwrap_or_else(|_| Zone::utc());
    let reader = caller.speaking(person.language, zone);
    let fine = errors.is_empty();
    let (action, company) = match door {
        Door::Reset => (format!("/reset/{link}"), None),
        Door::Welcome => (format!("/welcome/{link}"), Some(firm.map_or_else(String::new, |o| o.name))),
    };
    let page = Page::new(reads, &reader, Nav::None);
    let page = NewPasswordPage { page, errors, person: &person, company, action, rule: rule(reader.texts()) };
    if fine { page::ok(&page) } else { page::invalid(&page) }
}

async fn set(
    writes: &Writes,
    caller: &Caller,
    jar: CookieJar,
    (door, link, form): (Door, String, &Form),
) -> Result<Response, Failure> {
    let command = SetPassword {
        door,
        link: link.clone(),
        password: form.get("password").to_owned(),
        device: caller.device().to_owned(),
        address: caller.address().to_owned(),
    };
    match reset_password::set(&writes.app, &writes.passwords, command).await {
        Ok(token) => Ok(session::enter(writes, jar, &token, "/")),
        Err(AppError::Refused(Refusal::Password(why))) => refuse(writes, caller, (door, &link), why).await,
        Err(other) => Err(other.into()),
    }
}

async fn refuse(
    writes: &Writes,
    caller: &Caller,
    (door, link): (Door, &str),
    why: PasswordProblem,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let person = reset_password::find(&mut tx, reads.links(), (door, link), caller.now()).await?;
    drop(tx);
    let mut errors = Errors::default();
    errors.add("password", problem(crate::i18n::texts(person.language), why));
    show(&reads, caller, (door, link), errors).await
}
