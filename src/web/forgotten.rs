//! A forgotten password: ask for a link by mail. Nothing here tells whether an address is known.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    page::{self, Nav, Page},
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{app::reset_password, domain::email::EmailAddress};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/forgotten", Access::Public, show).command("/forgotten", Access::Public, ask)
}

#[derive(Template)]
#[template(path = "doors/forgotten.html")]
struct ForgottenPage<'a> {
    page: Page<'a>,
    errors: Errors,
    email: &'a str,
    sent: bool,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let sent = query.as_deref() == Some("done=sent");
    let page = Page::new(&reads, &caller, Nav::None);
    page::ok(&ForgottenPage { page, errors: Errors::default(), email: "", sent })
}

async fn ask(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let typed = form.get("email");
    let Ok(email) = typed.parse::<EmailAddress>() else {
        let mut errors = Errors::default();
        errors.add("email", caller.texts().field_not_an_address());
        let page = Page::new(&writes.reads(), &caller, Nav::None);
        return page::invalid(&ForgottenPage { page, errors, email: typed, sent: false });
    };
    reset_password::ask(&writes.app, &email, caller.address()).await?;
    Ok(Redirect::to("/forgotten?done=sent").into_response())
}
