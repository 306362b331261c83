//! Who may come where: every route of the router against every kind of caller. A new route without objects to try it on
//! fails here.

use std::collections::BTreeMap;

use axum::http::Method;
use chrono::TimeDelta;
use sparsam::{
    app::{
        actor::Actor,
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
        written_update::{self, SendUpdate, Sent},
    },
    domain::{
        feed::FeedKind,
        ids::{AccountId, DayOffId, DraftId, FeedId, MailId, OutsideCalendarId, RuleId, TeamId},
        language::Language,
        limits::rule::{Level, Measure, Rule, Scope, Which},
        meeting::{AttendeeRole, Format, Purpose},
        person::{PersonState, Role},
        planning::{Details, Guest, Invitee, Plan, Start},
        proposal::{CameBy, ProposalState},
        written,
    },
    store::{
        self, Tx, accounts::Account, approvals::Approval, days_off::DayOff, drafts::Draft, feeds::Feed,
        mailbox::Stored, meetings::FullMeeting, outside::OutsideCalendar, people::Person, proposals::TimeProposal,
    },
    web::{
        access::Access,
        routes::{self, Route},
    },
};

use crate::support::{
    app::{Answer, Client, TestApp},
    db::{TestDb, on_both},
    tables::fingerprint,
};

/// Things that belong to Ola and team North, and callers who have nothing to do with either.
pub(crate) struct Scene {
    pub(crate) site: TestApp,
    objects: BTreeMap<&'static str, String>,
    pub(crate) callers: Vec<(&'static str, Option<Role>, Client)>,
}

/// What stands for a parameter of a path.
fn object(path: &str, parameter: &str) -> Option<&'static str> {
    Some(match (path.split('/').nth(1)?, parameter) {
        ("meetings", "id") => "meeting",
        ("meetings", "attendee") => "attendee",
        ("meetings", "proposal") => "proposal",
        (_, "mail") => "queued",
        ("changes", "id") => "change",
        ("drafts", "id") => "draft",
        ("teams", "id") => "team",
        ("teams", "person") | ("admin", "id") => "person",
        ("people", "id") => "colleague",
        ("settings", "id") if path.starts_with("/settings/days-off/") => "day off",
        ("settings", "id") if path.starts_with("/settings/calendars/") => "calendar",
        ("mailbox", "id") => "mail",
        ("settings", "id") if path.starts_with("/settings/feeds/") => "feed",
        ("settings", "id") => "session",
        ("cal", "when") => "week",
        ("help", "topic") => "topic",
        ("approvals", "id") => "approval",
        ("updates", "id") => "update",
        ("limits", "id") => "rule",
        ("limits", "account") => "account",
        ("f", "file") => "file",
        (_, "token") => "token",
        _ => return None,
    })
}

/// Objects that somebody owns: others must not learn that they exist.
const OWNED: [&str; 15] = [
    "proposal",
    "approval",
    "update",
    "meeting",
    "attendee",
    "queued",
    "change",
    "draft",
    "team",
    "feed",
    "session",
    "rule",
    "colleague",
    "day off",
    "calendar",
];

impl Scene {
    pub(crate) async fn set(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Manager, Language::Nb).await;
        let erik = site.person("Erik Sund", Role::Member, Language::Sv).await;
        let north = site.team("North", &ola, &[&erik]).await;
        let mikael = site.person("Mikael Holm", Role::Manager, Language::Sv).await;
        let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
        let lena = site.person("Lena Ek", Role::Viewer, Language::En).await;
        site.team("South", &mikael, &[&kari, &lena]).await;
        let mut objects = things(&site, &ola, &erik).await;
        objects.insert("team", north.to_string());
        objects.insert("rule", rule(&site, north).await);
        objects.insert("account", account(&site).await);
        objects.insert("person", erik.id.to_string());
        objects.insert("colleague", erik.id.to_string());
        let gone = site.person("Gone Gran", Role::Admin, Language::En).await;
        let mut callers = vec![("nobody", None, site.browser())];
        let after_leaving = site.signed_in(&gone).await;
        for (name, person) in [("viewer", &lena), ("member", &kari), ("manager", &mikael), ("admin", &anna)] {
            site.clock.pass(TimeDelta::minutes(5));
            callers.push((name, Some(person.role), site.signed_in(person).await));
        }
        let left = Person { state: PersonState::Deactivated, ..gone };
        let mut tx = site.db().begin().await.unwrap();
        store::people::update(&mut tx, &left).await.unwrap();
        tx.commit().await.unwrap();
        callers.push(("somebody who left", None, after_leaving));
        Self { site, objects, callers }
    }

    /// The path with real objects, or with others of the same kind that do not exist.
    pub(crate) fn path(&self, route: &Route, real: bool) -> String {
        let fill = |segment: &str| match segment.strip_prefix('{').and_then(|s| s.strip_suffix('}')) {
            None => segment.to_owned(),
            Some(parameter) => {
                let kind = object(route.path, parameter).unwrap_or_else(|| {
                    panic!("{} {}: nothing to try it on; extend `object`", route.method, route.path)
                });
                match (real || !OWNED.contains(&kind), kind) {
                    (true, _) => self.objects[kind].clone(),
                    (false, "queued") => "987654".to_owned(),
                    (false, _) => uuid::Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_dead_beef).to_string(),
                }
            }
        };
        route.path.split('/').map(fill).collect::<Vec<_>>().join("/")
    }
}

