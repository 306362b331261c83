//! The mail that says that an outside calendar cannot be read.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Link, RenderError, Rendered, Scene, bodies, line, subject::with_title};
use crate::{domain::outside::Trouble, i18n::labels};

#[derive(Template)]
#[template(path = "mail/calendar.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/calendar.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    lang: &'static str,
    subject: String,
    opening: String,
    why: String,
    effect: String,
    link: Link,
    footer: String,
}

/// A calendar that its reader has connected cannot be read.
pub(super) fn unread(
    scene: &Scene<'_>,
    (name, host): (&str, &str),
    (trouble, since): (Trouble, DateTime<Utc>),
) -> Result<Rendered, RenderError> {
    let (t, f) = (scene.t, &scene.f);
    let name = line(name);
    let view = View {
        lang: scene.lang(),
        subject: with_title(&name, |name| t.mail_subject_calendar(name)),
        opening: t.mail_calendar_opening(name, line(host), f.subject_when(since)),
        why: labels::trouble(t, trouble),
        effect: t.mail_calendar_effect(),
        link: Link { label: t.mail_calendar_link(), href: scene.links.page.clone().ok_or(RenderError::NoLink)? },
        footer: t.mail_footer_account(line(&scene.letter.to.party.email), scene.company()),
    };
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: t.app_name(), subject: view.subject, text, html })
}
