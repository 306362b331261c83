//! Times that somebody may suggest: those at which the meeting fits everybody, and nothing else about anybody.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::{
        error::Result,
        find_times::{self, Wish},
        move_meeting, preview,
    },
    domain::{
        planning::Start,
        time::{Interval, Zone},
    },
    store::{Tx, meetings::FullMeeting},
};

/// Most times that are offered.
pub const MOST_TIMES: usize = 3;

/// Up to [`MOST_TIMES`] other times, soonest first, at which every limit holds without a tick. Whoever sees them learns
/// no more than that.
///
/// # Errors
/// Only when the database fails.
pub async fn suitable(tx: &mut Tx, now: DateTime<Utc>, full: &FullMeeting) -> Result<Vec<Interval>> {
    let m = &full.meeting;
    let (Ok(zone), Ok(minutes)) = (Zone::named(&m.zone), u32::try_from(m.minutes)) else { return Ok(Vec::new()) };
    let outlined = preview::outline_change(tx, full, &asked_anew(full)).await?;
    let wish = Wish { zone, minutes, format: Some(m.format), within: None };
    let Some(times) = find_times::find_times(tx, now, &outlined, &wish).await? else { return Ok(Vec::new()) };
    let fitting = times.slots.into_iter().filter(|slot| !slot.strained).map(|slot| slot.span);
    let mut spans: Vec<Interval> = fitting.filter(|span| span.start() != m.starts_at).take(MOST_TIMES).collect();
    spans.sort_unstable();
    Ok(spans)
}

/// The meeting as a move would have it: whoever has declined the present time is asked again, so their time matters.
/// Where it lies is of no account here.
pub(super) fn asked_anew(full: &FullMeeting) -> FullMeeting {
    let m = &full.meeting;
    let at = m.starts_at + TimeDelta::days(7);
    let start = Start { local: m.start_local, zone: m.zone.clone(), at };
    move_meeting::moved(full, &start, u32::try_from(m.minutes).unwrap_or(0))
}
