//! A series: the page of its dates, and the question which of them a change is about.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Notice, Page},
    path::One,
    routes::Routes,
    state::Reads,
};
use crate::{
    domain::{
        ids::{ChangeId, SeriesId},
        meeting::Status,
    },
    i18n::series::sentence_for,
    store::{self, Tx, meetings::FullMeeting, series::Series},
};

mod endless;
mod record;
mod repeat;
mod review;
pub(super) mod scope;
pub(super) mod stopped;

use record::RecordView;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/series/{id}", Access::SignedIn, show)
        .page("/series/{id}/review", Access::Planner, review::show)
        .command("/series/{id}/review", Access::Planner, review::answer)
        .page("/series/{id}/repeats", Access::Planner, repeat::new)
        .command("/series/{id}/repeats", Access::Planner, repeat::create)
        .command("/series/{id}/endless/withdrawal", Access::Planner, endless::withdraw)
        .page("/series-approvals/{id}", Access::SignedIn, endless::show)
        .command("/series-approvals/{id}", Access::SignedIn, endless::decide)
        .page("/e/{token}", Access::Link, endless::show_by_link)
        .command("/e/{token}", Access::Link, endless::decide_by_link)
}

#[derive(Template)]
#[template(path = "series/show.html")]
struct SeriesPage<'a> {
    page: Page<'a>,
    series: SeriesId,
    title: String,
    sentence: String,
    continues: bool,
    /// What its organizer said it goes on for; may be empty.
    aim: String,
    /// How it ends, or has ended.
    end: Option<String>,
    /// Where its organizer decides.
    review: Option<SeriesId>,
    /// That it never ends, or is to.
    endless: Option<Endless>,
    /// Whether the reader may have it repeat otherwise.
    repeats: bool,
    record: RecordView,
    dates: Vec<DateRow>,
}

/// A series that never ends, or of which somebody is asked whether it may.
struct Endless {
    words: String,
    /// The question, for those who may know of it.
    question: Option<String>,
    /// The button that ends it, and where it goes.
    withdraw: Option<(String, String)>,
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

/// All dates of a series that the reader may know of, and what those before were worth.
/// The series as which all dates of this one have gone on, if the reader may see it.
async fn gone_on(tx: &mut Tx, caller: &Caller, series: &Series) -> Result<Option<SeriesId>, Failure> {
    let actor = caller.actor()?;
    let ahead = store::series::line_ahead(tx, series.id).await?;
    let dates = store::series::meetings_of_all(tx, &ahead).await?;
    let next = ahead.iter().find(|id| dates.iter().any(|full| full.meeting.series_id == Some(**id)));
    let seen = |id: &&SeriesId| dates.iter().any(|full| full.meeting.series_id == Some(**id) && actor.sees(full));
    Ok(next.filter(seen).copied())
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<SeriesId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let mut tx = reads.begin().await?;
    let series = store::series::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let lineage = store::series::lineage(&mut tx, id).await?;
    let mut all = store::series::meetings_of_all(&mut tx, &lineage).await?;
    let emptied = all.iter().all(|full| full.meeting.series_id != Some(id));
    all.retain(|full| actor.sees(full));
    let dates: Vec<&FullMeeting> = all.iter().filter(|full| full.meeting.series_id == Some(id)).collect();
    let standing: Vec<&FullMeeting> =
        dates.iter().filter(|full| full.meeting.status == Status::Confirmed).copied().collect();
    let usual = standing.iter().find(|full| full.meeting.ends_at > caller.now()).copied();
    let Some(usual) = usual.or_else(|| dates.first().copied()) else {
        let next = if emptied { gone_on(&mut tx, &caller, &series).await? } else { None };
        return Ok(Redirect::to(&format!("/series/{}", next.ok_or(Failure::NotFound)?)).into_response());
    };
    let record = RecordView::of(&mut tx, &caller, &all).await?;
    let end = standing.iter().max_by_key(|full| full.meeting.starts_at).copied();
    let ahead = end.filter(|end| end.meeting.ends_at > caller.now());
    let query = Form::from_query(query.as_deref());
    let undo = undo(&mut tx, &caller, &query).await?;
    let done = match query.get("done") {
        "renewed" => Some(Notice { undo, ..Notice::new(t.review_done_renewed()) }),
        "repeats" => Some(Notice { undo, ..Notice::new(t.series_repeats_done()) }),
        "stopped" => Some(Notice { undo, ..Notice::new(t.review_done_stopped()) }),
        "undone" => Some(Notice::new(t.done_undone())),
        "endless" => Some(Notice::new(t.endless_done_asked())),
        "ends" => Some(Notice::new(t.endless_done_ends())),
        _ => None,
    };
    let view = SeriesPage {
        series: id,
        title: usual.meeting.title.clone(),
        sentence: sentence(&caller, &series, &standing),
        continues: series.continues.is_some(),
        end: ending(&mut tx, &caller, (id, end)).await?,
        endless: endless_of(&mut tx, &caller, (&series, ahead)).await?,
        repeats: standing.iter().any(|full| full.meeting.starts_at > caller.now())
            && standing.last().is_some_and(|end| actor.may_change(end).is_ok()),
        review: ahead.filter(|end| actor.may_change(end).is_ok()).map(|_| id),
        dates: dates.iter().map(|full| row(&caller, full, (&usual.meeting.title, &record))).collect(),
        record,
        aim: series.aim,
        page: Page::new(&reads, &caller, Nav::Meetings).with_notice(done),
    };
    page::html(StatusCode::OK, &view)
}

/// `Every Tuesday at 14:00, 13 times, until 23 February 2027`
fn sentence(caller: &Caller, series: &Series, standing: &[&FullMeeting]) -> String {
    let f = caller.format();
    let mut originals: Vec<_> = standing.iter().filter_map(|full| full.meeting.original_start).collect();
    originals.sort_unstable();
    let words = sentence_for(caller.texts(), &f, (&series.rule.0, series.zone.as_str()), &originals);
    let words = words.map(|(words, whose)| if whose == f.zone_words() { words } else { format!("{words} ({whose})") });
    words.unwrap_or_default()
}

/// How it ends: asked about and not answered yet, or over.
async fn ending(
    tx: &mut Tx,
    caller: &Caller,
    (id, end): (SeriesId, Option<&FullMeeting>),
) -> Result<Option<String>, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let Some(end) = end else { return Ok(None) };
    let found = store::series_reviews::of_series(tx, id).await?;
    let review = found.into_iter().find(|review| review.last_at == end.meeting.starts_at);
    let state = review.as_ref().map(|review| review.state.as_str());
    Ok(match (state, end.meeting.ends_at > caller.now()) {
        (Some("open"), true) => Some(t.review_ends(f.long_date_time_range(end.meeting.starts_at, end.meeting.ends_at))),
        (Some("ended"), false) => Some(t.review_ended()),
        (_, false) => Some(t.review_over()),
        _ => None,
    })
}

