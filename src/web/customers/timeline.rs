//! What happened with a customer, latest first: meetings and changes of stage.

use chrono::{DateTime, Datelike, Utc};

use crate::{
    app::actor::Actor,
    domain::{course::Outcome, ids::PersonId, meeting::Status},
    i18n::{Texts, course as words, format::Format, labels, pipeline},
    store::{opportunities::StageChange, rhythm::CustomerMeeting},
};

/// One thing that happened, or will.
pub(in crate::web) struct Event {
    at: DateTime<Utc>,
    pub(in crate::web) when: String,
    pub(in crate::web) iso: String,
    pub(in crate::web) what: String,
    /// Its page, for those who see it.
    pub(in crate::web) href: Option<String>,
    pub(in crate::web) detail: String,
    /// What came of it and what happens next, for those who see it.
    pub(in crate::web) notes: Vec<String>,
    pub(in crate::web) chip: Option<(&'static str, String)>,
}

/// How things are told.
pub(in crate::web) struct Teller<'a> {
    pub(in crate::web) t: &'static Texts,
    pub(in crate::web) f: &'a Format,
    pub(in crate::web) actor: &'a Actor,
    pub(in crate::web) now: DateTime<Utc>,
}

impl Teller<'_> {
    /// Meetings and changes of stage by date; `title` names an opportunity.
    pub(in crate::web) fn events(
        &self,
        meetings: &[CustomerMeeting],
        changes: &[StageChange],
        title: impl Fn(&StageChange) -> String,
        invited: &[crate::domain::ids::MeetingId],
    ) -> Vec<Event> {
        let met = meetings.iter().map(|m| self.meeting(m, invited.contains(&m.id)));
        let mut events: Vec<Event> = met.chain(changes.iter().map(|c| self.change(c, title(c)))).collect();
        events.sort_by_key(|event| std::cmp::Reverse(event.at));
        events
    }

    /// Others' meetings with the customer are known, but not what they are called.
    fn meeting(&self, m: &CustomerMeeting, invited: bool) -> Event {
        let sees = invited || self.leads(m.organizer_id);
        let stage = m.stage.map_or_else(|| labels::purpose(self.t, m.purpose), |stage| labels::stage(self.t, stage));
        let chip = match m.status {
            Status::Cancelled => Some(("", labels::status(self.t, m.status))),
            _ if m.ends_at > self.now => Some(("info", self.t.customers_planned())),
            _ => None,
        };
        let mut detail = format!("{stage} · {}", m.organizer);
        if m.passed > 0 {
            detail = format!("{detail} · {}", self.t.customers_passed(m.passed));
        }
        if let Some(outcome) = m.outcome.filter(|outcome| *outcome != Outcome::Held) {
            detail = format!("{detail} · {}", words::outcome(self.t, outcome));
        }
        Event {
            at: m.starts_at,
            when: self.when(m.starts_at),
            iso: m.starts_at.to_rfc3339(),
            what: if sees { m.title.clone() } else { self.t.customers_meeting_of(m.organizer.as_str()) },
            href: sees.then(|| format!("/meetings/{}", m.id)),
            detail,
            notes: if sees { self.notes(m) } else { Vec::new() },
            chip,
        }
    }

    /// With the year where it is not this one.
    fn when(&self, at: DateTime<Utc>) -> String {
        let year = |at| self.f.day(at).year();
        if year(at) == year(self.now) { self.f.subject_when(at) } else { self.f.long_date_time(at) }
    }

    fn notes(&self, m: &CustomerMeeting) -> Vec<String> {
        let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let next = said(&m.next_step).map(|step| {
            let step = match m.next_step_on {
                Some(day) => self.t.minutes_by_day(step, self.f.day_month(day)),
                None => step,
            };
            self.t.minutes_mail_next_step(step)
        });
        said(&m.result).into_iter().chain(next).collect()
    }

    fn leads(&self, organizer: PersonId) -> bool {
        organizer == self.actor.id() || self.actor.sees_meetings_of(organizer)
    }

    fn change(&self, c: &StageChange, title: String) -> Event {
        let to = pipeline::stage(self.t, c.to_stage);
        let what = match c.from_stage {
            Some(from) => self.t.pipeline_moved(pipeline::stage(self.t, from), to),
            None => self.t.pipeline_began(to),
        };
        Event {
            at: c.at,
            when: self.when(c.at),
            iso: c.at.to_rfc3339(),
            what,
            href: Some(format!("/opportunities/{}", c.opportunity_id)),
            detail: [title, c.person.clone()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · "),
            notes: Vec::new(),
            chip: None,
        }
    }
}
