//! The hours of somebody in one's team: to see, not to change.

use askama::Template;
use axum::{extract::State, response::Response};
use chrono::Days;

use super::{
    days_off::{self, Line},
    hours::{monday, range},
    selling,
};
use crate::{
    domain::{hours::WeekSpan, ids::PersonId},
    i18n::format::Format,
    store,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        page::{self, Nav, Page},
        path::One,
        routes::Routes,
        state::Reads,
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/people/{id}/hours", Access::SignedIn, show)
}

#[derive(Template)]
#[template(path = "settings/theirs.html")]
struct TheirsPage<'a> {
    page: Page<'a>,
    name: String,
    /// Weekday, working hours, selling time.
    week: Vec<(String, String, String)>,
    lunch: Option<String>,
    total: String,
    days: Vec<Line>,
}

/// Their managers, administrators, and they themselves.
async fn show(State(reads): State<Reads>, caller: Caller, One(id): One<PersonId>) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    if id != actor.id() && !actor.leads(id) {
        return Err(Failure::NotFound);
    }
    let (t, f) = (caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let person = store::people::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let kept: Vec<WeekSpan> = store::person_time::selling(&mut tx, id).await?;
    let day = |(weekday, hours): (u8, &Option<_>)| {
        let spans = kept.iter().filter(|s| s.weekday == weekday).map(|s| range(&f, s.span));
        let works = hours.map_or_else(|| t.time_of_no_work(), |span| range(&f, span));
        (Format::opening(&f.weekday(monday() + Days::new(weekday.into()))), works, spans.collect::<Vec<_>>().join(", "))
    };
    page::ok(&TheirsPage {
        page: Page::new(&reads, &caller, Nav::Team),
        week: (0..).zip(&person.hours.days).map(day).collect(),
        lunch: person.hours.lunch.map(|span| range(&f, span)),
        total: selling::total(t, &f, &kept),
        days: days_off::lines(&mut tx, &caller, &person).await?,
        name: person.name,
    })
}
