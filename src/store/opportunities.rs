//! Opportunities, every change of their stage, and the meetings about them.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Result, Tx, in_list::push_in, on_conn, stage_changes, titles::title_key};
use crate::domain::{
    ids::{AccountId, ContactId, MeetingId, OpportunityId, PersonId, SeriesId},
    pipeline::{LeadSource, LostReason, OpportunityStage},
};

/// What a customer may buy.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Opportunity {
    /// Id.
    pub id: OpportunityId,
    /// The customer.
    pub account_id: AccountId,
    /// Whom to talk to there.
    pub contact_id: Option<ContactId>,
    /// The seller responsible.
    pub owner_id: Option<PersonId>,
    /// What it is about.
    pub title: String,
    /// Where it stands.
    pub stage: OpportunityStage,
    /// Where it came from.
    pub lead_source: Option<LeadSource>,
    /// What it is worth, in whole units of `currency`.
    pub amount: Option<i64>,
    /// ISO 4217; empty without an amount.
    pub currency: String,
    /// In percent; `None` takes that of the stage.
    pub probability: Option<i64>,
    /// Why it was lost.
    pub lost_reason: Option<LostReason>,
    /// The same in somebody's words.
    pub lost_note: String,
    /// What to do next.
    pub next_step: String,
    /// By when.
    pub next_step_on: Option<NaiveDate>,
    /// When the customer is expected to decide.
    pub expected_on: Option<NaiveDate>,
    /// Since when it stands at its stage.
    pub stage_at: DateTime<Utc>,
    /// When it was won or lost.
    pub closed_at: Option<DateTime<Utc>>,
    /// Rises with every change.
    pub version: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

impl Opportunity {
    /// How likely it is to be won, in percent.
    #[must_use]
    pub fn likelihood(&self) -> u8 {
        let own = self.probability.filter(|_| self.stage.is_open()).and_then(|p| u8::try_from(p).ok());
        own.unwrap_or(self.stage.probability())
    }

    /// What it is worth; 0 where nobody has said.
    #[must_use]
    pub fn worth(&self) -> u64 {
        self.amount.and_then(|amount| u64::try_from(amount).ok()).unwrap_or(0)
    }
}

/// An opportunity in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Entry {
    /// The opportunity.
    #[sqlx(flatten)]
    pub opportunity: Opportunity,
    /// Name of the customer.
    pub account: String,
    /// Name of the seller.
    pub owner: Option<String>,
}

/// One change of stage.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct StageChange {
    /// Which opportunity.
    pub opportunity_id: OpportunityId,
    /// The version that it made.
    pub version: i64,
    /// From where; `None` when it was made.
    pub from_stage: Option<OpportunityStage>,
    /// To where.
    pub to_stage: OpportunityStage,
    /// Who.
    pub person_id: Option<PersonId>,
    /// Their name at the time.
    pub person: String,
    /// Out of which meeting it came.
    pub meeting_id: Option<MeetingId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Which opportunities to list.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Only those of these people; empty for all.
    pub owners: Vec<PersonId>,
    /// Only those of this customer.
    pub account: Option<AccountId>,
    /// Only those at these stages; empty for all.
    pub stages: Vec<OpportunityStage>,
    /// Part of the title or of the customer's name, in lower case; empty for all.
    pub text: String,
    /// Most that are listed.
    pub limit: i64,
    /// How many to leave out.
    pub skip: i64,
}

/// Every opportunity has a customer; joined from the left, the customers cannot come first, so that reading goes by the last
/// change and ends with the limit.
const ENTRY: &str = "SELECT opportunity.*, account.name AS account, owner.name AS owner
     FROM opportunity LEFT JOIN account ON account.id = opportunity.account_id
        LEFT JOIN person AS owner ON owner.id = opportunity.owner_id WHERE TRUE";

