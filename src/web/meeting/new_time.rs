//! The form for another time: as typed, and as understood.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::{
    domain::{
        meeting::MAX_MINUTES,
        planning::Start,
        text::SafeText,
        time::{Interval, WallTime, Zone},
        when,
    },
    i18n::{Texts, field_errors, format::Format},
    store::meetings::Meeting,
    web::{
        form::{Errors, Form},
        limit_panel::{instant, moment},
        proposed_times::OWN,
    },
};

/// Longest reason, in characters.
pub(in crate::web) const MAX_REASON: usize = 1_000;
/// Shortest meeting, in minutes.
const MIN_MINUTES: u32 = 5;

/// The fields as typed.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Typed {
    pub(in crate::web) date: String,
    pub(in crate::web) time: String,
    pub(in crate::web) length: String,
    pub(in crate::web) zone: String,
    pub(in crate::web) reason: String,
    /// The proposed time that is picked, and the one that date and time were filled from.
    pub(in crate::web) slot: String,
    pub(in crate::web) slot_was: String,
}

/// The fields as understood.
#[derive(Debug, Clone)]
pub(in crate::web) struct NewTime {
    pub(in crate::web) start: Start,
    pub(in crate::web) minutes: u32,
    pub(in crate::web) reason: String,
}

impl Typed {
    /// The present time of a meeting, to be changed.
    pub(in crate::web) fn of(f: &Format, m: &Meeting) -> Self {
        Self::local(f, m, (m.start_local, m.minutes))
    }

    /// Another start and length, in the zone of the meeting.
    pub(in crate::web) fn at(f: &Format, m: &Meeting, (start, minutes): (DateTime<Utc>, i64)) -> Self {
        let zone = Zone::named(&m.zone).unwrap_or_else(|_| f.zone().clone());
        Self::local(f, m, (zone.local(start), minutes))
    }

    fn local(f: &Format, m: &Meeting, (start, minutes): (NaiveDateTime, i64)) -> Self {
        Self {
            date: f.short_date(start.date()),
            time: f.clock(start.time()),
            length: f.duration(u32::try_from(minutes).unwrap_or(0)),
            zone: m.zone.clone(),
            reason: String::new(),
            slot: OWN.to_owned(),
            slot_was: String::new(),
        }
    }

    pub(in crate::web) fn from_form(form: &Form) -> Self {
        let field = |name| form.get(name).chars().take(4_000).collect();
        Self {
            date: field("date"),
            time: field("time"),
            length: field("length"),
            zone: field("zone"),
            reason: field("reason"),
            slot: form.get("slot").chars().take(40).collect(),
            slot_was: form.get("slot_was").chars().take(40).collect(),
        }
    }

    /// A time that was just chosen fills date and time; one that was chosen before gives way to what is typed.
    pub(in crate::web) fn follow_choice(&mut self, f: &Format) {
        let Some(chosen) = moment(&self.slot) else { return };
        if self.slot != self.slot_was {
            self.fill(f, chosen);
        } else if self.wall(f, chosen) != (self.date.clone(), self.time.clone()) {
            OWN.clone_into(&mut self.slot);
        }
    }

    /// Takes a start, which is then the proposed time that is picked.
    pub(in crate::web) fn fill(&mut self, f: &Format, at: DateTime<Utc>) {
        (self.date, self.time) = self.wall(f, at);
        self.slot = instant(at);
        self.slot_was.clone_from(&self.slot);
    }

    /// Date and time as the form writes them.
    fn wall(&self, f: &Format, at: DateTime<Utc>) -> (String, String) {
        let zone = Zone::named(&self.zone).unwrap_or_else(|_| f.zone().clone());
        let local = zone.local(at);
        (f.short_date(local.date()), f.clock(local.time()))
    }

    /// Understands the fields, or says what is wrong with each.
    pub(in crate::web) fn read(&self, reader: &Reader<'_>) -> Result<NewTime, Errors> {
        let mut errors = Errors::default();
        let Reader { t, f, now } = *reader;
        let zone = Zone::named(&self.zone).map_err(|_| errors.add("zone", t.field_unknown_zone())).ok();
        let today = zone.as_ref().map_or_else(|| f.day(now), |zone| zone.local(now).date());
        let date = self.date(f, today, &mut errors);
        let time = when::time(&self.time).map_err(|e| errors.add("time", field_errors::time(f, e))).ok();
        let minutes = self.minutes(reader, &mut errors);
        if self.reason.chars().count() > MAX_REASON {
            errors.add("reason", t.field_too_long(MAX_REASON));
        }
        let (Some(zone), Some(date), Some(time), Some(minutes)) = (zone, date, time, minutes) else {
            return Err(errors);
        };
        let local = date.and_time(time);
        let at = match zone.resolve(local) {
            WallTime::Once(at) => at,
            meaning => {
                let message = field_errors::wall_time(&f.clone().in_zone(zone), meaning);
                errors.add("time", message.unwrap_or_default());
                return Err(errors);
            }
        };
        if at <= now {
            errors.add("date", t.move_past());
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let start = Start { local, zone: zone.name().to_owned(), at };
        Ok(NewTime { start, minutes, reason: SafeText::block(&self.reason, MAX_REASON).into() })
    }

    /// The length, if it can be understood.
    pub(in crate::web) fn length(&self) -> Option<u32> {
        when::minutes(&self.length).ok().filter(|minutes| (MIN_MINUTES..=MAX_MINUTES).contains(minutes))
    }

    fn date(&self, f: &Format, today: NaiveDate, errors: &mut Errors) -> Option<NaiveDate> {
        when::date(&self.date, today).map_err(|e| errors.add("date", field_errors::date(f, e, today))).ok()
    }

    fn minutes(&self, reader: &Reader<'_>, errors: &mut Errors) -> Option<u32> {
        match when::minutes(&self.length) {
            Ok(minutes) if (MIN_MINUTES..=MAX_MINUTES).contains(&minutes) => Some(minutes),
            Ok(_) => {
                errors.add("length", reader.t.move_length_range());
                None
            }
            Err(error) => {
                errors.add("length", field_errors::duration(reader.f, error));
                None
            }
        }
    }
}

/// Who typed, and when.
#[derive(Clone, Copy)]
pub(in crate::web) struct Reader<'a> {
    pub(in crate::web) t: &'static Texts,
    pub(in crate::web) f: &'a Format,
    pub(in crate::web) now: DateTime<Utc>,
}

impl NewTime {
    /// Whether the meeting is there already.
    pub(in crate::web) fn is_time_of(&self, m: &Meeting) -> bool {
        (self.start.at, i64::from(self.minutes), &self.start.zone) == (m.starts_at, m.minutes, &m.zone)
    }

    /// First instant and end.
    pub(in crate::web) fn span(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        (self.start.at, self.start.at + chrono::TimeDelta::minutes(i64::from(self.minutes)))
    }

    /// The same, for finding what overlaps.
    pub(in crate::web) fn interval(&self) -> Option<Interval> {
        let (starts, ends) = self.span();
        Interval::new(starts, ends)
    }
}
