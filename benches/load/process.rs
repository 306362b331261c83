//! Servers as processes of their own, and what the system says about them.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use tokio::time::sleep;

use crate::client::{self, Connection};

/// Ticks of the processor time in `/proc`, on every Linux.
const TICKS_PER_SECOND: f64 = 100.0;

/// A server that ends with this value.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: SocketAddr,
}

/// A port that nobody uses at this moment.
pub(crate) fn free_port() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

/// The program itself, serving the data in a folder.
pub(crate) fn sparsam(data: &Path, listen: SocketAddr) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sparsam"));
    command.arg("serve").arg("--data").arg(data).arg("--listen").arg(listen.to_string());
    // Settings of whoever runs this must not leak in.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SPARSAM_")) {
        command.env_remove(name);
    }
    command.env_remove("DATABASE_URL").env("SPARSAM_LOG_FILTER", "error");
    command
}

impl Server {
    /// Starts a server and waits until it says that it is ready.
    pub(crate) fn start(mut command: Command, address: SocketAddr) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start")?;
        let output = child.stdout.take().context("no output")?;
        let server = Self { child, address };
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        ensure!(line.contains("ready"), "it said {line:?} in place of being ready");
        Ok(server)
    }

    /// Starts a server and asks it until it answers; how long that took.
    pub(crate) async fn first_answer(mut command: Command, address: SocketAddr, path: &str) -> Result<Duration> {
        let begin = Instant::now();
        let server = Self { child: command.stdout(Stdio::null()).spawn().context("cannot start")?, address };
        let request = client::get(path, "");
        while begin.elapsed() < Duration::from_secs(30) {
            if let Ok(mut connection) = Connection::open(address).await
                && let Ok(answer) = connection.ask(&request).await
            {
                let took = begin.elapsed();
                ensure!(answer.status == 200, "{path}: {}", answer.head);
                server.stop()?;
                return Ok(took);
            }
            sleep(Duration::from_micros(200)).await;
        }
        anyhow::bail!("no answer on {path}")
    }

    /// Asks it to stop, as an operator does, and waits.
    pub(crate) fn stop(mut self) -> Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        self.child.wait()?;
        Ok(())
    }

    /// Processor time so far, of all its threads, in seconds.
    pub(crate) fn processor_seconds(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name may hold anything but ends with the last bracket; user and system time are fields 14 and 15.
        let rest = stat.rsplit_once(')').context("no name")?.1;
        let ticks: f64 = rest.split_ascii_whitespace().skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
        Ok(ticks / TICKS_PER_SECOND)
    }

    /// Memory that it shares with nobody, in bytes: all of it, and the part that was written to.
    pub(crate) fn private_memory(&self) -> Result<(f64, f64)> {
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.child.id()))?;
        let kilobytes = |name: &str| -> f64 {
            let line = rollup.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_ascii_whitespace().next()?.parse().ok()).unwrap_or(0.0)
        };
        let dirty = kilobytes("Private_Dirty:");
        Ok(((dirty + kilobytes("Private_Clean:")) * 1024.0, dirty * 1024.0))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fails when it has ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
