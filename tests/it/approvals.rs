//! Limits that ask for somebody else's leave: asking, deciding, and what becomes of the time meanwhile.

mod overtaken;

use chrono::TimeDelta;
use sparsam::{
    app::{
        approvals::{self, Decided, Decision, Made},
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::Outcome,
        error::{AppError, Refusal, Result},
        move_meeting::{self, MoveMeeting},
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        ids::{ApprovalId, MeetingId, RuleId},
        language::Language,
        limits::{
            consent::Consent,
            rule::{Level, Measure, Period, Rule, Scope, Share, Which},
            verdict::Reading,
        },
        meeting::{AttendeeRole, Format, Purpose, Status},
        person::Role,
        planning::{Details, Guest, Invitee, Plan, Start},
    },
    identity::link::LinkPurpose,
    store::{self, approvals::Approval, meetings::FullMeeting, people::Person},
};

use crate::support::{
    app::TestApp,
    db::{TestDb, on_both},
    meetings::{Stage, start},
};

/// Ola of team North plans with Erik; Mia leads them; Anna administers. No meeting may be longer than 30 minutes
/// without approval.
struct Firm {
    stage: Stage,
    erik: Person,
}

fn yes() -> Decision {
    Decision { allow: true, note: String::new() }
}

fn no() -> Decision {
    Decision { allow: false, note: "Not this week".to_owned() }
}

fn consent() -> Consent {
    Consent { seen: true, reason: Some("The customer decides this week".to_owned()), approved: Vec::new() }
}

