//! What becomes of a series that ends: its record, and the answers of its organizer.

use std::collections::HashSet;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::{DateTime, NaiveDate, Utc};

use super::{record::RecordView, stopped};
use crate::{
    app::{
        error::{AppError, Refusal, StoppedDate},
        preview::Needs,
        series::{
            dates::to_come,
            review::{
                answer::{self as answering, AnswerReview, MAX_AIM},
                is_ahead, last, place,
            },
        },
    },
    domain::{
        ids::{AttendeeId, SeriesId},
        meeting::{AttendeeRole, Status},
        series::review::{Answer, MORE, QUIET_DATES, less_often, shorter},
        text::SafeText,
    },
    i18n::series as words,
    store::{self, Tx, meetings::FullMeeting, series::Series},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "series/review.html")]
struct ReviewPage<'a> {
    page: Page<'a>,
    series: SeriesId,
    title: String,
    ends: String,
    aim_now: String,
    record: RecordView,
    errors: Errors,
    once: String,
    /// Start of the last date, as a version of what is answered.
    last: String,
    options: Vec<Choice>,
    people: Vec<PersonRow>,
    aim: String,
    skip: Vec<Choice>,
    needs: Needs,
    seen: bool,
    reason: String,
}

/// Something to choose.
struct Choice {
    value: String,
    label: String,
    on: bool,
}

/// Somebody who may not be needed any more.
struct PersonRow {
    row: AttendeeId,
    name: String,
    /// Why, from the record.
    note: Option<String>,
    on: bool,
}

/// What stands in the form.
#[derive(Default)]
struct Filled {
    answer: String,
    aim: String,
    without: HashSet<String>,
    skip: Vec<String>,
    seen: bool,
    reason: String,
    errors: Errors,
    needs: Needs,
    /// Dates that limits stop.
    stopped: Vec<NaiveDate>,
}

impl Filled {
    fn read(form: &Form) -> Self {
        Self {
            answer: form.get("answer").to_owned(),
            aim: form.get("aim").chars().take(4_000).collect(),
            without: form.all("without").take(200).map(ToOwned::to_owned).collect(),
            skip: form.all("skip").take(60).map(ToOwned::to_owned).collect(),
            seen: form.has("limits_seen"),
            reason: form.get("limits_reason").chars().take(4_000).collect(),
            ..Self::default()
        }
    }

    fn days(&self) -> Vec<NaiveDate> {
        self.skip.iter().filter_map(|day| day.parse().ok()).collect()
    }
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<SeriesId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    draw(&reads, &caller, (&mut tx, id), (StatusCode::OK, Filled::default())).await
}

/// A series with all dates of it and of those that it went on from.
struct Known {
    series: Series,
    all: Vec<FullMeeting>,
    own: Vec<FullMeeting>,
}

async fn known(tx: &mut Tx, caller: &Caller, id: SeriesId) -> Result<Known, Failure> {
    let actor = caller.actor()?;
    let series = store::series::by_id(tx, id).await?.ok_or(Failure::NotFound)?;
    let lineage = store::series::lineage(tx, id).await?;
    let mut all = store::series::meetings_of_all(tx, &lineage).await?;
    all.retain(|full| actor.sees(full));
    let own: Vec<FullMeeting> = all.iter().filter(|full| full.meeting.series_id == Some(id)).cloned().collect();
    if own.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(Known { series, all, own })
}

async fn draw(
    reads: &Reads,
    caller: &Caller,
    (tx, id): (&mut Tx, SeriesId),
    (status, filled): (StatusCode, Filled),
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let Known { series, all, own } = known(tx, caller, id).await?;
    let Some(end) = last(&own).filter(|end| is_ahead(end, caller.now())) else {
        return Ok(Redirect::to(&format!("/series/{id}")).into_response());
    };
    caller.actor()?.may_change(end)?;
    let record = RecordView::of(tx, caller, &all).await?;
    let options = options(caller, (&series, &own, end), &filled);
    let skip = filled.stopped.iter().copied().chain(filled.days());
    let mut skip: Vec<NaiveDate> = skip.collect();
    skip.sort_unstable();
    skip.dedup();
    let left_out = |day: NaiveDate| Choice {
        value: day.to_string(),
        label: f.weekday_with_day(day),
        on: filled.days().contains(&day),
    };
    let view = ReviewPage {
        series: id,
        title: end.meeting.title.clone(),
        ends: t.review_ends(f.long_date_time_range(end.meeting.starts_at, end.meeting.ends_at)),
        people: people(caller, (end, &record), &filled),
        record,
        once: reads.once_key(),
        last: end.meeting.starts_at.to_rfc3339(),
        options,
        aim_now: series.aim,
        skip: skip.into_iter().map(left_out).collect(),
        page: Page::new(reads, caller, Nav::Meetings),
        aim: filled.aim,
        errors: filled.errors,
        needs: filled.needs,
        seen: filled.seen,
        reason: filled.reason,
    };
    page::html(status, &view)
}

