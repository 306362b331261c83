//! One line for each request: enough to find a fault, nothing that opens a door or follows a person.

use std::{
    borrow::Cow,
    fmt::Write as _,
    net::IpAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use sha2::{Digest as _, Sha256};

use super::client_ip::ClientIp;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// First path segments that are followed by a token.
const TOKEN_PATHS: [&str; 7] = ["b", "f", "invite", "p", "r", "reset", "setup"];
/// Longest segment that is logged as it is. Ids have 36 characters, tokens 43 and more.
const LONGEST_PLAIN: usize = 40;
/// Most characters of a path in the log.
const LONGEST_PATH: usize = 200;
const DAY: Duration = Duration::from_hours(24);

/// Names one request in the log, in the answer (`X-Request-Id`) and on error pages; a request extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// For example `9f2c41d7-0000002a`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names and logs requests.
pub struct AccessLog {
    start: String,
    count: AtomicU32,
    salt: Mutex<Salt>,
}

impl AccessLog {
    /// `random` names this run of the program and salts the visitors' hashes.
    #[must_use]
    pub fn new(random: [u8; 32]) -> Self {
        let start = hex(&Sha256::digest([&b"run"[..], &random].concat()), 4);
        Self { start, count: AtomicU32::new(0), salt: Mutex::new(Salt { value: random, since: Instant::now() }) }
    }

    fn next_id(&self) -> RequestId {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        RequestId(format!("{}-{number:08x}", self.start).into())
    }

    /// Tells visitors apart for a day at most, without telling who they are.
    fn visitor(&self, ip: IpAddr, now: Instant) -> String {
        let mut salt = self.salt.lock().unwrap_or_else(PoisonError::into_inner);
        salt.renew(now);
        hex(&Sha256::digest([&salt.value[..], ip.to_canonical().to_string().as_bytes()].concat()), 4)
    }
}

/// Each day's salt is the hash of the day before: yesterday's cannot be worked out again.
struct Salt {
    value: [u8; 32],
    since: Instant,
}

impl Salt {
    fn renew(&mut self, now: Instant) {
        if now.saturating_duration_since(self.since) >= DAY {
            self.value = Sha256::digest(self.value).into();
            self.since = now;
        }
    }
}

fn hex(bytes: &[u8], count: usize) -> String {
    bytes.iter().take(count).fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}"); // writing to a String cannot fail
        out
    })
}

/// The path with tokens replaced by `…`. The query is no part of it.
#[must_use]
pub fn mask_path(path: &str) -> Cow<'_, str> {
    let mut after_token_path = false;
    let masked: Vec<&str> = path
        .split('/')
        .enumerate()
        .map(|(at, segment)| {
            let secret = after_token_path || segment.len() > LONGEST_PLAIN;
            after_token_path = at == 1 && TOKEN_PATHS.contains(&segment);
            if secret && !segment.is_empty() { "…" } else { segment }
        })
        .collect();
    let whole = masked.join("/");
    if whole == path && whole.len() <= LONGEST_PATH {
        return Cow::Borrowed(path);
    }
    Cow::Owned(whole.chars().take(LONGEST_PATH).collect())
}

/// Middleware: gives the request a [`RequestId`], and writes one line (target `access`) when the answer's headers are
/// ready. A client's own request id is not taken over, since it could be made to look like another's.
pub async fn log_requests(State(log): State<Arc<AccessLog>>, mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = log.next_id();
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let path = mask_path(request.uri().path()).into_owned();
    let visitor = request.extensions().get::<ClientIp>().map(|client| log.visitor(client.0, begun));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        response.headers_mut().insert(X_REQUEST_ID, value);
    }
    tracing::info!(
        target: "access",
        request = id.as_str(),
        %method,
        path,
        status = response.status().as_u16(),
        ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        visitor = visitor.as_deref().unwrap_or("-"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_masked() {
        let token = "a".repeat(41);
        for (path, expected) in [
            ("/", "/"),
            ("/meetings/0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee", "/meetings/0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"),
            ("/r/abc", "/r/…"),
            ("/r/", "/r/"),
            ("/r", "/r"),
            ("/p/abc", "/p/…"),
            ("/f/spf_abc.ics", "/f/…"),
            ("/reset/spr_abc/done", "/reset/…/done"),
            ("/invite/x", "/invite/…"),
            ("/setup/code", "/setup/…"),
            ("/meetings/r/abc", "/meetings/r/abc"),
            ("//r/abc", "//r/abc"),
            (&format!("/x/{token}"), "/x/…"),
        ] {
            assert_eq!(mask_path(path), expected, "{path}");
        }
        assert_eq!(mask_path(&"/ab".repeat(1000)).chars().count(), LONGEST_PATH);
    }

    #[test]
    fn visitors_cannot_be_followed_beyond_a_day() {
        let log = AccessLog::new([7; 32]);
        let (now, ip) = (Instant::now(), "192.0.2.1".parse().unwrap());
        let first = log.visitor(ip, now);
        assert_eq!(log.visitor(ip, now + Duration::from_hours(23)), first);
        assert_ne!(log.visitor("192.0.2.2".parse().unwrap(), now), first);
        assert_ne!(log.visitor(ip, now + Duration::from_hours(25)), first);
    }

    #[test]
    fn ids_count_up_and_name_the_run() {
        let (one, other) = (AccessLog::new([1; 32]), AccessLog::new([2; 32]));
        assert!(one.next_id().as_str().ends_with("-00000000"));
        assert!(one.next_id().as_str().ends_with("-00000001"));
        assert_ne!(one.start, other.start);
    }
}
