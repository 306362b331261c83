//! An edit of several dates at once: what was changed on the page of one date is changed on the others. Whatever else
//! somebody made different on one of them stays as it is.

use crate::domain::{
    agenda::ItemKind,
    email::EmailAddress,
    meeting::{Format, Purpose, Stage},
    planning::{Details, Guest, Invitee, Owner, Point, Video},
    terms::terms,
};

/// What an edit changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Patch {
    purpose: Option<(Purpose, Option<Stage>)>,
    title: Option<String>,
    place: Option<(Format, String, Option<Video>)>,
    open_guest_list: Option<bool>,
    /// Whoever is new.
    joined: Vec<Bound>,
    /// Whose part has changed. Somebody who was taken out of a date stays out of it.
    changed: Vec<Bound>,
    left: Vec<Guest>,
    agenda: Option<Vec<(Point, Option<Guest>)>>,
}

terms! {
    /// Which dates an edit is about.
    Scope {
        /// Only this one.
        This = "this",
        /// This one and those after it.
        Following = "following",
        /// All that are to come.
        All = "all",
    }
}

/// A part of a meeting that one date had of its own and that an edit of all sets anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Purpose.
    Purpose,
    /// Title.
    Title,
    /// Format, place and link.
    Place,
    /// Who sees whom.
    GuestList,
    /// The agenda.
    Agenda,
}

impl Patch {
    /// What leads from one version of a date to the next.
    #[must_use]
    pub fn between(old: &Details, new: &Details) -> Self {
        let before: Vec<Bound> = bound_all(old);
        let known = |bound: &Bound| find(&old.invitees, &bound.0.guest).is_some();
        let (changed, joined) = bound_all(new).into_iter().filter(|bound| !before.contains(bound)).partition(known);
        let gone = |invitee: &&Invitee| find(&new.invitees, &invitee.guest).is_none();
        Self {
            purpose: differs(&(old.purpose, old.stage), (new.purpose, new.stage)),
            title: differs(&old.title, new.title.clone()),
            place: differs(&place(old), place(new)),
            open_guest_list: differs(&old.open_guest_list, new.open_guest_list),
            joined,
            changed,
            left: old.invitees.iter().filter(gone).map(|invitee| invitee.guest.clone()).collect(),
            agenda: differs(&agenda(old), agenda(new)),
        }
    }

    /// Whether nothing was changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A date with the edit made on it.
    #[must_use]
    pub fn applied(&self, date: &Details) -> Details {
        let mut after = date.clone();
        if let Some((purpose, stage)) = self.purpose {
            (after.purpose, after.stage) = (purpose, stage);
        }
        if let Some(title) = &self.title {
            after.title.clone_from(title);
        }
        if let Some((format, place, video)) = &self.place {
            (after.format, after.place, after.video) = (*format, place.clone(), video.clone());
        }
        after.open_guest_list = self.open_guest_list.unwrap_or(after.open_guest_list);
        let points = self.agenda.clone().unwrap_or_else(|| agenda(date));
        let mut bound = bound_all(date);
        bound.retain(|(invitee, _)| !self.left.iter().any(|guest| same(guest, &invitee.guest)));
        for theirs in self.joined.iter().chain(&self.changed) {
            if let Some(known) = bound.iter_mut().find(|(known, _)| same(&known.guest, &theirs.0.guest)) {
                known.clone_from(theirs);
            }
        }
        let absent = |(invitee, _): &&Bound| find(&date.invitees, &invitee.guest).is_none();
        bound.extend(self.joined.iter().filter(absent).cloned());
        // Somebody whose points are not on a date's agenda has nothing to come for.
        after.invitees = bound.into_iter().filter_map(|bound| placed(bound, &points)).collect();
        after.agenda = points.into_iter().map(|point| owned(point, &after.invitees)).collect();
        after
    }

    /// What `date` had of its own, seen from the date that was edited, and would lose.
    #[must_use]
    pub fn clashes(&self, edited: &Details, date: &Details) -> Vec<Part> {
        let cases = [
            (Part::Purpose, self.purpose.is_some() && edited.purpose != date.purpose),
            (Part::Title, self.title.is_some() && edited.title != date.title),
            (Part::Place, self.place.is_some() && place(edited) != place(date)),
            (Part::GuestList, self.open_guest_list.is_some() && edited.open_guest_list != date.open_guest_list),
            (Part::Agenda, self.agenda.is_some() && agenda(edited) != agenda(date)),
        ];
        cases.into_iter().filter(|(_, clash)| *clash).map(|(part, _)| part).collect()
    }

    /// Whether it brings a new video link, which then is the same for all dates.
    #[must_use]
    pub const fn changes_place(&self) -> bool {
        self.place.is_some()
    }
}

/// An invitee by who they are, and the first and last of their points by what those are: the agendas of two dates differ.
type Bound = (Invitee, Option<((ItemKind, String), (ItemKind, String))>);

fn bound_all(details: &Details) -> Vec<Bound> {
    let named = |place: usize| details.agenda.get(place).map(|point| (point.kind, point.title.clone()));
    let bound = |invitee: &Invitee| {
        let points = invitee.points.and_then(|(first, last)| named(first).zip(named(last)));
        (Invitee { points: None, ..invitee.clone() }, points)
    };
    details.invitees.iter().map(bound).collect()
}

fn placed((invitee, bound): Bound, points: &[(Point, Option<Guest>)]) -> Option<Invitee> {
    let Some((first, last)) = bound else { return Some(invitee) };
    let place = |(kind, title): (ItemKind, String)| {
        points.iter().position(|(point, _)| point.kind == kind && point.title == title)
    };
    let places = place(first).zip(place(last)).filter(|(first, last)| first <= last)?;
    Some(Invitee { points: Some(places), ..invitee })
}

fn differs<T: PartialEq>(old: &T, new: T) -> Option<T> {
    (*old != new).then_some(new)
}

fn place(details: &Details) -> (Format, String, Option<Video>) {
    (details.format, details.place.clone(), details.video.clone())
}

/// The points with their owners by who they are, because the lists of two dates may differ.
fn agenda(details: &Details) -> Vec<(Point, Option<Guest>)> {
    let owner = |point: &Point| match point.owner {
        Owner::Invitee(at) => details.invitees.get(at).map(|invitee| invitee.guest.clone()),
        Owner::Everyone | Owner::Organizer => None,
    };
    let unowned = |point: &Point| match point.owner {
        Owner::Invitee(_) => Point { owner: Owner::Everyone, ..point.clone() },
        Owner::Everyone | Owner::Organizer => point.clone(),
    };
    details.agenda.iter().map(|point| (unowned(point), owner(point))).collect()
}

fn owned((point, owner): (Point, Option<Guest>), invitees: &[Invitee]) -> Point {
    let place = owner.and_then(|guest| invitees.iter().position(|invitee| same(&invitee.guest, &guest)));
    Point { owner: place.map_or(point.owner, Owner::Invitee), ..point }
}

fn find<'a>(invitees: &'a [Invitee], guest: &Guest) -> Option<&'a Invitee> {
    invitees.iter().find(|invitee| same(&invitee.guest, guest))
}

/// Somebody new is told by their address.
fn same(a: &Guest, b: &Guest) -> bool {
    match (a, b) {
        (Guest::New { email: a, .. }, Guest::New { email: b, .. }) => EmailAddress::key(a) == EmailAddress::key(b),
        _ => a == b,
    }
}
