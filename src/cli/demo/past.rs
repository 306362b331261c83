//! What the demo company did in the weeks behind it: the same meetings again and again, with two full weeks among them.

use crate::domain::meeting::{Purpose as P, Stage as S};

/// How many weeks.
pub(super) const WEEKS: i64 = 10;

/// A meeting that came again.
pub(super) struct PastMeeting {
    pub(super) purpose: P,
    pub(super) stage: Option<S>,
    pub(super) title: &'static str,
    pub(super) organizer: &'static str,
    /// Weekday with Monday 0, and the time on the organizer's wall.
    pub(super) when: (i64, u32, u32),
    pub(super) minutes: i64,
    /// Colleagues, or customers' contacts.
    pub(super) guests: &'static [&'static str],
    /// Every so many weeks, and in which of them first.
    every: (i64, i64),
}

impl PastMeeting {
    /// Whether it was held in a week; the first one is 0.
    pub(super) const fn is_held_in(&self, week: i64) -> bool {
        week % self.every.0 == self.every.1
    }
}

const fn internal(
    (purpose, title, organizer): (P, &'static str, &'static str),
    (when, minutes): ((i64, u32, u32), i64),
    guests: &'static [&'static str],
    every: (i64, i64),
) -> PastMeeting {
    PastMeeting { purpose, stage: None, title, organizer, when, minutes, guests, every }
}

const fn customer(
    (stage, title, organizer): (S, &'static str, &'static str),
    (when, minutes): ((i64, u32, u32), i64),
    guests: &'static [&'static str],
    every: (i64, i64),
) -> PastMeeting {
    PastMeeting { purpose: P::Customer, stage: Some(stage), title, organizer, when, minutes, guests, every }
}

/// Everybody who sells.
const ALL: &[&str] = &["Ola Berg", "Sanna Koski", "Mikael Holm", "Ida Nyström", "Kari Nilsen", "Erik Sund"];

pub(super) const PAST: [PastMeeting; 16] = [
    internal((P::Targets, "Targets of the week", "Anna Lind"), ((0, 9, 0), 45), &["Ola Berg", "Sanna Koski"], (1, 0)),
    internal((P::Targets, "Ukens mål", "Ola Berg"), ((1, 9, 0), 30), &["Mikael Holm", "Erik Sund"], (1, 0)),
    internal(
        (P::Targets, "Viikon tavoitteet", "Sanna Koski"),
        ((1, 11, 0), 30),
        &["Ida Nyström", "Kari Nilsen"],
        (1, 0),
    ),
    internal((P::OneToOne, "Ida ja Sanna", "Sanna Koski"), ((4, 10, 0), 30), &["Ida Nyström"], (1, 0)),
    internal((P::OneToOne, "Mikael og Ola", "Ola Berg"), ((2, 14, 0), 30), &["Mikael Holm"], (2, 0)),
    internal(
        (P::Shortfall, "Mitä puuttuu ja miksi", "Sanna Koski"),
        ((2, 11, 0), 60),
        &["Ida Nyström", "Kari Nilsen"],
        (2, 1),
    ),
    internal((P::Challenges, "Hva står i veien", "Ola Berg"), ((3, 9, 0), 60), &["Mikael Holm", "Erik Sund"], (2, 1)),
    internal((P::ProductUpdate, "News from the product", "Anna Lind"), ((3, 11, 0), 45), ALL, (3, 1)),
    internal(
        (P::Recognition, "Takk for innsatsen", "Ola Berg"),
        ((4, 14, 30), 20),
        &["Mikael Holm", "Erik Sund"],
        (4, 2),
    ),
    internal(
        (P::Strategy, "Where growth comes from", "Anna Lind"),
        ((0, 13, 0), 240),
        &["Ola Berg", "Sanna Koski"],
        (5, 3),
    ),
    internal(
        (P::Strategy, "Budget, line by line", "Anna Lind"),
        ((4, 13, 0), 210),
        &["Ola Berg", "Sanna Koski"],
        (5, 3),
    ),
    customer((S::FirstContact, "Hos Bergvik", "Mikael Holm"), ((1, 13, 30), 60), &["Johan Bergvik"], (3, 0)),
    customer((S::Needs, "Behov hos Lövåsen", "Ida Nyström"), ((2, 13, 0), 45), &["Karin Lövgren"], (2, 0)),
    customer((S::Presentation, "Konepajan esittely", "Sanna Koski"), ((3, 14, 0), 60), &["Pekka Kallio"], (3, 2)),
    customer((S::Needs, "Hos Havnes", "Kari Nilsen"), ((3, 13, 0), 60), &["Ingrid Havnes"], (2, 0)),
    customer((S::Objections, "Questions from Northgate", "Anna Lind"), ((2, 10, 0), 45), &["Emma Clarke"], (4, 1)),
];
