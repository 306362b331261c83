//! Everything that messages and feeds say about a series at one moment.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    ids::{AttendeeId, MeetingId},
    meeting::{MeetingFacts, Status},
    series::rule::Rule,
};

/// One date of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFacts {
    /// The meeting.
    pub id: MeetingId,
    /// What the rule says: its RECURRENCE-ID, on the wall clock of the series.
    pub original: NaiveDateTime,
    /// The meeting itself. People have the same [`AttendeeId`] in all dates.
    pub facts: MeetingFacts,
}

/// A series with all its dates. Frozen into the outbox like [`MeetingFacts`]; what dates have in common is kept once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Packed", into = "Packed")]
pub struct SeriesFacts {
    /// Global and permanent; the UID of all its dates.
    pub uid: String,
    /// IANA zone on whose clock the rule runs.
    pub zone: String,
    /// How it repeats.
    pub rule: Rule,
    /// UID of the series that this one goes on from (RELATED-TO).
    pub continues: Option<String>,
    /// The dates in the order of the rule; called-off ones are among them.
    pub dates: Vec<DateFacts>,
}

impl SeriesFacts {
    /// Whether somebody takes part in a date that stands.
    #[must_use]
    pub fn is_live(date: &DateFacts, person: AttendeeId) -> bool {
        date.facts.status == Status::Confirmed && date.facts.attendee(person).is_some()
    }

    /// The dates in which somebody takes part, those that are off left out.
    pub fn live(&self, person: AttendeeId) -> impl Iterator<Item = &DateFacts> {
        self.dates.iter().filter(move |date| Self::is_live(date, person))
    }

    /// The date that stands for all of them towards somebody at a moment: their next one; while a series is called off, the
    /// one that would be; after its end the last that stood.
    #[must_use]
    pub fn next(&self, person: AttendeeId, at: DateTime<Utc>) -> Option<&DateFacts> {
        let ahead = |date: &&DateFacts| date.facts.ends_at > at;
        let theirs = || self.dates.iter().filter(move |date| date.facts.attendee(person).is_some());
        let live = || self.live(person);
        live().find(ahead).or_else(|| theirs().find(ahead)).or_else(|| live().last()).or_else(|| theirs().next())
    }

    /// The date with this id.
    #[must_use]
    pub fn date(&self, id: MeetingId) -> Option<&DateFacts> {
        self.dates.iter().find(|date| date.id == id)
    }
}

impl DateFacts {
    /// Whether it takes place when the rule says.
    #[must_use]
    pub fn is_regular(&self, zone: &str) -> bool {
        let f = &self.facts;
        f.start == self.original && f.zone == zone && f.ends_at - f.starts_at == TimeDelta::minutes(f.minutes.into())
    }

    /// All but its time; the same for dates that differ in nothing else.
    #[must_use]
    pub fn content(&self) -> MeetingFacts {
        placed(&self.facts, NaiveDateTime::default(), DateTime::UNIX_EPOCH)
    }
}

/// The date whose content most regular ones share, the earliest of them: what the master of a calendar object says.
#[must_use]
pub fn usual<'a>(dates: &[&'a DateFacts], zone: &str) -> Option<&'a DateFacts> {
    let mut groups: Vec<(MeetingFacts, &DateFacts, usize)> = Vec::new();
    for date in dates.iter().filter(|date| date.is_regular(zone)) {
        let content = date.content();
        match groups.iter_mut().find(|(known, _, _)| *known == content) {
            Some((_, _, times)) => *times += 1,
            None => groups.push((content, *date, 1)),
        }
    }
    let most = groups.iter().map(|(_, _, times)| *times).max()?;
    groups.into_iter().find(|(_, _, times)| *times == most).map(|(_, date, _)| date)
}

fn placed(facts: &MeetingFacts, start: NaiveDateTime, at: DateTime<Utc>) -> MeetingFacts {
    let ends_at = at.checked_add_signed(TimeDelta::minutes(facts.minutes.into())).unwrap_or(at);
    MeetingFacts { start, starts_at: at, ends_at, ..facts.clone() }
}

/// As it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Packed {
    uid: String,
    zone: String,
    rule: Rule,
    continues: Option<String>,
    usual: Option<MeetingFacts>,
    dates: Vec<PackedDate>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct PackedDate {
    id: MeetingId,
    original: NaiveDateTime,
    at: DateTime<Utc>,
    /// `None` for what is usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<MeetingFacts>,
}

impl From<SeriesFacts> for Packed {
    fn from(series: SeriesFacts) -> Self {
        let all: Vec<&DateFacts> = series.dates.iter().collect();
        let usual = usual(&all, &series.zone).map(DateFacts::content);
        let pack = |date: &DateFacts| {
            let common = date.is_regular(&series.zone) && usual.as_ref() == Some(&date.content());
            let own = (!common).then(|| date.facts.clone());
            PackedDate { id: date.id, original: date.original, at: date.facts.starts_at, own }
        };
        let dates = series.dates.iter().map(pack).collect();
        Self { dates, usual, uid: series.uid, zone: series.zone, rule: series.rule, continues: series.continues }
    }
}

impl From<Packed> for SeriesFacts {
    fn from(packed: Packed) -> Self {
        let usual = packed.usual;
        let unpack = |date: PackedDate| {
            let common = || usual.as_ref().map(|usual| placed(usual, date.original, date.at));
            Some(DateFacts { id: date.id, original: date.original, facts: date.own.or_else(common)? })
        };
        let dates = packed.dates.into_iter().filter_map(unpack).collect();
        Self { dates, uid: packed.uid, zone: packed.zone, rule: packed.rule, continues: packed.continues }
    }
}
