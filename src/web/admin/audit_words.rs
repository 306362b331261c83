//! The audit log in words: actions, things, and what changed.

use serde_json::{Map, Value};

use crate::{
    domain::{language::Language, limits::rule::Rule},
    i18n::{
        Texts, deeds,
        format::Format,
        labels,
        limits::{self, Names},
        pipeline,
    },
    store::audit::Record,
};

/// Kinds of things one can ask for.
pub(super) const KINDS: [&str; 15] = [
    "meeting",
    "update",
    "person",
    "team",
    "contact",
    "account",
    "opportunity",
    "rule",
    "policy",
    "session",
    "feed",
    "calendar",
    "organization",
    "mail",
    "import",
];

/// What kind of thing.
pub(super) fn kind(t: &Texts, kind: &str) -> String {
    match kind {
        "meeting" => t.audit_kind_meeting(),
        "update" => t.audit_kind_update(),
        "person" => t.audit_kind_person(),
        "team" => t.audit_kind_team(),
        "contact" => t.audit_kind_contact(),
        "session" => t.audit_kind_session(),
        "feed" => t.audit_kind_feed(),
        "calendar" => t.audit_kind_calendar(),
        "organization" => t.audit_kind_organization(),
        "mail" => t.audit_kind_mail(),
        "rule" => t.audit_kind_rule(),
        "policy" => t.audit_kind_policy(),
        "account" => t.audit_kind_account(),
        "opportunity" => t.pipeline_one(),
        "series" => t.series_part(),
        "import" => t.imports_audit_kind(),
        "template" => t.agendas_one(),
        other => other.to_owned(),
    }
}

/// What was done; a word we do not know stands as it is stored.
pub(super) fn action(t: &Texts, action: &str) -> String {
    match action {
        "meeting.planned" => t.audit_meeting_planned(),
        "meeting.edited" => t.audit_meeting_edited(),
        "meeting.moved" => t.audit_meeting_moved(),
        "meeting.cancelled" => t.audit_meeting_cancelled(),
        "meeting.undone" => t.audit_meeting_undone(),
        "meeting.answered" => t.audit_meeting_answered(),
        "meeting.reply_applied" => t.audit_meeting_reply_applied(),
        "meeting.handed_over" => t.audit_meeting_handed_over(),
        "meeting.address_corrected" => t.audit_meeting_address_corrected(),
        "update.sent" => t.audit_update_sent(),
        "mail.sent_again" => t.audit_mail_sent_again(),
        "rule.created" => t.audit_rule_created(),
        "rule.changed" => t.audit_rule_changed(),
        "rule.ended" => t.audit_rule_ended(),
        "session.opened" => t.audit_session_opened(),
        "session.refused" => t.audit_session_refused(),
        "session.ended" => t.audit_session_ended(),
        other => deeds::words(t, other)
            .or_else(|| action_on_people(t, other))
            .or_else(|| action_on_customers(t, other))
            .or_else(|| action_on_data(t, other))
            .unwrap_or_else(|| other.to_owned()),
    }
}

/// What was done with limits, files, and what they hold.
fn action_on_data(t: &Texts, action: &str) -> Option<String> {
    Some(match action {
        "policy.saved" => t.audit_policy_saved(),
        "retention.chosen" => t.retention_audit_chosen(),
        "retention.applied" => t.retention_audit_applied(),
        "retention.meetings" => t.retention_audit_meetings(),
        "export.all" => t.export_audit_all(),
        "export.own" => t.export_audit_own(),
        "import.uploaded" => t.imports_audit_uploaded(),
        "import.begun" => t.imports_audit_begun(),
        "import.stopped" => t.imports_audit_stopped(),
        "import.finished" => t.imports_audit_finished(),
        "import.undone" => t.imports_audit_undone(),
        "contact.stopped" => t.audit_contact_stopped(),
        "contact.resumed" => t.audit_contact_resumed(),
        "account.classified" => t.audit_account_classified(),
        _ => return None,
    })
}

fn action_on_customers(t: &Texts, action: &str) -> Option<String> {
    Some(match action {
        "template.created" => t.agendas_audit_created(),
        "template.changed" => t.agendas_audit_changed(),
        "template.removed" => t.agendas_audit_removed(),
        "account.created" => t.customers_audit_created(),
        "account.changed" => t.customers_audit_changed(),
        "contact.created" => t.contacts_audit_created(),
        "contact.changed" => t.contacts_audit_changed(),
        "contact.erased" => t.contacts_audit_erased(),
        "contact.agreed" => t.contacts_audit_agreed(),
        "contact.withdrew" => t.contacts_audit_withdrew(),
        "opportunity.created" => t.pipeline_audit_created(),
        "opportunity.changed" => t.pipeline_audit_changed(),
        "opportunity.moved" => t.pipeline_audit_moved(),
        "opportunity.undone" => t.pipeline_audit_undone(),
        "meeting.linked" => t.pipeline_audit_linked(),
        "rhythm.saved" => t.customers_audit_rhythm(),
        _ => return None,
    })
}

