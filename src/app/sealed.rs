//! Secret texts in the database: sealed, and written in hexadecimal.

use std::fmt::Write as _;

use super::{
    context::App,
    error::{AppError, Result},
};
use crate::identity::seal::{Place, Sealed};

/// Seals a text for one place.
///
/// # Errors
/// [`AppError::Secret`] when it cannot be sealed.
pub(super) fn seal(app: &App, place: Place, text: &str) -> Result<String> {
    let sealed = app.sealer().seal(place, text.as_bytes(), app.random()).map_err(secret)?;
    let mut out = String::with_capacity(sealed.as_bytes().len() * 2);
    for byte in sealed.as_bytes() {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    Ok(out)
}

/// Opens what was sealed for this place.
///
/// # Errors
/// [`AppError::Secret`] when it was sealed under another key, for another place, or was altered.
pub(super) fn open(app: &App, place: Place, sealed: &str) -> Result<String> {
    let damaged = || AppError::Secret("the sealed secret is damaged".to_owned());
    let bytes = from_hex(sealed).ok_or_else(damaged)?;
    let opened = app.sealer().open(place, &Sealed::from_bytes(bytes)).map_err(secret)?;
    String::from_utf8(opened).map_err(|_| damaged())
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
