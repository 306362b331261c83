//! Letters that let somebody in: a link that works once, and the mail that carries it.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{context::App, error::Result, mail_links::ONLY_VERSION};
use crate::{
    domain::{
        letter::{Body, Letter, Reader},
        meeting::Party,
    },
    identity::{
        link::{LinkPurpose, LinkToken, Links},
        token,
    },
    store::{self, Tx, organization::Organization, outbox::NewMail, people::Person, sessions::OneTime},
};

/// What a letter lets its reader do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Errand {
    /// Join the firm.
    Welcome {
        /// Who invites.
        inviter: String,
    },
    /// Set a new password.
    Reset,
}

impl Errand {
    /// The word in `one_time` and in the outbox.
    pub(super) const fn word(&self) -> &'static str {
        match self {
            Self::Welcome { .. } => "welcome",
            Self::Reset => "reset",
        }
    }

    const fn link(&self) -> LinkPurpose {
        match self {
            Self::Welcome { .. } => LinkPurpose::WELCOME,
            Self::Reset => LinkPurpose::RESET,
        }
    }

    const fn life(&self) -> TimeDelta {
        match self {
            Self::Welcome { .. } => TimeDelta::days(14),
            Self::Reset => TimeDelta::hours(1),
        }
    }

    fn body(self, link: Uuid, expires_at: DateTime<Utc>) -> Body {
        match self {
            Self::Welcome { inviter } => Body::Welcome { inviter, link, expires_at },
            Self::Reset => Body::Reset { link, expires_at },
        }
    }
}

/// A link and its mail, ready to be stored.
pub(super) struct Prepared {
    secret: OneTime,
    mail: NewMail,
}

/// Makes the link and the mail. The mail names the link's id; the link itself can only be made with the key, so
/// neither the secrets nor the mails in the database open anything.
pub(super) fn prepare(app: &App, organization: &Organization, person: &Person, errand: Errand) -> Result<Prepared> {
    let now = app.now();
    let link: Uuid = app.new_id();
    let (word, expires_at) = (errand.word(), now + errand.life());
    let text = app.links().token(errand.link(), link, ONLY_VERSION);
    let secret = OneTime {
        token_hash: token::hash(&text).as_bytes().to_vec(),
        purpose: word.to_owned(),
        person_id: Some(person.id),
        created_at: now,
        expires_at,
        used_at: None,
    };
    let to = Reader {
        party: Party { name: person.name.clone(), email: person.email.clone() },
        language: person.language,
        zone: person.zone.clone(),
        clock: person.clock,
    };
    let letter = Letter { to, at: now, company: organization.name.clone(), body: errand.body(link, expires_at) };
    let mail = NewMail {
        lane: format!("{word}|{}", person.id),
        kind: word,
        series_id: None,
        meeting_id: None,
        attendee_id: None,
        person_id: Some(person.id),
        recipient: person.email.clone(),
        sequence: None,
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{}.{word}@{}", link.simple(), app.settings().host()),
        not_before: now,
    };
    Ok(Prepared { secret, mail })
}

/// Stores the link, which voids earlier ones of its kind, and queues the mail.
pub(super) async fn send(tx: &mut Tx, prepared: Prepared) -> Result<()> {
    let now = prepared.secret.created_at;
    store::sessions::insert_one_time(tx, &prepared.secret).await?;
    Ok(store::outbox::insert(tx, &[prepared.mail], now).await?)
}

/// Does the work of [`send`] for nobody: the link opens nothing, and no mail is queued.
pub(super) async fn pretend(tx: &mut Tx, mut prepared: Prepared) -> Result<()> {
    prepared.secret.person_id = None;
    let now = prepared.secret.created_at;
    store::sessions::insert_one_time(tx, &prepared.secret).await?;
    Ok(store::outbox::insert(tx, &[], now).await?)
}

/// The stored hash of a link's text, if this server made it for this purpose; a forged link never reaches the database.
pub(super) fn opened(links: &Links, purpose: LinkPurpose, text: &str) -> Option<Vec<u8>> {
    let parsed = LinkToken::parse(text)?;
    links.opens(&parsed, purpose, ONLY_VERSION).then(|| token::hash(text).as_bytes().to_vec())
}
