//! Notes and links of a point.

use super::{PointVersion, deed, open_version, write};
use crate::{
    app::{actor::Actor, context::App, error::Result},
    domain::{
        agenda::link::{MAX_LINKS, Reading},
        text::SafeText,
    },
    store::{self, point_contents::PointContent},
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
}

/// Writes notes and links.
///
/// # Errors
/// [`crate::app::error::AppError::Stale`] when somebody else has changed them since; as every change of a meeting otherwise.
pub async fn save(app: &App, actor: &Actor, command: SaveContent) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let (opened, content) = open_version(&mut tx, actor, command.point).await?;
    let notes = String::from(SafeText::block(&command.notes, MAX_NOTES));
    let links: Vec<Reading> = command.links.into_iter().take(MAX_LINKS).collect();
    write(&mut tx, app, actor, PointContent { notes, links: links.into(), ..content }).await?;
    store::audit::record(&mut tx, &deed(actor, "meeting.point_prepared", &opened), app.now()).await?;
    Ok(tx.commit().await?)
}
