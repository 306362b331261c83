//! A disk whose writes fail (trust goals T27 and T28): the program stays up, what it acknowledged is there, nothing is
//! half-written, and it goes on without a restart once the disk is well.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::program::{Running, run};

/// As Linux numbers them.
const IO_ERROR: i32 = 5;
const NO_SPACE: i32 = 28;
/// More than any one request writes.
const ALL: u32 = 1_000_000;

/// The switch of a disk that fails on command.
struct Disk {
    switch: PathBuf,
    round: u32,
}

impl Disk {
    /// Of the writes and syncs from now on, `skip` go well and the next `times` fail.
    fn fail(&mut self, error: i32, skip: u32, times: u32) {
        self.round += 1;
        let _ = fs::remove_file(self.struck());
        // In one step, so that no half of it is ever read.
        let next = self.switch.with_extension("next");
        fs::write(&next, format!("{} {error} {skip} {times}", self.round)).unwrap();
        fs::rename(next, &self.switch).unwrap();
    }

    fn heal(&self) {
        fs::remove_file(&self.switch).unwrap();
    }

    fn struck(&self) -> PathBuf {
        self.switch.with_extension("struck")
    }
}

/// Builds what stands between the program and its disk. A C compiler is there wherever Rust links.
fn shim(folder: &Path) -> PathBuf {
    let library = folder.join("faulty_disk.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/faulty_disk.c");
    let built = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).args([source, "-ldl"]).status();
    assert!(built.unwrap().success());
    library
}

/// A demo on such a disk, with an administrator signed in.
struct Site {
    demo: Running,
    cookie: String,
    disk: Disk,
    /// Names of the teams that were made, and of those that were refused.
    made: Vec<String>,
    refused: Vec<String>,
}

impl Site {
    fn start(folder: &Path) -> Self {
        let (library, switch) = (shim(folder), folder.join("disk"));
        let settings = [("LD_PRELOAD", library.to_str().unwrap()), ("FAULTY_DISK", switch.to_str().unwrap())];
        let demo = Running::start_with(&folder.join("data"), "demo", &settings);
        let page = demo.get("/sign-in");
        let person = page.split("name=\"person\" value=\"").nth(1).unwrap()[..36].to_owned();
        let signed_in = demo.post("/sign-in/demo", &[("person", &person)], "");
        let cookie = signed_in.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap().to_owned();
        Self { demo, cookie, disk: Disk { switch, round: 0 }, made: Vec::new(), refused: Vec::new() }
    }

    /// Makes a team; whether that went well. Anything but a clear yes or no ends the test.
    fn make_team(&mut self) -> bool {
        let name = format!("Team {} {}", self.made.len() + self.refused.len(), "x".repeat(60));
        let answer = self.demo.post("/admin/teams", &[("name", &name)], &self.cookie);
        let made = answer.starts_with("HTTP/1.1 303");
        if !made {
            assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
            assert!(answer.contains("Back in a moment") && answer.contains("x-request-id"), "{answer}");
        }
        if made { &mut self.made } else { &mut self.refused }.push(name);
        made
    }

    fn pages_work(&self) {
        assert!(self.demo.get("/sign-in").starts_with("HTTP/1.1 200"));
        assert!(self.demo.get("/health").ends_with("alive\n"));
    }

    fn is_ready(&self) -> bool {
        let ready = self.demo.get("/ready");
        assert!(ready.ends_with(r#"{"database":"read-only"}"#) || ready.starts_with("HTTP/1.1 200"), "{ready}");
        ready.starts_with("HTTP/1.1 200")
    }

    /// Until the fault has struck. A checkpoint that it strikes fails nobody.
    fn meet_the_fault(&mut self) {
        for _ in 0..200 {
            if !self.make_team() || self.disk.struck().exists() {
                return;
            }
        }
        panic!("the fault never struck");
    }
}

/// Ends the program with nothing tidied up, and compares what is left with what it said.
fn settle(site: Site, folder: &Path) {
    let Site { mut demo, made, refused, .. } = site;
    demo.child.kill().unwrap();
    demo.child.wait().unwrap();
    let data = folder.join("data");
    run(&data, &["doctor"]).expect(0);
    let found: Vec<String> = super::crash::in_database(&data.join("sparsam.db"), async |db| {
        let sparsam::store::Db::Sqlite { readers, .. } = db else { panic!("not SQLite") };
        sqlx::query_scalar("SELECT name FROM team").fetch_all(readers).await.unwrap()
    });
    for name in &made {
        assert_eq!(found.iter().filter(|other| *other == name).count(), 1, "{name} was acknowledged");
    }
    for name in &refused {
        assert!(!found.contains(name), "{name} was refused and is there");
    }
}

#[test]
fn a_disk_that_fails_any_one_write_loses_nothing_acknowledged() {
    let long = std::env::var_os("SPARSAM_TEST_LONG").is_some();
    let folder = tempfile::tempdir().unwrap();
    let mut site = Site::start(folder.path());
    for skip in (0..200).step_by(if long { 1 } else { 23 }) {
        site.disk.fail(IO_ERROR, skip, 1);
        site.meet_the_fault();
        site.disk.heal();
        site.pages_work();
        assert!(site.is_ready());
        assert!(site.make_team(), "it goes on after {skip} writes and a fault");
    }
    assert!(!site.refused.is_empty(), "no request ever met the fault");
    settle(site, folder.path());
}

#[test]
fn a_disk_that_fails_every_write_stops_writes_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut site = Site::start(folder.path());
    for (round, error) in [IO_ERROR, NO_SPACE, IO_ERROR, NO_SPACE].into_iter().enumerate() {
        site.disk.fail(error, u32::try_from(round).unwrap() * 3, ALL);
        site.meet_the_fault();
        for _ in 0..3 {
            assert!(!site.make_team(), "nothing is acknowledged that is not on the disk");
            site.pages_work();
            assert!(!site.is_ready(), "it can be read and not written");
        }
        site.disk.heal();
        assert!(site.is_ready());
        assert!(site.make_team(), "it goes on once the disk is well");
    }
    settle(site, folder.path());
}
