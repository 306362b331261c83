//! Who is asked.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::error::{Refusal, Result},
    domain::{
        ids::PersonId,
        limits::facts::DayRule,
        person::{PersonState, Role},
        time::Zone,
    },
    store::{self, Tx, days_off::DayOff, people::Person},
};

/// Somebody who may allow what limits forbid: a manager of the organizer's teams, else an administrator; never the
/// organizer and never whoever asks. Who is away today is passed over for their stand-in.
///
/// # Errors
/// [`Refusal::NoApprover`] when there is nobody else.
pub(in crate::app) async fn choose(
    tx: &mut Tx,
    (organizer, asker): (PersonId, PersonId),
    now: DateTime<Utc>,
) -> Result<Person> {
    let managers = store::teams::managers_of(tx, organizer).await?;
    let mut candidates = store::people::by_ids(tx, &managers).await?;
    candidates.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    candidates.extend(store::people::administrators(tx).await?);
    let away = away(tx, &candidates, now).await?;
    let fits = |p: &Person| p.state == PersonState::Active && p.id != organizer && p.id != asker;
    let mut waiting = None;
    for candidate in candidates.into_iter().filter(fits) {
        match away.get(&candidate.id) {
            None => return Ok(candidate),
            Some(Some(stand_in)) => {
                let stand_in = store::people::by_id(tx, *stand_in).await?;
                if let Some(stand_in) = stand_in.filter(|p| fits(p) && p.role != Role::Viewer) {
                    return Ok(stand_in);
                }
            }
            Some(None) => {}
        }
        waiting.get_or_insert(candidate);
    }
    // Everybody is away: the first of them is asked, and the question expires if they do not see it in time.
    waiting.ok_or_else(|| Refusal::NoApprover.into())
}

/// For which of these people this one decides today, because they are away and named them.
pub(in crate::app) async fn stands_in(
    tx: &mut Tx,
    who: PersonId,
    others: &[PersonId],
    now: DateTime<Utc>,
) -> Result<Vec<PersonId>> {
    let others = store::people::by_ids(tx, others).await?;
    let away = away(tx, &others, now).await?;
    Ok(away.into_iter().filter(|(_, stand_in)| *stand_in == Some(who)).map(|(id, _)| id).collect())
}

/// Who of them is away today, in their own zone, with their stand-in.
async fn away(tx: &mut Tx, people: &[Person], now: DateTime<Utc>) -> Result<HashMap<PersonId, Option<PersonId>>> {
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    // Zones differ by up to a day on both sides.
    let (from, to) = ((now - TimeDelta::days(1)).date_naive(), (now + TimeDelta::days(1)).date_naive());
    let entries = store::days_off::of_people(tx, &ids, from, to).await?;
    let is_away = |entry: &DayOff| {
        let zone = people.iter().find(|p| p.id == entry.person_id).and_then(|p| Zone::named(&p.zone).ok());
        let today = zone.unwrap_or_else(Zone::utc).local(now).date();
        entry.rule() == DayRule::Off && (entry.first_day..=entry.last_day).contains(&today)
    };
    Ok(entries.into_iter().filter(is_away).map(|entry| (entry.person_id, entry.stand_in_id)).collect())
}
