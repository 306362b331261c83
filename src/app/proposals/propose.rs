//! Somebody suggests another time.

use chrono::{DateTime, TimeDelta, Utc};

use super::{letters, times};
use crate::{
    app::{
        answer::{self, Opened},
        change,
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        ids::{AttendeeId, MeetingId},
        meeting::{AttendeeRole, Status},
        proposal::{CameBy, ProposalState},
        text::SafeText,
        time::Interval,
    },
    store::{
        self, Tx,
        audit::Deed,
        meetings::{Attendee, FullMeeting},
        proposals::{Ending, TimeProposal},
        throttle::Rate,
    },
};

/// Longest note, in characters.
pub const MAX_NOTE: usize = 1_000;
/// Shortest and longest time that may be suggested.
const LENGTHS: (TimeDelta, TimeDelta) = (TimeDelta::minutes(5), TimeDelta::hours(24));
/// How far ahead a time may lie.
const AHEAD: TimeDelta = TimeDelta::days(366);
/// Suggestions by one person for one meeting: several at once, then one every ten minutes.
const PER_ATTENDEE: Rate = Rate { burst: 5, seconds: 600 };

/// Another time.
#[derive(Debug, Clone)]
pub struct Offer {
    /// When.
    pub span: Interval,
    /// A word to the organizer.
    pub note: Option<String>,
    /// How it reached us.
    pub came_by: CameBy,
}

impl Opened {
    /// Whether the holder of the link may suggest another time: they are asked to come, and the meeting has not begun.
    #[must_use]
    pub fn may_propose(&self, now: DateTime<Utc>) -> bool {
        may_propose(&self.full, &self.attendee, now).is_ok()
    }
}

/// Takes a suggestion; a new one replaces the one that the same person has open. One that means the present time is no
/// suggestion: programs send such (RFC 5546 §3.2.7 does not forbid it), and only its note is kept, as a comment. The
/// caller commits, and wakes the worker afterwards.
///
/// # Errors
/// [`AppError::NotFound`] for somebody who is not in the meeting; [`AppError::Denied`] for the organizer and those who
/// are only kept informed; [`Refusal::Cancelled`], [`Refusal::Over`] once it has begun, [`Refusal::LinkUsed`] for those
/// who were taken out and while the meeting waits for approval; [`Refusal::TimeOutOfBounds`]; [`Refusal::TooMany`].
pub async fn propose(tx: &mut Tx, app: &App, meeting: MeetingId, attendee: AttendeeId, offer: Offer) -> Result<()> {
    store::meetings::lock(tx, meeting).await?;
    let full = store::meetings::by_id(tx, meeting).await?.ok_or(AppError::NotFound)?;
    take(tx, app, (&full, attendee), offer, "").await
}

