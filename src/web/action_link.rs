//! Mark what one is to do as done by the link of a mail: no account, no sign-in. Opening the page changes nothing.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    answer::{spoken_to, unlisted},
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Notice, Page},
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        action_links,
        error::{AppError, Refusal},
    },
    domain::{minutes::ActionState, time::Zone},
    i18n::course as words,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/d/{token}", Access::Link, show).command("/d/{token}", Access::Link, settle)
}

#[derive(Template)]
#[template(path = "course/action.html")]
struct ActionPage<'a> {
    page: Page<'a>,
    token: &'a str,
    body: String,
    meeting: String,
    due: String,
    state: String,
    open: bool,
    done: bool,
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    render(&reads, &caller, &token, (StatusCode::OK, query.has("done"))).await
}

async fn settle(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    match action_links::settle(&writes.app, &token, form.get("do") != "open").await {
        Ok(()) => Ok(Redirect::to(&format!("/d/{token}?done=1")).into_response()),
        Err(AppError::Refused(Refusal::TooMany(seconds))) => {
            let slow = (StatusCode::TOO_MANY_REQUESTS, false);
            let mut response = render(&writes.reads(), &caller, &token, slow).await?;
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            Ok(response)
        }
        Err(error) => Err(error.into()),
    }
}

async fn render(
    reads: &Reads,
    caller: &Caller,
    token: &str,
    (status, done): (StatusCode, bool),
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let held = action_links::open(&mut tx, reads.links(), token).await?;
    let zone = Zone::named(&held.reader.zone).unwrap_or_else(|_| Zone::utc());
    let caller = caller.speaking(held.reader.language, zone);
    let page = spoken_to(reads, &caller, &held.reader);
    let (t, f, action) = (page.t, page.f.clone(), held.action);
    let notice = match status {
        StatusCode::TOO_MANY_REQUESTS => Some(t.action_link_slow()),
        _ => done.then(|| t.action_link_saved()),
    };
    let page = ActionPage {
        body: action.body,
        meeting: t.action_link_from(&held.full.meeting.title, f.date(f.day(held.full.meeting.starts_at))),
        due: action.due_on.map_or_else(String::new, |day| f.day_month(day)),
        state: words::action_state(t, action.state),
        open: action.state == ActionState::Open,
        done: action.state == ActionState::Done,
        page: page.with_notice(notice.map(Notice::new)),
        token,
    };
    page::html(status, &page).map(unlisted)
}
