//! Give what follows in a series another rule: other days, another rhythm, another clock.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    MAX_SEATS,
    change::{self, Pair, SeriesChange},
    dates::{self, Opened},
    endless, holidays,
    review::more::{like, tail},
    schedule::dated,
};
use crate::{
    app::{
        actor::Actor,
        cancel_meeting::{cancelled, owes_reason},
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
        move_meeting::moved,
        once::{self, Once, Turn},
    },
    domain::{
        ids::MeetingId,
        limits::consent::Consent,
        meeting::Status,
        planning::Start,
        series::{
            dates::{SeriesDate, dates},
            rule::{End, NoSeries, Rule},
        },
        time::Zone,
    },
    store::{
        self, Tx,
        changes::{Before, SeriesBefore},
        meetings::FullMeeting,
        series::Series,
    },
};

/// Another rule.
pub struct Repeat {
    /// The first date to which it applies; it must not have begun.
    pub from: MeetingId,
    /// The version of that date which the form showed.
    pub version: i64,
    /// Where the new rule begins.
    pub start: Start,
    /// Length of each date, in minutes.
    pub minutes: u32,
    /// How it repeats from there on.
    pub rule: Rule,
    /// New dates that are left out, by their day.
    pub skip: Vec<NaiveDate>,
    /// Why; mailed, may be empty.
    pub reason: String,
    /// What is said to the limits it passes, for all dates alike.
    pub consent: Consent,
    /// The form's key.
    pub once: Once,
}

/// The old dates move to the new ones in their order, with agenda and all that hangs on them; where there are fewer new
/// ones the rest is called off, where there are more they are planned like the last. Calendars get a new series that goes on
/// from this one: a rule that changes under one UID leaves exceptions behind that no two programs treat alike. Gives the page
/// that shows it.
///
/// # Errors
/// [`Refusal::NoSeries`] when fewer than two dates are left; [`Refusal::InThePast`] when the first of them, old or new, has
/// begun; [`Refusal::BeforeEarlier`] when it is not after the dates that stay; [`Refusal::ReasonMissing`] when dates with customers are called off without a reason; [`Refusal::TooManySeats`];
/// [`AppError::SeriesStopped`] with the dates that limits do not let pass.
pub async fn run(app: &App, actor: &Actor, command: Repeat) -> Result<String> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(location);
    }
    let opened = dates::open(&mut tx, app, actor, (command.from, command.version)).await?;
    let found = new_dates(&mut tx, app, (&opened, &command)).await?;
    // Leave to go on without an end was given to the old rule.
    let fresh = Series {
        rule: command.rule.into(),
        zone: command.start.zone.clone(),
        endless: false,
        ..tail(app, &opened.series)
    };
    store::series::insert(&mut tx, &fresh).await?;
    let pairs = pairs(&mut tx, app, (&opened, &command), (&fresh, &found)).await?;
    end_old(&mut tx, app, (&opened, &pairs)).await?;
    let added: Vec<MeetingId> =
        pairs.iter().filter(|(old, _)| old.is_none()).map(|(_, full)| full.meeting.id).collect();
    let before = SeriesBefore {
        series: opened.series.clone(),
        split_off: Some(fresh.id),
        dates: pairs.iter().filter_map(|(old, _)| old.clone()).collect(),
        added: added.clone(),
        answered: None,
    };
    let change = SeriesChange {
        kind: "series_repeated",
        anchor: command.from,
        before: Some(Before::SeriesWas(Box::new(before))),
        pairs,
        told: vec![opened.series.id, fresh.id],
        note: command.reason,
        leave: Leave::Said(command.consent),
    };
    let changed = change::change_series(&mut tx, app, actor, change).await?;
    store::opportunities::inherit(&mut tx, command.from, &added).await?;
    let location = format!("/series/{}?done=repeats&sent={}", fresh.id, changed.change);
    once::finish(&mut tx, &command.once, &location).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(location)
}

/// The dates that a new rule would replace: those that stand from this one on and have not begun, by the order of the rule.
#[must_use]
pub fn replaced<'a>(all: &'a [FullMeeting], from: &FullMeeting, now: DateTime<Utc>) -> Vec<&'a FullMeeting> {
    let follows = |full: &&FullMeeting| full.meeting.original_start >= from.meeting.original_start;
    let ahead = |full: &&FullMeeting| full.meeting.status == Status::Confirmed && full.meeting.starts_at > now;
    all.iter().filter(follows).filter(ahead).collect()
}

