//! From the form as typed to a plan. Pure: every problem becomes words beside its field, nothing is cut or guessed.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    people::Known,
    typed::{GuestRef, GuestRow, PointRow, Typed},
};
use crate::{
    domain::{
        agenda::{ItemKind, Wanted, link::https},
        email::EmailAddress,
        ids::AgendaItemId,
        meeting::{AttendeeRole, Format as Meet, MAX_ATTENDEES, MAX_MINUTES, MAX_POINTS, MAX_TITLE, VideoSource},
        planning::{Details, Guest, Invitee, Owner, Plan, Point, Start, Video},
        text::SafeText,
        time::{WallTime, Zone},
        when,
    },
    i18n::{Texts, field_errors, format::Format},
    store::people::Person,
    web::form::Errors,
};

/// Longest reason why somebody is needed, in characters.
pub(super) const MAX_WHY: usize = 500;
/// Longest room, address or phone number, in characters.
const MAX_PLACE: usize = 300;
/// Longest name of a person or company, in characters.
const MAX_NAME: usize = 100;
/// Shortest meeting, in minutes.
pub(super) const MIN_MINUTES: u32 = 5;

/// What a form is read against.
pub(super) struct Reading<'a> {
    pub(super) t: &'static Texts,
    /// The reader's forms of dates, in the reader's zone.
    pub(super) f: &'a Format,
    pub(super) now: DateTime<Utc>,
    /// Who plans the meeting; never a guest of it.
    pub(super) organizer: &'a Person,
    /// Whether rooms of their own can be made.
    pub(super) has_server: bool,
}

/// The whole plan.
///
/// # Errors
/// Every problem of every field, in the order of the page.
pub(super) fn plan(reading: &Reading<'_>, typed: &Typed) -> Result<Plan, Errors> {
    let mut errors = Errors::default();
    let details = details_with(reading, typed, &mut errors);
    let minutes = minutes(reading, typed, &mut errors);
    let start = start(reading, typed, &mut errors);
    match (details, start, minutes) {
        (Some(details), Some(start), Some(minutes)) if errors.is_empty() => Ok(Plan { details, start, minutes }),
        _ => Err(errors),
    }
}

/// Everything but the time.
///
/// # Errors
/// As [`plan`].
pub(super) fn details(reading: &Reading<'_>, typed: &Typed) -> Result<Details, Errors> {
    let mut errors = Errors::default();
    match details_with(reading, typed, &mut errors) {
        Some(details) if errors.is_empty() => Ok(details),
        _ => Err(errors),
    }
}

fn details_with(reading: &Reading<'_>, typed: &Typed, errors: &mut Errors) -> Option<Details> {
    let t = reading.t;
    let purpose = typed.chosen_purpose();
    if purpose.is_none() {
        errors.add("purpose", t.field_choose_one());
    }
    let title = line(reading, errors, ("title", &typed.title), MAX_TITLE);
    if title.is_empty() && errors.of("title").is_none() {
        errors.add("title", t.planner_title_missing());
    }
    let invitees = invitees(reading, typed, errors);
    let agenda = agenda(reading, typed, errors);
    let format: Option<Meet> = typed.format.parse().ok();
    if format.is_none() {
        errors.add("format", t.field_choose_one());
    }
    let video = if format == Some(Meet::Video) { video(reading, typed, errors) } else { None };
    let place = line(reading, errors, ("place", &typed.place), MAX_PLACE);
    Some(Details {
        purpose: purpose?,
        stage: typed.chosen_stage(),
        title,
        format: format?,
        place,
        video,
        invitees,
        agenda,
        open_guest_list: typed.open,
    })
}

/// One line of text; one that is too long is an error, never cut.
pub(super) fn line(reading: &Reading<'_>, errors: &mut Errors, (field, raw): (&str, &str), max: usize) -> String {
    let text: String = SafeText::line(raw, max + 1).into();
    if text.chars().count() > max {
        errors.add(field, reading.t.field_too_long(i64::try_from(max).unwrap_or(i64::MAX)));
    }
    text
}

