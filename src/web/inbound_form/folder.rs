//! The part of the form about an IMAP folder: its fields, how reading stands, and trying it out.

use std::num::NonZeroU16;

use crate::{
    app::{context::App, inbound_settings},
    domain::{
        inbound::{Folder, Trouble},
        relay::RelaySecurity,
        text::SafeText,
    },
    i18n::{self, Texts, labels},
    mail::{
        imap::{self, Fault, Patience, Place, Roots},
        transport::{self, Login},
    },
    store::{self, Tx, inbound_folder::InboundFolder},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
    },
};

/// Longest user name, password and name of a folder, in characters.
const MAX_TEXT: usize = 254;

/// What the fields show.
pub(in crate::web) struct FolderView {
    pub(in crate::web) host: String,
    pub(in crate::web) port: String,
    pub(in crate::web) security: String,
    /// Menu of protections.
    pub(in crate::web) securities: Vec<(String, String)>,
    pub(in crate::web) username: String,
    /// Whether a password is saved.
    pub(in crate::web) kept: bool,
    pub(in crate::web) name: String,
    /// How reading stands, sentence by sentence.
    pub(in crate::web) state: Vec<String>,
    pub(in crate::web) failing: bool,
    /// The server's own words about a failure; may be empty.
    pub(in crate::web) words: String,
}

impl FolderView {
    /// The fields as saved.
    pub(super) async fn saved(tx: &mut Tx, caller: &Caller, folder: Option<&Folder>) -> Result<Self, Failure> {
        let row = store::inbound_folder::load(tx).await?;
        let text = |of: fn(&Folder) -> &str| folder.map_or_else(String::new, |folder| of(folder).to_owned());
        Ok(Self {
            host: text(|folder| &folder.host),
            port: folder.map_or(993, |folder| folder.port).to_string(),
            security: folder.map_or(RelaySecurity::Tls, |folder| folder.security).to_string(),
            securities: securities(caller.texts()),
            username: text(|folder| &folder.username),
            kept: folder.is_some(),
            name: folder.map_or_else(|| "INBOX".to_owned(), |folder| folder.name.clone()),
            state: row.as_ref().map(|row| state(caller, row)).unwrap_or_default(),
            failing: row.as_ref().is_some_and(|row| row.failure.is_some()),
            words: row.map(|row| row.words).unwrap_or_default(),
        })
    }

    /// The fields as typed; a password is never sent back.
    pub(super) fn typed(&mut self, form: &Form) {
        let text = |name: &str| form.get(name).to_owned();
        (self.host, self.port, self.security) = (text("imap-host"), text("imap-port"), text("imap-security"));
        (self.username, self.name) = (text("imap-username"), text("imap-folder"));
    }
}

fn state(caller: &Caller, row: &InboundFolder) -> Vec<String> {
    let (t, f, now) = (caller.texts(), caller.format(), caller.now());
    let read = row.read_at.map(|at| labels::age(t, now - at));
    let mut words = Vec::new();
    if let Some((trouble, since)) = row.failure.zip(row.failing_since) {
        words.push(t.folder_failing(f.subject_when(since)));
        words.push(i18n::replies::trouble(t, trouble));
        words.push(t.folder_next(f.subject_when(row.next_check_at)));
    }
    words.push(read.map_or_else(|| t.folder_never_read(), |age| t.folder_read(age)));
    if row.waiting > 0 {
        words.push(t.folder_waiting(row.waiting));
    }
    words
}

fn securities(t: &Texts) -> Vec<(String, String)> {
    let words = |security| match security {
        RelaySecurity::Tls => t.folder_security_tls(),
        RelaySecurity::StartTls => t.folder_security_starttls(),
        RelaySecurity::Plain => t.folder_security_plain(),
    };
    RelaySecurity::ALL.iter().map(|security| (security.to_string(), words(*security))).collect()
}

/// Reads the fields; `saved` is what they were filled from. `None` comes with errors.
pub(super) fn parse(
    app: &App,
    (form, t): (&Form, &Texts),
    saved: Option<&Folder>,
    errors: &mut Errors,
) -> Result<Option<Folder>, Failure> {
    let host = form.get("imap-host").trim();
    if host.is_empty() {
        errors.add("imap-host", t.field_required());
    } else if !transport::is_host(host) {
        errors.add("imap-host", t.relay_not_a_host());
    }
    let port = form.get("imap-port").trim().parse::<NonZeroU16>();
    if port.is_err() {
        errors.add("imap-port", t.folder_not_a_port());
    }
    let security = form.get("imap-security").parse::<RelaySecurity>();
    match security {
        Ok(RelaySecurity::Plain) if !transport::is_loopback(host) => {
            errors.add("imap-security", t.relay_plain_refused());
        }
        Err(_) => errors.add("imap-security", t.field_choose_one()),
        Ok(_) => {}
    }
    let username = line((form, t), "imap-username", errors);
    let folder = Folder {
        host: host.to_owned(),
        port: port.map_or(0, NonZeroU16::get),
        security: security.unwrap_or(RelaySecurity::Tls),
        username,
        sealed_password: String::new(),
        name: String::new(),
    };
    let sealed_password = password(app, (form, t), (&folder, saved), errors)?;
    let name = line((form, t), "imap-folder", errors);
    Ok(errors.is_empty().then_some(Folder { sealed_password, name, ..folder }))
}

/// A field that must be filled.
fn line((form, t): (&Form, &Texts), field: &str, errors: &mut Errors) -> String {
    let typed = form.get(field).trim();
    if typed.is_empty() {
        errors.add(field, t.field_required());
    } else if typed.chars().count() > MAX_TEXT {
        errors.add(field, t.field_too_long(MAX_TEXT));
    }
    SafeText::line(typed, MAX_TEXT).into()
}

/// The saved password goes only where it went before: whoever could point it at a server of their own would read it.
fn password(
    app: &App,
    (form, t): (&Form, &Texts),
    (folder, saved): (&Folder, Option<&Folder>),
    errors: &mut Errors,
) -> Result<String, Failure> {
    let typed = form.get("imap-password");
    if typed.chars().count() > MAX_TEXT {
        errors.add("imap-password", t.field_too_long(MAX_TEXT));
        return Ok(String::new());
    }
    if typed.contains(['\r', '\n', '\0']) {
        errors.add("imap-password", t.folder_odd_password());
        return Ok(String::new());
    }
    if !typed.is_empty() {
        return Ok(inbound_settings::seal_password(app, typed)?);
    }
    let way = |folder: &Folder| (folder.host.clone(), folder.port, folder.security, folder.username.clone());
    let kept = saved.filter(|saved| way(saved) == way(folder));
    if kept.is_none() {
        let again = saved.is_some();
        errors.add("imap-password", if again { t.relay_password_again() } else { t.field_required() });
    }
    Ok(kept.map(|saved| saved.sealed_password.clone()).unwrap_or_default())
}

/// Connects, signs in and looks into the folder, with no transaction open; tells how many mails are in it. Ends by itself.
pub(super) async fn try_out(app: &App, folder: &Folder) -> Result<u32, Fault> {
    let fault = |trouble, words: String| Fault { trouble, words };
    let password =
        inbound_settings::open_password(app, folder).map_err(|error| fault(Trouble::Sealed, error.to_string()))?;
    let place = Place {
        host: folder.host.clone(),
        port: folder.port,
        security: folder.security,
        login: Login { username: folder.username.clone(), password },
        folder: folder.name.clone(),
    };
    let roots = Roots::of_this_machine();
    imap::probe(&place, &roots, Patience::default()).await
}
