//! Summaries by day and week, and how organizers hear of answers.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    app::{answer_mails, digest, mail_wishes},
    domain::{
        ids::MeetingId,
        language::Language,
        letter::{Body, Letter},
        load::digest::{Answers, Digest},
        mail_wishes::{AnswerMails, MailWishes, Summary},
        meeting::Answer,
        person::Role,
    },
    store::{Db, people::Person},
    worker::{
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
    },
};

use crate::support::{db::on_both, meetings::Stage};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn wish(stage: &Stage, person: &Person, summary: Summary, answers: AnswerMails) {
    let actor = stage.actor(person).await;
    let wishes = MailWishes { summary, answers, ..MailWishes::default() };
    mail_wishes::save(&stage.site.app, &actor, wishes).await.unwrap();
}

/// Nobody but those who are asked about gets a summary.
async fn stage(db: crate::support::db::TestDb) -> Stage {
    let stage = Stage::set(db).await;
    for person in [&stage.anna, &stage.ola, &stage.sanna, &stage.mia] {
        wish(&stage, person, Summary::Never, AnswerMails::Never).await;
    }
    stage
}

fn until(stage: &Stage, time: &str) {
    stage.site.clock.pass(at(time) - stage.site.now());
}

async fn summaries(stage: &Stage) -> usize {
    digest::queue_due(&stage.site.app).await.unwrap()
}

/// Everything queued of a kind: who, when it leaves, and what it says, oldest first.
async fn queued(stage: &Stage, kind: &str) -> Vec<(String, DateTime<Utc>, Letter)> {
    const QUERY: &str = "SELECT recipient, not_before, payload FROM outbox WHERE kind = $1 ORDER BY id";
    type Row = (String, DateTime<Utc>, sqlx::types::Json<serde_json::Value>);
    let rows: Vec<Row> = match stage.site.db() {
        Db::Sqlite { readers, .. } => sqlx::query_as(QUERY).bind(kind).fetch_all(readers).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_as(QUERY).bind(kind).fetch_all(pool).await.unwrap(),
    };
    rows.into_iter().map(|(to, leaves, body)| (to, leaves, serde_json::from_value(body.0).unwrap())).collect()
}

async fn digests(stage: &Stage) -> Vec<(String, DateTime<Utc>, Digest)> {
    let of = |(to, leaves, letter): (String, _, Letter)| match letter.body {
        Body::Digest(digest) => (to, leaves, *digest),
        other => panic!("{other:?}"),
    };
    queued(stage, "digest").await.into_iter().map(of).collect()
}

async fn answers(stage: &Stage) -> Vec<Answers> {
    let of = |(_, _, letter): (String, _, Letter)| match letter.body {
        Body::Answers(answers) => *answers,
        other => panic!("{other:?}"),
    };
    queued(stage, "answers").await.into_iter().map(of).collect()
}

async fn tell(stage: &Stage) -> usize {
    answer_mails::queue_due(&stage.site.app).await.unwrap()
}

async fn planned(stage: &Stage) -> MeetingId {
    let (id, _) = stage.plan("December targets", false).await;
    stage.deliver("").await;
    id
}

#[tokio::test]
async fn the_day_comes_on_working_days_with_something_to_tell() {
    on_both(async |db| {
        let stage = stage(db).await;
        planned(&stage).await;
        wish(&stage, &stage.ola, Summary::Daily, AnswerMails::Summary).await;
        wish(&stage, &stage.sanna, Summary::Weekly, AnswerMails::Summary).await;
        until(&stage, "2026-11-24T05:59:00Z");
        assert_eq!(summaries(&stage).await, 0, "06:59 in Stockholm");
        until(&stage, "2026-11-25T06:00:00Z");
        let (one, two) = tokio::join!(digest::queue_due(&stage.site.app), digest::queue_due(&stage.site.app));
        assert_eq!(one.unwrap() + two.unwrap(), 1, "Ola alone wants the day, once");
        assert_eq!(summaries(&stage).await, 0);
        let found = digests(&stage).await;
        let (to, leaves, day) = &found[0];
        assert_eq!((to.as_str(), *leaves), ("ola@nordvik.example", at("2026-11-25T07:00:00Z")), "when work begins");
        assert_eq!((day.day, day.meetings, day.minutes), (Some("2026-11-25".parse().unwrap()), 1, 30));
        assert_eq!(
            day.ahead.iter().map(|m| (m.title.as_str(), m.unanswered)).collect::<Vec<_>>(),
            [("December targets", true)]
        );
        until(&stage, "2026-11-26T06:00:00Z");
        assert_eq!(summaries(&stage).await, 0, "nothing to tell");
        stage.plan_as(&stage.anna, stage.details("Saturday", false), "2026-11-28T10:00:00").await;
        stage.plan_as(&stage.anna, stage.details("Monday", false), "2026-11-30T10:00:00").await;
        until(&stage, "2026-11-28T06:30:00Z");
        assert_eq!(summaries(&stage).await, 0, "a Saturday");
        until(&stage, "2026-11-30T06:30:00Z");
        assert_eq!(summaries(&stage).await, 2, "the week comes to Ola and Sanna");
        let weeks: Vec<_> = digests(&stage).await.into_iter().skip(1).map(|(_, _, week)| week).collect();
        assert!(weeks.iter().all(|week| week.day.is_none() && week.ahead[0].title == "Monday"), "{weeks:?}");
    })
    .await;
}

