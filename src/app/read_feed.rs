//! What a subscription shows at this moment. Rights are its owner's at the time of the request; nothing is written.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use sha2::{Digest as _, Sha256};

use super::{
    actor::Actor,
    context::AppSettings,
    error::{AppError, Result},
    facts,
};
use crate::{
    domain::{
        feed::FeedKind,
        ids::{FeedId, PersonId},
        itip::{
            compose::Words,
            feed::{Detail, FeedEntry, Revision, entry},
            plan::Stamp,
        },
        time::Interval,
    },
    identity::token::TokenHash,
    store::{
        self, Tx,
        feeds::{Feed, Selection, State},
        meetings::FullMeeting,
        organization::Organization,
        people::Person,
        teams::Team,
    },
};

/// Most meetings of one feed.
pub const MAX_EVENTS: i64 = 5_000;
/// Meetings loaded at a time; bounds the values bound to one statement.
const CHUNK: usize = 500;
/// Raised when the same meetings are written in other words, so that calendars fetch them anew.
const WRITING: u32 = 1;

/// A feed that works, with all that decides what it shows.
#[derive(Debug)]
pub struct OpenFeed {
    /// The feed.
    pub feed: Feed,
    /// Whose it is.
    pub owner: Actor,
    /// The team of a team feed.
    pub team: Option<Team>,
    organization: Organization,
    people: Vec<PersonId>,
    span: Interval,
    state: State,
}

/// Finds the feed of an address.
///
/// # Errors
/// [`AppError::NotFound`] for an unknown or revoked address, an owner who may not sign in, and a team that the owner is
/// no longer in; all the same to the outside.
pub async fn open(tx: &mut Tx, hash: &TokenHash, now: DateTime<Utc>) -> Result<OpenFeed> {
    let feed = store::feeds::by_hash(tx, hash.as_bytes()).await?.ok_or(AppError::NotFound)?;
    let owner = store::people::by_id(tx, feed.owner_id).await?.ok_or(AppError::NotFound)?;
    let owner = Actor::load(tx, owner, None, String::new()).await?.ok_or(AppError::NotFound)?;
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let team = team(tx, &feed, &owner).await?;
    let people = match &team {
        None => vec![owner.id()],
        Some(team) => store::teams::members(tx, team.id).await?.into_iter().map(|m| m.person_id).collect(),
    };
    let span = span(now).ok_or(AppError::NotFound)?;
    let selection = Selection { people: &people, span, customers_only: feed.kind == FeedKind::Customers };
    let state = store::feeds::state(tx, selection).await?;
    Ok(OpenFeed { feed, owner, team, organization, people, span, state })
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
    Interval::new(at(month - Months::new(12)), at(month + Months::new(25)))
}

impl OpenFeed {
    /// Strong: two answers with the same tag have the same bytes. Needs no meeting to be loaded.
    #[must_use]
    pub fn etag(&self) -> String {
        let mut hash = Sha256::new();
        let mut add = |part: &dyn std::fmt::Debug| hash.update(format!("{part:?};"));
        add(&(WRITING, self.feed.id, self.feed.kind.as_str(), self.span, &self.state));
        add(&(self.owner.person.language, self.organization.updated_at, &self.people));
        add(&self.team.as_ref().map(|team| (team.id, team.name.as_str(), self.all_is_open())));
        let digest = hash.finalize();
        let tag = digest.iter().take(16).fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
        format!("\"{tag}\"")
    }

    /// When what the feed shows last changed: a meeting, an answer, or the feed itself.
    #[must_use]
    pub fn changed_at(&self) -> DateTime<Utc> {
        let times = [self.state.changed_at, self.state.answered_at];
        times.into_iter().flatten().fold(self.feed.created_at, DateTime::max)
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

    /// The meetings as they stand in the feed, by start. `busy` is the word for time of which the owner may know no more.
    pub async fn entries(&self, tx: &mut Tx, settings: &AppSettings, busy: &str) -> Result<Vec<FeedEntry>> {
        let selection =
            Selection { people: &self.people, span: self.span, customers_only: self.feed.kind == FeedKind::Customers };
        let ids = store::feeds::meetings(tx, selection, MAX_EVENTS).await?;
        let words = (settings.words)(self.owner.person.language);
        let writing = Writing { open: self, words: &words, base_url: &settings.base_url, busy };
        let mut entries = Vec::with_capacity(ids.len());
        let mut organizers: HashMap<PersonId, Person> = HashMap::new();
        for chunk in ids.chunks(CHUNK) {
            let meetings = store::meetings::by_ids(tx, chunk).await?;
            load_organizers(tx, &meetings, &mut organizers).await?;
            entries.extend(meetings.iter().filter_map(|full| writing.entry(full, &organizers)));
        }
        Ok(entries)
    }

    /// The feed, to note that it was fetched.
    #[must_use]
    pub const fn id(&self) -> FeedId {
        self.feed.id
    }
}

async fn load_organizers(tx: &mut Tx, meetings: &[FullMeeting], known: &mut HashMap<PersonId, Person>) -> Result<()> {
    let mut ids: Vec<PersonId> =
        meetings.iter().map(|m| m.meeting.organizer_id).filter(|id| !known.contains_key(id)).collect();
    ids.sort_unstable();
    ids.dedup();
    if !ids.is_empty() {
        known.extend(store::people::by_ids(tx, &ids).await?.into_iter().map(|person| (person.id, person)));
    }
    Ok(())
}

struct Writing<'a> {
    open: &'a OpenFeed,
    words: &'a Words,
    base_url: &'a str,
    busy: &'a str,
}

impl Writing<'_> {
    fn entry(&self, full: &FullMeeting, organizers: &HashMap<PersonId, Person>) -> Option<FeedEntry> {
        let m = &full.meeting;
        let facts = facts::of(full, organizers.get(&m.organizer_id)?, &self.open.organization);
        let owner = self.open.owner.id();
        let own = full.attendees.iter().find(|a| a.person_id == Some(owner) && a.removed_at.is_none());
        let page = format!("{}/meetings/{}", self.base_url, m.id);
        let sees = self.open.all_is_open() || own.is_some() || m.organizer_id == owner;
        let detail = if self.open.feed.kind == FeedKind::Busy || !sees {
            Detail::BusyOnly { word: self.busy }
        } else {
            Detail::Full { words: self.words, page: Some(&page), reader: own.map(|a| a.id) }
        };
        let stamp = Stamp { sequence: u32::try_from(m.sequence).unwrap_or(0), dtstamp: m.stamped_at };
        entry(&Revision { facts: &facts, stamp, created: m.created_at }, detail)
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
