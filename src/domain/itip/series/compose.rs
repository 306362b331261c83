//! The calendar object of one message about a series to one recipient, and the entry of a series in a feed.

use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Component, Event, Property};

use super::{
    facts::{DateFacts, SeriesFacts},
    outline::Outline,
    plan::SeriesKind,
};
use crate::domain::{
    ids::{AttendeeId, MeetingId},
    itip::{
        PRODID,
        compose::{self, Message, NotComposed, Words, visible_to},
        event::Slot,
        feed::{self, Detail, FeedEntry, Revision},
        lint,
        plan::{MessageKind, Stamp},
        vtimezone,
        wire::Writer,
    },
    meeting::{Attendance, MeetingFacts, Status},
    time::Zone,
};

/// One message about a series to one recipient.
#[derive(Debug, Clone, Copy)]
pub struct SeriesMessage<'a> {
    /// What is true, as [`super::plan::facts_for`] freezes it.
    pub facts: &'a SeriesFacts,
    /// Whose copy this is.
    pub recipient: AttendeeId,
    /// What the message says.
    pub kind: SeriesKind,
    /// The date that a message about one date speaks of, as its recipient knows it.
    pub off: Option<&'a DateFacts>,
    /// Under which version.
    pub stamp: Stamp,
    /// When the series was planned.
    pub created: DateTime<Utc>,
    /// In the recipient's language.
    pub words: &'a Words,
    /// Mailbox of the service.
    pub service_address: &'a str,
    /// The recipient's own page of the series.
    pub page: Option<&'a str>,
    /// The address of a delegate who acts in the organizer's name, for those who may know it (SENT-BY, RFC 5545 §3.2.18).
    pub sent_by: Option<&'a str>,
}

/// The object as it leaves, judged by [`lint`].
///
/// # Errors
/// [`NotComposed`] when it must not leave.
pub fn calendar_object(message: &SeriesMessage<'_>) -> Result<String, NotComposed> {
    let written = Written::new(message)?;
    let mut out = Writer::with_capacity(8192);
    out.begin("VCALENDAR");
    out.structured("VERSION", "2.0");
    out.text("PRODID", PRODID);
    out.structured("CALSCALE", "GREGORIAN");
    out.structured("METHOD", message.kind.method().as_str());
    if !written.outline.is_utc() {
        vtimezone::write(&mut out, &written.outline.zone, written.outline.span.0, written.outline.span.1);
    }
    for event in written.events()? {
        out.component(&event);
    }
    out.end("VCALENDAR");
    let text = out.finish();
    let findings = lint::message(&text, &written.addresses());
    if findings.is_empty() { Ok(text) } else { Err(NotComposed::Faulty(findings)) }
}

struct Written<'a> {
    message: &'a SeriesMessage<'a>,
    outline: Outline<'a>,
}

impl<'a> Written<'a> {
    fn new(message: &'a SeriesMessage<'a>) -> Result<Self, NotComposed> {
        let series = message.facts;
        let seated = |date: &&DateFacts| date.facts.attendee(message.recipient).is_some();
        let held: Vec<&DateFacts> = series.dates.iter().filter(seated).collect();
        // A goodbye speaks of all dates that were there.
        let off = matches!(message.kind, SeriesKind::Cancelled | SeriesKind::Removed);
        let live: Vec<&DateFacts> = if off { held.clone() } else { series.live(message.recipient).collect() };
        let outline = Outline::of(series, &held, &live).ok_or(NotComposed::Stranger)?;
        Ok(Self { message, outline })
    }

    fn events(&self) -> Result<Vec<Event>, NotComposed> {
        let kind = match self.message.kind {
            SeriesKind::Cancelled => MessageKind::Cancelled,
            SeriesKind::Removed => MessageKind::Removed,
            SeriesKind::DateOff => return Ok(vec![self.date_off()?]),
            _ => MessageKind::Changed,
        };
        if let Some(single) = self.outline.single() {
            return Ok(vec![self.event(&single.facts, kind, &slot(&self.outline.zone, &single.facts))?]);
        }
        let usual = &self.outline.usual.facts;
        let mut events = vec![self.event(usual, kind, &master_slot(&self.outline, usual))?];
        if let Some(master) = events.first_mut() {
            self.outline.enter(master);
            if let Some(before) = &self.message.facts.continues {
                master.append_property(Property::new("RELATED-TO", before));
            }
        }
        if kind == MessageKind::Changed {
            for date in &self.outline.exceptions {
                let mut event = self.event(&date.facts, kind, &slot(&self.outline.zone, &date.facts))?;
                self.outline.enter_id(&mut event, date);
                events.push(event);
            }
        }
        Ok(events)
    }

    /// One date goes; its place in the series is all that calendars need.
    fn date_off(&self) -> Result<Event, NotComposed> {
        let off = self.message.off.ok_or(NotComposed::Stranger)?;
        let still = self.message.facts.date(off.id).filter(|now| now.facts.status != Status::Cancelled);
        let kind = if still.is_some() { MessageKind::Removed } else { MessageKind::Cancelled };
        let reason = self.message.facts.date(off.id).map_or_else(String::new, |now| now.facts.cancel_reason.clone());
        let facts = MeetingFacts { cancel_reason: reason, ..off.facts.clone() };
        let mut event = self.event(&facts, kind, &slot(&self.outline.zone, &facts))?;
        self.outline.enter_id(&mut event, off);
        Ok(event)
    }

