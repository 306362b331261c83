//! What commands say.

use std::io::{self, Write as _};

/// Prints a line to standard output. A reader that has gone (`| head`) is no fault.
pub(super) fn say(line: &str) {
    drop(writeln!(io::stdout().lock(), "{line}"));
}

/// Prints an error to standard error.
pub(super) fn complain(text: &str) {
    drop(writeln!(io::stderr().lock(), "sparsam: {text}"));
}

/// An error with its causes, each said once: many messages repeat their cause already.
pub(super) fn in_full(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}
