//! Whom a rule can be about, and their names.

use super::kind::scope_value;
use crate::{
    app::actor::Actor,
    domain::{
        ids::AccountId,
        limits::rule::{LeadClass, Rule, Scope},
        person::PersonState,
    },
    i18n::{
        Texts,
        limits::{self, Names},
    },
    store::{self, Tx, accounts::Account},
    web::failure::Failure,
};

/// Most people that are offered.
const MAX_PEOPLE: i64 = 2_000;
/// Most customers that are offered; the page of customers leads to all others.
const MAX_ACCOUNTS: i64 = 500;

/// The names of everybody whom these rules are about, in three queries.
pub(in crate::web) async fn names<'a>(tx: &mut Tx, rules: impl Iterator<Item = &'a Rule>) -> Result<Names, Failure> {
    let (mut people, mut accounts, mut teams) = (Vec::new(), Vec::new(), false);
    for rule in rules {
        match rule.scope {
            Scope::Person(id) => people.push(id),
            Scope::Account(id) => accounts.push(id),
            Scope::Team(_) => teams = true,
            Scope::Organization | Scope::LeadClass(_) => {}
        }
    }
    let mut names = Names::default();
    if teams {
        names.teams.extend(store::teams::list(tx).await?.into_iter().map(|team| (team.id, team.name)));
    }
    if !people.is_empty() {
        names.people.extend(store::people::by_ids(tx, &people).await?.into_iter().map(|p| (p.id, p.name)));
    }
    if !accounts.is_empty() {
        let accounts = store::accounts::accounts_by_ids(tx, &accounts).await?;
        names.accounts.extend(accounts.into_iter().map(|a| (a.id, a.name)));
    }
    Ok(names)
}

/// A list to choose from: value and label.
pub(super) type Options = Vec<(String, String)>;

/// Everybody this person may write rules for. `kept` is the customer already chosen, who is offered also when there
/// are more customers than a list can hold.
pub(super) async fn scopes(
    tx: &mut Tx,
    t: &Texts,
    actor: &Actor,
    kept: Option<AccountId>,
) -> Result<Vec<(Scope, String)>, Failure> {
    let mut found = Vec::new();
    if actor.is_admin() {
        found.push((Scope::Organization, t.limits_everybody()));
    }
    for team in store::teams::list(tx).await? {
        found.push((Scope::Team(team.id), t.limits_scope_team(team.name)));
    }
    for person in store::people::list(tx, MAX_PEOPLE).await? {
        if person.state != PersonState::Deactivated {
            found.push((Scope::Person(person.id), person.name));
        }
    }
    found.retain(|(scope, _)| actor.sets_limits_of(*scope));
    if actor.is_admin() {
        let class = |class: &LeadClass| (Scope::LeadClass(*class), t.limits_scope_class(limits::class(t, *class)));
        found.extend(LeadClass::ALL.iter().map(class));
    }
    let mut accounts = store::accounts::list_accounts(tx, (MAX_ACCOUNTS, 0)).await?;
    if let Some(id) = kept.filter(|id| accounts.iter().all(|a| a.id != *id)) {
        accounts.extend(store::accounts::account_by_id(tx, id).await?);
    }
    let own = |a: &Account| a.owner_id.is_some_and(|owner| owner == actor.id() || actor.leads(owner));
    let may = accounts.into_iter().filter(|a| actor.is_admin() || actor.sets_limits_of_others() && own(a));
    found.extend(may.map(|a| (Scope::Account(a.id), t.limits_scope_account(a.name))));
    Ok(found)
}

/// The same as a list of values and labels.
pub(super) fn options(scopes: &[(Scope, String)]) -> Options {
    scopes.iter().map(|(scope, label)| (scope_value(*scope), label.clone())).collect()
}
