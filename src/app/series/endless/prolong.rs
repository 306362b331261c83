//! Plans further dates of series that never end, ahead of their last one, and sends their organizers the record.

use chrono::NaiveDate;

use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, Refusal, Result},
        leave::Leave,
        series::{
            change::{self, SeriesChange},
            review::{ask::told_of_round, more},
        },
    },
    domain::{limits::rule::Level, person::PersonState, series::review::NOTICE},
    store::{self, audit::Deed, series_reviews::Ending},
};

/// Series of one round.
const BATCH: i64 = 100;

/// Goes on with all that run out soon; tells how many did. Safe to run anywhere, at any time, also twice at once: whether a
/// series still has that end is asked under its locks.
///
/// # Errors
/// When the database fails; the other series are dealt with all the same.
pub async fn due(app: &App) -> Result<usize> {
    let now = app.now();
    let mut tx = app.db.begin_read().await?;
    let found = store::series_approvals::running_out(&mut tx, (now, now + NOTICE), BATCH).await?;
    drop(tx);
    let (mut prolonged, mut failed) = (0, None);
    for ending in found {
        match one(app, ending).await {
            Ok(done) => prolonged += usize::from(done),
            Err(error) => failed = Some(error),
        }
    }
    if prolonged > 0 {
        app.wake_worker();
    }
    failed.map_or(Ok(prolonged), Err)
}

/// Nobody is there to explain dates that limits stop, so these are left out. A series that cannot go on at all ends, and its
/// organizer is asked about it like any other.
async fn one(app: &App, ending: Ending) -> Result<bool> {
    let stopped = match attempt(app, ending, &[]).await {
        Err(AppError::SeriesStopped(dates)) => dates.iter().map(|date| date.original.date()).collect::<Vec<_>>(),
        Err(AppError::Refused(_) | AppError::Denied | AppError::NotFound) => return end(app, ending).await,
        done => return done,
    };
    match attempt(app, ending, &stopped).await {
        Err(AppError::SeriesStopped(_) | AppError::Refused(_) | AppError::Denied) => end(app, ending).await,
        done => done,
    }
}

async fn attempt(app: &App, ending: Ending, skip: &[NaiveDate]) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let (series, last) = super::open(&mut tx, ending.series_id).await?;
    if !series.endless || last.meeting.starts_at != ending.last_at {
        return Ok(false);
    }
    let organizer = store::people::by_id(&mut tx, last.meeting.organizer_id).await?.ok_or(AppError::NotFound)?;
    if organizer.state != PersonState::Active {
        return Err(Refusal::Gone(vec![organizer.name]).into());
    }
    let actor = Actor::load(&mut tx, organizer, None, String::new()).await?.ok_or(AppError::Denied)?;
    let all = store::series::meetings(&mut tx, series.id).await?;
    let wish = more::Wish { shorter: false, less_often: false, without: &[], skip };
    let more = more::plan(&mut tx, app, (&series, &all, &last), &wish).await?;
    if more.fresh {
        store::series::set_aim(&mut tx, series.id, (&series.aim, false)).await?;
    }
    store::series::set_aim(&mut tx, more.series.id, (&series.aim, true)).await?;
    let anchor = more.dates.first().map(|full| full.meeting.id).ok_or(AppError::NotFound)?;
    let until = more.dates.last().cloned().ok_or(AppError::NotFound)?;
    let change = SeriesChange {
        kind: "series_renewed",
        anchor,
        before: None,
        pairs: more.dates.into_iter().map(|full| (None, full)).collect(),
        told: vec![more.series.id],
        note: series.aim.clone(),
        leave: Leave::UpTo(Level::Warn),
    };
    change::change_series(&mut tx, app, &actor, change).await?;
    told_of_round(&mut tx, app, (more.series.id, &until)).await?;
    tx.commit().await?;
    Ok(true)
}

/// From here on it is a series like any other.
async fn end(app: &App, ending: Ending) -> Result<bool> {
    let mut tx = app.db.begin().await?;
    let (series, _) = super::open(&mut tx, ending.series_id).await?;
    store::series::set_aim(&mut tx, series.id, (&series.aim, false)).await?;
    store::series_reviews::ask_anew(&mut tx, ending).await?;
    let deed = Deed {
        action: "series.endless_ended",
        object_kind: "series",
        object_id: Some(series.id.uuid()),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    tx.commit().await?;
    Ok(false)
}
