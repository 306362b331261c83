//! The mails with what came of a meeting.

use sparsam::domain::{
    course::{Achieved, Fate, Outcome, Presence},
    language::Language,
    letter::{Body, Letter},
    meeting::Party,
    minutes::{ActionState, MinutedAction, MinutedDecision, MinutedPoint, MinutedThanks, Minutes, MinutesBody},
};
use uuid::Uuid;

use super::{anna, eeva, ola};
use crate::support::letters::{ANNA, EEVA, OLA, attendee, facts, letter};

/// What came of a meeting.
fn came_of_it() -> Minutes {
    let facts = facts();
    let point = |title: &str, fate, minutes, notes: &str| MinutedPoint {
        title: title.to_owned(),
        fate,
        minutes,
        notes: notes.to_owned(),
        shared: title == "The number",
    };
    let action = |body: &str, owner: Option<(_, &str)>, due: Option<&str>| MinutedAction {
        id: None,
        body: body.to_owned(),
        owner: owner.map(|(id, name): (Uuid, &str)| (id.into(), name.to_owned())),
        due_on: due.and_then(|day| day.parse().ok()),
        state: ActionState::Open,
        shared: body == "Send the quote",
    };
    Minutes {
        title: facts.title,
        planned: (facts.starts_at, facts.ends_at),
        ran: (Some(facts.starts_at), Some(facts.ends_at)),
        outcome: Some(Outcome::Held),
        achieved: Some(Achieved::Partly),
        result: "The north is on track.".to_owned(),
        next_step: "Send the quote to Kone".to_owned(),
        next_step_on: "2026-12-01".parse().ok(),
        shared: false,
        people: vec![
            ("Anna Lind".to_owned(), Presence::Attended),
            ("Ola Berg".to_owned(), Presence::Attended),
            ("Sanna Koski".to_owned(), Presence::Excused),
        ],
        points: vec![
            point("The number", Fate::Discussed, 12, "Kone decides in December.\n-- \nThe factory is closed."),
            point("What has moved?", Fate::Parked, 0, ""),
        ],
        decisions: vec![
            MinutedDecision { body: "We go north first.".to_owned(), shared: false },
            MinutedDecision { body: "No rebate this year.".to_owned(), shared: false },
        ],
        actions: vec![
            action("Call Kone", Some((attendee(OLA).uuid(), "Ola Berg")), Some("2026-11-27")),
            action("Send the quote", Some((attendee(ANNA).uuid(), "Anna Lind")), None),
            action("Book a room", None, None),
        ],
        thanks: vec![MinutedThanks {
            name: "Ola Berg".to_owned(),
            reason: "The first order from Kone".to_owned(),
            metric: "12 orders".to_owned(),
        }],
        next_at: Some(facts.starts_at + chrono::TimeDelta::days(7)),
    }
}

/// The mails with the minutes.
pub(super) fn mails(language: Language) -> [(&'static str, Letter); 4] {
    let all = came_of_it();
    let few = Minutes { decisions: Vec::new(), actions: all.actions[..1].to_vec(), points: Vec::new(), ..all.clone() };
    let mail = |to: Party, (row, edition), minutes: Minutes, stop: Option<Uuid>| {
        let body = MinutesBody {
            meeting: Uuid::from_u128(20).into(),
            edition,
            attendee: attendee(row),
            link_version: 1,
            asks_worth: stop.is_none() && row != ANNA,
            stop,
            organizer: anna(),
            minutes,
        };
        letter(language, to, Body::Minutes(Box::new(body)))
    };
    let shared = all.for_customers().unwrap();
    [
        ("minutes", mail(ola(), (OLA, 1), all.clone(), None)),
        ("minutes-organizer", mail(anna(), (ANNA, 1), all, None)),
        ("minutes-again", mail(ola(), (OLA, 2), few, None)),
        ("minutes-customer", mail(eeva(), (EEVA, 1), shared, Some(Uuid::from_u128(9)))),
    ]
}
