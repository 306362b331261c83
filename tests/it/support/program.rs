//! The real binary: started in a folder of its own, without our environment, and asked over the network.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

/// The program with nothing but a path for its own helpers.
pub(crate) fn bare() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sparsam"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).stdin(Stdio::null());
    command
}

/// The same with a data folder.
pub(crate) fn sparsam(data: &Path) -> Command {
    let mut command = bare();
    command.arg("--data").arg(data);
    command
}

/// Runs a command to its end.
pub(crate) fn run(data: &Path, arguments: &[&str]) -> Ended {
    Ended::of(sparsam(data).args(arguments).output().unwrap())
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Fails with everything said unless the code is this one and nothing panicked.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

/// A running server.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) base: String,
    /// What it printed until it was ready.
    pub(crate) greeting: String,
    pub(crate) ready_after: Duration,
}

impl Running {
    /// `serve` or `demo` on a free port, waited for.
    pub(crate) fn start(data: &Path, command: &str) -> Self {
        Self::start_with(data, command, &[])
    }

    /// The same with settings from the environment.
    pub(crate) fn start_with(data: &Path, command: &str, settings: &[(&str, &str)]) -> Self {
        let started = Instant::now();
        let mut child = sparsam(data)
            .envs(settings.iter().copied())
            .args([command, "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut greeting = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        while !greeting.contains("is ready") {
            assert_ne!(lines.read_line(&mut greeting).unwrap(), 0, "it ended before it was ready: {greeting}");
        }
        let ready_after = started.elapsed();
        let at = greeting.rfind("http://").unwrap();
        let base = greeting[at..].split_whitespace().next().unwrap().to_owned();
        Self { child, base, greeting, ready_after }
    }

    /// One request on a connection of its own: status line, headers and body as they came.
    pub(crate) fn get(&self, path: &str) -> String {
        self.get_with(path, "")
    }

    /// The same with a cookie.
    pub(crate) fn get_with(&self, path: &str, cookie: &str) -> String {
        let host = self.host();
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n"))
    }

    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)], cookie: &str) -> String {
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let (host, origin, length) = (self.host(), &self.base, body.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: {origin}\r\ncookie: {cookie}\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
    }

    pub(crate) fn host(&self) -> &str {
        self.base.strip_prefix("http://").unwrap()
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let port = self.host().rsplit_once(':').unwrap().1;
        let stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    fn send(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks it to stop.
    pub(crate) fn terminate(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Asks it to stop and waits; it has to end well.
    pub(crate) fn stop(mut self) {
        self.terminate();
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
