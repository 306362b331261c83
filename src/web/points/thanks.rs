//! Put thanks into a point.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    address,
    editor::{self, Filled},
    inside, prepared_by,
};
use crate::{
    app::{
        error::{AppError, Refusal},
        points::recognitions::{self, Because, LOOK_BACK_DAYS, Proposed, Thank},
    },
    domain::{
        agenda::thanks::{MAX_METRIC, MAX_REASON, MAX_THANKS},
        ids::{AgendaItemId, MeetingId, PersonId, RecognitionId},
    },
    i18n::{Texts, format::Format},
    store::{
        self, Tx,
        meetings::{AgendaItem, FullMeeting},
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::{Three, Two},
        state::Writes,
    },
};

/// Thanks as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct TypedThanks {
    pub(super) person: String,
    pub(super) reason: String,
    pub(super) metric: String,
}

/// The part of the page that is about thanks.
pub(super) struct ThanksForm {
    pub(super) given: Vec<Given>,
    pub(super) people: Vec<(String, String)>,
    pub(super) typed: TypedThanks,
    pub(super) once: String,
    pub(super) proposed: Vec<Line>,
    pub(super) room: bool,
}

/// Thanks that stand in the point.
pub(super) struct Given {
    pub(super) id: RecognitionId,
    pub(super) name: String,
    pub(super) reason: String,
    pub(super) metric: String,
}

/// Somebody who might be thanked.
pub(super) struct Line {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) why: String,
}

impl ThanksForm {
    pub(super) async fn of(
        tx: &mut Tx,
        caller: &Caller,
        (full, item): (&FullMeeting, &AgendaItem),
        (typed, once): (TypedThanks, String),
    ) -> Result<Self, Failure> {
        let mut all = store::recognitions::of_meeting(tx, full.meeting.id).await?;
        all.retain(|r| r.item_id == item.id);
        let names = inside::names(tx, &all).await?;
        let colleagues = recognitions::colleagues(tx, full).await?;
        let (t, f) = (caller.texts(), caller.format());
        let mut proposed = recognitions::proposals(tx, &colleagues, caller.now()).await?;
        proposed.retain(|p| all.iter().all(|r| r.person_id != p.person));
        let mut people = vec![(String::new(), t.thanks_choose())];
        people.extend(colleagues.iter().map(|p| (p.id.to_string(), p.name.clone())));
        let given = |r: store::recognitions::Recognition| Given {
            id: r.id,
            name: names.get(&r.person_id).cloned().unwrap_or_default(),
            reason: r.reason,
            metric: r.metric,
        };
        Ok(Self {
            room: all.len() < MAX_THANKS,
            given: all.into_iter().map(given).collect(),
            people,
            typed,
            once,
            proposed: proposed.into_iter().map(|p| line(t, &f, p)).collect(),
        })
    }
}

/// Who might be thanked, and why.
pub(in crate::web) fn why(t: &Texts, f: &Format, because: &Because) -> String {
    match because {
        Because::Never => t.thanks_never(),
        Because::Since(at) => t.thanks_since(f.date(f.day(*at))),
        Because::CustomerMeetings(count) => t.thanks_customers(*count, LOOK_BACK_DAYS),
    }
}

fn line(t: &Texts, f: &Format, proposed: Proposed) -> Line {
    Line { why: why(t, f, &proposed.because), person: proposed.person, name: proposed.name }
}

pub(super) async fn add(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let t = caller.texts();
    let typed = TypedThanks {
        person: form.get("person").to_owned(),
        reason: form.get("reason").to_owned(),
        metric: form.get("metric").to_owned(),
    };
    let mut tx = reads.begin().await?;
    prepared_by(&mut tx, caller.actor()?, (meeting, item)).await?;
    let (person, mut errors) = read(t, &typed);
    let done = format!("{}?done=added", address((meeting, item)));
    if let Some(person) = person.filter(|_| errors.is_empty()) {
        drop(tx);
        let (reason, metric) = (typed.reason.clone(), typed.metric.clone());
        let once = form.once(caller.actor()?.id());
        let command = Thank { point: (meeting, item), person, reason, metric, once };
        match recognitions::thank(&writes.app, caller.actor()?, (command, &done)).await {
            Ok(()) => return Ok(Redirect::to(&done).into_response()),
            Err(AppError::Refused(Refusal::Gone(_))) => errors.add("person", t.thanks_gone()),
            Err(AppError::Refused(Refusal::TooManyPeople)) => errors.add("person", t.thanks_full()),
            Err(AppError::Refused(_)) => return Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
            Err(error) => return Err(error.into()),
        }
        tx = reads.begin().await?;
    }
    let filled = Filled { errors, thanks: Some(typed), ..Filled::default() };
    let invalid = (StatusCode::UNPROCESSABLE_ENTITY, filled);
    editor::draw(&reads, &caller, (&mut tx, (meeting, item)), invalid).await
}

fn read(t: &Texts, typed: &TypedThanks) -> (Option<PersonId>, Errors) {
    let mut errors = Errors::default();
    let person = typed.person.parse().ok();
    if person.is_none() {
        errors.add("person", t.field_choose_one());
    }
    if typed.reason.trim().is_empty() {
        errors.add("reason", t.field_required());
    }
    for (name, text, most) in [("reason", &typed.reason, MAX_REASON), ("metric", &typed.metric, MAX_METRIC)] {
        if text.chars().count() > most {
            errors.add(name, t.field_too_long(most));
        }
    }
    (person, errors)
}

pub(super) async fn remove(
    State(writes): State<Writes>,
    caller: Caller,
    Three(meeting, item, id): Three<MeetingId, AgendaItemId, RecognitionId>,
) -> Result<Response, Failure> {
    match recognitions::take_back(&writes.app, caller.actor()?, (meeting, item, id)).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=removed", address((meeting, item)))).into_response()),
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
        Err(error) => Err(error.into()),
    }
}
