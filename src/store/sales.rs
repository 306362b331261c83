//! What figures of sales are made of, each kind counted by the database in one query.

use sqlx::{Database, Encode, QueryBuilder, Type};

use super::{Result, Tx, course::missed, in_list::push_in, on_conn};
use crate::domain::{
    ids::PersonId,
    meeting::{Purpose, Stage},
    pipeline::{LeadSource, LostReason, OpportunityStage},
    sales::{
        Seller,
        deals::Closed,
        forecast::{Due, Open},
        period::{Period, ahead},
        way::Stay,
    },
};

/// Most groups of one figure; more are never taken for all.
pub const MOST_GROUPS: usize = 100_000;
/// Most sellers to choose from.
const MOST_SELLERS: i64 = 1_000;

/// Whose opportunities, and which.
#[derive(Debug, Clone)]
pub struct Selection {
    /// These people's; `None` for everybody's.
    pub sellers: Option<Vec<PersonId>>,
    /// Only those about which there was a meeting at this stage.
    pub met: Option<Stage>,
    /// When they were decided, or left a stage.
    pub period: Period,
}

impl Selection {
    /// Narrows a query about `opportunity`.
    fn narrow<'a, DB>(&'a self, query: &mut QueryBuilder<DB>)
    where
        DB: Database,
        PersonId: Encode<'a, DB> + Type<DB>,
        String: Encode<'a, DB> + Type<DB>,
    {
        if let Some(sellers) = &self.sellers {
            query.push(" AND opportunity.owner_id");
            push_in(query, sellers.iter().copied());
        }
        if let Some(stage) = self.met {
            query.push(
                " AND EXISTS (SELECT 1 FROM meeting_opportunity AS about JOIN meeting AS met ON met.id = about.meeting_id
                    WHERE about.opportunity_id = opportunity.id AND met.status = 'confirmed' AND met.stage = ",
            );
            query.push_bind(stage.to_string()).push(")");
        }
    }
}

/// Limits a query about `opportunity` to those that were decided in the period.
macro_rules! decided {
    ($query:ident, $of:ident) => {
        $query.push(" AND opportunity.closed_at >= ").push_bind($of.period.from);
        $query.push(" AND opportunity.closed_at < ").push_bind($of.period.to);
        $of.narrow(&mut $query);
    };
}

/// One group more than is taken, which shows that there are too many.
fn limit() -> i64 {
    i64::try_from(MOST_GROUPS).unwrap_or(i64::MAX).saturating_add(1)
}

fn whole(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

#[derive(Clone, Copy, sqlx::FromRow)]
struct StayRow {
    seller: Seller,
    stage: OpportunityStage,
    left_to: OpportunityStage,
    days: i64,
    number: i64,
}

/// The stays that ended in the period, by seller, stage, where they went and how long they took.
pub async fn stays(tx: &mut Tx, of: &Selection) -> Result<Vec<Stay>> {
    let rows: Vec<StayRow> = on_conn!(tx, |c| {
        let mut query = QueryBuilder::new(
            "SELECT opportunity.owner_id AS seller, stay.to_stage AS stage, stay.left_to, stay.days, COUNT(*) AS number
             FROM stage_change AS stay JOIN opportunity ON opportunity.id = stay.opportunity_id WHERE stay.left_at >= ",
        );
        query.push_bind(of.period.from).push(" AND stay.left_at < ").push_bind(of.period.to);
        query.push(" AND stay.left_to IS NOT NULL AND stay.days IS NOT NULL");
        of.narrow(&mut query);
        query.push(" GROUP BY opportunity.owner_id, stay.to_stage, stay.left_to, stay.days LIMIT ").push_bind(limit());
        query.build_query_as().fetch_all(c).await
    })?;
    let stay = |row: StayRow| Stay {
        seller: row.seller,
        stage: row.stage,
        left_to: row.left_to,
        days: whole(row.days),
        number: whole(row.number),
    };
    Ok(rows.into_iter().map(stay).collect())
}

#[derive(sqlx::FromRow)]
struct ClosedRow {
    seller: Seller,
    stage: OpportunityStage,
    lead_source: Option<LeadSource>,
    lost_reason: Option<LostReason>,
    currency: String,
    number: i64,
    valued: i64,
    sum: i64,
}

/// The opportunities that were decided in the period.
pub async fn closed(tx: &mut Tx, of: &Selection) -> Result<Vec<Closed>> {
    let rows: Vec<ClosedRow> = on_conn!(tx, |c| {
        let mut query = QueryBuilder::new(
            "SELECT owner_id AS seller, stage, lead_source, lost_reason, currency, COUNT(*) AS number,
                COUNT(amount) AS valued, CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS sum FROM opportunity WHERE TRUE",
        );
        decided!(query, of);
        query.push(" GROUP BY owner_id, stage, lead_source, lost_reason, currency LIMIT ").push_bind(limit());
        query.build_query_as().fetch_all(c).await
    })?;
    let closed = |row: ClosedRow| Closed {
        seller: row.seller,
        won: row.stage.is_won(),
        source: row.lead_source,
        reason: row.lost_reason,
        currency: row.currency,
        number: whole(row.number),
        valued: whole(row.valued),
        amount: whole(row.sum),
    };
    Ok(rows.into_iter().map(closed).collect())
}

/// Opportunities that took equally long from their first stage to being won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Cycle {
    /// Whose.
    pub seller: Seller,
    /// Whole days.
    pub days: i64,
    /// How many.
    pub number: i64,
}

