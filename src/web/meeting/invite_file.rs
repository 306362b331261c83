//! A meeting as a calendar file, to be put into a calendar by hand.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::seen;
use crate::{
    app::{
        facts,
        series::facts::{person, told},
    },
    domain::{
        ids::{AttendeeId, MeetingId, SeriesId},
        itip::{
            feed::{self, Detail, Revision},
            plan::Stamp,
            series::compose::{self, SeriesRevision},
        },
        language::Language,
        meeting::{MeetingFacts, Status},
    },
    store::{self, Tx, meetings::Meeting},
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
    if full.meeting.status == Status::Pending {
        // It may never take place.
        return Err(Failure::NotFound);
    }
    if let Some(series) = full.meeting.series_id {
        let reader = full.attendees.iter().find(|a| a.removed_at.is_none() && a.person_id == Some(actor.id()));
        let page = format!("{}/meetings/{id}", reads.settings().base_url);
        let reader = (caller.language(), Some(page.as_str()), reader.map(person));
        return date_file(&reads, (&mut tx, series, id), reader).await;
    }
    let organizer = store::people::by_id(&mut tx, full.meeting.organizer_id).await?.ok_or(Failure::NotFound)?;
    let organization = store::organization::load(&mut tx).await?.ok_or(Failure::NotFound)?;
    let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
    let reader = present.into_iter().find(|a| a.person_id == Some(actor.id())).map(|a| a.id);
    let facts = facts::of(&full, &organizer, &organization);
    let facts = reader.map_or_else(|| facts.clone(), |reader| facts.seen_by(reader));
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
    response(feed::single(&revision, Detail::Full { words: &words, page, reader }))
}

/// As [`file`] for one date of a series. The reader is named as the same in all dates.
pub(in crate::web) async fn date_file(
    reads: &Reads,
    (tx, series, date): (&mut Tx, SeriesId, MeetingId),
    (language, page, reader): (Language, Option<&str>, Option<AttendeeId>),
) -> Result<Response, Failure> {
    let (series, facts) = told(tx, series).await?;
    let facts = reader.map_or_else(|| facts.clone(), |reader| facts.seen_by(reader));
    let words = (reads.settings().words)(language);
    let stamp = Stamp { sequence: u32::try_from(series.sequence).unwrap_or(0), dtstamp: series.stamped_at };
    let revision = SeriesRevision { facts: &facts, stamp, created: series.created_at, pages: None };
    response(compose::date_file(&revision, date, Detail::Full { words: &words, page, reader }))
}

fn response(text: Option<String>) -> Result<Response, Failure> {
    let text = text.ok_or(Failure::Gone)?;
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"invite.ics\"")),
        (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
    ];
    Ok((headers, text).into_response())
}
