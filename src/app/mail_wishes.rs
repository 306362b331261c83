//! Choose which mails come without being asked for.

use serde_json::{Value, json};

use super::{actor::Actor, context::App, error::Result};
use crate::{domain::mail_wishes::MailWishes, store};

/// Sets what the signed-in person wants.
pub async fn save(app: &App, actor: &Actor, wishes: MailWishes) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let before = store::mail_wishes::read(&mut tx, actor.id()).await?;
    if before == wishes {
        return Ok(());
    }
    store::mail_wishes::save(&mut tx, actor.id(), wishes, now).await?;
    let mut deed = actor.deed("person.settings_saved", ("person", actor.id().uuid()));
    (deed.before, deed.after) = (Some(recorded(before)), Some(recorded(wishes)));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

fn recorded(wishes: MailWishes) -> Value {
    json!({ "mail_summary": wishes.summary, "mail_answers": wishes.answers, "mail_reminders": wishes.reminders })
}
