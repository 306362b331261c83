//! Customers as their pages show and change them; what meetings need of them is in [`super::accounts`].

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, Tx, course::missed, in_list::push_in, on_conn, titles::title_key};
use crate::domain::{
    ids::{AccountId, ContactId, PersonId},
    language::Language,
    limits::rule::LeadClass,
    meeting::MAX_MINUTES,
    rhythm::TARGETS,
};

/// A customer with all that is known of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Customer {
    /// Also the id of its claims.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// Name in lower case, for finding; unique.
    pub name_key: String,
    /// Organisation number without blanks and signs; unique where there is one.
    pub org_number: String,
    /// The seller responsible.
    pub owner_id: Option<PersonId>,
    /// How near to buying.
    pub lead_class: Option<LeadClass>,
    /// What one should know.
    pub notes: String,
    /// Postal address, several lines.
    pub address: String,
    /// Phone number as typed.
    pub phone: String,
    /// Own target, in days; `None` takes that of the class.
    pub rhythm_days: Option<i64>,
    /// Rises with every change by a form.
    pub version: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// A person at a customer with all that is known of them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Person {
    /// Also the id of their claims.
    pub id: ContactId,
    /// The company.
    pub account_id: AccountId,
    /// Display name.
    pub name: String,
    /// What they do there.
    pub title: String,
    /// Address as typed.
    pub email: String,
    /// Address in lower case; unique.
    pub email_key: String,
    /// Phone number as typed.
    pub phone: String,
    /// Language of their mails.
    pub language: Language,
    /// IANA zone.
    pub zone: String,
    /// What one should know.
    pub notes: String,
    /// Own target, in days.
    pub rhythm_days: Option<i64>,
    /// When they asked for no more invitations.
    pub do_not_contact_at: Option<DateTime<Utc>>,
    /// How they asked: `link`, or in somebody's words.
    pub do_not_contact_source: Option<String>,
    /// When they agreed to be written to.
    pub consent_at: Option<DateTime<Utc>>,
    /// How, in somebody's words.
    pub consent_source: Option<String>,
    /// Since when nobody knows who it was.
    pub erased_at: Option<DateTime<Utc>>,
    /// Rises with every change by a form.
    pub version: i64,
    /// When they were added.
    pub created_at: DateTime<Utc>,
    /// Last change.
    pub updated_at: DateTime<Utc>,
}

/// A customer in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Entry {
    /// Id.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// The seller responsible.
    pub owner: Option<String>,
    /// How near to buying.
    pub lead_class: Option<LeadClass>,
    /// Target in days: its own, or that of the class.
    pub target: Option<i64>,
    /// Start of the last meeting.
    pub last_met: Option<DateTime<Utc>>,
    /// Start of the next one.
    pub next_met: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// Which customers are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The next meeting should have been.
    Overdue,
    /// Overdue, or due soon.
    Soon,
}

/// More than `most` meetings since a moment, for the customers that a limit is about.
#[derive(Debug, Clone, Copy)]
pub struct Often {
    /// Most meetings.
    pub most: i64,
    /// Since when, days to come included.
    pub since: DateTime<Utc>,
    /// Only this class.
    pub class: Option<LeadClass>,
    /// Only this customer.
    pub account: Option<AccountId>,
}

/// Which customers to list.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Part of the name, or of a contact's name or address, in lower case; empty for all.
    pub text: String,
    /// Only this class.
    pub class: Option<LeadClass>,
    /// Only those of these people; empty for all.
    pub owners: Vec<PersonId>,
    /// Only those without a planned meeting that are due: for each of [`TARGETS`] the moment before which the last meeting
    /// must lie.
    pub due_before: Option<Vec<DateTime<Utc>>>,
    /// Only those that may be met too often by one of these.
    pub often: Option<Vec<Often>>,
    /// Now.
    pub now: DateTime<Utc>,
    /// Most that are listed.
    pub limit: i64,
    /// How many to leave out.
    pub skip: i64,
}

/// Start of the next meeting with a customer, by its claims; bound values stand around it.
const NEXT: &str = "(SELECT MIN(starts_at) FROM claim WHERE subject_id = account.id AND held = FALSE AND starts_at > ";

/// Start of the last meeting that took place, as far as anybody noted; as [`NEXT`], to be followed by the moment.
fn last() -> String {
    let missed = missed("claim.meeting_id");
    format!(
        "(SELECT MAX(starts_at) FROM claim WHERE subject_id = account.id AND held = FALSE AND NOT {missed} AND ends_at <= "
    )
}

const WITH_TARGETS: &str = "FROM account LEFT JOIN person AS owner ON owner.id = account.owner_id
    LEFT JOIN rhythm ON rhythm.lead_class = account.lead_class WHERE TRUE";

