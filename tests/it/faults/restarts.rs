//! A PostgreSQL that is stopped, crashes or is killed while people work, and comes back (trust goals T8 and T29).

use std::{
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::{is_long, nothing_is_doubled_or_lost};
use crate::support::{app::TestApp, db::TestDb};

/// How soon people get on with their work once the server is back.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that this test has to itself. It ends with the test.
struct Cluster {
    folder: TempDir,
    url: String,
}

impl Cluster {
    fn start() -> Self {
        let mut cluster = Self { folder: tempfile::tempdir().unwrap(), url: String::new() };
        cluster.url = cluster.call(&["start"]).trim().to_owned();
        cluster
    }

    fn call(&self, arguments: &[&str]) -> String {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/postgres");
        let mut command = Command::new(script);
        command.args(arguments).env("POSTGRES_PLACE", self.folder.path().join("place"));
        let done = command.output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    /// Ends the server in this way and starts it again.
    fn restart(&self, way: &str) {
        self.call(&["halt", way]);
        self.call(&["resume"]);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.call(&["stop"]);
    }
}

async fn restart(cluster: &Cluster, site: &TestApp, planned: &AtomicUsize, rounds: usize) {
    for (round, way) in std::iter::repeat_n(["fast", "immediate", "kill"], rounds).flatten().enumerate() {
        tokio::task::block_in_place(|| cluster.restart(way));
        let (back, before) = (Instant::now(), planned.load(Ordering::SeqCst));
        while planned.load(Ordering::SeqCst) == before {
            assert!(back.elapsed() < PATIENCE, "restart {round}, {way}: nobody gets on with their work");
            tokio::task::yield_now().await;
        }
        site.db().begin_read().await.unwrap().rollback().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_restarts_doubles_and_loses_nothing() {
    if !is_long() {
        eprintln!("SKIPPED: a long test; SPARSAM_TEST_LONG=1 runs it");
        return;
    }
    let cluster = Cluster::start();
    let db = TestDb::postgres_at(&cluster.url).await;
    nothing_is_doubled_or_lost(db, 4, async |site, planned| restart(&cluster, site, planned, 10).await).await;
}
