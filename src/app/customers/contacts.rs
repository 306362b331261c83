//! The people at customers: adding and changing them, and whether they may be written to.

use serde_json::{Value, json};

use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        email::EmailAddress,
        ids::{AccountId, ContactId},
        language::Language,
    },
    store::{self, Tx, accounts::Contact, customers::Person},
};

/// What a form says of a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Name.
    pub name: String,
    /// What they do there.
    pub title: String,
    /// Mail address.
    pub email: EmailAddress,
    /// Phone number.
    pub phone: String,
    /// Language of their mails.
    pub language: Language,
    /// IANA zone.
    pub zone: String,
    /// What one should know.
    pub notes: String,
    /// Own target in days: one of [`crate::domain::rhythm::TARGETS`].
    pub rhythm: Option<u32>,
}

/// What is known about writing to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Permission {
    /// They want no more invitations; how they said so.
    Stopped(String),
    /// They may be invited again.
    Resumed,
    /// They agreed to be written to; how.
    Agreed(String),
    /// They took that back.
    Withdrawn,
}

/// Adds a contact; the form sent twice adds one. Tells where their page is.
///
/// # Errors
/// [`Refusal::AddressTaken`] when a colleague or another contact has the address.
pub async fn create(app: &App, actor: &Actor, account: AccountId, (details, form): (Details, &Once)) -> Result<String> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, form, now).await? {
        return Ok(location);
    }
    store::accounts::hold_keys(&mut tx, &[details.email.key()]).await?;
    let customer = store::customers::by_id(&mut tx, account).await?.ok_or(AppError::NotFound)?;
    actor.may_keep(customer.owner_id)?;
    refuse_taken(&mut tx, &details.email, None).await?;
    let contact = Contact {
        id: app.new_id(),
        account_id: account,
        name: details.name.clone(),
        email: details.email.as_str().to_owned(),
        email_key: details.email.key(),
        language: details.language,
        zone: details.zone.clone(),
        do_not_contact_at: None,
        do_not_contact_source: None,
        created_at: now,
        updated_at: now,
    };
    let id = contact.id;
    if !store::accounts::insert_contact(&mut tx, &contact).await? {
        return Err(Refusal::AddressTaken.into());
    }
    let row = store::customers::person(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let row = with(row, &details);
    if !store::customers::update_person(&mut tx, &row).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed("contact.created", ("contact", id.uuid()));
    deed.after = Some(recorded(&row));
    store::audit::record(&mut tx, &deed, now).await?;
    let location = format!("/contacts/{id}?done=created");
    once::finish(&mut tx, form, &location).await?;
    tx.commit().await?;
    Ok(location)
}

/// Changes a contact. Meetings they are invited to keep the address that was written to.
///
/// # Errors
/// [`AppError::Stale`] when somebody else changed them meanwhile; [`Refusal::AddressTaken`].
pub async fn save(app: &App, actor: &Actor, (id, version): (ContactId, i64), details: Details) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::accounts::hold_keys(&mut tx, &[details.email.key()]).await?;
    let old = open(&mut tx, actor, id).await?;
    if old.version != version {
        return Err(AppError::Stale);
    }
    refuse_taken(&mut tx, &details.email, Some(id)).await?;
    let new = Person { updated_at: app.now(), ..with(old.clone(), &details) };
    if !store::customers::update_person(&mut tx, &new).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed("contact.changed", ("contact", id.uuid()));
    (deed.before, deed.after) = (Some(recorded(&old)), Some(recorded(&new)));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// Notes whether somebody may be written to, since when and how that is known. Saying the same again changes nothing.
pub async fn permit(app: &App, actor: &Actor, (id, said): (ContactId, Permission)) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let old = open(&mut tx, actor, id).await?;
    let mut new = Person { updated_at: now, ..old.clone() };
    let action = match said {
        Permission::Stopped(how) if old.do_not_contact_at.is_none() => {
            (new.do_not_contact_at, new.do_not_contact_source) = (Some(now), Some(how));
            "contact.stopped"
        }
        Permission::Resumed if old.do_not_contact_at.is_some() => {
            (new.do_not_contact_at, new.do_not_contact_source) = (None, None);
            "contact.resumed"
        }
        Permission::Agreed(how) => {
            (new.consent_at, new.consent_source) = (Some(now), Some(how));
            "contact.agreed"
        }
        Permission::Withdrawn if old.consent_at.is_some() => {
            (new.consent_at, new.consent_source) = (None, None);
            "contact.withdrew"
        }
        Permission::Stopped(_) | Permission::Resumed | Permission::Withdrawn => return Ok(()),
    };
    store::customers::set_permission(&mut tx, &new).await?;
    let mut deed = actor.deed(action, ("contact", id.uuid()));
    deed.reason = new.do_not_contact_source.or(new.consent_source).unwrap_or_default();
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// Locks and reads a contact whom this person may change, and who is still known.
async fn open(tx: &mut Tx, actor: &Actor, id: ContactId) -> Result<Person> {
    store::accounts::locked_contact(tx, id).await?.ok_or(AppError::NotFound)?;
    let person = store::customers::person(tx, id).await?.ok_or(AppError::NotFound)?;
    let customer = store::customers::by_id(tx, person.account_id).await?.ok_or(AppError::NotFound)?;
    actor.may_keep(customer.owner_id)?;
    if person.erased_at.is_some() { Err(AppError::NotFound) } else { Ok(person) }
}

async fn refuse_taken(tx: &mut Tx, email: &EmailAddress, but: Option<ContactId>) -> Result<()> {
    let key = email.key();
    let other = store::accounts::contact_by_email(tx, &key).await?.is_some_and(|other| Some(other.id) != but);
    let taken = other || store::people::by_email(tx, &key).await?.is_some();
    if taken { Err(Refusal::AddressTaken.into()) } else { Ok(()) }
}

fn with(row: Person, details: &Details) -> Person {
    Person {
        name: details.name.clone(),
        title: details.title.clone(),
        email: details.email.as_str().to_owned(),
        email_key: details.email.key(),
        phone: details.phone.clone(),
        language: details.language,
        zone: details.zone.clone(),
        notes: details.notes.clone(),
        rhythm_days: details.rhythm.map(i64::from),
        version: row.version + 1,
        ..row
    }
}

/// Without what would identify them once they are erased: the log is kept longer than they are.
fn recorded(row: &Person) -> Value {
    json!({ "language": row.language, "zone": row.zone, "days": row.rhythm_days })
}
