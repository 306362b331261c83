//! What many rows of a file at once are compared with, and how they are written: a few statements for all of them.

use super::{
    Result, Tx,
    customers::{Customer, Person as ContactPerson},
    in_list::push_in,
    on_conn,
    opportunities::{Opportunity, StageChange},
    people::Person,
    teams::Membership,
};
use crate::domain::ids::{AccountId, ContactId, OpportunityId, SubjectId};

/// Customers with one of these names in lower case, or one of these organisation numbers.
pub async fn accounts(tx: &mut Tx, (names, numbers): (&[String], &[String])) -> Result<Vec<Customer>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM account WHERE name_key");
        push_in(&mut query, names.iter().cloned());
        query.push(" OR (org_number <> '' AND org_number");
        push_in(&mut query, numbers.iter().cloned());
        query.push(")").build_query_as().fetch_all(c).await
    })?)
}

/// Customers with these ids.
pub async fn accounts_by_ids(tx: &mut Tx, ids: &[AccountId]) -> Result<Vec<Customer>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM account WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Contacts with one of these addresses in lower case.
pub async fn contacts(tx: &mut Tx, keys: &[String]) -> Result<Vec<ContactPerson>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM contact WHERE email_key");
        push_in(&mut query, keys.iter().cloned());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Contacts with these ids.
pub async fn contacts_by_ids(tx: &mut Tx, ids: &[ContactId]) -> Result<Vec<ContactPerson>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM contact WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Opportunities of these customers; at most `limit`.
pub async fn opportunities(tx: &mut Tx, accounts: &[AccountId], limit: i64) -> Result<Vec<Opportunity>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM opportunity WHERE account_id");
        push_in(&mut query, accounts.iter().copied());
        query.push(" ORDER BY account_id, created_at, id LIMIT ").push_bind(limit);
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Opportunities with these ids.
pub async fn opportunities_by_ids(tx: &mut Tx, ids: &[OpportunityId]) -> Result<Vec<Opportunity>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM opportunity WHERE id");
        push_in(&mut query, ids.iter().copied());
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Colleagues with one of these addresses in lower case, or one of these names as they are written.
pub async fn colleagues(tx: &mut Tx, (keys, names): (&[String], &[String])) -> Result<Vec<Person>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT * FROM person WHERE email_key");
        push_in(&mut query, keys.iter().cloned());
        query.push(" OR name");
        push_in(&mut query, names.iter().cloned());
        query.push(" ORDER BY id LIMIT 5000").build_query_as().fetch_all(c).await
    })?)
}

