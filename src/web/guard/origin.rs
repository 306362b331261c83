//! Forms from foreign pages are refused (CSRF). The browser says where a request comes from; no token in forms is needed.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use url::Url;

use super::refusal::Refusal;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Scheme, host and port of the site, as browsers write them in `Origin`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteOrigin(Arc<str>);

impl SiteOrigin {
    /// The origin of the configured base URL; the request's `Host` is never asked.
    #[must_use]
    pub fn of(base_url: &Url) -> Self {
        Self(base_url.origin().ascii_serialization().into())
    }

    /// GET, HEAD and OPTIONS change nothing and pass. Everything else needs `Sec-Fetch-Site: same-origin` (or `none`:
    /// the visitor acted on the browser itself); browsers that do not send it must send our `Origin`. With neither
    /// header the sender is no browser that we know, and is refused.
    #[must_use]
    pub fn allows(&self, method: &Method, headers: &HeaderMap) -> bool {
        if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
            return true;
        }
        let mut sites = headers.get_all(SEC_FETCH_SITE).iter();
        if let Some(site) = sites.next() {
            return sites.next().is_none() && (site == "same-origin" || site == "none");
        }
        let mut origins = headers.get_all(header::ORIGIN).iter();
        origins.next().is_some_and(|origin| *origin == *self.0) && origins.next().is_none()
    }
}

/// Middleware. Routes that machines post to (one-click unsubscription, for example) stay outside of it.
pub async fn require_same_origin(State(site): State<SiteOrigin>, request: Request, next: Next) -> Response {
    if site.allows(request.method(), request.headers()) {
        return next.run(request).await;
    }
    Refusal::ForeignForm.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(method: &str, pairs: &[(&'static str, &'static str)]) -> bool {
        let site = SiteOrigin::of(&"https://meet.nordvik.example/app".parse().unwrap());
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, axum::http::HeaderValue::from_static(value));
        }
        site.allows(&method.parse().unwrap(), &headers)
    }

    #[test]
    fn only_our_own_pages_may_change_something() {
        let ours = ("origin", "https://meet.nordvik.example");
        for (method, headers, expected) in [
            ("GET", &[("sec-fetch-site", "cross-site")][..], true),
            ("HEAD", &[], true),
            ("OPTIONS", &[("origin", "https://evil.example")], true),
            ("POST", &[("sec-fetch-site", "same-origin")], true),
            ("POST", &[("sec-fetch-site", "none")], true),
            ("POST", &[("sec-fetch-site", "same-site")], false),
            ("POST", &[("sec-fetch-site", "cross-site"), ours], false),
            ("POST", &[("sec-fetch-site", "Same-Origin")], false),
            ("POST", &[("sec-fetch-site", ""), ours], false),
            ("POST", &[("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")], false),
            ("POST", &[ours], true),
            ("POST", &[("origin", "https://meet.nordvik.example:443")], false),
            ("POST", &[("origin", "http://meet.nordvik.example")], false),
            ("POST", &[("origin", "https://meet.nordvik.example.evil.example")], false),
            ("POST", &[("origin", "null")], false),
            ("POST", &[ours, ours], false),
            ("POST", &[], false),
            ("DELETE", &[], false),
            ("PROPFIND", &[], false),
            ("TRACE", &[], false),
        ] {
            assert_eq!(allowed(method, headers), expected, "{method} {headers:?}");
        }
    }

    #[test]
    fn a_port_is_part_of_the_origin() {
        let site = SiteOrigin::of(&"http://localhost:3000/".parse().unwrap());
        let mut headers = HeaderMap::new();
        headers.insert(header::ORIGIN, axum::http::HeaderValue::from_static("http://localhost:3000"));
        assert!(site.allows(&Method::POST, &headers));
    }
}
