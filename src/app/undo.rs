//! Take a change back while nothing of it has left the house.

use super::{
    actor::Actor,
    approvals,
    change::{self, Proposal},
    context::App,
    correct_address,
    error::{AppError, Refusal, Result},
    leave::Leave,
    once::{self, Once, Turn},
    proposals, series,
};
use crate::{
    domain::{
        ids::{ChangeId, DraftId, MeetingId, SeriesId},
        limits::rule::Level,
        meeting::Status,
        person::PersonState,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::{Before, Change},
        drafts::Draft,
        meetings::FullMeeting,
    },
};

/// Names and values of a form.
pub(super) type Form = Vec<(String, String)>;

/// What is there again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// The plan, unsent, as a draft.
    Draft(DraftId),
    /// The meeting as it was.
    Meeting(MeetingId),
    /// The series as it was.
    Series(SeriesId),
    /// The same button was pressed before and led here.
    Again(String),
}

impl Undone {
    /// The page that shows it.
    #[must_use]
    pub fn location(&self) -> String {
        match self {
            Self::Draft(id) => format!("/meetings/new?draft={id}&done=undone"),
            Self::Meeting(id) => format!("/meetings/{id}?done=undone"),
            Self::Series(id) => format!("/series/{id}?done=undone"),
            Self::Again(location) => location.clone(),
        }
    }
}

/// Takes the newest change of a meeting back.
///
/// # Errors
/// [`Refusal::TooLateToUndo`] when a mail of it may have left, or something changed since; an address correction also
/// when a colleague's account was corrected or somebody else has the old address now.
pub async fn run(app: &App, actor: &Actor, id: ChangeId) -> Result<Undone> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    // A second press of the button must not find the meeting gone and call it an error.
    let once = Once { scope: actor.id().to_string(), key: format!("undo {id}"), body_hash: [0; 32] };
    if let Turn::Again(location) = once::begin(&mut tx, &once, now).await? {
        return Ok(Undone::Again(location));
    }
    let found = store::changes::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let concerned = concerned(&mut tx, &found).await?;
    store::meetings::lock_all(&mut tx, &concerned).await?;
    // Read again under the lock: another undo may have been faster.
    let change = store::changes::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let full = store::meetings::by_id(&mut tx, change.meeting_id).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    if change.undone_at.is_some() || full.meeting.version != change.version || change.undo_until <= now {
        return Err(Refusal::TooLateToUndo.into());
    }
    store::outbox::take_back(&mut tx, full.meeting.id, now).await?;
    if let Some(series) = full.meeting.series_id {
        store::outbox::take_back_series(&mut tx, series, now).await?;
    }
    if left_since(&mut tx, &full, &change).await? {
        return Err(Refusal::TooLateToUndo.into());
    }
    let Some(before) = change.before.clone() else { return Err(Refusal::TooLateToUndo.into()) };
    let undone = match before.0 {
        Before::Planned(form) => unplan(&mut tx, app, actor, (&full, form)).await?,
        Before::Was(was) => restore(&mut tx, app, actor, (&change, full, *was)).await?,
        Before::SeriesPlanned(series, form) => {
            series::undo::unplan(&mut tx, app, actor, (&change, series, form)).await?
        }
        Before::SeriesWas(was) => Box::pin(series::undo::restore(&mut tx, app, actor, (&change, *was))).await?,
        Before::SeriesGrown(was) => Box::pin(series::undo::shrink(&mut tx, app, actor, (&change, *was))).await?,
    };
    store::changes::undone(&mut tx, id, now).await?;
    store::overrides::forget_time_back(&mut tx, id).await?;
    once::finish(&mut tx, &once, &undone.location()).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(undone)
}

/// The meetings that taking a change back changes. They are locked all at once, because a date that is locked alone would
/// have whoever locks all of them in their order wait for us, and us for them.
async fn concerned(tx: &mut Tx, change: &Change) -> Result<Vec<MeetingId>> {
    let mut meetings = match change.before.as_deref() {
        Some(Before::SeriesPlanned(series, _)) => store::series::dates(tx, *series).await?,
        Some(Before::SeriesWas(was)) => {
            was.dates.iter().map(|full| full.meeting.id).chain(was.added.iter().copied()).collect()
        }
        Some(Before::SeriesGrown(was)) => [store::series::dates(tx, was.series.id).await?, was.added.clone()].concat(),
        Some(Before::Planned(_) | Before::Was(_)) | None => Vec::new(),
    };
    meetings.push(change.meeting_id);
    meetings.sort_unstable();
    meetings.dedup();
    Ok(meetings)
}

