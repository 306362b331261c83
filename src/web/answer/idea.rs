//! Suggest a point by the link of an invitation.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{open, speaking, spoken_to, unlisted};
use crate::{
    app::{
        answer::{Opened, Standing},
        error::AppError,
        ideas::{self, may_suggest},
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        points::ideas::{TypedIdea, kinds, refused},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "answer/idea.html")]
struct IdeaPage<'a> {
    page: Page<'a>,
    opened: &'a Opened,
    token: &'a str,
    errors: Errors,
    typed: TypedIdea,
    kinds: Vec<(String, String)>,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
) -> Result<Response, Failure> {
    render(&reads, &caller, &token, (StatusCode::OK, TypedIdea::default(), Errors::default())).await
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let reader = open(&reads, &token).await?.opened.reader;
    let t = crate::i18n::texts(reader.language);
    let spoken = spoken_to(&reads, &caller, &reader).f;
    let typed = TypedIdea::of(&form);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let errors = match typed.read(t, &spoken) {
        Err(errors) => errors,
        Ok(idea) => match ideas::by_link(&writes.app, &token, idea, caller.address()).await {
            Ok(()) => return Ok(Redirect::to(&format!("/r/{token}?done=idea")).into_response()),
            Err(AppError::Refused(refusal)) => {
                let Some((code, words)) = refused(t, &refusal) else {
                    return Ok(Redirect::to(&format!("/r/{token}")).into_response());
                };
                status = code;
                let mut errors = Errors::default();
                errors.add("title", words);
                errors
            }
            Err(error) => return Err(error.into()),
        },
    };
    render(&reads, &caller, &token, (status, typed, errors)).await
}

async fn render(
    reads: &Reads,
    caller: &Caller,
    token: &str,
    (status, typed, errors): (StatusCode, TypedIdea, Errors),
) -> Result<Response, Failure> {
    let held = open(reads, token).await?;
    let opened = &held.opened;
    let open = matches!(opened.standing(caller.now()), Standing::Open | Standing::Leads);
    if !open || may_suggest(&opened.full, &opened.attendee, caller.now()).is_err() {
        return Ok(Redirect::to(&format!("/r/{token}")).into_response());
    }
    let caller = speaking(caller, opened);
    let page = spoken_to(reads, &caller, &opened.reader);
    let kinds = kinds(page.t);
    page::html(status, &IdeaPage { page, opened, token, errors, typed, kinds }).map(unlisted)
}
