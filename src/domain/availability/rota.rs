//! Working time as sets of starts, painted once for all who share it.

use super::{
    bits::Bits,
    grid::Grid,
    offsets::{Offsets, date},
    people::Working,
    query::{EARLY, LATE},
};
use crate::domain::{
    agenda::part::Stay,
    hours::{DaySpan, WorkingHours},
    time::Zone,
};

/// How many rotas are looked through for an equal one; behind that a new one is painted.
const LOOK_BACK: usize = 8;

/// Starts that do not fit somebody's day.
#[derive(Debug)]
pub(super) struct Rota {
    /// Meetings that leave working hours.
    pub(super) outside: Bits,
    /// Meetings that leave even stretched hours.
    pub(super) beyond: Bits,
    /// Meetings that touch lunch.
    pub(super) lunch: Bits,
}

impl Rota {
    fn paint(grid: &Grid, clock: &Offsets, working: &Working) -> Self {
        let (mut outside, mut beyond) = (Gaps::new(grid), Gaps::new(grid));
        let mut lunch = Bits::none(grid.size);
        for stretch in clock.stretches() {
            for day in stretch.days() {
                let date = date(day);
                let Some(hours) = working.on(date) else { continue };
                let stretched = if working.differs_on(date) { hours } else { stretched(hours) };
                outside.free(stretch.part(day, hours));
                beyond.free(stretch.part(day, stretched));
                if let Some((from, to)) = working.lunch_on(date).and_then(|span| stretch.part(day, span)) {
                    grid.touching(&mut lunch, from, to);
                }
            }
        }
        Self { outside: outside.close(clock.end()), beyond: beyond.close(clock.end()), lunch }
    }
}

/// Takes in the starts of meetings that leave a span of the organizer's day.
pub(super) fn leaving(grid: &Grid, clock: &Offsets, span: DaySpan) -> Bits {
    let mut gaps = Gaps::new(grid);
    for stretch in clock.stretches() {
        stretch.days().for_each(|day| gaps.free(stretch.part(day, span)));
    }
    gaps.close(clock.end())
}

/// What is taken for granted of somebody whose hours are unknown, so that odd hours are at least told: 8 to 18.
pub(super) fn assumed() -> Working {
    let day = DaySpan::new(8 * 60, 18 * 60);
    Working::weekly(WorkingHours { days: [day; 7], lunch: None })
}

/// On an ordinary day people may be asked to come earlier or stay longer, but not at night.
fn stretched(hours: DaySpan) -> DaySpan {
    DaySpan { from: hours.from.min(EARLY), to: hours.to.max(LATE) }
}

/// The time between free spans that come in order.
struct Gaps<'a> {
    grid: &'a Grid,
    until: i64,
    starts: Bits,
}

impl<'a> Gaps<'a> {
    fn new(grid: &'a Grid) -> Self {
        // Whatever lies ahead of the first free span is a gap as well; nothing is read further back than that.
        Self { grid, until: i64::MIN / 4, starts: Bits::none(grid.size) }
    }

    fn free(&mut self, span: Option<(i64, i64)>) {
        if let Some((from, to)) = span {
            if from > self.until {
                self.grid.touching(&mut self.starts, self.until, from);
            }
            self.until = self.until.max(to);
        }
    }

    fn close(mut self, end: i64) -> Bits {
        if self.until < end {
            self.grid.touching(&mut self.starts, self.until, end);
        }
        self.starts
    }
}

/// The rotas of one search.
#[derive(Debug, Default)]
pub(super) struct Rotas<'a> {
    painted: Vec<(Key<'a>, &'a Working, Rota)>,
}

/// The name of a zone, and for which part of the meeting somebody comes.
type Key<'a> = (&'a str, Option<Stay>);

impl<'a> Rotas<'a> {
    /// The number of the rota of somebody's working time.
    pub(super) fn number(
        &mut self,
        (grid, stay): (&Grid, Option<Stay>),
        clock: &Offsets,
        (zone, working): (&'a Zone, &'a Working),
    ) -> usize {
        let key = (zone.name(), stay);
        let mut latest = self.painted.iter().enumerate().rev().take(LOOK_BACK);
        if let Some((same, _)) = latest.find(|(_, (other, theirs, _))| *other == key && *theirs == working) {
            return same;
        }
        self.painted.push((key, working, Rota::paint(grid, clock, working)));
        self.painted.len() - 1
    }

    pub(super) fn get(&self, number: usize) -> Option<&Rota> {
        self.painted.get(number).map(|(_, _, rota)| rota)
    }
}
