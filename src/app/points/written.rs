//! Send one point in writing instead of taking it up: it leaves the agenda, or takes less time there.

use crate::{
    app::{
        actor::Actor,
        change::{self, Changed, Proposal},
        context::App,
        edit_meeting,
        error::{AppError, Refusal, Result},
        leave::Leave,
        once::{self, Once, Turn},
        series, written_update,
    },
    domain::{
        agenda::ItemKind,
        ids::{AgendaItemId, MeetingId, UpdateId},
        limits::consent::Consent,
        meeting::{AttendeeRole, Status},
        planning::{Guest, Invitee},
        written::Draft,
    },
    store::{
        Tx,
        changes::Before,
        meetings::{AgendaItem, Attendee, FullMeeting},
    },
};

/// Whether a point can be sent in writing: not what stays inside, and not thanks, which are meant to be heard.
#[must_use]
pub const fn may_be_written(kind: ItemKind) -> bool {
    !kind.stays_inside() && !matches!(kind, ItemKind::Recognition)
}

/// Which point to send, and what it says.
pub struct WritePoint {
    /// The meeting.
    pub meeting: MeetingId,
    /// The version of the page.
    pub version: i64,
    /// The point.
    pub item: AgendaItemId,
    /// What people need to know; not empty.
    pub words: String,
    /// Minutes that the point keeps on the agenda; 0 takes it off.
    pub keep: u32,
    /// The form's key.
    pub once: Once,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is sent, and the agenda is changed.
    Done(UpdateId, Changed),
    /// The same form was sent before and led here.
    Again(String),
}

/// Mails the point to everybody in the meeting but whoever writes, and shortens the agenda by it; both or neither. The minutes
/// it spares count as given back, as those of every written update do.
///
/// # Errors
/// [`AppError::Stale`] when the meeting was changed meanwhile; [`AppError::Denied`] for points that are not sent, and while
/// the meeting waits for approval; [`Refusal::NothingToSay`]; [`Refusal::NobodyInvited`]; [`AppError::Stopped`] when limits
/// want an agenda; as every change of a meeting and every written update otherwise.
pub async fn send(app: &App, actor: &Actor, command: WritePoint) -> Result<Written> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(Written::Again(location));
    }
    let (full, item) = open(&mut tx, app, actor, &command).await?;
    let draft = draft(actor, (&full, &item), &command);
    if draft.words.trim().is_empty() {
        return Err(Refusal::NothingToSay.into());
    }
    if draft.invitees.is_empty() {
        return Err(Refusal::NobodyInvited.into());
    }
    let title = full.meeting.title.clone();
    let proposal = Proposal {
        kind: "edited",
        after: shortened(&full, &command),
        before: Before::Was(Box::new(full)),
        note: String::new(),
        leave: Leave::Said(Consent::default()),
    };
    let changed = Box::pin(change::change_now(&mut tx, app, actor, proposal)).await?;
    let id = app.new_id();
    Box::pin(written_update::put_down(&mut tx, app, actor, (id, &draft, Some(title)))).await?;
    let location = series::change::location(command.meeting, &changed);
    once::finish(&mut tx, &command.once, &location).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Written::Done(id, changed))
}

/// Locks the meeting with everybody in it, and whoever writes, in one go: the change and the update need them all.
async fn open(tx: &mut Tx, app: &App, actor: &Actor, command: &WritePoint) -> Result<(FullMeeting, AgendaItem)> {
    change::open_all(tx, &[command.meeting], &[actor.id()]).await?;
    let (full, _permit) = edit_meeting::open(tx, app, actor, (command.meeting, command.version)).await?;
    let item = full.agenda.iter().find(|item| item.id == command.item).cloned().ok_or(AppError::NotFound)?;
    if !may_be_written(item.kind) || full.meeting.status != Status::Confirmed {
        return Err(AppError::Denied);
    }
    Ok((full, item))
}

fn draft(actor: &Actor, (full, item): (&FullMeeting, &AgendaItem), command: &WritePoint) -> Draft {
    let present = full.attendees.iter().filter(|a| a.removed_at.is_none() && a.person_id != Some(actor.id()));
    let minutes = u32::try_from(item.minutes).unwrap_or(0);
    Draft {
        purpose: full.meeting.purpose,
        title: item.title.clone(),
        invitees: present.filter_map(reader).collect(),
        agenda: Vec::new(),
        open_guest_list: full.meeting.open_guest_list,
        minutes: minutes.saturating_sub(command.keep),
        words: command.words.clone(),
        answer_by: None,
    }
}

fn reader(a: &Attendee) -> Option<Invitee> {
    let guest = a.person_id.map(Guest::Person).or_else(|| a.contact_id.map(Guest::Contact))?;
    let role = if a.role == AttendeeRole::Chair { AttendeeRole::Required } else { a.role };
    Some(Invitee { guest, role, why: String::new(), points: None })
}

/// The agenda without the point, or with less time for it.
fn shortened(full: &FullMeeting, command: &WritePoint) -> FullMeeting {
    let mut after = full.clone();
    after.agenda.retain(|item| item.id != command.item || command.keep > 0);
    for item in after.agenda.iter_mut().filter(|item| item.id == command.item) {
        item.minutes = item.minutes.min(i64::from(command.keep));
    }
    after
}
