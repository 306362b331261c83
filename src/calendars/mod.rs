//! Fetching outside calendars: one request, to addresses that were judged, bounded in time and size.
//!
//! Somebody's calendar address is an invitation to ask any host at all, from inside our network. So the name is looked up
//! once, every address it has must be public or permitted, and the connection goes to those very addresses. Redirects are
//! told, not followed, and no proxy of the environment is used.

#![warn(missing_docs)]

mod body;
mod exchange;
mod fetch;
mod guard;
mod network;

pub use fetch::{FetchLimits, Fetched, Fetcher, NotFetched, Version};
pub use network::{Internet, Network, Pending};
