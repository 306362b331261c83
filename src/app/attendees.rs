//! From the people of a plan to the rows of a meeting.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    book::address_key,
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::{
        email::EmailAddress,
        ids::{AccountId, AttendeeId, ContactId, MeetingId, PersonId},
        meeting::{Answer, AttendeeRole, MAX_ATTENDEES},
        person::PersonState,
        planning::{Guest, Invitee},
    },
    store::{
        self, Tx,
        accounts::{Account, Contact},
        meetings::Attendee,
        organization::Organization,
        people::Person,
    },
};

/// The rows of a meeting's people.
pub(super) struct Seated {
    /// Organizer first; people taken out carry `removed_at`.
    pub(super) rows: Vec<Attendee>,
    /// The row of each invitee of the plan, in the plan's order.
    pub(super) seats: Vec<AttendeeId>,
    /// The customer, if any contact takes part.
    pub(super) account: Option<AccountId>,
}

/// Whom a plan names, once looked up.
struct Found {
    person: Option<PersonId>,
    contact: Option<ContactId>,
    account: Option<AccountId>,
    name: String,
    email: String,
}

pub(super) struct Seating<'a> {
    pub(super) app: &'a App,
    pub(super) organization: &'a Organization,
    pub(super) organizer: &'a Person,
    pub(super) meeting: MeetingId,
    pub(super) now: DateTime<Utc>,
}

impl Seating<'_> {
    /// Finds or makes everybody, keeps the rows of those who stay with their answers, and marks those who go.
    pub(super) async fn seat(&self, tx: &mut Tx, invitees: &[Invitee], before: &[Attendee]) -> Result<Seated> {
        if invitees.is_empty() {
            return Err(Refusal::NobodyInvited.into());
        }
        if invitees.len() >= MAX_ATTENDEES {
            return Err(Refusal::TooManyPeople.into());
        }
        let found = self.find_all(tx, invitees, before).await?;
        let mut rows = vec![self.chair(before)];
        let mut seats = Vec::with_capacity(invitees.len());
        let mut by_key: HashMap<String, AttendeeId> = HashMap::from([(rows[0].email_key.clone(), rows[0].id)]);
        for (invitee, person) in invitees.iter().zip(&found) {
            let key = address_key(&person.email);
            let id = if let Some(id) = by_key.get(&key) {
                *id
            } else {
                let row = self.row(invitee, person, before, rows.len());
                by_key.insert(key, row.id);
                rows.push(row);
                rows[rows.len() - 1].id
            };
            seats.push(id);
        }
        let gone = before.iter().filter(|old| !rows.iter().any(|row| row.id == old.id));
        let gone: Vec<Attendee> = gone
            .map(|old| Attendee { removed_at: old.removed_at.or(Some(self.now)), position: 1_000, ..old.clone() })
            .collect();
        if rows.len() == 1 {
            return Err(Refusal::NobodyInvited.into());
        }
        rows.extend(gone);
        Ok(Seated { rows, seats, account: found.iter().find_map(|f| f.account) })
    }

    fn chair(&self, before: &[Attendee]) -> Attendee {
        let old = before.iter().find(|a| a.person_id == Some(self.organizer.id));
        Attendee {
            id: old.map_or_else(|| self.app.new_id(), |a| a.id),
            meeting_id: self.meeting,
            position: 0,
            person_id: Some(self.organizer.id),
            contact_id: None,
            name: self.organizer.name.clone(),
            email: self.organizer.email.clone(),
            email_key: self.organizer.email_key.clone(),
            role: AttendeeRole::Chair,
            why: String::new(),
            answer: Answer::Yes,
            answered_at: None,
            comment: old.map_or_else(String::new, |a| a.comment.clone()),
            link_version: old.map_or(1, |a| a.link_version),
            removed_at: None,
        }
    }

    fn row(&self, invitee: &Invitee, found: &Found, before: &[Attendee], position: usize) -> Attendee {
        let old = before.iter().find(|a| {
            (a.person_id.is_some() && a.person_id == found.person)
                || (a.contact_id.is_some() && a.contact_id == found.contact)
        });
        // Somebody who was taken out and comes back is asked anew; so is an organizer who handed the meeting over.
        let kept = old.filter(|a| a.removed_at.is_none() && a.role != AttendeeRole::Chair);
        Attendee {
            id: old.map_or_else(|| self.app.new_id(), |a| a.id),
            meeting_id: self.meeting,
            position: i64::try_from(position).unwrap_or(i64::MAX),
            person_id: found.person,
            contact_id: found.contact,
            name: found.name.clone(),
            email: found.email.clone(),
            email_key: address_key(&found.email),
            role: invitee.role,
            why: invitee.why.clone(),
            answer: kept.map_or(Answer::Open, |a| a.answer),
            answered_at: kept.and_then(|a| a.answered_at),
            comment: kept.map_or_else(String::new, |a| a.comment.clone()),
            link_version: old.map_or(1, |a| a.link_version),
            removed_at: None,
        }
    }

    async fn find_all(&self, tx: &mut Tx, invitees: &[Invitee], before: &[Attendee]) -> Result<Vec<Found>> {
        let people: Vec<PersonId> = invitees
            .iter()
            .filter_map(|i| match i.guest {
                Guest::Person(id) => Some(id),
                _ => None,
            })
            .collect();
        let contacts: Vec<ContactId> = invitees
            .iter()
            .filter_map(|i| match i.guest {
                Guest::Contact(id) => Some(id),
                _ => None,
            })
            .collect();
        let people: HashMap<PersonId, Person> =
            store::people::by_ids(tx, &people).await?.into_iter().map(|p| (p.id, p)).collect();
        let contacts: HashMap<ContactId, Contact> =
            store::accounts::contacts_by_ids(tx, &contacts).await?.into_iter().map(|c| (c.id, c)).collect();
        let mut found = Vec::with_capacity(invitees.len());
        for invitee in invitees {
            found.push(match &invitee.guest {
                Guest::Person(id) => person(people.get(id).ok_or(AppError::NotFound)?),
                Guest::Contact(id) => contact(contacts.get(id).ok_or(AppError::NotFound)?),
                Guest::New { name, email, account } => self.find_or_make(tx, name, email, account).await?,
            });
        }
        refuse_unreachable(&found, (&people, &contacts), before)?;
        Ok(found)
    }

    /// A typed address may belong to a colleague or a known contact; else account and contact are made.
    async fn find_or_make(&self, tx: &mut Tx, name: &str, email: &EmailAddress, account: &str) -> Result<Found> {
        let key = email.key();
        if let Some(known) = store::people::by_email(tx, &key).await? {
            return if known.state == PersonState::Deactivated {
                Err(Refusal::Gone(vec![known.name]).into())
            } else {
                Ok(person(&known))
            };
        }
        if let Some(known) = store::accounts::contact_by_email(tx, &key).await? {
            return if known.do_not_contact_at.is_some() {
                Err(Refusal::DoNotContact(vec![known.name]).into())
            } else {
                Ok(contact(&known))
            };
        }
        let account = self.find_or_make_account(tx, if account.is_empty() { email.domain() } else { account }).await?;
        let made = Contact {
            id: self.app.new_id(),
            account_id: account,
            name: if name.is_empty() { email.local().to_owned() } else { name.to_owned() },
            email: email.as_str().to_owned(),
            email_key: key,
            language: self.organization.language,
            zone: self.organization.zone.clone(),
            do_not_contact_at: None,
            do_not_contact_source: None,
            created_at: self.now,
            updated_at: self.now,
        };
        store::accounts::insert_contact(tx, &made).await?;
        Ok(contact(&made))
    }

    async fn find_or_make_account(&self, tx: &mut Tx, name: &str) -> Result<AccountId> {
        let key = name.to_lowercase();
        if let Some(known) = store::accounts::account_by_name(tx, &key).await? {
            return Ok(known.id);
        }
        let made = Account {
            id: self.app.new_id(),
            name: name.to_owned(),
            name_key: key,
            owner_id: Some(self.organizer.id),
            lead_class: None,
            created_at: self.now,
            updated_at: self.now,
        };
        store::accounts::insert_account(tx, &made).await?;
        Ok(made.id)
    }
}

