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

#[cfg(test)]
mod tests {
    use axum::{
        body::Body,
        extract::Request,
        http::StatusCode,
        response::Response,
        routing::{get, post},
    };
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(method: &str, path: &str, site: &str, body: &str) -> Response {
        let guards = Guards {
            trusted_proxies: TrustedProxies::default(),
            origin: SiteOrigin::of(&"https://meet.example.com".parse().unwrap()),
            headers: SecurityHeaders { https: true },
            access_log: Arc::new(AccessLog::new([1; 32])),
            body_bytes: 10,
        };
        let pages = Router::new()
            .route("/", get(|| async { "hello" }))
            .route("/form", post(|body: String| async move { body }))
            .route("/panic", get(|| async { panic!("planted") as () }));
        let request = Request::builder().method(method).uri(path).header("sec-fetch-site", site);
        guards.wrap(pages).oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn every_answer_is_guarded_named_and_has_the_headers() {
        for (method, path, site, body, status) in [
            ("GET", "/", "cross-site", "", StatusCode::OK),
            ("GET", "/nowhere", "none", "", StatusCode::NOT_FOUND),
            ("GET", "/panic", "none", "", StatusCode::INTERNAL_SERVER_ERROR),
            ("POST", "/form", "same-origin", "0123456789", StatusCode::OK),
            ("POST", "/form", "same-origin", "0123456789a", StatusCode::PAYLOAD_TOO_LARGE),
            ("POST", "/form", "cross-site", "x", StatusCode::FORBIDDEN),
            ("POST", "/nowhere", "cross-site", "x", StatusCode::FORBIDDEN),
        ] {
            let response = ask(method, path, site, body).await;
            assert_eq!(response.status(), status, "{method} {path}");
            for name in ["x-request-id", "content-security-policy", "cache-control", "strict-transport-security"] {
                assert!(response.headers().contains_key(name), "{method} {path}: {name}");
            }
        }
    }

    #[tokio::test]
    async fn refusals_can_be_told_apart() {
        let refused = ask("POST", "/form", "cross-site", "x").await;
        assert_eq!(refused.extensions().get(), Some(&refusal::Refusal::ForeignForm));
        assert_eq!(ask("GET", "/panic", "none", "").await.extensions().get(), Some(&refusal::Refusal::Fault));
    }
}
