//! Customers: adding and changing them.

use serde_json::{Value, json};

use crate::{
    app::{
        actor::{Actor, MayPlan},
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        ids::{AccountId, PersonId},
        limits::rule::LeadClass,
        person::PersonState,
    },
    store::{self, Tx, accounts::Account, customers::Customer},
};

/// What a form says of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Name.
    pub name: String,
    /// Organisation number without blanks and signs; may be empty.
    pub org_number: String,
    /// The seller responsible.
    pub owner: Option<PersonId>,
    /// How near to buying.
    pub class: Option<LeadClass>,
    /// What one should know.
    pub notes: String,
    /// Postal address.
    pub address: String,
    /// Phone number.
    pub phone: String,
    /// Own target in days: one of [`crate::domain::rhythm::TARGETS`].
    pub rhythm: Option<u32>,
}

/// Adds a customer; the form sent twice adds one. Tells where its page is.
///
/// # Errors
/// [`Refusal::NameTaken`] when another one has this name, in whatever case; [`Refusal::NumberTaken`]; [`Refusal::Gone`] for a
/// seller who left.
pub async fn create(app: &App, actor: &Actor, _permit: &MayPlan, (details, form): (Details, &Once)) -> Result<String> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, form, now).await? {
        return Ok(location);
    }
    let key = details.name.to_lowercase();
    store::accounts::hold_keys(&mut tx, std::slice::from_ref(&key)).await?;
    let account = Account {
        id: app.new_id(),
        name: details.name.clone(),
        name_key: key,
        owner_id: None,
        lead_class: None,
        created_at: now,
        updated_at: now,
    };
    let id = account.id;
    refuse_number(&mut tx, &details.org_number, None).await?;
    refuse_leaver(&mut tx, details.owner, None).await?;
    if !store::accounts::insert_account(&mut tx, &account).await? {
        return Err(Refusal::NameTaken.into());
    }
    let row = store::customers::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let row = with(&row, &details);
    if !store::customers::update(&mut tx, &row).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed("account.created", ("account", id.uuid()));
    deed.after = Some(recorded(&row));
    store::audit::record(&mut tx, &deed, now).await?;
    let location = format!("/customers/{id}?done=created");
    once::finish(&mut tx, form, &location).await?;
    tx.commit().await?;
    Ok(location)
}

/// Changes a customer.
///
/// # Errors
/// [`AppError::Stale`] when somebody else changed it meanwhile; as [`create`].
pub async fn save(app: &App, actor: &Actor, (id, version): (AccountId, i64), details: Details) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let key = details.name.to_lowercase();
    store::accounts::hold_keys(&mut tx, std::slice::from_ref(&key)).await?;
    // Rules are chosen by the class, so nobody may be judged while it changes.
    store::policy::begin_change(&mut tx).await?;
    let old = store::customers::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_keep(old.owner_id)?;
    if old.version != version {
        return Err(AppError::Stale);
    }
    let taken = store::accounts::account_by_name(&mut tx, &key).await?.is_some_and(|other| other.id != id);
    if taken {
        return Err(Refusal::NameTaken.into());
    }
    refuse_number(&mut tx, &details.org_number, Some(id)).await?;
    refuse_leaver(&mut tx, details.owner, old.owner_id).await?;
    let new = Customer { updated_at: app.now(), ..with(&old, &details) };
    if !store::customers::update(&mut tx, &new).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed("account.changed", ("account", id.uuid()));
    (deed.before, deed.after) = (Some(recorded(&old)), Some(recorded(&new)));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// An organisation number is one customer's.
async fn refuse_number(tx: &mut Tx, number: &str, but: Option<AccountId>) -> Result<()> {
    let found = store::imported::accounts(tx, (&[], &[number.to_owned()])).await?;
    let taken = found.iter().any(|other| Some(other.id) != but);
    if taken { Err(Refusal::NumberTaken.into()) } else { Ok(()) }
}

/// Nobody becomes responsible who has left; whoever is stays so until somebody else is chosen.
pub(super) async fn refuse_leaver(tx: &mut Tx, new: Option<PersonId>, old: Option<PersonId>) -> Result<()> {
    let Some(id) = new.filter(|_| new != old) else { return Ok(()) };
    let person = store::people::by_id(tx, id).await?.ok_or(AppError::NotFound)?;
    let left = person.state == PersonState::Deactivated;
    if left { Err(Refusal::Gone(vec![person.name]).into()) } else { Ok(()) }
}

fn with(row: &Customer, details: &Details) -> Customer {
    Customer {
        name: details.name.clone(),
        name_key: details.name.to_lowercase(),
        org_number: details.org_number.clone(),
        owner_id: details.owner,
        lead_class: details.class,
        notes: details.notes.clone(),
        address: details.address.clone(),
        phone: details.phone.clone(),
        rhythm_days: details.rhythm.map(i64::from),
        version: row.version + 1,
        ..row.clone()
    }
}

fn recorded(row: &Customer) -> Value {
    json!({ "name": row.name, "class": row.lead_class, "days": row.rhythm_days })
}
