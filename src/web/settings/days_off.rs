//! Days off and days with other hours: the list, and the form for more.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;

use super::hours::{HoursPage, range, span};
use crate::{
    app::{
        actor::Actor,
        days_off::{self, AddDayOff, LONGEST},
        error::{AppError, Refusal},
    },
    domain::{
        ids::{DayOffId, PersonId},
        limits::facts::DayRule,
        when::{self, DateError},
    },
    i18n::{Texts, field_errors, format::Format},
    store::{
        self, Tx,
        days_off::{DayOff, MAX_DAYS_OFF},
        people::Person,
    },
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page,
        path::One,
        routes::Routes,
        state::Writes,
    },
};

/// Most people to choose a stand-in from.
const PEOPLE: i64 = 1_000;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.command("/settings/days-off", Access::SignedIn, add).command(
        "/settings/days-off/{id}/removal",
        Access::SignedIn,
        remove,
    )
}

/// What is entered, and the form.
pub(super) struct DaysOff {
    pub(super) lines: Vec<Line>,
    /// As typed.
    pub(super) form: Form,
    /// Who could stand in.
    pub(super) people: Vec<(String, String)>,
    pub(super) once: String,
}

/// One entry in words.
pub(super) struct Line {
    pub(super) id: DayOffId,
    pub(super) when: String,
    /// Off, or the hours worked.
    pub(super) what: String,
    pub(super) stand_in: Option<String>,
}

impl DaysOff {
    pub(super) async fn load(tx: &mut Tx, caller: &Caller, actor: &Actor, once: String) -> Result<Self, Failure> {
        let lines = lines(tx, caller, &actor.person).await?;
        let t = caller.texts();
        let mut people = vec![(String::new(), t.time_days_nobody())];
        let decides = |p: &Person| p.id != actor.id() && p.leads_meetings();
        let all = store::people::list(tx, PEOPLE).await?;
        people.extend(all.into_iter().filter(decides).map(|p| (p.id.to_string(), p.name)));
        Ok(Self { lines, form: Form::default(), people, once })
    }
}

/// Somebody's entries that are not over, in the reader's words.
pub(super) async fn lines(tx: &mut Tx, caller: &Caller, person: &Person) -> Result<Vec<Line>, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let entries = store::days_off::upcoming(tx, person.id, f.day(caller.now())).await?;
    let named: Vec<PersonId> = entries.iter().filter_map(|entry| entry.stand_in_id).collect();
    let named = store::people::by_ids(tx, &named).await?;
    let name = |id| named.iter().find(|p| p.id == id).map(|p| t.time_days_by(p.name.as_str()));
    Ok(entries.iter().map(|entry| line(t, &f, entry, entry.stand_in_id.and_then(name))).collect())
}

fn line(t: &Texts, f: &Format, entry: &DayOff, stand_in: Option<String>) -> Line {
    let when = if entry.first_day == entry.last_day {
        f.long_date(entry.first_day)
    } else {
        format!("{} – {}", f.long_date(entry.first_day), f.long_date(entry.last_day))
    };
    let what = match entry.rule() {
        DayRule::Off => t.time_days_off(),
        DayRule::Hours(span) => t.time_days_works(range(f, span)),
    };
    Line { id: entry.id, when, what, stand_in }
}

async fn add(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    const DONE: &str = "/settings/hours?done=added";
    let actor = caller.actor()?;
    let today = caller.format().day(caller.now());
    let mut errors = Errors::default();
    if let Some(command) = read(&caller, actor, &form, today, &mut errors) {
        match days_off::add(&writes.app, actor, command, (today, DONE)).await {
            Ok(()) => return Ok(Redirect::to(DONE).into_response()),
            Err(AppError::Refused(Refusal::TooManyDaysOff)) => {
                errors.add("first", caller.texts().time_days_too_many(MAX_DAYS_OFF));
            }
            Err(AppError::Refused(Refusal::Gone(_) | Refusal::Oneself) | AppError::NotFound) => {
                errors.add("stand_in", caller.texts().time_days_gone());
            }
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = HoursPage::load(&writes.reads(), &caller).await?;
    page.errors = errors;
    page.days.form = form;
    page::invalid(&page)
}

fn read(caller: &Caller, actor: &Actor, form: &Form, today: NaiveDate, errors: &mut Errors) -> Option<AddDayOff> {
    let (t, f) = (caller.texts(), caller.format());
    let first = when::date(form.get("first"), today);
    let first = first.map_err(|e| errors.add("first", field_errors::date(&f, e, today))).ok();
    let last = match when::date(form.get("last"), first.unwrap_or(today)) {
        Err(DateError::Empty) => first,
        other => other.map_err(|e| errors.add("last", field_errors::date(&f, e, today))).ok(),
    };
    let hours = span(caller, form, &("worked-from".to_owned(), "worked-to".to_owned()), errors);
    let stand_in = match form.get("stand_in") {
        "" => None,
        id => id.parse().map_err(|_| errors.add("stand_in", t.field_choose_one())).ok(),
    };
    let (first, last) = (first?, last?);
    if last < first {
        errors.add("last", t.time_days_backwards());
    } else if last < today {
        errors.add("first", t.time_days_over());
    } else if (last - first).num_days() >= LONGEST {
        errors.add("last", t.time_days_too_long(LONGEST));
    }
    errors.is_empty().then(|| AddDayOff { first, last, hours, stand_in, once: form.once(actor.id()) })
}

async fn remove(State(writes): State<Writes>, caller: Caller, One(id): One<DayOffId>) -> Result<Response, Failure> {
    days_off::remove(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to("/settings/hours?done=removed").into_response())
}
