//! What invitations and feeds say alike about a meeting.

use std::fmt::Write as _;

use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{CalendarDateTime, Component, Event, EventLike, Property};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::Url;

use super::{vtimezone, wire::Writer};
use crate::domain::{
    agenda::{AgendaPoint, link::Reading},
    ids::AttendeeId,
    meeting::{Attendance, MAX_POINTS, MAX_TITLE, MeetingFacts},
    text::SafeText,
    time::Zone,
};

/// Longest name, place, label or agenda point, in characters.
const MAX_LINE: usize = 200;
/// Most links that a description shows; all stand on the page.
const MAX_READING: usize = 10;
/// Longest reason, in characters.
const MAX_REASON: usize = 2000;
/// Longest address of a page or room, in bytes.
const MAX_URL: usize = 2000;

/// The few words that stand inside calendar objects, in the recipient's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Ahead of the link in the place: "Video meeting".
    pub video: String,
    /// Ahead of the link in the description and on the button: "Join the video meeting".
    pub join: String,
    /// Heading of the points: "Agenda".
    pub agenda: String,
    /// The short unit behind a number of minutes: "min".
    pub minutes: String,
    /// Who leads a point that nobody owns: "everyone".
    pub everyone: String,
    /// Ahead of the title of a meeting that was called off: "Cancelled".
    pub cancelled: String,
    /// Ahead of the title for somebody who was taken off the list: "No longer needed".
    pub removed: String,
    /// Ahead of the link to the page of the meeting: "Answer and details".
    pub page: String,
    /// Ahead of what to read before the meeting: "Read ahead".
    pub reading: String,
}

/// When a meeting takes place, as it is written.
pub(super) struct Slot {
    /// The zone to describe, `None` when the times are in UTC.
    pub(super) zone: Option<Zone>,
    pub(super) begins: DateTime<Utc>,
    pub(super) ends: DateTime<Utc>,
    start: CalendarDateTime,
    end: CalendarDateTime,
}

impl Slot {
    /// Wall time and zone are what was agreed, so they are what is written. UTC stands in where they cannot say it: an
    /// unknown zone, or a time that the clocks skip or show twice (RFC 5545 §3.3.5 has no way to name the second).
    pub(super) fn of(facts: &MeetingFacts) -> Self {
        let Ok(zone) = Zone::named(&facts.zone) else { return Self::in_utc(facts.starts_at, facts.ends_at) };
        // A time that the clocks show twice is the one that the instant says.
        let told = zone.local(facts.starts_at) == facts.start;
        let begins = if told { facts.starts_at } else { zone.instant(facts.start) };
        let ends = begins.checked_add_signed(TimeDelta::minutes(i64::from(facts.minutes))).unwrap_or(begins);
        let until = zone.local(ends);
        let exact =
            zone.local(begins) == facts.start && zone.instant(facts.start) == begins && zone.instant(until) == ends;
        if !exact || matches!(zone.name(), "UTC" | "Etc/UTC") {
            return Self::in_utc(begins, ends);
        }
        let wall = |date_time| CalendarDateTime::WithTimezone { date_time, tzid: zone.name().to_owned() };
        Self { start: wall(facts.start), end: wall(until), begins, ends, zone: Some(zone) }
    }

    pub(super) fn in_utc(begins: DateTime<Utc>, ends: DateTime<Utc>) -> Self {
        Self { zone: None, begins, ends, start: begins.into(), end: ends.into() }
    }

    pub(super) fn write_zone(&self, out: &mut Writer) {
        if let Some(zone) = &self.zone {
            vtimezone::write(out, zone, self.begins, self.ends);
        }
    }

    pub(super) fn enter(&self, event: &mut Event) {
        event.starts(self.start.clone()).ends(self.end.clone());
    }
}

/// Who reads the copy and where they find more.
pub(super) struct Reader<'a> {
    pub(super) words: &'a Words,
    /// The page of the meeting for this reader.
    pub(super) page: Option<&'a str>,
    /// The people whose names this reader may see.
    pub(super) sees: &'a [&'a Attendance],
}

