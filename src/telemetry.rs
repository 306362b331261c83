//! What is logged, and how. Lines go to standard error; what the program answers goes to standard output.

use std::io::IsTerminal as _;

use tracing::{Level, Metadata};
use tracing_subscriber::{
    EnvFilter, Layer as _, filter::ParseError, filter::filter_fn, layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

use crate::config::{Log, LogFormat};

/// Starts logging; a second call changes nothing.
///
/// # Errors
/// When the filter cannot be read.
pub(crate) fn start(log: &Log) -> Result<(), ParseError> {
    let filter = EnvFilter::builder().parse(&log.filter)?;
    let colours = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(colours);
    let lines = match log.format {
        LogFormat::Text => lines.with_target(true).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).boxed(),
    };
    let subscriber = tracing_subscriber::registry().with(filter).with(filter_fn(may_be_logged)).with(lines);
    // Fails only when logging has started already.
    drop(subscriber.try_init());
    Ok(())
}

/// These log whole mails and passwords below `info`: no filter may let those through.
const MAIL_LIBRARIES: [&str; 2] = ["lettre", "async_imap"];

fn may_be_logged(what: &Metadata<'_>) -> bool {
    let rest = MAIL_LIBRARIES.iter().find_map(|library| what.target().strip_prefix(library));
    let mail_library = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
    !mail_library || *what.level() <= Level::INFO
}
