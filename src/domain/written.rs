//! A written update: what a meeting would have been about, mailed to its people instead.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    agenda::{ItemKind, Wanted},
    ids::UpdateId,
    meeting::{AttendeeRole, Party, Purpose},
    planning::{Invitee, Owner, Point},
    text::SafeText,
};

/// Longest text, in characters.
pub const MAX_WORDS: usize = 4_000;
/// How far ahead answers may be asked for, in days.
pub const MAX_ANSWER_DAYS: u64 = 366;

/// A plan that is sent in writing, as a form gives it once everything in it is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What the meeting would have been for.
    pub purpose: Purpose,
    /// Title.
    pub title: String,
    /// Everybody but the author.
    pub invitees: Vec<Invitee>,
    /// The points in order.
    pub agenda: Vec<Point>,
    /// Whether customers see who else gets it.
    pub open_guest_list: bool,
    /// How long the meeting would have taken, in minutes.
    pub minutes: u32,
    /// What people need to know, several lines; may be empty when there is an agenda.
    pub words: String,
    /// Until when answers are asked for, a day of the author's calendar.
    pub answer_by: Option<NaiveDate>,
}

impl Draft {
    /// Whether it says anything beside its title.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.told().next().is_some() || !SafeText::block(&self.words, MAX_WORDS).is_empty()
    }

    /// The points that may leave the house.
    fn told(&self) -> impl Iterator<Item = &Point> {
        self.agenda.iter().filter(|point| !point.kind.stays_inside())
    }

    /// What everybody gets to read. `seat` gives number and name of the invitee at a place of [`Self::invitees`].
    #[must_use]
    pub fn content(&self, author: &str, seat: impl Fn(usize) -> Option<(usize, String)>) -> Content {
        let lead = |owner: &Owner| match owner {
            Owner::Everyone => Lead::Everyone,
            Owner::Organizer => Lead::Seat { seat: 0, name: author.to_owned() },
            Owner::Invitee(place) => seat(*place).map_or(Lead::Everyone, |(seat, name)| Lead::Seat { seat, name }),
        };
        let point = |point: &Point| WrittenPoint {
            kind: point.kind,
            title: point.title.clone(),
            wanted: point.wanted,
            lead: lead(&point.owner),
        };
        Content {
            title: self.title.clone(),
            purpose: self.purpose,
            words: SafeText::block(&self.words, MAX_WORDS).into(),
            points: self.told().map(point).collect(),
            answer_by: self.answer_by,
            minutes: self.minutes,
            of_meeting: None,
        }
    }
}

/// Whether answers may be asked for until that day.
#[must_use]
pub fn answers_fit(day: NaiveDate, today: NaiveDate) -> bool {
    day >= today && today.checked_add_days(Days::new(MAX_ANSWER_DAYS)).is_none_or(|last| day <= last)
}

/// Whether somebody who would have taken part like this had to be there, and so gets the time back.
#[must_use]
pub const fn gets_time_back(role: AttendeeRole) -> bool {
    matches!(role, AttendeeRole::Chair | AttendeeRole::Required)
}

/// Who leads a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// Everyone.
    Everyone,
    /// The author (seat 0), or the recipient with this number.
    Seat {
        /// Number.
        seat: usize,
        /// Display name.
        name: String,
    },
    /// Somebody whose name this reader may not know.
    Unnamed,
}

/// A point of what would have been the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenPoint {
    /// What it is about.
    pub kind: ItemKind,
    /// One line.
    pub title: String,
    /// What should come out of it.
    pub wanted: Wanted,
    /// Who leads it.
    pub lead: Lead,
}

/// What an update says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// One line.
    pub title: String,
    /// What the meeting would have been for.
    pub purpose: Purpose,
    /// Several lines; may be empty.
    pub words: String,
    /// The points in order.
    pub points: Vec<WrittenPoint>,
    /// Until when answers are asked for.
    pub answer_by: Option<NaiveDate>,
    /// How long the meeting would have taken, in minutes.
    pub minutes: u32,
    /// The meeting that it spares a point of; `None` where it spares the whole meeting. Older mails do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_meeting: Option<String>,
}

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addressee {
    /// Number; the author has 0.
    pub seat: usize,
    /// How they would have taken part.
    pub role: AttendeeRole,
    /// A customer's contact.
    pub customer: bool,
    /// The contact to whom the link "no more invitations" belongs; colleagues get none.
    pub stop: Option<Uuid>,
}