async fn insert_subjects(tx: &mut Tx, kind: &str, ids: &[SubjectId]) -> Result<()> {
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("INSERT INTO subject (id, kind) ");
        query.push_values(ids, |mut row, id| {
            row.push_bind(*id).push_bind(kind);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Adds customers. Their names are held, so nobody else adds them at this moment.
pub async fn insert_accounts(tx: &mut Tx, rows: &[Customer]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<SubjectId> = rows.iter().map(|row| row.id.uuid().into()).collect();
    insert_subjects(tx, "account", &ids).await?;
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO account (id, name, name_key, org_number, owner_id, lead_class, notes, address, phone, version,
                created_at, updated_at) ",
        );
        query.push_values(rows, |mut row, a| {
            row.push_bind(a.id).push_bind(&a.name).push_bind(&a.name_key).push_bind(&a.org_number);
            row.push_bind(a.owner_id).push_bind(a.lead_class).push_bind(&a.notes).push_bind(&a.address);
            row.push_bind(&a.phone).push_bind(a.version).push_bind(a.created_at).push_bind(a.updated_at);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Writes customers that still have the version before; says which were written.
pub async fn update_accounts(tx: &mut Tx, rows: &[Customer]) -> Result<Vec<AccountId>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE account SET name = t.column2, name_key = t.column3, org_number = t.column4, owner_id = t.column5,
                lead_class = t.column6, notes = t.column7, address = t.column8, phone = t.column9, version = t.column10,
                updated_at = t.column11 FROM (",
        );
        query.push_values(rows, |mut row, a| {
            row.push_bind(a.id).push_bind(&a.name).push_bind(&a.name_key).push_bind(&a.org_number);
            row.push_bind(a.owner_id).push_bind(a.lead_class).push_bind(&a.notes).push_bind(&a.address);
            row.push_bind(&a.phone).push_bind(a.version).push_bind(a.updated_at);
        });
        query.push(") AS t WHERE account.id = t.column1 AND account.version = t.column10 - 1 RETURNING account.id");
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// Adds contacts. Their addresses are held, so nobody else adds them at this moment.
pub async fn insert_contacts(tx: &mut Tx, rows: &[ContactPerson]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<SubjectId> = rows.iter().map(|row| row.id.uuid().into()).collect();
    insert_subjects(tx, "contact", &ids).await?;
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO contact (id, account_id, name, title, email, email_key, phone, language, zone, notes,
                do_not_contact_at, do_not_contact_source, version, created_at, updated_at) ",
        );
        query.push_values(rows, |mut row, p| {
            row.push_bind(p.id).push_bind(p.account_id).push_bind(&p.name).push_bind(&p.title).push_bind(&p.email);
            row.push_bind(&p.email_key).push_bind(&p.phone).push_bind(p.language).push_bind(&p.zone);
            row.push_bind(&p.notes).push_bind(p.do_not_contact_at).push_bind(&p.do_not_contact_source);
            row.push_bind(p.version).push_bind(p.created_at).push_bind(p.updated_at);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Writes contacts that still have the version before; says which were written. Customer and consent stay.
pub async fn update_contacts(tx: &mut Tx, rows: &[ContactPerson]) -> Result<Vec<ContactId>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE contact SET name = t.column2, title = t.column3, phone = t.column4, language = t.column5,
                zone = t.column6, notes = t.column7, do_not_contact_at = t.column8, do_not_contact_source = t.column9,
                version = t.column10, updated_at = t.column11 FROM (",
        );
        query.push_values(rows, |mut row, p| {
            row.push_bind(p.id).push_bind(&p.name).push_bind(&p.title).push_bind(&p.phone).push_bind(p.language);
            row.push_bind(&p.zone).push_bind(&p.notes).push_bind(p.do_not_contact_at);
            row.push_bind(&p.do_not_contact_source).push_bind(p.version).push_bind(p.updated_at);
        });
        query.push(") AS t WHERE contact.id = t.column1 AND contact.version = t.column10 - 1 RETURNING contact.id");
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// Adds opportunities.
pub async fn insert_opportunities(tx: &mut Tx, rows: &[Opportunity]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO opportunity (id, account_id, contact_id, owner_id, title, stage, lead_source, amount, currency,
                probability, lost_reason, lost_note, next_step, next_step_on, expected_on, stage_at, closed_at, version,
                created_at, updated_at) ",
        );
        query.push_values(rows, |mut row, o| {
            row.push_bind(o.id).push_bind(o.account_id).push_bind(o.contact_id).push_bind(o.owner_id);
            row.push_bind(&o.title).push_bind(o.stage).push_bind(o.lead_source).push_bind(o.amount);
            row.push_bind(&o.currency).push_bind(o.probability).push_bind(o.lost_reason).push_bind(&o.lost_note);
            row.push_bind(&o.next_step).push_bind(o.next_step_on).push_bind(o.expected_on).push_bind(o.stage_at);
            row.push_bind(o.closed_at).push_bind(o.version).push_bind(o.created_at).push_bind(o.updated_at);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Writes opportunities that still have the version before; says which were written.
pub async fn update_opportunities(tx: &mut Tx, rows: &[Opportunity]) -> Result<Vec<OpportunityId>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE opportunity SET contact_id = t.column2, owner_id = t.column3, title = t.column4, stage = t.column5,
                lead_source = t.column6, amount = t.column7, currency = t.column8, probability = t.column9,
                lost_reason = t.column10, next_step = t.column11, next_step_on = t.column12, expected_on = t.column13,
                stage_at = t.column14, closed_at = t.column15, version = t.column16, updated_at = t.column17 FROM (",
        );
        query.push_values(rows, |mut row, o| {
            row.push_bind(o.id).push_bind(o.contact_id).push_bind(o.owner_id).push_bind(&o.title).push_bind(o.stage);
            row.push_bind(o.lead_source).push_bind(o.amount).push_bind(&o.currency).push_bind(o.probability);
            row.push_bind(o.lost_reason).push_bind(&o.next_step).push_bind(o.next_step_on).push_bind(o.expected_on);
            row.push_bind(o.stage_at).push_bind(o.closed_at).push_bind(o.version).push_bind(o.updated_at);
        });
        query.push(
            ") AS t WHERE opportunity.id = t.column1 AND opportunity.version = t.column16 - 1 RETURNING opportunity.id",
        );
        query.build_query_scalar().fetch_all(c).await
    })?)
}

/// Notes changes of stage.
pub async fn note_stages(tx: &mut Tx, rows: &[StageChange]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO stage_change (opportunity_id, version, from_stage, to_stage, person_id, person, meeting_id, at) ",
        );
        query.push_values(rows, |mut row, s| {
            row.push_bind(s.opportunity_id).push_bind(s.version).push_bind(s.from_stage).push_bind(s.to_stage);
            row.push_bind(s.person_id).push_bind(&s.person).push_bind(s.meeting_id).push_bind(s.at);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Adds colleagues. Their addresses are held, so nobody else adds them at this moment.
pub async fn insert_people(tx: &mut Tx, rows: &[Person]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let ids: Vec<SubjectId> = rows.iter().map(|row| row.id.uuid().into()).collect();
    insert_subjects(tx, "person", &ids).await?;
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "INSERT INTO person (id, email, email_key, name, language, zone, country, clock, theme, compact, shortcuts,
                role, state, password_hash, video_room, hours, created_at, updated_at) ",
        );
        query.push_values(rows, |mut row, p| {
            row.push_bind(p.id).push_bind(&p.email).push_bind(&p.email_key).push_bind(&p.name).push_bind(p.language);
            row.push_bind(&p.zone).push_bind(&p.country).push_bind(p.clock).push_bind(p.theme).push_bind(p.compact);
            row.push_bind(p.shortcuts).push_bind(p.role).push_bind(p.state).push_bind(&p.password_hash);
            row.push_bind(&p.video_room).push_bind(&p.hours).push_bind(p.created_at).push_bind(p.updated_at);
        });
        query.build().execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Puts new colleagues into teams.
pub async fn insert_members(tx: &mut Tx, rows: &[Membership]) -> Result<()> {
    // Bounds the values bound to one statement.
    for some in rows.chunks(1_000) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("INSERT INTO team_member (team_id, person_id, manages) ");
            query.push_values(some, |mut row, m| {
                row.push_bind(m.team_id).push_bind(m.person_id).push_bind(m.manages);
            });
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Writes name, language and zone of colleagues.
pub async fn update_people(tx: &mut Tx, rows: &[Person]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "UPDATE person SET name = t.column2, language = t.column3, zone = t.column4, updated_at = t.column5 FROM (",
        );
        query.push_values(rows, |mut row, p| {
            row.push_bind(p.id).push_bind(&p.name).push_bind(p.language).push_bind(&p.zone).push_bind(p.updated_at);
        });
        query.push(") AS t WHERE person.id = t.column1").build().execute(c).await.map(drop)
    })?;
    Ok(())
}
