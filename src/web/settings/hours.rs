//! Working hours by weekday, and lunch.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use chrono::{Days, NaiveDate};

use super::notice;
use crate::{
    app::settings,
    domain::{
        hours::{DaySpan, WorkingHours, minute_of_day},
        when::{self, TimeError},
    },
    i18n::field_errors,
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

#[derive(Template)]
#[template(path = "settings/hours.html")]
struct HoursPage<'a> {
    page: Page<'a>,
    errors: Errors,
    lines: Vec<Line>,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let hours = &caller.actor()?.person.hours;
    let f = caller.format();
    let text = |minute: Option<u16>| minute.map_or_else(String::new, |m| f.minute_of_day(m));
    let spans = hours.days.iter().copied().chain([hours.lunch]);
    let lines = keys()
        .zip(spans)
        .map(|(key, span)| line(&caller, key, text(span.map(|s| s.from)), text(span.map(|s| s.to))))
        .collect();
    let page = Page::new(&reads, &caller, Nav::Settings).with_notice(notice(caller.texts(), query.as_deref()));
    page::ok(&HoursPage { page, errors: Errors::default(), lines })
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
            page::invalid(&HoursPage { page: Page::new(&writes.reads(), &caller, Nav::Settings), errors, lines })
        }
    }
}

fn keys() -> impl Iterator<Item = String> {
    (0..7).map(|day| day.to_string()).chain(["lunch".to_owned()])
}

fn line(caller: &Caller, key: String, from: String, to: String) -> Line {
    let monday = NaiveDate::from_isoywd_opt(2026, 1, chrono::Weekday::Mon).unwrap_or_default();
    let label = match key.parse() {
        Ok(day) => caller.format().weekday(monday + Days::new(day)),
        Err(_) => caller.texts().settings_hours_lunch(),
    };
    Line { key, label, from, to }
}

fn read(caller: &Caller, form: &Form) -> Result<WorkingHours, Errors> {
    let mut errors = Errors::default();
    let mut spans = keys().map(|key| span(caller, form, &key, &mut errors)).collect::<Vec<_>>().into_iter();
    let mut days = [None; 7];
    for day in &mut days {
        *day = spans.next().flatten();
    }
    let lunch = spans.next().flatten();
    if errors.is_empty() { Ok(WorkingHours { days, lunch }) } else { Err(errors) }
}

/// Nothing in both fields is a day off; one alone is an error.
fn span(caller: &Caller, form: &Form, key: &str, errors: &mut Errors) -> Option<DaySpan> {
    let (from, to) = (format!("from-{key}"), format!("to-{key}"));
    let (first, last) = (when::time(form.get(&from)), when::time(form.get(&to)));
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
        errors.add(to, caller.texts().settings_hours_backwards());
    }
    span
}
