//! One SMTP connection (RFC 5321): opening it, handing over one mail, using it again.

use std::{error::Error as StdError, fmt::Write as _, time::Duration};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::AsyncSmtpConnection,
    commands::{Data, Noop, Rset},
    response::{Response, Severity},
};
use tokio::time::{Instant, timeout};

use super::{
    mime::Composed,
    transport::{Login, Outcome},
    wire::{self, Route},
};
use crate::domain::text::SafeText;

/// An unused connection older than this is replaced; many relays close it after a few minutes.
const IDLE_LIMIT: Duration = Duration::from_mins(1);
/// A connection unused for longer than this is asked whether it still lives.
const NOOP_AFTER: Duration = Duration::from_secs(5);
/// How long the answer to that may take.
const NOOP_LIMIT: Duration = Duration::from_secs(5);
/// How much of an answer is kept, in characters.
const REPLY_LIMIT: usize = 500;

/// Why a step did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// The relay said no.
    Answered { code: u16, reply: String },
    /// No answer, or none that makes sense.
    Broken(String),
}

/// An open connection that has said EHLO and signed in.
pub(super) struct Link {
    connection: AsyncSmtpConnection,
    rested: Instant,
    mid_mail: bool,
}

impl Link {
    /// Connects, encrypts and signs in as the settings say.
    pub(super) async fn open(route: &Route) -> Result<Self, Fault> {
        let mut connection = wire::connect(route, None).await?;
        wire::encrypt(&mut connection, route).await?;
        if let Some(login) = &route.settings.login {
            authenticate(&mut connection, login).await?;
        }
        Ok(Self { connection, rested: Instant::now(), mid_mail: false })
    }

    /// MAIL FROM. Nothing has been handed over yet.
    pub(super) async fn begin(&mut self, mail: &Composed) -> Result<(), Fault> {
        self.mid_mail = true;
        // An `EmailAddress` holds no blank, line break or angle bracket, so it cannot leave its place in the command.
        let command = format!("MAIL FROM:<{}>\r\n", mail.envelope_from);
        let response = self.connection.command(command).await?;
        expect(&response, Severity::PositiveCompletion).map(drop)
    }

    /// RCPT TO, DATA and the mail. Returns the relay's receipt.
    pub(super) async fn transfer(&mut self, mail: &Composed) -> Result<String, Fault> {
        let response = self.connection.command(format!("RCPT TO:<{}>\r\n", mail.envelope_to)).await?;
        expect(&response, Severity::PositiveCompletion)?;
        let response = self.connection.command(Data).await?;
        expect(&response, Severity::PositiveIntermediate)?;
        // In one write together with the final dot: two would cost a delayed acknowledgement where Nagle's algorithm is on.
        let response = self.connection.command(dot_stuffed(&mail.raw)?).await?;
        let receipt = expect(&response, Severity::PositiveCompletion)?;
        self.mid_mail = false;
        Ok(receipt)
    }

    /// Marks the moment from which the connection is idle.
    pub(super) fn rest(&mut self) {
        self.rested = Instant::now();
    }

    /// Whether the connection has been idle for too long.
    pub(super) fn is_stale(&self) -> bool {
        self.rested.elapsed() > IDLE_LIMIT
    }

    /// Whether the connection is young and, after a refused mail or a pause, still answers.
    pub(super) async fn is_ready(&mut self) -> bool {
        if self.is_stale() {
            return false;
        }
        let answer = if self.mid_mail {
            timeout(NOOP_LIMIT, self.connection.command(Rset)).await
        } else if self.rested.elapsed() > NOOP_AFTER {
            timeout(NOOP_LIMIT, self.connection.command(Noop)).await
        } else {
            return true;
        };
        let ready = matches!(answer, Ok(Ok(response)) if response.code().severity == Severity::PositiveCompletion);
        self.mid_mail = !ready;
        ready
    }
}

/// AUTH PLAIN, or LOGIN where the relay offers nothing better.
pub(super) async fn authenticate(connection: &mut AsyncSmtpConnection, login: &Login) -> Result<Response, Fault> {
    let credentials = Credentials::new(login.username.clone(), login.password.clone());
    Ok(connection.auth(DEFAULT_MECHANISMS, &credentials).await?)
}

