//! The one way to change a meeting. Nothing else writes claims, so whatever guards them guards every path.

use super::{
    actor::Actor,
    context::App,
    daily_mails,
    error::{AppError, Refusal, Result},
    tell,
};
use crate::{
    domain::{
        ids::{ChangeId, MeetingId, PersonId, SubjectId},
        meeting::{Answer, AttendeeRole, Status},
        person::PersonState,
        time::Week,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::{Before, Change},
        claims::Claim,
        meetings::{Attendee, FullMeeting},
    },
};

/// A change to be made. The caller has locked and read the meeting in the same transaction.
pub(super) struct Proposal {
    /// What happens: `planned`, `edited`, `moved`, `cancelled`, `handed_over`, `address`, `undone`.
    pub(super) kind: &'static str,
    /// What it takes to go back.
    pub(super) before: Before,
    /// The meeting as it shall be; version, SEQUENCE and stamp are set here.
    pub(super) after: FullMeeting,
    /// Reason given; may be empty. Mailed with the change.
    pub(super) note: String,
}

/// What a change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// The change, for undoing it.
    pub change: ChangeId,
    /// How many mails will leave.
    pub mails: usize,
}

/// Locks everybody concerned, writes meeting, claims, mails, change and audit record.
pub(super) async fn change_meeting(tx: &mut Tx, app: &App, actor: &Actor, proposal: Proposal) -> Result<Changed> {
    let now = app.now();
    let Proposal { kind, before, mut after, note } = proposal;
    let old = match &before {
        Before::Was(full) => Some(full.as_ref()),
        Before::Planned(_) => None,
    };
    lock_everybody(tx, old, &after).await?;
    if kind != "address" {
        refuse_leavers(tx, old, &after).await?;
    }
    let mut telling = tell::prepare(tx, app, actor, (&after, &note)).await?;
    after.meeting.sequence = i64::from(telling.stamp.sequence);
    after.meeting.stamped_at = telling.stamp.dtstamp;
    after.meeting.updated_at = now;
    write(tx, old, &mut after).await?;
    store::claims::replace(tx, after.meeting.id, &claims_of(&after)).await?;
    daily_mails::pace(tx, after.meeting.organizer_id, &mut telling.mails, now).await?;
    store::outbox::insert(tx, &telling.mails, now).await?;
    let change = Change {
        id: app.new_id(),
        meeting_id: after.meeting.id,
        actor_id: Some(actor.id()),
        kind: kind.to_owned(),
        version: after.meeting.version,
        before: Some(before.into()),
        at: now,
        undo_until: app.after_undo(now),
        undone_at: None,
    };
    let deed = deed(actor, kind, &change, &after, &note);
    store::audit::record(tx, &deed, now).await?;
    store::changes::insert(tx, &change).await?;
    Ok(Changed { change: change.id, mails: telling.mails.len() })
}

async fn write(tx: &mut Tx, old: Option<&FullMeeting>, after: &mut FullMeeting) -> Result<()> {
    let Some(old) = old else {
        return Ok(store::meetings::insert(tx, after).await?);
    };
    let expected = old.meeting.version;
    after.meeting.version = expected + 1;
    if store::meetings::update(tx, after, expected).await? { Ok(()) } else { Err(AppError::Stale) }
}

/// Nobody leads a meeting or comes into one who has left. Asked under the locks, which whoever deactivates an account takes
/// too, so that the answer holds until the commit.
async fn refuse_leavers(tx: &mut Tx, old: Option<&FullMeeting>, after: &FullMeeting) -> Result<()> {
    if after.meeting.status != Status::Confirmed {
        return Ok(());
    }
    let here = |full: &FullMeeting| -> Vec<PersonId> {
        full.attendees.iter().filter(|a| a.removed_at.is_none()).filter_map(|a| a.person_id).collect()
    };
    let were_in = old.map(here).unwrap_or_default();
    let mut asked = here(after);
    asked.retain(|id| !were_in.contains(id));
    asked.push(after.meeting.organizer_id);
    let mut people = store::people::by_ids(tx, &asked).await?;
    people.retain(|person| person.state == PersonState::Deactivated);
    let gone: Vec<String> = people.into_iter().map(|person| person.name).collect();
    if gone.is_empty() { Ok(()) } else { Err(Refusal::Gone(gone).into()) }
}

