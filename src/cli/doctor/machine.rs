//! The machine: key file, disk, zone data.

use std::{fs, path::Path, process::Command};

use chrono::{DateTime, Datelike as _, Utc};

use super::Finding;
use crate::{
    config::Config,
    domain::time::Zone,
    identity::key::{KeyError, MasterKey},
};

/// Below this, databases and logs soon stop.
const LITTLE_MIB: u64 = 500;

/// The key, if there is one; makes none.
pub(super) fn existing_key(config: &Config) -> Result<MasterKey, KeyError> {
    match &config.general.secret_key {
        Some(key) => MasterKey::from_base64(key.expose()),
        None => MasterKey::load(&config.general.secret_key_file),
    }
}

pub(super) fn key(config: &Config) -> Finding {
    match existing_key(config) {
        Ok(_) if config.general.secret_key.is_some() => Finding::ok("secret key", "set by the configuration"),
        Ok(_) => Finding::ok(
            "secret key",
            format!(
                "{}, for its owner only; keep a copy apart from the backups",
                config.general.secret_key_file.display()
            ),
        ),
        Err(error) => Finding::fail("secret key", format!("{error}; put the copy of the key file back")),
    }
}

/// Rules of time change a few times a year; data that is two years old is wrong somewhere.
pub(super) fn zone_data(now: DateTime<Utc>) -> Finding {
    let version = Zone::data_version();
    let year: Option<i32> = version.get(..4).and_then(|year| year.parse().ok());
    match year {
        Some(year) if year + 2 > now.year() => Finding::ok("zone data", version),
        _ => Finding::warn("zone data", format!("{version} is old; a newer version of Sparsam has newer rules")),
    }
}

/// Free space where the data are.
pub(super) fn disk(config: &Config) -> Option<Finding> {
    let folder = &config.general.data;
    if !folder.exists() {
        return Some(Finding::warn("disk", format!("there is no folder {}", folder.display())));
    }
    let free = free_mib(folder)?;
    let words = format!("{free} MiB free at {}", folder.display());
    Some(match fs::metadata(folder) {
        Ok(about) if about.permissions().readonly() => {
            Finding::fail("disk", format!("{} cannot be written", folder.display()))
        }
        _ if free < LITTLE_MIB => Finding::warn("disk", format!("only {words}")),
        _ => Finding::ok("disk", words),
    })
}

/// As `df` says; `None` where there is none.
fn free_mib(folder: &Path) -> Option<u64> {
    let output = Command::new("df").arg("-Pk").arg("--").arg(folder).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let kib: u64 = text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(kib / 1024)
}
