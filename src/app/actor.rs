//! Who may do what. A permit is proof that the question was asked: commands take permits, not roles.

use std::collections::HashSet;

use uuid::Uuid;

use crate::{
    domain::{
        ids::{PersonId, SessionId, TeamId},
        meeting::Status,
        person::{PersonState, Role},
    },
    store::{self, Tx, audit::Deed, meetings::FullMeeting, people::Person, sight::Sight, teams::Membership},
};

use super::error::{AppError, Result};

/// Most people whose meetings a list looks for.
const MOST_SEEN: usize = 2_000;

/// Somebody signed in.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Their own row.
    pub person: Person,
    /// Their browser; `None` for commands given on the server itself.
    pub session: Option<SessionId>,
    /// Teams they are in.
    pub teams: Vec<TeamId>,
    /// Teams they manage.
    pub manages: Vec<TeamId>,
    /// People in the teams they manage.
    pub managed_people: HashSet<PersonId>,
    /// On whose behalf they may plan meetings.
    pub acts_for: Vec<PersonId>,
    /// Network address, for the audit log.
    pub address: String,
}

/// Proof that somebody may plan meetings: their own, or somebody else's on that one's behalf.
#[derive(Debug)]
pub struct MayPlan(PersonId);
/// Proof that somebody may change one meeting.
#[derive(Debug)]
pub struct MayChange(());
/// Proof that somebody may write down how one meeting goes.
#[derive(Debug)]
pub struct MayRecord(());
/// Proof that somebody may change who is in one team.
#[derive(Debug)]
pub struct MayManageTeam(TeamId);
/// Proof that somebody may administer people, teams and settings.
#[derive(Debug)]
pub struct MayAdminister(());

/// Somebody who acts for the organizer of a meeting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Acting<'a> {
    pub(super) name: &'a str,
    /// The address of a delegate, who writes in the organizer's name (SENT-BY, RFC 5545 §3.2.18); managers and
    /// administrators act in their own.
    pub(super) sent_by: Option<&'a str>,
}

impl Acting<'_> {
    pub(super) fn by(self) -> String {
        self.name.to_owned()
    }

    pub(super) const fn on_behalf(self) -> bool {
        self.sent_by.is_some()
    }
}

impl Actor {
    /// Loads what decides about permits. `None` unless the person may sign in.
    pub async fn load(
        tx: &mut Tx,
        person: Person,
        session: Option<SessionId>,
        address: String,
    ) -> Result<Option<Self>> {
        let own = store::teams::of_person(tx, person.id).await?;
        let acts_for = store::delegates::principals(tx, person.id).await?;
        Self::of(tx, (person, &own, acts_for), session, address).await
    }

    /// The same for somebody whose places in teams are known, and for whom they plan.
    pub(super) async fn of(
        tx: &mut Tx,
        (person, own, acts_for): (Person, &[Membership], Vec<PersonId>),
        session: Option<SessionId>,
        address: String,
    ) -> Result<Option<Self>> {
        if person.state != PersonState::Active {
            return Ok(None);
        }
        let manages: Vec<TeamId> = own.iter().filter(|m| m.manages).map(|m| m.team_id).collect();
        let managed_people = if manages.is_empty() {
            HashSet::new()
        } else {
            store::teams::people_in(tx, &manages).await?.into_iter().collect()
        };
        let teams = own.iter().map(|m| m.team_id).collect();
        Ok(Some(Self { person, session, teams, manages, managed_people, acts_for, address }))
    }

    /// Their id.
    #[must_use]
    pub const fn id(&self) -> PersonId {
        self.person.id
    }

