//! The course of a meeting as pages and commands find it.

use chrono::{DateTime, TimeDelta, Utc};

use super::carry::{self, Returning};
use crate::{
    app::{
        actor::{Actor, MayRecord},
        context::App,
        error::{AppError, Refusal, Result},
    },
    domain::{
        course::{EARLY, Leg, Presence, carry::same_point, clock, ends_now, is_forgotten},
        ids::{MeetingId, PointId},
        meeting::Status,
        minutes::{MinutedAction, MinutedDecision, MinutedPoint, MinutedThanks, Minutes, State},
    },
    store::{
        self, Tx,
        actions::Action,
        course::{Course, CoursePoint},
        decisions::Decision,
        meetings::{Attendee, FullMeeting},
    },
};

/// Most points of a course.
const MOST_POINTS: usize = 100;

/// A meeting with how it goes.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The meeting.
    pub full: FullMeeting,
    /// How it goes; version 0 as long as nothing is known.
    pub course: Course,
    /// Its points; those of the agenda, and those that come back, as long as nothing is known.
    pub points: Vec<CoursePoint>,
}

impl Opened {
    /// Whether it is under way. One that nobody ended in time is not any more.
    #[must_use]
    pub fn runs(&self, now: DateTime<Utc>) -> bool {
        self.course.runs() && !is_forgotten(now, self.full.meeting.ends_at)
    }

    /// Whether it is over: ended, or its time is up and nobody runs it.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.course.ended_at.is_some() || (self.full.meeting.ends_at <= now && !self.runs(now))
    }

    /// When it ends, if it is ended at this moment.
    #[must_use]
    pub fn ends(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let legs: Vec<Leg> = self.points.iter().map(CoursePoint::leg).collect();
        ends_now(&legs, (self.course.began_at, self.full.meeting.ends_at), now)
    }

    /// Whether people may write about it: from a quarter of an hour ahead of its start, as long as the minutes are open.
    #[must_use]
    pub fn takes_notes(&self, now: DateTime<Utc>) -> bool {
        let m = &self.full.meeting;
        let begun = m.starts_at - TimeDelta::minutes(EARLY) <= now;
        m.status == Status::Confirmed && begun && self.course.state == State::Open
    }
}

/// Reads how a meeting goes.
///
/// # Errors
/// Only when the database fails.
pub async fn read(tx: &mut Tx, full: FullMeeting, now: DateTime<Utc>) -> Result<Opened> {
    if let Some(course) = store::course::by_meeting(tx, full.meeting.id).await? {
        let points = store::course::points(tx, full.meeting.id).await?;
        return Ok(Opened { full, course, points });
    }
    let returning = carry::returning(tx, &full).await?;
    let points = points(&full, &returning);
    Ok(Opened { course: Course::of(full.meeting.id, now), full, points })
}

/// The agenda, and behind it what comes back by itself, as far as there is room. A point keeps the id that it has on the
/// agenda; that of one that comes back follows from the earlier point.
fn points(full: &FullMeeting, returning: &[Returning]) -> Vec<CoursePoint> {
    let mut points: Vec<CoursePoint> =
        full.agenda.iter().map(|item| CoursePoint::of(PointId::from_uuid(item.id.uuid()), item)).collect();
    for back in returning {
        let earlier = &back.point;
        let known = |point: &&mut CoursePoint| {
            same_point((point.kind, &point.title), (earlier.kind, &earlier.title)) && point.carried_from.is_none()
        };
        if let Some(point) = points.iter_mut().find(known) {
            point.carried_from = Some(earlier.id);
            point.standing = earlier.standing;
        } else if back.comes_by_itself() && points.len() < MOST_POINTS {
            points.push(back.as_point(full, points.len()));
        }
    }
    points
}

/// Locks and reads the course of a meeting for somebody who may write about it now.
pub(super) async fn open(tx: &mut Tx, app: &App, actor: &Actor, id: MeetingId) -> Result<(Opened, MayRecord)> {
    store::meetings::lock(tx, id).await?;
    let full = store::meetings::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let permit = actor.may_record(&full)?;
    match full.meeting.status {
        Status::Confirmed => {}
        Status::Cancelled => return Err(Refusal::Cancelled.into()),
        Status::Pending => return Err(AppError::Denied),
    }
    let opened = read(tx, full, app.now()).await?;
    if opened.course.state == State::Closed {
        return Err(Refusal::MinutesClosed.into());
    }
    if !opened.takes_notes(app.now()) {
        return Err(Refusal::NotItsTime.into());
    }
    Ok((opened, permit))
}

/// Writes what [`open`] found, as it is now.
pub(super) async fn write(tx: &mut Tx, app: &App, opened: &mut Opened) -> Result<()> {
    let now = app.now();
    opened.course.version += 1;
    opened.course.updated_at = now;
    if !store::course::save(tx, &opened.course).await? {
        return Err(AppError::Stale);
    }
    Ok(store::course::save_points(tx, &opened.points).await?)
}

