use proptest::prelude::*;

use super::*;
use crate::domain::itip::plan::{Method, facts_for, plan};

type Edit = fn(&mut MeetingFacts);

/// What [`REQUIRED`] is told after an edit of a meeting that they know.
#[test]
fn what_a_change_is_worth() {
    use MessageKind::{AgendaOnly, Cancelled, Changed, Invitation, Moved, Removed};
    let table: &[(&str, Edit, Option<MessageKind>)] = &[
        ("nothing", |_| {}, None),
        ("later", |m| place_in(m, "Europe/Stockholm", "2026-01-12T10:00:00", 30), Some(Moved)),
        ("longer", |m| place_in(m, "Europe/Stockholm", "2026-01-12T09:00:00", 45), Some(Moved)),
        ("same instant, other zone", |m| place_in(m, "Europe/Helsinki", "2026-01-12T10:00:00", 30), Some(Changed)),
        ("place", |m| m.place = "Sal 3".into(), Some(Changed)),
        ("link", |m| m.video_url = None, Some(Changed)),
        ("title", |m| m.title = "Nytt namn".into(), Some(Changed)),
        ("format", |m| m.format = Format::Phone, Some(Changed)),
        ("organizer", |m| m.organizer.name = "Ola Berg".into(), Some(Changed)),
        ("own role", |m| m.attendees[1].role = AttendeeRole::Optional, Some(Changed)),
        ("own address", |m| m.attendees[1].email = "mikko.makinen@nordvik.example".into(), Some(Invitation)),
        ("agenda", |m| m.agenda.truncate(1), Some(AgendaOnly)),
        ("own reason", |m| m.attendees[1].why = "Norr är ditt.".into(), Some(AgendaOnly)),
        ("another's reason", |m| m.attendees[2].why = "Norr är ditt.".into(), None),
        ("own answer", |m| m.attendees[1].answer = Answer::Yes, None),
        ("another removed", |m| drop(m.attendees.remove(2)), None),
        ("another's role", |m| m.attendees[2].role = AttendeeRole::Required, None),
        ("guest list opened", |m| m.open_guest_list = true, None),
        ("removed", |m| drop(m.attendees.remove(1)), Some(Removed)),
        ("called off", |m| m.status = Status::Cancelled, Some(Cancelled)),
        (
            "removed, then called off",
            |m| {
                m.attendees.remove(1);
                m.status = Status::Cancelled;
            },
            Some(Cancelled),
        ),
        (
            "time and agenda",
            |m| {
                m.agenda.clear();
                place_in(m, "Europe/Stockholm", "2026-01-12T10:00:00", 30);
            },
            Some(Moved),
        ),
        (
            "moved and back",
            |m| {
                place_in(m, "Europe/Stockholm", "2026-01-12T10:00:00", 30);
                place_in(m, "Europe/Stockholm", "2026-01-12T09:00:00", 30);
            },
            None,
        ),
    ];
    for (name, edit, expected) in table {
        let mut now = internal();
        edit(&mut now);
        assert_eq!(plan(Some(&internal()), &now, attendee_id(REQUIRED)), *expected, "{name}");
    }
}

#[test]
fn what_newcomers_are_told() {
    let mut now = internal();
    assert_eq!(plan(None, &now, attendee_id(REQUIRED)), Some(MessageKind::Invitation));
    assert_eq!(plan(None, &now, attendee_id(99)), None, "a stranger");
    let mut told = internal();
    told.attendees.remove(1);
    assert_eq!(plan(Some(&told), &now, attendee_id(REQUIRED)), Some(MessageKind::Invitation));
    now.status = Status::Cancelled;
    assert_eq!(plan(None, &now, attendee_id(REQUIRED)), None, "called off before anybody was told");
}

