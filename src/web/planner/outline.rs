//! The form as limits see it, as far as it can be understood.

use chrono::{DateTime, Utc};

use super::{
    desk::Desk,
    typed::{GuestRef, GuestRow},
};
use crate::{
    app::{
        preview::{self, Draft, Outlined, Preview},
        series::forecast::{self, DateForecast},
    },
    domain::{
        email::EmailAddress,
        limits::trade::{Trade, trades as helpful},
        meeting::{AttendeeRole, MAX_ATTENDEES},
        planning::{Guest, Invitee},
        text::SafeText,
        time::Interval,
    },
    store::Tx,
    web::failure::Failure,
};

/// Longest name of a person or company that is read.
const MAX_NAME: usize = 100;

/// The judgement that sending the form would make; `None` until there is a purpose.
pub(super) async fn preview(desk: &Desk<'_>, tx: &mut Tx, span: Interval) -> Result<Option<Preview>, Failure> {
    let (invitees, lengths) = (invitees(desk), desk.typed.lengths());
    let Some(draft) = draft(desk, (&invitees, &lengths), span) else { return Ok(None) };
    Ok(Some(preview::of_draft(tx, desk.caller.now(), desk.actor()?, &draft).await?))
}

/// What to seek times for.
pub(super) async fn outline(desk: &Desk<'_>, tx: &mut Tx, span: Interval) -> Result<Option<Outlined>, Failure> {
    let (invitees, lengths) = (invitees(desk), desk.typed.lengths());
    let Some(draft) = draft(desk, (&invitees, &lengths), span) else { return Ok(None) };
    Ok(Some(preview::outline(tx, &draft).await?))
}

/// How each of several dates would stand, one after the other; nothing until there is a purpose.
pub(super) async fn dates(desk: &Desk<'_>, tx: &mut Tx, spans: &[Interval]) -> Result<Vec<DateForecast>, Failure> {
    let Some(first) = spans.first() else { return Ok(Vec::new()) };
    let Some(outlined) = outline(desk, tx, *first).await? else { return Ok(Vec::new()) };
    let asker = (desk.caller.now(), desk.actor()?);
    Ok(forecast::of_dates(tx, asker, outlined, spans).await?)
}

fn draft<'a>(desk: &'a Desk<'_>, (invitees, points): (&'a [Invitee], &'a [u32]), span: Interval) -> Option<Draft<'a>> {
    Some(Draft {
        purpose: desk.typed.chosen_purpose()?,
        organizer: desk.organizer.id,
        span,
        invitees,
        points,
        draft: desk.typed.draft.parse().ok(),
        before: desk.meeting.as_ref(),
    })
}

/// Everybody whose address can be understood.
fn invitees(desk: &Desk<'_>) -> Vec<Invitee> {
    desk.typed.guests.iter().take(MAX_ATTENDEES).filter_map(|row| invitee(desk, row)).collect()
}

fn invitee(desk: &Desk<'_>, row: &GuestRow) -> Option<Invitee> {
    let line = |text: &str| String::from(SafeText::line(text, MAX_NAME));
    let guest = match row.guest {
        GuestRef::Person(id) => Guest::Person(id),
        GuestRef::Contact(id) => Guest::Contact(id),
        GuestRef::New(_) => {
            let email: EmailAddress = row.email.parse().ok()?;
            Guest::New { name: line(&row.name), email, account: line(&row.account) }
        }
    };
    let role = row.role.parse().ok().filter(|role| *role != AttendeeRole::Chair).unwrap_or(AttendeeRole::Required);
    let points = desk.typed.places(row).ok().flatten();
    Some(Invitee { guest, role, why: String::new(), points })
}

/// Changes that would help and that this form can make: the time of a meeting that was sent is not in it.
pub(super) fn trades(desk: &Desk<'_>, preview: &Preview, starts: &[DateTime<Utc>]) -> Vec<Trade> {
    let optional_counts = preview.judged.policy.settings.optional_counts;
    // Other times were judged by themselves with everything that is known around them.
    let mut found = helpful(&preview.facts, &preview.proposal, &[], optional_counts);
    let asked = preview.needs.tick || preview.needs.reason || preview.needs.other || preview.needs.approver.is_some();
    let other = |at: &&DateTime<Utc>| **at != preview.proposal.new.span.start();
    found.extend(starts.iter().filter(|_| asked).find(other).map(|at| Trade::Start(*at)));
    found.retain(|trade| desk.meeting.is_none() || !matches!(trade, Trade::Shorten(_) | Trade::Start(_)));
    found
}
