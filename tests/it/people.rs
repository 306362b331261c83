//! Accounts: inviting, roles, addresses, leaving and coming back.

mod leavers;

use std::collections::BTreeSet;

use chrono::TimeDelta;
use sparsam::{
    app::{
        actor::Actor,
        answer,
        error::{AppError, Refusal},
        once::Once,
        people::{self, Place},
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
        tidy, undo,
    },
    domain::{
        feed::FeedKind,
        ids::{ChangeId, MeetingId},
        language::Language,
        meeting::{AttendeeRole, Format, Purpose, Status},
        person::Role,
        planning::{Details, Guest, Invitee, Plan, Start, Video},
    },
    identity::{
        link::LinkPurpose,
        token::{Token, TokenKind},
    },
    store::{self, feeds::Feed, meetings::FullMeeting, people::Person, sessions::OneTime},
};

use crate::{
    settings::HOSTILE,
    support::{
        app::{Client, TestApp},
        db::on_both,
    },
};

async fn actor(site: &TestApp, person: &Person) -> Actor {
    let mut tx = site.db().begin_read().await.unwrap();
    let person = store::people::by_id(&mut tx, person.id).await.unwrap().unwrap();
    Actor::load(&mut tx, person, None, "192.0.2.1".to_owned()).await.unwrap().unwrap()
}

async fn meeting(site: &TestApp, id: MeetingId) -> FullMeeting {
    let mut tx = site.db().begin_read().await.unwrap();
    store::meetings::by_id(&mut tx, id).await.unwrap().unwrap()
}

/// A meeting tomorrow at ten with these colleagues and perhaps a customer.
async fn plan(site: &TestApp, by: &Person, with: &[&Person], customer: bool, key: &str) -> MeetingId {
    let local: chrono::NaiveDateTime = "2026-11-24T10:00:00".parse().unwrap();
    let invite = |guest| Invitee { guest, role: AttendeeRole::Required, why: String::new(), points: None };
    let mut invitees: Vec<Invitee> = with.iter().map(|p| invite(Guest::Person(p.id))).collect();
    if customer {
        let email = "eeva@kone.example".parse().unwrap();
        invitees.push(invite(Guest::New { name: "Eeva Kallio".to_owned(), email, account: "Kone".to_owned() }));
    }
    let details = Details {
        purpose: Purpose::Targets,
        stage: None,
        title: format!("Meeting {key}"),
        format: Format::Video,
        place: String::new(),
        video: Some(Video::Own),
        invitees,
        agenda: vec![],
        open_guest_list: false,
    };
    let start = Start { local, zone: "Europe/Stockholm".to_owned(), at: (local - TimeDelta::hours(1)).and_utc() };
    let once = Once { scope: "test".to_owned(), key: key.to_owned(), body_hash: [0; 32] };
    let command = ScheduleMeeting {
        plan: Plan { details, start, minutes: 30 },
        form: vec![],
        draft: None,
        consent: sparsam::domain::limits::consent::Consent::seen(),
        once,
    };
    let by = actor(site, by).await;
    match schedule_meeting::run(&site.app, &by, &by.may_plan().unwrap(), command).await.unwrap() {
        Scheduled::New(id, _) => id,
        Scheduled::Again(location) => panic!("{location}"),
    }
}

/// Everything queued is taken by the mail server; returns kind and first name of each, sorted.
async fn deliver(site: &TestApp) -> Vec<String> {
    site.clock.pass(TimeDelta::seconds(61));
    let (now, token) = (site.now(), site.app.new_id::<uuid::Uuid>());
    let mut sent = Vec::new();
    loop {
        let mut tx = site.db().begin().await.unwrap();
        let mails = store::outbox::claim(&mut tx, now, (token, now + TimeDelta::seconds(90)), 50).await.unwrap();
        for mail in &mails {
            sent.push(format!("{} {}", mail.kind, mail.recipient.split('@').next().unwrap()));
            let accepted = store::outbox::Ended::Accepted;
            assert!(store::outbox::finish(&mut tx, (mail.id, token), &accepted, "250", now).await.unwrap());
        }
        tx.commit().await.unwrap();
        if mails.is_empty() {
            sent.sort();
            return sent;
        }
    }
}