#[test]
fn a_goodbye_speaks_of_what_its_reader_knows() {
    let told = internal();
    let mut now = internal();
    now.title = "Hemligt".into();
    now.cancel_reason = "Sjukdom".into();
    now.status = Status::Cancelled;
    let facts = facts_for(MessageKind::Cancelled, Some(&told), &now);
    assert_eq!((facts.title.as_str(), facts.cancel_reason.as_str()), (told.title.as_str(), "Sjukdom"));
    assert_eq!(facts_for(MessageKind::Removed, Some(&told), &now).cancel_reason, "");
    assert_eq!(facts_for(MessageKind::Moved, Some(&told), &now), now);
}

#[derive(Debug, Clone)]
enum Step {
    Move(u32),
    Rename(u8),
    Toggle,
    CallOff,
    Confirm,
    Send,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (8..18u32).prop_map(Step::Move),
        any::<u8>().prop_map(Step::Rename),
        Just(Step::Toggle),
        Just(Step::CallOff),
        Just(Step::Confirm),
        Just(Step::Send),
    ]
}

proptest! {
    /// Whatever happens to a meeting, a calendar that does what it is told ends up with what is true; every message is
    /// newer than the last one, also when the clock steps back; and after a message there is nothing more to tell.
    #[test]
    fn histories_end_in_the_truth(steps in prop::collection::vec((step(), -100..1000i64), 1..40)) {
        let me = attendee_id(REQUIRED);
        let mut now = internal();
        now.status = Status::Cancelled;
        let (mut told, mut last): (Option<MeetingFacts>, Option<Stamp>) = (None, None);
        let mut calendar: Option<(NaiveDateTime, String)> = None;
        let mut clock = at("2026-01-05T08:00:00");
        for (step, seconds) in steps.into_iter().chain([(Step::Send, 1)]) {
            clock += TimeDelta::seconds(seconds);
            match step {
                Step::Move(hour) => place_in(&mut now, "Europe/Oslo", &format!("2026-01-12T{hour:02}:00:00"), 30),
                Step::Rename(number) => now.title = format!("Møte {number}"),
                Step::Toggle if now.attendee(me).is_some() => now.attendees.retain(|a| a.id != me),
                Step::Toggle => now.attendees.push(internal().attendees.remove(1)),
                Step::CallOff => now.status = Status::Cancelled,
                Step::Confirm => now.status = Status::Confirmed,
                Step::Send => {
                    let Some(kind) = plan(told.as_ref(), &now, me) else { continue };
                    let facts = facts_for(kind, told.as_ref(), &now);
                    let stamp = last.map_or_else(|| Stamp::first(clock), |last| last.next(clock));
                    if let Some(last) = last {
                        prop_assert!(stamp.sequence == last.sequence + 1 && stamp.dtstamp > last.dtstamp);
                    }
                    let words = swedish();
                    let text = calendar_object(&Message { stamp, ..message(&facts, REQUIRED, kind, &words) });
                    prop_assert!(text.is_ok(), "{:?}", text);
                    calendar = match kind.method() {
                        Method::Request => Some((facts.start, facts.title.clone())),
                        Method::Cancel => calendar.take().filter(|_| false),
                    };
                    (told, last) = (Some(facts), Some(stamp));
                    prop_assert_eq!(plan(told.as_ref(), &now, me), None);
                }
            }
        }
        let truth = now.attendee(me).filter(|_| now.status == Status::Confirmed).map(|_| (now.start, now.title.clone()));
        prop_assert_eq!(calendar, truth);
    }
}

#[test]
fn sending_again_keeps_the_sequence() {
    let first = Stamp::first(at("2026-01-05T08:15:00") + TimeDelta::milliseconds(700));
    assert_eq!(first, Stamp { sequence: 0, dtstamp: at("2026-01-05T08:15:00") });
    assert_eq!(first.again(at("2026-01-05T08:15:00")), Stamp { sequence: 0, dtstamp: at("2026-01-05T08:15:01") });
    assert_eq!(first.next(at("2020-01-01T00:00:00")), Stamp { sequence: 1, dtstamp: at("2026-01-05T08:15:01") });
}
