//! Minutes as they are read: on the page, on paper, and as an earlier edition.

use crate::{
    app::{actions, actor::Actor, course::Story},
    domain::{
        course::{Fate, Presence},
        ids::ActionId,
        minutes::{ActionState, MinutedAction, MinutedPoint, Minutes},
    },
    i18n::{Texts, course as words, format::Format},
};

/// Minutes in the reader's words.
pub(in crate::web) struct Sheet {
    /// Outcome, and whether it reached what it was for.
    pub(in crate::web) outcome: String,
    pub(in crate::web) result: String,
    pub(in crate::web) next_step: String,
    pub(in crate::web) ran: String,
    pub(in crate::web) next_at: String,
    pub(in crate::web) people: Vec<(String, String)>,
    pub(in crate::web) points: Vec<PointLine>,
    pub(in crate::web) thanks: Vec<String>,
    pub(in crate::web) decisions: Vec<(String, bool)>,
    pub(in crate::web) actions: Vec<ActionLine>,
}

pub(in crate::web) struct PointLine {
    pub(in crate::web) title: String,
    pub(in crate::web) about: String,
    pub(in crate::web) notes: String,
    pub(in crate::web) shared: bool,
}

pub(in crate::web) struct ActionLine {
    pub(in crate::web) what: String,
    pub(in crate::web) who: String,
    pub(in crate::web) due: String,
    pub(in crate::web) state: ActionState,
    pub(in crate::web) words: String,
    pub(in crate::web) shared: bool,
    /// The action, for whoever may say where it stands.
    pub(in crate::web) settles: Option<ActionId>,
}

impl Sheet {
    /// The words for minutes.
    pub(in crate::web) fn of(t: &Texts, f: &Format, m: &Minutes) -> Self {
        let outcome = m.outcome.map(|outcome| words::outcome(t, outcome));
        let achieved = m.achieved.map(|achieved| words::achieved(t, achieved));
        let said: Vec<String> = outcome.into_iter().chain(achieved).collect();
        let names = |presence: Presence| {
            let there = m.people.iter().filter(|(_, said)| *said == presence);
            let names: Vec<&str> = there.map(|(name, _)| name.as_str()).collect();
            (words::presence(t, presence), names.join(", "))
        };
        let people = Presence::ALL.iter().map(|presence| names(*presence));
        Self {
            outcome: said.join(" · "),
            result: m.result.clone(),
            next_step: match m.next_step_on {
                Some(day) if !m.next_step.is_empty() => t.minutes_by_day(m.next_step.clone(), f.day_month(day)),
                _ => m.next_step.clone(),
            },
            ran: match m.ran {
                (Some(began), Some(ended)) => t.minutes_ran(f.time_range(began, ended)),
                _ => String::new(),
            },
            next_at: m.next_at.map(|at| f.subject_when(at)).unwrap_or_default(),
            people: people.filter(|(_, names)| !names.is_empty()).collect(),
            points: m.points.iter().map(|p| point(t, f, p)).collect(),
            thanks: m.thanks.iter().map(|thanks| words::thanks(t, thanks)).collect(),
            decisions: m.decisions.iter().map(|d| (d.body.clone(), d.shared)).collect(),
            actions: m.actions.iter().map(|a| action(t, f, a)).collect(),
        }
    }

    /// As they stand, with a button beside each action that the reader may settle.
    pub(in crate::web) fn of_story((t, f): (&Texts, &Format), actor: &Actor, story: &Story, minutes: &Minutes) -> Self {
        let mut sheet = Self::of(t, f, minutes);
        sheet.next_at = story.next_seen_by(actor).map(|at| f.subject_when(at)).unwrap_or_default();
        for (line, action) in sheet.actions.iter_mut().zip(&story.actions) {
            line.settles = actions::may_settle(actor, &story.opened.full, action).then_some(action.id);
        }
        sheet
    }
}

fn point(t: &Texts, f: &Format, p: &MinutedPoint) -> PointLine {
    let fate = (p.fate != Fate::Discussed).then(|| words::fate(t, p.fate));
    let time = (p.minutes > 0).then(|| f.duration(p.minutes));
    let about: Vec<String> = fate.into_iter().chain(time).collect();
    PointLine { title: p.title.clone(), about: about.join(" · "), notes: p.notes.clone(), shared: p.shared }
}

fn action(t: &Texts, f: &Format, a: &MinutedAction) -> ActionLine {
    ActionLine {
        what: a.body.clone(),
        who: a.owner.as_ref().map_or_else(|| t.minutes_nobody(), |(_, name)| name.clone()),
        due: a.due_on.map(|day| f.day_month(day)).unwrap_or_default(),
        state: a.state,
        words: words::action_state(t, a.state),
        shared: a.shared,
        settles: None,
    }
}