fn action_on_people(t: &Texts, action: &str) -> Option<String> {
    Some(match action {
        "person.invited" => t.audit_person_invited(),
        "person.invited_again" => t.audit_person_invited_again(),
        "person.added" => t.audit_person_added(),
        "person.joined" => t.audit_person_joined(),
        "person.placed" => t.audit_person_placed(),
        "person.settings_saved" => t.audit_person_settings_saved(),
        "person.password_changed" => t.audit_person_password_changed(),
        "person.address_corrected" => t.audit_person_address_corrected(),
        "person.deactivated" => t.audit_person_deactivated(),
        "person.reactivated" => t.audit_person_reactivated(),
        "password.forgotten" => t.audit_password_forgotten(),
        "password.reset" => t.audit_password_reset(),
        "team.created" => t.audit_team_created(),
        "team.renamed" => t.audit_team_renamed(),
        "team.deleted" => t.audit_team_deleted(),
        "team.member_put" => t.audit_team_member_put(),
        "team.member_removed" => t.audit_team_member_removed(),
        "person.rate_band_saved" => t.audit_person_rate_band_saved(),
        "person.selling_saved" => t.audit_person_selling_saved(),
        "person.days_off_added" => t.audit_person_days_off_added(),
        "person.days_off_removed" => t.audit_person_days_off_removed(),
        "person.delegate_added" => t.audit_person_delegate_added(),
        "person.delegate_removed" => t.audit_person_delegate_removed(),
        "calendar.connected" => t.audit_calendar_connected(),
        "calendar.disconnected" => t.audit_calendar_disconnected(),
        "feed.created" => t.audit_feed_created(),
        "feed.rotated" => t.audit_feed_rotated(),
        "feed.revoked" => t.audit_feed_revoked(),
        "setup.company" => t.audit_setup_company(),
        "setup.account" => t.audit_setup_account(),
        "setup.finished" => t.audit_setup_finished(),
        "organization.relay" | "settings.mail" | "settings.inbound" => t.audit_organization_relay(),
        _ => return None,
    })
}

/// Kind and name of the thing.
pub(super) fn object(t: &Texts, record: &Record) -> String {
    match (kind(t, &record.object_kind), object_name(record)) {
        (kind, name) if name.is_empty() => kind,
        (kind, name) => format!("{kind}: {name}"),
    }
}

/// The name of the thing, as the record has it.
pub(super) fn object_name(record: &Record) -> String {
    let sides = [record.after.as_deref(), record.before.as_deref()];
    let find = |key| sides.iter().flatten().find_map(|v| v.get(key)?.as_str());
    find("title").or_else(|| find("name")).unwrap_or("").to_owned()
}

/// One line of what changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) label: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// Where before and after differ; of lists only what came and went.
pub(super) fn differences(t: &Texts, f: &Format, record: &Record) -> Vec<Difference> {
    let none = Map::new();
    let side = |v: Option<&'_ Value>| v.and_then(Value::as_object).cloned().unwrap_or_else(|| none.clone());
    let (before, after) = (side(record.before.as_deref()), side(record.after.as_deref()));
    let mut keys: Vec<&String> = before.keys().chain(after.keys().filter(|k| !before.contains_key(*k))).collect();
    keys.sort_by_key(|key| ORDER.iter().position(|known| known == key).unwrap_or(ORDER.len()));
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .filter_map(|key| {
            let (old, new) = (before.get(key), after.get(key));
            let (old, new) = match (old, new) {
                (Some(Value::Array(old)), Some(Value::Array(new))) => {
                    (Some(without(old, new)), Some(without(new, old)))
                }
                _ => (old.cloned(), new.cloned()),
            };
            let words = |v: Option<Value>| v.and_then(|v| value(t, f, key, &v));
            let line = Difference { label: label(t, key), before: words(old), after: words(new) };
            (line.before.is_some() || line.after.is_some()).then_some(line)
        })
        .collect()
}

fn without(list: &[Value], other: &[Value]) -> Value {
    Value::Array(list.iter().filter(|v| !other.contains(v)).cloned().collect())
}

/// Keys in reading order; others follow.
const ORDER: [&str; 12] =
    ["title", "name", "email", "role", "state", "start", "zone", "minutes", "purpose", "format", "place", "status"];

