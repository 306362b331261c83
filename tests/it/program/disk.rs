//! A disk that fills up under the running program (trust goal T27).

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::program::{Running, run};

/// A small file system of its own, in memory.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None` unless this user may mount.
    fn mounted(at: &Path) -> Option<Self> {
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(at).status().ok()?;
        mount.success().then(|| Self(at.to_owned()))
    }

    /// Writes until nothing more fits.
    fn fill(&self) {
        let mut file = fs::File::create(self.0.join("filler")).unwrap();
        for block in [64 * 1024, 4096, 512, 1] {
            while file.write_all(&vec![0xa5; block]).is_ok() {}
        }
    }

    fn free(&self) {
        fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(&self.0).status());
    }
}

#[test]
fn a_full_disk_stops_writes_and_nothing_else() {
    if std::env::var_os("SPARSAM_TEST_LONG").is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mounted(folder.path()) else {
        let note = "only root can mount a small disk";
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{note}");
        eprintln!("SKIPPED: {note}");
        return;
    };
    let data = folder.path().join("data");
    let demo = Running::start(&data, "demo");
    let page = demo.get("/sign-in");
    let person = page.split("name=\"person\" value=\"").nth(1).unwrap()[..36].to_owned();
    let signed_in = demo.post("/sign-in/demo", &[("person", &person)], "");
    let cookie = signed_in.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap().to_owned();
    for round in 0..5 {
        disk.fill();
        let form = |n: usize| [("name", format!("Team {round} {n} {}", "x".repeat(60)))];
        let mut refused = String::new();
        // What the write-ahead log has room for goes through.
        for n in 0..10_000 {
            let [(name, value)] = form(n);
            refused = demo.post("/admin/teams", &[(name, value.as_str())], &cookie);
            if !refused.starts_with("HTTP/1.1 303") {
                break;
            }
        }
        assert!(refused.starts_with("HTTP/1.1 503") && refused.contains("x-request-id"), "{refused}");
        assert!(demo.get("/sign-in").starts_with("HTTP/1.1 200"));
        assert!(demo.get("/health").ends_with("alive\n"));
        disk.free();
        let again = demo.post("/admin/teams", &[("name", &format!("After {round}"))], &cookie);
        assert!(again.starts_with("HTTP/1.1 303"), "{again}");
    }
    demo.stop();
    // Nothing is wrong but that the disk is small, and doctor says so.
    let found = run(&data, &["doctor"]).expect(1).out;
    let wrong: Vec<&str> = found.lines().filter(|line| !line.starts_with("ok")).collect();
    assert!(matches!(wrong[..], [disk] if disk.starts_with("warn  disk: only")), "{found}");
}
