//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod architecture;
mod browser_harness;
mod drafts;
mod edit;
mod letters;
mod mailbox;
mod outbox;
mod planner;
mod plans;
mod schema;
mod server;
mod sessions;
mod smtp;
mod support;
mod telling;
