//! From the people of a plan to the rows of a meeting: first everybody is found, which only reads and is what a preview
//! needs, then the customers nobody knew yet are made.

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

/// Whom a plan names, once looked up. Neither person nor contact: a customer nobody knows yet.
#[derive(Clone)]
pub(super) struct Found {
    person: Option<PersonId>,
    contact: Option<ContactId>,
    account: Option<AccountId>,
    name: String,
    email: String,
    barred: Option<Barred>,
}

/// Why somebody may not be invited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Barred {
    /// They have left the firm.
    Left,
    /// They asked for no more invitations.
    Silent,
}

/// Looks everybody up; writes nothing and refuses nobody.
///
/// # Errors
/// [`AppError::NotFound`] when the plan names a person or contact that does not exist.
pub(super) async fn find(tx: &mut Tx, invitees: &[Invitee]) -> Result<Vec<Found>> {
    let (mut people, mut contacts) = (Vec::new(), Vec::new());
    for invitee in invitees {
        match invitee.guest {
            Guest::Person(id) => people.push(id),
            Guest::Contact(id) => contacts.push(id),
            Guest::New { .. } => {}
        }
    }
    let people: HashMap<PersonId, Person> =
        store::people::by_ids(tx, &people).await?.into_iter().map(|p| (p.id, p)).collect();
    let contacts: HashMap<ContactId, Contact> =
        store::accounts::contacts_by_ids(tx, &contacts).await?.into_iter().map(|c| (c.id, c)).collect();
    let mut found = Vec::with_capacity(invitees.len());
    for invitee in invitees {
        found.push(match &invitee.guest {
            Guest::Person(id) => person(people.get(id).ok_or(AppError::NotFound)?),
            Guest::Contact(id) => contact(contacts.get(id).ok_or(AppError::NotFound)?),
            Guest::New { name, email, .. } => typed(tx, name, email).await?,
        });
    }
    Ok(found)
}

/// A typed address may belong to a colleague or a known contact.
async fn typed(tx: &mut Tx, name: &str, email: &EmailAddress) -> Result<Found> {
    let key = email.key();
    if let Some(known) = store::people::by_email(tx, &key).await? {
        return Ok(person(&known));
    }
    if let Some(known) = store::accounts::contact_by_email(tx, &key).await? {
        return Ok(contact(&known));
    }
    let name = if name.is_empty() { email.local() } else { name };
    Ok(Found {
        person: None,
        contact: None,
        account: None,
        name: name.to_owned(),
        email: email.as_str().to_owned(),
        barred: None,
    })
}

/// The rows of one meeting.
pub(super) struct Table<'a> {
    pub(super) organizer: &'a Person,
    pub(super) meeting: MeetingId,
    pub(super) now: DateTime<Utc>,
    /// The rows there are.
    pub(super) before: &'a [Attendee],
}

