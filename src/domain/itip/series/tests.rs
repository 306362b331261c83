mod expansions;

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::{
    compose::{SeriesMessage, SeriesRevision, calendar_object, feed_entry},
    facts::{DateFacts, SeriesFacts},
    plan::{Receiver, SeriesKind, facts_for, news, plan_series},
};
use crate::domain::{
    agenda::part::{Part, Stay},
    ids::MeetingId,
    itip::{
        feed::{Detail, FeedHead, feed},
        lint,
        plan::{Method, Stamp},
        tests::{CHAIR, OPTIONAL, REQUIRED, SERVICE, at, attendee_id, internal, place_in, swedish},
    },
    meeting::{Answer, Status},
    recurrence::{Offsets, Series, Work},
    series::rule::{End, OnHoliday, Pattern, Rule},
    time::{Interval, Zone},
};

const ZONE: &str = "Europe/Stockholm";

/// Every Monday at 9:00, 24 dates over the change of the clocks, Easter Monday left out.
fn mondays() -> SeriesFacts {
    let rule = Rule { pattern: Pattern::Week { days: 1 }, interval: 1, end: End::Count(24), holidays: OnHoliday::Skip };
    let starts = rule.starts("2026-01-12T09:00:00".parse().unwrap()).unwrap();
    let date = |(number, original): (usize, &NaiveDateTime)| {
        let mut facts = internal();
        place_in(&mut facts, ZONE, &original.format("%Y-%m-%dT%H:%M:%S").to_string(), 30);
        DateFacts { id: meeting_id(number), original: *original, facts }
    };
    let dates = starts.iter().enumerate().filter(|(number, _)| *number != 12).map(date).collect();
    SeriesFacts { uid: internal().uid, zone: ZONE.into(), rule, continues: None, dates }
}

fn meeting_id(number: usize) -> MeetingId {
    MeetingId::from_uuid(Uuid::from_u128(number as u128 + 1))
}

fn message<'a>(
    (told, now): (Option<&'a SeriesFacts>, &'a SeriesFacts),
    facts: &'a SeriesFacts,
    (person, kind): (u128, SeriesKind),
    stamp: Stamp,
) -> String {
    let off = news(told, now, attendee_id(person)).into_iter().find_map(|date| date.told);
    calendar_object(&SeriesMessage {
        facts,
        recipient: attendee_id(person),
        kind,
        off,
        stamp,
        created: at("2026-01-05T08:14:00"),
        words: &swedish(),
        service_address: SERVICE,
        sent_by: None,
        page: Some("https://sparsam.example/series/8Kq2"),
    })
    .unwrap()
}

fn told(told: Option<&SeriesFacts>, now: &SeriesFacts, person: u128, stamp: Stamp) -> Option<(SeriesKind, String)> {
    let kind = plan_series(told, now, attendee_id(person))?;
    let facts = facts_for(kind, told, now);
    Some((kind, message((told, now), &facts, (person, kind), stamp)))
}

fn stamp(sequence: u32) -> Stamp {
    Stamp { sequence, dtstamp: at("2026-01-05T08:15:00") + TimeDelta::days(sequence.into()) }
}

/// The series at 10:00, and one of its dates on the next day at 13:00.
fn moved() -> SeriesFacts {
    let mut now = mondays();
    for date in &mut now.dates {
        date.original = date.original.date().and_hms_opt(10, 0, 0).unwrap();
        place_in(&mut date.facts, ZONE, &date.original.format("%Y-%m-%dT%H:%M:%S").to_string(), 30);
    }
    place_in(&mut now.dates[11].facts, ZONE, "2026-03-31T13:00:00", 30);
    now
}

fn golden(name: &str, text: &str) {
    golden_file(&format!("{name}.ics"), text);
}

fn golden_file(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap_or_default() == text, "{name} differs from its golden file:\n{text}");
}

