//! The side panel: who is told what, what it costs in time, and who is busy.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::{
    agenda, customer,
    desk::Desk,
    outline, parse,
    series::SeriesView,
    typed::{GuestRef, GuestRow},
    written,
};
use crate::{
    app::rates::{self, MeetingCost},
    domain::{
        agenda::part::Stay,
        ids::{MeetingId, PersonId, SubjectId},
        language::Language,
        meeting::AttendeeRole,
        money,
        time::Interval,
        when,
    },
    i18n::format::Format,
    store::{self, Tx, meetings::FullMeeting},
    web::{
        failure::Failure,
        form::Errors,
        limit_panel::{LimitPanel, Said},
        relay_form,
    },
};

/// Most overlaps that are listed.
const MOST_OVERLAPS: usize = 20;

/// What the panel says, in sentences.
pub(super) struct Impact {
    pub(super) mails: Option<String>,
    pub(super) languages: Option<String>,
    pub(super) time: Option<String>,
    /// What that time costs, for those who may know; empty for all others.
    pub(super) cost: Vec<String>,
    pub(super) sum: Sum,
    /// `None` until the time is known.
    pub(super) overlaps: Option<Vec<String>>,
    /// Who else meets the customer in the same week.
    pub(super) others: Vec<String>,
    /// `None` until purpose and time are known.
    pub(super) limits: Option<LimitPanel>,
    /// What sending it in writing instead would give back.
    pub(super) written: Option<String>,
    pub(super) mode: String,
}

/// The points' minutes against the length.
pub(super) struct Sum {
    pub(super) text: String,
    pub(super) over: bool,
}

/// Works the panel out from what can be understood so far.
/// `starts` are other times that fit; of a series, the first date stands for all of them.
pub(super) async fn impact(
    desk: &Desk<'_>,
    tx: &mut Tx,
    (starts, series): (&[DateTime<Utc>], Option<&SeriesView>),
) -> Result<Impact, Failure> {
    let first = series.and_then(|series| series.first).or_else(|| span(desk));
    let t = desk.t();
    let count = i64::try_from(desk.typed.guests.len()).unwrap_or(i64::MAX);
    let relay = relay_form::leaves(desk.reads, Some(&desk.known.organization));
    Ok(Impact {
        mails: (count > 0 && desk.meeting.is_none()).then(|| mails(desk, count)),
        languages: (count > 0).then(|| t.planner_languages(languages(desk))),
        time: people_minutes(desk).map(|minutes| t.planner_people_time(desk.f.duration(minutes))),
        cost: cost(desk, tx).await?,
        sum: sum(desk),
        overlaps: overlaps(desk, tx, first).await?,
        others: customer::others(desk, tx, first).await?,
        limits: limits(desk, tx, (first, starts, series)).await?,
        written: written::saving(desk),
        mode: if relay { t.planner_mode_relay() } else { t.planner_mode_mailbox() },
    })
}

fn languages(desk: &Desk<'_>) -> String {
    let all: BTreeSet<Language> = desk.typed.guests.iter().map(|g| desk.known.language(g)).collect();
    all.into_iter().map(Language::own_name).collect::<Vec<_>>().join(", ")
}

pub(super) fn length(desk: &Desk<'_>) -> Option<u32> {
    match &desk.meeting {
        Some(full) => u32::try_from(full.meeting.minutes).ok(),
        None => parse::minutes(&desk.reading(), &desk.typed, &mut Errors::default()),
    }
}

/// How many are invited, and whose calendar gets a copy.
fn mails(desk: &Desk<'_>, count: i64) -> String {
    if desk.typed.organizer.is_empty() {
        desk.t().planner_mails(count)
    } else {
        desk.t().delegates_mails(count, desk.organizer.name.as_str())
    }
}

/// The time of everybody who is to come, the organizer's included.
fn people_minutes(desk: &Desk<'_>) -> Option<u32> {
    let length = length(desk)?;
    let informed = AttendeeRole::Informed.as_str();
    let come = desk.typed.guests.iter().filter(|g| g.role != informed);
    come.map(|row| minutes_of(desk, row, length)).try_fold(length, u32::checked_add)
}

