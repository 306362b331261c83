//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod access;
mod answers;
mod approvals;
mod architecture;
mod audit;
mod browser_harness;
mod calendar;
mod cancellations;
mod doors;
mod drafts;
mod edit;
mod faults;
mod feeds;
mod hostile;
mod languages;
mod letters;
mod limits;
mod mailbox;
mod meeting;
mod meetings_list;
mod moves;
mod outbox;
mod people;
mod planner;
mod plans;
mod program;
mod replay;
mod schema;
mod secrets;
mod server;
mod sessions;
mod settings;
mod setup;
mod smtp;
mod storms;
mod support;
mod teams;
mod telling;
mod walks;
mod walls;
mod week;