struct Firm {
    site: TestApp,
    anna: Person,
    mia: Person,
    ola: Person,
}

async fn firm(db: crate::support::db::TestDb) -> Firm {
    let (site, anna) = TestApp::nordvik(db).await;
    let mia = site.person("Mia Holm", Role::Manager, Language::En).await;
    let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
    Firm { site, anna, mia, ola }
}

async fn leave(browser: &mut Client, who: &Person, fields: &[(&str, &str)]) -> crate::support::app::Answer {
    let path = format!("/admin/people/{}/deactivation", who.id);
    let once = browser.get(&path).await.expect(200).value_of("once");
    let mut form = vec![("once", once.as_str())];
    form.extend(fields);
    browser.post(&path, &form).await
}

#[tokio::test]
async fn several_are_invited_at_once_and_what_failed_stays_in_the_form() {
    on_both(async |db| {
        let firm = firm(db).await;
        let mut browser = firm.site.signed_in(&firm.anna).await;
        let team = firm.site.team("North", &firm.mia, &[]).await.to_string();
        let lines = "Eva Lund <eva@nordvik.example>\r\n\r\nkim@nordvik.example\r\nola@nordvik.example";
        let invited = [("people", lines), ("role", "member"), ("team", team.as_str())];
        let page = browser.post("/admin/people/new", &invited).await;
        page.expect(422).says("2 people are invited").says("already known: ola@nordvik.example");
        page.does_not_say("eva@nordvik.example");
        let page = browser.get("/admin/people?q=EVA").await;
        page.expect(200).says("Eva Lund").says("Invited").does_not_say("Ola Berg");
        let welcomes = firm.site.outbox().await.into_iter().filter(|(kind, ..)| kind == "welcome").count();
        assert_eq!(welcomes, 2);
        for bad in ["nobody", "", "a@b", "Anna <a@nordvik.example>\nx"] {
            browser.post("/admin/people/new", &[("people", bad), ("role", "member")]).await.expect(422);
        }
        let many = "x@nordvik.example\n".repeat(51);
        browser.post("/admin/people/new", &[("people", &many), ("role", "member")]).await.expect(422);
        browser.post("/admin/people/new", &[("people", "x@nordvik.example"), ("role", "king")]).await.expect(422);
        assert_eq!(firm.site.count("SELECT COUNT(*) FROM person").await, 5);
    })
    .await;
}

