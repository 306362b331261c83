//! Mails that can wait: reminders and summaries.

use sparsam::domain::{
    ids::SeriesId,
    language::Language,
    letter::{Body, Letter, MeetingBody, ReminderBody, SeriesReviewBody},
    limits::{rule::Which, verdict::Unit},
    load::{
        digest::{Ahead, Answered, Answers, Digest, DueAction},
        weekly::Used,
    },
    meeting::Answer,
    reminders::Reason,
    series::review::{Record, Turn},
};
use uuid::Uuid;

use super::anna;
use crate::support::letters::{EEVA, News, OLA, facts, letter};

/// A day ahead of the meeting: to somebody who has not answered, to a customer, to somebody who comes.
fn reminders(language: Language) -> [(&'static str, Letter); 4] {
    let reminder = |to, reason, answer| {
        let mut news = News::invitation(to, language);
        for person in &mut news.now.attendees {
            person.answer = answer;
        }
        let about = MeetingBody { calendar: String::new(), ..news.body() };
        let body = ReminderBody { meeting: Uuid::from_u128(9).into(), reason, about };
        let at = "2026-11-24T13:00:00Z".parse().unwrap();
        Letter { body: Body::Reminder(Box::new(body)), at, ..news.letter() }
    };
    [
        ("reminder", reminder(OLA, Reason::Unanswered, Answer::Open)),
        ("reminder-customer", reminder(EEVA, Reason::Unanswered, Answer::Open)),
        ("reminder-asked", reminder(OLA, Reason::Asked, Answer::Yes)),
        ("reminder-reading", reminder(OLA, Reason::Reading, Answer::Yes)),
    ]
}

fn answered(by: &str, answer: Answer, comment: &str) -> Answered {
    let facts = facts();
    Answered { title: facts.title, starts_at: facts.starts_at, by: by.to_owned(), answer, comment: comment.to_owned() }
}

/// A week, a day, and answers as they come in.
fn summaries(language: Language) -> [(&'static str, Letter); 5] {
    let facts = facts();
    let ahead = |title: &str, hours, unanswered| Ahead {
        title: title.to_owned(),
        starts_at: facts.starts_at + chrono::TimeDelta::hours(hours),
        ends_at: facts.ends_at + chrono::TimeDelta::hours(hours),
        unanswered,
    };
    let used = |which, used| Used { which, unit: Unit::Minutes, used, most: 480 };
    let answers = Answers {
        told: vec![
            answered("Ola Berg", Answer::Yes, ""),
            answered("Eeva Kallio", Answer::No, "The factory is closed."),
        ],
        more: 2,
    };
    let week = Digest {
        monday: "2026-11-23".parse().unwrap(),
        day: None,
        meetings: 2,
        minutes: 60,
        selling: 39 * 60,
        limits: vec![used(Which::All, 60), used(Which::Internal, 450)],
        unanswered: 1,
        approvals: 1,
        proposals: 2,
        ahead: vec![ahead("December targets", 0, true), ahead("Price list", 24, false)],
        answers: answers.clone(),
        actions: vec![DueAction {
            body: "Call Kone".to_owned(),
            due_on: "2026-11-27".parse().unwrap(),
            title: "December targets".to_owned(),
        }],
    };
    let day = Digest {
        day: "2026-11-25".parse().ok(),
        meetings: 1,
        minutes: 30,
        limits: Vec::new(),
        approvals: 0,
        proposals: 0,
        ahead: vec![ahead("December targets", 0, true)],
        answers: Answers::default(),
        actions: Vec::new(),
        ..week.clone()
    };
    let empty =
        Digest { meetings: 0, minutes: 0, unanswered: 0, ahead: Vec::new(), answers: answers.clone(), ..day.clone() };
    let one = Answers { told: vec![answered("Ola Berg", Answer::Maybe, "")], more: 0 };
    let mail = |body| letter(language, anna(), body);
    [
        ("week", mail(Body::Digest(Box::new(week)))),
        ("day", mail(Body::Digest(Box::new(day)))),
        ("day-empty", mail(Body::Digest(Box::new(empty)))),
        ("answers", mail(Body::Answers(Box::new(answers)))),
        ("answer", mail(Body::Answers(Box::new(one)))),
    ]
}

/// A series that ends soon, and one that has ended before anything was recorded.
fn endings(language: Language) -> [(&'static str, Letter); 2] {
    let facts = facts();
    let ending = |turn, record| {
        let body = SeriesReviewBody {
            turn,
            series: SeriesId::from_uuid(Uuid::from_u128(8)),
            title: facts.title.clone(),
            last: (facts.starts_at, facts.ends_at),
            record,
            minutes: 600,
        };
        letter(language, anna(), Body::SeriesReview(Box::new(body)))
    };
    let record = Record {
        past: 11,
        held: Some((9, 10)),
        attended: Some((31, 40)),
        early: Some((3, 9)),
        minutes: Some((380, 450)),
        accepted: Some((28, 44)),
        outcome: Some((7, 5, 9)),
        worth: (Some(31), Some(42)),
    };
    let unknown = Record { past: 1, accepted: Some((1, 3)), ..Record::default() };
    [("series-ends", ending(Turn::Asked, record)), ("series-ended", ending(Turn::Ended, unknown))]
}

/// Mails about nothing that has changed.
pub(super) fn mails_that_wait(language: Language) -> impl Iterator<Item = (&'static str, Letter)> {
    reminders(language)
        .into_iter()
        .chain(summaries(language))
        .chain(endings(language))
        .chain(super::minutes::mails(language))
}
