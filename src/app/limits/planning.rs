//! Settings of planning beside the rules.

use serde_json::{Value, json};

use crate::{
    app::{
        actor::{Actor, MayAdminister},
        context::App,
        error::{AppError, Result},
    },
    domain::{
        limits::policy::{Buffer, Policy},
        meeting::Purpose,
        reminders::Lead,
    },
    store,
};

/// New settings, and the stamp of those the form was filled from.
#[derive(Debug, Clone)]
pub struct SavePolicy {
    /// The settings.
    pub settings: Policy,
    /// See [`stamp`].
    pub seen: String,
}

/// A text that differs whenever settings do. The version of the policy will not do: rules raise it too.
#[must_use]
pub fn stamp(settings: &Policy) -> String {
    serde_json::to_string(settings).unwrap_or_default()
}

/// Replaces the settings. Whoever was in a rate band that is no more is in none.
///
/// # Errors
/// [`AppError::Stale`] when somebody else saved since the form was made.
pub async fn save_policy(app: &App, actor: &Actor, _permit: &MayAdminister, command: SavePolicy) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::policy::begin_change(&mut tx).await?;
    let old = store::policy::read(&mut tx).await?.settings;
    if old == command.settings {
        return Ok(());
    }
    if stamp(&old) != command.seen {
        return Err(AppError::Stale);
    }
    store::policy::save(&mut tx, &command.settings).await?;
    let bands: Vec<&str> = command.settings.bands.iter().map(|band| band.key.as_str()).collect();
    store::person_time::keep_bands(&mut tx, &bands).await?;
    let mut deed = actor.deed("policy.saved", ("policy", None));
    deed.before = Some(recorded(&old));
    deed.after = Some(recorded(&command.settings));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// What the record keeps, in plain words and numbers.
fn recorded(p: &Policy) -> Value {
    let around = |b: Buffer| format!("{} + {}", b.before, b.after);
    let bands: Vec<String> = p.bands.iter().map(|b| format!("{}: {}", b.name, b.per_hour)).collect();
    let kept = json!({
        "quota": p.quota, "approval_hours": p.approval_hours, "optional_counts": p.optional_counts,
        "increment": p.increment, "notice": p.notice, "horizon_days": p.horizon_days, "horizon_working": p.horizon_working, "ends_early": p.ends_early, "buffer_video": around(p.video),
        "buffer_phone": around(p.phone), "buffer_room": around(p.room), "buffer_at_customer": around(p.at_customer),
        "currency": p.currency, "bands": bands,
    });
    let Value::Object(mut kept) = kept else { return kept };
    let word = |lead: Option<Lead>| lead.map_or("none", Lead::as_str);
    for (purpose, special) in &p.purposes {
        let or = |value: Option<u32>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
        let own = [special.increment.map(u32::from), special.notice, special.horizon_days].map(or).join(" / ");
        kept.insert(format!("special_{purpose}"), Value::String(format!("{own} / {}", around(special.around))));
    }
    for purpose in Purpose::ALL {
        let leads = p.reminders.of(*purpose);
        let text = [leads.unanswered, leads.asked, leads.reading].map(word).join(" / ");
        kept.insert(format!("reminders_{purpose}"), Value::String(text));
    }
    Value::Object(kept)
}