/// The last day of the old rule that stays under it.
#[must_use]
pub fn last_that_stays(all: &[FullMeeting], from: &FullMeeting) -> Option<NaiveDate> {
    let before = all.iter().filter(|full| full.meeting.status == Status::Confirmed);
    let places = before.filter_map(|full| full.meeting.original_start);
    places.filter(|place| Some(*place) < from.meeting.original_start).max().map(|place| place.date())
}

/// The dates of the new rule that take place.
async fn new_dates(tx: &mut Tx, app: &App, (opened, command): (&Opened, &Repeat)) -> Result<Vec<SeriesDate>> {
    let organizer = store::people::by_id(tx, opened.anchor.meeting.organizer_id).await?.ok_or(AppError::NotFound)?;
    let country = holidays::country(tx, &organizer).await?;
    let zone = Zone::named(&command.start.zone).map_err(|_| AppError::NotFound)?;
    let found = dates(&command.rule, command.start.local, (&zone, country), command.minutes);
    let mut found = found.map_err(Refusal::NoSeries)?;
    found.retain(|date| date.start().is_some() && !command.skip.contains(&date.original.date()));
    let first = found.iter().filter_map(SeriesDate::start).map(|(_, at)| at).min();
    let stays = last_that_stays(&opened.all, &opened.anchor);
    match first {
        _ if stays.is_some_and(|last| found.first().is_some_and(|date| date.original.date() <= last)) => {
            Err(Refusal::BeforeEarlier(stays.unwrap_or_default()).into())
        }
        _ if found.len() < 2 => Err(Refusal::NoSeries(NoSeries::TooFew).into()),
        Some(at) if at <= app.now() || opened.anchor.meeting.starts_at <= app.now() => Err(Refusal::InThePast.into()),
        _ if found.len() * (opened.anchor.attendees.len() + 1) > MAX_SEATS => Err(Refusal::TooManySeats.into()),
        _ => Ok(found),
    }
}

/// Each old date with what becomes of it, and those that are new, by their start.
async fn pairs(
    tx: &mut Tx,
    app: &App,
    (opened, command): (&Opened, &Repeat),
    (fresh, found): (&Series, &[SeriesDate]),
) -> Result<Vec<Pair>> {
    let olds = replaced(&opened.all, &opened.anchor, app.now());
    let last = olds.last().copied().ok_or(Refusal::InThePast)?;
    let mut pairs: Vec<Pair> = Vec::with_capacity(olds.len().max(found.len()));
    for (old, new) in olds.iter().zip(found) {
        pairs.push((Some((*old).clone()), put(old, new, (fresh, command)).ok_or(AppError::NotFound)?));
    }
    for old in olds.iter().skip(found.len()) {
        if command.reason.is_empty() && owes_reason(old) {
            return Err(Refusal::ReasonMissing.into());
        }
        pairs.push((Some((*old).clone()), cancelled(old, &command.reason)));
    }
    let further = found.get(olds.len()..).unwrap_or_default();
    if let Some((local, at)) = further.first().and_then(SeriesDate::start) {
        let start = Start { local, at, zone: fresh.zone.clone() };
        let first = like(tx, app, (last, start, command.minutes), &[]).await?;
        pairs.extend(further.iter().filter_map(|date| Some((None, dated(app, &first, fresh.id, date)?))));
    }
    pairs.sort_by_key(|(_, after)| after.meeting.starts_at);
    Ok(pairs)
}

/// An old date at a new place.
fn put(old: &FullMeeting, new: &SeriesDate, (fresh, command): (&Series, &Repeat)) -> Option<FullMeeting> {
    let (local, at) = new.start()?;
    let start = Start { local, at, zone: fresh.zone.clone() };
    let mut after = moved(old, &start, command.minutes);
    after.meeting.series_id = Some(fresh.id);
    after.meeting.original_start = Some(new.original);
    Some(after)
}

/// The old series ends with the last date that stays in it. Whoever was asked whether it may go on for ever has nothing to
/// decide any more.
async fn end_old(tx: &mut Tx, app: &App, (opened, pairs): (&Opened, &[Pair])) -> Result<()> {
    let stays = |full: &&FullMeeting| {
        full.meeting.status == Status::Confirmed && pairs.iter().all(|(_, after)| after.meeting.id != full.meeting.id)
    };
    let last = opened.all.iter().filter(stays).filter_map(|full| full.meeting.original_start).max();
    if let Some(last) = last {
        let rule = Rule { end: End::Until(last.date()), ..opened.series.rule.0 };
        store::series::set_rule(tx, opened.series.id, rule).await?;
    }
    endless::drop_question(tx, app, opened.series.id).await
}
