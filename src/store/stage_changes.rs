//! What changes of stage leave behind: how long an opportunity stood at each stage, and how the newest one is taken back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;

use super::{Result, Tx, on_conn, opportunities::Opportunity};
use crate::domain::{
    ids::OpportunityId,
    pipeline::{LostReason, OpportunityStage},
    sales::whole_days,
};

/// What a change of stage replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Before {
    stage: OpportunityStage,
    stage_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    probability: Option<i64>,
    lost_reason: Option<LostReason>,
    lost_note: String,
    next_step: String,
    next_step_on: Option<chrono::NaiveDate>,
}

impl Before {
    /// What stands there now.
    #[must_use]
    pub fn of(o: &Opportunity) -> Self {
        Self {
            stage: o.stage,
            stage_at: o.stage_at,
            closed_at: o.closed_at,
            probability: o.probability,
            lost_reason: o.lost_reason,
            lost_note: o.lost_note.clone(),
            next_step: o.next_step.clone(),
            next_step_on: o.next_step_on,
        }
    }

    /// The opportunity with all this as it was.
    #[must_use]
    pub fn restore(self, o: Opportunity) -> Opportunity {
        Opportunity {
            stage: self.stage,
            stage_at: self.stage_at,
            closed_at: self.closed_at,
            probability: self.probability,
            lost_reason: self.lost_reason,
            lost_note: self.lost_note,
            next_step: self.next_step,
            next_step_on: self.next_step_on,
            ..o
        }
    }
}

#[derive(sqlx::FromRow)]
struct Times {
    began: Option<DateTime<Utc>>,
    newest: Option<DateTime<Utc>>,
}

/// Ends the stay at a stage: `to` is where the opportunity goes, `at` when. Gives its age in whole days; none before its
/// first stage. What was replaced earlier cannot be brought back any more.
pub(super) async fn leave(tx: &mut Tx, id: OpportunityId, (to, at): (OpportunityStage, DateTime<Utc>)) -> Result<i64> {
    let times: Times = on_conn!(tx, |c| sqlx::query_as(
        "SELECT MIN(at) AS began, MAX(at) AS newest FROM stage_change WHERE opportunity_id = $1"
    )
    .bind(id)
    .fetch_one(c)
    .await)?;
    let days =
        |since: Option<DateTime<Utc>>| since.map_or(0, |since| i64::try_from(whole_days(since, at)).unwrap_or(0));
    on_conn!(tx, |c| sqlx::query(
        "UPDATE stage_change SET left_at = $2, left_to = $3, days = $4, before = NULL
         WHERE opportunity_id = $1 AND left_at IS NULL"
    )
    .bind(id)
    .bind(at)
    .bind(to)
    .bind(days(times.newest))
    .execute(c)
    .await
    .map(drop))?;
    Ok(days(times.began))
}

/// Keeps what the change to this version replaced.
pub async fn remember(tx: &mut Tx, (id, version): (OpportunityId, i64), before: &Before) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("UPDATE stage_change SET before = $3 WHERE opportunity_id = $1 AND version = $2")
        .bind(id)
        .bind(version)
        .bind(Json(before))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A change that may be taken back.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Reversible {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// What it replaced.
    pub before: Json<Before>,
}

/// The change that led to this version, if what it replaced is still known.
pub async fn reversible(tx: &mut Tx, (id, version): (OpportunityId, i64)) -> Result<Option<Reversible>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT at, before FROM stage_change
         WHERE opportunity_id = $1 AND version = $2 AND before IS NOT NULL AND left_at IS NULL"
    )
    .bind(id)
    .bind(version)
    .fetch_optional(c)
    .await)?)
}

/// Takes the newest change out of the history: the opportunity stands at the stage before it again.
pub async fn take_back(tx: &mut Tx, (id, version): (OpportunityId, i64)) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("DELETE FROM stage_change WHERE opportunity_id = $1 AND version = $2")
            .bind(id)
            .bind(version)
            .execute(&mut *c)
            .await?;
        sqlx::query(
            "UPDATE stage_change SET left_at = NULL, left_to = NULL, days = NULL WHERE opportunity_id = $1
                AND version = (SELECT MAX(version) FROM stage_change AS newest WHERE newest.opportunity_id = $1)",
        )
        .bind(id)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}
