//! May a series go on without an end: the question to whoever may allow it, signed in or by the link of a mail, and the way
//! back.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        approvals::{Decision, MAX_NOTE},
        error::{AppError, Refusal},
        series::endless::{
            self,
            ask::worth,
            decide::{self as deciding, Asking, Question},
        },
    },
    domain::{
        ids::{SeriesApprovalId, SeriesId},
        time::Zone,
    },
    i18n::{Texts, series_record},
    store::{self, Tx},
    web::{
        answer::{spoken_to, unlisted},
        approvals::state_words,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        meeting::when::moment,
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "series/endless.html")]
struct EndlessPage<'a> {
    page: Page<'a>,
    errors: Errors,
    /// Where the form goes.
    action: String,
    title: String,
    last: String,
    asked_by: String,
    asker: String,
    reason: String,
    /// What it has been worth so far; empty while nothing is over.
    record: Vec<(String, String)>,
    record_title: String,
    until: String,
    chip: (&'static str, String),
    note: String,
    decides: bool,
    own: bool,
    typed: String,
    acting_as: Option<String>,
}

#[derive(Template)]
#[template(path = "answer/gone.html")]
struct DonePage<'a> {
    page: Page<'a>,
    title: String,
    body: String,
}

/// Who reads the page, and what came back with it.
struct Reading<'a> {
    page: Page<'a>,
    action: String,
    decides: bool,
    own: bool,
    acting_as: Option<String>,
    back: Back,
}

#[derive(Default)]
struct Back {
    status: StatusCode,
    errors: Errors,
    typed: String,
}

async fn draw(
    caller: &Caller,
    (tx, question): (&mut Tx, &Question),
    reading: Reading<'_>,
) -> Result<Response, Failure> {
    let (now, a, m) = (caller.now(), &question.approval, &question.end.meeting);
    let people = store::people::by_ids(tx, &[a.asked_by]).await?;
    let asker = people.into_iter().next().map(|person| person.name).unwrap_or_default();
    let record = worth(tx, &question.series, now).await?;
    let Reading { page, action, decides, own, acting_as, back } = reading;
    let (t, f) = (page.t, page.f.clone());
    let view = EndlessPage {
        title: m.title.clone(),
        last: t.endless_mail_last(f.long_date_time_range(m.starts_at, m.ends_at)),
        asked_by: t.approval_asked_by(asker.as_str(), moment(&f, now, a.asked_at)),
        asker,
        reason: a.reason.clone(),
        record: if record.past == 0 { Vec::new() } else { series_record::lines(t, &f, &record) },
        record_title: t.review_mail_record(record.past),
        until: moment(&f, now, a.expires_at),
        chip: state_words(t, &a.state),
        note: a.note.clone(),
        decides: decides && question.is_open(now),
        own: own && question.is_open(now),
        typed: back.typed,
        errors: back.errors,
        action,
        acting_as,
        page,
    };
    page::html(back.status, &view)
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<SeriesApprovalId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let done = query.as_deref() == Some("done=decided");
    signed_in(&reads, &caller, (id, done), Back::default()).await
}

pub(super) async fn decide(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<SeriesApprovalId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let typed: String = form.get("note").chars().take(8_000).collect();
    let decision = match read(caller.texts(), &form) {
        Ok(decision) => decision,
        Err(errors) => {
            let back = Back { status: StatusCode::UNPROCESSABLE_ENTITY, errors, typed };
            return signed_in(&reads, &caller, (id, false), back).await;
        }
    };
    match deciding::decide(&writes.app, caller.actor()?, id, decision).await {
        Ok(()) => Ok(Redirect::to(&format!("/series-approvals/{id}?done=decided")).into_response()),
        Err(AppError::Refused(Refusal::OwnApproval)) => {
            let mut errors = Errors::default();
            errors.add("decision", caller.texts().endless_own());
            let back = Back { status: StatusCode::FORBIDDEN, errors, typed };
            signed_in(&reads, &caller, (id, false), back).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn signed_in(
    reads: &Reads,
    caller: &Caller,
    (id, done): (SeriesApprovalId, bool),
    back: Back,
) -> Result<Response, Failure> {
    let (actor, now) = (caller.actor()?, caller.now());
    let mut tx = reads.begin().await?;
    let question = deciding::open(&mut tx, actor, id, now).await?;
    let notice = match question.approval.state.as_str() {
        "approved" if done => Some(Notice::new(caller.texts().endless_done_approved())),
        "declined" if done => Some(Notice::new(caller.texts().endless_done_declined())),
        _ => None,
    };
    let reading = Reading {
        page: Page::new(reads, caller, Nav::Meetings).with_notice(notice),
        action: format!("/series-approvals/{id}"),
        decides: deciding::may_decide(&mut tx, actor, &question, now).await?,
        own: question.is_own(actor),
        acting_as: None,
        back,
    };
    draw(caller, (&mut tx, &question), reading).await
}

pub(super) async fn show_by_link(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
) -> Result<Response, Failure> {
    by_link(&reads, &caller, &token, Back::default()).await
}

pub(super) async fn decide_by_link(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let asking = open(&reads, &caller, &token).await?;
    let typed: String = form.get("note").chars().take(8_000).collect();
    let decision = match read(crate::i18n::texts(asking.reader.language), &form) {
        Ok(decision) => decision,
        Err(errors) => {
            let back = Back { status: StatusCode::UNPROCESSABLE_ENTITY, errors, typed };
            return by_link(&reads, &caller, &token, back).await;
        }
    };
    let allowed = decision.allow;
    deciding::decide(&writes.app, &asking.approver, asking.question.approval.id, decision).await?;
    // The link is used up by now, so what was decided is said at once.
    let caller = speaking(&caller, &asking);
    let page = spoken_to(&reads, &caller, &asking.reader);
    let body = if allowed { page.t.endless_done_approved() } else { page.t.endless_done_declined() };
    let title = asking.question.end.meeting.title.clone();
    page::ok(&DonePage { page, title, body }).map(unlisted)
}

async fn open(reads: &Reads, caller: &Caller, token: &str) -> Result<Asking, Failure> {
    let mut tx = reads.begin().await?;
    Ok(deciding::open_link(&mut tx, reads.links(), token, (caller.now(), caller.address())).await?)
}

fn speaking(caller: &Caller, asking: &Asking) -> Caller {
    let zone = Zone::named(&asking.reader.zone).unwrap_or_else(|_| Zone::utc());
    caller.speaking(asking.reader.language, zone)
}

async fn by_link(reads: &Reads, caller: &Caller, token: &str, back: Back) -> Result<Response, Failure> {
    let asking = open(reads, caller, token).await?;
    let caller = speaking(caller, &asking);
    let reading = Reading {
        page: spoken_to(reads, &caller, &asking.reader),
        action: format!("/e/{token}"),
        decides: true,
        own: false,
        acting_as: Some(asking.approver.person.name.clone()),
        back,
    };
    let mut tx = reads.begin().await?;
    draw(&caller, (&mut tx, &asking.question), reading).await.map(unlisted)
}

/// Has the series end again, or takes the question back.
pub(super) async fn withdraw(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<SeriesId>,
) -> Result<Response, Failure> {
    endless::withdraw(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to(&format!("/series/{id}?done=ends")).into_response())
}

/// The decision in the form.
fn read(t: &Texts, form: &Form) -> Result<Decision, Errors> {
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
