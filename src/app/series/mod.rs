//! Commands on several dates of a series at once. One date alone is a meeting like any other; what others are told is
//! about the series all the same.

pub(super) mod address;
pub mod answer;
pub mod cancel;
pub mod change;
pub mod dates;
pub mod edit;
pub mod endless;
pub mod facts;
pub(super) mod feed;
pub mod forecast;
pub mod holidays;
pub(super) mod invite;
mod judging;
pub mod move_time;
pub mod record;
pub mod repeat;
pub mod review;
pub mod schedule;
pub(super) mod tell;
pub(super) mod undo;

/// Most people and dates taken together, for example 50 people in 60 dates.
pub const MAX_SEATS: usize = 3_000;
