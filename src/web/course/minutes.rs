//! The minutes of a meeting: written in one form by everybody in it, read once they are closed.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    choices,
    fields::{self, filled, read_marks, rows, typed, write_marks},
    read_form::Reading,
    run::refused,
    seen,
    sheet::Sheet,
    worth::Verdict,
};
use crate::{
    app::{
        course::{self, Closing, Draft, SaveMinutes, Saved, Story},
        error::{AppError, Refusal},
    },
    domain::{
        course::{Achieved, Fate, Outcome, Presence},
        ids::{MeetingId, PointId},
        minutes::{
            State as MinutesState,
            merge::{Fields, marks, merge},
        },
    },
    i18n::{Texts, course as words, format::Format},
    store::{self, Tx, minutes::Edition},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form, LongForm},
        meeting::when::When,
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

/// How often a form is joined with what others wrote before somebody is told to try again.
const TRIES: usize = 3;
/// Empty rows for decisions and for actions.
const SPARE: usize = 2;

#[derive(Template)]
#[template(path = "course/minutes.html")]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one part of the page is there")]
struct MinutesPage<'a> {
    page: Page<'a>,
    id: MeetingId,
    title: String,
    when: When,
    errors: Errors,
    closed: bool,
    runs: bool,
    /// What stands above the form when it came back because of others.
    warning: Option<String>,
    sheet: Option<Sheet>,
    empty: bool,
    form: Option<Filled>,
    editions: Vec<(i64, String)>,
    may_reopen: bool,
    worth: Verdict,
}

/// The form with everything it shows.
struct Filled {
    version: i64,
    marks: String,
    once: String,
    fields: Fields,
    both: BTreeMap<String, String>,
    people: Vec<(String, String)>,
    points: Vec<Point>,
    decisions: Vec<String>,
    actions: Vec<String>,
    owners: Vec<(String, String)>,
    outcomes: Vec<(String, String)>,
    achieved: Vec<(String, String)>,
    presence: Vec<(String, String)>,
    fates: Vec<(String, String)>,
    next_meetings: Vec<(String, String)>,
    /// Whether customers take part, so that something may be shared with them.
    customers: bool,
    closes: bool,
    /// How many colleagues get the mail.
    readers: usize,
}

struct Point {
    id: PointId,
    title: String,
    /// What the clock says, of the point under discussion.
    now: bool,
    returns: bool,
}

impl Point {
    fn field(&self, name: &str) -> String {
        fields::of_point(self.id, name)
    }
}

impl MinutesPage<'_> {
    fn cell(kind: &str, key: &str, name: &str) -> String {
        format!("{kind}.{key}.{name}")
    }
}

impl Filled {
    fn value(&self, name: &str) -> String {
        self.fields.get(name).cloned().unwrap_or_default()
    }

    fn other(&self, name: &str) -> Option<&str> {
        self.both.get(name).map(String::as_str)
    }

    fn said(&self, name: &str) -> String {
        let words = self.other(name).unwrap_or_default();
        let lists = [&self.outcomes, &self.achieved, &self.presence, &self.fates, &self.owners, &self.next_meetings];
        let label = lists.into_iter().flatten().find(|(value, _)| value == words).map(|(_, label)| label.clone());
        label.unwrap_or_else(|| words.to_owned())
    }

    fn ticked(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }
}

/// What came with the request.
#[derive(Default)]
struct Returned {
    errors: Errors,
    warning: Option<String>,
    fields: Option<Fields>,
    both: BTreeMap<String, String>,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let notice = notice(caller.texts(), &Form::from_query(query.as_deref()));
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, &caller, id).await?;
    let story = course::story(&mut tx, opened).await?;
    render(&reads, &caller, (&mut tx, &story), (StatusCode::OK, notice, Returned::default())).await
}

fn notice(t: &Texts, query: &Form) -> Option<Notice> {
    let text = match (query.get("done"), query.get("mails").parse::<usize>().ok()) {
        ("saved", _) => t.minutes_done_saved(),
        ("closed", Some(mails)) if mails > 0 => t.minutes_done_sent(mails),
        ("closed", _) => t.minutes_done_closed(),
        ("reopened", _) => t.minutes_done_reopened(),
        ("settled", _) => t.actions_done_settled(),
        ("worth", _) => t.worth_done(),
        ("locked", _) => t.minutes_locked(course::LOCKED_DAYS),
        ("late", _) => t.minutes_next_closed(),
        _ => return None,
    };
    Some(Notice::new(text))
}

