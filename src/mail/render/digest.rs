//! Summaries: the reader's week or day, and how others have answered.

use askama::Template;

use super::{Link, RenderError, Rendered, Scene, bodies, line, subject};
use crate::{
    domain::{
        limits::{rule::Which, verdict::Unit},
        load::{
            digest::{Ahead, Answered, Answers, Digest, DueAction},
            weekly::{Used, tightest},
        },
        time::Week,
    },
    i18n::{Texts, labels, limits},
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
    sections: Vec<Section>,
    /// What waits for the reader.
    waiting: Vec<String>,
    link: Link,
    footer: String,
    settings: Link,
}

/// A list.
struct Section {
    title: String,
    lines: Vec<String>,
}

impl Section {
    /// `None` when there is nothing in it.
    fn new(title: String, lines: Vec<String>) -> Option<Self> {
        (!lines.is_empty()).then_some(Self { title, lines })
    }
}

/// The week or the day of the letter.
pub(super) fn summary(scene: &Scene<'_>, digest: &Digest) -> Result<Rendered, RenderError> {
    let t = scene.t;
    let count = |count: u32, words: fn(&Texts, u32) -> String| (count > 0).then(|| words(t, count));
    let (email, company) = (line(&scene.letter.to.party.email), scene.company());
    let daily = digest.day.is_some();
    let (lines, near) = if daily { (day(scene, digest), Vec::new()) } else { week(scene, digest) };
    let sections = [
        Section::new(t.digest_ahead_title(), digest.ahead.iter().map(|one| ahead(scene, one, daily)).collect()),
        Section::new(t.digest_actions_title(), digest.actions.iter().map(|one| due(scene, one)).collect()),
        Section::new(t.digest_near(), near),
        Section::new(t.digest_answers_title(), answer_lines(scene, &digest.answers)),
    ];
    let view = View {
        lang: scene.lang(),
        subject: subject_of(scene, digest),
        lines,
        sections: sections.into_iter().flatten().collect(),
        waiting: [
            count(digest.unanswered, Texts::digest_unanswered),
            count(digest.approvals, Texts::digest_approvals),
            count(digest.proposals, Texts::digest_proposals),
        ]
        .into_iter()
        .flatten()
        .collect(),
        link: Link { label: t.digest_open(), href: href(scene.links.page.as_ref())? },
        footer: if daily { t.digest_day_footer(email, company) } else { t.digest_footer(email, company) },
        settings: Link { label: t.digest_stop(), href: href(scene.links.stop.as_ref())? },
    };
    rendered(scene, view)
}

/// How others have answered, each at once.
pub(super) fn answers(scene: &Scene<'_>, answers: &Answers) -> Result<Rendered, RenderError> {
    let t = scene.t;
    let count = u32::try_from(answers.told.len()).unwrap_or(u32::MAX).saturating_add(answers.more);
    let lines = answer_lines(scene, answers);
    let subject = match answers.told.as_slice() {
        [one] if count == 1 => {
            let said = t.digest_answered(line(&one.by), labels::answer(t, one.answer));
            subject::with_title(&one.title, |title| t.answer_mail_subject(said.clone(), title))
        }
        _ => t.answer_mail_subject_many(count),
    };
    let view = View {
        lang: scene.lang(),
        subject,
        lines: vec![t.answer_mail_opening(count)],
        sections: Section::new(t.digest_answers_title(), lines).into_iter().collect(),
        waiting: Vec::new(),
        link: Link { label: t.digest_open(), href: href(scene.links.page.as_ref())? },
        footer: t.mail_footer_account(line(&scene.letter.to.party.email), scene.company()),
        settings: Link { label: t.answer_mail_settings(), href: href(scene.links.stop.as_ref())? },
    };
    rendered(scene, view)
}

fn rendered(scene: &Scene<'_>, view: View) -> Result<Rendered, RenderError> {
    let (text, html) = bodies(&Text { v: &view }, &Html { v: &view })?;
    Ok(Rendered { from_name: scene.t.app_name(), subject: view.subject, text, html })
}

fn href(link: Option<&String>) -> Result<String, RenderError> {
    link.cloned().ok_or(RenderError::NoLink)
}

fn subject_of(scene: &Scene<'_>, digest: &Digest) -> String {
    let (t, f) = (scene.t, &scene.f);
    let time = f.duration(digest.minutes);
    let number = Week::of(digest.monday).number();
    match (digest.day, digest.meetings) {
        (None, 0) => t.digest_subject_empty(number),
        (None, meetings) => t.digest_subject(number, meetings, time),
        (Some(day), 0) => t.digest_day_subject_empty(f.day_month(day)),
        (Some(day), meetings) => t.digest_day_subject(f.day_month(day), meetings, time),
    }
}

/// Meetings, selling time and the limit of all meetings; and the limits that are near.
fn week(scene: &Scene<'_>, digest: &Digest) -> (Vec<String>, Vec<String>) {
    let all = digest.limits.iter().filter(|used| used.which == Which::All).copied().collect::<Vec<_>>();
    let main = tightest(&all);
    let near = digest.limits.iter().filter(|used| used.near() && Some(**used) != main);
    let lines = taken(scene, digest).into_iter().chain(main.map(|used| against(scene, used))).collect();
    (lines, near.map(|used| progress(scene, *used)).collect())
}

fn day(scene: &Scene<'_>, digest: &Digest) -> Vec<String> {
    let (t, f) = (scene.t, &scene.f);
    vec![match digest.meetings {
        0 => t.digest_day_empty(),
        meetings => t.digest_day_meetings(meetings, f.duration(digest.minutes)),
    }]
}

/// `14:00–14:30: December targets` on its day, with the day in a week.
fn ahead(scene: &Scene<'_>, one: &Ahead, daily: bool) -> String {
    let (t, f) = (scene.t, &scene.f);
    let when = if daily { f.time_range(one.starts_at, one.ends_at) } else { f.subject_when(one.starts_at) };
    let title = line(&one.title);
    if one.unanswered { t.digest_ahead_unanswered(when, title) } else { t.digest_ahead(when, title) }
}

/// `By Fri 27 Nov: Call Kone (December targets)`
fn due(scene: &Scene<'_>, one: &DueAction) -> String {
    scene.t.digest_action(scene.f.day_month(one.due_on), line(&one.body), line(&one.title))
}

fn answer_lines(scene: &Scene<'_>, answers: &Answers) -> Vec<String> {
    let more = (answers.more > 0).then(|| scene.t.digest_answers_more(answers.more));
    answers.told.iter().map(|one| answered(scene, one)).chain(more).collect()
}

/// `Ola Berg: Yes – December targets, Wed 25 Nov 14:00`
fn answered(scene: &Scene<'_>, one: &Answered) -> String {
    let (t, f) = (scene.t, &scene.f);
    let said = t.digest_answered(line(&one.by), labels::answer(t, one.answer));
    let told = t.digest_answer(said, line(&one.title), f.subject_when(one.starts_at));
    let comment = line(&one.comment);
    if comment.is_empty() { told } else { t.digest_answer_comment(told, comment) }
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
