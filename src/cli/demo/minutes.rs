//! One meeting of the demo that was run from its page last week, with minutes, decisions and actions, of which some are still
//! to be done.

use anyhow::Context as _;
use chrono::{Days, NaiveDate, TimeDelta};

use super::{
    calendar::{Cast, once},
    clock::SetClock,
};
use crate::{
    app::{
        actor::Actor,
        context::App,
        course::{self, ActionDraft, Closing, DecisionDraft, Draft, Opened, PointDraft, SaveMinutes},
    },
    domain::{
        agenda::{ItemKind as K, Wanted as W},
        course::{Achieved, Fate, Outcome, Presence, Press},
        ids::{MeetingId, PointId},
        time::{Interval, Zone},
    },
    store::{
        self, Tx,
        course::CoursePoint,
        meetings::{AgendaItem, FullMeeting},
    },
};

/// The meeting of the weeks behind that has minutes, and the one that takes up what is left.
const HELD: &str = "Targets of the week";
const NEXT: &str = "Targets for the quarter";
const ORGANIZER: &str = "Anna Lind";

const POINTS: [(K, &str, i64, W, &str); 3] = [
    (
        K::Targets,
        "Numbers of last week",
        15,
        W::Inform,
        "38 of 45 new contracts. The north is ahead, the south is behind.",
    ),
    (K::Shortfall, "Service contracts in the south", 15, W::Gather, "Two customers wait for a technical answer."),
    (K::Strategy, "Fair in spring: whom do we send?", 15, W::Decide, ""),
];
const DECISIONS: [&str; 2] = [
    "Ola’s team takes over the two waiting customers until the end of the month.",
    "No discount on service contracts this quarter.",
];
/// What, who, and how many days after Monday of this week it is due.
const ACTIONS: [(&str, &str, u64); 3] = [
    ("Give Konepaja a technical answer", "Ola Berg", 2),
    ("List service contracts that end before summer", "Sanna Koski", 4),
    ("Ask for the price of a smaller stand at the fair", "Anna Lind", 7),
];

/// Runs last week's meeting: two points are gone through, the last one is put off.
pub(super) async fn run(app: &App, clock: &SetClock, monday: NaiveDate) -> anyhow::Result<()> {
    let anna = Cast::load(app).await?.actor(app, ORGANIZER).await?;
    let mut tx = app.db.begin().await?;
    let Some(mut full) = find(&mut tx, &anna, (HELD, monday - Days::new(7))).await? else { return Ok(()) };
    let item = |(position, (kind, title, minutes, wanted, _)): (i64, (K, &str, i64, W, &str))| AgendaItem {
        id: app.new_id(),
        meeting_id: full.meeting.id,
        position,
        kind,
        title: title.to_owned(),
        minutes,
        owner_id: None,
        wanted,
        links: None,
    };
    full.agenda = (0..).zip(POINTS).map(item).collect();
    store::meetings::update(&mut tx, &full, full.meeting.version).await?;
    tx.commit().await?;
    let (id, starts_at) = (full.meeting.id, full.meeting.starts_at);
    clock.set(starts_at);
    course::begin(app, &anna, id).await?;
    for (minute, press) in [(14, Press::Next), (33, Press::Next), (36, Press::Park)] {
        clock.set(starts_at + TimeDelta::minutes(minute));
        let shown = current(app, id).await?;
        course::press(app, &anna, id, (shown, press)).await?;
    }
    course::end(app, &anna, id).await?;
    Ok(())
}

/// Closes its minutes on the day after this week was planned, and mails them.
pub(super) async fn close(app: &App, monday: NaiveDate) -> anyhow::Result<()> {
    let anna = Cast::load(app).await?.actor(app, ORGANIZER).await?;
    let mut tx = app.db.begin_read().await?;
    let Some(full) = find(&mut tx, &anna, (HELD, monday - Days::new(7))).await? else { return Ok(()) };
    let next = find(&mut tx, &anna, (NEXT, monday)).await?.map(|next| next.meeting.id);
    let opened = course::read(&mut tx, full, app.now()).await?;
    drop(tx);
    let (meeting, version) = (opened.full.meeting.id, opened.course.version);
    let draft = draft(&opened, monday, next);
    let command = SaveMinutes { meeting, version, draft, closing: Some(Closing::Send), once: once(app, &anna) };
    course::save(app, &anna, command).await?;
    Ok(())
}

fn draft(opened: &Opened, monday: NaiveDate, next_meeting: Option<MeetingId>) -> Draft {
    let full = &opened.full;
    let owner = |name: &str| full.attendees.iter().find(|a| a.name == name).map(|a| a.id);
    let point = |((.., notes), point): ((K, &str, i64, W, &str), &CoursePoint)| PointDraft {
        id: point.id,
        fate: Some(if notes.is_empty() { Fate::Parked } else { Fate::Discussed }),
        notes: notes.to_owned(),
        shared: false,
        standing: point.position == 0,
    };
    Draft {
        presence: full.attendees.iter().map(|a| (a.id, Presence::Attended)).collect(),
        outcome: Some(Outcome::Held),
        achieved: Some(Achieved::Partly),
        result: "We know what is behind and who does something about it.".to_owned(),
        next_step: "Look at the south again".to_owned(),
        next_step_on: Some(monday),
        shared: false,
        next_meeting,
        points: POINTS.into_iter().zip(&opened.points).map(point).collect(),
        decisions: DECISIONS.map(|body| DecisionDraft { id: None, body: body.to_owned(), shared: false }).into(),
        actions: ACTIONS
            .map(|(body, name, days)| ActionDraft {
                id: None,
                body: body.to_owned(),
                owner: owner(name),
                due_on: Some(monday + Days::new(days)),
                shared: false,
            })
            .into(),
    }
}

/// A meeting of somebody's by its title and day; none where that day was a holiday.
async fn find(tx: &mut Tx, who: &Actor, (title, day): (&str, NaiveDate)) -> anyhow::Result<Option<FullMeeting>> {
    let zone = Zone::named(&who.person.zone)?;
    let span = Interval::new(zone.start_of(day), zone.start_of(day + Days::new(1))).context("no such day")?;
    let entries = store::meeting_lists::in_span(tx, &[who.id()], span).await?;
    match entries.into_iter().find(|entry| entry.title == title) {
        Some(entry) => Ok(store::meetings::by_id(tx, entry.id).await?),
        None => Ok(None),
    }
}

async fn current(app: &App, id: MeetingId) -> anyhow::Result<Option<PointId>> {
    let mut tx = app.db.begin_read().await?;
    let points = store::course::points(&mut tx, id).await?;
    Ok(points.iter().find(|point| point.fate == Fate::Now).map(|point| point.id))
}