/// Title, points, place and links.
pub(super) fn enter_content(event: &mut Event, facts: &MeetingFacts, reader: &Reader<'_>) {
    event.summary(line(&facts.title, MAX_TITLE).as_str());
    let video = facts.video_url.as_deref().and_then(web_address);
    let description = description(facts, reader, video.as_deref());
    if !description.is_empty() {
        event.description(&description);
    }
    let place = place(facts, reader.words, video.as_deref());
    if !place.is_empty() {
        event.location(&place);
    }
    if let Some(url) = &video {
        let mut conference = Property::new("CONFERENCE", url);
        conference.add_parameter("VALUE", "URI").add_parameter("FEATURE", "AUDIO,VIDEO");
        conference.add_parameter("LABEL", line(&reader.words.join, MAX_LINE).as_str());
        event.append_multi_property(conference);
    }
    if let Some(page) = reader.page.and_then(web_address) {
        event.url(&page);
    }
}

/// Whether the time counts as busy.
pub(super) fn enter_busy(event: &mut Event, busy: bool) {
    event.add_property("TRANSP", if busy { "OPAQUE" } else { "TRANSPARENT" });
    event.add_property("X-MICROSOFT-CDO-BUSYSTATUS", if busy { "BUSY" } else { "FREE" });
}

/// The link comes first: many programs show only the first lines, and most ignore CONFERENCE.
fn description(facts: &MeetingFacts, reader: &Reader<'_>, video: Option<&str>) -> String {
    let words = reader.words;
    let mut parts = Vec::new();
    if let Some(url) = video {
        parts.push(format!("{}: {url}", line(&words.join, MAX_LINE)));
    }
    if !facts.agenda.is_empty() {
        let mut points = line(&words.agenda, MAX_LINE).to_string();
        for (number, point) in facts.agenda.iter().take(MAX_POINTS).enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(points, "\n{}. {}", number + 1, point_line(point, reader));
        }
        parts.push(points);
    }
    parts.extend(reading(facts, words));
    if let Some(page) = reader.page.and_then(web_address) {
        parts.push(format!("{}: {page}", line(&words.page, MAX_LINE)));
    }
    parts.join("\n\n")
}

/// What to read ahead, each with its address; the first ones of a long list.
fn reading(facts: &MeetingFacts, words: &Words) -> Option<String> {
    let all = facts.agenda.iter().take(MAX_POINTS).flat_map(|point| &point.reading);
    let one = |reading: &Reading| {
        let url = web_address(&reading.url)?;
        Some(format!("\n{}: {url}", line(&reading.label, MAX_LINE)))
    };
    let lines: String = all.filter_map(one).take(MAX_READING).collect();
    (!lines.is_empty()).then(|| format!("{}{lines}", line(&words.reading, MAX_LINE)))
}

fn point_line(point: &AgendaPoint, reader: &Reader<'_>) -> String {
    let minutes = (point.minutes > 0).then(|| format!("{} {}", point.minutes, line(&reader.words.minutes, MAX_LINE)));
    let who = match point.owner {
        None => Some(line(&reader.words.everyone, MAX_LINE)),
        Some(owner) => name_of(owner, reader.sees),
    };
    let details: Vec<_> = minutes.into_iter().chain(who.map(String::from)).collect();
    let title = line(&point.title, MAX_LINE);
    if details.is_empty() { title.into() } else { format!("{title} ({})", details.join(", ")) }
}

fn name_of(id: AttendeeId, sees: &[&Attendance]) -> Option<SafeText> {
    sees.iter().find(|person| person.id == id).map(|person| line(&person.name, MAX_LINE))
}

fn place(facts: &MeetingFacts, words: &Words, video: Option<&str>) -> String {
    let place = line(&facts.place, MAX_LINE);
    let video = video.map(|url| format!("{}: {url}", line(&words.video, MAX_LINE)));
    let parts: Vec<_> = (!place.is_empty()).then(|| place.into()).into_iter().chain(video).collect();
    parts.join(", ")
}

/// One clean line.
pub(super) fn line(raw: &str, max: usize) -> SafeText {
    SafeText::line(raw, max)
}

/// A clean display name.
pub(super) fn display_name(raw: &str) -> SafeText {
    line(raw, MAX_LINE)
}

/// A clean reason of several lines.
pub(super) fn reason(raw: &str) -> SafeText {
    SafeText::block(raw, MAX_REASON)
}

/// What browsers let pass in an address though RFC 3986 does not.
const UNCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// An address of the web in its coded form, which has no blanks, quotes or control characters; anything else is left out.
fn web_address(raw: &str) -> Option<String> {
    let url = Url::parse(raw).ok().filter(|url| matches!(url.scheme(), "https" | "http"))?;
    let coded = utf8_percent_encode(url.as_str(), UNCODED).to_string();
    (coded.len() <= MAX_URL).then_some(coded)
}