/// A page of customers: by name, those that are due by how long they have waited.
pub async fn page(tx: &mut Tx, q: &Query) -> Result<Vec<Entry>> {
    // What is not over has begun since then; so what is long past need not be read.
    let earliest = q.now - TimeDelta::minutes(i64::from(MAX_MINUTES));
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT account.id, account.name, owner.name AS owner, account.lead_class, account.created_at,
                COALESCE(account.rhythm_days, rhythm.days) AS target, ",
        );
        query.push(last()).push_bind(q.now).push(") AS last_met, ");
        query.push(NEXT).push_bind(earliest).push(" AND ends_at > ").push_bind(q.now).push(") AS next_met ");
        query.push(WITH_TARGETS);
        if !q.text.is_empty() {
            let pattern = format!("%{}%", q.text.replace(['%', '_', '\\'], " "));
            query.push(" AND (account.name_key LIKE ").push_bind(pattern.clone());
            query.push(" OR account.id IN (SELECT account_id FROM contact WHERE email_key LIKE ");
            query.push_bind(pattern.clone()).push(" OR contact.name_key LIKE ").push_bind(pattern).push("))");
        }
        if let Some(class) = q.class {
            query.push(" AND account.lead_class = ").push_bind(class);
        }
        if !q.owners.is_empty() {
            query.push(" AND account.owner_id");
            push_in(&mut query, q.owners.iter().copied());
        }
        if let Some(often) = &q.often {
            query.push(" AND (FALSE");
            for one in often {
                query.push(
                    " OR ((SELECT COUNT(*) FROM claim WHERE subject_id = account.id AND held = FALSE AND starts_at >= ",
                );
                query.push_bind(one.since).push(") > ").push_bind(one.most);
                if let Some(class) = one.class {
                    query.push(" AND account.lead_class = ").push_bind(class);
                }
                if let Some(account) = one.account {
                    query.push(" AND account.id = ").push_bind(account);
                }
                query.push(")");
            }
            query.push(")");
        }
        if let Some(moments) = &q.due_before {
            query.push(" AND ").push(NEXT).push_bind(earliest).push(" AND ends_at > ").push_bind(q.now);
            query.push(") IS NULL AND COALESCE(");
            query
                .push(last())
                .push_bind(q.now)
                .push("), account.created_at) < CASE COALESCE(account.rhythm_days, rhythm.days)");
            for (days, moment) in TARGETS.iter().zip(moments) {
                query.push(format!(" WHEN {days} THEN ")).push_bind(*moment);
            }
            query.push(" END ORDER BY last_met NULLS FIRST, account.name_key, account.id");
        } else {
            query.push(" ORDER BY account.name_key, account.id");
        }
        query.push(" LIMIT ").push_bind(q.limit).push(" OFFSET ").push_bind(q.skip);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// One customer.
pub async fn by_id(tx: &mut Tx, id: AccountId) -> Result<Option<Customer>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM account WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Writes everything but id and creation, if it still has the version before; tells whether it did.
pub async fn update(tx: &mut Tx, a: &Customer) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE account SET name = $2, name_key = $3, owner_id = $4, lead_class = $5, notes = $6, address = $7,
            phone = $8, rhythm_days = $9, version = $10, updated_at = $11, org_number = $12
         WHERE id = $1 AND version = $10 - 1"
    )
    .bind(a.id)
    .bind(&a.name)
    .bind(&a.name_key)
    .bind(a.owner_id)
    .bind(a.lead_class)
    .bind(&a.notes)
    .bind(&a.address)
    .bind(&a.phone)
    .bind(a.rhythm_days)
    .bind(a.version)
    .bind(a.updated_at)
    .bind(&a.org_number)
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// The people at a customer by name, those erased last; at most `limit`.
pub async fn people(tx: &mut Tx, account: AccountId, limit: i64) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| sqlx::query_as(
        "SELECT * FROM contact WHERE account_id = $1 ORDER BY (erased_at IS NOT NULL), name, id LIMIT $2"
    )
    .bind(account)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// One person at a customer.
pub async fn person(tx: &mut Tx, id: ContactId) -> Result<Option<Person>> {
    Ok(on_conn!(tx, |c| sqlx::query_as("SELECT * FROM contact WHERE id = $1").bind(id).fetch_optional(c).await)?)
}

/// Writes everything but id, account and creation, if it still has the version before; tells whether it did.
pub async fn update_person(tx: &mut Tx, p: &Person) -> Result<bool> {
    Ok(on_conn!(tx, |c| sqlx::query(
        "UPDATE contact SET name = $2, title = $3, email = $4, email_key = $5, phone = $6, language = $7, zone = $8,
            notes = $9, rhythm_days = $10, version = $11, updated_at = $12, name_key = $13
         WHERE id = $1 AND version = $11 - 1"
    )
    .bind(p.id)
    .bind(&p.name)
    .bind(&p.title)
    .bind(&p.email)
    .bind(&p.email_key)
    .bind(&p.phone)
    .bind(p.language)
    .bind(&p.zone)
    .bind(&p.notes)
    .bind(p.rhythm_days)
    .bind(p.version)
    .bind(p.updated_at)
    .bind(title_key(&p.name))
    .execute(c)
    .await
    .map(|done| done.rows_affected() == 1))?)
}

/// Writes whether somebody may be written to. Apart from the rest, because they may say so themselves at any moment.
pub async fn set_permission(tx: &mut Tx, p: &Person) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "UPDATE contact SET do_not_contact_at = $2, do_not_contact_source = $3, consent_at = $4, consent_source = $5,
            updated_at = $6 WHERE id = $1"
    )
    .bind(p.id)
    .bind(p.do_not_contact_at)
    .bind(&p.do_not_contact_source)
    .bind(p.consent_at)
    .bind(&p.consent_source)
    .bind(p.updated_at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}
