//! People who are invited to some points of a meeting only: an entry of their own in their calendar, and no more of their
//! time than those points take.

mod form;
mod series;

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting},
        error::{AppError, Refusal},
        feeds,
        move_meeting::{self, MoveMeeting},
        once::Once,
    },
    domain::{
        agenda::part::own_uid,
        feed::FeedKind,
        ids::{ContactId, MeetingId, PersonId},
        limits::{
            consent::Consent,
            rule::{Level, Measure, Period, Scope, Share},
        },
        meeting::{Answer, AttendeeRole},
        planning::{Details, Guest, Invitee},
        proposal::ProposalState,
        replies::Outcome,
    },
    store::{self, claims, people::Person},
};

use crate::support::{
    app::TestApp,
    db::on_both,
    meetings::{Stage, start},
    replies::Reply,
    rules::{assert_sound, limit, plan, with},
};

/// Somebody's place among the invitees of a [`Stage`].
const OLA: usize = 0;
const EEVA: usize = 2;

/// A meeting of 30 minutes with two points of ten; somebody is invited to these only.
fn details(stage: &Stage, title: &str, (who, points): (usize, (usize, usize))) -> Details {
    let mut details = stage.details(title, true);
    details.invitees[who].points = Some(points);
    details
}

fn once(key: &str) -> Once {
    Once { scope: "parts".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

impl Stage {
    async fn rewrite(&self, id: MeetingId, details: Details, key: &str) -> Result<(), AppError> {
        let version = self.meeting(id).await.meeting.version;
        let consent = Consent::seen();
        let command = EditMeeting { id, version, details, points: Vec::new(), quiet: false, consent, once: once(key) };
        edit_meeting::run(&self.site.app, &self.actor(&self.anna).await, command).await.map(drop)
    }

    async fn shift(&self, id: MeetingId, (to, minutes): (&str, u32), key: &str) -> Result<(), AppError> {
        let version = self.meeting(id).await.meeting.version;
        let (start, reason, consent) = (start(to), String::new(), Consent::seen());
        let command = MoveMeeting { id, version, start, minutes, reason, consent, once: once(key) };
        move_meeting::run(&self.site.app, &self.actor(&self.anna).await, command).await.map(drop)
    }

    /// The newest calendar object to somebody, unfolded.
    async fn newest_to(&self, id: MeetingId, name: &str) -> String {
        let mut tx = self.site.db().begin_read().await.unwrap();
        let mails = store::outbox::of_meeting(&mut tx, id).await.unwrap();
        let mut theirs: Vec<_> = mails.into_iter().filter(|mail| mail.recipient.starts_with(name)).collect();
        theirs.sort_by_key(|mail| mail.id);
        let letter = serde_json::from_value(theirs.pop().unwrap().payload.0).unwrap();
        let sparsam::domain::letter::Letter { body, .. } = letter;
        body.meeting().unwrap().calendar.replace("\r\n ", "")
    }

    /// The time that a meeting takes from somebody.
    async fn claimed(&self, id: MeetingId, name: &str) -> (DateTime<Utc>, DateTime<Utc>, i64) {
        let row = self.attendee(id, name).await;
        let subject = row.person_id.map(PersonId::uuid).or(row.contact_id.map(ContactId::uuid)).unwrap();
        let day = sparsam::domain::time::Interval::new(at("2026-11-01T00:00"), at("2026-12-31T00:00")).unwrap();
        let mut tx = self.site.db().begin_read().await.unwrap();
        let all = claims::of_subjects(&mut tx, &[subject.into()], day, 100).await.unwrap();
        let claim = all.into_iter().find(|claim| claim.meeting_id == id).unwrap();
        (claim.starts_at, claim.ends_at, claim.minutes)
    }
}

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

async fn feed_of(site: &TestApp, person: &Person, kind: FeedKind) -> String {
    let key = Once { scope: "feed".to_owned(), key: format!("{kind} {}", person.name), body_hash: [0; 32] };
    let token = feeds::create(&site.app, &site.actor(person).await, (kind, None), &key).await.unwrap().token;
    let answer = site.browser().get(&format!("/f/{}.ics", token.as_str())).await;
    answer.expect(200).body.replace("\r\n ", "")
}

#[tokio::test]
async fn whoever_is_invited_to_one_point_gets_exactly_that() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) =
            stage.plan_as(&stage.anna, details(&stage, "Targets", (EEVA, (1, 1))), "2026-11-25T14:00:00").await;
        assert_eq!(
            stage.deliver("").await,
            ["invitation anna", "invitation eeva", "invitation ola", "invitation sanna"]
        );
        let eeva = stage.attendee(id, "Eeva").await;
        let uid = stage.meeting(id).await.meeting.uid;
        let own = own_uid(&uid, eeva.id);
        let object = stage.newest_to(id, "eeva").await;
        for line in [
            &format!("UID:{own}"),
            "SUMMARY:What has moved? (Targets)",
            "DTSTART;TZID=Europe/Stockholm:20261125T141000",
            "DTEND;TZID=Europe/Stockholm:20261125T142000",
        ] {
            assert!(object.contains(&format!("\r\n{line}\r\n")), "{line}\n{object}");
        }
        assert_eq!(object.matches("ATTENDEE").count(), 2, "{object}");
        assert!(!object.contains("The number"), "{object}");
        let whole = stage.newest_to(id, "ola").await;
        assert!(whole.contains(&format!("\r\nUID:{uid}\r\n")) && !whole.contains("eeva@"), "{whole}");
        assert_eq!(stage.claimed(id, "Eeva").await, (at("2026-11-25T13:10"), at("2026-11-25T13:20"), 10));
        assert_eq!(stage.claimed(id, "Ola").await, (at("2026-11-25T13:00"), at("2026-11-25T13:30"), 30));
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn the_entry_follows_its_point_and_nobody_else_is_asked_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) =
            stage.plan_as(&stage.anna, details(&stage, "Targets", (EEVA, (1, 1))), "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        for name in ["Eeva", "Ola"] {
            let link = stage.link(id, name).await;
            stage.site.browser().post(&link, &[("a", "y"), ("comment", "")]).await.expect(303);
        }
        // The point comes first.
        let mut swapped = details(&stage, "Targets", (EEVA, (0, 0)));
        swapped.agenda.swap(0, 1);
        stage.rewrite(id, swapped.clone(), "swap").await.unwrap();
        assert_eq!(stage.deliver("").await, ["agenda_only anna", "agenda_only ola", "agenda_only sanna", "moved eeva"]);
        assert_eq!(stage.claimed(id, "Eeva").await, (at("2026-11-25T13:00"), at("2026-11-25T13:10"), 10));
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open);
        assert_eq!(stage.attendee(id, "Ola").await.answer, Answer::Yes);
        // It takes longer, and then the meeting moves.
        swapped.agenda[0].minutes = 20;
        stage.rewrite(id, swapped.clone(), "longer").await.unwrap();
        assert!(stage.newest_to(id, "eeva").await.contains("DTEND;TZID=Europe/Stockholm:20261125T142000"));
        stage.deliver("").await;
        stage.shift(id, ("2026-11-26T10:00:00", 30), "move").await.unwrap();
        assert_eq!(stage.deliver("").await, ["moved anna", "moved eeva", "moved ola", "moved sanna"]);
        assert_eq!(stage.claimed(id, "Eeva").await, (at("2026-11-26T09:00"), at("2026-11-26T09:20"), 20));
        // A length that the point does not fit into is refused, and names whom it is about.
        let refused = stage.shift(id, ("2026-11-26T10:00:00", 15), "short").await;
        assert!(matches!(&refused, Err(AppError::Refused(Refusal::PointsOutside(names))) if names == &["Eeva Kallio"]));
        // Called off for everybody, under both UIDs.
        let version = stage.meeting(id).await.meeting.version;
        let command = CancelMeeting { id, version, reason: "Ill".to_owned(), once: once("off") };
        cancel_meeting::run(&stage.site.app, &stage.actor(&stage.anna).await, command).await.unwrap();
        let object = stage.newest_to(id, "eeva").await;
        assert!(object.contains("METHOD:CANCEL") && object.contains("DTSTART;TZID=Europe/Stockholm:20261126T100000"));
        assert!(object.contains(&format!("UID:{}", stage.attendee(id, "Eeva").await.id.uuid().simple())), "{object}");
        assert_eq!(stage.deliver("").await.len(), 4);
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn from_a_point_to_the_whole_meeting_is_another_entry() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) =
            stage.plan_as(&stage.anna, details(&stage, "Targets", (EEVA, (0, 0))), "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        stage.rewrite(id, stage.details("Targets", true), "whole").await.unwrap();
        assert_eq!(stage.deliver("").await, ["invitation eeva", "removed eeva"]);
        assert_eq!(stage.claimed(id, "Eeva").await.2, 30);
        stage.rewrite(id, details(&stage, "Targets", (EEVA, (0, 1))), "both points").await.unwrap();
        assert_eq!(stage.deliver("").await, ["invitation eeva", "removed eeva"]);
        assert_eq!(stage.claimed(id, "Eeva").await, (at("2026-11-25T13:00"), at("2026-11-25T13:20"), 20));
        let mut without = stage.details("Targets", true);
        without.invitees.truncate(2);
        stage.rewrite(id, without, "without").await.unwrap();
        assert_eq!(stage.deliver("").await, ["removed eeva"]);
        assert_sound(&stage.site.app).await;
    })
    .await;
}

