//! From rows to facts.

use crate::{
    domain::{
        agenda::AgendaPoint,
        meeting::{Attendance, MeetingFacts, Party},
    },
    store::{meetings::FullMeeting, organization::Organization, people::Person},
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
