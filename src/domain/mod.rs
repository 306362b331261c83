//! The rules: pure, without I/O, clock, randomness or async.

pub mod agenda;
pub mod email;
pub mod ids;
pub mod language;
pub mod meeting;
pub mod person;
pub(crate) mod terms;
pub mod text;
pub mod time;
pub mod when;
