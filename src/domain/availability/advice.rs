//! What to do when too few times fit: which constraints bind, and what relaxing each would give.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    bits::Bits,
    people::{Need, Person},
    pick::{Bench, pick},
    planes::Planes,
    query::{BadQuery, Hours, Query, Selling, affordable},
    scene::{Assumed, Attempt, Constraint, Scene},
    search::Found,
    slot::{Judge, Slot},
    tally::Overlap,
};
use crate::domain::{ids::SubjectId, time::Interval};

/// Constraints that are named.
pub const MOST_BINDING: usize = 3;
/// People without whom the search is tried.
const MOST_LEFT_OUT: usize = 2;
/// Slots for each relaxation.
const SLOTS_EACH: usize = 3;
/// Questions to the judge for each relaxation.
const QUESTIONS_EACH: usize = 12;
/// Lengths to fall back to, in minutes.
const LENGTHS: [u32; 9] = [120, 90, 60, 50, 45, 30, 25, 20, 15];
/// Lengths that are tried.
const MOST_LENGTHS: usize = 3;

/// A constraint that keeps times from being offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Whose; `None` is the meeting's own.
    pub who: Option<SubjectId>,
    /// What it is.
    pub constraint: Constraint,
    /// Starts that nothing but this rules out.
    pub alone: usize,
    /// Starts that it rules out, others perhaps as well.
    pub removed: usize,
}

/// One thing to give way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A required person becomes optional.
    Without(SubjectId),
    /// The meeting takes so many minutes.
    Shorter(u32),
    /// Hours may be stretched.
    OutsideHours,
    /// Selling time may be cut.
    IntoSelling,
    /// The search goes on until here.
    Until(DateTime<Utc>),
}

/// What a change would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The change.
    pub change: Change,
    /// How many starts it adds, the judge not asked.
    pub adds: usize,
    /// The best of them, at most three and at least one.
    pub slots: Vec<Slot>,
}

/// The way out of an answer that is too short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What binds most, at most [`MOST_BINDING`].
    pub binding: Vec<Binding>,
    /// What helps, that which adds most first.
    pub relaxations: Vec<Relaxation>,
}

/// Says why not more was found, and what would help.
///
/// The work is that of at most a dozen searches. The judge is asked about the slots of every change.
pub fn advise(query: &Query, people: &[Person], found: &Found, judge: &mut Judge) -> Result<Advice, BadQuery> {
    query.check(people)?;
    let assumed = Assumed::new();
    let scene = Scene::new(query, people, &assumed, Attempt::of(query, people));
    let causes = Causes::of(&scene);
    let mut trial = Trial { query, people, assumed: &assumed, base: scene.attempt, judge, taken: causes.open.clone() };
    let mut relaxations: Vec<_> = causes
        .dispensable(&scene)
        .into_iter()
        .filter_map(|(place, who)| trial.attempt(Change::Without(who), Attempt { without: Some(place), ..trial.base }))
        .collect();
    relaxations.extend(trial.outside_hours());
    relaxations.extend(trial.cutting_selling());
    relaxations.extend(trial.longer());
    // A shorter meeting may also pass a judge who refused the longer one, so only what was offered is left out.
    trial.taken = offered(&scene, found);
    relaxations.extend(trial.shorter());
    relaxations.sort_by_key(|relaxation| Reverse(relaxation.adds));
    Ok(Advice { binding: causes.binding(), relaxations })
}

/// The starts each constraint rules out.
struct Causes {
    /// Place of the person, constraint, starts.
    sets: Vec<(Option<usize>, Option<SubjectId>, Constraint, Bits)>,
    /// Starts nothing rules out.
    open: Bits,
    /// Starts exactly one constraint rules out.
    by_one: Bits,
    /// Starts exactly one person rules out, and nothing else.
    by_one_person: Bits,
}

impl Causes {
    fn of(scene: &Scene) -> Self {
        let mut open = scene.grid.clock_starts(scene.organizer(), scene.query.increment);
        let all = open.clone();
        let (mut sets, mut constraints) = (Vec::new(), Overlap::new(scene.grid.size));
        let mut persons = Overlap::new(scene.grid.size);
        let mut keep = |place, who, constraint, mut set: Bits| {
            set.intersect(&all);
            open.subtract(&set);
            constraints.add(&set);
            if !set.is_empty() {
                sets.push((place, who, constraint, set));
            }
        };
        for constraint in Constraint::OF_MEETING {
            let mut set = Bits::none(scene.grid.size);
            scene.rule_out_for_all(constraint, &mut set);
            persons.add(&set);
            // Twice, so that no person seems to be the only cause.
            persons.add(&set);
            keep(None, None, constraint, set);
        }
        for (place, seat) in scene.seats.iter().enumerate().filter(|(_, seat)| seat.need == Need::Required) {
            let mut person = Bits::none(scene.grid.size);
            for constraint in Constraint::OF_PERSON {
                let mut set = Bits::none(scene.grid.size);
                scene.rule_out(seat, constraint, &mut set);
                person.add(&set);
                keep(Some(place), Some(seat.person.who), constraint, set);
            }
            persons.add(&person);
        }
        Self { by_one: constraints.exactly_once(), by_one_person: persons.exactly_once(), sets, open }
    }

