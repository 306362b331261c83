//! The lists to choose from, with what is chosen.

use super::{
    agenda,
    desk::Desk,
    typed::{GuestRow, PointRow, Typed},
};
use crate::{
    domain::{
        agenda::{ItemKind, Wanted},
        meeting::{AttendeeRole, Format as Meet, Purpose, Stage, VideoSource},
        time::Zone,
    },
    i18n::{Texts, format::Format, labels, starters},
    store::{self, Tx, people::Person},
    web::failure::Failure,
};

/// A radio button or an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) on: bool,
}

impl Choice {
    pub(super) fn new(value: &str, label: String, chosen: &str) -> Self {
        Self { value: value.to_owned(), label, hint: String::new(), on: value == chosen }
    }
}

/// The caller, and those on whose behalf they plan; nobody where that is the caller alone.
pub(super) async fn organizers(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<Choice>, Failure> {
    let actor = desk.actor()?;
    // What is wrong with it is said at the field, also where nothing is left to choose.
    let wrong = desk.said.errors.of("organizer").is_some();
    if desk.meeting.is_some() || (actor.acts_for.is_empty() && !wrong) {
        return Ok(Vec::new());
    }
    let mut people = store::people::by_ids(tx, &actor.acts_for).await?;
    people.retain(Person::leads_meetings);
    people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id));
    let chosen = desk.typed.organizer.as_str();
    let own = Choice::new("", desk.t().delegates_oneself(actor.person.name.as_str()), chosen);
    let others = people.into_iter().map(|person| Choice::new(&person.id.to_string(), person.name, chosen));
    Ok(std::iter::once(own).chain(others).collect())
}

/// Eight cards.
pub(super) fn purposes((t, f): (&Texts, &Format), typed: &Typed, early: bool) -> Vec<Choice> {
    let card = |purpose: &Purpose| {
        let length = f.duration(agenda::starter_of((*purpose, typed.chosen_stage()), early).minutes);
        let hint = format!("{} {length}", starters::does(t, *purpose));
        Choice { hint, ..Choice::new(purpose.as_str(), labels::purpose(t, *purpose), &typed.purpose) }
    };
    Purpose::ALL.iter().map(card).collect()
}

pub(super) fn stages(t: &Texts, typed: &Typed) -> Vec<Choice> {
    let chosen = typed.chosen_stage().unwrap_or(Stage::FirstContact).as_str();
    Stage::ALL.iter().map(|s| Choice::new(s.as_str(), labels::stage(t, *s), chosen)).collect()
}

/// How somebody takes part; leading is the organizer's.
pub(super) fn roles(t: &Texts, chosen: &str) -> Vec<Choice> {
    let roles = AttendeeRole::ALL.iter().filter(|r| **r != AttendeeRole::Chair);
    roles.map(|r| Choice::new(r.as_str(), labels::attendee_role(t, *r), chosen)).collect()
}

pub(super) fn formats(t: &Texts, typed: &Typed) -> Vec<Choice> {
    Meet::ALL.iter().map(|m| Choice::new(m.as_str(), labels::format(t, *m), &typed.format)).collect()
}

/// Only what can be had: a room of its own needs a server, a fixed room must be set.
pub(super) fn videos(desk: &Desk<'_>) -> Vec<Choice> {
    let t = desk.t();
    let there = |source: &&VideoSource| match source {
        VideoSource::Own => desk.has_server(),
        VideoSource::Personal => desk.organizer.video_room.is_some(),
        VideoSource::Pasted => true,
    };
    let choice = |v: &VideoSource| Choice::new(v.as_str(), labels::video_source(t, *v), &desk.typed.video);
    VideoSource::ALL.iter().filter(there).map(choice).collect()
}

pub(super) fn kinds(t: &Texts, row: &PointRow) -> Vec<Choice> {
    ItemKind::ALL.iter().map(|k| Choice::new(k.as_str(), labels::item_kind(t, *k), &row.kind)).collect()
}