#[test]
fn golden_messages() {
    let first = mondays();
    let (kind, invitation) = told(None, &first, REQUIRED, stamp(0)).unwrap();
    assert_eq!(kind, SeriesKind::Invitation);
    golden("series-invitation", &invitation);

    let second = moved();
    let (kind, object) = told(Some(&first), &second, REQUIRED, stamp(1)).unwrap();
    assert_eq!(kind, SeriesKind::Moved);
    golden("series-moved", &object);
    expansions::golden_dates("series-moved", &second);

    let mut third = second.clone();
    third.dates[10].facts.status = Status::Cancelled;
    third.dates[10].facts.cancel_reason = "Mässa".into();
    let (kind, object) = told(Some(&second), &third, REQUIRED, stamp(2)).unwrap();
    assert_eq!(kind, SeriesKind::DateOff);
    golden("series-date-off", &object);

    let mut fourth = third.clone();
    for date in fourth.dates.iter_mut().skip(15) {
        date.facts.status = Status::Cancelled;
    }
    let (kind, object) = told(Some(&third), &fourth, REQUIRED, stamp(3)).unwrap();
    assert_eq!(kind, SeriesKind::Fewer);
    golden("series-shortened", &object);

    for date in &mut fourth.dates {
        date.facts.status = Status::Cancelled;
        date.facts.cancel_reason = "Vi ses i stället på plats.".into();
    }
    let (kind, object) = told(Some(&third), &fourth, REQUIRED, stamp(4)).unwrap();
    assert_eq!(kind, SeriesKind::Cancelled);
    golden("series-cancelled", &object);
}

#[test]
fn a_point_of_each_date_is_a_series_at_its_own_time() {
    let mut first = mondays();
    for date in &mut first.dates {
        let points = date.facts.agenda[1..2].to_vec();
        date.facts.attendees[2].part = Some(Part { stay: Stay { after: 10, minutes: 10 }, points });
    }
    let seen = first.seen_by(attendee_id(OPTIONAL));
    let (kind, object) = told(None, &seen, OPTIONAL, stamp(0)).unwrap();
    assert_eq!(kind, SeriesKind::Invitation);
    golden("series-part-invitation", &object);
    // On one date the point comes later, and nobody else has another time.
    let mut second = first.clone();
    second.dates[3].facts.attendees[2].part.as_mut().unwrap().stay.after = 15;
    assert_eq!(plan_series(Some(&first), &second, attendee_id(REQUIRED)), None);
    let later = second.seen_by(attendee_id(OPTIONAL));
    let (kind, object) = told(Some(&seen), &later, OPTIONAL, stamp(1)).unwrap();
    assert_eq!(kind, SeriesKind::Moved);
    golden("series-part-moved", &object);
    // A meeting that begins shortly before midnight: the point is on the next day, and the days of the rule stay.
    for date in &mut first.dates {
        let at = date.original.date().and_hms_opt(23, 55, 0).unwrap();
        date.original = at;
        place_in(&mut date.facts, ZONE, &at.format("%Y-%m-%dT%H:%M:%S").to_string(), 30);
    }
    let night = first.seen_by(attendee_id(OPTIONAL));
    let (_, object) = told(None, &night, OPTIONAL, stamp(2)).unwrap();
    assert_eq!(object.matches("BEGIN:VEVENT").count(), 24, "{object}");
}

#[test]
fn a_date_that_goes_while_the_usual_time_of_a_point_changes_brings_the_whole_series() {
    let mut first = mondays();
    first.dates.truncate(3);
    for (date, after) in first.dates.iter_mut().zip([15, 15, 5]) {
        let points = date.facts.agenda[1..2].to_vec();
        date.facts.attendees[2].part = Some(Part { stay: Stay { after, minutes: 5 }, points });
    }
    let without = |gone: usize| {
        let mut now = first.clone();
        now.dates[gone].facts.attendees.retain(|person| person.id != attendee_id(OPTIONAL));
        plan_series(
            Some(&first.seen_by(attendee_id(OPTIONAL))),
            &now.seen_by(attendee_id(OPTIONAL)),
            attendee_id(OPTIONAL),
        )
    };
    // Calendars know the dates by quarter past nine; five past is as frequent once one of them is gone, and earlier.
    assert_eq!(without(0), Some(SeriesKind::Fewer));
    assert_eq!(without(2), Some(SeriesKind::DateOff));
}

