//! `sparsam user add`.

use std::{
    io::{self, BufRead as _, Read as _},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use clap::Subcommand;

use super::{Shared, open, terminal::say};
use crate::{
    app::{
        add_person,
        context::{App, World},
        error::{AppError, Refusal},
        invite_person::InvitePerson,
    },
    domain::{email::EmailAddress, person::Role},
    identity::token::{Token, TokenKind},
};

/// Longer input is no password.
const MOST_BYTES: u64 = 4096;

#[derive(Debug, Subcommand)]
pub(super) enum UserCommand {
    /// Add somebody who can sign in at once
    Add(Add),
}

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    /// Their mail address, with which they sign in
    #[arg(long)]
    email: String,
    /// Their name
    #[arg(long)]
    name: String,
    /// admin, manager, member or viewer
    #[arg(long, default_value = "member")]
    role: String,
    /// Read the password from standard input (one line); without it one is made and printed once
    #[arg(long)]
    password_stdin: bool,
}

pub(super) async fn run(shared: &Shared, command: UserCommand) -> anyhow::Result<ExitCode> {
    let UserCommand::Add(add) = command;
    let Ok(email) = add.email.parse::<EmailAddress>() else { bail!("{:?} is not a mail address", add.email) };
    let Ok(role) = add.role.parse::<Role>() else { bail!("the role must be admin, manager, member or viewer") };
    let config = shared.config()?;
    let db = open::migrated(&config).await?;
    let app = open::app(&config, db.clone(), &open::key(&config)?, World::system());
    let typed = if add.password_stdin { Some(from_standard_input()?) } else { None };
    let made = typed.is_none();
    let password = typed.unwrap_or_else(|| make_password(&app));
    let whom = InvitePerson { name: add.name, email, role, teams: Vec::new() };
    let done = add_person::run(&app, &open::passwords(&config)?, &whom, password.clone()).await;
    done.map_err(in_words)?;
    say(&format!("{} can sign in as {}.", whom.name, whom.email));
    if made {
        say(&format!("Password, shown only now: {password}"));
    }
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

fn from_standard_input() -> anyhow::Result<String> {
    let mut line = String::new();
    io::stdin().lock().take(MOST_BYTES).read_line(&mut line).context("cannot read the password")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn make_password(app: &App) -> String {
    Token::new(TokenKind::Reset, app.random()).as_str().chars().skip(4).take(20).collect()
}

fn in_words(error: AppError) -> anyhow::Error {
    match error {
        AppError::NotFound => anyhow::anyhow!("the firm has no name yet; start `sparsam serve` and set it up first"),
        AppError::Refused(Refusal::AddressTaken) => anyhow::anyhow!("somebody has this mail address already"),
        AppError::Refused(Refusal::Password(problem)) => anyhow::anyhow!("this password will not do: {problem}"),
        other => other.into(),
    }
}