pub(super) async fn lock_everybody(tx: &mut Tx, old: Option<&FullMeeting>, after: &FullMeeting) -> Result<()> {
    lock_subjects(tx, old.into_iter().chain([after]).flat_map(subjects_of).collect()).await
}

/// Locks and reads several meetings for changes in one transaction: first all meetings, then everybody in them and
/// `others`, each in the order of ids. Changing them one after the other can then wait for nobody.
pub(super) async fn open_all(tx: &mut Tx, mut ids: Vec<MeetingId>, others: &[PersonId]) -> Result<Vec<FullMeeting>> {
    ids.sort_unstable();
    for id in &ids {
        store::meetings::lock(tx, *id).await?;
    }
    let meetings = store::meetings::by_ids(tx, &ids).await?;
    let people = others.iter().map(|id| id.uuid().into());
    lock_subjects(tx, meetings.iter().flat_map(subjects_of).chain(people).collect()).await?;
    Ok(meetings)
}

async fn lock_subjects(tx: &mut Tx, mut subjects: Vec<SubjectId>) -> Result<()> {
    subjects.sort_unstable();
    subjects.dedup();
    Ok(store::claims::lock_subjects(tx, &subjects).await?)
}

fn subjects_of(full: &FullMeeting) -> Vec<SubjectId> {
    let people = full.attendees.iter().filter_map(subject_of);
    people.chain(full.meeting.account_id.map(|a| a.uuid().into())).collect()
}

fn subject_of(a: &Attendee) -> Option<SubjectId> {
    a.person_id.map(|id| id.uuid().into()).or_else(|| a.contact_id.map(|id| id.uuid().into()))
}

/// The time a meeting takes: from everybody who is to come and has not declined, and from the customer as a whole.
/// Informed people need not come, so nothing is taken from them.
pub(super) fn claims_of(full: &FullMeeting) -> Vec<Claim> {
    let m = &full.meeting;
    if m.status != Status::Confirmed {
        return Vec::new();
    }
    let comes = |a: &&Attendee| a.removed_at.is_none() && a.role != AttendeeRole::Informed && a.answer != Answer::No;
    let mut subjects: Vec<SubjectId> = full.attendees.iter().filter(comes).filter_map(subject_of).collect();
    subjects.extend(m.account_id.map(|a| SubjectId::from(a.uuid())));
    subjects.sort_unstable();
    subjects.dedup();
    let week = Week::of(m.start_local.date()).to_string();
    subjects
        .into_iter()
        .map(|subject_id| Claim {
            meeting_id: m.id,
            subject_id,
            starts_at: m.starts_at,
            ends_at: m.ends_at,
            minutes: m.minutes,
            week: week.clone(),
        })
        .collect()
}

fn deed(actor: &Actor, kind: &str, change: &Change, after: &FullMeeting, note: &str) -> Deed {
    let before = match change.before.as_deref() {
        Some(Before::Was(full)) => Some(summary(full)),
        _ => None,
    };
    Deed {
        before,
        after: Some(summary(after)),
        reason: note.to_owned(),
        ..actor.deed(action(kind), ("meeting", after.meeting.id.uuid()))
    }
}

fn action(kind: &str) -> &'static str {
    match kind {
        "planned" => "meeting.planned",
        "edited" => "meeting.edited",
        "moved" => "meeting.moved",
        "cancelled" => "meeting.cancelled",
        "handed_over" => "meeting.handed_over",
        "address" => "meeting.address_corrected",
        _ => "meeting.undone",
    }
}

/// What the record keeps of a meeting: what people saw, without answers and comments.
pub(super) fn summary(full: &FullMeeting) -> serde_json::Value {
    let m = &full.meeting;
    let people: Vec<String> = full
        .attendees
        .iter()
        .filter(|a| a.removed_at.is_none())
        .map(|a| format!("{} <{}> {}", a.name, a.email, a.role))
        .collect();
    let agenda: Vec<String> = full.agenda.iter().map(|i| format!("{} ({} min)", i.title, i.minutes)).collect();
    serde_json::json!({
        "title": m.title, "purpose": m.purpose, "start": m.start_local.to_string(), "zone": m.zone, "minutes": m.minutes,
        "format": m.format, "place": m.place, "video": m.video_url, "status": m.status, "people": people,
        "agenda": agenda,
    })
}
