//! Reminders: to whom, when, once, and never what is no longer true.

mod reading;
mod wishes;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting},
        limits::{self, SavePolicy},
        move_meeting::{self, MoveMeeting},
        once::Once,
        reminders::queue_due,
    },
    domain::{
        ids::MeetingId,
        limits::consent::Consent,
        mail_wishes::MailWishes,
        meeting::{Answer, Purpose},
        reminders::{Lead, Leads, Wish},
    },
    store::{self, Db, outbox::NewMail, people::Person},
    worker::{
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
    },
};

use crate::support::{
    db::on_both,
    meetings::{Stage, start},
};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn once(key: &str) -> Once {
    Once { scope: "test".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

/// A day ahead of the meeting, which starts on Wednesday at 13:00 UTC.
const DAY_AHEAD: &str = "2026-11-24T13:00:00Z";

/// A meeting with Ola and Sanna, and Eeva where customers come, that everybody has been told of.
async fn planned(stage: &Stage, customer: bool) -> MeetingId {
    let (id, _) = stage.plan("December targets", customer).await;
    stage.deliver("").await;
    id
}

impl Stage {
    /// Lets time pass until then.
    fn until(&self, time: &str) {
        self.site.clock.pass(at(time) - self.site.now());
    }

    /// Queues what is due and tells how many reminders.
    async fn remind(&self) -> usize {
        queue_due(&self.site.app).await.unwrap()
    }

    /// Sends what is queued to the built-in mailbox; returns the reminders there: address, subject, mail.
    async fn send(&self) -> Vec<(String, String, String)> {
        let outbox = Arc::new(Outbox::new(Choice::fixed(Delivery::Mailbox)));
        run_due(&self.site.app, &outbox).await.unwrap();
        let query = match self.site.db() {
            Db::Sqlite { .. } => {
                "SELECT mailbox.recipient, subject, CAST(raw AS TEXT) FROM mailbox
                 JOIN outbox ON outbox.id = outbox_id WHERE kind = 'reminder' ORDER BY mailbox.recipient, outbox_id"
            }
            Db::Postgres(_) => {
                "SELECT mailbox.recipient, subject, convert_from(raw, 'UTF8') FROM mailbox
                 JOIN outbox ON outbox.id = outbox_id WHERE kind = 'reminder' ORDER BY mailbox.recipient, outbox_id"
            }
        };
        // Long lines are broken in transport.
        let whole = |raw: String| raw.replace("=\r\n", "").replace("=3D", "=");
        self.site.rows(query).await.into_iter().map(|(to, subject, raw)| (to, subject, whole(raw))).collect()
    }

    /// Who was reminded, by first name.
    async fn reminded(&self) -> Vec<String> {
        self.send().await.into_iter().map(|(to, ..)| to.split('@').next().unwrap().to_owned()).collect()
    }

    async fn wish(&self, person: &Person, reminders: Wish) {
        let actor = self.actor(person).await;
        let wishes = MailWishes { reminders, ..MailWishes::default() };
        sparsam::app::mail_wishes::save(&self.site.app, &actor, wishes).await.unwrap();
    }

    async fn leads(&self, unanswered: Option<Lead>, asked: Option<Lead>) {
        let actor = self.actor(&self.anna).await;
        let mut tx = self.site.db().begin_read().await.unwrap();
        let mut settings = store::policy::read(&mut tx).await.unwrap().settings;
        drop(tx);
        let seen = limits::stamp(&settings);
        settings.reminders.set(Purpose::Targets, Leads { unanswered, asked, reading: None });
        let permit = actor.may_administer().unwrap();
        limits::save_policy(&self.site.app, &actor, &permit, SavePolicy { settings, seen }).await.unwrap();
    }

    async fn move_to(&self, id: MeetingId, to: &str) {
        let version = self.meeting(id).await.meeting.version;
        let (start, consent) = (start(to), Consent::seen());
        let command = MoveMeeting {
            id,
            version,
            start,
            minutes: 30,
            reason: String::new(),
            consent,
            once: once(&format!("to {to}")),
        };
        move_meeting::run(&self.site.app, &self.actor(&self.anna).await, command).await.unwrap();
    }

    async fn cancel(&self, id: MeetingId) {
        let version = self.meeting(id).await.meeting.version;
        let command = CancelMeeting { id, version, reason: String::new(), once: once("cancel") };
        cancel_meeting::run(&self.site.app, &self.actor(&self.anna).await, command).await.unwrap();
    }

    /// Takes Ola out of the meeting, or changes its title only.
    async fn edit(&self, id: MeetingId, title: &str, with_ola: bool) {
        let version = self.meeting(id).await.meeting.version;
        let mut details = self.details(title, false);
        if !with_ola {
            details.invitees.remove(0);
            details.agenda.clear();
        }
        let command = EditMeeting {
            id,
            version,
            details,
            points: Vec::new(),
            quiet: false,
            consent: Consent::seen(),
            once: once("edit"),
        };
        edit_meeting::run(&self.site.app, &self.actor(&self.anna).await, command).await.unwrap();
    }
}

#[tokio::test]
async fn who_has_not_answered_is_reminded_once() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, true).await;
        stage.site.answer(&stage.ola, id, Answer::Yes).await;
        stage.until("2026-11-24T12:59:59Z");
        assert_eq!(stage.remind().await, 0);
        stage.until(DAY_AHEAD);
        let (one, two) = tokio::join!(queue_due(&stage.site.app), queue_due(&stage.site.app));
        assert_eq!(one.unwrap() + two.unwrap(), 2, "Sanna and Eeva; Ola has answered, and Anna leads");
        let mails = stage.send().await;
        assert_eq!(mails.len(), 2);
        let (to, subject, raw) = &mails[1];
        assert_eq!((to.as_str(), subject.as_str()), ("sanna@nordvik.example", "Huomenna klo 15.00: December targets"));
        assert!(raw.contains("Reply-To") && raw.contains("anna@nordvik.example"), "{raw}");
        for part in ["text/calendar", "invite.ics", "BEGIN:"] {
            assert!(!raw.contains(part), "a reminder is no calendar message:\n{raw}");
        }
        assert!(mails[0].2.contains("/r/") && mails[0].2.contains("/p/"), "answer and no more invitations");
        assert_eq!(stage.remind().await, 0);
        stage.site.clock.pass(TimeDelta::hours(5));
        assert_eq!(stage.remind().await, 0);
        assert_eq!(stage.send().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_longer_true_is_not_sent() {
    const WAYS: [&str; 8] =
        ["moved", "cancelled", "answered", "taken out", "no more mails", "not wanted", "begun", "another day"];
    on_both(async |db| {
        let stage = Stage::set(db).await;
        for (day, way) in (1..).zip(WAYS) {
            let start = format!("2026-12-{day:02}T14:00:00");
            let (id, _) = stage.plan_as(&stage.anna, stage.details(way, way == "no more mails"), &start).await;
            stage.deliver("").await;
            if way != "no more mails" {
                stage.site.answer(&stage.sanna, id, Answer::Maybe).await;
            }
        }
        for (day, way) in (1..).zip(WAYS) {
            let mut tx = stage.site.db().begin_read().await.unwrap();
            let all = store::meetings::by_ids(&mut tx, &meetings(&stage).await).await.unwrap();
            let id = all.iter().find(|full| full.meeting.title == way).unwrap().meeting.id;
            drop(tx);
            stage.until(&(at("2026-11-30T13:00:00Z") + TimeDelta::days(day - 1)).to_rfc3339());
            let before = stage.send().await.len();
            assert!(stage.remind().await > 0, "{way}");
            match way {
                "moved" => stage.move_to(id, "2026-12-18T15:00:00").await,
                "cancelled" => stage.cancel(id).await,
                "answered" => stage.site.answer(&stage.ola, id, Answer::No).await,
                "taken out" => stage.edit(id, way, false).await,
                "no more mails" => {
                    for person in [&stage.ola, &stage.sanna] {
                        stage.site.answer(person, id, Answer::Yes).await;
                    }
                    let path = stage.stop_link(id).await;
                    stage.site.browser().post(&path, &[("stop", "yes")]).await.expect(303);
                }
                "not wanted" => stage.wish(&stage.ola, Wish::Never).await,
                "begun" => stage.site.clock.pass(TimeDelta::hours(24)),
                _ => stage.site.clock.pass(TimeDelta::hours(11)),
            }
            assert_eq!(stage.send().await.len(), before, "{way}");
            let kept = "SELECT COUNT(*) FROM outbox WHERE kind = 'reminder' AND state = 'queued'";
            assert_eq!(stage.site.count(kept).await, 0, "{way}");
            stage.wish(&stage.ola, Wish::Unanswered).await;
        }
    })
    .await;
}

async fn meetings(stage: &Stage) -> Vec<MeetingId> {
    match stage.site.db() {
        Db::Sqlite { readers, .. } => sqlx::query_scalar("SELECT id FROM meeting").fetch_all(readers).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_scalar("SELECT id FROM meeting").fetch_all(pool).await.unwrap(),
    }
}

#[tokio::test]
async fn a_meeting_that_moves_is_brought_up_at_its_new_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 2);
        assert_eq!(stage.reminded().await.len(), 2);
        stage.move_to(id, "2026-11-27T10:00:00").await;
        stage.deliver("").await;
        stage.until("2026-11-25T13:00:00Z");
        assert_eq!(stage.remind().await, 0, "not at the old time");
        stage.until("2026-11-26T09:00:00Z");
        assert_eq!(stage.remind().await, 2);
        assert_eq!(stage.reminded().await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn an_edit_keeps_the_reminder_and_it_tells_the_truth() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.site.answer(&stage.sanna, id, Answer::Yes).await;
        stage.until("2026-11-24T06:00:00Z");
        stage.edit(id, "Targets for the north", true).await;
        stage.deliver("").await;
        stage.until(DAY_AHEAD);
        stage.remind().await;
        let mails = stage.send().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].1, "Tomorrow 14:00: Targets for the north");
    })
    .await;
}