impl Table<'_> {
    /// Gives everybody a row: keeps the rows of those who stay with their answers, and marks those who go.
    pub(super) fn seat(&self, people: (&[Invitee], &[Found]), new_id: &dyn Fn() -> AttendeeId) -> Seated {
        let (invitees, found) = people;
        let chair = self.chair(new_id);
        let mut by_key: HashMap<String, AttendeeId> = HashMap::from([(chair.email_key.clone(), chair.id)]);
        let mut rows = vec![chair];
        let mut seats = Vec::with_capacity(invitees.len());
        for (invitee, person) in invitees.iter().zip(found) {
            let key = address_key(&person.email);
            let id = if let Some(id) = by_key.get(&key) {
                *id
            } else {
                let row = Attendee {
                    position: i64::try_from(rows.len()).unwrap_or(i64::MAX),
                    ..self.row(invitee, person, new_id)
                };
                let id = row.id;
                by_key.insert(key, id);
                rows.push(row);
                id
            };
            seats.push(id);
        }
        let gone = self.before.iter().filter(|old| !rows.iter().any(|row| row.id == old.id));
        let gone: Vec<Attendee> = gone
            .map(|old| Attendee { removed_at: old.removed_at.or(Some(self.now)), position: 1_000, ..old.clone() })
            .collect();
        rows.extend(gone);
        Seated { rows, seats, account: found.iter().find_map(|f| f.account) }
    }

    fn chair(&self, new_id: &dyn Fn() -> AttendeeId) -> Attendee {
        let old = self.before.iter().find(|a| a.person_id == Some(self.organizer.id));
        Attendee {
            id: old.map_or_else(new_id, |a| a.id),
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
            answer_made_at: None,
            comment: old.map_or_else(String::new, |a| a.comment.clone()),
            link_version: old.map_or(1, |a| a.link_version),
            removed_at: None,
            first_item: None,
            last_item: None,
            stay_after: None,
            stay_minutes: None,
            wants_reminder: false,
        }
    }

    fn row(&self, invitee: &Invitee, found: &Found, new_id: &dyn Fn() -> AttendeeId) -> Attendee {
        let old = self.before.iter().find(|a| found.is(a));
        // Somebody who was taken out and comes back is asked anew; so is an organizer who handed the meeting over.
        let kept = old.filter(|a| a.removed_at.is_none() && a.role != AttendeeRole::Chair);
        Attendee {
            id: old.map_or_else(new_id, |a| a.id),
            meeting_id: self.meeting,
            position: 0,
            person_id: found.person,
            contact_id: found.contact,
            name: found.name.clone(),
            email: found.email.clone(),
            email_key: address_key(&found.email),
            role: invitee.role,
            why: invitee.why.clone(),
            answer: kept.map_or(Answer::Open, |a| a.answer),
            answered_at: kept.and_then(|a| a.answered_at),
            answer_made_at: kept.and_then(|a| a.answer_made_at),
            comment: kept.map_or_else(String::new, |a| a.comment.clone()),
            link_version: old.map_or(1, |a| a.link_version),
            removed_at: None,
            first_item: kept.and_then(|a| a.first_item),
            last_item: kept.and_then(|a| a.last_item),
            stay_after: kept.and_then(|a| a.stay_after),
            stay_minutes: kept.and_then(|a| a.stay_minutes),
            wants_reminder: kept.is_some_and(|a| a.wants_reminder),
        }
    }
}

/// Seats people for good.
pub(super) struct Seating<'a> {
    pub(super) app: &'a App,
    pub(super) organization: &'a Organization,
    pub(super) organizer: &'a Person,
    pub(super) meeting: MeetingId,
    pub(super) now: DateTime<Utc>,
}

/// A meeting whose people are seated.
pub(super) struct Place<'a> {
    pub(super) organizer: &'a Person,
    pub(super) meeting: MeetingId,
    pub(super) invitees: &'a [Invitee],
    /// The rows there are.
    pub(super) before: &'a [Attendee],
}

impl Place<'_> {
    /// Its people among all that were looked up.
    fn found(&self, named: &[Invitee], found: &[Found]) -> Vec<Found> {
        let known = |invitee: &Invitee| named.iter().zip(found).find(|(known, _)| known.guest == invitee.guest);
        self.invitees.iter().filter_map(|invitee| known(invitee).map(|(_, found)| found.clone())).collect()
    }
}

