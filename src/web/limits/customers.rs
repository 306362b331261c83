//! Customers and how near they are to buying.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::choices::Options;
use crate::{
    app::limits,
    domain::{ids::AccountId, limits::rule::LeadClass},
    i18n,
    store::{self, accounts::Account},
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// Customers on a page.
const PAGE: i64 = 50;
/// Last page that can be asked for.
const MOST_PAGES: i64 = 2_000;

#[derive(Template)]
#[template(path = "limits/customers.html")]
struct CustomersPage<'a> {
    page: Page<'a>,
    accounts: Vec<Account>,
    classes: Options,
    number: i64,
    more: bool,
    writes: bool,
}

impl CustomersPage<'_> {
    fn is(account: &Account, value: &str) -> bool {
        account.lead_class.map_or("", LeadClass::as_str) == value
    }
}

pub(super) async fn list(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let query = Form::from_query(query.as_deref());
    let number = query.get("page").parse::<i64>().unwrap_or(1).clamp(1, MOST_PAGES);
    let mut tx = reads.begin().await?;
    let mut accounts = store::accounts::list_accounts(&mut tx, (PAGE + 1, (number - 1) * PAGE)).await?;
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = accounts.len() > shown && number < MOST_PAGES;
    accounts.truncate(shown);
    let class = |c: &LeadClass| (c.to_string(), i18n::limits::class(t, *c));
    let classes = std::iter::once((String::new(), t.limits_class_none())).chain(LeadClass::ALL.iter().map(class));
    let notice = (query.get("done") == "saved").then(|| Notice::new(t.limits_class_saved()));
    page::ok(&CustomersPage {
        page: Page::new(&reads, &caller, Nav::Limits).with_notice(notice),
        accounts,
        classes: classes.collect(),
        number,
        more,
        writes: actor.sets_limits_of_others(),
    })
}

pub(super) async fn classify(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<AccountId>,
    form: Form,
) -> Result<Response, Failure> {
    let class = match form.get("class") {
        "" => None,
        word => Some(word.parse().map_err(|_| Failure::Unreadable)?),
    };
    limits::classify(&writes.app, caller.actor()?, (id, class)).await?;
    if form.get("back") == "customer" {
        return Ok(Redirect::to(&format!("/customers/{id}?done=classified")).into_response());
    }
    let number = form.get("page").parse::<i64>().unwrap_or(1).clamp(1, MOST_PAGES);
    Ok(Redirect::to(&format!("/limits/customers?page={number}&done=saved")).into_response())
}
