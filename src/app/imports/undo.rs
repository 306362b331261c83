//! Takes back what a file added and changed, latest first, as far as nobody has changed it since.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{accounts, batch::Run, contacts, opportunities, people};
use crate::{
    app::error::Result,
    domain::{
        ids::AccountId,
        limits::{facts::StoredRule, rule::Scope},
        person::PersonState,
        transfer::Kind,
    },
    store::{
        self, Tx,
        import_rows::Change,
        import_undo::{self, Added},
        opportunities::{Opportunity, StageChange},
    },
};

/// Changes of a step.
const STEP: i64 = 400;

/// What a step came to.
pub(super) struct Undone {
    pub(super) back: i64,
    pub(super) stays: i64,
    pub(super) ended: bool,
}

pub(super) async fn step(tx: &mut Tx, run: &Run<'_>) -> Result<Undone> {
    let changes = store::import_rows::last_changes(tx, run.import.id, STEP).await?;
    if changes.is_empty() {
        return Ok(Undone { back: 0, stays: 0, ended: true });
    }
    let mut gone: HashSet<Uuid> = HashSet::new();
    // What refers to something goes ahead of it.
    for kind in [Kind::Opportunities, Kind::Contacts, Kind::People, Kind::Accounts] {
        let of: Vec<&Change> = changes.iter().filter(|change| change.kind == kind).collect();
        gone.extend(restore(tx, run, kind, &of).await?);
        let added = |change: &&&Change| change.before.is_none();
        let added: Vec<Added> = of.iter().filter(added).map(|change| as_added(change)).collect();
        gone.extend(remove(tx, kind, &added).await?);
    }
    let numbers = |back: bool| -> Vec<i64> {
        changes.iter().filter(|c| gone.contains(&c.object_id) == back).map(|c| c.number).collect()
    };
    let (back, stays) = (numbers(true), numbers(false));
    store::import_rows::settle(tx, run.import.id, (&back, &stays)).await?;
    let count = |list: &[i64]| i64::try_from(list.len()).unwrap_or(0);
    Ok(Undone { back: count(&back), stays: count(&stays), ended: false })
}

fn as_added(change: &Change) -> Added {
    Added { id: change.object_id, version: change.version, at: change.written_at }
}

async fn remove(tx: &mut Tx, kind: Kind, added: &[Added]) -> Result<Vec<Uuid>> {
    Ok(match kind {
        Kind::Opportunities => import_undo::opportunities(tx, added).await?,
        Kind::Contacts => import_undo::contacts(tx, added).await?,
        Kind::People => import_undo::people(tx, added).await?,
        Kind::Accounts => {
            let limited = if added.is_empty() { HashSet::new() } else { limited(tx).await? };
            let free: Vec<Added> = added.iter().filter(|a| !limited.contains(&a.id.into())).copied().collect();
            import_undo::accounts(tx, &free).await?
        }
    })
}

/// Customers with limits of their own: somebody has thought about them since.
async fn limited(tx: &mut Tx) -> Result<HashSet<AccountId>> {
    let rules = store::rules::in_force(tx).await?;
    let account = |rule: &StoredRule| match rule {
        StoredRule::Rule(rule) => match rule.scope {
            Scope::Account(id) => Some(id),
            _ => None,
        },
        StoredRule::Unreadable(_) => None,
    };
    Ok(rules.iter().filter_map(account).collect())
}

/// What a change left, if nobody has touched it since: what it was before.
fn before<T: DeserializeOwned>(
    changes: &[&Change],
    (id, version, at): (Uuid, i64, chrono::DateTime<chrono::Utc>),
) -> Option<T> {
    let change = changes.iter().find(|change| change.object_id == id)?;
    let untouched = change.version == version && change.written_at == at;
    let before = change.before.as_ref().filter(|_| untouched)?;
    serde_json::from_value(before.0.clone()).ok()
}