async fn things(site: &TestApp, ola: &Person, erik: &Person) -> BTreeMap<&'static str, String> {
    let mut tx = site.db().begin().await.unwrap();
    let actor = Actor::load(&mut tx, ola.clone(), None, String::new()).await.unwrap().unwrap();
    let [draft, feed, mail] = papers(site, &mut tx, ola).await;
    let (day_off, calendar) = own_time(site, &mut tx, ola).await;
    tx.commit().await.unwrap();
    let (meeting, change) = meeting(site, &actor, erik).await;
    let update = update(site, &actor, erik).await;
    site.signed_in(ola).await;
    let mut tx = site.db().begin_read().await.unwrap();
    let full = store::meetings::by_id(&mut tx, meeting.parse().unwrap()).await.unwrap().unwrap();
    let queued = store::outbox::of_meeting(&mut tx, full.meeting.id).await.unwrap();
    drop(tx);
    let approval = approval(site, &full, (ola, erik)).await;
    let proposal = proposal(site, &full).await;
    let mut tx = site.db().begin_read().await.unwrap();
    let session = store::sessions::of_person(&mut tx, ola.id).await.unwrap();
    BTreeMap::from([
        ("meeting", meeting),
        ("approval", approval),
        ("update", update),
        ("proposal", proposal),
        ("change", change),
        ("attendee", full.attendees[1].id.to_string()),
        ("queued", queued[0].id.to_string()),
        ("draft", draft),
        ("feed", feed),
        ("day off", day_off),
        ("calendar", calendar),
        ("mail", mail),
        ("session", session[0].id.to_string()),
        ("week", "2026-W48".to_owned()),
        ("topic", "calendar".to_owned()),
        ("file", "spf_0000000000000000000000000000000000000000000.ics".to_owned()),
        ("token", "a".repeat(52)),
    ])
}

