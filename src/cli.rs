//! The command line. Each command has a file; this one reads the arguments and turns errors into words and exit codes.

mod backup;
mod deliver;
mod demo;
mod dkim;
mod doctor;
mod instance;
mod jobs;
mod open;
mod restore;
mod serve;
mod settings;
mod terminal;
mod user;

use std::{path::PathBuf, process::ExitCode, sync::LazyLock};

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::{
    config::{Config, Sources},
    domain::time::Zone,
};

/// Plans sales meetings, sparingly.
#[derive(Debug, Parser)]
#[command(name = "sparsam", version = version(), arg_required_else_help = true)]
struct Arguments {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, clap::Args)]
struct Shared {
    /// Configuration file (TOML); `sparsam config --example` prints one
    #[arg(long, global = true, env = "SPARSAM_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Folder for everything that is kept
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    Serve(serve::Listen),
    /// Run the server with a demo company that goes away again, on this machine only
    Demo(serve::Listen),
    /// Bring the database's schema up to date; `serve` does so by itself
    Migrate,
    /// People
    #[command(subcommand)]
    User(user::UserCommand),
    /// Copy the database to a file while the server runs
    Backup(backup::Backup),
    /// Check a backup and, with --data, put it back into an empty folder
    Restore(restore::Restore),
    /// Take in one mail from standard input, for a pipe from the mail server; exit code 0 is done, 65 no mail, 75 try again
    Deliver,
    /// Signatures of mails
    #[command(subcommand)]
    Dkim(dkim::DkimCommand),
    /// Check everything that can go wrong; exit code 0 is well, 1 is worth a look, 2 is broken
    Doctor,
    /// Show all settings and where they come from
    Config(settings::Show),
}

/// For example `0.1.0 (time zone data 2026f)`.
fn version() -> &'static str {
    static VERSION: LazyLock<String> =
        LazyLock::new(|| format!("{} (time zone data {})", env!("CARGO_PKG_VERSION"), Zone::data_version()));
    &VERSION
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match carry_out(arguments) {
        Ok(code) => code,
        Err(error) => {
            terminal::complain(&terminal::in_full(&error));
            ExitCode::FAILURE
        }
    }
}

fn carry_out(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start")?;
    let done = runtime.block_on(async {
        let shared = arguments.shared;
        match arguments.command {
            Command::Serve(listen) => serve::run(&shared, &listen).await,
            Command::Demo(listen) => demo::run(&shared, &listen).await,
            Command::Migrate => open::migrate(&shared).await,
            Command::User(command) => user::run(&shared, command).await,
            Command::Backup(backup) => backup::run(&shared, &backup).await,
            Command::Restore(restore) => restore::run(&shared, &restore).await,
            Command::Deliver => Ok(deliver::run(&shared).await),
            Command::Dkim(command) => dkim::run(&command).await,
            Command::Doctor => doctor::run(&shared).await,
            Command::Config(show) => settings::run(&shared, &show),
        }
    });
    // Work that does not end by itself (name look-ups, for example) must not hold up the exit.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    done
}

impl Shared {
    /// Where settings come from: file, environment, flags.
    fn sources(&self) -> anyhow::Result<Sources> {
        let named = |path: &PathBuf| format!("cannot read the configuration file {}", path.display());
        let file = self.config.as_deref();
        let mut sources =
            Sources::default().with_file(file).with_context(|| self.config.as_ref().map(named).unwrap_or_default())?;
        // Names and values that are no text cannot be settings.
        sources.environment =
            std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))).collect();
        if let Some(data) = &self.data {
            let data = data.to_str().context("the data folder's name must be text (UTF-8)")?;
            sources.flags.insert("data", data.to_owned());
        }
        Ok(sources)
    }

    /// The configuration for commands without flags of their own.
    fn config(&self) -> anyhow::Result<Config> {
        Ok(Config::load(&self.sources()?)?)
    }
}