fn once(key: &str) -> Once {
    Once { scope: "test".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

impl Firm {
    async fn set(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let mia = site.person("Mia Dahl", Role::Manager, Language::En).await;
        site.team("North", &mia, &[&ola, &erik]).await;
        let firm = Self { stage: Stage { site, anna, ola, sanna, mia }, erik };
        firm.limit(Measure::Length { most: 30 }, Level::Approve).await;
        firm
    }

    async fn limit(&self, measure: Measure, level: Level) {
        let site = &self.stage.site;
        let id: RuleId = site.app.new_id();
        let from = site.now().date_naive();
        let rule = Rule { id: Some(id), scope: Scope::Organization, which: Which::All, measure, level, from };
        let mut tx = site.db().begin().await.unwrap();
        store::rules::insert(&mut tx, id, &rule, (None, site.now())).await.unwrap();
        tx.commit().await.unwrap();
    }

    fn details(&self, title: &str) -> Details {
        let guest = Guest::Person(self.erik.id);
        Details {
            purpose: Purpose::Targets,
            stage: None,
            title: title.to_owned(),
            format: Format::Phone,
            place: "+46 8 123 45 67".to_owned(),
            video: None,
            invitees: vec![Invitee { guest, role: AttendeeRole::Required, why: String::new(), points: None }],
            agenda: Vec::new(),
            open_guest_list: false,
        }
    }

    async fn plan(&self, who: &Person, (title, at, minutes): (&str, Start, u32)) -> Result<(MeetingId, Made)> {
        let actor = self.stage.site.actor(who).await;
        let plan = Plan { details: self.details(title), start: at, minutes };
        let form = vec![("title".to_owned(), title.to_owned())];
        let command = ScheduleMeeting { plan, form, draft: None, consent: consent(), once: once(title) };
        match schedule_meeting::run(&self.stage.site.app, &actor, &actor.may_plan().unwrap(), command).await? {
            Scheduled::New(id, made) => Ok((id, made)),
            Scheduled::Again(location) => panic!("{location}"),
        }
    }

    /// An hour on Wednesday that waits for approval.
    async fn asked(&self, who: &Person) -> (MeetingId, ApprovalId) {
        match self.plan(who, ("Long talk", start("2026-11-25T14:00:00"), 60)).await.unwrap() {
            (id, Made::Asked(approval)) => (id, approval),
            (_, Made::Done(_)) => panic!("nobody was asked"),
        }
    }

    /// Half an hour that stands, and its move to an hour that waits.
    async fn moved(&self) -> (MeetingId, ApprovalId) {
        let (id, made) = self.plan(&self.stage.ola, ("Short talk", start("2026-11-25T10:00:00"), 30)).await.unwrap();
        assert!(made.done().is_some());
        self.stage.deliver("").await;
        let actor = self.stage.site.actor(&self.stage.ola).await;
        let version = self.meeting(id).await.meeting.version;
        let start = start("2026-11-26T10:00:00");
        let (reason, consent, once) = (String::new(), consent(), once("move"));
        let command = MoveMeeting { id, version, start, minutes: 60, reason, consent, once };
        match move_meeting::run(&self.stage.site.app, &actor, command).await.unwrap() {
            Outcome::Done(Made::Asked(approval)) => (id, approval),
            other => panic!("{other:?}"),
        }
    }

    async fn decide(&self, who: &Person, id: ApprovalId, decision: Decision) -> Result<Decided> {
        approvals::decide(&self.stage.site.app, &self.stage.site.actor(who).await, id, decision).await
    }

    async fn meeting(&self, id: MeetingId) -> FullMeeting {
        self.stage.meeting(id).await
    }

    async fn approval(&self, id: ApprovalId) -> Approval {
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        store::approvals::by_id(&mut tx, id).await.unwrap().unwrap()
    }

    async fn claims(&self) -> i64 {
        self.stage.site.count("SELECT COUNT(*) FROM claim").await
    }

    async fn link(&self, id: ApprovalId) -> String {
        let version = u32::try_from(self.approval(id).await.link_version).unwrap();
        format!("/a/{}", self.stage.site.app.links().token(LinkPurpose::APPROVAL, id.uuid(), version))
    }

    async fn agree(&self) {
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        assert_eq!(store::claims::inconsistencies(&mut tx).await.unwrap(), 0);
    }
}

fn refused<T: std::fmt::Debug>(result: &Result<T>, refusal: &Refusal) {
    assert!(matches!(&result, Err(AppError::Refused(r)) if r == refusal), "{result:?}");
}

#[tokio::test]
async fn what_is_approved_is_sent_once() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        assert_eq!(f.meeting(id).await.meeting.status, Status::Pending);
        assert_eq!(f.approval(approval).await.approver_id, f.stage.mia.id);
        assert_eq!(f.claims().await, 2);
        f.agree().await;
        assert_eq!(f.stage.deliver("").await, ["approval_asked mia"]);
        f.decide(&f.stage.mia, approval, yes()).await.unwrap();
        assert_eq!(f.meeting(id).await.meeting.status, Status::Confirmed);
        f.agree().await;
        let sent = f.stage.deliver("").await;
        assert_eq!(sent.iter().filter(|m| m.starts_with("invitation")).count(), 2, "{sent:?}");
        assert!(sent.contains(&"approval_approved ola".to_owned()), "{sent:?}");
        refused(&f.decide(&f.stage.mia, approval, yes()).await, &Refusal::LinkUsed);
        assert_eq!(f.stage.deliver("").await, [""; 0]);
        assert_eq!(f.stage.site.count("SELECT COUNT(*) FROM limit_override WHERE approver_id IS NOT NULL").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_declined_reaches_nobody_and_is_a_draft_again() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        f.decide(&f.stage.mia, approval, no()).await.unwrap();
        assert_eq!(f.meeting(id).await.meeting.status, Status::Cancelled);
        assert_eq!(f.claims().await, 0);
        assert_eq!(f.approval(approval).await.note, "Not this week");
        assert_eq!(f.stage.deliver("").await, ["approval_declined ola"], "the question itself is taken back");
        assert_eq!(f.stage.site.count("SELECT COUNT(*) FROM draft").await, 1);
        let mut erik = f.stage.site.signed_in(&f.erik).await;
        erik.get(&format!("/meetings/{id}")).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_question_expires_and_lets_the_time_go() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        assert_eq!(approvals::expire(&f.stage.site.app).await.unwrap(), 0);
        let until = f.approval(approval).await.expires_at;
        f.stage.site.clock.pass(until - f.stage.site.now());
        refused(&f.decide(&f.stage.mia, approval, yes()).await, &Refusal::LinkUsed);
        assert_eq!(approvals::expire(&f.stage.site.app).await.unwrap(), 1);
        assert_eq!(approvals::expire(&f.stage.site.app).await.unwrap(), 0);
        assert_eq!(f.approval(approval).await.state, "expired");
        assert_eq!((f.claims().await, f.meeting(id).await.meeting.status), (0, Status::Cancelled));
        assert_eq!(f.stage.deliver("").await, ["approval_expired ola"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_asked_calls_the_question_back() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let site = &f.stage.site;
        let (id, approval) = f.asked(&f.stage.ola).await;
        let mut ola = site.signed_in(&f.stage.ola).await;
        ola.get(&format!("/meetings/{id}?done=asked"))
            .await
            .expect(200)
            .says("Waiting for Mia Dahl until")
            .says("Withdraw");
        let answer = ola.post(&format!("/meetings/{id}/withdrawal"), &[]).await;
        assert!(answer.expect(303).location().starts_with("/meetings/new?draft="));
        assert_eq!((f.approval(approval).await.state.as_str(), f.claims().await), ("withdrawn", 0));
        assert_eq!(f.stage.deliver("").await, [""; 0]);
        // By calling it off, too.
        let actor = site.actor(&f.stage.ola).await;
        let (id, made) = f.plan(&f.stage.ola, ("Other talk", start("2026-11-26T14:00:00"), 60)).await.unwrap();
        assert!(made.done().is_none());
        let version = f.meeting(id).await.meeting.version;
        let command = CancelMeeting { id, version, reason: String::new(), once: once("cancel") };
        cancel_meeting::run(&site.app, &actor, command).await.unwrap();
        assert_eq!((f.meeting(id).await.meeting.status, f.claims().await), (Status::Cancelled, 0));
        assert_eq!(f.stage.deliver("").await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_keeps_the_limits_needs_no_approval_any_more() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        let actor = f.stage.site.actor(&f.stage.ola).await;
        let version = f.meeting(id).await.meeting.version;
        let start = start("2026-11-25T15:00:00");
        let (reason, consent, once) = (String::new(), consent(), once("shorter"));
        let command = MoveMeeting { id, version, start, minutes: 30, reason, consent, once };
        move_meeting::run(&f.stage.site.app, &actor, command).await.unwrap();
        assert_eq!(f.approval(approval).await.state, "withdrawn");
        assert_eq!(f.meeting(id).await.meeting.status, Status::Confirmed);
        f.agree().await;
        assert_eq!(f.stage.deliver("").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn two_answers_at_once_are_one() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (_, approval) = f.asked(&f.stage.ola).await;
        let (a, b) = tokio::join!(
            Box::pin(f.decide(&f.stage.mia, approval, yes())),
            Box::pin(f.decide(&f.stage.anna, approval, no()))
        );
        assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
        f.agree().await;
    })
    .await;
}

#[tokio::test]
async fn nobody_allows_their_own() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        refused(&f.decide(&f.stage.ola, approval, yes()).await, &Refusal::OwnApproval);
        assert!(matches!(f.decide(&f.erik, approval, yes()).await, Err(AppError::NotFound)));
        let site = &f.stage.site;
        let mut ola = site.signed_in(&f.stage.ola).await;
        let path = format!("/approvals/{approval}");
        ola.get(&path).await.expect(200).says("somebody else decides");
        ola.post(&path, &[("decision", "approve")]).await.expect(403).says("somebody else decides");
        let mut erik = site.signed_in(&f.erik).await;
        erik.get(&path).await.expect(404);
        erik.get(&format!("/meetings/{id}")).await.expect(404);
        erik.get("/meetings").await.expect(200).does_not_say("Long talk");
        erik.get("/cal/2026-W48").await.does_not_say("Long talk");
        ola.get("/meetings").await.says("Long talk").says("Waiting for approval");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_s_own_goes_to_somebody_else() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let alone = f.plan(&f.stage.anna, ("Alone", start("2026-11-25T14:00:00"), 60)).await;
        refused(&alone, &Refusal::NoApprover);
        let other = f.stage.site.person("Berit Aas", Role::Admin, Language::Nb).await;
        let (_, approval) = f.asked(&f.stage.anna).await;
        assert_eq!(f.approval(approval).await.approver_id, other.id);
    })
    .await;
}

#[tokio::test]
async fn a_change_that_waits_counts_once_and_takes_both_times() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        f.limit(Measure::Minutes { most: 90, per: Period::Week, share: Share::Each }, Level::Block).await;
        f.limit(Measure::Overlap, Level::Block).await;
        // Half an hour on Wednesday that stands, and an hour on Thursday that it is to become: an hour in either case.
        let (id, approval) = f.moved().await;
        for (title, at) in [("As it is", "2026-11-25T10:15:00"), ("As it is to be", "2026-11-26T10:30:00")] {
            let clash = f.plan(&f.stage.mia, (title, start(at), 15)).await;
            let Err(AppError::Stopped(stopped)) = clash else { panic!("{title}: {clash:?}") };
            let twice = |r: &Reading| r.rule.as_ref().is_some_and(|rule| rule.measure == Measure::Overlap);
            assert!(stopped.verdict.passed().any(twice), "{title}");
        }
        let (_, made) = f.plan(&f.stage.ola, ("Half an hour", start("2026-11-27T10:00:00"), 30)).await.unwrap();
        assert!(made.done().is_some());
        let more = f.plan(&f.stage.ola, ("Five minutes", start("2026-11-27T13:00:00"), 5)).await;
        let Err(AppError::Stopped(stopped)) = more else { panic!("{more:?}") };
        let numbers: Vec<_> = stopped.verdict.passed().map(|r| (r.before, r.after, r.limit)).collect();
        assert_eq!(numbers, [(90, 95, 90); 2], "Ola and Erik");
        f.decide(&f.stage.mia, approval, yes()).await.unwrap();
        assert_eq!(f.meeting(id).await.meeting.minutes, 60);
        f.agree().await;
    })
    .await;
}

