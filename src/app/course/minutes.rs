//! Write minutes, close them, and open them again.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    letters,
    open::{self, Opened, Story, open, read, write},
    run,
};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        course::{Achieved, Fate, Outcome, Presence},
        ids::{ActionId, AttendeeId, DecisionId, MeetingId, PointId},
        meeting::Status,
        minutes::{MAX_LINE, MAX_NOTES, State},
        text::SafeText,
    },
    store::{
        self, Tx,
        actions::Action,
        audit::Deed,
        decisions::Decision,
        meetings::{FullMeeting, Meeting},
        minutes::Edition,
    },
};

/// Days after closing during which the organizer may open minutes again.
pub const LOCKED_DAYS: i64 = 14;

/// What minutes shall say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Who was there, as far as it is said.
    pub presence: Vec<(AttendeeId, Presence)>,
    /// Whether it took place.
    pub outcome: Option<Outcome>,
    /// Whether it reached what it was for.
    pub achieved: Option<Achieved>,
    /// What came of it.
    pub result: String,
    /// What happens next.
    pub next_step: String,
    /// By which day.
    pub next_step_on: Option<NaiveDate>,
    /// Whether customers may read result and next step.
    pub shared: bool,
    /// The meeting that takes up what is left; `None` for the next date of the series.
    pub next_meeting: Option<MeetingId>,
    /// The points; those that are missing stay as they are.
    pub points: Vec<PointDraft>,
    /// All decisions; those that are missing are removed.
    pub decisions: Vec<DecisionDraft>,
    /// All actions; those that are missing are removed.
    pub actions: Vec<ActionDraft>,
}

/// A point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointDraft {
    /// Which.
    pub id: PointId,
    /// What became of it; `None` leaves it as it is.
    pub fate: Option<Fate>,
    /// What was said.
    pub notes: String,
    /// Whether customers may read it.
    pub shared: bool,
    /// Comes back every time.
    pub standing: bool,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionDraft {
    /// `None` for a new one.
    pub id: Option<DecisionId>,
    /// What was decided; not empty.
    pub body: String,
    /// Whether customers may read it.
    pub shared: bool,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionDraft {
    /// `None` for a new one.
    pub id: Option<ActionId>,
    /// What is to be done; not empty.
    pub body: String,
    /// Who does it.
    pub owner: Option<AttendeeId>,
    /// By which day.
    pub due_on: Option<NaiveDate>,
    /// Whether customers may read it.
    pub shared: bool,
}

/// How minutes are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// They are mailed to everybody.
    Send,
    /// Nobody gets a mail.
    Quietly,
}

/// What to write.
pub struct SaveMinutes {
    /// The meeting.
    pub meeting: MeetingId,
    /// The version the form was filled from.
    pub version: i64,
    /// What they shall say.
    pub draft: Draft,
    /// Whether they are closed with it.
    pub closing: Option<Closing>,
    /// The form's key.
    pub once: Once,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// They are written; so many mails are queued.
    Done(usize),
    /// The same form was sent before and led here.
    Again(String),
}

/// Writes minutes, and closes them if asked to.
///
/// # Errors
/// [`AppError::Stale`] when somebody else wrote meanwhile; [`Refusal::MinutesClosed`]; [`Refusal::NotItsTime`] before the
/// meeting; [`Refusal::CannotFollow`] for a next meeting that is none, or is not theirs to choose; [`AppError::Denied`] for
/// closing by whoever may not change the meeting.
pub async fn save(app: &App, actor: &Actor, command: SaveMinutes) -> Result<Saved> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(Saved::Again(location));
    }
    let (mut opened, _permit) = open(&mut tx, app, actor, command.meeting).await?;
    if opened.course.version != command.version {
        return Err(AppError::Stale);
    }
    if command.closing.is_some() {
        actor.may_change(&opened.full)?;
    }
    // Minutes that are closed end the meeting, and one that nobody ended in time is over.
    if opened.course.runs() && (command.closing.is_some() || !opened.runs(now)) {
        run::finish(&mut tx, app, actor, &mut opened).await?;
    }
    take_over(&mut tx, actor, &mut opened, &command.draft).await?;
    if command.closing.is_some() {
        opened.course.state = State::Closed;
        opened.course.edition += 1;
        (opened.course.closed_at, opened.course.closed_by) = (Some(now), Some(actor.id()));
    }
    write(&mut tx, app, &mut opened).await?;
    save_rows(&mut tx, app, actor, (&opened, &command.draft)).await?;
    let mails = match command.closing {
        Some(closing) => close(&mut tx, app, actor, (opened, closing)).await?,
        None => 0,
    };
    let done = if command.closing.is_some() { format!("closed&mails={mails}") } else { "saved".to_owned() };
    once::finish(&mut tx, &command.once, &format!("/meetings/{}/minutes?done={done}", command.meeting)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Saved::Done(mails))
}