pub(super) fn wanted(t: &Texts, row: &PointRow) -> Vec<Choice> {
    Wanted::ALL.iter().map(|w| Choice::new(w.as_str(), labels::wanted(t, *w), &row.wanted)).collect()
}

/// The whole meeting, or the point from which on somebody is invited. Every person has the whole list, so that only some
/// have one: those who are first on theirs, and those who have chosen.
pub(super) fn firsts(desk: &Desk<'_>, row: &GuestRow) -> Vec<Choice> {
    let t = desk.t();
    let among_first = desk.typed.guests.iter().take(MOST_OWNERS).any(|guest| guest.guest == row.guest);
    if desk.typed.filled().next().is_none() && row.first.is_empty() || !among_first && row.first.is_empty() {
        return Vec::new();
    }
    let mut choices = vec![Choice::new("", t.part_whole(), &row.first)];
    if desk.typed.places(row).is_err() {
        choices.push(Choice::new(&row.first, t.part_gone_choice(), &row.first));
    }
    choices.extend(points(desk, &row.first));
    choices
}

/// The point up to which somebody is invited who has chosen one to begin with.
pub(super) fn lasts(desk: &Desk<'_>, row: &GuestRow) -> Vec<Choice> {
    let points: Vec<Choice> = points(desk, &row.last);
    if row.first.is_empty() || points.len() < 2 {
        return Vec::new();
    }
    std::iter::once(Choice::new("", desk.t().part_that_point(), &row.last)).chain(points).collect()
}

fn points(desk: &Desk<'_>, chosen: &str) -> Vec<Choice> {
    let numbered = desk.typed.points.iter().zip(1..).filter(|(row, _)| !row.title.trim().is_empty());
    let words = |(row, number): (&PointRow, i64)| {
        Choice::new(&row.key.to_string(), desk.t().part_point(number, row.title.as_str()), chosen)
    };
    numbered.map(words).collect()
}

/// Most people who can be chosen to lead a point. Every point has the whole list, so it must stay short.
const MOST_OWNERS: usize = 40;

/// Everyone, the organizer, and the first people on the list.
pub(super) fn owners(desk: &Desk<'_>, row: &PointRow) -> Vec<Choice> {
    let t = desk.t();
    let mut owners = vec![
        Choice::new("everyone", t.planner_owner_everyone(), &row.owner),
        Choice::new("organizer", desk.organizer.name.clone(), &row.owner),
    ];
    for (place, guest) in desk.typed.guests.iter().enumerate() {
        if place >= MOST_OWNERS && guest.guest.to_string() != row.owner {
            continue;
        }
        let name = desk.known.name(guest).filter(|n| !n.is_empty());
        owners.extend(name.map(|name| Choice::new(&guest.guest.to_string(), name, &row.owner)));
    }
    owners
}

/// Where Nordic firms and their customers are; every other zone can be set in one's profile.
const ZONES: [&str; 14] = [
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Atlantic/Reykjavik",
    "Europe/Tallinn",
    "Europe/Riga",
    "Europe/Vilnius",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "America/New_York",
    "Asia/Tokyo",
    "UTC",
];

/// The usual zones, with the chosen one, the caller's and the organizer's.
pub(super) fn zones(desk: &Desk<'_>) -> Vec<Choice> {
    let mut names: Vec<&str> = ZONES.to_vec();
    for other in [desk.typed.zone.as_str(), desk.f.zone().name(), desk.organizer.zone.as_str()] {
        if !names.contains(&other) {
            names.push(other);
        }
    }
    let known = names.into_iter().filter_map(|name| Zone::named(name).ok());
    known
        .map(|zone| {
            let city = desk.f.zone_city(&zone).unwrap_or_else(|| zone.name().to_owned());
            let label = format!("{city} ({})", desk.f.clone().in_zone(zone.clone()).utc_offset(desk.caller.now()));
            Choice::new(zone.name(), label, &desk.typed.zone)
        })
        .collect()
}
