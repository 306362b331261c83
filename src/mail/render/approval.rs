//! Mails about a meeting that passes limits: the question to whoever may allow it, and what came of it.

use askama::Template;
use chrono::{DateTime, Utc};

use super::{Link, RenderError, Rendered, Scene, bodies, line, subject};
use crate::{
    domain::{
        letter::{ApprovalBody, ApprovalTurn},
        limits::verdict::Reading,
        text::SafeText,
    },
    i18n::limits,
};

/// Most limits of one mail; the page has them all.
const MOST_PASSED: usize = 12;
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

/// What every mail says in which somebody's leave is asked for or given.
pub(super) struct View {
    pub(super) lang: &'static str,
    pub(super) subject: String,
    pub(super) opening: String,
    pub(super) title: String,
    pub(super) when: Vec<String>,
    pub(super) heading: String,
    pub(super) passed: Vec<String>,
    pub(super) words: Vec<String>,
    pub(super) link: Link,
    pub(super) until: Option<String>,
    pub(super) footer: String,
}

/// Puts a mail about an approval into words.
pub(super) fn render(scene: &Scene<'_>, body: &ApprovalBody) -> Result<Rendered, RenderError> {
    laid_out(scene, view(scene, body)?, (body.turn, &body.asker, &body.approver))
}

/// The mail, from whoever speaks in it.
pub(super) fn laid_out(
    scene: &Scene<'_>,
    view: View,
    (turn, asker, approver): (ApprovalTurn, &str, &str),
) -> Result<Rendered, RenderError> {
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    let from = match turn {
        ApprovalTurn::Asked => scene.t.mail_from(line(asker)),
        ApprovalTurn::Approved | ApprovalTurn::Declined | ApprovalTurn::Withdrawn => scene.t.mail_from(line(approver)),
        ApprovalTurn::Expired => scene.t.app_name(),
    };
    Ok(Rendered { from_name: from, subject: view.subject, text, html })
}

fn view(scene: &Scene<'_>, body: &ApprovalBody) -> Result<View, RenderError> {
    let (t, f) = (scene.t, &scene.f);
    let asks = body.turn == ApprovalTurn::Asked;
    let (label, href) = if asks {
        (t.approval_mail_decide(), scene.links.approval.clone())
    } else {
        (t.approval_mail_open(), scene.links.page.clone())
    };
    Ok(View {
        lang: scene.lang(),
        subject: subject(scene, body),
        opening: opening(scene, body),
        title: line(&body.title),
        when: when(scene, body),
        heading: t.approval_passed(),
        passed: body.passed.iter().take(MOST_PASSED).map(|r: &Reading| line(&limits::reading(t, f, r))).collect(),
        words: words(scene, (&body.reason, &body.note), &body.approver),
        link: Link { label, href: href.ok_or(RenderError::NoLink)? },
        until: asks.then(|| t.approval_mail_until(f.subject_when(body.expires_at), f.zone_words())),
        footer: t.mail_footer_account(line(&scene.letter.to.party.email), scene.company()),
    })
}

fn subject(scene: &Scene<'_>, body: &ApprovalBody) -> String {
    let (t, when) = (scene.t, scene.f.subject_when(body.span.0));
    subject::with_title(&body.title, |title| match body.turn {
        ApprovalTurn::Asked => t.approval_mail_subject_asked(title, when.clone()),
        ApprovalTurn::Approved => t.approval_mail_subject_approved(title, when.clone()),
        ApprovalTurn::Declined => t.approval_mail_subject_declined(title, when.clone()),
        ApprovalTurn::Expired => t.approval_mail_subject_expired(title, when.clone()),
        ApprovalTurn::Withdrawn => t.approval_mail_subject_withdrawn(title, when.clone()),
    })
}

fn opening(scene: &Scene<'_>, body: &ApprovalBody) -> String {
    let t = scene.t;
    let asker = match &body.organizer {
        Some(organizer) => t.history_on_behalf(line(&body.asker), line(organizer)),
        None => line(&body.asker),
    };
    let approver = line(&body.approver);
    match (body.turn, body.stands.is_some()) {
        (ApprovalTurn::Asked, false) => t.approval_mail_asked(asker),
        (ApprovalTurn::Asked, true) => t.approval_mail_asked_change(asker),
        (ApprovalTurn::Approved, false) => t.approval_mail_approved(approver),
        (ApprovalTurn::Approved, true) => t.approval_mail_approved_change(approver),
        (ApprovalTurn::Declined, false) => t.approval_mail_declined(approver),
        (ApprovalTurn::Declined, true) => t.approval_mail_declined_change(approver),
        (ApprovalTurn::Expired, false) => t.approval_mail_expired(approver),
        (ApprovalTurn::Expired, true) => t.approval_mail_expired_change(approver),
        (ApprovalTurn::Withdrawn, _) => t.approval_mail_withdrawn(approver),
    }
}

/// The time as it would be, and the present one where that is another.
fn when(scene: &Scene<'_>, body: &ApprovalBody) -> Vec<String> {
    let f = &scene.f;
    let words = |(from, to): (DateTime<Utc>, DateTime<Utc>)| f.long_date_time_range(from, to);
    let mut lines = vec![format!("{} ({})", words(body.span), f.zone_words())];
    if let Some(old) = body.stands.filter(|old| *old != body.span) {
        lines.push(scene.t.approval_stands(words(old)));
    }
    lines
}

/// What people wrote, a reason of whoever asks and a note of whoever decides: each as one line, so that nothing typed looks
/// like a part of the mail.
pub(super) fn words(scene: &Scene<'_>, (reason, note): (&str, &str), approver: &str) -> Vec<String> {
    let typed = |raw: &str| String::from(SafeText::line(raw, MAX_WORDS));
    let mut lines = Vec::new();
    if !reason.is_empty() {
        lines.push(scene.t.approval_reason(typed(reason)));
    }
    if !note.is_empty() {
        lines.push(scene.t.mail_note(line(approver), typed(note)));
    }
    lines
}
