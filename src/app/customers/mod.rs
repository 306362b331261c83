//! Customers, the people there, and what they may buy. Everybody who is signed in sees them, because meetings with one
//! customer are counted over all sellers; changing them is up to whoever is responsible.

pub mod accounts;
pub mod contacts;
pub mod erasure;
pub mod opportunities;
pub mod rhythm;

use super::{
    actor::Actor,
    error::{AppError, Result},
};
use crate::domain::{ids::PersonId, person::Role};

/// Longest name of a customer, contact or opportunity, in characters.
pub const MAX_NAME: usize = 120;
/// Longest line such as a phone number or a next step.
pub const MAX_LINE: usize = 200;
/// Longest note.
pub const MAX_NOTES: usize = 4_000;

/// Proof that somebody may change what this seller is responsible for.
#[derive(Debug)]
pub struct MayKeep(());

impl Actor {
    /// May they change a customer or opportunity of this seller? The seller, whoever leads them, and administrators do; what
    /// nobody is responsible for, everybody who plans meetings.
    pub fn may_keep(&self, owner: Option<PersonId>) -> Result<MayKeep> {
        let own = owner.is_none_or(|owner| owner == self.id() || self.leads(owner));
        if self.person.role != Role::Viewer && own { Ok(MayKeep(())) } else { Err(AppError::Denied) }
    }
}