#[tokio::test]
async fn a_summary_waits_for_the_next_working_day() {
    on_both(async |db| {
        let stage = stage(db).await;
        wish(&stage, &stage.ola, Summary::Weekly, AnswerMails::Summary).await;
        // Easter Monday.
        until(&stage, "2027-03-29T05:30:00Z");
        assert_eq!(summaries(&stage).await, 1);
        assert_eq!(digests(&stage).await[0].1, at("2027-03-30T06:00:00Z"), "Tuesday at eight");
    })
    .await;
}

#[tokio::test]
async fn organizers_read_answers_in_their_summary_once() {
    on_both(async |db| {
        let stage = stage(db).await;
        let id = planned(&stage).await;
        wish(&stage, &stage.anna, Summary::Daily, AnswerMails::Summary).await;
        let path = stage.link(id, "Ola").await;
        let answer = [("a", "n"), ("comment", "I am with a customer.")];
        stage.site.clock.pass(TimeDelta::minutes(1));
        stage.site.browser().post(&path, &answer).await.expect(303);
        until(&stage, "2026-11-24T06:10:00Z");
        // Given at this very moment: it may not be written yet.
        stage.site.answer(&stage.sanna, id, Answer::Yes).await;
        assert_eq!(summaries(&stage).await, 1, "no meeting on Tuesday, but an answer");
        let told = |digest: &Digest| digest.answers.told.iter().map(|a| (a.by.clone(), a.answer)).collect::<Vec<_>>();
        let first = &digests(&stage).await[0].2;
        assert_eq!(told(first), [("Ola Berg".to_owned(), Answer::No)]);
        assert_eq!(first.answers.told[0].comment, "I am with a customer.");
        until(&stage, "2026-11-25T06:10:00Z");
        assert_eq!(summaries(&stage).await, 1);
        assert_eq!(told(&digests(&stage).await[1].2), [("Sanna Koski".to_owned(), Answer::Yes)]);
        assert_eq!(tell(&stage).await, 0, "not by a mail of its own");
    })
    .await;
}

#[tokio::test]
async fn answers_before_a_day_off_come_on_the_day_after() {
    on_both(async |db| {
        let stage = stage(db).await;
        let (id, _) = stage.plan_as(&stage.anna, stage.details("December targets", true), "2026-12-02T14:00:00").await;
        stage.deliver("").await;
        wish(&stage, &stage.anna, Summary::Daily, AnswerMails::Summary).await;
        until(&stage, "2026-11-27T08:00:00Z");
        stage.site.answer(&stage.ola, id, Answer::No).await;
        until(&stage, "2026-11-28T08:00:00Z");
        stage.site.answer(&stage.sanna, id, Answer::Yes).await;
        for weekend in ["2026-11-28T09:00:00Z", "2026-11-29T09:00:00Z"] {
            until(&stage, weekend);
            assert_eq!(summaries(&stage).await, 0, "{weekend}");
        }
        until(&stage, "2026-11-30T07:00:00Z");
        assert_eq!(summaries(&stage).await, 1);
        let told: Vec<_> = digests(&stage).await[0].2.answers.told.iter().map(|a| (a.by.clone(), a.answer)).collect();
        assert_eq!(told, [("Ola Berg".to_owned(), Answer::No), ("Sanna Koski".to_owned(), Answer::Yes)]);
        until(&stage, "2026-12-01T07:00:00Z");
        assert_eq!(summaries(&stage).await, 0, "once");
    })
    .await;
}

