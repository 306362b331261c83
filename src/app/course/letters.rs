//! The mails that go out when minutes are closed.

use super::{Story, worth};
use crate::{
    app::{
        actor::Actor,
        book::{Book, address_key},
        context::App,
        daily_mails,
        error::Result,
    },
    domain::{
        ids::{ContactId, MeetingId},
        letter::{Body, Letter},
        meeting::Party,
        minutes::{Minutes, MinutesBody},
        person::PersonState,
    },
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        outbox::NewMail,
    },
};

/// How many colleagues would get the minutes, and how many customers once something is shared with them. Those who have
/// left or want no mail are counted, too; they are found when it is sent.
#[must_use]
pub fn readers(full: &FullMeeting) -> (usize, usize) {
    let present = |a: &&Attendee| a.removed_at.is_none();
    let customers = full.attendees.iter().filter(present).filter(|a| a.contact_id.is_some()).count();
    (full.attendees.iter().filter(present).count() - customers, customers)
}

/// Queues the minutes for everybody in the meeting, whoever is only informed included, and tells how many mails that makes.
/// Customers get what was ticked for them, and nothing when nothing was.
pub(super) async fn send(tx: &mut Tx, app: &App, actor: &Actor, story: &Story, edition: i64) -> Result<usize> {
    let full = &story.opened.full;
    let rows: Vec<&Attendee> = full.attendees.iter().filter(|a| a.removed_at.is_none()).collect();
    let book = Book::of(tx, &full.attendees, full.meeting.organizer_id).await?;
    let all = story.minutes(app.now());
    let shared = all.for_customers();
    let mut mails = Vec::new();
    for row in rows {
        let part = if row.contact_id.is_some() { shared.as_ref() } else { Some(&all) };
        if let Some(part) = part.filter(|_| reads_mail(&book, row)) {
            // Whoever is not in the next meeting does not learn of it here.
            let part = Minutes { next_at: story.next_with(row), ..part.clone() };
            mails.push(mail(app, (&book, story), row, (part, edition))?);
        }
    }
    daily_mails::pace(tx, actor.id(), &mut mails, app.now()).await?;
    store::outbox::insert(tx, &mails, app.now()).await?;
    Ok(mails.len())
}

fn reads_mail(book: &Book, row: &Attendee) -> bool {
    let person = row.person_id.and_then(|id| book.people.get(&id));
    let contact = row.contact_id.and_then(|id| book.contacts.get(&id));
    person.is_some_and(|p| p.state == PersonState::Active) || contact.is_some_and(|c| c.do_not_contact_at.is_none())
}

fn mail(
    app: &App,
    (book, story): (&Book, &Story),
    row: &Attendee,
    (minutes, edition): (Minutes, i64),
) -> Result<NewMail> {
    let (now, m) = (app.now(), &story.opened.full.meeting);
    let organizer = book.person(m.organizer_id)?;
    let body = MinutesBody {
        meeting: m.id,
        edition: u32::try_from(edition).unwrap_or(0),
        attendee: row.id,
        link_version: u32::try_from(row.link_version).unwrap_or(0),
        stop: row.contact_id.map(ContactId::uuid),
        asks_worth: worth::is_asked(m, row, now),
        organizer: Party { name: organizer.name.clone(), email: organizer.email.clone() },
        minutes,
    };
    let letter = Letter {
        to: book.reader(row),
        at: now,
        company: book.organization.name.clone(),
        body: Body::Minutes(Box::new(body)),
    };
    let (name, host) = (row.id.uuid().simple(), app.settings().host().to_owned());
    Ok(NewMail {
        lane: lane(m.id, row),
        kind: "minutes",
        meeting_id: None,
        series_id: None,
        attendee_id: None,
        person_id: row.person_id,
        recipient: row.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{name}.{edition}.minutes@{host}"),
        not_before: app.after_undo(now),
    })
}

/// Takes back what has not left.
pub(super) async fn take_back(tx: &mut Tx, app: &App, full: &FullMeeting) -> Result<()> {
    let lanes: Vec<String> = full.attendees.iter().map(|row| lane(full.meeting.id, row)).collect();
    Ok(store::outbox::take_back_lanes(tx, &lanes, app.now()).await?)
}

fn lane(meeting: MeetingId, row: &Attendee) -> String {
    format!("minutes|{meeting}|{}", address_key(&row.email))
}
