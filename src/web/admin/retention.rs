//! For how long kinds of data are kept.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::retention::{self, before},
    domain::retention::Kept,
    i18n::Texts,
    store,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/retention", Access::Admin, show).command("/admin/retention", Access::Admin, save)
}

#[derive(Template)]
#[template(path = "admin/retention.html")]
struct RetentionPage<'a> {
    page: Page<'a>,
    errors: Errors,
    rows: Vec<Row>,
}

struct Row {
    field: &'static str,
    name: String,
    hint: String,
    value: String,
    /// What would be forgotten now.
    now: String,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let saved = Form::from_query(query.as_deref()).get("done") == "saved";
    let notice = saved.then(|| Notice::new(caller.texts().retention_saved()));
    draw(&reads, &caller, (None, Errors::default()), notice).await
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    (typed, errors): (Option<&Form>, Errors),
    notice: Option<Notice>,
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let mut rows = Vec::new();
    for (kind, days) in retention::days(&mut tx).await? {
        let wanted = typed.map_or(days, |form| form.get(kind.as_str()).trim().parse().ok());
        let now = match wanted.and_then(|days| kind.checked(Some(days))).flatten() {
            Some(days) => {
                let count = store::retention::older(&mut tx, kind, before(days, caller.now())).await?;
                t.retention_now(f.number(count))
            }
            None => t.retention_stays(),
        };
        let value = typed.map_or_else(
            || days.map_or_else(String::new, |days| days.to_string()),
            |form| form.get(kind.as_str()).to_owned(),
        );
        rows.push(Row { field: kind.as_str(), name: name(t, kind), hint: hint(t, kind), value, now });
    }
    let page = Page::new(reads, caller, Nav::Admin).with_notice(notice);
    let view = RetentionPage { page, errors, rows };
    if view.errors.is_empty() { page::ok(&view) } else { page::invalid(&view) }
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let permit = actor.may_administer()?;
    let (mut wanted, mut errors) = (Vec::new(), Errors::default());
    for kind in Kept::ALL {
        let typed = form.get(kind.as_str()).trim();
        let days = if typed.is_empty() { Some(None) } else { typed.parse().ok().map(Some) };
        if let Some(days) = days.and_then(|days| kind.checked(days)) {
            wanted.push((*kind, days));
        } else {
            let (least, most) = kind.bounds();
            errors.add(kind.as_str(), t.retention_out_of_bounds(least, most));
        }
    }
    if errors.is_empty() && !retention::fit(&wanted) {
        errors.add(Kept::Meetings.as_str(), t.retention_order());
    }
    if form.get("do") == "look" || !errors.is_empty() {
        return draw(&writes.reads(), &caller, (Some(&form), errors), None).await;
    }
    retention::choose(&writes.app, actor, &permit, &wanted).await?;
    Ok(Redirect::to("/admin/retention?done=saved").into_response())
}

fn name(t: &Texts, kind: Kept) -> String {
    match kind {
        Kept::Mails => t.retention_mails(),
        Kept::Imports => t.retention_imports(),
        Kept::Audit => t.retention_audit(),
        Kept::Meetings => t.retention_meetings(),
        Kept::Contacts => t.retention_contacts(),
    }
}

fn hint(t: &Texts, kind: Kept) -> String {
    let (least, most) = kind.bounds();
    match kind {
        Kept::Meetings => t.retention_meetings_hint(least, most),
        Kept::Contacts => t.retention_contacts_hint(least, most),
        _ => t.retention_hint(least, most),
    }
}
