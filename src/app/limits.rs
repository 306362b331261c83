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

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{
    actor::Actor,
    error::{AppError, Result},
};
use crate::{
    domain::{
        ids::PersonId,
        limits::rule::{Level, Rule, Scope},
        person::Role,
    },
    store::{self, Tx, rules::RuleRow},
};

/// The highest level of limits that people set for themselves: with a tick, everybody gets through. More would use up the
/// exceptions of others and is for those who lead them.
pub const OWN_LEVEL: Level = Level::Warn;
/// Most limits in force that one person sets for themselves.
pub const MAX_OWN: usize = 3;
/// Most limits in force that all people together set for themselves; the other places are for those that hold for others.
const MAX_ALL_OWN: usize = 100;

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
        self.limits_only_self(scope)
            || self.is_admin()
            || match scope {
                Scope::Team(team) => self.manages.contains(&team),
                Scope::Person(person) => self.managed_people.contains(&person),
                Scope::Organization | Scope::LeadClass(_) | Scope::Account(_) => false,
            }
    }

    /// May they write any rule at all? Everybody with meetings of their own may for themselves.
    #[must_use]
    pub fn sets_limits(&self) -> bool {
        self.person.role != Role::Viewer
    }

    /// May they write rules for anybody but themselves?
    #[must_use]
    pub fn sets_limits_of_others(&self) -> bool {
        self.is_admin() || !self.manages.is_empty()
    }

    /// Whether rules of this scope are about nobody but themselves, whom they do not lead: theirs to write up to
    /// [`OWN_LEVEL`], and only those that they wrote.
    #[must_use]
    pub fn limits_only_self(&self, scope: Scope) -> bool {
        scope == Scope::Person(self.id()) && self.sets_limits() && !self.leads(self.id())
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

/// Refuses those who may not change or end this rule.
///
/// # Errors
/// As [`permit`]; what cannot be read is an administrator's to replace.
async fn permit_change(tx: &mut Tx, actor: &Actor, row: &RuleRow) -> Result<()> {
    let Some(rule) = &row.rule else { return if actor.is_admin() { Ok(()) } else { Err(AppError::NotFound) } };
    permit(tx, actor, rule.scope).await?;
    let of_managers = actor.limits_only_self(rule.scope) && row.written_by != Some(actor.id());
    if of_managers { Err(AppError::Denied) } else { Ok(()) }
}

/// Whether this person may change or end this rule; asked ahead, for pages.
pub async fn may_change(tx: &mut Tx, actor: &Actor, row: &RuleRow) -> Result<bool> {
    match permit_change(tx, actor, row).await {
        Ok(()) => Ok(true),
        Err(AppError::Denied | AppError::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Whether somebody set it for themselves.
fn is_own(row: &RuleRow) -> bool {
    row.rule.as_ref().is_some_and(|rule| row.written_by.is_some_and(|by| rule.scope == Scope::Person(by)))
}

/// Ends what people set for themselves who have left or plan no meetings any more; it would keep places from others.
pub(in crate::app) async fn end_of_leavers(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    let own: Vec<RuleRow> = store::rules::list(tx).await?.into_iter().filter(is_own).collect();
    let mut people: Vec<PersonId> = own.iter().filter_map(|row| row.written_by).collect();
    people.sort_unstable();
    people.dedup();
    let people = store::people::by_ids(tx, &people).await?;
    let stays =
        |row: &&RuleRow| people.iter().any(|person| Some(person.id) == row.written_by && person.leads_meetings());
    let over: Vec<&RuleRow> = own.iter().filter(|row| !stays(row)).collect();
    if over.is_empty() {
        return Ok(());
    }
    store::policy::begin_change(tx).await?;
    for row in over {
        store::rules::end(tx, (row.id, row.version), now).await?;
    }
    Ok(())
}

/// Whether the scope is a customer of somebody whom this manager leads.
async fn owns(tx: &mut Tx, actor: &Actor, scope: Scope) -> Result<bool> {
    let Scope::Account(id) = scope else { return Ok(false) };
    let account = store::accounts::account_by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    Ok(actor.sets_limits_of_others() && account.owner_id.is_some_and(|owner| owner == actor.id() || actor.leads(owner)))
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
