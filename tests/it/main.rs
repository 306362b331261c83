//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod access;
mod answers;
mod architecture;
mod audit;
mod browser_harness;
mod cancellations;
mod doors;
mod letters;
mod mailbox;
mod meeting;
mod moves;
mod outbox;
mod people;
mod plans;
mod schema;
mod server;
mod sessions;
mod settings;
mod setup;
mod smtp;
mod storms;
mod support;
mod teams;
mod telling;
