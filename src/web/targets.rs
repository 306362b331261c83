//! Targets of a team over a quarter, as the scorecards of its meetings have them.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use chrono::{DateTime, Utc};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    points::inside::{ScoreLine, score_line},
    routes::Routes,
    state::Reads,
};
use crate::{
    app::actor::Actor,
    domain::{
        agenda::scorecard::Quarter,
        ids::{MeetingId, PersonId, TeamId},
    },
    store::{
        self, Tx,
        scorecards::{Measured, PastFigure},
    },
};

/// Earlier figures that a small plot shows.
const MOST_EARLIER: usize = 12;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/targets", Access::SignedIn, list)
}

#[derive(Template)]
#[template(path = "targets/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    title: String,
    quarter: Quarter,
    previous: Quarter,
    next: Quarter,
    team: String,
    teams: Vec<(String, String)>,
    elapsed: Option<String>,
    rows: Vec<Row>,
}

/// A metric as it stands.
struct Row {
    line: ScoreLine,
    when: String,
    meeting: MeetingId,
    title: String,
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
    let query = Form::from_query(query.as_deref());
    let today = f.day(caller.now());
    let quarter = match query.get("quarter") {
        "" => Quarter::of(today),
        text => text.parse().map_err(|_| Failure::NotFound)?,
    };
    let mut tx = reads.begin().await?;
    let (team, teams) = team(&mut tx, actor, query.get("team")).await?;
    let planners = planners(&mut tx, actor, team).await?;
    let (first, after) = quarter.days();
    let zone = caller.zone();
    let span = (zone.start_of(first), zone.start_of(after).min(caller.now()));
    let measured = store::scorecards::measured(&mut tx, (&planners, &actor.sight()), span).await?;
    page::ok(&ListPage {
        title: t.targets_title(quarter.number(), quarter.year().to_string()),
        previous: quarter.previous(),
        next: quarter.next(),
        elapsed: quarter.elapsed(today).map(|percent| t.targets_elapsed(percent)),
        rows: rows(&caller, measured),
        team: team.map_or_else(String::new, |team| team.to_string()),
        teams,
        quarter,
        page: Page::new(&reads, &caller, Nav::Meetings),
    })
}

/// The team that is shown, and those to choose from. Whoever is in none sees the meetings they plan.
async fn team(tx: &mut Tx, actor: &Actor, asked: &str) -> Result<(Option<TeamId>, Vec<(String, String)>), Failure> {
    let teams = store::teams::list(tx).await?;
    let seen: Vec<_> = teams.into_iter().filter(|team| actor.sees_team(team.id)).collect();
    let own = seen.iter().find(|team| actor.teams.contains(&team.id)).or(seen.first()).map(|team| team.id);
    let team = match asked {
        "" => own,
        text => {
            let id: TeamId = text.parse().map_err(|_| Failure::NotFound)?;
            Some(seen.iter().find(|team| team.id == id).ok_or(Failure::NotFound)?.id)
        }
    };
    Ok((team, seen.into_iter().map(|team| (team.id.to_string(), team.name)).collect()))
}

/// Most people of a team whose meetings are looked at.
const MOST_PLANNERS: i64 = 500;

async fn planners(tx: &mut Tx, actor: &Actor, team: Option<TeamId>) -> Result<Vec<PersonId>, Failure> {
    Ok(match team {
        Some(team) => store::teams::member_ids(tx, team, MOST_PLANNERS).await?,
        None => vec![actor.id()],
    })
}

/// One row for each metric: what its newest meeting says, with the figures before it.
fn rows(caller: &Caller, measured: Vec<Measured>) -> Vec<Row> {
    let f = caller.format();
    let mut groups: Vec<Vec<Measured>> = Vec::new();
    for one in measured {
        match groups.last_mut().filter(|group| group.first().is_some_and(|first| first.is_same(&one))) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    let row = |group: Vec<Measured>| {
        let (newest, earlier) = group.split_first()?;
        let past = earlier.iter().filter_map(Measured::figure).take(MOST_EARLIER);
        Some(Row {
            line: score_line(caller, &newest.row.row(), &past.collect::<Vec<PastFigure>>()),
            when: when(&f, newest.starts_at),
            meeting: newest.row.meeting_id,
            title: newest.title.clone(),
        })
    };
    groups.into_iter().filter_map(row).collect()
}

fn when(f: &crate::i18n::format::Format, at: DateTime<Utc>) -> String {
    f.date(f.day(at))
}
