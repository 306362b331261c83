//! From a frozen letter to what its reader sees: subject, plain text and HTML in their language, zone and clock. The same
//! letter always gives the same bytes.

mod account;
mod approval;
mod calendar;
mod changes;
mod digest;
mod endless;
mod meeting;
mod minutes;
mod proposal;
mod reminder;
mod series;
mod series_review;
mod subject;
mod written;

use askama::Template;

use crate::{
    domain::{
        letter::{Body, Letter, MailLinks},
        text::SafeText,
        time::{UnknownZone, Zone},
    },
    i18n::{Texts, format::Format, texts},
};

/// The longest text of one person in a mail, in characters.
const MAX_LINE: usize = 1000;

/// A mail as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Name in front of the sender's address.
    pub from_name: String,
    /// One line of about 70 characters at most.
    pub subject: String,
    /// Complete.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The letter cannot be put into words.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The reader's zone is none.
    #[error(transparent)]
    Zone(#[from] UnknownZone),
    /// The meeting does not name the reader.
    #[error("the reader is not in the meeting")]
    Stranger,
    /// A link that the mail is about is missing.
    #[error("the mail has no link")]
    NoLink,
    /// A template failed.
    #[error("the mail cannot be written: {0}")]
    Template(#[from] askama::Error),
}

/// Puts a letter into words.
///
/// # Errors
/// [`RenderError`] when the letter contradicts itself; what people typed never causes an error.
pub fn render(letter: &Letter, links: &MailLinks) -> Result<Rendered, RenderError> {
    let zone = Zone::named(&letter.to.zone)?;
    let scene = Scene {
        t: texts(letter.to.language),
        f: Format::new(letter.to.language, letter.to.clock, zone),
        letter,
        links,
    };
    match &letter.body {
        Body::Meeting(body) => meeting::render(&scene, body, meeting::Occasion::Message),
        Body::Series(body) => series::render(&scene, body),
        Body::SeriesReview(body) => series_review::render(&scene, body),
        Body::Endless(body) => endless::render(&scene, body),
        Body::Reminder(body) => meeting::render(&scene, &body.about, meeting::Occasion::Reminder(body.reason)),
        Body::Test(body) => meeting::render(&scene, body, meeting::Occasion::Test),
        Body::Welcome { inviter, expires_at, .. } => account::welcome(&scene, inviter, *expires_at),
        Body::Approval(body) => approval::render(&scene, body),
        Body::Written(body) => written::render(&scene, body),
        Body::Minutes(body) => minutes::render(&scene, body),
        Body::TimeProposed(body) => proposal::proposed(&scene, body),
        Body::TimeDeclined(body) => proposal::declined(&scene, body),
        Body::Digest(digest) => digest::summary(&scene, digest),
        Body::Answers(answers) => digest::answers(&scene, answers),
        Body::Reset { expires_at, .. } => account::reset(&scene, *expires_at),
        Body::Calendar { name, host, trouble, since } => calendar::unread(&scene, (name, host), (*trouble, *since)),
    }
}

/// What all parts of one mail share.
struct Scene<'a> {
    t: &'static Texts,
    f: Format,
    letter: &'a Letter,
    links: &'a MailLinks,
}

impl Scene<'_> {
    fn lang(&self) -> &'static str {
        self.letter.to.language.tag()
    }

    fn company(&self) -> String {
        line(&self.letter.company)
    }
}

/// A link of ours.
struct Link {
    label: String,
    href: String,
}

/// What somebody typed, as one harmless line.
fn line(raw: &str) -> String {
    SafeText::line(raw, MAX_LINE).into()
}

/// Both bodies, in this order: text, HTML.
fn bodies(text: &impl Template, html: &impl Template) -> Result<(String, String), RenderError> {
    Ok((text.render()?, html.render()?))
}
