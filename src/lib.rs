//! Sparsam plans sales meetings, sparingly.
//!
//! ARCHITECTURE.md has the map and the import rule; `tests/it/architecture.rs` guards it.

pub mod app;
pub mod calendars;
pub mod cli;
pub mod config;
pub mod domain;
mod i18n;
pub mod identity;
pub mod mail;
pub mod store;
mod telemetry;
pub mod web;
pub mod worker;
