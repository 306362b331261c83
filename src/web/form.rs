//! Forms of strings. Reading one never fails on what was typed; only on size.

use axum::{
    extract::{FromRequest, Request},
    http::header,
};
use sha2::{Digest as _, Sha256};

use super::failure::Failure;
use crate::{app::once::Once, domain::limits::consent::Consent};

/// Largest form, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;
/// Largest form in which much is written, in bytes: [`crate::domain::minutes::MAX_ALL`] characters of at most twelve bytes,
/// as forms send them, and as much again for names and for what is too long.
pub const MAX_LONG_BYTES: usize = 2 * 1024 * 1024;
/// Most fields of a form: 200 people and 40 points of six fields each, and as much again, so that a list that is too
/// long comes back with words instead of being refused unread.
pub const MAX_FIELDS: usize = 3_000;

/// Names and values in the order they were sent.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
}

impl Form {
    /// A form with these fields.
    #[must_use]
    pub fn new(fields: Vec<(String, String)>) -> Self {
        Self { fields }
    }

    /// From the query of an address.
    #[must_use]
    pub fn from_query(query: Option<&str>) -> Self {
        Self { fields: pairs(query.unwrap_or("").as_bytes()).take(MAX_FIELDS).collect() }
    }

    /// The first value of a field; empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    /// Whether a field was sent.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(n, _)| n == name)
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Everything in order.
    #[must_use]
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// Replaces all values of a field by one.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.into()));
    }

    /// What is said to limits: a tick, and a reason.
    #[must_use]
    pub fn consent(&self) -> Consent {
        let reason = self.get("limits_reason").trim();
        Consent {
            seen: self.has("limits_seen"),
            reason: (!reason.is_empty()).then(|| reason.to_owned()),
            approved: Vec::new(),
        }
    }

    /// The once-key of the form with the hash of everything else. A form without a key gets one from its content, so
    /// that leaving the key out buys nothing.
    #[must_use]
    pub fn once(&self, scope: impl std::fmt::Display) -> Once {
        let mut hash = Sha256::new();
        for (name, value) in self.fields.iter().filter(|(n, _)| n != "once") {
            for part in [name, value] {
                hash.update(part.len().to_be_bytes());
                hash.update(part.as_bytes());
            }
        }
        let body_hash: [u8; 32] = hash.finalize().into();
        let key = match self.get("once") {
            "" => uuid::Uuid::from_slice(body_hash.get(..16).unwrap_or_default()).unwrap_or_default().to_string(),
            key => key.chars().take(80).collect(),
        };
        Once { scope: scope.to_string(), key, body_hash }
    }
}

/// Names and values without NUL: nobody types it, and PostgreSQL stores no text with it.
fn pairs(body: &[u8]) -> impl Iterator<Item = (String, String)> {
    let clean = |text: String| if text.contains('\0') { text.replace('\0', "") } else { text };
    form_urlencoded::parse(body).into_owned().map(move |(name, value)| (clean(name), clean(value)))
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Self::read(request, MAX_BYTES).await
    }
}

/// A form in which much is written. What is too long in it comes back with words instead of being refused unread.
#[derive(Debug, Clone, Default)]
pub struct LongForm(pub Form);

impl<S: Send + Sync> FromRequest<S> for LongForm {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Form::read(request, MAX_LONG_BYTES).await.map(Self)
    }
}

impl Form {
    async fn read(request: Request, most: usize) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let urlencoded =
            kind.split(';').next().is_some_and(|k| k.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"));
        let body = axum::body::to_bytes(request.into_body(), most).await.map_err(|_| Failure::TooLarge)?;
        if !urlencoded && !body.is_empty() {
            return Err(Failure::Unreadable);
        }
        let fields: Vec<(String, String)> = pairs(&body).take(MAX_FIELDS + 1).collect();
        if fields.len() > MAX_FIELDS { Err(Failure::TooLarge) } else { Ok(Self { fields }) }
    }
}

/// An error of a field, in the reader's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Name and id of the field.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// All errors of a form, in the order of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Errors(pub Vec<FieldError>);

impl Errors {
    /// Adds one.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldError { field: field.into(), message: message.into() });
    }

    /// The first error of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|e| e.field == field).map(|e| e.message.as_str())
    }

    /// Whether all is well.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
