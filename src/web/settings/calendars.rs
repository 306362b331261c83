//! Outside calendars: connect one, see how it stands, read it now, disconnect it.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use chrono::{DateTime, TimeDelta, Utc};

use super::notice;
use crate::{
    app::{
        error::{AppError, Refusal},
        outside_calendars::{self, Connect, MAX_NAME},
    },
    domain::{
        ids::OutsideCalendarId,
        limits::facts::Outside,
        outside::{AddressError, MAX_ADDRESS, MAX_CALENDARS, SourceAddress},
        text::SafeText,
        time::Interval,
    },
    i18n::{Texts, labels},
    store::{self, outside::OutsideCalendar},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        routes::Routes,
        state::{Reads, Writes},
    },
};

const PATH: &str = "/settings/calendars";

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page(PATH, Access::SignedIn, show)
        .command(PATH, Access::SignedIn, connect)
        .command("/settings/calendars/{id}/reading", Access::SignedIn, read_now)
        .command("/settings/calendars/{id}/removal", Access::SignedIn, disconnect)
}

#[derive(Template)]
#[template(path = "settings/calendars.html")]
struct CalendarsPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    once: String,
    rows: Vec<Row>,
}

/// One calendar in words. Its address is not among them.
struct Row {
    id: OutsideCalendarId,
    name: String,
    host: String,
    /// How it stands, sentence by sentence.
    state: Vec<String>,
    failing: bool,
    /// The new address, of one that has moved.
    moved_to: Option<String>,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let mut page = load(&reads, &caller).await?;
    page.page = page.page.with_notice(notice(caller.texts(), query.as_deref()));
    page::ok(&page)
}

async fn load<'a>(reads: &Reads, caller: &'a Caller) -> Result<CalendarsPage<'a>, Failure> {
    let mut tx = reads.begin().await?;
    let calendars = store::outside::of_person(&mut tx, caller.actor()?.id()).await?;
    let row = |calendar: OutsideCalendar| Row {
        id: calendar.id,
        state: state(caller, &calendar),
        failing: calendar.failure.is_some(),
        moved_to: reads.moved_to(&calendar),
        host: calendar.host,
        name: calendar.name,
    };
    Ok(CalendarsPage {
        page: Page::new(reads, caller, Nav::Settings),
        errors: Errors::default(),
        form: Form::default(),
        once: reads.once_key(),
        rows: calendars.into_iter().map(row).collect(),
    })
}

fn state(caller: &Caller, calendar: &OutsideCalendar) -> Vec<String> {
    let (t, f, now) = (caller.texts(), caller.format(), caller.now());
    let read = calendar.read_at.map(|at| labels::age(t, now - at));
    let Some((trouble, since)) = calendar.failure.zip(calendar.failing_since) else {
        return vec![read.map_or_else(|| t.time_calendars_waiting(), |age| t.time_calendars_read(age))];
    };
    let mut words = vec![t.time_calendars_failing(f.subject_when(since)), labels::trouble(t, trouble)];
    words.extend(read.map(|age| t.time_calendars_last_read(age)));
    if !is_known(calendar, now) {
        words.push(t.time_calendars_unknown());
    }
    words
}

/// Whether it still answers for the present.
fn is_known(calendar: &OutsideCalendar, now: DateTime<Utc>) -> bool {
    let soon = Interval::new(now, now + TimeDelta::minutes(1));
    soon.is_some_and(|span| calendar.standing().answers_for(span, now) == Outside::Known)
}

async fn connect(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    const DONE: &str = "/settings/calendars?done=connected";
    let actor = caller.actor()?;
    let t = caller.texts();
    let mut errors = Errors::default();
    let typed = SafeText::line(form.get("name"), MAX_NAME + 1);
    if typed.as_str().chars().count() > MAX_NAME {
        errors.add("name", t.field_too_long(MAX_NAME));
    }
    let address = SourceAddress::read(form.get("address"), &writes.app.settings().outside);
    let address = address.map_err(|error| errors.add("address", address_error(t, error))).ok();
    if let Some(address) = address.filter(|_| errors.is_empty()) {
        let name = if typed.is_empty() { address.host().chars().take(MAX_NAME).collect() } else { typed.into() };
        let command = Connect { name, address, once: form.once(actor.id()) };
        match outside_calendars::connect(&writes.app, actor, command, DONE).await {
            Ok(()) => return Ok(Redirect::to(DONE).into_response()),
            Err(AppError::Refused(Refusal::TooManyCalendars)) => {
                errors.add("address", t.time_calendars_too_many(MAX_CALENDARS));
            }
            Err(error) => return Err(error.into()),
        }
    }
    page::invalid(&CalendarsPage { errors, form, ..load(&writes.reads(), &caller).await? })
}

fn address_error(t: &Texts, error: AddressError) -> String {
    match error {
        AddressError::Empty => t.field_required(),
        AddressError::TooLong => t.field_too_long(MAX_ADDRESS),
        AddressError::NotAnAddress => t.time_address_not_one(),
        AddressError::NotHttps => t.time_address_https(),
        AddressError::WithPassword => t.time_address_password(),
        AddressError::Port => t.time_address_port(),
        AddressError::NotPublic => t.time_address_not_public(),
    }
}

async fn read_now(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<OutsideCalendarId>,
) -> Result<Response, Failure> {
    outside_calendars::read_now(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to("/settings/calendars?done=asked").into_response())
}

async fn disconnect(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<OutsideCalendarId>,
) -> Result<Response, Failure> {
    outside_calendars::disconnect(&writes.app, caller.actor()?, id).await?;
    Ok(Redirect::to("/settings/calendars?done=disconnected").into_response())
}
