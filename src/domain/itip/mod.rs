//! Calendar objects that leave: invitations (iTIP, RFC 5546) and subscriptions (RFC 5545, RFC 7986).
//!
//! [`plan`] decides what one recipient must be told, [`compose`] writes the object that says it, [`feed`] writes
//! subscriptions and single files, and [`lint`] judges every finished text before it leaves. `icalendar` holds the
//! properties; the bytes are written by [`wire`], because the crate's own writer invents UID and DTSTAMP, cannot write
//! a VTIMEZONE and folds in quadratic time.

pub mod compose;
mod event;
pub mod feed;
pub mod lint;
pub mod plan;
pub mod series;
pub mod vtimezone;
pub mod wire;

#[cfg(test)]
mod tests;

/// The program that wrote the object (RFC 5545 §3.7.3). Without a version, so that feeds keep their bytes over updates.
pub const PRODID: &str = "-//Sparsam//Sparsam//EN";
