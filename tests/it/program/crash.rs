//! The process killed at any moment: whatever was acknowledged is there, nothing contradicts itself, every mail leaves.

mod relay;

use std::{
    io::{BufRead as _, BufReader, Lines, Write as _},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use chrono::{NaiveDate, TimeDelta, Utc};
use sparsam::{
    app::{
        actor::Actor,
        cancel_meeting::{self, CancelMeeting},
        context::{App, AppSettings, Clock, SystemClock, SystemEntropy, World},
        move_meeting::{self, MoveMeeting},
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        email::EmailAddress,
        hours::WorkingHours,
        ids::MeetingId,
        language::Language,
        meeting::{AttendeeRole, Format, Purpose, Stage},
        planning::{Details, Guest, Invitee, Plan, Start},
        time::Zone,
    },
    identity::key::MasterKey,
    store::{self, Db, DbSettings, organization::Organization, people::Person},
    worker::{
        delivery::{Choice, Delivery},
        outbox::{Outbox, run_due},
    },
};

use crate::support::{app::TestApp, db::TestDb};

/// Names the file that a writing process works on.
const FILE: &str = "SPARSAM_TEST_WRITER";
/// Names the port of the relay that it sends through; into the mailbox without one.
const RELAY: &str = "SPARSAM_TEST_WRITER_RELAY";

/// The firm of the tests.
pub(super) fn nordvik() -> Organization {
    let now = "2026-11-20T08:00:00Z".parse().unwrap();
    Organization {
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
    }
}

/// Opens a database for one piece of work: a file, or where the name begins so, a PostgreSQL.
pub(super) fn in_database<T>(file: &Path, work: impl AsyncFnOnce(&Db) -> T) -> T {
    let settings = match file.to_str() {
        Some(url) if url.starts_with("postgres://") => DbSettings::Postgres { url: url.to_owned(), connections: 6 },
        _ => DbSettings::Sqlite { file: file.to_owned(), durable: true },
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&settings).await.unwrap();
        db.migrate().await.unwrap();
        let done = work(&db).await;
        db.close().await;
        done
    })
}

/// The system's clock, or one that runs ahead, so that the claims of a dead worker have run out.
struct Ahead(TimeDelta);

impl Clock for Ahead {
    fn now(&self) -> chrono::DateTime<Utc> {
        SystemClock.now() + self.0
    }
}

fn app(db: &Db, ahead: TimeDelta) -> App {
    let settings = AppSettings {
        base_url: "http://localhost:3000".to_owned(),
        undo: Duration::ZERO,
        jitsi_base_url: None,
        service_address: None,
        outside: sparsam::domain::outside::Permitted::default(),
        words: sparsam::mail::words,
    };
    let world = World { clock: Box::new(Ahead(ahead)), entropy: Box::new(SystemEntropy) };
    App::new(db.clone(), world, &MasterKey::from_bytes([7; 32]), settings)
}

fn mailbox() -> Arc<Outbox> {
    Arc::new(Outbox::new(Choice::fixed(Delivery::Mailbox)))
}

fn outbox() -> Arc<Outbox> {
    let port = std::env::var(RELAY).ok().and_then(|port| port.parse().ok());
    port.map_or_else(mailbox, relay::through)
}

/// Not a test: the process that is killed. It plans meetings without end, moves some and calls some off, tells of each
/// once it is acknowledged, and sends mails at the same time.
#[test]
fn writer() {
    let Some(file) = std::env::var_os(FILE) else { return };
    in_database(Path::new(&file), async |db| {
        let app = app(db, TimeDelta::zero());
        let sending = app.clone();
        tokio::spawn(async move {
            let outbox = outbox();
            loop {
                run_due(&sending, &outbox).await.unwrap();
                tokio::task::yield_now().await;
            }
        });
        let mut ids = Vec::new();
        for number in 0.. {
            ids.push(plan(&app, number).await);
            say("planned", ids[ids.len() - 1]);
            // Some of a while ago, whose mails have left, and some whose mails are about to.
            if number % 3 == 2 {
                let id = ids[ids.len() - 1 - ids.len() % 3];
                move_on(&app, id).await;
                say("moved", id);
            }
            if number % 5 == 4 {
                let id = ids.remove(ids.len() - 2 - ids.len() % 3);
                call_off(&app, id).await;
                say("called-off", id);
            }
        }
    });
}

