//! Erasing a contact: nothing in the whole database names them afterwards, but what the audit log keeps.

use std::collections::BTreeSet;

use sparsam::{
    app::{feeds, tidy::tidy},
    domain::{feed::FeedKind, ids::MeetingId},
    store::{Db, upkeep},
};
use sqlx::AssertSqlSafe;

use super::*;
use crate::support::{dialogue::Dialogue, replies::Reply};

/// Columns that hold one of these words in any case, as `table.column`; those of the audit log with the action.
async fn naming(db: &Db, words: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (table, column) in text_columns(db).await {
        let action = if table == "audit" { "' ' || action" } else { "''" };
        for word in words {
            let text = match db {
                Db::Postgres(_) if column == "raw" => format!("encode({column}, 'escape')"),
                Db::Sqlite { .. } | Db::Postgres(_) => format!("CAST(\"{column}\" AS TEXT)"),
            };
            let query = format!("SELECT DISTINCT {action} FROM {table} WHERE lower({text}) LIKE '%{word}%'");
            let rows: Vec<String> = match db {
                Db::Sqlite { readers, .. } => {
                    sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(readers).await.unwrap()
                }
                Db::Postgres(pool) => sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(pool).await.unwrap(),
            };
            found.extend(rows.into_iter().map(|action| format!("{table}.{column}{action}")));
        }
    }
    found
}

/// Every column that can hold text, whatever its table.
async fn text_columns(db: &Db) -> Vec<(String, String)> {
    let columns: Vec<(String, String)> = match db {
        Db::Sqlite { readers, .. } => {
            let query = "SELECT tables.name, columns.name FROM sqlite_master AS tables,
                pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table' AND columns.type IN ('TEXT', 'BLOB') AND tables.name NOT LIKE 'sqlite_%'";
            sqlx::query_as(query).fetch_all(readers).await.unwrap()
        }
        Db::Postgres(pool) => {
            let query = "SELECT table_name::text, column_name::text FROM information_schema.columns
                WHERE table_schema = current_schema() AND data_type IN ('text', 'jsonb', 'json', 'bytea', 'character varying')";
            sqlx::query_as(query).fetch_all(pool).await.unwrap()
        }
    };
    assert!(columns.len() > 150, "only {} columns were found", columns.len());
    columns
}

/// A long address, so that lines of calendar objects break within it.
const WORDS: [&str; 3] = ["eeva", "kallio", "kone.example"];

/// Eeva was in a meeting that is over, is alone in one to come, one of several in another, and in a series.
struct Known {
    stage: Stage,
    past: MeetingId,
    goes_on: MeetingId,
    page: String,
}

impl Known {
    async fn set(db: TestDb) -> Self {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let past = stage.plan_as(&stage.anna, led_by_eeva(&stage, "Past"), "2026-11-24T09:00:00").await.0;
        stage.plan_as(&stage.anna, with_customer(&stage, "Alone"), "2026-11-26T14:00:00").await;
        let goes_on = stage.plan_as(&stage.anna, with_liisa(&stage), "2026-11-27T14:00:00").await.0;
        stage.deliver("").await;
        let page = format!("/contacts/{}", stage.attendee(past, "Eeva").await.contact_id.unwrap());
        Self { stage, past, goes_on, page }
    }

    /// She answers, writes, suggests another time, and asks for no more invitations.
    async fn hears_from_her(&self) {
        let Self { stage, past, goes_on, .. } = self;
        let mut guest = stage.site.browser();
        let link = stage.link(*past, "Eeva").await;
        guest.post(&link, &[("a", "y"), ("comment", "Yours, Eeva Kallio")]).await.expect(303);
        guest.post(&format!("{link}/input"), &[("body", "Write to eeva@kone.example")]).await.expect(303);
        let idea = [("title", "Eeva presents"), ("kind", "free"), ("minutes", "10"), ("note", "Says Eeva")];
        guest.post(&format!("{link}/idea"), &idea).await.expect(303);
        let link = stage.link(*goes_on, "Eeva").await;
        let page = guest.get(&format!("{link}/proposal")).await;
        let time = page.body.split("name=\"time\" value=\"").nth(1).expect("a time").split('"').next().unwrap();
        guest.post(&format!("{link}/proposal"), &[("time", time), ("note", "Eeva here")]).await.expect(303);
        let uid = stage.meeting(*goes_on).await.meeting.uid;
        let mail = Reply { more: "COMMENT:Eeva Kallio says so\r\n".to_owned(), ..Reply::to(&uid) };
        stage.receive(&mail.saying("x", "TENTATIVE", "20261123T080200Z").raw()).await;
        let stop = stage.stop_link(*past).await;
        guest.post(&stop, &[]).await.expect(303);
    }