#[tokio::test]
async fn held_time_is_seen_by_other_plans() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        f.limit(Measure::Overlap, Level::Block).await;
        f.asked(&f.stage.ola).await;
        let other = f.plan(&f.stage.mia, ("Clash", start("2026-11-25T14:30:00"), 30)).await;
        assert!(matches!(other, Err(AppError::Stopped(_))), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_stands_waits_with_its_move() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.moved().await;
        let old = f.meeting(id).await;
        assert_eq!((old.meeting.status, old.meeting.minutes), (Status::Confirmed, 30));
        assert_eq!(f.claims().await, 4, "old and new time");
        f.agree().await;
        let mut ola = f.stage.site.signed_in(&f.stage.ola).await;
        ola.get(&format!("/meetings/{id}")).await.expect(200).says("Proposed time").says("stays as it is");
        let mut erik = f.stage.site.signed_in(&f.erik).await;
        erik.get(&format!("/meetings/{id}")).await.expect(200).does_not_say("Proposed time");
        f.stage.site.answer(&f.erik, id, sparsam::domain::meeting::Answer::No).await;
        f.agree().await;
        f.decide(&f.stage.mia, approval, no()).await.unwrap();
        assert_eq!(f.meeting(id).await.meeting.status, Status::Confirmed);
        f.agree().await;
        let sent = f.stage.deliver("").await;
        assert_eq!(sent, ["approval_declined ola"]);
    })
    .await;
}

