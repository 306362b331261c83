//! How often a customer is met: too often and too seldom on one scale.
//!
//! A *target* says after how many days without a meeting the next one is due. *Caps* are the limits that count meetings with a
//! customer within some days on end. Both look at the same meetings, so a due date never lies ahead of the first day that the
//! caps leave.

use chrono::{Days, NaiveDate};

use super::terms::terms;

/// The targets that can be chosen, in days. A closed list, because a database finds what is overdue by comparing moments.
pub const TARGETS: [u32; 10] = [7, 14, 21, 30, 45, 60, 90, 120, 180, 365];

/// How far ahead the first allowed day is looked for.
const HORIZON: u32 = 400;

terms! {
    /// Where a customer stands on the scale.
    Standing {
        /// More meetings than a limit allows.
        TooOften = "too_often",
        /// Nothing to do.
        Fine = "fine",
        /// The next meeting is due within some days, and none is planned.
        DueSoon = "due_soon",
        /// The next meeting should have been, and none is planned.
        Overdue = "overdue",
    }
}

/// At most `most` meetings within any `days` days on end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap {
    /// Most meetings.
    pub most: u32,
    /// Days on end.
    pub days: u32,
}

/// What decides about one customer or contact. Days are in the zone of the firm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Today.
    pub today: NaiveDate,
    /// Days of the target; `None` where nobody set one.
    pub target: Option<u32>,
    /// Since when they are known: counts as a meeting where there was none.
    pub known_since: NaiveDate,
    /// The last meeting before now, however long ago.
    pub last: Option<NaiveDate>,
    /// The next one that is planned.
    pub next: Option<NaiveDate>,
    /// What caps count: a contact's own meetings, and those with the whole customer.
    pub counted: Vec<Counted>,
}

/// Meetings that caps count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counted {
    /// Days of all meetings, past and planned, as far as caps look; in any order, one entry for each meeting.
    pub met: Vec<NaiveDate>,
    /// The limits that hold.
    pub caps: Vec<Cap>,
}

impl Facts {
    fn caps(&self) -> impl Iterator<Item = (&[NaiveDate], Cap)> {
        self.counted.iter().flat_map(|counted| counted.caps.iter().map(|cap| (counted.met.as_slice(), *cap)))
    }
}

/// Where somebody stands, and what that means for the next meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    /// On the scale.
    pub standing: Standing,
    /// When the next meeting is due by the target; `None` without a target.
    pub due: Option<NaiveDate>,
    /// The first day from today on that the caps leave; `None` when there is none within a year.
    pub earliest: Option<NaiveDate>,
}

impl Rhythm {
    /// The day to propose for the next meeting: when it is due, but neither past nor ahead of what the caps leave.
    #[must_use]
    pub fn suggested(&self, today: NaiveDate) -> Option<NaiveDate> {
        let due = self.due?.max(today);
        self.earliest.map(|earliest| earliest.max(due))
    }
}

/// How many days ahead something counts as due soon: a quarter of the target, from two days to two weeks.
#[must_use]
pub fn soon(target: u32) -> u32 {
    (target / 4).clamp(2, 14)
}

/// What caps leave of the days from today on, worked out once for all whom they concern. The default leaves all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Room {
    passed: bool,
    /// For each day from today on, whether it is taken.
    taken: Vec<bool>,
}

impl Room {
    /// What these caps leave from `today` on.
    #[must_use]
    pub fn of(counted: &Counted, today: NaiveDate) -> Self {
        let (met, caps) = (counted.met.as_slice(), counted.caps.as_slice());
        let days = (0..HORIZON).map_while(|ahead| today.checked_add_days(Days::new(u64::from(ahead))));
        Self {
            passed: caps.iter().any(|cap| is_passed(met, *cap, today)),
            taken: days.map(|day| !caps.iter().all(|cap| leaves(met, *cap, day))).collect(),
        }
    }
}

/// Places somebody on the scale.
#[must_use]
pub fn rhythm(facts: &Facts) -> Rhythm {
    rhythm_within(facts, &Room::default())
}

/// As [`rhythm`] for one of several whom the same caps concern, too; `room` is what those leave from the same day on.
#[must_use]
pub fn rhythm_within(facts: &Facts, room: &Room) -> Rhythm {
    let due = facts
        .target
        .and_then(|days| facts.last.unwrap_or(facts.known_since).checked_add_days(Days::new(u64::from(days))));
    let left = due.map(|due| (due - facts.today).num_days());
    let standing = match (left, facts.target) {
        _ if room.passed || facts.caps().any(|(met, cap)| is_passed(met, cap, facts.today)) => Standing::TooOften,
        _ if facts.next.is_some() => Standing::Fine,
        (Some(left), _) if left < 0 => Standing::Overdue,
        (Some(left), Some(target)) if left <= i64::from(soon(target)) => Standing::DueSoon,
        _ => Standing::Fine,
    };
    Rhythm { standing, due, earliest: earliest(facts, room) }
}

/// Whether some days on end that hold today, or lie ahead, have more meetings than the cap allows.
fn is_passed(met: &[NaiveDate], cap: Cap, today: NaiveDate) -> bool {
    let last = |first: NaiveDate| first.checked_add_days(Days::new(u64::from(cap.days.saturating_sub(1))));
    met.iter().filter_map(|first| Some((*first, last(*first)?))).any(|(first, last)| {
        let within = met.iter().filter(|day| (first..=last).contains(day)).count();
        last >= today && u32::try_from(within).unwrap_or(u32::MAX) > cap.most
    })
}

