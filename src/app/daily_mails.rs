//! How many mails a day leave for one organizer. What is more is queued for the days after, so that a mistake with a long
//! list of people does not cost the firm's address its good name. Cancellations are exempt: nobody shall wait for a meeting
//! that does not take place.

use chrono::{DateTime, Days, NaiveTime, Utc};

use super::error::Result;
use crate::{
    domain::{
        ids::PersonId,
        itip::{plan::MessageKind, series::plan::SeriesKind},
    },
    store::{self, Tx, outbox::NewMail},
};

/// Mails of one organizer and day (UTC).
pub const MAILS_A_DAY: u32 = 2_000;

/// Counts these mails for their organizer and puts off those that are too many for today.
pub(super) async fn pace(tx: &mut Tx, organizer: PersonId, mails: &mut [NewMail], now: DateTime<Utc>) -> Result<()> {
    let exempt = [MessageKind::Cancelled, MessageKind::Removed].map(MessageKind::as_str);
    let off =
        [SeriesKind::DateOff, SeriesKind::Fewer, SeriesKind::Cancelled, SeriesKind::Removed].map(SeriesKind::as_str);
    let exempt = [exempt.as_slice(), off.as_slice()].concat();
    let counted: Vec<&mut NewMail> = mails.iter_mut().filter(|mail| !exempt.contains(&mail.kind)).collect();
    if counted.is_empty() {
        return Ok(());
    }
    let more = u32::try_from(counted.len()).unwrap_or(u32::MAX);
    let bucket = format!("mails {organizer}");
    let before = store::throttle::count_daily(tx, &bucket, (MAILS_A_DAY, more), now).await?;
    for (number, mail) in (before..).zip(counted) {
        mail.not_before = mail.not_before.max(opens(now, number / u64::from(MAILS_A_DAY)));
    }
    Ok(())
}

/// When a day begins, so many days from now.
fn opens(now: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    let day = now.date_naive().checked_add_days(Days::new(days)).unwrap_or(now.date_naive());
    day.and_time(NaiveTime::MIN).and_utc()
}
