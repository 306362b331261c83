//! What came of a meeting.

use askama::Template;
use chrono::NaiveDate;

use super::{Link, RenderError, Rendered, Scene, bodies, line, meeting::first_name, subject};
use crate::{
    domain::{
        course::{Fate, Presence},
        minutes::{ActionState, MAX_NOTES, MinutedAction, MinutedPoint, Minutes, MinutesBody},
        text::SafeText,
    },
    i18n::course as words,
};

#[derive(Template)]
#[template(path = "mail/minutes.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/minutes.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    lang: &'static str,
    subject: String,
    opening: String,
    title: String,
    when: String,
    /// Outcome and result.
    lines: Vec<String>,
    sections: Vec<Section>,
    points_title: String,
    points: Vec<Point>,
    /// What happens next.
    next: Vec<String>,
    links: Vec<Link>,
    footer: Vec<String>,
    stop: Option<Link>,
}

/// A list.
struct Section {
    title: String,
    lines: Vec<Item>,
}

/// A line of a list, with where it can be marked as done.
struct Item {
    words: String,
    done: Option<Link>,
}

impl From<String> for Item {
    fn from(words: String) -> Self {
        Self { words, done: None }
    }
}

/// A point with what was said about it, line by line.
struct Point {
    title: String,
    notes: Vec<String>,
}

/// Puts minutes into words.
pub(super) fn render(scene: &Scene<'_>, body: &MinutesBody) -> Result<Rendered, RenderError> {
    let (t, m) = (scene.t, &body.minutes);
    let organizer = line(&body.organizer.name);
    let customer = body.stop.is_some();
    let first = first_name(&organizer).to_owned();
    let why = if customer {
        t.minutes_mail_footer_customer(organizer.clone(), scene.company())
    } else {
        t.minutes_mail_footer(organizer.clone(), scene.company())
    };
    let link = |href: &Option<String>, label: String| href.clone().map(|href| Link { label, href });
    let links = [link(&scene.links.page, t.minutes_mail_open()), link(&scene.links.worth, t.minutes_mail_worth())];
    let view = View {
        lang: scene.lang(),
        subject: subject(scene, body),
        opening: match (customer, body.edition) {
            (true, _) => t.minutes_mail_opening_customer(organizer.clone()),
            (false, 0 | 1) => t.minutes_mail_opening(),
            (false, _) => t.minutes_mail_opening_again(),
        },
        title: line(&m.title),
        when: scene.f.long_date_time_range(m.planned.0, m.planned.1),
        lines: results(scene, m),
        sections: sections(scene, body),
        points_title: t.minutes_points(),
        points: m.points.iter().map(|p| point(scene, p, customer)).collect(),
        next: next(scene, m),
        links: links.into_iter().flatten().collect(),
        footer: vec![why, t.mail_footer_reply(first)],
        stop: link(&scene.links.stop, t.mail_footer_stop()),
    };
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: t.mail_from(organizer), subject: view.subject, text, html })
}

fn subject(scene: &Scene<'_>, body: &MinutesBody) -> String {
    let (t, m) = (scene.t, &body.minutes);
    let day = scene.f.day_month_plain(scene.f.day(m.planned.0));
    let (decisions, actions) = (m.decisions.len(), m.actions.len());
    let yours = m.actions.iter().filter(|a| body.is_own(a)).count();
    let actions = if yours > 0 { t.minutes_count_yours(actions, yours) } else { t.minutes_count_actions(actions) };
    let counts = format!("{}, {actions}", t.minutes_count_decisions(decisions));
    subject::with_title(&m.title, |title| {
        if body.stop.is_some() {
            t.minutes_mail_subject_customer(title, day.clone())
        } else {
            t.minutes_mail_subject(title, day.clone(), counts.clone())
        }
    })
}

fn results(scene: &Scene<'_>, m: &Minutes) -> Vec<String> {
    let t = scene.t;
    let outcome = m.outcome.map(|outcome| words::outcome(t, outcome));
    let achieved = m.achieved.map(|achieved| words::achieved(t, achieved));
    let said: Vec<String> = outcome.into_iter().chain(achieved).collect();
    let mut lines = Vec::new();
    if !said.is_empty() {
        lines.push(said.join(" · "));
    }
    if !m.result.is_empty() {
        lines.push(line(&m.result));
    }
    lines
}

