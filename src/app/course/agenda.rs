//! What a change of the agenda means for a meeting that is under way.

use std::collections::HashSet;

use crate::{
    app::{context::App, error::Result},
    domain::{
        course::{Fate, carry::same_point},
        ids::{AttendeeId, PointId},
        minutes::State,
    },
    store::{
        self, Tx,
        course::CoursePoint,
        meetings::{AgendaItem, Attendee, FullMeeting},
    },
};

/// Takes the agenda over into the course of a meeting that has begun and not ended: everybody who has the shared screen open
/// sees it, and what is recorded stays. The caller holds the meeting's lock and has written the meeting.
pub(in crate::app) async fn follow(tx: &mut Tx, app: &App, full: &FullMeeting) -> Result<()> {
    let Some(mut course) = store::course::by_meeting(tx, full.meeting.id).await? else { return Ok(()) };
    if course.ended_at.is_some() || course.state == State::Closed {
        return Ok(());
    }
    let before = store::course::points(tx, full.meeting.id).await?;
    let after = followed((&full.agenda, &full.attendees), &before);
    if before == after {
        return Ok(());
    }
    let kept: HashSet<PointId> = after.iter().map(|point| point.id).collect();
    let gone: Vec<PointId> = before.iter().map(|point| point.id).filter(|id| !kept.contains(id)).collect();
    store::course::remove_points(tx, full.meeting.id, &gone).await?;
    course.version += 1;
    course.updated_at = app.now();
    // The lock is held, so nobody else has raised the version.
    store::course::save(tx, &course).await?;
    Ok(store::course::save_points(tx, &after).await?)
}

/// The points as the agenda has them now. Points that were begun or written about stay when they are taken out; those that
/// came back from an earlier meeting follow the agenda.
fn followed((agenda, people): (&[AgendaItem], &[Attendee]), before: &[CoursePoint]) -> Vec<CoursePoint> {
    let mut left: Vec<&CoursePoint> = before.iter().collect();
    let mut planned = Vec::with_capacity(agenda.len());
    for item in agenda {
        let known = left.iter().position(|point| point.item_id == Some(item.id));
        let known = known.or_else(|| left.iter().position(|point| is_the_same(point, item)));
        let point = known.map(|at| left.remove(at).clone());
        planned.push(
            point.map_or_else(|| CoursePoint::of(PointId::from_uuid(item.id.uuid()), item), |p| p.as_planned(item)),
        );
    }
    let (back, touched): (Vec<_>, Vec<_>) = left.into_iter().partition(|point| point.item_id.is_none());
    let touched = touched.into_iter().filter(|point| is_touched(point)).cloned();
    let mut after: Vec<CoursePoint> = touched.chain(planned).chain(back.into_iter().cloned()).collect();
    let here = |id: &AttendeeId| people.iter().any(|a| a.id == *id && a.removed_at.is_none());
    for (place, point) in (0..).zip(&mut after) {
        point.position = place;
        // Whoever was taken out leaves their points to everybody.
        point.owner_id = point.owner_id.filter(here);
    }
    after
}

/// A point that came back by itself and was put on the agenda since.
fn is_the_same(point: &CoursePoint, item: &AgendaItem) -> bool {
    point.item_id.is_none() && same_point((point.kind, &point.title), (item.kind, &item.title))
}

fn is_touched(point: &CoursePoint) -> bool {
    point.fate != Fate::Ahead || point.began_at.is_some() || !point.notes.is_empty()
}

#[cfg(test)]
mod tests;
