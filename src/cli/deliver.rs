//! `sparsam deliver`: one mail from standard input, handed over by the mail server. It works beside a running server.
//!
//! The exit codes are those that mail servers know (sysexits): whatever may work later is tried again by them, so that
//! nothing is lost while the database is away.

use std::{
    io::{self, Read as _},
    process::ExitCode,
};

use anyhow::Context as _;

use super::{
    Shared, open,
    terminal::{complain, in_full, say},
};
use crate::{
    app::{
        context::World,
        error::AppError,
        receive_mail::{self, Received},
    },
    domain::replies::MAX_MAIL,
    mail::incoming::{NoMail, take_apart},
};

/// `EX_DATAERR`: the input is wrong, and will be next time.
const BAD_DATA: u8 = 65;
/// `EX_TEMPFAIL`: try again.
const TRY_AGAIN: u8 = 75;

/// What went wrong.
enum Fault {
    BadData(String),
    TryAgain(anyhow::Error),
}

pub(super) async fn run(shared: &Shared) -> ExitCode {
    match deliver(shared).await {
        Ok(words) => {
            say(&words);
            ExitCode::SUCCESS
        }
        Err(Fault::BadData(words)) => {
            complain(&words);
            ExitCode::from(BAD_DATA)
        }
        Err(Fault::TryAgain(error)) => {
            complain(&in_full(&error));
            ExitCode::from(TRY_AGAIN)
        }
    }
}

async fn deliver(shared: &Shared) -> Result<String, Fault> {
    let raw = from_standard_input()?;
    let mail = match take_apart(&raw) {
        Ok(mail) => mail,
        Err(error @ (NoMail::TooLarge | NoMail::NoHeaders)) => return Err(Fault::BadData(error.to_string())),
    };
    let config = shared.config()?;
    let db = open::migrated(&config).await?;
    let app = open::app(&config, db.clone(), &open::key(&config)?, World::system());
    let received = receive_mail::run(&app, &mail).await.map_err(in_words)?;
    db.close().await;
    Ok(match received {
        Received::New(outcome) => outcome.to_string(),
        Received::Again => "repeated".to_owned(),
    })
}

fn from_standard_input() -> anyhow::Result<Vec<u8>> {
    let mut raw = Vec::new();
    let most = u64::try_from(MAX_MAIL).unwrap_or(u64::MAX) + 1;
    io::stdin().lock().take(most).read_to_end(&mut raw).context("cannot read the mail")?;
    Ok(raw)
}

fn in_words(error: AppError) -> anyhow::Error {
    match error {
        AppError::NotFound => anyhow::anyhow!("the firm has no name yet; start `sparsam serve` and set it up first"),
        other => other.into(),
    }
}

impl From<anyhow::Error> for Fault {
    fn from(error: anyhow::Error) -> Self {
        Self::TryAgain(error)
    }
}
