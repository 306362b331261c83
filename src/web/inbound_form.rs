//! How answers come in by mail: the form, and what came in.

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
    app::inbound_settings,
    domain::{email::EmailAddress, ids::MeetingId, inbound::Inbound},
    i18n::{Texts, replies},
    store::{self, Tx, organization::Organization},
};

/// Longest name of a server.
const MAX_NAME: usize = 253;

/// What the section shows.
pub(super) struct InboundView {
    /// `off` or `deliver`.
    pub(super) way: String,
    pub(super) trusted: String,
    pub(super) plus: bool,
    /// An address with something behind a plus, as an example.
    pub(super) example: String,
    pub(super) came: Vec<CameIn>,
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
            from: mail.sender,
            outcome: replies::outcome(t, mail.outcome),
            meeting: mail.meeting_id,
        });
        let service = reads.service_address(firm).parse::<EmailAddress>();
        Ok(Self {
            way: if settings.is_some() { "deliver" } else { "off" }.to_owned(),
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
        self
    }
}

/// Saves how answers come in.
pub(super) async fn change(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    match parse(&form, caller.texts()) {
        Ok(settings) => {
            inbound_settings::save(&writes.app, actor, &permit, settings).await?;
            Ok(Redirect::to("/admin/mail?done=inbound").into_response())
        }
        Err(errors) => mail_settings::inbound_came_back(&writes.reads(), &caller, &form, errors).await,
    }
}

fn parse(form: &Form, t: &Texts) -> Result<Option<Inbound>, Errors> {
    let mut errors = Errors::default();
    let trusted = form.get("trusted").trim();
    if trusted.len() > MAX_NAME || !trusted.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')) {
        errors.add("trusted", t.inbound_not_a_name());
    }
    let settings = match form.get("way") {
        "off" => None,
        "deliver" => Some(Inbound {
            trusted_server: (!trusted.is_empty()).then(|| trusted.to_owned()),
            plus_addressing: form.has("plus"),
        }),
        _ => {
            errors.add("way", t.field_choose_one());
            None
        }
    };
    if errors.is_empty() { Ok(settings) } else { Err(errors) }
}
