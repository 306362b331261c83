//! Series of meetings: the rule that gives their dates, what becomes of dates on holidays and of times that do not exist,
//! and what an edit of several dates does to each of them.
//!
//! A series is the set of its dates; each is a meeting of its own. The rule only says which dates there are, so that
//! calendars can be told in one line what would otherwise be fifty.

pub mod dates;
pub mod patch;
pub mod review;
pub mod rule;

#[cfg(test)]
mod tests;
