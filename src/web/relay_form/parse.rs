//! From typed text to settings that can work, with every error at once.

use crate::{
    app::{context::App, relay::open_password, relay_settings::SaveRelay},
    domain::{
        email::EmailAddress,
        relay::{Relay, RelaySecurity},
        text::SafeText,
    },
    i18n::Texts,
    mail::transport::{Login, Security, SettingsError, SmtpRelay, SmtpSettings},
    web::{
        failure::Failure,
        form::{Errors, Form},
    },
};

/// Longest user name and password, in characters.
const MAX_LOGIN: usize = 254;

/// Settings to save, and the same settings ready to be tried.
type Parsed = (SmtpRelay, SaveRelay);

/// Reads the form; `saved` is what it was filled from.
pub(super) fn parse(
    app: &App,
    form: &Form,
    t: &Texts,
    saved: Option<&Relay>,
) -> Result<Result<Parsed, Errors>, Failure> {
    let mut errors = Errors::default();
    let mut host = form.get("host").trim().to_owned();
    if host.is_empty() {
        errors.add("host", t.field_required());
        // Stands in, so that all other fields are judged too.
        "localhost".clone_into(&mut host);
    }
    let port = form.get("port").trim().parse::<u16>().ok().filter(|port| *port > 0);
    if port.is_none() {
        errors.add("port", t.relay_not_a_port());
    }
    let security = form.get("security").parse::<RelaySecurity>();
    let from = form.get("from").parse::<EmailAddress>();
    let settings = SmtpSettings::new(&host, port.unwrap_or(587), protection(security.unwrap_or(RelaySecurity::Tls)));
    if security.is_err() {
        errors.add("security", t.field_choose_one());
    }
    let target = Target { host: &settings.host, port: settings.port, security: security.ok() };
    let login = login(app, form, t, (&mut errors, target, saved))?;
    if from.is_err() {
        errors.add("from", t.field_not_an_address());
    }
    let settings = SmtpSettings { login: login.clone(), hello_name: app.settings().host().to_owned(), ..settings };
    let (port, host) = (settings.port, settings.host.clone());
    match (SmtpRelay::new(settings), security, from) {
        (Err(error), ..) => refuse(&mut errors, t, &error),
        (Ok(relay), Ok(security), Ok(from)) if errors.is_empty() => {
            let (username, password) = login.map(|l| (l.username, l.password)).unzip();
            return Ok(Ok((relay, SaveRelay { host, port, security, username, password, from })));
        }
        _ => {}
    }
    Ok(Err(in_order(errors)))
}

fn protection(security: RelaySecurity) -> Security {
    match security {
        RelaySecurity::Tls => Security::Tls,
        RelaySecurity::StartTls => Security::StartTls,
        RelaySecurity::Plain => Security::Plain,
    }
}

fn refuse(errors: &mut Errors, t: &Texts, error: &SettingsError) {
    match error {
        SettingsError::Name(_) => errors.add("host", t.relay_not_a_host()),
        SettingsError::Plain(_) => errors.add("security", t.relay_plain_refused()),
        SettingsError::Tls(_) | SettingsError::PoolSize(_) => errors.add("security", t.relay_no_tls()),
    }
}

/// Where the login would go.
#[derive(Clone, Copy)]
struct Target<'a> {
    host: &'a str,
    port: u16,
    security: Option<RelaySecurity>,
}

impl Target<'_> {
    fn is(self, relay: &Relay, username: &str) -> bool {
        let same_user = relay.username.as_deref() == Some(username);
        relay.host == self.host && relay.port == self.port && Some(relay.security) == self.security && same_user
    }
}

/// The saved password goes only where it went before: whoever could point it at a server of their own would read it.
fn login(
    app: &App,
    form: &Form,
    t: &Texts,
    (errors, target, saved): (&mut Errors, Target<'_>, Option<&Relay>),
) -> Result<Option<Login>, Failure> {
    let typed = form.get("username").trim();
    let username: String = SafeText::line(typed, MAX_LOGIN).into();
    let password = form.get("password");
    for (field, text) in [("username", typed), ("password", password)] {
        if text.chars().count() > MAX_LOGIN {
            errors.add(field, t.field_too_long(i64::try_from(MAX_LOGIN).unwrap_or(i64::MAX)));
        }
    }
    if username.is_empty() {
        if !password.is_empty() {
            errors.add("username", t.relay_password_alone());
        }
        return Ok(None);
    }
    if !password.is_empty() {
        return Ok(Some(Login { username, password: password.to_owned() }));
    }
    let kept = match saved.filter(|relay| target.is(relay, &username)) {
        Some(relay) => open_password(app, relay)?,
        None => None,
    };
    if kept.is_none() {
        let again = saved.is_some_and(|relay| relay.sealed_password.is_some());
        errors.add("password", if again { t.relay_password_again() } else { t.relay_username_alone() });
    }
    Ok(kept.map(|password| Login { username, password }))
}

/// As the fields stand on the page.
fn in_order(mut errors: Errors) -> Errors {
    const ORDER: [&str; 6] = ["host", "port", "security", "username", "password", "from"];
    errors.0.sort_by_key(|error| ORDER.iter().position(|field| *field == error.field));
    errors
}
