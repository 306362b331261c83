//! What is asked of the search, and how much of it is answered.

use chrono::{DateTime, TimeDelta, Utc};

use super::people::Person;
use crate::domain::{
    hours::DaySpan,
    ids::SubjectId,
    time::{Interval, Zone},
};

/// Days that can be searched for colleagues.
pub const MOST_DAYS: i64 = 190;
/// Days that can be searched for a page open to everybody.
pub const MOST_PUBLIC_DAYS: i64 = 62;
/// People in one search.
pub const MOST_PEOPLE: usize = 400;
/// Engagements, windows, selling blocks and periods of limits in one search, all people together.
pub const MOST_FACTS: usize = 250_000;
/// People times days of one search. A longer horizon is cut, and the answer says where.
pub const MOST_PERSON_DAYS: i64 = 12_800;
/// Times in one answer.
pub const MOST_SLOTS: usize = 50;

/// Who reads the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Colleagues who plan: unknown calendars are a remark.
    Colleagues,
    /// A booking page: who is unknown is not offered.
    Public,
}

/// What working hours mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// Required people meet inside their hours only.
    Keep,
    /// On ordinary working days anything between [`EARLY`] and [`LATE`] will do; inside everyone's hours comes first.
    Stretch,
}

/// Minute after midnight ahead of which hours are never stretched.
pub const EARLY: u16 = 6 * 60;
/// Minute after midnight behind which hours are never stretched.
pub const LATE: u16 = 22 * 60;

/// What protected selling time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selling {
    /// It is never cut.
    Keep,
    /// Times that cut it come after those that do not.
    Prefer,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Minutes of meetings.
    Minutes,
    /// Meetings.
    Meetings,
}

/// What is used of a limit in one of its periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The period: a day, week or month of the limit's zone.
    pub span: Interval,
    /// Used already.
    pub used: u32,
    /// The limit.
    pub most: u32,
}

/// A limit on load as plain data. A meeting belongs to the period in which it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// Whose load; `None` is the meeting's as a whole, such as a team's or a customer's.
    pub who: Option<SubjectId>,
    /// Minutes or meetings.
    pub unit: Unit,
    /// A hard limit is never passed, and where it has no period nothing is offered; a soft one is a remark.
    pub hard: bool,
    periods: Vec<Period>,
}

impl Quota {
    /// A limit with the periods that touch the horizon, in any order; `None` where two of them overlap.
    #[must_use]
    pub fn new(who: Option<SubjectId>, unit: Unit, hard: bool, mut periods: Vec<Period>) -> Option<Self> {
        periods.sort_unstable_by_key(|period| period.span);
        let apart = periods.windows(2).all(|pair| matches!(pair, [a, b] if a.span.end() <= b.span.start()));
        apart.then_some(Self { who, unit, hard, periods })
    }

    /// The periods in order of time.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }
}

/// A search for times.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// No start ahead of it and no end behind it.
    pub horizon: Interval,
    /// Engagements are known until here, and behind it as far as [`Self::after`] reaches; longer horizons are only tried
    /// up to this instant.
    pub known_until: DateTime<Utc>,
    /// Who cannot be left out.
    pub organizer: Option<SubjectId>,
    /// The organizer's zone: starts are times of its wall clock that happen exactly once.
    pub zone: Zone,
    /// Length, 1 to 1,440 minutes.
    pub minutes: u32,
    /// Step between starts counted from midnight, 5 to 60 minutes in fives.
    pub increment: u32,
    /// Minutes kept free of engagements ahead of the meeting, at most 240; they may lie outside working hours.
    pub before: u32,
    /// Minutes kept free of engagements behind it, at most 240.
    pub after: u32,
    /// No start ahead of this instant: now and the notice to be given.
    pub notice: DateTime<Utc>,
    /// The meeting lies inside this span of the organizer's day.
    pub within: Option<DaySpan>,
    /// Who reads the answer.
    pub audience: Audience,
    /// What working hours mean.
    pub hours: Hours,
    /// What selling time means.
    pub selling: Selling,
    /// Limits on load.
    pub quotas: Vec<Quota>,
    /// How many times to offer.
    pub wanted: usize,
}

/// A question that cannot be answered; each belongs to a field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadQuery {
    /// Length.
    #[error("a meeting takes 1 to 1,440 minutes")]
    Minutes,
    /// Step between starts.
    #[error("the step between starts is 5 to 60 minutes, in fives")]
    Increment,
    /// Time kept free around the meeting.
    #[error("at most 240 minutes are kept free on each side")]
    Buffer,
    /// Too many days.
    #[error("at most {0} days can be searched")]
    Horizon(i64),
    /// Nobody or too many.
    #[error("1 to {MOST_PEOPLE} people can be searched for")]
    People,
    /// More engagements and rules than one search may read.
    #[error("more than {MOST_FACTS} engagements and rules")]
    Facts,
    /// How many times to offer.
    #[error("1 to {MOST_SLOTS} times can be asked for")]
    Wanted,
}

impl Query {
    /// Whether the search may be done at all.
    pub fn check(&self, people: &[Person]) -> Result<(), BadQuery> {
        let ensure = |holds: bool, or: BadQuery| if holds { Ok(()) } else { Err(or) };
        let most_days = self.most_days();
        ensure((1..=1_440).contains(&self.minutes), BadQuery::Minutes)?;
        ensure((5..=60).contains(&self.increment) && self.increment.is_multiple_of(5), BadQuery::Increment)?;
        ensure(self.before <= 240 && self.after <= 240, BadQuery::Buffer)?;
        // An hour is added or lost where clocks change.
        let longest = TimeDelta::days(most_days) + TimeDelta::hours(2);
        ensure(self.horizon.end() - self.horizon.start() <= longest, BadQuery::Horizon(most_days))?;
        ensure((1..=MOST_PEOPLE).contains(&people.len()), BadQuery::People)?;
        ensure((1..=MOST_SLOTS).contains(&self.wanted), BadQuery::Wanted)?;
        let own = people.iter().map(|p| p.busy.len() + p.selling.len() + p.windows.len());
        let limits = self.quotas.iter().map(|quota| quota.periods.len());
        ensure(own.chain(limits).sum::<usize>() <= MOST_FACTS, BadQuery::Facts)
    }

    /// Days that can be searched for this audience.
    #[must_use]
    pub fn most_days(&self) -> i64 {
        match self.audience {
            Audience::Colleagues => MOST_DAYS,
            Audience::Public => MOST_PUBLIC_DAYS,
        }
    }
}

/// The part of a horizon that can be searched for so many people.
pub(super) fn affordable(horizon: Interval, people: usize) -> Interval {
    let days = MOST_PERSON_DAYS / i64::try_from(people.max(1)).unwrap_or(MOST_PERSON_DAYS);
    let end = horizon.start() + TimeDelta::days(days.max(1));
    Interval::new(horizon.start(), horizon.end().min(end)).unwrap_or(horizon)
}