#[tokio::test]
async fn reminders_wait_for_working_hours() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.leads(Some(Lead::ThreeDays), None).await;
        // Three days ahead is Sunday at nine.
        stage.plan_as(&stage.anna, stage.details("December targets", false), "2026-12-02T09:00:00").await;
        stage.deliver("").await;
        stage.until("2026-11-29T08:00:00Z");
        assert_eq!(stage.remind().await, 0);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM reminder WHERE state = 'waiting'").await, 2);
        stage.until("2026-11-30T06:00:00Z");
        assert_eq!(stage.remind().await, 1, "eight o'clock in Helsinki");
        stage.until("2026-11-30T06:59:00Z");
        assert_eq!(stage.remind().await, 0);
        stage.until("2026-11-30T07:00:00Z");
        assert_eq!(stage.remind().await, 1, "eight o'clock in Stockholm");
        assert_eq!(stage.reminded().await, ["ola", "sanna"]);
    })
    .await;
}

#[tokio::test]
async fn nothing_comes_late_or_right_after_the_invitation() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        planned(&stage, false).await;
        stage.until("2026-11-24T08:00:00Z");
        // Told less than six hours ahead of what would be their reminder.
        stage.plan_as(&stage.anna, stage.details("At once", false), "2026-11-25T14:30:00").await;
        stage.deliver("").await;
        stage.until("2026-11-24T13:30:00Z");
        assert_eq!(stage.remind().await, 2, "of the older meeting, half an hour late");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM reminder WHERE state = 'skipped'").await, 2);

        stage.plan_as(&stage.anna, stage.details("Later", false), "2026-12-02T14:00:00").await;
        stage.deliver("").await;
        stage.until("2026-12-01T19:00:00Z");
        assert_eq!(stage.remind().await, 0, "the program was down for six hours");
        // Clocks that jump remind nobody twice.
        stage.site.clock.pass(-TimeDelta::days(7));
        assert_eq!(stage.remind().await, 0);
        stage.site.clock.pass(TimeDelta::days(9));
        assert_eq!(stage.remind().await, 0, "it has begun");
    })
    .await;
}

