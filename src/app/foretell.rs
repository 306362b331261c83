//! Who would be told what by a change, before it is made. Reads only.

use std::cell::Cell;

use super::{
    actor::{Acting, Actor},
    attendees::{self, Table},
    book::Book,
    edit_meeting,
    error::Result,
    facts, parts, schedule_meeting, series,
    tell::{self, News},
};
use crate::{
    domain::{
        ids::SeriesId,
        itip::plan,
        letter::{MeetingBody, Reader},
        meeting::Format,
        planning::{Details, Video},
    },
    store::{self, Tx, meetings::FullMeeting, people::Person},
};

/// One mail that would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foretold {
    /// How to write to its reader.
    pub to: Reader,
    /// Whether that is a customer.
    pub customer: bool,
    /// What it would say; without calendar object and links, which are made with the change.
    pub body: MeetingBody,
}

/// The mails of an edit as if `actor` made it now; `quiet` as in [`edit_meeting::EditMeeting`].
///
/// # Errors
/// [`super::error::AppError::NotFound`] when somebody in it does not exist, [`super::error::AppError::Data`] when an earlier mail cannot be read.
pub async fn edit(
    tx: &mut Tx,
    actor: &Actor,
    before: &FullMeeting,
    (organizer, details, quiet): (&Person, &Details, bool),
) -> Result<Vec<Foretold>> {
    let after = imagined(tx, before, organizer, details).await?;
    let mut foretold = match before.meeting.series_id {
        Some(series) => edit_of_date(tx, actor, series, (&after, organizer)).await?,
        None => edit_of_meeting(tx, actor, (&after, organizer)).await?,
    };
    if quiet {
        let about_to_leave = store::outbox::about_to_leave(tx, &before.meeting).await?;
        foretold.retain(|f| !f.body.kind.may_wait() || about_to_leave.contains(&f.to.party.email));
    }
    Ok(foretold)
}

async fn edit_of_meeting(
    tx: &mut Tx,
    actor: &Actor,
    (after, organizer): (&FullMeeting, &Person),
) -> Result<Vec<Foretold>> {
    let told = store::outbox::told(tx, after.meeting.id).await?;
    let book = Book::of(tx, &after.attendees, organizer.id).await?;
    let current = facts::of(after, organizer, &book.organization);
    let by = actor.acting_for(organizer.id);
    let by_mail = store::inbound_mailbox::load(tx).await?.is_some();
    let foretold = |n: News<'_>| Foretold {
        to: book.reader(n.attendee),
        customer: n.attendee.person_id.is_none(),
        body: MeetingBody {
            kind: n.kind,
            facts: plan::facts_for(n.kind, n.told.as_ref(), &current.seen_by(n.attendee.id)),
            attendee: n.attendee.id,
            link_version: 1,
            stop: n.attendee.person_id.is_none().then(uuid::Uuid::nil),
            calendar: String::new(),
            note: String::new(),
            by: by.map(Acting::by),
            on_behalf: by.is_some_and(Acting::on_behalf),
            service: by_mail.then(String::new),
            told: n.told,
        },
    };
    Ok(tell::news(after, &current, &told)?.into_iter().map(foretold).collect())
}

/// The same for a date of a series, as if it were told of alone.
async fn edit_of_date(
    tx: &mut Tx,
    actor: &Actor,
    series: SeriesId,
    (after, organizer): (&FullMeeting, &Person),
) -> Result<Vec<Foretold>> {
    let book = Book::of(tx, &after.attendees, organizer.id).await?;
    let (current, known) = series::tell::known_of_date(tx, series, (after, &book)).await?;
    let by = actor.acting_for(organizer.id);
    let mut foretold = Vec::new();
    for row in &after.attendees {
        let (person, told) = (series::facts::person(row), known.get(&row.email_key));
        let seen = current.seen_by(person);
        let Some(kind) = plan::plan(told, &seen, person) else { continue };
        let body = MeetingBody {
            kind,
            facts: plan::facts_for(kind, told, &seen),
            told: told.cloned(),
            attendee: person,
            link_version: 1,
            stop: row.person_id.is_none().then(uuid::Uuid::nil),
            calendar: String::new(),
            note: String::new(),
            by: by.map(Acting::by),
            on_behalf: by.is_some_and(Acting::on_behalf),
            service: None,
        };
        foretold.push(Foretold { to: book.reader(row), customer: row.person_id.is_none(), body });
    }
    Ok(foretold)
}

/// The meeting as it would be; rows that do not exist yet have made-up ids.
async fn imagined(tx: &mut Tx, before: &FullMeeting, organizer: &Person, details: &Details) -> Result<FullMeeting> {
    let found = attendees::find(tx, &details.invitees).await?;
    let m = &before.meeting;
    let table = Table { organizer, meeting: m.id, now: m.updated_at, before: &before.attendees };
    let made_up = Cell::new(0);
    let mut seated = table.seat((&details.invitees, &found), &|| {
        made_up.set(made_up.get() + 1);
        uuid::Uuid::from_u128(made_up.get()).into()
    });
    let mut meeting = m.clone();
    meeting.title.clone_from(&details.title);
    meeting.format = details.format;
    meeting.place.clone_from(&details.place);
    meeting.video_url = video_url(before, organizer, details);
    let item = Cell::new(0);
    let mut agenda = schedule_meeting::agenda(
        &|| {
            item.set(item.get() + 1);
            uuid::Uuid::from_u128(item.get()).into()
        },
        m.id,
        &details.agenda,
        &seated,
    );
    edit_meeting::keep_ids(&before.agenda, &mut agenda, &[]);
    parts::assign(&mut seated, &details.invitees, &agenda);
    let mut after = FullMeeting { meeting, attendees: seated.rows, agenda };
    // One that cannot be sent is refused when it is.
    if parts::settle(&mut after).is_ok() {
        parts::ask_anew(&before.attendees, &mut after.attendees);
    }
    Ok(after)
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
