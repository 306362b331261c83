//! The people a meeting touches, read once per command.

use std::collections::HashMap;

use crate::{
    domain::{
        email::EmailAddress,
        ids::{ContactId, PersonId},
        language::Language,
        letter::Reader,
        meeting::Party,
        person::Clock,
    },
    store::{self, Tx, accounts::Contact, meetings::Attendee, organization::Organization, people::Person},
};

use super::error::{AppError, Result};

/// Firm, colleagues and contacts behind one meeting.
pub(super) struct Book {
    pub(super) organization: Organization,
    pub(super) people: HashMap<PersonId, Person>,
    pub(super) contacts: HashMap<ContactId, Contact>,
}

impl Book {
    /// Reads everybody in three queries.
    pub(super) async fn open(tx: &mut Tx, people: &[PersonId], contacts: &[ContactId]) -> Result<Self> {
        let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
        let people = store::people::by_ids(tx, people).await?;
        let contacts =
            if contacts.is_empty() { Vec::new() } else { store::accounts::contacts_by_ids(tx, contacts).await? };
        Ok(Self {
            organization,
            people: people.into_iter().map(|p| (p.id, p)).collect(),
            contacts: contacts.into_iter().map(|c| (c.id, c)).collect(),
        })
    }

    /// Everybody in these rows, and the organizer.
    pub(super) async fn of(tx: &mut Tx, attendees: &[Attendee], organizer: PersonId) -> Result<Self> {
        let mut people: Vec<PersonId> = attendees.iter().filter_map(|a| a.person_id).collect();
        people.push(organizer);
        let contacts: Vec<ContactId> = attendees.iter().filter_map(|a| a.contact_id).collect();
        Self::open(tx, &people, &contacts).await
    }

    pub(super) fn person(&self, id: PersonId) -> Result<&Person> {
        self.people.get(&id).ok_or(AppError::NotFound)
    }

    /// How to write to an attendee: their own language, zone and clock.
    pub(super) fn reader(&self, attendee: &Attendee) -> Reader {
        let party = Party { name: attendee.name.clone(), email: attendee.email.clone() };
        let (language, zone, clock) = self.manners(attendee);
        Reader { party, language, zone, clock }
    }

    fn manners(&self, attendee: &Attendee) -> (Language, String, Clock) {
        let person = attendee.person_id.and_then(|id| self.people.get(&id));
        let contact = attendee.contact_id.and_then(|id| self.contacts.get(&id));
        match (person, contact) {
            (Some(p), _) => (p.language, p.zone.clone(), p.clock),
            (None, Some(c)) => (c.language, c.zone.clone(), Clock::Language),
            (None, None) => (self.organization.language, self.organization.zone.clone(), Clock::Language),
        }
    }
}

/// The key of an address that is known to be valid; as typed in lower case otherwise.
pub(super) fn address_key(email: &str) -> String {
    email.parse::<EmailAddress>().map_or_else(|_| email.trim().to_lowercase(), |address| address.key())
}