async fn take_over(tx: &mut Tx, actor: &Actor, opened: &mut Opened, draft: &Draft) -> Result<()> {
    let line = |text: &str| String::from(SafeText::line(text, MAX_LINE));
    let course = &mut opened.course;
    course.outcome = draft.outcome;
    course.achieved = draft.achieved;
    course.result = line(&draft.result);
    course.next_step = line(&draft.next_step);
    course.next_step_on = draft.next_step_on;
    course.shared = draft.shared;
    if course.next_meeting != draft.next_meeting {
        may_follow(tx, actor, (&opened.full, course.next_meeting), draft.next_meeting).await?;
        course.next_meeting = draft.next_meeting;
    }
    for written in &draft.points {
        let Some(point) = opened.points.iter_mut().find(|point| point.id == written.id) else { continue };
        point.notes = SafeText::block(&written.notes, MAX_NOTES).into();
        point.shared = written.shared;
        point.standing = written.standing;
        // What is under discussion at this moment is for the clock to say.
        if let Some(fate) = written.fate.filter(|fate| *fate != Fate::Now && point.fate != Fate::Now) {
            point.fate = fate;
        }
    }
    Ok(())
}

/// Another meeting takes up what is left when whoever may change this one or that one says so: what comes back there is the
/// business of both.
async fn may_follow(
    tx: &mut Tx,
    actor: &Actor,
    (full, was): (&FullMeeting, Option<MeetingId>),
    next: Option<MeetingId>,
) -> Result<()> {
    let other = match next.or(was) {
        Some(id) => store::meetings::by_id(tx, id).await?.filter(|other| actor.sees(other)),
        None => None,
    };
    let may = |full: &FullMeeting| actor.may_change(full).is_ok();
    let is_later =
        |m: &Meeting| m.status == Status::Confirmed && m.starts_at > full.meeting.starts_at && m.id != full.meeting.id;
    let fits = next.is_none() || other.as_ref().is_some_and(|other| is_later(&other.meeting));
    if fits && (may(full) || other.as_ref().is_some_and(may)) { Ok(()) } else { Err(Refusal::CannotFollow.into()) }
}

async fn save_rows(tx: &mut Tx, app: &App, actor: &Actor, (opened, draft): (&Opened, &Draft)) -> Result<()> {
    let id = opened.full.meeting.id;
    // The form knows only those who are still in the meeting.
    let gone = |row: &AttendeeId| opened.full.attendees.iter().any(|a| a.id == *row && a.removed_at.is_some());
    let kept = store::course::presence(tx, id).await?.into_iter().filter(|(row, _)| gone(row));
    let presence: Vec<(AttendeeId, Presence)> =
        draft.presence.iter().copied().filter(|(row, _)| !gone(row)).chain(kept).collect();
    store::course::save_presence(tx, id, &presence, app.now()).await?;
    let known = store::decisions::of_meeting(tx, id).await?;
    let kept: HashSet<DecisionId> = draft.decisions.iter().filter_map(|d| d.id).collect();
    let gone: Vec<DecisionId> = known.iter().map(|d| d.id).filter(|id| !kept.contains(id)).collect();
    store::decisions::remove(tx, id, &gone).await?;
    let rows: Vec<Decision> = draft.decisions.iter().map(|d| decision(app, actor, (opened, &known), d)).collect();
    store::decisions::save(tx, &rows).await?;
    let known = store::actions::of_meeting(tx, id).await?;
    let kept: HashSet<ActionId> = draft.actions.iter().filter_map(|a| a.id).collect();
    let gone: Vec<ActionId> = known.iter().map(|a| a.id).filter(|id| !kept.contains(id)).collect();
    store::actions::remove(tx, id, &gone).await?;
    let rows: Vec<Action> = draft.actions.iter().map(|a| action(app, actor, (opened, &known), a)).collect();
    Ok(store::actions::save(tx, &rows).await?)
}

fn decision(app: &App, actor: &Actor, (opened, known): (&Opened, &[Decision]), draft: &DecisionDraft) -> Decision {
    let old = known.iter().find(|d| Some(d.id) == draft.id).cloned();
    let new = || Decision {
        id: app.new_id(),
        meeting_id: opened.full.meeting.id,
        point_id: None,
        body: String::new(),
        shared: false,
        written_by: actor.id(),
        decided_at: app.now(),
    };
    let body = SafeText::line(&draft.body, MAX_LINE).into();
    Decision { body, shared: draft.shared, ..old.unwrap_or_else(new) }
}

