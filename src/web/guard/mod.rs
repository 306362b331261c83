//! What stands around every page. [`Guards::wrap`] puts the parts in their order; each can be used alone too.

pub mod access_log;
pub mod client_ip;
pub mod headers;
pub mod origin;
pub mod panics;
pub mod rate;
pub mod refusal;

use std::sync::Arc;

use axum::{Router, extract::DefaultBodyLimit, middleware};

use self::{access_log::AccessLog, client_ip::TrustedProxies, headers::SecurityHeaders, origin::SiteOrigin};

/// The guards of one site.
#[derive(Clone)]
pub struct Guards {
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// The only origin whose pages may send forms.
    pub origin: SiteOrigin,
    /// Set on every answer.
    pub headers: SecurityHeaders,
    /// Names and logs requests.
    pub access_log: Arc<AccessLog>,
    /// Most bytes of a form; a route may set its own [`DefaultBodyLimit`].
    pub body_bytes: usize,
}

impl Guards {
    /// From the outside in: who is it, name and log the request, headers, panics, foreign forms, size. Refused and
    /// failed requests so are logged, named and carry the headers too.
    pub fn wrap(self, router: Router) -> Router {
        router
            .layer(DefaultBodyLimit::max(self.body_bytes))
            .layer(middleware::from_fn_with_state(self.origin, origin::require_same_origin))
            .layer(middleware::from_fn(panics::catch_panics))
            .layer(middleware::from_fn_with_state(self.headers, headers::set_headers))
            .layer(middleware::from_fn_with_state(self.access_log, access_log::log_requests))
            .layer(middleware::from_fn_with_state(self.trusted_proxies, client_ip::find_client))
    }
}
