//! Subscriptions and single files (RFC 5545, RFC 7986): no METHOD, no ORGANIZER, no ATTENDEE, or calendars would answer.

use std::{borrow::Borrow, collections::BTreeMap};

use chrono::{DateTime, Utc};
use icalendar::{Component, Event, EventStatus, Property};
use serde::{Deserialize, Serialize};

use super::{
    PRODID,
    compose::visible_to,
    event::{self, Reader, Slot, Words},
    plan::Stamp,
    vtimezone,
    wire::Writer,
};
use crate::domain::{
    ids::AttendeeId,
    meeting::{AttendeeRole, MeetingFacts, Status},
    time::Zone,
};

/// How much a feed tells.
#[derive(Debug, Clone, Copy)]
pub enum Detail<'a> {
    /// All that its reader may know.
    Full {
        /// In the reader's language.
        words: &'a Words,
        /// The page of the meeting.
        page: Option<&'a str>,
        /// The reader as an attendee; `None` for a colleague who does not take part. A meeting that the reader is
        /// only informed of takes none of their time.
        reader: Option<AttendeeId>,
    },
    /// Only that the time is taken.
    BusyOnly {
        /// The one word that stands for the title, for example "Busy".
        word: &'a str,
    },
}

/// One revision of one meeting.
#[derive(Debug, Clone, Copy)]
pub struct Revision<'a> {
    /// What is true.
    pub facts: &'a MeetingFacts,
    /// The version last told by mail. Its DTSTAMP is the time of the last change, so that bytes stay the same
    /// until the next one (RFC 5545 §3.8.7.2).
    pub stamp: Stamp,
    /// When the meeting was planned.
    pub created: DateTime<Utc>,
}

/// The text of one meeting in a feed. It changes only with the meeting's revision, so it may be kept and joined later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedEntry {
    /// IANA zone that the text refers to; `None` for times in UTC.
    zone: Option<String>,
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
    text: String,
}

impl FeedEntry {
    pub(super) fn written(zone: Option<String>, (begins, ends): (DateTime<Utc>, DateTime<Utc>), text: String) -> Self {
        Self { zone, begins, ends, text }
    }

    /// How long the text is.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// What stands above the meetings.
#[derive(Debug, Clone, Copy)]
pub struct FeedHead<'a> {
    /// Name under which calendars show the feed.
    pub name: &'a str,
    /// Whole minutes between two readings that readers should keep, 1 to 1440; shorter and longer are brought in.
    pub refresh_minutes: u32,
}

/// The entry of a meeting, or `None` when it has no place in a feed: a draft or one that was called off.
#[must_use]
pub fn entry(revision: &Revision<'_>, detail: Detail<'_>) -> Option<FeedEntry> {
    let facts = revision.facts;
    if facts.status != Status::Confirmed {
        return None;
    }
    let slot = Slot::of(facts);
    let mut out = Writer::with_capacity(1024);
    out.component(&vevent(revision, detail, &slot));
    let zone = slot.zone.as_ref().map(|zone| zone.name().to_owned());
    Some(FeedEntry { zone, begins: slot.begins, ends: slot.ends, text: out.finish() })
}

/// A whole subscription. Entries keep their order; the same entries give the same bytes.
#[must_use]
pub fn feed<E: Borrow<FeedEntry>>(head: &FeedHead<'_>, entries: &[E]) -> String {
    let bytes: usize = entries.iter().map(|entry| entry.borrow().text.len()).sum();
    let mut out = Writer::with_capacity(bytes + 4096);
    begin(&mut out);
    let name = event::display_name(head.name);
    let refresh = match head.refresh_minutes.clamp(1, 24 * 60) {
        minutes if minutes % 60 == 0 => format!("PT{}H", minutes / 60),
        minutes => format!("PT{minutes}M"),
    };
    out.text("NAME", name.as_str());
    out.text("X-WR-CALNAME", name.as_str());
    out.property(Property::new("REFRESH-INTERVAL", &refresh).add_parameter("VALUE", "DURATION"));
    out.structured("X-PUBLISHED-TTL", &refresh);
    out.structured("COLOR", "steelblue");
    write_zones(&mut out, entries);
    for entry in entries {
        out.lines(&entry.borrow().text);
    }
    out.end("VCALENDAR");
    out.finish()
}

/// A file with one meeting, to be put into a calendar by hand, or `None` for what has no place in a feed either.
#[must_use]
pub fn single(revision: &Revision<'_>, detail: Detail<'_>) -> Option<String> {
    Some(file(&entry(revision, detail)?))
}

/// A file with one entry.
pub(super) fn file(entry: &FeedEntry) -> String {
    let mut out = Writer::with_capacity(2048);
    begin(&mut out);
    write_zones(&mut out, std::slice::from_ref(entry));
    out.lines(&entry.text);
    out.end("VCALENDAR");
    out.finish()
}

fn begin(out: &mut Writer) {
    out.begin("VCALENDAR");
    out.structured("VERSION", "2.0");
    out.text("PRODID", PRODID);
    out.structured("CALSCALE", "GREGORIAN");
}

/// Every zone once, with rules that hold from its first to its last meeting.
fn write_zones<E: Borrow<FeedEntry>>(out: &mut Writer, entries: &[E]) {
    let mut spans: BTreeMap<&str, (DateTime<Utc>, DateTime<Utc>)> = BTreeMap::new();
    for entry in entries.iter().map(E::borrow) {
        if let Some(zone) = &entry.zone {
            let span = spans.entry(zone).or_insert((entry.begins, entry.ends));
            *span = (span.0.min(entry.begins), span.1.max(entry.ends));
        }
    }
    for (name, (from, until)) in spans {
        if let Ok(zone) = Zone::named(name) {
            vtimezone::write(out, &zone, from, until);
        }
    }
}

pub(super) fn vevent(revision: &Revision<'_>, detail: Detail<'_>, slot: &Slot) -> Event {
    let Revision { facts, stamp, created } = *revision;
    let mut event = Event::new();
    event.uid(event::line(&facts.uid, 255).as_str()).timestamp(stamp.dtstamp).sequence(stamp.sequence);
    event.created(created).last_modified(stamp.dtstamp).status(EventStatus::Confirmed);
    slot.enter(&mut event);
    match detail {
        Detail::Full { words, page, reader } => {
            let reader = reader.and_then(|id| facts.attendee(id));
            let sees = reader.map_or_else(|| facts.attendees.iter().collect(), |reader| visible_to(facts, reader));
            event::enter_content(&mut event, facts, &Reader { words, page, sees: &sees });
            event::enter_busy(&mut event, reader.is_none_or(|reader| reader.role != AttendeeRole::Informed));
        }
        Detail::BusyOnly { word } => {
            event.summary(event::display_name(word).as_str());
            event::enter_busy(&mut event, true);
        }
    }
    event
}
