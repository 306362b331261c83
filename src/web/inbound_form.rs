//! How answers come in by mail: the form, and what came in.

pub(super) mod folder;

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    mail_settings,
    state::{Reads, Writes},
};
use crate::{
    app::{
        actor::{Actor, MayAdminister},
        inbound_settings,
    },
    domain::{email::EmailAddress, ids::MeetingId, inbound::Inbound, replies::Outcome},
    i18n::{Texts, replies},
    mail::imap::Fault,
    store::{self, Tx, organization::Organization},
};

use folder::FolderView;

/// Longest name of a server.
const MAX_NAME: usize = 253;

/// What the section shows.
pub(super) struct InboundView {
    /// `off`, `imap` or `deliver`.
    pub(super) way: String,
    /// Whether a folder may be read; the demo asks nobody for mails.
    pub(super) imap: bool,
    pub(super) folder: FolderView,
    /// How a test went.
    pub(super) tried: Option<Tried>,
    pub(super) trusted: String,
    pub(super) plus: bool,
    /// An address with something behind a plus, as an example.
    pub(super) example: String,
    pub(super) came: Vec<CameIn>,
}

/// How a test went.
pub(super) struct Tried {
    /// Whether it works; it is saved then.
    pub(super) works: bool,
    /// In plain words.
    pub(super) said: String,
    /// In the words of the server or the system; may be empty.
    pub(super) words: String,
}

/// A mail that came in.
pub(super) struct CameIn {
    pub(super) when: String,
    pub(super) from: String,
    pub(super) outcome: String,
    pub(super) meeting: Option<MeetingId>,
}

impl InboundView {
    /// The form as saved.
    pub(super) async fn saved(
        tx: &mut Tx,
        (reads, caller): (&Reads, &Caller),
        firm: &Organization,
    ) -> Result<Self, Failure> {
        let (t, f) = (caller.texts(), caller.format());
        let settings = store::inbound_mailbox::load(tx).await?.map(|mailbox| mailbox.settings.0);
        let mails = store::inbound_mail::newest(tx).await?;
        let came = mails.into_iter().map(|mail| CameIn {
            when: f.long_date_time(mail.received_at),
            outcome: said(t, mail.outcome, mail.proven),
            from: mail.sender,
            meeting: mail.meeting_id,
        });
        let service = reads.service_address(firm).parse::<EmailAddress>();
        let folder = settings.as_ref().and_then(|s| s.folder.as_ref());
        let way = match (&settings, folder) {
            (None, _) => "off",
            (Some(_), None) => "deliver",
            (Some(_), Some(_)) => "imap",
        };
        Ok(Self {
            folder: FolderView::saved(tx, caller, folder).await?,
            way: way.to_owned(),
            imap: !reads.mode().demo,
            tried: None,
            trusted: settings.as_ref().and_then(|s| s.trusted_server.clone()).unwrap_or_default(),
            plus: settings.is_some_and(|s| s.plus_addressing),
            example: service.map_or_else(|_| String::new(), |s| format!("{}+abc@{}", s.local(), s.domain())),
            came: came.collect(),
        })
    }

    /// The form as typed.
    pub(super) fn typed(mut self, form: &Form) -> Self {
        form.get("way").clone_into(&mut self.way);
        form.get("trusted").clone_into(&mut self.trusted);
        self.plus = form.has("plus");
        self.folder.typed(form);
        self
    }
}

/// What became of a mail; of an answer to a test also whether its sender was proven.
fn said(t: &Texts, outcome: Outcome, proven: bool) -> String {
    let words = replies::outcome(t, outcome);
    match outcome {
        Outcome::TestCame | Outcome::TestCameTagged if proven => format!("{words} {}", t.reply_test_proven()),
        Outcome::TestCame | Outcome::TestCameTagged => format!("{words} {}", t.reply_test_unproven()),
        _ => words,
    }
}

/// How answers come in and whether they do, in words, and whether that fails.
pub(super) async fn standing(tx: &mut Tx, caller: &Caller) -> Result<(String, bool), Failure> {
    let t = caller.texts();
    let settings = store::inbound_mailbox::load(tx).await?.map(|mailbox| mailbox.settings.0);
    let Some(settings) = settings else { return Ok((t.inbound_way_off(), false)) };
    if settings.folder.is_none() {
        return Ok((t.inbound_way_deliver(), false));
    }
    let view = FolderView::saved(tx, caller, settings.folder.as_ref()).await?;
    Ok((view.state.join(" "), view.failing))
}

/// Saves how answers come in, or tries a folder out and saves it if that works.
pub(super) async fn change(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    match parse(&writes, &form, caller.texts()).await? {
        Ok(settings) if form.get("do") == "test" => {
            try_out(&writes, &caller, (actor, &permit), (&form, settings)).await
        }
        Ok(settings) => {
            inbound_settings::save(&writes.app, actor, &permit, settings).await?;
            Ok(Redirect::to("/admin/mail?done=inbound").into_response())
        }
        Err(errors) => mail_settings::inbound_came_back(&writes.reads(), &caller, &form, errors).await,
    }
}

async fn try_out(
    writes: &Writes,
    caller: &Caller,
    (actor, permit): (&Actor, &MayAdminister),
    (form, settings): (&Form, Option<Inbound>),
) -> Result<Response, Failure> {
    let t = caller.texts();
    let folder = settings.as_ref().and_then(|settings| settings.folder.as_ref()).ok_or(Failure::Unreadable)?;
    let tried = match folder::try_out(&writes.app, folder).await {
        Ok(mails) => {
            inbound_settings::save(&writes.app, actor, permit, settings).await?;
            Tried { works: true, said: t.folder_works(mails), words: String::new() }
        }
        Err(Fault { trouble, words }) => Tried { works: false, said: replies::trouble(t, trouble), words },
    };
    mail_settings::inbound_tried(&writes.reads(), caller, form, tried).await
}

async fn parse(writes: &Writes, form: &Form, t: &Texts) -> Result<Result<Option<Inbound>, Errors>, Failure> {
    let mut errors = Errors::default();
    let trusted = form.get("trusted").trim();
    if trusted.len() > MAX_NAME || !trusted.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')) {
        errors.add("trusted", t.inbound_not_a_name());
    }
    let reads = writes.reads();
    let saved = {
        let mut tx = reads.begin().await?;
        store::inbound_mailbox::load(&mut tx).await?.and_then(|mailbox| mailbox.settings.0.folder)
    };
    // Who tries a folder out means to read it.
    let way = if form.get("do") == "test" { "imap" } else { form.get("way") };
    let mut folder = None;
    match way {
        "off" | "deliver" => {}
        "imap" if !reads.mode().demo => {
            folder = folder::parse(&writes.app, (form, t), saved.as_ref(), &mut errors)?;
        }
        _ => errors.add("way", t.field_choose_one()),
    }
    let settings = (way != "off").then(|| Inbound {
        trusted_server: (!trusted.is_empty()).then(|| trusted.to_owned()),
        plus_addressing: form.has("plus"),
        folder,
    });
    Ok(if errors.is_empty() { Ok(settings) } else { Err(errors) })
}
