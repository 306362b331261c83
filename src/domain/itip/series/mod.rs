//! Series as calendars are told of them: one object with all dates, or with the one that is off.
//!
//! A series is the set of its dates. [`facts`] holds them, [`plan`] compares what one recipient knows with what is true,
//! [`compose`] writes the object: a master that repeats by the rule, exceptions for dates that differ, EXDATE for those
//! that the recipient does not have.

pub mod compose;
pub mod facts;
mod outline;
pub mod plan;

#[cfg(test)]
mod tests;
