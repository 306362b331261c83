//! Proposed times in the planner's form.

use chrono::{DateTime, TimeDelta, Utc};

use super::{agenda, desk::Desk, impact, outline, typed::GuestRef};
use crate::{
    app::find_times::{self, Times, Wish},
    domain::{
        hours::{DaySpan, minute_of_day},
        ids::PersonId,
        limits::trade::Trade,
        time::{Interval, Zone},
        when,
    },
    i18n::field_errors,
    store::Tx,
    web::{
        failure::Failure,
        limit_panel::{instant, moment},
        proposed_times::{Around, OWN, TimesView},
    },
};

/// A time that was just chosen fills date and time; one that was chosen before gives way to what is typed.
pub(super) fn follow_choice(desk: &mut Desk<'_>) {
    check_window(desk);
    let Some(chosen) = moment(&desk.typed.slot) else { return };
    if desk.typed.slot != desk.typed.slot_was {
        fill(desk, chosen);
    } else if wall(desk, chosen) != (desk.typed.date.clone(), desk.typed.time.clone()) {
        OWN.clone_into(&mut desk.typed.slot);
    }
}

/// Date and time as the form writes them.
fn wall(desk: &Desk<'_>, at: DateTime<Utc>) -> (String, String) {
    let zone = Zone::named(desk.typed.zone.trim()).unwrap_or_else(|_| desk.f.zone().clone());
    let local = zone.local(at);
    (desk.f.short_date(local.date()), desk.f.clock(local.time()))
}

fn fill(desk: &mut Desk<'_>, at: DateTime<Utc>) {
    (desk.typed.date, desk.typed.time) = wall(desk, at);
    desk.typed.slot = instant(at);
    desk.typed.slot_was.clone_from(&desk.typed.slot);
}

/// Takes a change that helps.
pub(super) fn take(desk: &mut Desk<'_>, trade: &Trade) {
    match trade {
        Trade::AddAgenda => {
            let (length, format) = (desk.typed.length.clone(), desk.typed.format.clone());
            let from = agenda::Beginnings { early: desk.early, classes: &desk.classes };
            agenda::use_template(&mut desk.typed, &desk.f, from);
            (desk.typed.length, desk.typed.format) = (length, format);
        }
        Trade::Shorten(minutes) => desk.typed.length = desk.f.duration(*minutes),
        Trade::MakeOptional(people) => set_role(desk, people, "optional"),
        Trade::Inform(people) => set_role(desk, people, "informed"),
        Trade::Start(at) => fill(desk, *at),
    }
}

fn set_role(desk: &mut Desk<'_>, people: &[PersonId], role: &str) {
    let meant = |guest| matches!(guest, GuestRef::Person(id) if people.contains(&id));
    for row in desk.typed.guests.iter_mut().filter(|row| meant(row.guest)) {
        role.clone_into(&mut row.role);
    }
}

/// The hours asked for; an end that is missing is that of the day.
fn window(desk: &Desk<'_>) -> Option<DaySpan> {
    let minute = |text: &str, or| match text.trim() {
        "" => Some(or),
        text => when::time(text).ok().map(minute_of_day),
    };
    let asked = !(desk.typed.not_before.trim().is_empty() && desk.typed.not_after.trim().is_empty());
    asked.then(|| DaySpan::new(minute(&desk.typed.not_before, 0)?, minute(&desk.typed.not_after, 24 * 60)?))?
}

fn check_window(desk: &mut Desk<'_>) {
    let fields = [("not_before", desk.typed.not_before.clone()), ("not_after", desk.typed.not_after.clone())];
    let mut wrong = false;
    for (field, text) in fields.iter().filter(|(_, text)| !text.trim().is_empty()) {
        if let Err(error) = when::time(text) {
            desk.said.errors.add(*field, field_errors::time(&desk.f, error));
            wrong = true;
        }
    }
    let asked = fields.iter().any(|(_, text)| !text.trim().is_empty());
    if asked && !wrong && window(desk).is_none() {
        desk.said.errors.add("not_after", desk.t().times_window_order());
    }
}

/// Times for what is known so far; `None` until purpose, length and somebody to meet are known.
pub(super) async fn times(desk: &mut Desk<'_>, tx: &mut Tx) -> Result<Option<TimesView>, Failure> {
    let Some(times) = found(desk, tx).await? else { return Ok(None) };
    if desk.said.stopped {
        after_lost_race(desk, &times);
    }
    let f = impact::format(desk);
    let around = Around { t: desk.t(), f: &f, chosen: &desk.typed.slot, people: true };
    Ok(Some(TimesView::new(around, &times)))
}

async fn found(desk: &Desk<'_>, tx: &mut Tx) -> Result<Option<Times>, Failure> {
    if desk.meeting.is_some() || desk.typed.guests.is_empty() {
        return Ok(None);
    }
    let (Some(minutes), Ok(zone)) = (impact::length(desk), Zone::named(desk.typed.zone.trim())) else {
        return Ok(None);
    };
    let now = desk.caller.now();
    let Some(span) = Interval::new(now, now + TimeDelta::minutes(i64::from(minutes))) else { return Ok(None) };
    let Some(outlined) = outline::outline(desk, tx, span).await? else { return Ok(None) };
    let wish = Wish { zone, minutes, format: desk.typed.format.parse().ok(), within: window(desk) };
    Ok(find_times::find_times(tx, now, &outlined, &wish).await?)
}

/// Somebody took the chosen time: the next best is chosen, nothing else changes, and nothing is sent.
fn after_lost_race(desk: &mut Desk<'_>, times: &Times) {
    let Some(lost) = moment(&desk.typed.slot) else { return };
    if times.slots.iter().any(|slot| slot.span.start() == lost) {
        return;
    }
    let when = impact::format(desk).long_date_time(lost);
    desk.said.errors.0.clear();
    let words = match times.slots.first() {
        Some(next) => {
            fill(desk, next.span.start());
            desk.t().times_taken(when)
        }
        None => desk.t().times_taken_none(when),
    };
    desk.said.errors.add("slot", words);
}
