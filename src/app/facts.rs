//! From rows to facts.

use crate::{
    domain::{
        agenda::AgendaPoint,
        ids::AttendeeId,
        meeting::{Answer, Attendance, AttendeeRole, MeetingFacts, Party, Status},
    },
    store::{
        feed_meetings::{FeedMeeting, FeedPoint},
        meetings::FullMeeting,
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
            })
            .collect(),
        agenda: full
            .agenda
            .iter()
            .filter(|i| !i.kind.stays_inside())
            .map(|i| AgendaPoint {
                kind: i.kind,
                title: i.title.clone(),
                minutes: u32::try_from(i.minutes).unwrap_or(0),
                owner: i.owner_id,
                wanted: i.wanted,
            })
            .collect(),
        open_guest_list: m.open_guest_list,
        cancel_reason: m.cancel_reason.clone(),
    }
}

/// The same, with no more than a feed says: of all people it knows those who lead a point, and the reader, who is
/// named only if they do.
#[must_use]
pub fn in_feed(m: FeedMeeting, points: Vec<FeedPoint>, reader: Option<(AttendeeId, AttendeeRole)>) -> MeetingFacts {
    let mut attendees: Vec<Attendance> = Vec::new();
    let mut agenda = Vec::with_capacity(points.len());
    for point in points.into_iter().filter(|point| !point.kind.stays_inside()) {
        let FeedPoint { kind, title, owner_id: owner, owner_name, wanted, .. } = point;
        if let Some((id, name)) = owner.zip(owner_name).filter(|(id, _)| attendees.iter().all(|a| a.id != *id)) {
            attendees.push(named(id, name));
        }
        let minutes = u32::try_from(point.minutes).unwrap_or(0);
        agenda.push(AgendaPoint { kind, title, minutes, owner, wanted });
    }
    if let Some((id, role)) = reader {
        match attendees.iter_mut().find(|a| a.id == id) {
            Some(leader) => leader.role = role,
            None => attendees.push(Attendance { role, ..named(id, String::new()) }),
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
    Attendance { id, name, email, role, answer: Answer::Open, customer: false, why }
}
