//! Points that people suggest for a meeting, and the backlog of its series.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::{AppError, Refusal, Result as Done},
        ideas::{self, Idea, Verdict, may_suggest},
    },
    domain::{
        agenda::{
            ItemKind,
            idea::{IdeaState, MAX_MINUTES, MAX_NOTE},
        },
        ids::{IdeaId, MeetingId},
        meeting::{MAX_TITLE, Status},
        when::{self, DurationError},
    },
    i18n::{Texts, field_errors, format::Format, labels},
    store::{self, meetings::FullMeeting, point_ideas::PointIdea},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::{One, Two},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "points/ideas.html")]
struct IdeasPage<'a> {
    page: Page<'a>,
    full: &'a FullMeeting,
    errors: Errors,
    once: String,
    /// Whether the reader may suggest, and decide.
    suggests: bool,
    decides: bool,
    typed: TypedIdea,
    kinds: Vec<(String, String)>,
    open: Vec<Line>,
    backlog: Vec<Line>,
    decided: Vec<Line>,
}

/// A point as typed.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct TypedIdea {
    pub(in crate::web) kind: String,
    pub(in crate::web) title: String,
    pub(in crate::web) minutes: String,
    pub(in crate::web) note: String,
}

struct Line {
    id: IdeaId,
    title: String,
    about: String,
    note: String,
    state: String,
    /// It was accepted and does not stand on the agenda any more.
    gone: bool,
}

impl TypedIdea {
    pub(in crate::web) fn of(form: &Form) -> Self {
        let of = |name: &str| form.get(name).chars().take(4_000).collect::<String>();
        Self { kind: of("kind"), title: of("title"), minutes: of("minutes"), note: of("note") }
    }

    /// What it says; problems stand beside their fields.
    pub(in crate::web) fn read(&self, t: &Texts, f: &Format) -> Result<Idea, Errors> {
        let mut errors = Errors::default();
        if self.title.trim().is_empty() {
            errors.add("title", t.field_required());
        }
        for (name, text, most) in [("title", &self.title, MAX_TITLE), ("note", &self.note, MAX_NOTE)] {
            if text.chars().count() > most {
                errors.add(name, t.field_too_long(most));
            }
        }
        let minutes = match when::minutes(&self.minutes) {
            Ok(minutes) if minutes <= MAX_MINUTES => minutes,
            Ok(_) => {
                errors.add("minutes", t.idea_too_long(f.duration(MAX_MINUTES)));
                0
            }
            Err(DurationError::Empty) => 0,
            Err(error) => {
                errors.add("minutes", field_errors::duration(f, error));
                0
            }
        };
        let kind = self.kind.parse().ok().filter(|kind: &ItemKind| !kind.stays_inside()).unwrap_or(ItemKind::Free);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Idea { kind, title: self.title.clone(), minutes, note: self.note.clone() })
    }
}

/// What is wrong with a suggestion that was not taken; `None` where the page of the meeting says it.
pub(in crate::web) fn refused(t: &Texts, refusal: &Refusal) -> Option<(StatusCode, String)> {
    match refusal {
        Refusal::TooMany(seconds) => Some((StatusCode::TOO_MANY_REQUESTS, t.idea_slow(seconds.div_ceil(60)))),
        Refusal::TooManyRows => Some((StatusCode::UNPROCESSABLE_ENTITY, t.idea_enough())),
        _ => None,
    }
}

/// Kinds to choose from.
pub(in crate::web) fn kinds(t: &Texts) -> Vec<(String, String)> {
    let all = ItemKind::ALL.iter().filter(|kind| !kind.stays_inside());
    let mut kinds: Vec<(String, String)> = all.map(|k| (k.to_string(), labels::item_kind(t, *k))).collect();
    // What most suggestions are stands first.
    kinds.rotate_right(1);
    kinds
}

pub(super) async fn list(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let t = caller.texts();
    let notice = match Form::from_query(query.as_deref()).get("done") {
        "made" => Some(t.idea_done()),
        "declined" => Some(t.idea_done_declined()),
        "later" => Some(t.idea_done_later()),
        "decided" => Some(t.idea_done_decided()),
        "full" => Some(t.idea_done_full()),
        "crowded" => Some(t.idea_done_crowded()),
        _ => None,
    };
    draw(&reads, &caller, id, (StatusCode::OK, notice, TypedIdea::default(), Errors::default())).await
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    id: MeetingId,
    (status, notice, typed, errors): (StatusCode, Option<String>, TypedIdea, Errors),
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let mut tx = reads.begin().await?;
    let full = store::meetings::by_id(&mut tx, id).await?.filter(|full| actor.sees(full)).ok_or(Failure::NotFound)?;
    let (t, f) = (caller.texts(), caller.format());
    let all = store::point_ideas::of_meeting(&mut tx, id).await?;
    let backlog = ideas::backlog(&mut tx, &full).await?;
    let mine = full.attendees.iter().find(|a| a.person_id == Some(actor.id()) && a.removed_at.is_none());
    let stands = mine.is_some_and(|a| may_suggest(&full, a, caller.now()).is_ok());
    let coming = full.meeting.ends_at > caller.now() && full.meeting.status == Status::Confirmed;
    let is_open = |idea: &&PointIdea| idea.state == IdeaState::Open;
    let view = |idea: &PointIdea| line(t, &f, (&full, idea));
    let page = IdeasPage {
        once: reads.once_key(),
        suggests: stands,
        decides: coming && actor.may_change(&full).is_ok(),
        kinds: kinds(t),
        open: all.iter().filter(is_open).map(view).collect(),
        decided: all.iter().filter(|idea| !is_open(idea)).take(20).map(view).collect(),
        backlog: backlog.iter().map(view).collect(),
        page: Page::new(reads, caller, Nav::Meetings).with_notice(notice.map(Notice::new)),
        full: &full,
        errors,
        typed,
    };
    page::html(status, &page)
}

