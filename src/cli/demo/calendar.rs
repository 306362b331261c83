//! Fills the demo's calendar with the commands that people use, at times that lie in the past: planned last Thursday,
//! answered, moved and cancelled last Friday.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    clock::SetClock,
    meetings::{ENTRIES, Entry, Fate, NEEDS_LEAVE, REASONS},
};
use crate::{
    app::{
        actor::Actor,
        answer::{self, GiveAnswer},
        cancel_meeting::{self, CancelMeeting},
        context::App,
        move_meeting::{self, MoveMeeting},
        once::Once,
        reminders,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        ids::MeetingId,
        limits::consent::Consent,
        meeting::{Format, Purpose},
        planning::{Details, Guest, Invitee, Owner, Plan, Point, Start, Video},
        time::{Week, Zone},
    },
    identity::link::LinkPurpose,
    store::{
        self,
        accounts::ContactEntry,
        meetings::{Attendee, FullMeeting},
        people::Person,
    },
    worker::{
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
    },
};

/// The firm's zone, which says which week it is.
const ZONE: &str = "Europe/Stockholm";

/// Shorter than a reminder may be late.
const STEP: TimeDelta = TimeDelta::hours(3);

/// Monday of the present week.
pub(super) fn this_monday(now: DateTime<Utc>) -> NaiveDate {
    let here = Zone::named(ZONE).map_or(now.naive_utc(), |zone| zone.local(now));
    Week::of(here.date()).monday()
}

/// When the meetings were planned: on Thursday of the week before.
pub(super) fn planned_at(monday: NaiveDate) -> DateTime<Utc> {
    let noon = monday.and_hms_opt(12, 0, 0).unwrap_or_default();
    noon.and_utc() - TimeDelta::days(4)
}

/// Everybody there is.
pub(super) struct Cast {
    people: Vec<Person>,
    pub(super) contacts: Vec<ContactEntry>,
}

/// Plans everything, then lets answers, moves and cancellations follow a day later. The worker delivers in between, so
/// that the mailbox has updates and cancellations too.
pub(super) async fn fill(app: &App, clock: &SetClock, monday: NaiveDate) -> anyhow::Result<()> {
    let cast = Cast::load(app).await?;
    let planned = planned_at(monday);
    let mut meetings = Vec::new();
    for (entry, minutes) in ENTRIES.iter().zip((0..).step_by(7)) {
        clock.set(planned + TimeDelta::minutes(minutes));
        let id = plan(app, &cast, entry, monday).await.with_context(|| entry.title)?;
        meetings.push((entry, id));
    }
    let mailbox = Arc::new(Outbox::new(Choice::fixed(Delivery::Mailbox)));
    clock.set(planned + TimeDelta::hours(12));
    run_due(app, &mailbox).await?;
    for ((entry, id), minutes) in meetings.iter().zip((0..).step_by(7)) {
        clock.set(planned + TimeDelta::days(1) + TimeDelta::minutes(minutes));
        take_answers(app, &cast, entry, *id).await.with_context(|| entry.title)?;
        meet_fate(app, &cast, (entry, *id), monday).await.with_context(|| entry.title)?;
    }
    clock.set(planned + TimeDelta::hours(36));
    run_due(app, &mailbox).await?;
    Ok(())
}

/// Lets the days since then pass, so that the mailbox has the reminders of this week too.
pub(super) async fn pass(app: &App, clock: &SetClock, (monday, now): (NaiveDate, DateTime<Utc>)) -> anyhow::Result<()> {
    let mailbox = Arc::new(Outbox::new(Choice::fixed(Delivery::Mailbox)));
    let mut at = planned_at(monday) + TimeDelta::hours(36);
    while at + STEP <= now {
        at += STEP;
        clock.set(at);
        reminders::queue_due(app).await?;
        run_due(app, &mailbox).await?;
    }
    Ok(())
}