/// How long those took that were won in the period.
pub async fn cycles(tx: &mut Tx, of: &Selection) -> Result<Vec<Cycle>> {
    Ok(on_conn!(tx, |c| {
        let mut query = QueryBuilder::new(
            "SELECT opportunity.owner_id AS seller, decided.age AS days, COUNT(*) AS number FROM opportunity
                JOIN stage_change AS decided ON decided.opportunity_id = opportunity.id
                    AND decided.at = opportunity.closed_at
             WHERE opportunity.stage IN ('won', 'follow_up')",
        );
        decided!(query, of);
        query.push(" GROUP BY opportunity.owner_id, decided.age LIMIT ").push_bind(limit());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Meetings about opportunities that were won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    /// Whose opportunities.
    pub seller: Seller,
    /// What the meetings were for.
    pub purpose: Purpose,
    /// Stage of the sale, of meetings with customers.
    pub stage: Option<Stage>,
    /// How many.
    pub number: i64,
}

/// The meetings that took place about opportunities won in the period, before they were won.
pub async fn held(tx: &mut Tx, of: &Selection) -> Result<Vec<Held>> {
    Ok(on_conn!(tx, |c| {
        let mut query = QueryBuilder::new(
            "SELECT opportunity.owner_id AS seller, meeting.purpose, meeting.stage, COUNT(*) AS number FROM opportunity
                JOIN meeting_opportunity ON meeting_opportunity.opportunity_id = opportunity.id
                JOIN meeting ON meeting.id = meeting_opportunity.meeting_id
             WHERE opportunity.stage IN ('won', 'follow_up') AND meeting.status = 'confirmed'
                AND meeting.starts_at <= opportunity.closed_at AND NOT ",
        );
        query.push(missed("meeting.id"));
        decided!(query, of);
        query.push(" GROUP BY opportunity.owner_id, meeting.purpose, meeting.stage LIMIT ").push_bind(limit());
        query.build_query_as().fetch_all(c).await
    })?)
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    seller: Seller,
    stage: OpportunityStage,
    due: i64,
    currency: String,
    probability: Option<i64>,
    number: i64,
    sum: i64,
}

/// The opportunities that are open and have a value, whatever the period.
pub async fn open(tx: &mut Tx, of: &Selection) -> Result<Vec<Open>> {
    let months = ahead(of.period.last);
    let rows: Vec<OpenRow> = on_conn!(tx, |c| {
        // Months are no columns, so their bounds go with the query.
        let mut query =
            QueryBuilder::new("SELECT owner_id AS seller, stage, CAST(CASE WHEN expected_on IS NULL THEN -1");
        for (place, first) in (0_i64..).zip(&months) {
            query.push(" WHEN expected_on < ").push_bind(*first).push(format!(" THEN {place}"));
        }
        query.push(format!(" ELSE {} END AS BIGINT) AS due, currency, probability, COUNT(*) AS number,", months.len()));
        query.push(" CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS sum FROM opportunity WHERE amount > 0 AND stage");
        push_in(&mut query, OpportunityStage::ALL.iter().copied().filter(|stage| stage.is_open()));
        of.narrow(&mut query);
        query.push(" GROUP BY stage, owner_id, currency, probability, due LIMIT ").push_bind(limit());
        query.build_query_as().fetch_all(c).await
    })?;
    let months = u32::try_from(months.len()).unwrap_or(u32::MAX);
    let due = |due: i64| match u32::try_from(due) {
        Err(_) => Due::Unsaid,
        Ok(0) => Due::Past,
        Ok(place) if place < months => Due::Month(place - 1),
        Ok(_) => Due::Later,
    };
    let open = |row: OpenRow| Open {
        seller: row.seller,
        stage: row.stage,
        due: due(row.due),
        currency: row.currency,
        probability: row.probability.and_then(|percent| u8::try_from(percent).ok()),
        number: whole(row.number),
        amount: whole(row.sum),
    };
    Ok(rows.into_iter().map(open).collect())
}

/// Customers that bought in the period before, and how many of them bought again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Returning {
    /// How many bought in the period before.
    pub bought: i64,
    /// How many of them bought in this one, too.
    pub again: i64,
}

/// How many customers came back, of those that these sellers look after.
pub async fn returning(tx: &mut Tx, of: &Selection) -> Result<Returning> {
    Ok(on_conn!(tx, |c| {
        let mut query = QueryBuilder::new(
            "SELECT COUNT(*) AS bought, CAST(COALESCE(SUM(CASE WHEN EXISTS (SELECT 1 FROM opportunity AS again
                WHERE again.account_id = account.id AND again.stage IN ('won', 'follow_up') AND again.closed_at >= ",
        );
        query.push_bind(of.period.from).push(" AND again.closed_at < ").push_bind(of.period.to);
        query.push(
            ") THEN 1 ELSE 0 END), 0) AS BIGINT) AS again FROM account WHERE account.id IN (SELECT account_id
                FROM opportunity WHERE stage IN ('won', 'follow_up') AND closed_at >= ",
        );
        query.push_bind(of.period.before).push(" AND closed_at < ").push_bind(of.period.from).push(")");
        if let Some(sellers) = &of.sellers {
            query.push(" AND account.owner_id");
            push_in(&mut query, sellers.iter().copied());
        }
        query.build_query_as().fetch_one(c).await
    })?)
}

/// Somebody who has opportunities.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// Who is responsible for opportunities, by name: of these people, or of all.
pub async fn sellers(tx: &mut Tx, among: Option<&[PersonId]>) -> Result<Vec<Named>> {
    Ok(on_conn!(tx, |c| {
        let mut query = QueryBuilder::new(
            "SELECT id, name FROM person WHERE EXISTS (SELECT 1 FROM opportunity WHERE owner_id = person.id)",
        );
        if let Some(among) = among {
            query.push(" AND id");
            push_in(&mut query, among.iter().copied());
        }
        query.push(" ORDER BY name, id LIMIT ").push_bind(MOST_SELLERS);
        query.build_query_as().fetch_all(c).await
    })?)
}
