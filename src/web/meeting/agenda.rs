//! The agenda as a page shows it: each point with the moment it begins.

use crate::{
    domain::ids::{AgendaItemId, AttendeeId},
    i18n::{Texts, format::Format, labels},
    store::meetings::FullMeeting,
};

/// A point.
pub(in crate::web) struct Point {
    pub(in crate::web) id: AgendaItemId,
    /// `0:05` after the start.
    pub(in crate::web) offset: String,
    pub(in crate::web) title: String,
    /// Empty for a point without planned minutes.
    pub(in crate::web) length: String,
    /// Empty for somebody whose name the reader may not know.
    pub(in crate::web) owner: String,
    pub(in crate::web) wanted: String,
}

/// The points in order. `name` gives the name of an owner the reader may see.
pub(in crate::web) fn points(
    t: &Texts,
    f: &Format,
    full: &FullMeeting,
    name: impl Fn(AttendeeId) -> Option<String>,
) -> Vec<Point> {
    let mut begun = 0_u32;
    let point = |item: &crate::store::meetings::AgendaItem| {
        let minutes = u32::try_from(item.minutes).unwrap_or(0);
        let offset = format!("{}:{:02}", begun / 60, begun % 60);
        begun = begun.saturating_add(minutes);
        Point {
            id: item.id,
            offset,
            title: item.title.clone(),
            length: if minutes == 0 { String::new() } else { f.duration(minutes) },
            owner: item.owner_id.map_or_else(|| Some(t.meeting_everyone()), &name).unwrap_or_default(),
            wanted: labels::wanted(t, item.wanted),
        }
    };
    full.agenda.iter().map(point).collect()
}

/// The planned minutes against the length: a sentence, and one more when the points do not fit.
pub(super) fn sum(t: &Texts, f: &Format, full: &FullMeeting) -> (String, Option<String>) {
    let used = u32::try_from(full.agenda.iter().map(|i| i.minutes).sum::<i64>()).unwrap_or(0);
    let length = u32::try_from(full.meeting.minutes).unwrap_or(0);
    let over = used.checked_sub(length).filter(|over| *over > 0);
    (
        t.meeting_agenda_sum(f.duration(used), f.duration(length)),
        over.map(|over| t.meeting_agenda_over(f.duration(over))),
    )
}