/// Plans what somebody else must allow; the question waits for its answer.
pub(super) async fn ask(app: &App, monday: NaiveDate) -> anyhow::Result<()> {
    let cast = Cast::load(app).await?;
    plan(app, &cast, &NEEDS_LEAVE, monday).await.context(NEEDS_LEAVE.title)?;
    Ok(())
}

async fn plan(app: &App, cast: &Cast, entry: &Entry, monday: NaiveDate) -> anyhow::Result<MeetingId> {
    let actor = cast.actor(app, entry.organizer).await?;
    let command = ScheduleMeeting {
        plan: Plan {
            details: details(cast, entry)?,
            start: start(&actor.person, monday, entry.when)?,
            minutes: entry.minutes,
        },
        form: Vec::new(),
        draft: None,
        consent: Consent { reason: reason(entry.title), ..seen() },
        once: once(app, &actor),
    };
    match schedule_meeting::run(app, &actor, &actor.may_plan()?, command).await? {
        Scheduled::New(id, _) => Ok(id),
        Scheduled::Again(_) => bail!("planned twice"),
    }
}

fn details(cast: &Cast, entry: &Entry) -> anyhow::Result<Details> {
    let invitees = entry.guests.iter().map(|(name, role)| {
        let invitee = |guest| Invitee { guest, role: *role, why: String::new(), points: None };
        cast.guest(name).map(invitee)
    });
    let points = entry.points.iter().map(|(kind, title, minutes, wanted)| Point {
        kind: *kind,
        title: (*title).to_owned(),
        minutes: *minutes,
        owner: Owner::Organizer,
        wanted: *wanted,
    });
    let (format, place) = entry.how;
    Ok(Details {
        purpose: entry.purpose,
        stage: entry.stage,
        title: entry.title.to_owned(),
        format,
        place: place.to_owned(),
        video: (format == Format::Video).then_some(Video::Personal),
        invitees: invitees.collect::<anyhow::Result<_>>()?,
        agenda: points.collect(),
        open_guest_list: entry.purpose == Purpose::Customer,
    })
}

pub(super) fn start(
    organizer: &Person,
    monday: NaiveDate,
    (day, hour, minute): (i64, u32, u32),
) -> anyhow::Result<Start> {
    let zone = Zone::named(&organizer.zone)?;
    let local = (monday + TimeDelta::days(day)).and_hms_opt(hour, minute, 0).context("no such time")?;
    Ok(Start { local, zone: organizer.zone.clone(), at: zone.instant(local) })
}

async fn take_answers(app: &App, cast: &Cast, entry: &Entry, id: MeetingId) -> anyhow::Result<()> {
    for (name, answer, comment) in entry.answers {
        let full = load(app, id).await?;
        let attendee = full.attendees.iter().find(|a| a.name == *name).context("answers without an invitation")?;
        let given = GiveAnswer { answer: *answer, comment: (*comment).to_owned() };
        if attendee.person_id.is_some() {
            answer::by_person(app, &cast.actor(app, name).await?, attendee.id, given).await?;
        } else {
            answer::by_link(app, &link(app, attendee)?, given, "").await?;
        }
    }
    Ok(())
}

fn link(app: &App, attendee: &Attendee) -> anyhow::Result<String> {
    let version = u32::try_from(attendee.link_version)?;
    Ok(app.links().token(LinkPurpose::ANSWER, attendee.id.uuid(), version))
}

async fn meet_fate(app: &App, cast: &Cast, (entry, id): (&Entry, MeetingId), monday: NaiveDate) -> anyhow::Result<()> {
    let actor = cast.actor(app, entry.organizer).await?;
    let version = load(app, id).await?.meeting.version;
    match &entry.fate {
        Fate::Stays => {}
        Fate::Moves(when, reason) => {
            let start = start(&actor.person, monday, *when)?;
            let once = once(app, &actor);
            let command = MoveMeeting {
                id,
                version,
                start,
                minutes: entry.minutes,
                reason: (*reason).to_owned(),
                consent: seen(),
                once,
            };
            move_meeting::run(app, &actor, command).await?;
        }
        Fate::IsCancelled(reason) => {
            let command = CancelMeeting { id, version, reason: (*reason).to_owned(), once: once(app, &actor) };
            cancel_meeting::run(app, &actor, command).await?;
        }
    }
    Ok(())
}