#[tokio::test]
async fn a_crash_loses_and_doubles_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        planned(&stage, false).await;
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 2);
        stage.site.execute("DELETE FROM outbox WHERE kind = 'reminder'").await.unwrap();
        stage.site.execute("UPDATE reminder SET state = 'waiting', done_at = NULL").await.unwrap();
        let mut tx = stage.site.db().begin().await.unwrap();
        assert_eq!(store::reminders::take_due(&mut tx, stage.site.now(), 10).await.unwrap().len(), 2);
        drop(tx);
        assert_eq!(stage.remind().await, 2, "what was taken and not committed is there again");
        assert_eq!(stage.reminded().await, ["ola", "sanna"]);
    })
    .await;
}

#[tokio::test]
async fn two_instances_remind_once() {
    on_both(async |db| {
        let postgres = matches!(&db.db, Db::Postgres(_));
        let stage = Stage::set(db).await;
        for minute in 0..20 {
            let at = format!("2026-11-25T14:{minute:02}:00");
            stage.plan_as(&stage.anna, stage.details(&format!("No. {minute}"), false), &at).await;
        }
        stage.deliver("").await;
        stage.until("2026-11-24T13:30:00Z");
        let other = if postgres { stage.site.another(1).await } else { stage.site.app.clone() };
        let (one, two) = tokio::join!(queue_due(&stage.site.app), queue_due(&other));
        assert_eq!(one.unwrap() + two.unwrap(), 40);
        assert_eq!(stage.reminded().await.len(), 40);
    })
    .await;
}

#[tokio::test]
async fn what_can_wait_leaves_last() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let now = stage.site.now();
        let mail = |kind, minutes| NewMail {
            lane: format!("{kind} {minutes}"),
            kind,
            meeting_id: None,
            series_id: None,
            attendee_id: None,
            person_id: None,
            recipient: "ola@nordvik.example".to_owned(),
            sequence: None,
            payload: serde_json::json!({}),
            message_id: format!("{kind}.{minutes}@nordvik.example"),
            not_before: now - TimeDelta::minutes(minutes),
        };
        let mut tx = stage.site.db().begin().await.unwrap();
        let mails = [mail("reminder", 9), mail("digest", 8), mail("cancelled", 2), mail("invitation", 1)];
        store::outbox::insert(&mut tx, &mails, now).await.unwrap();
        let mut order = Vec::new();
        for _ in 0..2 {
            let lease = (stage.site.app.new_id(), now + TimeDelta::minutes(2));
            let claimed = store::outbox::claim(&mut tx, now, lease, 3).await.unwrap();
            order.push(claimed.into_iter().map(|mail| mail.kind).collect::<Vec<_>>());
        }
        assert_eq!(order, [vec!["cancelled", "invitation", "reminder"], vec!["digest"]]);
    })
    .await;
}
