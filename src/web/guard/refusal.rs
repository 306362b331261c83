//! Answers of the guards. They are plain text and carry themselves as an extension, so that an outer layer can put the
//! site's own page (in the reader's language) in their place.

use std::time::Duration;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Why a guard answered in the page's stead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A form that did not come from our own pages.
    ForeignForm,
    /// Too many requests; the next one may come after this time.
    TooMany(Duration),
    /// The page failed; the log has the reason under the request's id.
    Fault,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            Self::ForeignForm => (StatusCode::FORBIDDEN, "This form was not sent from our own page.\n"),
            Self::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "Too many requests. Please wait a little.\n"),
            Self::Fault => (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side.\n"),
        };
        let mut response = (status, text).into_response();
        if let Self::TooMany(wait) = self {
            // Rounded up: whoever comes at the told second must be let in.
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        response.extensions_mut().insert(self);
        response
    }
}
