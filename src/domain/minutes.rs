//! Minutes: what is written about a meeting, who may read which part, and how two people write at once.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{
    course::{Achieved, Fate, Outcome, Presence},
    ids::{ActionId, AttendeeId, MeetingId},
    meeting::Party,
    terms::terms,
};

pub mod merge;

/// Longest decision, action, result or next step, in characters.
pub const MAX_LINE: usize = 500;
/// Longest notes of a point, and longest private note, in characters.
pub const MAX_NOTES: usize = 8_000;
/// Longest minutes with everything in them, in characters, and longest private notes on one meeting: what is stored always
/// fits into its form again.
pub const MAX_ALL: usize = 100_000;
/// Most decisions of a meeting, and most actions.
pub const MAX_ROWS: usize = 60;
/// Answers to "worth the time?" under which the average is not shown: fewer would tell who said what.
pub const FEWEST_SCORES: i64 = 4;

terms! {
    /// Where minutes stand.
    State {
        /// Being written.
        Open = "open",
        /// Not changed any more.
        Closed = "closed",
    }
}

terms! {
    /// Where an action stands.
    ActionState {
        /// To be done.
        Open = "open",
        /// Done.
        Done = "done",
        /// Not needed any more.
        Dropped = "dropped",
    }
}

/// Everything that the minutes of a meeting say. Frozen into each edition and into the mails about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// Title of the meeting.
    pub title: String,
    /// Planned start and end.
    pub planned: (DateTime<Utc>, DateTime<Utc>),
    /// When it really began and ended, where it was run from its page.
    pub ran: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    /// Whether it took place.
    pub outcome: Option<Outcome>,
    /// Whether it reached what it was for.
    pub achieved: Option<Achieved>,
    /// What came of it, in a line; may be empty.
    pub result: String,
    /// What happens next; may be empty.
    pub next_step: String,
    /// By which day.
    pub next_step_on: Option<NaiveDate>,
    /// Whether customers may read result and next step.
    pub shared: bool,
    /// Who was there, by name; those of whom nothing is said are left out.
    pub people: Vec<(String, Presence)>,
    /// The points in order.
    pub points: Vec<MinutedPoint>,
    /// What was decided.
    pub decisions: Vec<MinutedDecision>,
    /// What is to be done.
    pub actions: Vec<MinutedAction>,
    /// Who was thanked. Older editions do not have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thanks: Vec<MinutedThanks>,
    /// Start of the meeting that comes next; in mails for those only who are in it.
    pub next_at: Option<DateTime<Utc>>,
}

/// A point in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedPoint {
    /// Its title.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// Minutes that it took; 0 where nobody looked at the clock.
    pub minutes: u32,
    /// What was said; may be empty.
    pub notes: String,
    /// Whether customers may read it.
    pub shared: bool,
}

/// Thanks in minutes; for colleagues only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedThanks {
    /// Who was thanked.
    pub name: String,
    /// What for.
    pub reason: String,
    /// The number behind it; may be empty.
    pub metric: String,
}

/// A decision in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedDecision {
    /// What was decided.
    pub body: String,
    /// Whether customers may read it.
    pub shared: bool,
}

/// An action in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedAction {
    /// Which one; older editions and mails do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ActionId>,
    /// What is to be done.
    pub body: String,
    /// Who does it; `None` where nobody has taken it.
    pub owner: Option<(AttendeeId, String)>,
    /// By which day.
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: ActionState,
    /// Whether customers may read it.
    pub shared: bool,
}

impl MinutesBody {
    /// Whether this is something that the reader is still to do.
    #[must_use]
    pub fn is_own(&self, action: &MinutedAction) -> bool {
        action.state == ActionState::Open && action.owner.as_ref().is_some_and(|(id, _)| *id == self.attendee)
    }
}