impl Seating<'_> {
    /// Finds or makes everybody and gives them their rows.
    ///
    /// # Errors
    /// [`Refusal::NobodyInvited`], [`Refusal::TooManyPeople`], [`Refusal::Gone`], [`Refusal::DoNotContact`].
    pub(super) async fn seat(&self, tx: &mut Tx, invitees: &[Invitee], before: &[Attendee]) -> Result<Seated> {
        let place = Place { organizer: self.organizer, meeting: self.meeting, invitees, before };
        self.seat_all(tx, &[place]).await?.pop().ok_or(AppError::NotFound)
    }

    /// The same for several meetings, in their order. Everybody is looked up once.
    pub(super) async fn seat_all(&self, tx: &mut Tx, places: &[Place<'_>]) -> Result<Vec<Seated>> {
        let mut named: Vec<Invitee> = Vec::new();
        for place in places {
            if place.invitees.is_empty() {
                return Err(Refusal::NobodyInvited.into());
            }
            if place.invitees.len() >= MAX_ATTENDEES {
                return Err(Refusal::TooManyPeople.into());
            }
            for invitee in place.invitees {
                if named.iter().all(|known| known.guest != invitee.guest) {
                    named.push(invitee.clone());
                }
            }
        }
        let mut found = find(tx, &named).await?;
        for place in places {
            refuse_barred(&place.found(&named, &found), place.before)?;
        }
        store::accounts::hold_keys(tx, &new_keys(&named, &found)).await?;
        for (invitee, found) in named.iter().zip(&mut found) {
            if let (Guest::New { email, account, .. }, None, None) = (&invitee.guest, found.person, found.contact) {
                *found = self.make(tx, &found.name, (email, account)).await?;
            }
        }
        places.iter().map(|place| self.rows(place, &place.found(&named, &found))).collect()
    }

    fn rows(&self, place: &Place<'_>, found: &[Found]) -> Result<Seated> {
        let table = Table { organizer: place.organizer, meeting: place.meeting, now: self.now, before: place.before };
        let seated = table.seat((place.invitees, found), &|| self.app.new_id());
        // Whoever invites only themselves invites nobody.
        if seated.rows.iter().filter(|row| row.removed_at.is_none()).count() == 1 {
            return Err(Refusal::NobodyInvited.into());
        }
        Ok(seated)
    }

    async fn make(&self, tx: &mut Tx, name: &str, (email, account): (&EmailAddress, &str)) -> Result<Found> {
        let account = self.find_or_make_account(tx, account_name(email, account)).await?;
        let made = Contact {
            id: self.app.new_id(),
            account_id: account,
            name: name.to_owned(),
            email: email.as_str().to_owned(),
            email_key: email.key(),
            language: self.organization.language,
            zone: self.organization.zone.clone(),
            do_not_contact_at: None,
            do_not_contact_source: None,
            created_at: self.now,
            updated_at: self.now,
        };
        if store::accounts::insert_contact(tx, &made).await? {
            return Ok(contact(&made));
        }
        // Typed twice in this plan, or in another one at this moment.
        let known = store::accounts::contact_by_email(tx, &made.email_key).await?.ok_or(AppError::Stale)?;
        let found = contact(&known);
        refuse_barred(std::slice::from_ref(&found), &[])?;
        Ok(found)
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
        if store::accounts::insert_account(tx, &made).await? {
            return Ok(made.id);
        }
        // Somebody else made it at this moment, and has committed.
        Ok(store::accounts::account_by_name(tx, &made.name_key).await?.ok_or(AppError::Stale)?.id)
    }
}

/// The addresses and customers' names that will be new.
fn new_keys(invitees: &[Invitee], found: &[Found]) -> Vec<String> {
    let mut keys = Vec::new();
    for (invitee, found) in invitees.iter().zip(found) {
        if let (Guest::New { email, account, .. }, None, None) = (&invitee.guest, found.person, found.contact) {
            keys.extend([email.key(), account_name(email, account).to_lowercase()]);
        }
    }
    keys
}

fn account_name<'a>(email: &'a EmailAddress, account: &'a str) -> &'a str {
    if account.is_empty() { email.domain() } else { account }
}

/// Nobody who left is invited, and no contact who asked for no more invitations, unless they were in already.
fn refuse_barred(found: &[Found], before: &[Attendee]) -> Result<()> {
    let stays = |f: &Found| before.iter().any(|a| a.removed_at.is_none() && f.is(a));
    let names = |why| -> Vec<String> {
        found.iter().filter(|f| f.barred == Some(why) && !stays(f)).map(|f| f.name.clone()).collect()
    };
    let (left, silent) = (names(Barred::Left), names(Barred::Silent));
    if !left.is_empty() {
        return Err(Refusal::Gone(left).into());
    }
    if silent.is_empty() { Ok(()) } else { Err(Refusal::DoNotContact(silent).into()) }
}

impl Found {
    fn is(&self, row: &Attendee) -> bool {
        (self.person.is_some() && row.person_id == self.person)
            || (self.contact.is_some() && row.contact_id == self.contact)
    }
}

fn person(p: &Person) -> Found {
    Found {
        person: Some(p.id),
        contact: None,
        account: None,
        name: p.name.clone(),
        email: p.email.clone(),
        barred: (p.state == PersonState::Deactivated).then_some(Barred::Left),
    }
}

fn contact(c: &Contact) -> Found {
    Found {
        person: None,
        contact: Some(c.id),
        account: Some(c.account_id),
        name: c.name.clone(),
        email: c.email.clone(),
        barred: c.do_not_contact_at.map(|_| Barred::Silent),
    }
}
