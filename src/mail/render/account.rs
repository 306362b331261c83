//! Mails that lead to a page where a password is set.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Link, RenderError, Rendered, Scene, bodies, line};

#[derive(Template)]
#[template(path = "mail/account.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/account.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    lang: &'static str,
    subject: String,
    opening: String,
    link: Link,
    until: String,
    otherwise: Option<String>,
    footer: String,
}

/// You may join; set a first password.
pub(super) fn welcome(scene: &Scene<'_>, inviter: &str, until: DateTime<Utc>) -> Result<Rendered, RenderError> {
    let t = scene.t;
    let inviter = line(inviter);
    let subject = t.mail_subject_welcome(scene.company());
    let opening = t.mail_welcome_opening(inviter.clone(), scene.company());
    let view = view(scene, (subject, opening, t.mail_welcome_link()), until)?;
    finish(&view, t.mail_from(inviter))
}

/// Set a new password.
pub(super) fn reset(scene: &Scene<'_>, until: DateTime<Utc>) -> Result<Rendered, RenderError> {
    let t = scene.t;
    let words = (t.mail_subject_reset(), t.mail_reset_opening(), t.mail_reset_link());
    let view = View { otherwise: Some(t.mail_reset_ignore()), ..view(scene, words, until)? };
    finish(&view, t.app_name())
}

fn view(
    scene: &Scene<'_>,
    (subject, opening, label): (String, String, String),
    until: DateTime<Utc>,
) -> Result<View, RenderError> {
    let href = scene.links.password.clone().ok_or(RenderError::NoLink)?;
    let (t, f) = (scene.t, &scene.f);
    Ok(View {
        lang: scene.lang(),
        subject,
        opening,
        link: Link { label, href },
        until: t.mail_link_until(f.subject_when(until), f.zone_words()),
        otherwise: None,
        footer: t.mail_footer_account(line(&scene.letter.to.party.email), scene.company()),
    })
}

fn finish(view: &View, from_name: String) -> Result<Rendered, RenderError> {
    let (text, html) = bodies(&Text { v: view }, &Html { v: view })?;
    Ok(Rendered { from_name, subject: view.subject.clone(), text, html })
}
