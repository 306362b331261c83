//! Mails to somebody who is erased, mails to others that name them, and mails that came in.

use super::{
    Erased,
    texts::{Column, Piece, redact},
};
use crate::store::{Result, Tx, in_list::push_in, on_conn};

/// How many mails are redacted at a time.
const CHUNK: usize = 200;

/// The newest mail of all; 0 where there is none.
pub async fn newest_mail(tx: &mut Tx) -> Result<i64> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar("SELECT COALESCE(MAX(id), 0) FROM outbox").fetch_one(c).await)?)
}

/// Mails to them. Those that tell of this very change, and those on their way, still leave, in their order; nothing takes
/// them back, because they are no meeting's any more. All others are taken back or emptied.
pub(super) async fn forget_own(tx: &mut Tx, erased: &Erased) -> Result<()> {
    let lane = format!("erased|{}", erased.id);
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE outbox SET lane = ");
        query.push_bind(&lane).push(", forget_as = ").push_bind(&erased.redaction.email);
        query.push(
            ", meeting_id = NULL, series_id = NULL, state = CASE WHEN state = 'queued' AND attempts = 0 AND id <= ",
        );
        query.push_bind(erased.newest_mail).push(" THEN 'superseded' ELSE state END, done_at = CASE WHEN ");
        query.push("state = 'queued' AND attempts = 0 AND id <= ").push_bind(erased.newest_mail);
        query.push(" THEN ").push_bind(erased.at).push(" ELSE done_at END WHERE lower(recipient)");
        push_in(&mut query, erased.redaction.addresses.iter());
        query.push(" OR attendee_id IN (SELECT id FROM attendee WHERE contact_id = ").push_bind(erased.id);
        query.push(")").build().execute(&mut *c).await?;
        let mut query = sqlx::QueryBuilder::new("DELETE FROM mailbox WHERE recipient_key");
        push_in(&mut query, erased.redaction.addresses.iter());
        query.build().execute(c).await.map(drop)
    })?;
    finish_mails(tx).await
}

/// Empties mails to people who were erased, as far as they are done: those that were still to leave then.
pub async fn finish_mails(tx: &mut Tx) -> Result<()> {
    const DONE: &str = "forget_as IS NOT NULL AND state <> 'queued'";
    let empty = format!(
        "UPDATE outbox SET payload = '{{}}', recipient = forget_as, reply = NULL
         WHERE {DONE} AND (recipient <> forget_as OR reply IS NOT NULL)"
    );
    let remove = format!("DELETE FROM mailbox WHERE outbox_id IN (SELECT id FROM outbox WHERE {DONE})");
    on_conn!(tx, |c| {
        sqlx::query(sqlx::AssertSqlSafe(empty)).execute(&mut *c).await?;
        sqlx::query(sqlx::AssertSqlSafe(remove)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Mails to others about their meetings, and others that name them; copies that are kept here go.
pub(super) async fn forget_others(tx: &mut Tx, erased: &Erased) -> Result<()> {
    for ids in naming(tx, erased).await?.chunks(CHUNK) {
        let pieces: Vec<Piece> = on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "SELECT CAST(NULL AS UUID) AS id, id AS number, CAST(payload AS TEXT) AS text FROM outbox WHERE id",
            );
            push_in(&mut query, ids.iter().copied());
            query.build_query_as().persistent(false).fetch_all(c).await
        })?;
        let changed = redact(tx, (Column::OutboxPayload, pieces), &erased.redaction).await?;
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("DELETE FROM mailbox WHERE outbox_id");
            push_in(&mut query, changed.iter().map(|piece| piece.number));
            query.build().persistent(false).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// The mails that may name them: about their meetings and series, and of those about none whichever do.
async fn naming(tx: &mut Tx, erased: &Erased) -> Result<Vec<i64>> {
    Ok(on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT id FROM outbox WHERE forget_as IS NULL
                AND meeting_id IN (SELECT meeting_id FROM attendee WHERE contact_id = ",
        );
        query.push_bind(erased.id).push(") UNION SELECT id FROM outbox WHERE forget_as IS NULL AND series_id IN (");
        query.push(
            "SELECT series_id FROM meeting JOIN attendee ON attendee.meeting_id = meeting.id WHERE contact_id = ",
        );
        query.push_bind(erased.id).push(") UNION SELECT id FROM outbox WHERE forget_as IS NULL AND meeting_id IS NULL");
        query.push(" AND series_id IS NULL AND (FALSE");
        for pattern in erased.patterns() {
            query.push(" OR lower(CAST(payload AS TEXT)) LIKE lower(").push_bind(pattern).push(") ESCAPE '!'");
        }
        query.push(") ORDER BY id").build_query_scalar().persistent(false).fetch_all(c).await
    })?)
}

impl Erased {
    /// What JSON with one of their names or addresses is like.
    pub(super) fn patterns(&self) -> impl Iterator<Item = String> {
        self.redaction.names.iter().chain(&self.redaction.addresses).map(|text| {
            let json = serde_json::Value::from(text.as_str()).to_string();
            let escaped: String = json
                .trim_matches('"')
                .chars()
                .flat_map(|c| "!%_".contains(c).then_some('!').into_iter().chain([c]))
                .collect();
            format!("%{escaped}%")
        })
    }
}

/// Mails that came in: theirs, those that name them as somebody to invite, and words of mail servers about them.
pub(super) async fn forget_inbound(tx: &mut Tx, erased: &Erased) -> Result<()> {
    let email = &erased.redaction.email;
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("UPDATE inbound_mail SET note = '', sender = ");
        query.push_bind(email).push(" WHERE lower(sender)");
        push_in(&mut query, erased.redaction.addresses.iter());
        query.push(" OR attendee_id IN (SELECT id FROM attendee WHERE contact_id = ").push_bind(erased.id).push(")");
        query.build().execute(&mut *c).await?;
        let mut query = sqlx::QueryBuilder::new("UPDATE inbound_mail SET other_name = '', other_email = ");
        query.push_bind(email).push(" WHERE lower(other_email)");
        push_in(&mut query, erased.redaction.addresses.iter());
        query.build().execute(&mut *c).await?;
        for pattern in erased.patterns() {
            sqlx::query("UPDATE inbound_mail SET note = '' WHERE note <> '' AND lower(note) LIKE lower($1) ESCAPE '!'")
                .bind(pattern)
                .execute(&mut *c)
                .await?;
        }
    });
    Ok(())
}
