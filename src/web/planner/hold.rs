//! Time that a draft keeps until it is sent.

use std::collections::HashSet;

use super::{desk::Desk, impact, parse, series, typed::GuestRef};
use crate::{
    app::holds::Wish,
    domain::{ids::PersonId, meeting::AttendeeRole, time::Interval},
    store::{self, Tx},
    web::{failure::Failure, form::Errors},
};

/// The time that saving keeps; `None` where that is not wished for.
///
/// # Errors
/// Words beside the field when it cannot be told which time.
pub(super) async fn wish(desk: &mut Desk<'_>, tx: &mut Tx) -> Result<Option<Wish>, Failure> {
    if desk.typed.hold != "yes" {
        return Ok(None);
    }
    let mut spans = spans(desk, tx).await?;
    spans.retain(|span| span.start() > desk.caller.now());
    if spans.is_empty() {
        desk.said.errors.add("hold", desk.t().planner_hold_when());
        return Ok(None);
    }
    Ok(Some(Wish { people: people(desk), spans }))
}

/// Empty until day, time and length are understood.
async fn spans(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<Interval>, Failure> {
    if series::repeats(&desk.typed).is_on() {
        return Ok(series::spans(desk, tx).await?.unwrap_or_default());
    }
    let (reading, mut unsaid) = (desk.reading(), Errors::default());
    let start = parse::start(&reading, &desk.typed, &mut unsaid);
    let minutes = parse::minutes(&reading, &desk.typed, &mut unsaid);
    let span = |(start, minutes): (crate::domain::planning::Start, u32)| {
        Interval::new(start.at, start.at + chrono::TimeDelta::minutes(i64::from(minutes)))
    };
    Ok(start.zip(minutes).and_then(span).into_iter().collect())
}

/// The organizer and the colleagues who must come.
fn people(desk: &Desk<'_>) -> Vec<PersonId> {
    let required = AttendeeRole::Required.as_str();
    let guests = desk.typed.guests.iter().filter(|row| row.role == required).filter_map(|row| match row.guest {
        GuestRef::Person(id) => Some(id),
        GuestRef::Contact(_) | GuestRef::New(_) => None,
    });
    let mut people: Vec<PersonId> = guests.chain([desk.organizer.id]).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// What the draft keeps, in sentences: for whom and until when, and for whom not. Empty for one that keeps nothing.
pub(super) async fn held(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<String>, Failure> {
    let (None, Ok(draft)) = (&desk.meeting, desk.typed.draft.parse()) else { return Ok(Vec::new()) };
    let kept = store::drafts::by_id(tx, desk.actor()?.id(), draft).await?;
    let holds = match &kept {
        Some(_) => store::holds::of_draft(tx, draft, desk.caller.now()).await?,
        None => Vec::new(),
    };
    let Some(until) = holds.iter().map(|hold| hold.until).max() else {
        // Nobody's could be kept, it has run out, or it was saved by itself while it was typed.
        let nothing = desk.typed.hold == "yes" && kept.is_some();
        return Ok(nothing.then(|| desk.t().planner_held_nothing()).into_iter().collect());
    };
    let dates: HashSet<_> = holds.iter().map(|hold| hold.starts_at).collect();
    let (t, f) = (desk.t(), impact::format(desk));
    // Of several dates somebody may be free on some only; then not all of theirs are kept.
    let all = |id: &PersonId| holds.iter().filter(|hold| hold.person_id == *id).count() == dates.len();
    let (yes, no): (Vec<PersonId>, Vec<PersonId>) = people(desk).into_iter().partition(all);
    let names = |ids: &[PersonId]| {
        let mut names: Vec<String> = ids.iter().filter_map(|id| name(desk, *id)).collect();
        names.sort_unstable();
        names.join(", ")
    };
    let first = holds.first().map(|hold| f.subject_when(hold.starts_at)).unwrap_or_default();
    let mut said = vec![if dates.len() > 1 {
        t.planner_held_dates(i64::try_from(dates.len()).unwrap_or(i64::MAX), names(&yes), f.subject_when(until))
    } else {
        t.planner_held(first, names(&yes), f.subject_when(until))
    }];
    if !no.is_empty() {
        said.push(t.planner_held_not(names(&no)));
    }
    Ok(said)
}

fn name(desk: &Desk<'_>, id: PersonId) -> Option<String> {
    if id == desk.organizer.id {
        return Some(desk.organizer.name.clone());
    }
    let row = desk.typed.guests.iter().find(|row| row.guest == GuestRef::Person(id))?;
    desk.known.name(row)
}
