//! Notes and links of a point.

use super::{Opened, PointVersion, deed, open_version, write};
use crate::{
    app::{
        actor::Actor,
        change::{self, Changed, Proposal},
        context::App,
        error::{AppError, Result},
        leave::Leave,
    },
    domain::{
        agenda::link::{MAX_LINKS, Reading},
        limits::consent::Consent,
        meeting::Status,
        text::SafeText,
    },
    store::{self, Tx, changes::Before, point_contents::PointContent},
};

/// Longest notes, in characters.
pub const MAX_NOTES: usize = 4_000;

/// How notes and links shall be.
pub struct SaveContent {
    /// Which point.
    pub point: PointVersion,
    /// For colleagues; several lines.
    pub notes: String,
    /// What to read ahead; those beyond [`MAX_LINKS`] are left out.
    pub links: Vec<Reading>,
    /// Whether everybody is mailed about them now, instead of with the next mail about the meeting.
    pub tells: bool,
}

/// Writes notes and links. Links go out with every mail about the meeting and stand in calendars; notes never do. Gives the
/// change by which everybody was told, if they were.
///
/// # Errors
/// [`crate::app::error::AppError::Stale`] when somebody else has changed them since; as every change of a meeting otherwise.
pub async fn save(app: &App, actor: &Actor, command: SaveContent) -> Result<Option<Changed>> {
    let mut tx = app.db.begin().await?;
    let (opened, content) = open_version(&mut tx, actor, command.point).await?;
    let notes = String::from(SafeText::block(&command.notes, MAX_NOTES));
    let links: Vec<Reading> = command.links.into_iter().take(MAX_LINKS).collect();
    write(&mut tx, app, actor, PointContent { notes, links: links.into(), ..content }).await?;
    store::audit::record(&mut tx, &deed(actor, "meeting.point_prepared", &opened), app.now()).await?;
    let told = if command.tells { tell(&mut tx, app, actor, opened).await? } else { None };
    tx.commit().await?;
    app.wake_worker();
    Ok(told)
}

/// Tells everybody of the meeting as it stands now; whose mail said the same hears nothing.
async fn tell(tx: &mut Tx, app: &App, actor: &Actor, opened: Opened) -> Result<Option<Changed>> {
    actor.may_change(&opened.full)?;
    if opened.full.meeting.ends_at <= app.now() || opened.full.meeting.status != Status::Confirmed {
        return Ok(None);
    }
    let after = store::meetings::by_id(tx, opened.full.meeting.id).await?.ok_or(AppError::NotFound)?;
    let proposal = Proposal {
        kind: "edited",
        before: Before::Was(Box::new(opened.full)),
        after,
        note: String::new(),
        leave: Leave::Said(Consent::default()),
    };
    change::change_now(tx, app, actor, proposal).await.map(Some)
}
