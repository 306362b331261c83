//! An SMTP relay in this process that fails on command and remembers what it got.

mod wire;

use std::{
    io, mem,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
    sync::watch,
    task::{JoinHandle, JoinSet},
};
use tokio_rustls::TlsAcceptor;

pub(crate) use self::wire::{AUTHORITY, Certificate};
use self::wire::{Line, Tapped};

/// The moment at which a rule strikes: instead of the answer to this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    Noop,
    Mail,
    Rcpt,
    Data,
    /// After the final dot: the mail is here, only the receipt is missing.
    Body,
}

/// What happens then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    /// This answer, without its line end. A 421 also closes the connection.
    Reply(&'static str),
    /// Silence until the client goes away.
    Hang,
    /// The connection is closed without a word.
    Drop,
}

/// One scripted fault.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    stage: Stage,
    act: Act,
    recipient: Option<&'static str>,
    left: usize,
}

impl Rule {
    /// Strikes every time `stage` is reached.
    pub(crate) fn at(stage: Stage, act: Act) -> Self {
        Self { stage, act, recipient: None, left: usize::MAX }
    }

    pub(crate) fn act(&self) -> &Act {
        &self.act
    }

    /// Strikes only for this recipient, from RCPT on.
    pub(crate) fn only_for(mut self, recipient: &'static str) -> Self {
        self.recipient = Some(recipient);
        self
    }

    /// Strikes so many times, then no more.
    pub(crate) fn times(mut self, times: usize) -> Self {
        self.left = times;
        self
    }
}

/// A mail that came in whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Received {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    /// As the client had it, dots unstuffed.
    pub(crate) raw: Vec<u8>,
    /// Whether the client was told so with a 250.
    pub(crate) accepted: bool,
}

#[derive(Debug, Default)]
struct State {
    rules: Vec<Rule>,
    received: Vec<Received>,
    commands: Vec<String>,
    connections: usize,
    wire: Vec<u8>,
}

/// How the relay keeps its connections private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Privacy {
    None,
    /// From the first byte.
    Tls(Certificate),
    /// Once asked to.
    StartTls(Certificate),
}

/// The relay. It stops when dropped.
pub(crate) struct SmtpSink {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    count: watch::Receiver<usize>,
    task: JoinHandle<()>,
}

impl SmtpSink {
    /// Listens on a free port of this machine.
    pub(crate) async fn start(rules: impl IntoIterator<Item = Rule>) -> Self {
        Self::private(Privacy::None, rules).await
    }

    /// The same with TLS.
    pub(crate) async fn private(privacy: Privacy, rules: impl IntoIterator<Item = Rule>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let state = Arc::new(Mutex::new(State { rules: rules.into_iter().collect(), ..State::default() }));
        let (counter, count) = watch::channel(0);
        let task = tokio::spawn(serve(listener, privacy, Arc::clone(&state), counter));
        Self { address, state, count, task }
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Mails in order of arrival, those too that were refused or dropped after the final dot.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.state.lock().expect("state").received.clone()
    }

    /// Every byte that came over the wire, as somebody on the way would see it.
    pub(crate) fn overheard(&self) -> Vec<u8> {
        self.state.lock().expect("state").wire.clone()
    }

    /// Command words in order of arrival, over all connections.
    pub(crate) fn commands(&self) -> Vec<String> {
        self.state.lock().expect("state").commands.clone()
    }

    /// Connections ever made.
    pub(crate) fn connections(&self) -> usize {
        self.state.lock().expect("state").connections
    }

    /// Adds a rule; it counts from the next command on.
    pub(crate) fn add(&self, rule: Rule) {
        self.state.lock().expect("state").rules.push(rule);
    }

    /// Waits until so many mails have come in whole.
    pub(crate) async fn wait_for(&self, mails: usize) {
        let mut count = self.count.clone();
        count.wait_for(|count| *count >= mails).await.expect("the relay runs");
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, privacy: Privacy, state: Arc<Mutex<State>>, counter: watch::Sender<usize>) {
    let mut sessions = JoinSet::new();
    while let Ok((socket, _)) = listener.accept().await {
        let _ = socket.set_nodelay(true);
        state.lock().expect("state").connections += 1;
        let session = Session {
            stream: BufReader::new(Line::Clear(Tapped { socket, state: Arc::clone(&state) })),
            tls: None,
            state: Arc::clone(&state),
            counter: counter.clone(),
            from: String::new(),
            to: Vec::new(),
        };
        sessions.spawn(session.run(privacy));
        while sessions.try_join_next().is_some() {}
    }
}

struct Session {
    stream: BufReader<Line>,
    /// What is offered and not begun.
    tls: Option<TlsAcceptor>,
    state: Arc<Mutex<State>>,
    counter: watch::Sender<usize>,
    from: String,
    to: Vec<String>,
}

impl Session {
    async fn run(mut self, privacy: Privacy) {
        // A client that goes away ends the session; that is no failure of the test.
        let _ = self.serve(privacy).await;
    }

