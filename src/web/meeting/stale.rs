//! Somebody else changed the meeting since the form was filled: what they did, and what is true now.

use super::{
    history::{Event, Known, Teller},
    when::When,
};
use crate::{
    domain::{ids::MeetingId, meeting::Status},
    i18n::labels,
    store::{self, Tx, audit::Filter, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure},
};

/// The newer version beside the form.
pub(super) struct Newer {
    pub(super) title: String,
    pub(super) when: When,
    pub(super) length: String,
    pub(super) place: String,
    pub(super) people: String,
    pub(super) cancelled: bool,
    /// What was done meanwhile, newest first.
    pub(super) deeds: Vec<Event>,
}

impl Newer {
    /// What happened to a meeting since a version of it.
    pub(super) async fn since(tx: &mut Tx, caller: &Caller, full: &FullMeeting, version: i64) -> Result<Self, Failure> {
        let (t, f) = (caller.texts(), caller.format());
        let m = &full.meeting;
        let missed = usize::try_from(m.version - version).unwrap_or(0).min(20);
        let teller = Teller { t, f: &f, now: caller.now(), known: Known::of(full) };
        let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
        Ok(Self {
            title: m.title.clone(),
            when: When::of(&f, (m.starts_at, m.ends_at), &m.zone),
            length: f.duration(u32::try_from(m.minutes).unwrap_or(0)),
            place: [labels::format(t, m.format), m.place.clone()]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            people: present.map(|a| a.name.as_str()).collect::<Vec<_>>().join(", "),
            cancelled: m.status == Status::Cancelled,
            deeds: deeds(tx, &teller, m.id, missed).await?,
        })
    }
}

/// The newest changes; answers and mails are none.
async fn deeds(tx: &mut Tx, teller: &Teller<'_>, id: MeetingId, count: usize) -> Result<Vec<Event>, Failure> {
    let filter = Filter { object_id: Some(id.uuid()), limit: 100, ..Filter::default() };
    let records = store::audit::list(tx, &filter).await?;
    let changes = records.iter().filter(|r| !matches!(r.action.as_str(), "meeting.answered" | "mail.sent_again"));
    Ok(changes.take(count).map(|r| teller.event(r)).collect())
}
