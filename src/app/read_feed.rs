//! What a subscription shows at this moment. Rights are its owner's at the time of the request; nothing is written.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use sha2::{Digest as _, Sha256};

use super::{
    actor::Actor,
    context::AppSettings,
    error::{AppError, Result},
    facts::{self, FeedReader},
    feed_texts::{FeedTexts, TextKey, Told},
    series,
};
use crate::{
    domain::{
        agenda::part::Stay,
        feed::FeedKind,
        ids::{AgendaItemId, FeedId, MeetingId, PersonId},
        itip::{
            compose::Words,
            feed::{Detail, FeedEntry, Revision, entry},
            plan,
        },
        meeting::AttendeeRole,
        time::Interval,
    },
    identity::token::TokenHash,
    store::{
        self, Tx,
        feed_meetings::{self, FeedMeeting, FeedPoint, Seat, Selection},
        feeds::{Feed, Owned},
        stamps::Stamp,
        teams::Team,
    },
};

/// Most meetings of one feed.
pub const MAX_EVENTS: i64 = 5_000;
/// What a feed shows of the past, beside the month that has begun.
const MONTHS_BACK: u32 = 12;
/// Meetings loaded at a time; bounds the values bound to one statement.
const CHUNK: usize = 500;
/// Raised when the same meetings are written in other words, so that calendars fetch them anew.
const WRITING: u32 = 3;

/// A feed that works, with all that decides what it shows.
#[derive(Debug)]
pub struct OpenFeed {
    /// The feed.
    pub feed: Feed,
    /// Whose it is.
    pub owner: Actor,
    /// The team of a team feed.
    pub team: Option<Team>,
    people: Vec<PersonId>,
    span: Interval,
    stamp: Stamp,
}

/// Finds the feed of an address.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown or revoked address, an owner who may not sign in, and a team that the owner is
/// no longer in; all the same to the outside.
pub async fn open(tx: &mut Tx, hash: &TokenHash, now: DateTime<Utc>) -> Result<OpenFeed> {
    let found = store::feeds::by_hash(tx, hash.as_bytes()).await?.ok_or(AppError::NotFound)?;
    let Owned { feed, owner, memberships, stamp } = found;
    let owner =
        Actor::of(tx, (owner, &memberships, Vec::new()), None, String::new()).await?.ok_or(AppError::NotFound)?;
    let span = span(now).ok_or(AppError::NotFound)?;
    let Some(team) = team(tx, &feed, &owner).await? else {
        return Ok(OpenFeed { feed, people: vec![owner.id()], owner, team: None, span, stamp });
    };
    let people: Vec<_> = store::teams::members(tx, team.id).await?.into_iter().map(|m| m.person_id).collect();
    let stamp = store::stamps::of_people(tx, &people).await?;
    Ok(OpenFeed { feed, owner, team: Some(team), people, span, stamp })
}

/// Somebody's own meetings as a file that they take with them: of two years back and two ahead, at most [`MAX_EVENTS`]. It is
/// no subscription; there is no row of it.
///
/// # Errors
/// When the database fails.
pub async fn own(tx: &mut Tx, owner: &Actor, now: DateTime<Utc>) -> Result<OpenFeed> {
    let feed = Feed {
        id: FeedId::from_uuid(uuid::Uuid::nil()),
        owner_id: owner.id(),
        kind: FeedKind::Mine,
        team_id: None,
        token_hash: Vec::new(),
        created_at: now,
        last_used_at: None,
        revoked_at: None,
    };
    let span = span(now).ok_or(AppError::NotFound)?;
    let span = Interval::new(span.start() - Months::new(12), span.end()).ok_or(AppError::NotFound)?;
    let stamp = store::stamps::of_people(tx, &[owner.id()]).await?;
    Ok(OpenFeed { feed, people: vec![owner.id()], owner: owner.clone(), team: None, span, stamp })
}

async fn team(tx: &mut Tx, feed: &Feed, owner: &Actor) -> Result<Option<Team>> {
    if feed.kind != FeedKind::Team {
        return Ok(None);
    }
    let id = feed.team_id.filter(|team| owner.sees_team(*team)).ok_or(AppError::NotFound)?;
    Ok(Some(store::teams::by_id(tx, id).await?.ok_or(AppError::NotFound)?))
}

