//! Replies that wait for somebody's click: taken at their word, or left alone.

use chrono::{DateTime, Utc};

use super::{
    actor::Actor,
    answer::{self, GiveAnswer},
    attendees::Seating,
    book::address_key,
    change::{self, Proposal},
    context::App,
    error::{AppError, Refusal, Result},
    leave::Leave,
    parts,
    proposals::{self, Offer},
    series, tell,
};
use crate::{
    domain::{
        email::EmailAddress,
        ids::{AttendeeId, InboundMailId, MeetingId},
        limits::consent::Consent,
        meeting::{Answer, AttendeeRole, Status},
        planning::{Guest, Invitee},
        proposal::CameBy,
        replies::{Method, Outcome},
        time::Interval,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::Before,
        inbound_mail::InboundMail,
        meetings::{Attendee, FullMeeting},
    },
};

/// What somebody decides about a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// It counts as if it had been proven; whoever is not invited yet is.
    Apply,
    /// It is left alone.
    Ignore,
    /// It is left alone, and somebody who answered uninvited is told that they are not, so that their calendar takes the
    /// meeting out.
    Dismiss,
}

/// Whether the meeting has the time that a reply is about. Of replies of older versions that were overtaken by a change
/// nobody knows it any more; they count for no time.
#[must_use]
pub fn is_current(full: &FullMeeting, row: &InboundMail) -> bool {
    (row.about_from, row.about_to) == (Some(full.meeting.starts_at), Some(full.meeting.ends_at))
}

/// Whether a reply that waits may count for the time of the meeting that it is shown with, or for another date of its
/// series.
#[must_use]
pub fn may_count(full: &FullMeeting, row: &InboundMail) -> bool {
    let others =
        row.about_dates.as_ref().is_some_and(|dates| dates.0.iter().any(|date| date.meeting != full.meeting.id));
    others || asks_for_any_time(row) || is_current(full, row)
}

/// Whoever asks to be invited, or to be told once more, gets the time that the meeting has.
fn asks_for_any_time(row: &InboundMail) -> bool {
    row.outcome == Outcome::Uninvited || row.method == Some(Method::Refresh)
}

/// Whether a mail came from the very person it speaks for; else somebody speaks for another.
#[must_use]
pub fn speaks_for_sender(full: &FullMeeting, row: &InboundMail) -> bool {
    match full.attendees.iter().find(|a| Some(a.id) == row.attendee_id) {
        Some(person) => person.email_key == row.sender,
        None => row.other_email.as_ref() == Some(&row.sender),
    }
}

/// Whether whoever answered uninvited can be told: only the sender, and only if our mail server proved them, so that
/// nobody has mails sent to others.
#[must_use]
pub fn may_be_dismissed(row: &InboundMail) -> bool {
    row.outcome == Outcome::Uninvited && is_from_other(row)
}

/// Whether whoever would have to be invited is the sender, and proven.
pub(super) fn is_from_other(row: &InboundMail) -> bool {
    row.proven && row.other_email.as_ref() == Some(&row.sender)
}

