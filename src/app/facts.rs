//! From rows to facts.

use super::parts;
use crate::{
    domain::{
        agenda::{
            AgendaPoint,
            part::{Part, Stay},
        },
        ids::{AgendaItemId, AttendeeId},
        meeting::{Answer, Attendance, AttendeeRole, MeetingFacts, Party, Status},
    },
    store::{
        feed_meetings::{FeedMeeting, FeedPoint},
        meetings::{AgendaItem, Attendee, FullMeeting},
        organization::Organization,
        people::Person,
    },
};

/// What messages and feeds say about a meeting.
#[must_use]
pub fn of(full: &FullMeeting, organizer: &Person, organization: &Organization) -> MeetingFacts {
    let m = &full.meeting;
    MeetingFacts {
        uid: m.uid.clone(),
        title: m.title.clone(),
        purpose: m.purpose,
        status: m.status,
        start: m.start_local,
        minutes: u32::try_from(m.minutes).unwrap_or(0),
        zone: m.zone.clone(),
        starts_at: m.starts_at,
        ends_at: m.ends_at,
        format: m.format,
        place: m.place.clone(),
        video_url: m.video_url.clone(),
        organizer: Party { name: organizer.name.clone(), email: organizer.email.clone() },
        company: organization.name.clone(),
        attendees: full
            .attendees
            .iter()
            .filter(|a| a.removed_at.is_none())
            .map(|a| Attendance {
                id: a.id,
                name: a.name.clone(),
                email: a.email.clone(),
                role: a.role,
                answer: a.answer,
                // A customer nobody knew before a preview has no row yet.
                customer: a.person_id.is_none(),
                why: a.why.clone(),
                part: part(full, a),
            })
            .collect(),
        agenda: full.agenda.iter().filter(|i| !i.kind.stays_inside()).map(point).collect(),
        open_guest_list: m.open_guest_list,
        cancel_reason: m.cancel_reason.clone(),
    }
}

fn point(item: &AgendaItem) -> AgendaPoint {
    AgendaPoint {
        kind: item.kind,
        title: item.title.clone(),
        minutes: u32::try_from(item.minutes).unwrap_or(0),
        owner: item.owner_id,
        wanted: item.wanted,
        reading: item.reading().to_vec(),
    }
}

/// The points that somebody is invited to, where it is not the whole meeting.
fn part(full: &FullMeeting, a: &Attendee) -> Option<Part> {
    let (first, last) = parts::places_of(full, a)?;
    let points = full.agenda.get(first..=last)?.iter().filter(|item| !item.kind.stays_inside());
    Some(Part { stay: a.stay()?, points: points.map(point).collect() })
}

/// Who reads a feed, as they take part in one of its meetings.
#[derive(Debug, Clone, Copy)]
pub struct FeedReader {
    /// Their row.
    pub id: AttendeeId,
    /// How they take part.
    pub role: AttendeeRole,
    /// The first and last of the points they are invited to, and when; `None` for the whole meeting.
    pub part: Option<(AgendaItemId, AgendaItemId, Stay)>,
}

/// The same, with no more than a feed says: of all people it knows those who lead a point, and the reader, who is
/// named only if they do.
#[must_use]
pub fn in_feed(m: FeedMeeting, points: Vec<FeedPoint>, reader: Option<FeedReader>) -> MeetingFacts {
    let mut attendees: Vec<Attendance> = Vec::new();
    let mut agenda = Vec::with_capacity(points.len());
    let own = reader.and_then(|reader| reader.part);
    let mut part = own.map(|(.., stay)| Part { stay, points: Vec::new() });
    let mut within = false;
    for point in points {
        within |= own.is_some_and(|(first, ..)| first == point.id);
        let (theirs, id) = (within, point.id);
        within &= own.is_some_and(|(_, last, _)| last != id);
        if point.kind.stays_inside() {
            continue;
        }
        let FeedPoint { kind, title, owner_id: owner, owner_name, wanted, .. } = point;
        if let Some((id, name)) = owner.zip(owner_name).filter(|(id, _)| attendees.iter().all(|a| a.id != *id)) {
            attendees.push(named(id, name));
        }
        let minutes = u32::try_from(point.minutes).unwrap_or(0);
        agenda.push(AgendaPoint { kind, title, minutes, owner, wanted, reading: Vec::new() });
        if let Some(part) = part.as_mut().filter(|_| theirs) {
            part.points.extend(agenda.last().cloned());
        }
    }
    if let Some(FeedReader { id, role, .. }) = reader {
        match attendees.iter_mut().find(|a| a.id == id) {
            Some(leader) => (leader.role, leader.part) = (role, part),
            None => attendees.push(Attendance { role, part, ..named(id, String::new()) }),
        }
    }
    MeetingFacts {
        uid: m.uid,
        title: m.title,
        purpose: m.purpose,
        status: Status::Confirmed,
        start: m.start_local,
        minutes: u32::try_from(m.minutes).unwrap_or(0),
        zone: m.zone,
        starts_at: m.starts_at,
        ends_at: m.ends_at,
        format: m.format,
        place: m.place,
        video_url: m.video_url,
        organizer: Party { name: String::new(), email: String::new() },
        company: String::new(),
        attendees,
        agenda,
        open_guest_list: false,
        cancel_reason: String::new(),
    }
}

fn named(id: AttendeeId, name: String) -> Attendance {
    let (email, why, role) = (String::new(), String::new(), AttendeeRole::Required);
    Attendance { id, name, email, role, answer: Answer::Open, customer: false, why, part: None }
}