#[test]
fn a_feed_shows_the_series_without_people() {
    let mut now = moved();
    now.dates[10].facts.status = Status::Cancelled;
    let words = swedish();
    let detail = Detail::Full { words: &words, page: None, reader: None };
    let revision = SeriesRevision {
        facts: &now,
        stamp: stamp(2),
        created: at("2026-01-05T08:14:00"),
        pages: Some("https://sparsam.example/meetings"),
    };
    let entry = feed_entry(&revision, detail).unwrap();
    let text = feed(&FeedHead { name: "Serie", refresh_minutes: 60 }, &[entry]);
    assert_eq!(lint::file(&text), []);
    golden("series-feed", &text);
    expansions::golden_dates("series-feed", &now);
    let busy = feed_entry(&revision, Detail::BusyOnly { word: "Upptagen" }).unwrap();
    let text = feed(&FeedHead { name: "Serie", refresh_minutes: 60 }, &[busy]);
    assert_eq!(lint::file(&text), []);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
}

#[test]
fn somebody_in_one_date_gets_exactly_that() {
    let mut now = mondays();
    for (number, date) in now.dates.iter_mut().enumerate() {
        if number != 4 {
            date.facts.attendees.retain(|person| person.id != attendee_id(OPTIONAL));
        }
    }
    let (kind, object) = told(None, &now, OPTIONAL, stamp(0)).unwrap();
    assert_eq!(kind, SeriesKind::Invitation);
    assert!(
        !object.contains("RRULE:FREQ=WEEKLY") && object.contains("DTSTART;TZID=Europe/Stockholm:20260209T090000"),
        "{object}"
    );
    // The others are told nothing new: nobody who was invited has another time, place or agenda.
    assert_eq!(plan_series(Some(&mondays()), &now, attendee_id(REQUIRED)), None);
}

#[test]
fn a_date_in_the_hour_that_the_clocks_show_twice_is_told_in_utc() {
    let first = mondays();
    for (start, written) in [("2026-10-25T00:30:00", "20261025T003000Z"), ("2026-10-25T01:30:00", "20261025T013000Z")] {
        let mut now = first.clone();
        place_in(&mut now.dates[5].facts, "Etc/UTC", start, 30);
        let (kind, object) = told(Some(&first), &now, REQUIRED, stamp(1)).unwrap();
        assert_eq!(kind, SeriesKind::Moved);
        assert!(object.contains(&format!("DTSTART:{written}")), "{object}");
        assert!(object.contains("RECURRENCE-ID;TZID=Europe/Stockholm:20260216T090000"), "{object}");
    }
}

#[test]
fn calendars_that_take_too_much_out_are_known_by_the_name_in_their_replies() {
    let cases = [
        ("-//Sabre//Sabre VObject 4.5.6//EN", SeriesKind::Fewer),
        ("-//IDN nextcloud.com//Calendar app 5.0.2//EN", SeriesKind::Fewer),
        ("-//Google Inc//Google Calendar 70.9054//EN", SeriesKind::DateOff),
        ("Microsoft Exchange Server 2010", SeriesKind::DateOff),
        ("", SeriesKind::DateOff),
    ];
    for (product, kind) in cases {
        assert_eq!(Receiver::of(product).understands(SeriesKind::DateOff), kind, "{product}");
        assert_eq!(Receiver::of(product).understands(SeriesKind::Moved), SeriesKind::Moved);
    }
}

#[test]
fn what_is_frozen_is_read_back_as_it_was() {
    let now = moved();
    let stored = serde_json::to_string(&now).unwrap();
    assert_eq!(serde_json::from_str::<SeriesFacts>(&stored).unwrap(), now);
    assert!(
        stored.len() < 2 * serde_json::to_string(&now.dates[0].facts).unwrap().len() + 23 * 150,
        "{}",
        stored.len()
    );
}

/// A calendar program: it keeps the newest object and takes single dates out of it.
#[derive(Default)]
struct Calendar {
    object: String,
    off: Vec<DateTime<Utc>>,
    stamp: Option<(u32, String)>,
}