/// One year back and two ahead, by whole months: a window that slid with every request would make every answer new.
fn span(now: DateTime<Utc>) -> Option<Interval> {
    let month = NaiveDate::from_ymd_opt(now.year(), now.month(), 1)?;
    let at = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
    Interval::new(at(month - Months::new(MONTHS_BACK)), at(month + Months::new(25)))
}

impl OpenFeed {
    /// Strong: two answers with the same tag have the same bytes, also those of two feeds. Needs no meeting to be loaded:
    /// the stamp of the people's calendars stands for their meetings, and the rest is all else that the text depends on.
    #[must_use]
    pub fn etag(&self, settings: &AppSettings) -> String {
        let mut hash = Sha256::new();
        let mut add = |part: &dyn std::fmt::Debug| hash.update(format!("{part:?};"));
        let owner = &self.owner.person;
        add(&(WRITING, &settings.base_url, owner.id, self.feed.kind.as_str(), self.span));
        add(&(owner.language, &owner.name, &self.people, &self.stamp));
        add(&self.team.as_ref().map(|team| (team.id, team.name.as_str(), self.all_is_open())));
        let digest = hash.finalize();
        let tag = digest.iter().take(16).fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
        format!("\"{tag}\"")
    }

    /// When what the feed shows last changed: its meetings and answers, its window, its owner, or the feed itself.
    #[must_use]
    pub fn changed_at(&self) -> DateTime<Utc> {
        let moved = self.span.start() + Months::new(MONTHS_BACK);
        let times = [self.feed.created_at, self.owner.person.updated_at, moved];
        times.into_iter().chain(self.stamp.changed_at()).max().unwrap_or(self.feed.created_at)
    }

    /// Whether [`Self::changed_at`] tells of every change. Who is in a team, and who manages it, carries no time.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        self.team.is_none()
    }

    /// Whether the owner sees all meetings of the team.
    fn all_is_open(&self) -> bool {
        self.team.as_ref().is_none_or(|team| self.owner.sees_meetings_of_team(team.id))
    }

    /// The meetings as they stand in the feed, by start. Only what is not among `texts` is loaded and written.
    pub async fn entries(&self, tx: &mut Tx, style: Style<'_>, texts: &FeedTexts) -> Result<Vec<Arc<FeedEntry>>> {
        let selection =
            Selection { people: &self.people, span: self.span, customers_only: self.feed.kind == FeedKind::Customers };
        let seats = feed_meetings::seats(tx, selection, self.owner.id(), MAX_EVENTS).await?;
        let writing = Writing { open: self, words: &(style.settings.words)(self.owner.person.language), style };
        let (seats, in_series): (Vec<Seat>, Vec<Seat>) = seats.into_iter().partition(|seat| seat.series_id.is_none());
        let keys: Vec<TextKey> = seats.iter().map(|seat| writing.key(seat)).collect();
        let found = texts.find(&keys);
        let asked = seats.iter().zip(&keys).zip(&found);
        let missing: Vec<(&Seat, &TextKey)> = asked.filter(|(_, text)| text.is_none()).map(|(both, _)| both).collect();
        let mut written = HashMap::with_capacity(missing.len());
        for some in missing.chunks(CHUNK) {
            for (key, text) in writing.write(tx, some).await? {
                texts.keep(key, Arc::clone(&text));
                written.insert(key.meeting, text);
            }
        }
        let all = seats.iter().zip(found).filter_map(|(seat, text)| text.or_else(|| written.remove(&seat.id)));
        let mut all: Vec<Arc<FeedEntry>> = all.collect();
        let own_time = self.team.is_none();
        let reading =
            series::feed::Reading { own_time, selection, reader: self.owner.id(), style, words: writing.words };
        let told = |seat: &Seat| writing.told(seat);
        for some in series::feed::chunks(&in_series) {
            all.extend(reading.entries(tx, some, &told).await?.into_iter().map(Arc::new));
        }
        Ok(all)
    }

    /// The feed, to note that it was fetched.
    #[must_use]
    pub const fn id(&self) -> FeedId {
        self.feed.id
    }
}

