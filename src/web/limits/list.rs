//! All limits that concern the reader, each one sentence.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use chrono::NaiveDate;

use super::choices;
use crate::{
    app::actor::Actor,
    domain::{
        hours::WorkingHours,
        limits::{
            clash::{self, Clash},
            policy::Policy,
            presets::Preset,
            rule::{Rule, Scope},
        },
        time::Week,
    },
    i18n::{
        Texts,
        format::Format,
        limits::{Names, sentence},
    },
    store::{self, Tx, rules::RuleRow},
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        state::Reads,
    },
};

/// A limit in the list.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) text: String,
    /// When it begins, while that is ahead.
    pub(super) starts: Option<String>,
}

/// Limits of the same kind of scope.
struct Group {
    title: String,
    lines: Vec<Line>,
}

/// One whose words are not understood.
struct Unreadable {
    href: String,
    version: i64,
}

/// Limits that do not go together, and why.
pub(super) struct Conflict {
    pub(super) why: String,
    pub(super) lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "limits/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    groups: Vec<Group>,
    unreadable: Vec<Unreadable>,
    conflicts: Vec<Conflict>,
    /// Name, what it does, stable word; offered while there are no limits.
    presets: Vec<(String, String, &'static str)>,
    once: String,
    writes: bool,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let mut tx = reads.begin().await?;
    let rows = store::rules::list(&mut tx).await?;
    // What somebody set for themselves is no beginning for the firm.
    let of_one = |row: &RuleRow| row.rule.as_ref().is_some_and(|rule| matches!(rule.scope, Scope::Person(_)));
    let none = rows.iter().all(of_one);
    let (rules, unreadable) = seen(actor, rows);
    let names = choices::names(&mut tx, rules.iter()).await?;
    let teller = Teller { t, f: caller.format(), names, today: today(&mut tx, &caller).await? };
    let conflicts = if actor.sets_limits_of_others() { conflicts(&mut tx, &teller, &rules).await? } else { Vec::new() };
    page::ok(&ListPage {
        page: Page::new(&reads, &caller, Nav::Limits).with_notice(notice(t, query.as_deref())),
        groups: teller.groups(&rules),
        unreadable,
        conflicts,
        presets: if none && actor.is_admin() { presets(t) } else { Vec::new() },
        once: reads.once_key(),
        writes: actor.sets_limits(),
    })
}

/// The rules this person may see; what cannot be read is told to administrators, who can end it.
fn seen(actor: &Actor, rows: Vec<RuleRow>) -> (Vec<Rule>, Vec<Unreadable>) {
    let (mut rules, mut unreadable) = (Vec::new(), Vec::new());
    for row in rows {
        match row.rule {
            Some(rule) if actor.sees_limit(rule.scope) => rules.push(rule),
            None if actor.is_admin() => {
                unreadable.push(Unreadable { href: format!("/limits/{}", row.id), version: row.version });
            }
            _ => {}
        }
    }
    (rules, unreadable)
}

/// The present day in the zone of the firm.
pub(super) async fn today(tx: &mut Tx, caller: &Caller) -> Result<NaiveDate, Failure> {
    let organization = store::organization::load(tx).await?;
    let zone = organization.and_then(|o| crate::domain::time::Zone::named(&o.zone).ok());
    Ok(zone.as_ref().unwrap_or(caller.zone()).local(caller.now()).date())
}

async fn conflicts(tx: &mut Tx, teller: &Teller, rules: &[Rule]) -> Result<Vec<Conflict>, Failure> {
    let policy = store::policy::read(tx).await?.settings;
    let hours = store::organization::load(tx).await?.map_or_else(WorkingHours::default, |o| o.hours.0);
    Ok(teller.conflicts(rules, &hours, &policy))
}

fn presets(t: &Texts) -> Vec<(String, String, &'static str)> {
    let told = |preset: &Preset| {
        let (name, what) = match preset {
            Preset::Calm => (t.limits_ready_calm(), t.limits_ready_calm_what()),
            Preset::Normal => (t.limits_ready_normal(), t.limits_ready_normal_what()),
            Preset::Strict => (t.limits_ready_strict(), t.limits_ready_strict_what()),
        };
        (name, what, preset.as_str())
    };
    Preset::ALL.iter().map(told).collect()
}

fn notice(t: &Texts, query: Option<&str>) -> Option<Notice> {
    let text = match Form::from_query(query).get("done") {
        "adopted" => t.limits_adopted(),
        "ended" => t.limits_ended(),
        "planning" => t.limits_planning_saved(),
        "reminders" => t.reminder_saved(),
        _ => return None,
    };
    Some(Notice::new(text))
}

/// Tells rules to one reader.
pub(super) struct Teller {
    pub(super) t: &'static Texts,
    pub(super) f: Format,
    pub(super) names: Names,
    pub(super) today: NaiveDate,
}

impl Teller {
    pub(super) fn line(&self, rule: &Rule) -> Line {
        let starts = (rule.from > self.today)
            .then(|| self.t.limits_starts(self.f.long_date(rule.from), Week::of(rule.from).number()));
        let href = rule.id.map_or_else(String::new, |id| format!("/limits/{id}"));
        Line { href, text: sentence(self.t, &self.f, rule, &self.names), starts }
    }

    fn groups(&self, rules: &[Rule]) -> Vec<Group> {
        let t = self.t;
        let titles =
            [t.limits_everybody(), t.limits_group_teams(), t.limits_group_people(), t.limits_group_customers()];
        let place = |scope| match scope {
            Scope::Organization => 0,
            Scope::Team(_) => 1,
            Scope::Person(_) => 2,
            Scope::LeadClass(_) | Scope::Account(_) => 3,
        };
        let groups = titles.into_iter().enumerate().map(|(at, title)| {
            let lines = rules.iter().filter(|rule| place(rule.scope) == at).map(|rule| self.line(rule)).collect();
            Group { title, lines }
        });
        groups.filter(|group| !group.lines.is_empty()).collect()
    }

    /// What is wrong between these rules.
    pub(super) fn conflicts(&self, rules: &[Rule], hours: &WorkingHours, policy: &Policy) -> Vec<Conflict> {
        let t = self.t;
        let told = |clash| {
            let (why, places) = match clash {
                Clash::Closed(one) => (t.limits_clash_closed(), vec![one]),
                Clash::BeyondHorizon(one) => (t.limits_clash_horizon(policy.horizon_days), vec![one]),
                Clash::Never(one, other) => (t.limits_clash_never(), vec![one, other]),
                Clash::Pointless(one, other) => (t.limits_clash_pointless(), vec![one, other]),
            };
            let lines = places.into_iter().filter_map(|at| rules.get(at)).map(|rule| self.line(rule)).collect();
            Conflict { why, lines }
        };
        clash::clashes(rules, hours, policy).into_iter().map(told).collect()
    }
}