/// An open question about the meeting.
async fn approval(site: &TestApp, full: &FullMeeting, (asker, approver): (&Person, &Person)) -> String {
    let now = site.now();
    let approval = Approval {
        id: site.app.new_id(),
        meeting_id: full.meeting.id,
        kind: "edited".to_owned(),
        version: full.meeting.version,
        proposal: serde_json::json!({ "after": full, "note": "" }).to_string(),
        findings: "[]".to_owned(),
        reason: "Secret reason".to_owned(),
        asked_by: asker.id,
        approver_id: approver.id,
        asked_at: now,
        expires_at: now + TimeDelta::days(3),
        state: "open".to_owned(),
        decided_by: None,
        decided_at: None,
        note: String::new(),
        link_version: 1,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::approvals::insert(&mut tx, &approval).await.unwrap();
    tx.commit().await.unwrap();
    approval.id.to_string()
}

/// Another time that Erik suggests.
async fn proposal(site: &TestApp, full: &FullMeeting) -> String {
    let start = full.meeting.starts_at + TimeDelta::days(1);
    let proposal = TimeProposal {
        id: site.app.new_id(),
        meeting_id: full.meeting.id,
        attendee_id: full.attendees[1].id,
        starts_at: start,
        ends_at: start + TimeDelta::minutes(30),
        note: "Secret note".to_owned(),
        came_by: CameBy::Page,
        state: ProposalState::Open,
        created_at: site.now(),
        decided_by: None,
        decided_at: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::proposals::insert(&mut tx, &proposal).await.unwrap();
    tx.commit().await.unwrap();
    proposal.id.to_string()
}

/// A draft, a feed and a stored mail.
async fn papers(site: &TestApp, tx: &mut Tx, ola: &Person) -> [String; 3] {
    let now = site.now();
    let draft = Draft {
        id: site.app.new_id::<DraftId>(),
        owner_id: ola.id,
        title: "Secret draft".to_owned(),
        form: Vec::new().into(),
        created_at: now,
        updated_at: now,
    };
    store::drafts::save(tx, &draft).await.unwrap();
    let feed = Feed {
        id: site.app.new_id::<FeedId>(),
        owner_id: ola.id,
        kind: FeedKind::Mine,
        team_id: None,
        token_hash: vec![9; 32],
        created_at: now,
        last_used_at: None,
        revoked_at: None,
    };
    store::feeds::insert(tx, &feed).await.unwrap();
    let mail = Stored {
        id: site.app.new_id::<MailId>(),
        outbox_id: 1,
        recipient: ola.email.clone(),
        recipient_key: ola.email_key.clone(),
        subject: "Secret mail".to_owned(),
        raw: b"Subject: Secret mail\r\n\r\nbody".to_vec(),
        at: now,
    };
    store::mailbox::insert(tx, &mail).await.unwrap();
    [draft.id.to_string(), feed.id.to_string(), mail.id.to_string()]
}

/// A day off and an outside calendar.
async fn own_time(site: &TestApp, tx: &mut Tx, ola: &Person) -> (String, String) {
    let day = "2026-12-28".parse().unwrap();
    let day_off = DayOff {
        id: site.app.new_id::<DayOffId>(),
        person_id: ola.id,
        first_day: day,
        last_day: day,
        from_minute: None,
        to_minute: None,
        stand_in_id: None,
        created_at: site.now(),
    };
    store::days_off::insert(tx, &day_off).await.unwrap();
    let calendar = OutsideCalendar {
        id: site.app.new_id::<OutsideCalendarId>(),
        person_id: ola.id,
        name: "Secret calendar".to_owned(),
        host: "cal.example".to_owned(),
        address: "00".to_owned(),
        etag: None,
        last_modified: None,
        checked_at: None,
        read_at: None,
        expanded_at: None,
        failure: None,
        failing_since: None,
        moved_to: None,
        failures: 0,
        told_at: None,
        next_check_at: site.now() + TimeDelta::hours(1),
        created_at: site.now(),
    };
    store::outside::insert(tx, &calendar).await.unwrap();
    (day_off.id.to_string(), calendar.id.to_string())
}

/// A limit of a team.
async fn rule(site: &TestApp, team: TeamId) -> String {
    let id: RuleId = site.app.new_id();
    let measure = Measure::Length { most: 60 };
    let from = site.now().date_naive();
    let rule = Rule { id: Some(id), scope: Scope::Team(team), which: Which::All, measure, level: Level::Inform, from };
    let mut tx = site.db().begin().await.unwrap();
    store::rules::insert(&mut tx, id, &rule, (None, site.now())).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}

async fn account(site: &TestApp) -> String {
    let (id, now): (AccountId, _) = (site.app.new_id(), site.now());
    let name = "Bergvik".to_owned();
    let name_key = name.to_lowercase();
    let account = Account { id, name, name_key, owner_id: None, lead_class: None, created_at: now, updated_at: now };
    let mut tx = site.db().begin().await.unwrap();
    store::accounts::insert_account(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}

async fn meeting(site: &TestApp, ola: &Actor, erik: &Person) -> (String, String) {
    let local = "2026-11-25T14:00:00".parse().unwrap();
    let details = Details {
        purpose: Purpose::Targets,
        stage: None,
        title: "Secret meeting".to_owned(),
        format: Format::Phone,
        place: "+46 8 123 45 67".to_owned(),
        video: None,
        invitees: vec![Invitee { guest: Guest::Person(erik.id), role: AttendeeRole::Required, why: String::new() }],
        agenda: Vec::new(),
        open_guest_list: false,
    };
    let at = "2026-11-25T13:00:00Z".parse().unwrap();
    let plan = Plan { details, start: Start { local, zone: "Europe/Stockholm".to_owned(), at }, minutes: 30 };
    let once = Once { scope: "test".to_owned(), key: "access".to_owned(), body_hash: [0; 32] };
    let command = ScheduleMeeting {
        plan,
        form: Vec::new(),
        draft: None,
        consent: sparsam::domain::limits::consent::Consent::seen(),
        once,
    };
    let permit = ola.may_plan().unwrap();
    match schedule_meeting::run(&site.app, ola, &permit, command).await.unwrap() {
        Scheduled::New(id, changed) => (id.to_string(), changed.done().unwrap().change.to_string()),
        Scheduled::Again(location) => panic!("{location}"),
    }
}

async fn update(site: &TestApp, ola: &Actor, erik: &Person) -> String {
    let draft = written::Draft {
        purpose: Purpose::Targets,
        title: "Secret update".to_owned(),
        invitees: vec![Invitee { guest: Guest::Person(erik.id), role: AttendeeRole::Required, why: String::new() }],
        agenda: Vec::new(),
        open_guest_list: false,
        minutes: 30,
        words: "Secret words".to_owned(),
        answer_by: None,
    };
    let once = Once { scope: "test".to_owned(), key: "update".to_owned(), body_hash: [0; 32] };
    let command = SendUpdate { draft, kept: None, once };
    match written_update::run(&site.app, ola, &ola.may_plan().unwrap(), command).await.unwrap() {
        Sent::New(id) => id.to_string(),
        Sent::Again(location) => panic!("{location}"),
    }
}

/// Whether the table admits this role.
fn admitted(access: Access, role: Option<Role>) -> bool {
    match access {
        Access::Public | Access::Link => true,
        Access::SignedIn => role.is_some(),
        Access::Planner => role.is_some_and(|r| r != Role::Viewer),
        Access::Admin => role == Some(Role::Admin),
    }
}

async fn ask(client: &mut Client, route: &Route, path: &str) -> Answer {
    if route.method == Method::GET { client.get(path).await } else { client.post(path, &[]).await }
}

#[tokio::test]
async fn every_route_refuses_whom_the_table_refuses() {
    on_both(async |db| {
        let mut scene = Scene::set(db).await;
        let before = fingerprint(scene.site.db()).await;
        let mut wrong = Vec::new();
        let mut callers = std::mem::take(&mut scene.callers);
        for route in routes::all().table() {
            let path = scene.path(route, true);
            for (name, role, client) in &mut callers {
                if admitted(route.access, *role) {
                    continue;
                }
                let answer = ask(client, route, &path).await;
                let expected = if role.is_none() { 303 } else { 403 };
                let to_sign_in = role.is_some() || answer.location().starts_with("/sign-in");
                if answer.status.as_u16() != expected || !to_sign_in {
                    wrong.push(format!("{} {path} as {name}: {}", route.method, answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(before, fingerprint(scene.site.db()).await);
    })
    .await;
}

#[tokio::test]
async fn what_belongs_to_others_does_not_exist() {
    on_both(async |db| {
        let mut scene = Scene::set(db).await;
        let before = fingerprint(scene.site.db()).await;
        let mut wrong = Vec::new();
        let mut callers = std::mem::take(&mut scene.callers);
        let table = routes::all();
        let is_owned = |route: &&Route| {
            let parameters = route.path.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'));
            parameters.filter_map(|p| object(route.path, p)).any(|kind| OWNED.contains(&kind))
        };
        for route in table.table().iter().filter(is_owned) {
            for (name, role, client) in &mut callers {
                if !admitted(route.access, *role) || *role == Some(Role::Admin) {
                    continue;
                }
                let real = ask(client, route, &scene.path(route, true)).await;
                let made_up = ask(client, route, &scene.path(route, false)).await;
                let same = real.status == made_up.status && real.body == made_up.body;
                // A form without its version is unreadable before anybody looks for the meeting.
                let silent = match route.method {
                    Method::POST => [404, 303, 422].contains(&real.status.as_u16()),
                    _ => real.status.as_u16() == 404,
                };
                if !same || !silent || real.body.contains("Secret") {
                    wrong.push(format!(
                        "{} {} as {name}: {} against {} for what does not exist",
                        route.method, route.path, real.status, made_up.status
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(before, fingerprint(scene.site.db()).await);
    })
    .await;
}

#[tokio::test]
async fn pages_open_for_whom_the_table_admits() {
    // This firm is no demo, and has been set up.
    let mut scene = Scene::set(TestDb::sqlite().await).await;
    let mut wrong = Vec::new();
    let mut callers = std::mem::take(&mut scene.callers);
    for route in routes::all().table().iter().filter(|r| r.method == Method::GET) {
        let path = scene.path(route, true);
        for (name, role, client) in &mut callers {
            let lists_all = route.access == Access::Admin || !route.path.contains('{');
            if route.access == Access::Link || !admitted(route.access, *role) || !lists_all {
                continue;
            }
            let status = client.get(&path).await.status.as_u16();
            // The mailbox is an administrator's outside of the demo.
            let mailbox = route.path.starts_with("/mailbox") && *role != Some(Role::Admin);
            let leads = matches!(role, Some(Role::Admin | Role::Manager));
            let expected = match route.path {
                path if path.starts_with("/admin/demo") => 404,
                _ if mailbox => 403,
                // Written by those who lead, not by a role.
                "/limits/new" if !leads => 403,
                _ => 200,
            };
            if status != expected {
                wrong.push(format!("GET {path} as {name}: {status}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn no_page_writes() {
    on_both(async |db| {
        let mut scene = Scene::set(db).await;
        let before = fingerprint(scene.site.db()).await;
        let mut callers = std::mem::take(&mut scene.callers);
        for route in routes::all().table().iter().filter(|r| r.method == Method::GET) {
            let path = scene.path(route, true);
            for (_, _, client) in &mut callers {
                client.get(&path).await;
                let head = axum::http::Request::head(&path);
                client.send(head, axum::body::Body::empty()).await;
            }
        }
        assert_eq!(before, fingerprint(scene.site.db()).await);
    })
    .await;
}
