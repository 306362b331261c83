//! Give a series another rule: choose, see the new dates, tell everybody.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;

use super::{sentence as sentence_now, stopped};
use crate::{
    app::{
        error::{AppError, Refusal, StoppedDate},
        once,
        preview::Needs,
        series::{
            holidays,
            repeat::{self, Repeat, last_that_stays, replaced},
        },
    },
    domain::{
        country::Country,
        holidays::on,
        ids::{MeetingId, SeriesId},
        limits::rule::Level,
        meeting::Status,
        series::{
            dates::{SeriesDate, dates},
            rule::{OnHoliday, Rule},
        },
        time::Zone,
        when,
    },
    i18n::{limits::reading, series::sentence},
    store::{self, Tx, meetings::FullMeeting, series::Series},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        meeting::{
            moves::zones,
            new_time::{NewTime, Reader, Typed as TypedTime},
        },
        page::{self, Nav, Page},
        path::One,
        relay_form,
        repeats::{self, DateView, Repeats},
        state::{Reads, Writes},
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

/// The form as typed.
#[derive(Default)]
struct Typed {
    /// Id and version of the first date that changes.
    from: String,
    /// The same of the date from which the first day was filled.
    day_of: String,
    time: TypedTime,
    repeats: Repeats,
    seen: bool,
    limits_reason: String,
}

impl Typed {
    fn read(form: &Form) -> Self {
        Self {
            from: form.get("from").chars().take(80).collect(),
            day_of: form.get("day_of").chars().take(80).collect(),
            time: TypedTime::from_form(form),
            repeats: Repeats::read(form),
            seen: form.has("limits_seen"),
            limits_reason: form.get("limits_reason").chars().take(4_000).collect(),
        }
    }

    /// The first date that changes, and its version as it was shown.
    fn from(&self) -> Option<(MeetingId, i64)> {
        choice(&self.from)
    }

    /// Takes the day of another first date, and how many are left from there, unless something else was typed meanwhile.
    /// Tells whether it has.
    fn follow(&mut self, caller: &Caller, known: &Known) -> bool {
        let f = caller.format();
        let of = |text| choice(text).and_then(|(id, _)| known.ahead.iter().find(|full| full.meeting.id == id));
        let day = |full: &FullMeeting| f.short_date(full.meeting.start_local.date());
        let (Some(was), Some(is)) = (of(&self.day_of), of(&self.from)) else { return false };
        if was.meeting.id == is.meeting.id {
            return false;
        }
        let follows = self.time.date == day(was);
        if follows {
            self.time.date = day(is);
        }
        if self.repeats.repeat_count == known.count(was, caller) {
            self.repeats.repeat_count = known.count(is, caller);
        }
        self.day_of.clone_from(&self.from);
        follows
    }
}

fn choice(text: &str) -> Option<(MeetingId, i64)> {
    let (id, version) = text.split_once(':')?;
    Some((id.parse().ok()?, version.parse().ok()?))
}

/// What the form asks for, once it is understood.
struct Asked {
    time: NewTime,
    rule: Rule,
}

/// The form and what there is to say about it.
#[derive(Default)]
struct Filled {
    typed: Typed,
    asked: Option<Asked>,
    errors: Errors,
    needs: Needs,
    /// Days that limits stop, and what they say.
    stopped: Vec<(NaiveDate, Option<String>)>,
}

/// A series that may still change.
struct Known {
    series: Series,
    all: Vec<FullMeeting>,
    /// The dates from which it may, in the order of the rule.
    ahead: Vec<FullMeeting>,
}

impl Known {
    /// How many dates are left from this one on.
    fn count(&self, from: &FullMeeting, caller: &Caller) -> String {
        replaced(&self.all, from, caller.now()).len().max(2).to_string()
    }
}

/// # Errors
/// [`Failure::NotFound`] for those who may not change it. `None` when no date is ahead.
async fn known(tx: &mut Tx, caller: &Caller, id: SeriesId) -> Result<Option<Known>, Failure> {
    let actor = caller.actor()?;
    let series = store::series::by_id(tx, id).await?.ok_or(Failure::NotFound)?;
    let all = store::series::meetings(tx, id).await?;
    let ahead: Vec<FullMeeting> = ahead(&all, caller).cloned().collect();
    // Those that were called off may still be whoever's they were.
    actor.may_change(ahead.first().or(all.last()).ok_or(Failure::NotFound)?)?;
    Ok((!ahead.is_empty()).then_some(Known { series, all, ahead }))
}

/// The dates that stand and have not begun.
pub(super) fn ahead<'a>(all: &'a [FullMeeting], caller: &Caller) -> impl Iterator<Item = &'a FullMeeting> {
    let now = caller.now();
    all.iter().filter(move |full| full.meeting.status == Status::Confirmed && full.meeting.starts_at > now)
}

pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<SeriesId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let Some(known) = known(&mut tx, &caller, id).await? else { return Ok(back(id)) };
    let next = known.ahead.iter().min_by_key(|full| full.meeting.starts_at).ok_or(Failure::NotFound)?;
    let repeats = Repeats { repeat_count: known.count(next, &caller), ..Repeats::of(&known.series.rule.0) };
    let (from, day_of) = (value(next), value(next));
    let typed =
        Typed { from, day_of, time: TypedTime::of(&caller.format(), &next.meeting), repeats, ..Typed::default() };
    let filled = Filled { typed, ..Filled::default() };
    draw(&reads, &caller, (&mut tx, &known), (StatusCode::OK, filled)).await
}

