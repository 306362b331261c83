//! The whole site in process: fixed clock, seeded ids, a browser's cookie jar, no network.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::{DateTime, Utc};
use http_body_util::BodyExt as _;
use sparsam::{
    app::context::{App, AppSettings},
    domain::{
        hours::WorkingHours,
        ids::{PersonId, TeamId},
        language::Language,
        person::{Clock, PersonState, Role, Theme},
    },
    identity::{
        key::MasterKey,
        password::{Cost, Passwords},
    },
    store::{
        self, Db,
        organization::Organization,
        people::Person,
        teams::{Membership, Team},
    },
    web::{
        guard::{
            Guards, access_log::AccessLog, client_ip::TrustedProxies, headers::SecurityHeaders, origin::SiteOrigin,
        },
        site::site,
        state::{self, Mode, Reads, Writes},
    },
};
use tower::ServiceExt as _;

use super::{
    db::TestDb,
    world::{TestClock, world, world_from},
};

/// Monday of week 48, 9:00 in Stockholm.
pub(crate) const NOW: &str = "2026-11-23T08:00:00Z";
/// Where the site believes to be.
pub(crate) const BASE: &str = "http://localhost:3000";
/// The password of everybody in tests.
pub(crate) const PASSWORD: &str = "correct horse battery";

fn settings() -> AppSettings {
    AppSettings {
        base_url: BASE.to_owned(),
        undo: Duration::from_mins(1),
        jitsi_base_url: Some("https://meet.nordvik.example".to_owned()),
        service_address: Some("sparsam@nordvik.example".to_owned()),
        outside: sparsam::domain::outside::Permitted::default(),
        words: sparsam::mail::words,
    }
}

/// A site with its database.
pub(crate) struct TestApp {
    pub(crate) app: App,
    pub(crate) clock: TestClock,
    pub(crate) router: Router,
    pub(crate) reads: Reads,
    pub(crate) writes: Writes,
    pub(crate) db: TestDb,
}

impl TestApp {
    /// A site without a firm: before set-up.
    pub(crate) fn empty(db: TestDb) -> Self {
        Self::with_mode(db, Mode::default())
    }

    pub(crate) fn with_mode(db: TestDb, mode: Mode) -> Self {
        let clock = TestClock::at(NOW);
        let app = App::new(db.db.clone(), world(&clock), &MasterKey::from_bytes([7; 32]), settings());
        Self::around(app, clock, db, mode)
    }

    /// Another instance on the same PostgreSQL, with connections and chance of its own.
    pub(crate) async fn another(&self, number: u64) -> App {
        let Db::Postgres(pool) = self.db() else { panic!("SQLite has one instance") };
        let db = Db::open_postgres((*pool.connect_options()).clone(), 8).await.unwrap();
        App::new(db, world_from(&self.clock, number << 40), &MasterKey::from_bytes([7; 32]), settings())
    }

    /// The same database, clock and keys behind a site that runs otherwise.
    pub(crate) fn in_mode(self, mode: Mode) -> Self {
        Self::around(self.app, self.clock, self.db, mode)
    }

    /// A browser of the same site after a restart: nothing is kept in memory.
    pub(crate) fn restarted(&self) -> Client {
        let (router, ..) = Self::served(&self.app, Mode::default());
        Client { router, cookies: BTreeMap::new(), language: "en".to_owned() }
    }

    fn around(app: App, clock: TestClock, db: TestDb, mode: Mode) -> Self {
        let (router, reads, writes) = Self::served(&app, mode);
        Self { app, clock, router, reads, writes, db }
    }

    fn served(app: &App, mode: Mode) -> (Router, Reads, Writes) {
        let (reads, writes) = state::states(app.clone(), Passwords::new(Cost::FLOOR).unwrap(), mode);
        let guards = Guards {
            trusted_proxies: TrustedProxies::default(),
            origin: SiteOrigin::of(&BASE.parse().unwrap()),
            headers: SecurityHeaders { https: false },
            access_log: Arc::new(AccessLog::new([1; 32])),
            body_bytes: 256 * 1024,
        };
        let router = site(reads.clone(), writes.clone(), guards);
        (router, reads, writes)
    }

    /// A site of the firm Nordvik in Stockholm, with Anna who administers.
    pub(crate) async fn nordvik(db: TestDb) -> (Self, Person) {
        let site = Self::empty(db);
        let now = site.app.now();
        let organization = Organization {
            name: "Nordvik AB".to_owned(),
            country: "SE".to_owned(),
            zone: "Europe/Stockholm".to_owned(),
            language: Language::Sv,
            hours: WorkingHours::default().into(),
            relay: None,
            demo: false,
            set_up_at: Some(now),
            created_at: now,
            updated_at: now,
        };
        let mut tx = site.app.db.begin().await.unwrap();
        store::organization::save(&mut tx, &organization).await.unwrap();
        tx.commit().await.unwrap();
        let anna = site.person("Anna Lind", Role::Admin, Language::En).await;
        (site, anna)
    }