#[tokio::test]
async fn an_approved_move_is_told() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.moved().await;
        f.stage.deliver("").await;
        f.decide(&f.stage.mia, approval, yes()).await.unwrap();
        assert_eq!(f.meeting(id).await.meeting.minutes, 60);
        assert_eq!(f.claims().await, 2);
        f.agree().await;
        let sent = f.stage.deliver("").await;
        assert_eq!(sent.iter().filter(|m| m.starts_with("moved")).count(), 2, "{sent:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_passed_by_more_is_asked_anew() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        f.limit(Measure::Length { most: 45 }, Level::Approve).await;
        let mut browser = f.stage.site.browser();
        let link = f.link(approval).await;
        let page = browser.post(&link, &[("decision", "approve")]).await;
        page.expect(409).says("The numbers have changed");
        assert_eq!(f.meeting(id).await.meeting.status, Status::Pending);
        f.agree().await;
        browser.post(&link, &[("decision", "approve")]).await.expect(200).says("Approved.");
        assert_eq!(f.meeting(id).await.meeting.status, Status::Confirmed);
    })
    .await;
}

#[tokio::test]
async fn what_blocks_by_now_can_only_be_declined() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        f.limit(Measure::Length { most: 45 }, Level::Block).await;
        let mut mia = f.stage.site.signed_in(&f.stage.mia).await;
        let path = format!("/approvals/{approval}");
        mia.post(&path, &[("decision", "approve"), ("note", "Fine")])
            .await
            .expect(409)
            .says("can only be declined")
            .says("Fine");
        assert_eq!(f.meeting(id).await.meeting.status, Status::Pending);
        mia.post(&path, &[("decision", "decline")]).await.expect(303);
        assert_eq!(f.meeting(id).await.meeting.status, Status::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn the_link_works_once_and_only_when_it_is_ours() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (_, approval) = f.asked(&f.stage.ola).await;
        let mut browser = f.stage.site.browser();
        let link = f.link(approval).await;
        browser.get(&link).await.expect(200).says("Long talk").says("You are deciding as Mia Dahl.");
        assert!(f.approval(approval).await.is_open(), "opening decides nothing");
        browser.post(&link, &[]).await.expect(422).says("Choose whether");
        let foreign = f.stage.site.app.links().token(LinkPurpose::ANSWER, approval.uuid(), 1);
        browser.get(&format!("/a/{foreign}")).await.expect(410);
        browser.get(&format!("/a/{}", "a".repeat(52))).await.expect(410);
        browser.post(&link, &[("decision", "decline"), ("note", "Later")]).await.expect(200).says("Declined.");
        browser.get(&link).await.expect(410);
        browser.post(&link, &[("decision", "approve")]).await.expect(410);
    })
    .await;
}

#[tokio::test]
async fn a_stand_in_decides_while_the_approver_is_away() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let site = &f.stage.site;
        let (_, approval) = f.asked(&f.stage.ola).await;
        let sanna = &f.stage.sanna;
        assert!(matches!(f.decide(sanna, approval, yes()).await, Err(AppError::NotFound)));
        let mut browser = site.signed_in(sanna).await;
        browser.get("/approvals").await.expect(200).does_not_say("Long talk");
        let today = site.now().date_naive();
        let mut tx = site.db().begin().await.unwrap();
        crate::support::tables::day_off(&mut tx, (f.stage.mia.id, sanna.id), (today, today + TimeDelta::days(1))).await;
        tx.commit().await.unwrap();
        browser.get("/approvals").await.says("Long talk");
        browser.get("/").await.says("Long talk");
        f.decide(sanna, approval, yes()).await.unwrap();
    })
    .await;
}
