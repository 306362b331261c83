//! Calendar servers that do as they are told, in a network that exists only in the test.

use std::{
    collections::HashMap,
    io,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex},
};

use sparsam::calendars::{Fetcher, Network, Pending};
use sparsam::domain::outside::Permitted;
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        RootCertStore, ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
    },
};

/// The host that the certificate of the tests is for.
pub(crate) const HOST: &str = "cal.example.test";
/// A public address, which the network of the tests leads to the server.
pub(crate) const PUBLIC: &str = "93.184.216.34";

/// A network in which every connection that is allowed ends at one server. It notes what was asked of it.
#[derive(Clone, Default)]
pub(crate) struct Here(Arc<Inner>);

#[derive(Default)]
struct Inner {
    /// Addresses of a name, one list for each time it is looked up; the last stays.
    names: Mutex<HashMap<String, Vec<Vec<IpAddr>>>>,
    door: Mutex<Option<SocketAddr>>,
    lookups: Mutex<Vec<String>>,
    connections: Mutex<Vec<SocketAddr>>,
}

impl Here {
    /// A network whose connections end at this server.
    pub(crate) fn leading_to(server: &CalendarServer) -> Self {
        let here = Self::default();
        *here.0.door.lock().unwrap() = Some(server.address);
        here.name(HOST, &[PUBLIC]);
        here
    }

    /// From now on a name has these addresses.
    pub(crate) fn name(&self, name: &str, addresses: &[&str]) {
        let addresses = addresses.iter().map(|a| a.parse().unwrap()).collect();
        self.0.names.lock().unwrap().insert(name.to_owned(), vec![addresses]);
    }

    /// The next time it is looked up, a name has these addresses instead.
    pub(crate) fn then(&self, name: &str, addresses: &[&str]) {
        let addresses = addresses.iter().map(|a| a.parse().unwrap()).collect();
        self.0.names.lock().unwrap().get_mut(name).unwrap().push(addresses);
    }

    pub(crate) fn lookups(&self) -> Vec<String> {
        self.0.lookups.lock().unwrap().clone()
    }

    pub(crate) fn connections(&self) -> Vec<SocketAddr> {
        self.0.connections.lock().unwrap().clone()
    }
}

impl Network for Here {
    fn lookup<'a>(&'a self, host: &'a str) -> Pending<'a, Vec<IpAddr>> {
        self.0.lookups.lock().unwrap().push(host.to_owned());
        let mut names = self.0.names.lock().unwrap();
        let found = match names.get_mut(host) {
            None => Err(io::ErrorKind::NotFound.into()),
            Some(answers) if answers.len() > 1 => Ok(answers.remove(0)),
            Some(answers) => Ok(answers[0].clone()),
        };
        Box::pin(async move { found })
    }

    fn connect(&self, to: SocketAddr) -> Pending<'_, TcpStream> {
        self.0.connections.lock().unwrap().push(to);
        let door = *self.0.door.lock().unwrap();
        Box::pin(async move { TcpStream::connect(door.ok_or(io::ErrorKind::ConnectionRefused)?).await })
    }
}

/// What a server does with a request.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Says this and closes.
    Says(Vec<u8>),
    /// Says this, then nothing more.
    Hangs(Vec<u8>),
    /// Says this, then the second over and over.
    Repeats(Vec<u8>, Vec<u8>),
    /// Says this a byte at a time, with rests.
    Drips(Vec<u8>),
}

