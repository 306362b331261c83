//! Teams: who is in, who manages.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    page::{self, Nav, Notice, Page},
    path::{One, Two},
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        settings::MAX_NAME,
        teams,
    },
    domain::{
        ids::{PersonId, TeamId},
        person::PersonState,
        text::SafeText,
    },
    i18n::{Texts, labels},
    store::{
        self,
        people::Person,
        teams::{Membership, Team},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/teams", Access::SignedIn, list)
        .page("/teams/{id}", Access::SignedIn, show)
        .command("/teams/{id}", Access::Admin, rename)
        .command("/teams/{id}/members", Access::SignedIn, add)
        .command("/teams/{id}/members/{person}", Access::SignedIn, change_member)
        .page("/teams/{id}/deletion", Access::Admin, confirm_deletion)
        .command("/teams/{id}/deletion", Access::Admin, delete)
}

/// Most people a page offers to choose from.
const PEOPLE: i64 = 2_000;

/// A team in a list.
pub(super) struct Card {
    pub(super) team: Team,
    pub(super) managers: Vec<String>,
    pub(super) members: usize,
}

/// All teams that `sees` admits, with who is in them.
pub(super) async fn cards(reads: &Reads, sees: impl Fn(TeamId) -> bool) -> Result<Vec<Card>, Failure> {
    let mut tx = reads.begin().await?;
    let teams = store::teams::list(&mut tx).await?;
    let memberships = store::teams::memberships(&mut tx).await?;
    let leaders: Vec<PersonId> = memberships.iter().filter(|m| m.manages).map(|m| m.person_id).collect();
    let leaders = store::people::by_ids(&mut tx, &leaders).await?;
    let card = |team: Team| {
        let own: Vec<&Membership> = memberships.iter().filter(|m| m.team_id == team.id).collect();
        let leads = |p: &&Person| own.iter().any(|m| m.manages && m.person_id == p.id);
        let mut managers: Vec<String> = leaders.iter().filter(leads).map(|p| p.name.clone()).collect();
        managers.sort();
        Card { managers, members: own.len(), team }
    };
    Ok(teams.into_iter().filter(|team| sees(team.id)).map(card).collect())
}

#[derive(Template)]
#[template(path = "teams/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    cards: Vec<Card>,
}

async fn list(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let cards = cards(&reads, |team| actor.sees_team(team)).await?;
    let notice = notice(caller.texts(), query.as_deref());
    page::ok(&ListPage { page: Page::new(&reads, &caller, Nav::Team).with_notice(notice), cards })
}

/// Somebody in the team.
struct Member {
    person: Person,
    manages: bool,
}

#[derive(Template)]
#[template(path = "teams/team.html")]
struct TeamPage<'a> {
    page: Page<'a>,
    errors: Errors,
    team: Team,
    /// As typed.
    typed: String,
    members: Vec<Member>,
    /// Who could join; empty unless the reader manages the team.
    others: Vec<(String, String)>,
    manages: bool,
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<TeamId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let page = team_page(&reads, &caller, id, Errors::default()).await?;
    let notice = notice(caller.texts(), query.as_deref());
    page::ok(&TeamPage { page: page.page.with_notice(notice), ..page })
}

async fn team_page<'a>(reads: &Reads, caller: &'a Caller, id: TeamId, errors: Errors) -> Result<TeamPage<'a>, Failure> {
    let actor = caller.actor()?;
    let manages = actor.may_manage_team(id).is_ok();
    if !actor.sees_team(id) && !manages {
        return Err(Failure::NotFound);
    }
    let mut tx = reads.begin().await?;
    let team = store::teams::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let own: Vec<Membership> = store::teams::memberships(&mut tx).await?;
    let own: Vec<Membership> = own.into_iter().filter(|m| m.team_id == id).collect();
    let ids: Vec<PersonId> = own.iter().map(|m| m.person_id).collect();
    let mut members: Vec<Member> = store::people::by_ids(&mut tx, &ids)
        .await?
        .into_iter()
        .map(|person| Member { manages: own.iter().any(|m| m.manages && m.person_id == person.id), person })
        .collect();
    members.sort_by_key(|m| (!m.manages, m.person.name.to_lowercase()));
    let others = if manages { store::people::list(&mut tx, PEOPLE).await? } else { Vec::new() };
    let others = others
        .into_iter()
        .filter(|p| p.state != PersonState::Deactivated && !ids.contains(&p.id))
        .map(|p| (p.id.to_string(), format!("{} ({})", p.name, p.email)))
        .collect();
    let typed = team.name.clone();
    Ok(TeamPage { page: Page::new(reads, caller, Nav::Team), errors, team, typed, members, others, manages })
}

