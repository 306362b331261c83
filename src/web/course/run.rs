//! The shared screen of a meeting that runs: the point under discussion, the clock, the next point, and a line for what is
//! decided and agreed.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};

use super::seen;
use crate::{
    app::{
        course::{self, Note, NoteDown, Opened, Story},
        error::{AppError, Refusal},
    },
    domain::{
        course::{EARLY, Fate, Leg, Press, clock, may_begin, may_resume, upcoming},
        ids::{AttendeeId, MeetingId, PointId},
        minutes::MAX_LINE,
        when,
    },
    i18n::{Texts, course as words, field_errors, format::Format},
    store::course::CoursePoint,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "course/run.html")]
struct RunPage<'a> {
    page: Page<'a>,
    id: MeetingId,
    title: String,
    errors: Errors,
    stage: Stage,
    /// From when on it may be begun.
    opens: String,
    /// Whether its end can be taken back.
    resumes: bool,
    writes: bool,
    /// Whether the page is to be left alone while somebody writes.
    still: bool,
    now: Option<Current>,
    next: Option<String>,
    meeting: Clock,
    points: Vec<Row>,
    decisions: Vec<String>,
    actions: Vec<String>,
    owners: Vec<(String, String)>,
    typed: Typed,
    once: (String, String),
}

/// How far the meeting is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It cannot be begun now.
    Shut,
    Ready,
    Runs,
    Over,
}

/// The point under discussion.
struct Current {
    id: PointId,
    title: String,
    about: String,
    clock: Option<Clock>,
    since: String,
}

/// A clock that counts down to a moment, by the server's time.
struct Clock {
    /// Without script: until when.
    words: String,
    ends: String,
    now: String,
}

struct Row {
    id: PointId,
    title: String,
    fate: Fate,
    words: String,
    time: String,
}

/// What was typed and came back.
#[derive(Default)]
struct Typed {
    decision: String,
    action: String,
    owner: String,
    due: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    render(&reads, &caller, id, (StatusCode::OK, query, Typed::default(), Errors::default())).await
}

async fn render(
    reads: &Reads,
    caller: &Caller,
    id: MeetingId,
    (status, query, typed, errors): (StatusCode, Form, Typed, Errors),
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, caller, id).await?;
    let story = course::story(&mut tx, opened).await?;
    let t = caller.texts();
    let notice = match query.get("done") {
        "behind" => Some(t.run_done_behind()),
        "late" => Some(t.run_done_late()),
        _ => None,
    };
    let notice = notice.map(Notice::new);
    let page = Page::new(reads, caller, Nav::Meetings).with_notice(notice);
    let once = (reads.once_key(), reads.once_key());
    let view = view(page, caller, &story, (typed, errors, once))?;
    page::html(status, &RunPage { still: query.has("still"), ..view })
}

fn view<'a>(
    page: Page<'a>,
    caller: &Caller,
    story: &Story,
    (typed, errors, once): (Typed, Errors, (String, String)),
) -> Result<RunPage<'a>, Failure> {
    let (t, f, now) = (caller.texts(), caller.format(), caller.now());
    let Opened { full, course, points } = &story.opened;
    let m = &full.meeting;
    let writes = caller.actor()?.may_record(full).is_ok() && story.opened.takes_notes(now);
    let stage = match (course.began_at, course.ended_at) {
        (Some(_), None) if story.opened.runs(now) => Stage::Runs,
        (Some(_), _) | (_, Some(_)) => Stage::Over,
        (None, None) if may_begin(now, (m.starts_at, m.ends_at)) && writes => Stage::Ready,
        // Nobody began it here, and nobody can any more.
        (None, None) if m.ends_at <= now => Stage::Over,
        (None, None) => Stage::Shut,
    };
    let legs: Vec<Leg> = points.iter().map(CoursePoint::leg).collect();
    let until = story.opened.ends(now);
    let title = |id: PointId| points.iter().find(|p| p.id == id).map(|p| p.title.clone());
    let name = |id: AttendeeId| full.attendees.iter().find(|a| a.id == id).map(|a| a.name.clone());
    let next = if stage == Stage::Runs { upcoming(&legs).and_then(|leg| title(leg.id)) } else { None };
    let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
    let nobody = (String::new(), t.minutes_nobody());
    Ok(RunPage {
        id: m.id,
        title: m.title.clone(),
        opens: f.long_date_time(m.starts_at - TimeDelta::minutes(EARLY)),
        resumes: writes && course.ended_at.is_some_and(|at| may_resume(now, at)),
        still: false,
        now: points.iter().find(|p| p.fate == Fate::Now).map(|p| current(t, &f, p, (now, &name))),
        next,
        meeting: Clock::to(t, &f, m.ends_at, now),
        points: points.iter().map(|p| row(t, &f, p, until)).collect(),
        decisions: story.decisions.iter().map(|d| d.body.clone()).collect(),
        actions: story.actions.iter().map(|a| agreed(t, &f, a, &name)).collect(),
        owners: [nobody].into_iter().chain(present.map(|a| (a.id.to_string(), a.name.clone()))).collect(),
        page,
        errors,
        stage,
        writes,
        typed,
        once,
    })
}