impl Reply {
    /// An answer with this first line, these further headers and this content.
    pub(crate) fn with(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Self {
        let mut bytes = format!("HTTP/1.1 {status}\r\n").into_bytes();
        for (name, value) in headers {
            bytes.extend(format!("{name}: {value}\r\n").bytes());
        }
        bytes.extend(format!("content-length: {}\r\n\r\n", body.len()).bytes());
        bytes.extend(body);
        Self::Says(bytes)
    }

    pub(crate) fn calendar(body: &str) -> Self {
        Self::with("200 OK", &[("content-type", "text/calendar")], body.as_bytes())
    }

    pub(crate) fn status(status: &str) -> Self {
        Self::with(status, &[], b"")
    }
}

/// A server on this machine.
pub(crate) struct CalendarServer {
    pub(crate) address: SocketAddr,
    replies: Arc<Mutex<Vec<Reply>>>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl CalendarServer {
    /// By http.
    pub(crate) async fn plain(replies: &[Reply]) -> Self {
        Self::start(replies, None).await
    }

    /// By https, as [`HOST`].
    pub(crate) async fn encrypted(replies: &[Reply]) -> Self {
        let chain = vec![CertificateDer::from_pem_slice(include_bytes!("../../fixtures/tls/server.pem")).unwrap()];
        let key = PrivateKeyDer::from_pem_slice(include_bytes!("../../fixtures/tls/server.key")).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        Self::start(replies, Some(TlsAcceptor::from(Arc::new(config)))).await
    }

    async fn start(replies: &[Reply], tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            replies: Arc::new(Mutex::new(replies.to_vec())),
            requests: Arc::default(),
        };
        let (replies, requests) = (Arc::clone(&server.replies), Arc::clone(&server.requests));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (replies, requests, tls) = (Arc::clone(&replies), Arc::clone(&requests), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => serve(stream, &replies, &requests).await,
                        Some(tls) => match tls.accept(stream).await {
                            Ok(stream) => serve(stream, &replies, &requests).await,
                            Err(error) => requests.lock().unwrap().push(format!("no encryption: {error}")),
                        },
                    }
                });
            }
        });
        server
    }

    /// What it answers from now on; the last answer stays.
    pub(crate) fn now_says(&self, replies: &[Reply]) {
        *self.replies.lock().unwrap() = replies.to_vec();
    }

    /// The heads of the requests so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    replies: &Mutex<Vec<Reply>>,
    requests: &Mutex<Vec<String>>,
) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    requests.lock().unwrap().push(String::from_utf8(head).unwrap());
    let reply = {
        let mut replies = replies.lock().unwrap();
        if replies.len() > 1 { replies.remove(0) } else { replies[0].clone() }
    };
    // The other side may go at any time; that is what is tested.
    let _ = say(&mut stream, reply).await;
}

async fn say(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), reply: Reply) -> io::Result<()> {
    match reply {
        Reply::Says(bytes) => {
            stream.write_all(&bytes).await?;
            stream.shutdown().await
        }
        Reply::Hangs(bytes) => {
            stream.write_all(&bytes).await?;
            stream.flush().await?;
            std::future::pending().await
        }
        Reply::Repeats(head, piece) => {
            stream.write_all(&head).await?;
            loop {
                stream.write_all(&piece).await?;
            }
        }
        Reply::Drips(bytes) => {
            for byte in bytes {
                stream.write_u8(byte).await?;
                stream.flush().await?;
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            Ok(())
        }
    }
}

/// The authority that signed the certificate of the tests.
pub(crate) fn authority() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(include_bytes!("../../fixtures/tls/ca.pem")).unwrap()).unwrap();
    roots
}

/// Fetches in this network.
pub(crate) fn fetcher(here: &Here, permitted: Permitted) -> Fetcher {
    Fetcher::trusting(here.clone(), permitted, authority()).unwrap()
}

/// A calendar with these entries: start, end (both UTC), further lines.
pub(crate) fn calendar(entries: &[(&str, &str, &str)]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n".to_owned();
    for (number, (start, end, more)) in entries.iter().enumerate() {
        let lines =
            ["BEGIN:VEVENT", &format!("UID:{number}@test"), "DTSTAMP:20261101T000000Z", "SUMMARY:Dentist Persson"]
                .map(str::to_owned);
        let times = [format!("DTSTART:{start}"), format!("DTEND:{end}")];
        let more = more.split('|').filter(|line| !line.is_empty()).map(str::to_owned);
        for line in lines.into_iter().chain(times).chain(more).chain(["END:VEVENT".to_owned()]) {
            text.push_str(&line);
            text.push_str("\r\n");
        }
    }
    text + "END:VCALENDAR\r\n"
}
