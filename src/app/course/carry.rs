//! What comes back from the meeting before: said, kept, left out once, or dropped.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::{
    app::{
        actor::Actor,
        change::{self, Proposal},
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
    },
    domain::{
        course::carry::{Choice, Why, returns, same_point},
        ids::{AgendaItemId, AttendeeId, MeetingId, PointId},
        limits::consent::Consent,
        meeting::{MAX_POINTS, Status},
    },
    store::{
        self, Tx, carry::Earlier, changes::Before, course::CoursePoint, meetings::AgendaItem, meetings::FullMeeting,
    },
};

/// A point that comes back.
#[derive(Debug, Clone)]
pub struct Returning {
    /// The point as it was.
    pub point: Earlier,
    /// Why it comes back.
    pub why: Why,
    /// Whether the agenda has it already.
    pub on_agenda: bool,
}

impl Returning {
    /// Whether it is taken up without anybody saying so.
    #[must_use]
    pub fn comes_by_itself(&self) -> bool {
        !self.on_agenda && self.point.choice.is_none()
    }

    /// As a point of the later meeting.
    pub(super) fn as_point(&self, full: &FullMeeting, place: usize) -> CoursePoint {
        let id = id_in(full.meeting.id, self.point.id);
        CoursePoint {
            item_id: None,
            standing: self.point.standing,
            carried_from: Some(self.point.id),
            ..CoursePoint::of(id, &self.as_item(full, (AgendaItemId::from_uuid(id.uuid()), place)))
        }
    }

    fn as_item(&self, full: &FullMeeting, (id, place): (AgendaItemId, usize)) -> AgendaItem {
        AgendaItem {
            id,
            meeting_id: full.meeting.id,
            position: i64::try_from(place).unwrap_or(i64::MAX),
            kind: self.point.kind,
            title: self.point.title.clone(),
            minutes: self.point.minutes,
            owner_id: self.owner(full),
            wanted: self.point.wanted,
            links: None,
        }
    }

    /// Whoever led it then, if they are in the later meeting.
    fn owner(&self, full: &FullMeeting) -> Option<AttendeeId> {
        let person = self.point.owner_person?;
        full.attendees.iter().find(|a| a.removed_at.is_none() && a.person_id == Some(person)).map(|a| a.id)
    }
}

