//! Send one's input in writing by the link of an invitation, and decline with it.

use askama::Template;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use super::{open, speaking, spoken_to, unlisted};
use crate::{
    app::{
        answer::{Opened, Standing},
        error::{AppError, Refusal},
        send_input::{self, MAX_INPUT, SendInput},
    },
    store::inputs::Input,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "answer/input.html")]
struct InputPage<'a> {
    page: Page<'a>,
    opened: &'a Opened,
    token: &'a str,
    errors: Errors,
    point: String,
    points: Vec<(String, String)>,
    body: String,
}

/// What was typed.
struct Typed {
    point: String,
    body: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
) -> Result<Response, Failure> {
    render(&reads, &caller, &token, (StatusCode::OK, None, Errors::default())).await
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let t = crate::i18n::texts(open(&reads, &token).await?.opened.reader.language);
    let field = |name| form.get(name).chars().take(MAX_INPUT * 2).collect::<String>();
    let typed = Typed { point: field("point"), body: field("body") };
    let mut errors = Errors::default();
    if typed.body.trim().is_empty() {
        errors.add("body", t.field_required());
    } else if form.get("body").chars().count() > MAX_INPUT {
        errors.add("body", t.field_too_long(MAX_INPUT));
    }
    if !errors.is_empty() {
        return render(&reads, &caller, &token, (StatusCode::UNPROCESSABLE_ENTITY, Some(typed), errors)).await;
    }
    let given = SendInput { point: typed.point.parse().ok(), body: typed.body.clone() };
    match send_input::by_link(&writes.app, &token, given, caller.address()).await {
        Err(AppError::Refused(Refusal::TooMany(seconds))) => {
            errors.add("body", t.reply_slow(seconds));
            let slow = (StatusCode::TOO_MANY_REQUESTS, Some(typed), errors);
            let mut response = render(&reads, &caller, &token, slow).await?;
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
            Ok(response)
        }
        // Called off, over or without this person meanwhile: the answer page says which.
        Ok(()) | Err(AppError::Refused(_) | AppError::Denied) => {
            Ok(Redirect::to(&format!("/r/{token}")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn render(
    reads: &Reads,
    caller: &Caller,
    token: &str,
    (status, typed, errors): (StatusCode, Option<Typed>, Errors),
) -> Result<Response, Failure> {
    let held = open(reads, token).await?;
    let opened = &held.opened;
    if opened.standing(caller.now()) != Standing::Open {
        return Ok(Redirect::to(&format!("/r/{token}")).into_response());
    }
    let caller = speaking(caller, opened);
    let page = spoken_to(reads, &caller, &opened.reader);
    let Typed { point, body } = typed.unwrap_or_else(|| sent(opened, held.input));
    let whole = if opened.is_customer() { page.t.input_whole_customer() } else { page.t.input_whole() };
    let points = opened.full.agenda.iter().map(|item| (item.id.to_string(), item.title.clone()));
    let points = [(String::new(), whole)].into_iter().chain(points).collect();
    page::html(status, &InputPage { page, opened, token, errors, point, points, body }).map(unlisted)
}

/// What was sent before, to be changed. The point may have another title by now, and then it is the whole meeting.
fn sent(opened: &Opened, input: Option<Input>) -> Typed {
    let Some(input) = input else { return Typed { point: String::new(), body: String::new() } };
    let point = opened.full.agenda.iter().find(|item| item.title == input.point);
    Typed { point: point.map_or_else(String::new, |item| item.id.to_string()), body: input.body }
}