fn label(t: &Texts, key: &str) -> String {
    match key {
        "title" => t.audit_key_title(),
        "name" => t.label_name(),
        "email" | "recipient" => t.label_email(),
        "role" => t.label_role(),
        "state" | "status" => t.label_state(),
        "start" => t.audit_key_start(),
        "zone" => t.label_zone(),
        "minutes" => t.audit_key_minutes(),
        "purpose" => t.audit_key_purpose(),
        "format" => t.audit_key_format(),
        "place" => t.audit_key_place(),
        "video" => t.audit_key_video(),
        "people" => t.people_title(),
        "person" => t.label_person(),
        "agenda" => t.audit_key_agenda(),
        "answer_by" => t.audit_key_answer_by(),
        "answer" => t.audit_key_answer(),
        "comment" => t.audit_key_comment(),
        "teams" => t.teams_title(),
        "manages" => t.team_manages(),
        "language" => t.label_language(),
        "clock" => t.settings_clock(),
        "theme" => t.settings_theme(),
        "compact" => t.settings_compact(),
        "shortcuts" => t.settings_shortcuts(),
        "hours" => t.settings_hours_title(),
        "lunch" => t.settings_hours_lunch(),
        "selling" => t.time_selling_title(),
        "rate_band" => t.rates_group(),
        "first_day" => t.audit_key_first_day(),
        "last_day" => t.audit_key_last_day(),
        "stand_in" => t.time_days_stand_in(),
        "host" => t.audit_key_host(),
        "on_behalf_of" => t.audit_key_on_behalf_of(),
        "forgotten" => t.retention_audit_forgotten(),
        "handed_over" => t.audit_key_handed_over(),
        "called_off" => t.audit_key_called_off(),
        "class" => t.limits_class(),
        "stage" => t.pipeline_stage(),
        "amount" => t.pipeline_value(),
        "days" => t.customers_rhythm(),
        "rule" => t.limits_one(),
        "mail_summary" => t.settings_mail_summary(),
        "mail_answers" => t.settings_mail_answers(),
        "mail_reminders" => t.settings_mail_reminders(),
        other => planning_label(t, other).unwrap_or_else(|| other.to_owned()),
    }
}

/// Settings of planning, named as on their page.
fn planning_label(t: &Texts, key: &str) -> Option<String> {
    Some(match key {
        "quota" => t.limits_quota(),
        "approval_hours" => t.limits_approval_hours(),
        "optional_counts" => t.limits_optional_counts(),
        "increment" => t.limits_increment(),
        "notice" => t.limits_lead_time(),
        "horizon_days" => t.limits_horizon(),
        "horizon_working" => t.limits_horizon_working(),
        "ends_early" => t.limits_ends_early(),
        "buffer_video" => t.format_video(),
        "buffer_phone" => t.format_phone(),
        "buffer_room" => t.format_room(),
        "buffer_at_customer" => t.format_at_customer(),
        "currency" => t.limits_currency(),
        "bands" => t.limits_bands(),
        other => reminder_label(t, other).or_else(|| class_label(t, other))?,
    })
}

/// What is said of a class of customers: its rhythm under its own word, and its agenda.
fn class_label(t: &Texts, key: &str) -> Option<String> {
    if let Some(class) = key.strip_prefix("agenda_") {
        return Some(format!("{}: {}", limits::class(t, class.parse().ok()?), t.customers_class_agenda()));
    }
    Some(format!("{}: {}", limits::class(t, key.parse().ok()?), t.customers_class_rhythm()))
}

fn reminder_label(t: &Texts, key: &str) -> Option<String> {
    if let Some(purpose) = key.strip_prefix("special_") {
        return Some(format!("{}: {}", t.limits_purposes_title(), labels::purpose(t, purpose.parse().ok()?)));
    }
    let purpose = key.strip_prefix("reminders_")?.parse().ok()?;
    Some(format!("{}: {}", t.reminder_title(), labels::purpose(t, purpose)))
}

/// `1d / none` as the page of reminders has it.
fn reminder_leads(t: &Texts, text: &str) -> String {
    let word = |lead: &str| lead.parse().map_or_else(|_| t.reminder_none(), |lead| labels::lead(t, lead));
    text.split(" / ").map(word).collect::<Vec<_>>().join(" / ")
}

fn value(t: &Texts, f: &Format, key: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(true) => Some(t.word_yes()),
        Value::Bool(false) => Some(t.word_no()),
        Value::Number(n) => Some(n.as_i64().map_or_else(|| n.to_string(), |n| f.number(n))),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(term(t, f, key, text).unwrap_or_else(|| text.clone())),
        Value::Array(list) if list.is_empty() => None,
        Value::Array(list) => {
            let parts: Vec<String> = list.iter().filter_map(|v| self::value(t, f, key, v)).collect();
            Some(parts.join("; "))
        }
        Value::Object(_) => Some(rule(t, f, value).unwrap_or_else(|| value.to_string())),
    }
}