pub(super) fn invitees(reading: &Reading<'_>, typed: &Typed, errors: &mut Errors) -> Vec<Invitee> {
    let t = reading.t;
    if typed.guests.is_empty() {
        errors.add("who", t.planner_nobody_invited());
    }
    // The organizer takes a seat.
    if typed.guests.len() >= MAX_ATTENDEES {
        errors.add("who", t.planner_too_many_people(i64::try_from(MAX_ATTENDEES).unwrap_or(i64::MAX)));
    }
    typed
        .guests
        .iter()
        .map(|row| Invitee { points: places(reading, typed, row, errors), ..invitee(reading, row, errors) })
        .collect()
}

fn invitee(reading: &Reading<'_>, row: &GuestRow, errors: &mut Errors) -> Invitee {
    let key = row.guest;
    let guest = match key {
        GuestRef::Person(id) => Some(Guest::Person(id)),
        GuestRef::Contact(id) => Some(Guest::Contact(id)),
        GuestRef::New(_) => newcomer(reading, row, errors),
    };
    let role = row.role.parse().ok().filter(|role| *role != AttendeeRole::Chair).unwrap_or(AttendeeRole::Required);
    let why = line(reading, errors, (&format!("why:{key}"), &row.why), MAX_WHY);
    // Somebody without an address stands beside an error, so the plan is never made.
    Invitee { guest: guest.unwrap_or(Guest::Person(reading.organizer.id)), role, why, points: None }
}

/// The points that somebody is invited to; `None` for the whole meeting.
fn places(reading: &Reading<'_>, typed: &Typed, row: &GuestRow, errors: &mut Errors) -> Option<(usize, usize)> {
    let (t, field) = (reading.t, format!("first:{}", row.guest));
    let Ok(places) = typed.places(row) else {
        errors.add(field, t.part_gone());
        return None;
    };
    if places.is_some() && typed.stay(row).is_none() {
        errors.add(field, t.part_no_minutes());
    }
    places
}

fn newcomer(reading: &Reading<'_>, row: &GuestRow, errors: &mut Errors) -> Option<Guest> {
    let key = row.guest;
    let name = line(reading, errors, (&format!("name:{key}"), &row.name), MAX_NAME);
    let account = line(reading, errors, (&format!("account:{key}"), &row.account), MAX_NAME);
    let Ok(email) = row.email.parse::<EmailAddress>() else {
        errors.add(format!("email:{key}"), reading.t.field_not_an_address());
        return None;
    };
    Some(Guest::New { name, email, account })
}

pub(super) fn agenda(reading: &Reading<'_>, typed: &Typed, errors: &mut Errors) -> Vec<Point> {
    if typed.points.len() > MAX_POINTS {
        errors.add("agenda", reading.t.planner_too_many_points(i64::try_from(MAX_POINTS).unwrap_or(i64::MAX)));
    }
    typed.filled().map(|row| point(reading, typed, row, errors)).collect()
}

/// Which points of the meeting those of [`agenda`] were filled from.
pub(super) fn items(typed: &Typed) -> Vec<Option<AgendaItemId>> {
    typed.filled().map(|row| row.item.parse().ok()).collect()
}

fn point(reading: &Reading<'_>, typed: &Typed, row: &PointRow, errors: &mut Errors) -> Point {
    let (t, key) = (reading.t, row.key);
    let title = line(reading, errors, (&format!("title:{key}"), &row.title), MAX_TITLE);
    let minutes = if row.minutes.trim().is_empty() { Ok(0) } else { when::minutes(&row.minutes) };
    let minutes = match minutes {
        Ok(minutes) if minutes <= MAX_MINUTES => minutes,
        Ok(_) => {
            errors.add(format!("minutes:{key}"), t.planner_point_too_long());
            0
        }
        Err(error) => {
            errors.add(format!("minutes:{key}"), field_errors::duration(reading.f, error));
            0
        }
    };
    Point {
        kind: row.kind.parse().unwrap_or(ItemKind::Free),
        title,
        minutes,
        owner: owner(typed, &row.owner),
        wanted: row.wanted.parse().unwrap_or(Wanted::Decide),
    }
}

