//! The password of the relay: sealed when the set-up page saves it, opened when a mail leaves.

use std::fmt::Write as _;

use uuid::Uuid;

use super::{
    context::App,
    error::{AppError, Result},
};
use crate::{
    domain::relay::Relay,
    identity::seal::{Place, Sealed},
};

const PASSWORD: Place = Place { column: "organization.relay.sealed_password", row: Uuid::nil() };

/// Seals a password for [`Relay::sealed_password`].
///
/// # Errors
/// [`AppError::Secret`] when it cannot be sealed.
pub fn seal_password(app: &App, password: &str) -> Result<String> {
    let sealed = app.sealer().seal(PASSWORD, password.as_bytes(), app.random()).map_err(secret)?;
    let mut out = String::with_capacity(sealed.as_bytes().len() * 2);
    for byte in sealed.as_bytes() {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    Ok(out)
}

/// The password of a relay, if it has one.
///
/// # Errors
/// [`AppError::Secret`] when it was sealed under another key or was altered.
pub fn open_password(app: &App, relay: &Relay) -> Result<Option<String>> {
    let Some(sealed) = &relay.sealed_password else { return Ok(None) };
    let damaged = || AppError::Secret("the sealed password is damaged".to_owned());
    let bytes = from_hex(sealed).ok_or_else(damaged)?;
    let opened = app.sealer().open(PASSWORD, &Sealed::from_bytes(bytes)).map_err(secret)?;
    String::from_utf8(opened).map(Some).map_err(|_| damaged())
}

fn secret(error: impl std::fmt::Display) -> AppError {
    AppError::Secret(error.to_string())
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<Vec<u8>>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_is_read_or_refused() {
        assert_eq!(from_hex("00ff1a"), Some(vec![0, 255, 26]));
        for bad in ["0", "0g", "ää"] {
            assert_eq!(from_hex(bad), None, "{bad}");
        }
    }
}
