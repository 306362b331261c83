//! Who asks: found once per request, before anything else.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, TimeDelta, Utc};

use super::{
    failure::{self, Failure},
    guard::{access_log::RequestId, client_ip::ClientIp, refusal::Refusal},
    state::Reads,
};
use crate::{
    app::{actor::Actor, sessions},
    domain::{
        language::Language,
        person::{Clock, Theme},
        time::Zone,
    },
    i18n::{self, Texts, format::Format},
};

/// Who asks, and how to speak to them.
#[derive(Clone)]
pub struct Caller(Arc<Inner>);

struct Inner {
    actor: Option<Actor>,
    language: Language,
    zone: Zone,
    now: DateTime<Utc>,
    address: String,
    uri: Uri,
    device: String,
    request: Option<RequestId>,
}

impl Caller {
    /// The signed-in person.
    pub fn actor(&self) -> Result<&Actor, Failure> {
        self.0.actor.as_ref().ok_or(Failure::SignInFirst)
    }

    /// The signed-in person, if any.
    #[must_use]
    pub fn actor_if_any(&self) -> Option<&Actor> {
        self.0.actor.as_ref()
    }

    /// When the request came.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.now
    }

    /// Their network address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// The name of the request in the log.
    #[must_use]
    pub fn request(&self) -> &str {
        self.0.request.as_ref().map_or("", RequestId::as_str)
    }

    /// Their browser and system in words.
    #[must_use]
    pub fn device(&self) -> &str {
        &self.0.device
    }

    /// Path and query of the request.
    #[must_use]
    pub fn target(&self) -> &str {
        self.0.uri.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str)
    }

    /// Their language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// Their zone.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.0.zone
    }

    /// Messages in their language.
    pub(crate) fn texts(&self) -> &'static Texts {
        i18n::texts(self.0.language)
    }

    /// Dates and numbers as they write them.
    pub(crate) fn format(&self) -> Format {
        let clock = self.0.actor.as_ref().map_or(Clock::Language, |a| a.person.clock);
        Format::new(self.0.language, clock, self.0.zone.clone())
    }

    /// Light or dark.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.0.actor.as_ref().map_or(Theme::System, |a| a.person.theme)
    }

    /// The same caller spoken to in another language and zone: the reader of a mail who follows its link.
    #[must_use]
    pub fn speaking(&self, language: Language, zone: Zone) -> Self {
        self.with(self.0.actor.clone(), language, zone)
    }

    fn with(&self, actor: Option<Actor>, language: Language, zone: Zone) -> Self {
        let inner = &self.0;
        Self(Arc::new(Inner {
            actor,
            language,
            zone,
            now: inner.now,
            address: inner.address.clone(),
            uri: inner.uri.clone(),
            device: inner.device.clone(),
            request: inner.request.clone(),
        }))
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::Internal("no caller".to_owned()))
    }
}

/// Finds the caller, lets the request through, and draws the page of whatever went wrong, in the caller's language.
pub async fn find_caller(State(reads): State<Reads>, mut request: Request, next: Next) -> Response {
    let stranger = stranger(&reads, &request);
    let cookie =
        CookieJar::from_headers(request.headers()).get(cookie_name(reads.mode().secure)).map(|c| c.value().to_owned());
    let caller = match cookie {
        None => stranger,
        Some(cookie) => match recognise(&reads, stranger.clone(), &cookie).await {
            Ok(caller) => caller,
            Err(failure) => return failure::draw(&reads, &stranger, &failure),
        },
    };
    request.extensions_mut().insert(caller.clone());
    let mut response = next.run(request).await;
    let extensions = response.extensions_mut();
    match (extensions.remove::<Arc<Failure>>(), extensions.get::<Refusal>().copied()) {
        (Some(failure), _) => failure::draw(&reads, &caller, &failure),
        (None, Some(Refusal::Fault)) => failure::draw(&reads, &caller, &Failure::Internal("a panic".to_owned())),
        (None, _) => response,
    }
}

async fn recognise(reads: &Reads, caller: Caller, cookie: &str) -> Result<Caller, Failure> {
    let mut tx = reads.begin().await?;
    let now = caller.now();
    let Some((actor, session)) = sessions::recognise(&mut tx, now, cookie, caller.address()).await? else {
        return Ok(caller);
    };
    if now - session.last_seen_at > TimeDelta::minutes(1) {
        reads.saw(session.id, now);
    }
    let zone = Zone::named(&actor.person.zone).unwrap_or_else(|_| Zone::utc());
    let language = actor.person.language;
    Ok(caller.with(Some(actor), language, zone))
}

/// A caller of whom only the request is known.
fn stranger(reads: &Reads, request: &Request) -> Caller {
    let headers = request.headers();
    let header = |name| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("");
    Caller(Arc::new(Inner {
        actor: None,
        language: Language::negotiate(header(header::ACCEPT_LANGUAGE)),
        zone: Zone::utc(),
        now: reads.now(),
        address: request.extensions().get::<ClientIp>().map_or_else(String::new, |ip| ip.0.to_string()),
        uri: request.uri().clone(),
        device: device(headers),
        request: request.extensions().get::<RequestId>().cloned(),
    }))
}

/// `__Host-` binds the cookie to this host and to https; browsers take it on plain `localhost` too, but not every tool
/// does, so development goes without.
#[must_use]
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-s" } else { "sparsam" }
}

/// Browser and system in two words, for the list of one's sessions.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser =
        first(&[("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = first(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
