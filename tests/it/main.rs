//! Tests of whole parts of the program, in one binary.

#[cfg(test)]
mod smtp;
#[cfg(test)]
mod support;
mod server;
//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod architecture;
mod browser_harness;
mod support;