fn back(id: SeriesId) -> Response {
    Redirect::to(&format!("/series/{id}")).into_response()
}

fn value(full: &FullMeeting) -> String {
    format!("{}:{}", full.meeting.id, full.meeting.version)
}

/// Shows what would happen, or does it.
pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<SeriesId>,
    form: Form,
) -> Result<Response, Failure> {
    let (reads, actor) = (writes.reads(), caller.actor()?);
    let mut filled = Filled { typed: Typed::read(&form), ..Filled::default() };
    let mut tx = reads.begin().await?;
    // Once it has done its work, the form names dates that are elsewhere.
    if let Some(location) = once::led_to(&mut tx, &form.once(actor.id())).await? {
        return Ok(Redirect::to(&location).into_response());
    }
    let Some(found) = known(&mut tx, &caller, id).await? else { return Ok(back(id)) };
    let unseen = filled.typed.follow(&caller, &found);
    understand(&caller, &found, &mut filled);
    let from = filled.typed.from();
    let (Some(asked), Some((from, version)), true) = (&filled.asked, from, filled.errors.is_empty()) else {
        return draw(&reads, &caller, (&mut tx, &found), (StatusCode::UNPROCESSABLE_ENTITY, filled)).await;
    };
    if form.get("do") != "change" || unseen {
        return draw(&reads, &caller, (&mut tx, &found), (StatusCode::OK, filled)).await;
    }
    drop(tx);
    let command = Repeat {
        from,
        version,
        start: asked.time.start.clone(),
        minutes: asked.time.minutes,
        rule: asked.rule,
        skip: filled.typed.repeats.skipped(),
        reason: asked.time.reason.clone(),
        consent: form.consent(),
        once: form.once(actor.id()),
    };
    let status = match Box::pin(repeat::run(&writes.app, actor, command)).await {
        Ok(location) => return Ok(Redirect::to(&location).into_response()),
        Err(error) => complain(&caller, &mut filled, error)?,
    };
    let mut tx = reads.begin().await?;
    let Some(found) = known(&mut tx, &caller, id).await? else { return Ok(back(id)) };
    draw(&reads, &caller, (&mut tx, &found), (status, filled)).await
}

/// Reads the fields, with everything that is wrong with them.
fn understand(caller: &Caller, known: &Known, filled: &mut Filled) {
    let (t, f, typed) = (caller.texts(), caller.format(), &filled.typed);
    let mut errors = Errors::default();
    let from = known.ahead.iter().find(|full| typed.from().is_some_and(|(id, _)| id == full.meeting.id));
    let time = typed.time.read(&Reader { t, f: &f, now: caller.now() }).map_err(|wrong| errors.0.extend(wrong.0)).ok();
    if !typed.repeats.is_on() {
        errors.add("repeat", t.series_repeats_pick());
    }
    let day = time.as_ref().map(|time| time.start.local.date());
    if let (Some(last), Some(day)) = (from.and_then(|from| last_that_stays(&known.all, from)), day)
        && day <= last
    {
        errors.add("date", t.series_repeats_earlier(f.date(last)));
    }
    if let Some(time) = time {
        match typed.repeats.rule((t, &f), &time.start) {
            Ok(rule) => filled.asked = rule.map(|rule| Asked { time, rule }),
            Err(wrong) => errors.0.extend(wrong.0),
        }
    }
    if from.is_none() {
        // Nothing is sent until somebody has chosen another one.
        errors.add("from", t.series_repeats_gone());
        filled.asked = None;
    }
    filled.errors = errors;
}

/// What is missing, at its field.
fn complain(caller: &Caller, filled: &mut Filled, error: AppError) -> Result<StatusCode, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let (field, words) = match error {
        AppError::SeriesStopped(dates) => {
            let seen = filled.typed.seen;
            filled.needs = stopped::complain((t, &f), (&mut filled.errors, "repeat"), (&dates, seen));
            let says = |date: &StoppedDate| {
                let passed = date.stopped.verdict.passed().find(|r| r.asks() > Some(Level::Inform));
                (date.original.date(), passed.map(|r| reading(t, &f, r)))
            };
            filled.stopped = dates.iter().map(says).collect();
            return Ok(StatusCode::UNPROCESSABLE_ENTITY);
        }
        AppError::Stale | AppError::KeyReused => {
            filled.errors.add("from", t.series_repeats_gone());
            return Ok(StatusCode::CONFLICT);
        }
        AppError::Refused(Refusal::InThePast) => ("date", t.move_past()),
        AppError::Refused(Refusal::NoSeries(why)) => ("repeat", repeats::words(t, why)),
        AppError::Refused(Refusal::TooManySeats) => ("repeat", t.series_error_seats()),
        AppError::Refused(Refusal::ReasonMissing) => ("reason", t.cancel_reason_missing()),
        AppError::Refused(Refusal::BeforeEarlier(last)) => ("date", t.series_repeats_earlier(f.date(last))),
        AppError::Refused(Refusal::PointsOutside(names)) => ("length", t.part_outside(names.join(", "))),
        AppError::Refused(Refusal::Gone(names)) => ("from", t.planner_who_gone(names.join(", "))),
        AppError::Refused(Refusal::Over | Refusal::Cancelled) => {
            filled.errors.add("from", t.series_repeats_gone());
            return Ok(StatusCode::CONFLICT);
        }
        AppError::Refused(_) => ("repeat", t.review_impossible()),
        error => return Err(error.into()),
    };
    filled.errors.add(field, words);
    Ok(StatusCode::UNPROCESSABLE_ENTITY)
}

async fn draw(
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
