//! The Monday letter: queued once a week for everybody who wants it, at seven in the morning where they are.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{context::App, error::Result};
use crate::{
    domain::{
        country::Country,
        ids::{PersonId, TeamId},
        letter::{Body, Letter, Reader},
        limits::facts::{DayRule, StoredRule},
        load::{
            digest::{Digest, due},
            table::Sum,
            weekly::{Part, weekly_limits},
            window::Window,
            working,
        },
        meeting::Party,
        time::{Week, Zone},
    },
    store::{self, Tx, digest::Due, organization::Organization, outbox::NewMail, people::Person},
};

/// Letters of one transaction.
const BATCH: i64 = 100;

/// Queues the letters that are due and tells how many. Safe to run anywhere, at any time, also twice at once: that
/// somebody has got the letter of a week is written in the transaction that queues it.
pub async fn queue_due(app: &App) -> Result<usize> {
    let now = app.now();
    let mut tx = app.db.begin_read().await?;
    let zones = store::digest::zones(&mut tx).await?;
    drop(tx);
    let zones = zones.into_iter().filter_map(|name| Some((due(now, &Zone::named(&name).ok()?)?, name)));
    let zones: Vec<((Week, DateTime<Utc>), String)> = zones.collect();
    // All zones in which it is Monday have the same one.
    let Some((week, _)) = zones.first().map(|(due, _)| *due) else { return Ok(0) };
    let since = zones.iter().map(|((_, since), _)| *since).min().unwrap_or(now);
    let zones: Vec<String> = zones.into_iter().map(|(_, name)| name).collect();
    let mut queued = 0;
    loop {
        let (found, new) = batch(app, (week, &zones, since), now).await?;
        queued += new;
        if found == 0 {
            return Ok(queued);
        }
        app.wake_worker();
    }
}

/// How many were due, and how many of them nobody else had queued meanwhile.
async fn batch(
    app: &App,
    (week, zones, since): (Week, &[String], DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<(usize, usize)> {
    let mut tx = app.db.begin().await?;
    let Some(organization) = store::organization::load(&mut tx).await? else { return Ok((0, 0)) };
    // Made-up people read no mail.
    if organization.demo {
        return Ok((0, 0));
    }
    let name = week.to_string();
    let due = Due { week: &name, zones, joined_before: since };
    let people = store::digest::due(&mut tx, &due, BATCH).await?;
    let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
    let marked = store::digest::mark(&mut tx, &ids, &name, now).await?;
    let people: Vec<Person> = people.into_iter().filter(|p| marked.contains(&p.id)).collect();
    let facts = Facts::read(&mut tx, &organization, (week, &people), now).await?;
    let mails = people.iter().map(|person| mail(app, &organization, person, facts.digest(person)));
    let mails: Vec<NewMail> = mails.collect::<Result<_>>()?;
    store::outbox::insert(&mut tx, &mails, now).await?;
    tx.commit().await?;
    Ok((ids.len(), mails.len()))
}

/// What the letters of several people say, read in one query for each kind.
struct Facts {
    week: Week,
    window: Window,
    rules: Vec<StoredRule>,
    sums: Vec<Sum>,
    teams: HashMap<PersonId, Vec<TeamId>>,
    days: HashMap<PersonId, HashMap<NaiveDate, DayRule>>,
    unanswered: HashMap<PersonId, i64>,
    approvals: HashMap<PersonId, i64>,
}

impl Facts {
    async fn read(
        tx: &mut Tx,
        organization: &Organization,
        (week, people): (Week, &[Person]),
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
        let zone = Zone::named(&organization.zone).unwrap_or_else(|_| Zone::utc());
        let window = Window::ending_with(week, 1, &zone);
        let days = window.days().unwrap_or((week.monday(), week.monday()));
        let mut teams: HashMap<PersonId, Vec<TeamId>> = HashMap::new();
        for membership in store::teams::of_people(tx, &ids).await? {
            teams.entry(membership.person_id).or_default().push(membership.team_id);
        }
        Ok(Self {
            week,
            rules: store::rules::in_force(tx).await?,
            sums: store::load_report::sums(tx, &ids, &window).await?,
            days: store::days_off::rules_of_people(tx, &ids, days.0, days.1).await?,
            unanswered: store::digest::unanswered(tx, &ids, now).await?,
            approvals: store::digest::approvals(tx, &ids, now).await?,
            teams,
            window,
        })
    }

    fn digest(&self, person: &Person) -> Digest {
        let parts: Vec<Part> = self.sums.iter().filter(|sum| sum.person == person.id).map(|sum| sum.part).collect();
        let teams = self.teams.get(&person.id).map_or(&[][..], Vec::as_slice);
        let limits = weekly_limits(&self.rules);
        let mine = limits.iter().filter(|limit| limit.holds_for(person.id, teams, self.week));
        let sum = |of: fn(&Part) -> u32| parts.iter().map(of).fold(0, u32::saturating_add);
        let internal = sum(|part| if part.customer { 0 } else { part.minutes });
        let said = |day| self.days.get(&person.id)?.get(&day).copied();
        let country: Option<Country> = person.country.parse().ok();
        let week = self.window.weeks().first().copied().unwrap_or(self.week);
        let working = working::minutes_in(&person.hours, country, week, said);
        let waiting = |counts: &HashMap<PersonId, i64>| {
            counts.get(&person.id).map_or(0, |count| u32::try_from(*count).unwrap_or(u32::MAX))
        };
        Digest {
            monday: self.week.monday(),
            meetings: sum(|part| part.meetings),
            minutes: sum(|part| part.minutes),
            selling: working.saturating_sub(internal),
            limits: mine.map(|limit| limit.used(&parts)).collect(),
            unanswered: waiting(&self.unanswered),
            approvals: waiting(&self.approvals),
        }
    }
}

fn mail(app: &App, organization: &Organization, person: &Person, digest: Digest) -> Result<NewMail> {
    let now = app.now();
    let to = Reader {
        party: Party { name: person.name.clone(), email: person.email.clone() },
        language: person.language,
        zone: person.zone.clone(),
        clock: person.clock,
    };
    let week = Week::of(digest.monday);
    let body = Body::Digest(Box::new(digest));
    let letter = Letter { to, at: now, company: organization.name.clone(), body };
    Ok(NewMail {
        lane: format!("digest|{}", person.id),
        kind: "digest",
        meeting_id: None,
        attendee_id: None,
        person_id: Some(person.id),
        recipient: person.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{}.{week}.digest@{}", person.id.uuid().simple(), app.settings().host()),
        not_before: now,
    })
}
