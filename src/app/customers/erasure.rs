//! Erases who a contact was. What is counted stays: meetings, answers, opportunities.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        actor::Actor,
        cancel_meeting::called_off,
        change::{self, Proposal},
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
    },
    domain::{
        ids::{ContactId, MeetingId},
        limits::rule::Level,
        meeting::Status,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::Before,
        erasure::{ERASED, Erased, Redaction},
        meetings::FullMeeting,
    },
};

/// Most meetings to come that are dealt with at once.
pub const MOST_AT_ONCE: usize = 200;
/// Most meetings that somebody was ever in.
const MOST_EVER: i64 = 5_000;

/// Erases a contact. Meetings to come go on without them; one that no other customer takes part in is called off. The contact
/// is told of that once more, so the mails about it leave as they are. `name` stands in the place of theirs.
///
/// # Errors
/// [`AppError::Denied`] for those who may not erase the customer's people; [`AppError::NotFound`] for somebody erased already;
/// [`Refusal::TooManyMeetings`] beyond [`MOST_AT_ONCE`]; [`AppError::Stale`] when a meeting was planned meanwhile.
pub async fn erase(app: &App, actor: &Actor, (id, name): (ContactId, String)) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let person = store::customers::person(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let customer = store::customers::by_id(&mut tx, person.account_id).await?.ok_or(AppError::NotFound)?;
    actor.may_erase(customer.owner_id)?;
    if person.erased_at.is_some() {
        return Err(AppError::NotFound);
    }
    let newest_mail = store::erasure::newest_mail(&mut tx).await?;
    let meetings = take_out(&mut tx, app, actor, id).await?;
    store::accounts::locked_contact(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if !upcoming(&mut tx, app, id).await?.is_empty() {
        return Err(AppError::Stale);
    }
    forget(&mut tx, app, (id, name), (meetings, newest_mail)).await?;
    let deed = actor.deed("contact.erased", ("contact", id.uuid()));
    store::audit::record(&mut tx, &deed, now).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Erases a contact whom nobody has met since `before`, unless somebody has planned something meanwhile; tells whether it
/// did.
///
/// # Errors
/// Only when the database fails.
pub(in crate::app) async fn erase_unmet(
    app: &App,
    (id, name): (ContactId, String),
    before: DateTime<Utc>,
) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let newest_mail = store::erasure::newest_mail(&mut tx).await?;
    let meetings = store::erasure::meetings(&mut tx, id, MOST_EVER + 1).await?;
    if i64::try_from(meetings.len()).unwrap_or(i64::MAX) > MOST_EVER {
        return Ok(false);
    }
    store::meetings::lock_all(&mut tx, &meetings).await?;
    let colleagues = store::erasure::colleagues(&mut tx, id).await?;
    change::open_all(&mut tx, &[], &colleagues).await?;
    store::accounts::locked_contact(&mut tx, id).await?;
    if !store::retention::is_unmet(&mut tx, id, before).await? {
        return Ok(false);
    }
    forget(&mut tx, app, (id, name), (meetings, newest_mail)).await?;
    let deed =
        Deed { action: "retention.applied", object_kind: "contact", object_id: Some(id.uuid()), ..Deed::default() };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes away who they were, everywhere. The caller holds the locks of these meetings and of everybody in them.
async fn forget(
    tx: &mut Tx,
    app: &App,
    (id, name): (ContactId, String),
    (meetings, newest_mail): (Vec<MeetingId>, i64),
) -> Result<()> {
    let (names, addresses) = store::erasure::known_as(tx, id).await?;
    let email = format!("erased-{}{ERASED}", id.uuid().simple());
    let redaction = Redaction { names, addresses, name, email };
    Ok(store::erasure::erase(tx, &Erased { id, redaction, meetings, newest_mail, at: app.now() }).await?)
}

/// Takes them out of what is to come, and gives all meetings that they were ever in, locked with everybody in them.
async fn take_out(tx: &mut Tx, app: &App, actor: &Actor, id: ContactId) -> Result<Vec<MeetingId>> {
    let all = store::erasure::meetings(tx, id, MOST_EVER + 1).await?;
    let ahead = upcoming(tx, app, id).await?;
    if ahead.len() > MOST_AT_ONCE || i64::try_from(all.len()).unwrap_or(i64::MAX) > MOST_EVER {
        return Err(Refusal::TooManyMeetings.into());
    }
    // Theirs of long ago change, too: calendars show their names.
    store::meetings::lock_all(tx, &all).await?;
    let colleagues = store::erasure::colleagues(tx, id).await?;
    for full in change::open_all(tx, &ahead, &colleagues).await? {
        if full.meeting.status == Status::Pending {
            // Somebody is asked to allow it; whoever planned it decides first.
            return Err(AppError::Stale);
        }
        change::change_now(tx, app, actor, without(app, full, id)).await?;
    }
    Ok(all)
}

/// One more than can be dealt with shows that there are too many.
async fn upcoming(tx: &mut Tx, app: &App, id: ContactId) -> Result<Vec<MeetingId>> {
    let limit = i64::try_from(MOST_AT_ONCE).unwrap_or(i64::MAX).saturating_add(1);
    Ok(store::erasure::upcoming(tx, id, app.now(), limit).await?)
}

/// The meeting without them, or called off if it was with them alone.
fn without(app: &App, before: FullMeeting, id: ContactId) -> Proposal {
    let mut after = before.clone();
    for row in after.attendees.iter_mut().filter(|a| a.contact_id == Some(id) && a.removed_at.is_none()) {
        row.removed_at = Some(app.now());
        row.position = 1_000;
        for item in after.agenda.iter_mut().filter(|item| item.owner_id == Some(row.id)) {
            item.owner_id = None;
        }
    }
    if !after.attendees.iter().any(|a| a.contact_id.is_some() && a.removed_at.is_none()) {
        return called_off(before, String::new());
    }
    Proposal {
        kind: "edited",
        before: Before::Was(Box::new(before)),
        after,
        note: String::new(),
        leave: Leave::UpTo(Level::Block),
    }
}
