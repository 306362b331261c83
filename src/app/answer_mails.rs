//! Tells organizers of answers to their meetings, each at once, where they want it so. What comes in within a minute, or
//! outside their working hours, comes in one mail.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    approvals::reader,
    context::App,
    digest::SETTLED,
    error::Result,
    reminders::{own_days, workdays},
};
use crate::{
    domain::{
        ids::PersonId,
        letter::{Body, Letter},
        load::digest::Answers,
        mail_wishes::AnswerMails,
    },
    store::{self, Tx, answers::Asked, organization::Organization, outbox::NewMail, people::Person},
};

/// Most organizers at a time: more than there are whose answers wait for working hours.
const MOST: i64 = 1_000;
/// Older answers are no news.
const OLDEST: TimeDelta = TimeDelta::days(7);

/// Queues the mails that are due and tells how many. Safe to run anywhere, at any time, also twice at once: up to when
/// somebody was told is locked while it is read, and written in the transaction that queues the mail.
pub async fn queue_due(app: &App) -> Result<usize> {
    let now = app.now();
    let (since, until) = (now - OLDEST, now - SETTLED);
    let mut tx = app.db.begin().await?;
    let waiting = store::answers::waiting(&mut tx, (since, until), MOST).await?;
    let Some(organization) = store::organization::load(&mut tx).await?.filter(|_| !waiting.is_empty()) else {
        return Ok(0);
    };
    store::answers::lock(&mut tx, &waiting).await?;
    let asked = Asked { people: &waiting, by: AnswerMails::AtOnce, since, until };
    let untold = store::answers::untold(&mut tx, asked).await?;
    let people = at_work(&mut tx, &untold, now).await?;
    let told: Vec<(&Person, Answers)> =
        untold.into_iter().filter_map(|(id, answers)| Some((people.get(&id)?, answers))).collect();
    let ids: Vec<PersonId> = told.iter().map(|(person, _)| person.id).collect();
    store::answers::told(&mut tx, (&ids, AnswerMails::AtOnce), until).await?;
    let mails: Vec<NewMail> =
        told.into_iter().map(|(person, answers)| mail(app, &organization, person, answers)).collect::<Result<_>>()?;
    store::outbox::insert(&mut tx, &mails, now).await?;
    tx.commit().await?;
    if !mails.is_empty() {
        app.wake_worker();
    }
    Ok(mails.len())
}

/// Those who work at this moment, or whose next meeting with an answer is too near to wait.
async fn at_work(tx: &mut Tx, untold: &[(PersonId, Answers)], now: DateTime<Utc>) -> Result<HashMap<PersonId, Person>> {
    let ids: Vec<PersonId> = untold.iter().map(|(id, _)| *id).collect();
    let days = own_days(tx, &ids, now).await?;
    let first: HashMap<PersonId, _> =
        untold.iter().map(|(id, answers)| (*id, answers.told.iter().map(|one| one.starts_at).min())).collect();
    let people = store::people::by_ids(tx, &ids).await?.into_iter();
    let ready = people.filter(|person| {
        let said = days.get(&person.id).cloned().unwrap_or_default();
        workdays(person, said).deliver_at(now, first.get(&person.id).copied().flatten()) <= now
    });
    Ok(ready.map(|person| (person.id, person)).collect())
}

fn mail(app: &App, organization: &Organization, person: &Person, answers: Answers) -> Result<NewMail> {
    let now = app.now();
    let body = Body::Answers(Box::new(answers));
    let letter = Letter { to: reader(person), at: now, company: organization.name.clone(), body };
    Ok(NewMail {
        lane: format!("answers|{}", person.id),
        kind: "answers",
        meeting_id: None,
        series_id: None,
        attendee_id: None,
        person_id: Some(person.id),
        recipient: person.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!(
            "{}.{}.answers@{}",
            person.id.uuid().simple(),
            now.timestamp_millis(),
            app.settings().host()
        ),
        not_before: now,
    })
}