/// How long somebody is there.
fn minutes_of(desk: &Desk<'_>, row: &GuestRow, length: u32) -> u32 {
    desk.typed.stay(row).map_or(length, |stay| stay.minutes)
}

/// Of the colleagues who are to come, the organizer included.
async fn cost(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<String>, Failure> {
    let Some(minutes) = length(desk) else { return Ok(Vec::new()) };
    let informed = AttendeeRole::Informed.as_str();
    let guests = desk.typed.guests.iter().filter(|g| g.role != informed).filter_map(|g| match g.guest {
        GuestRef::Person(id) => Some((id, minutes_of(desk, g, minutes))),
        GuestRef::Contact(_) | GuestRef::New(_) => None,
    });
    let people: BTreeMap<PersonId, u32> = guests.chain([(desk.organizer.id, minutes)]).collect();
    let people: Vec<(PersonId, u32)> = people.into_iter().collect();
    let cost = rates::of_meeting(tx, desk.actor()?, &people).await?;
    Ok(cost.map_or_else(Vec::new, |cost| cost_in_words(desk, &cost)))
}

fn cost_in_words(desk: &Desk<'_>, told: &MeetingCost) -> Vec<String> {
    let (t, cost) = (desk.t(), told.cost);
    let mut lines = vec![match cost.amount {
        Some(amount) => t.rates_about(desk.f.money(money::about(amount), &told.currency)),
        None => t.rates_too_few(),
    }];
    if cost.amount.is_some() && cost.unrated > 0 {
        lines.push(t.rates_unrated(cost.unrated));
    }
    if cost.amount.is_some() && told.unled > 0 {
        lines.push(t.rates_unled(told.unled));
    }
    lines
}

fn sum(desk: &Desk<'_>) -> Sum {
    let (t, f) = (desk.t(), &desk.f);
    let total = agenda::total(&desk.typed);
    match length(desk) {
        Some(length) if total > length => Sum {
            text: t.planner_sum_over(f.duration(total), f.duration(length), f.duration(total - length)),
            over: true,
        },
        Some(length) => Sum { text: t.planner_sum_within(f.duration(total), f.duration(length)), over: false },
        None => Sum { text: t.planner_sum(f.duration(total)), over: false },
    }
}

/// Where each point begins, and whether it ends beyond the length.
pub(super) fn clock(desk: &Desk<'_>) -> Vec<(String, bool)> {
    let length = length(desk);
    let mut at = 0_u32;
    let mut clock = Vec::with_capacity(desk.typed.points.len());
    for point in &desk.typed.points {
        let begins = format!("{}:{:02}", at / 60, at % 60);
        at = at.saturating_add(when::minutes(&point.minutes).unwrap_or(0));
        clock.push((begins, length.is_some_and(|length| at > length)));
    }
    clock
}

async fn overlaps(desk: &Desk<'_>, tx: &mut Tx, span: Option<Interval>) -> Result<Option<Vec<String>>, Failure> {
    let Some(span) = span else { return Ok(None) };
    let names = names(desk);
    let subjects: Vec<SubjectId> = names.keys().copied().collect();
    let stays: HashMap<SubjectId, Stay> =
        desk.typed.guests.iter().filter_map(|row| Some((subject(row.guest)?, desk.typed.stay(row)?))).collect();
    let except = desk.meeting.as_ref().map(|full| full.meeting.id);
    let mut claims = store::claims::overlapping(tx, &subjects, span, except).await?;
    claims.retain(|claim| stays.get(&claim.subject_id).is_none_or(|stay| overlap(stay.of(span), claim)));
    claims.truncate(MOST_OVERLAPS);
    let mut ids: Vec<MeetingId> = claims.iter().map(|c| c.meeting_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let found = if ids.is_empty() { Vec::new() } else { store::meetings::by_ids(tx, &ids).await? };
    let meetings: HashMap<MeetingId, FullMeeting> = found.into_iter().map(|full| (full.meeting.id, full)).collect();
    let (t, f, actor) = (desk.t(), format(desk), desk.actor()?);
    let sentence = |claim: &store::claims::Claim| {
        let name = names.get(&claim.subject_id)?.clone();
        let when = f.time_range(claim.starts_at, claim.ends_at);
        let seen = meetings.get(&claim.meeting_id).filter(|full| actor.sees(full));
        Some(match seen {
            Some(full) => t.planner_overlap_title(name, full.meeting.title.clone(), when),
            None => t.planner_overlap_busy(name, when),
        })
    };
    let mut sentences: Vec<String> = claims.iter().filter_map(sentence).collect();
    sentences.extend(kept(desk, tx, span).await?);
    Ok(Some(sentences))
}

/// Colleagues whose time other drafts keep.
async fn kept(desk: &Desk<'_>, tx: &mut Tx, span: Interval) -> Result<Vec<String>, Failure> {
    let (names, f) = (names(desk), format(desk));
    let people: Vec<PersonId> = names.keys().map(|subject| subject.uuid().into()).collect();
    let held = store::holds::in_span(tx, &people, (span, desk.caller.now()), desk.typed.draft.parse().ok()).await?;
    let sentence = |held: &store::holds::Held| {
        let name = names.get(&held.hold.person_id.uuid().into())?.clone();
        let when = f.time_range(held.hold.starts_at, held.hold.ends_at);
        Some(desk.t().planner_overlap_held(name, held.owner.clone(), when))
    };
    Ok(held.iter().filter_map(sentence).take(MOST_OVERLAPS).collect())
}

fn overlap(span: Interval, claim: &store::claims::Claim) -> bool {
    claim.starts_at < span.end() && span.start() < claim.ends_at
}

async fn limits(
    desk: &Desk<'_>,
    tx: &mut Tx,
    (span, starts, series): (Option<Interval>, &[DateTime<Utc>], Option<&SeriesView>),
) -> Result<Option<LimitPanel>, Failure> {
    let Some(span) = span else { return Ok(None) };
    let Some(preview) = outline::preview(desk, tx, span).await? else { return Ok(None) };
    let trades = outline::trades(desk, &preview, starts);
    let said = Said { seen: desk.typed.limits_seen, reason: desk.typed.limits_reason.clone() };
    let mut panel = LimitPanel::new(tx, (desk.t(), &format(desk)), &preview, (&trades, said)).await?;
    panel.also(&desk.said.stopped_needs);
    if let Some(series) = series.filter(|series| series.is_on()) {
        panel.also(&series.needs);
        // Nobody is asked for leave of a single date of many.
        panel.needs.other |= panel.needs.approver.take().is_some();
    }
    Ok(Some(panel))
}

/// In the zone the meeting is planned in.
pub(super) fn format(desk: &Desk<'_>) -> Format {
    match crate::domain::time::Zone::named(desk.typed.zone.trim()) {
        Ok(zone) => desk.f.clone().in_zone(zone),
        Err(_) => desk.f.clone(),
    }
}

fn span(desk: &Desk<'_>) -> Option<Interval> {
    if let Some(full) = &desk.meeting {
        return Interval::new(full.meeting.starts_at, full.meeting.ends_at);
    }
    let start = parse::start(&desk.reading(), &desk.typed, &mut Errors::default())?;
    Interval::new(start.at, start.at + chrono::TimeDelta::minutes(i64::from(length(desk)?)))
}

fn subject(guest: GuestRef) -> Option<SubjectId> {
    match guest {
        GuestRef::Person(id) => Some(id.uuid().into()),
        GuestRef::Contact(id) => Some(id.uuid().into()),
        GuestRef::New(_) => None,
    }
}

/// Everybody whose time the meeting takes.
fn names(desk: &Desk<'_>) -> HashMap<SubjectId, String> {
    let informed = AttendeeRole::Informed.as_str();
    let guests = desk.typed.guests.iter().filter(|g| g.role != informed);
    let guests = guests.filter_map(|row| Some((subject(row.guest)?, desk.known.name(row)?)));
    guests.chain([(desk.organizer.id.uuid().into(), desk.organizer.name.clone())]).collect()
}
