//! A written update: what a meeting would have been about, in its place.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, line, meeting::first_name, subject};
use crate::{
    domain::{
        text::SafeText,
        written::{Lead, MAX_WORDS, WrittenBody, WrittenPoint},
    },
    i18n::{Texts, labels},
};

#[derive(Template)]
#[template(path = "mail/written.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/written.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    t: &'static Texts,
    lang: &'static str,
    subject: String,
    opening: String,
    title: String,
    heading: String,
    /// Internal vocabulary; customers get none of it.
    purpose: Option<String>,
    /// What the author wrote, line by line; empty lines part paragraphs.
    words: Vec<String>,
    points: Vec<String>,
    answer: Option<String>,
    time_back: Option<String>,
    page: Option<Link>,
    footer: Vec<String>,
    stop: Option<Link>,
}

/// Puts an update into words.
pub(super) fn render(scene: &Scene<'_>, body: &WrittenBody) -> Result<Rendered, RenderError> {
    let view = view(scene, body);
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: scene.t.mail_from(line(&body.author.name)), subject: view.subject, text, html })
}

fn view(scene: &Scene<'_>, body: &WrittenBody) -> View {
    let (t, content, author) = (scene.t, &body.content, line(&body.author.name));
    let link = |href: &Option<String>, label: String| href.clone().map(|href| Link { label, href });
    let title = line(&content.title);
    let first = first_name(&author).to_owned();
    let why = if content.of_meeting.is_some() {
        t.written_mail_footer_point(author.clone(), scene.company())
    } else if body.customer {
        t.written_mail_footer_customer(author.clone(), scene.company())
    } else {
        t.written_mail_footer(author.clone(), scene.company())
    };
    let answer = content.answer_by.map(|day| t.written_mail_answer(scene.f.weekday_with_day(day)));
    View {
        t,
        lang: scene.lang(),
        subject: subject(scene, body),
        opening: match (&content.of_meeting, body.customer) {
            (Some(meeting), true) => t.written_mail_point_customer(author, line(meeting)),
            (Some(meeting), false) => t.written_mail_point(author, line(meeting)),
            (None, true) => t.written_mail_opening_customer(author, scene.company()),
            (None, false) => t.written_mail_opening(author),
        },
        heading: title.to_uppercase(),
        title,
        purpose: (!body.customer).then(|| labels::purpose(t, content.purpose)),
        words: lines(&content.words),
        points: content.points.iter().map(|p| point(t, p, body.customer)).collect(),
        answer,
        time_back: body.time_back.then(|| match content.minutes {
            minutes @ 0..60 => t.mail_minutes_back(minutes),
            minutes => t.mail_time_back(scene.f.duration(minutes)),
        }),
        page: link(&scene.links.page, t.written_mail_open()),
        footer: vec![why, t.mail_footer_reply(first)],
        stop: link(&scene.links.stop, t.mail_footer_stop()),
    }
}

fn subject(scene: &Scene<'_>, body: &WrittenBody) -> String {
    let (t, day) = (scene.t, body.content.answer_by.map(|day| scene.f.day_month(day)));
    if body.content.of_meeting.is_some() {
        return subject::with_title(&body.content.title, |title| t.written_mail_subject_point(title));
    }
    subject::with_title(&body.content.title, |title| match (day.clone(), body.customer) {
        (None, false) => t.written_mail_subject(title),
        (None, true) => t.written_mail_subject_customer(title),
        (Some(day), false) => t.written_mail_subject_answer(title, day),
        (Some(day), true) => t.written_mail_subject_answer_customer(title, day),
    })
}

/// As written, but without blanks at the ends: two dashes and a blank would begin a signature, and hide what follows.
fn lines(words: &str) -> Vec<String> {
    let words = String::from(SafeText::block(words, MAX_WORDS));
    words.lines().map(|line| line.trim_end().to_owned()).collect()
}

/// `The number and the gap (Targets · Decide · Anna Lind)`; to customers without the kind.
fn point(t: &Texts, point: &WrittenPoint, customer: bool) -> String {
    let who = match &point.lead {
        Lead::Everyone => Some(t.mail_everyone()),
        Lead::Seat { name, .. } => Some(line(name)),
        Lead::Unnamed => None,
    };
    let kind = (!customer).then(|| labels::item_kind(t, point.kind));
    let about: Vec<String> = kind.into_iter().chain([labels::wanted(t, point.wanted)]).chain(who).collect();
    format!("{} ({})", line(&point.title), about.join(" · "))
}
