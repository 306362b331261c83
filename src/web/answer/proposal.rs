//! Suggest another time by the link of an invitation: the times that suit the others, a note, one button.

use askama::Template;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use chrono::{DateTime, Utc};

use super::{speaking, spoken_to, unlisted};
use crate::{
    app::{
        answer::{self, Opened},
        error::{AppError, Refusal},
        proposals::{self, MAX_NOTE},
    },
    domain::{proposal::ProposalState, time::Interval},
    i18n::{Texts, format::Format},
    store::proposals::TimeProposal,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        limit_panel::instant,
        meeting::when::When,
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "answer/proposal.html")]
struct ProposalPage<'a> {
    page: Page<'a>,
    opened: &'a Opened,
    token: &'a str,
    errors: Errors,
    when: When,
    times: Vec<Choice>,
    note: String,
}

/// A time to choose.
struct Choice {
    value: String,
    on: bool,
    when: When,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
struct Typed {
    time: String,
    note: String,
    wrong: Option<Wrong>,
}

enum Wrong {
    NoTime,
    LongNote,
    Taken,
    TooFast(u32),
}

/// What its author reads of a suggestion on the answer page.
pub(super) struct Own {
    pub(super) when: When,
    pub(super) words: String,
    pub(super) open: bool,
}

/// The newest suggestion of somebody, as long as it says something: accepted, it is the meeting's time.
pub(super) fn own(t: &Texts, f: &Format, (opened, proposal): (&Opened, &TimeProposal)) -> Option<Own> {
    let organizer = opened.facts.organizer.name.as_str();
    let words = match proposal.state {
        ProposalState::Open => t.proposal_own_open(organizer),
        ProposalState::Declined => t.proposal_own_declined(organizer),
        ProposalState::Accepted | ProposalState::Overtaken | ProposalState::Withdrawn => return None,
    };
    let when = own_time(opened, Interval::new(proposal.starts_at, proposal.ends_at)?);
    let when = When::of(f, (when.start(), when.end()), &opened.full.meeting.zone);
    Some(Own { when, words, open: proposal.is_open() })
}

/// What a time of the meeting is to whoever holds the link: they may be invited to some points only.
fn own_time(opened: &Opened, meeting: Interval) -> Interval {
    opened.attendee.stay().map_or(meeting, |stay| stay.of(meeting))
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(token): One<String>,
) -> Result<Response, Failure> {
    render(&reads, &caller, &token, Typed::default()).await
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
    form: Form,
) -> Result<Response, Failure> {
    let field = |name| form.get(name).chars().take(4_000).collect::<String>();
    let mut typed = Typed { time: field("time"), note: field("note"), wrong: None };
    let start = typed.time.parse::<DateTime<Utc>>().ok();
    typed.wrong = match start {
        _ if typed.note.chars().count() > MAX_NOTE => Some(Wrong::LongNote),
        None => Some(Wrong::NoTime),
        Some(start) => {
            match proposals::by_link(&writes.app, &token, (start, typed.note.clone()), caller.address()).await {
                Err(AppError::Refused(Refusal::TimeTaken)) => Some(Wrong::Taken),
                Err(AppError::Refused(Refusal::TooMany(seconds))) => Some(Wrong::TooFast(seconds)),
                // Begun or called off meanwhile: the answer page says which.
                Ok(()) | Err(AppError::Refused(_) | AppError::Denied) => None,
                Err(error) => return Err(error.into()),
            }
        }
    };
    if typed.wrong.is_none() {
        return Ok(Redirect::to(&format!("/r/{token}")).into_response());
    }
    render(&writes.reads(), &caller, &token, typed).await
}

pub(super) async fn withdraw(
    State(writes): State<Writes>,
    caller: Caller,
    One(token): One<String>,
) -> Result<Response, Failure> {
    proposals::withdraw(&writes.app, &token, caller.address()).await?;
    Ok(Redirect::to(&format!("/r/{token}")).into_response())
}

async fn render(reads: &Reads, caller: &Caller, token: &str, typed: Typed) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let opened = answer::open_next(&mut tx, reads.links(), (token, caller.now())).await?;
    if !opened.may_propose(caller.now()) {
        return Ok(Redirect::to(&format!("/r/{token}")).into_response());
    }
    let spans = proposals::suitable(&mut tx, caller.now(), &opened.full).await?;
    let caller = speaking(caller, &opened);
    let page = spoken_to(reads, &caller, &opened.reader);
    let (m, f) = (&opened.full.meeting, page.f.clone());
    let choice = |span: &Interval| {
        let value = instant(span.start());
        let own = own_time(&opened, *span);
        Choice { on: value == typed.time, value, when: When::of(&f, (own.start(), own.end()), &m.zone) }
    };
    let times: Vec<Choice> = spans.iter().map(choice).collect();
    let (status, errors) = judged(page.t, typed.wrong.as_ref(), times.is_empty());
    let when = When::of(&f, (opened.facts.starts_at, opened.facts.ends_at), &m.zone);
    let page = ProposalPage { page, opened: &opened, token, errors, when, times, note: typed.note };
    let mut response = page::html(status, &page).map(unlisted)?;
    if let Some(Wrong::TooFast(seconds)) = typed.wrong {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

fn judged(t: &Texts, wrong: Option<&Wrong>, none: bool) -> (StatusCode, Errors) {
    let mut errors = Errors::default();
    match wrong {
        None => return (StatusCode::OK, errors),
        Some(Wrong::NoTime) => errors.add("time", t.field_choose_one()),
        Some(Wrong::LongNote) => errors.add("note", t.field_too_long(MAX_NOTE)),
        Some(Wrong::Taken) if none => errors.add("time", t.proposal_taken_none()),
        Some(Wrong::Taken) => errors.add("time", t.proposal_taken()),
        Some(Wrong::TooFast(seconds)) => {
            errors.add("time", t.proposal_slow(seconds.div_ceil(60)));
            return (StatusCode::TOO_MANY_REQUESTS, errors);
        }
    }
    (StatusCode::UNPROCESSABLE_ENTITY, errors)
}
