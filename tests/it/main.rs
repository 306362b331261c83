//! The integration tests: one binary, so that they link once.

// It always is; said so that clippy takes every unwrap in here for a test's.
#![cfg(test)]

mod access;
mod addresses;
mod answers;
mod approvals;
mod architecture;
mod audit;
mod browser_harness;
mod calendar;
mod calendar_fetch;
mod cancellations;
mod daily_mails;
mod doors;
mod drafts;
mod edit;
mod faults;
mod feed_tags;
mod feeds;
mod hostile;
mod languages;
mod letters;
mod limit_pages;
mod limit_races;
mod limits;
mod load;
mod mailbox;
mod meeting;
mod meetings_list;
mod moves;
mod outbox;
mod outside;
mod own_time;
mod panel;
mod people;
mod planner;
mod plans;
mod program;
mod races;
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
mod upgrades;
mod walks;
mod walls;
mod week;
