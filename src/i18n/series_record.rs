//! What a series has been worth, in lines that pages and mails share.

use super::{Texts, format::Format};
use crate::domain::series::review::{Record, Share};

/// What is told, and what is known of it; what nobody recorded says so and is never zero. How the dates were rated is
/// [`worth`].
pub(crate) fn lines(t: &Texts, f: &Format, record: &Record) -> Vec<(String, String)> {
    let unknown = || t.series_record_unknown();
    let share = |share: Share| share.map_or_else(unknown, |(part, all)| t.series_record_of(part, all));
    let minutes = record
        .minutes
        .map_or_else(unknown, |(used, planned)| t.series_record_minutes_of(f.duration(used), f.duration(planned)));
    let outcome = record.outcome.map_or_else(unknown, |(decisions, actions, dates)| {
        t.series_record_outcome_of(decisions, actions, dates, record.past)
    });
    vec![
        (t.series_record_held(), share(record.held)),
        (t.series_record_attended(), share(record.attended)),
        (t.series_record_early(), share(record.early)),
        (t.series_record_minutes(), minutes),
        (t.series_record_accepted(), share(record.accepted)),
        (t.series_record_outcome(), outcome),
    ]
}

/// `3.8 of 5, before that 4.2`; for those who plan the series.
pub(crate) fn worth(t: &Texts, f: &Format, record: &Record) -> (String, String) {
    let score = |tenths: u32| f.tenths(u64::from(tenths));
    let rated = match record.worth {
        (Some(now), Some(before)) => t.series_record_worth_trend(score(now), score(before)),
        (Some(now), None) | (None, Some(now)) => t.series_record_worth_of(score(now)),
        (None, None) => t.series_record_unknown(),
    };
    (t.series_record_worth(), rated)
}
