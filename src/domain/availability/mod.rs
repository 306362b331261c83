//! Finding a time: free and busy, search, ranking, reasons, and what binds when nothing fits.
//!
//! [`find`] takes a [`Query`] and the [`Person`]s as plain data and gives a few [`Slot`]s with their [`Reason`]s;
//! [`advise`] says what to relax when they are too few. Every constraint is turned into the set of starts it rules
//! out, one bit for each five minutes of UTC; the rest is set algebra. Zones are looked up once per search, wall
//! clocks are followed change by change, and calendars are never asked about single slots. Order of files:
//! `offsets` and `grid` (time), `rota` (working time), `scene` (constraints), `planes` (all of them together),
//! `pick` and `reasons` (what is offered), `advice`.

mod advice;
mod bits;
mod grid;
mod offsets;
mod people;
mod pick;
mod planes;
mod query;
mod reasons;
mod rota;
mod scene;
mod search;
mod slot;
mod tally;
#[cfg(test)]
mod tests;

pub use advice::{Advice, Binding, Change, MOST_BINDING, Relaxation, advise};
pub use people::{Busy, Calendar, Firmness, Holiday, Need, Person, Weekly, Window, WindowTime, Working};
pub use query::{
    Audience, BadQuery, EARLY, Hours, LATE, MOST_DAYS, MOST_FACTS, MOST_PEOPLE, MOST_PERSON_DAYS, MOST_PUBLIC_DAYS,
    MOST_SLOTS, Period, Query, Quota, Selling, Unit,
};
pub use scene::Constraint;
pub use search::{Found, MOST_QUESTIONS, find};
pub use slot::{Edge, Judge, Reason, Slot, Verdict};
