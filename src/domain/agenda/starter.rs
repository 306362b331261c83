//! Starter agendas: what a purpose usually needs. The words are the reader's and come from the message files.

use super::{ItemKind, Wanted};
use crate::domain::{
    meeting::{Format, Purpose, Stage},
    terms::terms,
};

terms! {
    /// A point that starter agendas are made of.
    Topic {
        /// The number and the gap.
        NumberAndGap = "number_and_gap",
        /// What has moved since last time.
        WhatMoved = "what_moved",
        /// One commitment each.
        Commitment = "commitment",
        /// Decisions and actions.
        Actions = "actions",
        /// The result, and who made it happen.
        Result = "result",
        /// How it was done.
        HowDone = "how_done",
        /// What the rest of us can copy.
        CopyIt = "copy_it",
        /// What is new.
        WhatIsNew = "what_is_new",
        /// Which customers need it, and why.
        ForWhom = "for_whom",
        /// Practise the pitch in pairs.
        Practice = "practice",
        /// The first three customers each.
        FirstCustomers = "first_customers",
        /// The number that is behind.
        BehindNumber = "behind_number",
        /// Causes we can do something about.
        Causes = "causes",
        /// Actions, each with a name and a date.
        Measures = "measures",
        /// When we check the number again.
        NextCheck = "next_check",
        /// What is in the way? One thing each.
        InTheWay = "in_the_way",
        /// The two we take on.
        PickTwo = "pick_two",
        /// Ways to solve them.
        Solutions = "solutions",
        /// Where we stand: market, customers, numbers.
        WhereWeStand = "where_we_stand",
        /// The choices we have.
        Options = "options",
        /// What we choose, and what we leave.
        Choose = "choose",
        /// Next steps, and who tells whom.
        WhoTells = "who_tells",
        /// How are things.
        HowAreYou = "how_are_you",
        /// Deals that need help.
        DealsHelp = "deals_help",
        /// One thing to get better at.
        GetBetter = "get_better",
        /// What we promise each other until next time.
        Promises = "promises",
        /// Who we are.
        Introductions = "introductions",
        /// What you want to achieve.
        CustomerAims = "customer_aims",
        /// Whether and how we go on.
        WhetherNext = "whether_next",
        /// How you work today.
        Today = "today",
        /// What is missing, and what that costs.
        Missing = "missing",
        /// What decides your choice.
        Criteria = "criteria",
        /// Next steps.
        NextSteps = "next_steps",
        /// What we understood last time.
        LastTime = "last_time",
        /// What we suggest, shown on your own case.
        Proposal = "proposal",
        /// Your questions.
        YourQuestions = "your_questions",
        /// What makes you hesitate.
        Concerns = "concerns",
        /// Answers and examples.
        Answers = "answers",
        /// What the quote covers.
        Scope = "scope",
        /// Price and terms.
        Price = "price",
        /// What should be changed.
        Changes = "changes",
        /// The last open points.
        OpenPoints = "open_points",
        /// Agreement and start.
        Agreement = "agreement",
        /// Who does what, and when.
        WhoDoesWhat = "who_does_what",
        /// How it has gone since the start.
        SinceStart = "since_start",
        /// Results against what we promised.
        AgainstPromise = "against_promise",
        /// What we can do better.
        DoBetter = "do_better",
    }
}

/// A point of a starter agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StarterPoint {
    /// What it says.
    pub topic: Topic,
    /// What it is about.
    pub kind: ItemKind,
    /// Planned minutes.
    pub minutes: u32,
    /// What should come of it.
    pub wanted: Wanted,
}

impl StarterPoint {
    /// Whether the organizer leads it; who informs or thanks does the talking, everything else is everybody's.
    #[must_use]
    pub const fn led_by_organizer(&self) -> bool {
        matches!(self.wanted, Wanted::Inform | Wanted::Thank)
    }
}

/// How a meeting for a purpose usually looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// Length in minutes; the points fill it.
    pub minutes: u32,
    /// How people meet.
    pub format: Format,
    /// The points in order.
    pub points: Vec<StarterPoint>,
}

impl Starter {
    /// The same ending ahead of the half or full hour, so that people get to what is next: 25 minutes for 30, 40 for 45, 50
    /// for 60. The longest points give the minutes.
    #[must_use]
    pub fn ending_early(mut self) -> Self {
        let fewer = match self.minutes {
            ..30 => 0,
            30..60 => 5,
            _ => 10,
        };
        for _ in 0..fewer / STEP {
            if let Some(longest) = self.points.iter_mut().rev().max_by_key(|point| point.minutes) {
                longest.minutes = longest.minutes.saturating_sub(STEP);
            }
        }
        self.minutes = self.points.iter().map(|point| point.minutes).sum();
        self
    }
}

/// Points last whole multiples of this many minutes.
const STEP: u32 = 5;

/// The starter for a purpose; `stage` counts for customer meetings only, which begin with the first contact.
#[must_use]
pub fn starter(purpose: Purpose, stage: Option<Stage>) -> Starter {
    let points = match purpose {
        Purpose::Customer => customer(stage.unwrap_or(Stage::FirstContact)),
        other => internal(other),
    };
    let format = match (purpose, stage) {
        (Purpose::Strategy | Purpose::ProductUpdate, _) => Format::Room,
        (Purpose::Customer, Some(Stage::Closing)) => Format::AtCustomer,
        _ => Format::Video,
    };
    Starter { minutes: points.iter().map(|p| p.minutes).sum(), format, points: points.to_vec() }
}

