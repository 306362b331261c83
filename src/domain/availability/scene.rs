//! One attempt at a search: everybody's constraints as sets of starts.

use super::{
    bits::Bits,
    grid::Grid,
    offsets::{Clocks, Offsets},
    people::{Busy, Calendar, Firmness, Need, Person, Window, WindowTime, Working},
    query::{Audience, Hours, Period, Query, Quota, Selling, Unit, affordable},
    rota::{Rota, Rotas, assumed, leaving},
};
use crate::domain::time::Interval;

/// What can keep a time from being offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Constraint {
    /// Engagements with what is kept free around the meeting.
    Busy,
    /// Working hours and days off.
    Working,
    /// A hard window without meetings.
    Window,
    /// A limit on load.
    Limit,
    /// Protected selling time.
    Selling,
    /// An unknown calendar or unknown hours, on a page open to everybody.
    Unknown,
    /// The notice to be given.
    Notice,
    /// The span of the organizer's day that was asked for.
    Within,
}

impl Constraint {
    /// Those that a person brings.
    pub(super) const OF_PERSON: [Self; 6] =
        [Self::Busy, Self::Working, Self::Window, Self::Limit, Self::Selling, Self::Unknown];
    /// Those of the meeting itself.
    pub(super) const OF_MEETING: [Self; 3] = [Self::Limit, Self::Notice, Self::Within];
}

/// A query as it is tried: as asked, or with one thing relaxed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempt {
    pub(super) horizon: Interval,
    pub(super) minutes: u32,
    pub(super) hours: Hours,
    pub(super) selling: Selling,
    /// The place of a person who is taken as optional.
    pub(super) without: Option<usize>,
}

impl Attempt {
    pub(super) fn of(query: &Query, people: &[Person]) -> Self {
        let horizon = affordable(query.horizon, people.len());
        Self { horizon, minutes: query.minutes, hours: query.hours, selling: query.selling, without: None }
    }
}

/// A person with clock, rota and limits found.
#[derive(Debug)]
pub(super) struct Seat<'a> {
    pub(super) person: &'a Person,
    pub(super) need: Need,
    /// The starts, as this person comes and leaves.
    pub(super) grid: Grid,
    clock: usize,
    rota: Option<usize>,
    /// Whether zone and hours are known, not assumed.
    pub(super) hours_known: bool,
    pub(super) quotas: Vec<&'a Quota>,
}

/// Everything a search reads.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) query: &'a Query,
    pub(super) attempt: Attempt,
    pub(super) grid: Grid,
    pub(super) seats: Vec<Seat<'a>>,
    clocks: Clocks<'a>,
    rotas: Rotas<'a>,
}

/// The working time taken for granted where it is unknown, to be kept as long as scenes are made.
pub(super) struct Assumed(Working);

impl Assumed {
    pub(super) fn new() -> Self {
        Self(assumed())
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(query: &'a Query, people: &'a [Person], assumed: &'a Assumed, attempt: Attempt) -> Self {
        let grid = Grid::new(attempt.horizon, attempt.minutes, query);
        let mut scene = Self {
            query,
            attempt,
            grid,
            seats: Vec::with_capacity(people.len()),
            clocks: Clocks::new(&query.zone, grid.origin(), grid.end()),
            rotas: Rotas::default(),
        };
        people.iter().enumerate().for_each(|(place, person)| scene.seat(place, person, assumed));
        scene.hand_out_quotas();
        scene
    }

    fn seat(&mut self, place: usize, person: &'a Person, assumed: &'a Assumed) {
        let clock = person.zone.as_ref().map_or(0, |zone| self.clocks.number(zone));
        let working = person.working.as_ref().unwrap_or(&assumed.0);
        let offsets = self.clocks.offsets(clock);
        let grid = person.stay.map_or(self.grid, |stay| self.grid.for_stay(stay));
        let rota = person.zone.as_ref().map(|zone| self.rotas.number((&grid, person.stay), offsets, (zone, working)));
        let need = if self.attempt.without == Some(place) { Need::Optional } else { person.need };
        let hours_known = person.known_working().is_some();
        self.seats.push(Seat { person, need, grid, clock, rota, hours_known, quotas: Vec::new() });
    }

    fn hand_out_quotas(&mut self) {
        if self.query.quotas.is_empty() {
            return;
        }
        let mut places: Vec<_> = self.seats.iter().enumerate().map(|(place, seat)| (seat.person.who, place)).collect();
        places.sort_unstable();
        for quota in &self.query.quotas {
            let Some(who) = quota.who else { continue };
            let first = places.partition_point(|(other, _)| *other < who);
            for (_, place) in places.iter().skip(first).take_while(|(other, _)| *other == who) {
                self.seats.get_mut(*place).into_iter().for_each(|seat| seat.quotas.push(quota));
            }
        }
    }

    pub(super) fn organizer(&self) -> &Offsets {
        self.clocks.offsets(0)
    }

    pub(super) fn clock(&self, seat: &Seat) -> &Offsets {
        self.clocks.offsets(seat.clock)
    }

    /// The working time of a person with a zone, assumed where it is unknown.
    pub(super) fn rota(&self, seat: &Seat) -> Option<&Rota> {
        seat.rota.and_then(|number| self.rotas.get(number))
    }

    /// The limits of the meeting as a whole.
    pub(super) fn meeting_quotas(&self) -> impl Iterator<Item = &'a Quota> {
        self.query.quotas.iter().filter(|quota| quota.who.is_none())
    }