/// Whether a mail of this change was already tried.
async fn left_since(tx: &mut Tx, full: &FullMeeting, change: &Change) -> Result<bool> {
    if let Some(series) = full.meeting.series_id
        && store::outbox::series_left(tx, series, change.at).await?
    {
        return Ok(true);
    }
    let mails = store::outbox::of_meeting(tx, full.meeting.id).await?;
    Ok(mails.iter().any(|mail| mail.attempts > 0 && mail.created_at >= change.at))
}

async fn unplan(tx: &mut Tx, app: &App, actor: &Actor, (full, form): (&FullMeeting, Form)) -> Result<Undone> {
    let now = app.now();
    change::lock_everybody(tx, None, full).await?;
    // A change of it may have been asked about within the same minute.
    approvals::withdraw(tx, app, actor, full.meeting.id).await?;
    store::claims::replace(tx, full.meeting.id, &[]).await?;
    store::meetings::delete(tx, full.meeting.id, now).await?;
    let draft = Draft {
        id: app.new_id(),
        owner_id: actor.id(),
        title: full.meeting.title.clone(),
        form: form.into(),
        created_at: now,
        updated_at: now,
    };
    store::drafts::save(tx, &draft).await?;
    let before = Some(change::summary(full));
    let deed = Deed { before, ..actor.deed("meeting.undone", ("meeting", full.meeting.id.uuid())) };
    store::audit::record(tx, &deed, now).await?;
    Ok(Undone::Draft(draft.id))
}

async fn restore(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (change, now_is, was): (&Change, FullMeeting, FullMeeting),
) -> Result<Undone> {
    let organizer = store::people::by_id(tx, was.meeting.organizer_id).await?;
    if organizer.is_none_or(|p| p.state == PersonState::Deactivated) {
        // The meeting was handed over or called off because its organizer left.
        return Err(Refusal::TooLateToUndo.into());
    }
    if was.meeting.status == Status::Pending {
        // The question it waited for is over.
        return Err(Refusal::TooLateToUndo.into());
    }
    if change.kind == "address" {
        correct_address::take_back(tx, app, (&now_is, &was)).await?;
    }
    let after = restored(app, change, (&now_is, was));
    let id = after.meeting.id;
    let proposal = Proposal {
        kind: "undone",
        before: Before::Was(Box::new(now_is)),
        after,
        note: String::new(),
        leave: Leave::UpTo(Level::Warn),
    };
    change::change_now(tx, app, actor, proposal).await?;
    proposals::reopen(tx, id, change.at).await?;
    Ok(Undone::Meeting(id))
}

/// A meeting as it was, with what does not go back.
pub(super) fn restored(app: &App, change: &Change, (now_is, was): (&FullMeeting, FullMeeting)) -> FullMeeting {
    let mut after = was;
    // The calendars' version never goes back, and neither do answers given meanwhile and links made void.
    after.meeting.sequence = now_is.meeting.sequence;
    after.meeting.stamped_at = now_is.meeting.stamped_at;
    after.meeting.resent_at = now_is.meeting.resent_at;
    for attendee in &mut after.attendees {
        let Some(present) = now_is.attendees.iter().find(|a| a.id == attendee.id) else { continue };
        if change.kind != "address" {
            attendee.link_version = present.link_version;
        }
        if present.answered_at.is_some_and(|at| at > change.at) {
            attendee.answer = present.answer;
            (attendee.answered_at, attendee.answer_made_at) = (present.answered_at, present.answer_made_at);
            attendee.comment.clone_from(&present.comment);
        }
    }
    // People who came in with the change go out again.
    let added = now_is.attendees.iter().filter(|a| !after.attendees.iter().any(|b| b.id == a.id));
    let gone: Vec<_> = added.map(|a| store::meetings::Attendee { removed_at: Some(app.now()), ..a.clone() }).collect();
    after.attendees.extend(gone);
    after
}