fn say(what: &str, id: MeetingId) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{what} {id}").unwrap();
    out.flush().unwrap();
}

async fn anna(app: &App) -> Actor {
    let mut tx = app.db.begin_read().await.unwrap();
    let anna: Person = store::people::by_email(&mut tx, "anna@nordvik.example").await.unwrap().unwrap();
    Actor::load(&mut tx, anna, None, String::new()).await.unwrap().unwrap()
}

fn once(app: &App, actor: &Actor) -> Once {
    Once { scope: actor.id().to_string(), key: u128::from_be_bytes(app.random()).to_string(), body_hash: [0; 32] }
}

/// An hour later.
async fn move_on(app: &App, id: MeetingId) {
    let actor = anna(app).await;
    let mut tx = app.db.begin_read().await.unwrap();
    let m = store::meetings::by_id(&mut tx, id).await.unwrap().unwrap().meeting;
    drop(tx);
    let hour = TimeDelta::hours(1);
    let start = Start { local: m.start_local + hour, zone: m.zone, at: m.starts_at + hour };
    let (consent, once) = (sparsam::domain::limits::consent::Consent::seen(), once(app, &actor));
    let command = MoveMeeting { id, version: m.version, start, minutes: 30, reason: String::new(), consent, once };
    move_meeting::run(app, &actor, command).await.unwrap();
}

async fn call_off(app: &App, id: MeetingId) {
    let actor = anna(app).await;
    let mut tx = app.db.begin_read().await.unwrap();
    let version = store::meetings::by_id(&mut tx, id).await.unwrap().unwrap().meeting.version;
    drop(tx);
    let command = CancelMeeting { id, version, reason: "The customer is away".to_owned(), once: once(app, &actor) };
    cancel_meeting::run(app, &actor, command).await.unwrap();
}

async fn plan(app: &App, number: i64) -> MeetingId {
    let actor = anna(app).await;
    let guest = |name: &str| {
        let email: EmailAddress = format!("{name}{}@kund.example", number % 7).parse().unwrap();
        let guest = Guest::New { name: name.to_owned(), email, account: "Kund AB".to_owned() };
        Invitee { guest, role: AttendeeRole::Required, why: String::new(), points: None }
    };
    let local = (NaiveDate::from_ymd_opt(2126, 1, 7).unwrap() + TimeDelta::days(number)).and_hms_opt(10, 0, 0).unwrap();
    let at = Zone::named("Europe/Stockholm").unwrap().instant(local);
    let details = Details {
        purpose: Purpose::Customer,
        stage: Some(Stage::Needs),
        title: format!("Meeting {number}"),
        format: Format::Room,
        place: "Skagen".to_owned(),
        video: None,
        invitees: vec![guest("bo"), guest("eva")],
        agenda: Vec::new(),
        open_guest_list: false,
    };
    let start = Start { local, zone: "Europe/Stockholm".to_owned(), at };
    let once = once(app, &actor);
    let command = ScheduleMeeting {
        plan: Plan { details, start, minutes: 30 },
        form: Vec::new(),
        draft: None,
        consent: sparsam::domain::limits::consent::Consent::seen(),
        once,
    };
    match schedule_meeting::run(app, &actor, &actor.may_plan().unwrap(), command).await.unwrap() {
        Scheduled::New(id, _) => id,
        Scheduled::Again(_) => panic!("a fresh key was known"),
    }
}

/// Lets a writer work for a while, kills it, and returns what it had acknowledged.
fn write_and_kill((file, relay): (&Path, Option<u16>), lines: usize) -> Vec<MeetingId> {
    let mut writer = Writer::start(file, relay);
    let mut acknowledged = writer.acknowledged(lines);
    acknowledged.extend(writer.kill());
    acknowledged
}

/// A process that writes.
struct Writer {
    child: Child,
    out: Lines<BufReader<ChildStdout>>,
}