impl Content {
    /// The mail to one reader. Customers see no names but the author's and their own, unless the guest list is open; and
    /// to them it would sound as if time with them were a burden, so nobody tells them that they get it back.
    #[must_use]
    pub fn letter_to(&self, to: Addressee, open: bool, (update, author): (UpdateId, &Party)) -> WrittenBody {
        let mut content = self.clone();
        if to.customer && !open {
            for point in &mut content.points {
                if matches!(point.lead, Lead::Seat { seat, .. } if seat != 0 && seat != to.seat) {
                    point.lead = Lead::Unnamed;
                }
            }
        }
        WrittenBody {
            update,
            author: author.clone(),
            content,
            customer: to.customer,
            time_back: !to.customer && gets_time_back(to.role),
            stop: to.stop,
        }
    }
}

/// A mail that takes the place of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenBody {
    /// The update; its page is for those who can sign in.
    pub update: UpdateId,
    /// Who writes, and gets the answers.
    pub author: Party,
    /// What it says to this reader.
    pub content: Content,
    /// Whether the reader is a customer.
    pub customer: bool,
    /// Whether the reader would have had to come.
    pub time_back: bool,
    /// See [`Addressee::stop`].
    pub stop: Option<Uuid>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let point = |title: &str, owner| Point {
            kind: ItemKind::Targets,
            title: title.to_owned(),
            minutes: 5,
            owner,
            wanted: Wanted::Decide,
        };
        Draft {
            purpose: Purpose::Targets,
            title: "Targets".to_owned(),
            invitees: Vec::new(),
            agenda: vec![point("a", Owner::Organizer), point("b", Owner::Invitee(0)), point("c", Owner::Invitee(1))],
            open_guest_list: false,
            minutes: 30,
            words: " \r\nOne\r\nTwo\u{202e} \n".to_owned(),
            answer_by: None,
        }
    }

    fn leads(customer: bool, seat: usize, open: bool) -> Vec<Lead> {
        let content = draft().content("Anna", |place| Some((place + 1, format!("Guest {place}"))));
        let to = Addressee { seat, role: AttendeeRole::Required, customer, stop: None };
        let author = Party { name: "Anna".to_owned(), email: "anna@nordvik.example".to_owned() };
        let body = content.letter_to(to, open, (Uuid::nil().into(), &author));
        assert_eq!(body.time_back, !customer);
        assert_eq!(body.content.words, "One\nTwo");
        body.content.points.into_iter().map(|point| point.lead).collect()
    }

    #[test]
    fn customers_see_no_other_names() {
        let seat = |seat: usize, name: &str| Lead::Seat { seat, name: name.to_owned() };
        let all = [seat(0, "Anna"), seat(1, "Guest 0"), seat(2, "Guest 1")];
        assert_eq!(leads(false, 2, false), all);
        assert_eq!(leads(true, 2, true), all);
        assert_eq!(leads(true, 2, false), [seat(0, "Anna"), Lead::Unnamed, seat(2, "Guest 1")]);
    }

    #[test]
    fn what_stays_inside_is_not_sent() {
        let mut draft = draft();
        draft.agenda[1].kind = ItemKind::Guidance;
        let titles = draft.content("Anna", |_| None).points.into_iter().map(|p| p.title).collect::<Vec<_>>();
        assert_eq!(titles, ["a", "c"]);
        draft.agenda.retain(|point| point.kind == ItemKind::Guidance);
        assert!(!Draft { words: String::new(), ..draft }.says_something());
    }

    #[test]
    fn something_must_be_said() {
        let empty = Draft { agenda: Vec::new(), words: " \u{200b}\n".to_owned(), ..draft() };
        assert!(draft().says_something() && !empty.says_something());
        assert!(Draft { words: "x".to_owned(), ..empty }.says_something());
    }

    #[test]
    fn answers_are_asked_for_within_a_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-23");
        for (until, fits) in [("2026-11-22", false), ("2026-11-23", true), ("2027-11-24", true), ("2027-11-25", false)]
        {
            assert_eq!(answers_fit(day(until), today), fits, "{until}");
        }
        assert!(answers_fit(NaiveDate::MAX, NaiveDate::MAX));
    }
}
