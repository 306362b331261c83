//! Teams and who is in them.

use chrono::{DateTime, Utc};

use super::{Result, Tx, in_list::push_in, on_conn};
use crate::domain::ids::{PersonId, TeamId};

/// A team.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Team {
    /// Id.
    pub id: TeamId,
    /// Name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// One person in one team.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Membership {
    /// The team.
    pub team_id: TeamId,
    /// The person.
    pub person_id: PersonId,
    /// Whether they manage it.
    pub manages: bool,
}

/// Adds a team.
pub async fn insert(tx: &mut Tx, team: &Team) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("INSERT INTO team (id, name, created_at, updated_at) VALUES ($1, $2, $3, $4)")
        .bind(team.id)
        .bind(&team.name)
        .bind(team.created_at)
        .bind(team.updated_at)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Renames a team.
pub async fn rename(tx: &mut Tx, id: TeamId, name: &str, now: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE team SET name = $2, updated_at = $3 WHERE id = $1")
        .bind(id)
        .bind(name)
        .bind(now)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Removes a team; its feeds go with it, its people stay.
pub async fn delete(tx: &mut Tx, id: TeamId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM team WHERE id = $1").bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// One team.
pub async fn by_id(tx: &mut Tx, id: TeamId) -> Result<Option<Team>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM team WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// All teams by name, at most 500.
pub async fn list(tx: &mut Tx) -> Result<Vec<Team>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM team ORDER BY name, id LIMIT 500").fetch_all(c).await)?)
}

/// Puts a person into a team or changes what they are there.
pub async fn put_member(tx: &mut Tx, m: &Membership) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO team_member (team_id, person_id, manages) VALUES ($1, $2, $3)
         ON CONFLICT (team_id, person_id) DO UPDATE SET manages = excluded.manages"
    )
    .bind(m.team_id)
    .bind(m.person_id)
    .bind(m.manages)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Takes a person out of a team.
pub async fn remove_member(tx: &mut Tx, team: TeamId, person: PersonId) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM team_member WHERE team_id = $1 AND person_id = $2")
        .bind(team)
        .bind(person)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// All memberships, at most 20,000; the firm's chart in one query.
pub async fn memberships(tx: &mut Tx) -> Result<Vec<Membership>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM team_member ORDER BY team_id, person_id LIMIT 20000").fetch_all(c).await
    })?)
}

/// Who is in one team, by id; at most `limit`.
pub async fn member_ids(tx: &mut Tx, team: TeamId, limit: i64) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT person_id FROM team_member WHERE team_id = $1 ORDER BY person_id LIMIT $2"
    )
    .bind(team)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// Who is in one team, at most 1,000.
pub async fn members(tx: &mut Tx, team: TeamId) -> Result<Vec<Membership>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM team_member WHERE team_id = $1 ORDER BY person_id LIMIT 1000")
            .bind(team)
            .fetch_all(c)
            .await
    })?)
}

/// Who is in any of these teams, each once; at most 20,000.
pub async fn people_in(tx: &mut Tx, teams: &[TeamId]) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT DISTINCT person_id FROM team_member WHERE team_id");
        push_in(&mut query, teams.iter().copied());
        query.push(" LIMIT 20000").build_query_scalar().fetch_all(c).await
    })?)
}

/// The memberships of one person.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Membership>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT * FROM team_member WHERE person_id = $1").bind(person).fetch_all(c).await
    })?)
}

/// The memberships of several people.
pub async fn of_people(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Membership>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM team_member WHERE person_id");
        push_in(&mut query, people.iter().copied());
        query.push(" LIMIT 20000").build_query_as().fetch_all(c).await
    })?)
}

/// Who manages a team that this person manages, too; at most 200.
pub async fn fellow_managers(tx: &mut Tx, person: PersonId) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT DISTINCT fellow.person_id FROM team_member AS own
         JOIN team_member AS fellow ON fellow.team_id = own.team_id AND fellow.manages = $2
         WHERE own.person_id = $1 AND own.manages = $2 AND fellow.person_id <> $1 ORDER BY fellow.person_id LIMIT 200"
    )
    .bind(person)
    .bind(true)
    .fetch_all(c)
    .await)?)
}

/// Who manages a team this person is in.
pub async fn managers_of(tx: &mut Tx, person: PersonId) -> Result<Vec<PersonId>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar(
        "SELECT DISTINCT manager.person_id FROM team_member AS member
         JOIN team_member AS manager ON manager.team_id = member.team_id AND manager.manages = $2
         WHERE member.person_id = $1 LIMIT 200"
    )
    .bind(person)
    .bind(true)
    .fetch_all(c)
    .await)?)
}