#[tokio::test]
async fn who_wants_answers_at_once_gets_them_within_working_hours() {
    on_both(async |db| {
        let stage = stage(db).await;
        let (id, _) = stage.plan_as(&stage.anna, stage.details("December targets", true), "2026-12-02T14:00:00").await;
        stage.deliver("").await;
        stage.site.answer(&stage.ola, id, Answer::Maybe).await;
        stage.site.clock.pass(TimeDelta::minutes(5));
        wish(&stage, &stage.anna, Summary::Daily, AnswerMails::AtOnce).await;
        assert_eq!(tell(&stage).await, 0, "what came in before is on the page of the meeting");
        stage.site.clock.pass(TimeDelta::seconds(1));
        stage.site.answer(&stage.ola, id, Answer::Yes).await;
        stage.site.answer(&stage.sanna, id, Answer::No).await;
        assert_eq!(tell(&stage).await, 0, "not within the same minute");
        stage.site.clock.pass(TimeDelta::minutes(1));
        let (one, two) =
            tokio::join!(answer_mails::queue_due(&stage.site.app), answer_mails::queue_due(&stage.site.app));
        assert_eq!(one.unwrap() + two.unwrap(), 1);
        assert_eq!(answers(&stage).await[0].told.len(), 2, "both in one mail");
        assert_eq!(tell(&stage).await, 0);

        until(&stage, "2026-11-23T19:00:00Z");
        stage.site.answer(&stage.ola, id, Answer::No).await;
        until(&stage, "2026-11-23T20:00:00Z");
        assert_eq!(tell(&stage).await, 0, "in the evening");
        until(&stage, "2026-11-24T06:30:00Z");
        assert_eq!((summaries(&stage).await, tell(&stage).await), (0, 0), "the summary does not use it up");
        until(&stage, "2026-11-24T07:00:00Z");
        assert_eq!(tell(&stage).await, 1, "when work begins");

        until(&stage, "2026-12-01T18:00:00Z");
        stage.site.answer(&stage.sanna, id, Answer::Yes).await;
        stage.site.clock.pass(TimeDelta::minutes(1));
        assert_eq!(tell(&stage).await, 1, "in the evening before the meeting");
    })
    .await;
}

#[tokio::test]
async fn who_wants_no_answers_gets_none() {
    on_both(async |db| {
        let stage = stage(db).await;
        let id = planned(&stage).await;
        wish(&stage, &stage.anna, Summary::Daily, AnswerMails::Never).await;
        stage.site.answer(&stage.ola, id, Answer::Yes).await;
        until(&stage, "2026-11-25T07:10:00Z");
        assert_eq!((summaries(&stage).await, tell(&stage).await), (1, 0), "the day has a meeting");
        assert_eq!(digests(&stage).await[0].2.answers, Answers::default());
    })
    .await;
}

#[tokio::test]
async fn a_storm_of_answers_is_cut_and_counted() {
    on_both(async |db| {
        let stage = stage(db).await;
        let mut people = Vec::new();
        for number in 0..33 {
            people.push(stage.site.person(&format!("Guest{number} North"), Role::Member, Language::En).await);
        }
        let people: Vec<&Person> = people.iter().collect();
        let sketch = crate::support::planning::Sketch::new("All hands", "2026-12-02T09:00:00", &people);
        let id = stage.site.plan(&stage.anna, sketch).await;
        stage.deliver("").await;
        wish(&stage, &stage.anna, Summary::Never, AnswerMails::AtOnce).await;
        stage.site.clock.pass(TimeDelta::minutes(1));
        for person in people {
            stage.site.answer(person, id, Answer::Yes).await;
        }
        stage.site.clock.pass(TimeDelta::minutes(1));
        assert_eq!(tell(&stage).await, 1);
        let told = &answers(&stage).await[0];
        assert_eq!((told.told.len(), told.more), (30, 3));
        let outbox = Arc::new(Outbox::new(Choice::fixed(Delivery::Mailbox)));
        run_due(&stage.site.app, &outbox).await.unwrap();
        let subject = "SELECT subject, recipient, recipient FROM mailbox WHERE subject LIKE '%answers%'";
        assert_eq!(stage.site.rows(subject).await[0].0, "33 answers to your meetings");
    })
    .await;
}
