//! Whether a meeting was worth the time: asked of those who came, shown to whoever planned it once four have answered.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::course,
    domain::{ids::MeetingId, minutes::FEWEST_SCORES},
    store::{self, Tx, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure, form::Form, path::One, state::Writes},
};

/// What the reader may say or see.
#[derive(Default)]
pub(in crate::web) struct Verdict {
    /// Whether the reader is asked.
    pub(in crate::web) asks: bool,
    /// What they said; 0 for nothing yet.
    pub(in crate::web) own: i64,
    /// The average in words, for those who plan the meeting.
    pub(in crate::web) average: Option<String>,
}

impl Verdict {
    /// What the reader may say and see about a meeting.
    pub(in crate::web) async fn of(tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<Self, Failure> {
        let (actor, now, t) = (caller.actor()?, caller.now(), caller.texts());
        let own = full.attendees.iter().find(|a| a.person_id == Some(actor.id()) && a.removed_at.is_none());
        let own = own.filter(|a| course::is_asked(&full.meeting, a, now));
        let score = match own {
            Some(own) => store::minutes::score_of(tx, own.id).await?,
            None => None,
        };
        let mut verdict = Self { asks: own.is_some(), own: score.unwrap_or(0), average: None };
        if actor.may_change(full).is_ok() && full.meeting.starts_at <= now {
            let (count, sum) = store::minutes::scores(tx, full.meeting.id).await?;
            verdict.average = match count {
                0 => None,
                1..FEWEST_SCORES => Some(t.worth_few(FEWEST_SCORES)),
                _ => Some(t.worth_average(tenths(caller, count, sum), count)),
            };
        }
        Ok(verdict)
    }
}

/// An average with one decimal, as the reader writes it.
fn tenths(caller: &Caller, count: i64, sum: i64) -> String {
    let tenths = (sum * 20 / count + 1) / 2;
    // The language's own decimal sign, which durations have, too: tenths of an hour are six minutes.
    caller.format().decimal_hours(u32::try_from(tenths * 6).unwrap_or(0))
}

/// `1` to `5`.
pub(in crate::web) fn score(form: &Form) -> Option<i64> {
    form.get("worth").parse().ok().filter(|score| (1..=5).contains(score))
}

pub(super) async fn create(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let mut tx = writes.reads().begin().await?;
    super::seen(&mut tx, &caller, id).await?;
    drop(tx);
    let score = score(&form).ok_or(Failure::Unreadable)?;
    course::by_person(&writes.app, caller.actor()?, id, score).await?;
    let page = if form.get("from") == "minutes" { "/minutes" } else { "" };
    Ok(Redirect::to(&format!("/meetings/{id}{page}?done=worth")).into_response())
}