#[tokio::test]
async fn the_welcome_mail_is_sent_again_only_to_those_who_wait_for_it() {
    on_both(async |db| {
        let firm = firm(db).await;
        let mut browser = firm.site.signed_in(&firm.anna).await;
        browser.post("/admin/people/new", &[("people", "eva@nordvik.example"), ("role", "member")]).await.expect(303);
        let mut tx = firm.site.db().begin_read().await.unwrap();
        let eva = store::people::by_email(&mut tx, "eva@nordvik.example").await.unwrap().unwrap();
        drop(tx);
        browser.post(&format!("/admin/people/{}/welcome", eva.id), &[]).await.expect(303);
        browser.post(&format!("/admin/people/{}/welcome", firm.ola.id), &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn another_role_and_other_teams_count_at_once() {
    on_both(async |db| {
        let firm = firm(db).await;
        let team = firm.site.team("North", &firm.mia, &[]).await;
        let mut ola_at = firm.site.signed_in(&firm.ola).await;
        let mut browser = firm.site.signed_in(&firm.anna).await;
        let path = format!("/admin/people/{}", firm.ola.id);
        let field = format!("team-{team}");
        // Leading a team needs the role for it; what was chosen stays.
        let page = browser.post(&path, &[("role", "member"), (&field, "manager")]).await;
        page.expect(422).says("id=\"role-e\"").says("<option value=\"manager\" selected>Manages the team");
        ola_at.get("/").await.expect(200);
        browser.post(&path, &[("role", "manager"), (&field, "manager")]).await.expect(303);
        ola_at.get("/").await.expect(303);
        browser.get(&format!("{path}?done=placed")).await.says("are saved");
        let mut ola_at = firm.site.signed_in(&firm.ola).await;
        ola_at.get(&format!("/teams/{team}")).await.expect(200).says("Legg til i teamet");
        for bad in HOSTILE {
            browser.post(&path, &[("role", bad)]).await.expect(422).does_not_say("<script>alert");
        }
        browser
            .post(&path, &[("role", "member"), ("team-00000000-0000-0000-0000-000000000000", "member")])
            .await
            .expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    on_both(async |db| {
        let firm = firm(db).await;
        let mut browser = firm.site.signed_in(&firm.anna).await;
        let path = format!("/admin/people/{}", firm.anna.id);
        browser.post(&path, &[("role", "member")]).await.expect(422).says("There is no other administrator");
        let page = leave(&mut browser, &firm.anna, &[("upcoming", "none")]).await;
        page.expect(422).says("There is no other administrator");
        // An administrator who has left does not count.
        let eva = firm.site.person("Eva Lund", Role::Admin, Language::En).await;
        leave(&mut browser, &eva, &[("upcoming", "none")]).await.expect(303);
        browser.post(&path, &[("role", "member")]).await.expect(422);
        let kim = firm.site.person("Kim Dahl", Role::Admin, Language::En).await;
        leave(&mut browser, &firm.anna, &[("upcoming", "none")]).await.expect(422).says("cannot deactivate yourself");
        browser.post(&path, &[("role", "member")]).await.expect(303);
        browser.get("/admin/people").await.expect(303);
        let mut anna_at = firm.site.signed_in(&firm.anna).await;
        anna_at.get("/admin/people").await.expect(403);
        firm.site.signed_in(&kim).await.get("/admin/people").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn two_administrators_cannot_demote_each_other_at_once() {
    on_both(async |db| {
        let firm = firm(db).await;
        let eva = firm.site.person("Eva Lund", Role::Admin, Language::En).await;
        let (a, b) = (actor(&firm.site, &firm.anna).await, actor(&firm.site, &eva).await);
        let (pa, pb) = (a.may_administer().unwrap(), b.may_administer().unwrap());
        let demote = |person: &Person| Place { person: person.id, role: Role::Member, teams: vec![] };
        let (one, two) = tokio::join!(
            people::place(&firm.site.app, &a, &pa, demote(&eva)),
            people::place(&firm.site.app, &b, &pb, demote(&firm.anna)),
        );
        assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1, "{one:?} {two:?}");
        let lost = one.err().or(two.err()).unwrap();
        assert!(matches!(lost, AppError::Denied | AppError::Refused(Refusal::LastAdmin)), "{lost:?}");
        let mut tx = firm.site.db().begin_read().await.unwrap();
        assert_eq!(store::people::active_admins(&mut tx).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_corrected_address_follows_into_meetings() {
    on_both(async |db| {
        let firm = firm(db).await;
        let site = &firm.site;
        let id = plan(site, &firm.mia, &[&firm.ola], true, "a").await;
        deliver(site).await;
        let mut browser = site.signed_in(&firm.anna).await;
        let path = format!("/admin/people/{}/address", firm.ola.id);
        for bad in HOSTILE.into_iter().chain(["mia@nordvik.example", "eeva@kone.example", "ola@", "ola@nordvik"]) {
            browser
                .post(&path, &[("email", bad)])
                .await
                .expect(422)
                .says("id=\"email-e\"")
                .does_not_say("<script>alert");
        }
        browser.post(&path, &[("email", " Ola.Berg@nordvik.example ")]).await.expect(303);
        assert_eq!(deliver(site).await, ["invitation Ola.Berg", "removed ola"]);
        let row = meeting(site, id).await.attendees.into_iter().find(|a| a.person_id == Some(firm.ola.id)).unwrap();
        assert_eq!((row.email_key.as_str(), row.link_version), ("ola.berg@nordvik.example", 2));
        let login = [("email", "ola.berg@nordvik.example"), ("password", crate::support::app::PASSWORD)];
        site.browser().post("/sign-in", &login).await.expect(303);
    })
    .await;
}

/// Each page and command of the administration refuses everybody else and changes nothing.
#[tokio::test]
async fn administration_is_closed_to_others() {
    on_both(async |db| {
        let firm = firm(db).await;
        let viewer = firm.site.person("Vera Viik", Role::Viewer, Language::En).await;
        let team = firm.site.team("North", &firm.mia, &[&firm.ola]).await.to_string();
        let routes: BTreeSet<(bool, String)> = sparsam::web::routes::all()
            .table()
            .iter()
            .filter(|r| r.path.starts_with("/admin"))
            .map(|r| (r.method == "GET", r.path.replace("{id}", &firm.anna.id.to_string())))
            .collect();
        assert!(routes.len() >= 15, "{routes:?}");
        let before = firm.site.count("SELECT COUNT(*) FROM audit").await;
        for person in [&firm.mia, &firm.ola, &viewer] {
            let mut browser = firm.site.signed_in(person).await;
            for (is_page, path) in &routes {
                let fields = [
                    ("role", "viewer"),
                    ("name", "x"),
                    ("people", "x@y.example"),
                    ("upcoming", "none"),
                    ("team", team.as_str()),
                ];
                let page = if *is_page { browser.get(path).await } else { browser.post(path, &fields).await };
                assert_eq!(page.status, 403, "{} {path}", person.name);
            }
        }
        for (is_page, path) in &routes {
            let mut nobody = firm.site.browser();
            let page = if *is_page { nobody.get(path).await } else { nobody.post(path, &[]).await };
            assert!(page.location().starts_with("/sign-in"), "{path}");
        }
        assert_eq!(firm.site.count("SELECT COUNT(*) FROM audit").await, before + 3, "three sign-ins, nothing else");
        let mut browser = firm.site.signed_in(&firm.anna).await;
        let unknown = "00000000-0000-0000-0000-000000000000";
        for path in [
            format!("/admin/people/{unknown}"),
            format!("/admin/people/{unknown}/deactivation"),
            "/admin/people/x".to_owned(),
        ] {
            browser.get(&path).await.expect(404);
            browser.post(&path, &[("role", "member"), ("upcoming", "none")]).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_too_old_is_forgotten_and_nothing_else() {
    on_both(async |db| {
        let firm = firm(db).await;
        let site = &firm.site;
        plan(site, &firm.mia, &[&firm.ola], true, "a").await;
        deliver(site).await;
        let mut ola_at = site.signed_in(&firm.ola).await;
        tidy::tidy(&site.app).await.unwrap();
        for query in COUNTS {
            assert!(site.count(query).await > 0, "{query}");
        }
        ola_at.get("/").await.expect(200);
        site.clock.pass(TimeDelta::days(91));
        tidy::tidy(&site.app).await.unwrap();
        for (query, left) in COUNTS.into_iter().zip([0, 0, 0, 3]) {
            assert_eq!(site.count(query).await, left, "{query}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM outbox WHERE CAST(payload AS TEXT) <> '{}'").await, 0);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting_change WHERE before IS NOT NULL").await, 0);
        assert!(site.count("SELECT COUNT(*) FROM audit").await > 0);
    })
    .await;
}

const COUNTS: [&str; 4] = [
    "SELECT COUNT(*) FROM session",
    "SELECT COUNT(*) FROM once_key",
    "SELECT COUNT(*) FROM throttle",
    "SELECT COUNT(*) FROM outbox",
];