impl Fault {
    /// A refusal ends one mail; 421 and silence end the connection (RFC 5321, section 3.8).
    pub(super) fn leaves_connection_usable(&self) -> bool {
        matches!(self, Self::Answered { code, .. } if *code != 421)
    }

    /// The verdict when this happened before any mail was offered.
    pub(super) fn before_mail(self) -> Outcome {
        match self {
            Self::Broken(reason) => Outcome::Unreachable { reason },
            answered @ Self::Answered { .. } => answered.about_connection(),
        }
    }

    /// The verdict when this happened between MAIL FROM and the receipt. 530 is about a missing login (RFC 4954), which
    /// is no fault of the recipient.
    pub(super) fn about_mail(self) -> Outcome {
        match self {
            Self::Answered { code, reply } if code >= 500 && code != 530 => Outcome::Refused { code, reply },
            other => other.about_connection(),
        }
    }

    /// The verdict when this happened before MAIL FROM: no code there says anything about the mail.
    pub(super) fn about_connection(self) -> Outcome {
        match self {
            Self::Answered { code, reply } => Outcome::Later { code, reply },
            Self::Broken(reason) => Outcome::Unknown { reason },
        }
    }

    /// The relay's own words.
    pub(super) fn into_words(self) -> String {
        match self {
            Self::Answered { code, reply } => format!("{code} {reply}"),
            Self::Broken(reason) => reason,
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        // lettre wraps its own errors in one another; what helps is the first that somebody else said.
        let mut words = error.to_string();
        let mut source = error.source();
        while let Some(inner) = source {
            words = inner.to_string();
            source = inner.downcast_ref::<Error>().and_then(StdError::source);
        }
        match error.status() {
            Some(code) => Self::Answered { code: code.into(), reply: bounded(&words) },
            None => Self::Broken(bounded(&words)),
        }
    }
}

/// The text of an answer of the right kind; an answer of another kind leaves everything open.
fn expect(response: &Response, severity: Severity) -> Result<String, Fault> {
    let mut words = response.code().to_string();
    for line in response.message() {
        let _ = write!(words, " {line}");
    }
    if response.code().severity == severity {
        Ok(bounded(&words))
    } else {
        Err(Fault::Broken(bounded(&format!("unexpected answer: {words}"))))
    }
}

fn bounded(words: &str) -> String {
    SafeText::line(words, REPLY_LIMIT).into()
}

/// The mail as DATA carries it: dots at line starts doubled, a final line with one dot (RFC 5321, section 4.5.2).
fn dot_stuffed(raw: &[u8]) -> Result<String, Fault> {
    let text = std::str::from_utf8(raw).map_err(|_| Fault::Broken("the mail is not text".to_owned()))?;
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.split_inclusive('\n') {
        if line.starts_with('.') {
            out.push('.');
        }
        out.push_str(line);
    }
    if !out.ends_with("\r\n") {
        out.push_str("\r\n");
    }
    out.push_str(".\r\n");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_at_line_starts_are_doubled() {
        for (raw, sent) in [
            ("", "\r\n.\r\n"),
            ("a", "a\r\n.\r\n"),
            ("a\r\n", "a\r\n.\r\n"),
            (".\r\n.b\r\nc.\r\n", "..\r\n..b\r\nc.\r\n.\r\n"),
        ] {
            assert_eq!(dot_stuffed(raw.as_bytes()).unwrap(), sent);
        }
    }

    #[test]
    fn a_code_is_about_the_mail_only_after_mail_from() {
        let answered = |code| Fault::Answered { code, reply: "x".to_owned() };
        assert!(matches!(answered(550).about_mail(), Outcome::Refused { code: 550, .. }));
        assert!(matches!(answered(530).about_mail(), Outcome::Later { code: 530, .. }));
        assert!(matches!(answered(451).about_mail(), Outcome::Later { code: 451, .. }));
        assert!(matches!(answered(535).about_connection(), Outcome::Later { code: 535, .. }));
        assert!(matches!(Fault::Broken(String::new()).about_mail(), Outcome::Unknown { .. }));
        assert!(!answered(421).leaves_connection_usable() && answered(550).leaves_connection_usable());
    }
}
