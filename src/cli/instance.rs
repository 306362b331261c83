//! One server for one SQLite file: two would each believe to be the only writer. Other commands run beside it.

use std::{
    ffi::OsString,
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt as _,
    path::PathBuf,
};

use anyhow::{Context as _, bail};

use super::open::sqlite_file;
use crate::config::Config;

/// Held as long as the server runs; the system lets go of it however the process ends.
#[derive(Debug)]
pub(super) struct Claim {
    #[expect(dead_code, reason = "the lock lives as long as the open file")]
    file: Option<File>,
}

/// Claims the database. PostgreSQL takes several servers, so nothing is claimed there.
///
/// # Errors
/// When another server has it.
pub(super) fn claim(config: &Config) -> anyhow::Result<Claim> {
    let Some(database) = sqlite_file(&config.general.database_url) else { return Ok(Claim { file: None }) };
    let path = lock_file(&database);
    let opened = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&path);
    let file = opened.with_context(|| format!("cannot open {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Claim { file: Some(file) }),
        Err(TryLockError::WouldBlock) => bail!(
            "another Sparsam already serves {}; stop it first, or use PostgreSQL for several servers",
            database.display()
        ),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {}", path.display())),
    }
}

fn lock_file(database: &std::path::Path) -> PathBuf {
    let mut name = OsString::from(database);
    name.push(".lock");
    PathBuf::from(name)
}
