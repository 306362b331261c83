//! The Monday letter: the reader's week in numbers.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, line};
use crate::{
    domain::{
        limits::{rule::Which, verdict::Unit},
        load::{
            digest::Digest,
            weekly::{Used, tightest},
        },
        time::Week,
    },
    i18n::Texts,
    i18n::limits,
};

#[derive(Template)]
#[template(path = "mail/digest.txt")]
struct Text<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "mail/digest.html")]
struct Html<'a> {
    v: &'a View,
}

struct View {
    lang: &'static str,
    subject: String,
    /// Meetings, selling time, and the limit of which least is left.
    lines: Vec<String>,
    /// Limits that are near or passed.
    near: Vec<String>,
    near_title: String,
    /// What waits for the reader.
    waiting: Vec<String>,
    link: Link,
    footer: String,
    settings: Link,
}

/// The week of the letter.
pub(super) fn week(scene: &Scene<'_>, digest: &Digest) -> Result<Rendered, RenderError> {
    let (t, f) = (scene.t, &scene.f);
    let number = Week::of(digest.monday).number();
    let time = f.duration(digest.minutes);
    let subject = match digest.meetings {
        0 => t.digest_subject_empty(number),
        meetings => t.digest_subject(number, meetings, time.clone()),
    };
    let all = digest.limits.iter().filter(|used| used.which == Which::All).copied().collect::<Vec<_>>();
    let main = tightest(&all);
    let near = digest.limits.iter().filter(|used| used.near() && Some(**used) != main);
    let count = |count: u32, words: fn(&Texts, u32) -> String| (count > 0).then(|| words(t, count));
    let href = |link: &Option<String>| link.clone().ok_or(RenderError::NoLink);
    let view = View {
        lang: scene.lang(),
        subject,
        lines: taken(scene, digest).into_iter().chain(main.map(|used| against(scene, used))).collect(),
        near: near.map(|used| progress(scene, *used)).collect(),
        near_title: t.digest_near(),
        waiting: [count(digest.unanswered, Texts::digest_unanswered), count(digest.approvals, Texts::digest_approvals)]
            .into_iter()
            .flatten()
            .collect(),
        link: Link { label: t.digest_open(), href: href(&scene.links.page)? },
        footer: t.digest_footer(line(&scene.letter.to.party.email), scene.company()),
        settings: Link { label: t.digest_stop(), href: href(&scene.links.stop)? },
    };
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: t.app_name(), subject: view.subject, text, html })
}

/// Meetings and what they leave for selling.
fn taken(scene: &Scene<'_>, digest: &Digest) -> Vec<String> {
    let (t, f) = (scene.t, &scene.f);
    match (digest.meetings, digest.selling % 60) {
        (0, 0) => vec![t.digest_empty_hours(digest.selling / 60)],
        (0, _) => vec![t.digest_empty(f.duration(digest.selling))],
        (meetings, _) => {
            vec![t.digest_meetings(meetings, f.duration(digest.minutes)), t.digest_selling(f.duration(digest.selling))]
        }
    }
}

/// Where the reader stands against the limit of all meetings.
fn against(scene: &Scene<'_>, used: Used) -> String {
    let (t, f) = (scene.t, &scene.f);
    let whole = used.most.is_multiple_of(60).then_some(used.most / 60);
    let limit = || f.duration(used.most);
    match (used.used.cmp(&used.most), whole) {
        (std::cmp::Ordering::Equal, _) => t.digest_at(limit()),
        (std::cmp::Ordering::Less, Some(hours)) => t.digest_below_hours(f.duration(used.left()), hours),
        (std::cmp::Ordering::Less, None) => t.digest_below(f.duration(used.left()), limit()),
        (std::cmp::Ordering::Greater, Some(hours)) => t.digest_over_hours(f.duration(used.used - used.most), hours),
        (std::cmp::Ordering::Greater, None) => t.digest_over(f.duration(used.used - used.most), limit()),
    }
}

/// `Internal meetings: 6 h 30 min of 8 h`
fn progress(scene: &Scene<'_>, used: Used) -> String {
    let number = |number: u32| match used.unit {
        Unit::Minutes => scene.f.duration(number),
        Unit::Meetings | Unit::People | Unit::Fault => number.to_string(),
    };
    scene.t.load_progress(limits::which(scene.t, used.which), number(used.used), number(used.most))
}
