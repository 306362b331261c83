//! Plan a new meeting: show, preview, keep, send.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDateTime;

use super::{
    act::{self, Action},
    customer,
    desk::Desk,
    edit, hold, kept, parse, series,
    typed::Typed,
    view::{self, Extra},
};
use crate::{
    app::{
        course,
        customers::opportunities::{self, About},
        drafts,
        error::{AppError, Refusal},
        holds::{MAX_HELD, MAX_HOLDING, Wish},
        leave::{Need, Stopped},
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
        series::{
            change,
            schedule::{self, ScheduleSeries},
        },
    },
    domain::{
        ids::{DraftId, MeetingId},
        planning::Plan,
        series::rule::Rule,
    },
    store::{self, Tx},
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        repeats,
        state::{Reads, Writes},
    },
};

/// The form: empty, for a purpose or time, from a draft, or like another meeting.
pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let mut tx = reads.begin().await?;
    let (typed, saved) = begun(&mut tx, &caller, &query).await?;
    let mut desk = Desk::new(&mut tx, &reads, &caller, typed).await?;
    let begin = match query.get("agenda") {
        "" => Action::Look,
        template => Action::TakeAgenda(template.parse().ok()),
    };
    act::apply(&mut desk, &mut tx, &begin).await?;
    let notice = match query.get("done") {
        "undone" => Some(caller.texts().done_unplanned()),
        "withdrawn" => Some(caller.texts().approval_done_withdrawn()),
        "saved" => saved.map(|at| caller.texts().planner_saved(at)),
        _ => None,
    };
    view::draw(desk, &mut tx, Extra { notice, ..Extra::default() }).await
}

/// What the form begins with, and when its draft was saved.
async fn begun(tx: &mut Tx, caller: &Caller, query: &Form) -> Result<(Typed, Option<String>), Failure> {
    let actor = caller.actor()?;
    if query.has("draft") {
        let id: DraftId = query.get("draft").parse().map_err(|_| Failure::NotFound)?;
        let draft = store::drafts::by_id(tx, actor.id(), id).await?.ok_or(Failure::NotFound)?;
        let typed = Typed { draft: id.to_string(), ..Typed::read(&Form::new(draft.form.0)) };
        return Ok((typed, Some(caller.format().time(draft.updated_at))));
    }
    if query.has("copy") {
        let id: MeetingId = query.get("copy").parse().map_err(|_| Failure::NotFound)?;
        let full = store::meetings::by_id(tx, id).await?.filter(|full| actor.sees(full)).ok_or(Failure::NotFound)?;
        let copied = id.to_string();
        return Ok((Typed { copied, ..edit::copied(&full, &caller.format(), actor.id()) }, None));
    }
    let f = caller.format();
    let mut typed = Typed { purpose: query.get("purpose").to_owned(), ..Typed::default() };
    typed.purpose = typed.chosen_purpose().map_or_else(String::new, |p| p.to_string());
    // What calendars link to is wall time of the reader.
    if let Ok(start) = NaiveDateTime::parse_from_str(query.get("start"), "%Y-%m-%dT%H:%M") {
        typed.date = f.short_date(start.date());
        typed.time = f.clock(start.time());
        f.zone().name().clone_into(&mut typed.zone);
    }
    customer::begin(tx, &f, (query, &mut typed)).await?;
    Ok((typed, None))
}

/// What would happen: the same page with what was typed. Changes nothing.
pub(super) async fn preview(State(reads): State<Reads>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let typed = Typed::read(&form);
    let action = match Action::of(&form) {
        Action::Send | Action::Save | Action::KeepAgenda => Action::Look,
        other => other,
    };
    if let Ok(id) = typed.meeting.parse::<MeetingId>() {
        return Box::pin(edit::preview(&mut tx, (&reads, &caller), (id, typed), action)).await;
    }
    let mut desk = Desk::new(&mut tx, &reads, &caller, typed).await?;
    act::apply(&mut desk, &mut tx, &action).await?;
    view::draw(desk, &mut tx, Extra::default()).await
}

