//! Headers that tell browsers what the pages will never do.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
             microphone=(), midi=(), payment=(), usb=()",
        ),
    ),
];

/// One year.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// The headers of one site.
#[derive(Debug, Clone, Copy)]
pub struct SecurityHeaders {
    /// Whether visitors come by https; only then browsers may be told to insist on it.
    pub https: bool,
}

impl SecurityHeaders {
    /// Adds what the page has not set itself. A page that says nothing about caching is private: it is not stored, and
    /// varies by cookie for caches that store it all the same.
    pub fn add_to(self, response: &mut Response) {
        let headers = response.headers_mut();
        for (name, value) in ALWAYS {
            headers.entry(name).or_insert(value);
        }
        if self.https {
            headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(HSTS);
        }
        if !headers.contains_key(header::CACHE_CONTROL) {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.append(header::VARY, HeaderValue::from_static("Cookie"));
        }
    }
}

/// Middleware.
pub async fn set_headers(State(headers): State<SecurityHeaders>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    headers.add_to(&mut response);
    response
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn with(https: bool, own: &[(&'static str, &'static str)]) -> Response {
        let mut response = Response::new(Body::empty());
        for (name, value) in own {
            response.headers_mut().insert(*name, HeaderValue::from_static(value));
        }
        SecurityHeaders { https }.add_to(&mut response);
        response
    }

    #[test]
    fn private_pages_are_walled_in() {
        let response = with(true, &[]);
        let headers = response.headers();
        for name in ["cross-origin-opener-policy", "x-content-type-options", "referrer-policy", "permissions-policy"] {
            assert!(headers.contains_key(name), "{name}");
        }
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["vary"], "Cookie");
        assert!(headers.contains_key("strict-transport-security"));
        assert!(!with(false, &[]).headers().contains_key("strict-transport-security"));
    }

    #[test]
    fn what_the_page_says_stands() {
        let own = [("cache-control", "public, max-age=60"), ("content-security-policy", "default-src 'self'")];
        let response = with(true, &own);
        for (name, value) in own {
            assert_eq!(response.headers()[name], value);
        }
        assert!(!response.headers().contains_key("vary"), "a public answer is the same for all");
        assert_eq!(with(true, &[("vary", "HX-Request")]).headers().get_all("vary").iter().count(), 2);
    }
}