    /// Anna plans a series with her, keeps a plan for later, and writes what there is to know.
    async fn is_written_about(&self, anna: &mut Client) {
        let page = anna.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Weekly").set("limits_seen", "yes");
        let form = form.set("who", "eeva@kone.example").press(anna, "add-person").await;
        let form = Dialogue::of(form, "plan");
        let form = form.set("place", "eeva@kone.example").press(anna, "save").await;
        let form = Dialogue::of(anna.get(form.expect(303).location()).await, "plan");
        let form = Dialogue { fields: form.fields.into_iter().filter(|(name, _)| name != "draft").collect(), ..form };
        let form = form.set("place", "").set("repeat", "week").set("repeat_count", "3").set("limits_seen", "yes");
        form.press(anna, "send").await.expect(303);
        let (edit, mut fields) = (format!("{}/edit", self.page), Vec::new());
        let page = anna.get(&edit).await;
        for name in ["name", "email", "zone", "version"] {
            fields.push((name, page.value_of(name)));
        }
        fields.extend(
            [("language", "en"), ("title", "Eeva's job"), ("phone", "+358 eeva"), ("notes", "Eeva!")]
                .map(|(name, value)| (name, value.to_owned())),
        );
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        anna.post(&edit, &fields).await.expect(303);
        let permission = format!("{}/permission", self.page);
        anna.post(&permission, &[("do", "agree"), ("agree_source", "Trade show card")]).await.expect(303);
    }

    /// The meeting that is over has two editions of minutes, mailed to her, too; the mails of the second wait.
    async fn is_in_minutes(&self, anna: &mut Client) {
        let (stage, past) = (&self.stage, self.past);
        let row = stage.attendee(past, "Eeva").await.id.to_string();
        for words in ["First", "Second"] {
            let form = Dialogue::of(anna.get(&format!("/meetings/{past}/minutes")).await, "minutes");
            let form = form.set("result", words).set("shared", "yes").set(&format!("here.{row}"), "attended");
            let form = form.set("a.new0.body", words).set("a.new0.owner", &row).set("a.new0.shared", "yes");
            form.press(anna, "send").await.expect(303);
            if words == "First" {
                stage.deliver("").await;
                anna.post(&format!("/meetings/{past}/minutes/reopening"), &[]).await.expect(303);
            }
        }
    }