/// Nobody who left is invited, and no contact who asked for no more invitations, unless they were in already.
fn refuse_unreachable(
    found: &[Found],
    known: (&HashMap<PersonId, Person>, &HashMap<ContactId, Contact>),
    before: &[Attendee],
) -> Result<()> {
    let stays = |f: &Found| {
        before.iter().any(|a| {
            a.removed_at.is_none()
                && ((f.person.is_some() && a.person_id == f.person)
                    || (f.contact.is_some() && a.contact_id == f.contact))
        })
    };
    let left =
        |f: &&Found| f.person.and_then(|id| known.0.get(&id)).is_some_and(|p| p.state == PersonState::Deactivated);
    let silent = |f: &&Found| f.contact.and_then(|id| known.1.get(&id)).is_some_and(|c| c.do_not_contact_at.is_some());
    let names = |wanted: &dyn Fn(&&Found) -> bool| -> Vec<String> {
        found.iter().filter(|f| !stays(f)).filter(wanted).map(|f| f.name.clone()).collect()
    };
    let (left, silent) = (names(&left), names(&silent));
    if !left.is_empty() {
        return Err(Refusal::Gone(left).into());
    }
    if silent.is_empty() { Ok(()) } else { Err(Refusal::DoNotContact(silent).into()) }
}

fn person(p: &Person) -> Found {
    Found { person: Some(p.id), contact: None, account: None, name: p.name.clone(), email: p.email.clone() }
}

fn contact(c: &Contact) -> Found {
    Found {
        person: None,
        contact: Some(c.id),
        account: Some(c.account_id),
        name: c.name.clone(),
        email: c.email.clone(),
    }
}
