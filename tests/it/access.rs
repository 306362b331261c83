//! Who may come where: every route of the router against every kind of caller. A new route without objects to try it on
//! fails here.

mod forms;
mod objects;
mod questions;

use std::collections::BTreeMap;

use axum::http::Method;
use chrono::TimeDelta;
use sparsam::{
    app::{
        actor::Actor,
        customers::opportunities,
        once::Once,
        receive_mail,
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
        pipeline::OpportunityStage,
        planning::{Details, Guest, Invitee, Owner, Plan, Point, Start},
        proposal::{CameBy, ProposalState},
        series::rule::{End, OnHoliday, Pattern, Rule as SeriesRule},
        written,
    },
    mail::incoming::take_apart,
    store::{
        self, Tx,
        accounts::{Account, Contact},
        agenda_templates::AgendaTemplate,
        approvals::Approval,
        days_off::DayOff,
        drafts::Draft,
        feeds::Feed,
        mailbox::Stored,
        meetings::FullMeeting,
        outside::OutsideCalendar,
        people::Person,
        point_ideas::PointIdea,
        proposals::TimeProposal,
        recognitions::Recognition,
        series::Series,
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
    ola: Person,
    pub(crate) callers: Vec<(&'static str, Option<Role>, Client)>,
}

/// What stands for a parameter of a path.
fn object(path: &str, parameter: &str) -> Option<&'static str> {
    Some(match (path.split('/').nth(1)?, parameter) {
        ("meetings", "id") => "meeting",
        ("series", "id") => "series",
        ("meetings", "attendee") => "attendee",
        ("meetings", "proposal") => "proposal",
        ("meetings", "point") => "point",
        ("meetings", "returning") => "returning",
        ("meetings", "thanks") => "thanks",
        ("meetings", "idea") => "idea",
        ("agendas", "id") => "template",
        ("actions", "id") => "action",
        ("meetings", "reply") => "reply",
        (_, "mail") => "queued",
        ("changes", "id") => "change",
        ("drafts", "id") => "draft",
        ("teams", "id") => "team",
        ("teams", "person") | ("admin", "id") => "person",
        ("people", "id") => "colleague",
        ("settings", "id") if path.starts_with("/settings/days-off/") => "day off",
        ("settings", "id") if path.starts_with("/settings/calendars/") => "calendar",
        ("settings", "id") if path.starts_with("/settings/delegates/") => "delegate",
        ("mailbox", "id") => "mail",
        ("settings", "id") if path.starts_with("/settings/feeds/") => "feed",
        ("settings", "id") => "session",
        ("cal", "when") => "week",
        ("help", "topic") => "topic",
        ("approvals", "id") => "approval",
        ("series-approvals", "id") => "series approval",
        ("updates", "id") => "update",
        ("limits", "id") => "rule",
        ("limits", "account") | ("customers", "id") => "account",
        ("contacts", "id") => "contact",
        ("imports", "id") => "import",
        ("opportunities", "id") => "opportunity",
        ("meetings", "edition") | ("opportunities", "version") => "edition",
        ("f", "file") => "file",
        (_, "token") => "token",
        _ => return None,
    })
}

/// Objects that somebody owns: others must not learn that they exist.
const OWNED: [&str; 26] = [
    "delegate",
    "import",
    "series approval",
    "idea",
    "template",
    "returning",
    "point",
    "action",
    "thanks",
    "series",
    "proposal",
    "reply",
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
        let mut objects = Box::pin(objects::things(&site, &ola, &erik)).await;
        objects.insert("team", north.to_string());
        objects.insert("rule", objects::rule(&site, north).await);
        let (account, contact, opportunity) = objects::customer(&site, &ola).await;
        objects.insert("import", objects::import(&site, &ola).await);
        objects.extend([("account", account), ("contact", contact), ("opportunity", opportunity)]);
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
        Self { site, objects, ola, callers }
    }

    /// Whoever the things belong to.
    async fn owner(&self) -> Client {
        self.site.signed_in(&self.ola).await
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

/// Whether the table admits this role.
fn admitted(access: Access, role: Option<Role>) -> bool {
    match access {
        Access::Public | Access::Link => true,
        Access::SignedIn => role.is_some(),
        Access::Planner => role.is_some_and(|r| r != Role::Viewer),
        Access::Admin => role == Some(Role::Admin),
    }
}

/// Whether it is about something that somebody owns.
fn is_owned(route: &Route) -> bool {
    let parameters = route.path.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'));
    parameters.filter_map(|p| object(route.path, p)).any(|kind| OWNED.contains(&kind))
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
        for route in table.table().iter().filter(|route| is_owned(route)) {
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
            let expected = match route.path {
                path if path.starts_with("/admin/demo") => 404,
                _ if mailbox => 403,
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