    /// What takes longer to bring about by pages.
    async fn is_kept_elsewhere(&self) {
        let site = &self.stage.site;
        let json =
            r#"'{"attendees":[{"name":"Eeva Kallio","email":"eeva@kone.example","email_key":"eeva@kone.example"}]}'"#;
        let raw = if matches!(site.db(), Db::Sqlite { .. }) { "CAST('To: eeva' AS BLOB)" } else { "'To: eeva'::bytea" };
        for statement in [
            "UPDATE outbox SET reply = '550 <eeva@kone.example> unknown' WHERE recipient = 'eeva@kone.example'".to_owned(),
            format!(
                "INSERT INTO approval (id, meeting_id, kind, version, proposal, findings, reason, asked_by, approver_id,
                    asked_at, expires_at, state, note, link_version)
                 SELECT meeting_id, meeting_id, 'edited', 1, {json}, '[{{\"name\":\"Eeva Kallio\"}}]', '', person_id,
                    person_id, starts_at, starts_at, 'approved', '', 1
                 FROM attendee WHERE role = 'chair' AND meeting_id IN (SELECT meeting_id FROM input)"
            ),
            "INSERT INTO limit_override (id, meeting_id, reading, level, person_id, reason, quarter, at)
             SELECT meeting_id, meeting_id, '{\"name\":\"Eeva Kallio\"}', 'warn', person_id, '', '2026-Q4', starts_at
             FROM attendee WHERE role = 'chair' AND meeting_id IN (SELECT meeting_id FROM input)"
                .to_owned(),
            "INSERT INTO inbound_mail (id, mail_key, sender, outcome, proven, note, other_email, other_name, product,
                stamped_at, received_at)
             SELECT id, 'forwarded', 'daemon@nordvik.example', 'no_meeting', TRUE, 'eeva@kone.example: no such user',
                'eeva@kone.example', 'Eeva Kallio', '', starts_at, starts_at
             FROM attendee WHERE role = 'chair' AND meeting_id IN (SELECT meeting_id FROM input)"
                .to_owned(),
            "INSERT INTO written_update (id, author_id, title, purpose, body, minutes, recipients, sent_at)
             SELECT meeting_id, person_id, 'Update', 'customer', '', 30, 1, starts_at
             FROM attendee WHERE role = 'chair' AND meeting_id IN (SELECT meeting_id FROM input)"
                .to_owned(),
            "INSERT INTO written_recipient (update_id, position, contact_id, name, email, role, message_id)
             SELECT meeting_id, 0, contact_id, name, email, 'required', 'w' FROM attendee
             WHERE contact_id IS NOT NULL AND meeting_id IN (SELECT meeting_id FROM input)"
                .to_owned(),
            "INSERT INTO outbox (lane, kind, recipient, payload, message_id, state, attempts, created_at, not_before)
             SELECT 'answers', 'answers', 'anna@nordvik.example',
                '{\"body\":{\"told\":[{\"by\":\"Eeva Kallio\",\"comment\":\"Eeva\"}]}}', 'a', 'accepted', 1, starts_at, starts_at
             FROM attendee WHERE role = 'chair' AND meeting_id IN (SELECT meeting_id FROM input)"
                .to_owned(),
            format!(
                "INSERT INTO mailbox (id, outbox_id, recipient, recipient_key, subject, raw, at)
                 SELECT attendee_id, MAX(id), MAX(recipient), MAX(recipient), 'With Eeva Kallio', {raw}, MAX(created_at)
                 FROM outbox WHERE meeting_id IN (SELECT meeting_id FROM input) GROUP BY attendee_id"
            ),
        ] {
            site.run(statement).await;
        }
    }
}

impl TestApp {
    pub(super) async fn run(&self, statement: String) {
        match self.db() {
            Db::Sqlite { writer, .. } => drop(sqlx::query(AssertSqlSafe(statement)).execute(writer).await.unwrap()),
            Db::Postgres(pool) => drop(sqlx::query(AssertSqlSafe(statement)).execute(pool).await.unwrap()),
        }
    }
}

/// Eeva leads its first point.
fn led_by_eeva(stage: &Stage, title: &str) -> sparsam::domain::planning::Details {
    let mut details = with_customer(stage, title);
    details.agenda[0].owner = sparsam::domain::planning::Owner::Invitee(2);
    details
}

/// Somebody else of the customer comes, too.
fn with_liisa(stage: &Stage) -> sparsam::domain::planning::Details {
    let mut details = led_by_eeva(stage, "Goes on");
    let mut liisa = details.invitees[2].clone();
    liisa.guest = sparsam::domain::planning::Guest::New {
        name: "Liisa Aho".to_owned(),
        email: "liisa@other.example".parse().unwrap(),
        account: "Kone".to_owned(),
    };
    details.invitees.push(liisa);
    details
}

/// What happened to meetings is on record with the people as they were, and so is who did something, until it is forgotten.
fn in_the_log(place: &str) -> bool {
    let about_them = place.contains(" contact.") || place.contains("minutes");
    place.starts_with("audit.actor ") || place.starts_with("audit.") && !about_them
}

