//! What a handler says when it cannot do what was asked. The page is drawn by [`super::caller::find_caller`], which
//! knows the reader's language.

use std::sync::Arc;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    caller::Caller,
    page::{Nav, Page},
    state::Reads,
};
use crate::{
    app::error::{AppError, Refusal},
    i18n::Texts,
    store::StoreError,
};

/// By then, those who are ahead have been served.
const BUSY_SECONDS: u32 = 10;

/// Why there is no page.
#[derive(Debug, Clone)]
pub enum Failure {
    /// Nobody is signed in.
    SignInFirst,
    /// Not there, or not for this person's eyes; the same answer for both.
    NotFound,
    /// The person may know of it, but not do it.
    Forbidden,
    /// Changed by somebody else meanwhile.
    Conflict,
    /// A link that no longer works.
    Gone,
    /// The form cannot be read at all.
    Unreadable,
    /// More than the limits allow.
    TooLarge,
    /// Again in so many seconds.
    TooMany(u32),
    /// Too much to do at the moment.
    Busy,
    /// The database does not answer.
    Unavailable(String),
    /// A fault of ours.
    Internal(String),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl Failure {
    const fn status(&self) -> StatusCode {
        match self {
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Gone => StatusCode::GONE,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Seconds after which it is worth trying again.
    const fn wait(&self) -> Option<u32> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Busy => Some(BUSY_SECONDS),
            _ => None,
        }
    }

    fn words(&self, t: &Texts) -> (String, String) {
        match self {
            Self::SignInFirst => (t.error_sign_in_title(), t.error_sign_in_body()),
            Self::NotFound => (t.error_not_found_title(), t.error_not_found_body()),
            Self::Forbidden => (t.error_forbidden_title(), t.error_forbidden_body()),
            Self::Conflict => (t.error_conflict_title(), t.error_conflict_body()),
            Self::Gone => (t.error_gone_title(), t.error_gone_body()),
            Self::Unreadable => (t.error_unprocessable_title(), t.error_unprocessable_body()),
            Self::TooLarge => (t.error_too_large_title(), t.error_too_large_body()),
            Self::TooMany(_) => (t.error_too_many_title(), t.error_too_many_body()),
            Self::Busy | Self::Unavailable(_) => (t.error_unavailable_title(), t.error_unavailable_body()),
            Self::Internal(_) => (t.error_internal_title(), t.error_internal_body()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound => Self::NotFound,
            AppError::Denied => Self::Forbidden,
            AppError::KeyReused => Self::Unreadable,
            AppError::Refused(Refusal::LinkUsed) => Self::Gone,
            AppError::Refused(Refusal::TooMany(seconds)) => Self::TooMany(seconds),
            AppError::Stale | AppError::Refused(_) | AppError::Stopped(_) | AppError::SeriesStopped(_) => {
                Self::Conflict
            }
            AppError::Busy => Self::Busy,
            AppError::Store(error) => error.into(),
            AppError::Calendar(_) | AppError::Data(_) | AppError::Secret(_) | AppError::Calculation(_) => {
                Self::Internal(error.to_string())
            }
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

#[derive(Template)]
#[template(path = "errors/failure.html")]
struct FailurePage<'a> {
    page: Page<'a>,
    title: String,
    body: String,
    /// Under which name the log tells what happened; empty unless it is our fault.
    reference: &'a str,
}

/// The page of a failure. What went wrong inside is logged, never shown.
pub(super) fn draw(reads: &Reads, caller: &Caller, failure: &Failure) -> Response {
    match failure {
        Failure::SignInFirst if !caller.target().starts_with("/sign-in") => return to_sign_in(caller),
        Failure::Internal(cause) => tracing::error!(request = caller.request(), %cause, "request failed"),
        Failure::Unavailable(cause) => {
            reads.doubt_writing();
            tracing::error!(request = caller.request(), %cause, "database failed");
        }
        _ => {}
    }
    let (title, body) = failure.words(caller.texts());
    let reference = if matches!(failure, Failure::Internal(_)) { caller.request() } else { "" };
    let page = FailurePage { page: Page::new(reads, caller, Nav::None), title, body, reference };
    let mut response = match super::page::html(failure.status(), &page) {
        Ok(response) => response,
        Err(_) => failure.status().into_response(),
    };
    if let Some(seconds) = failure.wait() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn to_sign_in(caller: &Caller) -> Response {
    let next: String = form_urlencoded::byte_serialize(caller.target().as_bytes()).collect();
    Redirect::to(&format!("/sign-in?next={next}")).into_response()
}
