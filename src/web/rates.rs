//! Who of a team is in which rate band, all on one page.

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
    path::One,
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::AppError,
        rates::{self, MOST_PEOPLE},
    },
    domain::{
        ids::{PersonId, TeamId},
        person::PersonState,
    },
    i18n::Texts,
    store::{self, Tx, people::Person, teams::Team},
};

pub(super) fn routes(routes: Routes) -> Routes {
    let path = "/teams/{id}/rates";
    routes.page(path, Access::SignedIn, show).command(path, Access::SignedIn, save)
}

/// Somebody in the team with the key of their band.
struct Line {
    person: Person,
    /// The field's name.
    field: String,
    band: String,
    /// What was chosen when the page was made: only what somebody changes is saved.
    was: String,
}

#[derive(Template)]
#[template(path = "teams/rates.html")]
struct RatesPage<'a> {
    page: Page<'a>,
    errors: Errors,
    team: Team,
    lines: Vec<Line>,
    bands: Vec<(String, String)>,
}

/// The bands to choose from, none of them first; keys and names.
pub(super) async fn choices(tx: &mut Tx, t: &Texts) -> Result<Vec<(String, String)>, Failure> {
    let bands = store::policy::read(tx).await?.settings.bands.into_iter().map(|band| (band.key, band.name));
    Ok([(String::new(), t.rates_none())].into_iter().chain(bands).collect())
}

async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(team): One<TeamId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let saved = Form::from_query(query.as_deref()).get("done") == "saved";
    let page = rates_page(&reads, &caller, team).await?;
    let notice = saved.then(|| Notice::new(caller.texts().rates_saved()));
    page::ok(&RatesPage { page: page.page.with_notice(notice), ..page })
}

/// For those who lead the team and see what its time costs.
async fn rates_page<'a>(reads: &Reads, caller: &'a Caller, team: TeamId) -> Result<RatesPage<'a>, Failure> {
    let actor = caller.actor()?;
    actor.may_manage_team(team)?;
    if !actor.sees_costs() {
        return Err(Failure::Forbidden);
    }
    let mut tx = reads.begin().await?;
    let team = store::teams::by_id(&mut tx, team).await?.ok_or(Failure::NotFound)?;
    let ids: Vec<PersonId> = store::teams::members(&mut tx, team.id).await?.into_iter().map(|m| m.person_id).collect();
    let mut people = store::people::by_ids(&mut tx, &ids).await?;
    people.retain(|person| person.state != PersonState::Deactivated);
    people.sort_by_key(|person| (person.name.to_lowercase(), person.id));
    people.truncate(MOST_PEOPLE);
    let mut of = store::person_time::rate_bands(&mut tx, &ids).await?;
    let line = |person: Person| {
        let band = of.remove(&person.id).unwrap_or_default();
        Line { field: format!("band-{}", person.id), was: band.clone(), band, person }
    };
    let lines = people.into_iter().map(line).collect();
    let bands = choices(&mut tx, caller.texts()).await?;
    Ok(RatesPage { page: Page::new(reads, caller, Nav::Team), errors: Errors::default(), team, lines, bands })
}

async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    One(team): One<TeamId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    actor.may_manage_team(team)?;
    let wanted = changed(&form);
    match rates::assign(&writes.app, actor, wanted.clone()).await {
        Ok(()) => Ok(Redirect::to(&format!("/teams/{team}/rates?done=saved")).into_response()),
        Err(AppError::Stale) => {
            let mut page = rates_page(&writes.reads(), &caller, team).await?;
            for line in &mut page.lines {
                let Some((_, band)) = wanted.iter().find(|(person, _)| *person == line.person.id) else { continue };
                let key = band.clone().unwrap_or_default();
                if page.bands.iter().all(|(known, _)| *known != key) {
                    page.errors.add(&line.field, caller.texts().rates_gone());
                }
                line.band = key;
            }
            page::invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Fields such as `band-{person}` that differ from what the page showed.
fn changed(form: &Form) -> Vec<(PersonId, Option<String>)> {
    let wanted = |(name, key): &(String, String)| {
        let person: PersonId = name.strip_prefix("band-")?.parse().ok()?;
        let same = form.has(&format!("was-{person}")) && form.get(&format!("was-{person}")) == key;
        (!same).then(|| (person, Some(key.clone()).filter(|key| !key.is_empty())))
    };
    form.fields().iter().filter_map(wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_changed_is_saved() {
        let id = |n: u128| PersonId::from_uuid(uuid::Uuid::from_u128(n));
        let field = |kind: &str, n: u128, key: &str| (format!("{kind}-{}", id(n)), key.to_owned());
        let form = Form::new(vec![
            field("band", 1, "band-1"),
            field("was", 1, "band-1"),
            field("band", 2, "band-2"),
            field("was", 2, "band-1"),
            field("band", 3, ""),
            field("was", 3, "band-1"),
            field("band", 4, "band-1"),
            ("band-x".to_owned(), "band-1".to_owned()),
        ]);
        let of = |n, key: Option<&str>| (id(n), key.map(str::to_owned));
        assert_eq!(changed(&form), [of(2, Some("band-2")), of(3, None), of(4, Some("band-1"))]);
    }
}