    async fn serve(&mut self, privacy: Privacy) -> io::Result<()> {
        match privacy {
            Privacy::None => {}
            Privacy::Tls(certificate) => self.encrypt(&certificate.acceptor()).await?,
            Privacy::StartTls(certificate) => self.tls = Some(certificate.acceptor()),
        }
        self.converse().await
    }

    /// What was read ahead is dropped, as RFC 3207 asks.
    async fn encrypt(&mut self, tls: &TlsAcceptor) -> io::Result<()> {
        let line = mem::replace(&mut self.stream, BufReader::new(Line::Gone)).into_inner();
        self.stream = BufReader::new(line.encrypted(tls).await?);
        Ok(())
    }

    /// Gives the answer, and begins TLS if that says so.
    async fn start_tls(&mut self) -> io::Result<()> {
        let Some(tls) = self.tls.take() else { return self.say("500 5.5.2 what?").await };
        let act = self.strike(Stage::StartTls).unwrap_or(Act::Reply("220 2.0.0 go ahead"));
        self.perform(&act).await?;
        match act {
            Act::Reply(line) if line.starts_with("220") => self.encrypt(&tls).await,
            _ => Ok(()),
        }
    }

    async fn converse(&mut self) -> io::Result<()> {
        self.answer(Stage::Greeting, "220 sink.example ESMTP").await?;
        loop {
            let line = self.line().await?;
            let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            self.state.lock().expect("state").commands.push(word.clone());
            match word.as_str() {
                "EHLO" => {
                    let offer = if self.tls.is_some() { "250-STARTTLS\r\n" } else { "" };
                    let usual = format!("250-sink.example\r\n250-8BITMIME\r\n{offer}250 AUTH PLAIN LOGIN");
                    self.answer(Stage::Ehlo, &usual).await?;
                }
                "STARTTLS" => self.start_tls().await?,
                "AUTH" => drop(self.answer(Stage::Auth, "235 2.7.0 welcome").await?),
                "NOOP" => drop(self.answer(Stage::Noop, "250 2.0.0 still here").await?),
                "RSET" => {
                    self.to.clear();
                    self.say("250 2.0.0 forgotten").await?;
                }
                "MAIL" => {
                    self.from = address(&line);
                    self.to.clear();
                    self.answer(Stage::Mail, "250 2.1.0 sender ok").await?;
                }
                "RCPT" => {
                    self.to.push(address(&line));
                    self.answer(Stage::Rcpt, "250 2.1.5 recipient ok").await?;
                }
                "DATA" => {
                    if self.answer(Stage::Data, "354 go ahead").await? {
                        self.body().await?;
                    }
                }
                "QUIT" => return self.say("221 2.0.0 bye").await,
                _ => self.say("500 5.5.2 what?").await?,
            }
        }
    }

    async fn body(&mut self) -> io::Result<()> {
        let mut raw = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.stream.read_until(b'\n', &mut line).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if line == b".\r\n" {
                break;
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let act = self.strike(Stage::Body);
        let mail = Received { from: self.from.clone(), to: self.to.clone(), raw, accepted: act.is_none() };
        let count = {
            let mut state = self.state.lock().expect("state");
            state.received.push(mail);
            state.received.len()
        };
        self.counter.send_replace(count);
        match act {
            Some(act) => self.perform(&act).await,
            None => self.say(&format!("250 2.0.0 queued as {count}")).await,
        }
    }

    /// The scripted fault if there is one, else `usual`. Tells whether it was `usual`.
    async fn answer(&mut self, stage: Stage, usual: &str) -> io::Result<bool> {
        match self.strike(stage) {
            Some(act) => self.perform(&act).await.map(|()| false),
            None => self.say(usual).await.map(|()| true),
        }
    }

    fn strike(&self, at: Stage) -> Option<Act> {
        let mut state = self.state.lock().expect("state");
        let rule = state.rules.iter_mut().find(|rule| {
            rule.stage == at
                && rule.left > 0
                && rule.recipient.is_none_or(|recipient| self.to.iter().any(|to| to == recipient))
        })?;
        rule.left -= 1;
        Some(rule.act.clone())
    }

    async fn perform(&mut self, act: &Act) -> io::Result<()> {
        match act {
            Act::Reply(line) => {
                self.say(line).await?;
                if line.starts_with("421") { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
            }
            Act::Hang => {
                let mut rest = Vec::new();
                self.stream.read_to_end(&mut rest).await?;
                Err(io::ErrorKind::UnexpectedEof.into())
            }
            Act::Drop => Err(io::ErrorKind::ConnectionAborted.into()),
        }
    }

    async fn say(&mut self, line: &str) -> io::Result<()> {
        self.stream.write_all(format!("{line}\r\n").as_bytes()).await
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}

/// What stands between the angle brackets.
fn address(line: &str) -> String {
    line.split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .map_or_else(String::new, |(inner, _)| inner.to_owned())
}
