//! Reminders of meetings. They are prepared when their time comes by the clock, leave when their reader works, and say what
//! is true then: a meeting that has moved, was called off or answered meanwhile reminds nobody.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::{book::Book, context::App, error::Result, facts};
use crate::{
    domain::{
        ids::{ContactId, MeetingId, PersonId},
        itip::plan::MessageKind,
        letter::{Body, Letter, MeetingBody, ReminderBody},
        limits::facts::DayRule,
        quiet::Workdays,
        reminders::{Reason, Reminders},
        time::Zone,
    },
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        outbox::{Mail, NewMail},
        people::Person,
        reminders::{Candidate, Due, NewReminder},
    },
};

/// Days that differ from people's ordinary weeks.
pub(super) type OwnDays = HashMap<PersonId, HashMap<NaiveDate, DayRule>>;

/// The word in the outbox.
pub const KIND: &str = "reminder";
/// Reminders of one transaction.
const BATCH: usize = 100;
/// Days whose own hours are read: more than any reminder waits.
const DAYS: u64 = 10;

/// Queues the reminders that are due and tells how many. Safe to run anywhere, at any time, also twice at once: there is
/// one row for each meeting, recipient, lead and start, and whoever takes it queues its mail in the same transaction.
pub async fn queue_due(app: &App) -> Result<usize> {
    for reason in Reason::ALL.iter().rev() {
        while prepare(app, *reason).await? == BATCH {}
    }
    let mut queued = 0;
    loop {
        let (taken, new) = send(app).await?;
        queued += new;
        if new > 0 {
            app.wake_worker();
        }
        if taken < BATCH {
            return Ok(queued);
        }
    }
}

/// Notes down who is to be reminded when; tells for how many.
async fn prepare(app: &App, reason: Reason) -> Result<usize> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let policy = store::policy::read(&mut tx).await?.settings.reminders;
    let leads: Vec<_> = policy.leads(reason).collect();
    let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
    let found = store::reminders::candidates(&mut tx, (reason, &leads), now, limit).await?;
    if found.is_empty() {
        return Ok(0);
    }
    let readers = Readers::of(&mut tx, &found, now).await?;
    let host = app.settings().host();
    let rows: Vec<NewReminder> =
        found.iter().filter_map(|one| readers.reminder(one, (reason, &policy), now, host)).collect();
    store::reminders::insert(&mut tx, &rows, now).await?;
    tx.commit().await?;
    Ok(found.len())
}

/// When the readers of some reminders work.
struct Readers {
    book: Book,
    days: OwnDays,
}

impl Readers {
    async fn of(tx: &mut Tx, found: &[Candidate], now: DateTime<Utc>) -> Result<Self> {
        let people: Vec<PersonId> = found.iter().filter_map(|one| one.person_id).collect();
        let contacts: Vec<ContactId> = found.iter().filter_map(|one| one.contact_id).collect();
        let days = own_days(tx, &people, now).await?;
        Ok(Self { book: Book::open(tx, &people, &contacts).await?, days })
    }

    fn reminder(
        &self,
        one: &Candidate,
        (reason, policy): (Reason, &Reminders),
        now: DateTime<Utc>,
        host: &str,
    ) -> Option<NewReminder> {
        let lead = policy.of(one.purpose).of(reason)?;
        let (meeting, attendee) = (one.meeting_id.uuid().simple(), one.attendee_id.uuid().simple());
        Some(NewReminder {
            meeting_id: one.meeting_id,
            attendee_id: one.attendee_id,
            lead,
            starts_at: one.starts_at,
            reason,
            due_at: lead.leaves(
                one.starts_at,
                one.stamped_at,
                &workdays_of(&self.book, &self.days, (one.person_id, one.contact_id)),
                now,
            ),
            message_id: format!("{meeting}.{attendee}.{}.{lead}.reminder@{host}", one.starts_at.timestamp()),
        })
    }
}

/// What people said about the days in which a mail may wait.
pub(super) async fn own_days(tx: &mut Tx, people: &[PersonId], now: DateTime<Utc>) -> Result<OwnDays> {
    let today = now.date_naive();
    Ok(store::days_off::rules_of_people(tx, people, today - Days::new(1), today + Days::new(DAYS)).await?)
}

/// When a colleague or a customer's contact works; nobody knows it of contacts.
pub(super) fn workdays_of(
    book: &Book,
    days: &OwnDays,
    (person, contact): (Option<PersonId>, Option<ContactId>),
) -> Workdays {
    if let Some(person) = person.and_then(|id| book.people.get(&id)) {
        return workdays(person, days.get(&person.id).cloned().unwrap_or_default());
    }
    let contact = contact.and_then(|id| book.contacts.get(&id));
    Workdays::unknown(zone(contact.map_or(&book.organization.zone, |contact| &contact.zone)))
}

/// When a colleague works, with what they said about single days.
pub(super) fn workdays(person: &Person, said: HashMap<NaiveDate, DayRule>) -> Workdays {
    Workdays { zone: zone(&person.zone), hours: person.hours.0.clone(), country: person.country.parse().ok(), said }
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|_| Zone::utc())
}

