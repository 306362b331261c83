//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod architecture;
mod browser_harness;
mod letters;
mod mailbox;
mod outbox;
mod plans;
mod program;
mod schema;
mod server;
mod sessions;
mod smtp;
mod support;
mod telling;
