//! Subscriptions as calendar programs fetch them: no session, no cookie, no redirect, no negotiation, no compression
//! (several of them trip over each of these).

mod bodies;
mod pulls;

use std::str::FromStr;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

pub(super) use self::{bodies::FeedBodies, pulls::FeedPulls};
use super::{access::Access, failure::Failure, path::One, routes::Routes, state::Reads};
use crate::{
    app::read_feed::{self, OpenFeed, Style},
    domain::{
        feed::FeedKind,
        itip::feed::{FeedHead, feed},
    },
    i18n::{self, Texts},
    identity::token::{TokenHash, TokenKind, lookup},
    store::Tx,
};

/// How often calendars are asked to come. Those that listen come hourly.
const REFRESH_MINUTES: u32 = 60;
/// Longer than any change waits for its locks.
const STILL_WRITTEN: TimeDelta = TimeDelta::minutes(1);
const NOINDEX: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
/// Kept by the reader alone, and asked about each time.
const PRIVATE: (HeaderName, HeaderValue) = (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/f/{file}", Access::Link, show).page("/robots.txt", Access::Public, robots)
}

/// Some calendars' fetchers honour it, so the feeds are allowed; nothing else is for search engines.
async fn robots() -> impl IntoResponse {
    "User-agent: *\nAllow: /f/\nDisallow: /\n"
}

/// `{token}.ics`
#[derive(Debug, Clone, Copy)]
struct FeedFile(TokenHash);

impl FromStr for FeedFile {
    type Err = ();

    fn from_str(file: &str) -> Result<Self, ()> {
        file.strip_suffix(".ics").and_then(|token| lookup(TokenKind::Feed, token)).map(Self).ok_or(())
    }
}

async fn show(
    State(reads): State<Reads>,
    One(FeedFile(hash)): One<FeedFile>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let now = reads.now();
    let open = read_feed::open(&mut reads.begin().await?, &hash, now).await?;
    // Only now, so that guessed addresses take no memory.
    reads.feed_pulls().check(&hash).map_err(Failure::TooMany)?;
    reads.feed_pulls().saw(open.id(), now);
    let state = Validators::of(&open, &reads, now);
    if state.still_hold(&headers) {
        return Ok((StatusCode::NOT_MODIFIED, state.into_headers()).into_response());
    }
    if let Some(body) = reads.feed_bodies().find(&state.etag) {
        return Ok(state.answer(body));
    }
    let _turn = reads.feed_pulls().turn().await;
    // Once more, because tag and text must come from one view of the data, and none was held while waiting.
    let mut tx = reads.begin().await?;
    let open = read_feed::open(&mut tx, &hash, now).await?;
    let state = Validators::of(&open, &reads, now);
    // Whoever had the turn before may have asked for the same.
    if let Some(body) = reads.feed_bodies().find(&state.etag) {
        return Ok(state.answer(body));
    }
    let body = Bytes::from(written(&reads, &mut tx, &open).await?);
    drop(tx);
    reads.feed_bodies().keep(&state.etag, &body);
    Ok(state.answer(body))
}

/// The whole calendar, in its owner's language.
pub(super) async fn written(reads: &Reads, tx: &mut Tx, open: &OpenFeed) -> Result<String, Failure> {
    let t = i18n::texts(open.owner.person.language);
    let style = Style { settings: reads.settings(), busy: &t.feeds_busy() };
    let entries = open.entries(tx, style, reads.feed_texts()).await?;
    Ok(feed(&FeedHead { name: &name(t, open), refresh_minutes: REFRESH_MINUTES }, &entries))
}

/// The name under which calendars show the feed.
fn name(t: &Texts, open: &OpenFeed) -> String {
    let person = open.owner.person.name.clone();
    match open.feed.kind {
        FeedKind::Mine => t.feeds_name_mine(person),
        FeedKind::Team => t.feeds_name_team(open.team.as_ref().map_or_else(String::new, |team| team.name.clone())),
        FeedKind::Customers => t.feeds_name_customers(person),
        FeedKind::Busy => t.feeds_name_busy(person),
    }
}

/// What tells whether a calendar's copy is still right (RFC 9110 §8.8, §13.1).
struct Validators {
    etag: String,
    /// Whole seconds; `None` for a while, because a change that began at that time may still be written.
    modified: Option<String>,
    /// Whether the time alone tells of every change.
    dated: bool,
}

impl Validators {
    fn of(open: &OpenFeed, reads: &Reads, now: DateTime<Utc>) -> Self {
        // Another release, or another address of the service, writes the same meetings otherwise.
        let changed = open.changed_at().max(reads.started()).trunc_subsecs(0);
        let settled = now - changed > STILL_WRITTEN;
        let modified = settled.then(|| changed.format("%a, %d %b %Y %H:%M:%S GMT").to_string());
        Self { etag: open.etag(reads.settings()), modified, dated: open.is_dated() }
    }

    /// `If-None-Match` decides if it is there. The date must be the very one we gave: a meeting that was taken back
    /// leaves the feed with an older date than before.
    fn still_hold(&self, headers: &HeaderMap) -> bool {
        if headers.contains_key(header::IF_NONE_MATCH) {
            let tags = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
            return tags
                .flat_map(|v| v.split(','))
                .map(str::trim)
                .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == self.etag);
        }
        let since = headers.get(header::IF_MODIFIED_SINCE).and_then(|v| v.to_str().ok());
        self.dated && since.is_some() && since == self.modified.as_deref()
    }

    fn answer(self, body: Bytes) -> Response {
        let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
        (self.into_headers(), [kind], body).into_response()
    }

    fn into_headers(self) -> HeaderMap {
        let values = [Some((header::ETAG, self.etag)), self.modified.map(|at| (header::LAST_MODIFIED, at))];
        let own =
            values.into_iter().flatten().filter_map(|(name, value)| Some((name, HeaderValue::try_from(value).ok()?)));
        own.chain([NOINDEX, PRIVATE]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(headers: &[(HeaderName, &str)]) -> bool {
        let state = Validators {
            etag: "\"abc\"".to_owned(),
            modified: Some("Sun, 22 Nov 2026 10:00:00 GMT".to_owned()),
            dated: true,
        };
        let headers = headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap()));
        state.still_hold(&headers.collect())
    }

    #[test]
    fn what_calendars_ask() {
        let (none, since) = (header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE);
        let (date, older) = ("Sun, 22 Nov 2026 10:00:00 GMT", "Sun, 22 Nov 2026 09:00:00 GMT");
        assert!(asked(&[(none.clone(), "\"abc\"")]));
        assert!(asked(&[(none.clone(), "\"x\", W/\"abc\"")]));
        assert!(asked(&[(since.clone(), date)]));
        for no in [
            vec![],
            vec![(none.clone(), "\"x\"")],
            vec![(none.clone(), "\"x\""), (since.clone(), date)],
            vec![(since.clone(), older)],
            vec![(since.clone(), "Mon, 23 Nov 2026 10:00:00 GMT")],
            vec![(none, "")],
        ] {
            assert!(!asked(&no), "{no:?}");
        }
    }

    #[test]
    fn addresses_of_feeds() {
        let token = crate::identity::token::Token::new(TokenKind::Feed, [7; 32]);
        let text = token.as_str();
        assert!(format!("{text}.ics").parse::<FeedFile>().is_ok());
        for bad in [text.to_owned(), format!("{text}.ICS"), format!("{text}.ics.ics"), ".ics".to_owned()] {
            assert!(bad.parse::<FeedFile>().is_err(), "{bad}");
        }
    }
}
