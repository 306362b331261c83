//! How much of a meeting lies in given stretches of time.

use chrono::{Days, NaiveDate, TimeDelta};

use crate::domain::{
    limits::verdict::Unjudged,
    time::{Interval, Zone},
};

/// Longest meeting whose days are looked at one by one.
const MOST_DAYS: i64 = 62;

/// Real seconds of a meeting that the parts cover; parts may overlap and come in any order.
pub(super) fn seconds(span: Interval, parts: impl IntoIterator<Item = Interval>) -> i64 {
    let mut parts: Vec<Interval> =
        parts.into_iter().filter_map(|p| Interval::new(p.start().max(span.start()), p.end().min(span.end()))).collect();
    parts.sort_unstable();
    let mut total = TimeDelta::zero();
    let mut reached = span.start();
    for part in parts {
        let from = part.start().max(reached);
        if part.end() > from {
            total += part.end() - from;
            reached = part.end();
        }
    }
    total.num_seconds()
}

/// Seconds as minutes; a begun minute counts.
pub(super) fn minutes(seconds: i64) -> u32 {
    u32::try_from(seconds.max(0).saturating_add(59) / 60).unwrap_or(u32::MAX)
}

/// Minutes of a meeting outside the parts.
pub(super) fn outside(span: Interval, parts: impl IntoIterator<Item = Interval>) -> u32 {
    minutes((span.end() - span.start()).num_seconds() - seconds(span, parts))
}

/// What of a stretch is not in another: at most two pieces.
pub(super) fn without(span: Interval, taken: Interval) -> impl Iterator<Item = Interval> {
    let ahead = Interval::new(span.start(), span.end().min(taken.start()));
    let behind = Interval::new(span.start().max(taken.end()), span.end());
    ahead.into_iter().chain(behind)
}

/// The local days around a meeting, one more on either side; refuses meetings of months.
pub(super) fn days(zone: &Zone, span: Interval) -> Result<impl Iterator<Item = NaiveDate> + use<>, Unjudged> {
    let first = zone.local(span.start()).date() - Days::new(1);
    let days = (zone.local(span.end()).date() - first).num_days() + 2;
    let count = usize::try_from(days).unwrap_or(usize::MAX);
    if days > MOST_DAYS { Err(Unjudged::TooMany) } else { Ok(first.iter_days().take(count)) }
}
