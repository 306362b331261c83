//! Somebody leaves: what happens, and what becomes of their meetings.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::{AppError, Refusal},
        hand_over::{MOST_AT_ONCE, Upcoming},
        people::{self, Deactivate},
    },
    domain::{
        ids::{PersonId, TeamId},
        person::PersonState,
        text::SafeText,
    },
    store::{
        self, Tx,
        meetings::FullMeeting,
        people::Person,
        teams::{Membership, Team},
    },
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        path::One,
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/people/{id}/deactivation", Access::Admin, show).command(
        "/admin/people/{id}/deactivation",
        Access::Admin,
        deactivate,
    )
}

/// Most meetings shown.
pub(super) const LISTED: i64 = 500;
/// Longest reason for calling meetings off, in characters.
const MAX_REASON: usize = 500;

#[derive(Template)]
#[template(path = "admin/deactivation.html")]
struct DeactivationPage<'a> {
    page: Page<'a>,
    errors: Errors,
    person: Person,
    sessions: usize,
    feeds: usize,
    teams: String,
    /// Teams that nobody would manage.
    orphans: String,
    meetings: Vec<FullMeeting>,
    heirs: Vec<(String, String)>,
    /// As typed.
    upcoming: String,
    heir: String,
    reason: String,
    once: String,
}

impl DeactivationPage<'_> {
    fn left_already(&self) -> bool {
        self.person.state == PersonState::Deactivated
    }

    fn people_in(full: &FullMeeting) -> usize {
        full.attendees.iter().filter(|a| a.removed_at.is_none()).count()
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, One(id): One<PersonId>) -> Result<Response, Failure> {
    page::ok(&deactivation_page(&reads, &caller, id, &Form::default()).await?)
}

async fn deactivation_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    id: PersonId,
    form: &Form,
) -> Result<DeactivationPage<'a>, Failure> {
    let mut tx = reads.begin().await?;
    let person = store::people::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let colleagues = store::people::list(&mut tx, super::people::MOST).await?;
    let (teams, orphans) = teams_of(&mut tx, id, &colleagues).await?;
    let ids = store::meeting_lists::organized_by(&mut tx, id, reads.now(), LISTED).await?;
    let fits = |p: &Person| p.id != id && p.leads_meetings();
    let heirs = colleagues.into_iter().filter(fits).map(|p| (p.id.to_string(), format!("{} ({})", p.name, p.email)));
    Ok(DeactivationPage {
        page: Page::new(reads, caller, Nav::Admin),
        errors: Errors::default(),
        sessions: store::sessions::of_person(&mut tx, id).await?.len(),
        feeds: store::feeds::of_person(&mut tx, id).await?.len(),
        meetings: store::meetings::by_ids(&mut tx, &ids).await?,
        heirs: heirs.collect(),
        person,
        teams,
        orphans,
        upcoming: form.get("upcoming").to_owned(),
        heir: form.get("heir").to_owned(),
        reason: form.get("reason").to_owned(),
        once: reads.once_key(),
    })
}

/// Names of the person's teams, and of those among them that no other active colleague manages.
async fn teams_of(tx: &mut Tx, id: PersonId, colleagues: &[Person]) -> Result<(String, String), Failure> {
    let all = store::teams::memberships(tx).await?;
    let active = |p: PersonId| colleagues.iter().any(|c| c.id == p && c.state == PersonState::Active);
    let managed_by_other =
        |team: TeamId| all.iter().any(|m| m.team_id == team && m.manages && m.person_id != id && active(m.person_id));
    let own = |team: TeamId| all.iter().find(|m| m.team_id == team && m.person_id == id);
    let orphaned = |m: &Membership| m.manages && !managed_by_other(m.team_id);
    let teams: Vec<Team> = store::teams::list(tx).await?;
    let names = |wanted: &dyn Fn(&Membership) -> bool| -> String {
        let names: Vec<&str> =
            teams.iter().filter(|t| own(t.id).is_some_and(wanted)).map(|t| t.name.as_str()).collect();
        names.join(", ")
    };
    Ok((names(&|_| true), names(&orphaned)))
}

async fn deactivate(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<PersonId>,
    form: Form,
) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let t = caller.texts();
    let (field, message) = match read(&form) {
        Err(field) => (field, t.field_choose_one()),
        Ok(upcoming) => {
            let command = Deactivate { person: id, upcoming, once: form.once(actor.id()) };
            match people::deactivate(&writes.app, actor, &permit, command).await {
                Ok(location) => return Ok(Redirect::to(&location).into_response()),
                Err(AppError::Refused(Refusal::LastAdmin)) => ("deactivate", t.person_last_admin()),
                Err(AppError::Refused(Refusal::Oneself)) => ("deactivate", t.person_not_oneself()),
                Err(AppError::Refused(Refusal::TooManyMeetings)) => {
                    ("upcoming", t.person_meetings_too_many(MOST_AT_ONCE))
                }
                Err(AppError::Refused(Refusal::Gone(_))) => ("heir", t.person_heir_gone()),
                // Meetings were planned after the page was shown: the page comes back with them.
                Err(AppError::Stale) => ("upcoming", t.person_meetings_new()),
                Err(error) => return Err(error.into()),
            }
        }
    };
    let mut page = deactivation_page(&writes.reads(), &caller, id, &form).await?;
    page.errors.add(field, message);
    page::invalid(&page)
}

/// What becomes of the meetings, or the field that lacks an answer. The page asks only when there are meetings.
fn read(form: &Form) -> Result<Upcoming, &'static str> {
    match form.get("upcoming") {
        "hand-over" => form.get("heir").parse().map(Upcoming::HandOver).map_err(|_| "heir"),
        "call-off" => Ok(Upcoming::CallOff(SafeText::block(form.get("reason"), MAX_REASON).into())),
        "none" => Ok(Upcoming::None),
        _ => Err("upcoming"),
    }
}