impl Writer {
    fn start(file: &Path, relay: Option<u16>) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "program::crash::writer", "--nocapture"])
            .env(FILE, file)
            .envs(relay.map(|port| (RELAY, port.to_string())))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, out }
    }

    /// Waits until so many meetings more are planned.
    fn acknowledged(&mut self, meetings: usize) -> Vec<MeetingId> {
        let mut acknowledged = Vec::new();
        while acknowledged.len() < meetings {
            let line = self.out.next().expect("the writer ended by itself").unwrap();
            acknowledged.extend(line.strip_prefix("planned ").map(|id| id.parse::<MeetingId>().unwrap()));
        }
        acknowledged
    }

    /// What it said between our last look and its end counts too.
    fn kill(mut self) -> Vec<MeetingId> {
        self.child.kill().unwrap();
        let said = self.out.map_while(Result::ok);
        let acknowledged = said.filter_map(|l| l.strip_prefix("planned ")?.parse::<MeetingId>().ok()).collect();
        self.child.wait().unwrap();
        acknowledged
    }
}

/// Puts a firm with one person into an empty database.
fn begin(file: &Path) {
    in_database(file, async |db| {
        let mut tx = db.begin().await.unwrap();
        store::organization::save(&mut tx, &nordvik()).await.unwrap();
        tx.commit().await.unwrap();
        let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
        let mut tx = db.begin().await.unwrap();
        store::people::insert(&mut tx, &anna).await.unwrap();
        tx.commit().await.unwrap();
        drop(site);
    });
}

#[test]
fn a_backup_that_is_taken_while_others_write_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (file, copies) = (folder.path().join("sparsam.db"), folder.path().join("copies"));
    std::fs::create_dir(&copies).unwrap();
    begin(&file);
    let mut writer = Writer::start(&file, None);
    let mut acknowledged = Vec::new();
    for round in 0..3 {
        acknowledged.extend(writer.acknowledged(5));
        let copy = copies.join(format!("{round}.db"));
        in_database(&file, async |db| store::upkeep::copy_to(db, &copy).await.unwrap());
        in_database(&copy, async |db| {
            let mut tx = db.begin_read().await.unwrap();
            for id in &acknowledged {
                assert!(store::meetings::by_id(&mut tx, *id).await.unwrap().is_some(), "{id} was planned before");
            }
            assert_eq!(store::claims::inconsistencies(&mut tx).await.unwrap(), 0);
            assert_eq!(store::upkeep::meetings_without_mail(&mut tx).await.unwrap(), 0);
            drop(tx);
            assert_eq!(store::upkeep::damage(db).await.unwrap(), Vec::<String>::new());
        });
    }
    // Whoever writes is not stopped by it.
    writer.acknowledged(5);
    writer.kill();
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    kill_again_and_again(&folder.path().join("sparsam.db"));
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed_on_postgres() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let Some(url) = runtime.block_on(TestDb::postgres_url()) else { return };
    kill_again_and_again(Path::new(&url));
}

fn kill_again_and_again(file: &Path) {
    let kills = if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 100 } else { 5 };
    begin(file);
    // A different length of work each time: the kill lands at another step.
    let acknowledged: Vec<MeetingId> =
        (0..kills).flat_map(|round| write_and_kill((file, None), 1 + round * 3 % 11)).collect();
    assert!(acknowledged.len() >= kills);
    in_database(file, async |db| {
        let mut tx = db.begin_read().await.unwrap();
        for id in &acknowledged {
            assert!(store::meetings::by_id(&mut tx, *id).await.unwrap().is_some(), "{id} was acknowledged and is gone");
        }
        assert_eq!(store::claims::inconsistencies(&mut tx).await.unwrap(), 0);
        assert_eq!(store::upkeep::meetings_without_mail(&mut tx).await.unwrap(), 0);
        drop(tx);
        assert_eq!(store::upkeep::damage(db).await.unwrap(), Vec::<String>::new());
        send_the_rest(db, mailbox).await;
    });
}

/// Every mail leaves once somebody works again; no more of one organizer in a day than they may send.
async fn send_the_rest(db: &Db, outbox: impl Fn() -> Arc<Outbox>) {
    for day in 0..5 {
        run_due(&app(db, TimeDelta::minutes(10) + TimeDelta::days(day)), &outbox()).await.unwrap();
        let mut tx = db.begin_read().await.unwrap();
        let queue = store::outbox::queue(&mut tx).await.unwrap();
        assert_eq!(queue.failed, 0);
        if queue.waiting == 0 {
            return;
        }
    }
    panic!("some mails never left");
}