/// Everything that is written about a meeting.
#[derive(Debug, Clone)]
pub struct Story {
    /// The meeting and its points.
    pub opened: Opened,
    /// Who was there.
    pub presence: Vec<(crate::domain::ids::AttendeeId, Presence)>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// What is to be done.
    pub actions: Vec<Action>,
    /// Who was thanked, what for, and the number behind it.
    pub thanks: Vec<(String, String, String)>,
    /// The meeting that takes up what is left: the one that was chosen, else the next date of the series.
    pub next: Option<FullMeeting>,
}

/// Reads all of it.
///
/// # Errors
/// Only when the database fails.
pub async fn story(tx: &mut Tx, opened: Opened) -> Result<Story> {
    let m = &opened.full.meeting;
    let next = match opened.course.next_meeting {
        Some(chosen) => Some(chosen),
        None => store::course::next_in_line(tx, m).await?,
    };
    let next = match next {
        Some(id) => store::meetings::by_id(tx, id).await?,
        None => None,
    };
    Ok(Story {
        presence: store::course::presence(tx, m.id).await?,
        decisions: store::decisions::of_meeting(tx, m.id).await?,
        actions: store::actions::of_meeting(tx, m.id).await?,
        thanks: store::recognitions::in_minutes(tx, m.id).await?,
        next,
        opened,
    })
}

impl Story {
    fn next_that_stands(&self) -> Option<&FullMeeting> {
        self.next.as_ref().filter(|next| next.meeting.status == Status::Confirmed)
    }

    /// Start of the meeting that comes next, for somebody who sees it.
    #[must_use]
    pub fn next_seen_by(&self, actor: &Actor) -> Option<DateTime<Utc>> {
        self.next_that_stands().filter(|next| actor.sees(next)).map(|next| next.meeting.starts_at)
    }

    /// Start of the meeting that comes next, for somebody of this one who is in that one, too.
    pub(super) fn next_with(&self, row: &Attendee) -> Option<DateTime<Utc>> {
        let same = |a: &Attendee| {
            (a.person_id.is_some() && a.person_id == row.person_id)
                || (a.contact_id.is_some() && a.contact_id == row.contact_id)
        };
        let comes = |next: &&FullMeeting| next.attendees.iter().any(|a| a.removed_at.is_none() && same(a));
        self.next_that_stands().filter(comes).map(|next| next.meeting.starts_at)
    }

    /// The minutes as they stand.
    #[must_use]
    pub fn minutes(&self, now: DateTime<Utc>) -> Minutes {
        let Opened { full, course, points } = &self.opened;
        let until = self.opened.ends(now);
        let person = |id| full.attendees.iter().find(|a| a.id == id);
        let people = full.attendees.iter().filter_map(|a| {
            let said = self.presence.iter().find(|(id, _)| *id == a.id)?;
            Some((a.name.clone(), said.1))
        });
        let point = |p: &CoursePoint| MinutedPoint {
            title: p.title.clone(),
            fate: p.fate,
            minutes: clock::taken(&p.leg(), until),
            notes: p.notes.clone(),
            // What is for colleagues stays with them, whatever is ticked.
            shared: p.shared && !p.kind.stays_inside(),
        };
        let action = |a: &Action| MinutedAction {
            id: Some(a.id),
            body: a.body.clone(),
            owner: a.attendee_id.and_then(person).map(|owner| (owner.id, owner.name.clone())),
            due_on: a.due_on,
            state: a.state,
            shared: a.shared,
        };
        let begun = full.meeting.starts_at <= now || course.began_at.is_some();
        let thanks = |(name, reason, metric): &(String, String, String)| MinutedThanks {
            name: name.clone(),
            reason: reason.clone(),
            metric: metric.clone(),
        };
        let decision = |d: &Decision| MinutedDecision { body: d.body.clone(), shared: d.shared };
        Minutes {
            title: full.meeting.title.clone(),
            planned: (full.meeting.starts_at, full.meeting.ends_at),
            ran: (course.began_at, course.ended_at),
            outcome: course.outcome,
            achieved: course.achieved,
            result: course.result.clone(),
            next_step: course.next_step.clone(),
            next_step_on: course.next_step_on,
            shared: course.shared,
            people: people.collect(),
            points: points.iter().map(point).collect(),
            decisions: self.decisions.iter().map(decision).collect(),
            actions: self.actions.iter().map(action).collect(),
            // Until it begins they are a surprise.
            thanks: self.thanks.iter().filter(|_| begun).map(thanks).collect(),
            next_at: self.next_that_stands().map(|next| next.meeting.starts_at),
        }
    }
}
