//! Which mails come without being asked for.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::notice;
use crate::{
    app::digest,
    store,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/settings/mail", Access::SignedIn, show).command("/settings/mail", Access::SignedIn, save)
}

#[derive(Template)]
#[template(path = "settings/mail.html")]
struct MailPage<'a> {
    page: Page<'a>,
    digest: bool,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let digest = store::digest::wanted(&mut tx, caller.actor()?.id()).await?;
    let page = Page::new(&reads, &caller, Nav::Settings).with_notice(notice(caller.texts(), query.as_deref()));
    page::ok(&MailPage { page, digest })
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    digest::want(&writes.app, caller.actor()?, form.get("digest") == "yes").await?;
    Ok(Redirect::to("/settings/mail?done=saved").into_response())
}
