//! Asks the organizers of series that are about to end, and tells those who did not answer that theirs has ended. What is
//! asked is a row for each series and end, so that nobody is asked twice; whether it is still true is asked again when the
//! mail leaves.

use chrono::{DateTime, Utc};

use super::{is_ahead, last};
use crate::{
    app::{
        approvals::reader,
        context::App,
        error::{AppError, Result},
        reminders::{own_days, workdays},
        series::record,
    },
    domain::{
        ids::SeriesId,
        letter::{Body, Letter, SeriesReviewBody},
        person::PersonState,
        series::review::{NOTICE, Turn},
    },
    store::{
        self, Tx,
        meetings::FullMeeting,
        outbox::{Mail, NewMail},
        series_reviews::{Answered, Ending, Review},
    },
};

/// Series of one round.
const BATCH: i64 = 100;

/// Asks about series that end soon, and ends the questions that nobody answered; tells how many mails were queued. Safe to
/// run anywhere, at any time, also twice at once.
///
/// # Errors
/// When the database fails; the other series are dealt with all the same.
pub async fn queue_due(app: &App) -> Result<usize> {
    let now = app.now();
    let mut tx = app.db.begin_read().await?;
    let ending = store::series_reviews::ending(&mut tx, (now, now + NOTICE), BATCH).await?;
    let over = store::series_reviews::unanswered(&mut tx, now, BATCH).await?;
    drop(tx);
    let (mut queued, mut failed) = (0, None);
    // Each is a transaction of its own: one that cannot be told stops no other.
    for (found, turn) in ending.into_iter().map(|e| (e, Turn::Asked)).chain(over.into_iter().map(|e| (e, Turn::Ended)))
    {
        match one(app, found, turn).await {
            Ok(told) => queued += usize::from(told),
            Err(error) => failed = Some(error),
        }
    }
    if queued > 0 {
        app.wake_worker();
    }
    failed.map_or(Ok(queued), Err)
}

/// Tells whether a mail was queued.
async fn one(app: &App, ending: Ending, turn: Turn) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let lineage = store::series::lineage(&mut tx, ending.series_id).await?;
    let dates = store::series::meetings_of_all(&mut tx, &lineage).await?;
    let own: Vec<FullMeeting> =
        dates.iter().filter(|full| full.meeting.series_id == Some(ending.series_id)).cloned().collect();
    let end = last(&own).filter(|end| end.meeting.starts_at == ending.last_at);
    let Some(end) = end else {
        // It has moved, or was called off. Another end is asked about anew.
        store::series_reviews::forget(&mut tx, ending).await?;
        tx.commit().await?;
        return Ok(false);
    };
    let message_id = message_id(app, ending, turn);
    if !note(&mut tx, app, (ending, end), (turn, &message_id)).await? {
        return Ok(false);
    }
    let mail = mail(&mut tx, app, (ending, end, &dates), (turn, message_id)).await?;
    let mails: Vec<NewMail> = mail.into_iter().collect();
    store::outbox::insert(&mut tx, &mails, app.now()).await?;
    tx.commit().await?;
    Ok(!mails.is_empty())
}

/// Writes down what is told; `false` when somebody else did so meanwhile.
async fn note(
    tx: &mut Tx,
    app: &App,
    (ending, end): (Ending, &FullMeeting),
    (turn, message_id): (Turn, &str),
) -> Result<bool> {
    let now = app.now();
    match turn {
        Turn::Asked => {
            let review = Review {
                series_id: ending.series_id,
                last_at: ending.last_at,
                state: "open".to_owned(),
                message_id: message_id.to_owned(),
                asked_at: now,
                answered_by: None,
                answered_at: None,
            };
            Ok(is_ahead(end, now) && store::series_reviews::insert(tx, &review).await?)
        }
        // Nothing is asked with it.
        Turn::Prolonged => Ok(false),
        Turn::Ended if is_ahead(end, now) => Ok(false),
        Turn::Ended => {
            let ended = Answered { state: "ended", by: None, at: now };
            Ok(store::series_reviews::end(tx, ending, &ended).await?)
        }
    }
}

/// Tells the organizer of a series that never ends that it goes on, until this date for now, and what it has been worth.
pub(in crate::app) async fn told_of_round(tx: &mut Tx, app: &App, (id, until): (SeriesId, &FullMeeting)) -> Result<()> {
    let lineage = store::series::lineage(tx, id).await?;
    let dates = store::series::meetings_of_all(tx, &lineage).await?;
    let ending = Ending { series_id: id, last_at: until.meeting.starts_at };
    let turn = (Turn::Prolonged, message_id(app, ending, Turn::Prolonged));
    let mail = mail(tx, app, (ending, until, &dates), turn).await?;
    Ok(store::outbox::insert(tx, &mail.into_iter().collect::<Vec<_>>(), app.now()).await?)
}

/// To the organizer, when they work; `None` when they have left.
async fn mail(
    tx: &mut Tx,
    app: &App,
    (ending, end, dates): (Ending, &FullMeeting, &[FullMeeting]),
    (turn, message_id): (Turn, String),
) -> Result<Option<NewMail>> {
    let now = app.now();
    let organizer = store::people::by_id(tx, end.meeting.organizer_id).await?.ok_or(AppError::NotFound)?;
    if organizer.state != PersonState::Active {
        return Ok(None);
    }
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let said = own_days(tx, &[organizer.id], now).await?.remove(&organizer.id).unwrap_or_default();
    let past = record::past(tx, dates, now).await?;
    let body = SeriesReviewBody {
        turn,
        series: ending.series_id,
        title: end.meeting.title.clone(),
        last: (end.meeting.starts_at, end.meeting.ends_at),
        record: record::sum(tx, &past).await?,
        minutes: record::minutes_spent(dates, now),
    };
    let body = Body::SeriesReview(Box::new(body));
    let letter = Letter { to: reader(&organizer), at: now, company: organization.name, body };
    Ok(Some(NewMail {
        lane: format!("series review|{}", ending.series_id),
        kind: turn.as_str(),
        meeting_id: None,
        // Changes of the series do not take it back: whether it is true is asked when it leaves.
        series_id: None,
        attendee_id: None,
        person_id: Some(organizer.id),
        recipient: organizer.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id,
        not_before: workdays(&organizer, said).deliver_at(now, None),
    }))
}

/// The same end may be asked about twice, as when it moved away and back again, so the moment is part of it.
fn message_id(app: &App, ending: Ending, turn: Turn) -> String {
    let (series, at) = (ending.series_id.uuid().simple(), ending.last_at.timestamp());
    let now = app.now().timestamp_micros();
    format!("{series}.{at}.{now}.{}@{}", turn.as_str(), app.settings().host())
}

/// Which of these claimed mails ask about an end that is none any more, or was answered; they need not be sent.
///
/// # Errors
/// When the database fails.
pub async fn outdated(tx: &mut Tx, mails: &[Mail], now: DateTime<Utc>) -> store::Result<Vec<i64>> {
    let asked: Vec<&Mail> = mails.iter().filter(|mail| mail.kind == Turn::Asked.as_str()).collect();
    let ids: Vec<&str> = asked.iter().map(|mail| mail.message_id.as_str()).collect();
    let valid = store::series_reviews::still_true(tx, &ids, now).await?;
    Ok(asked.into_iter().filter(|mail| !valid.contains(&mail.message_id)).map(|mail| mail.id).collect())
}
