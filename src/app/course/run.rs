//! Run a meeting from a shared screen: begin, point by point, end.

use super::open::{Opened, open, write};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{Refusal, Result},
    },
    domain::{
        course::{self, Leg, Outcome, Press, clock},
        ids::{MeetingId, PersonId, PointId},
        meeting::Answer,
        written::gets_time_back,
    },
    store::{self, Tx, audit::Deed, overrides::TimeBack},
};

/// Begins a meeting with its first point. Beginning one that was begun changes nothing.
///
/// # Errors
/// [`Refusal::NotItsTime`] long before and long after its time; [`Refusal::MinutesClosed`]; [`Refusal::Cancelled`].
pub async fn begin(app: &App, actor: &Actor, id: MeetingId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let (mut opened, _permit) = open(&mut tx, app, actor, id).await?;
    if opened.course.began_at.is_some() {
        return Ok(());
    }
    let m = &opened.full.meeting;
    if !course::may_begin(now, (m.starts_at, m.ends_at)) {
        return Err(Refusal::NotItsTime.into());
    }
    opened.course.began_at = Some(now);
    opened.course.outcome = Some(Outcome::Held);
    turn(&mut opened, |legs| course::begin(legs, now));
    write(&mut tx, app, &mut opened).await?;
    store::audit::record(&mut tx, &actor.deed("meeting.begun", ("meeting", id.uuid())), now).await?;
    Ok(tx.commit().await?)
}

/// Carries out what somebody pressed beside the point that they were shown; tells whether another point was under
/// discussion by then, so that nothing was done.
///
/// # Errors
/// As [`begin`]; [`Refusal::NotItsTime`] when the meeting does not run, or nobody ended it.
pub async fn press(
    app: &App,
    actor: &Actor,
    id: MeetingId,
    (shown, pressed): (Option<PointId>, Press),
) -> Result<bool> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let (mut opened, _permit) = open(&mut tx, app, actor, id).await?;
    if !opened.runs(now) {
        return Err(Refusal::NotItsTime.into());
    }
    let mut done = false;
    turn(&mut opened, |legs| done = course::press(legs, shown, pressed, now));
    if done {
        write(&mut tx, app, &mut opened).await?;
        tx.commit().await?;
    }
    Ok(done)
}

/// Ends a meeting. What it takes less than planned is given back to those who had to be there. One that nobody ended in time
/// ended when it was planned to.
///
/// # Errors
/// As [`begin`].
pub async fn end(app: &App, actor: &Actor, id: MeetingId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let (mut opened, _permit) = open(&mut tx, app, actor, id).await?;
    if !opened.course.runs() {
        return Ok(());
    }
    finish(&mut tx, app, actor, &mut opened).await?;
    write(&mut tx, app, &mut opened).await?;
    Ok(tx.commit().await?)
}

/// Takes the end of a meeting back: it goes on with the point it ended with, and no time is given back.
///
/// # Errors
/// As [`begin`]; [`Refusal::NotItsTime`] when it ended longer ago than [`course::UNDO_END`] seconds.
pub async fn resume(app: &App, actor: &Actor, id: MeetingId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let (mut opened, _permit) = open(&mut tx, app, actor, id).await?;
    let Some(ended_at) = opened.course.ended_at else { return Ok(()) };
    if !course::may_resume(now, ended_at) {
        return Err(Refusal::NotItsTime.into());
    }
    opened.course.ended_at = None;
    turn(&mut opened, |legs| course::resume(legs, ended_at));
    write(&mut tx, app, &mut opened).await?;
    store::overrides::forget_early_end(&mut tx, id, ended_at).await?;
    store::audit::record(&mut tx, &actor.deed("meeting.resumed", ("meeting", id.uuid())), now).await?;
    Ok(tx.commit().await?)
}

/// Ends a meeting that runs; the caller writes it.
pub(super) async fn finish(tx: &mut Tx, app: &App, actor: &Actor, opened: &mut Opened) -> Result<()> {
    let now = app.now();
    let id = opened.full.meeting.id;
    let ended_at = opened.ends(now);
    turn(opened, |legs| course::end(legs, ended_at));
    opened.course.ended_at = Some(ended_at);
    let m = &opened.full.meeting;
    let minutes = clock::given_back((m.starts_at, m.ends_at), ended_at);
    if minutes > 0 {
        store::overrides::insert_time_back(tx, &time_back(app, opened, minutes)).await?;
    }
    let after = serde_json::json!({ "given_back": minutes });
    let deed = Deed { after: Some(after), ..actor.deed("meeting.ended", ("meeting", id.uuid())) };
    Ok(store::audit::record(tx, &deed, now).await?)
}

fn time_back(app: &App, opened: &Opened, minutes: u32) -> Vec<TimeBack> {
    let row = |person_id: PersonId| TimeBack {
        id: app.new_id(),
        person_id,
        meeting_id: Some(opened.full.meeting.id),
        change_id: None,
        cause: "shortened",
        minutes: i64::from(minutes),
        at: app.now(),
    };
    let there = opened.full.attendees.iter().filter(|a| a.removed_at.is_none() && a.answer != Answer::No);
    there.filter(|a| gets_time_back(a.role)).filter_map(|a| a.person_id).map(row).collect()
}

fn turn(opened: &mut Opened, act: impl FnOnce(&mut [Leg])) {
    let mut legs: Vec<Leg> = opened.points.iter().map(store::course::CoursePoint::leg).collect();
    act(&mut legs);
    for (point, leg) in opened.points.iter_mut().zip(&legs) {
        point.follow(leg);
    }
}
