//! A weekly meeting of the demo that began some weeks ago and ends next week: what it has been worth is asked about.

use std::sync::Arc;

use anyhow::{Context as _, bail};
use chrono::{Days, NaiveDate, TimeDelta};

use super::{
    calendar::{Cast, once, planned_at, seen, start},
    clock::SetClock,
};
use crate::{
    app::{
        actor::Actor,
        answer::GiveAnswer,
        context::App,
        error::AppError,
        series::{
            answer,
            schedule::{self, ScheduleSeries, Scheduled},
        },
    },
    domain::{
        agenda::{ItemKind, Wanted},
        ids::MeetingId,
        limits::consent::Consent,
        meeting::{Answer, AttendeeRole, Format, Purpose},
        planning::{Details, Guest, Invitee, Owner, Plan, Point, Video},
        series::rule::{End, OnHoliday, Pattern, Rule},
    },
    store,
    worker::{
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
    },
};

/// Ola’s team has a limit of its own, which this would break.
const ORGANIZER: &str = "Kari Nilsen";
const GUESTS: [(&str, Answer); 2] = [("Ida Nyström", Answer::Yes), ("Sanna Koski", Answer::Maybe)];
/// Weeks behind the present one in which it began; it ends in the next one.
const WEEKS: u64 = 5;
const THURSDAY: u8 = 3;

/// Plans it and answers.
pub(super) async fn add(app: &App, clock: &SetClock, monday: NaiveDate) -> anyhow::Result<()> {
    let first = monday - Days::new(WEEKS * 7);
    let planned = planned_at(first);
    clock.set(planned);
    let cast = Cast::load(app).await?;
    let kari = cast.actor(app, ORGANIZER).await?;
    let anchor = match plan(app, &cast, (&kari, first), Vec::new()).await {
        Err(error) => match error.downcast::<AppError>()? {
            AppError::SeriesStopped(dates) => {
                let days = dates.iter().map(|date| date.original.date()).collect();
                plan(app, &cast, (&kari, first), days).await?
            }
            other => return Err(other.into()),
        },
        Ok(id) => id,
    };
    clock.set(planned + TimeDelta::hours(3));
    run_due(app, &Arc::new(Outbox::new(Choice::fixed(Delivery::Mailbox)))).await?;
    let mut tx = app.db.begin_read().await?;
    let full = store::meetings::by_id(&mut tx, anchor).await?.context("the series is gone")?;
    drop(tx);
    for (name, given) in GUESTS {
        let row = full.attendees.iter().find(|a| a.name == name).context("answers without an invitation")?;
        let given = GiveAnswer { answer: given, comment: String::new() };
        answer::by_person(app, &cast.actor(app, name).await?, row.id, given).await?;
    }
    Ok(())
}

async fn plan(
    app: &App,
    cast: &Cast,
    (kari, first): (&Actor, NaiveDate),
    skip: Vec<NaiveDate>,
) -> anyhow::Result<MeetingId> {
    let command = ScheduleSeries {
        plan: Plan {
            details: details(cast)?,
            start: start(&kari.person, first, (i64::from(THURSDAY), 15, 0))?,
            minutes: 30,
        },
        rule: Rule {
            pattern: Pattern::Week { days: 1 << THURSDAY },
            interval: 1,
            end: End::Count(u32::try_from(WEEKS)? + 2),
            holidays: OnHoliday::Skip,
        },
        skip,
        form: Vec::new(),
        draft: None,
        endless: None,
        consent: Consent { reason: Some("Vi trenger en halv time sammen hver uke.".to_owned()), ..seen() },
        once: once(app, kari),
    };
    match schedule::run(app, kari, &kari.may_plan()?, command).await? {
        Scheduled::New(_, anchor, _) => Ok(anchor),
        Scheduled::Again(_) => bail!("planned twice"),
    }
}

fn details(cast: &Cast) -> anyhow::Result<Details> {
    let invitees = GUESTS.iter().map(|(name, _)| {
        let guest = Guest::Person(cast.person(name)?.id);
        anyhow::Ok(Invitee { guest, role: AttendeeRole::Required, why: String::new(), points: None })
    });
    let point = |kind, title: &str, minutes, wanted| Point {
        kind,
        title: title.to_owned(),
        minutes,
        owner: Owner::Organizer,
        wanted,
    };
    Ok(Details {
        purpose: Purpose::Challenges,
        stage: None,
        title: "Kundene vi venter på".to_owned(),
        format: Format::Video,
        place: String::new(),
        video: Some(Video::Personal),
        invitees: invitees.collect::<anyhow::Result<_>>()?,
        agenda: vec![
            point(ItemKind::Challenge, "Hvem svarer ikke, og hvorfor", 15, Wanted::Gather),
            point(ItemKind::Free, "Hvem tar neste steg", 15, Wanted::Decide),
        ],
        open_guest_list: false,
    })
}
