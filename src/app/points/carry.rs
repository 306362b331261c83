//! Take a point to the next date of its series.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        actor::Actor,
        change::Changed,
        context::App,
        error::{AppError, Result},
        leave::Leave,
        once::{self, Once, Turn},
        series::{
            change::{self, Pair},
            dates::{self, Opened, to_come},
            facts::person,
        },
    },
    domain::{
        ids::{AgendaItemId, AttendeeId, MeetingId},
        limits::consent::Consent,
        meeting::MAX_POINTS,
    },
    store::{
        self, Tx,
        meetings::{AgendaItem, FullMeeting},
        point_contents::PointContent,
        recognitions::Recognition,
        scorecards::ScoreRow,
    },
};

/// How a point is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    /// It leaves this date and takes everything with it.
    Move,
    /// It stays; what goes along is what it is about, its targets and what to read, but neither notes nor figures nor thanks.
    Copy,
}

/// Which point to take along.
pub struct CarryPoint {
    /// The meeting.
    pub meeting: MeetingId,
    /// The version of the page.
    pub version: i64,
    /// The point.
    pub item: AgendaItemId,
    /// How.
    pub how: Carry,
    /// The form's key.
    pub once: Once,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// It is on the next date.
    Done(Changed),
    /// There is no next date, or its agenda is full.
    NoRoom,
    /// The same form was sent before and led here.
    Again(String),
}

/// Puts a point at the end of the next date's agenda. Both dates change together, are told of once and undone at once.
///
/// # Errors
/// [`AppError::Stale`] when the meeting was changed meanwhile; as every change of a series.
pub async fn to_next(app: &App, actor: &Actor, command: CarryPoint) -> Result<Carried> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Carried::Again(location));
    }
    let opened = dates::open(&mut tx, app, actor, (command.meeting, command.version)).await?;
    let item = opened.anchor.agenda.iter().find(|i| i.id == command.item).cloned().ok_or(AppError::NotFound)?;
    let Some(next) = next_date(&opened, app).filter(|next| next.agenda.len() < MAX_POINTS) else {
        return Ok(Carried::NoRoom);
    };
    let carried = AgendaItem {
        id: app.new_id(),
        meeting_id: next.meeting.id,
        position: next.agenda.iter().map(|item| item.position + 1).max().unwrap_or(0),
        owner_id: owner(&opened.anchor, &next, item.owner_id),
        ..item.clone()
    };
    let pairs = pairs(&opened, next, &carried, &command);
    let change = opened.change("series_edited", None, pairs, Leave::Said(Consent::default()));
    let changed = Box::pin(change::change_series(&mut tx, app, actor, change)).await?;
    take_along(&mut tx, app, (&item, &carried), command.how).await?;
    once::finish(&mut tx, &command.once, &change::location(command.meeting, &changed)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Carried::Done(changed))
}

/// The first date after this one that stands.
fn next_date(opened: &Opened, app: &App) -> Option<FullMeeting> {
    let later = |full: &&FullMeeting| full.meeting.starts_at > opened.anchor.meeting.starts_at;
    let coming = opened.all.iter().filter(later).filter(|full| to_come(full, app.now()));
    coming.min_by_key(|full| full.meeting.starts_at).cloned()
}

/// The same person's row in another date.
fn owner(from: &FullMeeting, to: &FullMeeting, id: Option<AttendeeId>) -> Option<AttendeeId> {
    let who = from.attendees.iter().find(|a| Some(a.id) == id).map(person)?;
    to.attendees.iter().find(|a| a.removed_at.is_none() && person(a) == who).map(|a| a.id)
}

/// Both dates as they are and as they shall be.
fn pairs(opened: &Opened, next: FullMeeting, carried: &AgendaItem, command: &CarryPoint) -> Vec<Pair> {
    let mut anchor = opened.anchor.clone();
    if command.how == Carry::Move {
        anchor.agenda.retain(|item| item.id != command.item);
    }
    let mut after = next.clone();
    after.agenda.push(carried.clone());
    vec![(Some(opened.anchor.clone()), anchor), (Some(next), after)]
}

/// Copies what stands behind the point. What stood behind it stays where it is, so that undoing finds it.
async fn take_along(tx: &mut Tx, app: &App, (from, to): (&AgendaItem, &AgendaItem), how: Carry) -> Result<()> {
    let moved = how == Carry::Move;
    let (meeting_id, item_id) = (to.meeting_id, to.id);
    let mut rows = store::scorecards::of_meeting(tx, from.meeting_id).await?;
    rows.retain(|row| row.item_id == from.id);
    let row = |row: ScoreRow| ScoreRow { meeting_id, item_id, actual: row.actual.filter(|_| moved), ..row };
    store::scorecards::replace(tx, item_id, &rows.into_iter().map(row).collect::<Vec<_>>()).await?;
    if let Some(content) = store::point_contents::by_item(tx, from.id).await? {
        let notes = if moved { content.notes.clone() } else { String::new() };
        let content = PointContent { item_id, meeting_id, notes, version: 1, updated_at: app.now(), ..content };
        store::point_contents::save(tx, &content).await?;
    }
    if moved {
        let thanks = store::recognitions::of_meeting(tx, from.meeting_id).await?;
        for one in thanks.into_iter().filter(|r| r.item_id == from.id) {
            let thanks = Recognition { id: app.new_id(), meeting_id, item_id, ..one };
            store::recognitions::insert(tx, &thanks).await?;
        }
    }
    Ok(())
}

/// Whether the meeting has a next date that points can be taken to.
///
/// # Errors
/// Only when the database fails.
pub async fn has_next(tx: &mut Tx, full: &FullMeeting, now: DateTime<Utc>) -> Result<bool> {
    if full.meeting.series_id.is_none() || !to_come(full, now) {
        return Ok(false);
    }
    Ok(store::course::next_date(tx, &full.meeting).await?.is_some())
}