    fn binding(&self) -> Vec<Binding> {
        let mut binding: Vec<_> = self
            .sets
            .iter()
            .map(|(_, who, constraint, set)| Binding {
                who: *who,
                constraint: *constraint,
                alone: set.shared(&self.by_one),
                removed: set.count(),
            })
            .collect();
        binding.sort_by_key(|binding| Reverse((binding.alone, binding.removed)));
        binding.truncate(MOST_BINDING);
        binding
    }

    /// The people without whom most is gained.
    fn dispensable(&self, scene: &Scene) -> Vec<(usize, SubjectId)> {
        let mut gains = Vec::new();
        for (place, seat) in scene.seats.iter().enumerate() {
            if scene.query.organizer == Some(seat.person.who) {
                continue;
            }
            let mut own = Bits::none(scene.grid.size);
            self.sets.iter().filter(|set| set.0 == Some(place)).for_each(|set| own.add(&set.3));
            let gain = own.shared(&self.by_one_person);
            if gain > 0 {
                gains.push((gain, place, seat.person.who));
            }
        }
        gains.sort_by_key(|(gain, ..)| Reverse(*gain));
        gains.into_iter().take(MOST_LEFT_OUT).map(|(_, place, who)| (place, who)).collect()
    }
}

fn offered(scene: &Scene, found: &Found) -> Bits {
    let mut offered = Bits::none(scene.grid.size);
    found.slots.iter().for_each(|slot| offered.insert(scene.grid.start_from(slot.span.start().timestamp())));
    offered
}

/// Tries changes one by one.
struct Trial<'a, 'j> {
    query: &'a Query,
    people: &'a [Person],
    assumed: &'a Assumed,
    base: Attempt,
    judge: &'j mut Judge<'j>,
    /// Starts that are no gain.
    taken: Bits,
}

impl Trial<'_, '_> {
    fn attempt(&mut self, change: Change, attempt: Attempt) -> Option<Relaxation> {
        let scene = Scene::new(self.query, self.people, self.assumed, attempt);
        let mut planes = Planes::of(&scene);
        planes.possible.subtract(&self.taken);
        let adds = planes.possible.count();
        let mut judge = |slot: &Slot| (self.judge)(slot);
        let slots = pick(&scene, &planes, SLOTS_EACH, &mut Bench { judge: &mut judge, questions: QUESTIONS_EACH });
        (!slots.is_empty()).then_some(Relaxation { change, adds, slots })
    }

    fn outside_hours(&mut self) -> Option<Relaxation> {
        let strict = self.base.hours == Hours::Keep;
        strict.then(|| self.attempt(Change::OutsideHours, Attempt { hours: Hours::Stretch, ..self.base }))?
    }

    fn cutting_selling(&mut self) -> Option<Relaxation> {
        let kept = self.base.selling == Selling::Keep;
        kept.then(|| self.attempt(Change::IntoSelling, Attempt { selling: Selling::Prefer, ..self.base }))?
    }

    /// Twice the horizon, as far as engagements are known and the search may go.
    fn longer(&mut self) -> Option<Relaxation> {
        let asked = self.query.horizon;
        let start = asked.start();
        let end = (asked.end() + (asked.end() - start))
            .min(self.query.known_until)
            .min(start + TimeDelta::days(self.query.most_days()));
        let horizon = affordable(Interval::new(start, end)?, self.people.len());
        let attempt = Attempt { horizon, ..self.base };
        (horizon.end() > self.base.horizon.end()).then(|| self.attempt(Change::Until(horizon.end()), attempt))?
    }

    /// The longest of the shorter lengths that gives something.
    fn shorter(&mut self) -> Option<Relaxation> {
        let asked = self.base.minutes;
        let lengths = LENGTHS.into_iter().filter(|minutes| *minutes < asked).take(MOST_LENGTHS);
        lengths.into_iter().find_map(|minutes| self.attempt(Change::Shorter(minutes), Attempt { minutes, ..self.base }))
    }
}