fn sections(scene: &Scene<'_>, body: &MinutesBody) -> Vec<Section> {
    let (t, m) = (scene.t, &body.minutes);
    let (own, others): (Vec<&MinutedAction>, Vec<&MinutedAction>) = m.actions.iter().partition(|a| body.is_own(a));
    let by = |presence: Presence| -> Vec<Item> {
        let there = m.people.iter().filter(|(_, said)| *said == presence);
        let names: Vec<String> = there.map(|(name, _)| line(name)).collect();
        if names.is_empty() { Vec::new() } else { vec![names.join(", ").into()] }
    };
    let thanks = m.thanks.iter().map(|thanks| line(&words::thanks(t, thanks)).into());
    let sections = [
        (t.minutes_thanks(), thanks.collect()),
        (t.minutes_you_do(), own.iter().map(|a| own_action(scene, a)).collect()),
        (t.minutes_decisions(), m.decisions.iter().map(|d| line(&d.body).into()).collect()),
        (
            if own.is_empty() { t.minutes_actions() } else { t.minutes_others_do() },
            others.iter().map(|a| action(scene, a).into()).collect(),
        ),
        (t.presence_attended(), by(Presence::Attended)),
        (t.presence_excused(), by(Presence::Excused)),
        (t.presence_absent(), by(Presence::Absent)),
    ];
    let sections = sections.into_iter().map(|(title, lines): (String, Vec<Item>)| Section { title, lines });
    sections.filter(|section| !section.lines.is_empty()).collect()
}

/// `Call Kone (by Fri 27 Nov)`, with the link that marks it as done.
fn own_action(scene: &Scene<'_>, action: &MinutedAction) -> Item {
    let link = scene.links.actions.iter().find(|(id, _)| Some(*id) == action.id);
    let label = || scene.t.actions_mark_done();
    Item {
        words: with_day(scene, &line(&action.body), action.due_on),
        done: link.map(|(_, href)| Link { label: label(), href: href.clone() }),
    }
}

/// `Ola Berg: Call Kone (by Fri 27 Nov)`
fn action(scene: &Scene<'_>, action: &MinutedAction) -> String {
    let what = with_day(scene, &line(&action.body), action.due_on);
    let told = match &action.owner {
        Some((_, name)) => scene.t.minutes_owner_does(line(name), what),
        None => what,
    };
    match action.state {
        ActionState::Open => told,
        state => format!("{told} · {}", words::action_state(scene.t, state)),
    }
}

fn with_day(scene: &Scene<'_>, what: &str, due_on: Option<NaiveDate>) -> String {
    match due_on {
        Some(day) => scene.t.minutes_by_day(what, scene.f.day_month(day)),
        None => what.to_owned(),
    }
}

fn point(scene: &Scene<'_>, point: &MinutedPoint, customer: bool) -> Point {
    let t = scene.t;
    let fate = (point.fate != Fate::Discussed).then(|| words::fate(t, point.fate));
    let time = (point.minutes > 0).then(|| scene.f.duration(point.minutes));
    let about: Vec<String> = fate.into_iter().chain(time).filter(|_| !customer).collect();
    let title = line(&point.title);
    let notes = String::from(SafeText::block(&point.notes, MAX_NOTES));
    Point {
        title: if about.is_empty() { title } else { format!("{title} ({})", about.join(" · ")) },
        // Two dashes and a blank would begin a signature, and hide what follows.
        notes: notes.lines().map(|line| line.trim_end().to_owned()).collect(),
    }
}

fn next(scene: &Scene<'_>, m: &Minutes) -> Vec<String> {
    let t = scene.t;
    let step = (!m.next_step.is_empty())
        .then(|| t.minutes_mail_next_step(with_day(scene, &line(&m.next_step), m.next_step_on)));
    let meeting = m.next_at.map(|at| t.minutes_mail_next_meeting(scene.f.subject_when(at)));
    step.into_iter().chain(meeting).collect()
}
