//! Configuration: one TOML file, environment variables over it, command-line flags over both.
//!
//! Every setting is declared once, in [`settings`]; its documentation there is what rustdoc, `sparsam config` and the
//! error messages show. All errors are found at once, each with its key and where the value came from.

mod listing;
mod reader;
pub mod settings;
mod value;

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

pub use self::{
    listing::Line,
    reader::Origin,
    settings::{Calendars, Dkim, General, Limits, Log, Smtp, Sqlite},
    value::{DatabaseUrl, LogFormat, Secret, Security, Synchronous},
};
use self::{reader::Reader, settings::Setting};

/// What may set settings, from weakest to strongest.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The file, when one was named or found: its path (for messages) and its text.
    pub file: Option<(PathBuf, String)>,
    /// Environment variables; those that do not concern us are ignored.
    pub environment: BTreeMap<String, String>,
    /// Command-line flags by setting, for example `listen`.
    pub flags: BTreeMap<&'static str, String>,
}

impl Sources {
    /// Reads the named file, or none.
    ///
    /// # Errors
    /// When the file cannot be read or is longer than 1 MiB.
    pub fn with_file(mut self, path: Option<&Path>) -> std::io::Result<Self> {
        if let Some(path) = path {
            if std::fs::metadata(path)?.len() > 1024 * 1024 {
                return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, "longer than 1 MiB"));
            }
            self.file = Some((path.to_owned(), std::fs::read_to_string(path)?));
        }
        Ok(self)
    }
}

/// The whole configuration, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Top-level settings.
    pub general: General,
    /// `[log]`.
    pub log: Log,
    /// `[sqlite]`.
    pub sqlite: Sqlite,
    /// `[limits]`.
    pub limits: Limits,
    /// `[calendars]`.
    pub calendars: Calendars,
    /// `[smtp]`; without it, mails stay in the built-in mailbox.
    pub smtp: Option<Smtp>,
    /// `[dkim]`; without it, mails are not signed here.
    pub dkim: Option<Dkim>,
    lines: Vec<Line>,
}

impl Config {
    /// Reads and checks everything.
    ///
    /// # Errors
    /// All that is wrong, not only the first.
    pub fn load(sources: &Sources) -> Result<Self, ConfigErrors> {
        let mut reader = Reader::new(sources, &all_settings());
        let general = General::read(&mut reader);
        let log = Log::read(&mut reader);
        let sqlite = Sqlite::read(&mut reader);
        let limits = Limits::read(&mut reader);
        let calendars = Calendars::read(&mut reader);
        let smtp = reader.has_group("smtp").then(|| Smtp::read(&mut reader));
        let dkim = reader.has_group("dkim").then(|| Dkim::read(&mut reader));
        settings::check_together(&mut reader);
        let lines = listing::lines(&reader, &all_settings());
        let errors = reader.into_errors();
        // A group that could not be read has left an error behind.
        match (general, log, sqlite, limits, calendars) {
            (Some(general), Some(log), Some(sqlite), Some(limits), Some(calendars)) if errors.is_empty() => {
                Ok(Self { general, log, sqlite, limits, calendars, smtp: smtp.flatten(), dkim: dkim.flatten(), lines })
            }
            _ => Err(ConfigErrors(errors)),
        }
    }

    /// All settings with their values and origins, for `sparsam config`. Secrets show as `set` or `not set`.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

/// Every setting there is, in the order of the listing.
#[must_use]
pub fn all_settings() -> Vec<Setting> {
    [
        General::SETTINGS,
        Log::SETTINGS,
        Sqlite::SETTINGS,
        Smtp::SETTINGS,
        Dkim::SETTINGS,
        Calendars::SETTINGS,
        Limits::SETTINGS,
    ]
    .concat()
}

/// A file with every setting at its default, each with its documentation: a start for one's own.
#[must_use]
pub fn example_file() -> String {
    listing::example(&all_settings())
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The setting, as in the file; empty when the file as a whole is meant.
    pub key: String,
    /// Where the value came from.
    pub origin: Origin,
    /// What is wrong, in a sentence without a full stop.
    pub problem: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, origin, problem } = self;
        if key.is_empty() { write!(f, "{origin}: {problem}") } else { write!(f, "{key} ({origin}): {problem}") }
    }
}

/// Everything that is wrong, one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigErrors(pub Vec<ConfigError>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration has errors:")?;
        self.0.iter().try_for_each(|error| write!(f, "\n  {error}"))
    }
}

impl std::error::Error for ConfigErrors {}

#[cfg(test)]
mod tests;