/// The answers that are possible, each with what it does.
fn options(
    caller: &Caller,
    (series, own, end): (&Series, &[FullMeeting], &FullMeeting),
    filled: &Filled,
) -> Vec<Choice> {
    let (t, f) = (caller.texts(), caller.format());
    let minutes = u32::try_from(end.meeting.minutes).unwrap_or(0);
    let at = place(own);
    let ahead = own.iter().filter(|full| to_come(full, caller.now())).count();
    let label = |answer: Answer| match answer {
        Answer::Keep => {
            let more = at.map(|at| series.rule.0.after(at, MORE)).unwrap_or_default();
            let until = more.last()?.date();
            Some(t.review_keep(more.len(), f.date(until)))
        }
        Answer::Endless => (!series.endless).then(|| t.endless_choice()),
        Answer::Shorten => shorter(minutes).map(|less| t.review_shorten(f.duration(less), f.duration(minutes))),
        Answer::FewerPeople => (candidates(end).count() > 1).then(|| t.review_fewer()),
        Answer::LessOften => less_often(series.rule.0, at?.date()).map(|rule| t.review_less(words::repeats(t, &rule))),
        Answer::Stop => Some(t.review_stop(ahead)),
    };
    let choice = |answer: &Answer| {
        let value = answer.as_str().to_owned();
        Some(Choice { on: filled.answer == value, label: label(*answer)?, value })
    };
    Answer::ALL.iter().filter_map(choice).collect()
}

/// Everybody in a date but its organizer.
fn candidates(end: &FullMeeting) -> impl Iterator<Item = &store::meetings::Attendee> {
    end.attendees.iter().filter(|a| a.removed_at.is_none() && a.role != AttendeeRole::Chair)
}

fn people(caller: &Caller, (end, record): (&FullMeeting, &RecordView), filled: &Filled) -> Vec<PersonRow> {
    let t = caller.texts();
    let row = |a: &store::meetings::Attendee| PersonRow {
        row: a.id,
        name: a.name.clone(),
        note: a.person_id.filter(|id| record.quiet.contains(id)).map(|_| t.review_quiet(QUIET_DATES)),
        on: filled.without.contains(&a.id.to_string()),
    };
    if candidates(end).count() > 1 { candidates(end).map(row).collect() } else { Vec::new() }
}

/// Carries the answer out, or says what is missing.
pub(super) async fn answer(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<SeriesId>,
    form: Form,
) -> Result<Response, Failure> {
    let (reads, actor) = (writes.reads(), caller.actor()?);
    let mut filled = Filled::read(&form);
    let mut tx = reads.begin().await?;
    let found = known(&mut tx, &caller, id).await?;
    let standing = |full: &&FullMeeting| full.meeting.status == Status::Confirmed;
    let any = found.own.iter().find(standing).ok_or(Failure::NotFound)?;
    actor.may_change(any)?;
    let last_at: DateTime<Utc> = form.get("last").parse().map_err(|_| Failure::Unreadable)?;
    let aim = String::from(SafeText::line(&filled.aim, MAX_AIM));
    if filled.aim.chars().count() > MAX_AIM {
        filled.errors.add("aim", caller.texts().field_too_long(MAX_AIM));
    }
    let chosen: Option<Answer> = filled.answer.parse().ok();
    if chosen.is_none() {
        filled.errors.add("answer", caller.texts().review_answer_missing());
    }
    let Some(answer) = chosen.filter(|_| filled.errors.is_empty()) else {
        return draw(&reads, &caller, (&mut tx, id), (StatusCode::UNPROCESSABLE_ENTITY, filled)).await;
    };
    drop(tx);
    let command = AnswerReview {
        series: id,
        last_at,
        answer,
        aim,
        without: filled.without.iter().filter_map(|row| row.parse().ok()).collect(),
        skip: filled.days(),
        consent: form.consent(),
        once: form.once(actor.id()),
    };
    match Box::pin(answering::run(&writes.app, actor, command)).await {
        Ok(location) => Ok(Redirect::to(&location).into_response()),
        Err(error) => {
            let status = complain(&caller, &mut filled, error)?;
            let mut tx = reads.begin().await?;
            draw(&reads, &caller, (&mut tx, id), (status, filled)).await
        }
    }
}

/// What is missing, at its field.
fn complain(caller: &Caller, filled: &mut Filled, error: AppError) -> Result<StatusCode, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let (field, words) = match error {
        AppError::SeriesStopped(dates) => {
            let around = (t, &f);
            filled.needs = stopped::complain(around, (&mut filled.errors, "answer"), (&dates, filled.seen));
            filled.stopped = dates.iter().map(|date: &StoppedDate| date.original.date()).collect();
            return Ok(StatusCode::UNPROCESSABLE_ENTITY);
        }
        AppError::Stale | AppError::KeyReused => {
            filled.errors.add("answer", t.review_moved());
            return Ok(StatusCode::CONFLICT);
        }
        AppError::Refused(Refusal::AimMissing) => ("aim", t.review_aim_missing()),
        AppError::Refused(Refusal::NoApprover) => ("answer", t.approval_nobody()),
        AppError::Refused(Refusal::ReasonMissing) => ("aim", t.review_reason_missing()),
        AppError::Refused(Refusal::NobodyLeft) => ("without", t.review_nobody()),
        AppError::Refused(Refusal::NobodyInvited) => ("without", t.review_all()),
        AppError::Refused(Refusal::Gone(names) | Refusal::DoNotContact(names)) => {
            ("without", t.review_barred(names.join(", ")))
        }
        AppError::Refused(Refusal::Over) => return Ok(StatusCode::CONFLICT),
        AppError::Refused(_) => ("answer", t.review_impossible()),
        error => return Err(error.into()),
    };
    filled.errors.add(field, words);
    Ok(StatusCode::UNPROCESSABLE_ENTITY)
}
