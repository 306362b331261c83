//! The few slots that are offered out of all that are possible.

use std::collections::BTreeMap;

use super::{
    bits::Bits,
    planes::Planes,
    reasons,
    scene::Scene,
    slot::{Judge, Slot, Verdict},
};

/// Kinds of slots, from best to worst, that are looked at for one answer.
const MOST_TIERS: usize = 64;
/// Slots of one half-day that are offered as long as there are others.
const MOST_IN_A_HALF_DAY: u32 = 2;
const HALF_DAY: i64 = 43_200;

/// The judge with the number of questions it may still be asked.
pub(super) struct Bench<'j> {
    pub(super) judge: &'j mut Judge<'j>,
    pub(super) questions: usize,
}

/// How far apart slots are to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spread {
    /// One for each half-day.
    HalfDays,
    /// A few for each half-day, none overlapping another.
    Few,
    /// None overlapping another.
    Apart,
    /// Anything.
    Any,
}

/// Slots in order: by quality, then by time. Among equals those of different half-days come in first, and a better
/// slot is left out for a worse one only where its half-day has its share.
pub(super) fn pick(scene: &Scene, planes: &Planes, wanted: usize, bench: &mut Bench) -> Vec<Slot> {
    let mut picker =
        Picker { scene, planes, bench, wanted, picked: Vec::new(), strained: Vec::new(), halves: BTreeMap::new() };
    let mut left = planes.possible.clone();
    let mut tiers = Vec::new();
    while picker.goes_on() && tiers.len() < MOST_TIERS && !left.is_empty() {
        let mut tier = planes.best(&left);
        left.subtract(&tier);
        picker.sweep(tiers.len(), &mut tier, Spread::HalfDays);
        picker.sweep(tiers.len(), &mut tier, Spread::Few);
        tiers.push(tier);
    }
    for spread in [Spread::Apart, Spread::Any] {
        for (rank, tier) in tiers.iter_mut().enumerate() {
            picker.sweep(rank, tier, spread);
        }
    }
    picker.done()
}

struct Picked {
    rank: usize,
    start: usize,
    slot: Slot,
}

struct Picker<'p, 'a, 'j, 'b> {
    scene: &'p Scene<'a>,
    planes: &'p Planes,
    bench: &'b mut Bench<'j>,
    wanted: usize,
    picked: Vec<Picked>,
    strained: Vec<Picked>,
    /// Slots by half-days since 1970 on the organizer's clock.
    halves: BTreeMap<i64, u32>,
}

impl Picker<'_, '_, '_, '_> {
    fn goes_on(&self) -> bool {
        self.picked.len() < self.wanted && self.bench.questions > 0
    }

    /// Goes through the starts of a tier in order of time; what is asked about is taken out of it.
    fn sweep(&mut self, rank: usize, tier: &mut Bits, spread: Spread) {
        let mut next = tier.next(0);
        while let Some(start) = next.filter(|_| self.goes_on()) {
            let (half, following) = self.half_day(start);
            let used = self.halves.get(&half).copied().unwrap_or(0);
            let go_on_at = match spread {
                Spread::HalfDays if used > 0 => following,
                Spread::Few if used >= MOST_IN_A_HALF_DAY => following,
                Spread::Few | Spread::Apart if self.overlaps(start) => start + 1,
                _ => {
                    tier.remove(start);
                    self.ask(rank, start, half);
                    if spread == Spread::HalfDays { following } else { start + 1 }
                }
            };
            next = tier.next(go_on_at);
        }
    }

    fn ask(&mut self, rank: usize, start: usize, half: i64) {
        let Some(mut slot) = reasons::slot(self.scene, self.planes, start) else { return };
        self.bench.questions -= 1;
        match (self.bench.judge)(&slot) {
            Verdict::Fits => {
                *self.halves.entry(half).or_default() += 1;
                self.picked.push(Picked { rank, start, slot });
            }
            Verdict::Strained => {
                slot.strained = true;
                self.strained.push(Picked { rank, start, slot });
            }
            Verdict::Refused => {}
        }
    }

    fn overlaps(&self, start: usize) -> bool {
        self.picked.iter().any(|other| other.start.abs_diff(start) < self.scene.grid.cells())
    }

    /// The half-day of a start, and a start from which on the next one may begin.
    fn half_day(&self, start: usize) -> (i64, usize) {
        let at = self.scene.grid.instant(start);
        let stretch = self.scene.organizer().at(at);
        let half = (at + stretch.offset).div_euclid(HALF_DAY);
        let following = ((half + 1) * HALF_DAY - stretch.offset).min(stretch.to);
        (half, self.scene.grid.start_from(following).max(start + 1))
    }

    fn done(mut self) -> Vec<Slot> {
        self.picked.sort_unstable_by_key(|picked| (picked.rank, picked.start));
        self.strained.sort_unstable_by_key(|picked| (picked.rank, picked.start));
        self.picked.into_iter().chain(self.strained).map(|picked| picked.slot).take(self.wanted).collect()
    }
}
