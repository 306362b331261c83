//! Who would be told what by a change, before it is made. Reads only.

use std::cell::Cell;

use super::{
    attendees::{self, Table},
    error::{AppError, Result},
    facts, schedule_meeting, tell,
};
use crate::{
    domain::{
        itip::plan::MessageKind,
        meeting::Format,
        planning::{Details, Video},
    },
    store::{self, Tx, meetings::FullMeeting, people::Person},
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
    let found = attendees::find(tx, &details.invitees).await?;
    let m = &before.meeting;
    let table = Table { organizer, meeting: m.id, now: m.updated_at, before: &before.attendees };
    let made_up = Cell::new(0);
    let seated = table.seat((&details.invitees, &found), &|| {
        made_up.set(made_up.get() + 1);
        uuid::Uuid::from_u128(made_up.get()).into()
    });
    let mut meeting = m.clone();
    meeting.title.clone_from(&details.title);
    meeting.format = details.format;
    meeting.place.clone_from(&details.place);
    meeting.video_url = video_url(before, organizer, details);
    let agenda = schedule_meeting::agenda(&|| uuid::Uuid::nil().into(), m.id, &details.agenda, &seated);
    Ok(FullMeeting { meeting, attendees: seated.rows, agenda })
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
