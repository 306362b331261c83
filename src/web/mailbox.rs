//! The built-in mailbox: what would have left if a mail server were set up. It holds links that answer, reset and welcome,
//! so outside the demo only administrators read it.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    path::One,
    relay_form,
    routes::Routes,
    state::Reads,
};
use crate::{
    domain::ids::MailId,
    mail::read::{ReadMail, read},
    store::{
        self,
        mailbox::{Line, Stored},
    },
};

/// Mails on one page, as many as the store gives.
const PAGE: usize = 100;
/// Pages that can be reached.
const PAGES: i64 = 1000;

/// The page around a mail may hold a frame of this site, which no other page may.
const WITH_FRAME: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);
/// A mail may style itself and lead away when clicked, and nothing else.
const MAIL: HeaderValue = HeaderValue::from_static(
    "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; \
     form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
);

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/mailbox", Access::SignedIn, list)
        .page("/mailbox/{id}", Access::SignedIn, show)
        .page("/mailbox/{id}/html", Access::SignedIn, html)
        .page("/mailbox/{id}/mail.eml", Access::SignedIn, raw)
}

#[derive(Template)]
#[template(path = "mailbox/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    kept: bool,
    to: String,
    lines: Vec<Line>,
    newer: Option<String>,
    older: Option<String>,
}

/// The address of another page of the list.
fn address(to: &str, page: i64) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if !to.is_empty() {
        query.append_pair("to", to);
    }
    format!("/mailbox?{}", query.append_pair("page", &page.to_string()).finish())
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let page = permitted(&reads, &caller)?;
    let form = Form::from_query(query.as_deref());
    let to: String = form.get("to").trim().chars().take(254).collect();
    let number = form.get("page").parse::<i64>().unwrap_or(1).clamp(1, PAGES);
    let mut tx = reads.begin().await?;
    let organization = store::organization::load(&mut tx).await?;
    let skip = (number - 1) * i64::try_from(PAGE).unwrap_or(i64::MAX);
    let lines = store::mailbox::list(&mut tx, &to.to_lowercase(), skip).await?;
    page::ok(&ListPage {
        page,
        kept: !relay_form::leaves(&reads, organization.as_ref()),
        newer: (number > 1).then(|| address(&to, number - 1)),
        older: (lines.len() == PAGE && number < PAGES).then(|| address(&to, number + 1)),
        to,
        lines,
    })
}

#[derive(Template)]
#[template(path = "mailbox/mail.html")]
struct MailPage<'a> {
    page: Page<'a>,
    stored: Stored,
    mail: ReadMail,
    event: Vec<(String, String)>,
}

async fn show(State(reads): State<Reads>, caller: Caller, One(id): One<MailId>) -> Result<Response, Failure> {
    let page = permitted(&reads, &caller)?;
    let stored = stored(&reads, id).await?;
    let mail = read(&stored.raw);
    let event = mail.event();
    let mut response = page::ok(&MailPage { page, stored, mail, event })?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, WITH_FRAME);
    Ok(response)
}

async fn html(State(reads): State<Reads>, caller: Caller, One(id): One<MailId>) -> Result<Response, Failure> {
    permitted(&reads, &caller)?;
    let mail = read(&stored(&reads, id).await?.raw);
    // Links open in the whole window, because no page of ours lets itself be framed.
    let body = mail.html.replacen("<head>", "<head><base target=\"_top\">", 1);
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, MAIL)], body).into_response())
}

async fn raw(State(reads): State<Reads>, caller: Caller, One(id): One<MailId>) -> Result<Response, Failure> {
    permitted(&reads, &caller)?;
    let stored = stored(&reads, id).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("message/rfc822")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"mail.eml\"")),
    ];
    Ok((headers, stored.raw).into_response())
}

async fn stored(reads: &Reads, id: MailId) -> Result<Stored, Failure> {
    let mut tx = reads.begin().await?;
    store::mailbox::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)
}

/// The frame for those who may read the mailbox.
fn permitted<'a>(reads: &Reads, caller: &'a Caller) -> Result<Page<'a>, Failure> {
    caller.actor()?;
    let page = Page::new(reads, caller, Nav::None);
    if page.reads_mailbox() { Ok(page) } else { Err(Failure::Forbidden) }
}
