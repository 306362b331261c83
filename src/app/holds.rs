//! Keep the time of an unsent plan: everybody who must come counts as busy for a while, and nobody is told.

use std::collections::HashSet;

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
/// somebody else's already.
///
/// # Errors
/// [`Refusal::TooManyHolds`] when the actor's drafts keep enough.
pub(super) async fn hold(tx: &mut Tx, app: &App, actor: &Actor, (draft, wish): (DraftId, &Wish)) -> Result<()> {
    let now = app.now();
    if store::holds::count(tx, actor.id(), draft, now).await? >= MAX_HOLDING {
        return Err(Refusal::TooManyHolds.into());
    }
    let subjects: Vec<SubjectId> = wish.people.iter().map(|id| id.uuid().into()).collect();
    store::claims::lock_subjects(tx, &subjects).await?;
    let taken = taken(tx, (draft, wish), now).await?;
    let kept = |person: PersonId, span: Interval| Hold {
        draft_id: draft,
        person_id: person,
        starts_at: span.start(),
        ends_at: span.end(),
        until: (now + KEPT_FOR).min(span.start()),
    };
    let to_come = wish.spans.iter().filter(|span| span.start() > now);
    let holds: Vec<Hold> = to_come
        .flat_map(|span| wish.people.iter().map(move |person| (*person, *span)))
        .filter(|(person, span)| !taken.iter().any(|(who, when)| who == person && when.overlaps(span)))
        .map(|(person, span)| kept(person, span))
        .collect();
    Ok(store::holds::replace(tx, draft, &holds).await?)
}

/// Whose time is somebody else's, and when: meetings they must come to, and what other drafts keep.
async fn taken(
    tx: &mut Tx,
    (draft, wish): (DraftId, &Wish),
    now: DateTime<Utc>,
) -> Result<HashSet<(PersonId, Interval)>> {
    let ends = wish.spans.iter().map(Interval::end).max();
    let whole = wish.spans.iter().map(Interval::start).min().zip(ends);
    let Some(whole) = whole.and_then(|(from, to)| Interval::new(from, to)) else { return Ok(HashSet::new()) };
    let subjects: Vec<SubjectId> = wish.people.iter().map(|id| id.uuid().into()).collect();
    let claims = store::claims::of_subjects(tx, &subjects, whole, MOST_CLAIMS).await?;
    let meetings = claims
        .iter()
        .filter(|claim| claim.required)
        .filter_map(|claim| Some((claim.subject_id.uuid().into(), Interval::new(claim.starts_at, claim.ends_at)?)));
    let holds = store::holds::in_span(tx, &wish.people, (whole, now), Some(draft)).await?;
    let holds = holds.iter().filter_map(|held| Some((held.hold.person_id, held.hold.span()?)));
    Ok(meetings.chain(holds).collect())
}
