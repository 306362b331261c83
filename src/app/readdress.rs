//! Correct a colleague's address. The account changes at once; the upcoming meetings follow in steps, so that nobody waits
//! long for their locks however many there are. What is still to be done can be read from the rows, so a correction that
//! was cut short goes on where it stopped.

use serde_json::json;

use super::{
    actor::{Actor, MayAdminister},
    change::{self, Proposal},
    context::App,
    error::{AppError, Refusal, Result, unless_taken},
    leave::Leave,
    people::open,
};
use crate::{
    domain::{email::EmailAddress, ids::PersonId, limits::rule::Level, meeting::Status},
    store::{self, Tx, audit::Filter, changes::Before},
};

/// Meetings changed in one transaction.
const STEP: i64 = 100;
/// Most steps in a row; the hourly tidying does the rest.
const STEPS: usize = 100;
/// The word in the audit log.
const ACTION: &str = "person.address_corrected";

/// Corrects a colleague's address: they sign in with the new one, and their upcoming meetings are mailed there. Links
/// that went to the old address die. Saving the same address again finishes what was cut short.
///
/// # Errors
/// [`Refusal::AddressTaken`] when a colleague or contact has it.
pub async fn run(
    app: &App,
    actor: &Actor,
    _permit: &MayAdminister,
    (id, email): (PersonId, &EmailAddress),
) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut person = open(&mut tx, actor, id).await?;
    let old = person.email.clone();
    if old != email.as_str() {
        refuse_taken(&mut tx, id, email).await?;
        email.as_str().clone_into(&mut person.email);
        person.email_key = email.key();
        person.updated_at = now;
        unless_taken(store::people::update(&mut tx, &person).await)?;
        store::sessions::void_one_time(&mut tx, id, now).await?;
        let mut deed = actor.deed(ACTION, ("person", id.uuid()));
        deed.before = Some(json!({ "name": person.name, "email": old }));
        deed.after = Some(json!({ "name": person.name, "email": person.email }));
        store::audit::record(&mut tx, &deed, now).await?;
    }
    tx.commit().await?;
    follow(app, actor, id).await
}

async fn refuse_taken(tx: &mut Tx, id: PersonId, email: &EmailAddress) -> Result<()> {
    let key = email.key();
    let colleague = store::people::by_email(tx, &key).await?.filter(|p| p.id != id);
    let contact = store::accounts::contact_by_email(tx, &key).await?;
    if colleague.is_some() || contact.is_some() { Err(Refusal::AddressTaken.into()) } else { Ok(()) }
}

/// Writes the new address into the upcoming meetings, so that the invitations follow.
async fn follow(app: &App, actor: &Actor, id: PersonId) -> Result<()> {
    for _ in 0..STEPS {
        if !step(app, actor, id).await? {
            break;
        }
    }
    Ok(())
}

/// Changes the next meetings; tells whether there were any.
async fn step(app: &App, actor: &Actor, id: PersonId) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let ids = store::meeting_lists::with_old_address(&mut tx, id, app.now(), STEP).await?;
    if ids.is_empty() {
        return Ok(false);
    }
    let mut meetings = change::open_all(&mut tx, &ids, &[id]).await?;
    meetings.retain(|full| full.meeting.status == Status::Confirmed);
    // Read under the locks: of two corrections at once the newer one must not be written over.
    let person = store::people::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    for before in meetings {
        let mut after = before.clone();
        for row in after.attendees.iter_mut().filter(|a| a.person_id == Some(id)) {
            row.email.clone_from(&person.email);
            row.email_key.clone_from(&person.email_key);
            row.link_version += 1;
        }
        let proposal = Proposal {
            kind: "address",
            before: Before::Was(Box::new(before)),
            after,
            note: String::new(),
            leave: Leave::UpTo(Level::Block),
        };
        change::change_now(&mut tx, app, actor, proposal).await?;
    }
    tx.commit().await?;
    app.wake_worker();
    Ok(true)
}

/// Goes on with corrections that were cut short, in the name of whoever made them.
///
/// # Errors
/// When one of them fails; the others are finished all the same, and what was done stays done.
pub async fn resume(app: &App) -> Result<()> {
    let mut tx = app.db.begin_read().await?;
    let behind = store::meeting_lists::people_with_old_address(&mut tx, app.now()).await?;
    let mut work = Vec::with_capacity(behind.len());
    for id in behind {
        if let Some(actor) = corrector(&mut tx, id).await? {
            work.push((actor, id));
        }
    }
    drop(tx);
    let mut failed = None;
    for (actor, id) in work {
        if let Err(error) = follow(app, &actor, id).await {
            failed = Some(error);
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Who corrected the address; the colleague themselves when that one has left or is forgotten.
async fn corrector(tx: &mut Tx, id: PersonId) -> Result<Option<Actor>> {
    let filter = Filter { object_id: Some(id.uuid()), limit: 100, ..Filter::default() };
    let records = store::audit::list(tx, &filter).await?;
    let by = records.into_iter().find(|record| record.action == ACTION).and_then(|record| record.actor_id);
    for candidate in by.into_iter().chain([id]) {
        if let Some(person) = store::people::by_id(tx, candidate).await?
            && let Some(actor) = Actor::load(tx, person, None, String::new()).await?
        {
            return Ok(Some(actor));
        }
    }
    Ok(None)
}