    /// Adds a person who can sign in; the address is made from the first name.
    pub(crate) async fn person(&self, name: &str, role: Role, language: Language) -> Person {
        let now = self.app.now();
        let first = name.split(' ').next().unwrap().to_lowercase();
        let first: String = first.chars().filter(|c| c.is_alphanumeric()).collect();
        let email = format!("{first}@nordvik.example");
        let (zone, country) = match language {
            Language::Fi => ("Europe/Helsinki", "FI"),
            Language::Nb => ("Europe/Oslo", "NO"),
            _ => ("Europe/Stockholm", "SE"),
        };
        let person = Person {
            id: self.app.new_id::<PersonId>(),
            email_key: email.clone(),
            email,
            name: name.to_owned(),
            language,
            zone: zone.to_owned(),
            country: country.to_owned(),
            clock: Clock::Language,
            theme: Theme::System,
            compact: false,
            shortcuts: true,
            role,
            state: PersonState::Active,
            password_hash: Some(password_hash().to_owned()),
            video_room: None,
            hours: WorkingHours::default().into(),
            created_at: now,
            updated_at: now,
        };
        let mut tx = self.app.db.begin().await.unwrap();
        store::people::insert(&mut tx, &person).await.unwrap();
        tx.commit().await.unwrap();
        person
    }

    /// Adds a team with its manager and members.
    pub(crate) async fn team(&self, name: &str, manager: &Person, members: &[&Person]) -> TeamId {
        let now = self.app.now();
        let team = Team { id: self.app.new_id(), name: name.to_owned(), created_at: now, updated_at: now };
        let mut tx = self.app.db.begin().await.unwrap();
        store::teams::insert(&mut tx, &team).await.unwrap();
        for (person, manages) in [(manager, true)].into_iter().chain(members.iter().map(|m| (*m, false))) {
            let row = Membership { team_id: team.id, person_id: person.id, manages };
            store::teams::put_member(&mut tx, &row).await.unwrap();
        }
        tx.commit().await.unwrap();
        team.id
    }

    /// Somebody's browser, not signed in.
    pub(crate) fn browser(&self) -> Client {
        Client { router: self.router.clone(), cookies: BTreeMap::new(), language: "en".to_owned() }
    }

    /// A browser in which this person has signed in.
    pub(crate) async fn signed_in(&self, person: &Person) -> Client {
        let mut client = self.browser();
        let page = client.post("/sign-in", &[("email", person.email.as_str()), ("password", PASSWORD)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{} cannot sign in: {}", person.email, page.body);
        client
    }

    /// Now.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.app.now()
    }

    /// The database.
    pub(crate) fn db(&self) -> &Db {
        &self.app.db
    }

    /// Changes rows behind the application's back.
    pub(crate) async fn execute(&self, statement: &'static str) -> sqlx::Result<()> {
        match self.db() {
            Db::Sqlite { writer, .. } => sqlx::query(statement).execute(writer).await.map(drop),
            Db::Postgres(pool) => sqlx::query(statement).execute(pool).await.map(drop),
        }
    }

    /// All rows of the outbox, oldest first: kind, recipient, state.
    pub(crate) async fn outbox(&self) -> Vec<(String, String, String)> {
        self.rows("SELECT kind, recipient, state FROM outbox ORDER BY id").await
    }

    /// Any three text columns.
    pub(crate) async fn rows(&self, query: &'static str) -> Vec<(String, String, String)> {
        match &self.app.db {
            Db::Sqlite { readers, .. } => sqlx::query_as(query).fetch_all(readers).await.unwrap(),
            Db::Postgres(pool) => sqlx::query_as(query).fetch_all(pool).await.unwrap(),
        }
    }

    /// One number.
    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        match &self.app.db {
            Db::Sqlite { readers, .. } => sqlx::query_scalar(query).fetch_one(readers).await.unwrap(),
            Db::Postgres(pool) => sqlx::query_scalar(query).fetch_one(pool).await.unwrap(),
        }
    }
}

/// Hashed once a process; the cost is the lowest that is accepted.
fn password_hash() -> &'static str {
    static HASH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    HASH.get_or_init(|| {
        std::thread::spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            let passwords = Passwords::new(Cost::FLOOR).unwrap();
            runtime.block_on(passwords.hash(PASSWORD.to_owned(), [3; 16])).unwrap()
        })
        .join()
        .unwrap()
    })
}

/// A browser without scripts: follows nothing by itself, keeps cookies.
#[derive(Clone)]
pub(crate) struct Client {
    router: Router,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) language: String,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or("")
    }

    /// Fails with the page unless the status is this one.
    #[track_caller]
    pub(crate) fn expect(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// Fails with the page unless it says this.
    #[track_caller]
    pub(crate) fn says(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "{text:?} is not on the page:\n{}", self.body);
        self
    }

    /// Fails with the page if it says this.
    #[track_caller]
    pub(crate) fn does_not_say(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{text:?} is on the page:\n{}", self.body);
        self
    }

    /// The value of the first field of this name.
    #[track_caller]
    pub(crate) fn value_of(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\"");
        let at = self.body.find(&mark).unwrap_or_else(|| panic!("no field {name}:\n{}", self.body));
        let start = self.body[..at].rfind('<').unwrap();
        let tag = &self.body[start..start + self.body[start..].find('>').unwrap()];
        let value = tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
        value
            .replace("&#34;", "\"")
            .replace("&#38;", "&")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#39;", "'")
    }
}

impl Client {
    /// Asks for a page.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// Sends anything.
    pub(crate) async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.header(header::ACCEPT_LANGUAGE, &self.language);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(header::SET_COOKIE) {
            let pair = value.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}