async fn render(
    reads: &Reads,
    caller: &Caller,
    (tx, story): (&mut Tx, &Story),
    (status, notice, returned): (StatusCode, Option<Notice>, Returned),
) -> Result<Response, Failure> {
    let (t, f, actor, now) = (caller.texts(), caller.format(), caller.actor()?, caller.now());
    let opened = &story.opened;
    let m = &opened.full.meeting;
    let closed = opened.course.state == MinutesState::Closed;
    // What was typed is shown again, also when the minutes were closed meanwhile.
    let writes = (opened.takes_notes(now) || returned.fields.is_some()) && actor.may_record(&opened.full).is_ok();
    let minutes = story.minutes(now);
    let sheet = (closed || !writes).then(|| Sheet::of_story((t, &f), actor, story, &minutes));
    let Returned { errors, warning, fields, both } = returned;
    let form = if writes { Some(filled_form(reads, caller, (&mut *tx, story), (fields, both)).await?) } else { None };
    let editions = store::minutes::editions(tx, m.id).await?;
    let page = MinutesPage {
        page: Page::new(reads, caller, Nav::Meetings).with_notice(notice),
        id: m.id,
        title: m.title.clone(),
        when: When::of(&f, (m.starts_at, m.ends_at), &m.zone),
        errors,
        closed,
        runs: opened.runs(now),
        warning,
        sheet,
        empty: opened.course.version == 0,
        form,
        editions: editions.iter().map(|e| (e.edition, edition(t, &f, e))).collect(),
        may_reopen: course::may_reopen(tx, actor, story, now).await?,
        worth: Verdict::of(tx, caller, &opened.full).await?,
    };
    page::html(status, &page)
}

fn edition(t: &Texts, f: &Format, e: &Edition) -> String {
    t.minutes_edition(e.edition, f.subject_when(e.closed_at))
}

async fn filled_form(
    reads: &Reads,
    caller: &Caller,
    (tx, story): (&mut Tx, &Story),
    (typed, both): (Option<Fields>, BTreeMap<String, String>),
) -> Result<Filled, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let (opened, now) = (&story.opened, caller.now());
    let full = &opened.full;
    let stands = filled(&f, story, now);
    let marks = write_marks(&marks(&stands));
    let fields = typed.unwrap_or(stands);
    let present = || full.attendees.iter().filter(|a| a.removed_at.is_none());
    let unsaid = || (String::new(), t.minutes_unsaid());
    let next_meetings = choices::next_meetings(tx, caller, story).await?;
    let readers = course::readers(full);
    let term = |value: &str, label: String| (value.to_owned(), label);
    Ok(Filled {
        version: opened.course.version,
        marks,
        once: reads.once_key(),
        people: present().map(|a| (format!("here.{}", a.id), a.name.clone())).collect(),
        points: points(opened),
        decisions: with_spare(rows(&fields, "d")),
        actions: with_spare(rows(&fields, "a")),
        owners: choices::owners(t, story),
        outcomes: [unsaid()]
            .into_iter()
            .chain(Outcome::ALL.iter().map(|o| term(o.as_str(), words::outcome(t, *o))))
            .collect(),
        achieved: [unsaid()]
            .into_iter()
            .chain(Achieved::ALL.iter().map(|a| term(a.as_str(), words::achieved(t, *a))))
            .collect(),
        presence: [unsaid()]
            .into_iter()
            .chain(Presence::ALL.iter().map(|p| term(p.as_str(), words::presence(t, *p))))
            .collect(),
        fates: [Fate::Discussed, Fate::Parked, Fate::Ahead].map(|x| term(x.as_str(), words::fate(t, x))).into(),
        next_meetings,
        customers: readers.1 > 0,
        closes: caller.actor()?.may_change(full).is_ok(),
        readers: readers.0,
        fields,
        both,
    })
}

fn points(opened: &course::Opened) -> Vec<Point> {
    let point = |p: &store::course::CoursePoint| Point {
        id: p.id,
        title: p.title.clone(),
        now: p.fate == Fate::Now,
        returns: p.carried_from.is_some(),
    };
    opened.points.iter().map(point).collect()
}

