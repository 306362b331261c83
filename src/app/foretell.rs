//! Who would be told what by a change, before it is made. Reads only.

use std::collections::HashMap;

use super::{
    book::address_key,
    error::{AppError, Result},
    facts, tell,
};
use crate::{
    domain::{
        ids::{AttendeeId, ContactId, PersonId},
        itip::plan::MessageKind,
        meeting::{Answer, Format},
        planning::{Details, Guest, Invitee, Owner, Video},
    },
    store::{
        self, Tx,
        accounts::Contact,
        meetings::{AgendaItem, Attendee, FullMeeting},
        people::Person,
    },
};

/// One mail that would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foretold {
    /// To whom.
    pub name: String,
    /// What it would say.
    pub kind: MessageKind,
}

/// The mails of an edit as if it were made now.
pub async fn edit(tx: &mut Tx, before: &FullMeeting, organizer: &Person, details: &Details) -> Result<Vec<Foretold>> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let after = imagined(tx, before, organizer, details).await?;
    let told = store::outbox::told(tx, before.meeting.id).await?;
    let current = facts::of(&after, organizer, &organization);
    let news = tell::news(&after, &current, &told)?;
    Ok(news.into_iter().map(|n| Foretold { name: n.attendee.name.clone(), kind: n.kind }).collect())
}

/// The meeting as it would be; rows that do not exist yet have made-up ids.
async fn imagined(tx: &mut Tx, before: &FullMeeting, organizer: &Person, details: &Details) -> Result<FullMeeting> {
    let guests = Guests::read(tx, &details.invitees).await?;
    let chair = before.attendees.iter().find(|a| a.person_id == Some(organizer.id)).ok_or(AppError::NotFound)?;
    let mut rows = vec![chair.clone()];
    let mut seats = Vec::with_capacity(details.invitees.len());
    for (number, invitee) in details.invitees.iter().enumerate() {
        let row = guests.row(before, chair, (number, invitee));
        let seated = rows.iter().find(|r| r.email_key == row.email_key).map(|r| r.id);
        seats.push(seated.unwrap_or(row.id));
        if seated.is_none() {
            rows.push(row);
        }
    }
    let gone = before.attendees.iter().filter(|old| !rows.iter().any(|row| row.id == old.id));
    let gone: Vec<Attendee> =
        gone.map(|old| Attendee { removed_at: Some(before.meeting.updated_at), ..old.clone() }).collect();
    rows.extend(gone);
    let mut meeting = before.meeting.clone();
    meeting.title.clone_from(&details.title);
    meeting.format = details.format;
    meeting.place.clone_from(&details.place);
    meeting.video_url = video_url(before, organizer, details);
    let agenda = agenda(before, details, chair.id, &seats);
    Ok(FullMeeting { meeting, attendees: rows, agenda })
}

/// A new room has no address yet, but it is another one.
fn video_url(before: &FullMeeting, organizer: &Person, details: &Details) -> Option<String> {
    let m = &before.meeting;
    match details.video.as_ref().filter(|_| details.format == Format::Video)? {
        Video::Pasted(url) => Some(url.clone()),
        Video::Personal => organizer.video_room.clone(),
        Video::Own if m.video_source == Some(crate::domain::meeting::VideoSource::Own) => m.video_url.clone(),
        Video::Own => Some(String::new()),
    }
}

fn agenda(before: &FullMeeting, details: &Details, chair: AttendeeId, seats: &[AttendeeId]) -> Vec<AgendaItem> {
    let item = |point: &crate::domain::planning::Point| AgendaItem {
        id: uuid::Uuid::nil().into(),
        meeting_id: before.meeting.id,
        position: 0,
        kind: point.kind,
        title: point.title.clone(),
        minutes: i64::from(point.minutes),
        owner_id: match point.owner {
            Owner::Everyone => None,
            Owner::Organizer => Some(chair),
            Owner::Invitee(place) => seats.get(place).copied(),
        },
        wanted: point.wanted,
    };
    details.agenda.iter().map(item).collect()
}

/// The rows behind the people of a plan.
struct Guests {
    people: HashMap<PersonId, Person>,
    contacts: HashMap<ContactId, Contact>,
    /// Typed addresses that somebody has already.
    known: HashMap<String, (Option<PersonId>, Option<ContactId>)>,
}

impl Guests {
    async fn read(tx: &mut Tx, invitees: &[Invitee]) -> Result<Self> {
        let (mut people, mut contacts, mut known) = (Vec::new(), Vec::new(), HashMap::new());
        for invitee in invitees {
            match &invitee.guest {
                Guest::Person(id) => people.push(*id),
                Guest::Contact(id) => contacts.push(*id),
                Guest::New { email, .. } => {
                    let person = store::people::by_email(tx, &email.key()).await?.map(|p| p.id);
                    let contact = store::accounts::contact_by_email(tx, &email.key()).await?.map(|c| c.id);
                    people.extend(person);
                    contacts.extend(contact);
                    known.insert(email.key(), (person, contact.filter(|_| person.is_none())));
                }
            }
        }
        let people = if people.is_empty() { Vec::new() } else { store::people::by_ids(tx, &people).await? };
        let contacts =
            if contacts.is_empty() { Vec::new() } else { store::accounts::contacts_by_ids(tx, &contacts).await? };
        Ok(Self {
            people: people.into_iter().map(|p| (p.id, p)).collect(),
            contacts: contacts.into_iter().map(|c| (c.id, c)).collect(),
            known,
        })
    }

    fn row(&self, before: &FullMeeting, chair: &Attendee, (number, invitee): (usize, &Invitee)) -> Attendee {
        let (person, contact) = match &invitee.guest {
            Guest::Person(id) => (Some(*id), None),
            Guest::Contact(id) => (None, Some(*id)),
            Guest::New { email, .. } => self.known.get(&email.key()).copied().unwrap_or_default(),
        };
        let old = before
            .attendees
            .iter()
            .find(|a| (person.is_some() && a.person_id == person) || (contact.is_some() && a.contact_id == contact));
        let (name, email) = self.party(invitee, person, contact);
        Attendee {
            id: old.map_or_else(|| uuid::Uuid::from_u128(number as u128).into(), |a| a.id),
            person_id: person,
            contact_id: contact,
            email_key: address_key(&email),
            name,
            email,
            role: invitee.role,
            why: invitee.why.clone(),
            answer: Answer::Open,
            removed_at: None,
            ..chair.clone()
        }
    }

    fn party(&self, invitee: &Invitee, person: Option<PersonId>, contact: Option<ContactId>) -> (String, String) {
        let person = person.and_then(|id| self.people.get(&id)).map(|p| (p.name.clone(), p.email.clone()));
        let contact = contact.and_then(|id| self.contacts.get(&id)).map(|c| (c.name.clone(), c.email.clone()));
        let new = || match &invitee.guest {
            Guest::New { name, email, .. } if name.is_empty() => (email.local().to_owned(), email.as_str().to_owned()),
            Guest::New { name, email, .. } => (name.clone(), email.as_str().to_owned()),
            Guest::Person(_) | Guest::Contact(_) => (String::new(), String::new()),
        };
        person.or(contact).unwrap_or_else(new)
    }
}
