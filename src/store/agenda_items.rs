//! The points of meetings, written with them.

use super::{
    Result, Tx,
    in_list::push_in,
    meetings::{AgendaItem, FullMeeting},
    on_conn,
};
use crate::domain::ids::MeetingId;

/// Makes the points of these meetings what they say.
pub(super) async fn replace(tx: &mut Tx, meetings: &[&FullMeeting], ids: &[MeetingId]) -> Result<()> {
    // What stands behind a point is found by its id, so points that stay are updated in place.
    let points: Vec<&AgendaItem> = meetings.iter().flat_map(|full| &full.agenda).collect();
    on_conn!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("DELETE FROM agenda_item WHERE meeting_id");
        push_in(&mut query, ids.iter().copied());
        if !points.is_empty() {
            query.push(" AND NOT id");
            push_in(&mut query, points.iter().map(|item| item.id));
        }
        query.build().execute(c).await.map(drop)
    })?;
    for chunk in points.chunks(100) {
        on_conn!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "INSERT INTO agenda_item (id, meeting_id, position, kind, title, minutes, owner_id, wanted) ",
            );
            query.push_values(chunk, |mut row, item| {
                row.push_bind(item.id)
                    .push_bind(item.meeting_id)
                    .push_bind(item.position)
                    .push_bind(item.kind)
                    .push_bind(&item.title)
                    .push_bind(item.minutes)
                    .push_bind(item.owner_id)
                    .push_bind(item.wanted);
            });
            query.push(
                " ON CONFLICT (id) DO UPDATE SET position = excluded.position, kind = excluded.kind,
                    title = excluded.title, minutes = excluded.minutes, owner_id = excluded.owner_id,
                    wanted = excluded.wanted
                 WHERE agenda_item.meeting_id = excluded.meeting_id",
            );
            query.build().execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
