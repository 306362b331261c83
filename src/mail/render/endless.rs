//! Mails about a series that is to go on without an end: the question to whoever may allow it, and what came of it.

use super::{
    Link, RenderError, Rendered, Scene,
    approval::{View, laid_out, words},
    line, subject,
};
use crate::{
    domain::letter::{ApprovalTurn, EndlessBody},
    i18n::series_record,
};

/// In the shape of the mails about limits.
pub(super) fn render(scene: &Scene<'_>, body: &EndlessBody) -> Result<Rendered, RenderError> {
    laid_out(scene, view(scene, body)?, (body.turn, &body.asker, &body.approver))
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
        words: words(scene, (&body.reason, &body.note), &body.approver),
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