fn line(t: &Texts, f: &Format, (full, idea): (&FullMeeting, &PointIdea)) -> Line {
    let stands = full.agenda.iter().any(|item| Some(item.id) == idea.item_id);
    let gone = idea.state == IdeaState::Accepted && !stands;
    let minutes = u32::try_from(idea.minutes).unwrap_or(0);
    let length = (minutes > 0).then(|| f.duration(minutes));
    let about = [Some(labels::item_kind(t, idea.kind)), length, Some(idea.name.clone())];
    Line {
        id: idea.id,
        title: idea.title.clone(),
        about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        note: idea.note.clone(),
        state: match idea.state {
            IdeaState::Accepted if gone => t.idea_taken_off(),
            IdeaState::Accepted => t.idea_accepted(),
            IdeaState::Declined => t.idea_declined(),
            IdeaState::Open | IdeaState::Later => String::new(),
        },
        gone,
    }
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let (actor, t) = (caller.actor()?, caller.texts());
    let mut tx = reads.begin().await?;
    let full = store::meetings::by_id(&mut tx, id).await?.filter(|full| actor.sees(full)).ok_or(Failure::NotFound)?;
    let keeps = form.get("do") == "keep" && full.meeting.series_id.is_some();
    drop(tx);
    let typed = TypedIdea::of(&form);
    let idea = match typed.read(t, &caller.format()) {
        Ok(idea) => idea,
        Err(errors) => return draw(&reads, &caller, id, (StatusCode::UNPROCESSABLE_ENTITY, None, typed, errors)).await,
    };
    let command = (id, idea, form.once(actor.id()));
    let done = if keeps {
        ideas::keep(&writes.app, actor, command).await.map(|()| "later")
    } else {
        ideas::by_person(&writes.app, actor, command).await.map(|()| "made")
    };
    match done {
        Ok(done) => Ok(Redirect::to(&format!("/meetings/{id}/ideas?done={done}")).into_response()),
        Err(AppError::Refused(refusal)) => {
            let Some((status, words)) = refused(t, &refusal) else {
                return Ok(Redirect::to(&format!("/meetings/{id}")).into_response());
            };
            let mut errors = Errors::default();
            errors.add("title", if keeps { t.idea_done_crowded() } else { words });
            draw(&reads, &caller, id, (status, None, typed, errors)).await
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn accept(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, idea): Two<MeetingId, IdeaId>,
) -> Result<Response, Failure> {
    let location = match Box::pin(ideas::accept(&writes.app, caller.actor()?, (meeting, idea))).await {
        Ok(Verdict::Taken(made)) => made.location(meeting),
        Ok(Verdict::Full) => format!("/meetings/{meeting}/ideas?done=full"),
        Ok(Verdict::Decided) => format!("/meetings/{meeting}/ideas?done=decided"),
        // Limits ask for something, which the form of the meeting can give.
        Err(AppError::Stopped(_)) => format!("/meetings/{meeting}/edit"),
        Err(AppError::Refused(_)) => format!("/meetings/{meeting}"),
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&location).into_response())
}

pub(super) async fn decline(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, idea): Two<MeetingId, IdeaId>,
) -> Result<Response, Failure> {
    settled(meeting, "declined", ideas::decline(&writes.app, caller.actor()?, (meeting, idea)).await)
}

pub(super) async fn put_off(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, idea): Two<MeetingId, IdeaId>,
) -> Result<Response, Failure> {
    settled(meeting, "later", ideas::put_off(&writes.app, caller.actor()?, (meeting, idea)).await)
}

fn settled(meeting: MeetingId, done: &str, result: Done<()>) -> Result<Response, Failure> {
    match result {
        Ok(()) => Ok(Redirect::to(&format!("/meetings/{meeting}/ideas?done={done}")).into_response()),
        Err(AppError::Refused(Refusal::TooManyRows)) => {
            Ok(Redirect::to(&format!("/meetings/{meeting}/ideas?done=crowded")).into_response())
        }
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
        Err(error) => Err(error.into()),
    }
}