    /// Who they are, where they act for the organizer of a meeting.
    pub(super) fn acting_for(&self, organizer: PersonId) -> Option<Acting<'_>> {
        let sent_by = self.plans_for(organizer).then_some(self.person.email.as_str());
        (self.id() != organizer).then_some(Acting { name: &self.person.name, sent_by })
    }

    /// What a record says of a meeting, with its organizer where they act on that one's behalf: the log shows both.
    pub(super) fn on_behalf(&self, mut says: serde_json::Value, full: &FullMeeting) -> serde_json::Value {
        let organizer = full.meeting.organizer_id;
        let chair = full.attendees.iter().find(|a| a.person_id == Some(organizer));
        if let (true, Some(chair), Some(says)) = (self.plans_for(organizer), chair, says.as_object_mut()) {
            says.insert("on_behalf_of".to_owned(), chair.name.as_str().into());
        }
        says
    }

    /// Whether they may plan on this colleague's behalf.
    #[must_use]
    pub fn plans_for(&self, organizer: PersonId) -> bool {
        self.acts_for.contains(&organizer)
    }

    /// With whom an exception from a limit is counted: with the organizer where they plan on that one's behalf, so that
    /// nobody gets more of them by having somebody else plan.
    #[must_use]
    pub fn excepted_for(&self, organizer: PersonId) -> PersonId {
        if self.plans_for(organizer) { organizer } else { self.id() }
    }

    /// A record of something they do, still without before and after.
    pub(super) fn deed(
        &self,
        action: &'static str,
        (object_kind, object_id): (&'static str, impl Into<Option<Uuid>>),
    ) -> Deed {
        Deed {
            actor_id: Some(self.id()),
            actor: self.person.name.clone(),
            action,
            object_kind,
            object_id: object_id.into(),
            address: self.address.clone(),
            ..Deed::default()
        }
    }

    /// Whether they administer.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        self.person.role == Role::Admin
    }

    /// Whether they administer, or manage a team of this colleague.
    #[must_use]
    pub fn leads(&self, person: PersonId) -> bool {
        self.is_admin() || self.managed_people.contains(&person)
    }

    /// Whether they see all meetings of this colleague: those who lead them do, and those who plan for them.
    #[must_use]
    pub fn sees_meetings_of(&self, person: PersonId) -> bool {
        self.leads(person) || self.plans_for(person)
    }

    /// May they see this meeting? Its people, whoever sees all of theirs, and administrators do. Of one that waits
    /// for approval only its organizer and those who see theirs know; whoever is asked sees it through the question.
    #[must_use]
    pub fn sees(&self, full: &FullMeeting) -> bool {
        let organizer = full.meeting.organizer_id;
        if full.meeting.status == Status::Pending {
            return organizer == self.id() || self.sees_meetings_of(organizer);
        }
        let mut present = full.attendees.iter().filter(|a| a.removed_at.is_none()).filter_map(|a| a.person_id);
        self.is_admin()
            || organizer == self.id()
            || self.plans_for(organizer)
            || present.any(|id| id == self.id() || self.sees_meetings_of(id))
    }

    /// Whose meetings they see, for lists.
    #[must_use]
    pub fn sight(&self) -> Sight {
        let others = self.acts_for.iter().chain(&self.managed_people).copied();
        Sight { all: self.is_admin(), me: self.id(), people: others.chain([self.id()]).take(MOST_SEEN).collect() }
    }

    /// May they change this meeting? Its organizer, who plans for them, their managers, and administrators do.
    pub fn may_change(&self, full: &FullMeeting) -> Result<MayChange> {
        if !self.sees(full) {
            return Err(AppError::NotFound);
        }
        let organizer = full.meeting.organizer_id;
        let plans = self.person.role != Role::Viewer;
        if plans && (organizer == self.id() || self.sees_meetings_of(organizer)) {
            Ok(MayChange(()))
        } else {
            Err(AppError::Denied)
        }
    }

    /// May they write down how this meeting goes? Everybody in it but viewers, and those who may change it.
    pub fn may_record(&self, full: &FullMeeting) -> Result<MayRecord> {
        let takes_part = full.attendees.iter().any(|a| a.removed_at.is_none() && a.person_id == Some(self.id()));
        if takes_part && self.sees(full) && self.person.role != Role::Viewer {
            return Ok(MayRecord(()));
        }
        self.may_change(full).map(|_| MayRecord(()))
    }

    /// May they plan meetings? Everybody but viewers.
    pub fn may_plan(&self) -> Result<MayPlan> {
        if self.person.role == Role::Viewer { Err(AppError::Denied) } else { Ok(MayPlan(self.id())) }
    }

    /// May they plan meetings of this organizer? Their own, and those of whoever lets them plan on their behalf.
    pub fn may_plan_for(&self, organizer: PersonId) -> Result<MayPlan> {
        self.may_plan()?;
        if organizer == self.id() || self.plans_for(organizer) { Ok(MayPlan(organizer)) } else { Err(AppError::Denied) }
    }

    /// May they administer?
    pub fn may_administer(&self) -> Result<MayAdminister> {
        if self.is_admin() { Ok(MayAdminister(())) } else { Err(AppError::Denied) }
    }

    /// May they change who is in this team? Its managers and administrators do.
    pub fn may_manage_team(&self, team: TeamId) -> Result<MayManageTeam> {
        if self.sees_meetings_of_team(team) {
            Ok(MayManageTeam(team))
        } else if self.sees_team(team) {
            Err(AppError::Denied)
        } else {
            Err(AppError::NotFound)
        }
    }

    /// May they see this team? Its members, and administrators.
    #[must_use]
    pub fn sees_team(&self, team: TeamId) -> bool {
        self.is_admin() || self.teams.contains(&team)
    }

    /// May they see all the meetings of this team? Its managers, and administrators.
    #[must_use]
    pub fn sees_meetings_of_team(&self, team: TeamId) -> bool {
        self.is_admin() || self.manages.contains(&team)
    }
}

impl MayPlan {
    /// Whose meetings.
    #[must_use]
    pub const fn organizer(&self) -> PersonId {
        self.0
    }
}

impl MayManageTeam {
    /// Which team.
    #[must_use]
    pub const fn team(&self) -> TeamId {
        self.0
    }
}