/// Takes reminders whose time has come and queues the mails of those that are still true; tells how many were taken, and
/// how many of them were queued.
async fn send(app: &App) -> Result<(usize, usize)> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let due = store::reminders::take_due(&mut tx, now, i64::try_from(BATCH).unwrap_or(i64::MAX)).await?;
    if due.is_empty() {
        return Ok((0, 0));
    }
    let ids: Vec<&str> = due.iter().map(|one| one.message_id.as_str()).collect();
    let valid = store::reminders::still_true(&mut tx, &ids, now).await?;
    let (wanted, needless): (Vec<&Due>, Vec<&Due>) = due.iter().partition(|one| valid.contains(&one.message_id));
    let needless: Vec<&str> = needless.into_iter().map(|one| one.message_id.as_str()).collect();
    store::reminders::skip(&mut tx, &needless, now).await?;
    let mails = mails(&mut tx, app, &wanted).await?;
    store::outbox::insert(&mut tx, &mails, now).await?;
    tx.commit().await?;
    if !needless.is_empty() {
        tracing::info!(count = needless.len(), "reminders were not needed any more");
    }
    Ok((due.len(), mails.len()))
}

async fn mails(tx: &mut Tx, app: &App, due: &[&Due]) -> Result<Vec<NewMail>> {
    let ids: BTreeSet<MeetingId> = due.iter().map(|one| one.meeting_id).collect();
    let meetings = store::meetings::by_ids(tx, &ids.into_iter().collect::<Vec<_>>()).await?;
    let meetings: HashMap<MeetingId, FullMeeting> = meetings.into_iter().map(|full| (full.meeting.id, full)).collect();
    let place = |one: &Due| {
        let full = meetings.get(&one.meeting_id)?;
        Some((full, full.attendees.iter().find(|a| a.id == one.attendee_id)?))
    };
    let places: Vec<_> = due.iter().filter_map(|one| Some((*one, place(one)?))).collect();
    let readers = places.iter().map(|(_, (_, attendee))| attendee);
    let organizers = places.iter().map(|(_, (full, _))| full.meeting.organizer_id);
    let people: HashSet<PersonId> = readers.clone().filter_map(|a| a.person_id).chain(organizers).collect();
    let contacts: Vec<ContactId> = readers.filter_map(|a| a.contact_id).collect();
    let book = Book::open(tx, &people.into_iter().collect::<Vec<_>>(), &contacts).await?;
    let by_mail = store::inbound_mailbox::load(tx).await?.is_some();
    let desk = Desk { app, book: &book, service: by_mail.then(|| app.service_address(&book.organization)) };
    places.into_iter().map(|(one, place)| desk.mail(one, place)).collect()
}

/// What all reminders of one transaction share.
struct Desk<'a> {
    app: &'a App,
    book: &'a Book,
    /// The address that calendars answer to, where answers by mail are taken in.
    service: Option<String>,
}

impl Desk<'_> {
    fn mail(&self, one: &Due, (full, attendee): (&FullMeeting, &Attendee)) -> Result<NewMail> {
        let now = self.app.now();
        let company = self.book.organization.name.clone();
        let body = Body::Reminder(Box::new(self.body(one.reason, full, attendee)?));
        let letter = Letter { to: self.book.reader(attendee), at: now, company, body };
        Ok(NewMail {
            // No other mail waits for it, and changes of the meeting do not take it back: the worker asks whether it is
            // still true.
            lane: format!("reminder|{}", attendee.id),
            kind: KIND,
            meeting_id: None,
            series_id: None,
            attendee_id: None,
            person_id: attendee.person_id,
            recipient: attendee.email.clone(),
            sequence: None,
            payload: serde_json::to_value(&letter)?,
            message_id: one.message_id.clone(),
            not_before: now,
        })
    }

    fn body(&self, reason: Reason, full: &FullMeeting, attendee: &Attendee) -> Result<ReminderBody> {
        let organizer = self.book.person(full.meeting.organizer_id)?;
        let about = MeetingBody {
            kind: MessageKind::Invitation,
            facts: facts::of(full, organizer, &self.book.organization).seen_by(attendee.id),
            told: None,
            attendee: attendee.id,
            link_version: u32::try_from(attendee.link_version).unwrap_or(1),
            stop: attendee.contact_id.map(ContactId::uuid),
            calendar: String::new(),
            note: String::new(),
            by: None,
            on_behalf: false,
            service: self.service.clone(),
        };
        Ok(ReminderBody { meeting: full.meeting.id, reason, about })
    }
}

/// Which of these claimed mails are reminders that say something no longer true; they need not be sent. A reminder also
/// ends with its day in the reader's zone, because it speaks of today and tomorrow.
///
/// # Errors
/// When the database fails.
pub async fn outdated(tx: &mut Tx, mails: &[Mail], now: DateTime<Utc>) -> store::Result<Vec<i64>> {
    let reminders: Vec<&Mail> = mails.iter().filter(|mail| mail.kind == KIND).collect();
    let ids: Vec<&str> = reminders.iter().map(|mail| mail.message_id.as_str()).collect();
    let valid = store::reminders::still_true(tx, &ids, now).await?;
    Ok(reminders
        .into_iter()
        .filter(|m| !valid.contains(&m.message_id) || is_of_yesterday(m, now))
        .map(|m| m.id)
        .collect())
}

/// A letter that cannot be read is none: the attempt to send it says so.
fn is_of_yesterday(mail: &Mail, now: DateTime<Utc>) -> bool {
    let letter: Option<Letter> = serde_json::from_value(mail.payload.0.clone()).ok();
    letter.is_some_and(|letter| {
        let zone = zone(&letter.to.zone);
        zone.local(letter.at).date() != zone.local(now).date()
    })
}
