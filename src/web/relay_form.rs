//! The form of the mail server, used by the set-up and by the administrators' page: reading it, trying the server,
//! saving, and the test invitation.

mod parse;

use crate::{
    app::{actor::Actor, once::Once, relay_settings, send_test},
    domain::relay::{Relay, RelaySecurity},
    i18n::Texts,
    mail::transport::{Probe, SmtpRelay},
    store::{
        Tx,
        organization::{self, Organization},
    },
};

use super::{
    caller::Caller,
    failure::Failure,
    form::{Errors, Form},
    state::{Reads, Writes},
};

/// What the form shows.
pub(super) struct RelayView {
    pub(super) host: String,
    pub(super) port: String,
    pub(super) security: String,
    pub(super) username: String,
    pub(super) from: String,
    /// Menu of protections.
    pub(super) securities: Vec<(String, String)>,
    /// Whether a password is saved.
    pub(super) kept: bool,
    /// Whether the server is set elsewhere: in the configuration, or not at all in the demo.
    pub(super) read_only: bool,
    /// In one sentence, where mails go now.
    pub(super) state: String,
    /// Address that invitations come from.
    pub(super) sender: String,
    /// Whether a server is saved, so that it can be removed.
    pub(super) saved: bool,
    /// How the test went.
    pub(super) tried: Option<Tried>,
    /// Key of the form.
    pub(super) once: String,
}

/// How a test went.
pub(super) struct Tried {
    /// Whether an invitation is on its way.
    pub(super) sent: bool,
    /// In plain words.
    pub(super) words: String,
    /// The server's answers, as it gave them; `None` when none was asked.
    pub(super) answers: Option<Vec<String>>,
    /// Why it did not work, in the words of the server or the system.
    pub(super) error: Option<String>,
}

/// What came of a sent form.
pub(super) enum Outcome {
    /// The server is saved, or the built-in mailbox is.
    Saved,
    /// It was tried, and saved if it works.
    Tried(Tried),
    /// The form cannot be used as it is.
    Invalid(Errors),
}

/// Whether the pages cannot change the mail server: the configuration names one, or this is the demo, whose mails must
/// not leave.
pub(super) fn read_only(reads: &Reads) -> bool {
    reads.mode().relay_configured || reads.mode().demo
}

/// Whether mails leave at all.
pub(super) fn leaves(reads: &Reads, firm: Option<&Organization>) -> bool {
    reads.mode().relay_configured || firm.is_some_and(|o| o.relay.is_some())
}

/// What a page says that would send mails, where none leaves the house.
pub(super) async fn stays(reads: &Reads, tx: &mut Tx, t: &Texts) -> Result<Option<String>, Failure> {
    let firm = organization::load(tx).await?;
    Ok((!leaves(reads, firm.as_ref())).then(|| t.planner_mode_mailbox()))
}

impl RelayView {
    /// The form as saved.
    pub(super) fn saved(reads: &Reads, t: &Texts, firm: &Organization) -> Self {
        let relay = firm.relay.as_deref();
        let text = |of: fn(&Relay) -> String| relay.map_or_else(String::new, of);
        Self {
            host: text(|r| r.host.clone()),
            port: relay.map_or_else(|| "587".to_owned(), |r| r.port.to_string()),
            security: relay.map_or(RelaySecurity::StartTls, |r| r.security).as_str().to_owned(),
            username: text(|r| r.username.clone().unwrap_or_default()),
            from: text(|r| r.from.clone()),
            securities: securities(t),
            kept: relay.is_some_and(|r| r.sealed_password.is_some()),
            read_only: read_only(reads),
            state: state(reads, t, relay),
            sender: reads.service_address(firm),
            saved: relay.is_some(),
            tried: None,
            once: reads.once_key(),
        }
    }

    /// The form as typed; a password is never sent back.
    pub(super) fn typed(mut self, form: &Form) -> Self {
        let text = |name: &str| form.get(name).to_owned();
        if form.has("host") {
            (self.host, self.port, self.security) = (text("host"), text("port"), text("security"));
            (self.username, self.from) = (text("username"), text("from"));
        }
        self
    }
}

fn state(reads: &Reads, t: &Texts, relay: Option<&Relay>) -> String {
    match relay {
        _ if reads.mode().relay_configured => t.relay_by_file(),
        Some(relay) => t.relay_in_use(format!("{}:{}", relay.host, relay.port)),
        None => t.relay_mailbox(),
    }
}

