//! An IMAP server in this process with one folder. It fails on command and remembers what it was asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    net::Ipv4Addr,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    select,
    sync::watch,
    task::{JoinHandle, JoinSet},
};

use super::smtp::Certificate;

/// The account.
pub(crate) const USER: &str = "sparsam@nordvik.example";
/// Its password.
pub(crate) const SECRET: &str = "Grön sås, 7 kr";

/// The command whose answer a rule replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    Greeting,
    Login,
    Capability,
    Examine,
    Search,
    Sizes,
    Mail,
    Idle,
    Done,
}

/// What happens then.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// These lines; `{tag}` is the tag of the command.
    Say(String),
    /// Silence until the client goes away.
    Hang,
    /// The connection is closed without a word.
    Drop,
    /// The first half of the true answer, then the connection is closed.
    Half,
}

/// How connections are kept private.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Privacy {
    None,
    Tls(Certificate),
    StartTls(Certificate),
}

struct Rule {
    at: Moment,
    act: Act,
    left: usize,
}

#[derive(Default)]
struct State {
    validity: u32,
    next: u32,
    mails: BTreeMap<u32, Vec<u8>>,
    /// Sizes that are told instead of the true ones.
    sizes: BTreeMap<u32, usize>,
    /// Mails from long ago.
    old: BTreeSet<u32>,
    /// Mails at which the connection breaks.
    poison: BTreeSet<u32>,
    secret: String,
    pushes: bool,
    rules: Vec<Rule>,
    commands: Vec<String>,
    connections: usize,
}

/// The server. It stops when dropped.
pub(crate) struct ImapServer {
    port: u16,
    state: Arc<Mutex<State>>,
    news: watch::Sender<usize>,
    idling: watch::Receiver<usize>,
    task: JoinHandle<()>,
}

impl ImapServer {
    /// Listens on a free port of this machine, with an empty folder, and tells what comes.
    pub(crate) async fn start() -> Self {
        Self::private(Privacy::None).await
    }

    pub(crate) async fn private(privacy: Privacy) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = State { validity: 7, next: 1, secret: SECRET.to_owned(), pushes: true, ..State::default() };
        let state = Arc::new(Mutex::new(state));
        let (news, heard) = watch::channel(0);
        let (idles, idling) = watch::channel(0);
        let task = tokio::spawn(serve(listener, privacy, Arc::clone(&state), (heard, idles)));
        Self { port, state, news, idling, task }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().unwrap())
    }

    /// Puts a mail into the folder and tells whoever listens; its UID.
    pub(crate) fn add(&self, mail: &[u8]) -> u32 {
        let uid = self.with(|state| {
            let uid = state.next;
            state.mails.insert(uid, mail.to_vec());
            state.next += 1;
            uid
        });
        self.news.send_modify(|count| *count += 1);
        uid
    }

    /// The next mail gets this UID.
    pub(crate) fn count_from(&self, uid: u32) {
        self.with(|state| state.next = uid);
    }

    /// Takes a mail away.
    pub(crate) fn remove(&self, uid: u32) {
        self.with(|state| state.mails.remove(&uid));
    }

    /// A mail came long ago.
    pub(crate) fn is_old(&self, uid: u32) {
        self.with(|state| state.old.insert(uid));
    }

    /// The connection breaks whenever this mail is asked for.
    pub(crate) fn breaks_at(&self, uid: u32) {
        self.with(|state| state.poison.insert(uid));
    }

    /// Tells another size than the true one.
    pub(crate) fn says_size(&self, uid: u32, bytes: usize) {
        self.with(|state| state.sizes.insert(uid, bytes));
    }

    /// Numbers the mails anew, from 1 on.
    pub(crate) fn renumber(&self) {
        self.with(|state| {
            let mails = std::mem::take(&mut state.mails).into_values();
            state.mails = (1..).zip(mails).collect();
            state.next = u32::try_from(state.mails.len()).unwrap() + 1;
            state.validity += 1;
        });
    }

    pub(crate) fn set_password(&self, secret: &str) {
        self.with(|state| secret.clone_into(&mut state.secret));
    }

    /// Does not know IDLE.
    pub(crate) fn is_silent(&self) {
        self.with(|state| state.pushes = false);
    }

    /// Does something else so many times.
    pub(crate) fn fails(&self, at: Moment, act: Act, times: usize) {
        self.with(|state| state.rules.push(Rule { at, act, left: times }));
    }

    /// Does nothing else any more.
    pub(crate) fn recovers(&self) {
        self.with(|state| state.rules.clear());
    }

    /// All commands without tags, in order, over all connections. Passwords are left out.
    pub(crate) fn commands(&self) -> Vec<String> {
        self.with(|state| state.commands.clone())
    }

    /// How often a command of this beginning came.
    pub(crate) fn asked(&self, beginning: &str) -> usize {
        self.commands().iter().filter(|command| command.starts_with(beginning)).count()
    }

    pub(crate) fn connections(&self) -> usize {
        self.with(|state| state.connections)
    }

    /// Waits until somebody has begun to listen for the so many-th time.
    pub(crate) async fn idles(&self, times: usize) {
        let mut idling = self.idling.clone();
        idling.wait_for(|count| *count >= times).await.unwrap();
    }
}