#[tokio::test]
async fn answers_by_mail_reach_the_right_person() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(true).await;
        let (id, _) =
            stage.plan_as(&stage.anna, details(&stage, "Targets", (EEVA, (1, 1))), "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        let uid = stage.meeting(id).await.meeting.uid;
        let own = own_uid(&uid, stage.attendee(id, "Eeva").await.id);
        let yes = Reply::to(&own).saying("yes", "ACCEPTED", "20261123T080200Z");
        assert_eq!(stage.receive(&yes.raw()).await, Outcome::Answered);
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Yes);
        // A time for the point is a time for the meeting around it.
        let more = "DTSTART:20261126T091000Z\r\nDTEND:20261126T092000Z\r\n".to_owned();
        let counter = Reply { method: "COUNTER", more, ..yes.saying("other", "TENTATIVE", "20261123T080300Z") };
        assert_eq!(stage.receive(&counter.raw()).await, Outcome::Proposed);
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let eeva = stage.attendee(id, "Eeva").await;
        let proposal = store::proposals::newest_by(&mut tx, eeva.id).await.unwrap().unwrap();
        assert_eq!(proposal.state, ProposalState::Open);
        assert_eq!((proposal.starts_at, proposal.ends_at), (at("2026-11-26T09:00"), at("2026-11-26T09:30")));
        drop(tx);
        // An answer to the point as it was counts for nothing once it has moved.
        let mut swapped = details(&stage, "Targets", (EEVA, (0, 0)));
        swapped.agenda.swap(0, 1);
        stage.rewrite(id, swapped, "swap").await.unwrap();
        stage.deliver("").await;
        let late = yes.saying("late", "DECLINED", "20261123T080400Z");
        assert_eq!(stage.receive(&late.raw()).await, Outcome::Outdated);
    })
    .await;
}

