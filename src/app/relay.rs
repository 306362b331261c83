//! The password of the relay: sealed when the set-up page saves it, opened when a mail leaves.

use uuid::Uuid;

use super::{context::App, error::Result, sealed};
use crate::{domain::relay::Relay, identity::seal::Place};

const PASSWORD: Place = Place { column: "organization.relay.sealed_password", row: Uuid::nil() };

/// Seals a password for [`Relay::sealed_password`].
///
/// # Errors
/// [`AppError::Secret`](super::error::AppError::Secret) when it cannot be sealed.
pub fn seal_password(app: &App, password: &str) -> Result<String> {
    sealed::seal(app, PASSWORD, password)
}

/// The password of a relay, if it has one.
///
/// # Errors
/// [`AppError::Secret`](super::error::AppError::Secret) when it was sealed under another key or was altered.
pub fn open_password(app: &App, relay: &Relay) -> Result<Option<String>> {
    relay.sealed_password.as_ref().map(|text| sealed::open(app, PASSWORD, text)).transpose()
}
