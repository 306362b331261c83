//! Give a series another rule: choose, see the new dates, tell everybody.

mod view;

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;

use self::view::draw;
use super::stopped;
use crate::{
    app::{
        error::{AppError, Refusal, StoppedDate},
        once,
        preview::Needs,
        series::repeat::{self, Repeat, last_that_stays, replaced},
    },
    domain::{
        ids::{MeetingId, SeriesId},
        limits::rule::Level,
        meeting::Status,
        series::rule::Rule,
    },
    i18n::limits::reading,
    store::{self, Tx, meetings::FullMeeting, series::Series},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        meeting::new_time::{NewTime, Reader, Typed as TypedTime},
        path::One,
        repeats::{self, Repeats},
        state::{Reads, Writes},
    },
};

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
        AppError::Stale | AppError::KeyReused | AppError::Refused(Refusal::Over | Refusal::Cancelled) => {
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
        AppError::Refused(_) => ("repeat", t.review_impossible()),
        error => return Err(error.into()),
    };
    filled.errors.add(field, words);
    Ok(StatusCode::UNPROCESSABLE_ENTITY)
}
