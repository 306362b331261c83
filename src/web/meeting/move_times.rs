//! Proposed times on the form that moves a meeting.

use super::new_time::Typed;
use crate::{
    app::{
        find_times::{self, Times, Wish},
        move_meeting, preview,
    },
    domain::{
        planning::Start,
        time::{Interval, Zone},
    },
    i18n::format::Format,
    store::{Tx, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure, form::Errors, limit_panel::moment},
};

/// Other times for a meeting of the length that is typed, in the zone that is chosen; the meeting's own until they can
/// be understood. `None` where the question is beyond what can be searched.
pub(super) async fn times(
    tx: &mut Tx,
    caller: &Caller,
    full: &FullMeeting,
    typed: &Typed,
) -> Result<Option<Times>, Failure> {
    let m = &full.meeting;
    let Ok(zone) = Zone::named(&typed.zone).or_else(|_| Zone::named(&m.zone)) else { return Ok(None) };
    let Some(minutes) = typed.length().or_else(|| u32::try_from(m.minutes).ok()) else { return Ok(None) };
    let start = Start { local: zone.local(m.starts_at), zone: zone.name().to_owned(), at: m.starts_at };
    let after = move_meeting::moved(full, &start, minutes);
    let outlined = preview::outline_change(tx, full, &after).await?;
    let wish = Wish { zone, minutes, format: Some(m.format), within: None };
    let mut times = find_times::find_times(tx, caller.now(), &outlined, &wish).await?;
    let now = Interval::new(m.starts_at, m.ends_at);
    if let Some(times) = &mut times {
        times.slots.retain(|slot| Some(slot.span) != now);
    }
    Ok(times)
}

/// Somebody took the chosen time: the next best is chosen, nothing else changes, and nothing is sent. Says whether it
/// was so.
pub(super) fn after_lost_race(caller: &Caller, times: &Times, (typed, errors): (&mut Typed, &mut Errors)) -> bool {
    let Some(lost) = moment(&typed.slot) else { return false };
    if times.slots.iter().any(|slot| slot.span.start() == lost) {
        return false;
    }
    let (t, f) = (caller.texts(), format(caller, typed));
    let when = f.long_date_time(lost);
    errors.0.clear();
    let words = match times.slots.first() {
        Some(next) => {
            typed.fill(&f, next.span.start());
            t.times_taken(when)
        }
        None => t.times_taken_none(when),
    };
    errors.add("slot", words);
    true
}

/// In the zone that is chosen.
pub(super) fn format(caller: &Caller, typed: &Typed) -> Format {
    let f = caller.format();
    match Zone::named(&typed.zone) {
        Ok(zone) => f.in_zone(zone),
        Err(_) => f,
    }
}
