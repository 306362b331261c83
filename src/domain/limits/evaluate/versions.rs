//! Meetings of which there are two versions: as they stand, and as they are to be once somebody has allowed the change.
//! They will be one or the other, never both.

use std::collections::HashMap;

use crate::domain::{ids::MeetingId, limits::facts::Load};

/// What meetings come to, each as the larger of its versions.
pub(super) fn sum<'a>(loads: impl Iterator<Item = &'a Load> + Clone, amount: impl Fn(&Load) -> u64) -> u64 {
    let mut changing: HashMap<MeetingId, (u64, u64)> = HashMap::new();
    for load in loads.clone().filter(|l| l.held) {
        changing.entry(load.meeting).or_default().1 += amount(load);
    }
    if changing.is_empty() {
        return loads.map(amount).sum();
    }
    let mut total = 0;
    for load in loads.filter(|l| !l.held) {
        match changing.get_mut(&load.meeting) {
            Some((standing, _)) => *standing += amount(load),
            None => total += amount(load),
        }
    }
    total + changing.into_values().map(|(standing, held)| standing.max(held)).sum::<u64>()
}

/// Where either version of a meeting lies, for all that have two in sight.
pub(super) fn pairs<'a, P: Copy>(
    loads: impl Iterator<Item = &'a Load> + Clone,
    place: impl Fn(&Load) -> Option<P>,
) -> Vec<(P, P)> {
    let held: HashMap<MeetingId, P> =
        loads.clone().filter(|l| l.held).filter_map(|l| Some((l.meeting, place(l)?))).collect();
    if held.is_empty() {
        return Vec::new();
    }
    loads.filter(|l| !l.held).filter_map(|l| Some((place(l)?, *held.get(&l.meeting)?))).collect()
}