/// Any button of the form.
pub(super) async fn submit(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let mut desk = Desk::new(&mut tx, &reads, &caller, Typed::read(&form)).await?;
    let action = Action::of(&form);
    act::apply(&mut desk, &mut tx, &action).await?;
    match action {
        Action::Save => {
            let wish = hold::wish(&mut desk, &mut tx).await?;
            if desk.said.errors.of("hold").is_some() {
                return view::draw(desk, &mut tx, Extra::default()).await;
            }
            drop(tx);
            save(&writes, desk, wish).await
        }
        Action::KeepAgenda => {
            drop(tx);
            kept::keep(&writes, &mut desk, &form).await?;
            let mut tx = reads.begin().await?;
            view::draw(desk, &mut tx, Extra::default()).await
        }
        Action::Send if desk.said.errors.is_empty() => match parse::plan(&desk.reading(), &desk.typed) {
            Ok(plan) => {
                // Readers and the one writer of SQLite use different connections; holding this one would only cost.
                match series::rule(&desk, &plan.start).and_then(|rule| Ok((rule, series::endless(&desk)?))) {
                    Ok(rule) => {
                        drop(tx);
                        Box::pin(send(&writes, desk, (plan, rule), &form)).await
                    }
                    Err(errors) => {
                        desk.said.errors = errors;
                        view::draw(desk, &mut tx, Extra::default()).await
                    }
                }
            }
            Err(errors) => {
                desk.said.errors = errors;
                view::draw(desk, &mut tx, Extra::default()).await
            }
        },
        _ => view::draw(desk, &mut tx, Extra::default()).await,
    }
}