impl Clock {
    fn to(t: &Texts, f: &Format, at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let iso = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let words = if at < now { t.run_was_until(f.time_words(at)) } else { t.run_until(f.time_words(at)) };
        Self { words, ends: iso(at), now: iso(now) }
    }
}

fn current(
    t: &Texts,
    f: &Format,
    p: &CoursePoint,
    (now, name): (DateTime<Utc>, &dyn Fn(AttendeeId) -> Option<String>),
) -> Current {
    let owner = p.owner_id.and_then(name).unwrap_or_else(|| t.meeting_everyone());
    let wanted = crate::i18n::labels::wanted(t, p.wanted);
    Current {
        id: p.id,
        title: p.title.clone(),
        about: format!("{owner} · {wanted}"),
        clock: clock::ends(&p.leg()).map(|at| Clock::to(t, f, at, now)),
        since: p.began_at.map(|at| t.run_since(f.time_words(at))).unwrap_or_default(),
    }
}

fn row(t: &Texts, f: &Format, p: &CoursePoint, now: DateTime<Utc>) -> Row {
    let length = |minutes: i64| f.duration(u32::try_from(minutes).unwrap_or(0));
    let taken = clock::taken(&p.leg(), now);
    let time = match (p.fate, p.minutes + p.added) {
        (Fate::Ahead, 0) => String::new(),
        (Fate::Ahead, minutes) => length(minutes),
        (_, 0) => f.duration(taken),
        (_, minutes) => t.run_taken(f.duration(taken), length(minutes)),
    };
    Row { id: p.id, title: p.title.clone(), fate: p.fate, words: words::fate(t, p.fate), time }
}

fn agreed(
    t: &Texts,
    f: &Format,
    a: &crate::store::actions::Action,
    name: &dyn Fn(AttendeeId) -> Option<String>,
) -> String {
    let what = match a.due_on {
        Some(day) => t.minutes_by_day(a.body.clone(), f.day_month(day)),
        None => a.body.clone(),
    };
    match a.attendee_id.and_then(name) {
        Some(name) => t.minutes_owner_does(name, what),
        None => what,
    }
}

/// What was pressed.
enum Pressed {
    Begin,
    End,
    Resume,
    On(Option<PointId>, Press),
}

fn pressed(form: &Form) -> Option<Pressed> {
    let shown = form.get("point").parse().ok();
    Some(match form.get("do") {
        "begin" => Pressed::Begin,
        "end" => Pressed::End,
        "resume" => Pressed::Resume,
        "next" => Pressed::On(shown, Press::Next),
        "park" => Pressed::On(shown, Press::Park),
        "more" => Pressed::On(shown, Press::More),
        other => Pressed::On(shown, Press::TakeUp(other.strip_prefix("take-up ")?.parse().ok()?)),
    })
}