/// A limit as a sentence, with the name that whom it is about had then.
fn rule(t: &Texts, f: &Format, value: &Value) -> Option<String> {
    let says: Rule = serde_json::from_value(value.get("says")?.clone()).ok()?;
    let names = Names::one(says.scope, value.get("name")?.as_str()?);
    Some(limits::sentence(t, f, &says, &names))
}

/// Stored words in the reader's language.
fn term(t: &Texts, f: &Format, key: &str, text: &str) -> Option<String> {
    match key {
        "role" => text.parse().ok().map(|v| labels::role(t, v)),
        "state" => text.parse().ok().map(|v| labels::person_state(t, v)),
        "status" => text.parse().ok().map(|v| labels::status(t, v)),
        "purpose" => text.parse().ok().map(|v| labels::purpose(t, v)),
        "format" => text.parse().ok().map(|v| labels::format(t, v)),
        "answer" => text.parse().ok().map(|v| labels::answer(t, v)),
        "class" => text.parse().ok().map(|v| limits::class(t, v)),
        "stage" => text.parse().ok().map(|v| pipeline::stage(t, v)),
        "clock" => text.parse().ok().map(|v| labels::clock(t, v)),
        "theme" => text.parse().ok().map(|v| labels::theme(t, v)),
        "language" => text.parse().ok().map(|v: Language| v.own_name().to_owned()),
        "mail_summary" => text.parse().ok().map(|v| labels::summary(t, v)),
        "mail_answers" => text.parse().ok().map(|v| labels::answer_mails(t, v)),
        "mail_reminders" => text.parse().ok().map(|v| labels::reminder_wish(t, v)),
        key if key.starts_with("reminders_") => Some(reminder_leads(t, text)),
        "start" => text.parse().ok().map(|v| f.wall(v)),
        "answer_by" => text.parse().ok().map(|v| f.date(v)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        domain::{person::Clock, time::Zone},
        i18n::texts,
    };

    fn record(before: Value, after: Value) -> Record {
        let side = |v: Value| (!v.is_null()).then(|| v.into());
        Record {
            id: 1,
            at: chrono::DateTime::UNIX_EPOCH,
            actor_id: None,
            actor: String::new(),
            action: String::new(),
            object_kind: "meeting".to_owned(),
            object_id: None,
            before: side(before),
            after: side(after),
            reason: String::new(),
            address: String::new(),
            hash: None,
        }
    }

    /// Whatever is recorded under `app` must be readable in the log.
    #[test]
    fn every_recorded_action_has_words() {
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app")];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let (deeper, here): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
            folders.extend(deeper);
            files.extend(here);
        }
        let mut codes = Vec::new();
        for file in files {
            let text = std::fs::read_to_string(file).unwrap();
            let strings = text.split('"').skip(1).step_by(2).map(str::to_owned);
            codes.extend(strings.filter(|s| {
                let word = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                s.split_once('.').is_some_and(|(kind, deed)| word(kind) && word(deed))
            }));
        }
        assert!(codes.len() > 20, "{codes:?}");
        for code in codes {
            assert_ne!(action(texts(Language::Fi), &code), code);
        }
    }

    #[test]
    fn only_what_changed_is_told_in_the_readers_words() {
        let f = Format::new(Language::Sv, Clock::Language, Zone::utc());
        let t = texts(Language::Sv);
        let old =
            json!({ "title": "A", "start": "2026-11-25T14:00:00", "people": ["x", "y"], "role": "member", "z": 1 });
        let new =
            json!({ "title": "A", "start": "2026-11-26T14:00:00", "people": ["y", "w"], "role": "admin", "z": 1 });
        let found = differences(t, &f, &record(old, new));
        let line = |label: String, before: &str, after: &str| Difference {
            label,
            before: Some(before.to_owned()),
            after: Some(after.to_owned()),
        };
        assert_eq!(
            found,
            [
                line(t.label_role(), "Medlem", "Administratör"),
                line(t.audit_key_start(), "onsdag 25 november 2026 kl. 14:00", "torsdag 26 november 2026 kl. 14:00"),
                line(t.people_title(), "x", "w"),
            ]
        );
        assert_eq!(object_name(&record(Value::Null, json!({ "title": "A" }))), "A");
        assert!(differences(t, &f, &record(Value::Null, Value::Null)).is_empty());
    }
}
