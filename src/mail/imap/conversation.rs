//! One conversation with a server about one folder.

use std::{fmt, time::Duration};

use async_imap::{Authenticator, Client, Session, error::Error};
use tokio::time::{sleep, timeout};

use super::{
    Fault, Patience, Place, Roots,
    answer::{self, Answer},
    connect::{self, Way},
    folder_name, said,
};
use crate::{
    domain::{inbound::Trouble, replies::MAX_MAIL},
    mail::transport::Login,
};

/// Most bytes of an answer that brings no mail: some ten thousand numbers.
const MAX_ANSWER: usize = 1024 * 1024;
/// What stands around a mail.
const AROUND: usize = 64 * 1024;
/// Most bytes of the headers of a mail that is passed over.
const MAX_HEADERS: usize = 64 * 1024;
/// Answers that say nothing, in a row, before a waiting server is taken for broken.
const MAX_CHATTER: u32 = 1_000;
/// Ends a conversation.
const GOODBYE: &str = "LOGOUT";
/// How long that may take.
const PARTING: Duration = Duration::from_secs(2);

/// What a folder says about itself when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// UIDVALIDITY: as long as it stays the same, UIDs mean the same mails.
    pub validity: u32,
    /// UIDNEXT: the UID of the next mail, or 0 if the server does not say.
    pub next: u32,
    /// Mails in it.
    pub mails: u32,
}

/// A mail and its size as the server tells it, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// UID.
    pub uid: u32,
    /// As told; only a hint.
    pub bytes: u32,
}

/// A mail, or as much of it as was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// All of it.
    Whole(Vec<u8>),
    /// It is larger than is read; its headers.
    TooLarge(Vec<u8>),
    /// It is not there any more.
    Gone,
}

/// What came of waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Something has changed in the folder.
    News,
    /// Nothing in that time.
    Nothing,
}

/// A signed-in connection with the folder open for reading.
pub struct Conversation {
    session: Session<Way>,
    patience: Patience,
    /// Whether the server tells by itself what comes.
    pushes: bool,
    /// Whether something came since it was last asked for.
    news: bool,
    /// The tag of an IDLE that is not ended yet.
    idle: Option<String>,
}

impl Conversation {
    /// Connects, signs in, and opens the folder without the right to change it.
    ///
    /// # Errors
    /// [`Fault`] says how far that went.
    pub async fn open(place: &Place, roots: &Roots, patience: Patience) -> Result<(Self, Opened), Fault> {
        let client = within(patience.connect, connect::connect(place, roots)).await?;
        let session = within(patience.answer, sign_in(client, &place.login)).await?;
        let mut conversation = Self { session, patience, pushes: false, news: false, idle: None };
        let offers = conversation.ask("CAPABILITY", MAX_ANSWER).await?;
        conversation.pushes = offers.iter().any(|answer| matches!(answer, Answer::Offers(true)));
        let opened = conversation.examine(&place.folder).await?;
        Ok((conversation, opened))
    }

    async fn examine(&mut self, folder: &str) -> Result<Opened, Fault> {
        let command = format!("EXAMINE {}", folder_name::quoted(folder));
        let answers = self.ask(&command, MAX_ANSWER).await.map_err(|fault| match fault.trouble {
            Trouble::Broken if fault.words.starts_with("NO ") => Fault { trouble: Trouble::NoFolder, ..fault },
            _ => fault,
        })?;
        let (mut validity, mut next, mut mails) = (None, 0, 0);
        for answer in answers {
            match answer {
                Answer::Exists(count) => mails = count,
                Answer::Validity(value) => validity = Some(value),
                Answer::Next(value) => next = value,
                _ => {}
            }
        }
        let validity = validity.ok_or_else(|| Fault::new(Trouble::Broken, "the folder has no UIDVALIDITY"))?;
        Ok(Opened { validity, next, mails })
    }