fn securities(t: &Texts) -> Vec<(String, String)> {
    let words = |security| match security {
        RelaySecurity::Tls => t.relay_security_tls(),
        RelaySecurity::StartTls => t.relay_security_starttls(),
        RelaySecurity::Plain => t.relay_security_plain(),
    };
    RelaySecurity::ALL.iter().map(|security| (security.to_string(), words(*security))).collect()
}

/// Does what the pressed button says.
pub(super) async fn carry_out(
    writes: &Writes,
    caller: &Caller,
    actor: &Actor,
    form: &Form,
) -> Result<Outcome, Failure> {
    let permit = actor.may_administer()?;
    let reads = writes.reads();
    let saved = {
        let mut tx = reads.begin().await?;
        organization::load(&mut tx).await?.ok_or(Failure::NotFound)?.relay
    };
    match form.get("do") {
        "test" if read_only(&reads) => test_only(writes, caller, actor, form).await,
        _ if read_only(&reads) => Err(Failure::Forbidden),
        "test" if saved.is_none() && is_blank(form) => test_only(writes, caller, actor, form).await,
        "remove" => {
            relay_settings::forget(&writes.app, actor, &permit).await?;
            Ok(Outcome::Saved)
        }
        pressed => {
            let saved = saved.as_deref();
            let (relay, command) = match parse::parse(&writes.app, form, caller.texts(), saved)? {
                Ok(parsed) => parsed,
                Err(errors) => return Ok(Outcome::Invalid(errors)),
            };
            if pressed != "test" {
                relay_settings::save(&writes.app, actor, &permit, command).await?;
                return Ok(Outcome::Saved);
            }
            try_out(writes, caller, (actor, form), (relay, command)).await
        }
    }
}

fn is_blank(form: &Form) -> bool {
    ["host", "username", "password", "from"].iter().all(|field| form.get(field).trim().is_empty())
}

async fn test_only(writes: &Writes, caller: &Caller, actor: &Actor, form: &Form) -> Result<Outcome, Failure> {
    let t = caller.texts();
    send(writes, caller, actor, form).await?;
    let email = actor.person.email.as_str();
    let leaves = writes.reads().mode().relay_configured;
    let words = if leaves { t.relay_test_queued(email) } else { t.relay_test_mailbox(email) };
    Ok(Outcome::Tried(Tried { sent: true, words, answers: None, error: None }))
}

async fn try_out(
    writes: &Writes,
    caller: &Caller,
    (actor, form): (&Actor, &Form),
    (relay, command): (SmtpRelay, relay_settings::SaveRelay),
) -> Result<Outcome, Failure> {
    let t = caller.texts();
    // No transaction is open here, and the probe ends by itself after 20 seconds.
    let Probe { answers, error } = relay.probe().await;
    if let Some(error) = error {
        let words = fault(t, &error);
        return Ok(Outcome::Tried(Tried { sent: false, words, answers: Some(answers), error: Some(error) }));
    }
    relay_settings::save(&writes.app, actor, &actor.may_administer()?, command).await?;
    send(writes, caller, actor, form).await?;
    let words = t.relay_test_sent(actor.person.email.as_str());
    Ok(Outcome::Tried(Tried { sent: true, words, answers: Some(answers), error: None }))
}

async fn send(writes: &Writes, caller: &Caller, actor: &Actor, form: &Form) -> Result<(), Failure> {
    let title = caller.texts().relay_test_meeting();
    let key = once(&writes.reads(), actor, form);
    Ok(send_test::run(&writes.app, actor, &actor.may_administer()?, &title, &key).await?)
}

/// The form's key alone: a hash of the whole form would keep a trace of the password.
fn once(reads: &Reads, actor: &Actor, form: &Form) -> Once {
    let key = match form.get("once") {
        "" => reads.once_key(),
        key => key.to_owned(),
    };
    Form::new(vec![("once".to_owned(), key)]).once(actor.id())
}

/// What went wrong, in plain words; the server's own stand beside it.
fn fault(t: &Texts, error: &str) -> String {
    let code = error.get(..3).filter(|code| code.bytes().all(|b| b.is_ascii_digit()));
    match code {
        Some("530" | "534" | "535" | "538") => t.relay_fault_login(),
        Some(_) => t.relay_fault_refused(),
        None if error.starts_with("cannot connect") => t.relay_fault_connect(),
        None if error.starts_with("no answer within") => t.relay_fault_silent(),
        None => t.relay_fault_broken(),
    }
}
