//! Trying the relay from the set-up page, in the relay's own words.

use std::time::Duration;

use lettre::transport::smtp::{commands::Ehlo, response::Response};
use tokio::time::timeout;

use super::{
    smtp::{Fault, authenticate},
    transport::{Security, SmtpRelay},
    wire::{Route, Transcript, connect, encrypt},
};
use crate::domain::text::SafeText;

/// How long the whole attempt may take.
const PROBE_LIMIT: Duration = Duration::from_secs(20);
/// The longest line shown, in characters.
const LINE_LIMIT: usize = 500;

/// What the relay said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Its answers, one by one, as far as it got; no control characters.
    pub answers: Vec<String>,
    /// Why it did not work, in the words of the relay or the system; `None` if everything did.
    pub error: Option<String>,
}

impl SmtpRelay {
    /// Connects, says EHLO, encrypts and signs in as the settings say, and sends nothing. Ends within 20
    /// seconds, or the deadline of the settings if that is shorter.
    pub async fn probe(&self) -> Probe {
        let transcript = Transcript::default();
        let limit = self.route.settings.deadline.min(PROBE_LIMIT);
        let error = match timeout(limit, converse(&self.route, &transcript)).await {
            Ok(Ok(())) => None,
            Ok(Err(fault)) => Some(fault.into_words()),
            Err(_) => Some(format!("no answer within {} s", limit.as_secs_f32())),
        };
        let answers = transcript
            .text()
            .lines()
            .map(|line| SafeText::line(line, LINE_LIMIT).into())
            .filter(|line: &String| !line.is_empty())
            .collect();
        Probe { answers, error }
    }
}

async fn converse(route: &Route, transcript: &Transcript) -> Result<(), Fault> {
    let mut connection = connect(route, Some(transcript.clone())).await?;
    let hidden = route.settings.security == Security::StartTls;
    if hidden {
        transcript.stop_listening();
        encrypt(&mut connection, route).await?;
        // lettre keeps the second EHLO answer to itself, so it is asked for once more.
        transcript.add(lines(&connection.command(Ehlo::new(route.hello.clone())).await?).as_bytes());
    }
    if let Some(login) = &route.settings.login {
        let response = authenticate(&mut connection, login).await?;
        if hidden {
            transcript.add(lines(&response).as_bytes());
        }
    }
    let _ = connection.quit().await;
    Ok(())
}

fn lines(response: &Response) -> String {
    let code = response.code();
    let lines: Vec<String> = response.message().map(|line| format!("{code} {line}\r\n")).collect();
    lines.concat()
}
