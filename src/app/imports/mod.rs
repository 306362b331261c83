//! Files of customers, contacts, opportunities and colleagues: taken in, looked at without changing anything, taken over row
//! by row beside the pages, and taken back.
//!
//! A file goes through in steps of a few hundred rows, each a transaction that holds the row of the file and moves it on. So
//! a step that breaks off has never been, any instance goes on from there, and stopping is waiting for a step to end. What
//! is found out and what is done come from the same code: a trial run is a run that writes nothing.

mod accounts;
mod batch;
mod contacts;
mod known;
mod opportunities;
mod people;
pub mod receive;
pub mod steer;
pub mod step;
mod undo;

use chrono::TimeDelta;

use super::{
    actor::Actor,
    error::{AppError, Result},
};
use crate::{domain::transfer::Kind, store::imports::Import};

/// How long what was taken over can be taken back.
pub const UNDO: TimeDelta = TimeDelta::hours(24);
/// Most files of one person that are not done with.
pub const MOST_OPEN: i64 = 10;

/// Proof that somebody may import files of a kind.
#[derive(Debug)]
pub struct MayImport(Kind);

impl Actor {
    /// May they import such a file? Colleagues are added by administrators, the rest by everybody who plans meetings; each
    /// row is held against what they may change.
    pub fn may_import(&self, kind: Kind) -> Result<MayImport> {
        match kind {
            Kind::People => self.may_administer().map(|_| MayImport(kind)),
            _ => self.may_plan().map(|_| MayImport(kind)),
        }
    }

    /// Whether a file is for their eyes: their own, and for administrators all.
    #[must_use]
    pub fn sees_import(&self, import: &Import) -> bool {
        import.person_id == self.id() || self.is_admin()
    }

    pub(super) fn own_import(&self, import: Option<Import>) -> Result<Import> {
        import.filter(|import| self.sees_import(import)).ok_or(AppError::NotFound)
    }
}
