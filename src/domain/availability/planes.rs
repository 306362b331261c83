//! Everybody's constraints put together: which starts are possible, and how good each is.

use super::{
    bits::Bits,
    people::{Firmness, Need},
    query::{Hours, Selling},
    scene::{Constraint, Scene, Seat},
    tally::Tally,
};

/// What is remembered of one person for the reasons.
#[derive(Debug)]
pub(super) struct Marks {
    /// Starts an optional person cannot make.
    pub(super) missing: Option<Bits>,
    /// Starts that touch tentative engagements.
    pub(super) tentative: Option<Bits>,
}

/// Possible starts with what makes one better than another.
#[derive(Debug)]
pub(super) struct Planes {
    /// Starts that fit everybody required.
    pub(super) possible: Bits,
    missing: Tally,
    selling: Bits,
    outside: Bits,
    discomfort: Bits,
    near: Bits,
    pub(super) marks: Vec<Marks>,
}

impl Planes {
    pub(super) fn of(scene: &Scene) -> Self {
        let size = scene.grid.size;
        let empty = || Bits::none(size);
        let mut planes = Self {
            possible: scene.grid.clock_starts(scene.organizer(), scene.query.increment),
            missing: Tally::new(size),
            selling: empty(),
            outside: empty(),
            discomfort: empty(),
            near: empty(),
            marks: Vec::with_capacity(scene.seats.len()),
        };
        let mut blocked = empty();
        for constraint in Constraint::OF_MEETING {
            scene.rule_out_for_all(constraint, &mut blocked);
        }
        scene.meeting_quotas().for_each(|quota| scene.near((quota, None), &mut planes.near));
        for seat in &scene.seats {
            let marks = match seat.need {
                Need::Required => planes.add_required(scene, seat, &mut blocked),
                Need::Optional => planes.add_optional(scene, seat),
            };
            planes.marks.push(marks);
        }
        planes.possible.subtract(&blocked);
        planes
    }

    fn add_required(&mut self, scene: &Scene, seat: &Seat, blocked: &mut Bits) -> Marks {
        for constraint in Constraint::OF_PERSON {
            scene.rule_out(seat, constraint, blocked);
        }
        let tentative = tentative(scene, seat);
        if let Some(starts) = &tentative {
            self.discomfort.add(starts);
        }
        each_drawback(scene, seat, |drawback| {
            let plane = self.plane(drawback);
            draw(scene, seat, drawback, plane);
        });
        Marks { missing: None, tentative }
    }

    /// What an optional person dislikes counts only where the person can come.
    fn add_optional(&mut self, scene: &Scene, seat: &Seat) -> Marks {
        let mut missing = Bits::none(scene.grid.size);
        for constraint in Constraint::OF_PERSON {
            scene.rule_out(seat, constraint, &mut missing);
        }
        let mut tentative = tentative(scene, seat);
        if let Some(starts) = &mut tentative {
            starts.subtract(&missing);
            self.discomfort.add(starts);
        }
        let mut scratch = Bits::none(scene.grid.size);
        each_drawback(scene, seat, |drawback| {
            scratch.clear();
            draw(scene, seat, drawback, &mut scratch);
            scratch.subtract(&missing);
            self.plane(drawback).add(&scratch);
        });
        self.missing.add(&missing);
        Marks { missing: Some(missing), tentative }
    }

    /// The best of some starts: fewest optional people missing, then no selling time cut, inside everyone's hours,
    /// no lunch, tentative engagement or soft window touched, and not near a limit.
    pub(super) fn best(&self, among: &Bits) -> Bits {
        let mut best = among.clone();
        self.missing.keep_lowest(&mut best);
        for plane in [&self.selling, &self.outside, &self.discomfort, &self.near] {
            best.prefer_outside(plane);
        }
        best
    }

    fn plane(&mut self, drawback: Drawback) -> &mut Bits {
        match drawback {
            Drawback::Selling => &mut self.selling,
            Drawback::Outside => &mut self.outside,
            Drawback::Lunch | Drawback::Quiet => &mut self.discomfort,
            Drawback::Near => &mut self.near,
        }
    }
}

/// What makes a possible start worse.
#[derive(Debug, Clone, Copy)]
enum Drawback {
    Selling,
    Outside,
    Lunch,
    Quiet,
    Near,
}

/// Visits the drawbacks a person can bring, so that nothing is done for the others.
fn each_drawback(scene: &Scene, seat: &Seat, mut visit: impl FnMut(Drawback)) {
    let person = seat.person;
    let strict = seat.hours_known && seat.need == Need::Required && scene.attempt.hours == Hours::Keep;
    if scene.attempt.selling == Selling::Prefer && !person.selling.is_empty() {
        visit(Drawback::Selling);
    }
    if !strict && person.zone.is_some() {
        visit(Drawback::Outside);
    }
    if seat.hours_known && person.working.as_ref().is_some_and(|working| working.hours.lunch.is_some()) {
        visit(Drawback::Lunch);
    }
    if person.windows.iter().any(|window| !window.hard) {
        visit(Drawback::Quiet);
    }
    if !seat.quotas.is_empty() {
        visit(Drawback::Near);
    }
}

fn draw(scene: &Scene, seat: &Seat, drawback: Drawback, starts: &mut Bits) {
    match drawback {
        Drawback::Selling => scene.selling(seat, starts),
        Drawback::Outside => scene.rota(seat).into_iter().for_each(|rota| starts.add(&rota.outside)),
        Drawback::Lunch => scene.rota(seat).into_iter().for_each(|rota| starts.add(&rota.lunch)),
        Drawback::Quiet => scene.windows(seat, false, starts),
        Drawback::Near => seat.quotas.iter().for_each(|quota| scene.near((quota, Some(seat)), starts)),
    }
}

fn tentative(scene: &Scene, seat: &Seat) -> Option<Bits> {
    seat.person.busy.iter().any(|busy| busy.firmness == Firmness::Tentative).then(|| {
        let mut starts = Bits::none(scene.grid.size);
        Scene::engagements(seat, Firmness::Tentative, &mut starts);
        starts
    })
}
