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
