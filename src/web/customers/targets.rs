//! How often the customers of each class are to be met.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{Options, rhythms};
use crate::{
    app::customers::rhythm,
    domain::{limits::rule::LeadClass, rhythm::TARGETS},
    i18n::limits,
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "customers/targets.html")]
struct TargetsPage<'a> {
    page: Page<'a>,
    /// Word, name and chosen days of each class.
    rows: Vec<(String, String, String)>,
    options: Options,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut tx = reads.begin().await?;
    let targets = store::rhythm::targets(&mut tx).await?;
    let row = |class: &LeadClass| {
        let days = targets.iter().find(|target| target.lead_class == *class).map(|target| target.days.to_string());
        (class.to_string(), limits::class(t, *class), days.unwrap_or_default())
    };
    let done = Form::from_query(query.as_deref()).get("done") == "saved";
    page::ok(&TargetsPage {
        page: Page::new(&reads, &caller, Nav::Customers)
            .with_notice(done.then(|| Notice::new(t.customers_targets_saved()))),
        rows: LeadClass::ALL.iter().map(row).collect(),
        options: rhythms(t, t.customers_no_target()),
    })
}

pub(super) async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let mut targets = Vec::new();
    for class in LeadClass::ALL {
        match form.get(class.as_str()) {
            "" => {}
            word => {
                let days = word.parse::<u32>().ok().filter(|days| TARGETS.contains(days));
                targets.push((*class, days.ok_or(Failure::Unreadable)?));
            }
        }
    }
    rhythm::set_targets(&writes.app, actor, &actor.may_administer()?, &targets).await?;
    Ok(Redirect::to("/customers/rhythm?done=saved").into_response())
}
