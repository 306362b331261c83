//! Thanks in a point, and whom to thank next.

use std::collections::HashMap;

use chrono::{TimeDelta, Utc};

use super::{deed, open};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        agenda::{
            ItemKind,
            thanks::{LastThanked, MAX_METRIC, MAX_REASON, MAX_THANKS, waited_longest},
        },
        ids::{AgendaItemId, MeetingId, PersonId, RecognitionId},
        person::PersonState,
        text::SafeText,
    },
    store::{self, Tx, audit::Deed, meetings::FullMeeting, people::Person, recognitions::Recognition},
};

/// Days that proposals from data look back.
pub const LOOK_BACK_DAYS: i64 = 30;
/// Customer meetings within these days from which on somebody is proposed.
const MANY_MEETINGS: i64 = 3;
/// Most people that are proposed for one reason.
const MOST_PROPOSED: usize = 3;

/// Thanks to write down.
pub struct Thank {
    /// The meeting and its point.
    pub point: (MeetingId, AgendaItemId),
    /// Who is thanked.
    pub person: PersonId,
    /// What for.
    pub reason: String,
    /// The number behind it; may be empty.
    pub metric: String,
    /// The form's key.
    pub once: Once,
}

/// Puts thanks into a point.
///
/// # Errors
/// [`AppError::Denied`] for a point of another kind; [`Refusal::Gone`] for somebody who left or is not in the meeting;
/// [`Refusal::TooManyPeople`] for more than [`MAX_THANKS`] in one point.
pub async fn thank(app: &App, actor: &Actor, (command, done): (Thank, &str)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, &command.once, app.now()).await? {
        return Ok(());
    }
    let opened = open(&mut tx, actor, command.point).await?;
    if opened.item.kind != ItemKind::Recognition {
        return Err(AppError::Denied);
    }
    let person = store::people::by_id(&mut tx, command.person).await?;
    // Whoever is thanked learns of the meeting.
    let there = |p: &Person| opened.full.attendees.iter().any(|a| a.removed_at.is_none() && a.person_id == Some(p.id));
    let Some(person) = person.filter(|p| p.state == PersonState::Active && there(p)) else {
        return Err(Refusal::Gone(Vec::new()).into());
    };
    let all = store::recognitions::of_meeting(&mut tx, command.point.0).await?;
    if all.iter().filter(|r| r.item_id == command.point.1).count() >= MAX_THANKS {
        return Err(Refusal::TooManyPeople.into());
    }
    let recognition = Recognition {
        id: app.new_id(),
        meeting_id: command.point.0,
        item_id: command.point.1,
        person_id: person.id,
        reason: SafeText::block(&command.reason, MAX_REASON).into(),
        metric: SafeText::line(&command.metric, MAX_METRIC).into(),
        created_at: app.now(),
        created_by: Some(actor.id()),
    };
    store::recognitions::insert(&mut tx, &recognition).await?;
    // Without names: the meeting's history is read by those who are to be surprised.
    store::audit::record(&mut tx, &deed(actor, "meeting.recognition_added", &opened), app.now()).await?;
    once::finish(&mut tx, &command.once, done).await?;
    Ok(tx.commit().await?)
}

/// Takes thanks out of a point again; what is gone already is no error.
///
/// # Errors
/// As every change of a point.
pub async fn take_back(
    app: &App,
    actor: &Actor,
    (meeting, item, id): (MeetingId, AgendaItemId, RecognitionId),
) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let opened = open(&mut tx, actor, (meeting, item)).await?;
    if store::recognitions::delete(&mut tx, item, id).await? {
        let deed = deed(actor, "meeting.recognition_removed", &opened);
        let deed = Deed { before: deed.after, after: None, ..deed };
        store::audit::record(&mut tx, &deed, app.now()).await?;
    }
    Ok(tx.commit().await?)
}

/// Somebody who might be thanked, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Who.
    pub person: PersonId,
    /// Display name.
    pub name: String,
    /// Why.
    pub because: Because,
}

/// Why somebody is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// They were never thanked.
    Never,
    /// They were last thanked then.
    Since(chrono::DateTime<Utc>),
    /// They had so many customer meetings in the last [`LOOK_BACK_DAYS`] days.
    CustomerMeetings(i64),
}

/// Who of these people might be thanked: those who had many customer meetings of late, then those who have waited longest.
pub async fn proposals(tx: &mut Tx, people: &[Person], now: chrono::DateTime<Utc>) -> Result<Vec<Proposed>> {
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    let names: HashMap<PersonId, &str> = people.iter().map(|p| (p.id, p.name.as_str())).collect();
    let proposal = |person: PersonId, because| Proposed {
        person,
        name: names.get(&person).map_or_else(String::new, |name| (*name).to_owned()),
        because,
    };
    let since = now - TimeDelta::days(LOOK_BACK_DAYS);
    let held = store::recognitions::customer_meetings(tx, &ids, (since, now)).await?;
    let busy = held.into_iter().filter(|(_, count)| *count >= MANY_MEETINGS).take(MOST_PROPOSED);
    let mut proposed: Vec<Proposed> =
        busy.map(|(person, count)| proposal(person, Because::CustomerMeetings(count))).collect();
    let last: HashMap<_, _> = store::recognitions::last_of(tx, &ids).await?.into_iter().collect();
    let people: Vec<LastThanked> =
        ids.iter().map(|id| LastThanked { person: *id, at: last.get(id).copied() }).collect();
    let waiting = waited_longest(&people, now, MOST_PROPOSED);
    proposed.extend(waiting.into_iter().map(|p| proposal(p.person, p.at.map_or(Because::Never, Because::Since))));
    Ok(proposed)
}

/// The colleagues in a meeting who may be thanked in it: those who are there and have not left.
pub async fn colleagues(tx: &mut Tx, full: &FullMeeting) -> Result<Vec<Person>> {
    let present = full.attendees.iter().filter(|a| a.removed_at.is_none());
    let ids: Vec<PersonId> = present.filter_map(|a| a.person_id).collect();
    let mut people = store::people::by_ids(tx, &ids).await?;
    people.retain(|p| p.state == PersonState::Active);
    people.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(people)
}
