//! Plan a series and send one invitation to everybody in it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    MAX_SEATS,
    change::{self, SeriesChange},
    endless, holidays,
};
use crate::{
    app::{
        actor::{Actor, MayPlan},
        change::Changed,
        context::App,
        drafts,
        error::{AppError, Refusal, Result},
        leave::Leave,
        once::{self, Once, Turn},
        schedule_meeting::{build, end, organizer},
    },
    domain::{
        country::Country,
        ids::{AgendaItemId, AttendeeId, DraftId, MeetingId, SeriesId},
        limits::consent::Consent,
        planning::{Plan, Start},
        series::{
            dates::{SeriesDate, dates},
            rule::{NoSeries, Rule},
        },
        time::Zone,
    },
    store::{
        self,
        changes::Before,
        meetings::{AgendaItem, Attendee, FullMeeting, Meeting},
        series::Series,
    },
};

/// What to plan.
pub struct ScheduleSeries {
    /// The first meeting; its start is where the rule begins.
    pub plan: Plan,
    /// How it repeats.
    pub rule: Rule,
    /// Dates that are left out, by their day.
    pub skip: Vec<NaiveDate>,
    /// The form as typed: undoing brings it back as a draft.
    pub form: Vec<(String, String)>,
    /// The draft it came from, which is used up.
    pub draft: Option<DraftId>,
    /// Why it should never end, where that is wished for: somebody else is asked.
    pub endless: Option<String>,
    /// What the organizer says to the limits it passes, for all dates alike.
    pub consent: Consent,
    /// The form's key.
    pub once: Once,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scheduled {
    /// Invitations are queued; the first date, and the change that made all of them.
    New(SeriesId, MeetingId, Changed),
    /// The same form was sent before and led here.
    Again(String),
}

/// Plans a series: its dates, claims, one invitation for each person, all or nothing.
///
/// # Errors
/// [`AppError::SeriesStopped`] with the dates that limits do not let pass; [`Refusal::NoSeries`] when fewer than two dates
/// are left.
pub async fn run(app: &App, actor: &Actor, permit: &MayPlan, command: ScheduleSeries) -> Result<Scheduled> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(Scheduled::Again(location));
    }
    let organizer = organizer(&mut tx, actor, permit).await?;
    let all = all_dates(&command, holidays::country(&mut tx, &organizer).await?)?;
    let mut plan = command.plan;
    let (local, at) = all.first().and_then(SeriesDate::start).ok_or(Refusal::NoSeries(NoSeries::TooFew))?;
    plan.start = Start { local, at, ..plan.start };
    if at <= now {
        return Err(Refusal::InThePast.into());
    }
    if (plan.details.invitees.len() + 1) * all.len() > MAX_SEATS {
        return Err(Refusal::TooManySeats.into());
    }
    let first = build(&mut tx, app, &organizer, &plan).await?;
    let series = series(app, &first, command.rule);
    store::series::insert(&mut tx, &series).await?;
    let pairs: Vec<_> = all.iter().filter_map(|date| Some((None, dated(app, &first, series.id, date)?))).collect();
    let anchor = pairs.first().map(|(_, full): &(_, FullMeeting)| full.meeting.id).ok_or(AppError::NotFound)?;
    if let (Some(reason), Some((_, end))) = (&command.endless, pairs.last()) {
        endless::ask::ask(&mut tx, app, actor, (&series, end, reason)).await?;
    }
    let change = SeriesChange {
        kind: "series_planned",
        anchor,
        before: Some(Before::SeriesPlanned(series.id, command.form)),
        pairs,
        told: vec![series.id],
        note: String::new(),
        leave: Leave::Said(command.consent),
    };
    if let Some(draft) = command.draft {
        drafts::use_up(&mut tx, app, actor, draft).await?;
    }
    let changed = change::conclude(tx, app, actor, (change, &command.once)).await?;
    Ok(Scheduled::New(series.id, anchor, changed))
}

/// The dates that take place.
fn all_dates(command: &ScheduleSeries, country: Country) -> Result<Vec<SeriesDate>> {
    let zone = Zone::named(&command.plan.start.zone).map_err(|_| AppError::NotFound)?;
    let found = dates(&command.rule, command.plan.start.local, (&zone, country), command.plan.minutes);
    let mut all = found.map_err(Refusal::NoSeries)?;
    all.retain(|date| date.start().is_some() && !command.skip.contains(&date.original.date()));
    if all.len() < 2 {
        return Err(Refusal::NoSeries(NoSeries::TooFew).into());
    }
    all.sort_by_key(|date| date.original);
    Ok(all)
}

fn series(app: &App, first: &FullMeeting, rule: Rule) -> Series {
    let id: SeriesId = app.new_id();
    let m = &first.meeting;
    Series {
        id,
        uid: format!("{}@{}", id.uuid().simple(), app.settings().host()),
        rule: rule.into(),
        zone: m.zone.clone(),
        continues: None,
        sequence: 0,
        stamped_at: m.stamped_at,
        created_at: m.created_at,
        updated_at: m.updated_at,
        aim: String::new(),
        endless: false,
    }
}

/// The first meeting once more, on another date.
pub(super) fn dated(app: &App, first: &FullMeeting, series: SeriesId, date: &SeriesDate) -> Option<FullMeeting> {
    let (local, at) = date.start()?;
    let id: MeetingId = app.new_id();
    let rows: HashMap<AttendeeId, AttendeeId> = first.attendees.iter().map(|a| (a.id, app.new_id())).collect();
    let row = |old: AttendeeId| rows.get(&old).copied().unwrap_or(old);
    let items: HashMap<AgendaItemId, AgendaItemId> = first.agenda.iter().map(|i| (i.id, app.new_id())).collect();
    let same = |old: AgendaItemId| items.get(&old).copied().unwrap_or(old);
    let seat = |a: &Attendee| Attendee {
        id: row(a.id),
        meeting_id: id,
        first_item: a.first_item.map(same),
        last_item: a.last_item.map(same),
        ..a.clone()
    };
    let point = |item: &AgendaItem| AgendaItem {
        id: same(item.id),
        meeting_id: id,
        owner_id: item.owner_id.map(row),
        links: None,
        ..item.clone()
    };
    let m = &first.meeting;
    let meeting = Meeting {
        id,
        uid: format!("{}@{}", id.uuid().simple(), app.settings().host()),
        start_local: local,
        starts_at: at,
        ends_at: end(at, u32::try_from(m.minutes).unwrap_or(0)),
        series_id: Some(series),
        original_start: Some(date.original),
        ..m.clone()
    };
    let (attendees, agenda) = (first.attendees.iter().map(seat).collect(), first.agenda.iter().map(point).collect());
    Some(FullMeeting { meeting, attendees, agenda })
}
