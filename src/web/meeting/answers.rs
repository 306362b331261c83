//! Answer as the signed-in person, on the page of the meeting; and the fields that both ways of answering share.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    seen,
    show::{self, Returned},
};
use crate::{
    app::{
        answer::{self, GiveAnswer, MAX_COMMENT},
        error::AppError,
        series,
    },
    domain::{ids::MeetingId, meeting::Answer},
    i18n::Texts,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::One,
        state::Writes,
    },
};

/// The answer of a link or form: `y`, `m` or `n`.
pub(in crate::web) fn choice(letter: &str) -> Option<Answer> {
    match letter {
        "y" => Some(Answer::Yes),
        "m" => Some(Answer::Maybe),
        "n" => Some(Answer::No),
        _ => None,
    }
}

/// Reads an answer.
pub(in crate::web) fn read(t: &Texts, form: &Form) -> Result<GiveAnswer, Errors> {
    let mut errors = Errors::default();
    let answer = choice(form.get("a"));
    if answer.is_none() {
        errors.add("a", t.field_choose_one());
    }
    let comment = form.get("comment");
    if comment.chars().count() > MAX_COMMENT {
        errors.add("comment", t.field_too_long(MAX_COMMENT));
    }
    match answer {
        Some(answer) if errors.is_empty() => Ok(GiveAnswer { answer, comment: comment.to_owned() }),
        _ => Err(errors),
    }
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let full = seen(&mut tx, caller.actor()?, id).await?;
    let attendee = show::own_row(&full, &caller)?.ok_or(Failure::NotFound)?.id;
    let given = match read(caller.texts(), &form) {
        Ok(given) => given,
        Err(errors) => {
            let answer = Some((choice(form.get("a")), form.get("comment").to_owned()));
            let returned = Returned { errors, answer, ..Returned::default() };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return show::render(&reads, &caller, (&mut tx, &full), (status, None, returned)).await;
        }
    };
    drop(tx);
    let page = format!("/meetings/{id}");
    let actor = caller.actor()?;
    let done = if full.meeting.series_id.is_some() && form.get("all") == "yes" {
        Box::pin(series::answer::by_person(&writes.app, actor, attendee, given)).await
    } else {
        answer::by_person(&writes.app, actor, attendee, given).await
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{page}?done=answered")).into_response()),
        // Called off, over or without this person meanwhile: the page says which.
        Err(AppError::Refused(_)) => Ok(Redirect::to(&page).into_response()),
        Err(error) => Err(error.into()),
    }
}
