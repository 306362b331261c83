//! What summaries say, read for several people in one query for each kind.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::SETTLED;
use crate::{
    app::{error::Result, reminders::workdays},
    domain::{
        country::Country,
        ids::{PersonId, TeamId},
        limits::facts::{DayRule, StoredRule},
        load::{
            digest::{Ahead, Answers, Digest, DueAction, Issue},
            table::Sum,
            weekly::{Part, weekly_limits},
            window::Window,
            working,
        },
        mail_wishes::AnswerMails,
        quiet::Workdays,
        time::{Interval, Week, Zone},
    },
    store::{self, Tx, answers::Asked, organization::Organization, people::Person},
};

/// Days behind the week whose own hours are read: a mail may wait for them.
const MORE_DAYS: u64 = 9;
/// How far back answers are told to those who were never told any.
const WEEK: TimeDelta = TimeDelta::days(7);
/// Meetings that a summary names.
const MOST_AHEAD: usize = 20;

/// The answers that these people were not told of; of the last week where they never were told any.
pub(super) async fn answers(
    tx: &mut Tx,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, Answers>> {
    let asked = Asked { people, by: AnswerMails::Summary, since: now - WEEK, until: now - SETTLED };
    Ok(store::answers::untold(tx, asked).await?.into_iter().collect())
}

pub(super) struct Facts {
    issue: Issue,
    window: Window,
    rules: Vec<StoredRule>,
    sums: Vec<Sum>,
    teams: HashMap<PersonId, Vec<TeamId>>,
    days: HashMap<PersonId, HashMap<NaiveDate, DayRule>>,
    unanswered: HashMap<PersonId, i64>,
    approvals: HashMap<PersonId, i64>,
    proposals: HashMap<PersonId, i64>,
    ahead: Vec<(PersonId, Ahead)>,
    answers: HashMap<PersonId, Answers>,
    actions: Vec<(PersonId, DueAction)>,
}

impl Facts {
    pub(super) async fn read(
        tx: &mut Tx,
        organization: &Organization,
        (issue, people, answers): (Issue, &[Person], HashMap<PersonId, Answers>),
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let ids: Vec<PersonId> = people.iter().map(|p| p.id).collect();
        let week = issue.week();
        let window = Window::ending_with(week, 1, &zone(&organization.zone));
        let (first, last) = window.days().unwrap_or((week.monday(), week.monday()));
        let mut teams: HashMap<PersonId, Vec<TeamId>> = HashMap::new();
        for membership in store::teams::of_people(tx, &ids).await? {
            teams.entry(membership.person_id).or_default().push(membership.team_id);
        }
        let spans = people.iter().filter_map(|person| issue.span(&zone(&person.zone)));
        let ahead =
            match spans.reduce(|a, b| Interval::new(a.start().min(b.start()), a.end().max(b.end())).unwrap_or(a)) {
                Some(span) => store::digest::ahead(tx, &ids, span).await?,
                None => Vec::new(),
            };
        Ok(Self {
            issue,
            rules: store::rules::in_force(tx).await?,
            sums: store::load_report::sums(tx, &ids, &window).await?,
            days: store::days_off::rules_of_people(tx, &ids, first, last + Days::new(MORE_DAYS)).await?,
            unanswered: store::digest::unanswered(tx, &ids, now).await?,
            approvals: store::digest::approvals(tx, &ids, now).await?,
            proposals: store::digest::proposals(tx, &ids, now).await?,
            actions: store::actions::due(tx, &ids, issue.last_day()).await?,
            teams,
            window,
            ahead,
            answers,
        })
    }

    pub(super) fn workdays(&self, person: &Person) -> Workdays {
        workdays(person, self.days.get(&person.id).cloned().unwrap_or_default())
    }

    /// The day is told to those who work on it.
    pub(super) fn suits(&self, person: &Person) -> bool {
        self.issue.day().is_none_or(|day| self.workdays(person).works_on(day))
    }

    pub(super) fn digest(&self, person: &Person) -> Digest {
        let mut ahead = self.ahead_of(person);
        let whole = |minutes: i64| u32::try_from(minutes).unwrap_or(0);
        let taken = ahead.iter().map(|one| whole((one.ends_at - one.starts_at).num_minutes()));
        let of_day = (u32::try_from(ahead.len()).unwrap_or(u32::MAX), taken.fold(0, u32::saturating_add));
        ahead.truncate(MOST_AHEAD);
        let week = self.week(person);
        let (meetings, minutes) = if self.issue.day().is_some() { of_day } else { (week.meetings, week.minutes) };
        let waiting = |counts: &HashMap<PersonId, i64>| {
            counts.get(&person.id).map_or(0, |count| u32::try_from(*count).unwrap_or(u32::MAX))
        };
        Digest {
            day: self.issue.day(),
            meetings,
            minutes,
            unanswered: waiting(&self.unanswered),
            approvals: waiting(&self.approvals),
            proposals: waiting(&self.proposals),
            ahead,
            answers: self.answers.get(&person.id).cloned().unwrap_or_default(),
            actions: self.actions.iter().filter(|(id, _)| *id == person.id).map(|(_, one)| one.clone()).collect(),
            ..week
        }
    }

    fn ahead_of(&self, person: &Person) -> Vec<Ahead> {
        let Some(span) = self.issue.span(&zone(&person.zone)) else { return Vec::new() };
        let inside = |one: &Ahead| span.start() <= one.starts_at && one.starts_at < span.end();
        self.ahead.iter().filter(|(id, one)| *id == person.id && inside(one)).map(|(_, one)| one.clone()).collect()
    }

    /// The figures of the week alone.
    fn week(&self, person: &Person) -> Digest {
        let parts: Vec<Part> = self.sums.iter().filter(|sum| sum.person == person.id).map(|sum| sum.part).collect();
        let teams = self.teams.get(&person.id).map_or(&[][..], Vec::as_slice);
        let limits = weekly_limits(&self.rules);
        let issued = self.issue.week();
        let mine = limits.iter().filter(|limit| limit.holds_for(person.id, teams, issued));
        let sum = |of: fn(&Part) -> u32| parts.iter().map(of).fold(0, u32::saturating_add);
        let internal = sum(|part| if part.customer { 0 } else { part.minutes });
        let said = |day| self.days.get(&person.id)?.get(&day).copied();
        let country: Option<Country> = person.country.parse().ok();
        let week: Week = self.window.weeks().first().copied().unwrap_or(issued);
        let working = working::minutes_in(&person.hours, country, week, said);
        Digest {
            monday: issued.monday(),
            day: None,
            meetings: sum(|part| part.meetings),
            minutes: sum(|part| part.minutes),
            selling: working.saturating_sub(internal),
            limits: mine.map(|limit| limit.used(&parts)).collect(),
            unanswered: 0,
            approvals: 0,
            proposals: 0,
            ahead: Vec::new(),
            answers: Answers::default(),
            actions: Vec::new(),
        }
    }
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap_or_else(|_| Zone::utc())
}
