//! Agendas to begin with.

use chrono::{DateTime, Utc};
use sqlx::types::Json;

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::{
    agenda::template::TemplatePoint,
    ids::{AccountId, PersonId, TeamId, TemplateId},
    limits::rule::LeadClass,
    meeting::Purpose,
};

/// A template.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AgendaTemplate {
    /// Id.
    pub id: TemplateId,
    /// The team it belongs to.
    pub team_id: Option<TeamId>,
    /// The person it belongs to; without either it is the organization's.
    pub person_id: Option<PersonId>,
    /// Name.
    pub name: String,
    /// What it is for; `None` for any meeting.
    pub purpose: Option<Purpose>,
    /// The points in order.
    pub points: Json<Vec<TemplatePoint>>,
    /// Rises with every change.
    pub version: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// By whom.
    pub updated_by: Option<PersonId>,
}

/// Adds one.
pub async fn insert(tx: &mut Tx, t: &AgendaTemplate) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO agenda_template (id, team_id, person_id, name, purpose, points, version, created_at, updated_at,
            updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    )
    .bind(t.id)
    .bind(t.team_id)
    .bind(t.person_id)
    .bind(&t.name)
    .bind(t.purpose)
    .bind(&t.points)
    .bind(t.version)
    .bind(t.created_at)
    .bind(t.updated_at)
    .bind(t.updated_by)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Writes the next version if the one before it still stands; tells whether it did.
pub async fn update(tx: &mut Tx, t: &AgendaTemplate) -> Result<bool> {
    let rows = on_conn!(tx, |c| {
        sqlx::query(
        "UPDATE agenda_template SET team_id = $2, person_id = $3, name = $4, purpose = $5, points = $6, version = $7,
            updated_at = $8, updated_by = $9
         WHERE id = $1 AND version = $7 - 1"
    )
    .bind(t.id)
    .bind(t.team_id)
    .bind(t.person_id)
    .bind(&t.name)
    .bind(t.purpose)
    .bind(&t.points)
    .bind(t.version)
    .bind(t.updated_at)
    .bind(t.updated_by)
    .execute(c)
    .await
    .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// Removes one; meetings that began with it keep their agendas.
pub async fn delete(tx: &mut Tx, id: TemplateId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM agenda_template WHERE id = $1").bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// One by its id.
pub async fn by_id(tx: &mut Tx, id: TemplateId) -> Result<Option<AgendaTemplate>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM agenda_template WHERE id = $1").bind(id).fetch_optional(c).await
    })?)
}

/// Those of a person, of these teams, and of the organization, by name; at most 500.
pub async fn visible(tx: &mut Tx, person: PersonId, teams: &[TeamId]) -> Result<Vec<AgendaTemplate>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM agenda_template WHERE person_id = ");
        query.push_bind(person).push(" OR (person_id IS NULL AND team_id IS NULL)");
        if !teams.is_empty() {
            query.push(" OR team_id");
            push_in(&mut query, teams.iter().copied());
        }
        query.push(" ORDER BY name, id LIMIT 500").build_query_as().fetch_all(c).await
    })?)
}

/// Those of the organization, by name; at most 500.
pub async fn of_organization(tx: &mut Tx) -> Result<Vec<AgendaTemplate>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM agenda_template WHERE person_id IS NULL AND team_id IS NULL ORDER BY name, id LIMIT 500"
    )
    .fetch_all(c)
    .await)?)
}

/// The agenda of a class of customers.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ClassAgenda {
    /// Which customers.
    pub lead_class: LeadClass,
    /// What meetings with them begin with.
    pub template_id: TemplateId,
}

/// The agendas of the classes that have one.
pub async fn of_classes(tx: &mut Tx) -> Result<Vec<ClassAgenda>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT lead_class, template_id FROM class_agenda ORDER BY lead_class")
        .fetch_all(c)
        .await)?)
}

/// Replaces the agendas of all classes.
pub async fn set_of_classes(tx: &mut Tx, agendas: &[ClassAgenda]) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("DELETE FROM class_agenda").execute(&mut *c).await?;
        if agendas.is_empty() {
            return Ok(());
        }
        let mut query = sqlx::QueryBuilder::new("INSERT INTO class_agenda (lead_class, template_id) ");
        query.push_values(agendas, |mut row, agenda| {
            row.push_bind(agenda.lead_class).push_bind(agenda.template_id);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// What meetings with this customer begin with, if their class has an agenda that is still the organization's.
pub async fn of_customer(tx: &mut Tx, account: AccountId) -> Result<Option<AgendaTemplate>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as(
            "SELECT agenda_template.* FROM account
             JOIN class_agenda ON class_agenda.lead_class = account.lead_class
             JOIN agenda_template ON agenda_template.id = class_agenda.template_id
             WHERE account.id = $1 AND agenda_template.person_id IS NULL AND agenda_template.team_id IS NULL",
        )
        .bind(account)
        .fetch_optional(c)
        .await
    })?)
}
