//! Mails about a series that is to go on without an end: the question to whoever may allow it, and what came of it.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, line, subject};
use crate::{
    domain::{
        letter::{ApprovalTurn, EndlessBody},
        text::SafeText,
    },
    i18n::series_record,
};

/// Characters of a reason or note.
const MAX_WORDS: usize = 2_000;

#[derive(Template)]
#[template(path = "mail/approval.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/approval.html")]
struct Html<'a> {
    v: &'a View,
}

/// In the shape of the mails about limits.
struct View {
    lang: &'static str,
    subject: String,
    opening: String,
    title: String,
    when: Vec<String>,
    heading: String,
    /// What it has been worth so far.
    passed: Vec<String>,
    words: Vec<String>,
    link: Link,
    until: Option<String>,
    footer: String,
}

pub(super) fn render(scene: &Scene<'_>, body: &EndlessBody) -> Result<Rendered, RenderError> {
    let view = view(scene, body)?;
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    let from = match body.turn {
        ApprovalTurn::Asked => scene.t.mail_from(line(&body.asker)),
        ApprovalTurn::Approved | ApprovalTurn::Declined | ApprovalTurn::Withdrawn => {
            scene.t.mail_from(line(&body.approver))
        }
        ApprovalTurn::Expired => scene.t.app_name(),
    };
    Ok(Rendered { from_name: from, subject: view.subject.clone(), text, html })
}

fn view(scene: &Scene<'_>, body: &EndlessBody) -> Result<View, RenderError> {
    let (t, f) = (scene.t, &scene.f);
    let asks = body.turn == ApprovalTurn::Asked;
    let (label, href) = if asks {
        (t.approval_mail_decide(), scene.links.approval.clone())
    } else {
        (t.review_mail_open(), scene.links.page.clone())
    };
    let lines = if body.record.past == 0 { Vec::new() } else { series_record::lines(t, f, &body.record) };
    Ok(View {
        lang: scene.lang(),
        subject: mail_subject(scene, body),
        opening: opening(scene, body),
        title: line(&body.title),
        when: vec![t.endless_mail_last(f.long_date_time_range(body.last.0, body.last.1))],
        heading: t.review_mail_record(body.record.past),
        passed: lines.into_iter().map(|(what, value)| line(&format!("{what}: {value}"))).collect(),
        words: words(scene, body),
        link: Link { label, href: href.ok_or(RenderError::NoLink)? },
        until: asks.then(|| t.endless_mail_until(f.subject_when(body.expires_at), f.zone_words())),
        footer: t.mail_footer_account(line(&scene.letter.to.party.email), scene.company()),
    })
}

fn mail_subject(scene: &Scene<'_>, body: &EndlessBody) -> String {
    let t = scene.t;
    subject::with_title(&body.title, |title| match body.turn {
        ApprovalTurn::Asked => t.endless_mail_subject_asked(title),
        ApprovalTurn::Approved => t.endless_mail_subject_approved(title),
        ApprovalTurn::Declined => t.endless_mail_subject_declined(title),
        ApprovalTurn::Expired | ApprovalTurn::Withdrawn => t.endless_mail_subject_expired(title),
    })
}

fn opening(scene: &Scene<'_>, body: &EndlessBody) -> String {
    let t = scene.t;
    let (asker, approver) = (line(&body.asker), line(&body.approver));
    match body.turn {
        ApprovalTurn::Asked => t.endless_mail_asked(asker),
        ApprovalTurn::Approved => t.endless_mail_approved(approver),
        ApprovalTurn::Declined => t.endless_mail_declined(approver),
        ApprovalTurn::Expired | ApprovalTurn::Withdrawn => t.endless_mail_expired(approver),
    }
}

/// What people wrote: each as one line, so that nothing typed looks like a part of the mail.
fn words(scene: &Scene<'_>, body: &EndlessBody) -> Vec<String> {
    let typed = |raw: &str| String::from(SafeText::line(raw, MAX_WORDS));
    let mut lines = vec![scene.t.approval_reason(typed(&body.reason))];
    if !body.note.is_empty() {
        lines.push(scene.t.mail_note(line(&body.approver), typed(&body.note)));
    }
    lines
}
