//! Recurring series (RFC 5545 §3.3.10 and §3.8.5): rules, single dates added and taken out, and what they mean as
//! instants within a window.
//!
//! Days are counted on the calendar and turned into instants at the end, so a series keeps its wall time over changes of
//! the clocks. Everything is bounded: a series that would need more [`Work`] than it is given is an error, never a
//! shorter list.

mod builder;
mod days;
mod offsets;
mod parse;
mod rule;
mod series;

pub use builder::RuleBuilder;
pub use offsets::Offsets;
pub use parse::MAX_RULE_TEXT;
pub use rule::{DayOfPeriod, End, Frequency, Part, Rule, RuleError, Until};
pub use series::{MOST_OCCURRENCES, Series, Unevaluable, Work};

#[cfg(test)]
mod tests;
