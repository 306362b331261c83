//! `sparsam doctor`: looks at everything that can go wrong on the way, changes nothing, and says what to do.

pub(super) mod database;
mod inbound;
mod machine;
mod outside;

use std::{fmt, process::ExitCode};

use super::{
    Shared, open,
    terminal::{in_full, say},
};
use crate::{
    app::context::{Clock as _, SystemClock, World},
    config::Config,
    store,
};

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Ok,
    Warn,
    Fail,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) level: Level,
    what: &'static str,
    words: String,
}

impl Finding {
    fn ok(what: &'static str, words: impl Into<String>) -> Self {
        Self { level: Level::Ok, what, words: words.into() }
    }

    fn warn(what: &'static str, words: impl Into<String>) -> Self {
        Self { level: Level::Warn, what, words: words.into() }
    }

    fn fail(what: &'static str, words: impl Into<String>) -> Self {
        Self { level: Level::Fail, what, words: words.into() }
    }

    /// Clock, queue and answers say something about a running server, not about a backup.
    pub(super) fn matters_for_a_backup(&self) -> bool {
        !matches!(self.what, "answers" | "clock" | "queue")
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Ok => "ok  ",
            Level::Warn => "warn",
            Level::Fail => "fail",
        };
        write!(f, "{level}  {}: {}", self.what, self.words)
    }
}

/// Prints a line for each finding; the worst one gives the exit code.
pub(super) async fn run(shared: &Shared) -> anyhow::Result<ExitCode> {
    let findings = match shared.config() {
        Ok(config) => look(&config).await,
        Err(error) => vec![Finding::fail("configuration", in_full(&error))],
    };
    for finding in &findings {
        say(&finding.to_string());
    }
    let worst = findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Ok);
    Ok(ExitCode::from(match worst {
        Level::Ok => 0,
        Level::Warn => 1,
        Level::Fail => 2,
    }))
}

async fn look(config: &Config) -> Vec<Finding> {
    let mut findings = vec![Finding::ok("configuration", "can be read"), machine::key(config)];
    findings.push(machine::zone_data(SystemClock.now()));
    findings.extend(machine::disk(config));
    findings.extend(outside::dkim(config));
    match database::open_existing(config).await {
        Ok(db) => {
            findings.extend(database::contents(&db, SystemClock.now()).await);
            findings.push(relay(config, &db).await);
            db.close().await;
        }
        Err(finding) => findings.push(finding),
    }
    findings
}

/// The relay of the configuration, else the one from the set-up page.
async fn relay(config: &Config, db: &store::Db) -> Finding {
    if let Some(smtp) = &config.smtp {
        return outside::configured(config, smtp).await;
    }
    let organization = async { store::organization::load(&mut db.begin_read().await?).await }.await;
    let Some(relay) = organization.ok().flatten().and_then(|o| o.relay) else {
        return Finding::ok("mail", "no mail server is set; mails stay in the built-in mailbox");
    };
    match machine::existing_key(config) {
        Ok(key) => outside::set_up(&open::app(config, db.clone(), &key, World::system()), &relay).await,
        Err(problem) => Finding::fail("mail", format!("the relay's password cannot be opened: {problem}")),
    }
}
