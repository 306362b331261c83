//! The page on which a point is prepared.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};

use super::{
    address,
    carry::NextDate,
    prepared_by,
    rows::{SPARE, TypedRow},
    thanks::{ThanksForm, TypedThanks},
};
use crate::{
    app::points::written,
    domain::{
        agenda::{ItemKind, link::MAX_LINKS, scorecard::MAX_ROWS},
        ids::{AgendaItemId, MeetingId},
        meeting::Status,
    },
    i18n::{Texts, labels},
    store::{
        self, Tx,
        meetings::{AgendaItem, FullMeeting},
        point_contents::PointContent,
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::Two,
        state::Reads,
    },
};

#[derive(Template)]
#[template(path = "points/edit.html")]
struct EditorPage<'a> {
    page: Page<'a>,
    full: &'a FullMeeting,
    address: String,
    errors: Errors,
    title: String,
    kind: String,
    version: i64,
    /// The rows of the scorecard, if it is a point with one.
    rows: Option<Vec<TypedRow>>,
    more: bool,
    notes_label: String,
    notes_hint: String,
    notes: String,
    /// Label and address.
    links: Vec<(String, String)>,
    thanks: Option<ThanksForm>,
    next: Option<NextDate>,
    /// Whether the reader may have everybody told of links now, and send the point in writing instead.
    tells: bool,
    writes: bool,
}

/// What stands in the forms instead of what is stored.
#[derive(Default)]
pub(super) struct Filled {
    pub(super) errors: Errors,
    pub(super) rows: Option<Vec<TypedRow>>,
    /// Notes and links.
    pub(super) content: Option<(String, Vec<(String, String)>)>,
    pub(super) thanks: Option<TypedThanks>,
    pub(super) notice: Option<String>,
    /// More empty rows are wanted.
    pub(super) more: bool,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    Two(meeting, item): Two<MeetingId, AgendaItemId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let t = caller.texts();
    let notice = match query.get("done") {
        "saved" => Some(t.point_done()),
        "added" => Some(t.thanks_done()),
        "removed" => Some(t.thanks_removed()),
        _ => None,
    };
    let mut tx = reads.begin().await?;
    let thanks = Some(TypedThanks { person: query.get("person").to_owned(), ..TypedThanks::default() });
    let filled = Filled { thanks, notice, ..Filled::default() };
    draw(&reads, &caller, (&mut tx, (meeting, item)), (StatusCode::OK, filled)).await
}

/// The page, with what came back.
pub(super) async fn draw(
    reads: &Reads,
    caller: &Caller,
    (tx, point): (&mut Tx, (MeetingId, AgendaItemId)),
    (status, filled): (StatusCode, Filled),
) -> Result<Response, Failure> {
    let (full, item) = prepared_by(tx, caller.actor()?, point).await?;
    if full.meeting.status == Status::Cancelled {
        return Err(Failure::NotFound);
    }
    let t = caller.texts();
    let stored = store::point_contents::by_item(tx, item.id).await?;
    let stored = stored.unwrap_or_else(|| PointContent::empty((point.0, item.id), full.meeting.created_at));
    let rows =
        if item.kind.has_scorecard() { Some(rows(tx, caller, &item, (filled.rows, filled.more)).await?) } else { None };
    let thanks = match item.kind {
        ItemKind::Recognition => Some(
            ThanksForm::of(tx, caller, (&full, &item), (filled.thanks.unwrap_or_default(), reads.once_key())).await?,
        ),
        _ => None,
    };
    let of = |l: &crate::domain::agenda::link::Reading| (l.label.clone(), l.url.clone());
    let (notes, mut links) =
        filled.content.unwrap_or_else(|| (stored.notes.clone(), stored.links.iter().map(of).collect()));
    links.resize_with(MAX_LINKS.min(links.len().max(1) + 1), Default::default);
    let (notes_label, notes_hint) = notes_words(t, item.kind);
    let open = full.meeting.ends_at > caller.now() && full.meeting.status == Status::Confirmed;
    let may = caller.actor()?.may_change(&full).is_ok();
    let next = NextDate::of(tx, (caller.actor()?, &full), (reads.once_key(), caller.now())).await?;
    let page = EditorPage {
        address: address(point),
        next,
        tells: open && may && !item.kind.stays_inside(),
        writes: open && may && written::may_be_written(item.kind),
        title: t.point_title(&item.title),
        kind: labels::item_kind(t, item.kind),
        version: stored.version,
        more: rows.as_ref().is_some_and(|rows| rows.len() < MAX_ROWS),
        errors: filled.errors,
        page: Page::new(reads, caller, Nav::Meetings).with_notice(filled.notice.map(Notice::new)),
        full: &full,
        rows,
        notes_label,
        notes_hint,
        notes,
        links,
        thanks,
    };
    page::html(status, &page)
}

async fn rows(
    tx: &mut Tx,
    caller: &Caller,
    item: &AgendaItem,
    (typed, more): (Option<Vec<TypedRow>>, bool),
) -> Result<Vec<TypedRow>, Failure> {
    let f = caller.format();
    let mut rows = if let Some(rows) = typed {
        rows
    } else {
        let mut stored = store::scorecards::of_meeting(tx, item.meeting_id).await?;
        stored.retain(|row| row.item_id == item.id);
        stored.iter().map(|row| TypedRow::of(&f, &row.row())).collect()
    };
    let spare = if more { 2 * SPARE + 1 } else { SPARE };
    rows.resize(MAX_ROWS.min((rows.len() + spare).max(3)), TypedRow::default());
    Ok(rows)
}

fn notes_words(t: &Texts, kind: ItemKind) -> (String, String) {
    match kind {
        ItemKind::Guidance => (t.point_notes_guidance(), t.point_notes_guidance_hint()),
        ItemKind::Strategy => (t.point_notes_strategy(), t.point_notes_hint()),
        _ => (t.point_notes(), t.point_notes_hint()),
    }
}
