//! When somebody works: hours by weekday and lunch, the hours kept for selling, days that differ.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use chrono::{Days, NaiveDate};

use super::{days_off::DaysOff, notice, selling::SellingTable};
use crate::{
    app::{actor::Actor, settings},
    domain::{
        hours::{DaySpan, WorkingHours, minute_of_day},
        when::{self, TimeError},
    },
    i18n::{field_errors, format::Format},
    store,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/settings/hours", Access::SignedIn, show).command("/settings/hours", Access::SignedIn, save)
}

/// One line of the table: `key` is `0` (Monday) to `6` or `lunch`.
struct Line {
    key: String,
    label: String,
    from: String,
    to: String,
}

impl Line {
    fn field(&self, end: &str) -> String {
        format!("{end}-{}", self.key)
    }
}

/// All three forms; each is saved for itself.
#[derive(Template)]
#[template(path = "settings/hours.html")]
pub(super) struct HoursPage<'a> {
    pub(super) page: Page<'a>,
    pub(super) errors: Errors,
    lines: Vec<Line>,
    selling: SellingTable,
    pub(super) days: DaysOff,
}

impl<'a> HoursPage<'a> {
    /// As it is stored.
    pub(super) async fn load(reads: &Reads, caller: &'a Caller) -> Result<Self, Failure> {
        let actor = caller.actor()?;
        let f = caller.format();
        let mut tx = reads.begin().await?;
        let selling = store::person_time::selling(&mut tx, actor.id()).await?;
        let days = DaysOff::load(&mut tx, caller, actor, reads.once_key()).await?;
        Ok(Self {
            page: Page::new(reads, caller, Nav::Settings),
            errors: Errors::default(),
            lines: stored_lines(caller, actor, &f),
            selling: SellingTable::new(caller.texts(), &f, &actor.person.hours, &selling),
            days,
        })
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let mut page = HoursPage::load(&reads, &caller).await?;
    page.page = page.page.with_notice(notice(caller.texts(), query.as_deref()));
    page::ok(&page)
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    match read(&caller, &form) {
        Ok(hours) => {
            settings::save_hours(&writes.app, caller.actor()?, hours).await?;
            Ok(Redirect::to("/settings/hours?done=saved").into_response())
        }
        Err(errors) => {
            let typed = |key: &str, end: &str| form.get(&format!("{end}-{key}")).to_owned();
            let lines = keys().map(|key| line(&caller, key.clone(), typed(&key, "from"), typed(&key, "to"))).collect();
            page::invalid(&HoursPage { errors, lines, ..HoursPage::load(&writes.reads(), &caller).await? })
        }
    }
}

fn stored_lines(caller: &Caller, actor: &Actor, f: &Format) -> Vec<Line> {
    let hours = &actor.person.hours;
    let text = |minute: Option<u16>| minute.map_or_else(String::new, |m| f.minute_of_day(m));
    let spans = hours.days.iter().copied().chain([hours.lunch]);
    keys()
        .zip(spans)
        .map(|(key, span)| line(caller, key, text(span.map(|s| s.from)), text(span.map(|s| s.to))))
        .collect()
}

fn keys() -> impl Iterator<Item = String> {
    (0..7).map(|day| day.to_string()).chain(["lunch".to_owned()])
}

fn line(caller: &Caller, key: String, from: String, to: String) -> Line {
    let label = match key.parse() {
        Ok(day) => Format::opening(&caller.format().weekday(monday() + Days::new(day))),
        Err(_) => caller.texts().settings_hours_lunch(),
    };
    Line { key, label, from, to }
}

/// Some Monday, for the names of weekdays.
pub(super) fn monday() -> NaiveDate {
    NaiveDate::from_isoywd_opt(2026, 1, chrono::Weekday::Mon).unwrap_or_default()
}

/// `08:00–17:00`
pub(super) fn range(f: &Format, span: DaySpan) -> String {
    format!("{}–{}", f.minute_of_day(span.from), f.minute_of_day(span.to))
}

fn read(caller: &Caller, form: &Form) -> Result<WorkingHours, Errors> {
    let mut errors = Errors::default();
    let field = |key: &str| (format!("from-{key}"), format!("to-{key}"));
    let mut spans = keys().map(|key| span(caller, form, &field(&key), &mut errors)).collect::<Vec<_>>().into_iter();
    let mut days = [None; 7];
    for day in &mut days {
        *day = spans.next().flatten();
    }
    let lunch = spans.next().flatten();
    if errors.is_empty() { Ok(WorkingHours { days, lunch }) } else { Err(errors) }
}

/// Nothing in both fields is a day off; one alone is an error.
pub(super) fn span(
    caller: &Caller,
    form: &Form,
    (from, to): &(String, String),
    errors: &mut Errors,
) -> Option<DaySpan> {
    let (first, last) = (when::time(form.get(from)), when::time(form.get(to)));
    if first == Err(TimeError::Empty) && last == Err(TimeError::Empty) {
        return None;
    }
    let f = caller.format();
    let first = first.map_err(|e| errors.add(from.as_str(), field_errors::time(&f, e))).ok();
    let last = match last {
        Err(TimeError::EndOfDay) => Some(24 * 60),
        Ok(time) => Some(minute_of_day(time)),
        Err(e) => {
            errors.add(to.as_str(), field_errors::time(&f, e));
            None
        }
    };
    let span = DaySpan::new(minute_of_day(first?), last?);
    if span.is_none() {
        errors.add(to.as_str(), caller.texts().settings_hours_backwards());
    }
    span
}
