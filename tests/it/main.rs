//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod architecture;
mod browser_harness;
mod calendar;
mod feeds;
mod letters;
mod mailbox;
mod meetings_list;
mod outbox;
mod plans;
mod schema;
mod server;
mod sessions;
mod smtp;
mod support;
mod telling;
mod week;
