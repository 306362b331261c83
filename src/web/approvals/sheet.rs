//! One question on a page, and its form.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{Names, state};
use crate::{
    app::{
        approvals::{Decision, MAX_NOTE, Question},
        error::{AppError, Refusal},
    },
    i18n::{Texts, limits},
    store::{Tx, approvals::Approval},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        meeting::when::{When, moment},
        page::{self, Nav, Page},
    },
};

#[derive(Template)]
#[template(path = "approvals/show.html")]
struct SheetPage<'a> {
    page: Page<'a>,
    errors: Errors,
    sheet: Sheet,
    /// Where the form goes.
    action: String,
}

/// What the page says.
struct Sheet {
    title: String,
    organizer: String,
    when: When,
    stands: Option<When>,
    asked_by: String,
    asker: String,
    reason: String,
    asked: Vec<String>,
    /// The same limits at this moment; `None` once it is decided.
    now: Option<Vec<String>>,
    until: String,
    chip: (&'static str, String),
    decided: Option<String>,
    note: String,
    /// Whether the reader may decide, and why not.
    decides: bool,
    own: bool,
    typed: String,
    acting_as: Option<String>,
}

/// Who reads the page, and what came back with it.
pub(super) struct Reading<'a> {
    pub(super) page: Page<'a>,
    pub(super) action: String,
    pub(super) decides: bool,
    pub(super) own: bool,
    /// The approver's name, where the page works without signing in.
    pub(super) acting_as: Option<String>,
    pub(super) status: StatusCode,
    pub(super) errors: Errors,
    pub(super) typed: String,
}

/// Draws the page of a question.
pub(super) async fn draw(
    caller: &Caller,
    (tx, question): (&mut Tx, &Question),
    reading: Reading<'_>,
) -> Result<Response, Failure> {
    let now = caller.now();
    let a = &question.approval;
    let names = Names::of(tx, std::iter::once(a)).await?;
    let readings = if question.is_open(now) { Some(question.judged_now(tx, now).await?.readings) } else { None };
    let (t, f) = (reading.page.t, &reading.page.f);
    let say = |all: &[crate::domain::limits::verdict::Reading]| -> Vec<String> {
        all.iter().map(|r| limits::reading(t, f, r)).collect()
    };
    let (m, old) = (&question.after.meeting, &question.full.meeting);
    let stands = old.status == crate::domain::meeting::Status::Confirmed && a.is_open();
    let moved = stands && (old.starts_at, old.ends_at) != (m.starts_at, m.ends_at);
    let sheet = Sheet {
        title: m.title.clone(),
        organizer: crate::web::meeting::organizer(&question.after),
        when: When::of(f, (m.starts_at, m.ends_at), &m.zone),
        stands: moved.then(|| When::of(f, (old.starts_at, old.ends_at), &old.zone)),
        asked_by: t.approval_asked_by(names.person(a.asked_by), moment(f, now, a.asked_at)),
        asker: names.person(a.asked_by),
        reason: a.reason.clone(),
        asked: say(&question.asked),
        now: readings.as_deref().map(say),
        until: moment(f, now, a.expires_at),
        chip: state(t, a),
        decided: decided(t, f, a, &names, now),
        note: a.note.clone(),
        decides: reading.decides && question.is_open(now),
        own: reading.own && question.is_open(now),
        typed: reading.typed,
        acting_as: reading.acting_as,
    };
    let (status, errors, action) = (reading.status, reading.errors, reading.action);
    page::html(status, &SheetPage { page: reading.page, errors, sheet, action })
}

fn decided(
    t: &Texts,
    f: &crate::i18n::format::Format,
    a: &Approval,
    names: &Names,
    now: chrono::DateTime<chrono::Utc>,
) -> Option<String> {
    let (by, at) = a.decided_by.zip(a.decided_at)?;
    Some(t.approval_decided_by(names.person(by), moment(f, now, at)))
}

/// The decision in the form.
///
/// # Errors
/// What is wrong with it, by field.
pub(super) fn read(t: &Texts, form: &Form) -> Result<Decision, Errors> {
    let mut errors = Errors::default();
    let allow = match form.get("decision") {
        "approve" => Some(true),
        "decline" => Some(false),
        _ => None,
    };
    if allow.is_none() {
        errors.add("decision", t.approval_choose());
    }
    let note = form.get("note");
    if note.chars().count() > MAX_NOTE {
        errors.add("note", t.field_too_long(MAX_NOTE));
    }
    match allow {
        Some(allow) if errors.is_empty() => Ok(Decision { allow, note: note.to_owned() }),
        _ => Err(errors),
    }
}

/// What to say when it was not decided, if the page can say it: the status and the error.
pub(super) fn unsettled(t: &Texts, error: &AppError) -> Option<(StatusCode, Errors)> {
    let (status, words) = match error {
        AppError::Refused(Refusal::AskedOtherwise) => (StatusCode::CONFLICT, t.approval_worse()),
        AppError::Stopped(_) => (StatusCode::CONFLICT, t.approval_blocked()),
        AppError::Refused(Refusal::OwnApproval) => (StatusCode::FORBIDDEN, t.approval_own()),
        _ => return None,
    };
    let mut errors = Errors::default();
    errors.add("decision", words);
    Some((status, errors))
}
