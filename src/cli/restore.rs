//! `sparsam restore`: proves that a backup is good, and puts it back.

use std::{
    fs,
    io::Read as _,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context as _, bail};

use super::{
    Shared,
    doctor::{Level, database},
    open,
    terminal::say,
};
use crate::{
    app::context::{Clock as _, Entropy as _, SystemClock, SystemEntropy},
    store::{Db, DbSettings},
};

/// What to restore.
#[derive(Debug, clap::Args)]
pub(super) struct Restore {
    /// Check the backup: whole, a schema of this program, nothing in it contradicts itself
    #[arg(long)]
    check: bool,
    /// The backup
    file: PathBuf,
}

/// The backup itself is only read: it is checked as a copy.
pub(super) async fn run(shared: &Shared, restore: &Restore) -> anyhow::Result<ExitCode> {
    let file = &restore.file;
    match kind(file).with_context(|| format!("cannot read {}", file.display()))? {
        Kind::Sqlite => {}
        Kind::PostgresDump => return check_dump(shared, file),
        Kind::Unknown => bail!("{} is no backup of Sparsam", file.display()),
    }
    match &shared.data {
        Some(data) => put_back(file, data).await,
        None if restore.check => check(file).await,
        None => bail!("say --check to check the backup, or --data DIR to put it into an empty folder"),
    }
}

enum Kind {
    Sqlite,
    PostgresDump,
    Unknown,
}

fn kind(file: &Path) -> std::io::Result<Kind> {
    let mut start = Vec::new();
    fs::File::open(file)?.take(16).read_to_end(&mut start)?;
    Ok(if start == b"SQLite format 3\0" {
        Kind::Sqlite
    } else if start.starts_with(b"PGDMP") {
        Kind::PostgresDump
    } else {
        Kind::Unknown
    })
}

async fn check(file: &Path) -> anyhow::Result<ExitCode> {
    let mut chance = [0; 8];
    SystemEntropy.fill(&mut chance);
    let folder = std::env::temp_dir().join(format!("sparsam-check-{:016x}", u64::from_ne_bytes(chance)));
    fs::DirBuilder::new().mode(0o700).create(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let good = judge(file, &folder.join("copy.db")).await;
    drop(fs::remove_dir_all(&folder));
    if good? {
        say(&format!("{} is good.", file.display()));
        Ok(ExitCode::SUCCESS)
    } else {
        bail!("{} must not be relied on", file.display())
    }
}

async fn put_back(file: &Path, data: &Path) -> anyhow::Result<ExitCode> {
    open::data_folder(data)?;
    // The key may lie there already, from its own backup.
    let others = fs::read_dir(data)?.filter_map(Result::ok).any(|entry| entry.file_name() != "secret.key");
    if others {
        bail!("{} is not empty; restore into a new folder", data.display());
    }
    let target = data.join("sparsam.db");
    match judge(file, &target).await {
        Ok(true) => {}
        bad => {
            for name in ["sparsam.db", "sparsam.db-wal", "sparsam.db-shm"] {
                drop(fs::remove_file(data.join(name)));
            }
            bad?;
            bail!("{} is damaged; nothing was restored", file.display());
        }
    }
    say(&format!("The backup is back in {}.", data.display()));
    if !data.join("secret.key").exists() {
        say(
            "Put the copy of secret.key there too: without it, links in earlier mails and stored passwords do not work.",
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Copies the backup and looks into the copy.
async fn judge(file: &Path, copy: &Path) -> anyhow::Result<bool> {
    open::private_file(copy)?;
    fs::copy(file, copy).with_context(|| format!("cannot copy {}", file.display()))?;
    let db = match Db::open(&DbSettings::Sqlite { file: copy.to_owned(), durable: true }).await {
        Ok(db) => db,
        Err(error) => {
            say(&format!("fail  database: {error}"));
            return Ok(false);
        }
    };
    let findings = database::contents(&db, SystemClock.now()).await;
    db.close().await;
    findings.iter().filter(|finding| finding.matters_for_a_backup()).for_each(|finding| say(&finding.to_string()));
    Ok(findings.iter().all(|finding| finding.level != Level::Fail))
}

fn check_dump(shared: &Shared, file: &Path) -> anyhow::Result<ExitCode> {
    if shared.data.is_some() {
        bail!("this is a dump of PostgreSQL; put it back with pg_restore into an empty database");
    }
    let listed = Command::new("pg_restore").arg("--list").arg(file).stdin(Stdio::null()).output();
    let listed = listed.context("this is a dump of PostgreSQL, whose program pg_restore is needed to check it")?;
    if !listed.status.success() || !String::from_utf8_lossy(&listed.stdout).contains("TABLE DATA") {
        bail!("pg_restore cannot read {}", file.display());
    }
    say(&format!("pg_restore can read {}; run `sparsam doctor` once it is back in a database.", file.display()));
    Ok(ExitCode::SUCCESS)
}