impl Calendar {
    fn receive(&mut self, text: &str, method: Method) {
        let text = text.replace("\r\n ", "");
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let stamp = (line("SEQUENCE:").unwrap().parse().unwrap(), line("DTSTAMP:").unwrap());
        assert!(self.stamp.as_ref().is_none_or(|last| *last < stamp), "{:?} after {:?}", stamp, self.stamp);
        self.stamp = Some(stamp);
        match (method, line("RECURRENCE-ID")) {
            (Method::Request, _) => *self = Self { object: text, off: Vec::new(), stamp: self.stamp.take() },
            (Method::Cancel, Some(value)) => self.off.push(instant(&value)),
            (Method::Cancel, None) => self.object.clear(),
        }
    }

    fn dates(&self) -> BTreeMap<DateTime<Utc>, String> {
        let mut dates = expanded(&self.object);
        for off in &self.off {
            dates.remove(off);
        }
        dates.into_values().collect()
    }
}

fn instant(value: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(value.rsplit(':').next().unwrap(), "%Y%m%dT%H%M%S").unwrap();
    Zone::named(ZONE).unwrap().instant(local)
}

/// Recurrence id to start and title.
fn expanded(text: &str) -> BTreeMap<DateTime<Utc>, (DateTime<Utc>, String)> {
    let mut dates = BTreeMap::new();
    let window = Interval::new(at("2025-01-01T00:00:00"), at("2030-01-01T00:00:00")).unwrap();
    let offsets = Offsets::of(&Zone::named(ZONE).unwrap(), window);
    for event in text.split("BEGIN:VEVENT").skip(1) {
        let all = |name: &'static str| {
            event.lines().filter_map(move |line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';'])))
        };
        let one = |name: &'static str| all(name).next().map(str::to_owned);
        let (start, title) = (one("DTSTART").unwrap(), one("SUMMARY").unwrap());
        if let Some(id) = one("RECURRENCE-ID") {
            dates.insert(instant(&id), (instant(&start), title));
            continue;
        }
        let local = NaiveDateTime::parse_from_str(start.rsplit(':').next().unwrap(), "%Y%m%dT%H%M%S").unwrap();
        let rule = one("RRULE").map(|rule| rule[1..].parse().unwrap());
        let series = Series::new(local, rule).without(all("EXDATE").map(instant));
        for at in series.starts(&offsets, window, &mut Work::default()).unwrap() {
            dates.insert(at, (at, title.clone()));
        }
    }
    dates
}

fn truth(now: &SeriesFacts, person: u128) -> BTreeMap<DateTime<Utc>, String> {
    let line = |title: &str| format!(":{}", title.replace(',', "\\,").replace(';', "\\;"));
    now.live(attendee_id(person)).map(|date| (date.facts.starts_at, line(&date.facts.title))).collect()
}

#[derive(Debug, Clone)]
enum Edit {
    Title(usize, u8),
    Move(usize, u32),
    CallOff(usize),
    CallOffFrom(usize),
    Leave(usize, u128),
    Come(usize, u128),
    LeaveAll(u128),
    Hour(u32),
    TitleAll(u8),
    Answer(usize, u128),
    Split(usize),
}

fn edits() -> impl Strategy<Value = Edit> {
    let who = || prop_oneof![Just(CHAIR), Just(REQUIRED), Just(OPTIONAL)];
    prop_oneof![
        (0..23_usize, 0..4_u8).prop_map(|(n, t)| Edit::Title(n, t)),
        (0..23_usize, 0..6_u32).prop_map(|(n, t)| Edit::Move(n, t)),
        (0..23_usize).prop_map(Edit::CallOff),
        (1..23_usize).prop_map(Edit::CallOffFrom),
        (0..23_usize, who()).prop_map(|(n, who)| Edit::Leave(n, who)),
        (0..23_usize, who()).prop_map(|(n, who)| Edit::Come(n, who)),
        who().prop_map(Edit::LeaveAll),
        (7..17_u32).prop_map(Edit::Hour),
        (0..4_u8).prop_map(Edit::TitleAll),
        (0..23_usize, who()).prop_map(|(n, who)| Edit::Answer(n, who)),
        (1..23_usize).prop_map(Edit::Split),
    ]
}