/// A page of opportunities, those changed last first.
pub async fn page(tx: &mut Tx, q: &Query) -> Result<Vec<Entry>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(ENTRY);
        if !q.owners.is_empty() {
            query.push(" AND opportunity.owner_id");
            push_in(&mut query, q.owners.iter().copied());
        }
        if let Some(account) = q.account {
            query.push(" AND opportunity.account_id = ").push_bind(account);
        }
        if !q.stages.is_empty() {
            query.push(" AND opportunity.stage");
            push_in(&mut query, q.stages.iter().copied());
        }
        if !q.text.is_empty() {
            let pattern = format!("%{}%", q.text.replace(['%', '_', '\\'], " "));
            query.push(" AND (account.name_key LIKE ").push_bind(pattern.clone());
            query.push(" OR opportunity.title_key LIKE ").push_bind(pattern).push(")");
        }
        query.push(" ORDER BY opportunity.updated_at DESC, opportunity.id DESC LIMIT ").push_bind(q.limit);
        query.push(" OFFSET ").push_bind(q.skip);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// How many opportunities stand at a stage, and what they are worth in one currency.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct StageSum {
    /// The stage.
    pub stage: OpportunityStage,
    /// The currency; empty for those without an amount.
    pub currency: String,
    /// How many.
    pub number: i64,
    /// Sum of the amounts, at most what an `i64` holds.
    pub amount: i64,
    /// Sum of what each is worth by its likelihood; of open stages only.
    pub expected: i64,
}

