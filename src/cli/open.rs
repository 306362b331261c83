//! From the configuration to what commands work with.

use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::Context as _;

use super::{Shared, terminal::say};
use crate::{
    app::context::{App, AppSettings, Entropy as _, SystemEntropy, World},
    config::{Config, DatabaseUrl, Synchronous},
    identity::{
        key::MasterKey,
        password::{Cost, Passwords},
    },
    store::{Db, DbSettings},
};

/// Connections of one instance to PostgreSQL.
const CONNECTIONS: u32 = 20;

/// The database's settings.
pub(super) fn database(config: &Config) -> DbSettings {
    match sqlite_file(&config.general.database_url) {
        Some(file) => DbSettings::Sqlite { file, durable: config.sqlite.synchronous == Synchronous::Full },
        None => DbSettings::Postgres { url: config.general.database_url.expose().to_owned(), connections: CONNECTIONS },
    }
}

/// The file of a SQLite database; `sqlite:PATH` and `sqlite://PATH` mean the same.
pub(super) fn sqlite_file(url: &DatabaseUrl) -> Option<PathBuf> {
    let path = url.expose().strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

/// Makes the data folder, for its owner only.
pub(super) fn data_folder(path: &Path) -> anyhow::Result<()> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .with_context(|| format!("cannot make the data folder {}", path.display()))
}

/// Makes an empty file for its owner only; SQLite gives the files beside it the same rights.
pub(super) fn private_file(file: &Path) -> io::Result<()> {
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map(drop),
    }
}

/// Opens the database as it is, without migrating.
pub(super) async fn open(config: &Config) -> anyhow::Result<Db> {
    let settings = database(config);
    if let DbSettings::Sqlite { file, .. } = &settings {
        private_file(file).with_context(|| format!("cannot make the database {}", file.display()))?;
    }
    let open = Db::open(&settings).await;
    open.with_context(|| {
        format!("cannot open the database {}; `sparsam doctor` says more", config.general.database_url)
    })
}

/// `sparsam migrate`.
pub(super) async fn migrate(shared: &Shared) -> anyhow::Result<ExitCode> {
    let config = shared.config()?;
    data_folder(&config.general.data)?;
    let db = migrated(&config).await?;
    say(&format!("The schema of {} is up to date.", config.general.database_url));
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Opens the database and brings its schema up to date.
pub(super) async fn migrated(config: &Config) -> anyhow::Result<Db> {
    let db = open(config).await?;
    let cannot = || format!("cannot use the database {}; `sparsam doctor` says more", config.general.database_url);
    db.migrate().await.with_context(cannot)?;
    Ok(db)
}

/// The secret key: from the setting, else from its file, which is made at the first start.
pub(super) fn key(config: &Config) -> anyhow::Result<MasterKey> {
    if let Some(key) = &config.general.secret_key {
        return Ok(MasterKey::from_base64(key.expose())?);
    }
    let mut fresh = [0; 32];
    SystemEntropy.fill(&mut fresh);
    MasterKey::load_or_create(&config.general.secret_key_file, fresh).context("cannot use the secret key")
}

/// What commands share.
pub(super) fn app(config: &Config, db: Db, key: &MasterKey, world: World) -> App {
    let general = &config.general;
    let settings = AppSettings {
        base_url: general.base_url.as_str().trim_end_matches('/').to_owned(),
        undo: Duration::from_secs(general.undo_seconds.into()),
        jitsi_base_url: general.jitsi_base_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned()),
        service_address: config.smtp.as_ref().map(|smtp| smtp.from.to_string()),
        outside: config.calendars.permitted(),
        words: crate::mail::words,
    };
    App::new(db, world, key, settings)
}

/// Hashes passwords at the configured cost.
pub(super) fn passwords(config: &Config) -> anyhow::Result<Passwords> {
    let limits = &config.limits;
    let cost = Cost { memory_kib: limits.password_memory_kib, passes: limits.password_passes, lanes: 1 };
    Ok(Passwords::new(cost)?)
}
