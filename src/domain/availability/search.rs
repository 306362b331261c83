//! The search for times.

use super::{
    people::Person,
    pick::{Bench, pick},
    planes::Planes,
    query::{BadQuery, Query},
    scene::{Assumed, Attempt, Scene},
    slot::{Judge, Slot},
};
use crate::domain::time::Interval;

/// Questions to the judge in one search.
pub const MOST_QUESTIONS: usize = 64;

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The times to offer, the best first.
    pub slots: Vec<Slot>,
    /// How many starts are possible, the judge not asked.
    pub possible: usize,
    /// What was searched: the horizon, cut where it is too long for so many people.
    pub searched: Interval,
}

/// Finds times that fit.
///
/// Everything known beforehand is in the query and the people; the judge is asked last, about the best times only and
/// at most [`MOST_QUESTIONS`] times. Equal input gives equal output.
pub fn find(query: &Query, people: &[Person], judge: &mut Judge) -> Result<Found, BadQuery> {
    query.check(people)?;
    let assumed = Assumed::new();
    let scene = Scene::new(query, people, &assumed, Attempt::of(query, people));
    let planes = Planes::of(&scene);
    let slots = pick(&scene, &planes, query.wanted, &mut Bench { judge, questions: MOST_QUESTIONS });
    Ok(Found { slots, possible: planes.possible.count(), searched: scene.attempt.horizon })
}
