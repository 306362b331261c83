//! Everything that messages and feeds say about a series at one moment.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::{
    agenda::part,
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

    /// The series as one of its people has it in their calendar. Whoever is invited to some points only, on any date, has an
    /// entry of their own: a series at the time of those points.
    #[must_use]
    pub fn seen_by(&self, person: AttendeeId) -> Self {
        let mut seen = self.clone();
        let Some(shift) = self.usual_shift(person) else { return seen };
        seen.uid = part::own_uid(&self.uid, person);
        seen.continues = self.continues.as_ref().map(|before| part::own_uid(before, person));
        for date in &mut seen.dates {
            date.facts = date.facts.seen_by(person);
            date.facts.uid.clone_from(&seen.uid);
            date.original = date.original.checked_add_signed(shift).unwrap_or(date.original);
        }
        seen
    }

    /// How long after the start somebody comes on most dates, the earliest of them; `None` for those who are invited to
    /// nothing but whole meetings. Days of rules are those of the meetings, so a time on another day is an exception.
    fn usual_shift(&self, person: AttendeeId) -> Option<TimeDelta> {
        let stay = |date: &DateFacts| date.facts.attendee(person).map(|a| a.part.as_ref().map(|part| part.stay.after));
        let mut times: BTreeMap<u32, usize> = BTreeMap::new();
        for after in self.dates.iter().filter_map(stay).flatten() {
            *times.entry(after).or_default() += 1;
        }
        let most = times.values().copied().max()?;
        let after = times.into_iter().find(|(_, count)| *count == most).map_or(0, |(after, _)| after);
        let shift = TimeDelta::minutes(after.into());
        let same_day = |date: &DateFacts| {
            date.original.checked_add_signed(shift).is_some_and(|at| at.date() == date.original.date())
        };
        Some(if self.dates.iter().all(same_day) { shift } else { TimeDelta::zero() })
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
