//! Sparsam plans sales meetings, sparingly.
//!
//! ARCHITECTURE.md has the map and the import rule; `tests/it/architecture.rs` guards it.

pub mod config;
pub mod domain;
pub mod identity;
pub mod web;
