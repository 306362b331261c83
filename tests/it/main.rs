//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod architecture;
mod audit;
mod browser_harness;
mod people;
mod schema;
mod server;
mod sessions;
mod settings;
mod smtp;
mod support;
mod teams;
mod telling;
