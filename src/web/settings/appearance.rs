//! How pages look and listen.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::notice;
use crate::{
    app::settings::{self, Appearance},
    domain::person::Theme,
    i18n::labels,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/settings/appearance", Access::SignedIn, show).command("/settings/appearance", Access::SignedIn, save)
}

#[derive(Template)]
#[template(path = "settings/appearance.html")]
struct AppearancePage<'a> {
    page: Page<'a>,
    errors: Errors,
    theme: Option<Theme>,
    compact: bool,
    shortcuts: bool,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let person = &caller.actor()?.person;
    let page = Page::new(&reads, &caller, Nav::Settings).with_notice(notice(caller.texts(), query.as_deref()));
    let (theme, compact, shortcuts) = (Some(person.theme), person.compact, person.shortcuts);
    page::ok(&AppearancePage { page, errors: Errors::default(), theme, compact, shortcuts })
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let (compact, shortcuts) = (form.get("compact") == "yes", form.get("shortcuts") == "yes");
    if let Ok(theme) = form.get("theme").parse() {
        settings::save_appearance(&writes.app, caller.actor()?, Appearance { theme, compact, shortcuts }).await?;
        return Ok(Redirect::to("/settings/appearance?done=saved").into_response());
    }
    let mut errors = Errors::default();
    errors.add("theme", caller.texts().field_choose_one());
    let page = Page::new(&writes.reads(), &caller, Nav::Settings);
    page::invalid(&AppearancePage { page, errors, theme: None, compact, shortcuts })
}