/// Suggests one of the times that [`times::suitable`] gives, by link.
///
/// # Errors
/// As [`propose`]; [`AppError::NotFound`] for a link that does not open; [`Refusal::TimeTaken`] for a time that is no
/// longer among them.
pub async fn by_link(app: &App, token: &str, (start, note): (DateTime<Utc>, String), address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let Opened { full, attendee, .. } = open(&mut tx, app, token).await?;
    let now = app.now();
    may_propose(&full, &attendee, now)?;
    let open = store::proposals::newest_by(&mut tx, attendee.id).await?.filter(TimeProposal::is_open);
    let offered = times::suitable(&mut tx, now, &full).await?.into_iter().find(|span| span.start() == start);
    // The same button pressed twice suggests the same time, whatever suits others by now.
    let again = open.and_then(|open| open.span()).filter(|span| span.start() == start);
    let span = again.or(offered).ok_or(Refusal::TimeTaken)?;
    let offer = Offer { span, note: Some(note), came_by: CameBy::Page };
    take(&mut tx, app, (&full, attendee.id), offer, address).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Takes one's open suggestion back, by link.
///
/// # Errors
/// [`AppError::NotFound`] for a link that does not open.
pub async fn withdraw(app: &App, token: &str, address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let Opened { full, attendee, .. } = open(&mut tx, app, token).await?;
    let open = store::proposals::newest_by(&mut tx, attendee.id).await?.filter(TimeProposal::is_open);
    let Some(open) = open else { return Ok(()) };
    take_back(&mut tx, app, &open).await?;
    let deed = Deed {
        after: Some(serde_json::json!({ "name": attendee.name, "start": open.starts_at })),
        ..deed(&attendee, "meeting.proposal_withdrawn", (full.meeting.id, address))
    };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

async fn open(tx: &mut Tx, app: &App, token: &str) -> Result<Opened> {
    let first = answer::open_next(tx, app.links(), (token, app.now())).await?;
    store::meetings::lock(tx, first.full.meeting.id).await?;
    answer::open_next(tx, app.links(), (token, app.now())).await
}

/// Whether somebody may suggest another time now.
///
/// # Errors
/// As [`propose`], of which it asks the first part.
pub fn may_propose(full: &FullMeeting, attendee: &Attendee, now: DateTime<Utc>) -> Result<()> {
    let m = &full.meeting;
    if attendee.removed_at.is_some() || m.status == Status::Pending {
        Err(Refusal::LinkUsed.into())
    } else if m.status == Status::Cancelled {
        Err(Refusal::Cancelled.into())
    } else if m.starts_at <= now {
        Err(Refusal::Over.into())
    } else if matches!(attendee.role, AttendeeRole::Required | AttendeeRole::Optional) {
        Ok(())
    } else {
        Err(AppError::Denied)
    }
}

fn within_bounds(span: Interval, now: DateTime<Utc>) -> Result<()> {
    let length = span.end() - span.start();
    let fits = (LENGTHS.0..=LENGTHS.1).contains(&length);
    let ahead = span.start() > now && span.start() <= now + AHEAD;
    if fits && ahead { Ok(()) } else { Err(Refusal::TimeOutOfBounds.into()) }
}

/// The caller holds the meeting's lock.
async fn take(
    tx: &mut Tx,
    app: &App,
    (full, id): (&FullMeeting, AttendeeId),
    offer: Offer,
    address: &str,
) -> Result<()> {
    let now = app.now();
    let attendee = full.attendees.iter().find(|a| a.id == id).ok_or(AppError::NotFound)?;
    may_propose(full, attendee, now)?;
    let note = String::from(SafeText::block(offer.note.as_deref().unwrap_or_default(), MAX_NOTE));
    let (starts_at, ends_at) = (offer.span.start(), offer.span.end());
    if (starts_at, ends_at) == (full.meeting.starts_at, full.meeting.ends_at) {
        return comment(tx, (full, attendee), note, now).await;
    }
    within_bounds(offer.span, now)?;
    let open = store::proposals::newest_by(tx, id).await?.filter(TimeProposal::is_open);
    if open.as_ref().is_some_and(|open| (open.starts_at, open.ends_at, &open.note) == (starts_at, ends_at, &note)) {
        return Ok(());
    }
    if let Err(seconds) = store::throttle::take(tx, &format!("proposal {id}"), PER_ATTENDEE, now).await? {
        return Err(Refusal::TooMany(seconds).into());
    }
    if let Some(open) = open {
        take_back(tx, app, &open).await?;
    }
    let proposal = TimeProposal {
        id: app.new_id(),
        meeting_id: full.meeting.id,
        attendee_id: id,
        starts_at,
        ends_at,
        note,
        came_by: offer.came_by,
        state: ProposalState::Open,
        created_at: now,
        decided_by: None,
        decided_at: None,
    };
    store::proposals::insert(tx, &proposal).await?;
    letters::offer(tx, app, (full, attendee), &proposal).await?;
    let said = serde_json::json!({
        "name": attendee.name, "start": starts_at, "minutes": offer.span.minutes(), "comment": proposal.note,
    });
    let deed = deed(attendee, "meeting.proposal_made", (full.meeting.id, address));
    Ok(store::audit::record(tx, &Deed { after: Some(said), ..deed }, now).await?)
}

async fn take_back(tx: &mut Tx, app: &App, open: &TimeProposal) -> Result<()> {
    let ending = Ending { state: ProposalState::Withdrawn, by: None, at: app.now() };
    store::proposals::end(tx, open.id, ending).await?;
    letters::take_back(tx, app, open).await
}

/// What was said to the present time; the answer stays what it is.
async fn comment(
    tx: &mut Tx,
    (full, attendee): (&FullMeeting, &Attendee),
    note: String,
    now: DateTime<Utc>,
) -> Result<()> {
    if note.is_empty() || note == attendee.comment {
        return Ok(());
    }
    change::lock_everybody(tx, None, full).await?;
    let attendee = Attendee { comment: note, ..attendee.clone() };
    Ok(store::meetings::save_answer(tx, &attendee, now).await?)
}

fn deed(attendee: &Attendee, action: &'static str, (meeting, address): (MeetingId, &str)) -> Deed {
    Deed {
        actor: attendee.name.clone(),
        action,
        object_kind: "meeting",
        object_id: Some(meeting.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    }
}