macro_rules! points {
    ($($topic:ident $kind:ident $minutes:literal $wanted:ident;)+) => {
        &[$(StarterPoint { topic: Topic::$topic, kind: ItemKind::$kind, minutes: $minutes, wanted: Wanted::$wanted }),+]
    };
}

const fn internal(purpose: Purpose) -> &'static [StarterPoint] {
    match purpose {
        Purpose::Recognition => points! {
            Result Recognition 5 Thank;
            HowDone Recognition 5 Inform;
            CopyIt Free 5 Gather;
        },
        Purpose::ProductUpdate => points! {
            WhatIsNew ProductUpdate 15 Inform;
            ForWhom ProductUpdate 10 Gather;
            Practice Presentation 15 Gather;
            FirstCustomers Free 5 Decide;
        },
        Purpose::Shortfall => points! {
            BehindNumber Shortfall 5 Inform;
            Causes Challenge 15 Gather;
            Measures Shortfall 20 Decide;
            NextCheck Targets 5 Decide;
        },
        Purpose::Challenges => points! {
            InTheWay Challenge 15 Gather;
            PickTwo Challenge 5 Decide;
            Solutions Challenge 20 Gather;
            Actions Free 5 Decide;
        },
        Purpose::Strategy => points! {
            WhereWeStand Strategy 10 Inform;
            Options Strategy 20 Gather;
            Choose Strategy 20 Decide;
            WhoTells Free 10 Decide;
        },
        Purpose::OneToOne => points! {
            HowAreYou Free 5 Gather;
            DealsHelp Challenge 10 Gather;
            GetBetter Free 10 Decide;
            Promises Free 5 Decide;
        },
        Purpose::Targets | Purpose::Customer => points! {
            NumberAndGap Targets 5 Inform;
            WhatMoved Targets 10 Gather;
            Commitment Targets 10 Decide;
            Actions Free 5 Decide;
        },
    }
}

const fn customer(stage: Stage) -> &'static [StarterPoint] {
    match stage {
        Stage::FirstContact => points! {
            Introductions Presentation 5 Inform;
            CustomerAims Free 15 Gather;
            WhetherNext Free 10 Decide;
        },
        Stage::Needs => points! {
            Today Free 15 Gather;
            Missing Challenge 15 Gather;
            Criteria Free 10 Gather;
            NextSteps Free 5 Decide;
        },
        Stage::Presentation => points! {
            LastTime Free 5 Inform;
            Proposal Presentation 25 Inform;
            YourQuestions Free 10 Gather;
            NextSteps Free 5 Decide;
        },
        Stage::Objections => points! {
            Concerns Challenge 10 Gather;
            Answers Presentation 15 Inform;
            NextSteps Free 5 Decide;
        },
        Stage::Quote => points! {
            Scope Presentation 15 Inform;
            Price Free 15 Gather;
            Changes Challenge 10 Gather;
            NextSteps Free 5 Decide;
        },
        Stage::Closing => points! {
            OpenPoints Challenge 10 Decide;
            Agreement Free 15 Decide;
            WhoDoesWhat Free 5 Decide;
        },
        Stage::FollowUp => points! {
            SinceStart Free 10 Gather;
            AgainstPromise Targets 10 Inform;
            DoBetter Challenge 5 Gather;
            NextSteps Free 5 Decide;
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn all() -> Vec<Starter> {
        let internal = Purpose::ALL.iter().map(|p| starter(*p, None));
        internal.chain(Stage::ALL.iter().map(|s| starter(Purpose::Customer, Some(*s)))).collect()
    }

    #[test]
    fn every_starter_fits_a_calendar_and_ends_in_something() {
        for starter in all() {
            assert!((3..=5).contains(&starter.points.len()), "{starter:?}");
            assert!(starter.minutes % 15 == 0 && (15..=60).contains(&starter.minutes), "{starter:?}");
            let last = starter.points.last().unwrap();
            assert!(matches!(last.wanted, Wanted::Decide | Wanted::Gather), "{starter:?}");
        }
    }

    #[test]
    fn meetings_that_end_early_leave_time_to_get_to_the_next_one() {
        for starter in all() {
            let early = starter.clone().ending_early();
            let expected = match starter.minutes {
                15 => 15,
                30 => 25,
                45 => 40,
                _ => 50,
            };
            assert_eq!(early.minutes, expected, "{starter:?}");
            assert_eq!(early.points.iter().map(|p| p.minutes).sum::<u32>(), expected);
            assert!(early.points.iter().all(|p| p.minutes >= 5), "{early:?}");
        }
    }

    #[test]
    fn every_topic_is_used_and_purposes_differ() {
        let used: HashSet<Topic> = all().iter().flat_map(|s| &s.points).map(|p| p.topic).collect();
        assert_eq!(used.len(), Topic::ALL.len());
        let first: HashSet<Topic> = Purpose::ALL.iter().map(|p| starter(*p, None).points[0].topic).collect();
        assert_eq!(first.len(), Purpose::ALL.len());
    }
}
