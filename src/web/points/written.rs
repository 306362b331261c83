//! Send one point in writing instead of taking it up.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{address, prepared_by};
use crate::{
    app::{
        error::{AppError, Refusal},
        points::written::{self, WritePoint, Written, may_be_written},
        series::change,
    },
    domain::{
        ids::{AgendaItemId, MeetingId},
        text::SafeText,
        when,
        written::{MAX_WORDS, gets_time_back},
    },
    i18n::{Texts, field_errors, format::Format},
    store::{
        self, Tx,
        meetings::{AgendaItem, FullMeeting},
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::Two,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "points/written.html")]
struct WrittenPage<'a> {
    page: Page<'a>,
    errors: Errors,
    full: &'a FullMeeting,
    address: String,
    title: String,
    once: String,
    words: String,
    words_hint: String,
    keep: String,
    readers: usize,
    saving: String,
}

/// What was typed.
struct Typed {
    words: String,
    keep: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let (full, item) = sent_by(&mut tx, &caller, (meeting, item)).await?;
    let notes = store::point_contents::by_item(&mut tx, item.id).await?;
    let typed = Typed { words: words(&full, &item, notes.map(|content| content.notes)), keep: String::new() };
    draw(&reads, &caller, (&full, &item), (StatusCode::OK, typed, Errors::default()))
}

/// The notes and links of the point, to begin with.
fn words(full: &FullMeeting, item: &AgendaItem, notes: Option<String>) -> String {
    // To customers nobody sends what colleagues have noted.
    let inside = full.attendees.iter().all(|a| a.removed_at.is_some() || a.contact_id.is_none());
    let notes = notes.filter(|notes| inside && !notes.is_empty());
    let links = item.reading().iter().map(|link| format!("{}: {}", link.label, link.url));
    notes.into_iter().chain(links).collect::<Vec<_>>().join("\n")
}

/// The meeting and its point, if this person may change it and the point can be sent.
async fn sent_by(
    tx: &mut Tx,
    caller: &Caller,
    point: (MeetingId, AgendaItemId),
) -> Result<(FullMeeting, AgendaItem), Failure> {
    let (full, item) = prepared_by(tx, caller.actor()?, point).await?;
    caller.actor()?.may_change(&full)?;
    if !may_be_written(item.kind) || full.meeting.ends_at <= caller.now() {
        return Err(Failure::NotFound);
    }
    Ok((full, item))
}

fn draw(
    reads: &Reads,
    caller: &Caller,
    (full, item): (&FullMeeting, &AgendaItem),
    (status, typed, errors): (StatusCode, Typed, Errors),
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let me = caller.actor()?.id();
    let present = || full.attendees.iter().filter(|a| a.removed_at.is_none());
    let readers = present().filter(|a| a.person_id != Some(me)).count();
    let spared = present().filter(|a| a.person_id.is_some() && gets_time_back(a.role)).count();
    let people = u32::try_from(spared).unwrap_or(u32::MAX);
    let kept = when::minutes(&typed.keep).unwrap_or(0);
    let minutes = u32::try_from(item.minutes).unwrap_or(0).saturating_sub(kept);
    let page = WrittenPage {
        address: address((full.meeting.id, item.id)),
        title: t.point_written_title(&item.title),
        once: reads.once_key(),
        words_hint: t.point_written_words_hint(i64::try_from(MAX_WORDS).unwrap_or(i64::MAX)),
        saving: t.written_saves(people, f.duration(minutes), f.duration(minutes.saturating_mul(people))),
        page: Page::new(reads, caller, Nav::Meetings),
        words: typed.words,
        keep: typed.keep,
        readers,
        full,
        errors,
    };
    page::html(status, &page)
}

pub(super) async fn send(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let (actor, t) = (caller.actor()?, caller.texts());
    let version: i64 = form.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let of = |name: &str| form.get(name).chars().take(2 * MAX_WORDS).collect::<String>();
    let typed = Typed { words: of("words"), keep: of("keep") };
    let once = form.once(actor.id());
    let mut tx = reads.begin().await?;
    let found = sent_by(&mut tx, &caller, (meeting, item)).await;
    drop(tx);
    let (full, item) = match found {
        // The same form was sent before, and took the point off the agenda.
        Err(Failure::NotFound) => {
            let command = WritePoint { meeting, version, item, words: typed.words, keep: 0, once };
            return match Box::pin(written::send(&writes.app, actor, command)).await {
                Ok(Written::Again(location)) => Ok(Redirect::to(&location).into_response()),
                _ => Err(Failure::NotFound),
            };
        }
        found => found?,
    };
    let mut errors = Errors::default();
    let keep = read((t, &caller.format()), &item, (&typed, &mut errors));
    // Of a meeting that was changed meanwhile the command says what is wrong.
    if !errors.is_empty() && version == full.meeting.version {
        return draw(&reads, &caller, (&full, &item), (StatusCode::UNPROCESSABLE_ENTITY, typed, errors));
    }
    let command = WritePoint { meeting, version, item: item.id, words: typed.words.clone(), keep, once };
    match Box::pin(written::send(&writes.app, actor, command)).await {
        Ok(Written::Done(_, changed)) => Ok(Redirect::to(&change::location(meeting, &changed)).into_response()),
        Ok(Written::Again(location)) => Ok(Redirect::to(&location).into_response()),
        Err(AppError::Stale) => Err(Failure::Conflict),
        Err(AppError::Stopped(_)) => {
            errors.add("keep", t.point_written_stopped());
            draw(&reads, &caller, (&full, &item), (StatusCode::UNPROCESSABLE_ENTITY, typed, errors))
        }
        Err(AppError::Refused(Refusal::NobodyInvited)) => {
            errors.add("words", t.planner_nobody_invited());
            draw(&reads, &caller, (&full, &item), (StatusCode::UNPROCESSABLE_ENTITY, typed, errors))
        }
        Err(AppError::Refused(Refusal::DoNotContact(names))) => {
            errors.add("words", t.planner_who_silent(names.join(", ")));
            draw(&reads, &caller, (&full, &item), (StatusCode::UNPROCESSABLE_ENTITY, typed, errors))
        }
        // Called off or over meanwhile: the page of the meeting says it.
        Err(AppError::Refused(_)) => Ok(Redirect::to(&format!("/meetings/{meeting}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// The minutes that the point keeps; problems stand beside their fields.
fn read((t, f): (&Texts, &Format), item: &AgendaItem, (typed, errors): (&Typed, &mut Errors)) -> u32 {
    let words = SafeText::block(&typed.words, MAX_WORDS + 1);
    if words.is_empty() {
        errors.add("words", t.field_required());
    } else if words.as_str().chars().count() > MAX_WORDS {
        errors.add("words", t.field_too_long(i64::try_from(MAX_WORDS).unwrap_or(i64::MAX)));
    }
    if typed.keep.trim().is_empty() {
        return 0;
    }
    match when::minutes(&typed.keep) {
        Ok(keep) if i64::from(keep) < item.minutes.max(1) => return keep,
        Ok(keep) => {
            let most = f.duration(u32::try_from(item.minutes).unwrap_or(0));
            errors.add("keep", t.point_written_keep_less(most));
            return keep;
        }
        Err(error) => errors.add("keep", field_errors::duration(f, error)),
    }
    0
}
