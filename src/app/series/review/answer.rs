//! The organizer says what becomes of a series.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    is_ahead, last,
    more::{self, Wish},
};
use crate::{
    app::{
        actor::Actor,
        cancel_meeting::{cancelled, owes_reason},
        change::Changed,
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
        once::{self, Once, Turn},
        series::{
            change::{self, SeriesChange},
            dates::to_come,
            endless::ask::ask,
        },
    },
    domain::{
        ids::{AttendeeId, MeetingId, SeriesId},
        limits::{
            consent::{Consent, LEAST_REASON},
            rule::Level,
        },
        meeting::AttendeeRole,
        series::review::Answer,
    },
    store::{
        self, Tx,
        changes::{Before, SeriesBefore},
        meetings::{Attendee, FullMeeting},
        series::Series,
        series_reviews::{Answered, Ending, Review},
    },
};

/// Longest sentence about what a series is for, in characters.
pub const MAX_AIM: usize = 500;

/// An answer.
pub struct AnswerReview {
    /// Which series.
    pub series: SeriesId,
    /// Start of its last date as the form showed it.
    pub last_at: DateTime<Utc>,
    /// What becomes of it.
    pub answer: Answer,
    /// Why it should go on, or why it stops.
    pub aim: String,
    /// Of *fewer people*: rows of the last date that are not needed any more.
    pub without: Vec<AttendeeId>,
    /// Further dates that are left out, by their day.
    pub skip: Vec<NaiveDate>,
    /// What is said to the limits that further dates pass.
    pub consent: Consent,
    /// The form's key.
    pub once: Once,
}

/// Carries an answer out and tells everybody in the series, with one mail for each. Gives the page that shows it.
///
/// # Errors
/// [`Refusal::AimMissing`] when it is to go on and nobody says why; [`Refusal::NobodyLeft`] for *fewer people* who are as
/// many as before; [`AppError::Stale`] when its end has moved; [`Refusal::Over`]; [`AppError::SeriesStopped`] with the
/// further dates that limits do not let pass.
pub async fn run(app: &App, actor: &Actor, command: AnswerReview) -> Result<String> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(location);
    }
    let (series, all) = open(&mut tx, app, actor, &command).await?;
    let ((page, changed), state) = match command.answer {
        Answer::Stop => (stop(&mut tx, app, actor, (&series, &all, &command)).await?, "stopped"),
        Answer::Keep => (go_on(&mut tx, app, actor, (&series, &all, &command)).await?, "kept"),
        Answer::Endless => return endless(tx, app, actor, (&series, &all, &command)).await,
        Answer::Shorten | Answer::FewerPeople | Answer::LessOften => {
            (go_on(&mut tx, app, actor, (&series, &all, &command)).await?, "changed")
        }
    };
    note(&mut tx, app, actor, (&command, state)).await?;
    let done = if command.answer == Answer::Stop { "stopped" } else { "renewed" };
    let location = format!("/series/{page}?done={done}&sent={}", changed.change);
    once::finish(&mut tx, &command.once, &location).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(location)
}

/// Has somebody else asked. Until they answer the series has the end it has, and other answers are still welcome.
async fn endless(
    mut tx: Tx,
    app: &App,
    actor: &Actor,
    (series, all, command): (&Series, &[FullMeeting], &AnswerReview),
) -> Result<String> {
    let end = last(all).ok_or(AppError::NotFound)?;
    ask(&mut tx, app, actor, (series, end, &command.aim)).await?;
    let location = format!("/series/{}?done=endless", series.id);
    once::finish(&mut tx, &command.once, &location).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(location)
}

/// Locks and reads the series, and asks whether this person may answer now.
async fn open(tx: &mut Tx, app: &App, actor: &Actor, command: &AnswerReview) -> Result<(Series, Vec<FullMeeting>)> {
    let ids: Vec<MeetingId> = store::series::dates(tx, command.series).await?;
    store::meetings::lock_all(tx, &ids).await?;
    let series = store::series::by_id(tx, command.series).await?.ok_or(AppError::NotFound)?;
    let all = store::series::meetings(tx, series.id).await?;
    let end = last(&all).ok_or(AppError::NotFound)?;
    actor.may_change(end)?;
    for full in all.iter().filter(|full| to_come(full, app.now())) {
        actor.may_change(full)?;
    }
    if !is_ahead(end, app.now()) {
        return Err(Refusal::Over.into());
    }
    if end.meeting.starts_at != command.last_at {
        return Err(AppError::Stale);
    }
    Ok((series, all))
}

