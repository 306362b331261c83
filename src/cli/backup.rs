//! `sparsam backup`.

use std::{
    ffi::OsString,
    os::unix::ffi::OsStringExt as _,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context as _, bail};
use percent_encoding::percent_decode_str;
use url::Url;

use super::{Shared, open, terminal::say};
use crate::{config::Config, store::upkeep};

/// Where to.
#[derive(Debug, clap::Args)]
pub(super) struct Backup {
    /// The file to write; it must not exist yet
    file: PathBuf,
}

/// SQLite: a whole, compact copy as of one moment, also while the server runs. PostgreSQL: `pg_dump` does it.
pub(super) async fn run(shared: &Shared, backup: &Backup) -> anyhow::Result<ExitCode> {
    let config = shared.config()?;
    let file = &backup.file;
    if file.exists() {
        bail!("{} exists; a backup is never written over another", file.display());
    }
    if config.general.database_url.is_postgres() {
        dump(&config, file)?;
    } else {
        copy(&config, file).await?;
    }
    say(&format!("The backup is in {}.", file.display()));
    if config.general.secret_key.is_none() {
        say(&format!(
            "Keep a copy of {} too, in another place: links in mails and stored passwords hang on it, and it is not in \
             the backup.",
            config.general.secret_key_file.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

async fn copy(config: &Config, file: &Path) -> anyhow::Result<()> {
    let source = open::sqlite_file(&config.general.database_url).context("not a SQLite database")?;
    if !source.exists() {
        bail!("there is no database {}", source.display());
    }
    let db = open::open(config).await?;
    open::private_file(file).with_context(|| format!("cannot write {}", file.display()))?;
    let copied = upkeep::copy_to(&db, file).await;
    db.close().await;
    if copied.is_err() {
        // Half a backup must not be taken for one.
        drop(std::fs::remove_file(file));
    }
    copied.with_context(|| format!("cannot copy the database to {}", file.display()))
}

fn dump(config: &Config, file: &Path) -> anyhow::Result<()> {
    const ADVICE: &str = "this database is on PostgreSQL; install its client programs, or run pg_dump on the server";
    let mut address = Url::parse(config.general.database_url.expose()).context("cannot read the database's address")?;
    let password = address.password().map(|text| percent_decode_str(text).collect::<Vec<u8>>());
    if address.set_password(None).is_err() {
        bail!("the database's address names no host");
    }
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--no-owner", "--file"]).arg(file).arg("--dbname").arg(address.as_str());
    if let Some(password) = password {
        // By environment: arguments can be read by every user of the machine.
        command.env("PGPASSWORD", OsString::from_vec(password));
    }
    open::private_file(file).with_context(|| format!("cannot write {}", file.display()))?;
    match command.stdin(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        done => {
            drop(std::fs::remove_file(file));
            match done {
                Ok(status) => bail!("pg_dump failed ({status})"),
                Err(error) => Err(error).context(ADVICE),
            }
        }
    }
}