async fn save(writes: &Writes, mut desk: Desk<'_>, wish: Option<Wish>) -> Result<Response, Failure> {
    let actor = desk.actor()?;
    let draft = (desk.typed.draft.parse().ok(), desk.typed.fields());
    match drafts::save(&writes.app, actor, &actor.may_plan()?, (draft, wish)).await {
        Ok(id) => Ok(Redirect::to(&format!("/meetings/new?draft={id}&done=saved")).into_response()),
        Err(AppError::Refused(refusal)) => {
            refuse(&mut desk, refusal)?;
            let mut tx = writes.reads().begin().await?;
            view::draw(desk, &mut tx, Extra::default()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// How it repeats, and why it should never end.
type Repeats = (Option<Rule>, Option<String>);

/// Carries it out; where the page leads then.
async fn carry_out(
    writes: &Writes,
    desk: &Desk<'_>,
    (plan, (rule, endless)): (Plan, Repeats),
    form: &Form,
) -> Result<String, AppError> {
    let actor = desk.actor().map_err(|_| AppError::Denied)?;
    let (permit, once) = (actor.may_plan_for(desk.organizer.id)?, form.once(actor.id()));
    let (fields, draft, consent) = (desk.typed.fields(), desk.typed.draft.parse().ok(), form.consent());
    if let Some(rule) = rule {
        let command =
            ScheduleSeries { plan, rule, skip: series::skipped(desk), endless, form: fields, draft, consent, once };
        return Ok(match schedule::run(&writes.app, actor, &permit, command).await? {
            schedule::Scheduled::New(_, first, changed) => {
                about(writes, desk, (first, true)).await?;
                change::location(first, &changed)
            }
            schedule::Scheduled::Again(location) => location,
        });
    }
    let command = ScheduleMeeting { plan, form: fields, draft, consent, once };
    Ok(match schedule_meeting::run(&writes.app, actor, &permit, command).await? {
        Scheduled::New(id, made) => {
            about(writes, desk, (id, false)).await?;
            made.location(id)
        }
        Scheduled::Again(location) => location,
    })
}

/// Notes what a new meeting is about, and what it is a copy of. Its page asks for the first again should this be lost, or the
/// customer be another one.
async fn about(writes: &Writes, desk: &Desk<'_>, (meeting, all_dates): (MeetingId, bool)) -> Result<(), AppError> {
    let actor = desk.actor().map_err(|_| AppError::Denied)?;
    if let Ok(from) = desk.typed.copied.parse() {
        match course::copied(&writes.app, actor, (meeting, from)).await {
            Err(AppError::NotFound) | Ok(()) => {}
            Err(other) => return Err(other),
        }
    }
    let Ok(id) = desk.typed.opportunity.parse() else { return Ok(()) };
    match opportunities::link(&writes.app, actor, About { meeting, opportunity: Some(id), all_dates }).await {
        Err(AppError::NotFound | AppError::Refused(Refusal::OtherCustomer)) | Ok(()) => Ok(()),
        Err(other) => Err(other),
    }
}

async fn send(writes: &Writes, mut desk: Desk<'_>, what: (Plan, Repeats), form: &Form) -> Result<Response, Failure> {
    match Box::pin(carry_out(writes, &desk, what, form)).await {
        Ok(location) => Ok(Redirect::to(&location).into_response()),
        Err(AppError::SeriesStopped(dates)) => {
            series::stop(&mut desk, &dates);
            let mut tx = writes.reads().begin().await?;
            view::draw(desk, &mut tx, Extra::default()).await
        }
        Err(AppError::KeyReused) => {
            // Sent, gone back, changed and sent again: a second meeting, if that is what is wanted.
            desk.typed.once.clear();
            desk.said.errors.add("plan", desk.t().planner_sent_already());
            let mut tx = writes.reads().begin().await?;
            Box::pin(view::draw_as(StatusCode::CONFLICT, desk, &mut tx, Extra::default())).await
        }
        Err(AppError::Stopped(stopped)) => {
            stop(&mut desk, &stopped);
            desk.said.stopped = true;
            let mut tx = writes.reads().begin().await?;
            view::draw(desk, &mut tx, Extra::default()).await
        }
        Err(AppError::Refused(refusal)) => {
            refuse(&mut desk, refusal)?;
            let mut tx = writes.reads().begin().await?;
            view::draw(desk, &mut tx, Extra::default()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Limits stopped it: what is still needed, beside the field that gives it.
pub(super) fn stop(desk: &mut Desk<'_>, stopped: &Stopped) {
    let t = desk.t();
    match stopped.need {
        Need::Tick => desk.said.errors.add("limits_seen", t.planner_limits_tick()),
        Need::Reason => desk.said.errors.add("limits_reason", t.planner_limits_reason()),
        Need::Other => desk.said.errors.add("plan", t.planner_limits_other()),
    }
}

/// A rule said no: the words beside the field it is about.
pub(super) fn refuse(desk: &mut Desk<'_>, refusal: Refusal) -> Result<(), Failure> {
    let t = desk.t();
    let (field, words) = match refusal {
        Refusal::InThePast => ("date", t.planner_past()),
        Refusal::NobodyInvited => ("who", t.planner_nobody_invited()),
        Refusal::TooManyPeople => ("who", t.planner_too_many_people(200)),
        Refusal::DoNotContact(names) => ("who", t.planner_who_silent(names.join(", "))),
        Refusal::Gone(names) => ("who", t.planner_who_gone(names.join(", "))),
        Refusal::NoVideoServer => ("video", t.planner_no_server()),
        Refusal::NoPersonalRoom => ("video", t.planner_no_room()),
        Refusal::Over => ("plan", t.planner_over()),
        Refusal::Cancelled => ("plan", t.planner_cancelled()),
        Refusal::NoSeries(why) => ("repeat", repeats::words(t, why)),
        Refusal::TooManySeats if desk.typed.meeting.is_empty() => ("repeat", t.series_error_seats()),
        Refusal::PointsOutside(names) => ("who", t.part_outside(names.join(", "))),
        Refusal::TooManySeats => ("who", t.series_error_seats()),
        Refusal::TooManyHolds => ("hold", t.planner_hold_many(MAX_HOLDING)),
        Refusal::HoldTooLarge => ("hold", t.planner_hold_large(i64::try_from(MAX_HELD).unwrap_or(i64::MAX))),
        Refusal::NoApprover => ("plan", t.approval_nobody()),
        other => return Err(AppError::Refused(other).into()),
    };
    desk.said.errors.add(field, words);
    Ok(())
}
