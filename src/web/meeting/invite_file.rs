//! A meeting as a calendar file, to be put into a calendar by hand.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::seen;
use crate::{
    app::facts,
    domain::{
        ids::{AttendeeId, MeetingId},
        itip::{
            feed::{self, Detail, Revision},
            plan::Stamp,
        },
        language::Language,
        meeting::{MeetingFacts, Status},
    },
    store::{self, meetings::Meeting},
    web::{caller::Caller, failure::Failure, path::One, state::Reads},
};

pub(super) async fn download(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let mut tx = reads.begin().await?;
    let full = seen(&mut tx, actor, id).await?;
    if full.meeting.status == Status::Pending || full.meeting.series_id.is_some() {
        // It may never take place; or calendars know it as a part of its series, and would have it twice.
        return Err(Failure::NotFound);
    }
    let organizer = store::people::by_id(&mut tx, full.meeting.organizer_id).await?.ok_or(Failure::NotFound)?;
    let organization = store::organization::load(&mut tx).await?.ok_or(Failure::NotFound)?;
    let facts = facts::of(&full, &organizer, &organization);
    let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
    let reader = present.into_iter().find(|a| a.person_id == Some(actor.id())).map(|a| a.id);
    let page = format!("{}/meetings/{id}", reads.settings().base_url);
    file(&reads, (&full.meeting, &facts), (caller.language(), Some(&page), reader))
}

/// The file for one reader: in their language, with their page if they have one, and only what they may know.
pub(in crate::web) fn file(
    reads: &Reads,
    (meeting, facts): (&Meeting, &MeetingFacts),
    (language, page, reader): (Language, Option<&str>, Option<AttendeeId>),
) -> Result<Response, Failure> {
    let words = (reads.settings().words)(language);
    let stamp = Stamp { sequence: u32::try_from(meeting.sequence).unwrap_or(0), dtstamp: meeting.stamped_at };
    let revision = Revision { facts, stamp, created: meeting.created_at };
    let text = feed::single(&revision, Detail::Full { words: &words, page, reader }).ok_or(Failure::Gone)?;
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"invite.ics\"")),
        (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
    ];
    Ok((headers, text).into_response())
}
