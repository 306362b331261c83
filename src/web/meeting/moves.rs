//! Move a meeting: choose a time, see what happens, tell everybody.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::{DateTime, NaiveDate, Utc};

use super::{
    changeable,
    effect::{self, Effect, Overlap},
    move_limits, move_times,
    new_time::{NewTime, Reader, Typed},
    proposals,
    stale::Newer,
    when::When,
};
use crate::{
    app::{
        edit_meeting::Outcome,
        error::{AppError, Refusal},
        leave::Need,
        move_meeting::{self, MoveMeeting},
        preview::Needs,
        series::{dates::Several, move_time},
    },
    domain::{ids::MeetingId, meeting::Status, series::patch::Scope, time::Zone},
    store::{self, Tx, meetings::FullMeeting},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        limit_panel::{LimitPanel, Said},
        page::{self, Nav, Page},
        path::One,
        proposed_times::{Around, TimesView},
        relay_form, repeats,
        series::{
            scope::{self, Chosen, ScopeView},
            stopped,
        },
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "meeting/move.html")]
struct MovePage<'a> {
    page: Page<'a>,
    full: &'a FullMeeting,
    errors: Errors,
    once: String,
    typed: Typed,
    zones: Vec<(String, String)>,
    date_example: String,
    now: When,
    length: String,
    times: Option<TimesView>,
    understood: Option<Understood>,
    newer: Option<Newer>,
    send: String,
    scope: Option<ScopeView>,
    /// That no mail leaves the house.
    stays: Option<String>,
}

/// What would happen.
struct Understood {
    when: When,
    length: String,
    effect: Effect,
    overlaps: Vec<Overlap>,
    limits: LimitPanel,
}

/// What stands in the form.
#[derive(Default)]
struct Filled {
    typed: Option<Typed>,
    errors: Errors,
    new: Option<NewTime>,
    /// The version that was overtaken.
    overtaken: Option<i64>,
    said: Said,
    /// A limit stopped it.
    stopped: bool,
    /// Which dates of a series.
    scope: String,
    /// What other dates of the series need.
    needs: Needs,
    /// Days of them that limits stop, and days that stay as they are.
    stopped_dates: Vec<NaiveDate>,
    keep: Vec<NaiveDate>,
}

pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, caller.actor()?, id).await?;
    if !open(&caller, &full) {
        return Ok(Redirect::to(&format!("/meetings/{id}")).into_response());
    }
    let mut filled = Filled::default();
    if let Some(typed) = proposals::typed(&mut tx, &caller, &full, query.as_deref()).await? {
        match typed.read(&Reader { t: caller.texts(), f: &caller.format(), now: caller.now() }) {
            Ok(new) => filled.new = Some(new),
            Err(errors) => filled.errors = errors,
        }
        filled.typed = Some(typed);
    }
    form_page(&reads, &caller, (&mut tx, &full), (StatusCode::OK, filled)).await
}

/// Whether there is still something to move or call off.
pub(super) fn open(caller: &Caller, full: &FullMeeting) -> bool {
    full.meeting.status != Status::Cancelled && full.meeting.ends_at > caller.now()
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let version = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let f = caller.format();
    let mut typed = Typed::from_form(&form);
    typed.follow_choice(&f);
    move_limits::take_trades(&f, &form, &mut typed);
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, caller.actor()?, id).await?;
    let overtaken = (version != full.meeting.version).then_some(version);
    let mut filled = Filled { overtaken, said: Said::of(&form), keep: keep(&form), ..Filled::default() };
    form.get("scope").clone_into(&mut filled.scope);
    match typed.read(&Reader { t: caller.texts(), f: &f, now: caller.now() }) {
        Ok(new) if overtaken.is_none() && new.is_time_of(&full.meeting) => {
            filled.errors.add("date", caller.texts().move_unchanged());
        }
        // An overtaken form goes through as well: it may have been carried out before.
        Ok(new) if form.get("do") == "move" => {
            drop(tx);
            return carry_out(&writes, &caller, (id, version), (&form, typed, new)).await;
        }
        Ok(new) => filled.new = Some(new),
        Err(errors) => filled.errors = errors,
    }
    let status = match (&filled.overtaken, filled.errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    filled.typed = Some(typed);
    form_page(&reads, &caller, (&mut tx, &full), (status, filled)).await
}

