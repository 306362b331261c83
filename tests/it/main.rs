//! The integration tests: one binary, so that they link once.

mod browser_harness;
#[cfg(test)] // lets clippy see that unwrap is a test's
mod support;
