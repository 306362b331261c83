//! What a series has been worth: gathered from what was recorded of its dates, each kind of fact in one statement.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use crate::{
    app::{actor::Actor, error::Result, judge::coming, rates},
    domain::{
        ids::{MeetingId, PersonId},
        load::cost,
        meeting::{Answer, AttendeeRole, Status},
        series::review::{DateRecord, Ratings, Record, quiet},
    },
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        series_record::{Counted, Course},
    },
};

/// What one date that is over left behind.
#[derive(Debug, Clone, Copy)]
pub struct Past {
    /// The date.
    pub meeting: MeetingId,
    /// What is known of it.
    pub record: DateRecord,
}

/// Reads what the dates that are over left behind, in their order; those that were called off are none.
///
/// # Errors
/// When the database fails.
pub async fn past(tx: &mut Tx, dates: &[FullMeeting], now: DateTime<Utc>) -> Result<Vec<Past>> {
    let over: Vec<&FullMeeting> =
        dates.iter().filter(|d| d.meeting.status == Status::Confirmed && d.meeting.ends_at <= now).collect();
    if over.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<MeetingId> = over.iter().map(|full| full.meeting.id).collect();
    let courses = store::series_record::courses(tx, &ids).await?;
    let courses: HashMap<MeetingId, Course> = courses.into_iter().map(|course| (course.meeting_id, course)).collect();
    let mut counts: HashMap<MeetingId, Vec<Counted>> = HashMap::new();
    for counted in store::series_record::counts(tx, &ids).await? {
        counts.entry(counted.meeting_id).or_default().push(counted);
    }
    let of = |full: &FullMeeting| {
        let id = full.meeting.id;
        let counts = counts.get(&id).map_or(&[][..], Vec::as_slice);
        Past { meeting: id, record: date(full, courses.get(&id), counts) }
    };
    Ok(over.into_iter().map(of).collect())
}

/// What these dates were worth taken together.
///
/// # Errors
/// When the database fails.
pub async fn sum(tx: &mut Tx, past: &[Past]) -> Result<Record> {
    let (earlier, later) = past.split_at(past.len() / 2);
    let ratings = (ratings(tx, later).await?, ratings(tx, earlier).await?);
    Ok(Record::of(&past.iter().map(|date| date.record).collect::<Vec<_>>(), ratings))
}

async fn ratings(tx: &mut Tx, dates: &[Past]) -> Result<Ratings> {
    let ids: Vec<MeetingId> = dates.iter().map(|date| date.meeting).collect();
    let (people, number, sum) = store::series_record::ratings(tx, &ids).await?;
    let whole = |number: i64| u32::try_from(number).unwrap_or(0);
    Ok(Ratings { people: whole(people), number: whole(number), sum: whole(sum) })
}

fn date(full: &FullMeeting, course: Option<&Course>, counts: &[Counted]) -> DateRecord {
    let count = |kind: &str| {
        let found = counts.iter().find(|counted| counted.kind == kind);
        found.map_or(0, |counted| u32::try_from(counted.number).unwrap_or(u32::MAX))
    };
    let used = course.and_then(|c| c.began_at.zip(c.ended_at)).map(|(began, ended)| (ended - began).num_minutes());
    let asked = full
        .attendees
        .iter()
        .filter(|a| a.removed_at.is_none() && !matches!(a.role, AttendeeRole::Chair | AttendeeRole::Informed));
    let answers = asked.fold((0, 0), |(yes, all), a| (yes + u32::from(a.answer == Answer::Yes), all + 1));
    let noted = count("noted");
    DateRecord {
        held: course.and_then(held),
        planned: u32::try_from(full.meeting.minutes).unwrap_or(0),
        used: used.map(|minutes| u32::try_from(minutes).unwrap_or(0)),
        attendance: (noted > 0).then(|| (count("attended"), noted)),
        answers,
        outcome: course.map(|_| (count("decisions"), count("actions"))),
    }
}

