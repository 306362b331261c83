//! What the page of a meeting says about how it goes: what comes back from last time, where to run it and write about it,
//! and what came of it.

use crate::{
    app::course::{self, Returning, Story},
    domain::{
        course::{EARLY, carry::Choice},
        ids::PointId,
        meeting::Status,
        minutes::State,
    },
    i18n::course as words,
    store::{self, Tx, actions::Listed, meetings::FullMeeting},
    web::{
        caller::Caller,
        course::{sheet::Sheet, worth::Verdict},
        failure::Failure,
    },
};

/// What there is to say; nothing for a meeting that is called off or waits.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one part of the page is there")]
pub(in crate::web) struct Aftermath {
    /// Whether it can be run from the shared screen now.
    pub(in crate::web) runs: bool,
    /// Whether there are minutes to write or to read.
    pub(in crate::web) minutes: bool,
    /// Whether the minutes are closed.
    pub(in crate::web) closed: bool,
    pub(in crate::web) sheet: Option<Sheet>,
    /// Open actions from earlier meetings.
    pub(in crate::web) open_actions: Vec<String>,
    pub(in crate::web) returning: Vec<ReturningRow>,
    /// Whether the reader decides on what comes back.
    pub(in crate::web) chooses: bool,
    pub(in crate::web) worth: Verdict,
}

pub(in crate::web) struct ReturningRow {
    pub(in crate::web) id: PointId,
    pub(in crate::web) title: String,
    pub(in crate::web) about: String,
    /// What can be said about it.
    pub(in crate::web) choices: Vec<(&'static str, String)>,
}

impl Aftermath {
    /// What the page of a meeting says.
    pub(in crate::web) async fn of(tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<Self, Failure> {
        let (now, actor, m) = (caller.now(), caller.actor()?, &full.meeting);
        if m.status != Status::Confirmed {
            return Ok(Self::default());
        }
        let near = m.starts_at - chrono::TimeDelta::minutes(EARLY) <= now;
        let opened = course::read(tx, full.clone(), now).await?;
        let known = opened.course.version > 0;
        let writes = opened.takes_notes(now) && actor.may_record(full).is_ok();
        let may_begin = crate::domain::course::may_begin(now, (m.starts_at, m.ends_at));
        let mut after = Self {
            runs: opened.runs(now) || (writes && may_begin && opened.course.ended_at.is_none()),
            minutes: near && (known || writes),
            closed: opened.course.state == State::Closed,
            chooses: actor.may_change(full).is_ok() && !known && m.ends_at > now,
            worth: Verdict::of(tx, caller, full).await?,
            ..Self::default()
        };
        if known {
            let story = course::story(tx, opened).await?;
            after.sheet = Some(sheet(caller, &story)?);
        } else if m.ends_at > now {
            after.look_back(tx, caller, full).await?;
        }
        Ok(after)
    }

    async fn look_back(&mut self, tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<(), Failure> {
        let previous = store::course::previous_of(tx, &full.meeting).await?;
        let actions = store::actions::open_before(tx, &previous, full.meeting.starts_at).await?;
        self.open_actions = actions.iter().map(|a| open_action(caller, a)).collect();
        let returning = course::returning(tx, full).await?;
        self.returning = returning.iter().map(|back| row(caller, back)).collect();
        Ok(())
    }

    /// Whether anything comes back.
    pub(in crate::web) fn looks_back(&self) -> bool {
        !self.open_actions.is_empty() || !self.returning.is_empty()
    }
}

fn sheet(caller: &Caller, story: &Story) -> Result<Sheet, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    Ok(Sheet::of_story((t, &f), caller.actor()?, story, &story.minutes(caller.now())))
}

/// `Ola Berg: Call Kone (by Fri 27 Nov)`
fn open_action(caller: &Caller, listed: &Listed) -> String {
    let (t, f, action) = (caller.texts(), caller.format(), &listed.action);
    let what = match action.due_on {
        Some(day) => t.minutes_by_day(action.body.clone(), f.day_month(day)),
        None => action.body.clone(),
    };
    match &listed.owner {
        Some(name) => t.minutes_owner_does(name.clone(), what),
        None => what,
    }
}

fn row(caller: &Caller, back: &Returning) -> ReturningRow {
    let t = caller.texts();
    let stands = match (back.on_agenda, back.point.choice) {
        (true, _) => Some(t.carry_on_agenda()),
        (false, Some(Choice::Skip)) => Some(t.carry_skipped_now()),
        (false, _) => None,
    };
    let about: Vec<String> = [words::why(t, back.why)].into_iter().chain(stands).collect();
    let open = |choice: &&Choice| match **choice {
        Choice::Keep | Choice::Drop => !back.on_agenda,
        Choice::Skip => !back.on_agenda && back.point.choice != Some(Choice::Skip),
    };
    ReturningRow {
        id: back.point.id,
        title: back.point.title.clone(),
        about: about.join(" · "),
        choices: Choice::ALL.iter().filter(open).map(|c| (c.as_str(), words::choice(t, *c))).collect(),
    }
}