/// Sums by stage and currency over these people's opportunities; everybody's if there are none.
pub async fn sums(tx: &mut Tx, owners: &[PersonId]) -> Result<Vec<StageSum>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT stage, currency, COUNT(*) AS number, CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS amount,
                CAST(COALESCE(SUM((amount * COALESCE(probability, CASE stage",
        );
        let open = || OpportunityStage::ALL.iter().filter(|stage| stage.is_open());
        for stage in open() {
            query.push(format!(" WHEN '{}' THEN {}", stage.as_str(), stage.probability()));
        }
        // Each is rounded as where it stands alone, so that the parts come to the whole.
        query.push(" END) + 50) / 100) FILTER (WHERE stage");
        push_in(&mut query, open().copied());
        query.push("), 0) AS BIGINT) AS expected FROM opportunity WHERE TRUE");
        if !owners.is_empty() {
            query.push(" AND owner_id");
            push_in(&mut query, owners.iter().copied());
        }
        query.push(" GROUP BY stage, currency ORDER BY stage, currency LIMIT 2000");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// One opportunity.
pub async fn by_id(tx: &mut Tx, id: OpportunityId) -> Result<Option<Opportunity>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM opportunity WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Adds an opportunity.
pub async fn insert(tx: &mut Tx, o: &Opportunity) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO opportunity (id, account_id, contact_id, owner_id, title, stage, lead_source, amount, currency,
            probability, lost_reason, lost_note, next_step, next_step_on, expected_on, stage_at, closed_at, version,
            created_at, updated_at, title_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"
    )
    .bind(o.id)
    .bind(o.account_id)
    .bind(o.contact_id)
    .bind(o.owner_id)
    .bind(&o.title)
    .bind(o.stage)
    .bind(o.lead_source)
    .bind(o.amount)
    .bind(&o.currency)
    .bind(o.probability)
    .bind(o.lost_reason)
    .bind(&o.lost_note)
    .bind(&o.next_step)
    .bind(o.next_step_on)
    .bind(o.expected_on)
    .bind(o.stage_at)
    .bind(o.closed_at)
    .bind(o.version)
    .bind(o.created_at)
    .bind(o.updated_at)
    .bind(title_key(&o.title))
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Writes everything but id, customer and creation, if it still has the version before; tells whether it did.
pub async fn update(tx: &mut Tx, o: &Opportunity) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE opportunity SET contact_id = $2, owner_id = $3, title = $4, stage = $5, lead_source = $6, amount = $7,
            currency = $8, probability = $9, lost_reason = $10, lost_note = $11, next_step = $12, next_step_on = $13,
            expected_on = $14, stage_at = $15, closed_at = $16, version = $17, updated_at = $18, title_key = $19
         WHERE id = $1 AND version = $17 - 1"
    )
    .bind(o.id)
    .bind(o.contact_id)
    .bind(o.owner_id)
    .bind(&o.title)
    .bind(o.stage)
    .bind(o.lead_source)
    .bind(o.amount)
    .bind(&o.currency)
    .bind(o.probability)
    .bind(o.lost_reason)
    .bind(&o.lost_note)
    .bind(&o.next_step)
    .bind(o.next_step_on)
    .bind(o.expected_on)
    .bind(o.stage_at)
    .bind(o.closed_at)
    .bind(o.version)
    .bind(o.updated_at)
    .bind(title_key(&o.title))
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Notes a change of stage, and how long the opportunity stood at the stage before.
pub async fn note(tx: &mut Tx, s: &StageChange) -> Result<()> {
    let age = stage_changes::leave(tx, s.opportunity_id, (s.to_stage, s.at)).await?;
    on_conn!(tx, |c| {
        sqlx::query(
        "INSERT INTO stage_change (opportunity_id, version, from_stage, to_stage, person_id, person, meeting_id, at, age)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )
    .bind(s.opportunity_id)
    .bind(s.version)
    .bind(s.from_stage)
    .bind(s.to_stage)
    .bind(s.person_id)
    .bind(&s.person)
    .bind(s.meeting_id)
    .bind(s.at)
    .bind(age)
    .execute(c)
    .await
    .map(drop)
    })?;
    Ok(())
}

/// The changes of stage of these opportunities, latest first; at most `limit`.
pub async fn history(tx: &mut Tx, ids: &[OpportunityId], limit: i64) -> Result<Vec<StageChange>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM stage_change WHERE opportunity_id");
        push_in(&mut query, ids.iter().copied());
        query.push(" ORDER BY at DESC, version DESC, opportunity_id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Says which opportunity a meeting is about, or that it is about none.
pub async fn link(tx: &mut Tx, meeting: MeetingId, about: Option<OpportunityId>) -> Result<()> {
    on_conn!(tx, |c| {
        let Some(about) = about else {
            return Ok(sqlx::query("DELETE FROM meeting_opportunity WHERE meeting_id = $1")
                .bind(meeting)
                .execute(c)
                .await
                .map(drop)?);
        };
        sqlx::query(
            "INSERT INTO meeting_opportunity (meeting_id, opportunity_id) VALUES ($1, $2)
             ON CONFLICT (meeting_id) DO UPDATE SET opportunity_id = excluded.opportunity_id",
        )
        .bind(meeting)
        .bind(about)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// Says of all meetings of a series with the opportunity's customer that they are about it, or about none.
pub async fn link_series(tx: &mut Tx, series: SeriesId, about: Option<OpportunityId>) -> Result<()> {
    on_conn!(tx, |c| {
        let Some(about) = about else {
            let none =
                "DELETE FROM meeting_opportunity WHERE meeting_id IN (SELECT id FROM meeting WHERE series_id = $1)";
            return Ok(sqlx::query(none).bind(series).execute(c).await.map(drop)?);
        };
        sqlx::query(
            "INSERT INTO meeting_opportunity (meeting_id, opportunity_id)
             SELECT meeting.id, opportunity.id FROM meeting JOIN opportunity ON opportunity.account_id = meeting.account_id
             WHERE meeting.series_id = $1 AND opportunity.id = $2
             ON CONFLICT (meeting_id) DO UPDATE SET opportunity_id = excluded.opportunity_id",
        )
        .bind(series)
        .bind(about)
        .execute(c)
        .await
        .map(drop)
    })?;
    Ok(())
}

/// Further dates are about what an earlier one was about, if they are with the same customer.
pub async fn inherit(tx: &mut Tx, earlier: MeetingId, dates: &[MeetingId]) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO meeting_opportunity (meeting_id, opportunity_id)
             SELECT meeting.id, about.opportunity_id FROM meeting_opportunity AS about
                JOIN opportunity ON opportunity.id = about.opportunity_id
                JOIN meeting ON meeting.account_id = opportunity.account_id WHERE about.meeting_id = ",
        );
        query.push_bind(earlier).push(" AND meeting.id");
        push_in(&mut query, dates.iter().copied());
        query.push(" ON CONFLICT (meeting_id) DO NOTHING").build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// What a meeting is about.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Option<Opportunity>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT opportunity.* FROM meeting_opportunity
            JOIN opportunity ON opportunity.id = meeting_opportunity.opportunity_id WHERE meeting_id = $1"
    )
    .bind(meeting)
    .fetch_optional(c)
    .await)?)
}

/// Ends that these meetings are about opportunities of other customers than their own.
pub async fn unlink_foreign(tx: &mut Tx, meetings: &[MeetingId]) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM meeting_opportunity WHERE meeting_id");
        push_in(&mut query, meetings.iter().copied());
        query.push(
            " AND NOT EXISTS (SELECT 1 FROM meeting JOIN opportunity ON opportunity.account_id = meeting.account_id
                WHERE meeting.id = meeting_opportunity.meeting_id AND opportunity.id = meeting_opportunity.opportunity_id)",
        );
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}