fn action(app: &App, actor: &Actor, (opened, known): (&Opened, &[Action]), draft: &ActionDraft) -> Action {
    let old = known.iter().find(|a| Some(a.id) == draft.id).cloned();
    let owner = opened.full.attendees.iter().find(|a| Some(a.id) == draft.owner);
    Action {
        body: SafeText::line(&draft.body, MAX_LINE).into(),
        attendee_id: owner.map(|a| a.id),
        person_id: owner.and_then(|a| a.person_id),
        due_on: draft.due_on,
        shared: draft.shared,
        ..old.unwrap_or_else(|| super::notes::action(app, actor, (opened, String::new())))
    }
}

/// Freezes what was just written and mails it.
async fn close(tx: &mut Tx, app: &App, actor: &Actor, (opened, closing): (Opened, Closing)) -> Result<usize> {
    let now = app.now();
    let story: Story = open::story(tx, opened).await?;
    let course = &story.opened.course;
    let minutes = story.minutes(now);
    let mails = match closing {
        Closing::Send => letters::send(tx, app, actor, &story, course.edition).await?,
        Closing::Quietly => 0,
    };
    let edition = Edition {
        meeting_id: course.meeting_id,
        edition: course.edition,
        content: serde_json::to_string(&minutes)?,
        mails: i64::try_from(mails).unwrap_or(i64::MAX),
        closed_by: actor.id(),
        closed_at: now,
        reopened_by: None,
        reopened_at: None,
    };
    store::minutes::insert(tx, &edition).await?;
    // By row and not by name: the log is kept longer than names of customers may be.
    let after = serde_json::json!({ "edition": course.edition, "mails": mails, "attendance": story.presence });
    let deed = actor.deed("meeting.minutes_closed", ("meeting", course.meeting_id.uuid()));
    store::audit::record(tx, &Deed { after: Some(after), ..deed }, now).await?;
    Ok(mails)
}

/// Whether closed minutes may be opened again: until those of the meeting after it are closed, and for [`LOCKED_DAYS`] days.
/// After that only those who lead the organizer do it.
///
/// # Errors
/// Only when the database fails.
pub async fn may_reopen(tx: &mut Tx, actor: &Actor, story: &Story, now: DateTime<Utc>) -> Result<bool> {
    let opened = &story.opened;
    if actor.may_change(&opened.full).is_err() || opened.course.state != State::Closed || is_locked(actor, opened, now)
    {
        return Ok(false);
    }
    match &story.next {
        Some(next) => Ok(!store::course::is_closed(tx, next.meeting.id).await?),
        None => Ok(true),
    }
}

/// Whether the minutes are locked for this person.
fn is_locked(actor: &Actor, opened: &Opened, now: DateTime<Utc>) -> bool {
    let long_ago = |at: DateTime<Utc>| now > at + TimeDelta::days(LOCKED_DAYS);
    opened.course.closed_at.is_some_and(long_ago) && !actor.leads(opened.full.meeting.organizer_id)
}

/// Opens closed minutes again; the edition that was closed is kept, and its mails are taken back as far as they have not
/// left.
///
/// # Errors
/// [`AppError::Denied`] for whoever may not change the meeting; [`Refusal::MinutesLocked`]; [`Refusal::NextClosed`] once the
/// minutes of the meeting after it are closed.
pub async fn reopen(app: &App, actor: &Actor, id: MeetingId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::meetings::lock(&mut tx, id).await?;
    let full = store::meetings::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    let opened = read(&mut tx, full, now).await?;
    if opened.course.state == State::Open {
        return Ok(());
    }
    let mut story = open::story(&mut tx, opened).await?;
    if is_locked(actor, &story.opened, now) {
        return Err(Refusal::MinutesLocked.into());
    }
    if !may_reopen(&mut tx, actor, &story, now).await? {
        return Err(Refusal::NextClosed.into());
    }
    letters::take_back(&mut tx, app, &story.opened.full).await?;
    store::minutes::reopen(&mut tx, (id, story.opened.course.edition), (actor.id(), now)).await?;
    story.opened.course.state = State::Open;
    write(&mut tx, app, &mut story.opened).await?;
    store::audit::record(&mut tx, &actor.deed("meeting.minutes_reopened", ("meeting", id.uuid())), now).await?;
    Ok(tx.commit().await?)
}
