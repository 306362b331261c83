//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod access;
mod answers;
mod architecture;
mod browser_harness;
mod cancellations;
mod doors;
mod letters;
mod mailbox;
mod meeting;
mod moves;
mod outbox;
mod plans;
mod schema;
mod server;
mod sessions;
mod setup;
mod smtp;
mod audit;
mod people;
mod settings;
mod teams;
mod support;
mod telling;
