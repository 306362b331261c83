//! Customers, the people there, and what they may buy. Everybody who is signed in sees them, because meetings with one
//! customer are counted over all sellers; changing them is up to whoever is responsible.

pub mod accounts;
pub mod contacts;
pub mod erasure;
pub mod opportunities;
pub mod rhythm;
pub mod undo_move;

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

/// Proof that somebody may erase the people of this seller's customer.
#[derive(Debug)]
pub struct MayErase(());

impl Actor {
    /// May they change a customer or opportunity of this seller? The seller, whoever leads them, and administrators do; what
    /// nobody is responsible for, everybody who plans meetings.
    pub fn may_keep(&self, owner: Option<PersonId>) -> Result<MayKeep> {
        let own = owner.is_none_or(|owner| owner == self.id() || self.leads(owner));
        if self.person.role != Role::Viewer && own { Ok(MayKeep(())) } else { Err(AppError::Denied) }
    }
    /// May they erase people of a customer of this seller, which calls off others' meetings and cannot be undone? The seller,
    /// whoever leads them, and administrators do; where nobody is responsible, administrators alone.
    pub fn may_erase(&self, owner: Option<PersonId>) -> Result<MayErase> {
        let own = self.is_admin() || owner.is_some_and(|owner| owner == self.id() || self.leads(owner));
        if self.person.role != Role::Viewer && own { Ok(MayErase(())) } else { Err(AppError::Denied) }
    }
}
