//! Takes back what a file added, as far as nothing refers to it and nobody has changed it since.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Result, Tx, in_list::push_in, on_conn};

/// Something that was added, with the version and the moment that it was left with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Which thing.
    pub id: Uuid,
    /// Its version then.
    pub version: i64,
    /// The moment.
    pub at: DateTime<Utc>,
}

const ACCOUNT: &str = ") AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.account_id = account.id)
    AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.account_id = account.id)
    AND NOT EXISTS (SELECT 1 FROM opportunity WHERE opportunity.account_id = account.id)
    AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.subject_id = account.id) RETURNING id";
const CONTACT: &str = ") AND NOT EXISTS (SELECT 1 FROM attendee WHERE attendee.contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM opportunity WHERE opportunity.contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM written_recipient WHERE written_recipient.contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.subject_id = contact.id) RETURNING id";
const OPPORTUNITY: &str = ") AND NOT EXISTS (SELECT 1 FROM meeting_opportunity
    WHERE meeting_opportunity.opportunity_id = opportunity.id) RETURNING id";
const PERSON: &str = ") AND state = 'invited' AND password_hash IS NULL
    AND NOT EXISTS (SELECT 1 FROM account WHERE account.owner_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM opportunity WHERE opportunity.owner_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM attendee WHERE attendee.person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.organizer_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM recognition WHERE recognition.person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM action_item WHERE action_item.person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM day_off WHERE day_off.stand_in_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM written_recipient WHERE written_recipient.person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM import WHERE import.person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.subject_id = person.id) RETURNING id";

async fn remove(tx: &mut Tx, head: &'static str, tail: &'static str, added: &[Added]) -> Result<Vec<Uuid>> {
    if added.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(head);
        query.push_values(added, |mut row, one| {
            row.push_bind(one.id).push_bind(one.version).push_bind(one.at);
        });
        query.push(tail).build_query_scalar().fetch_all(c).await
    })?)
}

/// Takes customers back; says which.
pub async fn accounts(tx: &mut Tx, added: &[Added]) -> Result<Vec<Uuid>> {
    let gone = remove(tx, "DELETE FROM account WHERE (id, version, updated_at) IN (", ACCOUNT, added).await?;
    subjects(tx, &gone).await?;
    Ok(gone)
}

/// Takes contacts back; says which.
pub async fn contacts(tx: &mut Tx, added: &[Added]) -> Result<Vec<Uuid>> {
    let gone = remove(tx, "DELETE FROM contact WHERE (id, version, updated_at) IN (", CONTACT, added).await?;
    subjects(tx, &gone).await?;
    Ok(gone)
}

/// Takes opportunities back; says which.
pub async fn opportunities(tx: &mut Tx, added: &[Added]) -> Result<Vec<Uuid>> {
    remove(tx, "DELETE FROM opportunity WHERE (id, version, updated_at) IN (", OPPORTUNITY, added).await
}

/// Takes colleagues back who have never signed in; says which. Their rows have no version; 1 stands for it.
pub async fn people(tx: &mut Tx, added: &[Added]) -> Result<Vec<Uuid>> {
    let gone = remove(tx, "DELETE FROM person WHERE (id, 1, updated_at) IN (", PERSON, added).await?;
    subjects(tx, &gone).await?;
    Ok(gone)
}

async fn subjects(tx: &mut Tx, ids: &[Uuid]) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM subject WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
