//! Summaries by mail: one's week on Mondays, and one's day on the other working days for those who want it.

mod content;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use self::content::Facts;
use super::{approvals::reader, context::App, error::Result};
use crate::{
    domain::{
        ids::PersonId,
        letter::{Body, Letter},
        load::digest::{Digest, Issue, due},
        mail_wishes::AnswerMails,
        time::Zone,
    },
    store::{self, digest::Due, organization::Organization, outbox::NewMail, people::Person},
};

/// Letters of one transaction.
const BATCH: i64 = 100;
/// How long an answer must have been given before it is told: longer than writing it takes.
pub(super) const SETTLED: TimeDelta = TimeDelta::minutes(1);

/// Where and since when a summary is due.
type Places = (Vec<String>, DateTime<Utc>);

/// Queues the summaries that are due and tells how many. Safe to run anywhere, at any time, also twice at once: that
/// somebody has got one is written in the transaction that queues it.
pub async fn queue_due(app: &App) -> Result<usize> {
    let now = app.now();
    let mut tx = app.db.begin_read().await?;
    let zones = store::digest::zones(&mut tx).await?;
    drop(tx);
    // At any moment it is one of three days somewhere.
    let mut issues: BTreeMap<Issue, Places> = BTreeMap::new();
    for name in zones {
        let Some((issue, since)) = Zone::named(&name).ok().and_then(|zone| due(now, &zone)) else { continue };
        let places = issues.entry(issue).or_insert((Vec::new(), since));
        places.0.push(name);
        places.1 = places.1.min(since);
    }
    let mut queued = 0;
    for (issue, places) in issues {
        queued += issue_to_all(app, issue, &places, now).await?;
    }
    Ok(queued)
}

async fn issue_to_all(app: &App, issue: Issue, places: &Places, now: DateTime<Utc>) -> Result<usize> {
    let mut queued = 0;
    loop {
        let (found, new) = batch(app, issue, places, now).await?;
        queued += new;
        if found == 0 {
            return Ok(queued);
        }
        app.wake_worker();
    }
}

/// How many were due, and to how many of them a mail was queued.
async fn batch(app: &App, issue: Issue, (zones, since): &Places, now: DateTime<Utc>) -> Result<(usize, usize)> {
    let mut tx = app.db.begin().await?;
    let Some(organization) = store::organization::load(&mut tx).await? else { return Ok((0, 0)) };
    // Made-up people read no mail.
    if organization.demo {
        return Ok((0, 0));
    }
    let due = Due { issue, zones, joined_before: *since };
    let people = store::digest::due(&mut tx, &due, BATCH).await?;
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    // Read ahead of the mark; whoever was marked by somebody else meanwhile is left out.
    let answers = content::answers(&mut tx, &ids, now).await?;
    let marked = store::digest::mark(&mut tx, &ids, issue, now).await?;
    let people: Vec<Person> = people.into_iter().filter(|p| marked.contains(&p.id)).collect();
    let facts = Facts::read(&mut tx, &organization, (issue, &people, answers), now).await?;
    let (mut mails, mut told) = (Vec::new(), Vec::new());
    for person in people.iter().filter(|person| facts.suits(person)) {
        let digest = facts.digest(person);
        if digest.tells() {
            let leaves = facts.workdays(person).deliver_at(now, None);
            mails.push(mail(app, &organization, (person, leaves), (issue, digest))?);
            told.push(person.id);
        }
    }
    store::outbox::insert(&mut tx, &mails, now).await?;
    // Whoever gets no mail today, because they do not work, is told on the next day on which they do.
    store::answers::told(&mut tx, (&told, AnswerMails::Summary), now - SETTLED).await?;
    tx.commit().await?;
    Ok((ids.len(), mails.len()))
}

fn mail(
    app: &App,
    organization: &Organization,
    (person, leaves): (&Person, DateTime<Utc>),
    (issue, digest): (Issue, Digest),
) -> Result<NewMail> {
    let body = Body::Digest(Box::new(digest));
    let letter = Letter { to: reader(person), at: app.now(), company: organization.name.clone(), body };
    let name = match issue {
        Issue::Week(week) => week.to_string(),
        Issue::Day(day) => day.to_string(),
    };
    Ok(NewMail {
        lane: format!("digest|{}", person.id),
        kind: "digest",
        series_id: None,
        meeting_id: None,
        attendee_id: None,
        person_id: Some(person.id),
        recipient: person.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{}.{name}.digest@{}", person.id.uuid().simple(), app.settings().host()),
        not_before: leaves,
    })
}