fn notice(t: &Texts, query: Option<&str>) -> Option<Notice> {
    let text = match Form::from_query(query).get("done") {
        "team-created" => t.team_created(),
        "team-renamed" => t.team_renamed(),
        "team-deleted" => t.team_deleted(),
        "member" => t.team_member_saved(),
        "removed" => t.team_member_removed(),
        _ => return None,
    };
    Some(Notice::new(text))
}

async fn add(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<TeamId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_manage_team(id)?;
    let Ok(person) = form.get("person").parse::<PersonId>() else {
        let mut errors = Errors::default();
        errors.add("person", caller.texts().field_choose_one());
        return page::invalid(&team_page(&writes.reads(), &caller, id, errors).await?);
    };
    let done = teams::put_member(&writes.app, actor, &permit, (person, false)).await;
    after_change(&writes, &caller, id, done).await
}

async fn change_member(
    State(writes): State<Writes>,
    caller: Caller,
    Two(id, person): Two<TeamId, PersonId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_manage_team(id)?;
    let done = match form.get("what") {
        "manage" => teams::put_member(&writes.app, actor, &permit, (person, true)).await,
        "follow" => teams::put_member(&writes.app, actor, &permit, (person, false)).await,
        "remove" => {
            teams::remove_member(&writes.app, actor, &permit, person).await?;
            // Whoever took themselves out may not see the team any more.
            let back =
                if actor.id() == person && !actor.is_admin() { "/teams".to_owned() } else { format!("/teams/{id}") };
            return Ok(Redirect::to(&format!("{back}?done=removed")).into_response());
        }
        _ => return Err(Failure::Unreadable),
    };
    after_change(&writes, &caller, id, done).await
}

async fn after_change(
    writes: &Writes,
    caller: &Caller,
    id: TeamId,
    done: Result<(), AppError>,
) -> Result<Response, Failure> {
    let t = caller.texts();
    let message = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/teams/{id}?done=member")).into_response()),
        Err(AppError::Refused(Refusal::Gone(_))) => t.team_person_gone(),
        Err(AppError::Refused(Refusal::NotAManager)) => t.team_not_a_manager(),
        Err(error) => return Err(error.into()),
    };
    let mut errors = Errors::default();
    errors.add("person", message);
    page::invalid(&team_page(&writes.reads(), caller, id, errors).await?)
}

/// The name of a team as typed, or what is wrong with it.
pub(super) fn read_name(t: &Texts, form: &Form) -> Result<String, Errors> {
    let name = SafeText::line(form.get("name"), MAX_NAME + 1);
    let mut errors = Errors::default();
    if name.is_empty() {
        errors.add("name", t.field_required());
    } else if name.as_str().chars().count() > MAX_NAME {
        errors.add("name", t.field_too_long(MAX_NAME));
    }
    if errors.is_empty() { Ok(name.into()) } else { Err(errors) }
}

/// The refusal of a name, in words; other failures go on.
pub(super) fn name_refused(t: &Texts, error: AppError) -> Result<Errors, Failure> {
    let AppError::Refused(Refusal::NameTaken) = error else { return Err(error.into()) };
    let mut errors = Errors::default();
    errors.add("name", t.team_name_taken());
    Ok(errors)
}

async fn rename(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<TeamId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let errors = match read_name(caller.texts(), &form) {
        Ok(name) => match teams::rename(&writes.app, actor, &permit, (id, &name)).await {
            Ok(()) => return Ok(Redirect::to(&format!("/teams/{id}?done=team-renamed")).into_response()),
            Err(error) => name_refused(caller.texts(), error)?,
        },
        Err(errors) => errors,
    };
    let page = team_page(&writes.reads(), &caller, id, errors).await?;
    page::invalid(&TeamPage { typed: form.get("name").to_owned(), ..page })
}

#[derive(Template)]
#[template(path = "teams/deletion.html")]
struct DeletionPage<'a> {
    page: Page<'a>,
    team: Team,
    members: usize,
}

async fn confirm_deletion(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<TeamId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let team = store::teams::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let members = store::teams::memberships(&mut tx).await?.iter().filter(|m| m.team_id == id).count();
    page::ok(&DeletionPage { page: Page::new(&reads, &caller, Nav::Team), team, members })
}

async fn delete(State(writes): State<Writes>, caller: Caller, One(id): One<TeamId>) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    teams::delete(&writes.app, actor, &permit, id).await?;
    Ok(Redirect::to("/teams?done=team-deleted").into_response())
}
