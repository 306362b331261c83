//! Everything that is kept, as text: table by table, for a firm that takes its data with it and for people who ask what is
//! known of them. What is named here leaves the house, so tables and columns are listed one by one: a secret that is added
//! somewhere is not exported by itself, and a test asks about every table that is not listed.

use uuid::Uuid;

use super::{Result, Tx, on_conn};
use crate::domain::ids::PersonId;

/// Rows read at once.
pub const STEP: i64 = 2_000;

/// A table that is exported.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, with a blank between them.
    pub columns: &'static str,
    /// What its rows are ordered by.
    key: &'static str,
    /// Whether it is part of what a firm has; the rest is for nobody but its author.
    pub firm: bool,
    /// Which rows are somebody's own, `$1` being their id; empty for none.
    pub own: &'static str,
}

const fn table(
    name: &'static str,
    columns: &'static str,
    key: &'static str,
    (firm, own): (bool, &'static str),
) -> Table {
    Table { name, columns, key, firm, own }
}

/// Everything that is exported.
pub const TABLES: &[Table] = &[
    table(
        "account",
        "id name owner_id created_at updated_at lead_class notes address phone rhythm_days version org_number",
        "id",
        (true, "owner_id = $1"),
    ),
    table(
        "action_item",
        "id meeting_id point_id body attendee_id person_id due_on state shared written_by written_at ended_at \
            ended_by",
        "id",
        (true, "person_id = $1 OR written_by = $1"),
    ),
    table("agenda_item", "id meeting_id position kind title minutes owner_id wanted", "id", (true, "")),
    table(
        "agenda_template",
        "id team_id person_id name purpose points version created_at updated_at updated_by",
        "id",
        (true, "person_id = $1 OR updated_by = $1"),
    ),
    table(
        "approval",
        "id meeting_id kind version proposal findings reason asked_by approver_id asked_at expires_at state \
            decided_by decided_at note",
        "id",
        (true, "asked_by = $1 OR approver_id = $1"),
    ),
    table("attendance", "attendee_id meeting_id presence noted_at", "attendee_id", (true, "")),
    table(
        "attendee",
        "id meeting_id position person_id contact_id name email role why answer answered_at comment \
            removed_at starts_at answer_made_at first_item last_item stay_after stay_minutes wants_reminder",
        "id",
        (true, "person_id = $1"),
    ),
    table(
        "audit",
        "id at actor_id actor action object_kind object_id before after reason address",
        "id",
        (true, "actor_id = $1"),
    ),
    table("carry_over", "point_id meeting_id choice chosen_by chosen_at", "point_id, meeting_id", (true, "")),
    table("class_agenda", "lead_class template_id", "lead_class", (true, "")),
    table(
        "contact",
        "id account_id name email language zone do_not_contact_at do_not_contact_source created_at updated_at \
            title phone notes rhythm_days consent_at consent_source erased_at version",
        "id",
        (true, ""),
    ),
    table(
        "course",
        "meeting_id began_at ended_at outcome achieved result next_step next_step_on shared next_meeting \
            state edition closed_at closed_by version created_at updated_at",
        "meeting_id",
        (true, ""),
    ),
    table(
        "course_point",
        "id meeting_id position item_id kind title minutes added owner_id wanted fate began_at ended_at \
            seconds notes shared standing carried_from",
        "id",
        (true, ""),
    ),
    table(
        "day_off",
        "id person_id first_day last_day from_minute to_minute stand_in_id created_at",
        "id",
        (true, "person_id = $1"),
    ),
    table("decision", "id meeting_id point_id body shared written_by decided_at", "id", (true, "written_by = $1")),
    table(
        "delegate",
        "principal_id delegate_id created_at",
        "principal_id, delegate_id",
        (true, "principal_id = $1 OR delegate_id = $1"),
    ),
    table("draft", "id owner_id title form created_at updated_at", "id", (false, "owner_id = $1")),
    table("feed", "id owner_id kind team_id created_at last_used_at revoked_at", "id", (true, "owner_id = $1")),
    table(
        "hold",
        "draft_id person_id starts_at ends_at until",
        "draft_id, person_id, starts_at",
        (false, "person_id = $1"),
    ),
    table(
        "import",
        "id person_id kind account_id file_name state size heading mapping at_byte at_row rows_new \
            rows_changed rows_same rows_double rows_refused rows_total undone stays failures stepped_at ended_at \
            created_at",
        "id",
        (true, "person_id = $1"),
    ),
    table(
        "inbound_mail",
        "id mail_key sender outcome proven method meeting_id attendee_id answer note proposed_from \
            proposed_to other_email other_name product stamped_at received_at counted_at decision decided_at \
            decided_by all_dates about_from about_to about_dates",
        "id",
        (true, ""),
    ),
    table("input", "attendee_id meeting_id point body sent_at", "attendee_id", (true, "")),
    table(
        "limit_override",
        "id meeting_id rule_id reading level about_id person_id approver_id reason quarter at",
        "id",
        (true, "person_id = $1"),
    ),
    table(
        "meeting",
        "id uid organizer_id account_id purpose stage title format place video_source video_url start_local \
            minutes zone starts_at ends_at zone_data status open_guest_list cancel_reason sequence stamped_at \
            version created_at updated_at policy_version series_id original_start resent_at",
        "id",
        (
            true,
            "organizer_id = $1 OR id IN (SELECT meeting_id FROM attendee WHERE person_id = $1 AND removed_at IS NULL)",
        ),
    ),
    table("meeting_change", "id meeting_id actor_id kind version at undo_until undone_at", "id", (true, "")),
    table("meeting_copy", "meeting_id from_id", "meeting_id", (true, "")),
    table("meeting_opportunity", "meeting_id opportunity_id", "meeting_id", (true, "")),
    table(
        "minutes_edition",
        "meeting_id edition content mails closed_by closed_at reopened_by reopened_at",
        "meeting_id, edition",
        (true, ""),
    ),
    table(
        "opportunity",
        "id account_id contact_id owner_id title stage lead_source amount currency probability lost_reason \
            lost_note next_step next_step_on expected_on stage_at closed_at version created_at updated_at",
        "id",
        (true, "owner_id = $1"),
    ),
    table("organization", "id name country zone language hours demo set_up_at created_at updated_at", "id", (true, "")),
    table(
        "outbox",
        "id lane kind meeting_id attendee_id person_id recipient sequence message_id state attempts \
            created_at not_before reply done_at series_id rank",
        "id",
        (true, ""),
    ),
    table(
        "outside_calendar",
        "id person_id name host checked_at read_at failure failing_since failures told_at next_check_at \
            created_at",
        "id",
        (true, "person_id = $1"),
    ),
    table(
        "person",
        "id email name language zone country clock theme compact shortcuts role state video_room hours \
            created_at updated_at",
        "id",
        (true, "id = $1"),
    ),
    table(
        "person_time",
        "person_id selling rate_band digest digest_week updated_at reminders daily digest_day answers \
            answers_told_at",
        "person_id",
        (true, "person_id = $1"),
    ),
    table("point_content", "item_id meeting_id notes links version updated_at updated_by", "item_id", (true, "")),
    table(
        "point_idea",
        "id meeting_id series_id attendee_id name kind title minutes note state created_at item_id decided_by decided_at",
        "id",
        (true, "attendee_id IN (SELECT id FROM attendee WHERE person_id = $1)"),
    ),
    table("policy", "id version settings", "id", (true, "")),
    table(
        "private_note",
        "person_id about_id meeting_id body updated_at",
        "person_id, about_id",
        (false, "person_id = $1"),
    ),
    table(
        "proposal",
        "id meeting_id attendee_id starts_at ends_at note came_by state created_at decided_by decided_at",
        "id",
        (true, ""),
    ),
    table(
        "recognition",
        "id meeting_id item_id person_id reason metric created_at created_by",
        "id",
        (true, "person_id = $1 OR created_by = $1"),
    ),
    table("retention", "kind days updated_at", "kind", (true, "")),
    table("rhythm", "lead_class days", "lead_class", (true, "")),
    table(
        "rule",
        "id scope which measure level starts_on written_by created_at updated_at version ended_at",
        "id",
        (true, ""),
    ),
    table(
        "score_row",
        "item_id position meeting_id metric unit target actual due_on less",
        "item_id, position",
        (true, ""),
    ),
    table(
        "series",
        "id uid rule zone continues sequence stamped_at created_at updated_at aim endless",
        "id",
        (true, ""),
    ),
    table(
        "series_approval",
        "id series_id reason asked_by approver_id asked_at expires_at state decided_by decided_at note",
        "id",
        (true, "asked_by = $1 OR approver_id = $1"),
    ),
    table(
        "series_review",
        "series_id last_at state message_id asked_at answered_by answered_at",
        "series_id, last_at",
        (true, ""),
    ),
    table(
        "stage_change",
        "opportunity_id version from_stage to_stage person_id person meeting_id at left_at left_to days age before",
        "opportunity_id, version",
        (true, "person_id = $1"),
    ),
    table("team", "id name created_at updated_at", "id", (true, "")),
    table("team_member", "team_id person_id manages", "team_id, person_id", (true, "person_id = $1")),
    table("time_back", "id person_id meeting_id change_id cause minutes at", "id", (true, "person_id = $1")),
    table(
        "worth",
        "attendee_id meeting_id score given_at",
        "attendee_id",
        (true, "attendee_id IN (SELECT id FROM attendee WHERE person_id = $1)"),
    ),
    table(
        "written_recipient",
        "update_id position person_id contact_id name email role message_id",
        "update_id, position",
        (true, ""),
    ),
    table(
        "written_update",
        "id author_id title purpose body minutes recipients answer_by sent_at points",
        "id",
        (true, "author_id = $1"),
    ),
];

/// Tables that are not: what is in them is secret, follows from others, or is kept for some hours.
pub const LEFT_OUT: &[&str] = &[
    "audit_chain",
    "claim",
    "import_change",
    "import_key",
    "import_piece",
    "import_refusal",
    "inbound_folder",
    "inbound_mailbox",
    "mailbox",
    "once_key",
    "one_time",
    "outside_busy",
    "reminder",
    "session",
    "subject",
    "throttle",
];

/// Rows of a table behind the first `skip`, each value as text; all of them, or those that are somebody's own.
pub async fn rows(tx: &mut Tx, (table, of): (&Table, Option<PersonId>), skip: i64) -> Result<Vec<Vec<Option<String>>>> {
    let columns: Vec<String> = table.columns.split(' ').map(|column| as_text(tx, column)).collect();
    let filter = if of.is_some() { table.own } else { "TRUE OR $1 IS NULL" };
    let (name, key) = (table.name, table.key);
    let text =
        format!("SELECT {} FROM {name} WHERE ({filter}) ORDER BY {key} LIMIT {STEP} OFFSET $2", columns.join(", "));
    let count = columns.len();
    let person: Option<Uuid> = of.map(PersonId::uuid);
    Ok(on_conn!(tx, |c| {
        let query = sqlx::query(sqlx::AssertSqlSafe(text)).bind(person).bind(skip);
        let mut all = Vec::new();
        for row in &query.fetch_all(c).await? {
            let cells: sqlx::Result<Vec<Option<String>>> = (0..count).map(|at| sqlx::Row::try_get(row, at)).collect();
            all.push(cells?);
        }
        all
    }))
}

fn as_text(tx: &Tx, column: &str) -> String {
    match tx {
        Tx::Sqlite(_) => {
            format!(
                "CASE typeof(\"{column}\") WHEN 'blob' THEN lower(hex(\"{column}\")) ELSE CAST(\"{column}\" AS TEXT) END"
            )
        }
        Tx::Postgres(_) => format!("CAST(\"{column}\" AS TEXT)"),
    }
}
