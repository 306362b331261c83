//! Why a slot is good, and what is wrong with it. Worked out for the few slots that are offered.

use chrono::{DateTime, Utc};

use super::{
    offsets::falls_on,
    people::Calendar,
    planes::{Marks, Planes},
    query::{Quota, Selling},
    scene::{Scene, Seat, nearly_used},
    slot::{Edge, Reason, Slot},
};
use crate::domain::{hours::minute_of_day, time::Interval};

/// A start as a slot with its reasons; `None` only outside the years a date can have.
pub(super) fn slot(scene: &Scene, planes: &Planes, start: usize) -> Option<Slot> {
    let (from, to) = scene.grid.meeting(start);
    let span = Interval::new(DateTime::from_timestamp(from, 0)?, DateTime::from_timestamp(to, 0)?)?;
    let local = scene.organizer().local(from);
    let left_out = scene.attempt.without.and_then(|place| scene.seats.get(place)).map(|seat| seat.person.who);
    Some(Slot { span, local, reasons: reasons(scene, planes, start, span.start()), strained: false, left_out })
}

fn reasons(scene: &Scene, planes: &Planes, start: usize, at: DateTime<Utc>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for quota in scene.meeting_quotas() {
        near(scene, (quota, None), at, &mut reasons);
    }
    for (seat, marks) in scene.seats.iter().zip(&planes.marks) {
        of_person(scene, seat, marks, start, &mut reasons);
    }
    let doubt =
        |reason: &Reason| matches!(reason, Reason::Missing(_) | Reason::Tentative(_) | Reason::CalendarUnknown(_));
    if !reasons.iter().any(doubt) {
        reasons.push(Reason::EveryoneFree);
    }
    reasons.sort_by_key(Reason::weight);
    reasons
}

fn of_person(scene: &Scene, seat: &Seat, marks: &Marks, start: usize, reasons: &mut Vec<Reason>) {
    let who = seat.person.who;
    if marks.missing.as_ref().is_some_and(|set| set.contains(start)) {
        reasons.push(Reason::Missing(who));
        return;
    }
    if marks.tentative.as_ref().is_some_and(|set| set.contains(start)) {
        reasons.push(Reason::Tentative(who));
    }
    if seat.person.calendar == Calendar::Unknown {
        reasons.push(Reason::CalendarUnknown(who));
    }
    working(scene, seat, start, reasons);
    if scene.attempt.selling == Selling::Prefer {
        selling(scene, seat, start, reasons);
    }
    quiet(scene, seat, start, reasons);
    let (from, _) = seat.grid.meeting(start);
    let at = DateTime::from_timestamp(from, 0).unwrap_or_default();
    seat.quotas.iter().for_each(|quota| near(scene, (quota, Some(seat)), at, reasons));
}

fn working(scene: &Scene, seat: &Seat, start: usize, reasons: &mut Vec<Reason>) {
    let who = seat.person.who;
    if !seat.hours_known {
        reasons.push(Reason::HoursUnknown(who));
    }
    let Some(rota) = scene.rota(seat) else { return };
    if rota.outside.contains(start) {
        let (from, _) = seat.grid.meeting(start);
        let local = scene.clock(seat).local(from);
        reasons.push(match seat.person.known_working() {
            None => Reason::OddHour { who, local },
            Some((_, working)) => {
                let edge = match working.on(local.date()) {
                    None => Edge::DayOff,
                    Some(hours) if minute_of_day(local.time()) < hours.from => Edge::Early,
                    Some(_) => Edge::Late,
                };
                Reason::OutsideHours { who, local, edge }
            }
        });
    }
    if seat.hours_known && rota.lunch.contains(start) {
        reasons.push(Reason::Lunch(who));
    }
}

/// A reason for every block of selling time the meeting touches.
fn selling(scene: &Scene, seat: &Seat, start: usize, reasons: &mut Vec<Reason>) {
    if seat.person.selling.is_empty() {
        return;
    }
    let (from, to) = seat.grid.meeting(start);
    let clock = scene.clock(seat);
    for stretch in clock.stretches().iter().filter(|stretch| stretch.from < to && from < stretch.to) {
        let first = (from + stretch.offset).div_euclid(86_400);
        let last = (to - 1 + stretch.offset).div_euclid(86_400);
        for day in first..=last {
            let blocks = seat.person.selling.iter().filter(|weekly| falls_on(day, weekly.weekday));
            for (begin, end) in blocks.filter_map(|weekly| stretch.part(day, weekly.span)) {
                if seat.grid.touches(start, begin, end) {
                    let left = (from - begin).max(end - to).clamp(0, end - begin) / 60;
                    let left = u32::try_from(left).unwrap_or(0);
                    reasons.push(Reason::CutsSelling { who: seat.person.who, left });
                }
            }
        }
    }
}

fn quiet(scene: &Scene, seat: &Seat, start: usize, reasons: &mut Vec<Reason>) {
    let touched = seat.person.windows.iter().filter(|window| !window.hard).any(|window| {
        let mut touched = false;
        scene.each_window(seat, window, |from, to| touched |= seat.grid.touches(start, from, to));
        touched
    });
    if touched {
        reasons.push(Reason::Quiet(seat.person.who));
    }
}

fn near(scene: &Scene, (quota, seat): (&Quota, Option<&Seat>), at: DateTime<Utc>, reasons: &mut Vec<Reason>) {
    let who = seat.map(|seat| seat.person.who);
    for period in quota.periods().iter().filter(|period| period.span.start() <= at && at < period.span.end()) {
        let after = period.used.saturating_add(scene.load(quota.unit, seat));
        if nearly_used(after, period.most) {
            reasons.push(Reason::NearLimit { who, unit: quota.unit, after, most: period.most });
        }
    }
}