fn apply(series: &mut SeriesFacts, edit: &Edit) {
    let everybody = internal().attendees;
    let put = |date: &mut DateFacts, start: NaiveDateTime| {
        place_in(&mut date.facts, ZONE, &start.format("%Y-%m-%dT%H:%M:%S").to_string(), 30);
    };
    let many = series.dates.len();
    let at = |n: usize| n % many;
    match edit {
        Edit::Title(n, title) => series.dates[at(*n)].facts.title = format!("Title {title}; more, {title}"),
        Edit::TitleAll(title) => series.dates.iter_mut().for_each(|d| d.facts.title = format!("Title {title}")),
        Edit::Move(n, hours) => {
            let date = &mut series.dates[at(*n)];
            let to = date.original + TimeDelta::hours(24 + i64::from(*hours));
            put(date, to);
        }
        Edit::CallOff(n) => series.dates[at(*n)].facts.status = Status::Cancelled,
        Edit::CallOffFrom(n) => {
            series.dates.iter_mut().skip(at(*n)).for_each(|d| d.facts.status = Status::Cancelled);
        }
        Edit::Leave(n, who) => series.dates[at(*n)].facts.attendees.retain(|a| a.id != attendee_id(*who)),
        Edit::LeaveAll(who) => {
            series.dates.iter_mut().for_each(|d| d.facts.attendees.retain(|a| a.id != attendee_id(*who)));
        }
        Edit::Come(n, who) => {
            let facts = &mut series.dates[at(*n)].facts;
            if facts.attendee(attendee_id(*who)).is_none() {
                facts.attendees.extend(everybody.into_iter().filter(|a| a.id == attendee_id(*who)));
            }
        }
        Edit::Hour(hour) => {
            for date in &mut series.dates {
                let (was, regular) = (date.original, date.is_regular(ZONE));
                date.original = was.date().and_hms_opt(*hour, 0, 0).unwrap();
                if regular {
                    put(date, date.original);
                }
            }
        }
        Edit::Answer(n, who) => {
            if let Some(a) = series.dates[at(*n)].facts.attendees.iter_mut().find(|a| a.id == attendee_id(*who)) {
                a.answer = Answer::Yes;
            }
        }
        Edit::Split(n) => series.dates.truncate(at(*n).max(1)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn calendars_rebuilt_from_the_mails_equal_the_truth_and_the_feed(
        history in proptest::collection::vec((edits(), any::<bool>()), 1..12))
    {
        let mut now = mondays();
        let mut last = stamp(0);
        let mut calendars: BTreeMap<u128, (Calendar, Option<SeriesFacts>)> = BTreeMap::new();
        for (edit, send) in [(Edit::Answer(0, CHAIR), true)].into_iter().chain(history) {
            apply(&mut now, &edit);
            if !send {
                continue;
            }
            last = last.next(last.dtstamp + Days::new(1));
            for person in [CHAIR, REQUIRED, OPTIONAL] {
                let (calendar, known) = calendars.entry(person).or_default();
                if let Some((kind, text)) = told(known.as_ref(), &now, person, last) {
                    calendar.receive(&text, kind.method());
                    *known = Some(facts_for(kind, known.as_ref(), &now));
                }
                prop_assert_eq!(calendar.dates(), truth(&now, person), "{:?} after {:?}", person, edit);
            }
        }
        let (words, mut own) = (swedish(), now.clone());
        own.dates.retain(|date| SeriesFacts::is_live(date, attendee_id(REQUIRED)));
        let detail = Detail::Full { words: &words, page: None, reader: None };
        let revision = SeriesRevision { facts: &own, stamp: last, created: last.dtstamp, pages: None };
        let entry = feed_entry(&revision, detail);
        let text = entry.map_or_else(String::new, |entry| feed(&FeedHead { name: "F", refresh_minutes: 60 }, &[entry]));
        if !text.is_empty() {
            prop_assert_eq!(lint::file(&text), []);
        }
        let shown: BTreeMap<_, _> = expanded(&text.replace("\r\n ", "")).into_values().collect();
        prop_assert_eq!(shown, truth(&now, REQUIRED));
    }
}