/// Whoever led a point and was taken off the list leaves it to everyone.
fn owner(typed: &Typed, text: &str) -> Owner {
    if text == "organizer" {
        return Owner::Organizer;
    }
    let guest = text.parse::<GuestRef>().ok();
    let place = guest.and_then(|guest| typed.guests.iter().position(|g| g.guest == guest));
    place.map_or(Owner::Everyone, Owner::Invitee)
}

fn video(reading: &Reading<'_>, typed: &Typed, errors: &mut Errors) -> Option<Video> {
    let t = reading.t;
    match typed.video.parse::<VideoSource>() {
        Ok(VideoSource::Own) if reading.has_server => Some(Video::Own),
        Ok(VideoSource::Own) => {
            errors.add("video", t.planner_no_server());
            None
        }
        Ok(VideoSource::Personal) if reading.organizer.video_room.is_some() => Some(Video::Personal),
        Ok(VideoSource::Personal) => {
            errors.add("video", t.planner_no_room());
            None
        }
        Ok(VideoSource::Pasted) => {
            let link = https(&typed.link);
            if link.is_none() {
                errors.add("link", t.field_not_a_link());
            }
            link.map(Video::Pasted)
        }
        Err(_) => {
            errors.add("video", t.field_choose_one());
            None
        }
    }
}

/// The length.
pub(super) fn minutes(reading: &Reading<'_>, typed: &Typed, errors: &mut Errors) -> Option<u32> {
    match when::minutes(&typed.length) {
        Ok(minutes) if (MIN_MINUTES..=MAX_MINUTES).contains(&minutes) => Some(minutes),
        Ok(_) => {
            let f = reading.f;
            errors.add("length", reading.t.planner_length_range(f.duration(MIN_MINUTES), f.duration(MAX_MINUTES)));
            None
        }
        Err(error) => {
            errors.add("length", field_errors::duration(reading.f, error));
            None
        }
    }
}

/// The date as it would be understood now, without complaint.
pub(super) fn understood_date(typed: &Typed, now: DateTime<Utc>) -> Option<NaiveDate> {
    let zone = Zone::named(typed.zone.trim()).ok()?;
    when::date(&typed.date, zone.local(now).date()).ok()
}

/// The start: a moment that happens exactly once and lies ahead.
pub(super) fn start(reading: &Reading<'_>, typed: &Typed, errors: &mut Errors) -> Option<Start> {
    let (t, f) = (reading.t, reading.f);
    let zone = Zone::named(typed.zone.trim());
    if zone.is_err() {
        errors.add("zone", t.field_unknown_zone());
    }
    let today = zone.as_ref().unwrap_or(f.zone()).local(reading.now).date();
    let date = when::date(&typed.date, today)
        .map_err(|error| errors.add("date", field_errors::date(f, error, example(today))))
        .ok();
    let time = when::time(&typed.time).map_err(|error| errors.add("time", field_errors::time(f, error))).ok();
    let (zone, date, time) = (zone.ok()?, date?, time?);
    let local = date.and_time(time);
    match zone.resolve(local) {
        WallTime::Once(at) if at <= reading.now => {
            let field = if date < today { "date" } else { "time" };
            errors.add(field, t.planner_past());
            None
        }
        WallTime::Once(at) => Some(Start { local, zone: zone.name().to_owned(), at }),
        meaning => {
            let words = field_errors::wall_time(&f.clone().in_zone(zone), meaning);
            errors.add("time", words.unwrap_or_else(|| t.field_required()));
            None
        }
    }
}

/// A date that could be typed: in three days.
pub(super) fn example(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(chrono::Days::new(3)).unwrap_or(today)
}

/// Guests whose address stands on the list twice, or is the organizer's own.
pub(super) fn doubles(known: &Known, organizer: &Person, typed: &Typed) -> Vec<GuestRef> {
    let mut seen: HashSet<String> = HashSet::from([organizer.email_key.clone()]);
    let double = |row: &&GuestRow| {
        let key = known.email(row).to_lowercase();
        !key.is_empty() && !seen.insert(key)
    };
    typed.guests.iter().filter(double).map(|row| row.guest).collect()
}

#[cfg(test)]
mod tests;
