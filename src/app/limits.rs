//! Limits on meeting load: who may write which, and the record of every change.
//!
//! Each change begins by taking the lock that everybody who is judged by the rules holds, so that no meeting is judged
//! by a rule that is being changed.

mod customers;
mod planning;
mod replay;
mod rules;

pub use self::{
    customers::classify,
    planning::{SavePolicy, save_policy, stamp},
    replay::{Over, Replay, can_be_tried, quarter, replay},
    rules::{adopt, change, create, end},
};

pub(in crate::app) use self::rules::adopt_within;

use serde_json::{Value, json};

use super::{
    actor::Actor,
    error::{AppError, Result},
};
use crate::{
    domain::limits::rule::{Rule, Scope},
    store::{self, Tx},
};

impl Actor {
    /// May they see rules of this scope? Those of the firm and of customers are everybody's; those of a team are its
    /// members', those of a person their own and their managers'.
    #[must_use]
    pub fn sees_limit(&self, scope: Scope) -> bool {
        match scope {
            Scope::Organization | Scope::LeadClass(_) | Scope::Account(_) => true,
            Scope::Team(team) => self.sees_team(team),
            Scope::Person(person) => person == self.id() || self.leads(person),
        }
    }

    /// May they write rules of this scope, as far as can be told without asking who owns a customer?
    #[must_use]
    pub fn sets_limits_of(&self, scope: Scope) -> bool {
        self.is_admin()
            || match scope {
                Scope::Team(team) => self.manages.contains(&team),
                Scope::Person(person) => self.managed_people.contains(&person),
                Scope::Organization | Scope::LeadClass(_) | Scope::Account(_) => false,
            }
    }

    /// May they write any rule at all?
    #[must_use]
    pub fn sets_limits(&self) -> bool {
        self.is_admin() || !self.manages.is_empty()
    }
}

/// Refuses those who may not write rules of this scope, in the transaction that writes. Administrators write all of
/// them; managers those of their teams, of their people, and of the customers that these own.
///
/// # Errors
/// [`AppError::NotFound`] when whom the scope names does not exist or must not be known of; [`AppError::Denied`].
async fn permit(tx: &mut Tx, actor: &Actor, scope: Scope) -> Result<()> {
    if !actor.sees_limit(scope) {
        return Err(AppError::NotFound);
    }
    if actor.sets_limits_of(scope) || owns(tx, actor, scope).await? { Ok(()) } else { Err(AppError::Denied) }
}

/// Whether this person may write rules of this scope; asked ahead, for pages.
pub async fn may_write(tx: &mut Tx, actor: &Actor, scope: Scope) -> Result<bool> {
    match permit(tx, actor, scope).await {
        Ok(()) => Ok(true),
        Err(AppError::Denied | AppError::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Whether the scope is a customer of somebody whom this manager leads.
async fn owns(tx: &mut Tx, actor: &Actor, scope: Scope) -> Result<bool> {
    let Scope::Account(id) = scope else { return Ok(false) };
    let account = store::accounts::account_by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    Ok(actor.sets_limits() && account.owner_id.is_some_and(|owner| owner == actor.id() || actor.leads(owner)))
}

/// The name of whom a scope names, empty for all; nothing when they do not exist any more.
async fn name_of(tx: &mut Tx, scope: Scope) -> Result<Option<String>> {
    Ok(match scope {
        Scope::Organization | Scope::LeadClass(_) => Some(String::new()),
        Scope::Team(id) => store::teams::by_id(tx, id).await?.map(|team| team.name),
        Scope::Person(id) => store::people::by_id(tx, id).await?.map(|person| person.name),
        Scope::Account(id) => store::accounts::account_by_id(tx, id).await?.map(|account| account.name),
    })
}

/// What the record keeps of a rule: its words, and the name of whom it is about.
fn recorded(rule: &Rule, name: Option<String>) -> Value {
    json!({ "rule": { "says": rule, "name": name.unwrap_or_default() } })
}
