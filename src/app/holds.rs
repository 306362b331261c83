//! Keep the time of an unsent plan: everybody who must come counts as busy for a while, and nobody is told.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    actor::Actor,
    context::App,
    error::{Refusal, Result},
};
use crate::{
    domain::{
        ids::{DraftId, PersonId, SubjectId},
        time::Interval,
    },
    store::{self, Tx, holds::Hold},
};

/// How long time is kept. Then it is free again, so that forgotten drafts take nobody's time.
pub const KEPT_FOR: TimeDelta = TimeDelta::hours(72);
/// Most drafts of one person that keep time at once.
pub const MAX_HOLDING: i64 = 5;
/// Most people and dates of one draft, taken together.
pub const MAX_HELD: usize = 400;
/// Most claims that are looked through for who is busy.
const MOST_CLAIMS: i64 = 50_000;

/// The time to keep.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Whose: those who must come, the organizer among them.
    pub people: Vec<PersonId>,
    /// When; the dates of a series one by one.
    pub spans: Vec<Interval>,
}

/// Keeps the time for a draft in place of what it kept before. Whoever must be elsewhere then is left out: the time is
/// somebody else's already. What it kept already stays only as long as it would have stayed.
///
/// # Errors
/// [`Refusal::HoldTooLarge`] for more than [`MAX_HELD`] people and dates taken together; [`Refusal::TooManyHolds`] when the
/// actor's drafts keep enough.
pub(super) async fn hold(tx: &mut Tx, app: &App, actor: &Actor, (draft, wish): (DraftId, &Wish)) -> Result<()> {
    let now = app.now();
    if wish.people.len().saturating_mul(wish.spans.len()) > MAX_HELD {
        return Err(Refusal::HoldTooLarge.into());
    }
    // The actor among them, so that their drafts are counted one after the other.
    let subjects: Vec<SubjectId> = wish.people.iter().chain([&actor.id()]).map(|id| id.uuid().into()).collect();
    store::claims::lock_subjects(tx, &subjects).await?;
    if store::holds::count(tx, actor.id(), draft, now).await? >= MAX_HOLDING {
        return Err(Refusal::TooManyHolds.into());
    }
    let taken = taken(tx, (draft, wish), now).await?;
    let before = store::holds::of_draft(tx, draft, now).await?;
    let known: HashMap<_, _> = before.iter().map(|hold| ((hold.person_id, hold.starts_at), hold.until)).collect();
    let kept = |person: PersonId, span: Interval| Hold {
        draft_id: draft,
        person_id: person,
        starts_at: span.start(),
        ends_at: span.end(),
        until: known.get(&(person, span.start())).copied().unwrap_or((now + KEPT_FOR).min(span.start())),
    };
    let free = |person: PersonId, span: Interval| {
        taken.get(&person).is_none_or(|taken| !taken.iter().any(|when| when.overlaps(&span)))
    };
    let to_come = wish.spans.iter().copied().filter(|span| span.start() > now);
    let holds: Vec<Hold> = to_come
        .flat_map(|span| wish.people.iter().map(move |person| (*person, span)))
        .filter(|(person, span)| free(*person, *span))
        .map(|(person, span)| kept(person, span))
        .collect();
    Ok(store::holds::replace(tx, draft, &holds).await?)
}

/// Whose time is somebody else's, and when: meetings they must come to, and what other drafts keep.
async fn taken(
    tx: &mut Tx,
    (draft, wish): (DraftId, &Wish),
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, Vec<Interval>>> {
    let mut taken: HashMap<PersonId, Vec<Interval>> = HashMap::new();
    let ends = wish.spans.iter().map(Interval::end).max();
    let whole = wish.spans.iter().map(Interval::start).min().zip(ends);
    let Some(whole) = whole.and_then(|(from, to)| Interval::new(from, to)) else { return Ok(taken) };
    let subjects: Vec<SubjectId> = wish.people.iter().map(|id| id.uuid().into()).collect();
    for claim in store::claims::of_subjects(tx, &subjects, whole, MOST_CLAIMS).await?.iter().filter(|c| c.required) {
        taken.entry(claim.subject_id.uuid().into()).or_default().extend(Interval::new(claim.starts_at, claim.ends_at));
    }
    for held in store::holds::in_span(tx, &wish.people, (whole, now), Some(draft)).await? {
        taken.entry(held.hold.person_id).or_default().extend(held.hold.span());
    }
    Ok(taken)
}
