//! The judgement of several dates of a series, one after the other, as if they had been planned so.

use super::change::SeriesChange;
use crate::{
    app::{
        actor::Actor,
        change::same_shape,
        context::App,
        error::{AppError, Result, StoppedDate},
        judge::{Judged, Sitting},
        leave::{self, Allowed, Leave, Need, Stopped},
    },
    domain::{
        limits::{consent::Answered, facts::Proposal},
        meeting::Status,
    },
    store::{self, Tx},
};

/// What a date was judged to be, with the limits it passes; `None` where it takes nobody's time that was not taken before.
pub(super) type JudgedDate = Option<(Judged, Vec<Answered>)>;

/// Judges the dates in their order over facts that are read once. The caller holds the locks of everybody concerned.
///
/// # Errors
/// [`AppError::SeriesStopped`] with all the dates that limits stop, or for which somebody else's leave would be needed.
pub(super) async fn judge_dates(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    change: &SeriesChange,
) -> Result<Vec<JudgedDate>> {
    let steps = steps(tx, change).await?;
    let asked: Vec<Proposal> = steps.iter().filter_map(Step::asked).cloned().collect();
    if asked.is_empty() {
        return Ok(steps.iter().map(|_| None).collect());
    }
    let mut sitting = Sitting::open(tx, app.now(), &asked).await?;
    let used = match change.counted(actor) {
        Some(person) => leave::used_in_all(tx, person, &sitting.facts().zone, app.now()).await?,
        None => 0,
    };
    // All of them before the first is judged: a date that goes where another one was must not find it there still.
    for changed in steps.iter().filter_map(Step::lifted) {
        sitting.lift(changed);
    }
    let mut bench = Bench { sitting, used, leave: &change.leave };
    let (mut judged, mut stopped) = (Vec::with_capacity(steps.len()), Vec::new());
    for (step, (_, after)) in steps.iter().zip(&change.pairs) {
        match bench.judge(step)? {
            Ok(date) => judged.push(date),
            Err(why) => {
                let original = after.meeting.original_start.unwrap_or(after.meeting.start_local);
                stopped.push(StoppedDate { original, stopped: why });
            }
        }
    }
    if stopped.is_empty() { Ok(judged) } else { Err(AppError::SeriesStopped(stopped)) }
}

/// What happens to one date.
enum Step {
    /// Nobody's time is taken anew.
    Needless,
    /// It is off, and so is its time.
    Off(Box<Proposal>),
    Asked(Box<Proposal>),
}

impl Step {
    fn asked(&self) -> Option<&Proposal> {
        match self {
            Self::Asked(proposal) => Some(proposal),
            Self::Needless | Self::Off(_) => None,
        }
    }

    /// What its meeting was, where it does not stay so.
    fn lifted(&self) -> Option<&Proposal> {
        match self {
            Self::Asked(proposal) | Self::Off(proposal) => Some(proposal),
            Self::Needless => None,
        }
    }
}

async fn steps(tx: &mut Tx, change: &SeriesChange) -> Result<Vec<Step>> {
    let policy = store::policy::read(tx).await?.settings;
    let mut steps = Vec::with_capacity(change.pairs.len());
    for (old, after) in &change.pairs {
        steps.push(if old.as_ref().is_some_and(|old| same_shape(old, after)) {
            Step::Needless
        } else if after.meeting.status == Status::Cancelled {
            let was = old.as_ref().and_then(|old| leave::proposal((Some(old), old), &policy));
            was.map_or(Step::Needless, |was| Step::Off(Box::new(was)))
        } else {
            let proposal = leave::proposal((old.as_ref(), after), &policy).ok_or(AppError::NotFound)?;
            Step::Asked(Box::new(proposal))
        });
    }
    Ok(steps)
}

struct Bench<'a> {
    sitting: Sitting,
    /// Exceptions of the quarter that are used up by now.
    used: u32,
    leave: &'a Leave,
}

impl Bench<'_> {
    fn judge(&mut self, step: &Step) -> Result<std::result::Result<JudgedDate, Stopped>> {
        let proposal = match step {
            Step::Needless | Step::Off(_) => return Ok(Ok(None)),
            Step::Asked(proposal) => proposal,
        };
        let judged = self.sitting.judge(proposal);
        let ruled = match leave::allowed(judged, self.leave, self.used) {
            Ok(Allowed::Now(judged, passed)) => Ok((judged, passed)),
            Ok(Allowed::Asking(judged, _)) => Err(Stopped { verdict: judged.verdict, need: Need::Other }),
            Err(AppError::Stopped(why)) => Err(*why),
            Err(error) => return Err(error),
        };
        // A date that is stopped stays as it is, and so do those after it find it.
        let stands = if ruled.is_ok() { Some(&proposal.new) } else { proposal.old.as_ref() };
        if let Some((meeting, shape)) = proposal.meeting.zip(stands) {
            self.sitting.made(meeting, shape);
        }
        if let (Ok((_, passed)), true) = (&ruled, matches!(self.leave, Leave::Said(_))) {
            self.used = self.used.saturating_add(leave::own_exceptions(passed));
        }
        Ok(ruled.map(Some))
    }
}