    /// The UIDs above `last`, rising. `since` (a date such as `24-Oct-2026`) leaves older mails out.
    ///
    /// # Errors
    /// [`Fault`]; an answer that was cut short is never taken for a whole one.
    pub async fn above(&mut self, last: u32, since: Option<&str>) -> Result<Vec<u32>, Fault> {
        let Some(first) = last.checked_add(1) else { return Ok(Vec::new()) };
        let since = since.map_or_else(String::new, |date| format!(" SINCE {date}"));
        self.news = false;
        let answers = self.ask(&format!("UID SEARCH UID {first}:*{since}"), MAX_ANSWER).await?;
        let found = answers.into_iter().filter_map(|answer| match answer {
            Answer::Found(uids) => Some(uids),
            _ => None,
        });
        // `5:*` also means the last mail where that is below 5.
        let mut uids: Vec<u32> = found.flatten().filter(|uid| *uid > last).collect();
        uids.sort_unstable();
        uids.dedup();
        Ok(uids)
    }

    /// The sizes of these mails, of those that are still there.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn sizes(&mut self, uids: &[u32]) -> Result<Vec<Size>, Fault> {
        let set: Vec<String> = uids.iter().map(u32::to_string).collect();
        let answers = self.ask(&format!("UID FETCH {} (UID RFC822.SIZE)", set.join(",")), MAX_ANSWER).await?;
        let size = |answer| match answer {
            Answer::Mail(about) => Some(Size { uid: about.uid?, bytes: about.size? }),
            _ => None,
        };
        Ok(answers.into_iter().filter_map(size).filter(|size| uids.contains(&size.uid)).collect())
    }

    /// One mail. What is larger than [`MAX_MAIL`] is not fetched, whatever size the server tells.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn mail(&mut self, size: Size) -> Result<Fetched, Fault> {
        if usize::try_from(size.bytes).unwrap_or(usize::MAX) > MAX_MAIL {
            return Ok(self.part(size.uid, "HEADER", MAX_HEADERS).await?.map_or(Fetched::Gone, Fetched::TooLarge));
        }
        Ok(match self.part(size.uid, "", MAX_MAIL + 1).await? {
            None => Fetched::Gone,
            Some(mail) if mail.len() > MAX_MAIL => Fetched::TooLarge(mail.into_iter().take(MAX_HEADERS).collect()),
            Some(mail) => Fetched::Whole(mail),
        })
    }

    /// The first bytes of a section.
    async fn part(&mut self, uid: u32, section: &str, most: usize) -> Result<Option<Vec<u8>>, Fault> {
        let command = format!("UID FETCH {uid} (UID BODY.PEEK[{section}]<0.{most}>)");
        let patience = self.patience.mail;
        let answers = within(patience, self.converse(&command, most + AROUND)).await?;
        Ok(answers.into_iter().find_map(|answer| match answer {
            Answer::Mail(about) if about.uid == Some(uid) => about.bytes,
            _ => None,
        }))
    }

    /// Waits until something comes into the folder, at most so long.
    ///
    /// # Errors
    /// [`Fault`] when the connection breaks.
    pub async fn wait(&mut self, most: Duration) -> Result<Heard, Fault> {
        if self.pushes && self.idle.is_none() && !self.news {
            self.begin_idle().await?;
            if !self.pushes {
                // It does not keep what it offers; whoever waits decides anew how long.
                return Ok(Heard::Nothing);
            }
        }
        if self.news {
            // It came while something else was asked.
            return Ok(Heard::News);
        }
        if !self.pushes {
            sleep(most).await;
            return Ok(Heard::Nothing);
        }
        timeout(most, self.listen()).await.unwrap_or(Ok(Heard::Nothing))
    }

    /// Whether the server tells by itself what comes.
    #[must_use]
    pub const fn pushes(&self) -> bool {
        self.pushes
    }

    async fn begin_idle(&mut self) -> Result<(), Fault> {
        self.allow(MAX_ANSWER);
        let patience = self.patience.answer;
        let tag = within(patience, async {
            let tag = self.session.run_command("IDLE").await.map_err(broken)?.0;
            loop {
                match self.heard().await? {
                    Answer::GoOn => return Ok(Some(tag)),
                    // It offers what it does not keep.
                    Answer::Done(of) | Answer::Refused(of, _) if of == tag => return Ok(None),
                    _ => {}
                }
            }
        })
        .await?;
        self.pushes = tag.is_some();
        self.idle = tag;
        Ok(())
    }

    async fn listen(&mut self) -> Result<Heard, Fault> {
        for _ in 0..MAX_CHATTER {
            self.allow(MAX_ANSWER);
            match self.heard().await? {
                Answer::Bye(words) => return Err(Fault::new(Trouble::Broken, words)),
                // The server ends it by itself; whoever asks then learns what came.
                Answer::Done(_) | Answer::Refused(..) => self.idle = None,
                _ => {}
            }
            if self.news || self.idle.is_none() {
                return Ok(Heard::News);
            }
        }
        Err(Fault::new(Trouble::Broken, "the server talks without saying anything"))
    }

    /// Ends an IDLE, so that commands can follow.
    async fn end_idle(&mut self) -> Result<(), Fault> {
        let Some(tag) = self.idle.take() else { return Ok(()) };
        self.session.run_command_untagged("DONE").await.map_err(broken)?;
        loop {
            if matches!(self.heard().await?, Answer::Done(of) | Answer::Refused(of, _) if of == tag) {
                return Ok(());
            }
        }
    }

    /// Asks something and collects the answers up to its end.
    async fn ask(&mut self, command: &str, most: usize) -> Result<Vec<Answer>, Fault> {
        let patience = self.patience.answer;
        within(patience, self.converse(command, most)).await
    }

    async fn converse(&mut self, command: &str, most: usize) -> Result<Vec<Answer>, Fault> {
        self.allow(most);
        self.end_idle().await?;
        let tag = self.session.run_command(command).await.map_err(broken)?.0;
        let mut answers = Vec::new();
        loop {
            match self.heard().await? {
                Answer::Done(of) if of == tag => return Ok(answers),
                Answer::Refused(of, words) if of == tag => return Err(Fault::new(Trouble::Broken, words)),
                // Nothing follows, also where the connection stays open.
                Answer::Bye(words) if command != GOODBYE => return Err(Fault::new(Trouble::Broken, words)),
                Answer::Other => {}
                answer => answers.push(answer),
            }
        }
    }

    async fn heard(&mut self) -> Result<Answer, Fault> {
        let response = self.session.read_response().await.map_err(broken)?;
        let response = response.ok_or_else(|| Fault::new(Trouble::Broken, "the server closed the connection"))?;
        let answer = answer::of(response.parsed());
        self.news |= matches!(answer, Answer::Exists(_));
        Ok(answer)
    }

    fn allow(&mut self, bytes: usize) {
        self.session.as_mut().allow(bytes);
    }

    /// Says goodbye, as far as the server listens.
    pub async fn close(mut self) {
        // It is over in any case.
        let _ = timeout(PARTING, self.converse(GOODBYE, MAX_ANSWER)).await;
    }
}

