//! Series in subscriptions: one entry each, with the dates that the reader's feed shows.

use std::collections::HashMap;

use crate::{
    app::{
        error::Result,
        facts::{self, FeedReader},
        feed_texts::Told,
        read_feed::Style,
    },
    domain::{
        ids::{AttendeeId, MeetingId, PersonId, SeriesId},
        itip::{
            compose::Words,
            feed::{Detail, FeedEntry},
            plan::Stamp,
            series::{
                compose::{SeriesRevision, feed_entry},
                facts::{DateFacts, SeriesFacts},
            },
        },
    },
    store::{
        self, Tx,
        feed_meetings::{self, FeedMeeting, FeedPoint, Seat, Selection},
        series::Series,
    },
};

/// Series read at a time; bounds the values bound to one statement.
const CHUNK: usize = 20;

/// For whom series are read, and how they are written.
#[derive(Clone, Copy)]
pub(in crate::app) struct Reading<'a> {
    /// Whether it is the reader's own time, in which those who are invited to some points only have an entry of their own.
    pub(in crate::app) own_time: bool,
    pub(in crate::app) selection: Selection<'a>,
    pub(in crate::app) reader: PersonId,
    pub(in crate::app) style: Style<'a>,
    pub(in crate::app) words: &'a Words,
}

/// The series of these dates, some at a time, by their first date in the feed.
pub(in crate::app) fn chunks(seats: &[Seat]) -> Vec<Vec<SeriesId>> {
    let mut ids: Vec<SeriesId> = Vec::new();
    for id in seats.iter().filter_map(|seat| seat.series_id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.chunks(CHUNK).map(<[SeriesId]>::to_vec).collect()
}

impl Reading<'_> {
    /// The entries of some series: all their dates, because a calendar reads a series as a whole.
    pub(in crate::app) async fn entries(
        &self,
        tx: &mut Tx,
        ids: Vec<SeriesId>,
        told: &(dyn Fn(&Seat) -> Told + Sync),
    ) -> Result<Vec<FeedEntry>> {
        let mut all: HashMap<SeriesId, Series> = store::series::by_ids(tx, ids.iter().copied())
            .await?
            .into_iter()
            .map(|series| (series.id, series))
            .collect();
        let seats = feed_meetings::seats_of_series(tx, self.selection, self.reader, ids.iter().copied()).await?;
        let of_seats: Vec<MeetingId> = seats.iter().map(|seat| seat.id).collect();
        let meetings = feed_meetings::by_ids(tx, &of_seats).await?;
        let mut meetings: HashMap<MeetingId, FeedMeeting> = meetings.into_iter().map(|one| (one.id, one)).collect();
        let mut points: HashMap<MeetingId, Vec<FeedPoint>> = HashMap::new();
        for point in feed_meetings::points(tx, &of_seats).await? {
            points.entry(point.meeting_id).or_default().push(point);
        }
        let mut dates: HashMap<SeriesId, Vec<DateFacts>> = HashMap::new();
        for seat in &seats {
            let (Some(series), Some(meeting)) = (seat.series_id, meetings.remove(&seat.id)) else { continue };
            let points = points.remove(&seat.id).unwrap_or_default();
            dates.entry(series).or_default().extend(self.date(seat, (meeting, points), told(seat)));
        }
        let both = ids.iter().filter_map(|id| Some((all.remove(id)?, dates.remove(id)?)));
        Ok(both.filter_map(|(series, dates)| self.entry(series, dates)).collect())
    }

    /// A date as this reader may know it, under names that are the same in all dates.
    fn date(&self, seat: &Seat, (meeting, mut points): (FeedMeeting, Vec<FeedPoint>), told: Told) -> Option<DateFacts> {
        let (id, original) = (meeting.id, meeting.original_start?);
        for point in &mut points {
            point.owner_id = point.owner_behind.filter(|_| point.owner_id.is_some());
        }
        let part = seat.own_part().filter(|_| self.own_time);
        let own = seat.own_role.map(|role| FeedReader { id: self.own(), role, part });
        let mut facts = facts::in_feed(meeting, points, own);
        if told == Told::Busy {
            self.style.busy.clone_into(&mut facts.title);
            facts.place.clear();
            facts.video_url = None;
            facts.agenda.clear();
            // When they come is told, and nothing else.
            facts.attendees.retain(|a| a.part.is_some());
            for part in facts.attendees.iter_mut().filter_map(|a| a.part.as_mut()) {
                part.points.clear();
            }
        }
        Some(DateFacts { id, original, facts })
    }

    fn own(&self) -> AttendeeId {
        AttendeeId::from_uuid(self.reader.uuid())
    }

    fn entry(&self, series: Series, mut dates: Vec<DateFacts>) -> Option<FeedEntry> {
        for date in &mut dates {
            date.facts.uid.clone_from(&series.uid);
        }
        let stamp = Stamp { sequence: u32::try_from(series.sequence).unwrap_or(0), dtstamp: series.stamped_at };
        let pages = format!("{}/meetings", self.style.settings.base_url);
        let created = series.created_at;
        let facts =
            SeriesFacts { uid: series.uid, zone: series.zone, rule: series.rule.0, continues: series.continues, dates };
        let facts = facts.seen_by(self.own());
        let detail = Detail::Full { words: self.words, page: None, reader: Some(self.own()) };
        feed_entry(&SeriesRevision { facts: &facts, stamp, created, pages: Some(&pages) }, detail)
    }
}
