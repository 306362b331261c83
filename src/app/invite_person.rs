//! Invite a colleague (stand-in until the accounts branch is merged).

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Result},
};
use crate::domain::{
    email::EmailAddress,
    ids::{PersonId, TeamId},
    person::Role,
};

/// Whom to invite as what.
#[derive(Debug, Clone)]
pub struct InvitePerson {
    /// Display name.
    pub name: String,
    /// Address.
    pub email: EmailAddress,
    /// What they may do.
    pub role: Role,
    /// Teams they join.
    pub teams: Vec<TeamId>,
}

/// Stand-in.
#[expect(clippy::unused_async, reason = "stand-in")]
pub async fn run(_app: &App, _actor: &Actor, _permit: &MayAdminister, _command: InvitePerson) -> Result<PersonId> {
    Err(AppError::NotFound)
}

/// Stand-in.
#[expect(clippy::unused_async, reason = "stand-in")]
pub async fn again(_app: &App, _actor: &Actor, _permit: &MayAdminister, _person: PersonId) -> Result<()> {
    Err(AppError::NotFound)
}