#[tokio::test]
async fn limits_count_the_minutes_of_the_point_at_its_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let app = &stage.site.app;
        let most = Measure::Minutes { most: 40, per: Period::Day, share: Share::Each };
        limit(app, Scope::Person(stage.ola.id), most, Level::Block).await;
        limit(app, Scope::Organization, Measure::Overlap, Level::Block).await;
        // Ola is busy until 14:10, when his point begins.
        let busy = with(&stage, "Before", &[&stage.ola]);
        let at_two = start("2026-11-25T13:40:00");
        let first = crate::support::rules::plan_for(&stage, &stage.mia, (busy, at_two, 30), Consent::seen()).await;
        first.unwrap();
        let part = details(&stage, "Targets", (OLA, (1, 1)));
        let (id, _) = plan(&stage, &stage.anna, (part.clone(), "2026-11-25T14:00:00"), Consent::seen()).await.unwrap();
        assert_eq!(stage.claimed(id, "Ola").await.2, 10);
        // The whole meeting would pass both limits, and so would the point ahead of this one.
        for (key, details) in
            [("whole", stage.details("Targets", true)), ("first", self::details(&stage, "Targets", (OLA, (0, 0))))]
        {
            let stopped = stage.rewrite(id, details, key).await;
            assert!(matches!(stopped, Err(AppError::Stopped(_))), "{key}: {stopped:?}");
        }
        let sound = Measure::Minutes { most: 40, per: Period::Day, share: Share::Together };
        limit(app, Scope::Organization, sound, Level::Block).await;
        assert_sound(app).await;
    })
    .await;
}

