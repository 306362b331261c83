//! The two things that reach outside. Tests put something else in their place.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
};

use tokio::net::TcpStream;

/// Something on its way.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send + 'a>>;

/// Looks names up and connects.
pub trait Network: Send + Sync {
    /// All addresses of a host.
    fn lookup<'a>(&'a self, host: &'a str) -> Pending<'a, Vec<IpAddr>>;

    /// Connects to one address.
    fn connect(&self, to: SocketAddr) -> Pending<'_, TcpStream>;
}

/// The system's resolver and the real network.
#[derive(Debug, Clone, Copy, Default)]
pub struct Internet;

impl Network for Internet {
    fn lookup<'a>(&'a self, host: &'a str) -> Pending<'a, Vec<IpAddr>> {
        Box::pin(async move { Ok(tokio::net::lookup_host((host, 0)).await?.map(|address| address.ip()).collect()) })
    }

    fn connect(&self, to: SocketAddr) -> Pending<'_, TcpStream> {
        Box::pin(TcpStream::connect(to))
    }
}
