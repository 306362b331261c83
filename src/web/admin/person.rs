//! One colleague: role, teams, address.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::{AppError, Refusal},
        invite_person,
        people::{self, Place},
        rates, readdress,
    },
    domain::{
        email::EmailAddress,
        ids::{PersonId, TeamId},
        person::{PersonState, Role},
    },
    i18n::{Texts, labels},
    store::{self, people::Person, teams::Team},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        rates as bands,
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/admin/people/{id}", Access::Admin, show)
        .command("/admin/people/{id}", Access::Admin, place)
        .command("/admin/people/{id}/address", Access::Admin, correct_address)
        .command("/admin/people/{id}/welcome", Access::Admin, welcome)
        .command("/admin/people/{id}/reactivation", Access::Admin, reactivate)
        .command("/admin/people/{id}/rate", Access::Admin, put_into_band)
}

/// A team and what the person is there: `no`, `member` or `manager`.
struct Line {
    team: Team,
    what: String,
}

#[derive(Template)]
#[template(path = "admin/person.html")]
struct PersonPage<'a> {
    page: Page<'a>,
    errors: Errors,
    person: Person,
    role: String,
    email: String,
    lines: Vec<Line>,
    /// Their rate band, and all there are; keys and names, none of them first.
    band: String,
    bands: Vec<(String, String)>,
    /// Meetings they still plan.
    upcoming: usize,
    oneself: bool,
}

impl PersonPage<'_> {
    fn roles(&self) -> Vec<(&'static str, String)> {
        Role::ALL.iter().map(|r| (r.as_str(), labels::role(self.page.t, *r))).collect()
    }

    fn parts(&self) -> Vec<(&'static str, String)> {
        let t = self.page.t;
        vec![("no", t.person_team_no()), ("member", t.person_team_member()), ("manager", t.person_team_manager())]
    }

    fn is(&self, state: PersonState) -> bool {
        self.person.state == state
    }
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<PersonId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let page = person_page(&reads, &caller, id).await?;
    let notice = notice(caller.texts(), &page.person, query.as_deref());
    page::ok(&PersonPage { page: page.page.with_notice(notice), ..page })
}

async fn person_page<'a>(reads: &Reads, caller: &'a Caller, id: PersonId) -> Result<PersonPage<'a>, Failure> {
    let mut tx = reads.begin().await?;
    let person = store::people::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let own = store::teams::of_person(&mut tx, id).await?;
    let bands = bands::choices(&mut tx, caller.texts()).await?;
    let band = store::person_time::rate_bands(&mut tx, &[id]).await?.remove(&id).unwrap_or_default();
    let upcoming =
        store::meeting_lists::organized_by(&mut tx, id, reads.now(), super::deactivation::LISTED).await?.len();
    let what = |id: TeamId| match own.iter().find(|m| m.team_id == id) {
        None => "no",
        Some(m) if m.manages => "manager",
        Some(_) => "member",
    };
    let teams = store::teams::list(&mut tx).await?;
    let lines = teams.into_iter().map(|team| Line { what: what(team.id).to_owned(), team }).collect();
    Ok(PersonPage {
        page: Page::new(reads, caller, Nav::Admin),
        errors: Errors::default(),
        role: person.role.as_str().to_owned(),
        email: person.email.clone(),
        oneself: caller.actor()?.id() == id,
        person,
        lines,
        band,
        bands,
        upcoming,
    })
}

fn notice(t: &Texts, person: &Person, query: Option<&str>) -> Option<Notice> {
    let name = person.name.as_str();
    let text = match Form::from_query(query).get("done") {
        "placed" => t.person_placed(name),
        "address" => t.person_address_corrected(name),
        "welcome" => t.person_welcomed(name),
        "rate" => t.rates_saved(),
        "deactivated" if person.state == PersonState::Deactivated => t.person_deactivated(name),
        "reactivated" => t.person_reactivated(name),
        _ => return None,
    };
    Some(Notice::new(text))
}

async fn place(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<PersonId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let t = caller.texts();
    let message = match form.get("role").parse() {
        Err(_) => t.field_choose_one(),
        Ok(role) => {
            let teams = teams_of(&form);
            match people::place(&writes.app, actor, &permit, Place { person: id, role, teams }).await {
                Ok(()) => return Ok(Redirect::to(&format!("/admin/people/{id}?done=placed")).into_response()),
                Err(AppError::Refused(Refusal::LastAdmin)) => t.person_last_admin(),
                Err(AppError::Refused(Refusal::NotAManager)) => t.person_needs_role(),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let mut page = person_page(&writes.reads(), &caller, id).await?;
    page.errors.add("role", message);
    form.get("role").clone_into(&mut page.role);
    for line in &mut page.lines {
        form.get(&format!("team-{}", line.team.id)).clone_into(&mut line.what);
    }
    page::invalid(&page)
}

/// From fields such as `team-{id}=manager`.
fn teams_of(form: &Form) -> Vec<(TeamId, bool)> {
    let team = |(name, value): &(String, String)| {
        let id = name.strip_prefix("team-")?.parse().ok()?;
        matches!(value.as_str(), "member" | "manager").then_some((id, value == "manager"))
    };
    form.fields().iter().filter_map(team).take(500).collect()
}

async fn correct_address(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<PersonId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let t = caller.texts();
    let message = match form.get("email").parse::<EmailAddress>() {
        Err(_) => t.field_not_an_address(),
        Ok(email) => match readdress::run(&writes.app, actor, &permit, (id, &email)).await {
            Ok(()) => return Ok(Redirect::to(&format!("/admin/people/{id}?done=address")).into_response()),
            Err(AppError::Refused(Refusal::AddressTaken)) => t.person_address_taken(),
            Err(error) => return Err(error.into()),
        },
    };
    let mut page = person_page(&writes.reads(), &caller, id).await?;
    page.errors.add("email", message);
    form.get("email").clone_into(&mut page.email);
    page::invalid(&page)
}

async fn welcome(State(writes): State<Writes>, caller: Caller, One(id): One<PersonId>) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    invite_person::again(&writes.app, actor, &permit, id).await?;
    Ok(Redirect::to(&format!("/admin/people/{id}?done=welcome")).into_response())
}

async fn reactivate(State(writes): State<Writes>, caller: Caller, One(id): One<PersonId>) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    people::reactivate(&writes.app, actor, &permit, id).await?;
    Ok(Redirect::to(&format!("/admin/people/{id}?done=reactivated")).into_response())
}

async fn put_into_band(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<PersonId>,
    form: Form,
) -> Result<Response, Failure> {
    let band = Some(form.get("band").to_owned()).filter(|key| !key.is_empty());
    match rates::assign(&writes.app, caller.actor()?, vec![(id, band)]).await {
        Ok(()) => Ok(Redirect::to(&format!("/admin/people/{id}?done=rate")).into_response()),
        Err(AppError::Stale) => {
            let mut page = person_page(&writes.reads(), &caller, id).await?;
            page.errors.add("band", caller.texts().rates_gone());
            page::invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}