#[tokio::test]
async fn ones_own_feed_and_files_show_the_time_of_the_point() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) =
            stage.plan_as(&stage.anna, details(&stage, "Targets", (OLA, (1, 1))), "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        let own = own_uid(&stage.meeting(id).await.meeting.uid, stage.attendee(id, "Ola").await.id);
        let begins = "DTSTART;TZID=Europe/Stockholm:20261125T141000";
        let mine = feed_of(&stage.site, &stage.ola, FeedKind::Mine).await;
        assert!(mine.contains(&own) && mine.contains(begins) && mine.contains("What has moved? (Targets)"), "{mine}");
        assert!(!mine.contains("The number"), "{mine}");
        let busy = feed_of(&stage.site, &stage.ola, FeedKind::Busy).await;
        assert!(busy.contains(begins) && !busy.contains("What has moved?"), "{busy}");
        let others = feed_of(&stage.site, &stage.sanna, FeedKind::Mine).await;
        assert!(others.contains("DTSTART;TZID=Europe/Stockholm:20261125T140000"), "{others}");
        let mut browser = stage.site.signed_in(&stage.ola).await;
        browser.get(&format!("/meetings/{id}/invite.ics")).await.expect(200).says(begins);
        browser.get(&format!("/meetings/{id}")).await.expect(200).says("only for What has moved?").says("14:10–14:20");
        browser.get("/?week=2026-W48").await.expect(200).says("14:10");
        let link = stage.link(id, "Ola").await;
        let page = stage.site.browser().get(&link).await;
        page.expect(200).says("What has moved? (Targets)").says("14:10–14:20").does_not_say("The number");
    })
    .await;
}

#[tokio::test]
async fn a_point_that_takes_no_time_is_none_to_come_for() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut part = details(&stage, "Targets", (EEVA, (1, 1)));
        part.agenda[1].minutes = 0;
        let refused = plan(&stage, &stage.anna, (part, "2026-11-25T14:00:00"), Consent::seen()).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::PointsOutside(_)))), "{refused:?}");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 0);
    })
    .await;
}

#[tokio::test]
async fn undoing_brings_the_point_back_with_its_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) =
            stage.plan_as(&stage.anna, details(&stage, "Targets", (EEVA, (1, 1))), "2026-11-25T14:00:00").await;
        stage.deliver("").await;
        let invite =
            |id| Invitee { guest: Guest::Person(id), role: AttendeeRole::Required, why: String::new(), points: None };
        let bare = Details { agenda: Vec::new(), invitees: vec![invite(stage.ola.id)], ..stage.details("Bare", false) };
        stage.rewrite(id, bare, "bare").await.unwrap();
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let change = store::changes::newest(&mut tx, id).await.unwrap().unwrap().id;
        drop(tx);
        sparsam::app::undo::run(&stage.site.app, &stage.actor(&stage.anna).await, change).await.unwrap();
        assert_eq!(stage.claimed(id, "Eeva").await, (at("2026-11-25T13:10"), at("2026-11-25T13:20"), 10));
        stage.site.clock.pass(TimeDelta::seconds(61));
        assert!(stage.deliver("").await.is_empty());
        assert_sound(&stage.site.app).await;
    })
    .await;
}
