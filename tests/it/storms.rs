//! Many clients at once against the real program (trust.md T50, T51 and T53). Long tests: `SPARSAM_TEST_LONG=1`.

use std::{
    io::{BufRead as _, BufReader},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use sparsam::{
    app::context::{Clock as _, SystemClock},
    domain::{feed::FeedKind, ids::FeedId},
    identity::token::{Token, TokenKind},
    store::{self, Db, DbSettings, feeds::Feed},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
    time::timeout,
};
use uuid::Uuid;

use crate::support::company::Company;

const NEVER: Duration = Duration::from_mins(1);
/// Sockets of the largest test, in this process as in the program.
const FILES: u64 = 1_500;

/// The program with a firm of its own.
struct Program {
    child: Child,
    address: SocketAddr,
    _folder: TempDir,
}

impl Program {
    /// `None` where long tests are not asked for.
    async fn start() -> Option<Self> {
        if std::env::var_os("SPARSAM_TEST_LONG").is_none_or(|long| long != "1") {
            eprintln!("SKIPPED: a long test; SPARSAM_TEST_LONG=1 runs it");
            return None;
        }
        assert!(open_files() >= FILES, "raise the limit on open files: ulimit -n {FILES}");
        let folder = tempfile::tempdir().unwrap();
        fill(&folder).await;
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_sparsam"));
        // Settings of the tests are none of the program's, which says so.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SPARSAM_")) {
            command.env_remove(name);
        }
        let mut child = command
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(folder.path())
            .env("SPARSAM_LOG_FILTER", "error")
            // Each request may come from another address, as behind a proxy.
            .env("SPARSAM_TRUSTED_PROXIES", "127.0.0.0/8")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.contains("ready"), "{line}");
        Some(Self { child, address, _folder: folder })
    }

    /// Sends a whole request on a connection of its own and takes the whole answer; its status.
    async fn ask(address: SocketAddr, request: &str) -> u16 {
        let exchange = async {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.write_all(request.as_bytes()).await.unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await.unwrap();
            String::from_utf8_lossy(&answer).split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
        };
        timeout(NEVER, exchange).await.expect("an answer in time")
    }

    /// Asks for the sign-in page 200 times; fails if more than two answers take longer than 300 ms.
    async fn stays_quick(&self) {
        let mut times = Vec::new();
        for _ in 0..200 {
            let begin = Instant::now();
            assert_eq!(Self::ask(self.address, &get("/sign-in", "192.0.2.1")).await, 200);
            times.push(begin.elapsed());
        }
        times.sort_unstable();
        assert!(times[197] < Duration::from_millis(300), "p99 is {:?}", times[197]);
    }

    /// The most memory it ever held, in kilobytes.
    fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_ascii_whitespace().nth(1).unwrap().parse().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn open_files() -> u64 {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    line.split_ascii_whitespace().nth(3).unwrap().parse().unwrap_or(u64::MAX)
}

fn feed_token(number: u16) -> Token {
    let mut random = [9; 32];
    random[..2].copy_from_slice(&number.to_be_bytes());
    Token::new(TokenKind::Feed, random)
}

/// Forty people; one of them with 200 meetings and 1,000 subscriptions.
async fn fill(folder: &TempDir) {
    let file = folder.path().join("sparsam.db");
    let db = Db::open(&DbSettings::Sqlite { file, durable: false }).await.unwrap();
    db.migrate().await.unwrap();
    let now = SystemClock.now();
    let mut company = Company::found(&db, 40, now).await.unwrap();
    let owner_id = company.people[0].id;
    company.fill_year(&db, owner_id, 200, 100).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    for number in 0..1000 {
        let feed = Feed {
            id: FeedId::from_uuid(Uuid::from_u128(u128::from(number) + 1)),
            owner_id,
            kind: FeedKind::Mine,
            team_id: None,
            token_hash: feed_token(number).hash().as_bytes().to_vec(),
            created_at: now,
            last_used_at: None,
            revoked_at: None,
        };
        store::feeds::insert(&mut tx, &feed).await.unwrap();
    }
    tx.commit().await.unwrap();
    db.close().await;
}

fn get(path: &str, from: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {from}\r\nConnection: close\r\n\r\n")
}

#[tokio::test]
async fn slow_clients_keep_nobody_waiting() {
    let Some(program) = Program::start().await else { return };
    let mut slow = Vec::new();
    for number in 0..1200 {
        let mut stream = TcpStream::connect(program.address).await.unwrap();
        // Most never end their request; the others ask for a feed again and again and do not read it.
        let half = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".to_owned();
        let unread = format!("GET /f/{}.ics HTTP/1.1\r\nHost: localhost\r\n\r\n", feed_token(number % 1000).as_str());
        let request = if number < 1000 { half } else { unread.repeat(10) };
        stream.write_all(request.as_bytes()).await.unwrap();
        slow.push(stream);
    }
    program.stays_quick().await;
    drop(slow);
    program.stays_quick().await;
}

#[tokio::test]
async fn a_storm_of_calendars_is_answered() {
    let Some(program) = Program::start().await else { return };
    let address = program.address;
    let mut pulls = JoinSet::new();
    for number in 0..1000 {
        let request = get(&format!("/f/{}.ics", feed_token(number).as_str()), "192.0.2.3");
        pulls.spawn(async move { Program::ask(address, &request).await });
    }
    let statuses = pulls.join_all().await;
    let refused: Vec<u16> = statuses.into_iter().filter(|status| ![200, 503].contains(status)).collect();
    assert_eq!(refused, [0; 0], "neither answered nor told to come back");
    program.stays_quick().await;
}

#[tokio::test]
async fn a_storm_of_sign_ins_takes_bounded_memory() {
    let Some(program) = Program::start().await else { return };
    let address = program.address;
    let mut attempts = JoinSet::new();
    for number in 0..200 {
        let body = format!("email=person{}%40nordvik.example&password=wrong+horse+battery", number % 40);
        let request = format!(
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.{number}\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        attempts.spawn(async move { Program::ask(address, &request).await });
    }
    program.stays_quick().await;
    let statuses = attempts.join_all().await;
    assert!(statuses.iter().all(|status| [401, 422, 429, 503].contains(status)), "{statuses:?}");
    assert!(statuses.contains(&503), "the queue has an end: {statuses:?}");
    // One hash takes 64 MiB; two hundred at a time would take 12.5 GiB.
    let peak = program.peak_memory() / 1024;
    assert!(peak < 300, "the program held {peak} MiB");
}