impl Drop for ImapServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

type Signals = (watch::Receiver<usize>, watch::Sender<usize>);

async fn serve(listener: TcpListener, privacy: Privacy, state: Arc<Mutex<State>>, signals: Signals) {
    let mut sessions = JoinSet::new();
    while let Ok((socket, _)) = listener.accept().await {
        state.lock().unwrap().connections += 1;
        let session = Session {
            stream: BufReader::new(Box::new(socket)),
            ahead: Vec::new(),
            state: Arc::clone(&state),
            signals: signals.clone(),
            certificate: None,
            closing: false,
        };
        // A client that goes away ends the session; that is no failure of the test.
        sessions.spawn(async move { drop(session.run(privacy).await) });
    }
}

trait Way: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> Way for S {}

struct Session {
    stream: BufReader<Box<dyn Way>>,
    /// What came beyond the last line.
    ahead: Vec<u8>,
    state: Arc<Mutex<State>>,
    signals: Signals,
    /// What is offered and not begun.
    certificate: Option<Certificate>,
    closing: bool,
}

impl Session {
    async fn run(mut self, privacy: Privacy) -> io::Result<()> {
        match privacy {
            Privacy::None => {}
            Privacy::Tls(certificate) => self = self.encrypted(certificate).await?,
            Privacy::StartTls(certificate) => self.certificate = Some(certificate),
        }
        self.answer(Moment::Greeting, "", "* OK [CAPABILITY IMAP4rev1] ready {400000000}\r\n").await?;
        while let (false, Some(line)) = (self.closing, self.line().await?) {
            let (tag, command) = line.split_once(' ').unwrap_or((&line, ""));
            let (tag, command) = (tag.to_owned(), command.to_owned());
            let kept = command.split(" \"").next().unwrap().to_owned();
            self.state.lock().unwrap().commands.push(if command.starts_with("LOGIN") { kept } else { command.clone() });
            if command == "STARTTLS" && self.certificate.is_some() {
                self.say(&format!("{tag} OK begin\r\n")).await?;
                let certificate = self.certificate.take().unwrap();
                self = self.encrypted(certificate).await?;
                continue;
            }
            self.obey(&tag, &command).await?;
        }
        Ok(())
    }

    async fn encrypted(mut self, certificate: Certificate) -> io::Result<Self> {
        let stream = certificate.acceptor().accept(self.stream.into_inner()).await?;
        self.stream = BufReader::new(Box::new(stream));
        Ok(self)
    }

