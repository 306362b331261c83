//! Say by the link of a mail whether a meeting was worth the time.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{speaking, spoken_to, unlisted};
use crate::{
    app::{
        answer::{self, Opened, Standing},
        course,
        error::{AppError, Refusal},
    },
    store,
    web::{
        caller::Caller,
        course::worth::score,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "answer/worth.html")]
struct WorthPage<'a> {
    page: Page<'a>,
    token: &'a str,
    title: String,
    when: String,
    organizer: String,
    errors: Errors,
    own: i64,
    done: bool,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let done = Form::from_query(query.as_deref()).has("done");
    render(&reads, &caller, &token, (StatusCode::OK, Errors::default(), done)).await
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let Some(score) = score(&form) else {
        let opened = open(&reads, &token).await?.0;
        let mut errors = Errors::default();
        errors.add("worth", crate::i18n::texts(opened.reader.language).field_choose_one());
        return render(&reads, &caller, &token, (StatusCode::UNPROCESSABLE_ENTITY, errors, false)).await;
    };
    match course::by_link(&writes.app, &token, score).await {
        Ok(()) => Ok(Redirect::to(&format!("/r/{token}/worth?done=1")).into_response()),
        Err(AppError::Refused(Refusal::LinkUsed)) => Ok(Redirect::to(&format!("/r/{token}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// What the link opens: this meeting, also when it is a date of a series. And what was said before.
async fn open(reads: &Reads, token: &str) -> Result<(Opened, Option<i64>), Failure> {
    let mut tx = reads.begin().await?;
    let opened = answer::open_link(&mut tx, reads.links(), token).await?;
    let score = store::minutes::score_of(&mut tx, opened.attendee.id).await?;
    Ok((opened, score))
}

async fn render(
    reads: &Reads,
    caller: &Caller,
    token: &str,
    (status, errors, done): (StatusCode, Errors, bool),
) -> Result<Response, Failure> {
    let (opened, score) = open(reads, token).await?;
    let now = caller.now();
    let m = &opened.full.meeting;
    if opened.standing(now) == Standing::Expired || !course::is_asked(m, &opened.attendee, now) {
        return Ok(Redirect::to(&format!("/r/{token}")).into_response());
    }
    let caller = speaking(caller, &opened);
    let page = spoken_to(reads, &caller, &opened.reader);
    let page = WorthPage {
        when: page.f.long_date_time_range(m.starts_at, m.ends_at),
        title: m.title.clone(),
        organizer: opened.facts.organizer.name.clone(),
        own: score.unwrap_or(0),
        page,
        token,
        errors,
        done,
    };
    page::html(status, &page).map(unlisted)
}