/// Decides about a reply that waits. Pressed twice, the second time changes nothing.
///
/// # Errors
/// [`AppError::NotFound`] when there is no such reply that waits; [`AppError::Stale`] when the person has answered since;
/// [`Refusal::MovedSince`] when the meeting has another time than the reply is about; [`AppError::Stopped`] when a limit is
/// in the way.
pub async fn decide(
    app: &App,
    actor: &Actor,
    (meeting, id): (MeetingId, InboundMailId),
    decision: Decision,
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let found = store::meetings::by_id(&mut tx, meeting).await?.ok_or(AppError::NotFound)?;
    // A reply may be about all dates of a series.
    let dates = match found.meeting.series_id {
        Some(series) => store::series::dates(&mut tx, series).await?,
        None => vec![meeting],
    };
    store::meetings::lock_all(&mut tx, &dates).await?;
    let full = store::meetings::by_id(&mut tx, meeting).await?.ok_or(AppError::NotFound)?;
    actor.may_change(&full)?;
    let mut row = waiting(&mut tx, (&full, id), app.now()).await?.ok_or(AppError::NotFound)?;
    if row.decision.is_some() {
        return Ok(());
    }
    let word = match decision {
        Decision::Apply => {
            apply(&mut tx, app, actor, (&full, &mut row)).await?;
            "applied"
        }
        Decision::Ignore | Decision::Dismiss => {
            let told = decision == Decision::Dismiss;
            if told {
                dismiss(&mut tx, app, (&full, &row)).await?;
            }
            let after = Some(serde_json::json!({ "name": row.sender, "answer": row.answer, "told": told }));
            let deed = Deed { after, ..actor.deed("meeting.reply_ignored", ("meeting", meeting.uuid())) };
            store::audit::record(&mut tx, &deed, app.now()).await?;
            "ignored"
        }
    };
    row.decision = Some(word.to_owned());
    row.decided_at = Some(app.now());
    row.decided_by = Some(actor.id());
    store::inbound_mail::save(&mut tx, &row).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// A reply that waits with a meeting: one that is kept with it, or one to several dates of its series that is kept with a
/// date that is over.
async fn waiting(
    tx: &mut Tx,
    (full, id): (&FullMeeting, InboundMailId),
    now: DateTime<Utc>,
) -> Result<Option<InboundMail>> {
    let mut row = store::inbound_mail::of_meeting_by_id(tx, full.meeting.id, id).await?;
    if let (None, Some(series)) = (&row, full.meeting.series_id) {
        row = store::inbound_mail::waiting_of_series(tx, series, now).await?.into_iter().find(|row| row.id == id);
    }
    Ok(row.filter(|row| row.outcome.waits()))
}

/// The mails that the page of a meeting shows: those about it, and on the next date of a series those that wait from dates
/// that are over.
///
/// # Errors
/// When the database fails.
pub async fn of_meeting(tx: &mut Tx, full: &FullMeeting, now: DateTime<Utc>) -> Result<Vec<InboundMail>> {
    let mut found = store::inbound_mail::of_meeting(tx, full.meeting.id).await?;
    let Some(series) = full.meeting.series_id else { return Ok(found) };
    if store::series::next(tx, series, now).await? == Some(full.meeting.id) {
        let earlier = store::inbound_mail::waiting_of_series(tx, series, now).await?;
        found.extend(earlier.into_iter().filter(|row| row.outcome.waits()));
    }
    Ok(found)
}

async fn apply(tx: &mut Tx, app: &App, actor: &Actor, (full, row): (&FullMeeting, &mut InboundMail)) -> Result<()> {
    if full.meeting.status != Status::Confirmed {
        return Err(Refusal::Cancelled.into());
    }
    if !may_count(full, row) {
        return Err(Refusal::MovedSince.into());
    }
    match (row.outcome, row.attendee_id, row.method, row.answer) {
        (Outcome::Uninvited, ..) if row.all_dates && full.meeting.series_id.is_some() => {
            series::invite::run(tx, app, actor, (full, row)).await
        }
        (Outcome::Uninvited | Outcome::Delegated, ..) => invite(tx, app, actor, (full, row)).await,
        (_, Some(attendee), Some(Method::Refresh), _) => tell::invite_again(tx, app, full, attendee).await,
        (_, Some(attendee), Some(Method::Counter), _) => {
            let times = row.proposed_from.zip(row.proposed_to).and_then(|(from, to)| Interval::new(from, to));
            let span = times.ok_or(AppError::NotFound)?;
            let offer = Offer { span, note: Some(row.note.clone()), came_by: CameBy::Mail };
            proposals::propose(tx, app, full.meeting.id, attendee, offer).await
        }
        (_, Some(attendee), _, Some(answer)) => {
            let deed = actor.deed("meeting.reply_applied", ("meeting", full.meeting.id.uuid()));
            match (full.meeting.series_id, &row.about_dates) {
                (Some(series), Some(dates)) => {
                    series::answer::by_mail(tx, app, (series, &dates.0), (&*row, &deed)).await?;
                }
                // Of one of an older version nobody knows which dates it meant.
                _ if row.all_dates => return Err(Refusal::MovedSince.into()),
                _ => {
                    nothing_newer(full, row)?;
                    let given = GiveAnswer { answer, comment: row.note.clone() };
                    answer::by_mail(tx, app, (attendee, given, row.stamped_at), deed).await?;
                }
            }
            row.counted_at = Some(app.now());
            Ok(())
        }
        _ => Err(AppError::NotFound),
    }
}

/// An answer that was made later stays, however it came.
fn nothing_newer(full: &FullMeeting, row: &InboundMail) -> Result<()> {
    let person = full.attendees.iter().find(|a| Some(a.id) == row.attendee_id);
    let made = person.ok_or(AppError::NotFound)?.answer_made();
    if made >= Some(row.stamped_at) { Err(AppError::Stale) } else { Ok(()) }
}

/// Invites whoever answered uninvited, or a delegate. A limit that asks for more than a tick stops it, as anywhere else.
async fn invite(tx: &mut Tx, app: &App, actor: &Actor, (full, row): (&FullMeeting, &InboundMail)) -> Result<()> {
    let email: EmailAddress = row.other_email.as_deref().and_then(|a| a.parse().ok()).ok_or(AppError::NotFound)?;
    let delegator = row.attendee_id.filter(|_| row.outcome == Outcome::Delegated);
    if delegator.is_some() {
        nothing_newer(full, row)?;
    }
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let m = &full.meeting;
    let organizer = store::people::by_id(tx, m.organizer_id).await?.ok_or(AppError::NotFound)?;
    let mut invitees: Vec<Invitee> = full.attendees.iter().filter_map(|a| invitee(full, a)).collect();
    let stands_in = full.attendees.iter().find(|a| Some(a.id) == delegator);
    invitees.push(Invitee {
        role: role(full, delegator),
        why: String::new(),
        guest: guest(tx, full, row, &email).await?,
        // A delegate comes when whoever they stand in for would have.
        points: stands_in.and_then(|a| parts::places_of(full, a)),
    });
    let seating = Seating { app, organization: &organization, organizer: &organizer, meeting: m.id, now: app.now() };
    let mut seated = seating.seat(tx, &invitees, &full.attendees).await?;
    for person in &mut seated.rows {
        if Some(person.id) == delegator {
            person.answer = Answer::No;
            (person.answered_at, person.answer_made_at) = (Some(app.now()), Some(row.stamped_at));
        }
        // Who has answered for this time, and is who they say, need not be asked.
        let theirs = person.email_key == address_key(email.as_str()) && delegator.is_none();
        let answered = is_from_other(row) && is_current(full, row) && person.answer_made() < Some(row.stamped_at);
        if let Some(answer) = row.answer.filter(|_| theirs && answered) {
            person.answer = answer;
            (person.answered_at, person.answer_made_at) = (Some(app.now()), Some(row.stamped_at));
        }
    }
    parts::assign(&mut seated, &invitees, &full.agenda);
    let mut after = FullMeeting { attendees: seated.rows, ..full.clone() };
    after.meeting.account_id = m.account_id.or(seated.account);
    let proposal = Proposal {
        kind: "edited",
        before: Before::Was(Box::new(full.clone())),
        after,
        note: String::new(),
        leave: Leave::Said(Consent::seen()),
    };
    change::change_meeting(tx, app, actor, proposal).await.map(drop)
}

/// Tells somebody who is not in the meeting that it takes place without them.
async fn dismiss(tx: &mut Tx, app: &App, (full, row): (&FullMeeting, &InboundMail)) -> Result<()> {
    if full.meeting.status != Status::Confirmed {
        return Err(Refusal::Cancelled.into());
    }
    if !may_be_dismissed(row) || full.attendees.iter().any(|a| a.removed_at.is_none() && a.email_key == row.sender) {
        return Err(AppError::NotFound);
    }
    tell::dismiss(tx, app, (full, row.all_dates), (&row.sender, &row.other_name)).await
}

fn invitee(full: &FullMeeting, a: &Attendee) -> Option<Invitee> {
    let guest = match (a.person_id, a.contact_id) {
        (Some(id), _) => Guest::Person(id),
        (None, Some(id)) => Guest::Contact(id),
        (None, None) => return None,
    };
    let takes_part = a.removed_at.is_none() && a.role != AttendeeRole::Chair;
    takes_part.then(|| Invitee { guest, role: a.role, why: a.why.clone(), points: parts::places_of(full, a) })
}

/// A delegate comes as the one they stand in for would have; anybody else is welcome.
fn role(full: &FullMeeting, delegator: Option<AttendeeId>) -> AttendeeRole {
    let of = full.attendees.iter().find(|a| Some(a.id) == delegator);
    of.map_or(AttendeeRole::Optional, |a| a.role)
}

/// Somebody nobody knows is taken for one of the customer of the meeting, if their address is of the same domain as
/// somebody's there; else for a customer of their own.
pub(super) async fn guest(tx: &mut Tx, full: &FullMeeting, row: &InboundMail, email: &EmailAddress) -> Result<Guest> {
    let domain = email.domain().to_lowercase();
    let same = |a: &&Attendee| a.contact_id.is_some() && a.email_key.ends_with(&format!("@{domain}"));
    let colleague = full.attendees.iter().find(same).and_then(|a| a.contact_id);
    let account = match colleague {
        Some(contact) => match store::accounts::contact_by_id(tx, contact).await? {
            Some(contact) => store::accounts::account_by_id(tx, contact.account_id).await?,
            None => None,
        },
        None => None,
    };
    let account = account.map(|account| account.name).unwrap_or_default();
    Ok(Guest::New { name: row.other_name.clone(), email: email.clone(), account })
}
