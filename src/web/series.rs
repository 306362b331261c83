//! A series: the page of its dates, and the question which of them a change is about.

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    page::{self, Nav, Page},
    path::One,
    routes::Routes,
    state::Reads,
};
use crate::{
    domain::{ids::SeriesId, meeting::Status},
    i18n::series::sentence_for,
    store::{self, meetings::FullMeeting},
};

pub(super) mod scope;
pub(super) mod stopped;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/series/{id}", Access::SignedIn, show)
}

#[derive(Template)]
#[template(path = "series/show.html")]
struct SeriesPage<'a> {
    page: Page<'a>,
    title: String,
    sentence: String,
    continues: bool,
    dates: Vec<DateRow>,
}

/// One date.
struct DateRow {
    href: String,
    when: String,
    title: Option<String>,
    /// What is special about it.
    notes: Vec<String>,
    off: bool,
}

/// All dates of a series that the reader may know of.
async fn show(State(reads): State<Reads>, caller: Caller, One(id): One<SeriesId>) -> Result<Response, Failure> {
    let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
    let mut tx = reads.begin().await?;
    let series = store::series::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let mut dates = store::series::meetings(&mut tx, id).await?;
    dates.retain(|full| actor.sees(full));
    let standing: Vec<&FullMeeting> = dates.iter().filter(|full| full.meeting.status == Status::Confirmed).collect();
    let usual = standing.iter().find(|full| full.meeting.ends_at > caller.now()).copied();
    let usual = usual.or_else(|| dates.first()).ok_or(Failure::NotFound)?;
    let mut originals: Vec<_> = standing.iter().filter_map(|full| full.meeting.original_start).collect();
    originals.sort_unstable();
    let words = sentence_for(t, &f, (&series.rule.0, series.zone.as_str()), &originals);
    let words = words.map(|(words, whose)| if whose == f.zone_words() { words } else { format!("{words} ({whose})") });
    let row = |full: &FullMeeting| {
        let m = &full.meeting;
        let off = m.status == Status::Cancelled;
        let moved = m.original_start != Some(m.start_local);
        let notes = [
            (off, t.series_date_off()),
            (!off && m.ends_at <= caller.now(), t.series_date_over()),
            (!off && moved, t.series_date_own_time()),
        ];
        DateRow {
            href: format!("/meetings/{}", m.id),
            when: f.long_date_time_range(m.starts_at, m.ends_at),
            title: Some(m.title.clone()).filter(|title| *title != usual.meeting.title),
            notes: notes.into_iter().filter(|(on, _)| *on).map(|(_, note)| note).collect(),
            off,
        }
    };
    let view = SeriesPage {
        title: usual.meeting.title.clone(),
        sentence: words.unwrap_or_default(),
        continues: series.continues.is_some(),
        dates: dates.iter().map(row).collect(),
        page: Page::new(&reads, &caller, Nav::Meetings),
    };
    page::html(StatusCode::OK, &view)
}
