//! `sparsam config`.

use std::process::ExitCode;

use super::{Shared, terminal::say};
use crate::config;

/// What to show.
#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// Print a file with every setting, documented, instead
    #[arg(long)]
    example: bool,
}

/// Secrets are never shown, only whether they are set.
pub(super) fn run(shared: &Shared, show: &Show) -> anyhow::Result<ExitCode> {
    if show.example {
        say(config::example_file().trim_end());
    } else {
        shared.config()?.lines().iter().for_each(|line| say(&line.to_string()));
    }
    Ok(ExitCode::SUCCESS)
}