/// Where she is named before.
const PLACES: [&str; 32] = [
    "attendee.name",
    "attendee.email",
    "attendee.email_key",
    "attendee.comment",
    "contact.name",
    "contact.email",
    "contact.name_key",
    "contact.title",
    "contact.phone",
    "contact.notes",
    "outbox.lane",
    "outbox.recipient",
    "outbox.payload",
    "outbox.reply",
    "mailbox.subject",
    "mailbox.raw",
    "minutes_edition.content",
    "approval.proposal",
    "approval.findings",
    "limit_override.reading",
    "inbound_mail.sender",
    "inbound_mail.note",
    "inbound_mail.other_email",
    "inbound_mail.other_name",
    "input.body",
    "point_idea.name",
    "point_idea.note",
    "point_idea.title",
    "proposal.note",
    "draft.form",
    "written_recipient.name",
    "written_recipient.email",
];

#[tokio::test]
async fn nothing_names_somebody_who_was_erased() {
    on_both(async |db| {
        let known = Known::set(db).await;
        let site = &known.stage.site;
        let mut anna = site.signed_in(&known.stage.anna).await;
        known.is_written_about(&mut anna).await;
        known.hears_from_her().await;
        known.stage.deliver("").await;
        anna.post(&format!("{}/permission", known.page), &[("do", "resume")]).await.expect(303);
        site.clock.pass(TimeDelta::days(2));
        let mut anna = site.signed_in(&known.stage.anna).await;
        known.is_in_minutes(&mut anna).await;
        known.is_kept_elsewhere().await;
        let once = sparsam::app::once::Once { scope: "t".to_owned(), key: "feed".to_owned(), body_hash: [0; 32] };
        let ola = known.stage.actor(&known.stage.ola).await;
        let feed = feeds::create(&site.app, &ola, (FeedKind::Mine, None), &once).await.unwrap().token;
        let feed = format!("/f/{}.ics", feed.as_str());
        let read = async || site.browser().get(&feed).await;
        read().await.expect(200).says("Eeva Kallio");
        let before = naming(site.db(), &WORDS).await;
        for place in PLACES {
            assert!(before.contains(place), "{place} is not among {before:#?}");
        }
        anna.post(&format!("{}/erasure", known.page), &[]).await.expect(303);
        read().await.expect(200).says("SUMMARY:Past").does_not_say("Eeva");
        // Only what tells her of it still knows where to go.
        let queued = "SELECT COUNT(*) FROM outbox WHERE forget_as IS NOT NULL AND state = 'queued'";
        assert_eq!(site.count(queued).await, 3);
        // No later change takes that back.
        let edited = anna.get(&format!("/meetings/{}/edit", known.goes_on)).await;
        Dialogue::of(edited, "plan")
            .set("title", "Goes on anew")
            .set("limits_seen", "yes")
            .press(&mut anna, "send")
            .await
            .expect(303);
        let sent = known.stage.deliver("").await;
        let told: Vec<&String> = sent.iter().filter(|mail| mail.ends_with(" eeva")).collect();
        assert_eq!(told, ["cancelled eeva", "removed eeva", "series_cancelled eeva"], "{sent:?}");
        tidy(&site.app).await.unwrap();
        let mut left = naming(site.db(), &WORDS[..2]).await;
        left.extend(naming(site.db(), &["eeva@kone"]).await);
        left.retain(|place| !in_the_log(place));
        assert_eq!(left, BTreeSet::new());
        // Every page about it still opens; what was put there by hand is no whole row.
        for table in ["limit_override", "approval"] {
            site.run(format!("DELETE FROM {table}")).await;
        }
        for page in [
            known.page.clone(),
            format!("/meetings/{}", known.past),
            format!("/meetings/{}", known.goes_on),
            format!("/meetings/{}/minutes", known.past),
            "/".to_owned(),
        ] {
            anna.get(&page).await.expect(200).does_not_say("Eeva");
        }
        assert_eq!(upkeep::meetings_without_mail(&mut site.db().begin_read().await.unwrap()).await.unwrap(), 0);
    })
    .await;
}
