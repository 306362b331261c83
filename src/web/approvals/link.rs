//! A question for whoever holds the link in its mail: the approver, without signing in. Opening it changes nothing,
//! because mail scanners open every link.

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};

use super::sheet::{self, Reading};
use crate::{
    app::approvals::{self, Asking, Decided},
    domain::time::Zone,
    web::{
        answer::{spoken_to, unlisted},
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "answer/gone.html")]
struct DonePage<'a> {
    page: Page<'a>,
    title: String,
    body: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
) -> Result<Response, Failure> {
    sheet(&reads, &caller, &token, (StatusCode::OK, Errors::default(), String::new())).await
}

pub(super) async fn decide(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let asking = open(&reads, &caller, &token).await?;
    let t = crate::i18n::texts(asking.reader.language);
    let typed: String = form.get("note").chars().take(8_000).collect();
    let decision = match sheet::read(t, &form) {
        Ok(decision) => decision,
        Err(errors) => {
            return sheet(&reads, &caller, &token, (StatusCode::UNPROCESSABLE_ENTITY, errors, typed)).await;
        }
    };
    match approvals::decide(&writes.app, &asking.approver, asking.question.approval.id, decision).await {
        Ok(decided) => done(&reads, &caller, (&asking, decided)).await,
        Err(error) => match sheet::unsettled(t, &error) {
            Some((status, errors)) => sheet(&reads, &caller, &token, (status, errors, typed)).await,
            None => Err(error.into()),
        },
    }
}

async fn open(reads: &Reads, caller: &Caller, token: &str) -> Result<Asking, Failure> {
    let mut tx = reads.begin().await?;
    Ok(approvals::open_link(&mut tx, reads.links(), token, (caller.now(), caller.address())).await?)
}

fn speaking(caller: &Caller, asking: &Asking) -> Caller {
    let zone = Zone::named(&asking.reader.zone).unwrap_or_else(|_| Zone::utc());
    caller.speaking(asking.reader.language, zone)
}

async fn sheet(
    reads: &Reads,
    caller: &Caller,
    token: &str,
    (status, errors, typed): (StatusCode, Errors, String),
) -> Result<Response, Failure> {
    let asking = open(reads, caller, token).await?;
    let caller = speaking(caller, &asking);
    let reading = Reading {
        page: spoken_to(reads, &caller, &asking.reader),
        action: format!("/a/{token}"),
        decides: true,
        own: false,
        acting_as: Some(asking.approver.person.name.clone()),
        status,
        errors,
        typed,
    };
    let mut tx = reads.begin().await?;
    sheet::draw(&caller, (&mut tx, &asking.question), reading).await.map(unlisted)
}

/// The link is used up by now, so what was decided is said at once.
async fn done(reads: &Reads, caller: &Caller, (asking, decided): (&Asking, Decided)) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let asker = crate::store::people::by_id(&mut tx, asking.question.approval.asked_by).await?;
    let caller = speaking(caller, asking);
    let page = spoken_to(reads, &caller, &asking.reader);
    let title = page.t.approval_title(&asking.question.after.meeting.title);
    let body = match decided {
        Decided::Allowed(_) => page.t.approval_done_approved(),
        Decided::Declined(_) => page.t.approval_done_declined(asker.map(|p| p.name).unwrap_or_default()),
    };
    page::ok(&DonePage { page, title, body }).map(unlisted)
}