fn by_meeting(points: Vec<FeedPoint>) -> HashMap<MeetingId, Vec<FeedPoint>> {
    let mut all: HashMap<MeetingId, Vec<FeedPoint>> = HashMap::new();
    for point in points {
        all.entry(point.meeting_id).or_default().push(point);
    }
    all
}

/// How the text is written, beside the owner's language.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// Words and addresses.
    pub settings: &'a AppSettings,
    /// The word for time of which the owner may know no more, in the owner's language.
    pub busy: &'a str,
}

struct Writing<'a> {
    open: &'a OpenFeed,
    words: &'a Words,
    style: Style<'a>,
}

impl Writing<'_> {
    fn told(&self, seat: &Seat) -> Told {
        let sees = self.open.all_is_open() || seat.own_id.is_some() || seat.organizer_id == self.open.owner.id();
        if !sees || self.open.feed.kind == FeedKind::Busy {
            Told::Busy
        } else if seat.own_role == Some(AttendeeRole::Informed) {
            Told::AllInformed
        } else {
            Told::All
        }
    }

    fn key(&self, seat: &Seat) -> TextKey {
        let language = self.open.owner.person.language;
        let own = seat.own_id.filter(|_| self.own_part(seat).is_some());
        TextKey { meeting: seat.id, version: seat.version, language, told: self.told(seat), own }
    }

    /// The points that the owner is invited to, in feeds of their own time. Those of teams show whole meetings.
    fn own_part(&self, seat: &Seat) -> Option<(AgendaItemId, AgendaItemId, Stay)> {
        seat.own_part().filter(|_| self.open.team.is_none())
    }

    /// Loads some meetings and writes their texts.
    async fn write(&self, tx: &mut Tx, some: &[(&Seat, &TextKey)]) -> Result<Vec<(TextKey, Arc<FeedEntry>)>> {
        let by_id: HashMap<MeetingId, (&Seat, &TextKey)> = some.iter().map(|both| (both.0.id, *both)).collect();
        let all: Vec<MeetingId> = some.iter().map(|(seat, _)| seat.id).collect();
        let meetings = feed_meetings::by_ids(tx, &all).await?;
        let told = some.iter().filter(|(_, key)| key.told != Told::Busy).map(|(seat, _)| seat.id);
        let told: Vec<MeetingId> = told.collect();
        let mut points = by_meeting(feed_meetings::points(tx, &told).await?);
        let texts = meetings.into_iter().filter_map(|m| {
            let (seat, key) = by_id.get(&m.id)?;
            let points = points.remove(&m.id).unwrap_or_default();
            Some((**key, Arc::new(self.entry(m, points, seat)?)))
        });
        Ok(texts.collect())
    }

    fn entry(&self, m: FeedMeeting, points: Vec<FeedPoint>, seat: &Seat) -> Option<FeedEntry> {
        let page = format!("{}/meetings/{}", self.style.settings.base_url, m.id);
        let detail = match self.told(seat) {
            Told::Busy => Detail::BusyOnly { word: self.style.busy },
            Told::All | Told::AllInformed => Detail::Full { words: self.words, page: Some(&page), reader: seat.own_id },
        };
        let stamp = plan::Stamp { sequence: u32::try_from(m.sequence).unwrap_or(0), dtstamp: m.stamped_at };
        let created = m.created_at;
        let reader =
            seat.own_id.zip(seat.own_role).map(|(id, role)| FeedReader { id, role, part: self.own_part(seat) });
        let facts = facts::in_feed(m, points, reader);
        let facts = seat.own_id.map_or_else(|| facts.clone(), |own| facts.seen_by(own));
        entry(&Revision { facts: &facts, stamp, created }, detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_moves_by_months() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let window = span(at("2026-11-22T10:00:00Z")).unwrap();
        assert_eq!(window.start(), at("2025-11-01T00:00:00Z"));
        assert_eq!(window.end(), at("2028-12-01T00:00:00Z"));
        assert_eq!(span(at("2026-11-01T00:00:00Z")), Some(window));
    }
}