async fn restore(tx: &mut Tx, run: &Run<'_>, kind: Kind, changes: &[&Change]) -> Result<Vec<Uuid>> {
    let ids: Vec<Uuid> = changes.iter().filter(|c| c.before.is_some()).map(|c| c.object_id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    match kind {
        Kind::Accounts => restore_accounts(tx, run, (changes, &ids)).await,
        Kind::Contacts => restore_contacts(tx, run, (changes, &ids)).await,
        Kind::Opportunities => restore_opportunities(tx, run, (changes, &ids)).await,
        Kind::People => restore_people(tx, run, (changes, &ids)).await,
    }
}

type Of<'a> = (&'a [&'a Change], &'a [Uuid]);

async fn restore_accounts(tx: &mut Tx, run: &Run<'_>, (changes, ids): Of<'_>) -> Result<Vec<Uuid>> {
    let ids: Vec<_> = ids.iter().map(|id| (*id).into()).collect();
    let now = store::imported::accounts_by_ids(tx, &ids).await?;
    let mut rows: Vec<_> = now
        .iter()
        .filter_map(|row| {
            let before: accounts::Before = before(changes, (row.id.uuid(), row.version, row.updated_at))?;
            Some(before.restored(run, row))
        })
        .collect();
    // A name that somebody else has by now cannot be given back.
    let names: Vec<String> = rows.iter().map(|row| row.name_key.clone()).collect();
    let numbers: Vec<String> = rows.iter().map(|row| row.org_number.clone()).collect();
    store::accounts::hold_keys(tx, &names).await?;
    let others = store::imported::accounts(tx, (&names, &numbers)).await?;
    rows.retain(|row| {
        let clash = |other: &store::customers::Customer| {
            let number = !row.org_number.is_empty() && other.org_number == row.org_number;
            other.id != row.id && (other.name_key == row.name_key || number)
        };
        !others.iter().any(clash)
    });
    let class = |row: &store::customers::Customer| now.iter().any(|n| n.id == row.id && n.lead_class != row.lead_class);
    if rows.iter().any(class) {
        store::policy::begin_change(tx).await?;
    }
    rows.sort_by_key(|row| row.id);
    let written = store::imported::update_accounts(tx, &rows).await?;
    Ok(written.into_iter().map(AccountId::uuid).collect())
}

async fn restore_contacts(tx: &mut Tx, run: &Run<'_>, (changes, ids): Of<'_>) -> Result<Vec<Uuid>> {
    let ids: Vec<_> = ids.iter().map(|id| (*id).into()).collect();
    let now = store::imported::contacts_by_ids(tx, &ids).await?;
    let mut rows: Vec<_> = now
        .iter()
        .filter_map(|row| {
            let before: contacts::Before = before(changes, (row.id.uuid(), row.version, row.updated_at))?;
            Some(before.restored(run, row))
        })
        .collect();
    rows.sort_by_key(|row| row.id);
    let written = store::imported::update_contacts(tx, &rows).await?;
    Ok(written.into_iter().map(crate::domain::ids::ContactId::uuid).collect())
}

async fn restore_opportunities(tx: &mut Tx, run: &Run<'_>, (changes, ids): Of<'_>) -> Result<Vec<Uuid>> {
    let ids: Vec<_> = ids.iter().map(|id| (*id).into()).collect();
    let now = store::imported::opportunities_by_ids(tx, &ids).await?;
    let mut pairs: Vec<(&Opportunity, Opportunity)> = now
        .iter()
        .filter_map(|row| {
            let before: opportunities::Before = before(changes, (row.id.uuid(), row.version, row.updated_at))?;
            Some((row, before.restored(run, row)))
        })
        .collect();
    pairs.sort_by_key(|(row, _)| row.id);
    let rows: Vec<Opportunity> = pairs.iter().map(|(_, new)| new.clone()).collect();
    let written = store::imported::update_opportunities(tx, &rows).await?;
    let moved = pairs.iter().filter(|(old, new)| old.stage != new.stage && written.contains(&new.id));
    let stages: Vec<StageChange> = moved.map(|(old, new)| opportunities::noted(run, Some(old), new)).collect();
    store::imported::note_stages(tx, &stages).await?;
    Ok(written.into_iter().map(crate::domain::ids::OpportunityId::uuid).collect())
}

async fn restore_people(tx: &mut Tx, run: &Run<'_>, (changes, ids): Of<'_>) -> Result<Vec<Uuid>> {
    let ids: Vec<_> = ids.iter().map(|id| (*id).into()).collect();
    let now = store::people::by_ids(tx, &ids).await?;
    let rows: Vec<_> = now
        .iter()
        .filter(|row| row.state == PersonState::Invited)
        .filter_map(|row| {
            let before: people::Before = before(changes, (row.id.uuid(), 1, row.updated_at))?;
            Some(before.restored(run, row))
        })
        .collect();
    store::imported::update_people(tx, &rows).await?;
    Ok(rows.iter().map(|row| row.id.uuid()).collect())
}