impl Minutes {
    /// The part that customers may read: what was ticked and nothing else. `None` when nothing was. When the next meeting is,
    /// is for the caller to add, who knows who is in it.
    #[must_use]
    pub fn for_customers(&self) -> Option<Self> {
        let line = |text: &str| if self.shared { text.to_owned() } else { String::new() };
        let part = Self {
            title: self.title.clone(),
            planned: self.planned,
            ran: (None, None),
            outcome: None,
            achieved: None,
            result: line(&self.result),
            next_step: line(&self.next_step),
            next_step_on: self.next_step_on.filter(|_| self.shared),
            shared: self.shared,
            thanks: Vec::new(),
            people: Vec::new(),
            points: self.points.iter().filter(|p| p.shared && !p.notes.is_empty()).cloned().collect(),
            decisions: self.decisions.iter().filter(|d| d.shared).cloned().collect(),
            actions: self.actions.iter().filter(|a| a.shared).cloned().collect(),
            // Which meeting comes next may be none of their business.
            next_at: None,
        };
        let lists = part.points.is_empty() && part.decisions.is_empty() && part.actions.is_empty();
        let silent = lists && part.result.is_empty() && part.next_step.is_empty();
        (!silent).then_some(part)
    }
}

/// The mail to everybody when minutes are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesBody {
    /// The meeting.
    pub meeting: MeetingId,
    /// The how many-th edition.
    pub edition: u32,
    /// The reader in the meeting.
    pub attendee: AttendeeId,
    /// Version of the reader's answer link, behind which they say whether it was worth the time.
    pub link_version: u32,
    /// The contact to whom the link "no more invitations" belongs; colleagues get none.
    pub stop: Option<uuid::Uuid>,
    /// Whether the reader is asked if it was worth the time.
    pub asks_worth: bool,
    /// Who plans the meeting.
    pub organizer: Party,
    /// What the reader may read.
    pub minutes: Minutes,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes() -> Minutes {
        let at = "2026-11-25T13:00:00Z".parse().unwrap();
        let point = |title: &str, notes: &str, shared| MinutedPoint {
            title: title.to_owned(),
            fate: Fate::Discussed,
            minutes: 10,
            notes: notes.to_owned(),
            shared,
        };
        let action = |body: &str, shared| MinutedAction {
            id: None,
            body: body.to_owned(),
            owner: None,
            due_on: None,
            state: ActionState::Open,
            shared,
        };
        Minutes {
            title: "Quote".to_owned(),
            planned: (at, at),
            ran: (Some(at), Some(at)),
            outcome: Some(Outcome::Held),
            achieved: Some(Achieved::Partly),
            result: "They want it".to_owned(),
            next_step: "Send the quote".to_owned(),
            next_step_on: "2026-12-01".parse().ok(),
            shared: false,
            people: vec![("Ola".to_owned(), Presence::Absent)],
            points: vec![point("Price", "Our floor is 90", false), point("Scope", "All of it", true)],
            decisions: vec![MinutedDecision { body: "No rebate".to_owned(), shared: false }],
            actions: vec![action("Call the boss", false)],
            thanks: Vec::new(),
            next_at: Some(at),
        }
    }

    #[test]
    fn customers_read_what_was_ticked_and_nothing_else() {
        let all = minutes();
        let told = |m: &Minutes| serde_json::to_string(&m.for_customers()).unwrap();
        let words = ["They want it", "Send the quote", "2026-12-01", "All of it", "No rebate", "Call the boss"];
        let never = ["Our floor", "Ola", "absent", "partly", "held"];
        let seen = |m: &Minutes| words.into_iter().filter(|w| told(m).contains(w)).collect::<Vec<_>>();
        assert_eq!(seen(&all), ["All of it"]);
        assert_eq!(all.for_customers().unwrap().next_at, None);
        assert_eq!(seen(&Minutes { shared: true, ..all.clone() }), [words[0], words[1], words[2], words[3]]);
        let mut more = all.clone();
        more.decisions[0].shared = true;
        more.actions[0].shared = true;
        assert_eq!(seen(&more), [words[3], words[4], words[5]]);
        for word in never {
            assert!(!told(&more).contains(word), "{word}");
        }
        let mut none = all;
        none.points[1].shared = false;
        assert_eq!(none.for_customers(), None);
        none.points[0] = MinutedPoint { notes: String::new(), shared: true, ..none.points[0].clone() };
        assert_eq!(none.for_customers(), None, "a title alone says nothing");
    }
}
