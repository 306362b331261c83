//! Points that people suggest for a meeting, and the backlog of its series.

mod decide;
mod propose;

pub use decide::{Verdict, accept, decline, put_off};
pub use propose::{Idea, by_link, by_person, keep, may_suggest};

use crate::{
    app::error::Result,
    store::{self, Tx, meetings::FullMeeting, point_ideas::PointIdea},
};

/// What waits in the backlog of the meeting's series, oldest first. A series that goes on under another UID keeps it.
///
/// # Errors
/// Only when the database fails.
pub async fn backlog(tx: &mut Tx, full: &FullMeeting) -> Result<Vec<PointIdea>> {
    let Some(series) = full.meeting.series_id else { return Ok(Vec::new()) };
    let lineage = store::series::lineage(tx, series).await?;
    Ok(store::point_ideas::backlog(tx, &lineage).await?)
}
