//! Mails to the organizer of a series that ends.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, line, subject};
use crate::{
    domain::{letter::SeriesReviewBody, series::review::Turn},
    i18n::series_record,
};

#[derive(Template)]
#[template(path = "mail/series_review.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/series_review.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    lang: &'static str,
    subject: String,
    title: String,
    opening: String,
    /// What it has been worth; empty while nothing is over.
    record: Vec<(String, String)>,
    record_title: String,
    link: Link,
    footer: String,
}

pub(super) fn render(scene: &Scene<'_>, body: &SeriesReviewBody) -> Result<Rendered, RenderError> {
    let (t, f) = (scene.t, &scene.f);
    let (start, end) = body.last;
    let (when, day) = (f.long_date_time_range(start, end), f.day_month_plain(f.day(start)));
    let (subject, opening, label) = match body.turn {
        Turn::Asked => (
            subject::with_title(&body.title, |title| t.review_mail_subject(title, day.clone())),
            t.review_mail_asked(when),
            t.review_mail_decide(),
        ),
        Turn::Ended => (
            subject::with_title(&body.title, |title| t.review_mail_subject_ended(title)),
            t.review_mail_ended(when),
            t.review_mail_open(),
        ),
        Turn::Prolonged => (
            subject::with_title(&body.title, |title| t.endless_mail_subject_prolonged(title, day.clone())),
            t.endless_mail_prolonged(when),
            t.review_mail_open(),
        ),
    };
    let mut record = Vec::new();
    if body.record.past > 0 {
        record = series_record::lines(t, f, &body.record);
        record.push(series_record::worth(t, f, &body.record));
        let spent = u32::try_from(body.minutes).unwrap_or(u32::MAX);
        record.extend((spent > 0).then(|| (t.series_record_cost(), f.duration(spent))));
    }
    let view = View {
        lang: scene.lang(),
        subject,
        title: line(&body.title),
        opening,
        record,
        record_title: t.review_mail_record(body.record.past),
        link: Link { label, href: scene.links.page.clone().ok_or(RenderError::NoLink)? },
        footer: t.mail_footer_account(line(&scene.letter.to.party.email), scene.company()),
    };
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: t.app_name(), subject: view.subject, text, html })
}