async fn carry_out(
    writes: &Writes,
    caller: &Caller,
    (id, version): (MeetingId, i64),
    (form, typed, new): (&Form, Typed, NewTime),
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let command = MoveMeeting {
        id,
        version,
        start: new.start.clone(),
        minutes: new.minutes,
        reason: new.reason.clone(),
        consent: form.consent(),
        once: form.once(actor.id()),
    };
    let mut filled = Filled { typed: Some(typed), said: Said::of(form), keep: keep(form), ..Filled::default() };
    form.get("scope").clone_into(&mut filled.scope);
    let moved = match filled.scope.parse::<Scope>().unwrap_or(Scope::This) {
        Scope::This => move_meeting::run(&writes.app, actor, command).await,
        scope => {
            let several = Several { scope, keep: filled.keep.clone() };
            Box::pin(move_time::run(&writes.app, actor, (command, several))).await
        }
    };
    let status = match moved {
        Ok(outcome) => return Ok(Redirect::to(&location(id, outcome)).into_response()),
        Err(error) => complain(caller, (&mut filled, version), (error, new))?,
    };
    let Some(status) = status else { return Ok(Redirect::to(&format!("/meetings/{id}")).into_response()) };
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, actor, id).await?;
    form_page(&reads, caller, (&mut tx, &full), (status, filled)).await
}

/// Days of a series whose dates stay as they are.
fn keep(form: &Form) -> Vec<NaiveDate> {
    repeats::skip(form).iter().filter_map(|day| day.parse().ok()).collect()
}

/// What the form says to a move that was not made. `None` when the meeting was called off or is over meanwhile: its page
/// says which.
fn complain(
    caller: &Caller,
    (filled, version): (&mut Filled, i64),
    (error, new): (AppError, NewTime),
) -> Result<Option<StatusCode>, Failure> {
    let t = caller.texts();
    match error {
        AppError::Stale => {
            filled.overtaken = Some(version);
            filled.new = Some(new);
            return Ok(Some(StatusCode::CONFLICT));
        }
        AppError::Refused(refusal @ (Refusal::OtherDay | Refusal::ImpossibleDates(_))) => {
            filled.errors.add("date", several_words(caller, &refusal));
        }
        AppError::Refused(Refusal::InThePast) => filled.errors.add("date", t.move_past()),
        AppError::Refused(Refusal::PointsOutside(names)) => {
            filled.errors.add("length", t.part_outside(names.join(", ")));
        }
        AppError::Refused(Refusal::NoApprover) => filled.errors.add("date", t.approval_nobody()),
        AppError::SeriesStopped(dates) => {
            let around = (t, &caller.format());
            filled.needs = stopped::complain(around, (&mut filled.errors, "date"), (&dates, filled.said.seen));
            filled.stopped_dates = dates.iter().map(|date| date.original.date()).collect();
            filled.new = Some(new);
        }
        AppError::Stopped(stopped) => {
            match stopped.need {
                Need::Tick => filled.errors.add("limits_seen", t.planner_limits_tick()),
                Need::Reason => filled.errors.add("limits_reason", t.planner_limits_reason()),
                Need::Other => filled.errors.add("date", t.planner_limits_other()),
            }
            (filled.new, filled.stopped) = (Some(new), true);
        }
        AppError::Refused(_) => return Ok(None),
        error => return Err(error.into()),
    }
    Ok(Some(StatusCode::UNPROCESSABLE_ENTITY))
}

/// Why several dates cannot move like this.
fn several_words(caller: &Caller, refusal: &Refusal) -> String {
    let t = caller.texts();
    match refusal {
        Refusal::ImpossibleDates(days) => {
            let days: Vec<_> = days.iter().map(|day| caller.format().day_month_plain(*day)).collect();
            t.series_impossible(days.join(", "))
        }
        _ => t.series_other_day(),
    }
}

/// Where a change leads.
pub(super) fn location(id: MeetingId, outcome: Outcome) -> String {
    match outcome {
        Outcome::Done(made) => made.location(id),
        Outcome::Again(location) => location,
    }
}

