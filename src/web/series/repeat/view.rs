//! The page: the form, the new dates, and what happens to those that there are.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::NaiveDate;

use super::{Filled, Known, Typed, value};
use crate::{
    app::{
        preview::Needs,
        series::{holidays, repeat::replaced},
    },
    domain::{
        country::Country,
        holidays::on,
        ids::SeriesId,
        meeting::Status,
        series::{
            dates::{SeriesDate, dates},
            rule::{OnHoliday, Rule},
        },
        time::Zone,
        when,
    },
    i18n::series::sentence,
    store::{self, Tx, meetings::FullMeeting},
    web::{
        caller::Caller,
        failure::Failure,
        form::Errors,
        meeting::moves::zones,
        page::{self, Nav, Page},
        relay_form,
        repeats::{self, DateView},
        series::sentence as sentence_now,
        state::Reads,
    },
};

#[derive(Template)]
#[template(path = "series/repeat.html")]
struct RepeatPage<'a> {
    page: Page<'a>,
    series: SeriesId,
    title: String,
    /// How it has repeated so far.
    now: String,
    errors: Errors,
    once: String,
    /// The dates from which it may change, with their versions.
    from: Vec<(String, String)>,
    typed: Typed,
    zones: Vec<(String, String)>,
    date_example: String,
    s: NewDates,
    effect: Vec<String>,
    needs: Needs,
    send: String,
    /// That no mail leaves the house.
    stays: Option<String>,
}

/// What may be chosen, and what comes of it.
#[derive(Default)]
struct NewDates {
    repeats: Vec<(String, String)>,
    holidays: Vec<(String, String)>,
    weekdays: Vec<(u8, String, bool)>,
    sentence: String,
    dates: Vec<DateView>,
}

pub(super) async fn draw(
    reads: &Reads,
    caller: &Caller,
    (tx, known): (&mut Tx, &Known),
    (status, mut filled): (StatusCode, Filled),
) -> Result<Response, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let chosen = filled.typed.from().map(|(id, _)| id);
    let from = known.ahead.iter().find(|full| Some(full.meeting.id) == chosen).or_else(|| known.ahead.first());
    let from = from.ok_or(Failure::NotFound)?;
    // A form that was overtaken goes on from the date as it is.
    filled.typed.from = value(from);
    // What was asked for once and typed stays on the form.
    filled.needs.tick |= filled.typed.seen;
    filled.needs.reason |= !filled.typed.limits_reason.is_empty();
    let standing: Vec<&FullMeeting> =
        known.all.iter().filter(|full| full.meeting.status == Status::Confirmed).collect();
    let organizer = store::people::by_id(tx, from.meeting.organizer_id).await?.ok_or(Failure::NotFound)?;
    let country = holidays::country(tx, &organizer).await?;
    let found = found(country, &filled);
    let others = from.attendees.iter().filter(|a| a.removed_at.is_none());
    let own = caller.actor()?.id();
    let others = others.filter(|a| a.person_id != Some(own)).count();
    let view = RepeatPage {
        series: known.series.id,
        title: from.meeting.title.clone(),
        now: sentence_now(caller, &known.series, &standing),
        once: reads.once_key(),
        from: known
            .ahead
            .iter()
            .map(|full| (value(full), f.long_date_time_range(full.meeting.starts_at, full.meeting.ends_at)))
            .collect(),
        zones: zones(tx, caller, (from, &filled.typed.time.zone)).await?,
        date_example: f.day_month(f.day(caller.now())),
        effect: effect(caller, (known, from, country), (&found, &filled)),
        s: new_dates(caller, from, (&found, &filled)),
        send: t.series_repeats_send(others),
        stays: relay_form::stays(reads, tx, t).await?,
        page: Page::new(reads, caller, Nav::Meetings),
        errors: filled.errors,
        typed: filled.typed,
        needs: filled.needs,
    };
    page::html(status, &view)
}

/// All dates of the new rule, in its order.
fn found(country: Country, filled: &Filled) -> Vec<SeriesDate> {
    let Some(asked) = &filled.asked else { return Vec::new() };
    let Ok(zone) = Zone::named(&asked.time.start.zone) else { return Vec::new() };
    dates(&asked.rule, asked.time.start.local, (&zone, country), asked.time.minutes).unwrap_or_default()
}

fn new_dates(caller: &Caller, from: &FullMeeting, (found, filled): (&[SeriesDate], &Filled)) -> NewDates {
    let (t, f, typed) = (caller.texts(), caller.format(), &filled.typed.repeats);
    // The day that is typed, whatever else cannot be understood yet.
    let day = when::date(&filled.typed.time.date, f.day(caller.now()));
    let first = day.unwrap_or_else(|_| from.meeting.start_local.date());
    let choices = NewDates {
        repeats: repeats::choices(t),
        holidays: repeats::on_holidays(t),
        weekdays: typed.weekdays(&f, first),
        ..NewDates::default()
    };
    let Some(asked) = &filled.asked else { return choices };
    let skipped = typed.skipped();
    let held: Vec<&SeriesDate> = held(found, &skipped).collect();
    let last = held.last().map(|last| (asked.time.start.local.time(), held.len(), last.original.date()));
    let view = |date: &SeriesDate| {
        let stopped = filled.stopped.iter().find(|(day, _)| *day == date.original.date());
        DateView::of((t, &f), date, &skipped, (stopped.and_then(|(_, says)| says.clone()), stopped.is_some()))
    };
    NewDates {
        sentence: last.map(|about| sentence(t, &f, &asked.rule, about)).unwrap_or_default(),
        dates: found.iter().map(view).collect(),
        ..choices
    }
}

fn held<'a>(found: &'a [SeriesDate], skipped: &'a [NaiveDate]) -> impl Iterator<Item = &'a SeriesDate> {
    found.iter().filter(|date| date.start().is_some() && !skipped.contains(&date.original.date()))
}

/// What happens to the dates that were there, in sentences.
fn effect(
    caller: &Caller,
    (known, from, country): (&Known, &FullMeeting, Country),
    (found, filled): (&[SeriesDate], &Filled),
) -> Vec<String> {
    let (t, f) = (caller.texts(), caller.format());
    let olds = replaced(&known.all, from, caller.now());
    let skipped = filled.typed.repeats.skipped();
    let new = held(found, &skipped).count();
    let own_time: Vec<String> = olds
        .iter()
        .take(new)
        .filter(|full| has_own_time(full, (&known.series.rule, country)))
        .map(|full| f.subject_when(full.meeting.starts_at))
        .collect();
    let (fewer, more) = (olds.len().saturating_sub(new), new.saturating_sub(olds.len()));
    let mut lines = vec![t.series_repeats_effect_move(olds.len().min(new))];
    lines.extend((fewer > 0).then(|| t.series_repeats_effect_off(fewer)));
    lines.extend((more > 0).then(|| t.series_repeats_effect_more(more)));
    lines.extend((!own_time.is_empty()).then(|| t.series_repeats_own_time(own_time.join(", "))));
    lines.extend(known.series.endless.then(|| t.series_repeats_effect_ends()));
    lines.push(t.series_repeats_effect_mails());
    lines
}

/// Whether somebody gave a date another time than its rule, which may have put it off a holiday.
fn has_own_time(full: &FullMeeting, (rule, country): (&Rule, Country)) -> bool {
    let is = full.meeting.start_local;
    full.meeting.original_start.is_some_and(|place| {
        let put_off = rule.holidays == OnHoliday::Move && on(country, place.date()).is_some();
        place != is && !(put_off && place.time() == is.time())
    })
}
