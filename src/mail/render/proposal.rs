//! Mails about another time that somebody suggests.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, line, subject};
use crate::domain::{
    letter::{TimeDeclined, TimeProposed},
    text::SafeText,
};

/// Characters of a note.
const MAX_WORDS: usize = 2_000;

#[derive(Template)]
#[template(path = "mail/proposal.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/proposal.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    lang: &'static str,
    subject: String,
    opening: String,
    title: String,
    when: Vec<String>,
    note: Option<String>,
    link: Link,
    footer: Vec<String>,
    stop: Option<Link>,
}

/// Tells the organizer of a suggestion.
pub(super) fn proposed(scene: &Scene<'_>, body: &TimeProposed) -> Result<Rendered, RenderError> {
    let (t, f) = (scene.t, &scene.f);
    let when = f.subject_when(body.span.0);
    let by = line(&body.by);
    let stands = f.long_date_time_range(body.stands.0, body.stands.1);
    let view = View {
        lang: scene.lang(),
        subject: subject::with_title(&body.title, |title| t.proposal_mail_subject_offered(title, when.clone())),
        opening: t.proposal_mail_offered(by.as_str()),
        title: line(&body.title),
        when: vec![in_zone(scene, body.span), t.proposal_mail_planned(stands)],
        note: note(scene, &by, &body.note),
        link: Link { label: t.proposal_mail_decide(), href: scene.links.page.clone().ok_or(RenderError::NoLink)? },
        footer: vec![t.mail_footer_account(line(&scene.letter.to.party.email), scene.company())],
        stop: None,
    };
    rendered(&view, t.mail_from(by))
}

/// Tells whoever suggested another time that the meeting stays as it is.
pub(super) fn declined(scene: &Scene<'_>, body: &TimeDeclined) -> Result<Rendered, RenderError> {
    let (t, f, facts) = (scene.t, &scene.f, &body.meeting.facts);
    let when = f.subject_when(facts.starts_at);
    let by = line(&body.by);
    let suggested = f.long_date_time_range(body.span.0, body.span.1);
    let view = View {
        lang: scene.lang(),
        subject: subject::with_title(&facts.title, |title| t.proposal_mail_subject_declined(title, when.clone())),
        opening: t.proposal_mail_declined(by.as_str()),
        title: line(&facts.title),
        when: vec![in_zone(scene, (facts.starts_at, facts.ends_at)), t.proposal_mail_suggested(suggested)],
        note: note(scene, &by, &body.meeting.note),
        link: Link { label: t.proposal_mail_answer(), href: scene.links.answer.clone().ok_or(RenderError::NoLink)? },
        footer: vec![t.mail_footer_why(line(&facts.organizer.name), scene.company())],
        stop: scene.links.stop.clone().map(|href| Link { label: t.mail_footer_stop(), href }),
    };
    rendered(&view, t.mail_from(by))
}

fn rendered(view: &View, from_name: String) -> Result<Rendered, RenderError> {
    let (text, html) = bodies(&Text { v: view }, &Html { v: view })?;
    Ok(Rendered { from_name, subject: view.subject.clone(), text, html })
}

fn in_zone(scene: &Scene<'_>, (from, to): (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>)) -> String {
    format!("{} ({})", scene.f.long_date_time_range(from, to), scene.f.zone_words())
}

/// What somebody wrote, as one line, so that nothing typed looks like a part of the mail.
fn note(scene: &Scene<'_>, by: &str, raw: &str) -> Option<String> {
    let words = String::from(SafeText::line(raw, MAX_WORDS));
    (!words.is_empty()).then(|| scene.t.mail_note(by, words))
}
