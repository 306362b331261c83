//! A mail comes in: whose it is, what becomes of it, and that being written down, all in one transaction.
//!
//! What comes twice counts once, by its Message-ID. No mail is ever answered by one: only REFRESH, by a proven sender, has
//! the invitation sent once more, and that not for programs.

mod bounce;
mod reply;
mod series_reply;

use chrono::{DateTime, Utc};

use super::{
    context::App,
    error::{AppError, Result},
    read_folder::{self, Step},
};
use crate::{
    domain::{
        email::EmailAddress,
        inbound::Inbound,
        replies::{IncomingMail, Outcome, SetAside, trust},
        text::SafeText,
    },
    store::{self, Tx, inbound_mail::InboundMail},
};

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It came for the first time.
    New(Outcome),
    /// It came before.
    Again,
}

/// Takes in one mail.
///
/// # Errors
/// [`AppError::NotFound`] before the firm is set up; [`AppError::Store`] when the database fails. Nothing is written then,
/// and the mail may be brought once more.
pub async fn run(app: &App, mail: &IncomingMail) -> Result<Received> {
    one(app, mail, None).await
}

/// Takes in one mail, and marks its place in a folder as dealt with.
pub(super) async fn one(app: &App, mail: &IncomingMail, step: Option<Step>) -> Result<Received> {
    match attempt(app, mail, (step, true)).await {
        // A limit refuses the meeting with this answer, so it waits. Nothing of the attempt was written.
        Err(AppError::Stopped(_) | AppError::Denied | AppError::Refused(_)) => attempt(app, mail, (step, false)).await,
        done => done,
    }
}

async fn attempt(app: &App, mail: &IncomingMail, (step, apply): (Option<Step>, bool)) -> Result<Received> {
    let mut tx = app.db.begin().await?;
    if let Some(step) = step {
        read_folder::advance(&mut tx, app, step).await?;
    }
    let firm = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
    let settings = store::inbound_mailbox::load(&mut tx).await?.map(|mailbox| mailbox.settings.0);
    let service = app.service_address(&firm).parse().ok();
    let desk = Desk { app, mail, service, settings, apply, now: app.now() };
    let mut row = desk.row();
    if !store::inbound_mail::claim(&mut tx, &row).await? {
        tx.commit().await?;
        return Ok(Received::Again);
    }
    row.outcome = desk.sort(&mut tx, &mut row).await?;
    store::inbound_mail::save(&mut tx, &row).await?;
    tx.commit().await?;
    tracing::info!(mail = %row.id, outcome = %row.outcome, proven = row.proven, "a mail came in");
    if row.outcome == Outcome::SentAgain {
        app.wake_worker();
    }
    Ok(Received::New(row.outcome))
}

/// Lists a mail that was not looked into, with whatever its headers tell, and marks its place in a folder as dealt with.
pub(super) async fn set_aside(app: &App, mail: Option<&IncomingMail>, (outcome, step): (Outcome, Step)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    read_folder::advance(&mut tx, app, step).await?;
    let key = mail.map_or_else(|| step.key(), |mail| mail.key.clone());
    let sender = mail.and_then(|mail| mail.from.as_ref()).map_or_else(String::new, EmailAddress::key);
    let row = InboundMail { sender, outcome, ..blank(app, key) };
    store::inbound_mail::claim(&mut tx, &row).await?;
    tx.commit().await?;
    tracing::warn!(mail = %row.id, %outcome, "a mail was passed over");
    Ok(())
}

fn blank(app: &App, key: String) -> InboundMail {
    let now = app.now();
    InboundMail {
        id: app.new_id(),
        mail_key: key,
        sender: String::new(),
        outcome: Outcome::NoCalendar,
        proven: false,
        method: None,
        meeting_id: None,
        attendee_id: None,
        answer: None,
        all_dates: false,
        note: String::new(),
        proposed_from: None,
        proposed_to: None,
        other_email: None,
        other_name: String::new(),
        product: String::new(),
        stamped_at: now,
        received_at: now,
        counted_at: None,
        decision: None,
        decided_at: None,
        decided_by: None,
        about_from: None,
        about_to: None,
        about_dates: None,
    }
}

/// One mail and what it is looked at with.
struct Desk<'a> {
    app: &'a App,
    mail: &'a IncomingMail,
    /// Our own address.
    service: Option<EmailAddress>,
    settings: Option<Inbound>,
    /// Whether an answer that counts is applied, or only noted.
    apply: bool,
    now: DateTime<Utc>,
}

impl Desk<'_> {
    fn row(&self) -> InboundMail {
        let from = self.mail.from.as_ref();
        let server = self.settings.as_ref().and_then(|settings| settings.trusted_server.as_deref());
        let proven = from.is_some_and(|from| trust::is_proven(self.mail.authentication.as_deref(), server, from));
        let sender = from.map_or_else(String::new, EmailAddress::key);
        InboundMail { sender, proven, ..blank(self.app, self.mail.key.clone()) }
    }

    async fn sort(&self, tx: &mut Tx, row: &mut InboundMail) -> Result<Outcome> {
        if let Some(bounce) = &self.mail.bounce {
            return self.bounced(tx, bounce, row).await;
        }
        let Some(from) = &self.mail.from else { return Ok(Outcome::Unreadable) };
        if self.service.as_ref() == Some(from) || self.tag(from.as_str()).is_some() {
            return Ok(Outcome::Automatic);
        }
        if self.mail.calendars.is_empty() {
            return Ok(match self.mail.set_aside {
                Some(SetAside::Winmail | SetAside::TooDeep) => Outcome::Unreadable,
                Some(SetAside::TooLarge) => Outcome::TooLarge,
                None if self.mail.automatic => Outcome::Automatic,
                None => Outcome::NoCalendar,
            });
        }
        self.replied(tx, from, row).await
    }

    /// What stands behind the plus in an address of ours.
    fn tag<'b>(&self, address: &'b str) -> Option<&'b str> {
        self.service.as_ref().and_then(|service| crate::domain::inbound::tag_of(service, address))
    }
}

/// One line for the database.
fn line(text: &SafeText) -> String {
    SafeText::line(text.as_str(), 200).into()
}