/// The button that takes the answer back, while nothing of it has left.
async fn undo(tx: &mut Tx, caller: &Caller, query: &Form) -> Result<Option<String>, Failure> {
    let Ok(id) = query.get("sent").parse::<ChangeId>() else { return Ok(None) };
    let Some(change) = store::changes::by_id(tx, id).await? else { return Ok(None) };
    let meeting = store::meetings::by_id(tx, change.meeting_id).await?;
    let may = meeting.is_some_and(|full| caller.actor().is_ok_and(|actor| actor.may_change(&full).is_ok()));
    let open = change.before.is_some() && change.undone_at.is_none() && change.undo_until > caller.now();
    Ok((may && open).then(|| format!("/changes/{id}/undoing")))
}

/// Whether it never ends or is to, while it is not over, for those who plan it or lead who does.
async fn endless_of(
    tx: &mut Tx,
    caller: &Caller,
    (series, end): (&Series, Option<&FullMeeting>),
) -> Result<Option<Endless>, Failure> {
    let (t, actor) = (caller.texts(), caller.actor()?);
    let Some(end) = end else { return Ok(None) };
    let concerned = actor.leads(end.meeting.organizer_id) || actor.may_change(end).is_ok();
    let withdraw = |words: String| concerned.then(|| (words, format!("/series/{}/endless/withdrawal", series.id)));
    if series.endless {
        let withdraw = withdraw(t.endless_withdraw());
        return Ok(Some(Endless { words: t.endless_stands(), question: None, withdraw }));
    }
    let asked = store::series_approvals::newest(tx, series.id).await?.filter(|a| concerned && a.is_open());
    let Some(asked) = asked else { return Ok(None) };
    let approver = store::people::by_id(tx, asked.approver_id).await?.map(|person| person.name).unwrap_or_default();
    let words = t.endless_waits(approver);
    let question = Some(format!("/series-approvals/{}", asked.id));
    Ok(Some(Endless { words, question, withdraw: withdraw(t.endless_withdraw_question()) }))
}

fn row(caller: &Caller, full: &FullMeeting, (usual, record): (&str, &RecordView)) -> DateRow {
    let (t, f, m) = (caller.texts(), caller.format(), &full.meeting);
    let off = m.status == Status::Cancelled;
    let moved = m.original_start != Some(m.start_local);
    let notes = [
        (off, t.series_date_off()),
        (!off && m.ends_at <= caller.now(), t.series_date_over()),
        (!off && moved, t.series_date_own_time()),
    ];
    let notes = notes.into_iter().filter(|(on, _)| *on).map(|(_, note)| note);
    DateRow {
        href: format!("/meetings/{}", m.id),
        when: f.long_date_time_range(m.starts_at, m.ends_at),
        title: Some(m.title.clone()).filter(|title| title != usual),
        notes: notes.chain(record.notes(caller, m.id)).collect(),
        off,
    }
}