fn with_spare(mut keys: Vec<String>) -> Vec<String> {
    let spare: Vec<String> =
        (0..).map(|number| format!("new{number}")).filter(|key| !keys.contains(key)).take(SPARE).collect();
    keys.extend(spare);
    keys
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    LongForm(form): LongForm,
) -> Result<Response, Failure> {
    let (reads, actor) = (writes.reads(), caller.actor()?);
    for _ in 0..TRIES {
        let mut tx = reads.begin().await?;
        let opened = seen(&mut tx, &caller, id).await?;
        actor.may_record(&opened.full)?;
        let story = course::story(&mut tx, opened).await?;
        let (draft, fields) = match join(&caller, &story, &form) {
            Ok(joined) => joined,
            Err((status, returned)) => {
                return render(&reads, &caller, (&mut tx, &story), (status, None, returned)).await;
            }
        };
        drop(tx);
        let closing = match form.get("do") {
            "send" => Some(Closing::Send),
            "close" => Some(Closing::Quietly),
            _ => None,
        };
        let version = story.opened.course.version;
        let command = SaveMinutes { meeting: id, version, draft, closing, once: form.once(actor.id()) };
        match course::save(&writes.app, actor, command).await {
            Ok(Saved::Again(location)) => return Ok(Redirect::to(&location).into_response()),
            Ok(Saved::Done(mails)) => {
                let done = closing.map_or_else(|| "saved".to_owned(), |_| format!("closed&mails={mails}"));
                return Ok(Redirect::to(&format!("/meetings/{id}/minutes?done={done}")).into_response());
            }
            Err(AppError::Stale) => {}
            Err(AppError::Refused(refusal)) => {
                return came_back(&reads, &caller, id, not_taken(caller.texts(), &refusal, fields)?).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let warning = Some(caller.texts().minutes_changed_meanwhile());
    let returned = Returned { warning, fields: Some(typed(&form)), ..Returned::default() };
    came_back(&reads, &caller, id, (StatusCode::CONFLICT, returned)).await
}

/// Why a form was not taken, with everything in it.
fn not_taken(t: &Texts, refusal: &Refusal, fields: Fields) -> Result<(StatusCode, Returned), Failure> {
    let mut returned = Returned { fields: Some(fields), ..Returned::default() };
    match refusal {
        Refusal::CannotFollow => {
            returned.errors.add("next_meeting", t.minutes_cannot_follow());
            Ok((StatusCode::UNPROCESSABLE_ENTITY, returned))
        }
        Refusal::MinutesClosed | Refusal::NotItsTime | Refusal::TooManyRows => {
            returned.warning = Some(refused(t, refusal));
            Ok((StatusCode::CONFLICT, returned))
        }
        other => Err(AppError::Refused(other.clone()).into()),
    }
}

/// The form as it came, with the reason.
async fn came_back(
    reads: &Reads,
    caller: &Caller,
    id: MeetingId,
    (status, returned): (StatusCode, Returned),
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let opened = seen(&mut tx, caller, id).await?;
    let story = course::story(&mut tx, opened).await?;
    render(reads, caller, (&mut tx, &story), (status, None, returned)).await
}

/// What the form says, joined with what others have written since it was filled.
fn join(caller: &Caller, story: &Story, form: &Form) -> Result<(Draft, Fields), (StatusCode, Returned)> {
    let (t, f) = (caller.texts(), caller.format());
    let (mut fields, mut both) = (typed(form), BTreeMap::new());
    let (points, stands) = (&story.opened.points, filled(&f, story, caller.now()));
    if form.get("version") == story.opened.course.version.to_string() {
        fields::add_unknown(form, points, (&mut fields, &stands));
    } else {
        let merged = merge(&read_marks(form.get("marks")), &fields, &stands);
        (fields, both) = (merged.fields, merged.both);
    }
    let lost = fields::take_lost(&mut fields, points);
    if !both.is_empty() || !lost.is_empty() {
        let warning = if lost.is_empty() { t.minutes_both(both.len()) } else { t.minutes_point_gone(lost.join("\n")) };
        let returned = Returned { warning: Some(warning), fields: Some(fields), both, ..Returned::default() };
        return Err((StatusCode::CONFLICT, returned));
    }
    let mut reading = Reading { t, f: &f, now: caller.now(), fields: &fields, errors: Errors::default() };
    let draft = reading.draft(story);
    if reading.errors.is_empty() {
        return Ok((draft, fields));
    }
    let errors = reading.errors;
    Err((StatusCode::UNPROCESSABLE_ENTITY, Returned { errors, fields: Some(fields), ..Returned::default() }))
}

pub(super) async fn reopen(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
) -> Result<Response, Failure> {
    let done = match course::reopen(&writes.app, caller.actor()?, id).await {
        Ok(()) => "reopened",
        Err(AppError::Refused(Refusal::NextClosed)) => "late",
        Err(AppError::Refused(Refusal::MinutesLocked)) => "locked",
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&format!("/meetings/{id}/minutes?done={done}")).into_response())
}