    fn event(&self, facts: &MeetingFacts, kind: MessageKind, slot: &Slot) -> Result<Event, NotComposed> {
        let SeriesMessage { recipient, stamp, created, words, service_address, page, sent_by, .. } = *self.message;
        let message = Message { facts, recipient, kind, stamp, created, words, service_address, page, sent_by };
        let recipient = facts.attendee(recipient).ok_or(NotComposed::Stranger)?;
        compose::vevent(&message, recipient, slot)
    }

    fn addresses(&self) -> Vec<&'a str> {
        let off = self.message.off.into_iter();
        let all = self.message.facts.dates.iter().chain(off).filter_map(|date| {
            let reader = date.facts.attendee(self.message.recipient)?;
            Some(visible_to(&date.facts, reader))
        });
        all.flatten().map(|person: &Attendance| person.email.trim()).collect()
    }
}

/// The master takes place when the rule first says.
fn master_slot(outline: &Outline<'_>, usual: &MeetingFacts) -> Slot {
    let begins = outline.zone.instant(outline.first);
    let facts =
        MeetingFacts { start: outline.first, starts_at: begins, zone: outline.zone.name().to_owned(), ..usual.clone() };
    let ends_at = begins.checked_add_signed(TimeDelta::minutes(usual.minutes.into())).unwrap_or(begins);
    Slot::of(&MeetingFacts { ends_at, ..facts })
}

/// Written on the clock of the series, whatever the clock it was moved on (RFC 5545 §3.8.4.4). In UTC where that clock shows
/// the time twice and would name the other one.
fn slot(zone: &Zone, facts: &MeetingFacts) -> Slot {
    let start = zone.local(facts.starts_at);
    if zone.instant(start) != facts.starts_at {
        return Slot::in_utc(facts.starts_at, facts.ends_at);
    }
    Slot::of(&MeetingFacts { start, zone: zone.name().to_owned(), ..facts.clone() })
}

/// A series as one of its readers sees it in a feed.
#[derive(Debug, Clone, Copy)]
pub struct SeriesRevision<'a> {
    /// What is true; only the dates that the feed shows.
    pub facts: &'a SeriesFacts,
    /// The version last told by mail.
    pub stamp: Stamp,
    /// When the series was planned.
    pub created: DateTime<Utc>,
    /// The pages of its dates, without the ids.
    pub pages: Option<&'a str>,
}

/// The entry of a series, or `None` when none of its dates has a place in a feed.
#[must_use]
pub fn feed_entry(revision: &SeriesRevision<'_>, detail: Detail<'_>) -> Option<FeedEntry> {
    let blank = blanked(revision.facts, detail);
    let series = blank.as_ref().unwrap_or(revision.facts);
    let live: Vec<&DateFacts> = series.dates.iter().filter(|d| d.facts.status == Status::Confirmed).collect();
    let outline = Outline::of(series, &live, &live)?;
    let mut out = Writer::with_capacity(2048);
    let page = |id: MeetingId| revision.pages.map(|pages| format!("{pages}/{id}"));
    let event = |facts: &MeetingFacts, slot: &Slot, page: Option<&str>| {
        let detail = match detail {
            Detail::Full { words, reader, .. } => Detail::Full { words, page, reader },
            busy @ Detail::BusyOnly { .. } => busy,
        };
        feed::vevent(&Revision { facts, stamp: revision.stamp, created: revision.created }, detail, slot)
    };
    let usual = outline.usual;
    if outline.single().is_some() {
        out.component(&event(&usual.facts, &slot(&outline.zone, &usual.facts), page(usual.id).as_deref()));
    } else {
        let mut master = event(&usual.facts, &master_slot(&outline, &usual.facts), page(usual.id).as_deref());
        outline.enter(&mut master);
        out.component(&master);
        for date in &outline.exceptions {
            let mut exception = event(&date.facts, &slot(&outline.zone, &date.facts), page(date.id).as_deref());
            outline.enter_id(&mut exception, date);
            out.component(&exception);
        }
    }
    let zone = (!outline.is_utc()).then(|| outline.zone.name().to_owned());
    Some(FeedEntry::written(zone, outline.span, out.finish()))
}

/// A file with one date, to be put into a calendar by hand: under the UID of the series and with the place of the date in
/// it, so that a calendar that has the series does not show the date twice. `None` for what has no place in a feed either.
#[must_use]
pub fn date_file(revision: &SeriesRevision<'_>, date: MeetingId, detail: Detail<'_>) -> Option<String> {
    let live: Vec<&DateFacts> = revision.facts.dates.iter().filter(|d| d.facts.status == Status::Confirmed).collect();
    let outline = Outline::of(revision.facts, &live, &live)?;
    let date = live.iter().find(|live| live.id == date)?;
    let one = Revision { facts: &date.facts, stamp: revision.stamp, created: revision.created };
    let mut event = feed::vevent(&one, detail, &slot(&outline.zone, &date.facts));
    if outline.single().is_none() {
        outline.enter_id(&mut event, date);
    }
    let mut out = Writer::with_capacity(2048);
    out.component(&event);
    let zone = (!outline.is_utc()).then(|| outline.zone.name().to_owned());
    let span = (date.facts.starts_at, date.facts.ends_at);
    Some(feed::file(&FeedEntry::written(zone, span, out.finish())))
}

/// Where only busy time is told, dates differ in nothing but their times.
fn blanked(series: &SeriesFacts, detail: Detail<'_>) -> Option<SeriesFacts> {
    let Detail::BusyOnly { word } = detail else { return None };
    let mut blank = series.clone();
    for facts in blank.dates.iter_mut().map(|date| &mut date.facts) {
        word.clone_into(&mut facts.title);
        facts.place.clear();
        facts.video_url = None;
        facts.agenda.clear();
        facts.attendees.clear();
    }
    Some(blank)
}
