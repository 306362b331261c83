//! Starts and ends chromedriver and Chromium.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use super::Options;

/// A running chromedriver, the Chromium that it started, and the profile folder.
pub(super) struct Driver {
    process: Child,
    port: u16,
    chromium: PathBuf,
    chromium_pid: Option<u64>,
    profile: TempDir,
}

impl Driver {
    /// Starts chromedriver, or says why the test is skipped.
    pub(super) fn launch() -> Option<Self> {
        let found = (
            program("SPARSAM_TEST_CHROMIUM", &["chromium", "google-chrome", "chrome"]),
            program("SPARSAM_TEST_CHROMEDRIVER", &["chromedriver"]),
        );
        let (Some(chromium), Some(chromedriver)) = found else {
            let note = "Chromium and chromedriver are needed: tests/run installs them, or set SPARSAM_TEST_CHROMIUM and \
                        SPARSAM_TEST_CHROMEDRIVER";
            assert!(env::var("CI").as_deref() != Ok("true"), "{note}");
            eprintln!("SKIPPED, this browser test did not run. {note}");
            return None;
        };
        let profile = tempfile::Builder::new().prefix("browser-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let start = || {
            Command::new(&chromedriver)
                .args(["--port=0", "--log-level=WARNING"])
                // What Chromium leaves behind there goes with the profile.
                .env("TMPDIR", profile.path())
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap_or_else(|error| panic!("cannot start chromedriver: {error}"))
        };
        // The port that it takes may be somebody else's a moment later; then it ends without naming it.
        let started = (0..5).find_map(|_| {
            let mut process = start();
            let port = announced_port(&mut process);
            if port.is_none() {
                process.wait().unwrap();
            }
            port.map(|port| (process, port))
        });
        let (process, port) = started.expect("chromedriver ended without naming its port");
        Some(Self { process, port, chromium, chromium_pid: None, profile })
    }

    /// Opens a session, which starts Chromium.
    pub(super) async fn connect(&mut self, options: &Options) -> Client {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(self.capabilities(options))
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .unwrap_or_else(|error| panic!("cannot start Chromium: {error}"));
        self.chromium_pid = client.capabilities().and_then(|given| given.get("goog:processID")?.as_u64());
        client
    }

    fn capabilities(&self, options: &Options) -> Map<String, Value> {
        let mut args = vec![
            "--headless".to_owned(),
            // Chromium ends with chromedriver when they talk over a pipe.
            "--remote-debugging-pipe".to_owned(),
            // The sandbox needs rights that root and most containers lack; the pages are our own.
            "--no-sandbox".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--no-first-run".to_owned(),
        ];
        args.push(format!("--lang={}", options.language));
        args.push(format!("--user-data-dir={}", self.profile.path().display()));
        let prefs = json!({ "intl.accept_languages": options.language });
        let capabilities = json!({
            "goog:chromeOptions": { "binary": self.chromium, "args": args, "prefs": prefs },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        capabilities.as_object().cloned().unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        // Chromium sees its pipe close and ends. The profile can be removed when nobody writes to it any more.
        let Some(pid) = self.chromium_pid else { return };
        for _ in 0..250 {
            if !is_running(pid) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = Command::new("sh").args(["-c", "kill -KILL \"$0\"", &pid.to_string()]).status();
    }
}

fn is_running(pid: u64) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

/// Cargo's target folder.
pub(super) fn target_folder() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap()
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
        return Some(path.into());
    }
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// chromedriver names the free port that it took on its standard output.
fn announced_port(process: &mut Child) -> Option<u16> {
    let output = process.stdout.take().unwrap();
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return port.trim_end_matches('.').parse().ok();
        }
    }
    None
}