/// The id of a point in the meeting that it comes back to (version 8 of RFC 9562): the same whenever it is looked at, so that
/// a form that was filled before anything is written still tells the points apart.
fn id_in(meeting: MeetingId, earlier: PointId) -> PointId {
    let hash = Sha256::new().chain_update(meeting.uuid()).chain_update(earlier.uuid()).finalize();
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    PointId::from_uuid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

/// What comes back in a meeting from those before it, without what was dropped.
///
/// # Errors
/// Only when the database fails.
pub async fn returning(tx: &mut Tx, full: &FullMeeting) -> Result<Vec<Returning>> {
    let previous = store::course::previous_of(tx, &full.meeting).await?;
    let mut earlier = store::carry::earlier(tx, &previous, full.meeting.id).await?;
    // Stable: the points of each meeting stay in their order.
    earlier.sort_by_key(|point| (!point.skipped, previous.iter().position(|id| *id == point.meeting_id)));
    let back = |point: Earlier| {
        let why =
            if point.skipped { Some(Why::Skipped) } else { returns(point.fate, point.standing, point.open_action) };
        let same = |item: &AgendaItem| same_point((item.kind, &item.title), (point.kind, &point.title));
        let on_agenda = full.agenda.iter().any(same);
        Some(Returning { point, why: why?, on_agenda })
    };
    Ok(once_each(earlier.into_iter().filter_map(back)))
}

/// What several meetings left under the same title comes back once; dropped once, it is dropped.
fn once_each(all: impl Iterator<Item = Returning>) -> Vec<Returning> {
    let mut found: Vec<Returning> = Vec::new();
    for back in all {
        let is_twin = |other: &Returning| {
            other.point.meeting_id != back.point.meeting_id
                && same_point((other.point.kind, &other.point.title), (back.point.kind, &back.point.title))
        };
        if !found.iter().any(is_twin) {
            found.push(back);
        }
    }
    found.retain(|back| back.point.choice != Some(Choice::Drop));
    found
}

/// Notes that a meeting was planned as a copy of another, whose rest is then offered in it.
///
/// # Errors
/// [`AppError::NotFound`] for whoever does not see both.
pub async fn copied(app: &App, actor: &Actor, (meeting, from): (MeetingId, MeetingId)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let both = store::meetings::by_ids(&mut tx, &[meeting, from]).await?;
    if both.len() != 2 || !both.iter().all(|full| actor.sees(full)) {
        return Err(AppError::NotFound);
    }
    store::course::save_copy(&mut tx, meeting, from).await?;
    Ok(tx.commit().await?)
}

/// The points of a meeting's agenda that come back every time, as the meeting before it says.
///
/// # Errors
/// Only when the database fails.
pub async fn standing(tx: &mut Tx, full: &FullMeeting) -> Result<Vec<AgendaItemId>> {
    let back = returning(tx, full).await?;
    let stands = |item: &&AgendaItem| {
        let same = |r: &Returning| same_point((item.kind, &item.title), (r.point.kind, &r.point.title));
        back.iter().any(|r| r.why == Why::Standing && same(r))
    };
    Ok(full.agenda.iter().filter(stands).map(|item| item.id).collect())
}

/// What somebody says about a point that comes back.
pub struct Carry {
    /// The meeting that it comes back to.
    pub meeting: MeetingId,
    /// The point of the earlier meeting.
    pub point: PointId,
    /// What.
    pub choice: Choice,
}

/// Keeps a point, leaves it out once, or drops it. What is kept goes on the agenda, and everybody is told as of every change
/// of an agenda.
///
/// # Errors
/// [`AppError::NotFound`] for a point that does not come back here; [`Refusal::TooManyRows`] when the agenda is full;
/// [`Refusal::Cancelled`], and [`Refusal::Over`] once the meeting was begun.
pub async fn choose(app: &App, actor: &Actor, command: Carry) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let before = open(&mut tx, app, actor, command.meeting).await?;
    let found = returning(&mut tx, &before).await?;
    let back = found.into_iter().find(|back| back.point.id == command.point).ok_or(AppError::NotFound)?;
    store::carry::choose(&mut tx, (command.point, command.meeting), command.choice, (actor.id(), now)).await?;
    let keeps = command.choice == Choice::Keep;
    if keeps && !back.on_agenda {
        let after = with_point(app, &before, &back)?;
        put_on_agenda(&mut tx, app, actor, (before, after)).await?;
    }
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

async fn open(tx: &mut Tx, app: &App, actor: &Actor, id: MeetingId) -> Result<FullMeeting> {
    store::meetings::lock(tx, id).await?;
    let full = store::meetings::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    match full.meeting.status {
        Status::Confirmed => {}
        Status::Cancelled => return Err(Refusal::Cancelled.into()),
        Status::Pending => return Err(AppError::Denied),
    }
    if is_over(&full, app.now()) || store::course::by_meeting(tx, id).await?.is_some() {
        return Err(Refusal::Over.into());
    }
    Ok(full)
}

fn is_over(full: &FullMeeting, now: DateTime<Utc>) -> bool {
    full.meeting.ends_at <= now
}

fn with_point(app: &App, before: &FullMeeting, back: &Returning) -> Result<FullMeeting> {
    if before.agenda.len() >= MAX_POINTS {
        return Err(Refusal::TooManyRows.into());
    }
    let mut after = before.clone();
    let place = after.agenda.iter().map(|item| item.position + 1).max().unwrap_or(0);
    after.agenda.push(back.as_item(before, (app.new_id(), usize::try_from(place).unwrap_or(0))));
    Ok(after)
}

async fn put_on_agenda(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (before, after): (FullMeeting, FullMeeting),
) -> Result<()> {
    let proposal = Proposal {
        kind: "edited",
        before: Before::Was(Box::new(before)),
        after,
        note: String::new(),
        leave: Leave::Said(Consent::default()),
    };
    change::change_now(tx, app, actor, proposal).await.map(drop)
}