    async fn obey(&mut self, tag: &str, command: &str) -> io::Result<()> {
        let done = |said: &str| format!("{said}{tag} OK done\r\n");
        let words: Vec<&str> = command.split(' ').collect();
        match words.as_slice() {
            ["CAPABILITY"] => {
                let idle = if self.state.lock().unwrap().pushes { " IDLE" } else { "" };
                self.answer(Moment::Capability, tag, &done(&format!("* CAPABILITY IMAP4rev1{idle}\r\n"))).await
            }
            ["LOGIN", ..] => {
                let secret = self.state.lock().unwrap().secret.replace('\\', "\\\\").replace('"', "\\\"");
                let good = command == format!("LOGIN \"{USER}\" \"{secret}\"");
                self.signed_in(tag, good).await
            }
            ["AUTHENTICATE", "PLAIN"] => {
                self.say("+ \r\n").await?;
                let said = self.line().await?.unwrap_or_default();
                let meant = format!("\0{USER}\0{}", self.state.lock().unwrap().secret);
                let good = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, meant) == said;
                self.signed_in(tag, good).await
            }
            ["EXAMINE", "\"INBOX\""] => {
                let said = {
                    let state = self.state.lock().unwrap();
                    let (count, next, validity) = (state.mails.len(), state.next, state.validity);
                    format!(
                        "* FLAGS (\\Answered \\Seen)\r\n* {count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY {validity}] valid\r\n\
                         * OK [UIDNEXT {next}] next\r\n{tag} OK [READ-ONLY] done\r\n"
                    )
                };
                self.answer(Moment::Examine, tag, &said).await
            }
            ["EXAMINE", ..] => self.say(&format!("{tag} NO [NONEXISTENT] Mailbox doesn't exist\r\n")).await,
            ["UID", "SEARCH", "UID", range, since @ ..] => {
                let found = self.search(range.strip_suffix(":*").unwrap().parse().unwrap(), !since.is_empty());
                self.answer(Moment::Search, tag, &done(&format!("* SEARCH{found}\r\n"))).await
            }
            ["UID", "FETCH", set, "(UID", "RFC822.SIZE)"] => {
                let said = self.sizes(set);
                self.answer(Moment::Sizes, tag, &done(&said)).await
            }
            ["UID", "FETCH", uid, "(UID", section] => self.fetch(tag, uid.parse().unwrap(), section).await,
            ["IDLE"] => self.idle(tag).await,
            ["LOGOUT"] => {
                self.closing = true;
                self.say(&done("* BYE so long\r\n")).await
            }
            _ => self.say(&format!("{tag} BAD what?\r\n")).await,
        }
    }

    async fn signed_in(&mut self, tag: &str, good: bool) -> io::Result<()> {
        let said = if good { "OK welcome" } else { "NO [AUTHENTICATIONFAILED] Authentication \"failed\"." };
        self.answer(Moment::Login, tag, &format!("{tag} {said}\r\n")).await
    }

    /// `5:*` also means the last one where that is below 5.
    fn search(&self, first: u32, recent: bool) -> String {
        let state = self.state.lock().unwrap();
        let last = state.mails.keys().next_back().copied();
        let found = state.mails.keys().filter(|uid| **uid >= first || Some(**uid) == last);
        found.filter(|uid| !recent || !state.old.contains(uid)).fold(String::new(), |all, uid| format!("{all} {uid}"))
    }

    fn sizes(&self, set: &str) -> String {
        let state = self.state.lock().unwrap();
        let asked = set.split(',').map(|uid| uid.parse::<u32>().unwrap());
        let there = asked.filter_map(|uid| state.mails.get(&uid).map(|mail| (uid, mail)));
        there.fold(String::new(), |all, (uid, mail)| {
            let size = state.sizes.get(&uid).copied().unwrap_or(mail.len());
            format!("{all}* {uid} FETCH (FLAGS (\\Seen) UID {uid} RFC822.SIZE {size})\r\n")
        })
    }

    async fn fetch(&mut self, tag: &str, uid: u32, section: &str) -> io::Result<()> {
        let (section, part) = section.trim_end_matches(')').split_once('<').unwrap();
        let most: usize = part.trim_start_matches("0.").trim_end_matches('>').parse().unwrap();
        let (mail, poison) = {
            let state = self.state.lock().unwrap();
            (state.mails.get(&uid).cloned(), state.poison.contains(&uid))
        };
        if poison {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let Some(mut mail) = mail else { return self.say(&format!("{tag} OK done\r\n")).await };
        if section.contains("HEADER") {
            let end = mail.windows(4).position(|four| four == b"\r\n\r\n").map_or(mail.len(), |at| at + 4);
            mail.truncate(end);
        }
        mail.truncate(most);
        let name = section.replace(".PEEK", "");
        let head = format!("* {uid} FETCH (UID {uid} {name}<0> {{{}}}\r\n", mail.len());
        let said = [head.as_bytes(), &mail, format!(")\r\n{tag} OK done\r\n").as_bytes()].concat();
        self.answer_bytes(Moment::Mail, tag, &said).await
    }

    async fn idle(&mut self, tag: &str) -> io::Result<()> {
        let (mut news, idling) = self.signals.clone();
        news.mark_unchanged();
        // Refused, or ended at once.
        let ends = |rule: &Rule| matches!(&rule.act, Act::Say(text) if text.contains("{tag}"));
        let next = |rule: &&Rule| rule.at == Moment::Idle && rule.left > 0;
        let over = self.state.lock().unwrap().rules.iter().find(next).is_some_and(ends);
        self.answer(Moment::Idle, tag, "+ idling\r\n").await?;
        if over {
            return Ok(());
        }
        idling.send_modify(|count| *count += 1);
        loop {
            select! {
                line = self.line() => {
                    assert_eq!(line?.unwrap_or_else(|| "DONE".to_owned()), "DONE");
                    self.state.lock().unwrap().commands.push("DONE".to_owned());
                    return self.answer(Moment::Done, tag, &format!("{tag} OK done\r\n")).await;
                }
                _ = news.changed() => {
                    let count = self.state.lock().unwrap().mails.len();
                    self.say(&format!("* OK still here\r\n* {count} EXISTS\r\n")).await?;
                }
            }
        }
    }

    async fn answer(&mut self, at: Moment, tag: &str, usual: &str) -> io::Result<()> {
        self.answer_bytes(at, tag, usual.as_bytes()).await
    }

    async fn answer_bytes(&mut self, at: Moment, tag: &str, usual: &[u8]) -> io::Result<()> {
        let act = {
            let mut state = self.state.lock().unwrap();
            let rule = state.rules.iter_mut().find(|rule| rule.at == at && rule.left > 0);
            rule.map(|rule| {
                rule.left -= 1;
                rule.act.clone()
            })
        };
        match act {
            None => self.stream.write_all(usual).await,
            Some(Act::Say(text)) => self.say(&text.replace("{tag}", tag)).await,
            Some(Act::Hang) => std::future::pending().await,
            Some(Act::Drop) => Err(io::ErrorKind::ConnectionAborted.into()),
            Some(Act::Half) => {
                self.stream.write_all(&usual[..usual.len() / 2]).await?;
                self.stream.flush().await?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
        }
    }

    async fn say(&mut self, text: &str) -> io::Result<()> {
        self.stream.write_all(text.as_bytes()).await?;
        self.stream.flush().await
    }

    /// The next line; `None` once the client is gone. Nothing is lost when it is dropped half way.
    async fn line(&mut self) -> io::Result<Option<String>> {
        loop {
            if let Some(end) = self.ahead.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.ahead.drain(..=end).collect();
                return Ok(Some(String::from_utf8_lossy(&line).trim_end().to_owned()));
            }
            let piece = self.stream.fill_buf().await?.to_vec();
            if piece.is_empty() {
                return Ok(None);
            }
            self.stream.consume(piece.len());
            self.ahead.extend(piece);
        }
    }
}
