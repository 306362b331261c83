//! How fast the program is as a whole, against the simplest code that does the same work, in the same run.
//!
//! `cargo bench --bench load` prints a table and writes it to `target/load.md`. `--check` ends with exit code 1 if a goal
//! is missed; `--quick` measures less; `LOAD_FULL=1` also measures with 1,000,000 meetings.
//!
//! Ratios compare processor time for each request, taken from `/proc`: what the servers spend, whatever this client
//! spends beside them. Everything runs on this machine, over loopback, against the release build with its defaults.

mod baseline;
mod client;
#[path = "../shared/company.rs"]
mod company;
mod drain;
#[path = "../shared/invitation.rs"]
mod invitation;
mod pages;
mod process;
mod report;
mod setting;
mod sink;
mod start;
mod times;

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::Result;
use chrono::{DateTime, NaiveTime, Utc};
use sparsam::domain::time::Week;

use crate::{client::Until, report::Report, setting::Setting};

/// How much is measured.
pub(crate) struct Effort {
    /// Meetings in the database: a few, then many, then perhaps very many.
    pub(crate) meetings: Vec<u32>,
    /// Each round of requests.
    pub(crate) round: Until,
    pub(crate) rounds: usize,
    /// Times that are asked for.
    pub(crate) questions: usize,
    pub(crate) starts: usize,
    pub(crate) mails: u32,
}

impl Effort {
    fn new(quick: bool) -> Self {
        if quick {
            let round = Until { time: Duration::from_millis(500), requests: 2_000 };
            return Self { meetings: vec![1_000, 10_000], round, rounds: 1, questions: 100, starts: 5, mails: 400 };
        }
        let mut meetings = vec![10_000, 100_000];
        if std::env::var_os("LOAD_FULL").is_some_and(|full| full == "1") {
            meetings.push(1_000_000);
        }
        let round = Until { time: Duration::from_secs(2), requests: 10_000 };
        Self { meetings, round, rounds: 3, questions: 500, starts: 20, mails: 2_000 }
    }
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    if baseline::serve_if_asked().await? {
        return Ok(ExitCode::SUCCESS);
    }
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    let effort = Effort::new(asked("--quick"));
    let temporary = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("load");
    let report = measure(&effort, &temporary).await;
    drop(std::fs::remove_dir_all(&temporary));
    let report = report?;
    let table = report.table();
    say(&format!("\n{table}"));
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("load.md"), table)?;
    Ok(if asked("--check") && !report.all_hold() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

async fn measure(effort: &Effort, folder: &Path) -> Result<Report> {
    let mut report = Report::default();
    start::size(&mut report)?;
    let mut setting = Setting::new(&folder.join("pages")).await?;
    let mut median = None;
    for meetings in &effort.meetings {
        setting.grow_to(*meetings).await?;
        median = Some(pages::my_week(&setting, effort, median, &mut report).await?);
    }
    times::proposed(&setting, effort, &mut report).await?;
    pages::feed(&setting, effort, &mut report).await?;
    start::first_answer(&setting, effort, &mut report).await?;
    for signed in [false, true] {
        drain::outbox(&folder.join(if signed { "signed" } else { "mails" }), effort.mails, signed, &mut report).await?;
    }
    Ok(report)
}

/// Midnight of this week's Monday.
fn monday(now: DateTime<Utc>) -> DateTime<Utc> {
    Week::of(now.date_naive()).monday().and_time(NaiveTime::MIN).and_utc()
}

/// A line of output. A reader that has gone is no fault.
fn say(line: &str) {
    drop(writeln!(std::io::stdout().lock(), "{line}"));
}