pub(super) async fn press(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let (app, actor) = (&writes.app, caller.actor()?);
    let mut tx = writes.reads().begin().await?;
    seen(&mut tx, &caller, id).await?;
    drop(tx);
    let done = match pressed(&form).ok_or(Failure::Unreadable)? {
        Pressed::Begin => course::begin(app, actor, id).await.map(|()| true),
        Pressed::End => course::end(app, actor, id).await.map(|()| true),
        Pressed::Resume => course::resume(app, actor, id).await.map(|()| true),
        Pressed::On(shown, press) => course::press(app, actor, id, (shown, press)).await,
    };
    let late = form.get("do") == "resume";
    let path = match done {
        Err(AppError::Refused(Refusal::NotItsTime)) if late => format!("/meetings/{id}/run?done=late"),
        Ok(true) => format!("/meetings/{id}/run"),
        // Somebody was quicker, ended it or closed the minutes: the page shows how it stands.
        Ok(false) | Err(AppError::Refused(Refusal::NotItsTime | Refusal::MinutesClosed)) => {
            format!("/meetings/{id}/run?done=behind")
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&path).into_response())
}

pub(super) async fn decide(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let typed = Typed { decision: short(form.get("decision")), ..Typed::default() };
    let mut errors = Errors::default();
    one_line(caller.texts(), &form, "decision", &mut errors);
    write_down(&writes, &caller, id, (&form, Note::Decision), (typed, errors)).await
}

pub(super) async fn agree(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let field = |name| short(form.get(name));
    let typed = Typed { action: field("action"), owner: field("owner"), due: field("due"), ..Typed::default() };
    let mut errors = Errors::default();
    one_line(caller.texts(), &form, "action", &mut errors);
    let due_on = day(&caller.format(), form.get("due"), caller.now()).unwrap_or_else(|message| {
        errors.add("due", message);
        None
    });
    let note = Note::Action { owner: form.get("owner").parse().ok(), due_on };
    write_down(&writes, &caller, id, (&form, note), (typed, errors)).await
}

fn short(text: &str) -> String {
    text.chars().take(MAX_LINE * 2).collect()
}

fn one_line(t: &Texts, form: &Form, name: &'static str, errors: &mut Errors) {
    let text = form.get(name).trim();
    if text.is_empty() {
        errors.add(name, t.field_required());
    } else if text.chars().count() > MAX_LINE {
        errors.add(name, t.field_too_long(MAX_LINE));
    }
}

/// A day that may be left out, on the reader's calendar.
pub(super) fn day(f: &Format, text: &str, now: DateTime<Utc>) -> Result<Option<NaiveDate>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let today = f.day(now);
    when::date(text, today).map(Some).map_err(|error| field_errors::date(f, error, today + TimeDelta::days(7)))
}

async fn write_down(
    writes: &Writes,
    caller: &Caller,
    id: MeetingId,
    (form, note): (&Form, Note),
    (typed, mut errors): (Typed, Errors),
) -> Result<Response, Failure> {
    let (reads, actor) = (writes.reads(), caller.actor()?);
    let mut tx = reads.begin().await?;
    actor.may_record(&seen(&mut tx, caller, id).await?.full)?;
    drop(tx);
    let field = if note == Note::Decision { "decision" } else { "action" };
    if errors.is_empty() {
        let command = NoteDown { meeting: id, note, body: form.get(field).to_owned(), once: form.once(actor.id()) };
        match course::write_down(&writes.app, actor, command).await {
            Ok(()) => return Ok(Redirect::to(&format!("/meetings/{id}/run")).into_response()),
            Err(AppError::Refused(refusal @ (Refusal::TooManyRows | Refusal::MinutesClosed | Refusal::NotItsTime))) => {
                errors.add(field, refused(caller.texts(), &refusal));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let invalid = (StatusCode::UNPROCESSABLE_ENTITY, Form::default(), typed, errors);
    render(&reads, caller, id, invalid).await
}

/// Why nothing can be written.
pub(super) fn refused(t: &Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooManyRows => t.minutes_too_many(crate::domain::minutes::MAX_ROWS),
        Refusal::NotItsTime => t.minutes_not_yet(),
        _ => t.minutes_closed_meanwhile(),
    }
}