impl fmt::Debug for Conversation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conversation").field("pushes", &self.pushes).finish_non_exhaustive()
    }
}

/// LOGIN takes ASCII only; other passwords go by AUTHENTICATE PLAIN (RFC 4616).
async fn sign_in(mut client: Client<Way>, login: &Login) -> Result<Session<Way>, Fault> {
    client.get_mut().allow(MAX_ANSWER);
    let Login { username, password } = login;
    let done = if username.is_ascii() && password.is_ascii() {
        client.login(username, password).await
    } else {
        client.authenticate("PLAIN", Plain(format!("\0{username}\0{password}"))).await
    };
    done.map_err(|(error, _)| match error {
        // A server whose list of passwords is away says NO, too (RFC 5530).
        Error::No(words) if words.to_ascii_uppercase().contains("UNAVAILABLE") => {
            Fault::new(Trouble::Broken, said(&words))
        }
        Error::No(words) | Error::Bad(words) => Fault::new(Trouble::Login, said(&words)),
        Error::Validate(_) => Fault::new(Trouble::Login, "a user name or password cannot hold a line break"),
        other => broken(other),
    })
}

struct Plain(String);

impl Authenticator for Plain {
    type Response = String;

    fn process(&mut self, _challenge: &[u8]) -> String {
        std::mem::take(&mut self.0)
    }
}

fn broken(error: impl fmt::Display) -> Fault {
    Fault::new(Trouble::Broken, error)
}

async fn within<T>(most: Duration, step: impl Future<Output = Result<T, Fault>>) -> Result<T, Fault> {
    let silent = || Fault::new(Trouble::Silent, format!("no answer within {} s", most.as_secs_f32()));
    timeout(most, step).await.unwrap_or_else(|_| Err(silent()))
}
