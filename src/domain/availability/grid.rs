//! Starts as numbers: every five minutes of UTC over a horizon.
//!
//! All sets of a search are sets of starts. An engagement takes away the starts from which the meeting, with what is
//! kept free around it, would touch it; so lengths and buffers cost nothing beyond a wider span. Five minutes divide
//! all offsets in use, the half hour of Lord Howe and the quarters of Nepal included. What does not fall on five
//! minutes is rounded so that no time is offered wrongly: engagements outward, free time inward.

use chrono::{DateTime, Utc};

use super::{bits::Bits, offsets::Offsets, query::Query};
use crate::domain::{agenda::part::Stay, hours::DaySpan, time::Interval};

/// Seconds between two starts.
pub(super) const CELL: i64 = 300;

/// The starts of a search with the room a meeting takes from each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    /// Seconds since 1970 of start 0.
    origin: i64,
    /// How many starts.
    pub(super) size: usize,
    /// Length of the meeting in seconds.
    length: i64,
    /// Cells the meeting touches.
    cells: i64,
    /// Cells kept free ahead of the start.
    lead: i64,
    /// Seconds kept free behind the end.
    behind: i64,
    /// Cells the meeting and what is kept free behind it touch.
    reach: i64,
    /// First and last start whole seconds allow.
    bounds: (i64, i64),
}

impl Grid {
    pub(super) fn new(horizon: Interval, minutes: u32, query: &Query) -> Self {
        let (from, to) = (horizon.start().timestamp(), horizon.end().timestamp());
        let origin = from.div_euclid(CELL) * CELL;
        let length = i64::from(minutes) * 60;
        let behind = i64::from(query.after) * 60;
        Self {
            origin,
            behind,
            size: usize::try_from(ceiling(to - origin)).unwrap_or(0),
            length,
            cells: ceiling(length),
            lead: ceiling(i64::from(query.before) * 60),
            reach: ceiling(length + behind),
            bounds: (last_second(horizon.start()), to - length),
        }
    }

    /// The same starts for somebody who comes later or leaves earlier. For them each start is the moment at which they come.
    pub(super) fn for_stay(self, stay: Stay) -> Self {
        let length = i64::from(stay.minutes) * 60;
        let origin = self.origin + i64::from(stay.after) * 60;
        Self { origin, length, cells: ceiling(length), reach: ceiling(length + self.behind), ..self }
    }

    pub(super) const fn origin(&self) -> i64 {
        self.origin
    }

    /// Behind the last start.
    pub(super) fn end(&self) -> i64 {
        self.instant(self.size)
    }

    /// Seconds since 1970 of a start.
    pub(super) fn instant(&self, start: usize) -> i64 {
        self.origin + i64::try_from(start).unwrap_or(0) * CELL
    }

    /// From when to when a meeting is that begins at a start, in seconds.
    pub(super) fn meeting(&self, start: usize) -> (i64, i64) {
        let from = self.instant(start);
        (from, from + self.length)
    }

    /// The first start at or behind an instant.
    pub(super) fn start_from(&self, instant: i64) -> usize {
        usize::try_from(ceiling(instant - self.origin)).unwrap_or(0)
    }

    /// Cells a meeting touches.
    pub(super) fn cells(&self) -> usize {
        usize::try_from(self.cells).unwrap_or(1)
    }

    /// Takes in the starts of meetings that would touch a span.
    pub(super) fn touching(&self, set: &mut Bits, from: i64, to: i64) {
        let (first, end) = self.outward(from, to);
        set.fill(first - self.cells + 1, end);
    }

    /// Takes in the starts of meetings that would touch a span with what is kept free around them.
    pub(super) fn crowding(&self, set: &mut Bits, span: &Interval) {
        let (first, end) = self.outward(span.start().timestamp(), last_second(span.end()));
        set.fill(first - self.reach + 1, end + self.lead);
    }

    /// Takes in the starts that lie in a span.
    pub(super) fn within(&self, set: &mut Bits, span: &Interval) {
        let (from, to) = self.starts(span);
        set.fill(from, to);
    }

    /// The starts that lie in a span, half-open; they may be outside the horizon.
    pub(super) fn starts(&self, span: &Interval) -> (i64, i64) {
        let first = |at| ceiling(last_second(at) - self.origin);
        (first(span.start()), first(span.end()))
    }

    /// Whether a meeting that begins at a start touches a span, by the same rounding as [`Self::touching`].
    pub(super) fn touches(&self, start: usize, from: i64, to: i64) -> bool {
        let (first, end) = self.outward(from, to);
        i64::try_from(start).is_ok_and(|start| (first - self.cells + 1..end).contains(&start))
    }

    /// The starts inside the horizon whose wall time is a multiple of the increment and happens exactly once.
    pub(super) fn clock_starts(&self, clock: &Offsets, increment: u32) -> Bits {
        let mut starts = Bits::none(self.size);
        let step = usize::try_from(increment / 5).unwrap_or(1).max(1);
        for stretch in clock.stretches() {
            // Five minutes of UTC are no five minutes of a wall clock that is, say, 44 minutes off, as in 1971.
            if stretch.offset % CELL == 0 {
                self.day_starts(&mut starts, stretch, step);
            }
        }
        let mut barred = Bits::none(self.size);
        for (from, to) in clock.repeated() {
            barred.fill((from - self.origin).div_euclid(CELL), ceiling(to - self.origin));
        }
        barred.fill(i64::MIN, ceiling(self.bounds.0 - self.origin));
        barred.fill((self.bounds.1 - self.origin).div_euclid(CELL) + 1, i64::MAX);
        starts.subtract(&barred);
        starts
    }

    fn day_starts(&self, starts: &mut Bits, stretch: &super::offsets::Stretch, step: usize) {
        const WHOLE: DaySpan = DaySpan { from: 0, to: 1_440 };
        let (first, last) = (self.origin, self.end());
        if stretch.to <= first || stretch.from >= last {
            return;
        }
        let inside = super::offsets::Stretch { from: stretch.from.max(first), to: stretch.to.min(last), ..*stretch };
        for day in inside.days() {
            let Some((from, to)) = inside.part(day, WHOLE) else { continue };
            let of_day =
                |instant: i64| usize::try_from((instant + stretch.offset).rem_euclid(86_400) / CELL).unwrap_or(0);
            let skipped = of_day(from).next_multiple_of(step) - of_day(from);
            let (first, end) = (self.start_from(from), self.start_from(to));
            (first + skipped..end).step_by(step).for_each(|start| starts.insert(start));
        }
    }

    fn outward(&self, from: i64, to: i64) -> (i64, i64) {
        ((from - self.origin).div_euclid(CELL), ceiling(to - self.origin))
    }
}

/// Whole cells that hold so many seconds.
fn ceiling(seconds: i64) -> i64 {
    seconds.saturating_add(CELL - 1).div_euclid(CELL)
}

/// Seconds of an instant, part of a second counted as a whole one.
fn last_second(at: DateTime<Utc>) -> i64 {
    at.timestamp() + i64::from(at.timestamp_subsec_nanos() > 0)
}
