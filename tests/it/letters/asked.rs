//! Mails that ask: for leave to pass a limit, and for another time.

use chrono::{DateTime, Utc};
use sparsam::domain::{
    language::Language,
    letter::{ApprovalBody, ApprovalTurn, Body, Letter, MeetingBody, TimeDeclined, TimeProposed},
    limits::{
        rule::{Level, Measure, Period, Rule, Scope, Share, Which},
        verdict::{About, Reading, Standing, Unit},
    },
};
use uuid::Uuid;

use super::anna;
use crate::support::letters::{EEVA, News, OLA, facts, letter};

/// A mail about a meeting that passes a limit of eight hours.
pub(super) fn approval(turn: ApprovalTurn, change: bool) -> ApprovalBody {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let measure = Measure::Minutes { most: 480, per: Period::Week, share: Share::Each };
    let (monday, sunday) = ("2026-11-23".parse().unwrap(), "2026-11-29".parse().unwrap());
    let rule = Rule {
        id: None,
        scope: Scope::Organization,
        which: Which::Internal,
        measure,
        level: Level::Approve,
        from: monday,
    };
    let passed = Reading {
        rule: Some(rule),
        id: None,
        about: About::Person(Uuid::from_u128(8).into()),
        name: "Ola Berg".to_owned(),
        period: Some((monday, sunday)),
        unit: Unit::Minutes,
        before: 450,
        after: 510,
        limit: 480,
        standing: Standing::Passed,
    };
    ApprovalBody {
        turn,
        approval: Uuid::from_u128(7).into(),
        link_version: 1,
        meeting: Uuid::from_u128(9).into(),
        asker: "Ola Berg".to_owned(),
        organizer: None,
        approver: "Anna Lind".to_owned(),
        title: "Targets for the north".to_owned(),
        span: (at("2026-11-25T13:00:00Z"), at("2026-11-25T14:00:00Z")),
        stands: change.then(|| (at("2026-11-24T09:00:00Z"), at("2026-11-24T10:00:00Z"))),
        passed: vec![passed],
        reason: "The customer decides this week.".to_owned(),
        note: if turn == ApprovalTurn::Declined { "Let us wait a week.".to_owned() } else { String::new() },
        expires_at: at("2026-11-25T12:00:00Z"),
    }
}

/// Thursday at ten instead of Wednesday at two.
const SUGGESTED: (&str, &str) = ("2026-11-26T09:00:00Z", "2026-11-26T09:30:00Z");

fn suggested() -> (DateTime<Utc>, DateTime<Utc>) {
    (SUGGESTED.0.parse().unwrap(), SUGGESTED.1.parse().unwrap())
}

fn time_proposed() -> TimeProposed {
    let facts = facts();
    TimeProposed {
        meeting: Uuid::from_u128(9).into(),
        title: facts.title,
        by: "Eeva Kallio".to_owned(),
        span: suggested(),
        stands: (facts.starts_at, facts.ends_at),
        note: "Our buyer is back on Thursday.".to_owned(),
    }
}

fn time_declined(to: u128, language: Language) -> Letter {
    let news = News::invitation(to, language);
    let meeting = MeetingBody { note: "The factory is closed then.".to_owned(), ..news.body() };
    let body = TimeDeclined { by: "Anna Lind".to_owned(), span: suggested(), meeting };
    Letter { body: Body::TimeDeclined(Box::new(body)), ..news.letter() }
}

/// The mails about another time that somebody proposes.
pub(super) fn time_mails(language: Language) -> [(&'static str, Letter); 3] {
    [
        ("time-proposed", letter(language, anna(), Body::TimeProposed(Box::new(time_proposed())))),
        ("time-declined", time_declined(OLA, language)),
        ("time-declined-customer", time_declined(EEVA, language)),
    ]
}
