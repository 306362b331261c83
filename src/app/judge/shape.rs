//! A stored meeting as limits see it.

use crate::{
    domain::{
        ids::ContactId,
        limits::{
            facts::{Attending, Shape},
            policy::Policy,
        },
        meeting::{Answer, AttendeeRole, Status},
        time::Interval,
    },
    store::meetings::{Attendee, FullMeeting},
};

/// The meeting's shape; `None` for one that was called off, which takes nobody's time.
#[must_use]
pub fn shape(full: &FullMeeting, policy: &Policy) -> Option<Shape> {
    let m = &full.meeting;
    if m.status == Status::Cancelled {
        return None;
    }
    let attending = |a: &Attendee| {
        let (required, counts) = (required(a), counts(a, policy));
        Some(Attending { person: a.person_id?, required, counts, stay: a.stay() })
    };
    let people = coming(full).filter_map(attending);
    let contacts = coming(full).filter_map(|a| a.contact_id);
    Some(Shape {
        purpose: m.purpose,
        organizer: m.organizer_id,
        span: Interval::new(m.starts_at, m.ends_at)?,
        people: people.collect(),
        contacts: contacts.collect::<Vec<ContactId>>(),
        account: m.account_id,
        points: full.agenda.len(),
    })
}

/// Everybody who is to come and has not declined. Informed people need not come.
pub(in crate::app) fn coming(full: &FullMeeting) -> impl Iterator<Item = &Attendee> {
    full.attendees
        .iter()
        .filter(|a| a.removed_at.is_none() && a.role != AttendeeRole::Informed && a.answer != Answer::No)
}

/// Whether they must come.
pub(in crate::app) const fn required(a: &Attendee) -> bool {
    matches!(a.role, AttendeeRole::Chair | AttendeeRole::Required)
}

/// Whether their time counts as load.
pub(in crate::app) fn counts(a: &Attendee, policy: &Policy) -> bool {
    required(a) || policy.optional_counts || a.answer == Answer::Yes
}
