//! `sparsam dkim new`.

use std::{
    fs::OpenOptions,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Subcommand;
use rsa::rand_core::{CryptoRng, Error, RngCore};

use super::terminal::say;
use crate::{
    app::context::{Entropy as _, SystemEntropy},
    mail::dkim::generate,
};

#[derive(Debug, Subcommand)]
pub(super) enum DkimCommand {
    /// Make a key and print the DNS record to publish
    New(New),
}

#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// The domain of the sender, for example nordvik.example
    #[arg(long)]
    domain: String,
    /// A name for this key, for example 2026a
    #[arg(long)]
    selector: String,
    /// Where to put the private key; it must not exist yet
    #[arg(long, value_name = "FILE", default_value = "dkim.pem")]
    out: PathBuf,
}

pub(super) async fn run(command: &DkimCommand) -> anyhow::Result<ExitCode> {
    let DkimCommand::New(new) = command;
    let (domain, selector) = (new.domain.clone(), new.selector.clone());
    let making = tokio::task::spawn_blocking(move || generate(&mut Chance, &domain, &selector));
    let key = making.await??;
    write_new(&new.out, &key.private_key_pem).with_context(|| format!("cannot write {}", new.out.display()))?;
    say(&format!("The private key is in {}, for its owner only.", new.out.display()));
    say("Publish this DNS record:\n");
    say(&key.record.zone_line());
    say("\nOnce it can be looked up, put this into the configuration file and restart:\n");
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let (domain, selector) = (quoted(&new.domain), quoted(&new.selector));
    let file = quoted(&new.out.to_string_lossy());
    say(&format!("[dkim]\ndomain = {domain}\nselector = {selector}\nkey_file = {file}"));
    Ok(ExitCode::SUCCESS)
}

/// Never over another key: mails on their way are checked against it for days.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The program's randomness in the form that the RSA library takes.
struct Chance;

impl RngCore for Chance {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.fill_bytes(&mut bytes);
        u32::from_ne_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.fill_bytes(&mut bytes);
        u64::from_ne_bytes(bytes)
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        SystemEntropy.fill(dest);
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

impl CryptoRng for Chance {}