    /// Takes in the starts that one constraint of a person rules out.
    pub(super) fn rule_out(&self, seat: &Seat, constraint: Constraint, starts: &mut Bits) {
        match constraint {
            Constraint::Busy => Self::engagements(seat, Firmness::Firm, starts),
            Constraint::Working => self.leaving_work(seat, starts),
            Constraint::Window => self.windows(seat, true, starts),
            Constraint::Limit => seat.quotas.iter().for_each(|quota| self.over((quota, Some(seat)), starts)),
            Constraint::Selling if self.attempt.selling == Selling::Keep => self.selling(seat, starts),
            Constraint::Unknown if self.unfit_for_public(seat) => starts.fill(0, i64::MAX),
            _ => {}
        }
    }

    /// Takes in the starts that one constraint of the meeting itself rules out.
    pub(super) fn rule_out_for_all(&self, constraint: Constraint, starts: &mut Bits) {
        match constraint {
            Constraint::Limit => self.meeting_quotas().for_each(|quota| self.over((quota, None), starts)),
            Constraint::Notice => {
                if let Some(early) =
                    Interval::new(self.attempt.horizon.start() - chrono::TimeDelta::hours(1), self.query.notice)
                {
                    self.grid.within(starts, &early);
                }
            }
            Constraint::Within => {
                if let Some(span) = self.query.within {
                    starts.add(&leaving(&self.grid, self.organizer(), span));
                }
            }
            _ => {}
        }
    }

    /// Takes in the starts at which somebody has engagements so sure.
    pub(super) fn engagements(seat: &Seat, firmness: Firmness, starts: &mut Bits) {
        for Busy { span, .. } in seat.person.busy.iter().filter(|busy| busy.firmness == firmness) {
            seat.grid.crowding(starts, span);
        }
    }

    fn leaving_work(&self, seat: &Seat, starts: &mut Bits) {
        let Some(rota) = self.rota(seat).filter(|_| seat.hours_known) else { return };
        let strict = seat.need == Need::Required && self.attempt.hours == Hours::Keep;
        starts.add(if strict { &rota.outside } else { &rota.beyond });
    }

    /// Takes in the starts of meetings that touch somebody's selling time.
    pub(super) fn selling(&self, seat: &Seat, starts: &mut Bits) {
        let clock = self.clock(seat);
        for weekly in &seat.person.selling {
            clock.each_week(*weekly, |from, to| seat.grid.touching(starts, from, to));
        }
    }

    /// Takes in the starts of meetings that touch somebody's hard or soft windows.
    pub(super) fn windows(&self, seat: &Seat, hard: bool, starts: &mut Bits) {
        for window in seat.person.windows.iter().filter(|window| window.hard == hard) {
            self.each_window(seat, window, |from, to| seat.grid.touching(starts, from, to));
        }
    }

    /// Visits every span of a window.
    pub(super) fn each_window(&self, seat: &Seat, window: &Window, visit: impl FnMut(i64, i64)) {
        match window.time {
            WindowTime::Weekly(weekly) => self.clock(seat).each_week(weekly, visit),
            WindowTime::Days { first, last } => self.clock(seat).each_range(first, last, visit),
        }
    }

    fn unfit_for_public(&self, seat: &Seat) -> bool {
        let unknown = seat.person.calendar == Calendar::Unknown || !seat.hours_known;
        self.query.audience == Audience::Public && unknown
    }

    /// By what starts are told: somebody's part counts in the period in which it begins, not the meeting.
    fn grid_of<'s>(&'s self, seat: Option<&'s Seat>) -> &'s Grid {
        seat.map_or(&self.grid, |seat| &seat.grid)
    }

    /// What the meeting adds to a limit: of somebody, or of itself.
    pub(super) fn load(&self, unit: Unit, seat: Option<&Seat>) -> u32 {
        match unit {
            Unit::Minutes => seat.and_then(|seat| seat.person.stay).map_or(self.attempt.minutes, |stay| stay.minutes),
            Unit::Meetings => 1,
        }
    }

    /// Takes in the starts at which a hard limit would be passed, or cannot be judged.
    fn over(&self, (quota, seat): (&Quota, Option<&Seat>), starts: &mut Bits) {
        if !quota.hard {
            return;
        }
        let (load, grid) = (self.load(quota.unit, seat), self.grid_of(seat));
        let mut judged = i64::MIN;
        each_run(
            quota,
            |period| period.used.saturating_add(load) <= period.most,
            |span| {
                let (from, to) = grid.starts(&span);
                starts.fill(judged, from);
                judged = to;
            },
        );
        starts.fill(judged, i64::MAX);
    }

    /// Takes in the starts that come near a limit, or pass a soft one.
    pub(super) fn near(&self, (quota, seat): (&Quota, Option<&Seat>), starts: &mut Bits) {
        let (load, grid) = (self.load(quota.unit, seat), self.grid_of(seat));
        each_run(
            quota,
            |period| nearly_used(period.used.saturating_add(load), period.most),
            |span| {
                grid.within(starts, &span);
            },
        );
    }
}

/// Visits the periods of which something holds, those that follow each other in one piece.
fn each_run(quota: &Quota, holds: impl Fn(&Period) -> bool, mut visit: impl FnMut(Interval)) {
    let mut run: Option<Interval> = None;
    for Period { span, .. } in quota.periods().iter().filter(|period| holds(period)) {
        let joined = run.filter(|run| run.end() == span.start()).and_then(|run| Interval::new(run.start(), span.end()));
        if joined.is_none() {
            run.into_iter().for_each(&mut visit);
        }
        run = joined.or(Some(*span));
    }
    run.into_iter().for_each(visit);
}

/// Whether more than four fifths of a limit are used.
pub(super) fn nearly_used(used: u32, most: u32) -> bool {
    u64::from(used) * 5 > u64::from(most) * 4
}