/// A meeting that was begun counts as held unless somebody says otherwise.
fn held(course: &Course) -> Option<bool> {
    match course.outcome.as_deref() {
        Some(outcome) => Some(outcome == "held"),
        None => course.began_at.map(|_| true),
    }
}

/// Time and money of some dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Minutes of everybody of the firm who was or is to come.
    pub minutes: u64,
    /// Whole units of the firm's currency; `None` where the reader may not know, or too few have a rate.
    pub money: Option<u64>,
}

/// What the dates have cost, and what those to come will.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Costs {
    /// Of the dates that are over.
    pub past: Spent,
    /// Of those to come.
    pub ahead: Spent,
    /// ISO 4217 code.
    pub currency: String,
}

/// Person-hours for everybody; money for those who see rates, of the people whom they lead.
///
/// # Errors
/// When the database fails or the settings cannot be read.
pub async fn costs(tx: &mut Tx, actor: &Actor, (dates, now): (&[FullMeeting], DateTime<Utc>)) -> Result<Costs> {
    let standing: Vec<&FullMeeting> = dates.iter().filter(|d| d.meeting.status == Status::Confirmed).collect();
    let led: BTreeSet<PersonId> = standing.iter().flat_map(|d| people(d)).filter(|id| actor.leads(*id)).collect();
    let led: Vec<PersonId> = led.into_iter().collect();
    let policy = store::policy::read(tx).await?.settings;
    let seen = actor.sees_costs() && !led.is_empty();
    let rates = if seen { rates::rates(tx, &led, &policy).await? } else { HashMap::new() };
    let spent = |over: bool| {
        let dates = standing.iter().filter(|d| (d.meeting.ends_at <= now) == over);
        dates.fold(Spent::default(), |sum, full| {
            let there = there(full);
            let led = there.iter().filter(|(id, _)| actor.leads(*id));
            let known: Vec<(Option<u32>, u32)> = led.map(|(id, own)| (rates.get(id).copied(), *own)).collect();
            let money = cost::of_meeting(&known).amount;
            Spent {
                minutes: sum.minutes + there.iter().map(|(_, own)| u64::from(*own)).sum::<u64>(),
                money: sum.money.map_or(money, |so_far| Some(so_far.saturating_add(money.unwrap_or(0)))),
            }
        })
    };
    Ok(Costs { past: spent(true), ahead: spent(false), currency: policy.currency })
}

/// Minutes of everybody of the firm who was to come to the dates that are over.
#[must_use]
pub fn minutes_spent(dates: &[FullMeeting], now: DateTime<Utc>) -> u64 {
    let over = dates.iter().filter(|d| d.meeting.status == Status::Confirmed && d.meeting.ends_at <= now);
    over.flat_map(there).map(|(_, own)| u64::from(own)).sum()
}

/// Colleagues who are to come, and for how many minutes.
fn there(full: &FullMeeting) -> Vec<(PersonId, u32)> {
    let minutes = u32::try_from(full.meeting.minutes).unwrap_or(0);
    let of = |a: &Attendee| Some((a.person_id?, a.stay().map_or(minutes, |stay| stay.minutes)));
    coming(full).filter_map(of).collect()
}

/// Colleagues who are to come.
fn people(full: &FullMeeting) -> impl Iterator<Item = PersonId> {
    coming(full).filter_map(|a| a.person_id)
}

/// Colleagues who had no point in the last dates, as far as points name anybody.
#[must_use]
pub fn without_points(dates: &[FullMeeting]) -> Vec<PersonId> {
    let standing = dates.iter().filter(|d| d.meeting.status == Status::Confirmed);
    let of = |full: &FullMeeting| {
        let there: Vec<PersonId> = people(full).filter(|id| *id != full.meeting.organizer_id).collect();
        let leads = |id| full.agenda.iter().any(|item| item.owner_id == Some(id));
        let led = full.attendees.iter().filter(|a| leads(a.id)).filter_map(|a| a.person_id).collect();
        (there, led)
    };
    quiet(&standing.map(of).collect::<Vec<_>>())
}