fn earliest(facts: &Facts, room: &Room) -> Option<NaiveDate> {
    let days = (0..HORIZON).map_while(|ahead| facts.today.checked_add_days(Days::new(u64::from(ahead))));
    let taken = room.taken.iter().copied().chain(std::iter::repeat(false));
    let mut free = days.zip(taken).filter(|(_, taken)| !taken).map(|(day, _)| day);
    free.find(|day| facts.caps().all(|(met, cap)| leaves(met, cap, *day)))
}

/// Whether one more meeting on this day keeps the cap: windows that hold it begin up to `days - 1` days before it. Only
/// those that begin with a meeting, or with the day itself, can be the fullest.
fn leaves(met: &[NaiveDate], cap: Cap, day: NaiveDate) -> bool {
    let span = i64::from(cap.days);
    let mut starts = met.iter().copied().filter(|first| (0..span).contains(&(day - *first).num_days())).chain([day]);
    starts.all(|first| {
        let within = met.iter().filter(|other| (0..span).contains(&(**other - first).num_days())).count();
        u32::try_from(within).unwrap_or(u32::MAX) < cap.most
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + chrono::TimeDelta::days(number)
    }

    fn facts(target: Option<u32>, met: &[i64]) -> Facts {
        Facts {
            today: day(0),
            target,
            known_since: day(-100),
            last: met.iter().copied().filter(|d| *d <= 0).max().map(day),
            next: met.iter().copied().filter(|d| *d > 0).min().map(day),
            counted: Vec::new(),
        }
    }

    fn counted(met: &[i64], caps: &[Cap]) -> Vec<Counted> {
        vec![Counted { met: met.iter().map(|d| day(*d)).collect(), caps: caps.to_vec() }]
    }

    #[test]
    fn caps_of_all_count_the_same_once_or_for_each() {
        let (whole, own) =
            (counted(&[-3, 2, 9], &[Cap { most: 2, days: 10 }]), counted(&[-3], &[Cap { most: 1, days: 7 }]));
        let each = rhythm(&Facts { counted: [own.clone(), whole.clone()].concat(), ..facts(Some(30), &[-3]) });
        let room = Room::of(&whole[0], day(0));
        assert_eq!(rhythm_within(&Facts { counted: own, ..facts(Some(30), &[-3]) }, &room), each);
    }

    /// Target, days of meetings, caps; where that stands, and the day the next one is due.
    type Case<'a> = (Option<u32>, &'a [i64], &'a [Cap], Standing, Option<i64>);

    #[test]
    fn the_scale_goes_from_too_often_to_overdue() {
        let cap = Cap { most: 2, days: 30 };
        let cases: [Case<'_>; 11] = [
            (None, &[], &[], Standing::Fine, None),
            (Some(30), &[], &[], Standing::Overdue, Some(-70)),
            (Some(30), &[-31], &[], Standing::Overdue, Some(-1)),
            (Some(30), &[-30], &[], Standing::DueSoon, Some(0)),
            (Some(30), &[-23], &[], Standing::DueSoon, Some(7)),
            (Some(30), &[-22], &[], Standing::Fine, Some(8)),
            (Some(30), &[-50, 3], &[], Standing::Fine, Some(-20)),
            (Some(7), &[-3, -5], &[cap], Standing::Fine, Some(4)),
            (Some(7), &[-3, -5, -6], &[cap], Standing::TooOften, Some(4)),
            (None, &[-3, 5, 6], &[cap], Standing::TooOften, None),
            // Long past, however often.
            (None, &[-80, -81, -82], &[cap], Standing::Fine, None),
        ];
        for (target, met, caps, standing, due) in cases {
            let rhythm = rhythm(&Facts { counted: counted(met, caps), ..facts(target, met) });
            assert_eq!((rhythm.standing, rhythm.due), (standing, due.map(day)), "{target:?}, {met:?}");
        }
    }

    #[test]
    fn the_next_meeting_waits_for_the_caps() {
        let cases: [(&[i64], Cap, i64); 6] = [
            (&[], Cap { most: 1, days: 7 }, 0),
            (&[0], Cap { most: 1, days: 7 }, 7),
            (&[-6], Cap { most: 1, days: 7 }, 1),
            (&[-29, -2], Cap { most: 2, days: 30 }, 1),
            // What is planned ahead counts too: between them there is no room.
            (&[-5, 10], Cap { most: 1, days: 10 }, 20),
            (&[-5, 20], Cap { most: 1, days: 10 }, 5),
        ];
        for (met, cap, expected) in cases {
            let found = rhythm(&Facts { counted: counted(met, &[cap]), ..facts(Some(7), met) });
            assert_eq!(found.earliest, Some(day(expected)), "{met:?}, {cap:?}");
            assert!(found.suggested(day(0)) >= found.earliest);
        }
        let never = rhythm(&Facts { counted: counted(&[], &[Cap { most: 0, days: 7 }]), ..facts(Some(7), &[]) });
        assert_eq!((never.earliest, never.suggested(day(0))), (None, None));
    }

    proptest! {
        #[test]
        fn the_first_allowed_day_keeps_every_window(
            met in proptest::collection::vec(-60_i64..60, 0..12),
            most in 1_u32..4,
            days in prop_oneof![Just(7_u32), Just(30), Just(90)],
        ) {
            let found = rhythm(&Facts { counted: counted(&met, &[Cap { most, days }]), ..facts(None, &met) });
            let Some(earliest) = found.earliest else { return Ok(()) };
            // Every window by brute force.
            for first in -200..200_i64 {
                let within = |d: NaiveDate| (0..i64::from(days)).contains(&(d - day(first)).num_days());
                let count = met.iter().filter(|d| within(day(**d))).count();
                prop_assert!(!within(earliest) || count < most as usize, "window from {first}: {count}");
            }
        }
    }
}