pub(super) fn once(app: &App, actor: &Actor) -> Once {
    let key = u128::from_be_bytes(app.random());
    Once { scope: actor.id().to_string(), key: format!("{key:032x}"), body_hash: [0; 32] }
}

async fn load(app: &App, id: MeetingId) -> anyhow::Result<FullMeeting> {
    let mut tx = app.db.begin_read().await?;
    store::meetings::by_id(&mut tx, id).await?.context("the meeting is gone")
}

impl Cast {
    pub(super) async fn load(app: &App) -> anyhow::Result<Self> {
        let mut tx = app.db.begin_read().await?;
        let people = store::people::list(&mut tx, 100).await?;
        let contacts = store::accounts::list_contacts(&mut tx, 100).await?;
        Ok(Self { people, contacts })
    }

    pub(super) fn person(&self, name: &str) -> anyhow::Result<&Person> {
        self.people.iter().find(|p| p.name == name).with_context(|| format!("nobody is called {name}"))
    }

    fn contact(&self, name: &str) -> anyhow::Result<&ContactEntry> {
        self.contacts.iter().find(|c| c.name == name).with_context(|| format!("nobody is called {name}"))
    }

    fn guest(&self, name: &str) -> anyhow::Result<Guest> {
        match self.person(name) {
            Ok(person) => Ok(Guest::Person(person.id)),
            Err(_) => Ok(Guest::Contact(self.contact(name)?.id)),
        }
    }

    pub(super) async fn actor(&self, app: &App, name: &str) -> anyhow::Result<Actor> {
        let person = self.person(name)?;
        let mut tx = app.db.begin_read().await?;
        Actor::load(&mut tx, person.clone(), None, String::new()).await?.context("may not sign in")
    }
}

/// Why a limit is passed, where one asks.
fn reason(title: &str) -> Option<String> {
    REASONS.iter().find(|(of, _)| *of == title).map(|(_, reason)| (*reason).to_owned())
}

/// The demo's people have seen every warning.
pub(super) fn seen() -> Consent {
    Consent { seen: true, ..Consent::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_weeks_around_any_day_lie_after_the_planning() {
        for now in ["2026-11-22T22:30:00Z", "2026-11-22T23:30:00Z", "2027-01-01T12:00:00Z", "2026-03-29T01:00:00Z"] {
            let now: DateTime<Utc> = now.parse().unwrap();
            let monday = this_monday(now);
            assert!(planned_at(monday) + TimeDelta::days(2) < monday.and_hms_opt(0, 0, 0).unwrap().and_utc());
            assert!(planned_at(monday) + TimeDelta::days(2) < now);
            for entry in &ENTRIES {
                let times = match entry.fate {
                    Fate::Moves(when, _) => vec![entry.when, when],
                    _ => vec![entry.when],
                };
                for (day, hour, _) in times {
                    assert!(matches!(day, 0..5 | 7..12), "{}: on a weekend", entry.title);
                    assert!((8..17).contains(&hour), "{}: outside working hours", entry.title);
                }
            }
        }
    }

    #[test]
    fn agendas_fill_their_meetings_and_every_purpose_occurs() {
        for entry in &ENTRIES {
            let minutes: u32 = entry.points.iter().map(|(_, _, minutes, _)| minutes).sum();
            assert_eq!(minutes, entry.minutes, "{}", entry.title);
        }
        for purpose in Purpose::ALL {
            assert!(ENTRIES.iter().any(|entry| entry.purpose == *purpose), "{purpose:?}");
        }
    }
}