async fn go_on(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (series, all, command): (&Series, &[FullMeeting], &AnswerReview),
) -> Result<(SeriesId, Changed)> {
    if command.aim.chars().count() < LEAST_REASON {
        return Err(Refusal::AimMissing.into());
    }
    let end = last(all).ok_or(AppError::NotFound)?;
    let leaves = |row: &Attendee| {
        row.removed_at.is_none() && row.role != AttendeeRole::Chair && command.without.contains(&row.id)
    };
    if command.answer == Answer::FewerPeople && !end.attendees.iter().any(leaves) {
        return Err(Refusal::NobodyLeft.into());
    }
    let fewer = if command.answer == Answer::FewerPeople { command.without.as_slice() } else { &[] };
    let wish = Wish {
        shorter: command.answer == Answer::Shorten,
        less_often: command.answer == Answer::LessOften,
        without: fewer,
        skip: &command.skip,
    };
    let more = more::plan(tx, app, (series, all, end), &wish).await?;
    store::series::set_aim(tx, more.series.id, (&command.aim, series.endless)).await?;
    let anchor = more.dates.first().map(|full| full.meeting.id).ok_or(AppError::NotFound)?;
    let before = SeriesBefore {
        series: series.clone(),
        split_off: more.fresh.then_some(more.series.id),
        dates: Vec::new(),
        added: more.dates.iter().map(|full| full.meeting.id).collect(),
        answered: Some(command.last_at),
    };
    let change = SeriesChange {
        kind: "series_renewed",
        anchor,
        before: Some(Before::SeriesGrown(Box::new(before))),
        pairs: more.dates.into_iter().map(|full| (None, full)).collect(),
        told: vec![more.series.id],
        note: command.aim.clone(),
        leave: Leave::Said(command.consent.clone()),
    };
    let dates: Vec<MeetingId> = change.pairs.iter().map(|(_, full): &(_, FullMeeting)| full.meeting.id).collect();
    let changed = change::change_series(tx, app, actor, change).await?;
    store::opportunities::inherit(tx, end.meeting.id, &dates).await?;
    Ok((more.series.id, changed))
}

/// Calls off what is still to come.
async fn stop(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (series, all, command): (&Series, &[FullMeeting], &AnswerReview),
) -> Result<(SeriesId, Changed)> {
    let ahead: Vec<&FullMeeting> = all.iter().filter(|full| to_come(full, app.now())).collect();
    if command.aim.is_empty() && ahead.iter().any(|full| owes_reason(full)) {
        return Err(Refusal::ReasonMissing.into());
    }
    let anchor = ahead.first().map(|full| full.meeting.id).ok_or(Refusal::Over)?;
    let before = SeriesBefore {
        series: series.clone(),
        split_off: None,
        dates: ahead.iter().map(|full| (*full).clone()).collect(),
        added: Vec::new(),
        answered: Some(command.last_at),
    };
    let pairs = ahead.into_iter().map(|full| (Some(full.clone()), cancelled(full, &command.aim))).collect();
    let change = SeriesChange {
        kind: "series_cancelled",
        anchor,
        before: Some(Before::SeriesWas(Box::new(before))),
        pairs,
        told: vec![series.id],
        note: command.aim.clone(),
        leave: Leave::UpTo(Level::Block),
    };
    let changed = change::change_series(tx, app, actor, change).await?;
    Ok((series.id, changed))
}

/// Writes down what was said, also where nobody had asked yet.
async fn note(tx: &mut Tx, app: &App, actor: &Actor, (command, state): (&AnswerReview, &'static str)) -> Result<()> {
    let now = app.now();
    let ending = Ending { series_id: command.series, last_at: command.last_at };
    let answered = Answered { state, by: Some(actor.id()), at: now };
    if store::series_reviews::end(tx, ending, &answered).await? {
        return Ok(());
    }
    let (series, at) = (command.series.uuid().simple(), command.last_at.timestamp());
    let review = Review {
        series_id: command.series,
        last_at: command.last_at,
        state: state.to_owned(),
        message_id: format!("{series}.{at}.unasked@{}", app.settings().host()),
        asked_at: now,
        answered_by: Some(actor.id()),
        answered_at: Some(now),
    };
    store::series_reviews::insert(tx, &review).await?;
    Ok(())
}