async fn form_page(
    reads: &Reads,
    caller: &Caller,
    (tx, full): (&mut Tx, &FullMeeting),
    (status, mut filled): (StatusCode, Filled),
) -> Result<Response, Failure> {
    let (f, actor, m) = (caller.format(), caller.actor()?, &full.meeting);
    let mut typed = filled.typed.take().unwrap_or_else(|| Typed::of(&f, m));
    let times = move_times::times(tx, caller, full, &typed).await?;
    if let Some(times) = times.as_ref().filter(|_| filled.stopped)
        && move_times::after_lost_race(caller, times, (&mut typed, &mut filled.errors))
    {
        filled.new = typed.read(&Reader { t: caller.texts(), f: &f, now: caller.now() }).ok();
    }
    let zoned = move_times::format(caller, &typed);
    let around = Around { t: caller.texts(), f: &zoned, chosen: &typed.slot, people: false };
    let times = times.map(|times| TimesView::new(around, &times));
    let newer = match filled.overtaken {
        Some(version) => Some(Newer::since(tx, caller, full, version).await?),
        None => None,
    };
    let mut understood = match &filled.new {
        Some(new) => {
            let starts = times.as_ref().map_or(&[][..], |times| &times.found);
            Some(understood(tx, caller, full, (new, (starts, filled.said.clone()))).await?)
        }
        None => None,
    };
    if let Some(understood) = &mut understood {
        understood.limits.also(&filled.needs);
    }
    let others = understood.as_ref().map_or_else(|| Effect::expected(actor, full), |u| u.effect.others);
    let send = understood.as_ref().and_then(|u| u.limits.send(caller.texts()));
    let chosen = Chosen { scope: &filled.scope, stopped: &filled.stopped_dates, keep: &filled.keep };
    let scope = scope::view(tx, caller, (full, chosen), None).await?;
    let page = MovePage {
        scope,
        send: send.unwrap_or_else(|| caller.texts().move_send(others)),
        errors: filled.errors,
        stays: relay_form::stays(reads, tx, caller.texts()).await?,
        once: reads.once_key(),
        zones: zones(tx, caller, (full, &typed.zone)).await?,
        date_example: f.day_month(f.day(caller.now())),
        now: When::of(&f, (m.starts_at, m.ends_at), &m.zone),
        length: f.duration(u32::try_from(m.minutes).unwrap_or(0)),
        times,
        understood,
        newer,
        typed,
        page: Page::new(reads, caller, Nav::Meetings),
        full,
    };
    page::html(status, &page)
}

async fn understood(
    tx: &mut Tx,
    caller: &Caller,
    full: &FullMeeting,
    (new, said): (&NewTime, (&[DateTime<Utc>], Said)),
) -> Result<Understood, Failure> {
    let (f, actor) = (caller.format(), caller.actor()?);
    let after = move_meeting::moved(full, &new.start, new.minutes);
    let busy = caller.texts().move_busy();
    let overlaps = match new.interval() {
        Some(span) => effect::overlaps(tx, (actor, &f, busy), full, span).await?,
        None => Vec::new(),
    };
    Ok(Understood {
        when: When::of(&f, new.span(), &new.start.zone),
        length: f.duration(new.minutes),
        effect: Effect::of(tx, caller, &after).await?,
        overlaps,
        limits: move_limits::panel(tx, caller, (full, &after), said).await?,
    })
}

/// The zones to choose from: the meeting's, the reader's, the firm's, those of its people, and what was typed.
pub(in crate::web) async fn zones(
    tx: &mut Tx,
    caller: &Caller,
    (full, typed): (&FullMeeting, &str),
) -> Result<Vec<(String, String)>, Failure> {
    let f = caller.format();
    let people: Vec<_> = full.attendees.iter().filter_map(|a| a.person_id).collect();
    let people = store::people::by_ids(tx, &people).await?;
    let organization = store::organization::load(tx).await?;
    let mut names = vec![full.meeting.zone.clone(), f.zone().name().to_owned()];
    names.extend(organization.map(|o| o.zone));
    names.extend(people.into_iter().map(|p| p.zone));
    names.push(typed.to_owned());
    let mut zones: Vec<(String, String)> = Vec::new();
    for zone in names.iter().filter_map(|name| Zone::named(name).ok()) {
        if zones.iter().all(|(known, _)| known != zone.name()) {
            let label = f.zone_city(&zone).unwrap_or_else(|| zone.name().to_owned());
            zones.push((zone.name().to_owned(), label));
        }
    }
    Ok(zones)
}
