//! What a change would do to people: who is mailed, who is asked again, whose time it takes.

use std::collections::BTreeMap;

use crate::{
    app::{actor::Actor, tell},
    domain::{
        ids::{MeetingId, SubjectId},
        itip::plan::MessageKind,
        meeting::{Answer, AttendeeRole},
        time::Interval,
    },
    i18n::format::Format,
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
    },
};

use crate::web::{caller::Caller, failure::Failure};

/// Who is mailed.
#[derive(Default)]
pub(super) struct Effect {
    /// Names of those who get a mail and are asked for an answer.
    pub(super) asked: Vec<String>,
    /// Names of those who only get a mail.
    pub(super) told: Vec<String>,
    /// How many people that are, without the reader.
    pub(super) others: usize,
}

impl Effect {
    /// If the meeting became `after`.
    pub(super) async fn of(tx: &mut Tx, caller: &Caller, after: &FullMeeting) -> Result<Self, Failure> {
        let own = caller.actor()?.id();
        let mut effect = Self::default();
        for recipient in tell::recipients(tx, after, caller.now()).await? {
            if recipient.person == Some(own) {
                continue;
            }
            effect.others += 1;
            let role = after.attendees.iter().find(|a| a.id == recipient.attendee).map(|a| a.role);
            let answers = matches!(role, Some(AttendeeRole::Required | AttendeeRole::Optional));
            let asks = matches!(recipient.kind, MessageKind::Invitation | MessageKind::Moved);
            if asks && answers { &mut effect.asked } else { &mut effect.told }.push(recipient.name);
        }
        Ok(effect)
    }

    /// Before anything was typed: everybody would hear of another time.
    pub(super) fn expected(actor: &Actor, full: &FullMeeting) -> usize {
        present(full).filter(|a| a.person_id != Some(actor.id())).count()
    }
}

/// Another meeting at the same time.
pub(super) struct Overlap {
    pub(super) name: String,
    /// The title, or that the person is busy if the reader may not see that meeting.
    pub(super) what: String,
    pub(super) when: String,
    pub(super) href: Option<String>,
}

/// The other meetings that the people of a meeting have in a span; at most 40.
pub(super) async fn overlaps(
    tx: &mut Tx,
    (actor, f, busy): (&Actor, &Format, String),
    full: &FullMeeting,
    span: Interval,
) -> Result<Vec<Overlap>, Failure> {
    let names: BTreeMap<SubjectId, &str> = present(full)
        .filter(|a| a.role != AttendeeRole::Informed)
        .filter_map(|a| Some((subject(a)?, a.name.as_str())))
        .collect();
    let subjects: Vec<SubjectId> = names.keys().copied().collect();
    let mut claims = store::claims::overlapping(tx, &subjects, span, Some(full.meeting.id)).await?;
    claims.truncate(40);
    let mut ids: Vec<MeetingId> = claims.iter().map(|c| c.meeting_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let others = if ids.is_empty() { Vec::new() } else { store::meetings::by_ids(tx, &ids).await? };
    let row = |claim: &store::claims::Claim| {
        let open = others.iter().find(|m| m.meeting.id == claim.meeting_id).filter(|m| actor.sees(m));
        Overlap {
            name: names.get(&claim.subject_id).copied().unwrap_or("").to_owned(),
            what: open.map_or_else(|| busy.clone(), |m| m.meeting.title.clone()),
            when: f.time_range(claim.starts_at, claim.ends_at),
            href: open.map(|m| format!("/meetings/{}", m.meeting.id)),
        }
    };
    Ok(claims.iter().map(row).collect())
}

/// The minutes that everybody together gets back when the meeting is called off.
pub(super) fn minutes_given_back(full: &FullMeeting) -> u32 {
    let comes = |a: &&Attendee| a.role != AttendeeRole::Informed && a.answer != Answer::No;
    let length = u32::try_from(full.meeting.minutes).unwrap_or(0);
    let own = |a: &Attendee| a.stay().map_or(length, |stay| stay.minutes);
    present(full).filter(comes).map(own).fold(0, u32::saturating_add)
}

fn present(full: &FullMeeting) -> impl Iterator<Item = &Attendee> {
    full.attendees.iter().filter(|a| a.removed_at.is_none())
}

fn subject(a: &Attendee) -> Option<SubjectId> {
    a.person_id.map(|id| id.uuid().into()).or_else(|| a.contact_id.map(|id| id.uuid().into()))
}
