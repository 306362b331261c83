//! Agendas that a person, a team or the organization keeps to begin with. Meetings copy them, so nothing that is done here
//! changes any meeting.

use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        agenda::template::{MAX_NAME, MAX_TEMPLATES, TemplatePoint},
        ids::{TeamId, TemplateId},
        meeting::{MAX_MINUTES, MAX_POINTS, MAX_TITLE, Purpose},
        text::SafeText,
    },
    store::{
        self, Tx,
        agenda_templates::{self, AgendaTemplate},
        audit::Deed,
    },
};

/// Whose a template is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// One's own; nobody else sees it.
    Own,
    /// A team's: its people use it, its managers change it.
    Team(TeamId),
    /// The organization's: everybody uses it, administrators change it.
    Organization,
}

impl Whose {
    /// Whose this one is.
    #[must_use]
    pub fn of(template: &AgendaTemplate) -> Self {
        match (template.team_id, template.person_id) {
            (Some(team), _) => Self::Team(team),
            (None, Some(_)) => Self::Own,
            (None, None) => Self::Organization,
        }
    }
}

/// How a template shall be.
#[derive(Debug, Clone)]
pub struct Outline {
    /// Name; not empty.
    pub name: String,
    /// Whose.
    pub whose: Whose,
    /// What it is for; `None` for any meeting.
    pub purpose: Option<Purpose>,
    /// The points in order; at least one.
    pub points: Vec<TemplatePoint>,
}

impl Actor {
    /// Whether they may use this template.
    #[must_use]
    pub fn sees_template(&self, template: &AgendaTemplate) -> bool {
        match (template.team_id, template.person_id) {
            (Some(team), _) => self.sees_team(team),
            (None, Some(person)) => person == self.id(),
            (None, None) => true,
        }
    }

    /// Whether they may write templates of this kind: everybody who plans their own, managers their teams', administrators
    /// all but other people's own.
    #[must_use]
    pub fn writes_templates(&self, whose: Whose) -> bool {
        self.may_plan().is_ok()
            && match whose {
                Whose::Own => true,
                Whose::Team(team) => self.sees_meetings_of_team(team),
                Whose::Organization => self.is_admin(),
            }
    }

    /// May they change this template?
    ///
    /// # Errors
    /// [`AppError::NotFound`] for those who do not see it, [`AppError::Denied`] for those who only use it.
    pub fn may_change_template(&self, template: &AgendaTemplate) -> Result<()> {
        if !self.sees_template(template) {
            return Err(AppError::NotFound);
        }
        if self.writes_templates(Whose::of(template)) { Ok(()) } else { Err(AppError::Denied) }
    }
}

/// What came of keeping one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// There is a new one.
    New(TemplateId),
    /// The same form was sent before.
    Again,
}

/// Keeps an agenda as a template.
///
/// # Errors
/// [`AppError::Denied`] for templates that are not theirs to write, and for one without name or points;
/// [`Refusal::TooManyRows`] for more than [`MAX_TEMPLATES`] of one owner.
pub async fn create(app: &App, actor: &Actor, (outline, once): (Outline, &Once)) -> Result<Kept> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, once, now).await? {
        return Ok(Kept::Again);
    }
    let id = app.new_id();
    let empty = AgendaTemplate {
        id,
        team_id: None,
        person_id: None,
        name: String::new(),
        purpose: None,
        points: Vec::new().into(),
        version: 0,
        created_at: now,
        updated_at: now,
        updated_by: None,
    };
    let template = written(app, actor, (empty, outline))?;
    let teams: Vec<TeamId> = template.team_id.into_iter().collect();
    let visible = agenda_templates::visible(&mut tx, actor.id(), &teams).await?;
    if visible.iter().filter(|other| Whose::of(other) == Whose::of(&template)).count() >= MAX_TEMPLATES {
        return Err(Refusal::TooManyRows.into());
    }
    agenda_templates::insert(&mut tx, &template).await?;
    record(&mut tx, app, (actor, "template.created"), &template).await?;
    once::finish(&mut tx, once, "/agendas?done=kept").await?;
    tx.commit().await?;
    Ok(Kept::New(id))
}

/// Changes a template; meetings that began with it keep what they had.
///
/// # Errors
/// As [`create`]; [`AppError::NotFound`]; [`AppError::Stale`] when somebody else has changed it since.
pub async fn change(app: &App, actor: &Actor, (id, version, outline): (TemplateId, i64, Outline)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let before = agenda_templates::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_change_template(&before)?;
    if before.version != version {
        return Err(AppError::Stale);
    }
    let template = written(app, actor, (before, outline))?;
    if !agenda_templates::update(&mut tx, &template).await? {
        return Err(AppError::Stale);
    }
    record(&mut tx, app, (actor, "template.changed"), &template).await?;
    Ok(tx.commit().await?)
}

/// Removes a template; meetings that began with it keep what they had.
///
/// # Errors
/// As [`change`].
pub async fn remove(app: &App, actor: &Actor, id: TemplateId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let template = agenda_templates::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    actor.may_change_template(&template)?;
    agenda_templates::delete(&mut tx, id).await?;
    record(&mut tx, app, (actor, "template.removed"), &template).await?;
    Ok(tx.commit().await?)
}

/// The template as the outline has it, in its next version.
fn written(app: &App, actor: &Actor, (before, outline): (AgendaTemplate, Outline)) -> Result<AgendaTemplate> {
    if !actor.writes_templates(outline.whose) {
        return Err(AppError::Denied);
    }
    let name = String::from(SafeText::line(&outline.name, MAX_NAME));
    let point = |point: TemplatePoint| TemplatePoint {
        title: SafeText::line(&point.title, MAX_TITLE).into(),
        minutes: point.minutes.min(MAX_MINUTES),
        ..point
    };
    let mut points: Vec<TemplatePoint> = outline.points.into_iter().take(MAX_POINTS).map(point).collect();
    points.retain(|point| !point.title.is_empty());
    if name.is_empty() || points.is_empty() {
        return Err(AppError::Denied);
    }
    let (team_id, person_id) = match outline.whose {
        Whose::Own => (None, Some(actor.id())),
        Whose::Team(team) => (Some(team), None),
        Whose::Organization => (None, None),
    };
    Ok(AgendaTemplate {
        team_id,
        person_id,
        name,
        purpose: outline.purpose,
        points: points.into(),
        version: before.version + 1,
        updated_at: app.now(),
        updated_by: Some(actor.id()),
        ..before
    })
}

/// The templates that somebody may use, by name.
///
/// # Errors
/// Only when the database fails.
pub async fn usable(tx: &mut Tx, actor: &Actor) -> Result<Vec<AgendaTemplate>> {
    Ok(agenda_templates::visible(tx, actor.id(), &actor.teams).await?)
}

async fn record(
    tx: &mut Tx,
    app: &App,
    (actor, action): (&Actor, &'static str),
    template: &AgendaTemplate,
) -> Result<()> {
    let said = serde_json::json!({ "name": template.name });
    let deed = Deed { after: Some(said), ..actor.deed(action, ("template", template.id.uuid())) };
    Ok(store::audit::record(tx, &deed, app.now()).await?)
}
