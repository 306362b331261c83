//! The process killed at any moment: whatever was acknowledged is there, nothing contradicts itself, every mail leaves.

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
        context::{App, AppSettings, Clock, SystemClock, SystemEntropy, World},
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

/// Not a test: the process that is killed. It plans meetings without end, tells of each once it is acknowledged, and
/// sends mails at the same time.
#[test]
fn writer() {
    let Some(file) = std::env::var_os(FILE) else { return };
    in_database(Path::new(&file), async |db| {
        let app = app(db, TimeDelta::zero());
        let sending = app.clone();
        tokio::spawn(async move {
            let mailbox = mailbox();
            loop {
                run_due(&sending, &mailbox).await.unwrap();
                tokio::task::yield_now().await;
            }
        });
        for number in 0.. {
            let id = plan(&app, number).await;
            let mut out = std::io::stdout().lock();
            writeln!(out, "\nplanned {id}").unwrap();
            out.flush().unwrap();
        }
    });
}

async fn plan(app: &App, number: i64) -> MeetingId {
    let mut tx = app.db.begin_read().await.unwrap();
    let anna: Person = store::people::by_email(&mut tx, "anna@nordvik.example").await.unwrap().unwrap();
    let actor = Actor::load(&mut tx, anna, None, String::new()).await.unwrap().unwrap();
    drop(tx);
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
    let key = u128::from_be_bytes(app.random()).to_string();
    let once = Once { scope: actor.id().to_string(), key, body_hash: [0; 32] };
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
fn write_and_kill(file: &Path, lines: usize) -> Vec<MeetingId> {
    let mut writer = Writer::start(file);
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
    fn start(file: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "program::crash::writer", "--nocapture"])
            .env(FILE, file)
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
    let mut writer = Writer::start(&file);
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
    let acknowledged: Vec<MeetingId> = (0..kills).flat_map(|round| write_and_kill(file, 1 + round * 3 % 11)).collect();
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
        run_due(&app(db, TimeDelta::minutes(10)), &mailbox()).await.unwrap();
        let mut tx = db.begin_read().await.unwrap();
        let queue = store::outbox::queue(&mut tx).await.unwrap();
        assert_eq!((queue.waiting, queue.failed), (0, 0), "every mail leaves once somebody works again");
    });
}
